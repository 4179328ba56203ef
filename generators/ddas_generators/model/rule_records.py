"""The rule records of a version: ``regels.yaml``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ddas.errors import ModelError
from ddas.rules.kinds import find_kind
from ddas.rules.rule_kind import RuleKind
from ddas.standard.plain_records import to_plain
from ddas.standard.specification import Rule, RuleCase
from ddas_generators.model.records import Record, iter_records
from ddas_generators.model.rule_parameters import read_parameters, unknown_kind

__all__ = ["RuleKindError", "read_rules"]

LEVELS = ("fout", "waarschuwing", "info")


class RuleKindError(ModelError):
    """The kind of a rule does not exist, or the rule tells it something else than it takes."""


def read_rules(path: Path, root: Path) -> tuple[Rule, ...]:
    """The business rules, in listed order.

    Raises:
        ModelError: a record lacks a key, or has one that is unknown.
        RuleKindError: a record is of no known kind, or tells its kind something else than that takes.
    """
    return tuple(_rule(r) for r in iter_records(path, root, "regels"))


def _rule(r: Record) -> Rule:
    kind = _kind(r)
    return Rule(
        id=r.text("id"),
        name=r.text("naam"),
        level=r.choice("niveau", LEVELS),
        message=r.text("melding"),
        explanation=r.text("toelichting", ""),
        remedy=r.text("herstel"),
        fields=r.texts("velden", ()),
        sources=r.texts("bron"),
        since=r.text("vanaf", ""),
        kind=kind.name,
        scopes=r.texts("op", ()),
        parameters=_parameters(r, kind),
        silences=r.texts("onderdrukt", ()),
        cases=tuple(_case(c) for c in r.records("gevallen")),
    )


def _kind(r: Record) -> RuleKind:
    name = r.text("soort")
    kind = find_kind(name)
    if kind is None:
        raise RuleKindError(f"{r.locate('soort')}: {unknown_kind(name)}")
    return kind


def _parameters(r: Record, kind: RuleKind) -> Mapping[str, Any]:
    parameters, faults = read_parameters(kind, r.plain("parameters"))
    if faults:
        raise RuleKindError(f"{r.locate('parameters', *faults[0].path)}: {faults[0].message}")
    plain: dict[str, Any] = to_plain(parameters)
    return plain


def _case(r: Record) -> RuleCase:
    return RuleCase(
        name=r.text("naam"),
        base=r.text("basis"),
        patch=_patch(r),
        places=r.texts("plekken", ()),
    )


def _patch(r: Record) -> str:
    try:
        return json.dumps(r.plain("wijziging", []), ensure_ascii=False)
    except TypeError:  # YAML reads an unquoted day as a date
        raise ModelError(
            f"{r.locate('wijziging')}: in 'wijziging' staat iets dat JSON niet kent. "
            "Zet een dag tussen aanhalingstekens."
        ) from None
