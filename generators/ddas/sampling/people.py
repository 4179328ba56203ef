"""Invented persons, addresses and organisations.

Numbers of persons start with 9 and pass the elfproef; numbers of companies start with 9. Names are made up and common.
"""

from __future__ import annotations

from datetime import date

from ddas.sampling.choices import Choices, iso_day

__all__ = [
    "COMPANIES",
    "MOST_PERSONS",
    "MUNICIPALITIES",
    "birth_date",
    "house_number",
    "make_bsn",
    "postcode",
    "telephone",
]

MOST_PERSONS = 9_000_000
"""So many different numbers of persons can be made."""

MUNICIPALITIES = (
    ("0344", "Voorbeeldstad"),
    ("0363", "Fantasiedam"),
    ("0599", "Verzonnendam"),
    ("0518", "Bedenkhage"),
    ("0014", "Voorstelningen"),
    ("0080", "Fictiewarden"),
    ("0106", "Proefsen"),
    ("0153", "Schijnschede"),
    ("0193", "Denkwolle"),
    ("0202", "Droomhem"),
    ("0268", "Testmegen"),
    ("0307", "Oefenfoort"),
    ("0392", "Modellem"),
    ("0402", "Sprookjessum"),
    ("0479", "Verbeelstad"),
    ("0546", "Leerden"),
    ("0637", "Oefenmeer"),
    ("0664", "Voorgoes"),
    ("0758", "Nepda"),
    ("0772", "Probeerhoven"),
    ("0796", "Schetsenbosch"),
    ("0855", "Tijdelburg"),
    ("0935", "Maquettricht"),
    ("0995", "Nieuwverzin"),
)
"""Code of a municipality that exists since before 2025, with a name that does not."""

COMPANIES = (
    ("Energie Verzonnen BV", "90000101", "3511AA", "Nuts"),
    ("Waterbedrijf De Bron", "90000102", "1011AB", "Nuts"),
    ("Zorgverzekeraar Denkbeeld", "90000103", "7311BC", "Zorg"),
    ("Tandartspraktijk Kies & Co", "90000104", "2611DG", "Zorg"),
    ("Verzonnen Uitkeringsdienst", "90000105", "2511BT", "Publiek"),
    ("Belastingkantoor Fictief", "90000106", "6411CR", "Publiek"),
    ("Inningsbureau Boete en Bekeuring", "90000107", "8911DH", "Publiek"),
    ("Webwinkel Verzonnen", "90000108", "5211KM", "Overig"),
    ("Woningstichting Het Denkbeeldige Dak", "90000109", "3072AP", "Overig"),
    ("Telecom Luchtlijn", "90000110", "2521CA", "Overig"),
    ("Postorderhuis Ingebeeld", "90000111", "5038EA", "Overig"),
    ("Autoverhuur Café Één", "90000112", "9711LM", "Overig"),
)
"""Name, number in the Handelsregister, postcode and kind of debt."""

_LETTERS = "ABCDEGHJKLMNPRTVWXZ"  # without S: SA, SD and SS are not in use
_FIRST_BIRTH = date(1938, 1, 1).toordinal()
_LAST_BIRTH = date(2006, 12, 31).toordinal()


def make_bsn(number: int) -> str:
    """The number of an invented person: another one for each ``number`` from 0, under ``MOST_PERSONS``.

    After the 9 come six free digits; of the ten digits that can follow at least nine leave a last digit that passes
    the elfproef (weights 9, 8, 7, 6, 5, 4, 3, 2, -1).
    """
    scattered = (number * 4_234_567 + 1_234_568) % MOST_PERSONS
    prefix, choice = divmod(scattered, 9)
    text = f"9{prefix:06}"
    total = sum(weight * int(digit) for weight, digit in zip(range(9, 2, -1), text, strict=True))
    for eighth in range(10):
        last = (total + 2 * eighth) % 11
        if last == 10:
            continue
        if choice == 0:
            return f"{text}{eighth}{last}"
        choice -= 1
    raise AssertionError("nine of ten digits always pass")


def birth_date(choices: Choices) -> str:
    """A day in 1938 to 2006."""
    return iso_day(choices.between(_FIRST_BIRTH, _LAST_BIRTH))


def postcode(choices: Choices) -> str:
    """Four digits and two letters that can be in use."""
    return f"{choices.between(1000, 9999)}{choices.pick(_LETTERS)}{choices.pick(_LETTERS)}"


def house_number(choices: Choices) -> str:
    """At most four digits."""
    return str(1 + choices.below(40) * choices.below(40))


def telephone(choices: Choices) -> str:
    """A number of a kind that is not given out."""
    return f"088-{choices.below(10):07}"
