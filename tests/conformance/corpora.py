"""The conformance corpora of the standards in use."""

from __future__ import annotations

from functools import cache

from ddas_generators.emit.deliveries.corpus.archive import (
    ARCHIVE_FILE,
    emit_conformance,
)
from ddas_generators.emit.deliveries.corpus.case import ConformanceCase
from ddas_generators.emit.deliveries.corpus.corpus import build_corpus
from tests.conftest import STANDARDS, load_standard

IN_USE = [code for code in STANDARDS if not load_standard(code).status.is_out_of_use]


@cache
def corpus(code: str) -> tuple[ConformanceCase, ...]:
    return build_corpus(load_standard(code))


@cache
def archive(code: str) -> bytes:
    (artefact,) = emit_conformance(load_standard(code))
    assert artefact.path == ARCHIVE_FILE
    return artefact.content
