"""``--deliveries``: counts of real files, never a value or a name of one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from ddas.cli.main import main
from ddas.comparison.compare import compare
from ddas.comparison.impact import Impact, RuleImpact, list_deliveries, measure_impact
from ddas.comparison.rendering import RENDERERS
from ddas.errors import DdasError
from ddas.standard.specification import Specification
from tests.comparison.change_cases import NEW, OLD
from tests.comparison.comparison_micro import (
    field,
    micro,
    plus_field,
    with_field,
    with_type,
    with_values,
    without_field,
)
from tests.comparison.schema_of_changes import SCHEMA

SECRET = "Geheimpje9999"


def put(folder: Path, **documents: object) -> Path:
    folder.mkdir(exist_ok=True)
    for name, document in documents.items():
        text = document if isinstance(document, str) else json.dumps(document)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return folder


def measure(folder: Path, new: Specification, old: Specification = OLD) -> Impact:
    return measure_impact(compare(old, new), list_deliveries(folder))


def test_counts_by_change(tmp_path: Path) -> None:
    new = with_values(with_field(NEW, "Boom.naam", required=True), "EnumSoort", OLD.code_lists[0].values[0])
    put(
        tmp_path / "a",
        goed={"nummer": 1, "bomen": [{"naam": SECRET}]},
        zonder={"nummer": 1, "bomen": [{}, {}]},
        beide={"nummer": 1, "bomen": [{"soort": "Beuk"}]},
        waarde={"nummer": 1, "bomen": [{"soort": "Beuk", "naam": SECRET}]},
        fout={"nummer": "x", "bomen": [{"naam": SECRET}]},
        kapot="{",
        anders={"iets": 1},
    )
    comparison = compare(OLD, new)
    impact = measure_impact(comparison, list_deliveries(tmp_path / "a"))
    assert (impact.files, impact.skipped) == (5, 2)
    assert (impact.valid_before, impact.valid_after, impact.became_invalid, impact.became_valid) == (4, 1, 3, 0)
    told = {str(comparison.changes[i].kind): number for i, number in impact.by_change}
    assert told == {"required_added": 2, "code_value_removed": 2}
    assert impact.unexplained == 0
    for name in RENDERERS:
        text = RENDERERS[name](comparison, impact)
        for word in (SECRET, "kapot", "zonder"):
            assert word not in text
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(RENDERERS["json"](comparison, impact)))


def test_wider_files_become_valid(tmp_path: Path) -> None:
    impact = measure(
        put(tmp_path / "a", een={"nummer": 1, "hoogte": "x"}), plus_field(NEW, "Bos", field("hoogte", "Tekst"))
    )
    assert (impact.valid_before, impact.valid_after, impact.became_valid) == (0, 1, 1)


def test_removed_field_and_closed_object(tmp_path: Path) -> None:
    folder = put(tmp_path / "a", weg={"nummer": 1, "bomen": [{"eigenaar": {"woonplaats": "x"}}]})
    new = without_field(NEW, "Eigenaar.woonplaats")
    assert [n for _, n in measure(folder, new).by_change] == [1]
    closed = put(tmp_path / "b", extra={"nummer": 1, "bomen": [{SECRET: 1}]})
    comparison = compare(OLD, with_type(NEW, "Boom", closed=True))
    impact = measure_impact(comparison, list_deliveries(closed))
    assert [(str(comparison.changes[i].kind), n) for i, n in impact.by_change] == [("closed", 1)]
    for form in ("text", "markdown", "note"):
        text = " ".join(RENDERERS[form](comparison, impact).split())
        assert "wordt hierom niet geweigerd." not in text
    assert "tenzij er velden in staan die de oude versie niet kent" in " ".join(
        RENDERERS["text"](comparison, impact).split()
    )


def test_rules_that_notice_more(tmp_path: Path) -> None:
    rule = replace(OLD.rules[0], id="BOS-051", kind="onbekende_sleutel", level="waarschuwing", scopes=("Boom",))
    folder = put(tmp_path / "a", een={"nummer": 1, "bomen": [{"x1": 1}, {"x2": 1}]}, twee={"nummer": 1})
    impact = measure(folder, replace(NEW, rules=(*NEW.rules, rule)))
    assert impact.gained_findings == 1
    assert impact.by_rule == (RuleImpact(rule="BOS-051", files=1, findings=2),)
    assert (impact.became_invalid, impact.by_change) == (0, ())


def test_structure_only_looks_at_no_rules(tmp_path: Path) -> None:
    folder = put(tmp_path / "a", een={"nummer": 1})
    impact = measure_impact(compare(OLD, NEW, structure_only=True), list_deliveries(folder))
    assert (impact.gained_findings, impact.by_rule, impact.valid_after) == (0, (), 1)


def test_a_deep_file_is_skipped(tmp_path: Path) -> None:
    deep = '{"nummer": 1, "bomen": [{"x": ' + "[" * 900 + "]" * 900 + "}]}"
    impact = measure(put(tmp_path / "a", diep=deep), micro("v1.1"))
    assert impact.files + impact.skipped == 1


def test_no_folder_or_nothing_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DdasError, match="is geen map"):
        list_deliveries(tmp_path / "weg")
    with pytest.raises(DdasError, match="geen JSON-bestand"):
        list_deliveries(tmp_path)
    assert main(["diff", "shv-v0.10", "shv-v1.0", "--deliveries", str(tmp_path / "weg")]) == 2
    assert "is geen map" in capsys.readouterr().err


def test_real_examples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.conftest import load_standard

    example = next(e.content for e in load_standard("shv-v0.10").examples if e.name == "volledig")
    document = json.loads(example)
    intake = document["leveringen"][0]["schuldhulptrajecten"][0]["intake"]
    intake["beschikkingssoort"] = "Beeindigingsbeschikking"
    put(tmp_path / "a", een=document)
    assert main(["diff", "shv-v0.10", "shv-v1.0", "--deliveries", str(tmp_path / "a"), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["deliveries"]["became_invalid"] == 1
    (cause,) = data["deliveries"]["by_change"]
    assert data["changes"][cause["change"]]["path"] == "EnumBeschikkingssoort=Beeindigingsbeschikking"
