"""Reading order (``rank``) and URIs: present, and those of the element itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ddas_generators.lint.doubles import iter_doubles
from ddas_generators.lint.element import ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.lint.names import is_well_spelled

__all__ = ["check_ranks", "check_uris"]

_URI_KEYS = {ElementKind.CLASS: "class_uri", ElementKind.ATTRIBUTE: "slot_uri", ElementKind.ENUM: "enum_uri"}


def check_ranks(model: LintModel) -> Iterator[LintFinding]:
    """Classes have an order among each other, attributes within their class."""
    classes = model.of(ElementKind.CLASS)
    for group in (classes, *(model.parts(owner) for owner in classes)):
        for element in group:
            if type(element.data.get("rank")) is not int:
                yield element.fault(
                    Fault.RANK_MISSING, "'rank' ontbreekt of is geen geheel getal. Vul de plaats in de volgorde in."
                )
        ranked = [e for e in group if type(e.data.get("rank")) is int]
        for first, second in iter_doubles((e.data["rank"], e) for e in ranked):
            yield second.fault(
                Fault.RANK_DOUBLE,
                f"'rank' is gelijk aan die van {first.path}. Geef een van de twee een ander getal.",
                "rank",
            )


def check_uris(model: LintModel) -> Iterator[LintFinding]:
    """Classes, attributes and enums have a URI: a declared prefix and their own path."""
    prefixes = {str(n) for s in model.schemas if isinstance(found := s.data.get("prefixes"), Mapping) for n in found}
    elements = model.of(*_URI_KEYS)
    for element in elements:
        key = _URI_KEYS[element.kind]
        uri = element.text(key)
        if not uri:
            yield element.fault(Fault.URI_MISSING, f"'{key}' ontbreekt. Vul het voorvoegsel en de naam in.")
        elif (prefix := uri.partition(":")[0]) not in prefixes:
            yield element.fault(
                Fault.URI_PREFIX_UNKNOWN,
                f"het voorvoegsel '{prefix}' staat niet bij 'prefixes'. Kies uit: {', '.join(sorted(prefixes))}.",
                key,
            )
        elif (own := uri.partition(":")[2]) != element.path and is_well_spelled(element):
            yield element.fault(
                Fault.URI_WRONG,
                f"'{key}' noemt '{own}', maar dit {element.kind} is {element.path}. Schrijf {prefix}:{element.path}.",
                key,
            )
