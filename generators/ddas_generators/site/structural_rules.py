"""The faults in the structure, which have an address among the rules because findings point there."""

from __future__ import annotations

from ddas.standard.specification import Specification
from ddas.validation.naming import structural_id
from ddas.validation.structure.fault_codes import STRUCTURAL_EXPLANATIONS, STRUCTURAL_RULES
from ddas.validation.structure.structural_fields import fields_with_fault

__all__ = ["fields_with_fault", "list_structural_rules"]


def list_structural_rules(specification: Specification) -> list[tuple[str, str, str, str]]:
    """Id, name, explanation, and keyword of the wire schema."""
    return [
        (structural_id(specification, kind), name, STRUCTURAL_EXPLANATIONS[kind], kind)
        for kind, (_, name) in STRUCTURAL_RULES.items()
    ]
