"""The revisions of an adopted version: number, day and reason, as ``ddas release revise`` wrote them."""

from __future__ import annotations

from pathlib import Path

from ddas.errors import ModelError
from ddas.standard.specification import Revision
from ddas_generators.model.yaml_source import read_yaml

__all__ = ["read_revisions"]

_UNKNOWN = "onbekend"


def read_revisions(path: Path, root: Path) -> tuple[Revision, ...]:
    """Oldest first; none when the file is not there.

    Raises:
        ModelError: a revision has no number, day or reason.
    """
    if not path.is_file():
        return ()
    source = read_yaml(path, root)
    rows = source.data.get("revisies")
    if not isinstance(rows, list):
        raise ModelError(f"{source.file}: 'revisies' ontbreekt of is geen lijst. Vul het aan.")
    found: list[Revision] = []
    for index, row in enumerate(rows):
        number, day, reason = (
            (row.get(key) for key in ("revisie", "datum", "reden")) if isinstance(row, dict) else "???"
        )
        if not isinstance(number, int) or not day or not isinstance(reason, str) or not reason.strip():
            raise ModelError(
                f"{source.locate('revisies', index)}: een revisie heeft een nummer ('revisie'), een 'datum' en een "
                "'reden'. Vul aan wat ontbreekt."
            )
        found.append(Revision(number=number, date=None if day == _UNKNOWN else str(day), reason=reason.strip()))
    return tuple(found)
