"""Schuldhulpverlening v0.9 → v0.10: debts move from the client to the trajectory, the envelope becomes required."""

from __future__ import annotations

from typing import Any

from ddas.errors import DdasError
from ddas.migration.migrator import Migrator
from ddas.migration.steps import Fill, Special
from ddas.migration.tally import Kind
from ddas.migration.work import UNKNOWN, Work, shown_key
from ddas.validation.structure.wire_values import canonical_form

__all__ = ["SHV_V0_9_TO_V0_10"]

_TRAJECTORY = "leveringen[].schuldhulptrajecten[]"
_SITUATION = f"{_TRAJECTORY}.client[].leefsituatie[]"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def _require_deliveries(root: dict[str, Any], _work: Work) -> None:
    if not root.get("leveringen"):
        raise DdasError(
            "In dit bestand staat geen enkele levering, en vanaf shv-v0.10 is er minstens een verplicht. "
            "Er is niets om over te zetten: kies een ander bestand."
        )


def _move_debts(trajectory: dict[str, Any], work: Work) -> None:
    """Debts of all clients and living situations become one list; the living situation itself is no longer asked."""
    lists: list[list[Any]] = []
    for client in trajectory.get("client", ()):
        for situation in client.pop("leefsituatie", ()):
            held = situation.pop("schulden", None)
            if held is not None:
                lists.append(held)
            for key in situation:
                path = shown_key(_SITUATION, key, known=key.startswith("datumGeldig"))
                work.tally.add(Kind.LOST, path, reason="sinds v0.10 staat er geen leefsituatie meer in een levering")
    if not lists:
        return
    debts = trajectory["schulden"] = [debt for held in lists for debt in held]
    path = f"{_SITUATION}.schulden[]"
    work.tally.add(Kind.MOVED, path, new_path=f"{_TRAJECTORY}.schulden[]", count=len(debts))
    work.tally.add(
        Kind.NOTED,
        path,
        new_path=f"{_TRAJECTORY}.schulden[]",
        reason="precies gelijk aan een schuld van een andere cliënt of leefsituatie: kijk na of hij dubbel telt",
        count=_count_equal(lists) if len(lists) > 1 else 0,
    )


def _count_equal(lists: list[list[Any]]) -> int:
    """How many debts are equal to one in an earlier list."""
    seen: set[tuple[object, ...]] = set()
    equal = 0
    for held in lists:
        forms = [canonical_form(debt) for debt in held]
        equal += sum(form in seen for form in forms)
        seen.update(forms)
    return equal


def _name_decision(intake: dict[str, Any], work: Work) -> None:
    """v0.9 has a field for the date of an admission; v0.10 a date and a kind of decision."""
    if "toelatingsbeschikking" not in intake:
        return
    path = f"{_TRAJECTORY}.intake"
    work.tally.add(Kind.RENAMED, f"{path}.toelatingsbeschikking", new_path=f"{path}.beschikkingsdatum")
    work.put(intake, "beschikkingsdatum", intake.pop("toelatingsbeschikking"), f"{path}.beschikkingsdatum")
    work.put(intake, "beschikkingssoort", "Toelatingsbeschikking", f"{path}.beschikkingssoort")
    work.tally.add(
        Kind.FILLED, f"{path}.beschikkingssoort", reason="de soort volgt uit het oude veld, toelatingsbeschikking"
    )


SHV_V0_9_TO_V0_10 = Migrator(
    source="shv-v0.9",
    target="shv-v0.10",
    steps=(
        Special(path="", run=_require_deliveries, handles=("leveringen[]",)),
        Special(path=_TRAJECTORY, run=_move_debts, handles=(_SITUATION, f"{_SITUATION}.schulden[]")),
        Special(
            path=f"{_TRAJECTORY}.intake", run=_name_decision, handles=(f"{_TRAJECTORY}.intake.toelatingsbeschikking",)
        ),
    ),
    fills=(
        Fill(path="startdatumLevering", default=None, shape="een datum als 2025-01-31", pattern=_DATE),
        Fill(path="einddatumLevering", default=None, shape="een datum als 2025-01-31", pattern=_DATE),
        Fill(
            path="aanleverdatumEnTijd",
            default=None,
            shape="een datum met tijd en tijdzone als 2025-01-31T09:30:00+01:00",
        ),
        Fill(path="codeGegevensleverancier", default=UNKNOWN),
        Fill(path="leveringen[].aanleverende_organisatie", inside="(Statutaire) Naam", default=UNKNOWN),
    ),
)
