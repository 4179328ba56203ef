"""The writer and the reader of the XML form: exact bytes, refusals with their place, nothing from outside."""

from __future__ import annotations

from typing import Any

import pytest

from ddas.delivery.xml_form import from_xml, to_xml
from ddas.errors import DdasError
from ddas.standard.specification import Specification
from tests.making.deliveries import make_full
from tests.making.models import attribute, object_type
from tests.xsd.xsd_toy import toy_specification

NAME = '(Echte) "Naam" ~ <&>/'
MOMENT = "2025-07-15T09:30:00Z"
START = '<bericht xmlns="https://w3id.org/ddas/proef/v0.2/xml">'
DELIVERY = {
    "getallen": [],
    "ding": [{}, {"af": False, "kleur": "Rood & roze", "email": "a@b", "datum": "2025-01-01"}],
    NAME: " <Jan> & ]]>\r\n",
    "moment": MOMENT,
}
WRITTEN = f"""<?xml version="1.0" encoding="UTF-8"?>
{START}
  <moment>2025-07-15T09:30:00Z</moment>
  <naam> &lt;Jan&gt; &amp; ]]&gt;&#13;
</naam>
  <dingen>
    <ding/>
    <ding>
      <datum>2025-01-01</datum>
      <email>a@b</email>
      <kleur>Rood &amp; roze</kleur>
      <af>false</af>
    </ding>
  </dingen>
  <getallen/>
</bericht>
"""


def test_writer_gives_exact_bytes_in_the_order_of_the_specification(toy: Specification) -> None:
    assert to_xml(DELIVERY, toy).decode() == WRITTEN


def test_reader_gives_the_content_back(toy: Specification) -> None:
    assert from_xml(WRITTEN.encode(), toy) == DELIVERY


@pytest.mark.parametrize("items", [0, 1, 2])
def test_round_trip_of_a_whole_delivery(specification: Specification, items: int) -> None:
    delivery = make_full(specification, items)
    assert from_xml(to_xml(delivery, specification), specification) == delivery


def test_types_survive(toy: Specification) -> None:
    read: Any = from_xml(to_xml({"moment": MOMENT, "getallen": [1], "ding": [{"af": True}]}, toy), toy)
    assert type(read["getallen"][0]) is int
    assert read["ding"][0]["af"] is True


@pytest.mark.parametrize(
    "delivery",
    [
        {"moment": "0000-01-01T00:00:00Z"},
        {"moment": "2025-02-30 9:00"},
        {"moment": ""},
        {"ding": [{"datum": "30-02-2025", "email": "geen", "kleur": "rood"}]},
        {},
    ],
)
def test_content_is_carried_over_and_not_judged(delivery: dict[str, Any], toy: Specification) -> None:
    assert from_xml(to_xml(delivery, toy), toy) == delivery


@pytest.mark.parametrize(
    ("delivery", "message"),
    [
        ([], "Het hele bericht: hier hoort een object."),
        ({"moment": None}, "/moment: null heeft geen plaats in XML."),
        ({NAME: 5}, '/(Echte) "Naam" ~0 <&>~1: hier hoort een tekst.'),
        ({NAME: "ab\u0000"}, '/(Echte) "Naam" ~0 <&>~1: teken 3 van de tekst is een stuurteken'),
        ({"moment": MOMENT, "9999Jan": "x"}, "Het hele bericht: sleutel 2 hoort niet bij Bericht"),
        ({"ding": [{}, {"jan": "x"}]}, "/ding/1: sleutel 1 hoort niet bij Ding"),
        ({"ding": {"datum": "x"}}, "/ding: hier hoort een lijst."),
        ({"ding": ["tekst"]}, "/ding/0: hier hoort een object."),
        ({"ding": [None]}, "/ding/0: hier hoort een object."),
        ({"ding": [{"af": "true"}]}, "/ding/0/af: hier hoort true of false."),
        ({"ding": [{"af": 1}]}, "/ding/0/af: hier hoort true of false."),
        ({"ding": [{"kleur": True}]}, "/ding/0/kleur: hier hoort een tekst."),
        ({"ding": [{"datum": "2025-01-01 "}]}, "/ding/0/datum: XML bewaart de witruimte"),
        ({"getallen": [1, "2"]}, "/getallen/1: hier hoort een geheel getal."),
        ({"getallen": [True]}, "/getallen/0: hier hoort een geheel getal."),
        ({"getallen": [2.5]}, "/getallen/0: hier hoort een geheel getal."),
        ({"getallen": [float("inf")]}, "/getallen/0: hier hoort een geheel getal."),
        ({"getallen": [10**5000]}, "/getallen/0: een getal heeft in XML hoogstens 18 cijfers."),
        ({"moment": "2025-07-15t09:30:00Z"}, "/moment: XML kent deze schrijfwijze van een tijdstip niet."),
    ],
)
def test_writer_refuses_and_names_the_place(delivery: Any, message: str, toy: Specification) -> None:
    with pytest.raises(DdasError) as caught:
        to_xml(delivery, toy)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("<naam>x", 3, "dit is geen goed gevormde XML"),
        ("<onbekend9999/>", 2, "dit element hoort niet in 'bericht'"),
        ("<verborgen>x</verborgen>", 2, "dit element hoort niet in 'bericht'"),
        ("<naam>x</naam>\n<naam>x</naam>", 3, "'naam' staat twee keer in 'bericht'"),
        ("<naam>x<naam/></naam>", 2, "dit element hoort niet in 'naam'"),
        ("Jansen", 2, "in 'bericht' staat tekst waar elementen horen"),
        ("<dingen>\n<getal>5</getal></dingen>", 3, "in 'dingen' staan alleen elementen 'ding'"),
        ("<dingen><ding>Jansen</ding></dingen>", 2, "in 'ding' staat tekst waar elementen horen"),
        ("<dingen><ding><af>1</af></ding></dingen>", 2, "in 'af' hoort true of false"),
        ("<getallen><getal/></getallen>", 2, "in 'getal' hoort een geheel getal"),
        ("<getallen><getal>+5</getal></getallen>", 2, "in 'getal' hoort een geheel getal"),
        ("<getallen><getal>٥</getal></getallen>", 2, "in 'getal' hoort een geheel getal"),
        ('<naam soort="x">x</naam>', 2, "een element heeft hier geen attributen"),
        ('<naam xmlns="urn:anders">x</naam>', 2, "dit element hoort niet bij https://w3id.org/ddas/proef/v0.2/xml"),
        ('<naam xmlns="">x</naam>', 2, "dit element hoort niet bij https://w3id.org/ddas/proef/v0.2/xml"),
    ],
)
def test_reader_refuses_and_names_the_line(body: str, line: int, message: str, toy: Specification) -> None:
    with pytest.raises(DdasError) as caught:
        from_xml(f"{START}\n{body}\n</bericht>".encode(), toy)
    assert str(caught.value).startswith(f"Regel {line}: {message}")
    assert "Jansen" not in str(caught.value)
    assert "9999" not in str(caught.value)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (b"", "dit is geen goed gevormde XML"),
        (b'{"moment": 1}', "dit is geen goed gevormde XML"),
        (b"\xff\xfe\x00", "dit is geen goed gevormde XML"),
        (START.replace("v0.2", "v0.3").encode() + b"</bericht>", "dit element hoort niet bij"),
        (b'<ding xmlns="https://w3id.org/ddas/proef/v0.2/xml"/>', "het bestand begint niet met het element 'bericht'"),
        (b'<?xml version="1.0" encoding="koi8-r"?><bericht/>', "deze tekencodering wordt niet gelezen"),
        (b'<?xml version="1.0" encoding="onzin"?><bericht/>', "deze tekencodering wordt niet gelezen"),
    ],
)
def test_reader_refuses_what_is_not_this_standard(document: bytes, message: str, toy: Specification) -> None:
    with pytest.raises(DdasError, match=f"Regel 1: {message}"):
        from_xml(document, toy)


@pytest.mark.parametrize(
    "document_type",
    [
        "<!DOCTYPE bericht>",
        '<!DOCTYPE bericht SYSTEM "file:///etc/hostname">',
        '<!DOCTYPE bericht [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        "<!DOCTYPE bericht [<!ENTITY a '" + "x" * 1000 + "'>"
        + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghe", strict=True)) + "]>",
    ],
)  # fmt: skip
def test_a_document_type_is_refused(document_type: str, toy: Specification) -> None:
    document = f"{document_type}{START}<naam>&e;</naam></bericht>"
    with pytest.raises(DdasError, match="Regel 1: een aanlevering heeft geen DOCTYPE"):
        from_xml(document.encode(), toy)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_reader_takes_common_encodings(encoding: str, toy: Specification) -> None:
    declared = encoding.removesuffix("-sig")
    document = f'<?xml version="1.0" encoding="{declared}"?>{START}<naam>één</naam></bericht>'
    assert from_xml(document.encode(encoding), toy) == {NAME: "één"}


def test_reader_ignores_comments_prefixes_and_the_place_of_the_schema(toy: Specification) -> None:
    document = (
        '<p:bericht xmlns:p="https://w3id.org/ddas/proef/v0.2/xml" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"'
        ' i:schemaLocation="https://w3id.org/ddas/proef/v0.2/xml http://127.0.0.1:1/x.xsd">'
        "<!-- let op --><p:naam>ee<!-- x -->n<![CDATA[<twee>]]></p:naam><?x y?></p:bericht>"
    )
    assert from_xml(document.encode(), toy) == {NAME: "een<twee>"}


@pytest.fixture
def nested() -> Specification:
    """A standard with a type inside itself."""
    return toy_specification(object_type("Bericht", attribute("bericht", "Bericht")))


def test_depth_is_limited(nested: Specification) -> None:
    def delivery(depth: int) -> dict[str, Any]:
        value: dict[str, Any] = {}
        for _ in range(depth - 1):
            value = {"bericht": value}
        return value

    deepest = to_xml(delivery(64), nested)
    assert from_xml(deepest, nested) == delivery(64)
    with pytest.raises(DdasError, match="meer dan 64 elementen staan in elkaar"):
        to_xml(delivery(65), nested)
    one_more = deepest.replace(b"<bericht/>", b"<bericht><bericht/></bericht>")
    with pytest.raises(DdasError, match="Regel 65: meer dan 64 elementen staan in elkaar"):
        from_xml(one_more, nested)
    with pytest.raises(DdasError, match="meer dan 64 elementen staan in elkaar"):
        from_xml(START.encode() + b"<bericht>" * 100_000, nested)
