"""Mistakes to plant in a record: each spoils one thing and knows where that is noticed, and by what."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ddas.sampling.story import Sound
from ddas.standard.specification import Attribute, ObjectType, Specification
from ddas.standard.value_kinds import ValueKind

__all__ = ["Mistake", "Record", "structural_mistakes"]

Record = dict[str, Any]

_WRONG_DAYS = ("31-12-2024", "2025-02-30")
_ADDED = "opmerking"
_Step = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """``plant``: from a valid record, which stays as it is, to a spoiled one and the pointers within it where that is
    noticed; None when the record has nothing to spoil.

    ``once``: a second one in the same delivery would be noticed otherwise, or not at all. ``apart``: only in a record
    about which no other record says something.
    """

    rule: str
    plant: Callable[[Record], tuple[Record, tuple[str, ...]] | None]
    once: bool = False
    apart: bool = False


def structural_mistakes(specification: Specification, record_type: str, sound: Sound) -> tuple[Mistake, ...]:
    """What the wire schema notices: missing, another type, not in its list, no date, no allowed way, unknown."""
    found = specification.object_type(record_type)
    if found is None:
        return ()
    prefix = f"{specification.domain.code.upper()}-"
    mistakes = []
    for attribute in found.exchanged_attributes:
        if attribute.name in sound.required:
            mistakes.append(Mistake(rule=f"{prefix}S01", plant=_without(attribute.wire_name)))
    for path in sound.values:
        route = _find_route(specification, record_type, path)
        if route is None:
            continue
        keys, attribute = route
        for number, change in _iter_changes(specification, attribute):
            apart = specification.object_type(attribute.range) is not None
            mistakes.append(Mistake(rule=prefix + number, plant=_changed(keys, change), apart=apart))
    if found.closed and all(a.wire_name != _ADDED for a in found.exchanged_attributes):
        mistakes.append(Mistake(rule=f"{prefix}S07", plant=_with_more))
    return tuple(mistakes)


def _find_route(
    specification: Specification, record_type: str, path: str
) -> tuple[tuple[_Step, ...], Attribute] | None:
    """The way on the wire to a field, given in identifiers; of a list to its first item."""
    keys: list[_Step] = []
    holder = specification.object_type(record_type)
    attribute = None
    for name in path.split("."):
        attribute = holder.attribute(name) if holder else None
        if attribute is None or not attribute.exchanged:
            return None
        keys += [attribute.wire_name, 0] if attribute.many else [attribute.wire_name]
        holder = specification.object_type(attribute.range)
    return (tuple(keys), attribute) if attribute else None


def _iter_changes(specification: Specification, attribute: Attribute) -> Iterator[tuple[str, Callable[[Any], Any]]]:
    """Number of the structural fault and how a value comes to have it."""
    target = specification.target(attribute.range)
    match target.kind:
        case ValueKind.OBJECT if isinstance(target, ObjectType) and target.alternatives:
            yield "S11", lambda _: {}
        case ValueKind.CODE:
            yield "S03", lambda value: f"{value} (oud)"
        case ValueKind.DATE:
            for day in _WRONG_DAYS:
                yield "S04", _replace_by(day)
        case ValueKind.BOOLEAN:
            yield "S02", _replace_by("ja")
        case ValueKind.WHOLE_NUMBER:
            yield "S02", str


def _replace_by(value: str) -> Callable[[Any], Any]:
    return lambda _: value


def _changed(
    keys: tuple[_Step, ...], change: Callable[[Any], Any]
) -> Callable[[Record], tuple[Record, tuple[str, ...]] | None]:
    pointer = "".join(f"/{key}" for key in keys)

    def plant(record: Record) -> tuple[Record, tuple[str, ...]] | None:
        spoiled = copy.deepcopy(record)
        holder: Any = spoiled
        try:
            for key in keys[:-1]:
                holder = holder[key]
            holder[keys[-1]] = change(holder[keys[-1]])
        except (KeyError, IndexError):
            return None
        return spoiled, (pointer,)

    return plant


def _without(key: str) -> Callable[[Record], tuple[Record, tuple[str, ...]] | None]:
    """Leave out a required field; it is missed at the place where it should stand."""
    return lambda record: ({k: v for k, v in record.items() if k != key}, (f"/{key}",))


def _with_more(record: Record) -> tuple[Record, tuple[str, ...]]:
    return {**record, _ADDED: "Hier hoort niets."}, (f"/{_ADDED}",)
