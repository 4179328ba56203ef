"""The report in the terminal."""

from __future__ import annotations

import dataclasses
import io

import pytest

from ddas.terminal.colour import paint, wants_colour
from ddas.validation.file_report import FileReport
from ddas.validation.rendering.shown import Shown
from ddas.validation.rendering.text_report import render_text
from ddas.validation.report import Report
from tests.rendering.report_making import make_file, make_report, make_unreadable


def text_of(*files: FileReport) -> str:
    return render_text(Report(files=files), Shown())


def test_by_rule_worst_first() -> None:
    lines = text_of(make_file("a.json", {"SHV-051": 1, "SHV-050": 1, "SHV-S04": 1200, "SHV-018": 2})).splitlines()
    headings = [line for line in lines if line.startswith(("FOUT", "WAARSCHUWING", "INFO"))]
    assert headings == [
        "FOUT SHV-018 Regel: De einddatum ligt voor de startdatum: 2 plekken",
        "FOUT SHV-S04 Een datum is niet goed geschreven: 1.200 plekken",
        "WAARSCHUWING SHV-050 Regel: Een sleutel lijkt op een veld uit de standaard: 1 plek",
        "INFO SHV-051 Regel: Een sleutel staat niet in de standaard: 1 plek",
    ]
    assert lines[0] == "a.json: gecontroleerd met shv-v1.0 (de versie die nu geldt voor schuldhulpverlening)."
    assert (
        "Eerst herstellen. Dit bestand heeft fouten. 1.202 fouten, 1 waarschuwing, 1 info in 1.500 trajecten." in lines
    )
    assert lines[-1] == "Gecontroleerd: de opbouw en 71 regels."


def test_three_places_and_the_rest() -> None:
    text = text_of(make_file("a.json", {"SHV-S04": 1200}))
    assert text.count("    a.json:") == 3
    assert "    a.json:52:9  /leveringen/0/schuldhulptrajecten/1/startdatum" in text
    assert "  - levering 1, traject 2, Startdatum traject" in text
    assert "  En nog 1.197 plekken." in text
    assert "Meer plekken: ddas validate a.json --format html --output verslag.html" in text


def test_a_shared_message_is_said_once() -> None:
    text = text_of(make_file("a.json", {"SHV-S04": 3}))
    assert text.count("Dit is geen datum.") == 1
    assert text.count("Wat te doen:") == 1
    assert text.count("Meer uitleg:") == 1
    assert "En nog" not in text


def test_different_messages_stand_with_their_place() -> None:
    text = text_of(make_file("a.json", {"SHV-013": 2}, messages=("Een is opgegaan.", "Twee is opgegaan.")))
    assert "    Een is opgegaan.\n    a.json:12:9" in text
    assert "    Twee is opgegaan.\n    a.json:52:9" in text


@pytest.mark.parametrize(
    ("count", "end"), [(None, "0 info."), (0, " in 0 zaken."), (1, "0 info (zaken: 1)."), (2000, " in 2.000 zaken.")]
)
def test_number_of_records(count: int | None, end: str) -> None:
    file = dataclasses.replace(make_file("a.json", {}), records=count, records_word="zaken")
    assert text_of(file).splitlines()[-2].endswith(end)


def test_unreadable_file() -> None:
    text = text_of(make_unreadable("b.json"))
    assert text.startswith("b.json: het bestand is niet herkend als aanlevering.\n\nFOUT DDAS-B06 Bestand: 1 plek\n")
    assert "Meer uitleg: ddas rules DDAS-B06\n" in text


def test_summary_of_several_files() -> None:
    text = render_text(make_report(), Shown())
    assert "6 bestanden gecontroleerd, 3 met fouten." in text
    assert (
        "  Klaar om te leveren, met opmerkingen: leveringen/opmerkingen.json (0 fouten, 0 waarschuwingen, 1 info)"
        in text
    )
    assert "Over de bestanden heen:\n\nWAARSCHUWING SHV-013 Regel: Levering: 1 plek" in text
    assert text.endswith("Uitzonderingen komen uit uitzonderingen.yaml.\n")


def test_exceptions_are_told() -> None:
    text = text_of(make_file("a.json", {"SHV-051": 1}))
    assert "SHV-021 (afgesproken met de softwareleverancier, tot en met 2026-12-31): 12 plekken niet meegeteld." in text
    assert "Uitzondering SHV-023 (omzetting, tot en met 2024-12-31): verlopen, dus niet gebruikt." in text


def test_tip_with_a_name_that_needs_quotes() -> None:
    text = text_of(make_file("mijn bestand.json", {"SHV-S04": 1}, other="shv-v0.9"))
    assert "ddas migrate 'mijn bestand.json' NIEUW.json --to shv-v1.0" in text
    assert "migrate BESTAND NIEUW" in text_of(make_file("a\x1b.json", {"SHV-S04": 1}, other="shv-v0.9"))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "expected"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colours_only_on_a_terminal(stream: io.StringIO, environment: dict[str, str], expected: bool) -> None:
    assert wants_colour(stream, environment) is expected


def test_paint_only_adds_colours() -> None:
    text = render_text(make_report(), Shown())
    painted = paint(text)
    assert "\x1b" not in text
    assert "\x1b[1;31mFOUT\x1b[0m \x1b[1mSHV-S04" in painted
    assert "\x1b[1;32mKlaar om te leveren\x1b[0m." in painted
    plain = painted
    for code in ("1;31", "1;33", "1;34", "1;32", "1", "0"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == text
