"""Characters in texts that nobody sees or that do not belong there: invisible ones, loose spaces, markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.model.yaml_source import YamlSource

__all__ = ["check_characters", "check_spaces", "iter_wire_spaces"]

_PLAIN = re.compile(r"[ -~\n\u00c0-\u00ff]*")
"""What most texts consist of, so that few are looked at letter by letter."""

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_MARKUP = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?: [^<>@]*)?/?>|&(?:[a-z]+|#\d+);")
_LOOSE = re.compile(r"^\s|\s$|\s\s")
_DELIVERIES = frozenset({"parameters", "wijziging"})
"""Keys whose content is about deliveries: a rule may be about the very thing that is wrong there."""


def check_characters(model: LintModel) -> Iterator[LintFinding]:
    """No text holds a character that nobody sees, or markup that readers would see as it stands."""
    for source in model.files:
        for path, text in _iter_texts(source.data, ()):
            sign = "" if _PLAIN.fullmatch(text) else next((c for c in text if _is_unseen(c)), "")
            if sign:
                yield _fault(
                    source,
                    path,
                    Fault.CHARACTER_UNSEEN,
                    f"hier staat een teken dat u niet ziet of dat geen gewone spatie is ({_name(sign)}, op plaats "
                    f"{text.index(sign) + 1}). Typ de tekst opnieuw.",
                )
            elif markup := _MARKUP.search(text):
                yield _fault(
                    source,
                    path,
                    Fault.MARKUP,
                    f"hier staat opmaak ('{markup[0]}'). Lezers zien die letterlijk: schrijf gewone tekst.",
                )


def check_spaces(model: LintModel) -> Iterator[LintFinding]:
    """Labels and search words have no loose spaces; what stands in the message has none in a version of our own.

    A published name is as it was published; see ``iter_wire_spaces``.
    """
    for element in model.elements:
        for key in ("title", "aliases"):
            if any(_LOOSE.search(text) for text in _as_texts(element.data.get(key))):
                yield _space_fault(element, f"in '{key}'", key)
    if not model.published:
        yield from iter_wire_spaces(model)


def iter_wire_spaces(model: LintModel) -> Iterator[LintFinding]:
    """Names and values of the message with a space at an end, or with two together."""
    for element in model.of(ElementKind.VALUE):
        if _LOOSE.search(element.name):
            yield _space_fault(element, f"in de waarde '{element.name}'")
    for element in model.of(ElementKind.ATTRIBUTE):
        if any(_LOOSE.search(text) for text in _as_texts(element.data.get("alias"))):
            yield _space_fault(element, "in de naam in het bericht", "alias")


def _space_fault(element: Element, where: str, *keys: str) -> LintFinding:
    return element.fault(
        Fault.SPACES,
        f"{where} staat een spatie vooraan of achteraan, of staan er twee bij elkaar. Haal die weg.",
        *keys,
    )


def _as_texts(value: object) -> tuple[str, ...]:
    return tuple(v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str))


def _iter_texts(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text and every key below this value, with the keys that lead there."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _iter_texts(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            here = (*path, str(key))
            yield here, str(key)
            if key not in _DELIVERIES:
                yield from _iter_texts(item, here)


def _is_unseen(sign: str) -> bool:
    category = unicodedata.category(sign)
    return sign == "\ufffd" or (category in _UNSEEN and sign != "\n") or (category == "Zs" and sign != " ")


def _name(sign: str) -> str:
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".strip()


def _fault(source: YamlSource, path: tuple[str | int, ...], fault: Fault, message: str) -> LintFinding:
    subject = ".".join("…" if isinstance(p, str) and any(map(_is_unseen, p)) else str(p) for p in path)
    return LintFinding(location=source.locate(*path), subject=subject, id=fault, message=message)
