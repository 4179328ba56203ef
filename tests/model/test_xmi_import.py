"""An information model exported from Enterprise Architect: its structure, and what of it was not read."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ddas.cli.main import main
from ddas.errors import DdasError
from ddas.standard.specification import Specification
from ddas_generators.bootstrap.uml_specification import UmlReading, specification_of_uml
from ddas_generators.bootstrap.xmi_reader import read_xmi
from ddas_generators.model.load import load
from ddas_generators.model.register import read_register
from tests.conftest import ROOT, load_standard

HEAD = """<?xml version='1.0' encoding='windows-1252'?>
<xmi:XMI xmlns:xmi="http://schema.omg.org/spec/XMI/2.1" xmlns:uml="http://schema.omg.org/spec/UML/2.1"
 xmlns:MIM="http://www.sparxsystems.com/profiles/MIM/1.1.1">
<uml:Model xmi:type="uml:Model" name="EA_Model">
"""
TAIL = "</uml:Model>\n{rest}</xmi:XMI>\n"


def packaged(kind: str, id: str, name: str, inside: str = "") -> str:
    return f'<packagedElement xmi:type="uml:{kind}" xmi:id="{id}" name="{name}">{inside}</packagedElement>\n'


def part(name: str, type_id: str, low: str = "1", high: str = "1", association: str = "") -> str:
    relation = f' association="{association}"' if association else ""
    own = f' name="{name}"' if name else ""
    return (
        f'<ownedAttribute xmi:type="uml:Property" xmi:id="P_{name}{association}"{own}{relation}>'
        f'<type xmi:idref="{type_id}"/><lowerValue xmi:id="L" value="{low}"/><upperValue xmi:id="U" value="{high}"/>'
        "</ownedAttribute>"
    )


def xmi(*elements: str, rest: str = "") -> bytes:
    return (HEAD + "".join(elements) + TAIL.format(rest=rest)).encode("cp1252")


SIGNAL = packaged(
    "Class",
    "S",
    "Vroegsignaal",
    part("ID", "EAJava_String")
    + part("bedrag", "EAJava_bedrag", low="0")
    + part("soort", "E")
    + part("", "C", association="A")
    + part("", "X", association="B")
    + part("zaken", "Z", low="1", high="-1", association="D"),
)
CASE = packaged("Class", "Z", "Zaak", '<generalization general="G"/>' + part("datum", "EAJava_Date"))
GENERAL = packaged("Class", "G", "Algemeen", part("naam", "EAJava_CharacterString", low="0", high="3"))
LIST = packaged(
    "Enumeration", "E", "Soort", '<ownedLiteral xmi:id="1" name="Café"/><ownedLiteral xmi:id="2" name="Huur"/>'
)
RELATIONS = packaged("Association", "A", "betreft") + packaged("Association", "B", "gemeld bij")
OUTSIDE = (
    '<connector><source xmi:idref="S"><model name="Vroegsignaal"/></source>'
    '<target xmi:idref="C"><model name="Client"/></target></connector>\n'
)


def read(*elements: str, rest: str = OUTSIDE, like: str = "vs-v0.9") -> UmlReading:
    return specification_of_uml(read_xmi(xmi(*elements, rest=rest)), version="v0.5", neighbour=load_standard(like))


def fields(specification: Specification, name: str) -> list[tuple[str, str, bool, int, int | None]]:
    found = specification.object_type(name)
    assert found is not None
    return [
        (a.wire_name, a.range, a.required, a.min_items if a.many else 1, a.max_items if a.many else 1)
        for a in found.attributes
    ]


def test_classes_relations_and_lists_become_structure() -> None:
    made = read(SIGNAL, CASE, GENERAL, LIST, RELATIONS).specification
    assert fields(made, "Vroegsignaal") == [
        ("ID", "Tekst", True, 1, 1),
        ("bedrag", "Bedrag", False, 1, 1),
        ("soort", "EnumSoort", True, 1, 1),
        ("client", "Client", True, 1, 1),
        ("zaken", "Zaak", True, 1, None),
    ]
    assert fields(made, "Zaak") == [("naam", "Tekst", False, 0, 3), ("datum", "Datum", True, 1, 1)]
    code_list = made.code_list("EnumSoort")
    assert code_list is not None
    assert [(v.value, v.code) for v in code_list.values] == [("Café", "cafe"), ("Huur", "huur")]
    assert made.root == "Uitwisselmodel"
    closed = {o.name: o.closed for o in made.object_types}
    assert closed["Vroegsignaal"]
    assert not closed["Zaak"]


def test_what_is_not_read_is_told_with_its_line() -> None:
    away = packaged("Association", "R", "zonder richting")
    notes = read(SIGNAL, CASE.replace('general="G"', 'general="W"'), LIST, RELATIONS, away).notes
    assert notes == (
        "Regel 10: relatie 'zonder richting' heeft geen richting. Niet gelezen.",
        "Regel 5: Vroegsignaal, relatie 'gemeld bij' naar 'onbekend': dat objecttype staat niet in de export en "
        "niet in vs-v0.9. Niet gelezen.",
        "Regel 6: Zaak is een soort 'onbekend', en dat staat niet in de export. Wat het daarvan erft, is niet gelezen.",
        "Staat niet in de export, overgenomen uit vs-v0.9: Uitwisselmodel, Levering, AanleverendeOrganisatie, "
        "Contactpersoon, Client, Vroegsignaalzaak, Vroegsignaalverwijzing, Contactpoging.",
    )


def test_with_the_profile_only_its_object_types_are_read() -> None:
    frame = packaged("Class", "F", "Kader van het diagram")
    profile = "".join(f'<MIM:Objecttype base_Class="{i}"/>' for i in "SZG")
    reading = read(SIGNAL, CASE, GENERAL, LIST, RELATIONS, frame, profile)
    assert reading.specification.object_type("KaderVanHetDiagram") is None
    assert any("'Kader van het diagram' is geen objecttype" in note for note in reading.notes)


def test_a_circle_is_cut() -> None:
    one = packaged("Class", "S", "Vroegsignaal", part("ander", "Z", association="A"))
    two = packaged("Class", "Z", "Zaak", part("terug", "S", association="B"))
    reading = read(one, two)
    assert fields(reading.specification, "Vroegsignaal") == []
    assert "Vroegsignaal.ander: deze relatie loopt in een kring. Niet gelezen." in reading.notes


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<a/>", "Regel 1: dit is geen XMI"),
        (b"<a>\n<b>\n</a>", "Regel 3: dit is geen goed gevormde XML"),
        (b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', "DOCTYPE"),
        (b"<a>" * 1000 + b"</a>" * 1000, "dit is geen goed gevormde XML"),
        (xmi(LIST), "staan geen objecttypen"),
        (xmi(packaged("Class", "S", "")), "Regel 5: een objecttype heeft geen naam"),
        (xmi(packaged("Class", "S", "A", part("x", "EAJava_Date", high="veel"))), "Regel 5: dit aantal is geen getal"),
        (xmi(packaged("Class", "S", "A", part("x", "EAJava_Date", low="*"))), "Regel 5: de ondergrens"),
        (xmi(packaged("Class", "S", "A", part("x", "EAJava_Kleur"))), "Regel 5: het type 'Kleur' van het veld 'x'"),
        (xmi(packaged("Class", "S", "A", part("x", "EAJava_Date") * 2)), "Regel 5: A heeft twee keer 'x'"),
        (xmi(SIGNAL, packaged("Enumeration", "E", "Leeg")), "Regel 6: deze enumeratie is leeg"),
    ],
)
def test_what_cannot_be_read(content: bytes, words: str) -> None:
    with pytest.raises(DdasError, match=words):
        specification_of_uml(read_xmi(content), version="v0.5", neighbour=load_standard("vs-v0.9"))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of which the register names a version whose folder is not there yet."""
    shutil.copytree(ROOT / "model", tmp_path / "model")
    register = tmp_path / "model" / "versies.yaml"
    new = "versies:\n  - {domein: vroegsignalering, versie: v0.5, status: concept}\n"
    register.write_text(register.read_text(encoding="utf-8").replace("versies:\n", new, 1), encoding="utf-8")
    return tmp_path


def begin(checkout: Path, export: Path) -> int:
    folder = checkout / "model" / "vroegsignalering" / "v0.5"
    return main(
        ["release", "begin", str(export), "--like", "vs-v0.9", "--output", str(folder), "--root", str(checkout)]
    )


def test_the_command_takes_an_export(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export = checkout / "model.xml"
    export.write_bytes(xmi(SIGNAL, CASE, GENERAL, LIST, RELATIONS, rest=OUTSIDE))
    assert begin(checkout, export) == 0
    assert "relatie 'gemeld bij'" in capsys.readouterr().out
    made = load(checkout, next(v for v in read_register(checkout) if v.id.code == "vs-v0.5"))
    assert fields(made, "Zaak") == [("naam", "Tekst", False, 0, 3), ("datum", "Datum", True, 1, 1)]
    shutil.rmtree(checkout / "model" / "vroegsignalering" / "v0.5")
    export.write_bytes(xmi(packaged("Class", "S", "A", part("x", "EAJava_Kleur"))))
    assert begin(checkout, export) == 2
    assert "model.xml: Regel 5: het type 'Kleur'" in capsys.readouterr().err
    assert not (checkout / "model" / "vroegsignalering" / "v0.5").exists()


def test_the_published_export_lies_near_the_oldest_version(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is left after the import, by who is broken; docs/besluiten/informatiemodel-inlezen.md says what it is."""
    reference = os.environ.get("DDAS_REFERENCE")
    export = Path(reference or "") / "xmi" / "vroegsignalering.xml"
    if not reference or not export.is_file():
        pytest.skip("DDAS_REFERENCE is not set: the published export is not at hand")
    assert begin(checkout, export) == 0
    left = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Regel ")]
    assert [line.partition(":")[0] for line in left] == [f"Regel {n}" for n in (13, 47, 129, 155, 166)]
    made = load(checkout, next(v for v in read_register(checkout) if v.id.code == "vs-v0.5"))
    for code, missing, extra in (("vs-v0.1", 1, 2), ("vs-v0.9", 19, 21)):
        ours = {(c.name, v.value) for c in load_standard(code).code_lists for v in c.values if c.exchanged}
        theirs = {(c.name, v.value) for c in made.code_lists for v in c.values if c.exchanged}
        assert (len(ours - theirs), len(theirs - ours)) == (missing, extra)
    for name in ("Contactpoging", "Signaalpartner", "Vroegsignaal", "Vroegsignaalzaak"):
        object_type = load_standard("vs-v0.1").object_type(name)
        assert object_type is not None
        ours_here = {a.wire_name: a.range for a in object_type.exchanged_attributes}
        read_here = {w: r for w, r, *_ in fields(made, name)}
        shared = ours_here.keys() & read_here.keys()
        assert {k: ours_here[k] for k in shared} == {k: read_here[k] for k in shared}
        assert ours_here.keys() ^ read_here.keys() <= {"ID", "opgepaktIn", "vroegsignalen"}
