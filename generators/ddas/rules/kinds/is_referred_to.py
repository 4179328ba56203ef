"""Kind ``heeft_verwijzing``."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ddas.rules.conditions import Condition
from ddas.rules.families.references import TARGET, References, prepare_references
from ddas.rules.parameters import FROM_OBJECT, ITEM_CONDITIONS, LIST, PATHS, VALUES, takes
from ddas.rules.rule_kind import Context, ListHit, ListKind

__all__ = ["IS_REFERRED_TO", "IsReferredToParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IsReferredToParameters:
    """As ``ReferenceParameters``. ``item_conditions``: on a record that can be referred to."""

    paths: tuple[str, ...] = takes(PATHS, least=2, most=2, starts=("list", "paths"))
    list: str = takes(LIST, starts=(FROM_OBJECT,))
    target: str = takes(TARGET, starts=(FROM_OBJECT,))
    values: tuple[str, ...] = takes(VALUES, most=1, starts=("target",))
    item_conditions: tuple[Condition, ...] = takes(ITEM_CONDITIONS, starts=("target",))


class _Referred(References):
    __slots__ = ()

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """A hit at each record that meets the conditions and to which nothing refers; none when a reference is lost."""
        alone: list[int] = []
        for references, targets in self.iter_buckets(rows):
            used = {value for value, _, _ in references}
            if used - {value for value, _, _ in targets}:
                return
            alone += [index for value, meets, index in targets if meets and value not in used]
        for index in sorted(alone):
            yield ListHit(self.target, index, ())


def _conditions(parameters: IsReferredToParameters) -> tuple[Condition, ...]:
    return parameters.item_conditions


IS_REFERRED_TO = ListKind(
    name="heeft_verwijzing",
    sentence="Naar elk onderdeel van een bepaalde vorm wordt verwezen.",
    parameters=IsReferredToParameters,
    prepare=prepare_references(_Referred, conditions=_conditions),
)
