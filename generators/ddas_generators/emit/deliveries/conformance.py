"""Specification → the conformance corpus, as one archive."""

from __future__ import annotations

from collections.abc import Iterable

from ddas.rendering.workbook import store_members
from ddas.standard.specification import Specification
from ddas.standard.status import Status
from ddas_generators.emit.artefact import Artefact
from ddas_generators.emit.deliveries.corpus.archive import ARCHIVE_FILE, build_members
from ddas_generators.emit.deliveries.corpus.corpus import build_corpus

__all__ = ["emit_conformance"]


def emit_conformance(specification: Specification) -> Iterable[Artefact]:
    """The corpus of a version that is in force or to come; the same bytes for the same specification."""
    if specification.status is Status.OUT_OF_USE:
        return
    members = build_members(specification, build_corpus(specification))
    yield Artefact(ARCHIVE_FILE, store_members(members))
