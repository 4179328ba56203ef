"""Fields with a part in every domain are found by their shape."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ddas.standard.record_layout import layout_of
from ddas.standard.roles import Roles, roles_of
from ddas.standard.specification import Attribute, Specification
from tests.conftest import STANDARDS, load_standard

IN_A_HOLDER = {
    "holders": "leveringen",
    "sender": "aanleverende_organisatie",
    "period_start": "startdatumLevering",
    "period_end": "einddatumLevering",
    "moment": "aanleverdatumEnTijd",
}
IN_THE_ROOT = IN_A_HOLDER | {
    "holders": None,
    "period_start": "aanleverperiodeStartdatum",
    "period_end": "aanleverperiodeEinddatum",
    "moment": None,
}
WITH_ANOTHER_SENDER = IN_A_HOLDER | {"sender": "aanleverendeOrganisatie"}
WITHOUT_SENDER = IN_A_HOLDER | {"sender": None, "moment": None}
EXPECTED = {"arm-v0.1": WITHOUT_SENDER, "shv-v0.8": IN_THE_ROOT, "vs-v1.2": WITH_ANOTHER_SENDER}


def wire_names(roles: Roles) -> dict[str, str | None]:
    fields: dict[str, Attribute | None] = {name: getattr(roles, name) for name in IN_A_HOLDER}
    return {name: field.wire_name if field else None for name, field in fields.items()}


@pytest.mark.parametrize("code", STANDARDS)
def test_every_standard_has_them(code: str) -> None:
    assert wire_names(roles_of(load_standard(code))) == EXPECTED.get(code, IN_A_HOLDER)


def with_root(specification: Specification, *attributes: Attribute) -> Specification:
    root = replace(specification.root_type, attributes=attributes)
    return replace(specification, object_types=(root, *specification.object_types[1:]))


def test_other_names_play_the_same_parts() -> None:
    specification = load_standard("shv-v1.0")
    renamed = [replace(a, name=f"veld{n}", wire_name=f"V{n}") for n, a in enumerate(specification.root_type.attributes)]
    changed = with_root(specification, *renamed)
    before, after = roles_of(specification), roles_of(changed)
    places = {a.wire_name: f"V{n}" for n, a in enumerate(specification.root_type.attributes)}
    in_root = ("holders", "period_start", "period_end", "moment")
    assert {n: wire_names(after)[n] for n in in_root} == {n: places[wire_names(before)[n] or ""] for n in in_root}
    assert layout_of(changed).holder_path == (places["leveringen"],)


def test_a_part_with_two_candidates_is_nobodys() -> None:
    specification = load_standard("shv-v1.0")
    attributes = specification.root_type.attributes
    day = next(a for a in attributes if a.wire_name == "einddatumLevering")
    moment = next(a for a in attributes if a.wire_name == "aanleverdatumEnTijd")
    extra = (replace(day, name="peildag", wire_name="peildag"), replace(moment, name="tweede", wire_name="tweede"))
    roles = roles_of(with_root(specification, *attributes, *extra))
    assert (roles.period_start, roles.period_end, roles.moment) == (None, None, None)
