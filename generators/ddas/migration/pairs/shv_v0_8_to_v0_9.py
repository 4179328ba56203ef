"""Schuldhulpverlening v0.8 → v0.9: one organisation becomes a list of them, cents become euros."""

from __future__ import annotations

from typing import Any

from ddas.migration.migrator import Migrator
from ddas.migration.steps import Cents, Drop, Fill, MappedValue, MapValues, Special
from ddas.migration.tally import Kind
from ddas.migration.work import UNKNOWN, Work

__all__ = ["SHV_V0_8_TO_V0_9"]

_DELIVERIES = "leveringen"
_TRAJECTORIES = "schuldhulptrajecten"
_TRAJECTORY = "schuldhulptrajecten[]"
_CLIENT = f"{_TRAJECTORY}.client[]"
_SITUATION = f"{_CLIENT}.leefsituatie[]"
_DEBT = f"{_SITUATION}.schulden[]"
_AT_CBS = "CBS heeft dit gegeven al; sinds v0.9 wordt het niet meer gevraagd"
_OFFER = "wat een organisatie aanbiedt, hoort sinds v0.9 niet meer in een levering"


def _wrap_in_delivery(root: dict[str, Any], work: Work) -> None:
    """v0.8 has one organisation in the root; v0.9 a list of deliveries with one organisation each."""
    delivery: dict[str, Any] = {"teller": 1}
    work.tally.add(Kind.FILLED, f"{_DELIVERIES}[].teller", reason="1, want v0.8 heeft altijd één organisatie")
    for key in ("aanleverende_organisatie", _TRAJECTORIES):
        if key in root:
            delivery[key] = root.pop(key)
            work.tally.add(Kind.MOVED, key, new_path=f"{_DELIVERIES}[].{key}")
    work.put(root, _DELIVERIES, [delivery], _DELIVERIES)


_REASONS = (
    MappedValue(
        old="BRP-redenen: Klant is verhuisd/niet woonachtig in regio/overleden",
        new=None,
        reason="v0.9 maakt onderscheid tussen Overleden en Verhuisd. Welke van de twee het was, staat niet in v0.8.",
    ),
    MappedValue(
        old="Overig",
        new="Overig",
        reason="In beide lijsten de rest. In v0.8 kan hier ook ‘niet verschenen’ onder vallen; dat is niet te zien.",
    ),
)

_DEBT_KINDS = (
    MappedValue(
        old="Energie, water, gemeentelijke belastingen en telecom",
        new=None,
        reason="Bij Nuts hoort een meterstand. Gemeentelijke belastingen en telecom vallen daar niet "
        "onder, en welke van de vier het was, staat niet in v0.8.",
    ),
)

SHV_V0_8_TO_V0_9 = Migrator(
    source="shv-v0.8",
    target="shv-v0.9",
    moved_lists={(_TRAJECTORIES,): (_DELIVERIES, _TRAJECTORIES)},
    steps=(
        Special(
            path="",
            run=_wrap_in_delivery,
            handles=("aanleverende_organisatie", f"{_DELIVERIES}[]", _TRAJECTORY),
        ),
        Cents(path=f"{_TRAJECTORY}.totaalSchuldbedragBijAanvangSchuld"),
        Drop(path=f"{_TRAJECTORY}.begeleiding[].begeleidingssoort", reason=_OFFER),
        Drop(path=f"{_TRAJECTORY}.oplossing.oplossingssoort", reason=_OFFER),
        MapValues(path=f"{_TRAJECTORY}.uitstroom.reden", values=_REASONS),
        Drop(path=f"{_CLIENT}.ondernemer", reason=_AT_CBS),
        Drop(path=f"{_SITUATION}.inkomen", reason=_AT_CBS),
        Drop(path=f"{_SITUATION}.koopwoning", reason=_AT_CBS),
        Drop(path=f"{_SITUATION}.partner", reason=_AT_CBS),
        Drop(path=f"{_SITUATION}.ondernemer", reason=_AT_CBS),
        Cents(path=f"{_DEBT}.bedrag"),
        MapValues(path=f"{_DEBT}.soort", values=_DEBT_KINDS),
    ),
    fills=(
        Fill(
            path="leveringen[].schuldhulptrajecten[].gemeentecode",
            default=UNKNOWN,
            shape="een gemeentecode van vier cijfers, of Onbekend",
            pattern=r"[0-9]{4}|Onbekend",
        ),
    ),
)
