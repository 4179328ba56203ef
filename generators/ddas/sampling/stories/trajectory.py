"""One invented trajectory of debt help, that breaks no rule and gives no remark.

Many together are as the op-orde-rapport and the NVVK see them: the shares of the phases and of guidance, and the mean
debt.
"""

from __future__ import annotations

from datetime import date

from ddas.sampling.choices import Choices, Deck, iso_day
from ddas.sampling.people import COMPANIES, birth_date, house_number, make_bsn, postcode
from ddas.sampling.stories.road import PERIOD_DAYS, SHARES, Road, draw_road
from ddas.sampling.teller import Teller, Told

__all__ = ["MEAN_DEBT", "Trajectories"]

MEAN_DEBT = 40_170
"""Mean debt in euros of who applies for help: NVVK, 2022."""

_GUIDED = 92
"""Per cent of the clients with guidance in the period, as in the op-orde-rapport."""

_LAST = date(2025, 6, 30).toordinal()
_MEAN_NUMBER = 5.8125
"""Debts of one trajectory: one, and the larger of two numbers from 0 to 7."""
_LEAST_DEBT = 50
_KINDS_OF_DEBT = 400
_MOST_DEBT = round((MEAN_DEBT / _MEAN_NUMBER - _LEAST_DEBT) * 4)

_SEXES = ("man", "man", "man", "man", "vrouw", "vrouw", "vrouw", "vrouw", "onbekend")
"""Of who can only be told apart by such data."""
_REASONS = (
    "overleden", "verhuisd", "nietVerschenen", "ingetrokken", "nietPassend", "voldoetNiet", "afgerond", "zelf",
)  # fmt: skip
_REMARKS = (
    "Traject na verwijzing door het wijkteam; de eerste gesprekken waren bij de cliënt thuis.",
    "Aangemeld via de website; gesprek op het gemeentehuis.",
    "Hulpvraag over één huurachterstand en één zorgpremie.",
    "Vroegsignaal opgepakt, daarna aangemeld. Inkomen en vaste lasten zijn samen op een rij gezet.",
)


class Trajectories:
    """Draws trajectories, with the code values of one version."""

    def __init__(self, teller: Teller, choices: Choices) -> None:
        values = teller.values
        self._choices = choices
        self._phases = Deck(choices, [phase for phase, share in SHARES.items() for _ in range(share)])
        self._guided = Deck(choices, [number < _GUIDED for number in range(100)])
        self._sexes = values("EnumGeslacht", *_SEXES) if teller.has_list("EnumGeslacht") else ()
        self._sexes_of_known = values("EnumGeslacht", *_SEXES, "leeg") if self._sexes else ()
        self._guidance = values("EnumBegeleidingssoort")
        self._admission = values("EnumBeschikkingssoort", "toelatingsbeschikking")[0]
        self._refusal = values("EnumBeschikkingssoort", "afwijzingsbeschikking")[0]
        self._long = values("EnumOplossingssoort", "saneringskrediet", "schuldbemiddeling", "schuldbemiddeling")
        self._short = values("EnumOplossingssoort", "nulProcentAanbod")
        self._paid = values("EnumOplossingssoort", "betalingsregeling", "herfinanciering")
        overig = values("EnumUitstroomreden", "overig")[0]
        self._reasons = {code: teller.value("EnumUitstroomreden", code) or overig for code in (*_REASONS, "overig")}
        self._debts = [self._draw_debt(teller) for _ in range(_KINDS_OF_DEBT)]

    def _draw_debt(self, teller: Teller) -> Told:
        """To whom a debt is and of what kind; many debts of a delivery are alike in this."""
        choices = self._choices
        kind = "overig"
        if choices.chance(0.08):
            name = f"Verzonnen persoon {choices.between(1, 999)}"
            creditor: Told = {"naam": name, "naamTweede": name, "postcode": postcode(choices), "privepersoon": True}
        else:
            name, number, code, kind = choices.pick(COMPANIES)
            creditor = {"naam": name, "naamTweede": name, "kvkNummer": number, "postcode": code, "privepersoon": False}
        debt: Told = {
            "schuldsoort": teller.value("EnumSchuldensoort", kind) or teller.value("EnumSchuldensoort", "overig"),
            "zakelijkeSchuld": choices.chance(0.1),
        }
        if teller.requires("Schuld", "schuldeiser") or choices.chance(0.95):
            debt["schuldeiser"] = teller.tell_once("Schuldeiser", creditor)
        return debt

    def make(self, municipality: str, number: int) -> Told:
        """A trajectory of the municipality. Its clients have the invented numbers ``2 * number`` and one more."""
        choices = self._choices
        road = draw_road(choices, self._phases.deal())
        days = _Days(road)
        record: Told = {"gemeentecode": municipality, "startdatum": days.day(0)}
        if road.left <= road.today:
            record["einddatum"] = days.day(road.left)
        if choices.chance(0.8):
            record["omschrijving"] = choices.pick(_REMARKS)
        record["clienten"] = self._make_clients(2 * number)
        self._add_first_steps(record, days)
        if not road.refused and road.plan <= days.until:
            self._add_help(record, days)
        if road.care <= road.today:
            record["nazorg"] = days.span(road.care, road.care_end, road.today)
        if self._guided.deal():
            record["begeleidingen"] = self._make_guidance(days)
        self._add_protection(record, days)
        if road.left <= road.today:
            self._add_leaving(record, days)
        return record

    def _make_clients(self, number: int) -> list[Told]:
        first = self._make_client(number)
        if not self._choices.chance(0.25):
            return [first]
        second = self._make_client(number + 1)
        while second.get("geboortedatum") == first.get("geboortedatum"):
            second["geboortedatum"] = birth_date(self._choices)
        return [first, second]

    def _make_client(self, number: int) -> Told:
        choices = self._choices
        known = choices.below(20)
        if known == 0:
            return {"burgerservicenummer": make_bsn(number)}
        client: Told = {} if known == 1 else {"burgerservicenummer": make_bsn(number)}
        client["geboortedatum"] = birth_date(choices)
        if self._sexes:
            client["geslachtsaanduiding"] = choices.pick(self._sexes if known == 1 else self._sexes_of_known)
        client["postcode"] = postcode(choices)
        client["huisnummer"] = house_number(choices)
        if choices.chance(0.2):
            client["huisnummertoevoeging"] = choices.pick(("A", "B", "bis", "2hg"))
        return client

    def _add_first_steps(self, record: Told, days: _Days) -> None:
        road, until, choices = days.road, days.until, self._choices
        crisis = choices.chance(0.15)
        record["aanmelding"] = registration = days.span(0, road.intake, until)
        registration["crisisinterventie"] = crisis
        if crisis:
            record["crisisinterventies"] = [days.span(0, choices.between(3, 14), until)]
        if road.intake > until:
            return
        record["intake"] = intake = days.span(road.intake, road.decision, until)
        if road.decision > until:
            if "einddatum" in intake:  # who left before the decision
                del intake["einddatum"]
            return
        intake["beschikkingsdatum"] = days.day(road.decision)
        intake["beschikkingssoort"] = self._refusal if road.refused else self._admission
        if road.refused:
            record["informatieEnAdvies"] = days.span(road.intake, road.decision, until)
        else:
            self._add_debts(record, days)

    def _add_help(self, record: Told, days: _Days) -> None:
        road, until, choices = days.road, days.until, self._choices
        record["planVanAanpak"] = {"datumAfronding": days.day(road.plan)}
        if choices.chance(0.25):
            record["informatieEnAdvies"] = days.span(road.plan, road.plan + 21, until)
        if road.stable <= until:
            record["stabilisatie"] = days.span(road.stable, road.stable_end, until)
        if road.asked <= until:
            self._add_arrangement(record, days)
        if road.solution <= until:
            long = road.solution_end - road.solution >= PERIOD_DAYS * 2
            kinds = self._paid if not road.arranged else self._long if long else self._short
            record["oplossing"] = solution = days.span(road.solution, road.solution_end, until)
            solution["soort"] = choices.pick(kinds)
            solution["vtlb"] = choices.between(900, 2600)

    def _add_debts(self, record: Told, days: _Days) -> None:
        choices = self._choices
        first, last = days.road.intake, min(days.road.stable_end, days.until)
        if choices.chance(0.04):
            record["schulden"] = []
            return
        record["schulden"] = debts = []
        total = 0
        for _ in range(1 + max(choices.below(8), choices.below(8))):
            amount = _LEAST_DEBT + choices.skewed(_MOST_DEBT)
            day = days.day(choices.between(first, last))
            debts.append({"bedrag": amount, "peildatum": day, **choices.pick(self._debts)})
            total += amount
        record["totaalSchuldbedragBijAanvangSchuld"] = total

    def _add_arrangement(self, record: Told, days: _Days) -> None:
        road, choices = days.road, self._choices
        arrangement: Told = {"datum": days.day(road.asked)}
        record["schuldregeling"] = arrangement
        if road.answered > days.until:
            return
        if not road.granted:
            arrangement[choices.pick(("afgewezen", "ingetrokken"))] = days.day(road.answered)
            return
        arrangement["toegekend"] = record["toekenningsdatum"] = days.day(road.answered)
        forced = choices.chance(0.1)
        arrangement["dwangakkoord"] = forced
        if forced:
            refused = choices.between(road.asked, road.answered - 1)
            arrangement["afgewezen"] = days.day(refused)
            arrangement["datumVerzoekDwangakkoord"] = days.day(choices.between(refused, road.answered))

    def _make_guidance(self, days: _Days) -> list[Told]:
        """One that goes on until in the period, and sometimes others; each begins before the trajectory ends."""
        choices, today, until = self._choices, days.road.today, days.until
        items = []
        for number in range(1 + choices.below(3)):
            start = choices.below(until + 1)
            end = start + choices.between(90, 720)
            if number == 0:
                end = max(end, today - choices.below(PERIOD_DAYS))
            item = days.span(start, end, today)
            item["soort"] = choices.pick(self._guidance)
            items.append(item)
        return items

    def _add_protection(self, record: Told, days: _Days) -> None:
        choices, until = self._choices, days.until
        start = choices.between(5, 60)
        if start <= until and choices.chance(0.06):
            asked = start - choices.between(0, 5)
            moratorium = {"datumAanvraag": days.day(asked), "datumGoedkeuring": days.day(start)}
            record["moratoria"] = [{**moratorium, **days.span(start, start + choices.between(30, 180), until)}]
        start = choices.between(1, 40)
        if start <= until and choices.chance(0.1):
            record["voorlopigeVoorzieningen"] = [days.span(start, start + choices.between(14, 120), until)]

    def _add_leaving(self, record: Told, days: _Days) -> None:
        day = days.day(days.road.left)
        reason = self._reasons[days.road.reason]
        record["uitstroom"] = {"datum": day, "datumBeeindigingsbeschikking": day, "reden": reason}
        if self._choices.chance(0.1):
            record["uitstroom"]["omschrijving"] = "Beëindigd na overleg met de cliënt."


class _Days:
    """A road in time: its last day is the last of the period. ``until``: where what belongs to the trajectory ends."""

    __slots__ = ("_start", "road", "until")

    def __init__(self, road: Road) -> None:
        self.road = road
        self.until = road.until
        self._start = _LAST - road.today

    def day(self, offset: int) -> str:
        return iso_day(self._start + offset)

    def span(self, first: int, last: int, until: int) -> Told:
        """A start, and an end when that is known on day ``until``; all ends there when the trajectory has ended."""
        if last > until:
            if until == self.road.today:
                return {"startdatum": iso_day(self._start + first)}
            last = until
        return {"startdatum": iso_day(self._start + first), "einddatum": iso_day(self._start + last)}
