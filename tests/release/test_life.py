"""What keeps a version to be trusted: its cases, its strictness, its days, its files."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import yaml

from ddas_generators.model.load import load
from ddas_generators.model.located_cases import list_case_faults
from ddas_generators.model.register import find_version
from tests.conftest import ROOT
from tests.release.desk import Desk

RULE = """  - id: BVH-003
    vanaf: v1.0
    soort: gevuld
    op: [Verhuring]
    parameters: {paden: [romp], als: [{veld: vlag, toets: gevuld}]}
    gevallen:
      - {naam: zonder vlag, basis: minimaal}
      - naam: met vlag
        basis: minimaal
        wijziging: [{op: add, path: /verhuringen/0/vlag, value: Blauw}]
        plekken: [/verhuringen/0/romp]
    naam: De romp hoort bij de vlag
    niveau: waarschuwing
    melding: De romp ontbreekt.
    herstel: Vul de romp in.
    velden: [Verhuring.romp]
    bron: [havenblad]
"""


def test_a_wrong_case_of_a_concept_is_written_nowhere(desk: Desk) -> None:
    desk.edit("v1.0/regels.yaml", "{op: remove, path: /verhuringen/0/Vertrekdag}", "")
    disk = desk.snapshot()
    place = "model/bootverhuur/v1.0/regels.yaml:10: BVH-001: geval 'het vertrek ontbreekt' klopt niet"
    for arguments, code in (
        (("lint", "bvh-v1.0"), 1),
        (("generate",), 1),
        (("release", "adopt", "bvh-v1.0", "--date", "2026-01-01"), 2),
    ):
        done, out = desk.ddas(*arguments)
        assert (done, place in out) == (code, True), out
    assert desk.snapshot() == disk


def test_a_wrong_case_of_an_adopted_version_is_no_revision(adopted: Desk) -> None:
    adopted.edit("v1.0/regels.yaml", "{op: remove, path: /verhuringen/0/Vertrekdag}", "")
    disk = adopted.snapshot()
    code, out = adopted.ddas("release", "revise", "--reason", "Beter")
    assert (code, "BVH-001: geval 'het vertrek ontbreekt' klopt niet" in out) == (2, True)
    assert adopted.snapshot() == disk


def test_a_wrong_case_in_the_real_model_is_named(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "model", tmp_path / "model")
    path = tmp_path / "model" / "vroegsignalering" / "v1.0" / "regels.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(i for i, line in enumerate(lines) if line.strip().startswith("plekken:"))
    del lines[number]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    version = find_version(tmp_path, "vs-v1.0")
    (fault,) = list_case_faults(tmp_path, [(version, load(tmp_path, version))])
    assert fault.location.file == "model/vroegsignalering/v1.0/regels.yaml"
    assert 0 <= number - fault.location.line < 6
    assert f"{fault.rule} meldt ook iets op /" in fault.message


def test_a_stricter_revision_needs_a_decision_that_is_shown(adopted: Desk) -> None:
    rules = adopted.root / "model" / "bootverhuur" / "v1.0" / "regels.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("niveau: info", "niveau: waarschuwing") + RULE, "utf-8")
    vessel = adopted.root / "model" / "bootverhuur" / "v1.0" / "verhuur.yaml"
    before, romp = vessel.read_text(encoding="utf-8").split("      romp:\n")
    romp = romp.replace("verplichting: gevraagd", "verplichting: verplicht", 1)
    vessel.write_text(f"{before}      romp:\n{romp}", encoding="utf-8")
    disk = adopted.snapshot()
    code, out = adopted.ddas("release", "revise", "--reason", "Beter")
    assert code == 2
    sentences = (
        "verhuringen[].romp: was gevraagd, wordt verplicht",
        "BVH-002a: was info, wordt waarschuwing",
        "BVH-003: geeft nu een waarschuwing bij geval 'met vlag' van BVH-003, en dat was goed genoeg",
    )
    assert [s for s in sentences if s not in out] == []
    assert "--accept" in out
    assert adopted.snapshot() == disk

    code, out = adopted.ddas("release", "revise", "--reason", "Beter", "--accept", "Besluit 7.")
    assert (code, "Strenger, met een besluit: 3." in out) == (0, True), out
    path = adopted.root / "model" / "bootverhuur" / "v1.0" / "revisies.yaml"
    (revision,) = yaml.safe_load(path.read_text(encoding="utf-8"))["revisies"]
    assert (revision["aanvaard"], revision["strenger"]) == ("Besluit 7.", list(sentences))
    made = adopted.root / "generated" / "bootverhuur" / "v1.0"
    assert "**Revisie 1 is strenger dan de uitgave ervoor.** Waarom dat is aanvaard: Besluit 7." in (
        made / "documentatie.md"
    ).read_text(encoding="utf-8")
    kept = json.loads((made / "specification.json").read_text(encoding="utf-8"))["revisions"]
    assert [(r["number"], r["accepted"]) for r in kept] == [(1, "Besluit 7.")]
    folder = adopted.root / "bundels"
    assert adopted.ddas("release", "bundle", "--output", str(folder))[0] == 0
    (entry,) = json.loads((folder / "versies.json").read_text(encoding="utf-8"))["versions"]
    assert [r["accepted"] for r in entry["stricter_revisions"]] == ["Besluit 7."]


def test_a_decision_is_asked_only_for_what_is_stricter(adopted: Desk) -> None:
    adopted.edit("v1.0/regels.yaml", "niveau: fout", "niveau: waarschuwing")
    code, out = adopted.ddas("release", "revise", "--reason", "Milder", "--accept", "Besluit 7.")
    assert (code, "maakt niets strenger" in out) == (2, True)
    assert adopted.ddas("release", "revise", "--reason", "Milder")[0] == 0


def test_adopt_asks_for_a_day_and_reads_the_title(desk: Desk) -> None:
    code, out = desk.ddas("release", "adopt", "bvh-v1.0")
    assert (code, "--date jjjj-mm-dd" in out) == (2, True)
    schema = desk.root / "model" / "bootverhuur" / "v1.0" / "schema.yaml"
    lines = schema.read_text(encoding="utf-8").splitlines()
    lines = ["title: Bootverhuur (Concept)" if line.startswith("title:") else line for line in lines]
    schema.write_text("\n".join(lines) + "\n", encoding="utf-8")
    code, out = desk.ddas("release", "adopt", "bvh-v1.0", "--date", "2026-01-01")
    assert (code, "De titel zegt nog dat dit een concept is: 'Bootverhuur (Concept)'" in out) == (2, True), out


def test_retire_asks_until_when_keeps_every_file_and_is_a_revision(adopted: Desk) -> None:
    code, out = adopted.ddas("release", "retire", "bvh-v1.0")
    assert (code, "--until jjjj-mm-dd" in out) == (2, True)
    folder = adopted.root / "generated" / "bootverhuur" / "v1.0"
    names = {p.name for p in folder.rglob("*")}
    code, out = adopted.ddas("release", "retire", "bvh-v1.0", "--until", "2026-12-31")
    assert code == 0, out
    assert {p.name for p in folder.rglob("*")} == names >= {"regels.md", "conformance.zip", "kwaliteit.schema.json"}
    row = adopted.row("bvh-v1.0")
    assert (row["status"], str(row["aanvaard_tot"]), row["revisie"]) == ("vervallen", "2026-12-31", 1)
    bundles = adopted.root / "bundels"
    adopted.ddas("release", "bundle", "--output", str(bundles))
    with zipfile.ZipFile(bundles / "ddas-bvh-v1.0-r1.zip") as archive:
        assert any(name.endswith("/regels.md") for name in archive.namelist())
