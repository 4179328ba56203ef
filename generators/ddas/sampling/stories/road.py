"""The days of one trajectory of debt help: which step it has reached at the end of the period, and when.

A road is drawn as a whole, in days from its first contact: registration, intake, plan, stabilisation, arrangement,
solution, leaving, after-care. Then the end of the period is laid somewhere on it, in such a way that of all steps that
began in the period the last one is the phase that was asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ddas.sampling.choices import Choices

__all__ = ["NEVER", "PERIOD_DAYS", "SHARES", "Phase", "Road", "draw_road"]

NEVER = 1 << 30
"""The day of a step that does not come."""

PERIOD_DAYS = 181
"""From 1 January to 30 June, both included."""


class Phase(Enum):
    """The last step that began in the period; ``UNKNOWN`` when none did."""

    REGISTERED = "Aangemeld"
    INTAKE = "Intakeproces"
    PLAN = "PlanVanAanpak"
    STABLE = "Stabilisatie"
    ARRANGEMENT = "Schuldregelingen"
    SOLUTION = "Oplossing"
    LEFT = "Uitstroom"
    CARE = "Nazorg"
    UNKNOWN = "Onbekend"


SHARES = {
    Phase.REGISTERED: 12,
    Phase.INTAKE: 10,
    Phase.PLAN: 17,
    Phase.STABLE: 7,
    Phase.ARRANGEMENT: 12,
    Phase.SOLUTION: 7,
    Phase.LEFT: 10,
    Phase.CARE: 12,
    Phase.UNKNOWN: 13,
}
"""Per cent of the clients in each phase, as in the op-orde-rapport."""


@dataclass(slots=True, kw_only=True)
class Road:
    """Days from the start; ``NEVER`` for what does not come.

    ``today`` is the last day of the period. ``refused``: the decision is a refusal. ``arranged``: the creditors are
    asked. ``granted``: what they answer.
    """

    intake: int
    decision: int
    plan: int
    stable: int
    stable_end: int
    asked: int
    answered: int
    solution: int
    solution_end: int
    left: int = NEVER
    care: int = NEVER
    care_end: int = NEVER
    today: int = 0
    arranged: bool
    granted: bool = True
    refused: bool = False
    reason: str = "afgerond"

    def leave(self, day: int, reason: str) -> None:
        """End the trajectory on this day; ``reason``: code of the reason."""
        self.left, self.reason = day, reason

    @property
    def until(self) -> int:
        """The last day on which a step of the trajectory can be seen."""
        return min(self.today, self.left)


def draw_road(choices: Choices, phase: Phase) -> Road:
    """A road that is in this phase."""
    road = _draw_steps(choices, phase)
    _PLACING[phase](road, choices)
    return road


def _draw_steps(choices: Choices, phase: Phase) -> Road:
    draw = choices.between
    intake = draw(1, 7) + choices.below(15)
    decision = intake + draw(7, 49)
    plan = decision + draw(0, 28)
    stable = plan + draw(5, 90)
    stable_end = stable + draw(30, 200)
    arranged = phase is Phase.ARRANGEMENT or choices.chance(0.85)
    asked = stable_end + choices.below(31)
    answered = asked + draw(30, 150)
    solution = (answered if arranged else stable_end) + draw(5, 30)
    return Road(
        intake=intake,
        decision=decision,
        plan=plan,
        stable=stable,
        stable_end=stable_end,
        asked=asked if arranged else NEVER,
        answered=answered if arranged else NEVER,
        solution=solution,
        solution_end=solution + (draw(480, 545) if choices.chance(0.8) else draw(20, 400)),
        arranged=arranged,
    )


def _lay(road: Road, choices: Choices, first: int, following: int) -> None:
    """End the period after ``first`` began and before ``following`` does, both in days; ``first`` is in the period."""
    road.today = choices.between(first, min(following - 1, first + PERIOD_DAYS - 1))


def _registered(road: Road, choices: Choices) -> None:
    road.today = choices.below(61)
    road.intake = road.decision = road.plan = road.stable = road.asked = road.solution = NEVER


def _intake(road: Road, choices: Choices) -> None:
    _lay(road, choices, road.intake, road.plan)


def _plan(road: Road, choices: Choices) -> None:
    _lay(road, choices, road.plan, road.stable)


def _stable(road: Road, choices: Choices) -> None:
    _lay(road, choices, road.stable, min(road.asked, road.solution))


def _arrangement(road: Road, choices: Choices) -> None:
    _lay(road, choices, road.asked, road.solution)


def _solution(road: Road, choices: Choices) -> None:
    _complete(road, choices, with_care=False)
    _lay(road, choices, road.solution, road.left)


def _left(road: Road, choices: Choices) -> None:
    kind = choices.below(20)
    if kind < 8:
        _complete(road, choices, with_care=choices.chance(0.4))
    elif kind < 10:
        road.leave(choices.between(3, road.intake), choices.pick(("ingetrokken", "nietVerschenen")))
    elif kind < 14:
        road.refused = True
        road.leave(road.decision, choices.pick(("nietPassend", "zelf", "overig")))
    elif kind < 17 and road.arranged:
        road.granted = False
        road.leave(road.answered + choices.between(1, 60), "voldoetNiet")
        road.solution = NEVER
    else:
        day = choices.between(road.plan, road.solution_end)
        road.leave(day, choices.pick(("overleden", "verhuisd", "ingetrokken", "overig", "voldoetNiet")))
    _lay(road, choices, road.left, NEVER)


def _care(road: Road, choices: Choices) -> None:
    if choices.chance(0.4):
        _complete(road, choices, with_care=True)
        _lay(road, choices, road.care, road.left)
    else:
        _complete(road, choices, with_care=False)
        road.care = road.left + choices.between(1, 14)
        road.care_end = road.care + choices.between(30, 180)
        _lay(road, choices, road.care, road.left + PERIOD_DAYS)  # a trajectory that ended before it is not delivered


def _unknown(road: Road, choices: Choices) -> None:
    """Nothing began in the period: a long solution, a long stabilisation, or guidance that goes on for years."""
    kind = choices.below(5)
    if kind < 3:
        road.solution_end = road.solution + choices.between(480, 545)
        road.today = road.solution + choices.between(PERIOD_DAYS, road.solution_end - road.solution)
    elif kind == 3:
        road.stable_end = road.stable + choices.between(PERIOD_DAYS + 20, 400)
        road.today = choices.between(road.stable + PERIOD_DAYS, road.stable_end)
        road.asked = road.answered = road.solution = NEVER
    else:
        road.today = road.plan + choices.between(PERIOD_DAYS, 1200)
        road.stable = road.asked = road.answered = road.solution = NEVER


def _complete(road: Road, choices: Choices, *, with_care: bool) -> None:
    """Leave after the solution; ``with_care``: after-care is part of the trajectory."""
    if with_care:
        road.care = road.solution_end + choices.between(1, 14)
        road.care_end = road.care + choices.between(30, 180)
        road.left = road.care_end + choices.below(11)
    else:
        road.left = road.solution_end + choices.below(6)


_PLACING = {
    Phase.REGISTERED: _registered,
    Phase.INTAKE: _intake,
    Phase.PLAN: _plan,
    Phase.STABLE: _stable,
    Phase.ARRANGEMENT: _arrangement,
    Phase.SOLUTION: _solution,
    Phase.LEFT: _left,
    Phase.CARE: _care,
    Phase.UNKNOWN: _unknown,
}
