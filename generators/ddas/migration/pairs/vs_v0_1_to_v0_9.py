"""Vroegsignalering v0.1 → v0.9: two code lists get other values.

A value maps when the newer list has one with the same meaning. An old value that can be more than one new value, or
that says more than the nearest new one, is left out.
"""

from __future__ import annotations

from ddas.migration.migrator import Migrator
from ddas.migration.steps import MappedValue, MapValues

__all__ = ["VS_V0_1_TO_V0_9"]


_STATUSES = (
    MappedValue(
        old="Onterecht signaal", new="Niet opgepakt: onterecht signaal", reason="Alleen de naam is langer geworden."
    ),
    MappedValue(old="Overleden", new="Inwoner is overleden", reason="Alleen de naam is langer geworden."),
    MappedValue(
        old="Woont niet in gemeente",
        new="Persoon is geen inwoner (meer) in de gemeente",
        reason="Beide: de persoon staat in een andere gemeente ingeschreven.",
    ),
    MappedValue(
        old="Herhaalde melding", new="Niet opgepakt: herhaalde melding", reason="Alleen de naam is langer geworden."
    ),
    MappedValue(
        old="Niet opgepakt",
        new="Niet opgepakt: andere reden",
        reason="De andere redenen hebben in beide lijsten een eigen waarde; dit is de rest.",
    ),
    MappedValue(
        old="Opgepakt", new=None, reason="v0.9 heeft geen waarde voor een signaal dat de gemeente heeft opgepakt."
    ),
    MappedValue(
        old="Woont op een ander adres binnen gemeente",
        new=None,
        reason="v0.9 heeft geen waarde voor een verhuizing binnen de gemeente: zo'n signaal wordt opgepakt.",
    ),
)

_RESULTS = (
    MappedValue(
        old="Niet opgepakt: inwoner wil geen contact",
        new=None,
        reason="v0.9 kent dit niet als reden om een signaal niet op te pakken.",
    ),
    MappedValue(
        old="Niet opgepakt: geen capaciteit",
        new=None,
        reason="v0.9 heeft alleen ‘andere reden’; dat zegt niet dat er geen capaciteit was.",
    ),
    MappedValue(
        old="Niet opgepakt",
        new=None,
        reason="Kan in v0.9 ook een herhaalde melding of een onterecht signaal zijn: die hadden nog geen eigen waarde.",
    ),
    MappedValue(
        old="Geen contact (meer) kunnen krijgen",
        new=None,
        reason="v0.9 maakt onderscheid tussen nooit contact en geen reactie na eerder contact.",
    ),
    MappedValue(
        old="Inwoner wil geen hulp",
        new="Inwoner hoeft geen hulp vanuit vroegsignalering",
        reason="De omschrijving van de nieuwe waarde noemt een inwoner die geen hulp wil.",
    ),
    MappedValue(
        old="Inwoner probeert het zelf op te lossen",
        new=None,
        reason="v0.9 heeft alleen ‘hoeft geen hulp’; wie het zelf probeert, kan nog hulp nodig hebben.",
    ),
    MappedValue(
        old="Inwoner heeft betaald/betalingsregeling getroffen voor oppakken melding",
        new="Inwoner heeft zelf al betaald/betalingsregeling getroffen",
        reason="De nieuwe waarde is: al opgelost op het moment van contact.",
    ),
    MappedValue(
        old="Inwoner heeft zelf betaald/betalingsregeling getroffen na oppakken melding",
        new=None,
        reason="Of het voor of na het contact was, staat niet in v0.1; de nieuwe waarde geldt alleen ervoor.",
    ),
    MappedValue(
        old="Verwijzing financieel",
        new="Vervolghulp en/of verwijzing financieel",
        reason="De nieuwe waarde noemt de verwijzing in haar naam.",
    ),
    MappedValue(old="Voorzien van informatie", new=None, reason="v0.9 heeft geen waarde voor alleen informatie geven."),
    MappedValue(
        old="Niet opgepakt: BRP-uitsluiting",
        new=None,
        reason="v0.9 maakt onderscheid tussen overleden en geen inwoner (meer).",
    ),
    MappedValue(
        old="Verwijzing niet-financieel",
        new="Vervolghulp en/of verwijzing niet financieel",
        reason="De nieuwe waarde noemt de verwijzing in haar naam.",
    ),
)

VS_V0_1_TO_V0_9 = Migrator(
    source="vs-v0.1",
    target="vs-v0.9",
    steps=(
        MapValues(path="leveringen[].vroegsignalen[].status", values=_STATUSES),
        MapValues(
            path="leveringen[].vroegsignaalzaken[].resultaat",
            values=_RESULTS,
            absence="een zaak zonder resultaat geldt als open",
        ),
    ),
)
