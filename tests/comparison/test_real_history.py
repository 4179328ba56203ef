"""The real versions: what is known of how they differ, found by comparing the models."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from ddas.comparison.change import KINDS, Change
from ddas.comparison.compare import Comparison, compare, list_changes
from ddas.comparison.history import find_predecessors, make_pasts, past_of
from ddas.comparison.side import find_between
from ddas.standard.matching import list_unfit_declarations
from ddas.standard.published import read_published_schema
from ddas.standard.specification import Specification
from ddas.standard.wire_tree import build_wire_tree
from tests.conftest import PUBLISHED, STANDARDS, load_predecessors, load_standard

Published = Callable[[Specification], dict[str, Any]]
TRAJECTORY = "leveringen[].schuldhulptrajecten[]"
NEIGHBOURS = [(held[-1].id.code, code) for code in STANDARDS for held in [load_predecessors(code)] if held]


def structural(changes: tuple[Change, ...]) -> list[tuple[str, str, object, object, str]]:
    return [(str(c.kind), c.path, c.before, c.after, str(c.breaks)) for c in changes if KINDS[c.kind].structural]


def find(old: str, new: str, path: str) -> dict[str, str]:
    """Kind → who it breaks, of the changes at a path."""
    return {str(c.kind): str(c.breaks) for c in list_changes(load_standard(old), load_standard(new)) if c.path == path}


def test_v1_0_has_exactly_two_structural_changes() -> None:
    added = {"type": "string", "format": "date", "required": False}
    assert structural(list_changes(load_standard("shv-v0.10"), load_standard("shv-v1.0"))) == [
        (
            "code_value_removed",
            "EnumBeschikkingssoort=Beeindigingsbeschikking",
            "Beeindigingsbeschikking",
            None,
            "strenger",
        ),
        ("attribute_added", f"{TRAJECTORY}.uitstroom.datumBeeindigingsbeschikking", None, added, "levering"),
    ]


def test_those_two_are_what_v1_0_declares() -> None:
    declared = {(d.kind, d.path) for d in load_standard("shv-v1.0").declared_changes}
    found = structural(list_changes(load_standard("shv-v0.10"), load_standard("shv-v1.0")))
    assert declared == {(kind, path) for kind, path, *_ in found}


def test_v0_10_counts() -> None:
    found = structural(list_changes(load_standard("shv-v0.9"), load_standard("shv-v0.10")))
    assert Counter((kind, breaks) for kind, _, _, _, breaks in found) == {
        ("required_added", "strenger"): 5,
        ("cardinality_changed", "strenger"): 3,
        ("attribute_added", "strenger"): 1,
        ("object_type_added", "ruimer"): 2,
        ("code_value_added", "ruimer"): 1,
        ("attribute_moved", "ruimer"): 1,
        ("attribute_added", "levering"): 3,
        ("attribute_renamed", "levering"): 2,
        ("object_type_removed", "levering"): 1,
        ("closed", "levering"): 1,
        ("code_list_added", "code"): 1,
    }


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("codeGegevensleverancier", {"attribute_added": "strenger"}),
        ("leveringen[]", {"required_added": "strenger", "cardinality_changed": "strenger"}),
        ("leveringen[].aanleverende_organisatie.contactpersonen[]", {"cardinality_changed": "strenger"}),
        (f"{TRAJECTORY}.schulden[]", {"attribute_moved": "ruimer"}),
        (f"{TRAJECTORY}.schulden[].schuldsoort", {"attribute_renamed": "levering"}),
        (f"{TRAJECTORY}.intake.beschikkingsdatum", {"attribute_renamed": "levering"}),
        (f"{TRAJECTORY}.intake.beschikkingssoort", {"attribute_added": "levering"}),
        (f"{TRAJECTORY}.oplossing.vtlb", {"attribute_added": "levering"}),
        (f"{TRAJECTORY}.voorlopigeVoorzieningen[]", {"object_type_added": "ruimer"}),
        (f"{TRAJECTORY}.client[]", {"cardinality_changed": "strenger"}),
        ("EnumBegeleidingssoort=Budgetbegeleiding", {"code_value_added": "ruimer"}),
        ("", {"closed": "levering"}),
    ],
)
def test_v0_10_spot_checks(path: str, expected: dict[str, str]) -> None:
    assert expected.items() <= find("shv-v0.9", "shv-v0.10", path).items()


def test_v0_9_counts() -> None:
    changes = list_changes(load_standard("shv-v0.8"), load_standard("shv-v0.9"))
    assert {str(c.breaks) for c in changes if KINDS[c.kind].structural} == {"levering"}
    assert Counter(kind for kind, *_ in structural(changes)) == {
        "attribute_added": 11,
        "attribute_renamed": 7,
        "object_type_removed": 7,
        "code_value_added": 6,
        "code_value_renamed": 6,
        "attribute_removed": 4,
        "code_value_removed": 2,
        "attribute_moved": 2,
        "format_changed": 2,
        "object_type_added": 1,
        "closed": 1,
    }


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (f"{TRAJECTORY}.client[].Burgerservicenummer", "attribute_renamed"),
        (f"{TRAJECTORY}.client[].Geboortedatum", "format_changed"),
        (f"{TRAJECTORY}.schuldregeling.toegekend", "format_changed"),
        ("startdatumLevering", "attribute_renamed"),
        ("leveringen[].aanleverende_organisatie", "attribute_moved"),
        ("leveringen[].aanleverende_organisatie.(Statutaire) Naam", "attribute_renamed"),
        (f"{TRAJECTORY}", "closed"),
        (f"{TRAJECTORY}.gemeentecode", "attribute_added"),
        (f"{TRAJECTORY}.totaalSchuldbedragBijAanvangSchuld", "data_type_changed"),
        ("EnumOplossingssoort=0%-aanbod", "code_value_added"),
        ("EnumSchuldensoort=Publiek", "code_value_renamed"),
    ],
)
def test_v0_9_spot_checks(path: str, kind: str) -> None:
    assert kind in find("shv-v0.8", "shv-v0.9", path)


def test_vroegsignalering_v0_9_changes_three_code_lists() -> None:
    found = structural(list_changes(load_standard("vs-v0.1"), load_standard("vs-v0.9")))
    assert {kind for kind, *_ in found} == {"code_value_added", "code_value_removed"}
    assert {path.partition("=")[0] for _, path, *_ in found} == {
        "EnumContactsoort",
        "EnumEindresultaat",
        "EnumSignaalstatus",
    }
    assert {kind: breaks for kind, path, _, _, breaks in found if path == "EnumSignaalstatus=Opgepakt"} == {
        "code_value_removed": "strenger"
    }


@pytest.mark.parametrize(("old", "new"), NEIGHBOURS)
def test_every_declared_rename_fits_and_is_found(old: str, new: str) -> None:
    before, after = load_standard(old), load_standard(new)
    assert list_unfit_declarations(before, after) == ()
    found = [
        c
        for c in list_changes(before, after)
        if c.kind in ("attribute_renamed", "attribute_moved", "code_value_renamed")
    ]
    assert {(c.before, c.after) for c in found} == {
        *((r.old, r.new) for r in after.renames),
        *((v.old, v.new) for v in after.value_renames),
    }


@pytest.mark.parametrize(("old", "new"), [pair for pair in NEIGHBOURS if pair[1] in PUBLISHED])
def test_published_schemas_differ_as_our_models_do(old: str, new: str, published_schema: Published) -> None:
    def bare(code: str) -> Specification:
        held = load_standard(code)
        return read_published_schema(published_schema(held), domain=held.domain, version=held.version)

    def facts(changes: tuple[Change, ...]) -> set[tuple[str, str, str, str, str]]:
        return {(str(c.kind), c.path, _sorted(c.before), _sorted(c.after), str(c.breaks)) for c in changes}

    ours = compare(_without_renames(load_standard(old)), _without_renames(load_standard(new)), structure_only=True)
    assert facts(ours.changes) == facts(compare(bare(old), bare(new), structure_only=True).changes)
    for code in (old, new):
        assert compare(bare(code), load_standard(code), structure_only=True).changes == ()


def _without_renames(specification: Specification) -> Specification:
    from dataclasses import replace

    return replace(specification, renames=(), value_renames=())


def _sorted(value: object) -> str:
    """Our models and the published schemas list fields in another order."""
    if isinstance(value, dict):
        return repr({k: sorted(v) if isinstance(v, list) else v for k, v in value.items()})
    return repr(sorted(value) if isinstance(value, list) else value)


def test_the_chain_from_first_to_last() -> None:
    first, last = load_standard("shv-v0.8"), load_standard("shv-v1.0")
    known = [load_standard(c) for c in STANDARDS]
    between = find_between(first, last, known)
    assert [s.version for s in between] == ["v0.9", "v0.10"]
    assert [s.version for s in find_between(last, first, known)] == ["v0.10", "v0.9"]
    assert find_between(last, last, known) == ()
    found = {c.path: c.before for c in compare(first, last, between=between).changes if c.kind == "attribute_moved"}
    assert found[f"{TRAJECTORY}.schulden[]"] == "schuldhulptrajecten[].client[].leefsituatie[].schulden[]"


def test_since() -> None:
    versions = (*load_predecessors("shv-v1.0"), load_standard("shv-v1.0"))
    since = {path: held.since for path, held in past_of(versions).history.items()}
    assert since[f"{TRAJECTORY}.client[].Burgerservicenummer"] == "v0.8"
    assert since[f"{TRAJECTORY}.schulden[].schuldsoort"] == "v0.8"
    assert since[f"{TRAJECTORY}.gemeentecode"] == "v0.9"
    assert since[f"{TRAJECTORY}.oplossing.vtlb"] == "v0.10"
    assert since[f"{TRAJECTORY}.uitstroom.datumBeeindigingsbeschikking"] == "v1.0"
    assert Counter(since.values()).keys() == {"v0.8", "v0.9", "v0.10", "v1.0"}


def test_history_of_a_field() -> None:
    versions = (*load_predecessors("shv-v1.0"), load_standard("shv-v1.0"))
    history = past_of(versions).history
    told = history[f"{TRAJECTORY}.schulden[].bedrag"]
    assert (told.since, told.from_the_start) == ("v0.8", True)
    assert next((c.version, str(c.change.kind)) for c in told.changes) == ("v0.9", "data_type_changed")
    kinds = [(c.version, str(c.change.kind)) for c in history[f"{TRAJECTORY}.intake.beschikkingssoort"].changes]
    assert ("v1.0", "code_value_removed") in kinds
    assert not history[f"{TRAJECTORY}.oplossing.vtlb"].from_the_start
    assert history.keys() == build_wire_tree(versions[-1]).steps_by_path.keys()


def test_pasts_of_all_versions_compare_each_pair_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs: list[tuple[str, str]] = []

    def counting(old: Specification, new: Specification) -> Comparison:
        pairs.append((old.id.code, new.id.code))
        return compare(old, new)

    monkeypatch.setattr("ddas.comparison.history.compare", counting)
    known = [load_standard(c) for c in STANDARDS]
    pasts = make_pasts(reversed(known))
    assert sorted(pairs) == sorted((s.predecessor, s.id.code) for s in known if s.predecessor)
    monkeypatch.undo()
    for version in known:
        assert pasts[version.id.code] == past_of((*find_predecessors(version, known), version))


def test_a_first_version_has_fields_without_a_past() -> None:
    first = load_standard("shv-v0.8")
    past = past_of((first,))
    assert past.comparison is None
    assert {(h.since, h.from_the_start, h.changes) for h in past.history.values()} == {("v0.8", True, ())}


def test_predecessors_follow_the_register() -> None:
    known = [load_standard(c) for c in STANDARDS]
    assert [s.version for s in find_predecessors(load_standard("shv-v1.0"), known)] == ["v0.8", "v0.9", "v0.10"]
    assert find_predecessors(load_standard("shv-v0.8"), known) == ()
    for old, new in pairwise([*find_predecessors(load_standard("shv-v1.0"), known), load_standard("shv-v1.0")]):
        assert new.predecessor == old.id.code
