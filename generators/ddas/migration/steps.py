"""The steps of a migration, as data, and the interpreter that runs them.

A path is written from the root, as people read it: ``schuldhulptrajecten[].client[].bsn``; ``[]`` marks a list. The
delivery is valid in the older version, so that known paths hold what that version says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ddas.migration.tally import Kind
from ddas.migration.work import Work

__all__ = ["Cents", "Drop", "Fill", "MapValues", "MappedValue", "Rename", "Special", "Step", "apply_step"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """A key gets another name in the same object. ``new_path`` only where the object itself moves later on."""

    path: str
    to: str
    new_path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """What the newer version does not ask, with everything in it."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cents:
    """An amount in cents becomes whole euros; half a euro and more goes up, away from zero."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedValue:
    """A code value of the older version and the one with the same meaning in the newer; None when there is none."""

    old: str
    new: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapValues:
    """A field with a code list.

    ``values``: every value of the older list, once. ``absence``: Dutch, what it means when the field is left out, where
    that says something.
    """

    path: str
    values: tuple[MappedValue, ...]
    absence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Special:
    """What is no plain step: a function on each object at ``path``, which may be empty for the root."""

    path: str
    run: Callable[[dict[str, Any], Work], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """A required text of the newer version, given where it lacks; ``path`` is one of the newer version.

    Attributes:
        path: The field; with ``inside``: the object that lacks, which gets that key alone.
        default: What is given without ``--set``; None when nothing else will do.
        shape: Dutch description of what ``--set`` wants, and ``pattern`` to check it (the whole value).
    """

    path: str
    inside: str = ""
    default: str | None
    shape: str = "een tekst"
    pattern: str = r"(?s).*\S.*"

    @property
    def option(self) -> str:
        """The name to use with ``--set``."""
        return self.inside or self.path.rpartition(".")[2]


Step = Rename | Drop | Cents | MapValues | Special | Fill


def apply_step(step: Step, value: dict[str, Any], work: Work, *, base: str = "", new_base: str = "") -> None:
    """Run one step on the root or on one element, in place.

    Args:
        step: The step.
        value: The object that ``base`` names.
        work: Counts what is done.
        base: Path of ``value`` in the older version; empty for the root.
        new_base: Its path in the newer version.
    """
    start = new_base if isinstance(step, Fill) else base
    relative = step.path[len(start) :].removeprefix(".")
    if isinstance(step, Special):
        for found in _iter_objects(value, relative.split(".") if relative else []):
            step.run(found, work)
        return
    *above, last = relative.split(".")
    key = last.removesuffix("[]")
    for holder in _iter_objects(value, above):
        if isinstance(step, Fill):
            _fill(step, holder, key, work)
        elif key in holder:
            _change(step, holder, key, work, new_base + step.path[len(base) :])


def _change(step: Rename | Drop | Cents | MapValues, holder: dict[str, Any], key: str, work: Work, new: str) -> None:
    match step:
        case Rename():
            new_path = step.new_path or _sibling(new, step.to)
            work.tally.add(Kind.RENAMED, step.path, new_path=new_path)
            work.put(holder, step.to, holder.pop(key), _sibling(step.path, step.to))
        case Drop():
            held = holder.pop(key)
            work.tally.add(Kind.LOST, step.path, reason=step.reason, count=len(held) if isinstance(held, list) else 1)
        case Cents():
            cents = int(holder[key])
            euros, rest = divmod(abs(cents), 100)
            kind = Kind.ROUNDED if rest else Kind.CONVERTED
            reason = "van centen naar hele euro's" + (", met afronding" if rest else "")
            work.tally.add(kind, step.path, reason=reason)
            rounded = euros + (rest >= 50)
            holder[key] = rounded if cents >= 0 else -rounded
        case MapValues():
            _map(step, holder, key, work)


def _map(step: MapValues, holder: dict[str, Any], key: str, work: Work) -> None:
    mapped = next(m for m in step.values if m.old == holder[key])
    if mapped.new is None:
        del holder[key]
        reason = "de nieuwe waardenlijst heeft geen waarde met dezelfde betekenis"
        reason += f"; let op: {step.absence}" if step.absence else ""
        work.tally.add(Kind.LOST, step.path, reason=reason)
    elif mapped.new != mapped.old:
        holder[key] = mapped.new
        work.tally.add(Kind.MAPPED, step.path, reason="andere naam voor dezelfde betekenis")


def _fill(step: Fill, holder: dict[str, Any], key: str, work: Work) -> None:
    if key in holder:
        return
    given = work.value_for(step.option, step.default)
    if given is None:
        return
    value, origin = given
    holder[key] = {step.inside: value} if step.inside else value
    path = f"{step.path}.{step.inside}" if step.inside else step.path
    work.tally.add(Kind.FILLED, path, reason=origin)


def _iter_objects(value: dict[str, Any], path: list[str]) -> Iterator[dict[str, Any]]:
    if not path:
        yield value
        return
    key = path[0].removesuffix("[]")
    inner = value.get(key)
    for item in inner if isinstance(inner, list) else (inner,):
        if isinstance(item, dict):
            yield from _iter_objects(item, path[1:])


def _sibling(path: str, key: str) -> str:
    above = path.rpartition(".")[0]
    return f"{above}.{key}" if above else key
