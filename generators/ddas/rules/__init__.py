"""The kinds of business rules: one small function each, looked up by the ``soort`` of a rule record."""

from __future__ import annotations

from ddas.rules.in_code_list import prepare_in_code_list
from ddas.rules.rule_kind import Hit, RuleKind
from ddas.rules.unknown_key import prepare_similar_key, prepare_unknown_key

__all__ = ["RULE_KINDS", "Hit", "RuleKind"]

RULE_KINDS: dict[str, RuleKind] = {
    "in_waardenlijst": prepare_in_code_list,
    "onbekende_sleutel": prepare_unknown_key,
    "onbekende_sleutel_lijkt": prepare_similar_key,
}
