"""Steps that follow from the declarations of a version: nobody wrote a line of code for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ddas.errors import DdasError
from ddas.migration.migrate import migrate_along
from ddas.migration.outcome import Migration, Refusal
from ddas.migration.sequence import order_renames
from ddas.migration.steps import Rename
from ddas.migration.tally import Kind
from ddas.migration.versions import Version, chain_of, line_of
from ddas.standard.specification import (
    Attribute,
    DeclaredChange,
    FieldRename,
    ObjectType,
    Obligation,
    Specification,
    ValueRename,
)
from ddas.standard.status import Status
from tests.conftest import load_standard
from tests.migration.conftest import AT

TRAJECTORY = "leveringen[].schuldhulptrajecten[]"
CLIENT = f"{TRAJECTORY}.client[]"
OLD = load_standard("shv-v1.0")


def changed(type_name: str, **attributes: Attribute | None) -> tuple[ObjectType, ...]:
    """The object types of v1.0, with attributes of one of them changed, gone or new."""
    found = []
    for object_type in OLD.object_types:
        if object_type.name == type_name:
            held = {a.name: a for a in object_type.attributes} | attributes
            object_type = replace(object_type, attributes=tuple(a for a in held.values() if a is not None))
        found.append(object_type)
    return tuple(found)


def attribute(type_name: str, field: str, **changes: Any) -> Attribute:
    object_type = OLD.object_type(type_name)
    assert object_type is not None
    found = object_type.attribute(field)
    assert found is not None
    return replace(found, **changes)


def next_version(**changes: Any) -> Specification:
    return replace(OLD, version="v7.0", predecessor="shv-v1.0", status=Status.ADOPTED, rules=(), **changes)


def line(new: Specification) -> Mapping[str, Version]:
    return line_of(new, {"shv-v1.0": replace(OLD, predecessor=None)}.__getitem__)


def migrate(tmp_path: Path, new: Specification, trajectory: Any, **options: str) -> tuple[Any, Migration | Refusal]:
    source, target = tmp_path / "in.json", tmp_path / "uit.json"
    document = json.loads(next(e.content for e in OLD.examples if e.name == "minimaal"))
    document["leveringen"][0]["schuldhulptrajecten"] = [{"gemeentecode": "0344", **trajectory}]
    source.write_text(json.dumps(document), encoding="utf-8")
    outcome = migrate_along(source, target, line(new), options=options)
    if isinstance(outcome, Refusal):
        assert not target.exists()
        return None, outcome
    written = json.loads(target.read_bytes())
    return written["leveringen"][0]["schuldhulptrajecten"][0], outcome


def test_rename_removal_and_code_value_follow_the_declaration(tmp_path: Path) -> None:
    (solutions,) = [c for c in OLD.code_lists if c.name == "EnumOplossingssoort"]
    values = tuple(replace(v, value="Regeling") if v.value == "0%-aanbod" else v for v in solutions.values)
    new = next_version(
        object_types=changed(
            "Client",
            huisnummertoevoeging=attribute("Client", "huisnummertoevoeging", wire_name="Huistoevoeging"),
            huisnummer=None,
        ),
        code_lists=tuple(replace(solutions, values=values) if c is solutions else c for c in OLD.code_lists),
        renames=(FieldRename(old=f"{CLIENT}.Huisnummertoevoeging", new=f"{CLIENT}.Huistoevoeging", reason="Korter."),),
        value_renames=(ValueRename(code_list="EnumOplossingssoort", old="0%-aanbod", new="Regeling", reason="Zo."),),
        declared_changes=(DeclaredChange(kind="attribute_removed", path=f"{CLIENT}.Huisnummer", reason="Niet nodig."),),
    )
    trajectory = {"client": [{"Huisnummer": "1", "Huisnummertoevoeging": "A"}], "oplossing": {"soort": "0%-aanbod"}}
    result, outcome = migrate(tmp_path, new, trajectory)
    assert result == {
        "gemeentecode": "0344",
        "client": [{"Huistoevoeging": "A"}],
        "oplossing": {"soort": "Regeling"},
    }
    assert isinstance(outcome, Migration)
    assert outcome.source == "shv-v1.0"
    lost = [(c.path, c.reason) for c in outcome.changes if c.kind is Kind.LOST]
    assert lost == [(f"{CLIENT}.Huisnummer", "Niet nodig")]


def test_move_within_a_record(tmp_path: Path) -> None:
    moved = attribute("Intake", "startdatum", wire_name="begin")
    types = changed("Intake", startdatum=None)
    ends = {o.name: o for o in changed("Uitstroom", begin=replace(moved, name="begin"))}
    new = next_version(
        object_types=tuple(ends[o.name] if o.name == "Uitstroom" else o for o in types),
        renames=(FieldRename(old=f"{TRAJECTORY}.intake.startdatum", new=f"{TRAJECTORY}.uitstroom.begin", reason="X."),),
    )
    result, outcome = migrate(tmp_path, new, {"intake": {"startdatum": "2025-01-01"}})
    assert result == {"gemeentecode": "0344", "intake": {}, "uitstroom": {"begin": "2025-01-01"}}
    assert isinstance(outcome, Migration)
    assert [(c.kind, c.new_path) for c in outcome.changes] == [(Kind.MOVED, f"{TRAJECTORY}.uitstroom.begin")]


def test_what_a_record_must_have_is_for_a_person(tmp_path: Path) -> None:
    required = attribute("Schuldhulptraject", "startdatum", required=True, obligation=Obligation.REQUIRED)
    new = next_version(object_types=changed("Schuldhulptraject", startdatum=required, intake=None))
    result, _ = migrate(tmp_path, new, {"startdatum": "2025-01-01", "intake": {}})
    assert result == {"gemeentecode": "0344", "startdatum": "2025-01-01"}
    (tmp_path / "uit.json").unlink()
    _, outcome = migrate(tmp_path, new, {"intake": {}})
    assert isinstance(outcome, Refusal)
    assert "/leveringen/0/schuldhulptrajecten/0" in outcome.message
    assert "shv-v7.0 verplicht" in outcome.message


def test_text_around_the_records_is_asked_for(tmp_path: Path) -> None:
    extra = attribute("Uitwisselmodel", "startdatumLevering", name="peildag", wire_name="peildag", required=True)
    new = next_version(object_types=changed("Uitwisselmodel", peildag=extra))
    with pytest.raises(DdasError, match="--set peildag=…   een datum als"):
        migrate(tmp_path, new, {"begeleiding": []})
    migrate(tmp_path, new, {"begeleiding": []}, peildag="2025-02-01")
    assert json.loads((tmp_path / "uit.json").read_bytes())["peildag"] == "2025-02-01"


def test_a_choice_that_nobody_made_is_refused(tmp_path: Path) -> None:
    single = attribute("Schuldhulptraject", "schulden", many=False)
    new = next_version(object_types=changed("Schuldhulptraject", schulden=single, intake=None))
    with pytest.raises(DdasError, match=r"shv-v1\.0 naar shv-v7\.0 kan nog niet .*schulden\[\]\."):
        migrate(tmp_path, new, {"intake": {}})
    assert not (tmp_path / "uit.json").exists()


def test_renames_make_room_for_each_other() -> None:
    ordered, circular = order_renames([Rename(path="a", to="b"), Rename(path="b", to="c"), Rename(path="b.x", to="y")])
    assert [r.path for r in ordered] == ["b.x", "b", "a"]
    assert circular == []
    assert order_renames([Rename(path="a", to="b"), Rename(path="b[]", to="a")]) == ([], ["a", "b[]"])


def test_adoption_does_not_stop_a_migration(tmp_path: Path) -> None:
    adopted = replace(load_standard("shv-v1.1"), status=Status.ADOPTED)
    versions = line_of(adopted, load_standard)
    source, target = tmp_path / "in.json", tmp_path / "uit.json"
    document = json.loads(next(e.content for e in OLD.examples if e.name == "schoon"))
    source.write_text(json.dumps(document), encoding="utf-8")
    outcome = migrate_along(source, target, versions)
    assert isinstance(outcome, Migration)
    assert (outcome.source, outcome.target) == ("shv-v1.0", "shv-v1.1")
    again = migrate_along(target, tmp_path / "weer.json", versions)
    assert isinstance(again, Migration)
    assert again.source == "shv-v1.1"
    assert (tmp_path / "weer.json").read_bytes() == target.read_bytes()
    text = target.read_text(encoding="utf-8")
    assert "Burgerservicenummer" not in text
    assert AT[:4] in text
    assert len(chain_of(versions.values())) == len(versions) - 1
