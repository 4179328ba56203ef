"""Labels: present, and unique among their neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from ddas_generators.lint.doubles import iter_doubles
from ddas_generators.lint.element import ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel

__all__ = ["check_labels"]


def check_labels(model: LintModel) -> Iterator[LintFinding]:
    """Every element has a label that no neighbour has, also when case is ignored."""
    for element in model.elements:
        if not element.borrows and not element.text("title"):
            yield element.fault(
                Fault.LABEL_MISSING, "het label ontbreekt. Schrijf bij 'title' de naam die een lezer te zien krijgt."
            )
    groups = [model.of(kind) for kind in (ElementKind.CLASS, ElementKind.ENUM, ElementKind.TYPE)]
    groups += [model.parts(owner) for owner in model.of(ElementKind.CLASS, ElementKind.ENUM)]
    for group in groups:
        for first, second in iter_doubles((model.label(e).casefold(), e) for e in group):
            yield second.fault(
                Fault.LABEL_DOUBLE,
                f"het label is gelijk aan dat van {first.path}. Geef een van de twee een ander label.",
                "title",
            )
