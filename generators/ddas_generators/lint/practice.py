"""Correct deliveries from practice: their records, and that the schema and every rule leave them alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from ddas.delivery.source import BytesSource
from ddas.errors import DdasError, ModelError
from ddas.findings import Finding, Level
from ddas.rules.cases.case_fragments import case_document
from ddas.rules.cases.json_patch import PatchError
from ddas.standard.practice_case import PracticeCase
from ddas.standard.specification import Specification
from ddas.validation.checking import check_against
from ddas.validation.options import CheckOptions
from ddas_generators.lint.doubles import iter_doubles
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.lint.record_lists import record_fault
from ddas_generators.model.practice import PRACTICE_KEY, read_practice_file
from ddas_generators.model.yaml_source import YamlSource

__all__ = ["check_practice_records", "iter_practice_faults"]

_Place = tuple[YamlSource, int]
"""A file, and which of its situations."""


def check_practice_records(model: LintModel) -> Iterator[LintFinding]:
    """Every file can be read, and a situation has a name of its own. The first fault of each file is reported."""
    named: list[tuple[str, _Place]] = []
    for source in model.practice_files:
        try:
            cases = read_practice_file(source)
        except ModelError as error:
            yield record_fault(error, source, Fault.PRACTICE_WRONG)
            continue
        named += [(case.name.casefold(), (source, index)) for index, case in enumerate(cases)]
    for first, (source, index) in iter_doubles(named):
        there = first[0].locate(PRACTICE_KEY, first[1], "naam")
        message = f"deze naam staat al op {there}. Geef een van de twee een andere."
        yield _fault(Fault.PRACTICE_WRONG, message, (source, index), "naam")


def iter_practice_faults(model: LintModel, specification: Specification) -> Iterator[LintFinding]:
    """What the schema or a rule holds against a correct delivery, for a model without other faults."""
    places = ((s, i) for s in model.practice_files for i in range(len(s.data[PRACTICE_KEY])))
    for case, place in zip(specification.practice, places, strict=True):
        try:
            findings = _check(specification, case)
        except DdasError as error:
            step = (error.step,) if isinstance(error, PatchError) else ()
            yield _fault(Fault.PRACTICE_WRONG, str(error), place, "wijziging", *step)
            continue
        hits = [f for f in findings if f.level is not Level.INFO]
        yield from (_fault(Fault.PRACTICE_HIT, _hit(specification, f), place) for f in hits)
        if not hits:
            yield from _iter_remark_faults(case, findings, place)


def _check(specification: Specification, case: PracticeCase) -> tuple[Finding, ...]:
    document = json.dumps(case_document(specification, case), ensure_ascii=False).encode()
    return check_against(BytesSource(document), specification, CheckOptions(max_per_rule=0)).findings


def _hit(specification: Specification, finding: Finding) -> str:
    where = f"op {finding.pointer}" if finding.pointer else "als geheel"
    if specification.rule(finding.rule) is None:
        return f"het schema weigert deze goede levering {where} ({finding.rule}). Verbeter de levering."
    return (
        f"regel {finding.rule} ({finding.level}) raakt deze goede levering {where}. "
        "Verbeter de regel, of de levering als zij niet klopt."
    )


def _iter_remark_faults(case: PracticeCase, findings: tuple[Finding, ...], place: _Place) -> Iterator[LintFinding]:
    """Where the remarks that the situation names are not those that rules make."""
    named = Counter((r.rule, pointer) for r in case.remarks for pointer in r.places)
    made = Counter((f.rule, f.pointer) for f in findings if f.level is Level.INFO)
    for rule, pointer in sorted(made - named):
        message = f"regel {rule} (info) zegt iets over {pointer}. Noem dat bij 'opmerkingen', of verbeter de regel."
        yield _fault(Fault.PRACTICE_HIT, message, place)
    for rule, pointer in sorted(named - made):
        message = f"regel {rule} zegt niets over {pointer} op niveau info. Haal de opmerking weg."
        yield _fault(Fault.PRACTICE_WRONG, message, place, "opmerkingen")


def _fault(fault: Fault, message: str, place: _Place, *keys: str | int) -> LintFinding:
    source, index = place
    subject = " ".join(str(source.data[PRACTICE_KEY][index]["naam"]).split())
    location = source.locate(PRACTICE_KEY, index, *keys)
    return LintFinding(location=location, subject=subject, id=fault, message=message)
