"""JSON Patch (RFC 6902): the operations add, replace and remove, which the cases of rules use, and move, copy and test."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from ddas.errors import ModelError

__all__ = ["apply_patch", "resolve_pointer", "split_pointer"]


def split_pointer(pointer: str) -> list[str]:
    """``/leveringen/0/a~1b`` → its parts, unescaped; the empty pointer has none."""
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def resolve_pointer(document: Any, pointer: str) -> Any:
    """What stands at the pointer.

    Raises:
        ModelError: nothing stands there.
    """
    value = document
    for part in split_pointer(pointer):
        try:
            value = value[int(part)] if isinstance(value, list) else value[part]
        except (KeyError, IndexError, ValueError, TypeError) as error:
            raise ModelError(f"Op de plek {pointer} staat niets. Verbeter het geval bij de regel.") from error
    return value


def apply_patch(document: Any, operations: Sequence[Mapping[str, Any]]) -> Any:
    """A changed copy of the document.

    Raises:
        ModelError: an operation does not fit the document, or is not known.
    """
    result = copy.deepcopy(document)
    for operation in operations:
        result = _apply(result, operation)
    return result


def _apply(document: Any, operation: Mapping[str, Any]) -> Any:
    kind, pointer = operation.get("op"), str(operation.get("path", ""))
    if kind in ("add", "replace"):
        return _put(document, pointer, operation["value"], insert=kind == "add")
    if kind == "remove":
        return _remove(document, pointer)
    if kind in ("move", "copy"):
        value = copy.deepcopy(resolve_pointer(document, str(operation["from"])))
        cleared = _remove(document, str(operation["from"])) if kind == "move" else document
        return _put(cleared, pointer, value, insert=True)
    if kind == "test":
        return document
    raise ModelError(f"Een wijziging met 'op: {kind}' bestaat niet. Verbeter het geval bij de regel.")


def _put(document: Any, pointer: str, value: Any, *, insert: bool) -> Any:
    if not pointer:
        return value
    parent, last = _parent(document, pointer)
    if isinstance(parent, list):
        if last == "-":
            parent.append(value)
        elif insert:
            parent.insert(int(last), value)
        else:
            parent[int(last)] = value
    else:
        parent[last] = value
    return document


def _remove(document: Any, pointer: str) -> Any:
    resolve_pointer(document, pointer)
    parent, last = _parent(document, pointer)
    del parent[int(last) if isinstance(parent, list) else last]
    return document


def _parent(document: Any, pointer: str) -> tuple[Any, str]:
    head, _, _ = pointer.rpartition("/")
    parent = resolve_pointer(document, head)
    if not isinstance(parent, list | dict):
        raise ModelError(f"Op de plek {head} staat geen object of lijst. Verbeter het geval bij de regel.")
    return parent, split_pointer(pointer)[-1]
