"""What differs in what fields, object types, code lists and data types mean, and in what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ddas.comparison.change import ChangeKind, Difference
from ddas.comparison.code_list_differences import iter_value_pairs
from ddas.comparison.structural_differences import FieldPair, iter_field_pairs
from ddas.comparison.wire_facets import value_format, value_type
from ddas.standard.matching import Matching
from ddas.standard.specification import Attribute, CodeList, CodeValue, DataType, ObjectType, Specification
from ddas.standard.wire_tree import WireTree

__all__ = ["ATTRIBUTE_KINDS", "DESCRIPTION_KINDS", "iter_description_differences", "iter_meaning_differences"]

_K = ChangeKind
DESCRIPTION_KINDS: Mapping[str, ChangeKind] = {
    "label": _K.LABEL_CHANGED,
    "definition": _K.DEFINITION_CHANGED,
    "explanation": _K.EXPLANATION_CHANGED,
    "sources": _K.SOURCES_CHANGED,
    "name_sources": _K.NAME_SOURCES_CHANGED,
    "asked_by": _K.ASKED_BY_CHANGED,
    "search_words": _K.SEARCH_WORDS_CHANGED,
    "uri": _K.URI_CHANGED,
    "phase": _K.FIELD_PHASE_CHANGED,
}
"""Attribute of the dataclass → kind, for what many elements have."""

ATTRIBUTE_KINDS: Mapping[str, ChangeKind] = {
    **DESCRIPTION_KINDS,
    "name": _K.IDENTIFIER_CHANGED,
    "examples": _K.EXAMPLES_CHANGED,
    "item": _K.ITEM_NAME_CHANGED,
    "obligation": _K.OBLIGATION_CHANGED,
    "condition": _K.CONDITION_CHANGED,
    "enforced_by": _K.ENFORCEMENT_CHANGED,
    "ground": _K.GROUND_CHANGED,
    "personal_data": _K.PERSONAL_DATA_CHANGED,
    "deprecated": _K.DEPRECATION_CHANGED,
    "purposes": _K.PURPOSES_CHANGED,
}
_DATA_TYPE_KINDS: Mapping[str, ChangeKind] = {
    "label": _K.LABEL_CHANGED,
    "definition": _K.DEFINITION_CHANGED,
    "length": _K.LENGTH_CHANGED,
    "pattern": _K.PATTERN_CHANGED,
    "code_list": _K.VALUE_LIST_CHANGED,
}
_Described = Attribute | ObjectType | CodeList | CodeValue | DataType


def iter_meaning_differences(
    old: Specification, new: Specification, trees: tuple[WireTree, WireTree], matching: Matching
) -> Iterator[Difference]:
    """Every such difference of what is exchanged, and of all code lists and data types."""
    yield from _object_type(old.root_type, new.root_type)
    for pair in iter_field_pairs(*trees, matching):
        yield from iter_description_differences(pair.old.attribute, pair.new.attribute, pair.new.path, ATTRIBUTE_KINDS)
        yield from _data_type_swap(old, new, pair)
        if pair.old.object_type is not None and pair.new.object_type is not None:
            yield from _object_type(pair.old.object_type, pair.new.object_type)
    for code_list in old.code_lists:
        target = new.code_list(code_list.name)
        if target is not None:
            yield from _code_list(code_list, target, matching)
    for data_type in old.data_types:
        same = new.data_type(data_type.name)
        if same is not None:
            yield from iter_description_differences(data_type, same, data_type.name, _DATA_TYPE_KINDS)


def iter_description_differences(
    a: _Described, b: _Described, path: str, kinds: Mapping[str, ChangeKind] = DESCRIPTION_KINDS
) -> Iterator[Difference]:
    """A difference for each attribute in ``kinds`` that both have and that differs."""
    for name, kind in kinds.items():
        before, after = getattr(a, name, None), getattr(b, name, None)
        if before != after:
            yield Difference(kind=kind, path=path, label=b.label, before=_plain(before), after=_plain(after))


def _object_type(a: ObjectType, b: ObjectType) -> Iterator[Difference]:
    yield from iter_description_differences(a, b, b.name)
    if a.name != b.name:
        yield Difference(kind=ChangeKind.OBJECT_TYPE_RENAMED, path=b.name, label=b.label, before=a.name, after=b.name)
    names = [x.name for x in a.exchanged_attributes], [x.name for x in b.exchanged_attributes]
    yield from _order(*names, b.name, b.label)


def _code_list(a: CodeList, b: CodeList, matching: Matching) -> Iterator[Difference]:
    yield from iter_description_differences(a, b, b.name)
    pairs = list(iter_value_pairs(a, b, matching))
    kinds = {**DESCRIPTION_KINDS, "code": ChangeKind.IDENTIFIER_CHANGED}
    for before, after in pairs:
        yield from iter_description_differences(before, after, f"{b.name}={after.value}", kinds)
    yield from _order([after.value for _, after in pairs], [v.value for v in b.values], b.name, b.label)


def _order(before: list[str], after: list[str], path: str, label: str) -> Iterator[Difference]:
    """Only what both have counts: something in between is no other order."""
    shared = set(before) & set(after)
    first, second = [n for n in before if n in shared], [n for n in after if n in shared]
    if first != second:
        yield Difference(kind=ChangeKind.ORDER_CHANGED, path=path, label=label, before=first, after=second)


def _data_type_swap(old: Specification, new: Specification, pair: FieldPair) -> Iterator[Difference]:
    """Another data type while the wire stays the same, such as cents that became euros."""
    a, b = pair.old.attribute.range, pair.new.attribute.range
    if a == b or old.data_type(a) is None or new.data_type(b) is None:
        return
    if value_type(old, a) == value_type(new, b) and value_format(old, a) == value_format(new, b):
        yield Difference(
            kind=ChangeKind.DATA_TYPE_CHANGED, path=pair.new.path, label=pair.new.attribute.label, before=a, after=b
        )


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return None if value == "" else str(value) if isinstance(value, str) else value
