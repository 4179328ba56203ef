"""Why something changed, in the words of those who changed it: declared in the model of the newer version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ddas.comparison.change import ChangeKind
from ddas.standard.specification import Specification

__all__ = ["Reasons", "find_reasons"]

Reasons = Mapping[tuple[str, str], str]
"""Kind of a change and its path → why."""

_PLACES = (ChangeKind.ATTRIBUTE_RENAMED, ChangeKind.ATTRIBUTE_MOVED)


def find_reasons(versions: Iterable[Specification]) -> Reasons:
    """The reasons that these versions give, oldest first: those after the one that is compared with.

    What a version says of one change counts for more than what it says of a rename.
    """
    found: dict[tuple[str, str], str] = {}
    for version in versions:
        for rename in version.renames:
            found |= {(kind, rename.new): rename.reason for kind in _PLACES}
        for value in version.value_renames:
            found[ChangeKind.CODE_VALUE_RENAMED, f"{value.code_list}={value.new}"] = value.reason
        found |= {(change.kind, change.path): change.reason for change in version.declared_changes}
    return found
