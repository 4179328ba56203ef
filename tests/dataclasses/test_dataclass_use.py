"""How the generated classes behave in the hands of a programmer."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
import traceback
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from ddas.standard.specification import Specification
from tests.dataclasses.delivery_making import fullest, iter_places

UTC = datetime.UTC
MARK = "ZZGEHEIM9999"


def small(**changes: Any) -> dict[str, Any]:
    return {"bomen": [{}], "geteld": "2025-01-31T12:00:00Z"} | changes


def refusal(bos: ModuleType, data: Any) -> tuple[str, str]:
    with pytest.raises(bos.OngeldigeGegevens) as caught:
        bos.Bos.from_json(data)
    assert str(caught.value) == f"{caught.value.pad or 'het geheel'}: {caught.value.reden}"
    return caught.value.pad, caught.value.reden


def test_objects_made_in_code_are_written_with_wire_names(bos: ModuleType) -> None:
    boom = bos.Boom(class_="a", geplant=datetime.date(2024, 2, 29), soort=bos.Soort.NUL_BEUK, gezond=False, metingen=[])
    moment = datetime.datetime(2025, 1, 31, 12, tzinfo=UTC)
    assert bos.Bos(bomen=[boom], geteld=moment, aantal=0).to_json() == {
        "bomen": [{'de "class"': "a", "geplant": "2024-02-29", "soort": "0%-beuk", "gezond": False, "metingen": []}],
        "geteld": "2025-01-31T12:00:00+00:00",
        "aantal (stuks)": 0,
    }


def test_values_are_typed_after_reading(bos: ModuleType) -> None:
    data = small(bomen=[{"geplant": "2024-02-29", "soort": "Zomer eik", "x": {"y": [1]}}], **{"aantal (stuks)": 2.0})
    read = bos.Bos.from_json(data)
    assert read.bomen[0].geplant == datetime.date(2024, 2, 29)
    assert type(read.bomen[0].geplant) is datetime.date
    assert read.bomen[0].soort is bos.Soort.ZOMER_EIK
    assert read.bomen[0].metingen is None
    assert read.bomen[0].overige_sleutels == {"x": {"y": [1]}}
    assert (type(read.aantal), read.aantal) == (int, 2)
    assert read.geteld == datetime.datetime(2025, 1, 31, 12, tzinfo=UTC)


def test_required_fields_have_no_default_and_fields_are_named(bos: ModuleType) -> None:
    with pytest.raises(TypeError):
        bos.Bos(geteld=datetime.datetime.now(UTC))
    with pytest.raises(TypeError):
        bos.Boom("a")
    with pytest.raises(AttributeError):
        bos.Boom().onbekend = 1


@pytest.mark.parametrize(
    "text",
    [
        "2025-01-31t12:00:00.1z",
        "2025-01-31T12:00:00.123456789Z",
        "2025-01-31T12:00:00.000-00:00",
        "0001-01-01T00:00:00+23:59",
    ],
)
def test_moment_keeps_its_spelling(bos: ModuleType, text: str) -> None:
    read = bos.Bos.from_json(small(geteld=text))
    for moment in (read.geteld, copy.deepcopy(read.geteld), pickle.loads(pickle.dumps(read.geteld))):
        assert isinstance(moment, datetime.datetime)
        assert bos.Bos(bomen=read.bomen, geteld=moment).to_json()["geteld"] == text


def test_moment_counted_from_another_is_written_anew(bos: ModuleType) -> None:
    moment = bos.Tijdstip.uit_tekst("2025-01-31T12:00:00.5z")
    assert moment.microsecond == 500_000
    later = moment + datetime.timedelta(days=1)
    abroad = copy.deepcopy(moment.astimezone(ZoneInfo("Europe/Amsterdam")))
    for changed, text in ((later, "2025-02-01T12:00:00.500000+00:00"), (abroad, "2025-01-31T13:00:00.500000+01:00")):
        assert bos.Bos(bomen=[bos.Boom()], geteld=changed).to_json()["geteld"] == text


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"geteld": datetime.datetime(2025, 1, 31)}, "geteld"),
        ({"geteld": datetime.date(2025, 1, 31)}, "geteld"),
        ({"geteld": None}, "geteld"),
        ({"bomen": []}, "bomen"),
        ({"aantal": True}, "aantal (stuks)"),
        ({"bomen": ()}, "bomen"),
    ],
)
def test_what_the_standard_refuses_is_not_written(bos: ModuleType, changes: dict[str, Any], path: str) -> None:
    filled = {"bomen": [bos.Boom()], "geteld": datetime.datetime.now(UTC)}
    with pytest.raises(bos.OngeldigeGegevens) as caught:
        bos.Bos(**(filled | changes)).to_json()
    assert caught.value.pad == path


@pytest.mark.parametrize(
    ("boom", "path"),
    [
        ({"geplant": datetime.datetime(2025, 1, 31, tzinfo=UTC)}, "bomen[1].geplant"),
        ({"eigenaar": "a"}, "bomen[1].eigenaar"),
        ({"overige_sleutels": {"gezond": True}}, "bomen[1].gezond"),
        ({"overige_sleutels": {"eigen": float("nan")}}, "bomen[1]"),
        ({"overige_sleutels": {"eigen": {1: 2}}}, "bomen[1]"),
    ],
)
def test_faults_in_parts_are_named_by_place_when_writing(bos: ModuleType, boom: dict[str, Any], path: str) -> None:
    delivery = bos.Bos(bomen=[bos.Boom(class_="a"), bos.Boom(**boom)], geteld=datetime.datetime.now(UTC))
    with pytest.raises(bos.OngeldigeGegevens) as caught:
        delivery.to_json_text()
    assert caught.value.pad == path


def test_unknown_keys_are_copies(bos: ModuleType) -> None:
    given = small(bomen=[{"eigen": {"lijst": [1]}}])
    read = bos.Bos.from_json(given)
    given["bomen"][0]["eigen"]["lijst"].append(2)
    written = read.to_json()
    written["bomen"][0]["eigen"]["lijst"].append(3)
    assert read.to_json()["bomen"][0] == {"eigen": {"lijst": [1]}}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"\xff\xfe{\x00}\x00", "dit is geen UTF-8"),
        (b"\xef\xbb\xbf{}", "dit begint met een BOM; sla het op als UTF-8 zonder BOM"),
        ("", "dit is geen geldige JSON (bij regel 1, kolom 1)"),
        ('{\n "a": x}', "dit is geen geldige JSON (bij regel 2, kolom 7)"),
        ('{"a": NaN}', "NaN en Infinity zijn geen JSON"),
        ('{"a": -Infinity}', "NaN en Infinity zijn geen JSON"),
        ('{"a": 1e400}', "er staat een getal in dat te groot is"),
        pytest.param(f'{{"a": {"1" * 5000}}}', "er staat een getal in met te veel cijfers", id="digits"),
        pytest.param("[" * 100_000 + "]" * 100_000, "de gegevens zijn te diep genest", id="depth"),
        ('{"a": 1, "a": 2}', "de sleutel 'a' staat twee keer in één object"),
        ("[]", "hier hoort een object"),
        ("null", "hier hoort een object"),
    ],
)
def test_text_that_is_no_delivery_is_refused(bos: ModuleType, text: str | bytes, reason: str) -> None:
    assert refusal(bos, text) == ("", reason)


def test_data_too_deep_or_circular_is_refused(bos: ModuleType) -> None:
    circle: dict[str, Any] = small()
    circle["bomen"][0]["eigen"] = circle
    assert refusal(bos, circle) == ("", "de gegevens zijn te diep genest")
    boom = bos.Boom()
    boom.overige_sleutels["eigen"] = boom.overige_sleutels
    with pytest.raises(bos.OngeldigeGegevens, match="te diep genest"):
        boom.to_json()


@pytest.mark.parametrize(
    ("changes", "path", "reason"),
    [
        ({"geteld": None}, "geteld", "null mag hier niet; laat een leeg veld weg"),
        ({"geteld": 1}, "geteld", "hier hoort een tijdstip met tijdzone, zoals 2025-01-31T12:00:00+01:00"),
        ({"bomen": {}}, "bomen", "hier hoort een lijst"),
        ({"bomen": []}, "bomen", "in deze lijst hoort minstens 1"),
        ({"bomen": [{}] * 4}, "bomen", "in deze lijst hoort hoogstens 3"),
        ({"bomen": [{}, {}]}, "bomen", "in deze lijst staat iets twee keer"),
        ({"bomen": [{}, 3]}, "bomen[1]", "hier hoort een object"),
        ({"bomen": [{'de "class"': 1}]}, 'bomen[0].de "class"', "hier hoort tekst"),
        ({"bomen": [{"soort": "x"}]}, "bomen[0].soort", "kies een waarde uit de lijst: Zomer eik, 0%-beuk"),
        ({"bomen": [{"gezond": 1}]}, "bomen[0].gezond", "hier hoort true of false"),
        ({"bomen": [{"metingen": [1, "2"]}]}, "bomen[0].metingen[1]", "hier hoort een geheel getal"),
        ({"bomen": [{"eigenaar": "x"}]}, "bomen[0].eigenaar", "hier hoort een e-mailadres met een @"),
        ({"bomen": [{"geplant": "x"}]}, "bomen[0].geplant", "hier hoort een bestaande datum in de vorm jjjj-mm-dd"),
        ({"vreemd": 1}, "", "de sleutel 'vreemd' is hier onbekend"),
        ({"Jansen 1234": 1}, "", "de sleutel op plaats 3 van dit object is hier onbekend"),
        ({"12": 1}, "", "de sleutel op plaats 3 van dit object is hier onbekend"),
        ({"x" * 41: 1}, "", "de sleutel op plaats 3 van dit object is hier onbekend"),
        ({"x\ny": 1}, "", "de sleutel op plaats 3 van dit object is hier onbekend"),
    ],
)
def test_refusals_name_place_and_reason(bos: ModuleType, changes: dict[str, Any], path: str, reason: str) -> None:
    assert refusal(bos, small(**changes)) == (path, reason)


def test_missing_required_field_is_named(bos: ModuleType) -> None:
    assert refusal(bos, {"bomen": [{}]}) == ("geteld", "dit verplichte veld ontbreekt")


def test_lone_surrogate_survives_in_utf8(bos: ModuleType) -> None:
    text = bos.Boom(class_="\ud800é").to_json_text()
    assert json.loads(text.encode()) == {'de "class"': "\ud800é"}


def test_repr_names_filled_fields_and_shows_no_value(bos: ModuleType) -> None:
    boom = bos.Boom(class_=MARK, eigenaar=f"{MARK}@x", overige_sleutels={MARK: MARK})
    assert repr(boom) == '<Boom met de "class", eigenaar, overige sleutels>'
    assert repr(bos.Boom()) == "<Boom met niets>"
    assert MARK not in f"{bos.Bos(bomen=[boom], geteld=datetime.datetime.now(UTC))} {[boom]}"


def test_no_refusal_holds_anything_of_the_data(model: Specification, module: ModuleType) -> None:
    root = getattr(module, model.root)
    refused = 0
    base = fullest(model)
    for container, key in list(iter_places(base)):
        before = container[key]
        for planted in (MARK, [MARK], {MARK: MARK}, {MARK: {1: 2}}, 99998888, 9999.8888):
            container[key] = planted
            refused += _refuses_silently(module, root, base)
            refused += _refuses_silently(module, root, json.dumps(base))
        container[key] = before
    refused += _refuses_silently(module, root, f'{{"{MARK}": {MARK}}}')
    refused += _refuses_silently(module, root, f'{{"{MARK}": "\xff{MARK}"}}'.encode("latin-1"))
    assert refused > 60


def _refuses_silently(module: ModuleType, root: Any, data: Any) -> bool:
    refusal = _refusal_of(module, root, data)
    if refusal is None:
        return False
    assert refusal.__context__ is None
    report = "".join(traceback.format_exception(refusal)) + repr(refusal) + repr(vars(refusal))
    assert not [mark for mark in (MARK, "99998888", "9999.8888") if mark in report], report
    return True


def _refusal_of(module: ModuleType, root: Any, data: Any) -> BaseException | None:
    try:
        root.from_json(data)
    except module.OngeldigeGegevens as error:
        refusal: BaseException = error
        return refusal
    return None
