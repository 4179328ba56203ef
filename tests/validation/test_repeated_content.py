"""Rules on what stands twice in a delivery, through the whole check: records, leveringen, and what is not certain."""

from __future__ import annotations

import copy
import dataclasses
import json
from typing import Any

from ddas.delivery.source import BytesSource
from ddas.standard.specification import Rule, Specification
from ddas.validation.checking import CheckOptions, check_against
from tests.conftest import load_standard


def a_rule(id: str, scope: str, parameters: dict[str, object], silences: tuple[str, ...] = ()) -> Rule:
    return Rule(
        id=id,
        name=id,
        level="info",
        message=f"Melding van {id}.",
        remedy="Kijk.",
        fields=(f"{scope}.{parameters['list']}",),
        sources=(),
        kind="dubbel_in_lijst",
        scopes=(scope,),
        parameters=parameters,
        silences=silences,
    )


def specification() -> Specification:
    made = load_standard("shv-v1.0")
    overlap = next(r for r in made.rules if r.id == "SHV-042")
    whole = a_rule("SHV-901", "Uitwisselmodel", {"exceptions": ["Levering.teller"], "list": "leveringen"})
    records = a_rule("SHV-902", "Levering", {"list": "schuldhulptrajecten"}, ("SHV-042",))
    return dataclasses.replace(made, rules=(overlap, whole, records))


def delivery() -> dict[str, Any]:
    example = next(e for e in specification().examples if e.name == "schoon")
    content: dict[str, Any] = json.loads(example.content)
    return content


def found(content: dict[str, Any]) -> list[tuple[str, str]]:
    text = json.dumps(content).encode()
    report = check_against(BytesSource(text), specification(), CheckOptions(max_per_rule=0))
    return sorted((f.rule, f.pointer) for f in report.findings if f.rule in ("SHV-042", "SHV-901", "SHV-902"))


def twice(content: dict[str, Any]) -> dict[str, Any]:
    second = copy.deepcopy(content["leveringen"][0])
    second["teller"] = 2
    content["leveringen"].append(second)
    return content


def test_nothing_stands_twice() -> None:
    assert found(delivery()) == []


def test_levering_that_stands_twice_is_one_finding() -> None:
    assert found(twice(delivery())) == [("SHV-901", "/leveringen/1")]


def test_a_difference_in_one_record_is_enough() -> None:
    content = twice(delivery())
    content["leveringen"][1]["schuldhulptrajecten"][-1]["startdatum"] = "2020-02-03"
    assert "SHV-901" not in {rule for rule, _ in found(content)}


def test_record_that_stands_twice_silences_the_overlap_of_that_record_alone() -> None:
    content = delivery()
    records = content["leveringen"][0]["schuldhulptrajecten"]
    first = copy.deepcopy(records[0])
    other = copy.deepcopy(records[1])
    other["startdatum"] = "2025-06-29"
    records += [first, other]
    end = len(records)
    assert found(content) == [
        ("SHV-042", f"/leveringen/0/schuldhulptrajecten/{end - 1}"),
        ("SHV-902", f"/leveringen/0/schuldhulptrajecten/{end - 2}"),
    ]


def test_a_record_that_is_wrong_is_never_called_the_same() -> None:
    for wrong in ("31-12-2024", "30-12-2024"):
        content = twice(delivery())
        records = content["leveringen"][1]["schuldhulptrajecten"]
        records[-1]["startdatum"] = wrong
        records.append(copy.deepcopy(records[-1]))
        assert {rule for rule, _ in found(content)} & {"SHV-901", "SHV-902"} == set()


def test_nothing_is_said_of_leveringen_in_which_something_is_wrong() -> None:
    content = twice(delivery())
    for one in content["leveringen"]:
        one["aanleverende_organisatie"]["postcode"] = 3011
    assert found(content) == []


def test_what_the_standard_does_not_know_makes_leveringen_differ() -> None:
    content = twice(delivery())
    for number, one in enumerate(content["leveringen"]):
        one["schuldhulptrajecten"][0]["eigen veld"] = number
    assert found(content) == []
