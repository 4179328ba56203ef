"""Finding a field by what people call it.

Every word of the question must fit the field somewhere. Where it fits, and how well, decides the order: label before
wire name, search words, place and definition; a whole word before a part of one.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ddas.standard.json_paths import list_json_paths
from ddas.standard.specification import Attribute, ObjectType, Specification

__all__ = ["Field", "find_fields", "suggest_labels"]

Field = tuple[ObjectType, Attribute]

_SKIPPED = frozenset(
    ("aan", "bij", "de", "dit", "een", "en", "het", "in", "is", "met", "of", "op", "te", "van", "voor")
)
_WORD = re.compile(r"[a-z0-9%]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LABEL, _WIRE, _SEARCH, _PLACE, _DEFINITION = 0, 3, 6, 9, 12  # costs of a whole word
_PART, _INSIDE = 1, 2  # more, for the begin or end of a word, and for its middle
_LEAST_LIKENESS = 0.8  # of 1, for two words to be one with a slip of the pen


@dataclass(frozen=True, slots=True)
class _Source:
    """Words of one kind about a field. ``least``: letters that a part of a word must have; None: whole words only."""

    cost: int
    words: frozenset[str]
    least: int | None = 3


@dataclass(frozen=True, slots=True)
class _Entry:
    """A field with all words about it. ``names``: folded names of which one may be the whole question."""

    field: Field
    names: frozenset[str]
    sources: tuple[_Source, ...]


def find_fields(specification: Specification, text: str, *, in_definitions: bool = False) -> tuple[Field, ...]:
    """The exchanged fields that ``text`` names, best first, those of one object type together.

    Case, accents, punctuation and small words such as ``van`` do not matter. ``Client.geboortedatum`` names one field
    (object type by name or label, field by any of its names), and so does the whole label when it has several words.
    Other text names each field that all its words fit, and each field of the object type that is called exactly so.
    A fit in a definition counts when ``in_definitions`` asks for it.
    """
    wanted, words = _fold(text), _question_words(text)
    alone = len(words) == 1 and words[0].isalnum()
    entries = tuple(_iter_entries(specification, alone=alone, in_definitions=in_definitions))
    exact = [e.field for e in entries if wanted in _qualified_names(e.field)]
    if not exact and len(words) > 1:
        exact = [e.field for e in entries if wanted in e.names]
    if exact:
        return tuple(exact)
    return _arrange((sum(costs), e.field) for e in entries if (costs := _costs(words, e.sources)))


def suggest_labels(specification: Specification, text: str, number: int = 3) -> tuple[str, ...]:
    """Labels of fields that ``text`` names once its misspelt words are mended; empty when nothing is near."""
    entries = tuple(_iter_entries(specification, alone=True))
    known = sorted({w for e in entries for s in e.sources if s.cost < _PLACE for w in s.words if len(w) > 3})
    mended = []
    for word in _question_words(text):
        near = difflib.get_close_matches(word, known, n=1, cutoff=_LEAST_LIKENESS)
        fits = any(_costs([word], e.sources) for e in entries)
        mended.append(word if fits or not near else near[0])
    return tuple(dict.fromkeys(a.label for _, a in find_fields(specification, " ".join(mended))))[:number]


def _iter_entries(specification: Specification, *, alone: bool, in_definitions: bool = False) -> Iterator[_Entry]:
    """Every field; for a question of one word (``alone``) the place is the name of the object type and nothing else."""
    paths = list_json_paths(specification)
    for object_type, attribute in specification.iter_attributes():
        keys = (attribute.wire_name, attribute.name)
        own = _type_names(object_type)
        place = own | _words(object_type.label, *paths[object_type.name])
        sources = (
            _Source(_LABEL, _words(attribute.label)),
            _Source(_WIRE, _words(*keys) | {_compact(_fold(k)) for k in keys}),
            _Source(_SEARCH, _words(*attribute.search_words)),
            _Source(_PLACE, frozenset(own if alone else place), least=None),
            _Source(_DEFINITION, _words(attribute.definition if in_definitions else ""), least=5),
        )
        yield _Entry((object_type, attribute), frozenset(map(_fold, (attribute.label, *keys))), sources)


def _costs(words: Sequence[str], sources: Sequence[_Source]) -> list[int]:
    """The cost of each word at its best fit; empty when a word fits nowhere."""
    costs = [_word_cost(word, sources) for word in words]
    return [c for c in costs if c is not None] if None not in costs else []


def _word_cost(word: str, sources: Sequence[_Source]) -> int | None:
    """The best fit of the whole word, else of its parts around punctuation, else of the two words it is made of."""
    cost = _best(_compact(word), sources)
    if cost is not None:
        return cost
    parts = _WORD.findall(word)
    if len(parts) > 1:
        costs = [_best(part, sources) for part in parts]
        return None if None in costs else sum(c for c in costs if c is not None)
    return _compound_cost(word, [replace(s, least=s.least and max(s.least, 4)) for s in sources])


def _compound_cost(word: str, sources: Sequence[_Source]) -> int | None:
    """The best fit of two words written as one, with or without an ``s`` between them, such as ``schuldbedrag``."""
    sums = []
    for at in range(3, len(word) - 2):
        left = [c for f in {word[:at], word[:at].removesuffix("s")} if (c := _best(f, sources)) is not None]
        right = _best(word[at:], sources)
        if left and right is not None:
            sums.append(min(left) + right)
    return min(sums, default=None)


def _best(word: str, sources: Sequence[_Source]) -> int | None:
    forms = _forms(word)
    return min((s.cost + fit for s in sources if (fit := _fit(forms, s)) is not None), default=None)


def _fit(forms: frozenset[str], source: _Source) -> int | None:
    if any(forms & _forms(word) for word in source.words):
        return 0
    if source.least is None:
        return None
    parts = tuple(f for f in forms if len(f) >= (source.least or 0))
    if any(word.startswith(parts) or word.endswith(parts) for word in source.words):
        return _PART
    inner = [f for f in parts if len(f) > 4 and source.cost < _DEFINITION]
    return _INSIDE if any(f in word for word in source.words for f in inner) else None


def _forms(word: str) -> frozenset[str]:
    """The word, and without the ending of its plural."""
    return frozenset((word, *(word[: -len(end)] for end in ("en", "s") if word.endswith(end) and len(word) > 4)))


def _arrange(found: Iterable[tuple[int, Field]]) -> tuple[Field, ...]:
    ranked = [field for _, field in sorted(found, key=lambda pair: pair[0])]
    types = dict.fromkeys(o.name for o, _ in ranked)
    return tuple(field for name in types for field in ranked if field[0].name == name)


def _question_words(text: str) -> list[str]:
    words = [re.sub(r"nr\.?$", "nummer", w) for w in _fold(text).split() if _compact(w)]
    return [w for w in words if w not in _SKIPPED] or words


def _words(*texts: str) -> frozenset[str]:
    """The words of texts, folded; ``E-mailadres`` gives its parts and the whole, ``datumAfronding`` its parts."""
    found: set[str] = set()
    for piece in " ".join(texts).split():
        parts = _WORD.findall(_fold(_HUMP.sub(" ", piece)))
        found |= {p for p in parts if p not in _SKIPPED}
        if "-" in piece:
            found.add("".join(parts))
    return frozenset(found)


def _type_names(object_type: ObjectType) -> frozenset[str]:
    return frozenset((_fold(object_type.name), _fold(object_type.label)))


def _qualified_names(field: Field) -> Iterator[str]:
    object_type, attribute = field
    for whole in _type_names(object_type):
        yield from (f"{whole}.{_fold(n)}" for n in _names(attribute))


def _names(attribute: Attribute) -> tuple[str, ...]:
    return (attribute.label, attribute.wire_name, attribute.name)


def _compact(word: str) -> str:
    return "".join(_WORD.findall(word))


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", " ".join(text.split()))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
