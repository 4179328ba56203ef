"""Deliveries → one report; for each: choose a version, pass over the file, report what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ddas.delivery.source import Delivery, Source, open_delivery
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.errors import DdasError
from ddas.standard.specification import Specification
from ddas.validation.across_files import CheckedSource, find_samenloop, make_result
from ddas.validation.choosing import Choice, choose, confirm
from ddas.validation.file_pass import run_pass
from ddas.validation.file_report import FileReport
from ddas.validation.options import CheckOptions
from ddas.validation.report import Report
from ddas.validation.reporting import report_pass, report_unreadable

__all__ = ["check_against", "check_file", "check_files", "check_source"]


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


def check_source(source: Source, options: CheckOptions) -> CheckedSource:
    """Check one delivery.

    Raises:
        DdasError: the standard does not exist.
    """
    guess = choose(source, options.standard, options.day)
    try:
        outcome = run_pass(source, guess.specification, options)
        choice = confirm(guess, outcome.value, options.day)
        if choice.specification.id != guess.specification.id:
            outcome = run_pass(source, choice.specification, options)
        report = report_pass(source, choice, outcome, options)
        better = choice.by_accepting(report.other_version)
        if better is not choice:
            choice = better
            outcome = run_pass(source, choice.specification, options)
            report = report_pass(source, choice, outcome, options)
    except UnreadableDelivery as fault:
        return CheckedSource(report_unreadable(source, fault))
    return CheckedSource(report, choice.specification, outcome)


def check_against(source: Source, specification: Specification, options: CheckOptions) -> FileReport:
    """Check a delivery against this standard, whatever it looks like; ``options.standard`` does not count."""
    try:
        outcome = run_pass(source, specification, options)
        return report_pass(source, Choice(specification=specification, given=True), outcome, options)
    except UnreadableDelivery as fault:
        return report_unreadable(source, fault)
