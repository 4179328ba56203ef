"""The machine that runs a migrator on the envelope and on the records of a delivery."""

from __future__ import annotations

from typing import Any

from ddas.migration.fitting import Fitter
from ddas.migration.migrator import Migrator, Path
from ddas.migration.steps import Act, Step, compile_steps
from ddas.migration.versions import Version
from ddas.migration.work import Work
from ddas.standard.record_layout import RecordList
from ddas.validation.acceptance import SureJudge, explain_envelope

__all__ = ["PreparedMigrator"]


class PreparedMigrator:
    """A migrator with its two versions, ready to run."""

    def __init__(self, migrator: Migrator, source: Version, target: Version) -> None:
        self.migrator = migrator
        self._target = target
        self._fitter = Fitter(migrator.target)
        self._lists = {part.path: part for part in target.layout.lists}
        parts = (*source.layout.lists, *target.layout.lists)
        scopes = sorted((part.shown_path for part in parts), key=len, reverse=True)
        self._wanted: tuple[Step, ...] = (*migrator.fills, *migrator.demands)
        self._scope_by_step = {id(s): _scope(s, scopes) for s in (*migrator.steps, *self._wanted)}
        self._envelope_steps = self._compile("", "")
        self._envelope_fills = self._compile("", "", only_fills=True)
        self._records = {part.path: self._compose(part) for part in source.layout.lists}

    def new_path(self, path: Path) -> Path:
        """Where the newer version has a list of records."""
        return self.migrator.moved_lists.get(path, path)

    def migrate_envelope(self, envelope: dict[str, Any], work: Work) -> None:
        """Bring the document without its records to the newer version, in place."""
        work.tally.step = self.migrator.name
        self._envelope_steps([envelope], work)
        if explain_envelope(None, self._target.specification, self._target.layout, envelope):
            self._fitter.fit(envelope, self._target.envelope_schema, "", work.tally)
            self._envelope_fills([envelope], work)

    def migrate_records(self, path: Path, values: list[dict[str, Any]], work: Work) -> None:
        """Bring records of the list at ``path`` to the newer version, in place."""
        work.tally.step = self.migrator.name
        self._records[path](values, work)

    def _compose(self, old: RecordList) -> Act:
        """Everything that is done with records of this list."""
        new = self._lists[self.new_path(old.path)]
        judge = SureJudge(self._target.specification, new.object_type)
        steps = self._compile(old.shown_path, new.shown_path)
        fills = self._compile(old.shown_path, new.shown_path, only_fills=True)
        schema = self._target.record_schema(new.path)

        def run(values: list[dict[str, Any]], work: Work) -> None:
            steps(values, work)
            doubtful = [value for value in values if not judge.is_sure(value)]
            for value in doubtful:
                self._fitter.fit(value, schema, old.shown_path, work.tally, keys=judge.doubtful_keys(value))
            fills(doubtful, work)

        return run

    def _compile(self, base: str, new_base: str, *, only_fills: bool = False) -> Act:
        steps = () if only_fills else self.migrator.steps
        own: list[Step] = [s for s in steps if self._scope_by_step[id(s)] == base]
        own += [s for s in self._wanted if self._scope_by_step[id(s)] == new_base]
        return compile_steps(own, base=base, new_base=new_base)


def _scope(step: Step, scopes: list[str]) -> str:
    """The path of the records that the step is about; empty for the rest of the file."""
    return next((s for s in scopes if step.path == s or step.path.startswith(f"{s}.")), "")
