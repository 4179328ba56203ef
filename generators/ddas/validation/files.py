"""Deliveries → one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ddas.errors import DdasError
from ddas.validation.across_files import find_samenloop, make_result
from ddas.validation.checking import CheckedSource, check_source
from ddas.validation.file_report import FileReport
from ddas.validation.opening import Delivery, open_delivery
from ddas.validation.options import CheckOptions
from ddas.validation.report import Report

__all__ = ["check_file", "check_files"]


def check_file(path: str | Path, options: CheckOptions | None = None) -> FileReport:
    """Check one file.

    Raises:
        DdasError: the file cannot be opened, or the standard does not exist.
    """
    return _check(str(path), options or CheckOptions()).report


def check_files(
    deliveries: Iterable[Delivery], options: CheckOptions, *, on_refusal: Callable[[DdasError], None] | None = None
) -> Report:
    """Check several deliveries, one after the other, and what only shows when they are laid side by side.

    Args:
        deliveries: Any number, also none.
        options: How to check.
        on_refusal: Told about a file that cannot be opened, which is then left out; without it that ends the check.

    Raises:
        DdasError: a file cannot be opened, or the standard does not exist.
    """
    checked: list[CheckedSource] = []
    for number, delivery in enumerate(deliveries, 1):
        try:
            checked.append(_check(delivery, options, f"aanlevering {number}"))
        except DdasError as error:
            if on_refusal is None:
                raise
            on_refusal(error)
    across, total = find_samenloop(checked, options.max_per_rule) if len(checked) > 1 else ((), 0)
    return Report(
        files=tuple(c.report for c in checked),
        across=across,
        across_rules=(make_result(total, len(across)),) if total else (),
    )


def _check(delivery: Delivery, options: CheckOptions, name: str = "") -> CheckedSource:
    with open_delivery(delivery, name) as source:
        checked = check_source(source, options)
    return replace(checked, report=checked.report.without_lines()) if isinstance(delivery, Mapping) else checked
