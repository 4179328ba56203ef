"""Files and folders → one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from ddas.errors import DdasError
from ddas.validation.across_files import find_samenloop, make_result
from ddas.validation.checking import CheckedSource, CheckOptions, check_source, make_key
from ddas.validation.opening import open_delivery
from ddas.validation.report import FileReport, Report

__all__ = ["check_file", "check_files"]

PARALLEL_FROM = 30_000_000
"""Bytes from which a second process is worth its start."""


def check_file(path: str | Path, options: CheckOptions | None = None) -> FileReport:
    """Check one file.

    Raises:
        DdasError: the file cannot be opened, or the standard does not exist.
    """
    return _check(str(path), options or CheckOptions()).report


def check_files(
    paths: Iterable[str],
    options: CheckOptions,
    *,
    processes: int | None = None,
    on_refusal: Callable[[DdasError], None] | None = None,
) -> Report:
    """Check several files, and what only shows when they are laid side by side.

    Args:
        paths: Files; ``-`` is standard input.
        options: How to check.
        processes: As in ``CheckOptions``; None takes two for large files.
        on_refusal: Told about a file that cannot be opened, which is then left out; without it that ends the check.

    Raises:
        DdasError: a file cannot be opened, or the standard does not exist.
    """
    options = replace(options, key=options.key or make_key())
    checked: list[CheckedSource] = []
    for path in paths:
        try:
            checked.append(_check(path, options, processes))
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


def _check(path: str, options: CheckOptions, processes: int | None = 1) -> CheckedSource:
    with open_delivery(path) as source:
        if processes is None:
            processes = 2 if source.size >= PARALLEL_FROM else 1
        return check_source(source, replace(options, processes=processes))
