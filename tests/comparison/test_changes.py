"""Each kind of change is found where it is, and nothing else is."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from ddas.comparison.change import KINDS, Breaks, ChangeKind, VersionStep
from ddas.comparison.compare import compare, list_changes
from ddas.errors import DdasError
from ddas.standard.identity import Domain
from ddas.standard.specification import Alternative, FieldRename, Obligation, Specification, ValueRename
from tests.comparison.change_cases import CASES, NEW, OLD, Case
from tests.comparison.comparison_micro import (
    field,
    micro,
    plus_field,
    with_field,
    with_item,
    with_values,
    without_field,
)

IDS = [f"{number}-{case.kind}" for number, case in enumerate(CASES)]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_exactly_these_changes(case: Case) -> None:
    found = [(str(c.kind), c.path, c.before, c.after, str(c.breaks)) for c in list_changes(case.old, case.new)]
    assert found == list(case.expected)
    assert case.kind in {kind for kind, *_ in found}


def test_every_kind_has_a_case() -> None:
    assert {case.kind for case in CASES} == set(ChangeKind) == set(KINDS)


def test_kinds_that_say_nothing_of_a_delivery_are_never_proven() -> None:
    proven = {kind for case in CASES for kind, *_, breaks in case.expected if breaks in ("strenger", "ruimer")}
    assert proven <= {kind for kind, facts in KINDS.items() if facts.structural}


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_the_step_follows_from_what_breaks(case: Case) -> None:
    steps = {
        Breaks.STRICTER: VersionStep.MAJOR,
        Breaks.WIDER: VersionStep.MINOR,
        Breaks.DELIVERY: VersionStep.MINOR,
        Breaks.RULES: VersionStep.MINOR,
        Breaks.CODE: VersionStep.MINOR,
        Breaks.MEANING: VersionStep.REVISION,
        Breaks.TEXT: VersionStep.REVISION,
    }
    for change in list_changes(case.old, case.new):
        assert change.step is steps[change.breaks]


def test_before_v1_0_stricter_is_minor() -> None:
    new = with_field(micro("v0.10"), "Boom.naam", required=True)
    (change,) = list_changes(micro("v0.9"), new)
    assert (change.breaks, change.step) == (Breaks.STRICTER, VersionStep.MINOR)


def test_a_version_does_not_differ_from_itself(specification: Specification) -> None:
    assert list_changes(specification, specification) == ()
    assert list_changes(OLD, NEW) == ()


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_backwards_gives_as_many_changes(case: Case) -> None:
    there, back = list_changes(case.old, case.new), list_changes(case.new, case.old)
    assert len(there) == len(back)
    assert {_key(c.before, c.after) for c in there} == {_key(c.after, c.before) for c in back}


def _key(before: object, after: object) -> str:
    return repr((before, after))


# Identity, not content: what a version is called and how far it is.
NOT_COMPARED = {
    "publication",
    "format",
    "domain",
    "version",
    "status",
    "revision",
    "root",
    "renames",
    "value_renames",
    "declared_changes",
    "predecessor",
    "date",
    "in_use_from",
    "accepted_until",
}


def iter_all_edits() -> Iterator[tuple[str, Specification]]:
    """Each part of each dataclass, changed once in a place where the micro standard uses it."""
    lists: dict[str, Callable[..., Specification]] = {}
    for part, key in (
        ("rules", "BOS-001"),
        ("errata", "BOS-E01"),
        ("phases", "groei"),
        ("sources", "boswet"),
        ("examples", "klein"),
        ("data_types", "Kleur"),
        ("code_lists", "EnumSoort"),
        ("object_types", "Boom"),
    ):
        lists[part] = lambda part=part, key=key, **changes: with_item(NEW, part, key, **changes)
        sample = next(
            i
            for i in getattr(NEW, part)
            if key in (getattr(i, "id", ""), getattr(i, "code", ""), getattr(i, "name", ""))
        )
        for f in dataclasses.fields(sample):
            if f.name not in ("attributes", "values", "name") or part in ("examples", "rules"):
                yield f"{part}.{f.name}", lists[part](**{f.name: _other(getattr(sample, f.name), f.name)})
    tree = NEW.object_type("Boom")
    assert tree is not None
    for f in dataclasses.fields(tree.attributes[2]):
        yield (
            f"attribute.{f.name}",
            with_field(NEW, "Boom.naam", **{f.name: _other(getattr(tree.attributes[2], f.name), f.name)}),
        )
    value = NEW.code_lists[0].values[1]
    for f in dataclasses.fields(value):
        edited = replace(value, **{f.name: _other(getattr(value, f.name), f.name)})
        yield f"value.{f.name}", with_values(NEW, "EnumSoort", NEW.code_lists[0].values[0], edited)
    for f in dataclasses.fields(NEW):
        if f.init and f.name not in NOT_COMPARED and not isinstance(getattr(NEW, f.name), tuple):
            yield f"specification.{f.name}", replace(NEW, **{f.name: "Iets anders"})


def _other(value: object, name: str) -> object:
    if name == "range":
        return "Getal"
    if name == "obligation":
        return Obligation.REQUIRED
    if name == "base":
        return "integer"
    if name == "format":
        return "date"
    if isinstance(value, bool):
        return not value
    if name == "alternatives":
        return (Alternative(title="met een naam", required=("naam",)),)
    if isinstance(value, tuple):
        return (*value, "boswet")
    if isinstance(value, int) or name in ("length", "max_items"):
        return 3
    return "Anders"


# Bounds of what is no list do not exist, and whether a list is on the wire follows from the fields that use it.
WITHOUT_MEANING = {"attribute.min_items", "attribute.max_items", "code_lists.exchanged"}


@pytest.mark.parametrize(("name", "edited"), [pytest.param(n, e, id=n) for n, e in iter_all_edits()])
def test_no_part_of_a_specification_is_overlooked(name: str, edited: Specification) -> None:
    assert bool(list_changes(OLD, edited)) != (name in WITHOUT_MEANING)


def test_renames_along_a_chain_are_followed() -> None:
    first = micro("v0.8")
    second = replace(
        with_field(micro("v0.9"), "Boom.naam", wire_name="Naam"),
        renames=(FieldRename(old="bomen[].naam", new="bomen[].Naam", reason="x"),),
    )
    third = replace(
        with_field(micro("v0.10"), "Boom.naam", wire_name="Roepnaam"),
        renames=(FieldRename(old="bomen[].Naam", new="bomen[].Roepnaam", reason="x"),),
    )
    (change,) = compare(first, third, between=(second,)).changes
    assert (change.kind, change.before, change.after) == ("attribute_renamed", "bomen[].naam", "bomen[].Roepnaam")
    (back,) = compare(third, first, between=(second,)).changes
    assert (back.kind, back.before, back.after) == ("attribute_renamed", "bomen[].Roepnaam", "bomen[].naam")
    assert {c.kind for c in list_changes(first, third)} == {"attribute_added", "attribute_removed"}


def test_value_renames_along_a_chain_are_followed() -> None:
    def version(code: str, value: str, *renames: ValueRename) -> Specification:
        held = micro(code)
        oak, beech = held.code_lists[0].values
        return replace(
            with_values(held, "EnumSoort", oak, replace(beech, value=value)) if value != "Beuk" else held,
            value_renames=renames,
        )

    first = version("v0.8", "Beuk")
    second = version("v0.9", "beuk", ValueRename(code_list="EnumSoort", old="Beuk", new="beuk", reason="x"))
    third = version("v0.10", "BEUK", ValueRename(code_list="EnumSoort", old="beuk", new="BEUK", reason="x"))
    (change,) = compare(first, third, between=(second,)).changes
    assert (change.kind, change.before, change.after) == ("code_value_renamed", "Beuk", "BEUK")


def test_a_moved_parent_carries_its_children_and_their_own_changes_stay() -> None:
    old, new = micro("v1.0"), micro("v1.1")
    owner = next(a for a in _attributes(new, "Boom") if a.name == "eigenaar")
    new = plus_field(without_field(new, "Boom.eigenaar"), "Bos", replace(owner, wire_name="baas"))
    new = with_field(new, "Eigenaar.achternaam", wire_name="Naam", required=True)
    new = replace(
        new,
        renames=(
            FieldRename(old="bomen[].eigenaar", new="baas", reason="x"),
            FieldRename(old="bomen[].eigenaar.achternaam", new="baas.Naam", reason="x"),
        ),
    )
    found = [(str(c.kind), c.path, c.before) for c in list_changes(old, new)]
    assert sorted(found) == [
        ("attribute_moved", "baas", "bomen[].eigenaar"),
        ("attribute_renamed", "baas.Naam", "bomen[].eigenaar.achternaam"),
        ("required_added", "baas.Naam", False),
    ]


def _attributes(specification: Specification, name: str) -> tuple[Any, ...]:
    held = specification.object_type(name)
    assert held is not None
    return held.attributes


def test_a_declaration_that_does_not_fit_is_ignored() -> None:
    new = replace(
        plus_field(NEW, "Boom", field("hoogte", "Tekst")),
        renames=(
            FieldRename(old="weg", new="bomen[].hoogte", reason="x"),
            FieldRename(old="nummer", new="weg", reason="x"),
        ),
    )
    assert [c.kind for c in list_changes(OLD, new)] == ["attribute_added"]


def test_other_domain_is_refused() -> None:
    other = replace(NEW, domain=Domain(name="heide", code="hei", title="Heide", listing="x", unit="x"))
    with pytest.raises(DdasError, match="verschillende domeinen"):
        list_changes(OLD, other)


def test_structure_only_leaves_meanings_out() -> None:
    for case in CASES:
        found = compare(case.old, case.new, structure_only=True).changes
        assert [str(c.kind) for c in found] == [k for k, *_ in case.expected if KINDS[ChangeKind(k)].structural]
