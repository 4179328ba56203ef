"""Publishing a version, the whole act: open, change, declare, refuse, adopt, tamper, refuse, revise, retire, bundle."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
import yaml

from ddas.cli.main import main
from ddas.errors import DdasError
from ddas_generators.model.register import read_register
from ddas_generators.release import open_version, renumber_version
from tests.release.desk import Desk


@pytest.fixture
def with_concept(desk: Desk) -> Path:
    """The model of an adopted version and a concept, as the register and the folders say; nothing was generated."""
    register = desk.root / "model" / "versies.yaml"
    text = register.read_text(encoding="utf-8").replace("status: concept", "status: vastgesteld")
    row = "  - domein: bootverhuur\n    versie: v1.1\n    status: concept\n    voorganger: bvh-v1.0\n    revisie: 0\n"
    register.write_text(text.rstrip("\n") + "\n" + row, encoding="utf-8")
    shutil.copytree(desk.root / "model" / "bootverhuur" / "v1.0", desk.root / "model" / "bootverhuur" / "v1.1")
    return desk.root


def test_adopt_seals_and_everything_still_agrees(adopted: Desk) -> None:
    row = adopted.row("bvh-v1.0")
    assert row["status"] == "vastgesteld"
    assert str(row["datum"]) == "2026-01-01"
    assert all(len(str(row[key])) == 64 for key in ("wire", "norm", "uitgave"))
    assert adopted.ddas("generate", "--check")[0] == 0
    assert adopted.ddas("release", "adopt", "bvh-v1.0")[0] == 2


def test_the_whole_act(adopted: Desk) -> None:
    code, out = adopted.ddas("release", "open", "bvh-v1.1")
    assert code == 0, out
    assert adopted.row("bvh-v1.1")["voorganger"] == "bvh-v1.0"
    assert "bvh-v1.0" in adopted.ddas("release", "check", "bvh-v1.1")[1]  # no change yet

    # The key of a field becomes required: stricter, so a step to v1.1 is too small.
    adopted.edit(
        "v1.1/verhuur.yaml",
        "        range: Datum\n        annotations:\n          bron: [havenblad]\n          verplichting: verplicht\n"
        "          afgedwongen: BVH-001\n          grond: havenblad\n",
        "        range: Datum\n        required: true\n        annotations:\n          bron: [havenblad]\n"
        "          verplichting: verplicht\n          afgedwongen: schema\n          grond: schema\n",
    )
    # The schema sees that now, so its rule has nothing left to find.
    rules = adopted.root / "model" / "bootverhuur" / "v1.1" / "regels.yaml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(f"regels:\n{text[text.index('  - id: BVH-002a') :]}", encoding="utf-8")
    code, out = adopted.ddas("release", "check", "bvh-v1.1")
    assert code == 1
    assert "Niet aangekondigd" in out
    assert "is te klein" in out
    before = adopted.snapshot()
    assert adopted.ddas("release", "adopt", "bvh-v1.1")[0] == 2
    assert adopted.snapshot() == before

    declared = [
        line.split("{", 1)[1].split("}")[0] for line in out.splitlines() if line.startswith("Niet aangekondigd")
    ]
    rows = "".join(f"  - {{{text.replace('reden: ...', 'reden: Besluit.')}}}\n" for text in declared)
    path = adopted.root / "model" / "bootverhuur" / "v1.1" / "wijzigingen" / "wijzigingen.yaml"
    path.write_text(f"wijzigingen:\n{rows}", encoding="utf-8")
    code, out = adopted.ddas("release", "check", "bvh-v1.1")
    assert code == 1
    assert "Niet aangekondigd" not in out
    assert "is te klein" in out

    register = adopted.root / "model" / "versies.yaml"
    text = register.read_text(encoding="utf-8").rstrip()
    register.write_text(f"{text}\n    stap_aanvaard: De stuurgroep wil geen v2.\n", encoding="utf-8")
    assert adopted.ddas("release", "check", "bvh-v1.1") == (0, "bvh-v1.1 kan worden vastgesteld.\n")
    code, out = adopted.ddas("release", "adopt", "bvh-v1.1", "--date", "2026-06-01")
    assert code == 0, out
    assert adopted.ddas("release", "retire", "bvh-v1.0", "--until", "2026-12-31")[0] == 0
    assert adopted.row("bvh-v1.0")["status"] == "vervallen"
    assert adopted.ddas("generate", "--check")[0] == 0


def test_declared_but_not_done_is_told(adopted: Desk) -> None:
    adopted.ddas("release", "open", "bvh-v1.1")
    path = adopted.root / "model" / "bootverhuur" / "v1.1" / "wijzigingen" / "wijzigingen.yaml"
    text = "wijzigingen:\n  - {soort: attribute_removed, pad: 'verhuringen[].ligplaats', reden: Weg.}\n"
    path.write_text(text, encoding="utf-8")
    code, out = adopted.ddas("release", "check", "bvh-v1.1")
    assert code == 1
    assert "Aangekondigd maar niet gedaan: attribute_removed verhuringen[].ligplaats" in out


@pytest.mark.parametrize(
    ("file", "before", "after", "seal"),
    [
        ("v1.0/verhuur.yaml", "alias: Vertrekdag", "alias: VertrekDag", "'wire'"),
        ("v1.0/lijsten.yaml", "code: ", "code: x", "'norm'"),
        ("v1.0/verhuur.yaml", "de steiger achter zich laat", "de wal achter zich laat", "'uitgave'"),
        ("../gedeeld/v1/typen.yaml", "formaat: date\n", "formaat: date-time\n", "'wire'"),
    ],
)
def test_tampering_is_refused(adopted: Desk, file: str, before: str, after: str, seal: str) -> None:
    adopted.edit(file, before, after)
    disk = adopted.snapshot()
    for arguments in (("generate", "--check"), ("generate",)):
        code, out = adopted.ddas(*arguments)
        assert code == 1
        assert seal in out
        assert "ddas release" in out
    assert adopted.snapshot() == disk


def test_revise_takes_texts_and_lists_what_changed(adopted: Desk) -> None:
    adopted.edit("v1.0/verhuur.yaml", "de steiger achter zich laat", "de wal achter zich laat")
    code, out = adopted.ddas("release", "revise", "--reason", "Duidelijker: 'wal'", "--date", "2026-02-01")
    assert code == 0, out
    assert "bvh-v1.0: revisie 1 (1 betekenis; " in out
    row = adopted.row("bvh-v1.0")
    assert row["revisie"] == 1
    path = adopted.root / "model" / "bootverhuur" / "v1.0" / "revisies.yaml"
    (revision,) = yaml.safe_load(path.read_text(encoding="utf-8"))["revisies"]
    assert revision["reden"] == "Duidelijker: 'wal'"
    assert revision["wijzigingen"] == [
        {"klasse": "betekenis", "soort": "definition_changed", "pad": "verhuringen[].Vertrekdag"}
    ]
    assert "documentatie.md" in revision["bestanden"]
    assert adopted.ddas("generate", "--check")[0] == 0
    code, out = adopted.ddas("release", "revise", "--reason", "Nog eens")
    assert (code, "niets te herzien" in out) == (2, True)


def test_revise_never_changes_the_norm(adopted: Desk) -> None:
    adopted.edit("v1.0/verhuur.yaml", "alias: Vertrekdag", "alias: VertrekDag")
    disk = adopted.snapshot()
    code, out = adopted.ddas("release", "revise", "bvh-v1.0", "--reason", "Toch anders")
    assert code == 2
    assert "controlegetal 'wire'" in out
    assert adopted.snapshot() == disk


def test_revise_needs_the_issued_edition_on_disk(adopted: Desk) -> None:
    adopted.edit("v1.0/verhuur.yaml", "de steiger achter zich laat", "de wal achter zich laat")
    (adopted.root / "generated" / "bootverhuur" / "v1.0" / "documentatie.md").write_text("anders", encoding="utf-8")
    code, out = adopted.ddas("release", "revise", "--reason", "x")
    assert code == 2
    assert "git checkout" in out


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("bvh-v1.0", "staat al in het register"),
        ("bvh-v0.9", "is nieuwer dan"),
        ("xyz-v1.1", "Kies uit: bvh"),
        ("bvh-1.1", "is geen versie"),
    ],
)
def test_open_refuses(adopted: Desk, version: str, words: str) -> None:
    disk = adopted.snapshot()
    code, out = adopted.ddas("release", "open", version)
    assert code == 2
    assert words in out
    assert adopted.snapshot() == disk


def test_one_concept_at_a_time(adopted: Desk) -> None:
    open_version(adopted.root, "bvh-v1.1")
    with pytest.raises(DdasError, match=r"bvh-v1\.1 is nog een concept"):
        open_version(adopted.root, "bvh-v1.2")


def test_two_concepts_when_it_is_said_which_follows_which(adopted: Desk) -> None:
    assert adopted.ddas("release", "open", "bvh-v1.1")[0] == 0
    code, out = adopted.ddas("release", "open", "bvh-v2.0", "--after", "bvh-v1.1")
    assert code == 0, out
    assert adopted.row("bvh-v2.0")["voorganger"] == "bvh-v1.1"
    code, out = adopted.ddas("release", "check", "bvh-v2.0")
    assert "bvh-v1.1, en dat is nog niet vastgesteld" in out
    code, out = adopted.ddas("release", "open", "bvh-v3.0", "--after", "bvh-v9.0")
    assert (code, "Kies uit: bvh-v1.0, bvh-v1.1, bvh-v2.0" in out) == (2, True)
    code, out = adopted.ddas("release", "renumber", "bvh-v1.1", "bvh-v1.2")
    assert code == 0, out
    assert adopted.row("bvh-v2.0")["voorganger"] == "bvh-v1.2"
    assert not (adopted.root / "model" / "bootverhuur" / "v1.1").exists()
    assert not (adopted.root / "generated" / "bootverhuur" / "v1.1").exists()
    assert (adopted.root / "generated" / "bootverhuur" / "v1.2" / "documentatie.md").is_file()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("bvh-v1.0", "bvh-v1.1", "Alleen een concept"),
        ("bvh-v1.1", "xyz-v1.2", "hoort niet bij bootverhuur"),
        ("bvh-v1.1", "bvh-v1.0", "staat al in het register"),
        ("bvh-v1.1", "bvh-v0.9", "Kies een hoger nummer"),
        ("bvh-v1.1", "bvh-1", "is geen versie"),
    ],
)
def test_renumber_refuses(with_concept: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(DdasError, match=words):
        renumber_version(with_concept, old, new)
    assert (with_concept / "model" / "bootverhuur" / "v1.1").is_dir()


def test_unknown_version_and_wrong_day(adopted: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    for act in ("check", "adopt", "retire"):
        code, out = adopted.ddas("release", act, "bvh-v7.0")
        assert (code, "Kies uit: bvh-v1.0" in out) == (2, True)
    with pytest.raises(SystemExit):
        main(["release", "adopt", "bvh-v1.0", "--date", "1-1-2026"])
    assert "bestaande dag" in capsys.readouterr().err


def test_bundle_is_the_same_twice_and_complete(adopted: Desk, tmp_path: Path) -> None:
    folders = (tmp_path / "een", tmp_path / "twee")
    for folder in folders:
        assert adopted.ddas("release", "bundle", "--output", str(folder))[0] == 0
    made = [{p.name: p.read_bytes() for p in folder.iterdir()} for folder in folders]
    assert made[0] == made[1]
    (entry,) = json.loads(made[0]["versies.json"])["versions"]
    assert entry["code"] == "bvh-v1.0"
    with zipfile.ZipFile(io.BytesIO(made[0][entry["archive"]["file"]])) as archive:
        inside = {name.removeprefix("bvh-v1.0/"): archive.read(name) for name in archive.namelist()}
    folder = adopted.root / "generated" / "bootverhuur" / "v1.0"
    assert inside == {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert {f["path"] for f in entry["files"]} == set(inside)
    assert "SHA256SUMS" in inside


def test_register_keeps_its_comments(adopted: Desk) -> None:
    register = adopted.root / "model" / "versies.yaml"
    register.write_text(f"# Met de hand.\n{register.read_text(encoding='utf-8')}", encoding="utf-8")
    adopted.ddas("release", "open", "bvh-v1.1")
    assert register.read_text(encoding="utf-8").startswith("# Met de hand.\n")
    assert [v.id.code for v in read_register(adopted.root)] == ["bvh-v1.0", "bvh-v1.1"]
