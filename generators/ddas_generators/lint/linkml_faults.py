"""What LinkML's own lint says, in the form of the other findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.model import metamodel
from ddas_generators.model.memo import memo_key, recall, remember
from ddas_generators.model.metamodel import iter_metamodel_faults, iter_rule_faults

__all__ = ["check_linkml"]

_QUOTED = re.compile(r"'([^']+)'")


def check_linkml(model: LintModel) -> Iterator[LintFinding]:
    """Every file fits LinkML's metamodel; when all do, LinkML's rules hold for the whole.

    LinkML refuses to load a file in which a key stands twice; that is found elsewhere. Files without faults are
    remembered, and not looked at again as long as nothing in them changes.
    """
    key = _key(model)
    if recall(key) is not None:
        return
    findings = tuple(_iter_findings(model))
    if not findings:
        remember(key, "")
    yield from findings


def _key(model: LintModel) -> str:
    code = (Path(__file__), Path(metamodel.__file__))
    files = (part for s in model.schemas for part in (s.file.encode(), (model.root / s.file).read_bytes()))
    return memo_key(*(path.read_bytes() for path in code), *files)


def _iter_findings(model: LintModel) -> Iterator[LintFinding]:
    faulty = any(source.duplicates for source in model.schemas)
    for source in model.schemas:
        for fault in iter_metamodel_faults(source.data):
            faulty = True
            yield LintFinding(
                location=source.locate(*fault.path),
                subject=".".join(map(str, fault.path)) or source.file,
                id=Fault.LINKML,
                message=(
                    f"de sleutel '{fault.path[-1]}' bestaat hier niet in LinkML. Verbeter de spelling of haal hem weg."
                    if fault.unknown_key
                    else f"dit past niet in LinkML. Vergelijk het met een ander element ({fault.detail})."
                ),
            )
    if faulty:
        return
    places = {e.name: e.source.locate(*e.key) for e in reversed(model.elements)}
    for detail in iter_rule_faults(model.schema_file):
        names = [n for n in _QUOTED.findall(detail) if n in places]
        yield LintFinding(
            location=places[names[0]] if names else model.schemas[0].locate(),
            subject=names[0] if names else "model",
            id=Fault.LINKML,
            message=f"een controle van LinkML vindt hier een fout. Verbeter het model ({detail}).",
        )
