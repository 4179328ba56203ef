from __future__ import annotations

import dataclasses

import pytest

from ddas.describing.obligation_counts import count_obligations
from ddas.describing.wording import (
    cardinality_in_words,
    ground_in_words,
    personal_data_in_words,
    type_in_words,
)
from ddas.standard.json_paths import field_path, list_json_paths
from ddas.standard.specification import Obligation
from tests.documentation.documentation_micro import micro

OBJECTS = {o.name: o for o in micro().object_types}
FIELDS = {f"{o.name}.{a.name}": a for o, a in micro().iter_attributes()}


@pytest.mark.parametrize(
    ("many", "low", "high", "required", "words"),
    [
        (False, 0, None, True, "precies 1 keer"),
        (False, 0, None, False, "0 of 1 keer"),
        (True, 0, None, False, "0 of meer keer"),
        (True, 1, None, True, "1 of meer keer"),
        (True, 1, 2, True, "1 tot 2 keer"),
        (True, 1, 2, False, "1 tot 2 keer, als de lijst er staat"),
        (True, 3, 3, True, "precies 3 keer"),
        (True, 0, 4, False, "0 tot 4 keer"),
    ],
)
def test_cardinality(many: bool, low: int, high: int | None, required: bool, words: str) -> None:
    attribute = dataclasses.replace(FIELDS["Bos.bomen"], many=many, min_items=low, max_items=high, required=required)
    assert cardinality_in_words(attribute) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"length": None, "pattern": None}, "Het schema controleert dat het tekst is."),
        ({"pattern": None}, "Hoogstens 4 tekens. Het schema controleert dat het tekst is, maar niet de lengte."),
        ({}, "Het schema controleert dat het tekst is, maar niet de lengte en de schrijfwijze."),
        (
            {"length": None, "pattern": None, "code_list": "EnumSoort"},
            "De waarden zijn: Eik | beuk. Het schema controleert dat het tekst is, maar niet de waarde.",
        ),
        (
            {"length": None, "pattern": None, "format": "date"},
            "Het schema controleert dat het een bestaande datum in de vorm jjjj-mm-dd is.",
        ),
    ],
)
def test_data_type(changes: dict[str, object], words: str) -> None:
    model = micro()
    text, number = model.data_types
    changed = dataclasses.replace(number, **changes)
    model = dataclasses.replace(model, data_types=(text, changed))
    assert " ".join(type_in_words(model, OBJECTS["Boom"], FIELDS["Boom.nummer"])) == f"Vier cijfers of geen. {words}"


def test_objects_and_code_lists() -> None:
    assert type_in_words(micro(), OBJECTS["Bos"], FIELDS["Bos.bomen"]) == ("Een lijst van objecten ‘Boom’.",)
    kind = type_in_words(micro(), OBJECTS["Boom"], FIELDS["Boom.soort"])
    assert kind[0] == "Een waarde uit de lijst ‘Soort’: Eik | beuk."
    unique = dataclasses.replace(FIELDS["Bos.bomen"], unique_items=True)
    assert "één keer" in type_in_words(micro(), OBJECTS["Bos"], unique)[1]


@pytest.mark.parametrize(
    ("kind", "field", "told"),
    [
        ("in_waardenlijst", "Boom.nummer", True),
        ("in_waardenlijst", "Boom.soort", False),
        ("onbekende_sleutel", "Boom.nummer", False),
    ],
)
def test_a_checked_rule_on_the_value_is_told(kind: str, field: str, told: bool) -> None:
    model = micro()
    text, number = model.data_types
    model = dataclasses.replace(
        model,
        data_types=(text, dataclasses.replace(number, code_list="EnumSoort")),
        rules=(dataclasses.replace(model.rules[0], kind=kind, fields=(field,)),),
    )
    words = type_in_words(model, OBJECTS["Boom"], FIELDS["Boom.nummer"])
    assert (words[-1] == "ddas controleert de waarde wel, met regel BOS-001.") is told


def test_grounds_and_personal_data() -> None:
    assert ground_in_words(micro(), "schema") == "het gepubliceerde schema"
    assert ground_in_words(micro(), "boswet") == "Boswet"
    assert ground_in_words(micro(), "eigen duiding") == "eigen duiding"
    assert len({personal_data_in_words(code) for code in ("direct", "indirect", "nee")}) == 3


def test_counts() -> None:
    unenforced = dataclasses.replace(FIELDS["Boom.soort"], obligation=Obligation.REQUIRED)
    by_rule = dataclasses.replace(unenforced, enforced_by=("BOS-001",))
    counts = count_obligations([*FIELDS.values(), unenforced, by_rule, by_rule])
    assert (counts.required_by_schema, counts.required_by_rule, counts.required_unenforced) == (1, 2, 1)
    assert (counts.required, counts.conditional, counts.requested, counts.not_requested) == (4, 1, 1, 0)
    assert counts.total == 6
    assert counts.by_ground == (("schema", 1), ("boswet", 1), ("eigen duiding", 4))


def test_paths() -> None:
    paths = list_json_paths(micro())
    assert paths == {"Bos": ("",), "Boom": ("bomen[]",)}
    assert field_path("bomen[]", FIELDS["Boom.nummer"]) == "bomen[].(Nummer)"


def test_a_type_inside_itself_ends() -> None:
    model = micro()
    forest, tree, owner = model.object_types
    branch = dataclasses.replace(FIELDS["Bos.bomen"], name="takken", wire_name="takken")
    tree = dataclasses.replace(tree, attributes=(*tree.attributes, branch))
    assert list_json_paths(dataclasses.replace(model, object_types=(forest, tree, owner)))["Boom"] == ("bomen[]",)
