from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from ddas.migration.versions import chain_of, load_versions
from ddas.standard.canonical import canonical_form
from ddas.standard.wire_schema import build_json_schema
from tests.conftest import STANDARDS, load_standard

AT = "2025-07-15T09:30:00+02:00"
REQUIRED = {"startdatumLevering": "2025-01-01", "einddatumLevering": "2025-06-30", "aanleverdatumEnTijd": AT}
NEWEST = {"shv": "shv-v1.1", "vs": "vs-v1.2"}
MIGRATORS = tuple(m for newest in NEWEST.values() for m in chain_of(load_versions(newest).values()))
"""What was written by hand together with what was derived; one per pair of versions that follow each other."""


def wire_schema(code: str) -> dict[str, Any]:
    schema: dict[str, Any] = build_json_schema(load_standard(code))
    return schema


@pytest.fixture(scope="session")
def schemas() -> Mapping[str, Mapping[str, Any]]:
    """The wire schema of every registered standard, in canonical form."""
    return {code: canonical_form(wire_schema(code)) for code in STANDARDS}
