from __future__ import annotations

import csv
import dataclasses
import io
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest

from ddas.cli.main import main
from ddas.describing.field_rows import HEADER
from ddas.describing.field_search import find_fields, suggest_labels
from ddas.standard import catalog
from ddas.standard.specification import Obligation, Specification
from ddas.standard.specification_json import specification_to_json
from ddas.terminal.text_layout import iter_list_lines, iter_table_lines
from tests.conftest import load_standard
from tests.documentation.documentation_micro import micro

SHV = "shv-v1.0"


@pytest.fixture
def carried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A toolkit that carries shv v1.0 and a concept of another domain; a terminal of 100 columns."""
    for specification in (load_standard(SHV), micro()):
        folder = tmp_path / specification.id.folder
        folder.mkdir(parents=True)
        (folder / "specification.json").write_text(specification_to_json(specification), encoding="utf-8")
    monkeypatch.setattr(catalog, "generated_folder", lambda: tmp_path)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def shv() -> Specification:
    return load_standard(SHV)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Exit code and what is printed, on stdout and stderr."""
    code = main(["fields", *arguments])
    captured = capsys.readouterr()
    return code, captured.out + captured.err


def paths(specification: Specification, text: str) -> list[str]:
    return [f"{o.name}.{a.name}" for o, a in find_fields(specification, text)]


@pytest.mark.usefixtures("carried")
def test_all_fields_of_the_adopted_version(capsys: pytest.CaptureFixture[str], shv: Specification) -> None:
    code, text = run(capsys)
    fields = list(shv.iter_attributes())
    assert code == 0
    assert "Bosbeheer" not in text
    assert f"{len(fields)} velden: " in text
    assert all(a.wire_name in text for _, a in fields)
    assert max(len(line) for line in text.splitlines()) <= 100


@pytest.mark.usefixtures("carried")
def test_required_counts_by_schema_and_rule(capsys: pytest.CaptureFixture[str], shv: Specification) -> None:
    attributes = [a for _, a in shv.iter_attributes()]
    required = [a for a in attributes if a.obligation is Obligation.REQUIRED]
    conditional = [a for a in attributes if a.obligation is Obligation.CONDITIONAL]
    by_schema = sum(a.required for a in required)
    code, text = run(capsys, "--required")
    assert code == 0
    assert " ".join(text.split()).endswith(
        f"{len(required) + len(conditional)} velden: {len(required)} verplicht (afgedwongen: {by_schema} door het "
        f"schema; {len(required) - by_schema} door een regel), "
        f"{len(conditional)} voorwaardelijk."
    )
    assert "gevraagd" not in text


@pytest.mark.usefixtures("carried")
def test_a_checked_rule_on_the_value_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    _, text = run(capsys, "Client.geslachtsaanduiding", "--standard", SHV)
    assert "ddas controleert de waarde wel, met regel SHV-013." in " ".join(text.split())


@pytest.mark.usefixtures("carried")
def test_card_of_one_field(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run(capsys, "boom.(NUMMER)", "--standard", "bos-v1.0")
    assert code == 0
    assert text == (
        "Nummer van de boom (Boom, bos-v1.0)\n"
        "Cijfers op de stam.\n"
        "- Te lezen vanaf het pad.\n"
        "\n"
        "Naam in JSON           (Nummer)\n"
        "Plaats in JSON         bomen[].(Nummer)\n"
        "Naam in programma's    nummer\n"
        "Verplichting           voorwaardelijk\n"
        "Voorwaarde             De boom staat langs een pad.\n"
        "Afgedwongen door       regel BOS-001: Een boom heeft een nummer.\n"
        "Grond                  Boswet\n"
        "Soort gegeven          Vier cijfers of geen. Het schema controleert dat het tekst is, maar niet de\n"
        "                       lengte en de schrijfwijze.\n"
        "Aantal volgens schema  0 of 1 keer in één object ‘Boom’\n"
        "Voorbeeld              1234\n"
        "Persoonsgegeven        Ja, dit zegt iets over een persoon.\n"
        "Verdwijnt              Vervalt in v2.0.\n"
        "Zoekwoorden            label\n"
        "Bronnen                Boswet\n"
        "Bekende fout BOS-E01   Het schema ziet tekst. Lees het zo: Gebruik cijfers.\n"
        "\n"
    )


def test_every_field_has_a_card_of_its_own(shv: Specification) -> None:
    for object_type, attribute in shv.iter_attributes():
        name = f"{object_type.name}.{attribute.name}"
        assert name in paths(shv, name.upper())
    assert paths(shv, "Client.geboortedatum") == ["Client.geboortedatum"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bsn", ["Client.burgerservicenummer"]),
        ("BURGERSERVICE", ["Client.burgerservicenummer"]),
        ("Client.Geboortedatum", ["Client.geboortedatum"]),
        ("cliënt.geboortedatum", ["Client.geboortedatum"]),
        ("schuldeiser.naam", ["Schuldeiser.naam", "Schuldeiser.naamTweede"]),
        ("codeGegevens", ["Uitwisselmodel.codeGegevensleverancier"]),
        ("(statutaire) naam", ["AanleverendeOrganisatie.statutaireNaam"]),
        ("soort schuld", ["Schuld.schuldsoort"]),
        ("hoogte van de schuld", ["Schuld.bedrag"]),
        ("postcode schuldeiser", ["Schuldeiser.postcode"]),
        ("schuldeisersnaam", ["Schuldeiser.naam", "Schuldeiser.naamTweede"]),
        ("BSN-nummer", ["Client.burgerservicenummer"]),
        ("bsnnummer", ["Client.burgerservicenummer"]),
        ("huisnr", ["Client.huisnummer", "Client.huisnummertoevoeging"]),
        ("huisnr.", ["Client.huisnummer", "Client.huisnummertoevoeging"]),
        ("emailadres", ["Contactpersoon.email"]),
        ("e-mail adres", ["Contactpersoon.email"]),
        ("plan van aanpak afronding", ["PlanVanAanpak.datumAfronding"]),
        ("startdatum nazorg", ["Nazorg.startdatum"]),
        ("postcode moratorium", []),
        ("loon", []),
        ("werk", []),
        ("van de", []),
        ("%", []),
    ],
)
def test_search(shv: Specification, text: str, found: list[str]) -> None:
    assert paths(shv, text) == found


def test_better_fits_come_first(shv: Specification) -> None:
    assert paths(shv, "moratorium")[0] == "Moratorium.datumAanvraag"  # label
    assert paths(shv, "moratorium")[-1] == "Schuldhulptraject.moratoria"  # search word
    assert paths(shv, "adres")[0] == "Contactpersoon.email"  # end of a word in the label, then search words


def test_fields_of_an_object_type_stand_together(shv: Specification) -> None:
    types = [o.name for o, _ in find_fields(shv, "datum")]
    assert len(types) > 30
    assert len([name for name, _ in groupby(types)]) == len(set(types))


def test_definitions_are_searched_when_asked() -> None:
    model = micro()
    assert find_fields(model, "stam") == ()
    (field,) = find_fields(model, "cijfers stam", in_definitions=True)
    assert field[1].name == "nummer"


@pytest.mark.usefixtures("carried")
def test_definitions_are_searched_when_nothing_else_fits(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run(capsys, "stam", "--standard", "bos-v1.0")
    assert code == 0
    assert text.startswith("Nummer van de boom (Boom, bos-v1.0)")


@pytest.mark.usefixtures("carried")
def test_several_words_are_one_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "soort", "schuld") == run(capsys, "soort schuld")
    assert run(capsys, "soort", "schuld")[1].startswith("Soort schuld (Schuld, shv-v1.0)")


def test_name_of_an_object_type_gives_its_fields(shv: Specification) -> None:
    moratorium = shv.object_type("Moratorium")
    assert moratorium is not None
    assert {f"Moratorium.{a.name}" for a in moratorium.exchanged_attributes} <= set(paths(shv, "moratorium"))


@pytest.mark.usefixtures("carried")
def test_many_matches_give_a_table_and_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run(capsys, "startdatum")
    assert code == 0
    assert "Verplichting" in text
    assert text.rstrip().splitlines()[-1].startswith("De hele uitleg van een veld: ddas fields Uitwisselmodel.")


@pytest.mark.usefixtures("carried")
def test_no_match_names_the_nearest(capsys: pytest.CaptureFixture[str], shv: Specification) -> None:
    assert suggest_labels(shv, "geboortedaum") == ("Geboortedatum van de cliënt",)
    assert suggest_labels(shv, "burgerservicenumer client") == ("Burgerservicenummer van de cliënt",)
    assert len(suggest_labels(shv, "startdatm")) == 3
    code, text = run(capsys, "huis numer")
    assert code == 1
    assert text == (
        "Geen veld gevonden voor deze zoekwoorden. Bedoelt u misschien: Huisnummer van de cliënt, "
        "Huisnummertoevoeging van de cliënt?\nAlle velden ziet u met: ddas fields\n"
    )


@pytest.mark.usefixtures("carried")
@pytest.mark.parametrize("word", ["qqqqqqq", "loon", "auto", "hond", "postcode moratorium"])
def test_no_far_fetched_suggestions(capsys: pytest.CaptureFixture[str], word: str) -> None:
    code, text = run(capsys, word)
    assert code == 1
    assert text.startswith("Geen veld gevonden voor d")
    assert "misschien" not in text
    assert "ddas fields" in text


@pytest.mark.usefixtures("carried")
def test_match_that_is_not_required(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run(capsys, "Boom.soort", "--required", "--standard", "bos-v1.0")
    assert code == 1
    assert "Laat --required weg" in text


@pytest.mark.usefixtures("carried")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--standard", "shv-v9.9"), "Deze standaard bestaat niet. Kies uit: bos-v1.0, shv-v1.0."),
        (("  ",), "Het zoekwoord is leeg."),
    ],
)
def test_bad_input(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str) -> None:
    code, text = run(capsys, *arguments)
    assert code == 2
    assert message in text


@pytest.mark.usefixtures("carried")
@pytest.mark.parametrize("arguments", [("--format", "xlsx"), ("--standard",), ("--onbekend",)])
def test_bad_call(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["fields", *arguments])
    assert "--help" in capsys.readouterr().err


def test_only_concepts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(catalog, "generated_folder", lambda: tmp_path)
    code, text = run(capsys)
    assert code == 2
    assert "--standard" in text


def test_csv_is_the_table_of_the_version(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["fields", "--format", "csv", "--standard", SHV]) == 0
    assert capsysbinary.readouterr().out == catalog.read_artefact(catalog.find_specification(SHV), "velden.csv")


@pytest.mark.usefixtures("carried")
def test_csv_of_a_question(capsysbinary: pytest.CaptureFixture[bytes], shv: Specification) -> None:
    assert main(["fields", "Client.geboortedatum", "--format", "csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode()))
    assert tuple(row) == HEADER
    assert row["Plaats in JSON"] == "leveringen[].schuldhulptrajecten[].client[].Geboortedatum"
    assert row["Verplichting"] == "voorwaardelijk"
    assert row["Voorwaarde"]
    assert row["Afgedwongen door"] == "regel SHV-011"
    assert main(["fields", "--required", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode())))
    asked = [a for _, a in shv.iter_attributes() if a.obligation in (Obligation.REQUIRED, Obligation.CONDITIONAL)]
    assert sorted(r["Naam in JSON"] for r in rows) == sorted(a.wire_name for a in asked)


@pytest.mark.usefixtures("carried")
def test_csv_for_excel_holds_the_same(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["fields", "--format", "csv"]) == 0
    plain = list(csv.reader(io.StringIO(capsysbinary.readouterr().out.decode())))
    assert main(["fields", "--format", "csv-excel"]) == 0
    content = capsysbinary.readouterr().out
    assert content.startswith(b"\xef\xbb\xbfFase;Objecttype;")
    assert content.count(b"\r\n") == content.count(b"\n") == len(plain)
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")) == plain


def test_csv_of_two_standards_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fields", "--format", "csv"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "--standard shv-v1.0" in shown.err
    assert "--standard vs-v1.2" in shown.err


@pytest.mark.usefixtures("carried")
@pytest.mark.parametrize("width", [20, 40, 71, 72, 80, 200])
@pytest.mark.parametrize("name", [None, "Client.geboortedatum"])
def test_width_of_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int, name: str | None
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    _, text = run(capsys, *([name] if name else []))
    lines = text.splitlines()[1:]  # the title stands on one line, whatever the width
    assert max(len(line) for line in lines) <= width


def test_table_layout() -> None:
    lines = list(iter_table_lines(("Naam", "Uitleg"), [("kort", "een twee drie"), ("langerwoord", "x")], 20))
    assert lines == [
        "Naam         Uitleg",
        "-----------  -------",
        "kort         een",
        "             twee",
        "             drie",
        "langerwoord  x",
    ]


def test_list_layout() -> None:
    assert list(iter_list_lines([("naam", "een twee drie"), ("x", "y")], 15)) == [
        "naam  een twee",
        "      drie",
        "x     y",
    ]
    assert list(iter_list_lines([("naam", "een twee")], 8)) == ["naam", "  een", "  twee"]


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys; from ddas.cli.main import make_parser; make_parser().parse_args(['fields']); "
        "sys.exit(any(m in sys.modules for m in ('linkml_runtime', 'jinja2', 'mkdocs', 'yaml', 'ddas_generators')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_names_are_found_without_accents() -> None:
    model = micro()
    forest, tree, owner = model.object_types
    tree = dataclasses.replace(tree, label="Bóóm")
    model = dataclasses.replace(model, object_types=(forest, tree, owner))
    assert paths(model, "boom.nummer") == ["Boom.nummer"]
