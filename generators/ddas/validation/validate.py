"""``ddas.validate``: the library call."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from ddas.validation.checking import check_source
from ddas.validation.opening import open_delivery
from ddas.validation.options import CheckOptions
from ddas.validation.report import Report
from ddas.validation.suppression import NO_SUPPRESSION, read_suppression

__all__ = ["validate"]


def validate(
    delivery: str | os.PathLike[str] | bytes,
    standard: str | None = None,
    *,
    max_per_rule: int = 1000,
    rules: bool = True,
    exceptions: str | os.PathLike[str] | None = None,
) -> Report:
    """Check one delivery.

    Args:
        delivery: Path of a file, or the bytes of the delivery itself. JSON in UTF-8.
        standard: Code such as ``shv-v1.0``; None chooses the version in force of the domain of the delivery.
        max_per_rule: Most findings kept per rule; 0 keeps all. Totals are exact either way.
        rules: Also the business rules; False checks the structure alone, as the wire schema does.
        exceptions: A file with agreed exceptions, as ``ddas-uitzonderingen.toml``; None for none.

    Returns:
        A report with exactly one file: its verdict, exact totals, and findings in file order. A file that is no JSON
        or no delivery is a report with one finding. No text in it holds a value of the delivery.

    Raises:
        DdasError: the file cannot be opened, or the standard does not exist; the message is Dutch.
    """
    suppression = NO_SUPPRESSION if exceptions is None else read_suppression(Path(exceptions), date.today())
    options = CheckOptions(standard=standard, max_per_rule=max_per_rule, rules=rules, suppression=suppression)
    with open_delivery(delivery if isinstance(delivery, bytes) else os.fspath(delivery)) as source:
        return Report(files=(check_source(source, options).report,))
