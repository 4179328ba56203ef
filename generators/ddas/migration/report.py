"""The report of a migration: Dutch text for people, JSON for programs. Paths and counts, never a value."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ddas.migration.outcome import Migration
from ddas.migration.tally import Kind, ReportLine
from ddas.version import __version__

__all__ = ["migration_as_json", "migration_as_text"]

_TITLES = {
    Kind.LOST: "Niet overgenomen",
    Kind.ROUNDED: "Afgerond",
    Kind.FILLED: "Aangevuld",
    Kind.NOTED: "Kijk dit na",
    Kind.MAPPED: "Andere waarde uit de waardenlijst",
    Kind.MOVED: "Verplaatst",
    Kind.RENAMED: "Hernoemd",
    Kind.CONVERTED: "Omgerekend",
    Kind.EMPTY: "Leeg, en daarom weggelaten",
}


def migration_as_text(migration: Migration, source: str, target: str) -> str:
    """The report to read. ``source`` and ``target`` as the user named them."""
    return "\n".join(_lines(migration, source, target)) + "\n"


def migration_as_json(migration: Migration, source: str, target: str) -> str:
    """The report as JSON, described by ``report.schema.json`` in this package."""
    content = {
        "tool": f"ddas {__version__}",
        "input": source,
        "output": target,
        "from": migration.source,
        "to": migration.target,
        "chosen_by": migration.chosen_by,
        "elements": dict(migration.elements),
        "totals": {str(kind): migration.count(kind) for kind in Kind},
        "changes": [
            {
                "step": change.step,
                "kind": str(change.kind),
                "path": change.path,
                "new_path": change.new_path,
                "reason": change.reason,
                "count": change.count,
            }
            for change in migration.changes
        ],
        "unused_options": list(migration.unused_options),
        "strays": list(migration.strays),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _lines(migration: Migration, source: str, target: str) -> Iterator[str]:
    yield f"{source}: dit is {migration.source} ({migration.chosen_by})."
    if migration.source == migration.target:
        yield f"{target}: ongewijzigd overgenomen, want het bestand is al {migration.target}."
    else:
        counts = ", ".join(f"{_number(n)} × {path}" for path, n in migration.elements.items())
        yield f"{target}: geschreven als {migration.target}" + (f", met {counts}." if counts else ".")
    for kind, title in _TITLES.items():
        changes = [c for c in migration.changes if c.kind is kind]
        if changes:
            yield ""
            yield f"{title} ({_number(migration.count(kind))})"
            for change in changes:
                yield from _change_lines(change)
    yield from _notes(migration)
    yield ""
    yield _verdict(migration)


def _change_lines(change: ReportLine) -> Iterator[str]:
    to = f" → {change.new_path}" if change.new_path else ""
    yield f"  {_number(change.count)} × {change.path}{to}"
    reason = f"{change.reason} " if change.reason else ""
    yield f"      {reason}({change.step})"


def _notes(migration: Migration) -> Iterator[str]:
    if migration.strays:
        yield ""
        yield f"Let op: {migration.source} kent deze velden niet, en een andere versie wel:"
        yield from (f"  {path}" for path in migration.strays)
        yield "  Is het bestand van een andere versie, geef die dan met --from."
    if migration.unused_options:
        yield ""
        yield f"Niet nodig, want het bestand heeft het zelf: --set {', '.join(migration.unused_options)}."


def _verdict(migration: Migration) -> str:
    if migration.has_losses:
        count = migration.count(Kind.LOST)
        lost = "1 gegeven is" if count == 1 else f"{_number(count)} gegevens zijn"
        return f"Klaar. {lost} niet overgenomen; zie hierboven."
    return "Klaar. Alles is overgenomen."


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
