"""Specification and its predecessor → the change list as JSON and Excel, and a witness for each proven change."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable

from ddas.comparison.change import Change
from ddas.comparison.history import Past
from ddas.comparison.rendering.json_changes import changes_as_data
from ddas.comparison.rendering.workbook_changes import render_workbook
from ddas.standard.specification import Specification
from ddas_generators.emit.artefact import Artefact

__all__ = ["FILE_NAME", "WITNESS_FOLDER", "WORKBOOK_NAME", "emit_changes"]

FILE_NAME = "wijzigingen.json"
WORKBOOK_NAME = "wijzigingen.xlsx"
WITNESS_FOLDER = "getuigen"
_MOST = 60  # characters of a slug


def emit_changes(_specification: Specification, past: Past) -> Iterable[Artefact]:
    """The changes since the last predecessor; nothing for a first version.

    A witness is a delivery that one of the two versions accepts and the other refuses; ``wijzigingen.json`` says which.
    """
    comparison = past.comparison
    if comparison is None:
        return
    files = {
        number: f"{WITNESS_FOLDER}/{number + 1:02}-{_slug(witness.change)}.json"
        for number, witness in enumerate(comparison.witnesses)
    }
    yield Artefact(FILE_NAME, _text(changes_as_data(comparison, files)))
    yield Artefact(WORKBOOK_NAME, render_workbook(comparison))
    for number, witness in enumerate(comparison.witnesses):
        yield Artefact(files[number], _text(witness.document))


def _text(data: object) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()


def _slug(change: Change) -> str:
    """``required-added-aanleverdatumentijd``: kind, and the last part of the path."""
    name = unicodedata.normalize("NFKD", f"{change.kind} {change.path.rpartition('.')[2]}")
    return re.sub(r"[^a-z0-9]+", "-", name.encode("ascii", "ignore").decode().lower()).strip("-")[:_MOST].strip("-")
