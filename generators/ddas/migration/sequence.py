"""In which order keys of the same objects are renamed, so that none is written over."""

from __future__ import annotations

from collections.abc import Iterable

from ddas.migration.steps import Rename

__all__ = ["order_renames"]


def order_renames(renames: Iterable[Rename]) -> tuple[list[Rename], list[str]]:
    """Inner keys first, then what makes room for another; and the paths that wait for each other in a circle."""
    waiting = sorted(renames, key=lambda r: -r.path.count("."))
    ordered: list[Rename] = []
    circular: list[str] = []
    while waiting:
        depth = waiting[0].path.count(".")
        taken = {_key(r.path) for r in waiting}
        level = [r for r in waiting if r.path.count(".") == depth]
        free = next((r for r in level if (_key(r.path)[0], r.to) not in taken), None)
        if free is None:
            circular += [r.path for r in level]
            waiting = waiting[len(level) :]
        else:
            ordered.append(free)
            waiting.remove(free)
    return ordered, circular


def _key(path: str) -> tuple[str, str]:
    above, _, key = path.rpartition(".")
    return above, key.removesuffix("[]")
