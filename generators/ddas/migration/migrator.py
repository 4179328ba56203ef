"""A migrator: the steps from one version to the next, and the machine that runs them on envelope and elements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ddas.migration.acceptor import Acceptor, make_acceptor
from ddas.migration.fitting import Fitter
from ddas.migration.slots import CutSchema, Slot, slot_path
from ddas.migration.steps import Fill, Step, apply_step
from ddas.migration.work import Work

__all__ = ["Migrator", "PreparedMigrator"]

_Run = Callable[[dict[str, Any], Work], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrator:
    """From one version to the next of the same domain. Frozen once the newer version is released.

    Attributes:
        source: Code of the older version.
        target: Code of the newer version.
        steps: In order. A step on a field of a long list runs on each element, the others on the rest of the file.
        fills: Required texts of the newer version, given last.
        moved_lists: Long lists that stand elsewhere in the newer version.
    """

    source: str
    target: str
    steps: tuple[Step, ...] = ()
    fills: tuple[Fill, ...] = ()
    moved_lists: Mapping[Slot, Slot] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """For reports: ``shv-v0.8 → shv-v0.9``."""
        return f"{self.source} → {self.target}"


class PreparedMigrator:
    """A migrator with the wire schemas of its two versions, ready to run."""

    def __init__(self, migrator: Migrator, source: CutSchema, target: CutSchema) -> None:
        self.migrator = migrator
        self._fitter = Fitter(migrator.target)
        self._new_slots = {slot: migrator.moved_lists.get(slot, slot) for slot in source.lists}
        scopes = sorted((slot_path(s) for s in (*source.lists, *target.lists)), key=len, reverse=True)
        self._scope_by_step = {id(s): _scope(s, scopes) for s in (*migrator.steps, *migrator.fills)}
        self._envelope = self._compose("", "", target.envelope)
        self._elements = {
            slot: self._compose(slot_path(slot), slot_path(new), target.lists[new].element)
            for slot, new in self._new_slots.items()
        }

    def migrate_envelope(self, envelope: dict[str, Any], work: Work) -> None:
        """Bring the document without its elements to the newer version, in place."""
        work.tally.step = self.migrator.name
        self._envelope(envelope, work)

    def migrate_element(self, slot: Slot, value: dict[str, Any], work: Work) -> Slot:
        """Bring one element of the long list at ``slot`` to the newer version, in place; gives the new slot."""
        work.tally.step = self.migrator.name
        self._elements[slot](value, work)
        return self._new_slots[slot]

    def _compose(self, base: str, new_base: str, schema: Mapping[str, Any]) -> _Run:
        steps = [s for s in self.migrator.steps if self._scope_by_step[id(s)] == base]
        fills = [s for s in self.migrator.fills if self._scope_by_step[id(s)] == new_base]
        accepts: Acceptor = make_acceptor(schema)

        def run(value: dict[str, Any], work: Work) -> None:
            for step in (*steps, *fills):
                apply_step(step, value, work, base=base, new_base=new_base)
            if not accepts(value):
                self._fitter.fit(value, schema, base, work.tally)
                for fill in fills:
                    apply_step(fill, value, work, base=base, new_base=new_base)

        return run


def _scope(step: Step, scopes: list[str]) -> str:
    """The path of the long list that the step is about; empty for the rest of the file."""
    return next((s for s in scopes if step.path == s or step.path.startswith(f"{s}.")), "")
