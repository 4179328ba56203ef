from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from ddas.standard.canonical import canonical_form
from ddas.standard.wire_schema import build_json_schema
from tests.conftest import STANDARDS, load_standard

AT = "2025-07-15T09:30:00+02:00"
REQUIRED = {"startdatumLevering": "2025-01-01", "einddatumLevering": "2025-06-30", "aanleverdatumEnTijd": AT}


def wire_schema(code: str) -> dict[str, Any]:
    schema: dict[str, Any] = build_json_schema(load_standard(code))
    return schema


@pytest.fixture(scope="session")
def schemas() -> Mapping[str, Mapping[str, Any]]:
    """The wire schema of every registered standard, in canonical form."""
    return {code: canonical_form(wire_schema(code)) for code in STANDARDS}
