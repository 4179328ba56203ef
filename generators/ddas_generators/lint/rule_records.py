"""Rule records: their shape, the parameters of their kind, what they refer to, and their cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ddas.errors import ModelError
from ddas.rules.kinds import find_kind
from ddas.rules.rule_kind import KeyKind
from ddas_generators.lint.doubles import iter_doubles
from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.model.metamodel import iter_metamodel_faults, iter_record_faults
from ddas_generators.model.rule_parameters import read_parameters, unknown_kind
from ddas_generators.model.rule_records import RuleKindError, read_rules
from ddas_generators.model.yaml_source import read_yaml

__all__ = ["check_rule_cases", "check_rule_parameters", "check_rule_shapes", "check_rule_silences"]

_SCHEMA = Path("model") / "regelschema.yaml"


def check_rule_shapes(model: LintModel) -> Iterator[LintFinding]:
    """The rules fit ``regelschema.yaml``, the LinkML schema of rule records."""
    # A checkout without the schema of its own, such as that of another domain, is measured by the toolkit's.
    schema = next((p for p in (model.root / _SCHEMA, Path(__file__).parents[3] / _SCHEMA) if p.is_file()), None)
    source = next(s for s in model.record_files if s.file.endswith("/regels.yaml"))
    try:
        read_rules(model.root / source.file, model.root)
    except RuleKindError:
        pass
    except ModelError:
        return  # found elsewhere, with better words
    if schema is None or any(iter_metamodel_faults(read_yaml(schema, model.root).data)):
        return  # told by the check of the LinkML files
    for fault in iter_record_faults(source.data, schema):
        yield LintFinding(
            location=source.locate(*fault.path),
            subject=".".join(map(str, fault.path)),
            id=Fault.RULE_SHAPE,
            message=f"dit past niet in regelschema.yaml: {fault.detail}",
        )


def check_rule_parameters(model: LintModel) -> Iterator[LintFinding]:
    """A rule has a kind, names object types, and gives the parameters that the kind needs and no others."""
    classes = {e.name for e in model.of(ElementKind.CLASS) if e.exchanged}
    for rule in model.of(ElementKind.RULE):
        if not rule.text("soort"):
            continue  # told elsewhere
        kind = find_kind(rule.text("soort"))
        if kind is None:
            yield rule.fault(Fault.RULE_SHAPE, unknown_kind(rule.text("soort")), "soort")
            continue
        if not rule.texts("op"):
            yield rule.fault(Fault.RULE_PARAMETER, "'op' ontbreekt. Noem de objecttypen waar de regel naar kijkt.")
        for index, name in enumerate(rule.texts("op")):
            if name not in classes:
                yield rule.fault(
                    Fault.RULE_PATH, f"het objecttype '{name}' wordt niet uitgewisseld. Noem een ander.", "op", index
                )
        for fault in read_parameters(kind, rule.data.get("parameters"))[1]:
            yield rule.fault(Fault.RULE_PARAMETER, fault.message, "parameters", *fault.path)


def check_rule_silences(model: LintModel) -> Iterator[LintFinding]:
    """The rules that a rule silences exist."""
    known = model.names(ElementKind.RULE)
    for rule in model.of(ElementKind.RULE):
        for index, other in enumerate(rule.texts("onderdrukt")):
            if other not in known or other == rule.name:
                yield rule.fault(
                    Fault.RULE_SILENCES,
                    f"'{other}' is geen andere regel van dit model. Noem het id van een regel die algemener is.",
                    "onderdrukt",
                    index,
                )


def check_rule_cases(model: LintModel) -> Iterator[LintFinding]:
    """A rule with a kind has a case that passes and one that fails; cases name an example and places that exist."""
    bases = _examples(model)
    for rule in _rules(model):
        cases = [c for c in rule.data.get("gevallen") or () if isinstance(c, Mapping)]
        if {bool(c.get("plekken")) for c in cases} != {True, False}:
            yield rule.fault(
                Fault.RULE_CASE,
                "de regel heeft niet minstens één geval dat slaagt (zonder 'plekken') en één dat faalt. "
                "Voeg bij 'gevallen' toe wat ontbreekt.",
                *(("gevallen",) if cases else ()),
            )
        unknown_last = isinstance(find_kind(rule.text("soort")), KeyKind)
        for first, second in iter_doubles((str(c.get("naam", "")).casefold(), i) for i, c in enumerate(cases)):
            message = (
                f"dit geval heet net zo als geval {first + 1} van deze regel. Geef een van de twee een andere naam."
            )
            yield rule.fault(Fault.RULE_CASE, message, "gevallen", second, "naam")
        for index, case in enumerate(cases):
            if case.get("basis") not in bases:
                message = f"het voorbeeld '{case.get('basis')}' bestaat niet. Kies uit: {', '.join(sorted(bases))}."
                yield rule.fault(Fault.RULE_CASE, message, "gevallen", index, "basis")
            for place, pointer in enumerate(case.get("plekken") or ()):
                if not _leads_somewhere(model, str(pointer), unknown_last):
                    message = (
                        "deze plek bestaat niet in het bericht. Schrijf een JSON Pointer met namen uit het bericht."
                    )
                    yield rule.fault(Fault.RULE_CASE, message, "gevallen", index, "plekken", place)


def _rules(model: LintModel) -> Iterator[Element]:
    """The rules with a kind that is known."""
    return (r for r in model.of(ElementKind.RULE) if find_kind(r.text("soort")))


def _examples(model: LintModel) -> frozenset[str]:
    path = model.schema_file.parent / "voorbeelden" / "voorbeelden.yaml"
    if not path.is_file():
        return frozenset()
    records = read_yaml(path, model.root).data.get("voorbeelden")
    listed = [r for r in records if isinstance(r, Mapping)] if isinstance(records, list) else []
    return frozenset(str(r.get("naam", "")).removesuffix(".json") for r in listed)


def _leads_somewhere(model: LintModel, pointer: str, unknown_last: bool) -> bool:
    steps = [s.replace("~1", "/").replace("~0", "~") for s in pointer.split("/")[1:]]
    holder = next((c for c in model.of(ElementKind.CLASS) if c.data.get("tree_root") is True), None)
    if holder is None:  # told elsewhere
        return True
    attribute: Element | None = None
    for step in steps[:-1] if unknown_last else steps:
        if step.isdecimal():
            if attribute is None or attribute.data.get("multivalued") is not True:
                return False
            continue
        parts = model.parts(holder) if holder is not None else ()
        attribute = next((a for a in parts if a.exchanged and a.wire_name == step), None)
        if attribute is None:
            return False
        holder = model.by_name(ElementKind.CLASS).get(attribute.text("range"))
    return pointer == "" or pointer.startswith("/")
