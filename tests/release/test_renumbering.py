"""The concept of debt help gets another number, on a copy of the real model."""

from __future__ import annotations

import pytest

from ddas_generators.release import renumber_version
from tests.release.conftest import RealModel


def test_the_real_concept_becomes_v2_0(real_model: RealModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ddas_generators.release.draft.build_editions", lambda pairs: ())
    monkeypatch.setattr("ddas_generators.release.draft.load_versions", lambda root: ())
    before = real_model.load("shv-v1.1")
    text = renumber_version(real_model.root, "shv-v1.1", "shv-v2.0")
    assert "shv-v1.1 heet nu shv-v2.0" in text
    assert "in de stap shv-v1.0 → shv-v1.1." in text
    after = real_model.load("shv-v2.0")
    assert not real_model.file("v1.1").exists()
    assert (after.predecessor, after.status, after.version) == ("shv-v1.0", before.status, "v2.0")
    assert after.declared_changes == before.declared_changes
    names = [p for p in real_model.file("v2.0").rglob("*.yaml") if "shv_v1_1" in p.read_text(encoding="utf-8")]
    assert names == []
