"""What differs in the structure of a delivery: fields, their place, type, number, and closed objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ddas.comparison.change import Breaks, ChangeKind, Difference
from ddas.comparison.wire_facets import cardinality, describe_field, value_format, value_type, ways_to_fill
from ddas.standard.matching import Matching
from ddas.standard.specification import ObjectType, Specification
from ddas.standard.wire_tree import Node, Steps, WireTree

__all__ = ["FieldPair", "iter_field_pairs", "iter_structural_differences"]


@dataclass(frozen=True, slots=True)
class FieldPair:
    """A field that both versions have."""

    old: Node
    new: Node


def iter_field_pairs(old: WireTree, new: WireTree, matching: Matching) -> Iterator[FieldPair]:
    """The fields that both versions have, in the order of the old one."""
    for before, after in matching.fields.items():
        yield FieldPair(old.nodes[before], new.nodes[after])


def iter_structural_differences(
    old: Specification, new: Specification, trees: tuple[WireTree, WireTree], matching: Matching
) -> Iterator[Difference]:
    """Every structural difference of fields and objects; code lists are looked at elsewhere."""
    yield from _conditions(old.root_type, new.root_type, (), (), "")
    yield from _one_sided(old, trees[0], set(matching.fields), removed=True)
    yield from _one_sided(new, trees[1], set(matching.fields.values()), removed=False)
    for pair in iter_field_pairs(*trees, matching):
        yield from _place(pair, matching)
        yield from _facets(old, new, pair)


def _one_sided(
    specification: Specification, tree: WireTree, matched: set[Steps], *, removed: bool
) -> Iterator[Difference]:
    """The topmost fields that only one version has; what stands inside them is named, not listed apart."""
    tops: dict[Steps, list[Node]] = {}
    top_by_steps: dict[Steps, Steps] = {}
    for steps, node in tree.nodes.items():
        if steps in matched:
            continue
        top = top_by_steps.setdefault(steps, top_by_steps.get(steps[:-1], steps))
        tops.setdefault(top, []).append(node)
    for steps, (node, *below) in tops.items():
        inside = tuple(n.path.removeprefix(f"{node.path}.") for n in below)
        content = describe_field(specification, node, inside)
        holds_object = node.object_type is not None
        if removed:
            kind = ChangeKind.OBJECT_TYPE_REMOVED if holds_object else ChangeKind.ATTRIBUTE_REMOVED
            yield _difference(kind, node.path, node, before=content, old_steps=steps)
        else:
            kind = ChangeKind.OBJECT_TYPE_ADDED if holds_object else ChangeKind.ATTRIBUTE_ADDED
            yield _difference(kind, node.path, node, after=content, new_steps=steps)


def _place(pair: FieldPair, matching: Matching) -> Iterator[Difference]:
    before, after = pair.old.steps, pair.new.steps
    parent = before[:-1]
    parent_now = matching.fields.get(parent) if parent else ()
    if parent_now == after[:-1] and before[-1] == after[-1]:
        return
    kind = ChangeKind.ATTRIBUTE_RENAMED if parent_now == after[:-1] else ChangeKind.ATTRIBUTE_MOVED
    yield _between(kind, pair, pair.old.path, pair.new.path)


def _facets(old: Specification, new: Specification, pair: FieldPair) -> Iterator[Difference]:
    a, b = pair.old.attribute, pair.new.attribute
    if a.required != b.required:
        kind = ChangeKind.REQUIRED_ADDED if b.required else ChangeKind.REQUIRED_REMOVED
        yield _between(kind, pair, a.required, b.required)
    if cardinality(pair.old) != cardinality(pair.new):
        yield _between(ChangeKind.CARDINALITY_CHANGED, pair, cardinality(pair.old), cardinality(pair.new))
    if a.unique_items != b.unique_items:
        yield _between(ChangeKind.UNIQUENESS_CHANGED, pair, a.unique_items, b.unique_items)
    types = value_type(old, a.range), value_type(new, b.range)
    if types[0] != types[1]:
        lists = old.code_list(a.range) is not None and new.code_list(b.range) is not None
        yield _between(ChangeKind.TYPE_CHANGED, pair, *types, assumed=Breaks.CODE if lists else None)
    formats = value_format(old, a.range), value_format(new, b.range)
    if formats[0] != formats[1]:
        yield _between(ChangeKind.FORMAT_CHANGED, pair, *formats)
    if pair.old.object_type is not None and pair.new.object_type is not None:
        yield from _conditions(
            pair.old.object_type, pair.new.object_type, pair.old.steps, pair.new.steps, pair.new.path
        )


def _conditions(a: ObjectType, b: ObjectType, old_steps: Steps, new_steps: Steps, path: str) -> Iterator[Difference]:
    if a.closed != b.closed:
        yield Difference(
            kind=ChangeKind.CLOSED if b.closed else ChangeKind.OPENED,
            path=path,
            label=b.label,
            before=a.closed,
            after=b.closed,
            old_steps=old_steps,
            new_steps=new_steps,
        )
    if ways_to_fill(a) != ways_to_fill(b):
        yield Difference(
            kind=ChangeKind.ALTERNATIVES_CHANGED,
            path=path,
            label=b.label,
            before=ways_to_fill(a),
            after=ways_to_fill(b),
            old_steps=old_steps,
            new_steps=new_steps,
        )


def _between(
    kind: ChangeKind, pair: FieldPair, before: object, after: object, assumed: Breaks | None = None
) -> Difference:
    return Difference(
        kind=kind,
        path=pair.new.path,
        label=pair.new.attribute.label,
        before=before,
        after=after,
        old_steps=pair.old.steps,
        new_steps=pair.new.steps,
        assumed=assumed,
    )


def _difference(
    kind: ChangeKind,
    path: str,
    node: Node,
    *,
    before: object = None,
    after: object = None,
    old_steps: Steps | None = None,
    new_steps: Steps | None = None,
) -> Difference:
    return Difference(
        kind=kind,
        path=path,
        label=node.attribute.label,
        before=before,
        after=after,
        old_steps=old_steps,
        new_steps=new_steps,
    )
