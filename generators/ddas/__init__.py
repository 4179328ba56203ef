"""DDAS: check deliveries on debt help against the Dutch standard. Importing this loads nothing heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ddas.version import __version__

if TYPE_CHECKING:
    from ddas.validation.validate import validate


__all__ = ["__version__", "validate"]


def __getattr__(name: str) -> Any:
    """Load ``validate`` when it is first asked for."""
    if name == "validate":
        from ddas.validation.validate import validate

        return validate
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
