"""The cases of the rules, each held against its own standard: does the check say what the case says?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ddas.delivery.source import BytesSource
from ddas.errors import DdasError
from ddas.rules.cases.case_fragments import case_document
from ddas.rules.cases.json_patch import PatchError
from ddas.standard.specification import Rule, RuleCase, Specification
from ddas.validation.checking import check_against
from ddas.validation.options import CheckOptions

__all__ = ["CaseFault", "iter_case_faults"]

_REMEDY = "Verbeter de wijziging, de plekken of de regel."
_WHOLE = "het hele bericht"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFault:
    """A case that says something else than the check.

    Attributes:
        rule: Its rule.
        rule_number, case_number: Their 0-based places in the rules of the standard, and in the cases of the rule.
        step: 0-based place of the step of its patch that does not fit; None when the patch fits.
        message: Dutch: which case, what differs, what to do.
    """

    rule: Rule
    rule_number: int
    case_number: int
    step: int | None
    message: str


def iter_case_faults(specification: Specification) -> Iterator[CaseFault]:
    """Each case with which the check does not find its rule, at the places it names, and nothing else.

    Args:
        specification: The standard; its rules are of known kinds, and its cases name examples that exist.
    """
    for rule_number, rule in enumerate(specification.rules):
        for case_number, case in enumerate(rule.cases):
            step, message = _contradiction(specification, rule, case)
            if message:
                yield CaseFault(
                    rule=rule,
                    rule_number=rule_number,
                    case_number=case_number,
                    step=step,
                    message=f"geval '{case.name}' klopt niet: {message}",
                )


def _contradiction(specification: Specification, rule: Rule, case: RuleCase) -> tuple[int | None, str]:
    """The step that does not fit, and what differs, in Dutch; empty when nothing does."""
    try:
        document = case_document(specification, case)
    except PatchError as error:
        return error.step, str(error)
    except DdasError as error:
        return None, str(error)
    source = BytesSource(json.dumps(document).encode(), case.name)
    found = {(f.rule, f.pointer) for f in check_against(source, specification, CheckOptions()).findings}
    expected = {(rule.id, place) for place in case.places}
    silent = [f"{id} meldt niets op {place or _WHOLE}" for id, place in sorted(expected - found)]
    extra = [f"{id} meldt ook iets op {place or _WHOLE}" for id, place in sorted(found - expected)]
    differences = [*silent, *extra]
    return None, f"{', en '.join(differences)}. {_REMEDY}" if differences else ""
