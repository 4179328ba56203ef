"""The rules of a standard, in the terminal: a list, or everything about one."""

from __future__ import annotations

import argparse
import json
import re
import shutil
from collections.abc import Iterator, Sequence

from ddas.cli.fault_report import FaultCode, iter_fault_codes, iter_fault_lines
from ddas.describing.wording import source_titles
from ddas.errors import DdasError
from ddas.rendering.csv_table import CsvForm, make_csv
from ddas.rules.cases.case_fragments import show_case
from ddas.standard.catalog import default_specification, find_specification, iter_specifications
from ddas.standard.specification import Rule, Specification
from ddas.standard.status import Status
from ddas.terminal.streams import write_document
from ddas.terminal.text_layout import iter_list_lines, iter_table_lines

__all__ = ["answer"]

_Entry = tuple[Specification, Rule] | FaultCode
"""A rule with its standard, or a code that stands in no model."""

_COLUMNS = ("id", "niveau", "regel", "velden", "soort", "vanaf", "bron")


def answer(arguments: argparse.Namespace) -> int:
    """Print what was asked; 0 when every rule that was named exists.

    Raises:
        DdasError: the standard or a rule does not exist.
    """
    chosen = _specifications(arguments.standard)
    rules: list[_Entry] = [(s, r) for s in chosen for r in s.rules]
    if arguments.ids:
        rules = [_find(chosen, rules, id) for id in arguments.ids]
    if not rules:
        raise DdasError("Deze versie heeft geen regels. Regels gelden vanaf de versies die nu in gebruik zijn.")
    if arguments.format == "json":
        write_document(json.dumps([_as_data(e) for e in rules], ensure_ascii=False, indent=2) + "\n")
    elif arguments.format != "table":
        write_document(_as_csv(rules, CsvForm(arguments.format)))
    else:
        width = shutil.get_terminal_size((100, 24)).columns
        print("\n".join(_iter_details(rules, width) if arguments.ids else _iter_table(rules, width)))
    return 0


def _specifications(code: str | None) -> list[Specification]:
    if code is not None:
        return [find_specification(code)]
    domains = dict.fromkeys(s.domain.name for s in iter_specifications() if s.status is Status.ADOPTED)
    return [default_specification(name) for name in domains]


def _find(chosen: Sequence[Specification], rules: Sequence[_Entry], id: str) -> _Entry:
    wanted = id.upper()
    entries = [*rules, *iter_fault_codes(chosen)]
    for entry in entries:
        if _id(entry).upper() == wanted:
            return entry
    family = [_id(e) for e in entries if re.fullmatch(re.escape(wanted) + "[a-z]", _id(e), re.IGNORECASE)]
    if family:
        raise DdasError(f"Deze regel bestaat uit delen. Kies uit: {', '.join(family)}.")
    codes = ", ".join(s.id.code for s in chosen)
    raise DdasError(f"Een regel met dit id staat niet in {codes}. Bekijk de lijst met: ddas rules")


def _id(entry: _Entry) -> str:
    return entry.id if isinstance(entry, FaultCode) else entry[1].id


def _as_data(entry: _Entry) -> dict[str, object]:
    if isinstance(entry, FaultCode):
        return _fault_data(entry)
    specification, rule = entry
    return {
        "standard": specification.id.code,
        "id": rule.id,
        "level": rule.level,
        "name": rule.name,
        "message": rule.message,
        "explanation": rule.explanation,
        "remedy": rule.remedy,
        "fields": list(rule.fields),
        "sources": list(source_titles(specification, rule.sources)),
        "since": rule.since,
        "kind": rule.kind,
        "silences": list(rule.silences),
        "uri": specification.id.rule_uri(rule.id),
        "link": specification.id.rule_link(rule.id),
    }


def _fault_data(fault: FaultCode) -> dict[str, object]:
    return {
        "standard": fault.standard or None,
        "id": fault.id,
        "level": fault.level,
        "name": fault.name,
        "message": " ".join(fault.messages),
        "explanation": fault.explanation,
        "remedy": fault.remedy,
        "fields": list(fault.fields),
        "sources": [],
        "since": "",
        "kind": fault.kind,
        "silences": [],
        "uri": fault.uri,
        "link": fault.link,
    }


def _as_csv(rules: Sequence[_Entry], form: CsvForm) -> str:
    return make_csv(_COLUMNS, (_cells(entry) for entry in rules), form)


def _cells(entry: _Entry) -> tuple[str, ...]:
    if isinstance(entry, FaultCode):
        return (entry.id, entry.level, entry.name, "; ".join(entry.fields), entry.kind, "", "")
    specification, rule = entry
    sources = "; ".join(source_titles(specification, rule.sources))
    return (rule.id, rule.level, rule.name, "; ".join(rule.fields), rule.kind, rule.since, sources)


def _iter_table(entries: Sequence[_Entry], width: int) -> Iterator[str]:
    rules = [e for e in entries if not isinstance(e, FaultCode)]
    codes = list(dict.fromkeys(s.id.code for s, _ in rules))
    for code in codes:
        of_code = [r for s, r in rules if s.id.code == code]
        yield f"{code}: {len(of_code)} regels"
        yield ""
        yield from iter_table_lines(("Id", "Niveau", "Regel"), [(r.id, r.level, r.name) for r in of_code], width)
        yield ""
    yield "Alles over één regel: ddas rules ID. Andere codes uit een verslag, zoals SHV-S02 of DDAS-B01, kunnen ook."


def _iter_details(entries: Sequence[_Entry], width: int) -> Iterator[str]:
    for number, entry in enumerate(entries):
        if number:
            yield ""
        if isinstance(entry, FaultCode):
            yield from iter_fault_lines(entry, width)
        else:
            yield from _iter_rule(*entry, width)


def _iter_rule(specification: Specification, rule: Rule, width: int) -> Iterator[str]:
    yield f"{rule.id}  {rule.name}"
    yield ""
    items = [
        ("Standaard", f"{specification.id.code}, geldt vanaf {rule.since or specification.version}"),
        ("Niveau", rule.level),
        ("Melding", rule.message),
        ("Waarom", rule.explanation),
        ("Wat te doen", rule.remedy),
        ("Velden", ", ".join(rule.fields)),
        ("Bron", "; ".join(source_titles(specification, rule.sources))),
        ("Soort regel", rule.kind),
        ("Gaat voor", ", ".join(rule.silences)),
        ("Link", specification.id.rule_link(rule.id)),
    ]
    yield from iter_list_lines([(name, text) for name, text in items if text], width)
    for title, failing in (("Goed", False), ("Fout", True)):
        case = next((c for c in rule.cases if bool(c.places) is failing), None)
        if case is not None:
            yield ""
            yield f"{title}: {case.name}"
            yield from (f"    {line}" for line in show_case(specification, rule, case))
