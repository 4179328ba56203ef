"""What differs beside the exchange model: rules, errata, phases, sources, examples, and the information model."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from ddas.comparison.change import ChangeKind, Difference
from ddas.comparison.meaning_differences import DESCRIPTION_KINDS, iter_description_differences
from ddas.standard.specification import (
    Attribute,
    Erratum,
    Example,
    ObjectType,
    Phase,
    Rule,
    RuleCase,
    Specification,
    TextSource,
)

__all__ = ["CONCEPT_PARTS", "RULE_TEXTS", "iter_record_differences"]

_K = ChangeKind
RULE_TEXTS = frozenset({"name", "message", "explanation", "remedy", "sources"})
"""What a rule says; everything else of it, its cases aside, is what it does."""
_CASES = frozenset({"cases"})

CONCEPT_PARTS = tuple(
    f.name for f in dataclasses.fields(Attribute) if f.name not in {*DESCRIPTION_KINDS, "name", "exchanged"}
)
"""Parts of an attribute of the information model that are no text."""

_STANDARD_TEXTS = ("title", "description")
_Record = Rule | Erratum | Phase | TextSource | Example


def iter_record_differences(old: Specification, new: Specification) -> Iterator[Difference]:
    """Every such difference."""
    for name in _STANDARD_TEXTS:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Difference(kind=_K.STANDARD_TEXT_CHANGED, path=name, label=new.title, before=before, after=after)
    yield from _rules(old, new)
    yield from _records(
        {e.id: e for e in old.errata},
        {e.id: e for e in new.errata},
        (_K.ERRATUM_ADDED, _K.ERRATUM_REMOVED, _K.ERRATUM_CHANGED),
    )
    yield from _records(
        {p.code: p for p in old.phases},
        {p.code: p for p in new.phases},
        (_K.PHASE_ADDED, _K.PHASE_REMOVED, _K.PHASE_CHANGED),
    )
    yield from _records(
        {s.code: s for s in old.sources},
        {s.code: s for s in new.sources},
        (_K.SOURCE_ADDED, _K.SOURCE_REMOVED, _K.SOURCE_CHANGED),
    )
    yield from _records(
        {e.name: e for e in old.examples},
        {e.name: e for e in new.examples},
        (_K.EXAMPLE_ADDED, _K.EXAMPLE_REMOVED, _K.EXAMPLE_CHANGED),
    )
    yield from _concepts(old, new)


def _rules(old: Specification, new: Specification) -> Iterator[Difference]:
    before, after = {r.id: r for r in old.rules}, {r.id: r for r in new.rules}
    yield from _records(before, after, (_K.RULE_ADDED, _K.RULE_REMOVED, _K.RULE_CHANGED), skip=RULE_TEXTS | _CASES)
    before, after = {i: r for i, r in before.items() if i in after}, {i: r for i, r in after.items() if i in before}
    for kind, parts in ((_K.RULE_TEXT_CHANGED, RULE_TEXTS), (_K.RULE_CASES_CHANGED, _CASES)):
        yield from _records(before, after, (_K.RULE_ADDED, _K.RULE_REMOVED, kind), only=parts)


def _records(
    old: Mapping[str, _Record],
    new: Mapping[str, _Record],
    kinds: tuple[ChangeKind, ChangeKind, ChangeKind],
    *,
    skip: frozenset[str] = frozenset(),
    only: frozenset[str] | None = None,
) -> Iterator[Difference]:
    added, removed, changed = kinds
    for key, record in old.items():
        if key not in new:
            yield Difference(kind=removed, path=key, label=_title(record), before=_title(record))
            continue
        names = [
            f.name
            for f in dataclasses.fields(record)
            if f.name not in skip and (only is None or f.name in only)
            if getattr(record, f.name) != getattr(new[key], f.name)
        ]
        if names:
            yield Difference(
                kind=changed,
                path=key,
                label=_title(new[key]),
                before={n: _small(record, n) for n in names},
                after={n: _small(new[key], n) for n in names},
            )
    for key, record in new.items():
        if key not in old:
            yield Difference(kind=added, path=key, label=_title(record), after=_title(record))


def _title(record: _Record) -> str:
    return record.name if isinstance(record, Rule) else record.title


def _small(record: _Record, name: str) -> object:
    """A part of a record; of an example delivery only a digest of its text."""
    value = getattr(record, name)
    if isinstance(record, Example) and name == "content":
        return hashlib.sha256(record.content.encode()).hexdigest()[:12]
    return _plain(value)


def _plain(value: object) -> object:
    """Records in a record as plain data; cases as a digest, they are long."""
    if isinstance(value, tuple) and value and isinstance(value[0], RuleCase):
        return hashlib.sha256(repr(value).encode()).hexdigest()[:12]
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: _plain(getattr(value, f.name))
            for f in dataclasses.fields(value)
            if getattr(value, f.name) != f.default
        }
    return value


def _concepts(old: Specification, new: Specification) -> Iterator[Difference]:
    before, after = _information_model(old), _information_model(new)
    for path, concept in before.items():
        if path not in after:
            yield Difference(kind=_K.CONCEPT_REMOVED, path=path, label=concept.label, before=concept.label)
            continue
        now = after[path]
        yield from iter_description_differences(concept, now, path, DESCRIPTION_KINDS)
        if isinstance(concept, Attribute) and isinstance(now, Attribute):
            first, second = _parts(concept), _parts(now)
            names = [n for n in CONCEPT_PARTS if first[n] != second[n]]
            if names:
                yield Difference(
                    kind=_K.CONCEPT_CHANGED,
                    path=path,
                    label=now.label,
                    before={n: first[n] for n in names},
                    after={n: second[n] for n in names},
                )
    for path, concept in after.items():
        if path not in before:
            yield Difference(kind=_K.CONCEPT_ADDED, path=path, label=concept.label, after=concept.label)


def _information_model(specification: Specification) -> dict[str, ObjectType | Attribute]:
    """What is not exchanged: ``Objecttype`` and ``Objecttype.veld`` → the element."""
    found: dict[str, ObjectType | Attribute] = {}
    for object_type in specification.object_types:
        if not object_type.exchanged:
            found[object_type.name] = object_type
        for attribute in object_type.attributes:
            if not attribute.exchanged:
                found[f"{object_type.name}.{attribute.name}"] = attribute
    return found


def _parts(attribute: Attribute) -> dict[str, Any]:
    values = {n: getattr(attribute, n) for n in CONCEPT_PARTS}
    return {n: list(v) if isinstance(v, tuple) else v for n, v in values.items()}
