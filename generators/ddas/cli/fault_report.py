"""The codes that stand in no model, explained: faults in the structure, of the file, and over several files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ddas.standard.specification import Specification
from ddas.terminal.text_layout import iter_list_lines
from ddas.validation.structure.fault_codes import (
    DOUBLE_KEY,
    DOUBLE_KEY_EXAMPLES,
    DOUBLE_KEY_EXPLANATION,
    DOUBLE_KEY_TITLE,
    FILE_FAULT_TITLE,
    FILE_FAULTS,
    SAMENLOOP,
    SAMENLOOP_EXPLANATION,
    SAMENLOOP_TITLE,
    STRUCTURAL_EXPLANATIONS,
    STRUCTURAL_REMEDIES,
    STRUCTURAL_RULES,
    codes_link,
)
from ddas.validation.structure.structural_fields import fields_with_fault, show_structural_fault

__all__ = ["FaultCode", "iter_fault_codes", "iter_fault_lines"]

_MOST_FIELDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultCode:
    """A code and all there is to say about it; ``standard`` is empty when it belongs to none. Texts are Dutch.

    ``uri``: its identifier; empty when it has none. ``link``: its page; empty when the documentation is not published.
    """

    id: str
    standard: str = ""
    name: str
    level: str = "fout"
    messages: tuple[str, ...] = ()
    explanation: str = ""
    remedy: str
    fields: tuple[str, ...] = ()
    kind: str
    uri: str = ""
    link: str
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def iter_fault_codes(chosen: Sequence[Specification]) -> Iterator[FaultCode]:
    """The codes for the structure of these standards, and those that belong to no standard."""
    for specification in chosen:
        for kind in STRUCTURAL_RULES:
            yield _structural(specification, kind)
    for id in dict.fromkeys(fault.id for fault in FILE_FAULTS.values()):
        faults = [fault for fault in FILE_FAULTS.values() if fault.id == id]
        yield FaultCode(
            id=id,
            name=FILE_FAULT_TITLE,
            messages=tuple(fault.message for fault in faults),
            remedy=faults[0].remedy,
            kind="bestand",
            link=codes_link(),
        )
    right, wrong = DOUBLE_KEY_EXAMPLES
    yield FaultCode(
        id=DOUBLE_KEY.id,
        name=DOUBLE_KEY_TITLE,
        level="waarschuwing",
        messages=(DOUBLE_KEY.message,),
        explanation=DOUBLE_KEY_EXPLANATION,
        remedy=DOUBLE_KEY.remedy,
        kind="bestand",
        link=codes_link(),
        right=right,
        wrong=wrong,
    )
    yield FaultCode(
        id=SAMENLOOP.id,
        name=SAMENLOOP_TITLE,
        level="info",
        messages=(SAMENLOOP.message,),
        explanation=SAMENLOOP_EXPLANATION,
        remedy=SAMENLOOP.remedy,
        kind="over bestanden heen",
        link=codes_link(),
    )


def _structural(specification: Specification, kind: str) -> FaultCode:
    number, name = STRUCTURAL_RULES[kind]
    id = f"{specification.domain.code.upper()}-{number}"
    right, wrong = show_structural_fault(specification, kind)
    return FaultCode(
        id=id,
        standard=specification.id.code,
        name=name,
        explanation=STRUCTURAL_EXPLANATIONS[kind],
        remedy=STRUCTURAL_REMEDIES[kind],
        fields=tuple(f"{o.name}.{a.name}" for o, a in fields_with_fault(specification, kind)),
        kind="opbouw",
        uri=specification.id.rule_uri(id),
        link=specification.id.rule_link(id),
        right=tuple(right),
        wrong=tuple(wrong),
    )


def iter_fault_lines(fault: FaultCode, width: int) -> Iterator[str]:
    """All about one code, for the terminal."""
    yield f"{fault.id}  {fault.name}"
    yield ""
    source = "het gepubliceerde schema" if fault.standard else ""
    items = [
        ("Standaard", fault.standard),
        ("Niveau", fault.level),
        *(("Melding", message) for message in fault.messages),
        ("Waarom", fault.explanation),
        ("Wat te doen", fault.remedy),
        ("Velden", _fields(fault)),
        ("Bron", source),
        ("Soort fout", fault.kind),
        ("Link", fault.link),
    ]
    yield from iter_list_lines([(name, text) for name, text in items if text], width)
    for title, lines in (("Goed", fault.right), ("Fout", fault.wrong)):
        if lines:
            yield ""
            yield f"{title}:"
            yield from (f"    {line}" for line in lines)


def _fields(fault: FaultCode) -> str:
    if not fault.standard:
        return ""
    if fault.fields:
        more = len(fault.fields) - _MOST_FIELDS
        return ", ".join(fault.fields[:_MOST_FIELDS]) + (f" en nog {more} velden" if more > 0 else "")
    return "deze versie heeft geen veld waar dit kan" if not fault.wrong else "kan overal voorkomen"
