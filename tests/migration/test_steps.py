"""Each step on a small value: the result, and what is counted."""

from __future__ import annotations

from typing import Any

import pytest

from ddas.migration.fitting import Fitter
from ddas.migration.steps import Cents, Drop, Fill, MappedValue, MapValues, Rename, Special, Step, apply_step
from ddas.migration.tally import Kind, Tally
from ddas.migration.work import Work

BASE, NEW = "bomen[]", "bos[].bomen[]"
LEAF = MapValues(
    path="bomen[].takken[].blad",
    values=(
        MappedValue(old="groen", new="groen", reason="gelijk"),
        MappedValue(old="rood", new="herfst", reason="zelfde"),
        MappedValue(old="weg", new=None, reason="niet te zien"),
    ),
)
HERE = Fill(path="bos[].bomen[].plaats", default="Onbekend")
OWNER = Fill(path="bos[].bomen[].eigenaar", inside="naam", default="Onbekend")


def changes(work: Work) -> list[tuple[str, str, str, int]]:
    return [(str(c.kind), c.path, c.new_path, c.count) for c in work.tally.changes([""])]


CASES: list[tuple[Step, Any, Any, list[tuple[str, str, str, int]]]] = [
    (Rename(path="bomen[].nr", to="nummer"), {}, {}, []),
    (
        Rename(path="bomen[].nr", to="nummer"),
        {"nr": 1},
        {"nummer": 1},
        [("renamed", "bomen[].nr", "bos[].bomen[].nummer", 1)],
    ),
    (
        Rename(path="bomen[].nr", to="nummer"),
        {"nr": 1, "nummer": 2},
        {"nummer": 1},
        [("lost", "bomen[].nummer", "", 1), ("renamed", "bomen[].nr", "bos[].bomen[].nummer", 1)],
    ),
    (
        Rename(path="bomen[].takken[].nr", to="nummer", new_path="takken"),
        {"takken": [{"nr": 1}, {}, {"nr": 2}]},
        {"takken": [{"nummer": 1}, {}, {"nummer": 2}]},
        [("renamed", "bomen[].takken[].nr", "takken", 2)],
    ),
    (
        Drop(path="bomen[].takken[].nesten", reason="x"),
        {"takken": [{"nesten": [1, 2], "a": 1}, {"nesten": []}]},
        {"takken": [{"a": 1}, {}]},
        [("lost", "bomen[].takken[].nesten", "", 2)],
    ),
    (Drop(path="bomen[].top", reason="x"), {"top": {"a": 1}}, {}, [("lost", "bomen[].top", "", 1)]),
    (
        LEAF,
        {"takken": [{"blad": "groen"}, {"blad": "rood"}, {"blad": "weg", "a": 1}]},
        {"takken": [{"blad": "groen"}, {"blad": "herfst"}, {"a": 1}]},
        [("lost", "bomen[].takken[].blad", "", 1), ("mapped", "bomen[].takken[].blad", "", 1)],
    ),
    (HERE, {}, {"plaats": "Onbekend"}, [("filled", "bos[].bomen[].plaats", "", 1)]),
    (HERE, {"plaats": ""}, {"plaats": ""}, []),
    (OWNER, {}, {"eigenaar": {"naam": "Onbekend"}}, [("filled", "bos[].bomen[].eigenaar.naam", "", 1)]),
    (Special(path="bomen[].top", run=lambda top, work: top.clear()), {"top": {"a": 1}}, {"top": {}}, []),
    (Special(path="bomen[]", run=lambda tree, work: tree.clear()), {"top": {"a": 1}}, {}, []),
]


@pytest.mark.parametrize(("step", "before", "after", "counted"), CASES)
def test_step(step: Step, before: Any, after: Any, counted: list[tuple[str, str, str, int]]) -> None:
    work = Work({})
    apply_step(step, before, work, base=BASE, new_base=NEW)
    assert before == after
    assert changes(work) == counted


@pytest.mark.parametrize(
    ("cents", "euros", "rounded"),
    [
        (0, 0, False),
        (100, 1, False),
        (149, 1, True),
        (150, 2, True),
        (250, 3, True),
        (-149, -1, True),
        (-150, -2, True),
        (-100, -1, False),
        (200.0, 2, False),
        (10**30 + 50, 10**28 + 1, True),
    ],
)
def test_cents(cents: float, euros: int, rounded: bool) -> None:
    value: dict[str, Any] = {"bedrag": cents}
    work = Work({})
    apply_step(Cents(path="bomen[].bedrag"), value, work, base=BASE, new_base=NEW)
    assert (value, type(value["bedrag"])) == ({"bedrag": euros}, int)
    assert changes(work) == [("rounded" if rounded else "converted", "bomen[].bedrag", "", 1)]


def test_fill_with_a_given_value() -> None:
    value: dict[str, Any] = {}
    work = Work({"plaats": "Utrecht", "anders": "x"})
    apply_step(HERE, value, work, base=BASE, new_base=NEW)
    assert (value, work.used) == ({"plaats": "Utrecht"}, {"plaats"})
    assert all("Utrecht" not in c.reason for c in work.tally.changes([""]))


def test_fill_without_a_default() -> None:
    value: dict[str, Any] = {}
    work = Work({})
    apply_step(Fill(path="bos[].bomen[].dag", default=None), value, work, base=BASE, new_base=NEW)
    assert (value, list(work.missing)) == ({}, ["dag"])


SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["nr"],
    "properties": {
        "nr": {"type": "integer"},
        "dag": {"type": "string", "format": "date"},
        "soort": {"type": "string", "enum": ["eik"]},
        "takken": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}},
        },
        "namen": {"type": "array", "uniqueItems": True, "items": {"type": "string"}},
        "open": {"type": "object", "properties": {"a": {"type": "integer"}}},
    },
}
FITS: list[tuple[Any, Any, list[tuple[str, str, str, int]]]] = [
    ({"nr": 1, "open": {"b": {"c": None}}}, {"nr": 1, "open": {"b": {"c": None}}}, []),
    ({"nr": "een"}, {}, [("lost", "bomen[].nr", "", 1)]),
    ({"kleur": 1, "": None}, {}, [("lost", "bomen[].(een andere sleutel)", "", 1), ("lost", "bomen[].kleur", "", 1)]),
    ({"999990019": 1}, {}, [("lost", "bomen[].(een andere sleutel)", "", 1)]),
    ({"dag": "31-12-2025"}, {}, [("lost", "bomen[].dag", "", 1)]),
    ({"dag": ""}, {}, [("empty", "bomen[].dag", "", 1)]),
    ({"soort": "beuk"}, {}, [("lost", "bomen[].soort", "", 1)]),
    ({"soort": []}, {}, [("empty", "bomen[].soort", "", 1)]),
    ({"takken": []}, {}, [("empty", "bomen[].takken", "", 1)]),
    (
        {"takken": [{"id": 1}, {"id": 2, "x": 1}, {"id": 3}]},
        {"takken": [{"id": 1}, {"id": 2, "x": 1}]},
        [("lost", "bomen[].takken[]", "", 1)],
    ),
    (
        {"takken": [{"id": "x"}, {"id": 2}]},
        {"takken": [{"id": 2}]},
        [("lost", "bomen[].takken[]", "", 1), ("lost", "bomen[].takken[].id", "", 1)],
    ),
    ({"namen": ["a", "b", "a"]}, {"namen": ["a", "b"]}, [("empty", "bomen[].namen[]", "", 1)]),
    ({"open": {"a": "x", "b": 1}}, {"open": {"b": 1}}, [("lost", "bomen[].open.a", "", 1)]),
]


@pytest.mark.parametrize(("before", "after", "counted"), FITS)
def test_fit(before: Any, after: Any, counted: list[tuple[str, str, str, int]]) -> None:
    tally = Tally()
    Fitter("bos-v2.0").fit(before, SCHEMA, BASE, tally)
    assert before == after
    assert [(str(c.kind), c.path, c.new_path, c.count) for c in tally.changes([""])] == counted


def test_paths_are_bounded() -> None:
    tally = Tally()
    for number in range(3000):
        tally.add(Kind.LOST, f"pad {number}", reason="x")
    found = tally.changes([""])
    assert len(found) == 1001
    assert sum(c.count for c in found) == 3000
