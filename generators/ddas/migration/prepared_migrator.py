"""The machine that runs a migrator on the envelope and on the records of a delivery."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ddas.migration.fitting import Fitter
from ddas.migration.migrator import Migrator, Path
from ddas.migration.steps import Act, Step, compile_steps
from ddas.migration.versions import Version
from ddas.migration.work import Work
from ddas.standard.record_layout import RecordList
from ddas.validation.acceptance import explain_envelope, make_acceptor

__all__ = ["PreparedMigrator"]

_Accepts = Callable[[Any], bool]


class PreparedMigrator:
    """A migrator with its two versions, ready to run."""

    def __init__(self, migrator: Migrator, source: Version, target: Version) -> None:
        self.migrator = migrator
        self._target = target
        self._fitter = Fitter(migrator.target)
        self._lists = {part.path: part for part in target.layout.lists}
        parts = (*source.layout.lists, *target.layout.lists)
        scopes = sorted((part.shown_path for part in parts), key=len, reverse=True)
        self._scope_by_step = {id(s): _scope(s, scopes) for s in (*migrator.steps, *migrator.fills)}
        self._envelope = self._compose("", "", self._accepts_envelope, lambda: target.envelope_schema)
        self._records = {part.path: self._compose_records(part) for part in source.layout.lists}

    def new_path(self, path: Path) -> Path:
        """Where the newer version has a list of records."""
        return self.migrator.moved_lists.get(path, path)

    def migrate_envelope(self, envelope: dict[str, Any], work: Work) -> None:
        """Bring the document without its records to the newer version, in place."""
        work.tally.step = self.migrator.name
        self._envelope(envelope, work)

    def migrate_record(self, path: Path, value: dict[str, Any], work: Work) -> None:
        """Bring one record of the list at ``path`` to the newer version, in place."""
        work.tally.step = self.migrator.name
        self._records[path](value, work)

    def _accepts_envelope(self, value: Any) -> bool:
        return not explain_envelope(None, self._target.specification, self._target.layout, value)

    def _compose_records(self, old: RecordList) -> Act:
        new = self._lists[self.new_path(old.path)]
        accepts = make_acceptor(self._target.specification, new.object_type)
        return self._compose(
            old.shown_path, new.shown_path, accepts, lambda: self._target.record_schema(new.path)
        )

    def _compose(self, base: str, new_base: str, accepts: _Accepts, schema: Callable[[], Mapping[str, Any]]) -> Act:
        fills = [s for s in self.migrator.fills if self._scope_by_step[id(s)] == new_base]
        steps = [s for s in self.migrator.steps if self._scope_by_step[id(s)] == base]
        act = compile_steps((*steps, *fills), base=base, new_base=new_base)
        fill_again = compile_steps(fills, base=base, new_base=new_base)

        def run(value: dict[str, Any], work: Work) -> None:
            act(value, work)
            if not accepts(value):
                self._fitter.fit(value, schema(), base, work.tally)
                fill_again(value, work)

        return run


def _scope(step: Step, scopes: list[str]) -> str:
    """The path of the records that the step is about; empty for the rest of the file."""
    return next((s for s in scopes if step.path == s or step.path.startswith(f"{s}.")), "")
