"""Deliveries for tests: the fullest one of a specification, and mutations of it."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

from ddas.standard.specification import Specification
from ddas.standard.value_kinds import ValueKind
from tests.making.deliveries import SAMPLES, make_full

ODD_SAMPLES = {**SAMPLES, ValueKind.DATE_TIME: "2025-01-31t23:59:59.1234567890+01:30", ValueKind.EMAIL: "a@b"}

ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -3, 2.0, 2.5, -0.0, 1e20, 10**30, [], {}, [None], [[]], {"a": None}),
    *("", " ", "x", "tekst", "Zorg", "zorg", "a@b", "@", "true", "1", "\u00e9", "\ud800"),
    *("2025-01-01", "2025-02-29", "2024-02-30", "0000-01-01", "0001-01-01", "9999-12-31", "2025-1-1", "20250101"),
    *("2025-W01-1", "2025-01-01 ", " 2025-01-01", "2025-01-01\n", "\uff12\uff10\uff12\uff15-01-01", "01-01-2025"),
    *("2025-01-01T00:00:00Z", "2025-01-01t00:00:00z", "2025-01-01 00:00:00Z", "2025-01-01T00:00:00"),
    *("2025-01-01T00:00:00+01:00", "2025-01-01T00:00:00-23:59", "2025-01-01T00:00:00+24:00"),
    *("2025-01-01T00:00:00+0100", "2025-01-01T00:00:00+01", "2025-01-01T00:00:00+01:60", "2025-01-01T00:00:00-00:00"),
    *("2025-01-01T24:00:00Z", "2025-01-01T23:59:60Z", "2025-01-01T00:60:00Z", "2025-01-01T00:00Z"),
    *("2025-01-01T00:00:00.Z", "2025-01-01T00:00:00,5Z", "2025-01-01T00:00:00.5Z", "2025-01-01T00:00:00.12345678901Z"),
    *("2025-02-29T00:00:00Z", "2025-13-01T00:00:00Z", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    *(
        "2025-01-01T00:00:00Z\n",
        "2025-01-01T00:00:00Z ",
        "2025-01-01T00:00:\u0660\u0660Z",
        "2025-01-01T00:00:00.123456\u0660Z",
    ),
)


def fullest(specification: Specification) -> dict[str, Any]:
    """A delivery with every field of every object type; lists have as few items as is allowed, but one."""
    return make_full(specification, samples=ODD_SAMPLES, extra={"eigen veld": [{"a": 1.5}, None]}, every_way=True)


def iter_places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in the value, as container and key or index."""
    for key in list(value) if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from iter_places(value[key])


def iter_single_mutations(base: dict[str, Any]) -> Iterator[Any]:
    """Each place deleted, given every odd value, and for lists given 0-4 items; each object with an extra key."""
    yield from ODD_VALUES
    base = copy.deepcopy(base)
    for container, key in list(iter_places(base)):
        before = container[key]
        replacements = list(ODD_VALUES)
        if isinstance(before, list):
            replacements += [before[:1] * count for count in range(5)]
            replacements += [[*before, {}], [1, 1.0], [1, True], [0, False, 0.0], ["a", "a"], [[1], [1.0]]]
        if isinstance(before, dict):
            replacements += [{**before, "vreemd": None}, dict(reversed(before.items()))]
        for replacement in replacements:
            container[key] = replacement
            yield base
        container[key] = before
        if isinstance(container, dict):
            order = dict(container)
            del container[key]
            yield base
            container.clear()
            container.update(order)


def iter_random_mutations(base: dict[str, Any], count: int, seed: int) -> Iterator[Any]:
    """Deliveries with two to four changes each, most of them small."""
    chance = random.Random(seed)
    for _ in range(count):
        delivery = copy.deepcopy(base)
        for _ in range(chance.randint(2, 4)):
            places = list(iter_places(delivery))
            if not places:
                break
            container, key = chance.choice(places)
            _change(chance, container, key, places)
        yield delivery


def _change(chance: random.Random, container: Any, key: Any, places: list[tuple[Any, Any]]) -> None:
    match chance.randrange(5):
        case 0:
            del container[key]
        case 1:
            other, name = chance.choice(places)
            container[key] = copy.deepcopy(other[name])
        case 2 if isinstance(container, dict):
            container[chance.choice(("vreemd", "Startdatum", ""))] = container[key]
        case 2:
            container.append(copy.deepcopy(container[key]))
        case _:
            container[key] = copy.deepcopy(chance.choice(ODD_VALUES))


def is_same(one: Any, two: Any) -> bool:
    """Whether two JSON values are equal; true is not 1, and 2.0 is 2."""
    if isinstance(one, bool) or isinstance(two, bool):
        return one is two
    if isinstance(one, dict) and isinstance(two, dict):
        return one.keys() == two.keys() and all(is_same(one[k], two[k]) for k in one)
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(map(is_same, one, two))
    return bool(one == two)
