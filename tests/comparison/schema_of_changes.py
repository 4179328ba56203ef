"""The schema of the machine form of changes."""

from __future__ import annotations

import json

from tests.conftest import ROOT

SCHEMA = json.loads(
    (ROOT / "generators" / "ddas" / "comparison" / "rendering" / "changes.schema.json").read_text(encoding="utf-8")
)
