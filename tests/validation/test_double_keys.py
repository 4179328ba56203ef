"""Keys that stand twice, through the whole check: found at their place, and nothing else changes."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import ddas
from ddas.cli.main import main
from ddas.findings import Level, format_pointer
from ddas.validation.prepared import prepare
from ddas.validation.report import FileReport
from tests.conftest import ROOT, load_standard
from tests.delivery.planting import NASTY_TEXTS, plant
from tests.validation.streaming import BLOCK_SIZES, check, facts, minified

CODE = "DDAS-B15"
FULL = ROOT / "model" / "schuldhulpverlening" / "v1.0" / "voorbeelden" / "volledig.json"
STANDARDS = ["shv-v0.8", "shv-v0.10", "shv-v1.0", "vs-v0.9"]
NUMBER = "9" * 9


def delivery(code: str, chance: random.Random, records: int) -> dict[str, Any]:
    """Records with a few fields, some of them odd: unknown, of another type, with texts that look like keys."""
    specification = load_standard(code)
    layout = prepare(specification).layout
    lists: dict[str, Any] = {}
    for part in layout.lists:
        keys = sorted(part.keys)
        lists[part.path[-1]] = [
            {
                **{key: chance.choice((*NASTY_TEXTS, 1, {"eigen": {"x": ":"}})) for key in chance.sample(keys, 2)},
                "eigenVeld": chance.choice(NASTY_TEXTS),
            }
            for _ in range(records)
        ]
    root = {"startdatumLevering": "2025-01-01", "einddatumLevering": "2025-06-30", "eigen": {"a": {"b": ":"}}}
    if not layout.holder_path:
        return {**root, **lists}
    return {**root, layout.holder_path[0]: [{"teller": 1, "eigen": {"a": 1}, **lists}, {"teller": 2, **lists}]}


def without(report: FileReport) -> FileReport:
    """The report as if no key stood twice."""
    levels = {
        level: n - (report.totals.get(CODE, 0) if level is Level.WARNING else 0) for level, n in report.levels.items()
    }
    return replace(
        report,
        findings=tuple(f for f in report.findings if f.rule != CODE),
        totals={rule: n for rule, n in report.totals.items() if rule != CODE},
        levels=levels,
        rules=tuple(r for r in report.rules if r.id != CODE),
    )


@pytest.mark.parametrize("code", STANDARDS)
@pytest.mark.parametrize("seed", range(6))
def test_planted_keys(code: str, seed: int) -> None:
    chance = random.Random(f"{code} {seed}")
    specification = load_standard(code)
    layout = prepare(specification).layout
    spared = {key for part in layout.lists for key in part.path}
    made = plant(delivery(code, chance, records=4), chance, share=0.2, spared=spared)
    text = made.text.encode()
    report = check(specification, text)
    expected = sorted(
        (made.text.count("\n", 0, at) + 1, at - (made.text.rfind("\n", 0, at) + 1) + 1, format_pointer(pointer))
        for pointer, at in made.doubles
    )
    found = [(f.line, f.column, f.pointer) for f in report.findings if f.rule == CODE]
    assert found == expected
    assert report.totals.get(CODE, 0) == len(expected)
    single = check(specification, minified(json.loads(text)))
    assert facts(without(report)) == facts(single)
    assert without(report).verdict == single.verdict
    for size in (*BLOCK_SIZES, 1 << 18):
        assert check(specification, text, block_size=size) == report
    assert check(specification, text, processes=2, block_size=64) == report
    assert [f for f in check(specification, text, rules=False).findings if f.rule == CODE] == [
        f for f in report.findings if f.rule == CODE
    ]


def test_the_shared_examples_have_none() -> None:
    for path in sorted(FULL.parent.glob("*.json")):
        assert CODE not in check(load_standard("shv-v1.0"), path.read_bytes()).totals, path


def doubled(old: str, new: str) -> bytes:
    text = FULL.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1).encode()


def test_a_lost_value_is_a_warning_and_is_not_shown() -> None:
    text = doubled('"client": [', f'"client": [{{"Burgerservicenummer": "{NUMBER}"}}], "client": [')
    report = ddas.validate(text).files[0]
    (finding,) = (f for f in report.findings if f.rule == CODE)
    assert (finding.level, report.verdict) == (Level.WARNING, "goed met opmerkingen")
    assert finding.pointer.endswith("/client")
    assert "traject 1" in finding.place
    assert NUMBER not in repr(report)
    (rule,) = (r for r in report.rules if r.id == CODE)
    assert (rule.count, rule.shown, rule.level) == (1, 1, Level.WARNING)


@pytest.mark.parametrize(
    ("member", "label", "end"),
    [
        (f'"{NUMBER}": 1, "{NUMBER}": 2,', "Een onbekend veld", "/schuldhulptrajecten/0"),
        (f'"{NUMBER}": {{"x": 1, "x": 2}},', "Veld `x`", "/schuldhulptrajecten/0"),
        ('"eigen": {"x": 1, "x": 2},', "Veld `x`", "/schuldhulptrajecten/0/eigen/x"),
        ('"gemeentecode": {"x y": 1, "x y": 2},', "Een onbekend veld", "/schuldhulptrajecten/0/gemeentecode"),
    ],
)
def test_a_key_that_can_be_data_is_not_shown(member: str, label: str, end: str) -> None:
    start = '"schuldhulptrajecten": ['
    text = json.dumps(json.loads(FULL.read_bytes())).replace(f"{start}{{", f"{start}{{{member}", 1)
    report = ddas.validate(text.encode()).files[0]
    finding = next(f for f in report.findings if f.rule == CODE)
    assert (finding.label, finding.pointer) == (label, f"/leveringen/0{end}")
    assert NUMBER not in repr(report)
    assert "x y" not in repr(report)


def test_the_cap_keeps_the_first_and_counts_all() -> None:
    specification = load_standard("shv-v1.0")
    records = ",".join('{"gemeentecode":"0344","gemeentecode":"0344"}' for _ in range(50))
    text = f'{{"leveringen":[{{"schuldhulptrajecten":[{records}]}}]}}'.encode()
    for options in ({}, {"block_size": 64}, {"block_size": 64, "processes": 2}):
        report = check(specification, text, max_per_rule=7, **options)
        found = [f.pointer for f in report.findings if f.rule == CODE]
        assert found == [f"/leveringen/0/schuldhulptrajecten/{n}/gemeentecode" for n in range(7)]
        assert report.totals[CODE] == 50
        assert [(r.count, r.shown) for r in report.rules if r.id == CODE] == [(50, 7)]


def test_a_whole_list_of_records_twice_stays_a_fault() -> None:
    text = b'{"leveringen":[{"schuldhulptrajecten":[],"schuldhulptrajecten":[]}]}'
    assert list(check(load_standard("shv-v1.0"), text).totals) == ["DDAS-B13"]


def test_every_command_tells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "levering.json"
    path.write_bytes(doubled('"client": [', f'"client": [{{"Burgerservicenummer": "{NUMBER}"}}], "client": ['))
    assert main(["validate", str(path)]) == 0
    assert CODE in capsys.readouterr().out
    assert main(["validate", str(path), "--fail-on", "waarschuwing"]) == 1
    capsys.readouterr()
    place = "/leveringen/0/schuldhulptrajecten/0"
    for asked, told in (("", False), (place, True), (f"{place}/client/0", True), (f"{place}/gemeentecode", False)):
        assert main(["show", str(path), asked]) == 0
        assert (CODE in capsys.readouterr().err) is told, asked
    assert main(["migrate", str(path), str(tmp_path / "nieuw.json"), "--to", "shv-v1.1"]) == 0
    shown = capsys.readouterr()
    assert CODE in shown.out + shown.err
    assert main(["rules", CODE]) == 0
    assert "waarschuwing" in capsys.readouterr().out
