"""A closed list is an enum: its words stand there and nowhere else in the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from ddas.delivery.file_fault_name import FileFaultName
from ddas.standard.status import Status
from ddas.validation.structure.fault_codes import FILE_FAULTS
from tests.conftest import ROOT

SOURCE = ROOT / "generators"
HOMES = {SOURCE / "ddas" / "standard" / "status.py", SOURCE / "ddas" / "delivery" / "file_fault_name.py"}
OWN_READING = {SOURCE / "ddas" / "migration" / name for name in ("element_reader.py", "refusals.py")}
"""The reader of ``migrate`` has faults of its own beside those of the list."""
WORDS = {str(s) for s in Status if s is not Status.UNKNOWN} | {str(f) for f in FileFaultName if " " in f}
"""Those that mean nothing else: ``onbekend``, ``leeg`` and ``waarde`` are ordinary words."""


def iter_texts(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize(
    "path", sorted({*SOURCE.rglob("*.py")} - HOMES - OWN_READING), ids=lambda p: p.relative_to(SOURCE).as_posix()
)
def test_no_module_spells_a_word_of_a_closed_list(path: Path) -> None:
    assert WORDS.isdisjoint(iter_texts(path))


def test_every_fault_of_a_file_has_its_words() -> None:
    assert FILE_FAULTS.keys() == set(FileFaultName)


def test_the_status_of_a_version_says_what_can_be_done_with_it() -> None:
    assert [s for s in Status if s.is_draft] == [Status.CONCEPT, Status.CONSULTATION]
    assert [s for s in Status if s.is_adopted] == [Status.ADOPTED]
    assert [s for s in Status if s.is_out_of_use] == [Status.OUT_OF_USE]


TWO_ROOMS = {"Change", "Element", "Tally"}
"""Of two versions and of a migration; of a delivery and of a model; of a check and of a migration."""


def test_a_class_has_its_name_to_itself() -> None:
    names = [
        node.name
        for path in SOURCE.rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    assert {name for name in names if names.count(name) > 1} <= TWO_ROOMS
