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


def register_only(checkout: Path, code_version: str) -> None:
    """Leave one version in the register, without predecessor and seals: its artefacts are made as if it stood alone."""
    path = checkout / "model" / "versies.yaml"
    head, _, rows = path.read_text(encoding="utf-8").partition("versies:\n")
    row = next(r for r in rows.split("  - ")[1:] if code_version in r and "schuldhulpverlening" in r)
    kept = [line for line in row.splitlines() if not line.strip().startswith(("voorganger", "norm", "uitgave"))]
    path.write_text(f"{head}versies:\n  - " + "\n".join(kept) + "\n", encoding="utf-8")


def main() -> None:
    """Print the comparison. Ours starts each time from an empty folder, so that it writes every file."""
    with tempfile.TemporaryDirectory() as name:
        one, every = Path(name) / "one", Path(name) / "every"
        for checkout in (one, every):
            shutil.copytree(ROOT / "model", checkout / "model")
        register_only(one, "versie: v1.0")
        ours = "rm -rf '{0}/generated' && exec '{1}/ddas' generate --root '{0}'"
        compare(
            {
                "ddas generate (v1.0, all artefacts)": ["sh", "-c", ours.format(one, BIN)],
                "gen-json-schema (stock)": [str(BIN / "gen-json-schema"), SCHEMA],
                "gen-python (stock)": [str(BIN / "gen-python"), SCHEMA],
                "gen-project (stock)": [str(BIN / "gen-project"), "-d", f"{name}/project", SCHEMA],
                "ddas generate (every version)": ["sh", "-c", ours.format(every, BIN)],
            },
            rounds=5,
        )


if __name__ == "__main__":
    main()
