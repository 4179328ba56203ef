"""Specification → ``regels.md``: every rule with an example that is right and one that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ddas.describing.elements import rule_fields, silenced_by
from ddas.describing.rule_words import kind_in_words
from ddas.rules.cases.case_fragments import show_case
from ddas.standard.specification import Rule, Specification
from ddas.validation.naming import structural_id
from ddas.validation.structure.fault_codes import STRUCTURAL_EXPLANATIONS, STRUCTURAL_RULES
from ddas_generators.emit.artefact import Artefact
from ddas_generators.emit.documents import anchors
from ddas_generators.emit.documents.documentation import FILE_NAME as DOCUMENT_FILE
from ddas_generators.emit.documents.documentation_links import link_to_element, link_to_sources
from ddas_generators.emit.documents.markdown_environment import make_environment
from ddas_generators.emit.schemas.quality.build import coverage_of

__all__ = ["CATALOGUE_FILE", "build_rule_catalogue", "emit_rule_catalogue", "list_structural_rules"]

CATALOGUE_FILE = "regels.md"


def emit_rule_catalogue(specification: Specification) -> Iterable[Artefact]:
    """The catalogue of a version that has rules."""
    if specification.rules:
        yield Artefact(CATALOGUE_FILE, build_rule_catalogue(specification).encode())


def build_rule_catalogue(specification: Specification) -> str:
    """The catalogue as Markdown; each rule has the anchors ``SHV-011`` and ``regel-shv-011``."""
    environment = make_environment()
    text = environment.get_template("rule_catalogue.md.j2").render(
        s=specification,
        anchors=anchors,
        document=DOCUMENT_FILE,
        structural=list_structural_rules(specification),
        kind_words=kind_in_words,
        coverage=lambda rule: str(coverage_of(specification, rule)),
        fields=lambda rule: [link_to_element(specification, name) for name in rule_fields(specification, rule)],
        sources=lambda rule: link_to_sources(specification, rule.sources),
        silenced_by=lambda rule: silenced_by(specification, rule),
        examples=lambda rule: _examples(specification, rule),
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def list_structural_rules(specification: Specification) -> list[tuple[str, str, str, str]]:
    """The faults in the structure, which have an address among the rules because findings point there.

    Id, name, explanation, and keyword of the wire schema.
    """
    return [
        (structural_id(specification, kind), name, STRUCTURAL_EXPLANATIONS[kind], kind)
        for kind, (_, name) in STRUCTURAL_RULES.items()
    ]


def _examples(specification: Specification, rule: Rule) -> list[tuple[str, str, list[str]]]:
    """Heading, name and lines of JSON: the first case that passes and the first that fails."""
    found = []
    for heading, failing in (("Goed", False), ("Fout", True)):
        case = next((c for c in rule.cases if bool(c.places) is failing), None)
        if case is not None:
            found.append((heading, case.name, show_case(specification, rule, case)))
    return found
