"""What ajv says of deliveries."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.conftest import ROOT

NODE = ROOT / "tests" / "node"


def ajv_verdicts(schema_file: Path, documents: list[object]) -> list[bool]:
    result = subprocess.run(
        ["node", str(NODE / "ajv-verdicts.mjs"), str(schema_file)],
        input=json.dumps(documents),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""  # strict mode logs what it only warns about
    verdicts: list[bool] = json.loads(result.stdout)
    return verdicts
