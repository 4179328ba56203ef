"""The migrators on real deliveries: examples, deliveries with every field, and what each decision comes to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ddas.migration.migrate import migrate_file
from ddas.migration.migrator import Migrator
from ddas.migration.outcome import Migration, Refusal
from ddas.migration.steps import Drop, Fill, MapValues
from ddas.migration.tally import Kind
from ddas.migration.versions import chain_of, load_versions
from ddas.standard.specification import Specification
from ddas.standard.status import Status
from ddas.validation.structure.reference_validator import make_validator
from tests.conftest import load_standard, registered_versions
from tests.migration.conftest import AT, MIGRATORS, NEWEST, REQUIRED, wire_schema
from tests.migration.deliveries import Maker, iter_leaves

OLD = [m.source for m in MIGRATORS]
TRAJECTORY = "leveringen[].schuldhulptrajecten[]"
SIGNAL = "leveringen[].vroegsignalen[]"


def migrate(
    tmp_path: Path, document: Any, to: str, *, given: str | None = None, options: Mapping[str, str] | None = None
) -> tuple[Any, Migration]:
    source, target = tmp_path / "in.json", tmp_path / "uit.json"
    source.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    outcome = migrate_file(source, target, to=to, given=given, options=options)
    assert isinstance(outcome, Migration)
    return json.loads(target.read_bytes()), outcome


def counted(outcome: Migration, kind: Kind) -> dict[str, int]:
    found: dict[str, int] = {}
    for change in outcome.changes:
        if change.kind is kind:
            found[change.path] = found.get(change.path, 0) + change.count
    return found


def example(code: str, name: str) -> Any:
    return json.loads(next(e.content for e in load_standard(code).examples if e.name == name))


def needed(document: Mapping[str, Any]) -> dict[str, str]:
    """Values for what the newest version wants and an old document lacks."""
    old = {"startdatumLevering": "aanleverperiodeStartdatum", "einddatumLevering": "aanleverperiodeEinddatum"}
    return {k: v for k, v in REQUIRED.items() if k not in document and old.get(k, k) not in document}


def identified(document: Any) -> Any:
    """The delivery with a postcode and a house number in every early signal: vs v1.2 takes no other."""
    for delivery in document.get("leveringen", ()):
        for signal in delivery.get("vroegsignalen", ()):
            signal["client"].setdefault("Postcode", "w1")
            signal["client"].setdefault("Huisnummer", "w2")
    return document


def test_every_version_with_a_predecessor_has_a_migrator() -> None:
    pairs = {(m.source, m.target) for m in MIGRATORS}
    by_code = {v.id.code: v for v in registered_versions()}
    registered = set()
    for version in by_code.values():
        before = version.predecessor
        while before is not None and by_code[before].status == Status.WITHDRAWN:  # nobody delivers a draft
            before = by_code[before].predecessor
        if before is not None and version.status != Status.WITHDRAWN:
            registered.add((before, version.id.code))
    assert registered == pairs
    assert len({m.target for m in MIGRATORS}) == len(MIGRATORS)
    assert [m.choices for m in MIGRATORS if m.choices] == []
    assert [m.source for m in chain_of(load_versions("shv-v1.0").values())] == ["shv-v0.8", "shv-v0.9", "shv-v0.10"]


@pytest.mark.parametrize("migrator", MIGRATORS, ids=lambda m: m.name)
def test_mapped_values_are_exactly_those_of_the_code_lists(migrator: Migrator) -> None:
    for step in migrator.steps:
        if isinstance(step, MapValues):
            old = _values(load_standard(migrator.source), step.path)
            assert [m.old for m in step.values] == old
            field = step.path.rpartition(".")[2]
            new = {v for c in load_standard(migrator.target).code_lists for v in (x.value for x in c.values)}
            assert {m.new for m in step.values} - {None} <= new, field
            assert all(m.reason for m in step.values)


@pytest.mark.parametrize("migrator", MIGRATORS, ids=lambda m: m.name)
def test_steps_name_fields_of_their_version(migrator: Migrator, schemas: Mapping[str, Mapping[str, Any]]) -> None:
    for step in (*migrator.steps, *migrator.fills):
        schema = schemas[migrator.target if isinstance(step, Fill) else migrator.source]
        for key in step.path.split(".") if step.path else ():
            schema = schema["properties"][key.removesuffix("[]")]
            schema = schema["items"] if key.endswith("[]") else schema


@pytest.mark.parametrize("code", OLD)
@pytest.mark.parametrize("name", ["minimaal", "volledig"])
def test_examples(tmp_path: Path, code: str, name: str) -> None:
    document = example(code, name)
    to = NEWEST[code.partition("-")[0]]
    result, outcome = migrate(tmp_path, document, to, given=code, options=needed(document))
    make_validator(wire_schema(to)).validate(result)
    assert outcome.source == code


@pytest.mark.parametrize("code", OLD)
@pytest.mark.parametrize("share", [1, 0.6, 0.2])
@pytest.mark.parametrize("items", [1, 2, 3])
def test_nothing_is_lost_silently(tmp_path: Path, code: str, share: float, items: int) -> None:
    maker = Maker(load_standard(code), share=share, items=items, seed=items)
    document = identified(maker.delivery(8))
    make_validator(wire_schema(code)).validate(document)
    to = NEWEST[code.partition("-")[0]]
    result, outcome = migrate(tmp_path, document, to, given=code, options=needed(document))
    make_validator(wire_schema(to)).validate(result)
    texts = {v for v in iter_leaves(document) if isinstance(v, str) and v.startswith(("waarde", "w"))}
    gone = texts - set(iter_leaves(result))
    lost = counted(outcome, Kind.LOST)
    dropped = {s.path for m in chain_of(load_versions(to).values()) for s in m.steps if isinstance(s, Drop)}
    mapped = {s.path for m in chain_of(load_versions(to).values()) for s in m.steps if isinstance(s, MapValues)}
    by_decision = {f"{TRAJECTORY}.client[].leefsituatie[].datumGeldigVanaf", f"{TRAJECTORY}.client[]"}
    by_decision |= {
        f"{TRAJECTORY}.client[].leefsituatie[].datumGeldigTot",
        "schuldhulptrajecten[].schuldregeling.toegekend",
    }
    by_decision |= {f"{TRAJECTORY}.intake.beschikkingssoort", f"{TRAJECTORY}.intake.einddatum"}
    by_decision |= {f"{TRAJECTORY}.client[].Geslachtsaanduiding", f"{TRAJECTORY}.schulden[].schuldeiser.Naam"}
    client = ("Burgerservicenummer", "Geboortedatum", "Postcode", "Huisnummer", "Huisnummertoevoeging")
    by_decision |= {f"{SIGNAL}.client.{key}" for key in client}
    assert lost.keys() <= dropped | mapped | by_decision
    assert len(gone) <= sum(lost.values()) * 20  # a dropped object holds several
    assert bool(gone) <= bool(lost)
    assert sum(outcome.elements.values()) == sum(len(d[k]) for d in result["leveringen"] for k in _lists(to) if k in d)


@pytest.mark.parametrize("code", OLD)
def test_every_dropped_field_is_counted_exactly(tmp_path: Path, code: str) -> None:
    document = identified(Maker(load_standard(code), items=2).delivery(6))
    to = NEWEST[code.partition("-")[0]]
    _, outcome = migrate(tmp_path, document, to, given=code, options=needed(document))
    lost = counted(outcome, Kind.LOST)
    migrator = next(m for m in MIGRATORS if m.source == code)
    for step in migrator.steps:
        if isinstance(step, Drop):
            assert lost[step.path] == _count(document, step.path.split(".")), step.path


def _count(value: Any, path: list[str]) -> int:
    held = value.get(path[0].removesuffix("[]"))
    if len(path) == 1:
        return len(held) if isinstance(held, list) else int(held is not None)
    return sum(_count(v, path[1:]) for v in (held if isinstance(held, list) else [held]) if v is not None)


def _lists(code: str) -> list[str]:
    return ["schuldhulptrajecten"] if code.startswith("shv") else ["vroegsignalen", "vroegsignaalzaken"]


def _values(specification: Specification, path: str) -> list[str]:
    object_type = specification.root_type
    for key in path.split("."):
        attribute = next(a for a in object_type.exchanged_attributes if a.wire_name == key.removesuffix("[]"))
        object_type = specification.object_type(attribute.range) or object_type
    code_list = specification.code_list(attribute.range)
    assert code_list is not None
    return [v.value for v in code_list.values]


def old_delivery(trajectory: dict[str, Any]) -> dict[str, Any]:
    return {"aanleverperiodeStartdatum": "2020-01-01", "schuldhulptrajecten": [trajectory]}


def one_trajectory(result: Any) -> Any:
    ((trajectory,),) = [d["schuldhulptrajecten"] for d in result["leveringen"]]
    return trajectory


def test_v0_8_gets_a_delivery_and_euros(tmp_path: Path) -> None:
    document = {
        "schuldhulptrajecten": [
            {
                "totaalSchuldbedragBijAanvangSchuld": 12350,
                "client": [
                    {"bsn": "999990019", "geboortedatum": "1980-01-01", "geslacht": "Man", "postcode": "3511AA"}
                ],
                "schuldregeling": {"toegekend": "2020-02-01", "datum": "2020-01-01"},
                "extra": 1,
            }
        ],
        "aanleverende_organisatie": {"naam": "Kredietbank", "contactpersonen": [], "kleur": "rood"},
        "aanleverperiodeStartdatum": "2020-01-01",
        "aanleverperiodeEinddatum": "2020-12-31",
        "los": True,
    }
    result, outcome = migrate(tmp_path, document, "shv-v0.9", options={"gemeentecode": "0344"})
    assert result == {
        "startdatumLevering": "2020-01-01",
        "einddatumLevering": "2020-12-31",
        "los": True,
        "leveringen": [
            {
                "teller": 1,
                "aanleverende_organisatie": {
                    "(Statutaire) Naam": "Kredietbank",
                    "contactpersonen": [],
                    "kleur": "rood",
                },
                "schuldhulptrajecten": [
                    {
                        "gemeentecode": "0344",
                        "totaalSchuldbedragBijAanvangSchuld": 124,
                        "client": [
                            {
                                "Burgerservicenummer": "999990019",
                                "Geboortedatum": "1980-01-01",
                                "Geslachtsaanduiding": "Man",
                                "Postcode": "3511AA",
                            }
                        ],
                        "schuldregeling": {"toegekend": "2020-02-01", "datum": "2020-01-01"},
                    }
                ],
            }
        ],
    }
    assert counted(outcome, Kind.LOST) == {"schuldhulptrajecten[].extra": 1}
    assert counted(outcome, Kind.ROUNDED) == {"schuldhulptrajecten[].totaalSchuldbedragBijAanvangSchuld": 1}


@pytest.mark.parametrize(
    ("before", "kept", "kind"),
    [
        ("2020-02-01", "2020-02-01", None),
        ("ja", None, Kind.LOST),
        ("2020-02-01T10:00", None, Kind.LOST),
        ("", None, Kind.EMPTY),
    ],
)
def test_v0_8_approval_stays_only_when_it_is_a_date(
    tmp_path: Path, before: str, kept: str | None, kind: Kind | None
) -> None:
    result, outcome = migrate(tmp_path, old_delivery({"schuldregeling": {"toegekend": before}}), "shv-v0.9")
    assert one_trajectory(result)["schuldregeling"].get("toegekend") == kept
    for each in (Kind.LOST, Kind.EMPTY):
        expected = {"schuldhulptrajecten[].schuldregeling.toegekend": 1} if each is kind else {}
        assert counted(outcome, each) == expected


def v0_9(trajectory: dict[str, Any]) -> dict[str, Any]:
    return {**REQUIRED, "leveringen": [{"teller": 1, "schuldhulptrajecten": [{"gemeentecode": "0344", **trajectory}]}]}


def test_v0_9_debts_move_to_the_trajectory(tmp_path: Path) -> None:
    debt = {"bedrag": 100, "soort": "Zorg", "schuldeiser": {"naam": "A"}}
    document = v0_9(
        {
            "client": [
                {
                    "leefsituatie": [
                        {"schulden": [debt, debt]},
                        {"schulden": [{"bedrag": 7}], "datumGeldigTot": "2020-01-01"},
                    ]
                },
                {"Postcode": "3511AA", "leefsituatie": [{"schulden": [debt], "999990019": 1, "extra": 2}]},
            ]
        }
    )
    result, outcome = migrate(tmp_path, document, "shv-v0.10")
    moved = {"bedrag": 100, "schuldsoort": "Zorg", "schuldeiser": {"naam": "A"}}
    assert one_trajectory(result) == {
        "gemeentecode": "0344",
        "client": [{}, {"Postcode": "3511AA"}],
        "schulden": [moved, moved, {"bedrag": 7}, moved],
    }
    situation = f"{TRAJECTORY}.client[].leefsituatie[]"
    assert counted(outcome, Kind.MOVED) == {f"{situation}.schulden[]": 4}
    assert counted(outcome, Kind.NOTED) == {f"{situation}.schulden[]": 1}
    assert counted(outcome, Kind.LOST) == {
        f"{situation}.datumGeldigTot": 1,
        f"{situation}.extra": 1,
        f"{situation}.(een andere sleutel)": 1,
    }


def test_v0_9_third_client_goes_and_its_debts_stay(tmp_path: Path) -> None:
    clients = [{"Postcode": str(n), "leefsituatie": [{"schulden": [{"bedrag": n}]}]} for n in range(3)]
    result, outcome = migrate(tmp_path, v0_9({"client": clients}), "shv-v1.0")
    assert [c["Postcode"] for c in one_trajectory(result)["client"]] == ["0", "1"]
    assert [d["bedrag"] for d in one_trajectory(result)["schulden"]] == [0, 1, 2]
    assert counted(outcome, Kind.LOST) == {f"{TRAJECTORY}.client[]": 1}


def test_v0_9_admission_gets_a_kind(tmp_path: Path) -> None:
    document = v0_9(
        {"intake": {"toelatingsbeschikking": "2020-02-01", "beschikkingsdatum": "2020-03-01"}, "client": []}
    )
    result, outcome = migrate(tmp_path, document, "shv-v0.10")
    assert one_trajectory(result) == {
        "gemeentecode": "0344",
        "intake": {"beschikkingsdatum": "2020-02-01", "beschikkingssoort": "Toelatingsbeschikking"},
    }
    assert counted(outcome, Kind.LOST) == {f"{TRAJECTORY}.intake.beschikkingsdatum": 1}
    assert counted(outcome, Kind.EMPTY) == {f"{TRAJECTORY}.client": 1}


def test_v0_9_envelope(tmp_path: Path) -> None:
    document = v0_9({}) | {"codeGegevensleverancier": 5, "kleur": "rood"}
    document["leveringen"].append({"teller": 2, "aanleverende_organisatie": {"contactpersonen": []}})
    result, outcome = migrate(
        tmp_path, document, "shv-v0.10", options={"(Statutaire) Naam": "Stad", "gemeentecode": "0344"}
    )
    assert result == REQUIRED | {
        "codeGegevensleverancier": "Onbekend",
        "leveringen": [
            {
                "teller": 1,
                "schuldhulptrajecten": [{"gemeentecode": "0344"}],
                "aanleverende_organisatie": {"(Statutaire) Naam": "Stad"},
            },
            {"teller": 2, "aanleverende_organisatie": {}},
        ],
    }
    assert counted(outcome, Kind.LOST) == {"codeGegevensleverancier": 1, "kleur": 1}
    assert counted(outcome, Kind.EMPTY) == {"leveringen[].aanleverende_organisatie.contactpersonen": 1}


def v0_10(trajectory: dict[str, Any]) -> dict[str, Any]:
    document = v0_9(trajectory) | {"codeGegevensleverancier": "Pakket 1"}
    document["leveringen"][0]["aanleverende_organisatie"] = {}
    return document


ENDING = {"startdatum": "2020-01-01", "beschikkingssoort": "Beeindigingsbeschikking"}
DATE = {"datumBeeindigingsbeschikking": "2020-02-01"}


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        (
            {"intake": {**ENDING, "beschikkingsdatum": "2020-02-01"}, "uitstroom": {"reden": "Zelf"}},
            {"intake": {"startdatum": "2020-01-01"}, "uitstroom": {"reden": "Zelf", **DATE}},
            {},
        ),
        (
            {"intake": {**ENDING, "beschikkingsdatum": "2020-02-01"}},
            {"intake": {"startdatum": "2020-01-01"}, "uitstroom": DATE},
            {},
        ),
        (
            {"intake": {**ENDING, "beschikkingsdatum": "2020-02-01"}, "uitstroom": DATE},
            {"intake": {"startdatum": "2020-01-01"}, "uitstroom": DATE},
            {},
        ),
        (
            {"intake": ENDING, "uitstroom": {"datum": "2020-02-01"}},
            {"intake": {"startdatum": "2020-01-01"}, "uitstroom": {"datum": "2020-02-01"}},
            {f"{TRAJECTORY}.intake.beschikkingssoort": 1},
        ),
        (
            {
                "intake": {**ENDING, "beschikkingsdatum": "2020-02-01"},
                "uitstroom": {"datumBeeindigingsbeschikking": "2021-01-01"},
            },
            {"intake": {"startdatum": "2020-01-01"}, "uitstroom": DATE},
            {f"{TRAJECTORY}.uitstroom.datumBeeindigingsbeschikking": 1},
        ),
    ],
)
def test_v0_10_ending_decision(tmp_path: Path, before: Any, after: Any, lost: dict[str, int]) -> None:
    result, outcome = migrate(tmp_path, v0_10(before), "shv-v1.0")
    assert outcome.source == "shv-v0.10"
    assert one_trajectory(result) == {"gemeentecode": "0344", **after}
    assert counted(outcome, Kind.LOST) == lost


def test_v0_10_other_decisions_stay(tmp_path: Path) -> None:
    intake = {"beschikkingssoort": "Afwijzingsbeschikking", "beschikkingsdatum": "2020-02-01"}
    result, outcome = migrate(tmp_path, v0_10({"intake": intake}), "shv-v1.0", given="shv-v0.10")
    assert one_trajectory(result)["intake"] == intake
    assert outcome.changes == ()


def test_values_without_an_equal_are_left_out(tmp_path: Path) -> None:
    kinds = [v.value for v in _code_list("shv-v0.8", "EnumSchuldensoort")]
    situation = {"schulden": [{"soort": kind} for kind in kinds]}
    trajectories = [{"uitstroom": {"reden": v.value}} for v in _code_list("shv-v0.8", "EnumUitstroomreden")]
    document = {"schuldhulptrajecten": [{"client": [{"leefsituatie": [situation]}]}, *trajectories]}
    result, outcome = migrate(
        tmp_path, document, "shv-v1.0", options={"aanleverdatumEnTijd": AT} | {k: REQUIRED[k] for k in REQUIRED}
    )
    first, *rest = result["leveringen"][0]["schuldhulptrajecten"]
    assert [d.get("schuldsoort") for d in first["schulden"]] == ["Zorg", "Publiek", None, "Overig"]
    assert [t["uitstroom"].get("reden") for t in rest] == [
        "Afgerond",
        None,
        "Voldoet niet",
        "Niet passend",
        "Zelf",
        "Ingetrokken",
        "Overig",
    ]
    assert sum(counted(outcome, Kind.LOST).values()) == 2


def _code_list(code: str, name: str) -> Any:
    code_list = load_standard(code).code_list(name)
    assert code_list is not None
    return code_list.values


def test_vs_lists_keep_their_order(tmp_path: Path) -> None:
    document = Maker(load_standard("vs-v0.1")).delivery(16)
    delivery = document["leveringen"][0]
    document["leveringen"].append({**dict(reversed(delivery.items())), "teller": 2})
    result, outcome = migrate(tmp_path, document, "vs-v0.9", given="vs-v0.1")
    for before, after in zip(document["leveringen"], result["leveringen"], strict=True):
        assert list(before) == list(after)
        assert [s["ID"] for s in before["vroegsignalen"]] == [s["ID"] for s in after["vroegsignalen"]]
    assert outcome.elements == {f"leveringen[].{key}[]": 32 for key in _lists("vs-v0.9")}


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ({"einddatum": "2025-01-02", "beschikkingsdatum": "2025-01-02"}, {"beschikkingsdatum": "2025-01-02"}, 0),
        ({"einddatum": "2025-01-03", "beschikkingsdatum": "2025-01-02"}, {"beschikkingsdatum": "2025-01-02"}, 1),
        ({"einddatum": "2025-01-03"}, {}, 1),
    ],
)
def test_v1_0_end_of_the_intake(tmp_path: Path, before: Any, after: Any, lost: int) -> None:
    document = example("shv-v1.0", "minimaal")
    one_trajectory(document)["intake"] = before
    result, outcome = migrate(tmp_path, document, "shv-v1.1")
    assert one_trajectory(result)["intake"] == after
    assert sum(counted(outcome, Kind.LOST).values()) == lost


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ({"naam": "A", "Naam": "A"}, {"naam": "A"}, 0),
        ({"Naam": "A"}, {"naam": "A"}, 0),
        ({"naam": " ", "Naam": "A"}, {"naam": "A"}, 0),
        ({"naam": "A", "Naam": " "}, {"naam": "A"}, 0),
        ({"naam": "A", "Naam": "B"}, {"naam": "A"}, 1),
    ],
)
def test_v1_0_names_of_a_creditor(tmp_path: Path, before: Any, after: Any, lost: int) -> None:
    document = example("shv-v1.0", "minimaal")
    one_trajectory(document)["schulden"] = [{"schuldeiser": before}]
    result, outcome = migrate(tmp_path, document, "shv-v1.1")
    assert one_trajectory(result)["schulden"] == [{"schuldeiser": after}]
    assert sum(counted(outcome, Kind.LOST).values()) == lost


def test_v1_0_sex_and_solution(tmp_path: Path) -> None:
    document = example("shv-v1.0", "minimaal")
    one_trajectory(document)["client"] = [{"Geslachtsaanduiding": "V"}, {"Geslachtsaanduiding": "Vrouw"}]
    one_trajectory(document)["oplossing"] = {"soort": "0%-aanbod"}
    result, outcome = migrate(tmp_path, document, "shv-v1.1")
    assert outcome.source == "shv-v1.0"  # a concept is never what a file is taken for
    assert one_trajectory(result)["client"] == [{}, {"geslachtsaanduiding": "Vrouw"}]
    assert one_trajectory(result)["oplossing"] == {"soort": "Schuldregeling zonder afloscapaciteit"}
    assert counted(outcome, Kind.LOST) == {f"{TRAJECTORY}.client[].Geslachtsaanduiding": 1}


def test_v1_0_names_of_a_client_and_a_creditor_for_every_debt(tmp_path: Path) -> None:
    client = {
        "Burgerservicenummer": "999990019",
        "Geboortedatum": "1985-03-14",
        "Geslachtsaanduiding": "Vrouw",
        "Postcode": "1234AB",
        "Huisnummer": "27",
        "Huisnummertoevoeging": "A",
    }
    document = example("shv-v1.0", "minimaal")
    one_trajectory(document)["client"] = [client]
    one_trajectory(document)["schulden"] = [{"bedrag": 10}, {"schuldeiser": {"kvknummer": "90000002"}}]
    result, outcome = migrate(tmp_path, document, "shv-v1.1")
    assert one_trajectory(result)["client"] == [{name.lower(): value for name, value in client.items()}]
    assert one_trajectory(result)["schulden"] == [
        {"bedrag": 10, "schuldeiser": {}},
        {"schuldeiser": {"KVKnummer": "90000002"}},
    ]
    assert counted(outcome, Kind.RENAMED) == {
        **{f"{TRAJECTORY}.client[].{name}": 1 for name in client},
        f"{TRAJECTORY}.schulden[].schuldeiser.kvknummer": 1,
    }
    assert counted(outcome, Kind.FILLED) == {f"{TRAJECTORY}.schulden[].schuldeiser": 1}
    assert counted(outcome, Kind.LOST) == {}


def early(client: dict[str, Any], case: dict[str, Any] | None = None) -> dict[str, Any]:
    """A delivery of vs v0.9 and v1.0 with one signal."""
    delivery: dict[str, Any] = {"teller": 1, "gemeentecode": "0344", "aanleverende_organisatie": {"naam": "Stad"}}
    delivery["vroegsignalen"] = [{"ID": "1", "signaalpartner": {"type": "Huur"}, "client": client}]
    if case is not None:
        delivery["vroegsignaalzaken"] = [case]
    return {**REQUIRED, "codeGegevensleverancier": "Pakket 1", "leveringen": [delivery]}


@pytest.mark.parametrize(
    ("before", "after", "lost", "empty"),
    [
        ({"Burgerservicenummer": "999990019"}, {"burgerservicenummer": "999990019"}, (), ()),
        (
            {"Burgerservicenummer": "999990019", "Postcode": "1234AB", "Huisnummer": "", "Geboortedatum": "1980-01-01"},
            {"burgerservicenummer": "999990019"},
            ("Postcode", "Geboortedatum"),
            ("Huisnummer",),
        ),
        (
            {"Postcode": "1234AB", "Huisnummer": "1", "Achternaam": "X", "Burgerservicenummer": ""},
            {"postcode": "1234AB", "huisnummer": "1"},
            ("Achternaam",),
            ("Burgerservicenummer",),
        ),
        (
            {"Postcode": "1234AB", "Huisnummer": "1", "Burgerservicenummer": "12345678"},
            {"postcode": "1234AB", "huisnummer": "1"},
            ("Burgerservicenummer",),
            (),
        ),
        (  # what the draft v1.1 wrote, and v1.0 took for unknown keys
            {"postcode": "1234AB", "huisnummer": "1", "geslachtsaanduiding": "Vrouw"},
            {"postcode": "1234AB", "huisnummer": "1", "geslachtsaanduiding": "Vrouw"},
            (),
            (),
        ),
    ],
)
def test_v1_2_client(
    tmp_path: Path, before: dict[str, Any], after: dict[str, Any], lost: tuple[str, ...], empty: tuple[str, ...]
) -> None:
    result, outcome = migrate(tmp_path, early(before), "vs-v1.2", given="vs-v1.0")
    assert result["leveringen"][0]["vroegsignalen"][0]["client"] == after
    assert counted(outcome, Kind.LOST) == {f"{SIGNAL}.client.{key}": 1 for key in lost}
    assert counted(outcome, Kind.EMPTY) == {f"{SIGNAL}.client.{key}": 1 for key in empty}


@pytest.mark.parametrize(
    "client",
    [
        {},
        {"Postcode": "1234AB"},
        {"Burgerservicenummer": "12345678"},
        {"Burgerservicenummer": " " * 9},
        {"postcode": 5},
    ],
)
def test_v1_2_has_no_room_for_a_client_that_nobody_can_point_out(tmp_path: Path, client: dict[str, Any]) -> None:
    source, target = tmp_path / "in.json", tmp_path / "uit.json"
    source.write_text(json.dumps(early(client)), encoding="utf-8")
    outcome = migrate_file(source, target, to="vs-v1.2", given="vs-v1.0")
    assert isinstance(outcome, Refusal)
    assert "1 onderdeel kan niet worden omgezet naar vs-v1.2, zoals /leveringen/0/vroegsignalen/0:" in outcome.message
    assert "geen burgerservicenummer" in outcome.message
    assert not target.exists()


def test_v1_0_values(tmp_path: Path) -> None:
    case = {
        "resultaat": "Niet opgepakt: andere reden",
        "datum_opgepakt": "2025-02-01",
        "vroegsignalen": [{"ID": "1"}],
        "contactpogingen": [{"soort": "Overige", "bereikt": False}, {"soort": "Mail"}],
    }
    document = early({"Burgerservicenummer": "999990019"}, case)
    result, outcome = migrate(tmp_path, document, "vs-v1.2", given="vs-v0.9")
    moved = result["leveringen"][0]["vroegsignaalzaken"][0]
    assert moved["contactpogingen"] == [{"bereikt": False}, {"soort": "Mail"}]
    assert moved["datumOpgepakt"] == "2025-02-01"
    path = "leveringen[].vroegsignaalzaken[]"
    assert counted(outcome, Kind.LOST) == {f"{path}.contactpogingen[].soort": 1}
    assert counted(outcome, Kind.NOTED) == {f"{path}.resultaat": 1}
    document = early({"Burgerservicenummer": "999990019"}, {"resultaat": "Verwijzing zonder contact"})
    result, outcome = migrate(tmp_path, document, "vs-v1.2", given="vs-v0.9")
    assert result["leveringen"][0]["vroegsignaalzaken"] == [{"resultaat": "Verwijzing zonder tussenkomst inwoner"}]
    assert counted(outcome, Kind.MAPPED) == {f"{path}.resultaat": 2}
