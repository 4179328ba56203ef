"""The version of the tool, not of a standard."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
