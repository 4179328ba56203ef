"""The rule records of a version: ``regels.yaml``."""

from __future__ import annotations

import json
from pathlib import Path

from ddas.errors import ModelError
from ddas.standard.specification import Condition, Rule, RuleCase, RuleParameters
from ddas_generators.model.records import Record, iter_records

__all__ = ["read_rules"]

LEVELS = ("fout", "waarschuwing", "info")
TESTS = ("gevuld", "leeg", "is", "is niet")


def read_rules(path: Path, root: Path) -> tuple[Rule, ...]:
    """The business rules, in listed order.

    Raises:
        ModelError: a record lacks a key, or has one that is unknown.
    """
    return tuple(
        Rule(
            id=r.text("id"),
            name=r.text("naam"),
            level=r.choice("niveau", LEVELS),
            message=r.text("melding"),
            explanation=r.text("toelichting", ""),
            remedy=r.text("herstel"),
            fields=r.texts("velden", ()),
            sources=r.texts("bron"),
            since=r.text("vanaf", ""),
            kind=r.text("soort", ""),
            scopes=r.texts("op", ()),
            parameters=_parameters(r.inner("parameters")),
            silences=r.texts("onderdrukt", ()),
            cases=tuple(_case(c) for c in r.records("gevallen")),
        )
        for r in iter_records(path, root, "regels")
    )


def _parameters(r: Record) -> RuleParameters:
    parameters = RuleParameters(
        paths=r.texts("paden", ()),
        conditions=tuple(_condition(c) for c in r.records("als")),
        groups=_groups(r),
        minimum=r.number("minimum"),
        maximum=r.number("maximum"),
        months=r.number("maanden"),
        from_date=r.text("vanaf_datum", ""),
        limit=r.text("grens", ""),
        types=r.texts("typen", ()),
        exceptions=r.texts("behalve", ()),
        pattern=r.text("patroon", ""),
        list=r.text("lijst", ""),
        target=r.text("verwijst_naar", ""),
        times=r.text("keer", ""),
        item_conditions=tuple(_condition(c) for c in r.records("waarbij")),
        values=r.texts("waarden", ()),
        blank_differs=r.flag("ook_leeg"),
        outcome=r.text("uitkomst", ""),
    )
    r.finish()
    return parameters


def _condition(r: Record) -> Condition:
    return Condition(path=r.text("veld"), test=r.choice("toets", TESTS), values=r.texts("waarden", ()))


def _groups(r: Record) -> tuple[tuple[str, ...], ...]:
    groups = r.plain("groepen", [])
    if not isinstance(groups, list) or not all(
        isinstance(g, list) and g and all(isinstance(p, str) for p in g) for g in groups
    ):
        raise ModelError("regels.yaml: 'groepen' is geen lijst van lijsten met paden. Verbeter het.")
    return tuple(tuple(g) for g in groups)


def _case(r: Record) -> RuleCase:
    return RuleCase(
        name=r.text("naam"),
        base=r.text("basis"),
        patch=json.dumps(r.plain("wijziging", []), ensure_ascii=False),
        places=r.texts("plekken", ()),
    )
