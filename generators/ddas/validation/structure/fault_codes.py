"""The faults that are not in a model: structure (per domain ``SHV-S..``), files (``DDAS-B..``), several files.

Their ids and Dutch texts are data: ``model/gedeeld/meldingen/meldingen.json``, in an installed package
``ddas/meldingen/meldingen.json``. What the words of that file mean: ``docs/meldingen.md``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ddas.delivery.file_fault_name import FileFaultName
from ddas.errors import DdasError, os_error_in_words
from ddas.standard.identity import site_link

__all__ = [
    "DOUBLE_KEY",
    "DOUBLE_KEY_EXAMPLES",
    "DOUBLE_KEY_EXPLANATION",
    "DOUBLE_KEY_TITLE",
    "EXPECTED_WORDS",
    "FILE_FAULTS",
    "FILE_FAULT_TITLE",
    "FOUND_WORDS",
    "NAMED_TEXTS",
    "SAMENLOOP",
    "SAMENLOOP_EXPLANATION",
    "SAMENLOOP_TITLE",
    "STRUCTURAL_CASES",
    "STRUCTURAL_EXAMPLES",
    "STRUCTURAL_EXPLANATIONS",
    "STRUCTURAL_REMEDIES",
    "STRUCTURAL_RULES",
    "FaultCase",
    "FileFault",
    "codes_link",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultCase:
    """A text for when all of ``conditions`` hold; of cases in a row the first that holds is the one.

    ``conditions``: word of the file → what it asks. ``texts``: the message and the remedy, or one text; a name between
    braces stands for a fact about the field, or for a text of ``NAMED_TEXTS``.
    """

    conditions: Mapping[str, Any]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileFault:
    """Why a file could not be read as a delivery at all, or what shows when files are laid side by side."""

    id: str
    message: str
    remedy: str


def codes_link() -> str:
    """Address of the page that lists the codes that belong to no version; empty when it is not published."""
    return site_link("controleren.html#fouten-in-de-opbouw-en-in-het-bestand")


def _read() -> dict[str, Any]:
    installed = Path(__file__).parents[2] / "meldingen"
    folder = installed if installed.is_dir() else Path(__file__).parents[4] / "model" / "gedeeld" / "meldingen"
    try:
        data: dict[str, Any] = json.loads((folder / "meldingen.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise DdasError(
            f"meldingen.json kan niet worden gelezen: {os_error_in_words(error)}. Installeer ddas opnieuw."
        ) from error
    return data


def _cases(records: list[dict[str, Any]], *keys: str) -> tuple[FaultCase, ...]:
    return tuple(FaultCase(conditions=r.get("als", {}), texts=tuple(r[key] for key in keys)) for r in records)


_DATA = _read()
_STRUCTURE: dict[str, dict[str, Any]] = {record["fout"]: record for record in _DATA["opbouw"]}

STRUCTURAL_RULES: dict[str, tuple[str, str]] = {fault: (r["code"], r["naam"]) for fault, r in _STRUCTURE.items()}
"""Keyword of the wire schema → number and name."""

STRUCTURAL_EXPLANATIONS: dict[str, str] = {fault: r["uitleg"] for fault, r in _STRUCTURE.items()}
"""Keyword of the wire schema → why it matters, for application managers."""

STRUCTURAL_REMEDIES: dict[str, str] = {fault: r["advies"] for fault, r in _STRUCTURE.items()}
"""Keyword of the wire schema → what to do in general; a finding says it for its own field."""

STRUCTURAL_CASES: dict[str, tuple[FaultCase, ...]] = {
    fault: _cases(r["gevallen"], "melding", "advies") for fault, r in _STRUCTURE.items()
}
"""Keyword of the wire schema → message and remedy of a finding, by case."""

STRUCTURAL_EXAMPLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    fault: (tuple(r["goed"]), tuple(r["onjuist"])) for fault, r in _STRUCTURE.items() if "goed" in r
}
"""Keyword of the wire schema → lines that are right and wrong; a value alone stands at a field that can be wrong so."""

NAMED_TEXTS: dict[str, tuple[FaultCase, ...]] = {
    name: _cases(records, "tekst") for name, records in _DATA["teksten"].items()
}
"""Texts that stand in several others, by case."""

FOUND_WORDS: dict[str, str] = _DATA["gevonden"]
"""What a value turned out to be → the words for it."""

EXPECTED_WORDS: dict[str, str] = _DATA["verwacht"]
"""What a value should be → the words for it."""

FILE_FAULTS: dict[FileFaultName, FileFault] = {
    FileFaultName(r["fout"]): FileFault(r["code"], r["melding"], r["advies"]) for r in _DATA["bestand"]["fouten"]
}
"""Why a file cannot be read → id and texts."""

FILE_FAULT_TITLE: str = _DATA["bestand"]["naam"]

DOUBLE_KEY = FileFault(
    _DATA["dubbele_sleutel"]["code"], _DATA["dubbele_sleutel"]["melding"], _DATA["dubbele_sleutel"]["advies"]
)
"""What no decoder tells: a key that stands twice in one object."""

DOUBLE_KEY_TITLE: str = _DATA["dubbele_sleutel"]["naam"]
DOUBLE_KEY_EXPLANATION: str = _DATA["dubbele_sleutel"]["uitleg"]
DOUBLE_KEY_EXAMPLES: tuple[tuple[str, ...], tuple[str, ...]] = (
    tuple(_DATA["dubbele_sleutel"]["goed"]),
    tuple(_DATA["dubbele_sleutel"]["onjuist"]),
)
"""Lines that are right and wrong."""

SAMENLOOP = FileFault(_DATA["samenloop"]["code"], _DATA["samenloop"]["melding"], _DATA["samenloop"]["advies"])
"""What only shows when several files are laid side by side."""

SAMENLOOP_TITLE: str = _DATA["samenloop"]["naam"]
SAMENLOOP_EXPLANATION: str = _DATA["samenloop"]["uitleg"]
