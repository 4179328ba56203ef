"""``ddas.validate``: the library call."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import cast

from ddas.delivery.source import Delivery, is_one_delivery
from ddas.errors import DdasError
from ddas.standard.municipalities import MunicipalityList, read_municipalities
from ddas.validation.checking import check_files
from ddas.validation.options import CheckOptions, today
from ddas.validation.report import Report
from ddas.validation.suppression import NO_SUPPRESSION, read_suppression

__all__ = ["validate"]


def validate(
    source: Delivery | Iterable[Delivery],
    standard: str | None = None,
    *,
    max_per_rule: int = 1000,
    rules: bool = True,
    exceptions: str | os.PathLike[str] | None = None,
    municipalities: MunicipalityList | str | os.PathLike[str] | None = None,
    day: date | None = None,
) -> Report:
    """Check one delivery, or several.

    Args:
        source: A path (``-`` is standard input), the bytes of a delivery, a stream of bytes that is open for reading
            (which need not be able to go back, and stays open), or a document as ``json.loads`` gave it; or an iterable
            of those, which are read one by one. The delivery is JSON in UTF-8.
        standard: Code such as ``shv-v1.0``; None chooses the version in force of the domain of the delivery.
        max_per_rule: Most findings kept per rule; 0 keeps all. Totals are exact either way.
        rules: Also the business rules; False checks the structure alone, as the wire schema does.
        exceptions: A file with agreed exceptions, as ``ddas-uitzonderingen.toml``; None for none.
        municipalities: The list that codes of municipalities are held against, or a file with one; None for that of
            the toolkit. Other checks do not notice.
        day: The day for which a version is chosen, and on which agreed exceptions hold; None for today.

    Returns:
        A report with one file for each delivery, in the order given: its verdict, exact totals, and findings in file
        order. What has no name of its own is called ``aanlevering 1`` and so on. What is no JSON or no delivery is a
        file with one finding. Findings in a document that was decoded before have no line. No text in the report holds
        a value of a delivery.

    Raises:
        DdasError: a file cannot be opened, the standard does not exist, or there is nothing to check; the message is
            Dutch and holds nothing of a delivery.
    """
    if municipalities is not None and not isinstance(municipalities, MunicipalityList):
        municipalities = read_municipalities(municipalities)
    day = day or today()
    options = CheckOptions(
        standard=standard,
        day=day,
        max_per_rule=max_per_rule,
        rules=rules,
        suppression=NO_SUPPRESSION if exceptions is None else read_suppression(Path(exceptions), day),
        municipalities=municipalities,
    )
    several = not is_one_delivery(source) and isinstance(source, Iterable)
    report = check_files(cast("Iterable[Delivery]", source if several else (source,)), options)
    if not report.files:
        raise DdasError("Er is niets om te controleren. Geef minstens één aanlevering.")
    return report
