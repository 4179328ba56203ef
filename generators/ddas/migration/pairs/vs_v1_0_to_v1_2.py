"""Vroegsignalering v1.0 → v1.2: other names, closed objects, and a client with a BSN alone or an address without one.

The draft v1.1 between them was never adopted; its files are those of v1.2 under the old names of v1.0.
"""

from __future__ import annotations

from typing import Any

from ddas.migration.migrator import Migrator
from ddas.migration.steps import Drop, MappedValue, MapValues, Rename, Special
from ddas.migration.tally import Kind
from ddas.migration.work import Work

__all__ = ["VS_V1_0_TO_V1_2"]

_SAME = "dezelfde waarde"
_ORGANISATION = "leveringen[].aanleverende_organisatie"
_SIGNAL = "leveringen[].vroegsignalen[]"
_CLIENT = f"{_SIGNAL}.client"
_CASE = "leveringen[].vroegsignaalzaken[]"
_NOT_ASKED = "v1.2 vraagt dit gegeven van de cliënt niet meer en weigert het"
_BESIDE_NUMBER = "naast een burgerservicenummer weigert v1.2 elk ander gegeven van de cliënt"
_NUMBER_LENGTH = 9
_NUMBER = "burgerservicenummer"
_ADDRESS = ("postcode", "huisnummer")
_OLD_NAMES = {
    _NUMBER: "Burgerservicenummer",
    "geboortedatum": "Geboortedatum",
    "postcode": "Postcode",
    "huisnummer": "Huisnummer",
    "huisnummertoevoeging": "Huisnummertoevoeging",
}
_NOBODY = (
    "van de cliënt is geen burgerservicenummer van negen tekens bekend, en ook geen postcode met een huisnummer; "
    "v1.2 neemt zo'n signaal niet aan"
)


def _point_out(client: dict[str, Any], work: Work) -> None:
    """Leave the number alone where there is one, else what needs an address; note a client that has neither."""
    for key in (_NUMBER, *_ADDRESS):
        if key in client and not isinstance(client[key], str):  # an extra key of v1.0 that happens to bear this name
            _drop(client, key, "v1.2 wil hier een tekst", work)
    number = client.get(_NUMBER, "")
    if len(number) == _NUMBER_LENGTH and number.strip():
        for key in (*_OLD_NAMES, "geslachtsaanduiding"):
            if key in client and key != _NUMBER:
                _drop(client, key, _BESIDE_NUMBER, work)
        return
    if _NUMBER in client:
        _drop(client, _NUMBER, "een burgerservicenummer heeft in v1.2 precies negen tekens", work)
    if not all(key in client for key in _ADDRESS):
        work.refuse(_NOBODY)


def _drop(client: dict[str, Any], key: str, reason: str, work: Work) -> None:
    path = f"{_CLIENT}.{_OLD_NAMES.get(key, key)}"
    if client.pop(key) == "":
        work.tally.add(Kind.EMPTY, path, reason="leeg veld of lege lijst")
    else:
        work.tally.add(Kind.LOST, path, reason=reason)


_RESULTS = (
    *(
        MappedValue(old=value, new=value, reason=_SAME)
        for value in (
            "Niet opgepakt: herhaalde melding",
            "Niet opgepakt: onterecht signaal",
            "Inwoner is overleden",
            "Persoon is geen inwoner (meer) in de gemeente",
            "Niet opgepakt: andere reden",
            "Inwoner al bekend bij schuldhulpverlening",
            "Inwoner heeft al een ander lopend traject",
            "Definitief geen contact kunnen krijgen",
            "Geen reactie na eerder contact",
            "Inwoner regelt het zelf/hoeft geen hulp vanuit vroegsignalering",
            "Inwoner heeft zelf al betaald/betalingsregeling getroffen",
            "(Budget)advies en/of quick fix",
            "Vervolghulp en/of verwijzing financieel",
        )
    ),
    MappedValue(
        old="Verwijzing zonder toestemming",
        new="Verwijzing zonder tussenkomst inwoner",
        reason="Alleen de naam is anders; de omschrijving van de uitgevers bleef gelijk.",
    ),
    MappedValue(
        old="Vervolghulp en/of verwijzing niet financieel",
        new="Vervolghulp en/of verwijzing niet financieel",
        reason=_SAME,
    ),
)

VS_V1_0_TO_V1_2 = Migrator(
    source="vs-v1.0",
    target="vs-v1.2",
    steps=(
        Rename(
            path=f"{_ORGANISATION}.contactpersoonen[]",
            to="contactpersonen",
            new_path="leveringen[].aanleverendeOrganisatie.contactpersonen[]",
        ),
        Rename(path=_ORGANISATION, to="aanleverendeOrganisatie"),
        *(
            Drop(path=f"{_CLIENT}.{key}", reason=_NOT_ASKED)
            for key in ("Voorletters", "Voorvoegsel", "Achternaam", "Straatnaam", "Plaatsnaam")
        ),
        *(Rename(path=f"{_CLIENT}.{old}", to=new) for new, old in _OLD_NAMES.items()),
        Special(path=_CLIENT, run=_point_out),
        Rename(path=f"{_CASE}.startdatum_matchtingperiode", to="startdatumMatchingperiode"),
        Rename(path=f"{_CASE}.einddatum_matchingperiode", to="einddatumMatchingperiode"),
        Rename(path=f"{_CASE}.datum_opgepakt", to="datumOpgepakt"),
        MapValues(path=f"{_CASE}.resultaat", values=_RESULTS),
    ),
)
