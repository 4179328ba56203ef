"""The strict type never decodes what the explainer refuses; cleaning gives usable objects from anything."""

from __future__ import annotations

import copy
import dataclasses
import itertools
import json
import random
from datetime import date
from typing import Any

import pytest

from ddas.standard.specification import Attribute, Specification
from ddas.validation.structure.explainer import make_explainer
from ddas.validation.structure.record_types import RecordTypes
from tests.conftest import STANDARDS, load_standard
from tests.validation.record_judging import decode, iter_records, judge, write
from tests.wire.mutations import EDGES, WRONG_TYPES, iter_random_mutations, iter_single_mutations, maximal_delivery

MUTANTS = 25_000
QUICK = 1_500
ODD_KEYS = ("extra", "", "naam ", "Startdatum", "KvK nummer")


def mutate(specification: Specification, value: Any, name: str, chance: random.Random) -> None:
    """Changes one thing in an object or in an object inside it."""
    object_type = specification.object_type(name)
    assert object_type is not None
    attribute = chance.choice(object_type.exchanged_attributes)
    held = value.get(attribute.wire_name)
    if specification.object_type(attribute.range) is not None and chance.random() < 0.7:
        inside = chance.choice(held) if isinstance(held, list) and held else held
        if isinstance(inside, dict):
            mutate(specification, inside, attribute.range, chance)
            return
    kind = chance.randrange(5)
    if kind == 0:
        value.pop(attribute.wire_name, None)
    elif kind == 1:
        value[chance.choice(ODD_KEYS)] = copy.deepcopy(chance.choice(WRONG_TYPES))
    elif kind == 2 and isinstance(held, list):
        value[attribute.wire_name] = [*held, *copy.deepcopy(held), *held][: chance.randint(0, 4)]
    else:
        value[attribute.wire_name] = copy.deepcopy(chance.choice(odd_values(specification, attribute)))


def odd_values(specification: Specification, attribute: Attribute) -> tuple[Any, ...]:
    data_type, code_list = specification.data_type(attribute.range), specification.code_list(attribute.range)
    values = WRONG_TYPES + (EDGES.get(data_type.format or "", ()) if data_type else ())
    if code_list is not None:
        values += tuple(v for c in code_list.values for v in (c.value, c.code, c.value.upper(), f"{c.value}\n"))
    return values


def sound(specification: Specification, count: int, seed: int = 11) -> tuple[int, int, int]:
    """Tries mutants of every kind of object; gives how many were right, decoded, and refused though right."""
    chance = random.Random(seed)
    types, explainer = RecordTypes(specification), make_explainer(specification)
    records = list(iter_records(specification, maximal_delivery(specification), specification.root_type))
    rich = [r for r in records if len(json.dumps(r[1])) > 300]
    right = decoded = harmless = 0
    for number in range(count):
        name, original = chance.choice(rich if number % 2 else records)
        value = copy.deepcopy(original)
        for _ in range(chance.randint(1, 3)):
            mutate(specification, value, name, chance)
        accepts, strict = judge(types, explainer, name, value)
        right, decoded, harmless = right + accepts, decoded + strict, harmless + (accepts and not strict)
    return right, decoded, harmless


def test_strict_is_sound(specification: Specification) -> None:
    right, decoded, harmless = sound(specification, QUICK)
    assert decoded > QUICK // 20
    assert right < QUICK * 19 // 20
    assert decoded + harmless == right


@pytest.mark.slow
@pytest.mark.parametrize("code", ["shv-v1.0", "vs-v0.9"])
def test_strict_is_sound_on_many_mutants(code: str) -> None:
    right, decoded, harmless = sound(load_standard(code), MUTANTS, seed=12)
    print(f"{code}: {MUTANTS} mutants, {right} right, {decoded} decoded, {harmless} right ones refused, 0 unsound")
    assert decoded > MUTANTS // 20


@pytest.mark.parametrize("code", STANDARDS)
def test_strict_is_sound_on_whole_deliveries(code: str) -> None:
    specification = load_standard(code)
    types, explainer = RecordTypes(specification), make_explainer(specification)
    singles = itertools.islice(iter_single_mutations(specification), 0, None, 5)
    for _, document in itertools.chain(singles, iter_random_mutations(specification, 200)):
        judge(types, explainer, specification.root, document)


def test_examples_decode_in_the_strict_types(specification: Specification) -> None:
    """The fast path is for what is right: it may not refuse whole kinds of objects."""
    types = RecordTypes(specification)
    for example in specification.examples:
        document = json.loads(example.content)
        if not make_explainer(specification).accepts(document):
            continue
        for name, value in iter_records(specification, document, specification.root_type):
            assert decode(types, name, write(value)) is not None, (example.name, name)


TRAJECTORY = "Schuldhulptraject"


@pytest.fixture(scope="module")
def shv() -> RecordTypes:
    return RecordTypes(load_standard("shv-v1.0"))


def trajectory() -> Any:
    document = maximal_delivery(load_standard("shv-v1.0"))
    return document["leveringen"][0]["schuldhulptrajecten"][0]


def test_attributes_have_identifiers_and_values_have_types(shv: RecordTypes) -> None:
    value = trajectory()
    strict: Any = decode(shv, TRAJECTORY, write(value))
    assert strict.startdatum == date.fromisoformat(value["startdatum"])
    assert strict.clienten[0].burgerservicenummer == value["client"][0]["Burgerservicenummer"]
    organisation: Any = shv.clean({"KvK-nummer": "90000001", "(Statutaire) Naam": "X"}, "AanleverendeOrganisatie")
    assert (organisation.kvkNummer, organisation.statutaireNaam, organisation.postcode) == ("90000001", "X", None)


@pytest.mark.parametrize(
    ("text", "amount", "strict"),
    [
        ("12", 12, True),
        ("-0", 0, True),
        ("1" + "0" * 30, 10**30, True),
        ("2.0", 2, False),
        ("1e3", 1000, False),
        ("2.5", None, False),
        ("1e400", None, False),
        ("true", None, False),
        ('"12"', None, False),
        ("null", None, False),
    ],
)
def test_numbers(shv: RecordTypes, text: str, amount: int | None, strict: bool) -> None:
    whole = f'{{"bedrag": {text}}}'
    explainer = make_explainer(load_standard("shv-v1.0"))
    faults = [f for f in explainer.explain(json.loads(whole), "Schuld") if f.pointer == ("bedrag",)]
    assert [f.kind for f in faults] == ([] if amount is not None else ["type"])
    cleaned: Any = shv.clean(json.loads(whole), "Schuld")
    assert cleaned.bedrag == amount
    assert type(cleaned.bedrag) is (int if amount is not None else type(None))
    assert (decode(shv, "Schuld", whole.encode()) is not None) == strict


def test_clean_keeps_indexes(shv: RecordTypes) -> None:
    clients = ["x", {"Burgerservicenummer": "1"}, None, {"Burgerservicenummer": 5, "extra": []}]
    value = trajectory() | {"client": clients, "intake": [], "extra": {}}
    cleaned: Any = shv.clean(value, TRAJECTORY)
    assert [c.burgerservicenummer for c in cleaned.clienten] == [None, "1", None, None]
    assert cleaned.intake is None
    assert not hasattr(cleaned, "extra")


@pytest.mark.parametrize("value", [*WRONG_TYPES, "\ud800", 10**400, float("nan")])
def test_clean_never_raises(shv: RecordTypes, value: Any) -> None:
    empty = shv.lenient(TRAJECTORY)()
    assert shv.clean(value, TRAJECTORY) == empty
    everywhere = dict.fromkeys(trajectory(), value)
    assert isinstance(shv.clean(everywhere, TRAJECTORY), shv.lenient(TRAJECTORY))


def test_types_are_made_once(shv: RecordTypes) -> None:
    assert shv.strict(TRAJECTORY) is shv.strict(TRAJECTORY)
    assert shv.lenient(TRAJECTORY) is shv.lenient(TRAJECTORY)
    with pytest.raises(KeyError):
        shv.strict("Onbekend")


def renamed(specification: Specification, object_type: str, **changes: tuple[str, str]) -> Specification:
    """The same standard with other identifiers and wire names: old identifier=(identifier, wire name)."""

    def rename(attribute: Attribute) -> Attribute:
        name, wire_name = changes.get(attribute.name, (attribute.name, attribute.wire_name))
        return dataclasses.replace(attribute, name=name, wire_name=wire_name)

    types = tuple(
        dataclasses.replace(o, attributes=tuple(map(rename, o.attributes))) if o.name == object_type else o
        for o in specification.object_types
    )
    return dataclasses.replace(specification, object_types=types)


def test_odd_identifiers_and_keys() -> None:
    odd = renamed(
        load_standard("shv-v1.0"),
        "Schuld",
        schuldsoort=("class", "soort ("),
        bedrag=("from", "é/~"),
        zakelijkeSchuld=("None", "x"),
    )
    types = RecordTypes(odd)
    value = {"é/~": 5, "x": True}
    strict, cleaned = decode(types, "Schuld", write(value)), types.clean(value, "Schuld")
    assert getattr(cleaned, "from") == 5
    assert (getattr(strict, "from"), getattr(strict, "None"), getattr(strict, "class")) == (5, True, None)
    assert {"class", "from"} <= set(types.strict("Schuld").__struct_fields__)


@pytest.mark.parametrize("required", [False, True])
def test_key_that_the_decoder_cannot_have_is_left_to_the_explainer(required: bool) -> None:
    key = 'bedrag "netto"'
    odd = renamed(load_standard("shv-v1.0"), "Schuld", bedrag=("bedrag", key))
    schuld = next(o for o in odd.object_types if o.name == "Schuld")
    attributes = tuple(dataclasses.replace(a, required=required and a.name == "bedrag") for a in schuld.attributes)
    types = tuple(dataclasses.replace(o, attributes=attributes) if o is schuld else o for o in odd.object_types)
    odd = dataclasses.replace(odd, object_types=types)
    records, explainer = RecordTypes(odd), make_explainer(odd)
    for value in ({key: 5}, {key: "x"}, {}, {"bedrag": 5}, {"\ufffebedrag": ""}, {"\ufffebedrag": "x"}):
        judge(records, explainer, "Schuld", value)
    assert (decode(records, "Schuld", b"{}") is None) == required
    cleaned: Any = records.clean({key: 5}, "Schuld")
    assert cleaned.bedrag == 5


def test_lists_that_may_hold_nothing_twice() -> None:
    types, name = RecordTypes(load_standard("vs-v0.9")), "Vroegsignaalzaak"
    document = maximal_delivery(load_standard("vs-v0.9"))
    case = document["leveringen"][0]["vroegsignaalzaken"][0]
    first = case["vroegsignalen"][0]
    other = {key: f"{held}x" for key, held in first.items()}
    swapped = dict(reversed(first.items()))
    explainer = make_explainer(load_standard("vs-v0.9"))
    for items, right in (
        ([first], True),
        ([first, other], True),
        ([first, other, first], False),
        ([first, swapped], False),
        ([], False),
    ):
        value = case | {"vroegsignalen": items}
        assert judge(types, explainer, name, value) == (right, right)


@pytest.mark.parametrize("number", [2, 10**30, 10**4299])
def test_lists_of_large_objects_that_may_hold_nothing_twice(number: int) -> None:
    specification = load_standard("vs-v0.9")
    types, explainer = RecordTypes(specification), make_explainer(specification)
    document = maximal_delivery(specification)
    levering = document["leveringen"][0]
    for other, right in ((levering | {"teller": number}, True), (levering, False)):
        value = document | {"leveringen": [levering | {"teller": number + 1}, levering, other]}
        accepts, strict = judge(types, explainer, specification.root, value)
        assert accepts == right
        assert strict == right
