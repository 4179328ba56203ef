"""What a text or a page says of another part of the model is so there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.lint.obligations import OWN_READING
from ddas_generators.model.borrowed_texts import ANNOTATION
from ddas_generators.model.yaml_source import Location

__all__ = ["check_named_rules", "check_own_readings", "check_unused_fields"]

_PAGE = "docs/besluiten/eigen-duiding.md"
_SECTION = re.compile(r"^## (.+?)\s*$")
_ROW = re.compile(r"^\| `([\w.]+)` \| ([\w ]+) \| (.*) \|$")
_SHORTEST_REASON = 30
_UNUSED_PAGE = "docs/niet-gevraagd.md"
_UNUSED_ROW = re.compile(r"^\| ([^|`]+) \| (`[^|]+) \|")
_CODE = re.compile(r"`([^`]+)`")
_TOLD = ("comments", "description", "fout", "lezing", "toelichting", "melding", "herstel")


def check_named_rules(model: LintModel) -> Iterator[LintFinding]:
    """A rule that a text names is there."""
    known = model.names(ElementKind.RULE)
    rule_id = re.compile(rf"\b{re.escape(model.rule_prefix)}-\d{{3}}[a-z]?\b", re.ASCII)
    for element in (*model.elements, *model.records):
        for key in _TOLD:
            for name in dict.fromkeys(n for text in _texts(element.data.get(key)) for n in rule_id.findall(text)):
                if name not in known:
                    yield element.fault(
                        Fault.RULE_UNKNOWN,
                        f"de tekst noemt de regel '{name}', die niet in regels.yaml staat. Verbeter de tekst.",
                        key,
                    )


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str))


def check_own_readings(model: LintModel) -> Iterator[LintFinding]:
    """The page of our own readings has a row with a reason for each of them, and no others; a study is nothing else."""
    page = model.root / _PAGE
    if model.is_study or not page.is_file():
        return
    title = f"{model.id.domain.title} {model.id.version}"
    rows = _rows(page.read_text(encoding="utf-8").splitlines(), title)
    readings = {}
    for field in model.of(ElementKind.ATTRIBUTE):
        if field.exchanged and field.note_text("grond") == OWN_READING:
            readings[field.path, field.note_text("verplichting")] = field
    for key in readings.keys() - {(path, obligation) for _, path, obligation in rows}:
        yield readings[key].fault(
            Fault.READING_NOT_LISTED,
            f"de grond is '{OWN_READING}', maar {_PAGE} zegt niet waarom. Zet onder '## {title}' een rij: "
            f"| `{key[0]}` | {key[1]} | reden van minstens {_SHORTEST_REASON} tekens |",
            "annotations",
            "grond",
        )
    for line, path, obligation in rows:
        if (path, obligation) not in readings:
            yield LintFinding(
                location=Location(_PAGE, line),
                subject=path,
                id=Fault.READING_NOT_LISTED,
                message=f"in {model.id.code} is '{obligation}' bij dit veld geen eigen duiding. Verbeter de rij "
                "of haal haar weg.",
            )


def check_unused_fields(model: LintModel) -> Iterator[LintFinding]:
    """Where the page of fields that no known question uses has a part on this version, it names those and no others."""
    page = model.root / _UNUSED_PAGE
    lines = page.read_text(encoding="utf-8").splitlines() if page.is_file() else []
    heading = f"### {model.id.domain.title} {model.id.version}"
    if heading not in lines:
        return
    listed = dict(_iter_unused(lines, lines.index(heading) + 1))
    unused = {(model.label(f.owner), f.wire_name): f for f in _list_unused_fields(model) if f.owner is not None}
    for key in unused.keys() - listed.keys():
        yield unused[key].fault(
            Fault.PURPOSE_NOT_LISTED,
            f"geen vraag gebruikt dit veld, maar {_UNUSED_PAGE} noemt het niet. Zet `{key[1]}` onder '{heading}' in "
            f"de rij van {key[0]}.",
            "annotations",
        )
    for key in listed.keys() - unused.keys():
        yield LintFinding(
            location=Location(_UNUSED_PAGE, listed[key]),
            subject=f"{key[0]}: {key[1]}",
            id=Fault.PURPOSE_NOT_LISTED,
            message=f"{model.id.code} kent dit veld niet, of een vraag gebruikt het. Haal het uit deze rij.",
        )


def _iter_unused(lines: list[str], start: int) -> Iterator[tuple[tuple[str, str], int]]:
    """Label of the object type and wire name in each row up to the next heading, with the line."""
    for number, line in enumerate(lines[start:], start + 1):
        if line.startswith("#"):
            return
        if row := _UNUSED_ROW.match(line):
            yield from (((row[1], name), number) for name in _CODE.findall(row[2]))


def _list_unused_fields(model: LintModel) -> list[Element]:
    """The exchanged fields that are no part and say that no question uses them, also by a text of another version."""
    parts = model.names(ElementKind.CLASS)
    fields = [f for f in model.of(ElementKind.ATTRIBUTE) if f.exchanged and f.text("range") not in parts]
    return [f for f in fields if _purposes(model, f) in ((), ("geen",))]


def _purposes(model: LintModel, field: Element) -> tuple[str, ...]:
    text = model.texts.find(str(field.note(ANNOTATION))) if field.borrows else None
    return field.note_texts("waarvoor") if text is None else text.purposes


def _rows(lines: list[str], title: str) -> list[tuple[int, str, str]]:
    """Line, field and obligation of each row with a reason below this heading."""
    rows, inside = [], False
    for number, line in enumerate(lines, 1):
        if section := _SECTION.match(line):
            inside = section[1] == title
        elif inside and (row := _ROW.match(line)) and len(row[3].strip()) >= _SHORTEST_REASON:
            rows.append((number, row[1], row[2]))
    return rows
