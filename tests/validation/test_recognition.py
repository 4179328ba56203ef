"""The domain of a delivery of any version, by its list, else by its keys."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from ddas.migration.derivation import complete_migrator
from ddas.migration.pairs.vs_v0_9_to_v1_0 import VS_V0_9_TO_V1_0
from ddas.migration.pairs.vs_v1_0_to_v1_2 import VS_V1_0_TO_V1_2
from ddas.migration.steps import Drop, MapValues, Rename
from ddas.validation.checking import check_file
from ddas.validation.choosing import recognise
from ddas.validation.newer_version import describe_newer
from ddas.validation.options import CheckOptions
from tests.conftest import STANDARDS, load_standard

ALL = [load_standard(code) for code in STANDARDS]


@pytest.mark.parametrize("code", STANDARDS)
def test_every_example_of_every_version_belongs_to_its_domain(code: str) -> None:
    specification = load_standard(code)
    for example in specification.examples:
        assert recognise(json.loads(example.content), ALL) == specification.domain


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ({"schuldhulptrajecten": []}, "shv"),
        ({"vroegsignalen": None}, "vs"),
        ({"leveringen": [{}, {"vroegsignalen": []}]}, "vs"),
        ({"aanleverperiodeStartdatum": "2022-01-01"}, "shv"),
        ({"leveringen": [{"teller": 1, "vroegsignaalzaken": []}]}, "vs"),
        ({"leveringen": [{"teller": 1, "gemeentecode": "0344"}]}, "vs"),
        ({"startdatumLevering": "2025-01-01", "leveringen": "x"}, "shv"),
        ({"aanleverende_organisatie": {"contactpersonen": []}}, "shv"),
        ({"iets": 1, "leveringen": [1, None]}, "shv"),
        ({}, None),
        ({"iets": 1}, None),
        ([], None),
        (None, None),
    ],
)
def test_domain_of_a_document(document: Any, code: str | None) -> None:
    domain = recognise(document, ALL)
    assert (None if domain is None else domain.code) == code


@pytest.mark.parametrize(("code", "chosen"), [("shv-v0.8", "shv-v1.0"), ("vs-v0.1", "vs-v1.0")])
def test_an_old_file_is_checked_with_the_version_in_force(tmp_path: Path, code: str, chosen: str) -> None:
    path = tmp_path / "oud.json"
    path.write_text(load_standard(code).examples[0].content, encoding="utf-8")
    assert check_file(path).standard == chosen


@pytest.mark.parametrize("code", STANDARDS)
def test_examples_are_in_order_with_their_own_version(tmp_path: Path, code: str) -> None:
    path = tmp_path / "voorbeeld.json"
    for example in load_standard(code).examples:
        path.write_text(example.content, encoding="utf-8")
        report = check_file(path, CheckOptions(standard=code))
        assert [f.rule for f in report.findings if f.level == "fout"] == [], example.name
        assert ("geen regels" in report.checked) == (not load_standard(code).rules)


def early_signals(code: str, name: str = "schoon") -> Any:
    return json.loads(next(e.content for e in load_standard(code).examples if e.name == name))


def without_organisation(document: Any) -> Any:
    for delivery in document["leveringen"]:
        delivery.pop("aanleverendeOrganisatie", None)
        delivery.pop("aanleverende_organisatie", None)
    return document


@pytest.mark.parametrize(
    ("document", "standard", "reason", "newer"),
    [
        (early_signals("vs-v1.2"), "vs-v1.2", "herkend aan de namen in het bestand", None),
        (early_signals("vs-v1.0"), "vs-v1.0", "herkend aan de namen in het bestand", "vs-v1.2"),
        (early_signals("vs-v0.9"), "vs-v0.9", "herkend aan de namen en waarden in het bestand", "vs-v1.2"),
        (early_signals("vs-v0.9", "minimaal"), "vs-v1.0", "herkend aan de namen in het bestand", "vs-v1.2"),
        (
            without_organisation(early_signals("vs-v1.2")),
            "vs-v1.2",
            "de nieuwste gepubliceerde versie van vroegsignalering",
            None,
        ),
        (
            without_organisation(early_signals("vs-v1.0")),
            "vs-v1.2",
            "de nieuwste gepubliceerde versie van vroegsignalering",
            None,
        ),
    ],
)
def test_version_is_recognised_by_the_names_around_the_records(
    tmp_path: Path, document: Any, standard: str, reason: str, newer: str | None
) -> None:
    path = tmp_path / "levering.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    report = check_file(path)
    assert (report.standard, report.chosen_by) == (standard, reason)
    assert (report.newer and report.newer.code) == newer


def test_what_converting_is_said_to_change_is_what_the_migrators_change() -> None:
    oldest, old, draft, newest = (load_standard(f"vs-{version}") for version in ("v0.9", "v1.0", "v1.1", "v1.2"))
    kinds = Counter(type(step) for step in complete_migrator(VS_V1_0_TO_V1_2, [old, draft, newest]).steps)
    remark = describe_newer(old, newest, None).remark
    assert f"krijgen {kinds[Rename]} velden een andere naam" in remark
    assert f"vervallen {kinds[Drop]} velden" in remark
    remark = describe_newer(oldest, newest, None).remark
    values = [
        v
        for step in complete_migrator(VS_V0_9_TO_V1_0, [oldest, old]).steps
        if isinstance(step, MapValues)
        for v in step.values
    ]
    assert [v.old for v in values if v.new is None] == ["Overige"]
    assert "krijgen 2 waarden een andere naam en vervalt 1 waarde (‘Overige’)." in remark
    assert "omzetten" not in describe_newer(load_standard("shv-v1.0"), newest, None).remark


def test_a_reader_of_an_older_file_hears_what_is_newer_and_how_sure_that_is(tmp_path: Path) -> None:
    path = tmp_path / "levering.json"
    path.write_text(json.dumps(early_signals("vs-v1.0")), encoding="utf-8")
    newer = check_file(path).newer
    assert newer is not None
    assert newer.remark.startswith(
        "vs-v1.2 is de nieuwste gepubliceerde versie. Vanaf wanneer zij geldt, is niet bekend."
    )
    assert newer.remark.endswith(
        "Bij het omzetten krijgen 10 velden een andere naam (zoals ‘aanleverende_organisatie’ en ‘contactpersoonen’), "
        "vervallen 5 velden (zoals ‘Voorletters’ en ‘Voorvoegsel’) en krijgt 1 waarde een andere naam. Het "
        "onderdeel Cliënt staat er dan op een van deze manieren: met alleen het burgerservicenummer, of met de "
        "postcode en het huisnummer. De rest vervalt."
    )
    assert check_file(path, CheckOptions(standard="vs-v1.0")).newer is None
