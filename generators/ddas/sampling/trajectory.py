"""One invented trajectory of shv v1.0, in keys of the wire, that breaks no rule and gives no remark.

A trajectory is drawn as a whole road from first contact to after-care, in days from its start. Then it is laid in
time: it ended within the period of the delivery, or it is on its way and what is not yet reached is left out.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ddas.sampling.choices import Choices, iso_day
from ddas.sampling.people import COMPANIES, birth_date, house_number, make_bsn, postcode

__all__ = ["DELIVERED_AT", "PERIOD_END", "PERIOD_START", "make_trajectory"]

PERIOD_START = date(2025, 1, 1)
PERIOD_END = date(2025, 6, 30)
DELIVERED_AT = "2025-07-15T09:30:00+02:00"

_FIRST = PERIOD_START.toordinal()
_LAST = PERIOD_END.toordinal()

_GUIDANCE = (
    "Budgetcoaching",
    "Budgetbeheer",
    "Beschermingsbewind",
    "Lange Termijn Begeleiding (DFD)",
    "Budgetbegeleiding",
)
_EARLY_ENDS = ("Overleden", "Verhuisd", "Nietverschenen", "Ingetrokken", "Overig", "Voldoet niet")
_SEXES = ("Man", "Man", "Man", "Man", "Vrouw", "Vrouw", "Vrouw", "Vrouw", "Onbekend")
"""Of who can only be told apart by such data."""
_ARRANGED = ("Saneringskrediet", "Schuldbemiddeling", "Schuldbemiddeling", "0%-aanbod")
_PAID = ("Betalingsregeling", "Herfinanciering")
_REMARKS = (
    "Traject na verwijzing door het wijkteam; de eerste gesprekken waren bij de cliënt thuis.",
    "Aangemeld via de website; gesprek op het gemeentehuis.",
    "Hulpvraag over één huurachterstand en één zorgpremie.",
    "Vroegsignaal opgepakt, daarna aangemeld. Inkomen en vaste lasten zijn samen op een rij gezet.",
)


class _Road:
    """The days of one trajectory: ``start`` is an ordinal, ``reached`` the last day from the start that is there."""

    __slots__ = ("ended", "reached", "start")

    def __init__(self, choices: Choices, length: int) -> None:
        self.ended = choices.chance(0.6)
        self.reached = length if self.ended else max(choices.below(length), choices.below(length))
        end = choices.between(_FIRST, _LAST) if self.ended else _LAST
        self.start = end - self.reached

    def span(self, first: int, last: int) -> dict[str, Any]:
        """Start, and end when it has come; empty when the start is still to come."""
        if first > self.reached:
            return {}
        result: dict[str, Any] = {"startdatum": iso_day(self.start + first)}
        if self.ended or last <= self.reached:
            result["einddatum"] = iso_day(self.start + min(last, self.reached))
        return result

    def day(self, offset: int) -> str:
        return iso_day(self.start + offset)


def make_trajectory(choices: Choices, municipality: str, number: int) -> dict[str, Any]:
    """A trajectory of the municipality. Its clients have the invented numbers ``2 * number`` and one more."""
    draw = choices.between
    intake = draw(3, 28)
    decision = intake + draw(7, 56)
    route = choices.below(20)
    if route == 0:
        return _stopped_early(choices, municipality, number, intake)
    if route in (1, 2):
        return _refused(choices, municipality, number, (intake, decision))
    return _helped(choices, municipality, number, (intake, decision))


def _stopped_early(choices: Choices, municipality: str, number: int, length: int) -> dict[str, Any]:
    road = _Road(choices, length)
    record = _begin(choices, road, municipality, number)
    record["aanmelding"] = {**road.span(0, length), "crisisinterventie": False}
    _end(record, road, choices.pick(_EARLY_ENDS), choices)
    return record


def _refused(choices: Choices, municipality: str, number: int, days: tuple[int, int]) -> dict[str, Any]:
    intake, decision = days
    road = _Road(choices, decision)
    record = _begin(choices, road, municipality, number)
    _add_first_phases(record, road, days, "Afwijzingsbeschikking", choices)
    advice = road.span(intake, decision)
    if advice:
        record["informatieEnAdvies"] = advice
    _end(record, road, choices.pick(("Niet passend", "Zelf")), choices)
    return record


def _helped(choices: Choices, municipality: str, number: int, days: tuple[int, int]) -> dict[str, Any]:
    draw = choices.between
    intake, decision = days
    plan = decision + draw(0, 28)
    stable = plan + draw(0, 21)
    stable_end = stable + draw(30, 180)
    arranged = choices.chance(0.8)
    asked = stable_end + draw(0, 30)
    answered = asked + draw(30, 120)
    granted = not arranged or choices.chance(0.9)
    solution = answered + draw(5, 30)
    solution_end = solution + draw(330, 530)
    care = solution_end + draw(1, 14)
    care_end = care + draw(30, 180)
    road = _Road(choices, care_end + draw(0, 10) if granted else answered + draw(1, 60))
    record = _begin(choices, road, municipality, number)
    _add_first_phases(record, road, days, "Toelatingsbeschikking", choices)
    reached = road.reached
    if plan <= reached:
        record["planVanAanpak"] = {"datumAfronding": road.day(plan)}
    if decision <= reached:
        _add_debts(record, road, (intake, min(stable_end, reached)), choices)
    if stable <= reached:
        record["stabilisatie"] = road.span(stable, stable_end)
    if arranged and asked <= reached:
        _add_arrangement(record, road, (asked, answered), granted, choices)
    if granted and solution <= reached:
        kind = choices.pick(_ARRANGED if arranged else _PAID)
        record["oplossing"] = {**road.span(solution, solution_end), "soort": kind, "vtlb": draw(900, 2600)}
        if care <= reached:
            record["nazorg"] = road.span(care, care_end)
    _add_guidance(record, road, stable, choices)
    _add_protection(record, road, choices)
    _end(record, road, "Afgerond" if granted else "Voldoet niet", choices)
    return record


def _begin(choices: Choices, road: _Road, municipality: str, number: int) -> dict[str, Any]:
    record: dict[str, Any] = {"gemeentecode": municipality, "startdatum": road.day(0)}
    if road.ended:
        record["einddatum"] = road.day(road.reached)
    if choices.chance(0.8):
        record["omschrijving"] = choices.pick(_REMARKS)
    first = _make_client(choices, 2 * number)
    record["client"] = [first]
    if choices.chance(0.25):
        second = _make_client(choices, 2 * number + 1)
        while second.get("Geboortedatum") == first.get("Geboortedatum"):
            second["Geboortedatum"] = birth_date(choices)
        record["client"].append(second)
    return record


def _make_client(choices: Choices, number: int) -> dict[str, Any]:
    known = choices.below(20)
    if known == 0:
        return {"Burgerservicenummer": make_bsn(number)}
    client: dict[str, Any] = {} if known == 1 else {"Burgerservicenummer": make_bsn(number)}
    client["Geboortedatum"] = birth_date(choices)
    client["Geslachtsaanduiding"] = choices.pick((*_SEXES, "Leeg") if "Burgerservicenummer" in client else _SEXES)
    client["Postcode"] = postcode(choices)
    client["Huisnummer"] = house_number(choices)
    if choices.chance(0.2):
        client["Huisnummertoevoeging"] = choices.pick(("A", "B", "bis", "2hg"))
    return client


def _add_first_phases(
    record: dict[str, Any], road: _Road, days: tuple[int, int], decision_kind: str, choices: Choices
) -> None:
    intake, decision = days
    crisis = choices.chance(0.15)
    record["aanmelding"] = {**road.span(0, intake), "crisisinterventie": crisis}
    if crisis:
        record["crisisinterventies"] = [road.span(0, choices.between(3, 14))]
    if intake <= road.reached:
        record["intake"] = road.span(intake, decision)
        if decision <= road.reached:
            record["intake"]["beschikkingsdatum"] = road.day(decision)
            record["intake"]["beschikkingssoort"] = decision_kind


def _add_debts(record: dict[str, Any], road: _Road, days: tuple[int, int], choices: Choices) -> None:
    debts = [
        _make_debt(choices, road.day(choices.between(*days)))
        for _ in range(max(choices.below(9), choices.below(9), choices.below(9)))
    ]
    if debts or choices.chance(0.5):
        record["schulden"] = debts
    if debts:
        record["totaalSchuldbedragBijAanvangSchuld"] = sum(debt["bedrag"] for debt in debts)


def _make_debt(choices: Choices, day: str) -> dict[str, Any]:
    company, number, code, kind = choices.pick(COMPANIES)
    debt: dict[str, Any] = {"bedrag": choices.between(1, 90) * choices.between(1, 90), "peildatum": day}
    if choices.chance(0.08):
        name = f"Verzonnen persoon {choices.between(1, 999)}"
        creditor: dict[str, Any] = {"naam": name, "Naam": name, "postcode": postcode(choices), "privepersoon": True}
        kind = "Overig"
    else:
        creditor = {"naam": company, "Naam": company, "kvknummer": number, "postcode": code, "privepersoon": False}
    debt["schuldsoort"] = kind
    debt["zakelijkeSchuld"] = choices.chance(0.1)
    if choices.chance(0.95):
        debt["schuldeiser"] = creditor
    return debt


def _add_arrangement(
    record: dict[str, Any], road: _Road, days: tuple[int, int], granted: bool, choices: Choices
) -> None:
    asked, answered = days
    arrangement: dict[str, Any] = {"datum": road.day(asked)}
    record["schuldregeling"] = arrangement
    if answered > road.reached:
        return
    if not granted:
        arrangement[choices.pick(("afgewezen", "ingetrokken"))] = road.day(answered)
        return
    arrangement["toegekend"] = record["toekenningsdatum"] = road.day(answered)
    forced = choices.chance(0.1)
    arrangement["dwangakkoord"] = forced
    if forced:
        refused = choices.between(asked, answered)
        arrangement["afgewezen"] = road.day(refused)
        arrangement["datumVerzoekDwangakkoord"] = road.day(choices.between(refused, answered))


def _add_guidance(record: dict[str, Any], road: _Road, first: int, choices: Choices) -> None:
    items = []
    for _ in range(choices.below(4)):
        start = first + choices.below(60)
        kind = choices.pick(_GUIDANCE)
        if start <= road.reached:
            items.append({**road.span(start, start + choices.between(90, 720)), "soort": kind})
    if items:
        record["begeleiding"] = items
    advice = road.span(first, first + 21)
    if advice and choices.chance(0.25):
        record["informatieEnAdvies"] = advice


def _add_protection(record: dict[str, Any], road: _Road, choices: Choices) -> None:
    start = choices.between(5, 60)
    if start <= road.reached and choices.chance(0.06):
        asked = start - choices.between(0, 5)
        moratorium = {"datumAanvraag": road.day(asked), "datumGoedkeuring": road.day(start)}
        record["moratoria"] = [{**moratorium, **road.span(start, start + choices.between(30, 180))}]
    start = choices.between(1, 40)
    if start <= road.reached and choices.chance(0.1):
        record["voorlopigeVoorzieningen"] = [road.span(start, start + choices.between(14, 120))]


def _end(record: dict[str, Any], road: _Road, reason: str, choices: Choices) -> None:
    if not road.ended:
        return
    day = road.day(road.reached)
    record["uitstroom"] = {"datum": day, "datumBeeindigingsbeschikking": day, "reden": reason}
    if choices.chance(0.1):
        record["uitstroom"]["omschrijving"] = "Beëindigd na overleg met de cliënt."
