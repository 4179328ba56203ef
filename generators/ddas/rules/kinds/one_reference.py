"""Kind ``een_verwijzing``."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any

from ddas.rules.families.references import ReferenceParameters, References, prepare_references
from ddas.rules.rule_kind import Context, ListHit, ListKind

__all__ = ["ONE_REFERENCE"]


class _Once(References):
    __slots__ = ()

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """A hit at each reference to what was referred to before."""
        again: list[tuple[int, int]] = []
        for references, _ in self.iter_buckets(rows):
            seen: set[int] = set()
            for value, place, index in references:
                if value in seen:
                    again.append((index, place))
                seen.add(value)
        for index, place in sorted(again):
            yield self.hit(index, place)


ONE_REFERENCE = ListKind(
    name="een_verwijzing",
    sentence="Naar een onderdeel wordt hoogstens één keer verwezen.",
    parameters=ReferenceParameters,
    prepare=prepare_references(_Once),
)
