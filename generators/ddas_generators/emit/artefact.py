"""What an emitter gives: files, as a pure function of the specification."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ddas.standard.specification import Specification

__all__ = ["Artefact", "Emitter", "HistoryEmitter"]


@dataclass(frozen=True, slots=True)
class Artefact:
    """A generated file. ``path``: relative to the folder of its standard, forward slashes; ``content``: UTF-8."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Emitter:
    """A named way to make artefacts; ``emit`` is pure and knows nothing of clock, host or disk."""

    name: str
    emit: Callable[[Specification], Iterable[Artefact]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEmitter:
    """A named way to make artefacts of a version and the versions before it, oldest first; pure as well."""

    name: str
    emit: Callable[[Specification, tuple[Specification, ...]], Iterable[Artefact]]
