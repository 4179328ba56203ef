"""One delivery → its report: choose a version, pass over the file, report what was found."""

from __future__ import annotations

from dataclasses import dataclass

from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.standard.specification import Specification
from ddas.validation.choosing import Choice, choose, confirm
from ddas.validation.file_pass import FilePass, run_pass
from ddas.validation.file_report import FileReport
from ddas.validation.options import CheckOptions
from ddas.validation.reporting import report_pass, report_unreadable

__all__ = ["CheckedSource", "check_against", "check_source"]


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """A report, and what a check over several files needs; None when the file was no delivery."""

    report: FileReport
    specification: Specification | None = None
    outcome: FilePass | None = None


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
