"""The register: what it says about versions, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from ddas.errors import ModelError
from ddas_generators.model.register import RegisteredVersion, read_register
from tests.conftest import ROOT

DOMAINS = """\
domeinen:
  - {naam: bootverhuur, code: bvh, titel: Bootverhuur, lijst: verhuringen, onderdeel: verhuring}
  - {naam: bosbeheer, code: bos, titel: Bosbeheer, lijst: bomen, onderdeel: boom}
versies:
"""


def read(tmp_path: Path, *rows: str) -> tuple[RegisteredVersion, ...]:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "versies.yaml").write_text(DOMAINS + "".join(f"  - {{{row}}}\n" for row in rows), encoding="utf-8")
    return read_register(tmp_path)


def row(version: str, more: str = "", domain: str = "bootverhuur") -> str:
    return f"domein: {domain}, versie: {version}, status: vastgesteld{', ' if more else ''}{more}"


def test_days_and_predecessor(tmp_path: Path) -> None:
    old, new = read(
        tmp_path,
        row("v0.9", "voorganger: geen, datum: onbekend"),
        row("v0.10", "voorganger: bvh-v0.9, datum: 2025-03-01, in_gebruik_vanaf: '2025-07-01', aanvaard_tot: onbekend"),
    )
    assert (old.predecessor, old.date, old.in_use_from, old.accepted_until) == (None, None, None, None)
    assert (new.predecessor, new.date, new.in_use_from, new.accepted_until) == (
        "bvh-v0.9",
        "2025-03-01",
        "2025-07-01",
        None,
    )


def test_what_is_left_out_is_unknown(tmp_path: Path) -> None:
    (version,) = read(tmp_path, row("v1.0"))
    assert (version.predecessor, version.date, version.in_use_from, version.accepted_until) == (None, None, None, None)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([row("v1.0", "voorganger: bvh-v0.9")], "'bvh-v0.9' staat niet in het register. Kies uit: bvh-v1.0."),
        ([row("v1.0", "voorganger: 1")], "geen code van een versie"),
        ([row("v1.0", "voorganger: ''")], "geen code van een versie"),
        ([row("v1.0", "voorganger: bvh-v1.0")], "gaat een kring rond. Doorbreek die."),
        (
            [row("v1.0", "voorganger: bvh-v2.0"), row("v2.0", "voorganger: bvh-v1.0")],
            "gaat een kring rond. Doorbreek die.",
        ),
        ([row("v0.9", "voorganger: bvh-v0.10"), row("v0.10")], "bvh-v0.10 is nieuwer dan bvh-v0.9"),
        ([row("v1.0", "voorganger: bos-v0.9"), row("v0.9", domain="bosbeheer")], "van een ander domein"),
        ([row("v1.0", "datum: 2025-02-30")], "'2025-02-30' is geen bestaande dag"),
        ([row("v1.0", "datum: '2025-02-30'")], "'datum' is geen bestaande dag"),
        ([row("v1.0", "datum: '20250201'")], "'datum' is geen bestaande dag"),
        ([row("v1.0", "datum: 2025-02-01 10:00:00")], "'datum' is geen bestaande dag"),
        ([row("v1.0", "in_gebruik_vanaf: morgen")], "'in_gebruik_vanaf' is geen bestaande dag"),
        ([row("v1.0", "aanvaard_tot: 2025")], "'aanvaard_tot' is geen bestaande dag"),
        ([row("v1.0"), row("v1.0")], "een versie staat er twee keer"),
    ],
)
def test_a_wrong_register_is_refused(tmp_path: Path, rows: list[str], words: str) -> None:
    with pytest.raises(ModelError) as caught:
        read(tmp_path, *rows)
    assert words in str(caught.value)
    assert str(caught.value).startswith("model/versies.yaml:")


def test_a_half_written_register_is_refused(tmp_path: Path) -> None:
    text = (ROOT / "model" / "versies.yaml").read_text(encoding="utf-8")
    (tmp_path / "model").mkdir()
    for end in (text.index("versies:\n"), text.index("versie: v1.0") + len("versie: v1.0")):
        (tmp_path / "model" / "versies.yaml").write_text(text[:end], encoding="utf-8")
        with pytest.raises(ModelError, match=r"^model/versies\.yaml"):
            read_register(tmp_path)


def test_the_real_versions_follow_each_other() -> None:
    assert {v.id.code: (v.status, v.predecessor) for v in read_register(ROOT)}.items() >= {
        "shv-v0.8": ("vervallen", None),
        "shv-v0.9": ("vervallen", "shv-v0.8"),
        "shv-v0.10": ("vervallen", "shv-v0.9"),
        "shv-v1.0": ("vastgesteld", "shv-v0.10"),
        "vs-v0.1": ("vervallen", None),
        "vs-v0.9": ("vastgesteld", "vs-v0.1"),
    }.items()
