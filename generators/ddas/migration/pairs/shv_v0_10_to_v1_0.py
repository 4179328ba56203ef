"""Schuldhulpverlening v0.10 → v1.0: the ending decision moves from the intake to the outflow."""

from __future__ import annotations

from typing import Any

from ddas.migration.migrator import Migrator
from ddas.migration.steps import Special
from ddas.migration.tally import Kind
from ddas.migration.work import Work

__all__ = ["SHV_V0_10_TO_V1_0"]

_TRAJECTORY = "leveringen[].schuldhulptrajecten[]"
_KIND = f"{_TRAJECTORY}.intake.beschikkingssoort"
_DATE = f"{_TRAJECTORY}.uitstroom.datumBeeindigingsbeschikking"


def _move_ending_decision(trajectory: dict[str, Any], work: Work) -> None:
    """v1.0 has no such kind of decision in the intake, but a date of its own in the outflow."""
    intake = trajectory.get("intake", {})
    if intake.get("beschikkingssoort") != "Beeindigingsbeschikking":
        return
    del intake["beschikkingssoort"]
    if "beschikkingsdatum" not in intake:
        work.tally.add(
            Kind.LOST, _KIND, reason="dat het traject met een beschikking eindigde; zonder datum is daar geen veld voor"
        )
        return
    outflow = trajectory.get("uitstroom")
    if outflow is None:
        outflow = trajectory["uitstroom"] = {}
        work.tally.add(
            Kind.FILLED, f"{_TRAJECTORY}.uitstroom", reason="nieuw object, voor de datum van de beëindigingsbeschikking"
        )
    work.put(outflow, "datumBeeindigingsbeschikking", intake.pop("beschikkingsdatum"), _DATE)
    work.tally.add(Kind.MOVED, f"{_TRAJECTORY}.intake.beschikkingsdatum", new_path=_DATE)
    work.tally.add(Kind.MAPPED, _KIND, new_path=_DATE, reason="de soort zit nu in de naam van het veld")


SHV_V0_10_TO_V1_0 = Migrator(
    source="shv-v0.10",
    target="shv-v1.0",
    steps=(Special(path=_TRAJECTORY, run=_move_ending_decision, handles=(_KIND,)),),
)
