"""Every kind does what its test vectors say, and its screen never keeps a hit from its check."""

from __future__ import annotations

import pytest

from ddas.rules.kinds import RULE_KINDS, find_kind
from ddas.rules.rule_kind import ObjectKind
from ddas.rules.screening import make_screen
from tests.conftest import ROOT
from tests.rules.vectors import Vector, iter_vectors, run

VECTORS = list(iter_vectors())
NAMES = [kind.name for kind in RULE_KINDS]
PAGES = ROOT / "docs" / "soorten-regels"


@pytest.mark.parametrize("vector", VECTORS, ids=str)
def test_vector(vector: Vector) -> None:
    places = run(vector)
    assert [pointer for pointer, _ in places] == vector.expected
    if "toevoeging" in vector.record:
        assert {addition for _, addition in places} == {vector.record["toevoeging"]}


@pytest.mark.parametrize("vector", VECTORS, ids=str)
def test_screen_lets_every_hit_through(vector: Vector) -> None:
    if not isinstance(find_kind(vector.kind), ObjectKind):
        pytest.skip("this kind has no screen")
    screen = make_screen(vector.specification, vector.record["op"], [(7, vector.rule)])
    found = screen(vector.decode(), vector.context)
    assert set(found) <= {7}
    assert found or not vector.expected


@pytest.mark.parametrize("kind", NAMES)
def test_kind_is_complete(kind: str) -> None:
    """A page, and vectors that hit and that do not."""
    assert (PAGES / f"{kind}.md").is_file()
    outcomes = {bool(v.expected) for v in VECTORS if v.kind == kind}
    assert outcomes == {True, False}


def test_no_vectors_or_pages_without_a_kind() -> None:
    assert {v.kind for v in VECTORS} <= set(NAMES)
    assert {p.stem for p in PAGES.glob("*.md")} - {"index"} <= set(NAMES)
