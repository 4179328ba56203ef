"""The places where XSD and JSON Schema part ways. Each has a row in docs/xml.md and at least one case here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from lxml import etree

from ddas.delivery.xml_form import from_xml, to_xml
from ddas.errors import DdasError
from ddas.standard.specification import Specification
from tests.conftest import ROOT, load_standard
from tests.making.deliveries import make_full

Judge = Callable[[Specification], Any]


@dataclass(frozen=True, kw_only=True)
class Case:
    """A value that JSON and XML judge differently, in a field of the toy standard.

    Attributes:
        row: First cell of its row in docs/xml.md.
        path: Keys and indexes of the field in the JSON.
        value: The value in JSON.
        json: The verdict of the JSON Schema.
        xml: The same as XML text, to stand in the place of ``<PLACE/>``.
        xsd: The verdict of the XSD; None when it is not XML at all.
        written: The text that ``to_xml`` writes; None when it refuses.
        read: What ``from_xml`` makes of ``xml``; None when it refuses.
    """

    row: str
    path: tuple[str | int, ...]
    value: Any
    json: bool
    xml: str
    xsd: bool | None
    written: str | None
    read: Any


NAME = '(Echte) "Naam" ~ <&>/'
MOMENT = ("moment",)
DATE = ("ding", 0, "datum")
SPACE = "Witruimte rond een waarde"
WAYS = "Velden die samengaan"
CASES = (
    Case(row="Extra sleutels", path=("ding", 0, "extra"), value="tekst", json=True, xml="<extra>tekst</extra>",
         xsd=False, written=None, read=None),
    Case(row="Stuurtekens", path=(NAME,), value="a\u0001b", json=True, xml="<naam>a&#1;b</naam>", xsd=None,
         written=None, read=None),
    Case(row="Stuurtekens", path=(NAME,), value="a\ud800b", json=True, xml="<naam>a&#xD800;b</naam>", xsd=None,
         written=None, read=None),
    Case(row="Stuurtekens", path=(NAME,), value="a\uffffb", json=True, xml="<naam>a&#xFFFF;b</naam>", xsd=None,
         written=None, read=None),
    Case(row="Regeleinden", path=(NAME,), value="a\r\nb\r", json=True, xml="<naam>a\r\nb\r</naam>", xsd=True,
         written="<naam>a&#13;\nb&#13;</naam>", read="a\nb\n"),
    Case(row=SPACE, path=DATE, value=" 2025-01-01\n", json=False, xml="<datum> 2025-01-01\n</datum>", xsd=True,
         written=None, read="2025-01-01"),
    # rfc3339-validator lets one line feed at the end pass, so that JSON accepts this one.
    Case(row=SPACE, path=MOMENT, value="2025-01-01T00:00:00Z\n", json=True,
         xml="<moment>2025-01-01T00:00:00Z\n</moment>", xsd=True, written=None, read="2025-01-01T00:00:00Z"),
    Case(row=SPACE, path=MOMENT, value="\t2025-01-01T00:00:00Z", json=False,
         xml="<moment>\t2025-01-01T00:00:00Z</moment>", xsd=True, written=None, read="2025-01-01T00:00:00Z"),
    Case(row=SPACE, path=("getallen", 0), value=" 5 ", json=False, xml="<getal> 5 </getal>", xsd=True,
         written=None, read=5),
    Case(row=SPACE, path=("ding", 0, "af"), value=" true", json=False, xml="<af> true</af>", xsd=True,
         written=None, read=True),
    Case(row="Getallen met .0", path=("getallen", 0), value=2.0, json=True, xml="<getal>2.0</getal>", xsd=False,
         written="<getal>2</getal>", read=None),
    Case(row="Grote getallen", path=("getallen", 0), value=10**18, json=True,
         xml="<getal>1000000000000000000</getal>", xsd=False, written=None, read=None),
    Case(row="Grote getallen", path=("getallen", 0), value=-1e300, json=True,
         xml=f"<getal>-1{'0' * 300}</getal>", xsd=False, written=None, read=None),
    Case(row="Kleine letters t en z", path=MOMENT, value="2025-07-15t09:30:00z", json=True,
         xml="<moment>2025-07-15t09:30:00z</moment>", xsd=False, written=None, read="2025-07-15t09:30:00z"),
    Case(row="Tijdverschil boven 14 uur", path=MOMENT, value="2025-07-15T09:30:00+14:01", json=True,
         xml="<moment>2025-07-15T09:30:00+14:01</moment>", xsd=False, written=None, read="2025-07-15T09:30:00+14:01"),
    Case(row="Tijdverschil boven 14 uur", path=MOMENT, value="2025-07-15T09:30:00-23:59", json=True,
         xml="<moment>2025-07-15T09:30:00-23:59</moment>", xsd=False, written=None, read="2025-07-15T09:30:00-23:59"),
    Case(row="Delen van een seconde", path=MOMENT, value="2025-07-15T09:30:00.1234567890Z", json=True,
         xml="<moment>2025-07-15T09:30:00.1234567890Z</moment>", xsd=False, written=None,
         read="2025-07-15T09:30:00.1234567890Z"),
    Case(row="Gelijke onderdelen", path=("getallen",), value=[7, 7], json=False,
         xml="<getallen><getal>7</getal><getal>7</getal></getallen>", xsd=True,
         written="<getallen>\n    <getal>7</getal>\n    <getal>7</getal>\n  </getallen>", read=[7, 7]),
)  # fmt: skip


def with_value(toy: Specification, case: Case) -> dict[str, Any]:
    delivery = make_full(toy)
    container: Any = delivery
    for step in case.path[:-1]:
        container = container[step]
    container[case.path[-1]] = case.value
    return delivery


def with_text(toy: Specification, case: Case) -> bytes:
    """The maximal delivery in XML, with the case's text where its field stands."""
    whole = to_xml(make_full(toy), toy).decode()
    element = case.xml[1 : case.xml.index(">")]
    changed, count = re.subn(f"<{element}>.*?</{element}>", lambda _: case.xml, whole, flags=re.DOTALL)
    if count == 0:
        changed = whole.replace("</ding>", f"{case.xml}</ding>")
    assert changed != whole
    return changed.encode()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.row)
def test_json_verdict(case: Case, toy: Specification, judge: Judge) -> None:
    assert judge(toy).accepts_json(with_value(toy, case)) is case.json


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.row)
def test_xsd_verdict(case: Case, toy: Specification, judge: Judge) -> None:
    document = with_text(toy, case)
    if case.xsd is None:
        with pytest.raises(etree.XMLSyntaxError):
            etree.fromstring(document)
    else:
        assert judge(toy).accepts_xml(etree.fromstring(document)) is case.xsd


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.row)
def test_writer(case: Case, toy: Specification) -> None:
    delivery = with_value(toy, case)
    if case.written is None:
        with pytest.raises(DdasError):
            to_xml(delivery, toy)
    else:
        written = to_xml(delivery, toy)
        assert case.written in written.decode()
        assert from_xml(written, toy) == delivery


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.row)
def test_reader(case: Case, toy: Specification) -> None:
    document = with_text(toy, case)
    if case.read is None:
        with pytest.raises(DdasError):
            from_xml(document, toy)
    else:
        read: Any = from_xml(document, toy)
        for step in case.path:
            read = read[step]
        assert read == case.read


def test_page_and_cases_list_the_same_exceptions() -> None:
    page = (ROOT / "docs" / "xml.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+?) \|", page, flags=re.MULTILINE)
    assert rows[0] == "Uitzondering"
    assert rows[1:] == [*list(dict.fromkeys(case.row for case in CASES))[:-1], WAYS, CASES[-1].row]


def test_the_xsd_takes_fields_that_do_not_go_together(judge: Judge) -> None:
    standard = load_standard("vs-v1.2")
    delivery = make_full(standard)
    client = delivery["leveringen"][0]["vroegsignalen"][0]["client"]
    assert judge(standard).accepts_json(delivery)
    client["burgerservicenummer"] = "999990019"
    assert not judge(standard).accepts_json(delivery)
    document = to_xml(delivery, standard)
    assert judge(standard).accepts_xml(etree.fromstring(document))
    assert from_xml(document, standard) == delivery


def test_page_says_first_that_cbs_takes_json() -> None:
    lines = (ROOT / "docs" / "xml.md").read_text(encoding="utf-8").split("\n")
    assert lines[0].startswith("# ")
    assert lines[2].startswith("**CBS neemt JSON aan, geen XML.**")
