"""The rules of a specification, prepared once and ready to run on records and on the envelope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from ddas.findings import Pointer
from ddas.rules.kinds import kind_of
from ddas.rules.rule_kind import (
    Context,
    Hit,
    HolderCheck,
    KeyCheck,
    KeyKind,
    ListCheck,
    ListKind,
    ObjectCheck,
    ObjectKind,
    RuleKind,
)
from ddas.standard.specification import Rule, Specification

__all__ = [
    "HolderRule",
    "KeyRule",
    "ListRule",
    "ObjectRule",
    "Route",
    "RouteMap",
    "Step",
    "prepare_holder_rules",
    "prepare_key_rules",
    "prepare_list_rules",
    "prepare_object_rules",
]


@dataclass(frozen=True, slots=True)
class Step:
    """From an object to the object, or the list of objects, in one of its fields."""

    name: str
    wire_name: str
    many: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A way from a record down to objects of the type ``scope``; without steps it is the record itself."""

    scope: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, kw_only=True)
class ObjectRule:
    """A rule that looks at one object at a time. ``number``: place in the rules of the specification, from 0."""

    number: int
    rule: Rule
    kind: ObjectKind[Any] = field(repr=False)
    specification: Specification = field(repr=False)
    routes: RouteMap = field(repr=False)

    @property
    def scopes(self) -> tuple[str, ...]:
        """The object types that it looks at."""
        return self.rule.scopes

    def reaches(self, record_type: str) -> bool:
        """Whether a record of this type is, or can hold, an object that the rule looks at."""
        return bool(self._routes(record_type))

    def iter_hits(self, record: Any, record_type: str, context: Context) -> Iterator[Hit]:
        """The hits in a record and everything below it; paths start at the record.

        For an object in a list ``Context.index`` becomes its place in that list; for the record it stays as given.
        """
        for route in self._routes(record_type):
            check = self._checks[route.scope]
            for value, path, index in _iter_values(record, route.steps, (), context.index):
                at = context if index == context.index else replace(context, index=index)
                for hit in check(value, at):
                    yield Hit((*path, *hit.path), hit.addition) if path else hit

    def _routes(self, record_type: str) -> tuple[Route, ...]:
        return self.routes.find(record_type, self.scopes)

    @cached_property
    def _checks(self) -> dict[str, ObjectCheck]:
        parameters = self.kind.read(self.rule)
        return {scope: self.kind.prepare(parameters, scope, self.specification) for scope in self.scopes}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRule:
    """A rule over all records of a holder."""

    number: int
    rule: Rule
    check: ListCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderRule:
    """A rule that compares holders as a whole."""

    number: int
    rule: Rule
    check: HolderCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRule:
    """A rule on unknown keys."""

    number: int
    rule: Rule
    check: KeyCheck


def prepare_object_rules(specification: Specification) -> tuple[ObjectRule, ...]:
    """The rules that look at one object at a time, in listed order.

    Raises:
        DdasError: the specification has a rule of a kind that is not here; so do the others.
    """
    routes = RouteMap(specification)
    return tuple(
        ObjectRule(number=number, rule=rule, kind=kind, specification=specification, routes=routes)
        for number, rule, kind in _iter_kinds(specification)
        if isinstance(kind, ObjectKind)
    )


def prepare_list_rules(specification: Specification) -> tuple[ListRule, ...]:
    """The rules over all records of a holder, in listed order."""
    return tuple(
        ListRule(number=number, rule=rule, check=check)
        for number, rule, check in _iter_list_checks(specification)
        if isinstance(check, ListCheck)
    )


def prepare_holder_rules(specification: Specification) -> tuple[HolderRule, ...]:
    """The rules that compare holders as a whole, in listed order."""
    return tuple(
        HolderRule(number=number, rule=rule, check=check)
        for number, rule, check in _iter_list_checks(specification)
        if isinstance(check, HolderCheck)
    )


def _iter_list_checks(specification: Specification) -> Iterator[tuple[int, Rule, ListCheck | HolderCheck]]:
    for number, rule, kind in _iter_kinds(specification):
        if isinstance(kind, ListKind):
            yield number, rule, kind.prepare(kind.read(rule), rule.scopes, specification)


def prepare_key_rules(specification: Specification) -> tuple[KeyRule, ...]:
    """The rules on unknown keys, in listed order."""
    return tuple(
        KeyRule(number=number, rule=rule, check=kind.prepare(kind.read(rule), rule.scopes, specification))
        for number, rule, kind in _iter_kinds(specification)
        if isinstance(kind, KeyKind)
    )


def _iter_kinds(specification: Specification) -> Iterator[tuple[int, Rule, RuleKind]]:
    for number, rule in enumerate(specification.rules):
        if rule.kind:
            yield number, rule, kind_of(rule)


class RouteMap:
    """All ways from a type of record down to the objects in it, found once per type of record."""

    def __init__(self, specification: Specification) -> None:
        self._specification = specification
        self._routes: dict[str, tuple[Route, ...]] = {}
        self._chosen: dict[tuple[str, tuple[str, ...]], tuple[Route, ...]] = {}

    def find(self, record_type: str, scopes: tuple[str, ...]) -> tuple[Route, ...]:
        """The ways to objects of these types, in reading order; no type is passed twice on one way."""
        chosen = self._chosen.get((record_type, scopes))
        if chosen is None:
            if record_type not in self._routes:
                self._routes[record_type] = tuple(_iter_routes(self._specification, record_type, (), ()))
            chosen = tuple(r for r in self._routes[record_type] if r.scope in scopes)
            self._chosen[record_type, scopes] = chosen
        return chosen


def _iter_routes(
    specification: Specification, name: str, steps: tuple[Step, ...], above: tuple[str, ...]
) -> Iterator[Route]:
    object_type = specification.object_type(name)
    if object_type is None or name in above:
        return
    yield Route(name, steps)
    for a in object_type.exchanged_attributes:
        yield from _iter_routes(specification, a.range, (*steps, Step(a.name, a.wire_name, a.many)), (*above, name))


def _iter_values(value: Any, steps: tuple[Step, ...], path: Pointer, index: int) -> Iterator[tuple[Any, Pointer, int]]:
    if not steps:
        yield value, path, index
        return
    step, rest = steps[0], steps[1:]
    inner = getattr(value, step.name)
    if inner is None:
        return
    if not step.many:
        yield from _iter_values(inner, rest, (*path, step.wire_name), 0)
        return
    for place, item in enumerate(inner):
        yield from _iter_values(item, rest, (*path, step.wire_name, place), place)
