"""The part of a generated dataclass module that is the same for every standard: real modules, checked as such.

``ddas_generators.emit.code.python.dataclasses`` copies what stands below ``__all__`` in each module into the generated
file, with
the imports. So: standard library only, lines of at most 88 characters, Dutch docstrings and comments, and a name that
other code must not use starts with an underscore. Their layout is the same at a width of 88 and of 120.
"""

from __future__ import annotations

from ddas_generators.emit.code.python.runtime import faults, objects, parsing, values, ways

__all__ = ["MODULES", "WAYS_MODULE"]

MODULES = (faults, values, parsing, objects)
"""In the order in which they stand in a generated file."""

WAYS_MODULE = ways
"""Comes after them, where an object type has alternatives."""
