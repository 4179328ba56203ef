"""A concept takes over what became better in its predecessor: tried on a copy of the real model."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ddas.errors import DdasError, ModelError
from ddas_generators.model.register import read_register
from ddas_generators.release import sync_version
from ddas_generators.release.fork import read_texts, write_fork
from ddas_generators.release.line_merging import mark_lines, merge_lines
from ddas_generators.release.syncing import plan_sync
from tests.release.conftest import RealModel

OLD = "Wat in het adres van de cliënt nog achter het getal komt"
NEW = "Wat in het adres van de cliënt achter het getal staat"


@pytest.fixture
def concept(real_model: RealModel) -> RealModel:
    """The concept with what was kept of its predecessor."""
    old, new = (v.id for v in read_register(real_model.root) if v.id.code in ("shv-v1.0", "shv-v1.1"))
    write_fork(real_model.file("v1.1"), read_texts(real_model.file("v1.0"), old, new))
    return real_model


def read(model: RealModel) -> dict[str, bytes]:
    folder = model.file("v1.1")
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_what_became_better_comes_over_and_the_rest_stays(concept: RealModel) -> None:
    before = read(concept)
    concept.edit("v1.0/client.yaml", OLD, NEW)
    concept.file("v1.0/voorbeelden/nieuw.json").write_text("{}\n", encoding="utf-8")
    text, conflicts = sync_version(concept.root, "shv-v1.1")
    assert text.startswith("shv-v1.1: 2 bestanden bijgewerkt met shv-v1.0.")
    assert conflicts == ()
    after = read(concept)
    assert after.pop("voorbeelden/nieuw.json") == b"{}\n"
    assert {name for name in after if after[name] != before[name]} == {"client.yaml", "wijzigingen/basis.json"}
    assert after["client.yaml"] == before["client.yaml"].replace(OLD.encode(), NEW.encode())
    assert sync_version(concept.root, "shv-v1.1")[0].startswith("shv-v1.1 is bij")


def test_a_conflict_is_named_and_the_concept_keeps_its_text(concept: RealModel) -> None:
    concept.edit("v1.0/client.yaml", OLD, NEW)
    concept.edit("v1.1/client.yaml", OLD, "Onze eigen tekst: wat nog achter het getal komt")
    line = concept.file("v1.1/client.yaml").read_text(encoding="utf-8").split("Onze eigen")[0].count("\n") + 1
    before = read(concept)
    _, conflicts = sync_version(concept.root, "shv-v1.1")
    assert conflicts == (f"client.yaml:{line}",)
    assert read(concept)["client.yaml"] == before["client.yaml"]


def test_check_says_that_the_concept_lags(concept: RealModel) -> None:
    version = next(v for v in read_register(concept.root) if v.id.code == "shv-v1.1")
    plan = plan_sync(concept.root, version)
    assert plan is not None
    assert plan.is_in_step
    concept.edit("v1.0/client.yaml", OLD, NEW)
    plan = plan_sync(concept.root, version)
    assert plan is not None
    assert list(plan.written) == ["client.yaml"]


def test_dropped_file_goes_when_the_concept_left_it_alone(concept: RealModel) -> None:
    same = "voorbeelden/extra.json"
    for version in ("v1.0", "v1.1"):
        concept.file(f"{version}/{same}").write_text("{}\n", encoding="utf-8")
    sync_version(concept.root, "shv-v1.1")
    concept.file(f"v1.0/{same}").unlink()
    sync_version(concept.root, "shv-v1.1")
    assert not concept.file(f"v1.1/{same}").exists()


def test_without_what_was_kept_a_folder_is_asked_for(concept: RealModel, tmp_path: Path) -> None:
    shutil.copytree(concept.file("v1.0"), tmp_path / "toen")
    kept = concept.file("v1.1/wijzigingen/basis.json")
    kept.unlink()
    concept.edit("v1.0/client.yaml", OLD, NEW)
    with pytest.raises(DdasError, match="--base MAP"):
        sync_version(concept.root, "shv-v1.1")
    assert not kept.exists()
    text, _ = sync_version(concept.root, "shv-v1.1", base=tmp_path / "toen")
    assert "1 bestand bijgewerkt" in text
    assert kept.is_file()
    kept.write_text("[]", encoding="utf-8")
    with pytest.raises(ModelError, match=r"basis\.json: dit bestand is beschadigd"):
        sync_version(concept.root, "shv-v1.1")


def test_only_a_concept_takes_over(concept: RealModel) -> None:
    with pytest.raises(DdasError, match="Alleen een concept"):
        sync_version(concept.root, "shv-v1.0")
    with pytest.raises(DdasError, match=r"Kies uit: shv-v0\.8"):
        sync_version(concept.root, "shv-v9.9")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged", "conflicts"),
    [
        ("abc", "abc", "abXc", "abXc", ()),
        ("abc", "aYbc", "abXc", "aYbXc", ()),
        ("abc", "aYc", "aXc", "aYc", (2,)),
        ("abc", "aXc", "aXc", "aXc", ()),
        ("abc", "ac", "abcd", "acd", ()),
        ("", "a", "b", "a", (1,)),
        ("abcdef", "abef", "abcdXef", "abef", (3,)),
    ],
)
def test_merge(base: str, ours: str, theirs: str, merged: str, conflicts: tuple[int, ...]) -> None:
    found = merge_lines(mark_lines(base), ours, theirs)
    assert ("".join(found.lines), found.conflicts) == (merged, conflicts)
