"""Kind ``zelfde_adres``."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ddas.rules.families.references import NO_ADDRESS, TARGET, References, prepare_references
from ddas.rules.parameters import FROM_OBJECT, GROUPS, LIST, PATHS, VALUES, takes
from ddas.rules.rule_kind import Context, ListHit, ListKind

__all__ = ["SAME_ADDRESS", "SameAddressParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SameAddressParameters:
    """As ``ReferenceParameters``. ``groups``: one group, the fields of an address in a record that is referred to."""

    paths: tuple[str, ...] = takes(PATHS, least=2, most=2, starts=("list", "paths"))
    groups: tuple[tuple[str, ...], ...] = takes(GROUPS, most=1, starts=("target",))
    list: str = takes(LIST, starts=(FROM_OBJECT,))
    target: str = takes(TARGET, starts=(FROM_OBJECT,))
    values: tuple[str, ...] = takes(VALUES, most=1, starts=("target",))


class _OneAddress(References):
    __slots__ = ()

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """A hit at each record that refers to records of more than one address."""
        address_by_index: dict[int, int] = {}
        different: set[int] = set()
        for references, targets in self.iter_buckets(rows):
            address_by_id = {value: address for value, address, _ in targets}
            for value, _, index in references:
                address = address_by_id.get(value, NO_ADDRESS)
                if address != NO_ADDRESS and address_by_index.setdefault(index, address) != address:
                    different.add(index)
        for index in sorted(different):
            yield ListHit(self.list_name, index, ())


def _address(parameters: SameAddressParameters) -> tuple[str, ...]:
    (fields,) = parameters.groups
    return fields


SAME_ADDRESS = ListKind(
    name="zelfde_adres",
    sentence="Alles waarnaar één onderdeel verwijst, heeft hetzelfde adres.",
    parameters=SameAddressParameters,
    prepare=prepare_references(_OneAddress, _address),
)
