"""Whether an object is filled in exactly one of the ways that its type allows, as ``oneOf`` in the wire schema says."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ddas.standard.specification import Alternative, ObjectType

__all__ = ["allows_only_required", "intended_alternative", "make_alternatives_check"]

_Test = Callable[[Mapping[str, object]], bool]


def make_alternatives_check(object_type: ObjectType) -> _Test | None:
    """A test of plain objects by wire name; None when the type has no alternatives.

    In a closed type an unknown key is a fault of its own and does not count here.
    """
    if not object_type.alternatives:
        return None
    tests = [_make_test(object_type, a) for a in object_type.alternatives]
    return lambda value: sum(test(value) for test in tests) == 1


def allows_only_required(object_type: ObjectType, alternative: Alternative) -> bool:
    """Whether nothing may stand beside what the alternative requires."""
    return {*alternative.required, *alternative.absent} == {a.name for a in object_type.exchanged_attributes}


def intended_alternative(object_type: ObjectType, value: Mapping[str, object]) -> Alternative | None:
    """The alternative of which most is there, the first of equals; None when nothing of any is there."""

    def share(alternative: Alternative) -> float:
        there = sum(object_type.wire_name_of(name) in value for name in alternative.required)
        return there / len(alternative.required)

    best = max(object_type.alternatives, key=share, default=None)
    return best if best is not None and share(best) > 0 else None


def _make_test(object_type: ObjectType, alternative: Alternative) -> _Test:
    name_of = object_type.wire_name_of
    required = frozenset(map(name_of, alternative.required))
    absent = frozenset(map(name_of, alternative.absent))
    lengths = tuple((name_of(e.attribute), e.characters) for e in alternative.lengths)
    known = frozenset(a.wire_name for a in object_type.exchanged_attributes)
    sees_unknown = not object_type.closed and allows_only_required(object_type, alternative)

    def test(value: Mapping[str, object]) -> bool:
        if not required <= value.keys() or not absent.isdisjoint(value):
            return False
        if sees_unknown and not value.keys() <= known:
            return False
        return all(not isinstance(text := value.get(key), str) or len(text) == size for key, size in lengths)

    return test
