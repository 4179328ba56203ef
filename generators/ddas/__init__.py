"""DDAS: check, compare and migrate deliveries on debt help against the Dutch standard.

What ``__all__`` names is the library; everything else may change with any version of the toolkit. Importing this loads
nothing heavy: each name is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ddas.version import __version__

if TYPE_CHECKING:
    from ddas.comparison.change import Breaks, Change, ChangeKind
    from ddas.comparison.compare import Comparison, Witness
    from ddas.comparison.diff import diff
    from ddas.delivery.xml_form import from_xml, to_xml
    from ddas.errors import DdasError
    from ddas.findings import Finding, Level
    from ddas.migration.library import migrate
    from ddas.migration.outcome import Migration, Refusal
    from ddas.standard.catalog import find_specification, iter_specifications
    from ddas.standard.municipalities import Municipality, MunicipalityList, read_municipalities
    from ddas.standard.specification import Specification
    from ddas.validation.file_report import ExceptionUse, FileReport, RuleResult
    from ddas.validation.report import Report
    from ddas.validation.validate import validate

__all__ = [
    "Breaks",
    "Change",
    "ChangeKind",
    "Comparison",
    "DdasError",
    "ExceptionUse",
    "FileReport",
    "Finding",
    "Level",
    "Migration",
    "Municipality",
    "MunicipalityList",
    "Refusal",
    "Report",
    "RuleResult",
    "Specification",
    "Witness",
    "__version__",
    "diff",
    "find_specification",
    "from_xml",
    "iter_specifications",
    "migrate",
    "read_municipalities",
    "to_xml",
    "validate",
]

_MODULE_BY_NAME = MappingProxyType(
    {
        "Breaks": "ddas.comparison.change",
        "Change": "ddas.comparison.change",
        "ChangeKind": "ddas.comparison.change",
        "Comparison": "ddas.comparison.compare",
        "DdasError": "ddas.errors",
        "ExceptionUse": "ddas.validation.file_report",
        "FileReport": "ddas.validation.file_report",
        "Finding": "ddas.findings",
        "Level": "ddas.findings",
        "Migration": "ddas.migration.outcome",
        "Municipality": "ddas.standard.municipalities",
        "MunicipalityList": "ddas.standard.municipalities",
        "Refusal": "ddas.migration.outcome",
        "Report": "ddas.validation.report",
        "RuleResult": "ddas.validation.file_report",
        "Specification": "ddas.standard.specification",
        "Witness": "ddas.comparison.compare",
        "diff": "ddas.comparison.diff",
        "find_specification": "ddas.standard.catalog",
        "from_xml": "ddas.delivery.xml_form",
        "iter_specifications": "ddas.standard.catalog",
        "migrate": "ddas.migration.library",
        "read_municipalities": "ddas.standard.municipalities",
        "to_xml": "ddas.delivery.xml_form",
        "validate": "ddas.validation.validate",
    }
)


def __getattr__(name: str) -> Any:
    """Load a name of the library when it is first asked for."""
    module = _MODULE_BY_NAME.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
