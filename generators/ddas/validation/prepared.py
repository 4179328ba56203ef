"""What is made once of a standard and serves every check with it: types, explainer, rules and screens."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec

from ddas.rules.running import (
    HolderRule,
    KeyRule,
    ListRule,
    ObjectRule,
    prepare_holder_rules,
    prepare_key_rules,
    prepare_list_rules,
    prepare_object_rules,
)
from ddas.rules.screening import ScreenFunction, make_screen
from ddas.standard.places import UnknownKeyFinder
from ddas.standard.record_layout import RecordLayout, layout_of
from ddas.standard.specification import Specification
from ddas.validation.structure.explainer import Explainer, make_explainer
from ddas.validation.structure.piece_reader import PieceReader
from ddas.validation.structure.record_types import RecordTypes

__all__ = ["Prepared", "prepare"]


class Prepared:
    """Everything that a check needs of a standard; nothing in it remembers a delivery."""

    def __init__(self, specification: Specification) -> None:
        self.specification = specification
        self.layout: RecordLayout = layout_of(specification)
        self.types = RecordTypes(specification)
        self.explainer: Explainer = make_explainer(specification)
        self.pieces = PieceReader(specification, self.types, self.explainer)
        self.object_rules: tuple[ObjectRule, ...] = prepare_object_rules(specification)
        self.key_rules: tuple[KeyRule, ...] = prepare_key_rules(specification)
        self.unknown_keys = UnknownKeyFinder(specification)
        self.list_rules: tuple[ListRule, ...] = prepare_list_rules(specification)
        self.holder_rules: tuple[HolderRule, ...] = prepare_holder_rules(specification)
        self._screens: dict[str, ScreenFunction] = {}
        self._decoders: dict[str, Callable[[Any], Any]] = {}

    def screen(self, object_type: str) -> ScreenFunction:
        """The fused screen of the rules that look at records of this type, or at something in them."""
        made = self._screens.get(object_type)
        if made is None:
            rules = [(r.number, r.rule) for r in self.object_rules if r.reaches(object_type)]
            made = self._screens[object_type] = make_screen(self.specification, object_type, rules)
        return made

    def decode(self, object_type: str) -> Callable[[Any], Any]:
        """The strict decoder of records of this type."""
        made = self._decoders.get(object_type)
        if made is None:
            made = self._decoders[object_type] = msgspec.json.Decoder(self.types.strict(object_type)).decode
        return made


class _Same:
    """A specification that is equal to itself alone: comparing two takes longer than preparing one."""

    __slots__ = ("specification",)

    def __init__(self, specification: Specification) -> None:
        self.specification = specification

    def __hash__(self) -> int:
        return id(self.specification)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.specification is other.specification


def prepare(specification: Specification) -> Prepared:
    """What is made of this standard; the last sixteen are kept."""
    return _prepare(_Same(specification))


@lru_cache(maxsize=16)
def _prepare(same: _Same) -> Prepared:
    return Prepared(same.specification)
