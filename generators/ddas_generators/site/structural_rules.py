"""The faults in the structure, which have an address among the rules because findings point there."""

from __future__ import annotations

from ddas.specification import Specification
from ddas.validation.naming import structural_id
from ddas.validation.structural_catalogue import STRUCTURAL_EXPLANATIONS, STRUCTURAL_RULES
from ddas.validation.structural_fields import fields_with_fault

__all__ = ["fields_with_fault", "list_structural_rules"]


def list_structural_rules(specification: Specification) -> list[tuple[str, str, str, str]]:
    """Id, name, explanation, and keyword of the wire schema."""
    return [
        (structural_id(specification, kind), name, STRUCTURAL_EXPLANATIONS[kind], kind)
        for kind, (_, name) in STRUCTURAL_RULES.items()
    ]
