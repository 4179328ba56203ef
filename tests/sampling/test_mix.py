"""Many trajectories together look like the op-orde-rapport: phases, guidance, debts and waiting times."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from statistics import mean
from typing import Any

import pytest

from ddas.sampling import write_delivery
from tests.conftest import load_standard

FIRST, LAST = "2025-01-01", "2025-06-30"
STEPS = (
    ("Aangemeld", "aanmelding", "startdatum"),
    ("Intakeproces", "intake", "startdatum"),
    ("PlanVanAanpak", "planVanAanpak", "datumAfronding"),
    ("Stabilisatie", "stabilisatie", "startdatum"),
    ("Schuldregelingen", "schuldregeling", "datum"),
    ("Oplossing", "oplossing", "startdatum"),
    ("Uitstroom", "uitstroom", "datum"),
    ("Nazorg", "nazorg", "startdatum"),
)
REPORT = {
    "Aangemeld": 232,
    "Intakeproces": 199,
    "PlanVanAanpak": 332,
    "Stabilisatie": 132,
    "Oplossing": 126,
    "Schuldregelingen": 223,
    "Uitstroom": 192,
    "Nazorg": 232,
    "Onbekend": 239,
}
"""Clients in each phase in the op-orde-rapport; 1,763 of them have guidance."""
NVVK_MEAN_DEBT = 40_170
NVVK_DAYS_UNTIL_INTAKE = 11
SEEDS = (1, 2, 3, 4)


@cache
def trajectories(seed: int) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    write_delivery(stream, load_standard("shv-v1.0"), records=2000, seed=seed)
    return [t for levering in json.loads(stream.getvalue())["leveringen"] for t in levering["schuldhulptrajecten"]]


def iter_starts(trajectory: dict[str, Any]) -> Iterator[tuple[str, int, str]]:
    """Of each step that began in the period: day, place in the order of steps, and phase."""
    for order, (phase, step, key) in enumerate(STEPS):
        day = trajectory.get(step, {}).get(key, "")
        if FIRST <= day <= LAST:
            yield day, order, phase


def phase_of(trajectory: dict[str, Any]) -> str:
    """The step that began last in the period; of two on one day the later step."""
    return max(iter_starts(trajectory), default=("", 0, "Onbekend"))[2]


def is_guided(trajectory: dict[str, Any]) -> bool:
    items = trajectory.get("begeleiding", [])
    return any(item["startdatum"] <= LAST and item.get("einddatum", LAST) >= FIRST for item in items)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_phases_have_the_shares_of_the_report(seed: int) -> None:
    clients = Counter[str]()
    for trajectory in trajectories(seed):
        clients[phase_of(trajectory)] += len(trajectory["client"])
    shares = {phase: 100 * number / clients.total() for phase, number in clients.items()}
    assert shares == {phase: pytest.approx(100 * n / sum(REPORT.values()), abs=3) for phase, n in REPORT.items()}


@pytest.mark.parametrize("seed", SEEDS)
def test_as_many_clients_have_guidance_as_in_the_report(seed: int) -> None:
    clients = Counter[bool]()
    for trajectory in trajectories(seed):
        clients[is_guided(trajectory)] += len(trajectory["client"])
    assert 100 * clients[True] / clients.total() == pytest.approx(100 * 1763 / sum(REPORT.values()), abs=3)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_mean_debt_is_that_of_the_nvvk(seed: int) -> None:
    totals = [t["totaalSchuldbedragBijAanvangSchuld"] for t in trajectories(seed) if t.get("schulden")]
    assert mean(totals) == pytest.approx(NVVK_MEAN_DEBT, rel=0.05)
    assert len(totals) > 1000


@pytest.mark.parametrize("seed", SEEDS)
def test_the_waiting_times_are_as_the_nvvk_and_the_law_say(seed: int) -> None:
    waits, decisions = [], []
    for trajectory in trajectories(seed):
        intake = trajectory.get("intake", {})
        if FIRST <= intake.get("startdatum", "") <= LAST:
            waits.append(days_between(trajectory["aanmelding"]["startdatum"], intake["startdatum"]))
        if "beschikkingsdatum" in intake:
            decisions.append(days_between(intake["startdatum"], intake["beschikkingsdatum"]))
    assert mean(waits) == pytest.approx(NVVK_DAYS_UNTIL_INTAKE, abs=1)
    assert max(waits) <= 28
    assert max(decisions) <= 56


def days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def test_a_small_delivery_has_the_same_shares() -> None:
    stream = io.BytesIO()
    write_delivery(stream, load_standard("shv-v1.0"), records=100, seed=9)
    (levering,) = json.loads(stream.getvalue())["leveringen"]
    phases = Counter(phase_of(t) for t in levering["schuldhulptrajecten"])
    assert dict(phases) == {phase: round(100 * n / sum(REPORT.values())) for phase, n in REPORT.items()}
