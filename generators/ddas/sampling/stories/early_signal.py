"""The story of early signals: signals about arrears and the cases that handle them, that break no rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from ddas.sampling.choices import Choices, iso_day
from ddas.sampling.people import MUNICIPALITIES, birth_date, contact, house_number, make_bsn, postcode
from ddas.sampling.story import Part, Records, Sound
from ddas.sampling.teller import Teller, Told

__all__ = ["EarlySignals"]

Household = tuple[list[Told], Told | None]
"""The signals of one address and the case that handles them, if any."""

_FIRST = date(2025, 1, 1).toordinal()
_LAST = date(2025, 3, 31).toordinal()

_ENDED_BEFORE = (
    "nietOpgepaktHerhaaldeMelding", "nietOpgepaktOnterechtSignaal", "nietOpgepaktAndereReden",
)  # fmt: skip
_ENDED_BY_DESK = ("overleden", "geenInwonerMeer")
_WITH_CONTACT = (
    "geenReactieNaEerderContact", "hoeftGeenHulp", "zelfBetaaldOfGeregeld", "adviesOfQuickFix", "vervolghulp",
    "vervolghulpFinancieel", "vervolghulpNietFinancieel",
)  # fmt: skip
_WITHOUT_CONTACT = (
    "definitiefGeenContact", "verwijzingZonderContact", "alBekendBijSchuldhulpverlening", "anderLopendTraject",
)  # fmt: skip
_CONTACTS = (
    "mail", "brief", "smsWhatsapp", "telefoon", "huisbezoek", "kaartje", "afspraakOpLocatie", "overige", "onbekend",
)  # fmt: skip
_STREETS = ("Bedenkerstraat", "Voorstelplein", "Fictielaan", "Dromerspad", "Schetskade", "Proefweg")
_NAMES = ("Voorbeeld", "Verzonnen", "Bedenksel", "Fictie", "Fantast", "Testman", "Ingebeeld", "Créatie", "Droomers")
_INITIALS = "ABCDEFGHJKLMNPRSTW"
_SOUND = {
    "Vroegsignaal": Sound(
        values=("bedrag", "crisissignaal", "signaalpartner.type", "signaaldatum", "client"),
        required=("signaalpartner",),
        linked=("id", "client"),
        named=("id",),
    ),
    "Vroegsignaalzaak": Sound(values=("matchingsdatum", "resultaat"), linked=("vroegsignalen",)),
}


class EarlySignals:
    """Signals of the first quarter of 2025, of one organisation that works for one or more municipalities."""

    def __init__(self, teller: Teller) -> None:
        values = teller.values
        self._partners = values("EnumSignaalpartner")
        self._contacts = values("EnumContactsoort", *_CONTACTS)
        self._desk = values("EnumContactsoort", "administratief")[0]
        self._day_parts = values("EnumDagdeel")
        self._sexes = values("EnumGeslacht") if teller.has_list("EnumGeslacht") else ()
        self._open = values("EnumSignaalstatus", "nogNietOpgepakt")[0]
        self._taken_up = teller.value("EnumSignaalstatus", "opgepakt") or self._open
        self._ended_before = self._ends(teller, _ENDED_BEFORE)
        self._ended_by_desk = self._ends(teller, _ENDED_BY_DESK)
        self._with_contact = self._ends(teller, _WITH_CONTACT)
        self._without_contact = self._ends(teller, _WITHOUT_CONTACT)

    def _ends(self, teller: Teller, codes: Sequence[str]) -> list[tuple[str, str]]:
        """Results of a case, each with the status of its signals."""
        found = [(teller.value("EnumEindresultaat", c), teller.value("EnumSignaalstatus", c)) for c in codes]
        known = [(result, status or self._taken_up) for result, status in found if result is not None]
        return known or [(teller.values("EnumEindresultaat")[0], self._taken_up)]

    @property
    def sound(self) -> Mapping[str, Sound]:
        """Per type of record what can be spoiled in it."""
        return _SOUND

    def root(self) -> Told:
        """The first quarter of 2025, delivered a week later."""
        return {
            "startdatumLevering": "2025-01-01",
            "einddatumLevering": "2025-03-31",
            "aanleverdatumEnTijd": "2025-04-08T14:15:00+02:00",
            "codeGegevensleverancier": "Voorbeeldpakket 4.2",
        }

    def iter_parts(self, sizes: tuple[int, ...], seed: int) -> Iterator[Part]:
        """One levering per municipality. Signals and cases stand in two lists: both are drawn, from the same seed."""
        first = 0
        for index, size in enumerate(sizes):
            code, name = MUNICIPALITIES[index]
            own_seed = abs(seed) * len(MUNICIPALITIES) + index
            households = partial(self._iter_households, own_seed, name, range(first, first + size))
            yield Part(
                told={
                    "teller": index + 1,
                    "gemeentecode": code,
                    "aanleverendeOrganisatie": {
                        "naam": "Vroegsignalering De Verzonnen Brug",
                        "kvkNummer": "90000001",
                        "contactpersonen": [contact("vroegsignalering", "verzonnenbrug")],
                    },
                },
                lists={"vroegsignalen": _iter_signals(households()), "vroegsignaalzaken": _iter_cases(households())},
            )
            first += size

    def _iter_households(self, seed: int, place: str, numbers: range) -> Iterator[Household]:
        """Households with together so many signals; a signal's person has its number."""
        choices = Choices(seed)
        while numbers:
            own = numbers[: choices.pick((1, 1, 1, 2, 2, 3))]
            numbers = numbers[len(own) :]
            signals = self._make_signals(choices, place, own)
            if choices.chance(0.25):
                for signal in signals:
                    signal["status"] = self._open
                yield signals, None
            else:
                yield signals, self._make_case(choices, signals)

    def _make_signals(self, choices: Choices, place: str, numbers: range) -> list[Told]:
        address: Told = {
            "straatnaam": choices.pick(_STREETS),
            "postcode": postcode(choices),
            "huisnummer": house_number(choices),
        }
        if choices.chance(0.2):
            address["huisnummertoevoeging"] = choices.pick(("A", "B", "bis", "2hg"))
        address["plaatsnaam"] = place
        last_name, particle = choices.pick(_NAMES), choices.pick(("", "", "", "de", "van den"))
        signals = []
        for number in numbers:
            client: Told = {"burgerservicenummer": make_bsn(number)} if choices.chance(0.6) else {}
            client["voorletters"] = f"{choices.pick(_INITIALS)}.{choices.pick(_INITIALS)}."
            if particle:
                client["voorvoegsel"] = particle
            client["achternaam"] = last_name
            client["geboortedatum"] = birth_date(choices)
            if self._sexes:
                client["geslachtsaanduiding"] = choices.pick(self._sexes)
            signals.append(self._make_signal(choices, number, {**client, **address}))
        return signals

    def _make_signal(self, choices: Choices, number: int, client: Told) -> Told:
        sent = choices.between(_FIRST, _LAST - 14)
        return {
            "id": f"VS-2025-{number + 1:07}",
            "crisissignaal": choices.chance(0.05),
            "warmeOverdracht": choices.chance(0.05),
            "bedrag": choices.between(30, 60) * choices.between(1, 40),
            "ontstaansdatum": iso_day(sent - choices.between(30, 120)),
            "signaaldatum": iso_day(sent),
            "signaalpartner": {"type": choices.pick(self._partners)},
            "client": client,
        }

    def _make_case(self, choices: Choices, signals: Sequence[Told]) -> Told:
        newest = date.fromisoformat(max(signal["signaaldatum"] for signal in signals)).toordinal()
        matched = newest + choices.between(0, 3)
        case: Told = {
            "matchingsdatum": iso_day(matched),
            "startdatumMatchingperiode": min(signal["signaaldatum"] for signal in signals),
            "einddatumMatchingperiode": iso_day(matched),
            "vroegsignalen": [{"id": signal["id"]} for signal in signals],
        }
        status, attempts = self._taken_up, []
        kind = choices.below(10)
        if kind == 0:
            case["resultaat"], status = choices.pick(self._ended_before)
        elif kind == 1:
            case["resultaat"], status = choices.pick(self._ended_by_desk)
            attempts.append({"soort": self._desk, "bereikt": False, "datum": iso_day(matched)})
        else:
            case["datumOpgepakt"] = iso_day(matched + choices.between(0, 2))
            reached = 4 <= kind < 8
            if kind < 8:
                case["resultaat"], status = choices.pick(self._with_contact if reached else self._without_contact)
            attempts = self._make_attempts(choices, matched + 2, reached=reached)
        if attempts:
            case["contactpogingen"] = attempts
        for signal in signals:
            signal["status"] = status
        return case

    def _make_attempts(self, choices: Choices, first: int, *, reached: bool) -> list[Told]:
        number = choices.between(1, 4)
        return [
            {
                "soort": choices.pick(self._contacts),
                "bereikt": reached and index == number - 1,
                "datum": iso_day(first + 2 * index),
                "dagdeel": choices.pick(self._day_parts),
            }
            for index in range(number)
        ]


def _iter_signals(households: Iterator[Household]) -> Records:
    for signals, _ in households:
        for signal in signals:
            yield signal, len(signals) == 1


def _iter_cases(households: Iterator[Household]) -> Records:
    for _, case in households:
        if case is not None:
            yield case, True
