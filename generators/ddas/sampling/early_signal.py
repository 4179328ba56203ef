"""Invented early signals and cases of vs v0.9, in keys of the wire, that break no rule and give no remark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ddas.sampling.choices import Choices, iso_day
from ddas.sampling.people import birth_date, house_number, make_bsn, postcode

__all__ = ["DELIVERED_AT", "PERIOD_END", "PERIOD_START", "Household", "iter_households"]

PERIOD_START = date(2025, 1, 1)
PERIOD_END = date(2025, 3, 31)
DELIVERED_AT = "2025-04-10T09:30:00+02:00"

Household = tuple[list[dict[str, Any]], dict[str, Any] | None]
"""The signals of one address and the case that handles them, if any."""

_FIRST = PERIOD_START.toordinal()
_LAST = PERIOD_END.toordinal()

_PARTNERS = (
    "Energie", "Huur", "Hypotheek", "CAK Zorgverzekeringen", "Zorg", "Water", "DUO", "Belastingdienst",
    "CAK Eigen bijdrage", "Overige", "Dienst Toeslagen",
)  # fmt: skip
_CONTACTS = ("Mail", "Brief", "SMS/Whatsapp", "Telefoon", "Huisbezoek", "Kaartje", "Overige")
_DAY_PARTS = ("Ochtend", "Middag", "Avond")
_OPEN = "Nog niet opgepakt"
_NOT_TAKEN_UP = (
    "Niet opgepakt: herhaalde melding", "Niet opgepakt: onterecht signaal", "Niet opgepakt: andere reden",
)  # fmt: skip
_SAME_STATUS = ("Inwoner is overleden", "Persoon is geen inwoner (meer) in de gemeente")
_WITH_CONTACT = (
    "Geen reactie na eerder contact", "Inwoner hoeft geen hulp vanuit vroegsignalering",
    "Inwoner heeft zelf al betaald/betalingsregeling getroffen", "(Budget)advies en/of quick fix",
    "Vervolghulp en/of verwijzing financieel", "Vervolghulp en/of verwijzing niet financieel",
)  # fmt: skip
_WITHOUT_CONTACT = (
    "Definitief geen contact kunnen krijgen", "Verwijzing zonder contact", "Inwoner al bekend bij schuldhulpverlening",
    "Inwoner heeft al een ander lopend traject",
)  # fmt: skip
_STREETS = ("Bedenkerstraat", "Voorstelplein", "Fictielaan", "Dromerspad", "Schetskade", "Proefweg")
_NAMES = ("Voorbeeld", "Verzonnen", "Bedenksel", "Fictie", "Fantast", "Testman", "Ingebeeld", "Créatie", "Droomers")
_INITIALS = "ABCDEFGHJKLMNPRSTW"


def iter_households(choices: Choices, place: str, first: int, records: int) -> Iterator[Household]:
    """Households with together ``records`` signals, numbered from ``first``; a signal's person has its number."""
    number, last = first, first + records
    while number < last:
        size = min(choices.pick((1, 1, 1, 2, 2, 3)), last - number)
        signals = _make_signals(choices, place, number, size)
        if choices.chance(0.25):
            for signal in signals:
                signal["status"] = _OPEN
            yield signals, None
        else:
            yield signals, _make_case(choices, signals)
        number += size


def _make_signals(choices: Choices, place: str, number: int, size: int) -> list[dict[str, Any]]:
    address: dict[str, Any] = {
        "Straatnaam": choices.pick(_STREETS),
        "Postcode": postcode(choices),
        "Huisnummer": house_number(choices),
    }
    if choices.chance(0.2):
        address["Huisnummertoevoeging"] = choices.pick(("A", "B", "bis", "2hg"))
    address["Plaatsnaam"] = place
    last_name, particle = choices.pick(_NAMES), choices.pick(("", "", "", "de", "van den"))
    signals = []
    for index in range(number, number + size):
        client: dict[str, Any] = {"Burgerservicenummer": make_bsn(index)} if choices.chance(0.6) else {}
        client["Voorletters"] = f"{choices.pick(_INITIALS)}.{choices.pick(_INITIALS)}."
        if particle:
            client["Voorvoegsel"] = particle
        client["Achternaam"] = last_name
        client["Geboortedatum"] = birth_date(choices)
        signals.append(_make_signal(choices, index, {**client, **address}))
    return signals


def _make_signal(choices: Choices, number: int, client: dict[str, Any]) -> dict[str, Any]:
    sent = choices.between(_FIRST, _LAST - 14)
    return {
        "ID": f"VS-2025-{number + 1:07}",
        "crisissignaal": choices.chance(0.05),
        "warmeOverdracht": choices.chance(0.05),
        "bedrag": choices.between(30, 60) * choices.between(1, 40),
        "ontstaansdatum": iso_day(sent - choices.between(30, 120)),
        "signaaldatum": iso_day(sent),
        "signaalpartner": {"type": choices.pick(_PARTNERS)},
        "client": client,
    }


def _make_case(choices: Choices, signals: Sequence[dict[str, Any]]) -> dict[str, Any]:
    newest = date.fromisoformat(max(signal["signaaldatum"] for signal in signals)).toordinal()
    oldest = date.fromisoformat(min(signal["signaaldatum"] for signal in signals)).toordinal()
    matched = newest + choices.between(0, 3)
    case: dict[str, Any] = {
        "matchingsdatum": iso_day(matched),
        "startdatum_matchtingperiode": iso_day(oldest),
        "einddatum_matchingperiode": iso_day(matched),
        "vroegsignalen": [{"ID": signal["ID"]} for signal in signals],
    }
    status, attempts = _OPEN, []
    kind = choices.below(10)
    if kind == 0:
        status = case["resultaat"] = choices.pick(_NOT_TAKEN_UP)
    elif kind == 1:
        status = case["resultaat"] = choices.pick(_SAME_STATUS)
        attempts.append({"soort": "Administratief", "bereikt": False, "datum": iso_day(matched)})
    else:
        case["datum_opgepakt"] = iso_day(matched + choices.between(0, 2))
        reached = 4 <= kind < 8
        if kind < 8:
            case["resultaat"] = choices.pick(_WITH_CONTACT if reached else _WITHOUT_CONTACT)
        attempts = _make_attempts(choices, matched + 2, reached)
    if attempts:
        case["contactpogingen"] = attempts
    for signal in signals:
        signal["status"] = status
    return case


def _make_attempts(choices: Choices, first: int, reached: bool) -> list[dict[str, Any]]:
    number = choices.between(1, 4)
    return [
        {
            "soort": choices.pick(_CONTACTS),
            "bereikt": reached and index == number - 1,
            "datum": iso_day(first + 2 * index),
            "dagdeel": choices.pick(_DAY_PARTS),
        }
        for index in range(number)
    ]
