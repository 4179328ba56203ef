"""The records beside the LinkML files: shape, ids, and what they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ddas.errors import ModelError
from ddas_generators.lint.doubles import iter_doubles
from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.model.records import read_errata, read_phases, read_sources
from ddas_generators.model.rule_records import RuleKindError, read_rules
from ddas_generators.model.yaml_source import Location, YamlSource

__all__ = ["check_fields", "check_next_phases", "check_record_ids", "check_record_shapes", "record_fault"]

_READERS = {
    "regels.yaml": read_rules,
    "errata.yaml": read_errata,
    "procesfasen.yaml": read_phases,
    "bronnen.yaml": read_sources,
}
_PLACED = re.compile(r"(?P<file>.+?):(?P<line>\d+): (?P<message>.*)", re.DOTALL)


def check_record_shapes(model: LintModel) -> Iterator[LintFinding]:
    """Every record file can be read: no part missing, wrong or unknown. The first fault of each file is reported."""
    for source in model.record_files:
        name = source.file.rpartition("/")[2]
        try:
            _READERS[name](model.root / source.file, model.root)
        except RuleKindError:
            continue  # told by the check of parameters, which tells them all
        except ModelError as error:
            yield record_fault(error, source, Fault.RECORD_WRONG)


def record_fault(error: ModelError, source: YamlSource, fault: Fault) -> LintFinding:
    """The finding for a file of records that cannot be read, at the line that the error names."""
    placed = _PLACED.fullmatch(str(error))
    return LintFinding(
        location=Location(source.file, int(placed["line"])) if placed else Location(source.file, 1),
        subject=source.file.rpartition("/")[2],
        id=fault,
        message=placed["message"] if placed else str(error),
    )


def check_record_ids(model: LintModel) -> Iterator[LintFinding]:
    """Ids and codes are unique in their list; ids of rules say their domain."""
    for kind, key in (
        (ElementKind.RULE, "id"),
        (ElementKind.ERRATUM, "id"),
        (ElementKind.PHASE, "code"),
        (ElementKind.SOURCE, "code"),
    ):
        for first, second in iter_doubles((e.name.casefold(), e) for e in model.of(kind)):
            yield second.fault(
                Fault.RECORD_DOUBLE,
                f"deze '{key}' staat al op {first.source.locate(*first.key, key)}. Geef een van de twee een andere.",
                key,
            )
    spelling = re.compile(rf"{re.escape(model.rule_prefix)}-\d{{3}}[a-z]?", re.ASCII)
    for rule in model.of(ElementKind.RULE):
        if not spelling.fullmatch(rule.name):
            yield rule.fault(
                Fault.RULE_ID_SPELLING,
                f"het id heeft niet de vorm {model.rule_prefix}-001 of {model.rule_prefix}-001a. Verander het id.",
                "id",
            )


def check_fields(model: LintModel) -> Iterator[LintFinding]:
    """The fields that rules and errata name exist."""
    fields = model.paths(ElementKind.CLASS, ElementKind.ATTRIBUTE)
    yield from _iter_unknown(model.of(ElementKind.RULE), fields, "Objecttype of Objecttype.veld")
    everything = fields | model.paths(ElementKind.ENUM, ElementKind.VALUE)
    yield from _iter_unknown(
        model.of(ElementKind.ERRATUM), everything, "Objecttype, Objecttype.veld, Waardenlijst of Waardenlijst.code"
    )


def _iter_unknown(records: tuple[Element, ...], known: frozenset[str], form: str) -> Iterator[LintFinding]:
    for record in records:
        for index, path in enumerate(record.texts("velden")):
            if path not in known:
                yield record.fault(
                    Fault.FIELD_UNKNOWN,
                    f"'{path}' staat niet in het model. Schrijf het als {form}, precies zoals in het model.",
                    "velden",
                    index,
                )


def check_next_phases(model: LintModel) -> Iterator[LintFinding]:
    """The phases that can follow a phase exist."""
    known = model.names(ElementKind.PHASE)
    for phase in model.of(ElementKind.PHASE):
        for index, code in enumerate(phase.texts("naar")):
            if code not in known:
                yield phase.fault(
                    Fault.PHASE_UNKNOWN,
                    f"'naar' noemt de fase '{code}', maar die staat niet in deze lijst. Verbeter de code.",
                    "naar",
                    index,
                )
