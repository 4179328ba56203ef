"""Why a file is no YAML: line, cause and remedy in Dutch, for the mistakes that people make in model files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import yaml

__all__ = ["explain_yaml_error", "find_merge_marker", "find_wrong_date"]

_MARKER = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
_TAB = re.compile(r"^ *\t")
_UNCLOSED = re.compile(r"[:-] +(?:'[^']*|\"[^\"]*)$")
_KEY_ONLY = re.compile(r"^\s*(?:- +)*[^\s:'\"\[{#][^:'\"\[{#]*$")

_INDENT = (
    "deze regel springt anders in dan de regels erboven. Zet haar recht onder de sleutel of het streepje waar zij bij "
    "hoort."
)
_QUOTES = "Zet de hele tekst tussen enkele aanhalingstekens."

_Fault = tuple[int, str]
"""A 1-based line, and what is wrong there with what to do."""


def find_merge_marker(text: str) -> _Fault | None:
    """The first mark that git left where two branches changed the same lines."""
    marker = _MARKER.search(text)
    if marker is None:
        return None
    return text.count("\n", 0, marker.start()) + 1, (
        f"hier staat '{marker[1]}': git kon twee wijzigingen niet samenvoegen. Kies wat er moet staan en haal de "
        "regels met <<<<<<<, ======= en >>>>>>> weg."
    )


def find_wrong_date(node: yaml.Node) -> _Fault | None:
    """The first value that YAML takes for a date and that is no day or time of the calendar."""
    maker = yaml.CSafeLoader("")
    for scalar in _iter_scalars(node):
        if scalar.tag == "tag:yaml.org,2002:timestamp":
            try:
                maker.construct_yaml_timestamp(scalar)
            except ValueError:
                return scalar.start_mark.line + 1, (
                    f"'{scalar.value}' is geen bestaande dag of tijd. Schrijf een dag die bestaat, als jjjj-mm-dd. "
                    "Is het geen datum? Zet de tekst dan tussen aanhalingstekens."
                )
    return None


def explain_yaml_error(text: str, error: yaml.YAMLError | ValueError) -> _Fault:
    """The line to look at and the most likely cause."""
    sign = yaml.reader.Reader.NON_PRINTABLE.search(text) if isinstance(error, yaml.reader.ReaderError) else None
    if sign is not None:
        line = text.count("\n", 0, sign.start()) + 1
        return line, f"hier staat een teken dat YAML niet toelaat (U+{ord(sign[0]):04X}). Haal het weg."
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return 1, "dit is geen geldige YAML. Vergelijk het bestand met de vorige versie in git."
    lines = text.splitlines()
    last = error.problem_mark.line
    first = min(error.context_mark.line if error.context_mark else last, last)
    tab = next((i for i in range(first, last + 1) if i < len(lines) and _TAB.match(lines[i])), None)
    if tab is not None:
        return tab + 1, "deze regel begint met een tab. YAML kent alleen spaties: vervang de tab door spaties."
    for words, explain in _EXPLAINED.items():
        if words in (error.problem or ""):
            return explain(lines, first, error.problem_mark)
    return last + 1, "dit is geen geldige YAML. Vergelijk deze regel en die erboven met een ander modelbestand."


def _colon(lines: list[str], _first: int, mark: yaml.Mark) -> _Fault:
    before = lines[mark.line][: mark.column]
    if not _KEY_ONLY.match(before):
        return mark.line + 1, f"er staat een dubbele punt met een spatie in een tekst. {_QUOTES}"
    above = next((i for i in range(mark.line - 1, -1, -1) if lines[i].strip()), 0)
    if _KEY_ONLY.match(lines[above]) or (":" in lines[above] and not re.search(r":(\s|$)", lines[above])):
        return above + 1, "achter de sleutel op deze regel ontbreekt een dubbele punt met een spatie. Zet die erbij."
    return mark.line + 1, _INDENT


def _no_colon(_lines: list[str], first: int, _mark: yaml.Mark) -> _Fault:
    return first + 1, "achter de sleutel op deze regel ontbreekt een dubbele punt met een spatie. Zet die erbij."


def _indent(lines: list[str], first: int, mark: yaml.Mark) -> _Fault:
    if mark.line < len(lines) and re.search(r"['\"]\s*$", lines[mark.line][: mark.column]):
        opened = next((i for i in range(mark.line - 1, first - 1, -1) if _UNCLOSED.search(lines[i])), None)
        if opened is not None:
            return _open_quote(lines, opened, mark)
        return mark.line + 1, (
            "de tekst eindigt bij een aanhalingsteken dat erin staat. Schrijf een enkel aanhalingsteken in de tekst "
            "twee keer ('')."
        )
    return mark.line + 1, _INDENT


def _open_quote(_lines: list[str], first: int, _mark: yaml.Mark) -> _Fault:
    return first + 1, "het aanhalingsteken op deze regel wordt nergens gesloten. Zet er een achter de tekst."


def _open_bracket(lines: list[str], first: int, _mark: yaml.Mark) -> _Fault:
    opened = next((i for i in range(min(first, len(lines) - 1), -1, -1) if re.search(r"[\[{]", lines[i])), first)
    return opened + 1, "de haak op deze regel wordt niet gesloten, of er ontbreekt een komma. Vul aan wat ontbreekt."


def _character(lines: list[str], _first: int, mark: yaml.Mark) -> _Fault:
    sign = lines[mark.line][mark.column : mark.column + 1]
    return mark.line + 1, f"een tekst kan in YAML niet met '{sign}' beginnen. {_QUOTES}"


def _percent(_lines: list[str], first: int, _mark: yaml.Mark) -> _Fault:
    return first + 1, f"een tekst kan in YAML niet met '%' beginnen. {_QUOTES}"


def _escape(_lines: list[str], _first: int, mark: yaml.Mark) -> _Fault:
    return (
        mark.line + 1,
        "tussen dubbele aanhalingstekens heeft \\ een eigen betekenis. Gebruik enkele aanhalingstekens.",
    )


def _second_document(_lines: list[str], _first: int, mark: yaml.Mark) -> _Fault:
    return mark.line + 1, "'---' begint een tweede bestand in dit bestand. Haal deze regel weg."


_EXPLAINED: dict[str, Callable[[list[str], int, yaml.Mark], _Fault]] = {
    "mapping values are not allowed": _colon,
    "could not find expected ':'": _no_colon,
    "did not find expected key": _indent,
    "did not find expected '-' indicator": _indent,
    "found unexpected end of stream": _open_quote,
    "did not find expected ','": _open_bracket,
    "did not find expected node content": _open_bracket,
    "found character that cannot start any token": _character,
    "found undefined alias": _character,
    "could not determine a constructor for the tag": _character,
    "found unexpected non-alphabetical character": _percent,
    "found unknown escape character": _escape,
    "but found another document": _second_document,
}
"""Words of libyaml, and what a maintainer did then. The first that fits counts."""


def _iter_scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _iter_scalars(value)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _iter_scalars(key)
            yield from _iter_scalars(value)
