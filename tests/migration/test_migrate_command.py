"""``ddas migrate`` as a user meets it: output, options, exit codes, and what is on the disk afterwards."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import threading
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ddas.cli.main import main, make_parser
from ddas.migration.fitting import Fitter
from ddas.migration.migrate import migrate_file
from ddas.migration.steps import MapValues
from ddas.migration.versions import load_versions
from ddas.validation.structure.reference_validator import make_validator
from tests.conftest import ROOT, load_standard
from tests.migration.conftest import AT, MIGRATORS, REQUIRED, wire_schema
from tests.migration.deliveries import Maker, iter_leaves

SET = [f"--set=aanleverdatumEnTijd={AT}"]
PAGE = ROOT / "docs" / "migreren.md"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    try:
        code = main(["migrate", *map(str, arguments)])
    except SystemExit as stop:
        code = int(str(stop.code))
    out, err = capsys.readouterr()
    return code, out, err


def write(path: Path, document: Any) -> Path:
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def example(code: str, name: str = "volledig") -> Any:
    return json.loads(next(e.content for e in load_standard(code).examples if e.name == name))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A delivery of v0.8 with every field."""
    return write(tmp_path / "oud.json", Maker(load_standard("shv-v0.8"), items=2).delivery(4))


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "nieuw.json"


def test_written(capsys: pytest.CaptureFixture[str], old: Path, new: Path) -> None:
    before = old.read_bytes()
    code, out, err = run(capsys, old, new, "--to", "shv-v1.0", *SET)
    assert (code, err) == (0, "")
    assert out.startswith(f"{old}: dit is shv-v0.8 (de nieuwste versie die dit bestand accepteert).\n")
    assert "4 × leveringen[].schuldhulptrajecten[]" in out
    assert "Niet overgenomen (" in out
    assert (
        "8 × schuldhulptrajecten[].client[].bsn → leveringen[].schuldhulptrajecten[].client[].Burgerservicenummer"
        in out
    )
    assert old.read_bytes() == before
    assert stat.S_IMODE(new.stat().st_mode) == 0o600  # personal data: of the user alone
    assert sorted(p.name for p in new.parent.iterdir()) == ["nieuw.json", "oud.json"]
    make_validator(wire_schema("shv-v1.0")).validate(json.loads(new.read_bytes()))


def test_same_bytes_every_time(capsys: pytest.CaptureFixture[str], old: Path, new: Path) -> None:
    outputs = set()
    for _ in range(2):
        _, out, _ = run(capsys, old, new, "--to", "shv-v1.0", *SET)
        outputs.add((out, new.read_bytes()))
    assert len(outputs) == 1


def test_report_holds_no_value(capsys: pytest.CaptureFixture[str], old: Path, new: Path, tmp_path: Path) -> None:
    report = tmp_path / "verslag.json"
    _, out, _ = run(capsys, old, new, "--to", "shv-v1.0", "--report", report, *SET, "--set", "gemeentecode=0344")
    text = out + report.read_text(encoding="utf-8")
    values = {str(v) for v in iter_leaves(json.loads(old.read_bytes())) if not isinstance(v, bool)}
    code_values = {v.value for c in load_standard("shv-v0.8").code_lists for v in c.values}
    assert [v for v in values - code_values if v in text] == []
    assert "0344" not in text


def test_json_report(capsys: pytest.CaptureFixture[str], old: Path, new: Path, tmp_path: Path) -> None:
    path = tmp_path / "verslag.json"
    run(capsys, old, new, "--to", "shv-v1.0", "--report", path, *SET, "--set", "startdatumLevering=2020-01-01")
    report = json.loads(path.read_text(encoding="utf-8"))
    schema = json.loads((ROOT / "generators/ddas/migration/report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(report)
    assert (report["from"], report["to"]) == ("shv-v0.8", "shv-v1.0")
    assert report["elements"] == {"leveringen[].schuldhulptrajecten[]": 4}
    assert report["unused_options"] == ["startdatumLevering"]
    for kind, total in report["totals"].items():
        assert total == sum(c["count"] for c in report["changes"] if c["kind"] == kind)
    assert {c["step"] for c in report["changes"]} == {"shv-v0.8 → shv-v0.9", "shv-v0.9 → shv-v0.10"}


@pytest.mark.parametrize("text", ["{}", " ", "\n\n"])
def test_target_version_passes_byte_for_byte(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, new: Path, text: str
) -> None:
    source = tmp_path / "in.json"
    document = json.dumps(example("shv-v1.0"), indent=7).replace('"leveringen"', '"leverin\\u0067en"')
    source.write_text(document + text.strip("{}"), encoding="utf-8")
    code, out, _ = run(capsys, source, new, "--to", "shv-v1.0", "--strict")
    assert code == 0
    assert new.read_bytes() == source.read_bytes()
    assert "ongewijzigd overgenomen" in out


def test_strict(capsys: pytest.CaptureFixture[str], tmp_path: Path, old: Path, new: Path) -> None:
    code, _, _ = run(capsys, old, new, "--to", "shv-v1.0", "--strict", *SET)
    assert code == 1
    assert new.exists()
    plain = write(tmp_path / "kaal.json", {**REQUIRED, "leveringen": [{"teller": 1}]})
    assert run(capsys, plain, new, "--to", "shv-v1.0", "--strict")[0] == 0


def test_invalid_in_its_own_version(capsys: pytest.CaptureFixture[str], tmp_path: Path, new: Path) -> None:
    document = example("shv-v0.9")
    document["leveringen"][0]["schuldhulptrajecten"][0]["startdatum"] = "geheim"
    source = write(tmp_path / "in.json", document)
    code, out, err = run(capsys, source, new, "--to", "shv-v1.0", "--from", "shv-v0.9")
    assert (code, err) == (1, "")
    assert "niet geldig in shv-v0.9: 1 onderdeel is fout, zoals /leveringen/0/schuldhulptrajecten/0." in out
    assert "geheim" not in out
    code, out, err = run(capsys, source, new, "--to", "shv-v1.0")
    assert (code, out) == (2, "")
    assert "--from" in err
    assert not new.exists()


@pytest.mark.parametrize(
    "data",
    [b"", b"hallo", b"[]", b'{"leveringen": [', b"\xff\xfe{", b'{"leveringen": [{"schuldhulptrajecten": [\xe9]}]}'],
)
def test_no_delivery(capsys: pytest.CaptureFixture[str], tmp_path: Path, new: Path, data: bytes) -> None:
    source = tmp_path / "in.json"
    source.write_bytes(data)
    code, out, err = run(capsys, source, new, "--to", "shv-v1.0")
    assert (code, err) == (1, "")
    assert out.startswith(str(source))
    assert not new.exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"schuldhulptrajecten": [{"a": [2.0, 1e400]}]}', ":1:38: Hier staat een getal dat te groot is"),
        ('{"a": 1e400, "schuldhulptrajecten": [{}]}', ":1:7: Hier staat een getal dat te groot is"),
        ('{"schuldhulptrajecten": [{}], "schuldhulptrajecten": []}', ":1:31: In één onderdeel staat dezelfde lijst"),
        ('{"schuldhulptrajecten": [{"a": NaN}]}', ":1:32: Hier staat NaN"),
    ],
)
def test_what_cannot_be_written_again(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, new: Path, text: str, message: str
) -> None:
    source = tmp_path / "in.json"
    source.write_text(text, encoding="utf-8")
    code, out, err = run(capsys, source, new, "--to", "shv-v0.9")
    assert (code, err) == (1, "")
    assert out.startswith(f"{source}{message}")
    assert [p.name for p in tmp_path.iterdir()] == ["in.json"]


def test_double_keys_are_counted_everywhere(capsys: pytest.CaptureFixture[str], tmp_path: Path, new: Path) -> None:
    source = tmp_path / "in.json"
    source.write_text(
        '{"a": 1, "a": 2, "schuldhulptrajecten": [{"client": [{"c": 1, "c": 2, "c": 3}]}, {}]}', encoding="utf-8"
    )
    code, out, _ = run(capsys, source, new, "--to", "shv-v0.9")
    assert code == 0
    assert "  3 × (dubbele sleutels)\n" in out
    assert '{"client": [{"c": 3}], "gemeentecode": "Onbekend"}' in new.read_text(encoding="utf-8")


def test_numbers_are_written_as_python_spells_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, new: Path
) -> None:
    source = tmp_path / "in.json"
    source.write_text(
        '{"a": 1E16, "schuldhulptrajecten": [{"client": [{"b": [1.50, 1e16, -0, 12345678901234567890]}]}]}'
    )
    assert run(capsys, source, new, "--to", "shv-v0.9")[0] == 0
    text = new.read_text(encoding="utf-8")
    assert '"a": 1e+16' in text
    assert "[1.5, 1e+16, 0, 12345678901234567890]" in text


def test_missing_required_values_are_named_together(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, new: Path
) -> None:
    source = write(tmp_path / "in.json", {"leveringen": [{"teller": 1}]})
    code, out, err = run(capsys, source, new, "--to", "shv-v1.0", "--set", "einddatumLevering=2025-06-30")
    assert (code, out) == (2, "")
    assert re.findall(r"--set (\w+)=…", err) == ["startdatumLevering", "aanleverdatumEnTijd"]
    assert not new.exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "shv-v9.9"], "Deze standaard bestaat niet. Kies uit: "),
        (["--to", "shv-v0.9", "--from", "shv-v1.0"], "shv-v1.0 is nieuwer dan shv-v0.9"),
        (["--to", "shv-v1.0", "--from", "shv-v7.7"], "Deze standaard bestaat niet. Kies uit: "),
        (["--to", "shv-v1.0", "--set", "kleur=rood"], "Kies uit: (Statutaire) Naam, aanleverdatumEnTijd, "),
        (["--to", "shv-v1.0", "--set", "kleur"], "--set gemeentecode=0344"),
        (["--to", "shv-v1.0", "--set", "gemeentecode=1", "--set", "gemeentecode=2"], "twee keer"),
        (["--to", "shv-v1.0", "--set", "gemeentecode=344"], "Geef een gemeentecode van vier cijfers"),
        (["--to", "shv-v1.0", "--set", "startdatumLevering=2025-02-30"], "Geef een datum als"),
        (["--to", "shv-v1.0", "--set", "aanleverdatumEnTijd=2025-02-28"], "Geef een datum met tijd"),
        (["--to", "shv-v1.0", "--set", "codeGegevensleverancier= "], "Geef een tekst"),
        (["--to", "shv-v0.8", "--set", "gemeentecode=0344"], "Laat --set weg."),
    ],
)
def test_bad_options(
    capsys: pytest.CaptureFixture[str], old: Path, new: Path, arguments: list[str], message: str
) -> None:
    code, out, err = run(capsys, old, new, *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert not new.exists()


def test_places_that_cannot_be_written(capsys: pytest.CaptureFixture[str], old: Path, tmp_path: Path) -> None:
    before = old.read_bytes()
    link = tmp_path / "koppeling.json"
    link.symlink_to(old)
    for target in (
        old,
        link,
        tmp_path,
        tmp_path / "weg" / "uit.json",
        tmp_path / "x" / ".." / old.name,
    ):
        code, out, err = run(capsys, old, target, "--to", "shv-v1.0", *SET)
        assert (code, out) == (2, ""), target
        assert "ies een andere" in err or "Noem een bestand" in err
    for report in (old, tmp_path / "uit.json"):
        code, _, _ = run(capsys, old, tmp_path / "uit.json", "--to", "shv-v1.0", *SET, "--report", report)
        assert code == 2
    assert old.read_bytes() == before
    assert not (tmp_path / "uit.json").exists()


def test_a_device_is_written_through(capsys: pytest.CaptureFixture[str], old: Path) -> None:
    code, out, _ = run(capsys, old, Path(os.devnull), "--to", "shv-v1.0", *SET)
    assert code == 0
    assert f"{os.devnull}: geschreven als shv-v1.0" in out
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_missing_source(capsys: pytest.CaptureFixture[str], tmp_path: Path, new: Path) -> None:
    code, _, err = run(capsys, tmp_path / "geen.json", new, "--to", "shv-v1.0")
    assert code == 2
    assert "bestaat niet" in err


def test_broken_v1_0_is_not_taken_for_a_loose_old_version(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, new: Path
) -> None:
    document = example("shv-v1.0")
    document["leveringen"][0]["schuldhulptrajecten"][0]["startdatum"] = None
    source = write(tmp_path / "in.json", document)
    code, _, err = run(capsys, source, new, "--to", "shv-v1.0")
    assert code == 2
    assert "--from" in err
    code, _, err = run(capsys, source, new, "--to", "shv-v1.0", "--from", "shv-v0.8")
    assert code == 2
    assert "op een plaats die shv-v0.8 niet kent" in err


def test_keys_of_another_version_are_pointed_out(capsys: pytest.CaptureFixture[str], tmp_path: Path, new: Path) -> None:
    document = example("shv-v1.0", "minimaal")
    document["leveringen"][0]["schuldhulptrajecten"] = [{"gemeentecode": "0344", "client": [{"leefsituatie": []}]}]
    code, out, _ = run(capsys, write(tmp_path / "in.json", document), new, "--to", "shv-v1.0")
    assert code == 0
    assert "  leveringen[].schuldhulptrajecten[].client[].leefsituatie[]\n" in out
    assert "--from" in out


@pytest.mark.parametrize(("code", "to"), [("vs-v0.9", "shv-v1.0"), ("shv-v1.0", "vs-v0.9"), ("shv-v0.8", "vs-v0.9")])
def test_other_domain(capsys: pytest.CaptureFixture[str], tmp_path: Path, new: Path, code: str, to: str) -> None:
    source = write(tmp_path / "in.json", example(code))
    exit_code, out, err = run(capsys, source, new, "--to", to)
    assert (exit_code, out) == (2, "")
    assert "Dit is een levering voor" in err
    assert "domein" in run(capsys, source, new, "--to", to, "--from", code)[2]
    assert not new.exists()


def test_result_that_does_not_fit_is_never_left_behind(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, new: Path
) -> None:
    monkeypatch.setattr(Fitter, "fit", lambda *arguments, **options: None)
    source = write(tmp_path / "in.json", {"schuldhulptrajecten": [{"extra": 1}]})
    code, out, err = run(capsys, source, new, "--to", "shv-v0.9")
    assert (code, out) == (2, "")
    assert "/leveringen/0/schuldhulptrajecten/0" in err
    assert [p.name for p in tmp_path.iterdir()] == ["in.json"]


def test_as_deep_as_can_be_read(capsys: pytest.CaptureFixture[str], tmp_path: Path, new: Path) -> None:
    for depth in (400, 900, 990, 2000):
        source = tmp_path / "in.json"
        source.write_text('{"schuldhulptrajecten": [{"client": [{"x": ' + "[" * depth + "]" * depth + "}]}]}")
        code, out, _ = run(capsys, source, new, "--to", "shv-v0.9")
        assert (code, "Te diep" in out or "te veel haakjes" in out) in ((0, False), (1, True))


def test_from_a_pipe(capsys: pytest.CaptureFixture[str], old: Path, new: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(old.read_bytes()))
    writer.start()
    code, out, _ = run(capsys, pipe, new, "--to", "shv-v1.0", *SET)
    writer.join()
    assert code == 0
    assert "4 × leveringen[].schuldhulptrajecten[]" in out


def test_memory_does_not_grow_with_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, new: Path) -> None:
    versions = load_versions("shv-v1.0")  # not traced: reading the specifications is no part of this
    monkeypatch.setattr("ddas.migration.migrate.load_versions", lambda to: versions)
    monkeypatch.setattr("ddas.migration.migrate.refuse_other_domain", lambda *arguments: None)
    peaks = []
    for count in (5, 5, 25):
        document = Maker(load_standard("shv-v0.8")).delivery(25)
        document["schuldhulptrajecten"] *= count
        source = write(tmp_path / "in.json", document)
        tracemalloc.start()
        migrate_file(source, new, to="shv-v1.0", options={"aanleverdatumEnTijd": AT}, block_size=1 << 14)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    size = source.stat().st_size
    assert peaks[2] - peaks[1] < size / 8


def test_page_names_every_option_and_every_mapped_value() -> None:
    text = PAGE.read_text(encoding="utf-8")
    (commands,) = [a for a in make_parser()._actions if hasattr(a, "choices") and isinstance(a.choices, dict)]
    options = {o for a in commands.choices["migrate"]._actions for o in a.option_strings if o.startswith("--")}
    assert {o for o in options - {"--help"} if f"`{o}" not in text} == set()
    rows = re.findall(r"^\| `(.+?)` \| (.+?) \| (.+?) \|$", text, re.M)
    expected = {
        (m.old, f"`{m.new}`" if m.new else "–", m.reason)
        for migrator in MIGRATORS
        for step in migrator.steps
        if isinstance(step, MapValues)
        for m in step.values
        if m.old != m.new
    }
    assert expected <= set(rows)
    names = {f.option for m in MIGRATORS for f in m.fills}
    assert {n for n in names if f"`{n}`" not in text} == set()


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys; from ddas.cli.main import make_parser\n"
        "make_parser().parse_args(['migrate', 'a', 'b', '--to', 'c'])\n"
        "sys.exit(any(m.startswith(('jsonschema', 'ddas_generators', 'ddas.migration')) for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
