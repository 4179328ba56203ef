"""A file → a file of a newer version: recognise, migrate the envelope, then the elements one by one."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from ddas.delivery.file_fault_name import FileFaultName
from ddas.errors import DdasError, os_error_in_words
from ddas.migration.document_writer import write_document
from ddas.migration.element_reader import Element, ElementReader, UnreadableError
from ddas.migration.migrator import PreparedMigrator
from ddas.migration.options import check_options, explain_missing
from ddas.migration.outcome import Migration, Refusal
from ddas.migration.pairs.migrators import chain_to
from ddas.migration.recognition import Inspection, inspect
from ddas.migration.refusals import explain_invalid, explain_unreadable
from ddas.migration.slots import CutSchema, Slot, slot_path
from ddas.migration.source_file import check_unchanged, open_source, refuse_target
from ddas.migration.tally import Kind
from ddas.migration.version_check import VersionCheck
from ddas.migration.versions import choose_source, load_versions, refuse_other_domain
from ddas.migration.work import Work
from ddas.rendering.files import open_replacement
from ddas.standard.catalog import find_specification

__all__ = ["migrate_file"]


def migrate_file(
    source: Path, target: Path, *, to: str, given: str | None = None, options: Mapping[str, str] | None = None
) -> Migration | Refusal:
    """Write ``source`` as a delivery of a newer version to ``target``; the source is never changed.

    Args:
        source: A JSON delivery, also from a pipe.
        target: Is written whole or not at all.
        to: Code of the version to write.
        given: Code of the version of the source; None recognises it.
        options: Values by name for required fields that the source lacks.

    Returns:
        What was done, or why the content of the file stands in the way.

    Raises:
        DdasError: it could not be done: a file, a version or an option.
    """
    values = options or {}
    versions = load_versions(to)
    if given is not None:
        choose_source(given, to, versions)
    check_options(values, chain_to(to), {code: cut.whole for code, cut in versions.items()})
    refuse_target(target, source)
    with open_source(source) as stream:
        try:
            return _migrate(stream, target, versions, given, values)
        except UnreadableError as error:
            return explain_unreadable(str(source), error)
        except RecursionError:
            return explain_unreadable(str(source), UnreadableError(FileFaultName.TOO_DEEP))
        except OSError as error:
            raise DdasError(
                f"{target} kan niet worden geschreven: {os_error_in_words(error)}. "
                "Controleer de map, de rechten en de ruimte."
            ) from error


def _migrate(
    stream: BinaryIO, target: Path, versions: Mapping[str, CutSchema], given: str | None, values: Mapping[str, str]
) -> Migration | Refusal:
    to = list(versions)[-1]
    before = os.fstat(stream.fileno())
    found = inspect(stream, versions, only=given)
    refuse_other_domain(found.envelope, to)
    if not found.valid:
        return explain_invalid(found, given, to)
    code = _newest(found.valid)
    run = _Run(versions, code, Work(values))
    if code == to:
        stream.seek(0)
        with open_replacement(target) as output:
            shutil.copyfileobj(stream, output)
    else:
        envelope = run.migrate_envelope(found)
        stream.seek(0)
        with open_replacement(target) as output:
            reader = ElementReader(stream, frozenset(versions[code].lists))
            write_document(output, envelope, frozenset(versions[to].lists), run.iter_migrated(reader))
            run.check_result(envelope)
            check_unchanged(stream, before)
    chosen_by = "gekozen met --from" if given else "de nieuwste versie die dit bestand accepteert"
    return run.finish(found, chosen_by, values)


def _newest(codes: Sequence[str]) -> str:
    """The newest of these that is adopted; a concept, which accepts nearly all of its predecessor, only when alone."""
    adopted = [code for code in codes if not find_specification(code).status.is_draft]
    return (adopted or codes)[-1]


class _Run:
    """The migration of one delivery from one version to the last of ``versions``."""

    def __init__(self, versions: Mapping[str, CutSchema], code: str, work: Work) -> None:
        self._code = code
        self._to = list(versions)[-1]
        self._work = work
        chain = chain_to(self._to)
        self._migrators = chain[len(chain) - (len(versions) - 1 - list(versions).index(code)) :]
        self._prepared = [PreparedMigrator(m, versions[m.source], versions[m.target]) for m in self._migrators]
        self._check = VersionCheck(self._to, versions[self._to])
        self._counts: Counter[Slot] = Counter()

    def migrate_envelope(self, found: Inspection) -> dict[str, object]:
        """The envelope in the newest version.

        Raises:
            DdasError: something required is missing that has no default.
        """
        envelope = found.envelope
        for prepared in self._prepared:
            prepared.migrate_envelope(envelope, self._work)
        if self._work.missing:
            raise explain_missing(self._work.missing, self._migrators, self._to)
        self._work.tally.step = self._migrators[0].name
        reason = "de sleutel stond twee keer in hetzelfde object; de laatste telt"
        self._work.tally.add(Kind.LOST, "(dubbele sleutels)", reason=reason, count=found.doubles)
        return envelope

    def iter_migrated(self, reader: ElementReader) -> Iterator[Element]:
        """Every element in the newest version."""
        for element in reader.iter_elements():
            slot = element.slot
            for prepared in self._prepared:
                slot = prepared.migrate_element(slot, element.value, self._work)
            migrated = Element(slot, element.delivery, element.index, element.value)
            self._check.see(migrated)
            self._counts[slot] += 1
            yield migrated

    def check_result(self, envelope: Mapping[str, object]) -> None:
        """Raise when the newest version refuses the result: then a migrator is wrong, and nothing is written."""
        if not self._check.finish(envelope):
            raise DdasError(
                f"Het resultaat past niet in {self._to}, op {self._check.faults} plaatsen, zoals "
                f"{', '.join(self._check.places)}. Er is niets geschreven. Dit is een fout in ddas: meld hem."
            )

    def finish(self, found: Inspection, chosen_by: str, values: Mapping[str, str]) -> Migration:
        """The outcome, after everything was written."""
        steps: Sequence[str] = [m.name for m in self._migrators]
        return Migration(
            source=self._code,
            chosen_by=chosen_by,
            target=self._to,
            elements={slot_path(slot): count for slot, count in sorted(self._counts.items())},
            changes=self._work.tally.changes(steps),
            unused_options=tuple(sorted(values.keys() - self._work.used)),
            strays=found.strays[self._code],
        )
