"""The report itself: verdict, advice and exit code."""

from __future__ import annotations

import pytest

from ddas.findings import Level
from ddas.validation.report import Report
from tests.rendering.report_making import make_file, make_finding


@pytest.mark.parametrize(
    ("counts", "verdict", "advice"),
    [
        ({}, "goed", "klaar om te leveren"),
        ({"SHV-051": 1}, "goed met opmerkingen", "klaar om te leveren, met opmerkingen"),
        ({"SHV-050": 1}, "goed met opmerkingen", "klaar om te leveren, met opmerkingen"),
        ({"SHV-S04": 1, "SHV-051": 1}, "fout", "eerst herstellen"),
    ],
)
def test_verdict_and_advice(counts: dict[str, int], verdict: str, advice: str) -> None:
    file = make_file("a.json", counts)
    assert (file.verdict, file.advice) == (verdict, advice)


@pytest.mark.parametrize(("fail_on", "code"), [(Level.ERROR, 0), (Level.WARNING, 1), (Level.INFO, 1)])
def test_findings_over_files_count_for_the_exit_code(fail_on: Level, code: int) -> None:
    good = make_file("a.json", {})
    assert Report(files=(good,)).exit_code(fail_on) == 0
    assert Report(files=(good,), across=(make_finding("SHV-013", 0),)).exit_code(fail_on) == code
