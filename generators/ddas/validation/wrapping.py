"""A delivery with something around it: a list, or the quotes of a text."""

from __future__ import annotations

import json
from collections.abc import Callable

from ddas.delivery.file_fault_name import FileFaultName

__all__ = ["name_stranger"]

_MOST_ITEMS = 10
"""Of a list; the first show well enough what it is."""


def name_stranger(value: object, is_delivery: Callable[[object], bool]) -> FileFaultName:
    """Name of the fault of a document that is no delivery: is there one inside?"""
    if isinstance(value, list) and any(is_delivery(item) for item in value[:_MOST_ITEMS]):
        return FileFaultName.IN_A_LIST
    if isinstance(value, str):
        try:
            inner = json.loads(value)
        except (ValueError, RecursionError):
            inner = None
        if is_delivery(inner):
            return FileFaultName.IN_A_TEXT
    return FileFaultName.NO_DELIVERY
