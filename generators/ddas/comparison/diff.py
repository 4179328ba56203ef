"""``ddas.diff``: the library call."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

from ddas.comparison.compare import Comparison, compare
from ddas.comparison.side import Side, find_between, read_side
from ddas.errors import DdasError
from ddas.standard.catalog import iter_specifications
from ddas.standard.specification import Specification

__all__ = ["diff"]


def diff(old: Specification | str | os.PathLike[str], new: Specification | str | os.PathLike[str]) -> Comparison:
    """What changed between two versions of a standard, and who must do something about it.

    Args:
        old: The version to start from: its code such as ``shv-v0.10``, a specification, or the path of a
            ``specification.json`` or of a published JSON Schema. Of a schema only the structure is compared.
        new: The version to end with, given likewise; may be the older of the two.

    Returns:
        All changes, strongest first, each with its kind, its place and what it breaks; and for each change that makes
        a delivery invalid a delivery that proves it. Renames that versions in between declare are followed.

    Raises:
        DdasError: a version does not exist or cannot be read, or the two belong to different domains.
    """
    first, last = _read(old), _read(new)
    return compare(
        first.specification,
        last.specification,
        between=find_between(first.specification, last.specification, iter_specifications()),
        structure_only=first.structure_only or last.structure_only,
    )


def _read(given: Specification | str | os.PathLike[str]) -> Side:
    if isinstance(given, Specification):
        return Side(specification=given)
    return read_side(os.fspath(given), _refuse_folder)


def _refuse_folder(_folder: Path) -> NoReturn:
    raise DdasError("Dit is een map. Een map met een model leest alleen het commando ddas diff. Noem hier een bestand.")
