"""A file → a file of a newer version: recognise, migrate the envelope, then the records part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.record_stream import BLOCK_SIZE, RecordStream
from ddas.delivery.source import OpenFileSource, Source, open_delivery
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.delivery.writing import RecordRun, write_document
from ddas.errors import DdasError
from ddas.migration.migrator import Migrator
from ddas.migration.options import check_options, explain_missing
from ddas.migration.outcome import Migration, Refusal
from ddas.migration.prepared_migrator import PreparedMigrator
from ddas.migration.recognition import Recognition, find_faults, recognise_version
from ddas.migration.record_migration import RecordMigration, count_doubles
from ddas.migration.refusals import (
    ImpossibleError,
    explain_choices,
    explain_impossible,
    explain_invalid,
    explain_unreadable,
)
from ddas.migration.versions import Version, chain_of, choose_source, load_versions, refuse_other_domain
from ddas.migration.work import Work
from ddas.rendering.files import check_target, open_output

__all__ = ["migrate_along", "migrate_file"]


def migrate_file(
    source: Path,
    target: Path,
    *,
    to: str,
    given: str | None = None,
    options: Mapping[str, str] | None = None,
    block_size: int = BLOCK_SIZE,
) -> Migration | Refusal:
    """Write ``source`` as a delivery of a newer version to ``target``; the source is never changed.

    Args:
        source: A JSON delivery, also from a pipe.
        target: Is written whole or not at all.
        to: Code of the version to write.
        given: Code of the version of the source; None recognises it.
        options: Values by name for required fields that the source lacks.
        block_size: How much is read at a time, in bytes; the result does not depend on it.

    Returns:
        What was done, or why the content of the file stands in the way.

    Raises:
        DdasError: it could not be done: a file, a version or an option.
    """
    versions = load_versions(to)
    if given is not None:
        choose_source(given, to, versions)
    return migrate_along(source, target, versions, given=given, options=options, block_size=block_size)


def migrate_along(
    source: Path,
    target: Path,
    versions: Mapping[str, Version],
    *,
    given: str | None = None,
    options: Mapping[str, str] | None = None,
    block_size: int = BLOCK_SIZE,
) -> Migration | Refusal:
    """The same, along these versions: by code, oldest first, the last the one to write; ``given`` is one of them."""
    to = list(versions)[-1]
    way = _Way(versions, chain_of(versions.values()))
    work = Work(options or {})
    check_options(options or {}, way.migrators, versions)
    check_target(target, source)
    with open_delivery(source) as opened:
        try:
            return _migrate(opened, target, way, given=given, work=work, block_size=block_size)
        except UnreadableDelivery as fault:
            return explain_unreadable(opened, fault)
        except RecursionError:
            return explain_unreadable(opened, UnreadableDelivery(FileFaultName.TOO_DEEP))
        except ImpossibleError as found:
            return explain_impossible(work.impossible, found.faults, to)
        except DdasError:
            if opened.has_changed():
                raise _changed() from None
            raise


def _migrate(
    source: Source,
    target: Path,
    way: _Way,
    *,
    given: str | None,
    work: Work,
    block_size: int,
) -> Migration | Refusal:
    versions = way.versions
    to = list(versions)[-1]
    found = recognise_version(source, versions, given=given, block_size=block_size)
    refuse_other_domain(found.envelope, versions[to])
    if found.code is None:
        return explain_invalid(found, given, list(versions))
    run = _Run(way, found.code, work, block_size)
    with open_output(target, inputs=[Path(source.name)], private=True, readable=True) as output:
        if found.code == to:
            _copy(source, output, block_size)
        else:
            run.write(source, found, output)
        if source.has_changed():
            raise _changed()
    chosen_by = "gekozen met --from" if given else "de nieuwste versie die dit bestand accepteert"
    return run.finish(found, chosen_by)


@dataclass(frozen=True, slots=True)
class _Way:
    """The versions, oldest first, and the migrators between them."""

    versions: Mapping[str, Version]
    migrators: Sequence[Migrator]

    def after(self, code: str) -> Sequence[Migrator]:
        """The migrators from this version on.

        Raises:
            DdasError: on the way is something that nobody chose yet.
        """
        migrators = self.migrators[list(self.versions).index(code) :]
        for migrator in migrators:
            if migrator.choices:
                raise explain_choices(migrator)
        return migrators


def _copy(source: Source, output: BinaryIO, block_size: int) -> None:
    for at in range(0, source.size, block_size):
        output.write(source.read(at, block_size))


def _changed() -> DdasError:
    return DdasError("Het bestand is veranderd terwijl het werd gelezen. Voer de opdracht opnieuw uit.")


class _Run:
    """The migration of one delivery from one version to the last of the way."""

    def __init__(self, way: _Way, code: str, work: Work, block_size: int) -> None:
        versions = way.versions
        self._source = versions[code]
        self._target = versions[list(versions)[-1]]
        self._work = work
        self._block_size = block_size
        self._migrators = way.after(code)
        self._prepared = [PreparedMigrator(m, versions[m.source], versions[m.target]) for m in self._migrators]
        self._counts: Counter[str] = Counter()

    def write(self, source: Source, found: Recognition, output: BinaryIO) -> None:
        """Write the delivery in the newest version.

        Raises:
            DdasError: something required is missing that has no default, or the result is wrong.
            UnreadableDelivery: a number in it cannot be written.
        """
        envelope = self._migrate_envelope(found)
        write_document(output, envelope, [part.path for part in self._target.layout.lists], self._iter_runs(source))
        output.flush()
        self._check_result(OpenFileSource(output.fileno()))

    def finish(self, found: Recognition, chosen_by: str) -> Migration:
        """The outcome, after everything was written."""
        return Migration(
            source=self._source.code,
            chosen_by=chosen_by,
            target=self._target.code,
            elements=dict(sorted(self._counts.items())),
            changes=self._work.tally.changes([m.name for m in self._migrators]),
            unused_options=self._work.unused,
            strays=found.strays,
        )

    def _migrate_envelope(self, found: Recognition) -> dict[str, Any]:
        envelope = found.envelope
        for prepared in self._prepared:
            prepared.migrate_envelope(envelope, self._work)
        if self._work.missing:
            raise explain_missing(self._work.missing, self._migrators, self._target.code)
        count_doubles(self._work, self._migrators[0].name, found.doubles)
        return envelope

    def _iter_runs(self, source: Source) -> Iterator[RecordRun]:
        layout = self._source.layout
        handler = RecordMigration(self._prepared, layout, self._work)
        shown = {part.path: part.shown_path for part in self._target.layout.lists}
        stream = RecordStream(source, layout, make_handler=lambda: handler, block_size=self._block_size)
        for handled in stream:
            path = layout.lists[handled.list_index].path
            for prepared in self._prepared:
                path = prepared.new_path(path)
            self._counts[shown[path]] += handled.count
            yield RecordRun(path, handled.holder, handled.result)

    def _check_result(self, written: Source) -> None:
        """Raise when the newest version refuses the result: then a migrator is wrong, and nothing is left."""
        faults = find_faults(written, self._target, block_size=self._block_size)
        if faults.count and self._work.impossible:
            raise ImpossibleError(faults)
        if faults.count:
            raise DdasError(
                f"Het resultaat past niet in {self._target.code}, op {faults.count} plaatsen, zoals "
                f"{', '.join(faults.places)}. Er is niets geschreven. Dit is een fout in ddas: meld hem."
            )
