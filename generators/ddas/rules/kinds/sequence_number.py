"""Kind ``volgnummer``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ddas.rules.parameters import FROM_OBJECT, PATHS, takes
from ddas.rules.paths import resolve_path
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.specification import Specification

__all__ = ["SEQUENCE_NUMBER", "SequenceNumberParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceNumberParameters:
    """One field with a whole number."""

    paths: tuple[str, ...] = takes(PATHS, most=1, starts=(FROM_OBJECT,))


def _prepare(parameters: SequenceNumberParameters, scope: str, specification: Specification) -> ObjectCheck:
    path = resolve_path(specification, scope, parameters.paths[0])

    def check(o: Any, c: Context) -> Iterator[Hit]:
        value = path.read(o)
        if value is not None and value != c.index + 1:
            yield Hit(path.pointer)

    return check


SEQUENCE_NUMBER = ObjectKind(
    name="volgnummer",
    sentence="De onderdelen zijn doorgenummerd vanaf 1.",
    parameters=SequenceNumberParameters,
    prepare=_prepare,
)
