"""What a kind of rule is: prepared once per check from record and specification, then asked per object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ddas.delivery.walking import Visit
from ddas.findings import Pointer
from ddas.specification import Rule, Specification

__all__ = ["Check", "Hit", "RuleKind"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule does not hold. ``addition``: Dutch sentence behind the message of the rule, or empty."""

    pointer: Pointer
    addition: str = ""


Check = Callable[[Visit], Iterable[Hit]]
"""Looks at one object; may remember what it saw before in the same delivery."""

RuleKind = Callable[[Rule, Specification], Check]
"""Makes the check of one rule; a new one per delivery."""
