"""JSON Patch (RFC 6902) and JSON Pointer (RFC 6901): as much of them as cases of rules need."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from ddas.errors import DdasError

__all__ = ["PatchError", "apply_patch", "split_pointer"]


class PatchError(DdasError):
    """A step of a patch does not fit; ``step`` is its 0-based place."""

    def __init__(self, message: str, step: int) -> None:
        super().__init__(message)
        self.step = step


_PARTS = {"add": ("value",), "replace": ("value",), "remove": (), "copy": ("from",), "move": ("from",)}
"""The operations, and what each needs beside a path."""


def split_pointer(pointer: str) -> tuple[str, ...]:
    """The steps of a JSON Pointer; empty for the whole document."""
    return tuple(s.replace("~1", "/").replace("~0", "~") for s in pointer.split("/")[1:])


def apply_patch(document: Any, patch: Iterable[Mapping[str, Any]]) -> Any:
    """A copy of the document with ``add``, ``replace``, ``remove``, ``copy`` and ``move`` carried out, in order.

    Raises:
        PatchError: an operation is unknown or does not fit the document.
    """
    result = copy.deepcopy(document)
    for step, operation in enumerate(patch):
        if wrong := _find_fault(operation):
            raise PatchError(wrong, step)
        try:
            result = _apply(result, operation)
        except (KeyError, IndexError, TypeError, ValueError):
            raise PatchError(
                f"De wijziging '{operation.get('op')}' op '{operation.get('path')}' past niet op het voorbeeld. "
                "Controleer het pad.",
                step,
            ) from None
    return result


def _find_fault(operation: Mapping[str, Any]) -> str:
    """What is wrong with a step whatever the document, in Dutch; empty when nothing is."""
    kind = operation.get("op")
    if kind not in _PARTS:
        return f"De wijziging '{kind}' bestaat niet. Kies uit: {', '.join(_PARTS)}."
    missing = next((part for part in ("path", *_PARTS[kind]) if part not in operation), None)
    return f"Bij de wijziging '{kind}' ontbreekt '{missing}'. Vul het aan." if missing else ""


def _apply(document: Any, operation: Mapping[str, Any]) -> Any:
    kind, steps = operation["op"], split_pointer(operation["path"])
    if kind == "move":
        value = copy.deepcopy(_find(document, split_pointer(operation["from"])))
        document = _apply(document, {"op": "remove", "path": operation["from"]})
    elif kind == "copy":
        value = copy.deepcopy(_find(document, split_pointer(operation["from"])))
    elif kind == "remove":
        value = None
    else:
        value = copy.deepcopy(operation["value"])
    if not steps:
        return value
    holder = _find(document, steps[:-1])
    last = steps[-1]
    if isinstance(holder, list):
        _change_list(holder, kind, last, value)
    elif kind == "remove":
        del holder[last]
    elif kind == "replace" and last not in holder:
        raise KeyError(last)
    else:
        holder[last] = value
    return document


def _change_list(holder: list[Any], kind: str, last: str, value: Any) -> None:
    if kind == "remove":
        del holder[int(last)]
    elif kind == "replace":
        holder[int(last)] = value
    else:
        at = len(holder) if last == "-" else int(last)
        if at > len(holder):
            raise IndexError(at)
        holder.insert(at, value)


def _find(document: Any, steps: Iterable[str]) -> Any:
    value = document
    for step in steps:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value
