"""Which fields of a standard play a part that every domain knows, found by their shape and never by their name.

The model of a domain needs no code: its records are the list that the register names (``Domain.listing``), the period
of a delivery is the two dates in the root, in reading order, and its moment the one date with a time there. The sender
is the one object beside the records.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ddas.standard.specification import Attribute, ObjectType, Specification
from ddas.standard.value_kinds import ValueKind

__all__ = ["Roles", "roles_of"]

_START_AND_END = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The fields, each None when the standard has none or more than one that it could be.

    Attributes:
        holders: The list in the root of which each item holds records; None when the root holds them itself.
        sender: The organisation that delivers: beside the records, in a holder or in the root.
        period_start, period_end: Of the root: first and last day that the delivery is about.
        moment: Of the root: when the delivery was made.
    """

    holders: Attribute | None
    sender: Attribute | None
    period_start: Attribute | None
    period_end: Attribute | None
    moment: Attribute | None


def roles_of(specification: Specification) -> Roles:
    """The roles in a standard."""
    root = specification.root_type
    holders = None if _has_records(specification, root) else _find_holders(specification, root)
    holder = specification.object_type(holders.range) if holders else root
    senders = _single(specification, holder, ValueKind.OBJECT)
    days = _single(specification, root, ValueKind.DATE)
    moments = _single(specification, root, ValueKind.DATE_TIME)
    start, end = days if len(days) == _START_AND_END else (None, None)
    return Roles(
        holders=holders,
        sender=senders[0] if len(senders) == 1 else None,
        period_start=start,
        period_end=end,
        moment=moments[0] if len(moments) == 1 else None,
    )


def _has_records(specification: Specification, object_type: ObjectType) -> bool:
    return any(a.wire_name == specification.domain.listing for a in _object_lists(specification, object_type))


def _find_holders(specification: Specification, root: ObjectType) -> Attribute | None:
    for attribute in _object_lists(specification, root):
        held = specification.object_type(attribute.range)
        if held is not None and _has_records(specification, held):
            return attribute
    return None


def _object_lists(specification: Specification, object_type: ObjectType) -> Iterator[Attribute]:
    for attribute in object_type.exchanged_attributes:
        if attribute.many and specification.target(attribute.range).kind is ValueKind.OBJECT:
            yield attribute


def _single(specification: Specification, object_type: ObjectType | None, kind: ValueKind) -> list[Attribute]:
    attributes = object_type.exchanged_attributes if object_type else ()
    return [a for a in attributes if not a.many and specification.target(a.range).kind is kind]
