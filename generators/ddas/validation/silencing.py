"""One mistake, one finding: which hits keep silent because a more telling one was made at the same spot."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ddas.delivery.walking import Place, find_place
from ddas.findings import Pointer
from ddas.specification import Rule, Specification

__all__ = ["RuleHit", "Silencer"]


@dataclass(frozen=True, slots=True)
class RuleHit:
    """A rule that does not hold, and where: from the record that was looked at, or from the root of the envelope."""

    rule: Rule
    pointer: Pointer
    addition: str


class Silencer:
    """Drops hits of rules that another hit silences, and hits on what the schema refuses already.

    Two places are the same spot when the objects that hold them are the same, or one holds the other.
    """

    def __init__(self, specification: Specification, prefix: Pointer) -> None:
        self._specification = specification
        self._prefix = prefix

    def keep(self, hits: Sequence[RuleHit], faulty: Collection[Pointer] = ()) -> list[RuleHit]:
        """The hits that stay, in order. ``faulty``: places of structural faults."""
        if faulty:
            hits = [h for h in hits if not self._reads_fault(h, faulty)]
        if len(hits) < 2 or not any(h.rule.silences for h in hits):
            return list(hits)
        loud = [(h.rule.silences, self._holder(h.pointer)) for h in hits if h.rule.silences]
        return [h for h in hits if not any(h.rule.id in s and _touch(p, self._holder(h.pointer)) for s, p in loud)]

    def _reads_fault(self, hit: RuleHit, faulty: Collection[Pointer]) -> bool:
        holder = self._holder(hit.pointer)
        for pointer in faulty:
            place = self._place(pointer)
            if place.attribute is None or not _touch(holder, pointer[:-1]):
                continue
            names = {place.object_type.name, f"{place.object_type.name}.{place.attribute.name}"}
            inner = place.attribute.range
            if names.intersection(hit.rule.fields) or any(f.partition(".")[0] == inner for f in hit.rule.fields):
                return True
        return False

    def _holder(self, pointer: Pointer) -> Pointer:
        """The object that holds a place; the place itself when it is an object or a list of objects."""
        place = self._place(pointer)
        if not pointer or isinstance(pointer[-1], int):
            return pointer
        is_object = place.attribute and self._specification.object_type(place.attribute.range)
        return pointer if is_object else pointer[:-1]

    def _place(self, pointer: Pointer) -> Place:
        return find_place(self._specification, (*self._prefix, *pointer))


def _touch(left: Pointer, right: Pointer) -> bool:
    short = min(len(left), len(right))
    return left[:short] == right[:short]
