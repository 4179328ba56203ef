"""Specification → its concepts in SKOS, as the Dutch profile NL-SBB uses it.

An object type, a field, a code list and a code value are each a concept. The address of a concept belongs to the
domain, not to the version: the scheme says of which version the texts are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ddas.standard.specification import Attribute, CodeList, CodeValue, ObjectType, Specification
from ddas_generators.emit.artefact import Artefact
from ddas_generators.emit.linked.turtle import Statements, format_turtle, shorten, text, text_nl

__all__ = ["CONCEPTS_FILE", "emit_skos"]

CONCEPTS_FILE = "begrippen.ttl"
_DOTS = "."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Concept:
    """A concept before it has a label of its own. ``owner``: the label that tells it from its namesakes."""

    name: str
    element: ObjectType | Attribute | CodeList | CodeValue
    owner: str = ""
    notation: str = ""
    examples: tuple[str, ...] = ()
    broader: str = ""
    related: tuple[str, ...] = ()


def emit_skos(specification: Specification) -> Iterable[Artefact]:
    """The concept scheme of the version as Turtle."""
    yield Artefact(CONCEPTS_FILE, format_turtle(_prefixes(specification), _blocks(specification)).encode())


def _prefixes(specification: Specification) -> dict[str, str]:
    return {
        "dct": "http://purl.org/dc/terms/",
        "owl": "http://www.w3.org/2002/07/owl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        specification.domain.code: specification.domain.concept_uri(""),
    }


def _blocks(specification: Specification) -> Iterator[Statements]:
    concepts = tuple(_concepts(specification))
    scheme = f"<{specification.id.uri}/begrippen>"
    yield Statements(
        subject=scheme,
        rows=(
            ("a", ("skos:ConceptScheme",)),
            ("dct:title", (text_nl(f"{specification.title} {specification.version}: begrippen"),)),
            ("dct:description", _some(specification.description)),
            ("owl:versionInfo", (text(specification.version),)),
            ("skos:editorialNote", (text_nl(_note(specification)),)),
            ("skos:hasTopConcept", [_address(specification, c.name) for c in concepts if _DOTS not in c.name]),
        ),
    )
    labels = _labels(concepts)
    for concept in concepts:
        yield Statements(
            subject=_address(specification, concept.name),
            rows=tuple(_rows(specification, concept, labels[concept.name], scheme)),
        )


def _note(specification: Specification) -> str:
    return f"Status: {specification.status}. Gemaakt uit het model van {specification.id.code}; geen officiële uitgave."


def _rows(
    specification: Specification, concept: _Concept, label: str, scheme: str
) -> Iterator[tuple[str, Sequence[str]]]:
    element = concept.element
    words = tuple(dict.fromkeys(w for w in element.search_words if w != label))
    yield "a", ("skos:Concept",)
    yield "skos:inScheme", (scheme,)
    yield "skos:topConceptOf", () if _DOTS in concept.name else (scheme,)
    yield "skos:prefLabel", (text_nl(label),)
    yield "skos:hiddenLabel", [text_nl(w) for w in words]
    yield "skos:notation", [text(concept.notation)] if concept.notation else ()
    yield "skos:definition", _some(element.definition)
    yield "skos:scopeNote", [text_nl(e) for e in element.explanation]
    yield "skos:example", [text(e) for e in concept.examples]
    yield "dct:source", [text_nl(specification.source(code).title) for code in element.sources]
    yield "skos:broader", [_address(specification, concept.broader)] if concept.broader else ()
    yield "skos:related", [_address(specification, name) for name in concept.related]


def _concepts(specification: Specification) -> Iterator[_Concept]:
    for object_type in specification.object_types:
        yield _Concept(name=object_type.name, element=object_type)
        for attribute in object_type.attributes:
            target = specification.code_list(attribute.range)
            yield _Concept(
                name=f"{object_type.name}.{attribute.name}",
                element=attribute,
                owner=object_type.label,
                notation=attribute.wire_name if attribute.exchanged else "",
                examples=attribute.examples,
                related=(object_type.name,) if target is None else (object_type.name, target.name),
            )
    for code_list in specification.code_lists:
        yield _Concept(name=code_list.name, element=code_list, owner="waardenlijst")
        for value in code_list.values:
            yield _Concept(
                name=f"{code_list.name}.{value.code}",
                element=value,
                owner=code_list.label,
                notation=value.value,
                broader=code_list.name,
            )


def _labels(concepts: Sequence[_Concept]) -> dict[str, str]:
    """The preferred label of each concept, unique in the scheme: a namesake gets its owner behind it."""
    count = Counter(c.element.label.casefold() for c in concepts)
    labels = {
        c.name: f"{c.element.label} ({c.owner})"
        if c.owner and count[c.element.label.casefold()] > 1
        else c.element.label
        for c in concepts
    }
    again = Counter(label.casefold() for label in labels.values())
    return {name: f"{label} [{name}]" if again[label.casefold()] > 1 else label for name, label in labels.items()}


def _address(specification: Specification, name: str) -> str:
    return shorten(specification.domain.concept_uri(name), _prefixes(specification))


def _some(value: str) -> tuple[str, ...]:
    return (text_nl(value),) if value else ()
