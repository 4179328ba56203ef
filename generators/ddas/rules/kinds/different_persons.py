"""Kind ``verschillende_personen``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen
from ddas.rules.filled import filled_text, is_filled
from ddas.rules.parameters import FROM_OBJECT, GROUPS, LIST, OUTCOME, PATHS, takes
from ddas.rules.paths import FieldPath, resolve_item_type, resolve_path, resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.specification import Specification

__all__ = ["DIFFERENT_PERSONS", "DifferentPersonsParameters", "Sameness"]


class Sameness(StrEnum):
    """By what two items are known to be one person."""

    NUMBER = "zelfde_bsn"
    DATA = "zelfde_gegevens"


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferentPersonsParameters:
    """The persons in a list.

    Attributes:
        paths: The number of a person, then the other fields.
        groups: One group: those of the other fields that must be filled before they count.
        list: The list with the persons.
        outcome: Which of the two is looked at.
    """

    paths: tuple[str, ...] = takes(PATHS, starts=("list",))
    groups: tuple[tuple[str, ...], ...] = takes(GROUPS, default=(), most=1, starts=("list",))
    list: str = takes(LIST, starts=(FROM_OBJECT,))
    outcome: Sameness = takes(OUTCOME)

    @property
    def needed(self) -> tuple[str, ...]:
        """The fields that must be filled."""
        return tuple(path for group in self.groups for path in group)


def _prepare(parameters: DifferentPersonsParameters, scope: str, specification: Specification) -> ObjectCheck:
    items = resolve_path(specification, scope, parameters.list)
    item_type = resolve_item_type(specification, scope, parameters.list)
    number, *others = resolve_paths(specification, item_type, parameters.paths)
    needed = resolve_paths(specification, item_type, parameters.needed)

    def is_same(left: Any, right: Any) -> bool:
        numbers = filled_text(number.read(left)), filled_text(number.read(right))
        if parameters.outcome is Sameness.NUMBER:
            return numbers[0] != "" and numbers[0] == numbers[1]
        if all(numbers) or not all(is_filled(p.read(left)) and is_filled(p.read(right)) for p in needed):
            return False
        return _texts(others, left) == _texts(others, right)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        persons = items.read(o) or ()
        for index in range(1, len(persons)):
            if any(is_same(persons[earlier], persons[index]) for earlier in range(index)):
                yield Hit((*items.pointer, index))

    return check


def _texts(paths: Iterable[FieldPath], item: Any) -> tuple[str, ...]:
    return tuple(filled_text(p.read(item)) for p in paths)


def _screen(parameters: DifferentPersonsParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    items = make.field(resolve_path(specification, scope, parameters.list))
    item_type = resolve_item_type(specification, scope, parameters.list)
    number, *others = parameters.paths
    needed = [p for p in parameters.needed if p in others]
    same_number = parameters.outcome is Sameness.NUMBER
    probe = resolve_path(specification, item_type, number if same_number else (needed or others)[0])
    blank_counts = not (same_number or needed)

    def some_equal(persons: Iterable[Any]) -> bool:
        texts = [filled_text(probe.read(person)) for person in persons]
        values = texts if blank_counts else [text for text in texts if text]
        return len(set(values)) < len(values)

    return make.screen(Expression(f"{items} is not None and len({items}) > 1"), make.call(some_equal, items))


DIFFERENT_PERSONS = ObjectKind(
    name="verschillende_personen",
    sentence="In één lijst staat niet twee keer dezelfde persoon.",
    parameters=DifferentPersonsParameters,
    prepare=_prepare,
    screen=_screen,
)
