"""Start of ``ddas``: before anything is imported, an interruption is told in a line instead of a traceback."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> int:
    """Run ``ddas`` with the arguments of this process; see ``ddas.cli.main.main``."""
    try:
        from ddas.cli.main import main as run

        return run()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
