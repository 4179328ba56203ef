"""Vroegsignalering v0.9 → v1.0: three code values, and a legal person that moved to another reason."""

from __future__ import annotations

from typing import Any

from ddas.migration.migrator import Migrator
from ddas.migration.steps import MappedValue, MapValues, Special
from ddas.migration.tally import Kind
from ddas.migration.work import Work

__all__ = ["VS_V0_9_TO_V1_0"]

_SAME = "dezelfde waarde"
_CASE = "leveringen[].vroegsignaalzaken[]"
_SIGNAL = "leveringen[].vroegsignalen[]"
_OTHER_REASON = "Niet opgepakt: andere reden"
_LEGAL_PERSON = (
    "een rechtspersoon hoort sinds v1.0 bij ‘Niet opgepakt: onterecht signaal’; "
    "of het daarom ging, staat niet in het bestand"
)

_RESULTS = (
    *(
        MappedValue(old=value, new=value, reason=_SAME)
        for value in (
            "Niet opgepakt: herhaalde melding",
            "Niet opgepakt: onterecht signaal",
            "Inwoner is overleden",
            "Persoon is geen inwoner (meer) in de gemeente",
            _OTHER_REASON,
            "Inwoner al bekend bij schuldhulpverlening",
            "Inwoner heeft al een ander lopend traject",
            "Definitief geen contact kunnen krijgen",
            "Geen reactie na eerder contact",
        )
    ),
    MappedValue(
        old="Inwoner hoeft geen hulp vanuit vroegsignalering",
        new="Inwoner regelt het zelf/hoeft geen hulp vanuit vroegsignalering",
        reason="De nieuwe naam zegt ook dat de inwoner het zelf kan oplossen; dat viel er al onder.",
    ),
    *(
        MappedValue(old=value, new=value, reason=_SAME)
        for value in (
            "Inwoner heeft zelf al betaald/betalingsregeling getroffen",
            "(Budget)advies en/of quick fix",
            "Vervolghulp en/of verwijzing financieel",
        )
    ),
    MappedValue(
        old="Verwijzing zonder contact",
        new="Verwijzing zonder toestemming",
        reason="Alleen de naam is anders; de omschrijving van de uitgevers bleef gelijk.",
    ),
    MappedValue(
        old="Vervolghulp en/of verwijzing niet financieel",
        new="Vervolghulp en/of verwijzing niet financieel",
        reason=_SAME,
    ),
)

_CONTACTS = (
    *(
        MappedValue(old=value, new=value, reason=_SAME)
        for value in ("Mail", "Brief", "SMS/Whatsapp", "Telefoon", "Huisbezoek", "Kaartje")
    ),
    MappedValue(old="Overige", new=None, reason="v1.0 heeft geen restwaarde voor een contactpoging."),
    MappedValue(old="Administratief", new="Administratief", reason=_SAME),
)


def _make_note(path: str, key: str) -> Special:
    """Counts where a legal person may stand behind the value; nothing changes."""

    def note(holder: dict[str, Any], work: Work) -> None:
        if holder.get(key) == _OTHER_REASON:
            work.tally.add(Kind.NOTED, f"{path}.{key}", reason=_LEGAL_PERSON)

    return Special(path=path, run=note)


VS_V0_9_TO_V1_0 = Migrator(
    source="vs-v0.9",
    target="vs-v1.0",
    steps=(
        _make_note(_SIGNAL, "status"),
        _make_note(_CASE, "resultaat"),
        MapValues(path=f"{_CASE}.resultaat", values=_RESULTS, absence="een zaak zonder resultaat geldt als open"),
        MapValues(
            path=f"{_CASE}.contactpogingen[].soort",
            values=_CONTACTS,
            absence="de contactpoging blijft, zonder soort; in v1.2 bestaat de waarde ‘Overige’ weer",
        ),
    ),
)
