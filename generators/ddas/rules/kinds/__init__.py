"""The kinds of business rules. Each is one module that holds all of its kind, and one value in ``RULE_KINDS``.

To add a kind: write its module, put its value in the tuple, and give it a page and vectors in ``docs/soorten-regels``.
"""

from __future__ import annotations

from collections.abc import Iterator

from ddas.errors import DdasError
from ddas.rules.kinds.all_filled import ALL_FILLED
from ddas.rules.kinds.at_most_months import AT_MOST_MONTHS
from ddas.rules.kinds.birth_date import BIRTH_DATE
from ddas.rules.kinds.date_order import DATE_ORDER
from ddas.rules.kinds.different_persons import DIFFERENT_PERSONS
from ddas.rules.kinds.eleven_test import ELEVEN_TEST
from ddas.rules.kinds.equal import EQUAL
from ddas.rules.kinds.filled_together import FILLED_TOGETHER
from ddas.rules.kinds.forbidden_value import FORBIDDEN_VALUE
from ddas.rules.kinds.in_code_list import IN_CODE_LIST
from ddas.rules.kinds.incomplete_birth_date import INCOMPLETE_BIRTH_DATE
from ddas.rules.kinds.length import LENGTH
from ddas.rules.kinds.list_holds import LIST_HOLDS
from ddas.rules.kinds.municipality_exists import MUNICIPALITY_EXISTS
from ddas.rules.kinds.no_overlap import NO_OVERLAP
from ddas.rules.kinds.no_repeats import NO_REPEATS
from ddas.rules.kinds.none_filled import NONE_FILLED
from ddas.rules.kinds.not_after import NOT_AFTER
from ddas.rules.kinds.not_before import NOT_BEFORE
from ddas.rules.kinds.number_filled import NUMBER_FILLED
from ddas.rules.kinds.number_range import NUMBER_RANGE
from ddas.rules.kinds.one_group_filled import ONE_GROUP_FILLED
from ddas.rules.kinds.one_reference import ONE_REFERENCE
from ddas.rules.kinds.overlaps_period import OVERLAPS_PERIOD
from ddas.rules.kinds.pattern import PATTERN
from ddas.rules.kinds.reference_exists import REFERENCE_EXISTS
from ddas.rules.kinds.same_address import SAME_ADDRESS
from ddas.rules.kinds.same_in_delivery import SAME_IN_DELIVERY
from ddas.rules.kinds.sequence_number import SEQUENCE_NUMBER
from ddas.rules.kinds.similar_key import SIMILAR_KEY
from ddas.rules.kinds.sum_of_items import SUM_OF_ITEMS
from ddas.rules.kinds.unequal import UNEQUAL
from ddas.rules.kinds.unique import UNIQUE
from ddas.rules.kinds.unique_in_list import UNIQUE_IN_LIST
from ddas.rules.kinds.unknown_key import UNKNOWN_KEY
from ddas.rules.parameters import EXCEPTIONS, TYPES, value_of
from ddas.rules.paths import FieldPath, resolve_typed
from ddas.rules.rule_kind import Counts, RuleKind
from ddas.standard.specification import Rule, Specification

__all__ = ["RULE_KINDS", "counts_once", "find_kind", "iter_typed_fields", "kind_of"]

RULE_KINDS: tuple[RuleKind, ...] = (
    NUMBER_FILLED,
    NUMBER_RANGE,
    NO_REPEATS,
    ONE_REFERENCE,
    ELEVEN_TEST,
    BIRTH_DATE,
    INCOMPLETE_BIRTH_DATE,
    NO_OVERLAP,
    EQUAL,
    MUNICIPALITY_EXISTS,
    ALL_FILLED,
    ONE_GROUP_FILLED,
    AT_MOST_MONTHS,
    IN_CODE_LIST,
    NONE_FILLED,
    LENGTH,
    LIST_HOLDS,
    NOT_AFTER,
    NOT_BEFORE,
    UNKNOWN_KEY,
    SIMILAR_KEY,
    UNEQUAL,
    OVERLAPS_PERIOD,
    PATTERN,
    FILLED_TOGETHER,
    SUM_OF_ITEMS,
    UNIQUE,
    UNIQUE_IN_LIST,
    FORBIDDEN_VALUE,
    DIFFERENT_PERSONS,
    REFERENCE_EXISTS,
    SEQUENCE_NUMBER,
    DATE_ORDER,
    SAME_ADDRESS,
    SAME_IN_DELIVERY,
)
"""Every kind, by name."""


def find_kind(name: str) -> RuleKind | None:
    """The kind of this name, or None."""
    return next((kind for kind in RULE_KINDS if kind.name == name), None)


def kind_of(rule: Rule) -> RuleKind:
    """The kind of a rule.

    Raises:
        DdasError: there is no such kind.
    """
    kind = find_kind(rule.kind)
    if kind is None:
        raise DdasError(
            f"Regel {rule.id} is van de soort '{rule.kind}'. Deze ddas kent die soort niet. "
            "Installeer een nieuwere versie van de toolkit."
        )
    return kind


def counts_once(rule: Rule) -> bool:
    """Whether a file counts the hits of the rule once per key and object type, wherever they stand."""
    kind = find_kind(rule.kind)
    return kind is not None and kind.counts is Counts.ONCE_PER_KEY


def iter_typed_fields(rule: Rule, scope: str, specification: Specification) -> Iterator[FieldPath]:
    """The fields of objects of type ``scope`` that a rule names by their type; none for most kinds."""
    kind = find_kind(rule.kind)
    parameters = kind.read(rule) if kind is not None else None
    types = value_of(parameters, TYPES) if parameters is not None else None
    if types:
        yield from resolve_typed(specification, scope, types, value_of(parameters, EXCEPTIONS) or ())
