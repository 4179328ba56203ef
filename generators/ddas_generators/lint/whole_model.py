"""What only a model without other faults can tell: it is loaded, and its deliveries are checked against it."""

from __future__ import annotations

from collections.abc import Iterator

from ddas.delivery.source import BytesSource
from ddas.findings import Level
from ddas.standard.canonical import canonical_digest
from ddas.standard.matching import list_unfit_declarations
from ddas.standard.specification import Example, Specification
from ddas.standard.wire_schema import build_json_schema
from ddas.validation.checking import check_against
from ddas.validation.options import CheckOptions
from ddas_generators.lint.characters import iter_wire_spaces
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.lint.practice import iter_practice_faults
from ddas_generators.lint.remembered import verdict_key
from ddas_generators.model.located_cases import list_case_faults
from ddas_generators.model.memo import recall, remember
from ddas_generators.model.register import RegisteredVersion, read_register
from ddas_generators.model.yaml_source import Location, read_yaml

__all__ = ["find_faults_of_whole"]


def find_faults_of_whole(model: LintModel, version: RegisteredVersion) -> set[LintFinding]:
    """The faults in the deliveries of a model without other faults; those of a broken one say nothing.

    The cases come last: each starts from an example. A version without faults is remembered.

    Raises:
        ModelError: the model cannot be loaded.
    """
    key = verdict_key(model, version)
    if recall(key) is not None:
        return set()
    from ddas_generators.model.load import load  # brings LinkML, which takes longer than all the rest

    specification = load(model.root, version)
    found = {
        *_iter_example_faults(model, specification),
        *_iter_wire_faults(model, version, specification),
        *_iter_declaration_faults(model, version, specification),
    } or {*_iter_case_faults(model, version, specification), *iter_practice_faults(model, specification)}
    if not found:
        remember(key, "")
    return found


def _iter_case_faults(
    model: LintModel, version: RegisteredVersion, specification: Specification
) -> Iterator[LintFinding]:
    for fault in list_case_faults(model.root, [(version, specification)]):
        yield LintFinding(
            location=fault.location, subject=fault.rule, id=Fault.RULE_CASE_VERDICT, message=fault.message
        )


def _iter_example_faults(model: LintModel, specification: Specification) -> Iterator[LintFinding]:
    """Where the schema or a rule holds something against an example.

    An example that cases of rules start from draws not even a remark: each of those cases would repeat it.
    """
    bases = {case.base for rule in specification.rules for case in rule.cases}
    folder = (model.schema_file.parent / "voorbeelden").relative_to(model.root).as_posix()
    for example in specification.examples:
        for level, line, message in _judge(specification, example):
            if level is not Level.INFO or example.name in bases:
                yield LintFinding(
                    location=Location(f"{folder}/{example.name}.json", line),
                    subject=example.name,
                    id=Fault.EXAMPLE_HIT,
                    message=message,
                )


def _judge(specification: Specification, example: Example) -> Iterator[tuple[Level, int, str]]:
    source = BytesSource(example.content.encode(), example.name)
    for finding in check_against(source, specification, CheckOptions()).findings:
        rule = specification.rule(finding.rule)
        who, remedy = ("regel", "het voorbeeld of de regel") if rule else ("het schema", "het voorbeeld")
        words = f"{who} {finding.rule} ({finding.level}) zegt: {finding.message} Verbeter {remedy}."
        yield finding.level, finding.line or 1, words


def _iter_declaration_faults(
    model: LintModel, version: RegisteredVersion, specification: Specification
) -> Iterator[LintFinding]:
    """Declared renames that name what one of the two versions does not have."""
    if not (specification.renames or specification.value_renames):
        return
    previous = next((v for v in read_register(model.root) if v.id.code == version.predecessor), None)
    if previous is None:
        return
    from ddas_generators.model.load import load

    unfit = set(list_unfit_declarations(load(model.root, previous), specification))
    for file in sorted((model.schema_file.parent / "wijzigingen").glob("*.yaml")):
        source = read_yaml(file, model.root)
        for key in ("hernoemd", "waarde"):
            for index, row in enumerate(source.data.get(key) or ()):
                for side, code in (("van", previous.id.code), ("naar", version.id.code)):
                    name = f"{row['lijst']}={row[side]}" if key == "waarde" else str(row[side])
                    if name in unfit:
                        yield LintFinding(
                            location=source.locate(key, index, side),
                            subject=name,
                            id=Fault.DECLARATION,
                            message=f"'{side}' noemt iets dat {code} niet heeft. Verbeter het pad of de waarde.",
                        )


def _iter_wire_faults(
    model: LintModel, version: RegisteredVersion, specification: Specification
) -> Iterator[LintFinding]:
    """A published version still asks what was published."""
    if not version.wire_digest or canonical_digest(build_json_schema(specification)) == version.wire_digest:
        return
    code, folder = version.id.code, model.schema_file.parent.relative_to(model.root).as_posix()
    yield LintFinding(
        location=model.schemas[0].locate(),
        subject=code,
        id=Fault.WIRE_CHANGED,
        message=f"deze versie vraagt iets anders dan het gepubliceerde schema. Zie wat er veranderde met: "
        f"ddas diff {code} {folder}. Draai dat terug, of zet de wijziging in een nieuwe versie.",
    )
    yield from iter_wire_spaces(model)
