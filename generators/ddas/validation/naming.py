"""Words and ids for findings: labels of places, faults and hits in words, what is shown of a pointer."""

from __future__ import annotations

from dataclasses import dataclass

from ddas.delivery.double_keys import DoubleKey
from ddas.findings import Level, Pointer, is_showable
from ddas.rules.similar_keys import find_similar_key
from ddas.standard.places import find_place
from ddas.standard.specification import Attribute, ObjectType, Specification
from ddas.validation.silencing import RuleHit
from ddas.validation.structure.explainer import StructuralFault
from ddas.validation.structure.fault_codes import DOUBLE_KEY, STRUCTURAL_RULES, codes_link
from ddas.validation.structure.structural_wording import word_alternatives, word_fault, word_unknown_key

__all__ = [
    "Located",
    "label_place",
    "levels_by_rule",
    "link_of",
    "shown_pointer",
    "structural_id",
    "word_double_key_at",
    "word_fault_at",
    "word_hit_at",
]


@dataclass(frozen=True, slots=True)
class Located:
    """What is wrong, in a record or in what stands around the records.

    Attributes:
        rule: Id of the rule or structural fault.
        piece: Pointer of the record; empty around the records. A process that sees a part of the file counts records
            from the begin of that part.
        start, end: Bytes of the record in the file; 0 around the records.
        pointer: From the piece.
        label, message, remedy: As in ``Finding``.
        offset: Byte of the file at which it stands; None: where the pointer leads.
    """

    rule: str
    piece: Pointer
    start: int
    end: int
    pointer: Pointer
    label: str
    message: str
    remedy: str
    offset: int | None = None

    @property
    def whole_pointer(self) -> Pointer:
        """From the root of the delivery."""
        return (*self.piece, *self.pointer)


def structural_id(specification: Specification, kind: str) -> str:
    """The id of a structural fault, such as ``SHV-S02``."""
    return f"{specification.domain.code.upper()}-{STRUCTURAL_RULES[kind][0]}"


def levels_by_rule(specification: Specification) -> dict[str, Level]:
    """Level of everything that can be found in a delivery of this standard."""
    levels = {structural_id(specification, kind): Level.ERROR for kind in STRUCTURAL_RULES}
    return levels | {DOUBLE_KEY.id: Level.WARNING} | {rule.id: Level(rule.level) for rule in specification.rules}


def word_fault_at(
    specification: Specification, piece: Pointer, span: tuple[int, int], fault: StructuralFault
) -> Located:
    """A structural fault as finding.

    Args:
        specification: The standard.
        piece: Pointer of the record, empty around the records; that of the fault starts there.
        span: Bytes of the record in the file.
        fault: What is wrong.
    """
    pointer = (*piece, *fault.pointer)
    place = find_place(specification, pointer)
    if fault.kind == "oneOf":
        of_field = specification.object_type(place.attribute.range) if place.attribute is not None else None
        message, remedy = word_alternatives(of_field or place.object_type, fault.value)
    elif place.attribute is None:
        similar = find_similar_key(str(pointer[-1]), place.object_type) if pointer else None
        message, remedy = word_unknown_key(similar)
    else:
        message, remedy = word_fault(specification, fault, place.attribute)
    label = label_place(specification, pointer)
    return Located(structural_id(specification, fault.kind), piece, *span, fault.pointer, label, message, remedy)


def word_hit_at(specification: Specification, piece: Pointer, span: tuple[int, int], hit: RuleHit) -> Located:
    """A rule that does not hold as finding; arguments as for ``word_fault_at``."""
    rule = hit.rule
    label = label_place(specification, (*piece, *hit.pointer))
    message = f"{rule.message} {hit.addition}".rstrip()
    return Located(rule.id, piece, *span, hit.pointer, label, message, rule.remedy)


def word_double_key_at(specification: Specification, piece: Pointer, span: tuple[int, int], one: DoubleKey) -> Located:
    """A key that stands twice as finding; its offset is in the file, the other arguments as for ``word_fault_at``."""
    _, attribute = _follow(specification, (*piece, *one.pointer))
    label = attribute.label if attribute else _label_unknown(str(one.pointer[-1]))
    words = DOUBLE_KEY
    return Located(words.id, piece, *span, one.pointer, label, words.message, words.remedy, one.offset)


def link_of(specification: Specification, id: str) -> str:
    """Address of the explanation; empty when it is not published."""
    return codes_link() if id == DOUBLE_KEY.id else specification.id.rule_link(id)


def label_place(specification: Specification, pointer: Pointer) -> str:
    """The label of the field or object at a pointer from the root."""
    place = find_place(specification, pointer)
    if place.attribute is not None:
        return place.attribute.label
    if not pointer or isinstance(pointer[-1], int):
        return place.object_type.label
    return _label_unknown(pointer[-1])


def _label_unknown(key: str) -> str:
    return f"Veld `{key}`" if is_showable(key) else "Een onbekend veld"


def shown_pointer(specification: Specification, pointer: Pointer) -> Pointer:
    """The pointer up to a key that must not be shown: then it names the object that holds it."""
    return _follow(specification, pointer)[0]


def _follow(specification: Specification, pointer: Pointer) -> tuple[Pointer, Attribute | None]:
    """What may be shown of a pointer, and the field at its end if the standard knows it."""
    inside: ObjectType | None = specification.root_type
    attribute: Attribute | None = None
    for depth, step in enumerate(pointer):
        if isinstance(step, int):
            continue
        attribute = inside.by_wire_name(step) if inside else None
        if attribute is None and not is_showable(step):
            return pointer[:depth], None
        inside = specification.object_type(attribute.range) if attribute else None
    return pointer, attribute
