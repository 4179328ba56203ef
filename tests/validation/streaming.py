"""The streaming check on one document in many written forms, and what it found as plain facts."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from ddas.delivery.source import BytesSource
from ddas.findings import format_pointer
from ddas.standard.specification import Specification
from ddas.validation.checking import check_against
from ddas.validation.file_report import FileReport
from ddas.validation.naming import shown_pointer, structural_id
from ddas.validation.options import CheckOptions
from ddas.validation.structure.explainer import StructuralFault

__all__ = ["BLOCK_SIZES", "FORMS", "Fact", "check", "facts", "minified", "structural_facts"]

BLOCK_SIZES = (1, 2, 3, 7, 16, 64, 100, 1000)
"""Bytes; the real size is that of a large file."""

Fact = tuple[str, str]
"""(rule, pointer) of a finding."""

KEY = b"a key for tests!"
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_STEP = re.compile(r"\\u[0-9a-f]{4}|\\.|[^\\]")
_OTHER = {"a": r"\u0061", "/": r"\/"}


def minified(document: Any) -> bytes:
    """Without white space; a number that is too large is written as it was."""
    return _numbers(json.dumps(document, ensure_ascii=False, separators=(",", ":"))).encode()


def _indented(document: Any) -> bytes:
    return _numbers(json.dumps(document, ensure_ascii=False, indent=2)).encode()


def _escaped(document: Any) -> bytes:
    r"""Every character outside ASCII, each letter a and each slash in another way: ``\uXXXX`` and ``\/``."""
    text = _numbers(json.dumps(document, ensure_ascii=True))
    return _STRING.sub(lambda m: _STEP.sub(lambda c: _OTHER.get(c[0], c[0]), m[0]), text).encode()


def _shuffled(document: Any) -> bytes:
    return minified(_with_order(document, random.Random(5)))


def _windows(document: Any) -> bytes:
    return _indented(document).replace(b"\n  ", b"\r\n\t")


def _list_first(document: Any) -> bytes:
    """The long list in front of what the rules must know, such as the period."""
    if not isinstance(document, dict):
        return minified(document)
    ordered = sorted(document, key=lambda key: not isinstance(document[key], list))
    return minified({key: document[key] for key in ordered})


FORMS: Mapping[str, Callable[[Any], bytes]] = MappingProxyType(
    {
        "minified": minified,
        "indented": _indented,
        "escaped": _escaped,
        "shuffled": _shuffled,
        "windows": _windows,
        "list first": _list_first,
    }
)
"""Ways to write the same document."""


def _numbers(text: str) -> str:
    return text.replace("-Infinity", "-1e400").replace("Infinity", "1e400")


def _with_order(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        keys = chance.sample(list(value), len(value))
        return {key: _with_order(value[key], chance) for key in keys}
    return [_with_order(item, chance) for item in value] if isinstance(value, list) else value


def check(specification: Specification, text: bytes, **options: Any) -> FileReport:
    """The report; all findings are kept unless told otherwise."""
    wanted = CheckOptions(**{"max_per_rule": 0, "key": KEY, **options})
    return check_against(BytesSource(text, "a.json"), specification, wanted)


def facts(report: FileReport) -> list[Fact]:
    """Rule and pointer of every finding, sorted; the totals say the same."""
    found = sorted((f.rule, f.pointer) for f in report.findings)
    counted = {rule: sum(r == rule for r, _ in found) for rule in {r for r, _ in found}}
    assert counted == dict(report.totals)
    return found


def structural_facts(specification: Specification, faults: list[StructuralFault]) -> list[Fact]:
    """The same of structural faults."""
    return sorted(
        (structural_id(specification, f.kind), format_pointer(shown_pointer(specification, f.pointer))) for f in faults
    )
