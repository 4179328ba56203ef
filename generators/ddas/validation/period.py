"""From the fields in the root of a delivery to what rules may know of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ddas.rules.rule_kind import Context
from ddas.standard.roles import roles_of
from ddas.standard.specification import Specification

__all__ = ["root_names", "with_period"]

_DAY_LENGTH = len("2025-01-01")


def root_names(specification: Specification) -> frozenset[str]:
    """The wire names of the fields in the root that rules look at."""
    roles = roles_of(specification)
    fields = (roles.period_start, roles.period_end, roles.moment)
    return frozenset(field.wire_name for field in fields if field is not None)


def with_period(context: Context, specification: Specification, root: Mapping[str, object]) -> Context:
    """The context for a delivery with these fields in its root; what is absent or wrong counts as unknown.

    So does a period that ends before it starts, and a day of delivery before the end of the period: a rule on the root
    tells of that once, and no record is measured by it.

    Args:
        context: What is the same for every delivery of the run.
        specification: The standard.
        root: Wire name → value of the fields in the root that are known.
    """
    roles = roles_of(specification)
    start, end, moment = (
        root.get(field.wire_name) if field else None for field in (roles.period_start, roles.period_end, roles.moment)
    )
    start, end = _day(start), _day(end)
    delivered = _day(moment[:_DAY_LENGTH]) if isinstance(moment, str) else None
    if delivered is not None and end is not None and delivered < end:
        delivered = None
    if start is not None and end is not None and end < start:
        start = end = None
    return replace(context, period_start=start, period_end=end, delivery_day=delivered)


def _day(value: object) -> date | None:
    if not isinstance(value, str) or len(value) != _DAY_LENGTH or value[4] != "-":
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
