"""How long it takes to start: importing ddas and asking for help, beside an interpreter that does nothing."""

from __future__ import annotations

import sys
from pathlib import Path

from side_by_side import compare

BIN = Path(sys.executable).parent


def main() -> None:
    """Print the comparison. Goals on an idle machine: import under 50 ms, help under 150 ms."""
    compare(
        {
            "python -c pass": [sys.executable, "-c", "pass"],
            "python -c 'import ddas'": [sys.executable, "-c", "import ddas"],
            "ddas --help": [str(BIN / "ddas"), "--help"],
        },
        rounds=15,
    )


if __name__ == "__main__":
    main()
