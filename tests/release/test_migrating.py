"""``ddas release check`` migrates what the previous version took, and says what does not become the new version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ddas.migration.migrator import Migrator
from ddas.migration.steps import Special
from ddas.standard.specification import Attribute, Specification
from ddas_generators.release.migrating import iter_migration_faults
from tests.conftest import load_standard
from tests.release.conftest import RealModel

OLD = "leveringen[].schuldhulptrajecten[].client[].Huisnummertoevoeging"


def test_a_declared_rename_in_the_model_needs_no_code(real_model: RealModel) -> None:
    name = "      huisnummertoevoeging:\n"
    real_model.edit("v1.1/client.yaml", name, f"{name}        alias: huistoevoeging\n")
    for name in ("v1.1/wijzigingen/wijzigingen.yaml", "v1.1/voorbeelden/volledig.json"):
        text = real_model.file(name).read_text(encoding="utf-8")
        text = text.replace("client[].huisnummertoevoeging", "client[].huistoevoeging")
        real_model.file(name).write_text(text, encoding="utf-8")
    new = real_model.load("shv-v1.1")
    assert [r.new for r in new.renames if r.old == OLD] == [OLD.replace("Huisnummertoevoeging", "huistoevoeging")]
    assert list(iter_migration_faults(new, load_standard)) == []


def test_keys_that_stay_behind_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    idle = Special(path="", run=lambda held, work: None, handles=(OLD,))
    written = Migrator(source="shv-v1.0", target="shv-v7.0", steps=(idle,))
    monkeypatch.setattr("ddas.migration.versions.MIGRATORS", (written,))
    faults = list(iter_migration_faults(_without_addition(), load_standard))
    assert faults[0].startswith("Voorbeeld ")
    assert faults[0].endswith(f"houdt na het omzetten velden die shv-v7.0 niet kent: {OLD}.")
    assert len(faults) == 1
    monkeypatch.setattr("ddas.migration.versions.MIGRATORS", ())
    assert list(iter_migration_faults(_without_addition(), load_standard)) == []


def test_a_wrong_step_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    spoil = Special(path="leveringen[]", run=lambda held, work: held.update(teller=[]))
    monkeypatch.setattr("ddas.migration.prepared_migrator.Fitter.fit", lambda *arguments, **options: None)
    written = Migrator(source="shv-v1.0", target="shv-v7.0", steps=(spoil,))
    monkeypatch.setattr("ddas.migration.versions.MIGRATORS", (written,))
    faults = list(iter_migration_faults(_without_addition(), load_standard))
    assert faults
    assert "kan niet worden omgezet. Het resultaat past niet in shv-v7.0" in faults[0]


def test_a_choice_is_asked_for() -> None:
    old = load_standard("shv-v1.0")
    types = [replace(o, attributes=tuple(_single(a) for a in o.attributes)) for o in old.object_types]
    new = replace(old, version="v7.0", predecessor="shv-v1.0", object_types=tuple(types), rules=())
    (fault,) = iter_migration_faults(new, load_standard)
    assert "nog te kiezen" in fault
    assert "schulden[]" in fault
    assert "migration/pairs/" in fault


def test_without_a_predecessor_there_is_nothing_to_migrate() -> None:
    assert list(iter_migration_faults(replace(load_standard("shv-v1.0"), predecessor=None), load_standard)) == []


def _without_addition() -> Specification:
    old = load_standard("shv-v1.0")
    types = tuple(
        replace(o, attributes=tuple(a for a in o.attributes if (o.name, a.name) != ("Client", "huisnummertoevoeging")))
        for o in old.object_types
    )
    return replace(old, version="v7.0", predecessor="shv-v1.0", object_types=types, rules=())


def _single(attribute: Attribute) -> Attribute:
    return replace(attribute, many=False) if attribute.wire_name == "schulden" else attribute
