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
    "contact",
    "house_number",
    "make_bsn",
    "numbered_postcode",
    "postcode",
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
    ("Energie Verzonnen BV", "90000101", "3511AA", "nuts"),
    ("Waterbedrijf De Bron", "90000102", "1011AB", "nuts"),
    ("Zorgverzekeraar Denkbeeld", "90000103", "7311BC", "zorg"),
    ("Tandartspraktijk Kies & Co", "90000104", "2611DG", "zorg"),
    ("Verzonnen Uitkeringsdienst", "90000105", "2511BT", "publiek"),
    ("Belastingkantoor Fictief", "90000106", "6411CR", "publiek"),
    ("Inningsbureau Boete en Bekeuring", "90000107", "8911DH", "publiek"),
    ("Webwinkel Verzonnen", "90000108", "5211KM", "overig"),
    ("Woningstichting Het Denkbeeldige Dak", "90000109", "3072AP", "overig"),
    ("Telecom Luchtlijn", "90000110", "2521CA", "overig"),
    ("Postorderhuis Ingebeeld", "90000111", "5038EA", "overig"),
    ("Autoverhuur Café Één", "90000112", "9711LM", "overig"),
)
"""Name, number in the Handelsregister, postcode and code of the kind of debt."""

_LETTERS = "ABCDEGHJKLMNPRTVWXZ"  # without S: SA, SD and SS are not in use
_FIRST_BIRTH = date(1938, 1, 1).toordinal()
_LAST_BIRTH = date(2006, 12, 31).toordinal()


def make_bsn(number: int) -> str:
    """The number of an invented person: another one for each ``number`` from 0, under ``MOST_PERSONS``.

    After the 9 come six free digits; of the ten digits that can follow at least nine leave a last digit that passes
    the elfproef (weights 9, 8, 7, 6, 5, 4, 3, 2, -1).
    """
    prefix, choice = divmod((number * 4_234_567 + 1_234_568) % MOST_PERSONS, 9)
    thousands, rest = divmod(prefix, 1000)
    return f"9{prefix:06}{_ENDS[(81 + _HIGH[thousands] + _LOW[rest]) % 11][choice]}"


def _weigh(weights: tuple[int, int, int]) -> tuple[int, ...]:
    """The weighed sum of the three digits of each number under 1,000."""
    first, second, third = weights
    return tuple(first * (n // 100) + second * (n // 10 % 10) + third * (n % 10) for n in range(1000))


def _ends(remainder: int) -> tuple[str, ...]:
    """The last two digits that can follow seven with this weighed sum, modulo 11."""
    lasts = ((eighth, (remainder + 2 * eighth) % 11) for eighth in range(10))
    return tuple(f"{eighth}{last}" for eighth, last in lasts if last < 10)


_HIGH = _weigh((8, 7, 6))
_LOW = _weigh((5, 4, 3))
_ENDS = tuple(_ends(remainder) for remainder in range(11))


def birth_date(choices: Choices) -> str:
    """A day in 1938 to 2006."""
    return iso_day(choices.between(_FIRST_BIRTH, _LAST_BIRTH))


def postcode(choices: Choices) -> str:
    """Four digits and two letters that can be in use."""
    return f"{choices.between(1000, 9999)}{choices.pick(_LETTERS)}{choices.pick(_LETTERS)}"


def numbered_postcode(number: int) -> str:
    """A postcode that can be in use: another one for each of the first three million numbers."""
    letters, digits = divmod(number, 9000)
    first, second = divmod(letters % len(_LETTERS) ** 2, len(_LETTERS))
    return f"{1000 + digits}{_LETTERS[first]}{_LETTERS[second]}"


def house_number(choices: Choices) -> str:
    """At most four digits."""
    return str(1 + choices.below(40) * choices.below(40))


def contact(desk: str, organisation: str) -> dict[str, str]:
    """Who answers questions about a delivery; the telephone number is of a kind that is not given out."""
    return {
        "email": f"{desk}@{organisation.lower()}.example",
        "functietitel": "Functioneel beheerder",
        "naam": "M. de Bruin",
        "telefoonnummer": "088-0000000",
    }
