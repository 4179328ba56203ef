"""The list of one check is of that check alone: not of later ones, not of its neighbours in other threads."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ddas.standard.municipalities import MunicipalityList, read_municipalities
from ddas.standard.specification import Specification
from ddas.validation.file_report import FileReport
from tests.conftest import load_standard
from tests.validation.streaming import check

UNKNOWN = "SHV-010c"
"""The rule on a code that is not on the list."""


@pytest.fixture
def shv() -> Specification:
    return load_standard("shv-v1.0")


@pytest.fixture
def other(tmp_path: Path) -> MunicipalityList:
    """A list on which none of the municipalities of the example stand."""
    path = tmp_path / "gemeenten.csv"
    path.write_text("# stand: 2025-01-01\ncode,naam,ingang,einde,opvolger\n0001,Verzonnen,,,\n", encoding="utf-8")
    return read_municipalities(path)


def clean(specification: Specification) -> bytes:
    return next(e.content for e in specification.examples if e.name == "schoon").encode()


def counts(reports: Iterator[FileReport]) -> list[int]:
    return [report.totals.get(UNKNOWN, 0) for report in reports]


@pytest.mark.parametrize("processes", [1, 2])
def test_the_list_of_one_check_does_not_change_the_next(
    shv: Specification, other: MunicipalityList, processes: int
) -> None:
    text = clean(shv)
    lists = (None, other, None, other, other, None)
    reports = (check(shv, text, municipalities=m, processes=processes, block_size=256) for m in lists)
    assert counts(reports) == [0, 4, 0, 4, 4, 0]


def test_checks_in_threads_have_a_list_each(shv: Specification, other: MunicipalityList) -> None:
    text = clean(shv)
    lists = [None, other] * 40
    with ThreadPoolExecutor(8) as pool:
        found = counts(pool.map(lambda listed: check(shv, text, municipalities=listed), lists))
    assert found == [0, 4] * 40
