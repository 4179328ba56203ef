"""Records with right and odd values, for comparing a screen with its checks."""

from __future__ import annotations

import dataclasses
import random
from datetime import date, timedelta
from functools import cache
from typing import Any

from ddas.rules.rule_kind import Context
from ddas.rules.running import ObjectRule, prepare_object_rules
from ddas.rules.screening import ScreenFunction, make_screen
from ddas.standard.specification import Specification
from ddas_generators.model.rule_records import read_rules
from tests.conftest import ROOT, load_standard

RECORD = "Schuldhulptraject"


CONTEXTS = (
    Context(period_start=date(2024, 1, 1), period_end=date(2024, 3, 31), delivery_day=date(2024, 4, 2)),
    Context(period_start=date(2024, 1, 1)),
    Context(),
)


TEXTS = ["", " ", "X", "Onbekend", "0344", "0000", "9999", "1234AB", "1234 AB", "999990019", "999990018", "000000000"]


TEXTS += ["1980-01-01", "1980-00-01", "1980-13-01", "1890-01-01", "2999-01-01", "19800101", "Vrouw", "vrouw", "a" * 201]


TEXTS += ["1980-07-00", "0000-00-00", "2999-07-00", "001234569"]


@cache
def specification() -> Specification:
    rules = read_rules(ROOT / "tests" / "rules" / "regels.yaml", ROOT)
    return dataclasses.replace(load_standard("shv-v1.0"), rules=rules)


@cache
def rules() -> tuple[ObjectRule, ...]:
    return tuple(r for r in prepare_object_rules(specification()) if r.reaches(RECORD))


@cache
def fused() -> ScreenFunction:
    return make_screen(specification(), RECORD, [(r.number, r.rule) for r in rules()])


def make_value(source: random.Random, name: str, many: bool, depth: int = 0) -> Any:
    if many:
        items = [make_value(source, name, False, depth) for _ in range(source.choice((0, 1, 1, 2, 3)))]
        return items + items[:1] if source.random() < 0.3 else items
    object_type = specification().object_type(name)
    if object_type is not None:
        chosen = [a for a in object_type.attributes if a.exchanged and source.random() < 0.6]
        return {a.name: make_value(source, a.range, a.many, depth + 1) for a in chosen}
    code_list = specification().code_list(name)
    if code_list is not None:
        return source.choice(code_list.values).value
    data_type = specification().data_type(name)
    assert data_type is not None
    if data_type.format == "date":
        return (date(2023, 12, 1) + timedelta(days=source.choice((0, 10, 30, 100, 120, 250, 700)))).isoformat()
    if data_type.base == "integer":
        return source.choice((-1, 0, 1, 2, 3, 9999, 10001))
    return source.random() < 0.5 if data_type.base == "boolean" else source.choice(TEXTS)


def client() -> dict[str, object]:
    identity = {"burgerservicenummer": "999990019", "geboortedatum": "1980-02-03", "geslachtsaanduiding": "Vrouw"}
    return identity | {"postcode": "1234AB", "huisnummer": "12", "huisnummertoevoeging": "a"}


def debt(amount: int) -> dict[str, object]:
    creditor = {"naam": "Voorbeeld BV", "naamTweede": "Voorbeeld BV", "kvkNummer": "12345678", "postcode": "1234AB"}
    known = {"peildatum": "2024-03-01", "schuldsoort": "Zorg", "zakelijkeSchuld": False}
    return {"bedrag": amount, "schuldeiser": {**creditor, "privepersoon": False}, **known}


def phase(start: str, end: str) -> dict[str, object]:
    return {"startdatum": start, "einddatum": end}


def right_record() -> dict[str, object]:
    """A typical trajectory of twenty objects without a fault, inside the first context."""
    return {
        "gemeentecode": "0344",
        **phase("2023-01-02", "2024-03-02"),
        "toekenningsdatum": "2023-05-01",
        "totaalSchuldbedragBijAanvangSchuld": 1000,
        "clienten": [client()],
        "aanmelding": phase("2023-01-02", "2023-01-10") | {"crisisinterventie": False},
        "intake": phase("2023-01-12", "2023-02-10")
        | {"beschikkingsdatum": "2023-02-10", "beschikkingssoort": "Toelatingsbeschikking"},
        "planVanAanpak": {"datumAfronding": "2023-02-12"},
        "stabilisatie": phase("2023-02-12", "2023-03-10"),
        "schuldregeling": {"datum": "2023-03-12", "toegekend": "2023-05-01"},
        "oplossing": phase("2023-05-12", "2024-01-10") | {"soort": "Schuldbemiddeling", "vtlb": 1200},
        "nazorg": phase("2024-01-12", "2024-03-01"),
        "uitstroom": {"datum": "2024-03-02", "datumBeeindigingsbeschikking": "2024-03-02", "reden": "Afgerond"},
        "begeleidingen": [phase("2023-02-12", "2023-03-10") | {"soort": "Budgetbeheer"}],
        "moratoria": [phase("2023-02-14", "2023-03-10") | {"datumAanvraag": "2023-02-12"}],
        "schulden": [debt(100), debt(200), debt(300), debt(400)],
    }
