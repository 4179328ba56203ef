"""Can what was delivered by the previous version be migrated to this one? Tried on its examples and on a sample."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ddas.errors import DdasError
from ddas.migration.known_keys import KnownKeys
from ddas.migration.migrate import migrate_along
from ddas.migration.migrator import Migrator
from ddas.migration.outcome import Refusal
from ddas.migration.versions import Version, chain_of, line_of
from ddas.sampling.write_delivery import write_delivery
from ddas.standard.specification import Specification

__all__ = ["iter_migration_faults"]

_RECORDS = 1000
_SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    old: Version
    new: Version
    migrator: Migrator
    options: Mapping[str, str]

    def try_file(self, source: Path, name: str) -> tuple[str | None, bool]:
        """What is wrong, in Dutch, and whether the file could be written."""
        target = source.with_suffix(".omgezet")
        versions = {self.old.code: self.old, self.new.code: self.new}
        start = f"{name} van {self.old.code} kan niet worden omgezet"
        try:
            outcome = migrate_along(source, target, versions, given=self.old.code, options=self.options)
        except DdasError as error:
            return f"{start}. {error}", False
        if isinstance(outcome, Refusal):
            return (None if outcome.needs_person else f"{start}. {outcome.message}"), False
        known = KnownKeys((self.old.specification, self.new.specification))
        known.see((), json.loads(target.read_bytes()))
        left = known.unknown_to(self.new.code)
        if not left:
            return None, True
        keys = ", ".join(left)
        return f"{name} van {self.old.code} houdt na het omzetten velden die {self.new.code} niet kent: {keys}.", True


def iter_migration_faults(specification: Specification, find: Callable[[str], Specification]) -> Iterator[str]:
    """A text for each example, and for a sample, of the previous version that does not become one of this version.

    A record that lacks what only a person can add is no fault of the version, as long as others can be migrated.

    Args:
        specification: The version; without a previous version there is nothing to say.
        find: The specification with a code.
    """
    line = list(line_of(specification, find, most=2).values())
    if len(line) == 1:
        return
    (migrator,) = chain_of(line)
    if migrator.choices:
        yield (
            f"Van {migrator.source} naar {migrator.target} is nog te kiezen wat er gebeurt met: "
            f"{', '.join(migrator.choices)}. Maak die keuze in generators/ddas/migration/pairs/."
        )
        return
    pair = _Pair(old=line[0], new=line[1], migrator=migrator, options=_values_for(migrator, specification))
    faults: set[str] = set()
    written = 0
    with tempfile.TemporaryDirectory(prefix="ddas-") as folder:
        for source, name in _iter_files(Path(folder), pair.old.specification):
            fault, was_written = pair.try_file(source, name)
            written += was_written
            if fault is not None and fault.partition(" van ")[2] not in faults:
                faults.add(fault.partition(" van ")[2])
                yield fault
    if not written and not faults:
        yield (
            f"Geen enkel voorbeeld van {migrator.source} kan worden omgezet naar {migrator.target}: in elk ontbreekt "
            "iets dat alleen een mens kan aanvullen. Maak een stap in generators/ddas/migration/pairs/."
        )


def _iter_files(folder: Path, specification: Specification) -> Iterator[tuple[Path, str]]:
    for example in specification.examples:
        path = folder / f"{example.name}.json"
        path.write_text(example.content, encoding="utf-8")
        yield path, f"Voorbeeld {example.name}"
    path = folder / "steekproef.json"
    with path.open("wb") as stream:
        write_delivery(stream, specification, records=_RECORDS, seed=_SEED)
    yield path, f"Een steekproef van {_RECORDS}"


def _values_for(migrator: Migrator, specification: Specification) -> dict[str, str]:
    """Values for what a user would be asked, as the examples of the new version have them."""
    documents = [json.loads(example.content) for example in specification.examples]
    values: dict[str, str] = {}
    for fill in migrator.fills:
        keys = [key.removesuffix("[]") for key in (*fill.path.split("."), *([fill.inside] if fill.inside else []))]
        value = next((v for document in documents for v in _iter_at(document, keys)), None)
        if isinstance(value, str):
            values[fill.option] = value
    return values


def _iter_at(value: Any, keys: list[str]) -> Iterator[Any]:
    if isinstance(value, list):
        for item in value:
            yield from _iter_at(item, keys)
    elif not keys:
        yield value
    elif isinstance(value, dict) and keys[0] in value:
        yield from _iter_at(value[keys[0]], keys[1:])
