"""A field that goes to another object: from the nearest object that holds both places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ddas.migration.tally import Kind
from ddas.migration.work import Work

__all__ = ["move"]

_Keys = tuple[str, ...]
_Run = Callable[[list[dict[str, Any]], Work], None]


def move(keys: _Keys, target: _Keys, path: str, new_path: str) -> tuple[_Keys, _Run]:
    """The keys to the objects that hold both places, and what is done with those.

    Args:
        keys: From a value to the field.
        target: From the same value to where it goes; objects on the way are made where they lack.
        path, new_path: The two places, for the tally.
    """
    shared = 0
    while shared < min(len(keys), len(target)) - 1 and keys[shared] == target[shared]:
        shared += 1
    above, inner = keys[shared:-1], target[shared:-1]

    def run(objects: list[dict[str, Any]], work: Work) -> None:
        count = 0
        for holding in objects:
            top = holding
            holder = _descend(top, above)
            if holder is None or keys[-1] not in holder:
                continue
            value = holder.pop(keys[-1])
            for key in inner:
                if not isinstance(top.get(key), dict):
                    work.put(top, key, {}, new_path)
                top = top[key]
            work.put(top, target[-1], value, new_path)
            count += 1
        work.tally.add(Kind.MOVED, path, new_path=new_path, count=count)

    return keys[:shared], run


def _descend(value: dict[str, Any], keys: _Keys) -> dict[str, Any] | None:
    for key in keys:
        inner = value.get(key)
        if not isinstance(inner, dict):
            return None
        value = inner
    return value
