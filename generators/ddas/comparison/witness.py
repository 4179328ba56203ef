"""Proof that a change breaks something: a delivery that one version accepts and the other refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ddas.comparison.minimal_delivery import DeliveryMaker, find_field
from ddas.comparison.refusals import WireRefusal, iter_refusals
from ddas.findings import Pointer
from ddas.standard.specification import Attribute, Specification
from ddas.standard.wire_schema import build_json_schema
from ddas.standard.wire_tree import Steps

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

__all__ = ["Proof", "iter_proofs", "make_wire_validator", "steps_of"]

_TEXTS = ("Voorbeeld", "Iets anders", "x")
_MOST_ITEMS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A refusal that came true.

    ``document``: valid for the one, refused by the other. ``others``: places where it is refused for other reasons.
    """

    refusal: WireRefusal
    document: dict[str, Any]
    others: int

    @property
    def weight(self) -> tuple[int, int, str]:
        """Lower is a better witness: fewer other reasons, then shorter."""
        text = json.dumps(self.document, ensure_ascii=False)
        return self.others, len(text), text


def make_wire_validator(specification: Specification) -> Draft202012Validator:
    """The reference validator of the wire schema, with formats."""
    from ddas.validation.structure.reference_validator import make_validator

    return make_validator(build_json_schema(specification))


def steps_of(pointer: Pointer) -> Steps:
    """The keys of a place in a delivery, list indexes left out."""
    return tuple(step for step in pointer if isinstance(step, str))


def iter_proofs(source: Specification, target: Specification) -> Iterator[Proof]:
    """For each way in which ``target`` refuses what ``source`` accepts, the smallest delivery found that shows it."""
    from ddas.validation.structure.reference_validator import iter_structural_faults

    accepts, refuses = make_wire_validator(source), make_wire_validator(target)
    for refusal in iter_refusals(source, target):
        best: Proof | None = None
        for document in _iter_candidates(source, target, refusal):
            if not accepts.is_valid(document):
                continue
            places = {
                (steps_of(f.pointer), f.kind.partition(":")[0]) for f in iter_structural_faults(refuses, document)
            }
            if (refusal.steps, refusal.keyword) in places:
                proof = Proof(refusal=refusal, document=document, others=len(places) - 1)
                best = proof if best is None or proof.weight < best.weight else best
        if best is not None:
            yield best


def _iter_candidates(source: Specification, target: Specification, refusal: WireRefusal) -> Iterator[dict[str, Any]]:
    """Deliveries that may show the refusal; whether they do is for the validators to say."""
    maker = DeliveryMaker(source, target)
    if refusal.keyword == "oneOf":
        yield from maker.iter_fillings(refusal.steps)
        return
    key = refusal.steps[-1]
    if refusal.keyword == "required":
        reached = maker.reach(refusal.steps)
        if reached is not None:
            reached[1].pop(key, None)
            yield reached[0]
        return
    attribute = find_field(source, refusal.steps)
    if attribute is None:
        return
    for value in _iter_values(maker, attribute, find_field(target, refusal.steps), refusal):
        reached = maker.reach(refusal.steps)
        if reached is not None:
            reached[1][key] = value
            yield reached[0]


def _iter_values(
    maker: DeliveryMaker, attribute: Attribute, twin: Attribute | None, refusal: WireRefusal
) -> Iterator[Any]:
    least = max(1, attribute.min_items)
    if refusal.keyword == "minItems":
        yield maker.items(attribute, twin, attribute.min_items)
    elif refusal.keyword == "maxItems" and twin is not None:
        number = max((twin.max_items or 0) + 1, attribute.min_items)
        if number <= _MOST_ITEMS:
            yield maker.items(attribute, twin, number)
    elif refusal.keyword == "uniqueItems":
        yield [maker.item(attribute, twin)] * max(2, least)
    elif refusal.value is not None:
        yield [refusal.value] * least if attribute.many else refusal.value
    else:
        yield maker.value(attribute, twin, at_least=1)
        yield maker.value(attribute, at_least=1)
        for text in _TEXTS:
            yield [text] * least if attribute.many else text
