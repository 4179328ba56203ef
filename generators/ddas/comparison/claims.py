"""Which difference explains why a version refuses what another accepts."""

from __future__ import annotations

from collections.abc import Iterable

from ddas.comparison.change import ChangeKind, Difference
from ddas.comparison.refusals import WireRefusal
from ddas.standard.wire_tree import Steps

__all__ = ["find_claims"]

_K = ChangeKind
_ADDED = frozenset({_K.OBJECT_TYPE_ADDED, _K.ATTRIBUTE_ADDED})
_REMOVED = frozenset({_K.OBJECT_TYPE_REMOVED, _K.ATTRIBUTE_REMOVED})
_RELOCATED = frozenset({_K.ATTRIBUTE_RENAMED, _K.ATTRIBUTE_MOVED})
_EXPLAINS: dict[str, frozenset[ChangeKind]] = {
    "required": _ADDED | _REMOVED | _RELOCATED | {_K.REQUIRED_ADDED, _K.REQUIRED_REMOVED},
    "additionalProperties": _ADDED | _REMOVED | _RELOCATED,
    "type": frozenset({_K.TYPE_CHANGED, _K.CARDINALITY_CHANGED}),
    "enum": frozenset({_K.TYPE_CHANGED}),
    "format": frozenset({_K.FORMAT_CHANGED, _K.TYPE_CHANGED}),
    "minItems": frozenset({_K.CARDINALITY_CHANGED}),
    "maxItems": frozenset({_K.CARDINALITY_CHANGED}),
    "uniqueItems": frozenset({_K.UNIQUENESS_CHANGED}),
    "oneOf": frozenset({_K.ALTERNATIVES_CHANGED}),
}
_CODE_VALUES = frozenset({_K.CODE_VALUE_ADDED, _K.CODE_VALUE_REMOVED, _K.CODE_VALUE_RENAMED})


def find_claims(refusal: WireRefusal, differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """The differences that explain a refusal.

    First those of the field itself; else the nearest field above it that came, went or changed place: its keys then
    mean something else in the other version.
    """
    known = tuple(differences)
    own = tuple(d for d in known if _is_own(refusal, d))
    if own:
        return own
    for length in range(len(refusal.steps), 0, -1):
        place = refusal.steps[:length]
        above = tuple(d for d in known if d.kind in _ADDED | _REMOVED | _RELOCATED and place in _places(d))
        if above:
            return above
    return ()


def _is_own(refusal: WireRefusal, difference: Difference) -> bool:
    if difference.kind in _CODE_VALUES:
        return refusal.value is not None and (
            difference.code_list == refusal.code_list and refusal.value in (difference.before, difference.after)
        )
    return difference.kind in _EXPLAINS[refusal.keyword] and refusal.steps in _places(difference)


def _places(difference: Difference) -> tuple[Steps | None, Steps | None]:
    return difference.old_steps, difference.new_steps
