"""A corpus of deliveries, right and wrong, derived from a maximal delivery and the specification.

Every case is a whole document with a name. The same seed gives the same corpus.
"""

from __future__ import annotations

import copy
import itertools
import json
import random
from collections.abc import Iterator
from typing import Any

from ddas.standard.specification import Attribute, ObjectType, Specification

Path = tuple[str | int, ...]
Case = tuple[str, Any]

WRONG_TYPES: tuple[Any, ...] = (
    None,
    "",
    " ",
    "tekst",
    0,
    5,
    -5,
    5.5,
    2.0,
    1e3,
    1e400,
    10**30,
    True,
    False,
    [],
    {},
    [[]],
    [{}],
)
EDGES: dict[str, tuple[Any, ...]] = {
    "date": (
        "2025-02-29",
        "2024-02-29",
        "2025-13-01",
        "2025-00-10",
        "2025-01-00",
        "2025-01-32",
        "0000-01-01",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "2025-1-1",
        "20250101",
        "2025-W01-1",
        "2025-001",
        "01-01-2025",
        "2025/01/01",
        "2025-01-01Z",
        "2025-01-01T00:00:00",
        "2025-01-01 ",
        " 2025-01-01",
        "2025-01-01\n",
        "２０２５-01-01",
        "-2025-01-01",
    ),
    "date-time": (
        "2025-07-15T09:30:00Z",
        "2025-07-15t09:30:00z",
        "2025-07-15T09:30:00.123456789+02:00",
        "2025-07-15T09:30:00",
        "2025-07-15 09:30:00Z",
        "2025-07-15T09:30Z",
        "2025-07-15T24:00:00Z",
        "2025-07-15T23:59:60Z",
        "2025-02-30T09:30:00Z",
        "2025-07-15T09:30:00+0200",
        "2025-07-15T09:30:00+24:00",
        "2025-07-15T09:30:00-23:59",
        "2025-07-15",
        "0000-01-01T00:00:00Z",
        "2025-07-15T09:30:00+02:00 ",
        "2025-07-15T09:30:00,5Z",
    ),
    "email": ("a@b", "@", "a", "a@b@c", "a b@c", "jan.example", "é@ü.nl", "@\n"),
}


def maximal_delivery(specification: Specification) -> Any:
    """The example in which every exchanged field stands."""
    return json.loads(next(e.content for e in specification.examples if e.name == "volledig"))


def iter_places(specification: Specification, document: Any) -> Iterator[tuple[Path, Attribute]]:
    """Every filled field of the document with its path."""
    yield from _places(specification, specification.root_type, document, ())


def _places(
    specification: Specification, object_type: ObjectType, value: Any, path: Path
) -> Iterator[tuple[Path, Attribute]]:
    if not isinstance(value, dict):
        return
    for attribute in object_type.exchanged_attributes:
        if attribute.wire_name not in value:
            continue
        here = (*path, attribute.wire_name)
        yield here, attribute
        inner = specification.object_type(attribute.range)
        if inner is None:
            continue
        held = value[attribute.wire_name]
        if attribute.many and isinstance(held, list):
            for index, item in enumerate(held):
                yield from _places(specification, inner, item, (*here, index))
        elif not attribute.many:
            yield from _places(specification, inner, held, here)


def iter_single_mutations(specification: Specification) -> Iterator[Case]:
    """One change each: delete, wrong type, edge value, extra key, list length."""
    base = maximal_delivery(specification)
    yield "unchanged", base
    for path, attribute in iter_places(specification, base):
        name = "/".join(map(str, path))
        yield f"{name} deleted", _changed(base, path, delete=True)
        for value in _edge_values(specification, attribute):
            yield f"{name} = {value!r}", _changed(base, path, value)
        if attribute.many:
            items = _look(base, path)
            for length in range(5):
                yield f"{name} of length {length}", _changed(base, path, (items * 5)[:length])
            yield f"{name} with a null", _changed(base, path, [*items, None])
    yield from _alternative_mutations(specification, base)
    for path in iter_objects(base):
        for key in ("extra", "Startdatum", "naam ", "x" * 300, ""):
            yield f"{path} with key {key[:12]!r}", _changed(base, (*path, key), "x")
    for whole in WRONG_TYPES:
        yield f"document {whole!r}", whole


def _alternative_mutations(specification: Specification, base: Any) -> Iterator[Case]:
    """Around a condition on an object: every set of its fields, and texts just too short, right and just too long."""
    for path, attribute in iter_places(specification, base):
        object_type = specification.object_type(attribute.range)
        if object_type is None or not object_type.alternatives or attribute.many:
            continue
        name = "/".join(map(str, path))
        values = {a.wire_name: _a_value(specification, a) for a in object_type.exchanged_attributes}
        exact = {
            object_type.wire_name_of(e.attribute): e.characters for w in object_type.alternatives for e in w.lengths
        }
        for key, size in exact.items():
            for text in (
                "1" * (size - 1),
                "1" * size,
                "1" * (size + 1),
                "é" * size,
                "👪" * size,
                " " * size,
                "\n" * size,
            ):
                yield f"{name} with only {key} of length {len(text)}", _changed(base, path, {key: text})
                yield f"{name} with {key} of length {len(text)} too", _changed(base, path, values | {key: text})
                values[key] = "1" * size
        for count in range(len(values) + 1):
            for keys in itertools.combinations(values, count):
                held = {key: values[key] for key in keys}
                yield f"{name} with only {', '.join(keys)}", _changed(base, path, held)
                yield f"{name} with an unknown key and {', '.join(keys)}", _changed(base, path, held | {"extra": 1})


def _a_value(specification: Specification, attribute: Attribute) -> Any:
    code_list = specification.code_list(attribute.range)
    return attribute.examples[0] if code_list is None else code_list.values[0].value


def iter_random_mutations(specification: Specification, count: int, seed: int = 20250701) -> Iterator[Case]:
    """Documents with one to six random changes on top of each other."""
    chance = random.Random(seed)
    base = maximal_delivery(specification)
    examples = [base, *(json.loads(e.content) for e in specification.examples)]
    for number in range(count):
        document = copy.deepcopy(chance.choice(examples))
        for _ in range(chance.randint(1, 6)):
            document = _random_change(specification, document, chance)
        yield f"random {number}", document


def _random_change(specification: Specification, document: Any, chance: random.Random) -> Any:
    places = list(iter_places(specification, document))
    if not places:
        return document
    path, attribute = chance.choice(places)
    kind = chance.randrange(6)
    if kind == 0:
        return _changed(document, path, delete=True)
    if kind == 1:
        return _changed(
            document, (*chance.choice(list(iter_objects(document))), chance.choice(["extra", "naam", "datum"])), 1
        )
    if kind == 2 and attribute.many and isinstance(_look(document, path), list):
        return _changed(document, path, (_look(document, path) * 5)[: chance.randint(0, 4)])
    if kind == 3:
        return _changed(document, path, _look(document, chance.choice(places)[0]))
    return _changed(document, path, chance.choice(_edge_values(specification, attribute)))


def _edge_values(specification: Specification, attribute: Attribute) -> tuple[Any, ...]:
    data_type = specification.data_type(attribute.range)
    code_list = specification.code_list(attribute.range)
    values = WRONG_TYPES + EDGES.get((data_type.format if data_type else None) or "", ())
    if code_list is not None:
        for value in code_list.values:
            values += (value.value, value.value.lower(), value.value.upper(), f"{value.value} ", value.code)
    return values


def iter_objects(value: Any, path: Path = ()) -> Iterator[Path]:
    """The path of every object in a document."""
    if isinstance(value, dict):
        yield path
        for key, inner in value.items():
            yield from iter_objects(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from iter_objects(inner, (*path, index))


def _look(document: Any, path: Path) -> Any:
    for step in path:
        document = document[step]
    return document


def _changed(document: Any, path: Path, value: Any = None, *, delete: bool = False) -> Any:
    """A copy with one change; what does not change is shared, so nobody may write to it."""
    if not path:
        return value
    result: Any = list(document) if isinstance(document, list) else dict(document)
    step = path[0]
    if len(path) > 1:
        result[step] = _changed(document[step], path[1:], value, delete=delete)
    elif delete:
        del result[step]
    else:
        result[step] = value
    return result
