"""Names in a specification → label and anchor in ``documentatie.md``."""

from __future__ import annotations

from dataclasses import dataclass

from ddas.describing.wording import source_titles
from ddas.standard.specification import CodeList, ObjectType, Specification
from ddas_generators.emit.documents import anchors

__all__ = ["Link", "link_to_element", "link_to_rule", "link_to_sources"]


@dataclass(frozen=True, slots=True)
class Link:
    """What to show and where it leads; the anchor is empty when the document has no such place."""

    label: str
    anchor: str


def link_to_element(specification: Specification, name: str) -> Link:
    """``ObjectType``, ``ObjectType.attribute``, ``CodeList``, ``CodeList.code`` or ``DataType``.

    A part is shown with the label of its whole: ``Cliënt: Geboortedatum``. An unknown name is shown as it is.
    """
    first, dot, second = name.partition(".")
    data_type = specification.data_type(first)
    if data_type is not None and not dot:
        return Link(data_type.label, anchors.data_type_anchor(first))
    whole = specification.object_type(first) or specification.code_list(first)
    if whole is None:
        return Link(name, "")
    if not dot:
        return Link(whole.label, anchors.object_type_anchor(first))
    label = _part_label(whole, second)
    if label is None:
        return Link(name, "")
    return Link(f"{whole.label}: {label}", anchors.field_anchor(first, second))


def link_to_rule(specification: Specification, id: str) -> Link:
    """The rule with its name; an id without a record is shown as it is."""
    rule = specification.rule(id)
    return Link(id, "") if rule is None else Link(f"{rule.id} {rule.name}", anchors.rule_anchor(id))


def link_to_sources(specification: Specification, codes: tuple[str, ...]) -> tuple[Link, ...]:
    """The sources by title, in the order of their codes."""
    known = {s.code for s in specification.sources}
    titles = source_titles(specification, codes)
    return tuple(Link(t, anchors.source_anchor(c) if c in known else "") for c, t in zip(codes, titles, strict=True))


def _part_label(whole: ObjectType | CodeList, name: str) -> str | None:
    if isinstance(whole, ObjectType):
        attribute = whole.attribute(name)
        return attribute.label if attribute else None
    return next((v.label for v in whole.values if v.code == name), None)
