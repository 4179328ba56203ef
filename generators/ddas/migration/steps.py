"""The steps of a migration, as data, and the interpreter that runs them.

A path is written from the root, as people read it: ``verhuringen[].huurder[].bsn``; ``[]`` marks a list. The
delivery is valid in the older version, so that known paths hold what that version says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ddas.migration.moving import move
from ddas.migration.tally import Kind
from ddas.migration.work import Work

__all__ = [
    "Act",
    "Cents",
    "Demand",
    "Drop",
    "Fill",
    "MapValues",
    "MappedValue",
    "Move",
    "Rename",
    "Special",
    "Step",
    "apply_step",
    "compile_steps",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """A key gets another name in the same object. ``new_path`` only where the object itself moves later on."""

    path: str
    to: str
    new_path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A field goes to another object of the same whole; between the two stands no list.

    ``to``: where, under the names of the older version; ``new_path``: under those of the newer.
    """

    path: str
    to: str
    new_path: str


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

    ``values``: every value of the older list, once; in a migrator written by hand only those that are a choice.
    ``absence``: Dutch, what it means when the field is left out, where that says something.
    """

    path: str
    values: tuple[MappedValue, ...]
    absence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Special:
    """What is no plain step: a function on each object at ``path``, which may be empty for the root.

    ``handles``: paths of fields, of either version, that it deals with, so that no step is derived for them.
    ``first``: it comes before the derived steps and meets the old names, not after them.
    """

    path: str
    run: Callable[[dict[str, Any], Work], None]
    handles: tuple[str, ...] = ()
    first: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What the newer version requires and nobody can give but the one who knows the record; ``path`` is of that one."""

    path: str
    reason: str


Step = Rename | Move | Drop | Cents | MapValues | Special | Fill | Demand


_Objects = list[dict[str, Any]]
Act = Callable[[_Objects, Work], None]
"""Changes records, or the root alone, in place."""


def compile_steps(steps: Sequence[Step], *, base: str = "", new_base: str = "") -> Act:
    """One function that runs steps in their order, on the root or on records.

    Args:
        steps: Each on something inside such a value.
        base: Path of a value in the older version; empty for the root.
        new_base: Its path in the newer version.
    """
    parts: list[tuple[tuple[str, ...], list[Act]]] = []
    for step in steps:
        above, run = _compile_step(step, base, new_base)
        if parts and parts[-1][0] == above:
            parts[-1][1].append(run)
        else:
            parts.append((above, [run]))

    def act(values: _Objects, work: Work) -> None:
        for keys, runs in parts:
            objects = values
            for key in keys:
                objects = _inner_objects(objects, key)
            if objects:
                for run in runs:
                    run(objects, work)

    return act


def apply_step(step: Step, value: dict[str, Any], work: Work, *, base: str = "", new_base: str = "") -> None:
    """Run one step on one value; see ``compile_steps``."""
    compile_steps((step,), base=base, new_base=new_base)([value], work)


def _compile_step(step: Step, base: str, new_base: str) -> tuple[tuple[str, ...], Act]:
    """The keys from the value to the objects of the step, and what is done with those."""
    start = new_base if isinstance(step, Fill | Demand) else base
    relative = step.path[len(start) :].removeprefix(".")
    keys = tuple(key.removesuffix("[]") for key in relative.split(".")) if relative else ()
    new = new_base + step.path[len(base) :]
    match step:
        case Special():
            return keys, lambda objects, work: _run_special(step, objects, work)
        case Rename():
            return keys[:-1], _rename(step, keys[-1], step.new_path or _sibling(new, step.to))
        case Move():
            to = step.to[len(base) :].removeprefix(".").split(".")
            return move(keys, tuple(key.removesuffix("[]") for key in to), step.path, step.new_path)
        case Demand():
            return keys[:-1], lambda objects, work: _demand(step, keys[-1], objects, work)
        case Drop():
            return keys[:-1], lambda objects, work: _drop(step, keys[-1], objects, work)
        case Cents():
            return keys[:-1], lambda objects, work: _round(step, keys[-1], objects, work)
        case MapValues():
            return keys[:-1], _map(step, keys[-1])
        case Fill():
            return keys[:-1], lambda objects, work: _fill(step, keys[-1], objects, work)


def _inner_objects(objects: _Objects, key: str) -> _Objects:
    found: _Objects = []
    for holder in objects:
        inner = holder.get(key)
        if isinstance(inner, list):
            found += [item for item in inner if isinstance(item, dict)]
        elif isinstance(inner, dict):
            found.append(inner)
    return found


def _run_special(step: Special, objects: _Objects, work: Work) -> None:
    for held in objects:
        step.run(held, work)


def _rename(step: Rename, key: str, new_path: str) -> Act:
    to, extra_path = step.to, _sibling(step.path, step.to)

    def run(objects: _Objects, work: Work) -> None:
        count = 0
        for holder in objects:
            if key in holder:
                count += 1
                work.put(holder, to, holder.pop(key), extra_path)
        work.tally.add(Kind.RENAMED, step.path, new_path=new_path, count=count)

    return run


def _drop(step: Drop, key: str, objects: _Objects, work: Work) -> None:
    count = 0
    for holder in objects:
        if key in holder:
            held = holder.pop(key)
            count += len(held) if isinstance(held, list) else 1
    work.tally.add(Kind.LOST, step.path, reason=step.reason, count=count)


def _round(step: Cents, key: str, objects: _Objects, work: Work) -> None:
    count = rounded = 0
    for holder in objects:
        if key in holder:
            cents = int(holder[key])
            euros, rest = divmod(abs(cents), 100)
            euros += rest >= 50
            holder[key] = euros if cents >= 0 else -euros
            count += 1
            rounded += rest > 0
    work.tally.add(Kind.ROUNDED, step.path, reason="van centen naar hele euro's, met afronding", count=rounded)
    work.tally.add(Kind.CONVERTED, step.path, reason="van centen naar hele euro's", count=count - rounded)


def _map(step: MapValues, key: str) -> Act:
    new_by_old = {mapped.old: mapped.new for mapped in step.values}
    lost_reason = "de nieuwe waardenlijst heeft geen waarde met dezelfde betekenis"
    lost_reason += f"; let op: {step.absence}" if step.absence else ""

    def run(objects: _Objects, work: Work) -> None:
        lost = mapped = 0
        for holder in objects:
            if key not in holder:
                continue
            old = holder[key]
            new = new_by_old[old]
            if new is None:
                del holder[key]
                lost += 1
            elif new != old:
                holder[key] = new
                mapped += 1
        work.tally.add(Kind.LOST, step.path, reason=lost_reason, count=lost)
        work.tally.add(Kind.MAPPED, step.path, reason="andere naam voor dezelfde betekenis", count=mapped)

    return run


def _fill(step: Fill, key: str, objects: _Objects, work: Work) -> None:
    for holder in objects:
        if key in holder:
            continue
        given = work.value_for(step.option, step.default)
        if given is None:
            continue
        value, origin = given
        holder[key] = {step.inside: value} if step.inside else value
        path = f"{step.path}.{step.inside}" if step.inside else step.path
        work.tally.add(Kind.FILLED, path, reason=origin)


def _demand(step: Demand, key: str, objects: _Objects, work: Work) -> None:
    if any(key not in holder for holder in objects):
        work.refuse(step.reason)


def _sibling(path: str, key: str) -> str:
    above = path.rpartition(".")[0]
    return f"{above}.{key}" if above else key
