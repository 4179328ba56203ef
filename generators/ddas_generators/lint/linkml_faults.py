"""What LinkML's own lint says, in the form of the other findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.lint.remembered import structure_key
from ddas_generators.model import metamodel
from ddas_generators.model.memo import memo_key, recall, remember
from ddas_generators.model.metamodel import MetamodelFault, iter_metamodel_faults, iter_rule_faults
from ddas_generators.model.yaml_source import YamlSource, read_yaml

__all__ = ["check_linkml"]

_QUOTED = re.compile(r"'([^']+)'")


def check_linkml(model: LintModel) -> Iterator[LintFinding]:
    """Every file fits LinkML's metamodel; when all do, LinkML's rules hold for the whole.

    LinkML refuses to load a file in which a key stands twice; that is found elsewhere. A file without faults is
    remembered, and not looked at again as long as nothing in it changes; so is a model to which LinkML's rules have
    nothing to say, as long as no more than its texts change.
    """
    faulty = any(source.duplicates for source in model.schemas)
    for source in (*model.schemas, *_read_schemas_of_records(model.root)):
        findings = _check_file(model, source)
        faulty = faulty or bool(findings)
        yield from findings
    if not faulty:
        yield from _check_whole(model)


def _read_schemas_of_records(root: Path) -> list[YamlSource]:
    """The LinkML files in ``model/`` itself: how records look."""
    return [read_yaml(path, root) for path in sorted((root / "model").glob("*schema.yaml"))]


def _check_file(model: LintModel, source: YamlSource) -> tuple[LintFinding, ...]:
    key = memo_key((model.root / source.file).read_bytes(), Path(metamodel.__file__).read_bytes())
    if recall(key) is not None:
        return ()
    findings = tuple(_metamodel_finding(source, fault) for fault in iter_metamodel_faults(source.data))
    if not findings:
        remember(key, "")
    return findings


def _metamodel_finding(source: YamlSource, fault: MetamodelFault) -> LintFinding:
    return LintFinding(
        location=source.locate(*fault.path),
        subject=".".join(map(str, fault.path)) or source.file,
        id=Fault.LINKML,
        message=(
            f"de sleutel '{fault.path[-1]}' bestaat hier niet in LinkML. Verbeter de spelling of haal hem weg."
            if fault.unknown_key
            else f"dit past niet in LinkML: {fault.detail}"
        ),
    )


def _check_whole(model: LintModel) -> Iterator[LintFinding]:
    key = structure_key(model)
    if recall(key) is not None:
        return
    places = {e.name: e.source.locate(*e.key) for e in reversed(model.elements)}
    details = tuple(iter_rule_faults(model.schema_file))
    if not details:
        remember(key, "")
    for detail in details:
        names = [n for n in _QUOTED.findall(detail) if n in places]
        yield LintFinding(
            location=places[names[0]] if names else model.schemas[0].locate(),
            subject=names[0] if names else "model",
            id=Fault.LINKML,
            message=f"een controle van LinkML vindt hier een fout. Verbeter het model ({detail}).",
        )
