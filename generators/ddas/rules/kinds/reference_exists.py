"""Kind ``verwijzing_bestaat``."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any

from ddas.rules.families.references import ReferenceParameters, References, prepare_references, reference_of
from ddas.rules.rule_kind import Context, ListHit, ListKind

__all__ = ["REFERENCE_EXISTS"]


class _Exists(References):
    __slots__ = ()

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """A hit at each reference to what is not there."""
        lost: list[tuple[int, int]] = []
        for references, targets in self.iter_buckets(rows):
            known = {target[0] for target in targets}
            lost += [(index, place) for value, place, index in references if value not in known]
        for index, place in sorted(lost):
            yield self.hit(index, place)


REFERENCE_EXISTS = ListKind(
    name="verwijzing_bestaat",
    sentence="Waar een onderdeel naar verwijst, staat ook in de levering.",
    parameters=ReferenceParameters,
    prepare=prepare_references(_Exists),
    needs=reference_of,
)
