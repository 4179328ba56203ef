"""``ddas versions``: every version that the toolkit carries, for readers and for programs."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from ddas.cli.main import main
from ddas.standard import catalog
from ddas.standard.specification import Revision
from ddas.standard.specification_json import specification_from_json, specification_to_json
from ddas.standard.stricter_revisions import stricter_revisions_as_data
from tests.conftest import load_standard, registered_versions
from tests.documentation.documentation_micro import micro


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["versions", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_json_says_what_the_register_says(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--format", "json")
    assert (code, err) == (0, "")
    assert json.loads(out)["versions"] == [
        {
            "domain": v.id.domain.name,
            "version": str(v.id.version),
            "code": v.id.code,
            "status": v.status,
            "publication": v.publication and dataclasses.asdict(v.publication),
            "newest_published": v.id.code in ("shv-v1.0", "vs-v1.2"),
            "date": v.date,
            "predecessor": v.predecessor,
            "revision": v.revision,
            "stricter_revisions": stricter_revisions_as_data(load_standard(v.id.code)),
            "in_use_from": v.in_use_from,
            "accepted_until": v.accepted_until,
        }
        for v in registered_versions()
    ]


def test_a_stricter_revision_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    revision = Revision(number=1, reason="Beter.", accepted="Besluit 7.", stricter=("BOS-001: was info, wordt fout",))
    specification = dataclasses.replace(micro(), revision=1, revisions=(revision,))
    folder = tmp_path / specification.id.folder
    folder.mkdir(parents=True)
    (folder / "specification.json").write_text(specification_to_json(specification), encoding="utf-8")
    monkeypatch.setattr(catalog, "generated_folder", lambda: tmp_path)
    _, out, _ = run(capsys)
    assert f"{specification.id.code} revisie 1 is op 1 punt strenger dan de uitgave ervoor" in out
    assert "Waarom dat is aanvaard: Besluit 7." in out


def test_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    specification = dataclasses.replace(
        micro(), date="2025-03-01", predecessor="bos-v0.9", in_use_from="2025-07-01", accepted_until=None
    )
    folder = tmp_path / specification.id.folder
    folder.mkdir(parents=True)
    (folder / "specification.json").write_text(specification_to_json(specification), encoding="utf-8")
    monkeypatch.setattr(catalog, "generated_folder", lambda: tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    code, out, err = run(capsys)
    assert (code, err) == (0, "")
    assert [line.split() for line in out.splitlines()[2:]] == [
        [
            "Bosbeheer",
            "v1.0",
            "bos-v1.0",
            "concept",
            "onbekend",
            "2025-03-01",
            "bos-v0.9",
            "2",
            "2025-07-01",
            "onbekend",
        ]
    ]


def test_oldest_version_has_no_known_predecessor(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    out = run(capsys)[1]
    (line,) = [line for line in out.splitlines() if "shv-v0.8" in line and "shv-v0.9" not in line]
    assert "geen bekend" in line
    assert out.index("shv-v0.9 ") < out.index("shv-v0.10 ") < out.index("shv-v1.0 ")


def test_newest_published_is_told_from_in_force(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys)[1]
    assert "Vroegsignalering: de nieuwste gepubliceerde versie is vs-v1.2. Vanaf wanneer zij geldt: onbekend." in out
    assert "Zekerheid: laag." in out


def test_nothing_there(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(catalog, "generated_folder", lambda: tmp_path)
    code, out, err = run(capsys)
    assert (code, out) == (2, "")
    assert "Installeer ddas opnieuw" in err


def test_days_and_predecessor_survive_the_file() -> None:
    dated = dataclasses.replace(micro(), date="2025-03-01", predecessor="bos-v0.9", accepted_until="2026-12-31")
    assert specification_from_json(specification_to_json(dated)) == dated
    assert '"date"' not in specification_to_json(micro())
