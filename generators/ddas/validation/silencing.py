"""One mistake, one finding: which hits keep silent because a more telling one was made at the same spot."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec import Struct

from ddas.delivery.walking import Place, find_place
from ddas.findings import Pointer
from ddas.specification import Rule, Specification

__all__ = ["RuleHit", "Silencer", "touch"]


@dataclass(frozen=True, slots=True)
class RuleHit:
    """A rule that does not hold, and where: from the record that was looked at, or from the root of the envelope."""

    rule: Rule
    pointer: Pointer
    addition: str


class Silencer:
    """Drops hits of rules that another hit silences, and hits on what the schema refuses already.

    Two places are the same spot when the objects that hold them are the same, or one holds the other. What is not
    there is held by the innermost object around it that is.
    """

    def __init__(self, specification: Specification, prefix: Pointer) -> None:
        self._specification = specification
        self._prefix = prefix
        self._names = {t.name: {a.wire_name: a.name for a in t.attributes} for t in specification.object_types}

    def keep(self, hits: Sequence[RuleHit], record: Any, faulty: Collection[Pointer] = ()) -> list[RuleHit]:
        """The hits that stay, in order.

        Args:
            hits: All that were made in a record, or around the records.
            record: The typed object that was looked at, as ``RecordTypes`` makes it.
            faulty: Places of structural faults.
        """
        if faulty:
            hits = [h for h in hits if not self._reads_fault(h, record, faulty)]
        if len(hits) < 2 or not any(h.rule.silences for h in hits):
            return list(hits)
        loud = [(h.rule.silences, self.holder(h.pointer, record)) for h in hits if h.rule.silences]
        return [
            h for h in hits if not any(h.rule.id in s and touch(p, self.holder(h.pointer, record)) for s, p in loud)
        ]

    def holder(self, pointer: Pointer, record: Any) -> Pointer:
        """The innermost object on the way to a place, the place itself included."""
        found: Pointer = ()
        value = record
        for end, step in enumerate(pointer, 1):
            if isinstance(step, int):
                value = value[step] if isinstance(value, list) and step < len(value) else None
            else:
                value = getattr(value, self._names.get(type(value).__name__, {}).get(step, ""), None)
            if value is None:
                break
            if isinstance(value, Struct):
                found = pointer[:end]
        return found

    def _reads_fault(self, hit: RuleHit, record: Any, faulty: Collection[Pointer]) -> bool:
        """Whether the rule looks at a field that is wrong there; a rule on unknown keys looks at no field."""
        if hit.pointer and self._place(hit.pointer).attribute is None:
            return False
        holder = self.holder(hit.pointer, record)
        return self.reads_any(hit.rule, [p for p in faulty if touch(holder, p[:-1])])

    def reads_any(self, rule: Rule, faulty: Collection[Pointer]) -> bool:
        """Whether a rule reads a field that is wrong, that holds what is wrong, or that stands in what is wrong."""
        for pointer in faulty:
            inner = self._place(pointer).attribute
            if inner is None:
                continue  # an unknown key: no rule reads it, or it is one on keys
            if any(f.partition(".")[0] == inner.range for f in rule.fields):
                return True
            if not self._names_on(pointer).isdisjoint(rule.fields):
                return True
        return False

    def _names_on(self, pointer: Pointer) -> set[str]:
        """The fields on the way to a place and the one at it, and the type that holds that, as rules name them."""
        names = set()
        for end in range(1, len(pointer) + 1):
            if not isinstance(pointer[end - 1], int):
                place = self._place(pointer[:end])
                if place.attribute is not None:
                    names.add(f"{place.object_type.name}.{place.attribute.name}")
        return names | {self._place(pointer).object_type.name}

    def _place(self, pointer: Pointer) -> Place:
        return find_place(self._specification, (*self._prefix, *pointer))


def touch(left: Pointer, right: Pointer) -> bool:
    """Whether two objects are the same, or one holds the other."""
    short = min(len(left), len(right))
    return left[:short] == right[:short]
