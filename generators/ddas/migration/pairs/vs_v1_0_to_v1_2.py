"""Vroegsignalering v1.0 → v1.2: other names, closed objects, and a client with a BSN alone or an address without one.

The draft v1.1 between them was never adopted; its files are those of v1.2 under the old names of v1.0.
"""

from __future__ import annotations

from typing import Any

from ddas.migration.migrator import Migrator
from ddas.migration.steps import Drop, Special
from ddas.migration.tally import Kind
from ddas.migration.work import Work

__all__ = ["VS_V1_0_TO_V1_2"]

_SIGNAL = "leveringen[].vroegsignalen[]"
_CLIENT = f"{_SIGNAL}.client"
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


VS_V1_0_TO_V1_2 = Migrator(
    source="vs-v1.0",
    target="vs-v1.2",
    steps=(
        *(
            Drop(path=f"{_CLIENT}.{key}", reason=_NOT_ASKED)
            for key in ("Voorletters", "Voorvoegsel", "Achternaam", "Straatnaam", "Plaatsnaam")
        ),
        Special(path=_CLIENT, run=_point_out, handles=(_CLIENT,)),
    ),
)
