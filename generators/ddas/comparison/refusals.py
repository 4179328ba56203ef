"""Where one version can refuse a delivery that another accepts, read from the two structures side by side.

Only keys that the accepting version knows are looked at: what it ignores cannot be held against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ddas.comparison.wire_facets import ways_to_fill
from ddas.standard.specification import Attribute, ObjectType, Specification
from ddas.standard.value_kinds import TEXT_KINDS, WIRE_FORMS
from ddas.standard.wire_tree import Steps

__all__ = ["WireRefusal", "iter_refusals"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WireRefusal:
    """A way to be refused.

    Attributes:
        steps: Keys in the delivery to the field that is refused, or missed.
        keyword: The keyword of JSON Schema that refuses.
        value: The code value that is refused, for ``enum`` when the accepting version has a code list too.
        code_list: Name of the refusing code list.
    """

    steps: Steps
    keyword: str
    value: str | None = None
    code_list: str | None = None


def iter_refusals(source: Specification, target: Specification) -> Iterator[WireRefusal]:
    """Ways in which ``target`` can refuse what ``source`` accepts, in the reading order of the two; each once."""
    seen: set[tuple[str, str, Steps]] = set()

    def compare(
        a: ObjectType, b: ObjectType, steps: Steps, above: tuple[tuple[str, str], ...]
    ) -> Iterator[WireRefusal]:
        known = {x.wire_name: x for x in a.exchanged_attributes}
        wanted = {x.wire_name: x for x in b.exchanged_attributes}
        if b.alternatives and ways_to_fill(a) != ways_to_fill(b):
            yield WireRefusal(steps=steps, keyword="oneOf")
        for key, attribute in wanted.items():
            if attribute.required and not (key in known and known[key].required):
                yield WireRefusal(steps=(*steps, key), keyword="required")
        for key, attribute in known.items():
            if key not in wanted:
                if b.closed:
                    yield WireRefusal(steps=(*steps, key), keyword="additionalProperties")
                continue
            here = (*steps, key)
            yield from _compare_lists(attribute, wanted[key], here)
            if attribute.many != wanted[key].many:
                continue
            yield from _compare_values(source, target, attribute, wanted[key], here)
            inner = source.object_type(attribute.range), target.object_type(wanted[key].range)
            if inner[0] is None or inner[1] is None or (inner[0].name, inner[1].name) in above:
                continue
            yield from compare(inner[0], inner[1], here, (*above, (inner[0].name, inner[1].name)))

    for refusal in compare(source.root_type, target.root_type, (), ((source.root, target.root),)):
        key = refusal.keyword, refusal.value or "", refusal.steps
        if key not in seen:
            seen.add(key)
            yield refusal


def _compare_lists(a: Attribute, b: Attribute, steps: Steps) -> Iterator[WireRefusal]:
    if a.many != b.many:
        yield WireRefusal(steps=steps, keyword="type")
        return
    if not a.many:
        return
    if a.min_items < b.min_items:
        yield WireRefusal(steps=steps, keyword="minItems")
    if b.max_items is not None and (a.max_items is None or a.max_items > b.max_items):
        yield WireRefusal(steps=steps, keyword="maxItems")
    if b.unique_items and not a.unique_items:
        yield WireRefusal(steps=steps, keyword="uniqueItems")


def _compare_values(
    source: Specification, target: Specification, a: Attribute, b: Attribute, steps: Steps
) -> Iterator[WireRefusal]:
    lists = source.code_list(a.range), target.code_list(b.range)
    if lists[1] is not None:
        accepted = {v.value for v in lists[1].values}
        if lists[0] is not None:
            for value in lists[0].values:
                if value.value not in accepted:
                    yield WireRefusal(steps=steps, keyword="enum", value=value.value, code_list=lists[1].name)
        else:
            same = source.target(a.range).kind in TEXT_KINDS
            yield WireRefusal(steps=steps, keyword="enum" if same else "type", code_list=lists[1].name)
        return
    old, new = WIRE_FORMS[source.target(a.range).kind], WIRE_FORMS[target.target(b.range).kind]
    old_base, new_base = old.base, new.base
    if old_base != new_base:
        yield WireRefusal(steps=steps, keyword="type")
    elif new.format is not None and new.format != old.format:
        yield WireRefusal(steps=steps, keyword="format")
