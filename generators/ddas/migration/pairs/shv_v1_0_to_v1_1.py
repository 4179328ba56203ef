"""Schuldhulpverlening v1.0 → concept v1.1: client names in lower case, a creditor per debt, two lists mended."""

from __future__ import annotations

from typing import Any

from ddas.migration.migrator import Migrator
from ddas.migration.steps import Special
from ddas.migration.tally import Kind
from ddas.migration.work import Work

__all__ = ["SHV_V1_0_TO_V1_1"]

_TRAJECTORY = "leveringen[].schuldhulptrajecten[]"
_INTAKE = f"{_TRAJECTORY}.intake"
_CLIENT = f"{_TRAJECTORY}.client[]"
_DEBT = f"{_TRAJECTORY}.schulden[]"
_CREDITOR = f"{_DEBT}.schuldeiser"
_SEXES = ("Man", "Vrouw", "Onbekend", "Leeg")


def _drop_end_of_intake(intake: dict[str, Any], work: Work) -> None:
    """v1.1 has no end of the intake: the day of the decision says it."""
    if "einddatum" not in intake:
        return
    end = intake.pop("einddatum")
    if intake.get("beschikkingsdatum") == end:
        work.tally.add(Kind.MOVED, f"{_INTAKE}.einddatum", new_path=f"{_INTAKE}.beschikkingsdatum")
    else:
        work.tally.add(
            Kind.LOST, f"{_INTAKE}.einddatum", reason="een einde van de intake dat niet de dag van de beschikking is"
        )


def _join_names(creditor: dict[str, Any], work: Work) -> None:
    """v1.0 had the name twice by mistake."""
    if "Naam" not in creditor:
        return
    second = creditor.pop("Naam")
    if not str(creditor.get("naam", "")).strip():
        creditor["naam"] = second
    if creditor["naam"] == second or not second.strip():
        work.tally.add(Kind.MOVED, f"{_CREDITOR}.Naam", new_path=f"{_CREDITOR}.naam")
    else:
        work.tally.add(Kind.LOST, f"{_CREDITOR}.Naam", reason="een tweede naam die anders is dan de eerste")


def _keep_listed_sex(client: dict[str, Any], work: Work) -> None:
    """v1.0 took any text here; v1.1 has the list."""
    if client.get("Geslachtsaanduiding", _SEXES[0]) not in _SEXES:
        del client["Geslachtsaanduiding"]
        work.tally.add(
            Kind.LOST,
            f"{_CLIENT}.Geslachtsaanduiding",
            reason="een geslachtsaanduiding die niet in de waardenlijst staat",
        )


def _require_creditor(debt: dict[str, Any], work: Work) -> None:
    """v1.1 wants a creditor with every debt; an empty one says that nothing is known."""
    if "schuldeiser" not in debt:
        debt["schuldeiser"] = {}
        work.tally.add(
            Kind.FILLED, _CREDITOR, reason="leeg, want bij deze schuld is niets over de schuldeiser vastgelegd"
        )


SHV_V1_0_TO_V1_1 = Migrator(
    source="shv-v1.0",
    target="shv-v1.1",
    steps=(
        Special(path=_INTAKE, run=_drop_end_of_intake, handles=(f"{_INTAKE}.einddatum",), first=True),
        Special(path=_CREDITOR, run=_join_names, handles=(f"{_CREDITOR}.Naam",), first=True),
        Special(path=_DEBT, run=_require_creditor, handles=(_CREDITOR,), first=True),
        Special(path=_CLIENT, run=_keep_listed_sex, first=True),
    ),
)
