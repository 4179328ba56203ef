"""Pages of decisions that state facts about the model say what the model says."""

from __future__ import annotations

import re

import pytest

from ddas.standard.specification import Obligation, Purpose
from tests.conftest import ROOT, STANDARDS, load_standard

DECISIONS = ROOT / "docs" / "besluiten"


def test_every_field_with_our_own_reading_is_listed_with_its_reason() -> None:
    text = (DECISIONS / "eigen-duiding.md").read_text(encoding="utf-8")
    sections = dict(zip(re.findall(r"^## (.+)$", text, re.M), re.split(r"^## .+$", text, flags=re.M)[1:], strict=True))
    expected = {}
    for code in STANDARDS:
        specification = load_standard(code)
        fields = {
            (f"{o.name}.{a.name}", str(a.obligation))
            for o, a in specification.iter_attributes()
            if a.ground == "eigen duiding" and a.obligation is not Obligation.PROPOSED  # a study asks for nothing
        }
        if fields:
            expected[f"{specification.domain.title} {specification.version}"] = fields
    listed = {
        title: {(m[1], m[2]) for m in re.finditer(r"^\| `([\w.]+)` \| ([\w ]+) \| .{30,} \|$", section, re.M)}
        for title, section in sections.items()
    }
    assert listed == expected


@pytest.mark.parametrize("code", ["shv-v1.0", "vs-v0.9", "vs-v1.2"])
def test_fields_that_no_known_question_uses_are_listed(code: str) -> None:
    specification = load_standard(code)
    text = (ROOT / "docs" / "niet-gevraagd.md").read_text(encoding="utf-8")
    section = text.split(f"### {specification.domain.title} {specification.version}\n")[1].split("\n#")[0]
    rows = re.findall(r"^\| ([^|`]+) \| (`[^|]+) \|", section, re.M)
    listed = {(label, name) for label, names in rows for name in re.findall(r"`([^`]+)`", names)}
    expected = {
        (o.label, a.wire_name)
        for o, a in specification.iter_attributes()
        if not a.purposes and specification.object_type(a.range) is None
    }
    assert listed == expected


def test_every_question_is_explained_and_used() -> None:
    text = (ROOT / "docs" / "niet-gevraagd.md").read_text(encoding="utf-8")
    section = text.split("## Waarvoor de velden worden gebruikt\n")[1].split("\n## ")[0]
    explained = re.findall(r"^\| ([a-z ]+) \| .{20,} \|$", section, re.M)
    used = {str(p) for _, a in load_standard("shv-v1.0").iter_attributes() for p in a.purposes}
    assert explained == [str(p) for p in Purpose]
    assert set(explained) == used


def test_index_links_every_decision() -> None:
    linked = set(re.findall(r"\]\(([\w-]+\.md)\)", (DECISIONS / "index.md").read_text(encoding="utf-8")))
    assert linked == {p.name for p in DECISIONS.glob("*.md")} - {"index.md"}


@pytest.mark.parametrize("code", ["shv-v1.0", "vs-v0.9"])
def test_counts_of_the_definition_test_are_those_of_the_model(code: str) -> None:
    specification = load_standard(code)
    text = (DECISIONS / "definities-getoetst.md").read_text(encoding="utf-8")
    section = text.split(f"## {specification.domain.title} {specification.version}\n")[1].split("\n## ")[0]
    attributes = [a for _, a in specification.iter_attributes()]
    values = sum(len(c.values) for c in specification.code_lists if c.exchanged)
    assert f"| {len(attributes) + len(specification.exchanged_types)} |" in section
    assert f"| {values} |" in section


def test_the_model_is_complete() -> None:
    specification = load_standard("shv-v1.0")
    assert len(specification.exchanged_types) == 21
    assert len(list(specification.iter_attributes())) == 93
    assert len([c for c in specification.code_lists if c.exchanged]) == 6
    assert {o.name for o in specification.information_types} >= {
        "Huishouden",
        "Leefsituatie",
        "Partner",
        "Inkomen",
        "Woningbezit",
        "Ondernemer",
        "WsnpTraject",
        "WsnpVerklaring",
        "Begeleidingssoort",
        "Oplossingssoort",
    }


def test_eleven_start_dates_have_eleven_meanings() -> None:
    specification = load_standard("shv-v1.0")
    starts = [a for _, a in specification.iter_attributes() if a.name == "startdatum"]
    assert len(starts) == 11
    assert len({a.definition for a in starts}) == 11
    assert len({a.label for a in starts}) == 11
