"""One mistake, one finding: which hits keep silent because a more telling one was made at the same spot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from msgspec import Struct

from ddas.findings import Pointer
from ddas.standard.specification import Rule, Specification
from ddas.validation.faulty_fields import FaultyFields, FaultyPlaces, Spots

__all__ = ["RuleHit", "Silencer"]


@dataclass(frozen=True, slots=True)
class RuleHit:
    """A rule that does not hold, and where: from the record that was looked at, or from the root."""

    rule: Rule
    pointer: Pointer
    addition: str


class Silencer:
    """Drops hits of rules that another hit silences, and hits on what the schema refuses already.

    Two places are the same spot when the objects that hold them are the same, or one holds the other. What is not
    there is held by the innermost object around it that is.
    """

    def __init__(self, specification: Specification, prefix: Pointer) -> None:
        self.faulty_fields = FaultyFields(specification, prefix)
        self._names = {t.name: {a.wire_name: a.name for a in t.attributes} for t in specification.object_types}

    def keep(self, hits: Sequence[RuleHit], record: Any, faulty: FaultyPlaces | None = None) -> list[RuleHit]:
        """The hits that stay, in order.

        Args:
            hits: All that were made in a record, or around the records.
            record: The typed object that was looked at, as ``RecordTypes`` makes it.
            faulty: The structural faults; None when there are none.
        """
        if faulty is not None:
            hits = [h for h in hits if not self._reads_fault(h, record, faulty)]
        if len(hits) < 2:
            return list(hits)
        loud = self._find_loud(hits, record)
        if not loud:
            return list(hits)
        return [h for h in hits if h.rule.id not in loud or not loud[h.rule.id].touch(self.holder(h.pointer, record))]

    def _find_loud(self, hits: Sequence[RuleHit], record: Any) -> dict[str, Spots]:
        """Id of each rule that has hits and is silenced → the objects at which it is."""
        louder: dict[str, set[str]] = {}
        for rule in {h.rule.id: h.rule for h in hits}.values():
            for id in rule.silences:
                louder.setdefault(id, set()).add(rule.id)
        silenced = louder.keys() & {h.rule.id for h in hits}
        makers = set[str]().union(*(louder[id] for id in silenced))
        holders: dict[str, set[Pointer]] = {id: set() for id in makers}
        for hit in hits:
            if hit.rule.id in makers:
                holders[hit.rule.id].add(self.holder(hit.pointer, record))
        return {id: Spots(set[Pointer]().union(*(holders[maker] for maker in louder[id]))) for id in silenced}

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

    def _reads_fault(self, hit: RuleHit, record: Any, places: FaultyPlaces) -> bool:
        """Whether the rule looks at a field that is wrong there; a rule on unknown keys looks at no field."""
        if not self.faulty_fields.is_known(hit.pointer):
            return False
        return self.faulty_fields.reads_any(hit.rule, places, self.holder(hit.pointer, record))
