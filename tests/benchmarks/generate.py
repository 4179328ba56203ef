"""All our artefacts of one version against LinkML's stock generators on the same model."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from side_by_side import compare

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
SCHEMA = str(ROOT / "model" / "schuldhulpverlening" / "v1.0" / "schema.yaml")


def main() -> None:
    """Print the comparison. Ours starts each time from an empty folder, so that it writes every file."""
    with tempfile.TemporaryDirectory() as name:
        checkout = Path(name)
        shutil.copytree(ROOT / "model", checkout / "model")
        empty = f"rm -rf '{checkout}/generated' && exec '{BIN}/ddas' generate --root '{checkout}'"
        compare(
            {
                "ddas generate (all artefacts)": ["sh", "-c", empty],
                "gen-json-schema (stock)": [str(BIN / "gen-json-schema"), SCHEMA],
                "gen-python (stock)": [str(BIN / "gen-python"), SCHEMA],
                "gen-project (stock)": [str(BIN / "gen-project"), "-d", str(checkout / "project"), SCHEMA],
            },
            rounds=5,
        )


if __name__ == "__main__":
    main()
