"""Specification → the conformance corpus, as one archive."""

from __future__ import annotations

from collections.abc import Iterable

from ddas.specification import Specification
from ddas.workbook import store_members
from ddas_generators.conformance.archive import ARCHIVE_FILE, build_members
from ddas_generators.conformance.corpus import build_corpus
from ddas_generators.emit.artefact import Artefact

__all__ = ["emit_conformance"]

_OUT_OF_USE = "vervallen"


def emit_conformance(specification: Specification) -> Iterable[Artefact]:
    """The corpus of a version that is in force or to come; the same bytes for the same specification."""
    if specification.status == _OUT_OF_USE:
        return
    members = build_members(specification, build_corpus(specification))
    yield Artefact(ARCHIVE_FILE, store_members(members))
