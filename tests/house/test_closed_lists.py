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
ORDINARY = {Status.UNKNOWN, Status.WITHDRAWN}
WORDS = {str(s) for s in Status if s not in ORDINARY} | {str(f) for f in FileFaultName if " " in f}
"""Those that mean nothing else: ``onbekend``, ``ingetrokken``, ``leeg`` and ``waarde`` are ordinary words too."""
ONLY_IN_WRITING = {FileFaultName.NUMBER_TOO_LARGE}
"""Can be read but not written again: the words for it stand with the migration."""


def iter_texts(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize(
    "path", sorted({*SOURCE.rglob("*.py")} - HOMES), ids=lambda p: p.relative_to(SOURCE).as_posix()
)
def test_no_module_spells_a_word_of_a_closed_list(path: Path) -> None:
    assert WORDS.isdisjoint(iter_texts(path))


def test_every_fault_of_a_file_has_its_words() -> None:
    assert FILE_FAULTS.keys() == set(FileFaultName) - ONLY_IN_WRITING


def test_the_status_of_a_version_says_what_can_be_done_with_it() -> None:
    assert [s for s in Status if s.is_draft] == [Status.CONCEPT, Status.CONSULTATION]
    assert [s for s in Status if s.is_adopted] == [Status.ADOPTED]
    assert [s for s in Status if s.is_out_of_use] == [Status.RETIRED, Status.WITHDRAWN]
    never = [Status.CONCEPT, Status.CONSULTATION, Status.WITHDRAWN, Status.STUDY]
    assert [s for s in Status if s.was_never_adopted] == never
    assert [s for s in Status if s.is_study] == [Status.STUDY]
