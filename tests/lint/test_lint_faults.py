"""Each fault that lint can find, as one edit of a model that has none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from ddas.errors import ModelError
from ddas_generators.lint import Fault, LintFinding, lint
from ddas_generators.model.register import read_register

HERE = Path(__file__).parent
LISTS: dict[str, Any] = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = LISTS["cases"]
UNREADABLE: list[dict[str, Any]] = LISTS["unreadable"]


def lint_all(root: Path) -> tuple[LintFinding, ...]:
    (version,) = read_register(root)
    return lint(root, version)


def edit(path: Path, case: dict[str, Any]) -> None:
    if "content" in case:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(case["content"], encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    start = text.index(case.get("after", ""))
    place = text.index(case["old"], start)
    path.write_text(text[:place] + case["new"] + text[place + len(case["old"]) :], encoding="utf-8")


def find_line(path: Path, case: dict[str, Any]) -> int:
    """1-based number of the line ``at``, from the line that holds ``find`` (default: ``after``) on."""
    lines = path.read_text(encoding="utf-8").splitlines()
    anchor = case.get("find", "" if "in" in case else case.get("after", ""))
    start = next((i for i, line in enumerate(lines) if anchor in line), 0)
    return next(i for i, line in enumerate(lines, 1) if i > start and line.strip() == case["at"])


def test_toy_model_has_no_faults() -> None:
    assert lint_all(HERE / "toy") == ()


@pytest.mark.parametrize("case", CASES, ids=[f"{i}-{c['fault']}" for i, c in enumerate(CASES)])
def test_edit_gives_exactly_one_finding(case: dict[str, Any], toy: Path) -> None:
    edit(toy / "model" / case["file"], case)
    found = lint_all(toy)
    expected = (toy / "model" / case.get("in", case["file"])).resolve()
    place = f"{expected.relative_to(toy).as_posix()}:{find_line(expected, case)}"
    assert [(f.id, str(f.location)) for f in found] == [(case["fault"], place)]


@pytest.mark.parametrize("case", UNREADABLE, ids=[str(i) for i, _ in enumerate(UNREADABLE)])
def test_file_that_cannot_be_read_says_line_cause_and_remedy(case: dict[str, Any], toy: Path) -> None:
    edit(toy / "model" / case["file"], case)
    with pytest.raises(ModelError) as caught:
        lint_all(toy)
    place, _, words = str(caught.value).partition(": ")
    assert place == f"model/{case['file']}:{case['line']}"
    assert words.startswith(case["words"])
    assert words.count(". ") + words.count(": ") >= 1, "a remedy follows"


def test_every_fault_has_a_case() -> None:
    in_practice = {Fault.PRACTICE_HIT, Fault.PRACTICE_WRONG}  # cases in test_practice_faults.py
    assert {c["fault"] for c in CASES} == set(Fault) - in_practice


def test_finding_reads_as_one_line(toy: Path) -> None:
    path = toy / "model" / "bootverhuur" / "v1.0" / "verhuur.yaml"
    edit(path, {"after": "romp:", "old": "title: Romp\n", "new": "comments: [Romp.]\n"})
    (finding,) = lint_all(toy)
    line = path.read_text(encoding="utf-8").splitlines().index("      romp:") + 1
    assert str(finding) == (
        f"model/bootverhuur/v1.0/verhuur.yaml:{line}: Verhuring.romp: het label ontbreekt. "
        "Schrijf bij 'title' de naam die een lezer te zien krijgt. [label-ontbreekt]"
    )


def test_findings_are_sorted_by_file_and_line(toy: Path) -> None:
    path = toy / "model" / "bootverhuur" / "v1.0" / "verhuur.yaml"
    for name in ("vlag", "romp", "borg"):
        edit(path, {"after": f"      {name}:\n", "old": "persoonsgegeven: nee", "new": "persoonsgegeven: ja"})
    edit(toy / "model" / "gedeeld" / "v1" / "typen.yaml", {"after": "Regel4:", "old": "lengte: 4", "new": "lengte: x"})
    found = lint_all(toy)
    assert [f.subject for f in found] == ["Verhuring.borg", "Verhuring.romp", "Verhuring.vlag", "Regel4"]
    assert list(found) == sorted(found)
