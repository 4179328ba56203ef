"""Examples of attributes: each is a value that a delivery may hold there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from ddas.standard.value_kinds import ValueKind
from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.lint.types import is_pattern
from ddas_generators.model.linkml_types import kind_in_model

__all__ = ["check_examples"]

BSN_TYPE = "Bsn"
TEST_BSN_START = "9999"
"""Start of the numbers that are kept apart for testing, so that no example is a real person's."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})", re.ASCII)
_INTEGER = re.compile(r"0|-?[1-9]\d*", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


def check_examples(model: LintModel) -> Iterator[LintFinding]:
    """Every example fits the range of its attribute."""
    types = model.by_name(ElementKind.TYPE)
    values = {e.name: frozenset(v.name for v in model.parts(e)) for e in model.of(ElementKind.ENUM)}
    for element in model.of(ElementKind.ATTRIBUTE):
        name = element.text("range")
        for index, example in _iter_examples(element):
            if name in values:
                expected = "" if example in values[name] else f"een waarde uit {name}"
            else:
                expected = _expected(types[name], example, values) if name in types else ""
            if expected:
                yield element.fault(
                    Fault.EXAMPLE_INVALID,
                    f"voorbeeld {index + 1} past niet: verwacht wordt {expected}. Verander het voorbeeld.",
                    "examples",
                    index,
                )


def _iter_examples(element: Element) -> Iterator[tuple[int, str]]:
    examples = element.data.get("examples")
    for index, example in enumerate(examples if isinstance(examples, list) else ()):
        value = example.get("value") if isinstance(example, Mapping) else None
        if isinstance(value, str):
            yield index, value


def _expected(data_type: Element, example: str, values: Mapping[str, frozenset[str]]) -> str:
    """What the type expects and this example is not; empty when it fits."""
    length, pattern, code_list = (
        data_type.note("lengte"),
        data_type.note("patroon"),
        data_type.note_text("waardenlijst"),
    )
    kind = kind_in_model(data_type.text("typeof"), data_type.note_text("formaat"))
    is_valid, expected = _VALID[kind or ValueKind.TEXT]
    if not is_valid(example):
        return expected
    if isinstance(length, int) and len(example) > length:
        return f"hoogstens {length} tekens"
    if is_pattern(pattern) and not re.fullmatch(pattern, example, re.ASCII):
        return f"tekst volgens het patroon van {data_type.name}"
    if code_list in values and example not in values[code_list]:
        return f"een waarde uit {code_list}"
    if data_type.name == BSN_TYPE and not _is_test_bsn(example):
        return f"een testnummer dat met {TEST_BSN_START} begint en voldoet aan de elfproef"
    return ""


def _is_any(_text: str) -> bool:
    return True


def _is_email(text: str) -> bool:
    return bool(_EMAIL.fullmatch(text))


def _is_date(text: str) -> bool:
    return bool(_DATE.fullmatch(text)) and _parses(date.fromisoformat, text)


def _is_date_time(text: str) -> bool:
    return bool(_DATE_TIME.fullmatch(text)) and _parses(datetime.fromisoformat, text)


def _is_integer(text: str) -> bool:
    return bool(_INTEGER.fullmatch(text))


def _is_boolean(text: str) -> bool:
    return text in ("true", "false")


def _parses(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _is_test_bsn(text: str) -> bool:
    """The elfproef for a BSN: weights 9 to 2, then -1; the sum is a multiple of 11."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if len(text) != len(weights) or not text.isdecimal() or not text.startswith(TEST_BSN_START):
        return False
    return sum(w * int(d) for w, d in zip(weights, text, strict=True)) % 11 == 0


_VALID: Mapping[ValueKind, tuple[Callable[[str], bool], str]] = {
    ValueKind.TEXT: (_is_any, "een tekst"),
    ValueKind.EMAIL: (_is_email, "een e-mailadres"),
    ValueKind.DATE: (_is_date, "een bestaande dag als jjjj-mm-dd"),
    ValueKind.DATE_TIME: (_is_date_time, "een dag met tijd en tijdzone, zoals 2025-04-10T09:30:00+02:00"),
    ValueKind.WHOLE_NUMBER: (_is_integer, "een geheel getal"),
    ValueKind.BOOLEAN: (_is_boolean, "true of false"),
}
