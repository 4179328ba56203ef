"""``ddas.migrate``: the library call."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ddas.migration.migrate import migrate_file
from ddas.migration.outcome import Migration, Refusal

__all__ = ["migrate"]


def migrate(
    source: str | os.PathLike[str],
    *,
    to: str,
    output: str | os.PathLike[str],
    standard: str | None = None,
    values: Mapping[str, str] | None = None,
) -> Migration | Refusal:
    """Write a delivery as one of a newer version of the standard.

    Args:
        source: Path of the delivery, in JSON; it stays as it is.
        to: Code of the version to write, such as ``shv-v1.0``.
        output: Path of the file to write; it is written whole or not at all.
        standard: Code of the version of the source; None takes the newest adopted version that accepts it.
        values: Values by name for required fields that the source lacks, as ``--set`` of the command.

    Returns:
        ``Migration``: written, with everything that was done and lost. ``Refusal``: nothing was written, because the
        source is no delivery or is not valid in its own version; the message is Dutch. Neither holds a value of the
        delivery.

    Raises:
        DdasError: it could not be done: a file, a version or a value; nothing was written.
    """
    return migrate_file(Path(source), Path(output), to=to, given=standard, options=values)
