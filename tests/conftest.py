"""What every test may use: the checkout, its specifications, and the published reference data."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ddas.comparison.history import Past, find_predecessors, make_pasts
from ddas.standard.specification import Specification
from ddas.standard.status import Status
from ddas_generators.model.load import load
from ddas_generators.model.register import RegisteredVersion, read_register

ROOT = Path(__file__).parents[1]


@cache
def registered_versions() -> tuple[RegisteredVersion, ...]:
    return read_register(ROOT)


@cache
def load_standard(code: str) -> Specification:
    return load(ROOT, next(v for v in registered_versions() if v.id.code == code))


def load_predecessors(code: str) -> tuple[Specification, ...]:
    """The registered versions before this one, oldest first."""
    return find_predecessors(load_standard(code), [load_standard(v.id.code) for v in registered_versions()])


@cache
def _pasts() -> dict[str, Past]:
    return make_pasts(load_standard(v.id.code) for v in registered_versions())


def load_past(code: str) -> Past:
    """What came before this version."""
    return _pasts()[code]


def _ends(domain: str) -> tuple[RegisteredVersion, ...]:
    published = [v for v in registered_versions() if v.id.domain == domain and v.wire_digest]
    return (published[0], published[-1]) if published else ()


STANDARDS = [v.id.code for v in registered_versions()]
PUBLISHED = [v.id.code for v in registered_versions() if v.wire_digest]
"""The standards that others published; a concept has no published schema to be equal to."""

FAR_APART = sorted({v.id.code for d in dict.fromkeys(v.id.domain for v in registered_versions()) for v in _ends(d)})
"""The oldest and the newest published version of each domain: for long proofs of what one emitter makes of all."""


@pytest.fixture(scope="session", params=STANDARDS)
def specification(request: pytest.FixtureRequest) -> Specification:
    """Each registered standard, loaded from the model."""
    return load_standard(request.param)


@pytest.fixture(scope="session", params=PUBLISHED)
def published(request: pytest.FixtureRequest) -> Specification:
    """Each standard that was published, loaded from the model."""
    return load_standard(request.param)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def published_schema() -> Callable[[Specification], dict[str, Any]]:
    """The published JSON Schema of a standard; skips where the reference data are not at hand."""

    def read(specification: Specification) -> dict[str, Any]:
        folder = os.environ.get("DDAS_REFERENCE")
        if not folder:
            pytest.skip("DDAS_REFERENCE is not set: the published schemas are not at hand")
        name = specification.version + ("-draft" if specification.status == Status.WITHDRAWN else "")
        path = Path(folder) / specification.domain.name / f"{name}.schema.json"
        schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return schema

    return read
