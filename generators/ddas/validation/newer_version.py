"""What a reader of a file of an older version must know of the newest one: how sure it is, and what converting does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ddas.standard.alternative_words import join_words
from ddas.standard.catalog import find_specification
from ddas.standard.matching import CodeValueName, match_versions
from ddas.standard.specification import Specification
from ddas.standard.wire_tree import build_wire_tree
from ddas.validation.file_report import NewerVersion

__all__ = ["describe_newer"]

_EXAMPLES = 2


def describe_newer(old: Specification, newest: Specification, day: date | None) -> NewerVersion:
    """Of the newest version, for a file of the older one that is checked as on ``day``."""
    since = newest.in_use_from
    if since and day and day.isoformat() < since:
        remark = f"{newest.id.code} geldt vanaf {since}. Tot die dag geldt {old.id.code}; lever dus nog niet volgens "
        return NewerVersion(code=newest.id.code, remark=f"{remark}{newest.id.code}.", is_taken=False)
    force = f"Zij geldt vanaf {since}." if since else "Vanaf wanneer zij geldt, is niet bekend."
    sentences = (f"{newest.id.code} is de nieuwste gepubliceerde versie.", force, *_iter_changes(old, newest))
    return NewerVersion(code=newest.id.code, remark=" ".join(sentences))


@dataclass(frozen=True, slots=True)
class _Change:
    """Something that converting does to fields or values; ``names`` are those of the older version."""

    names: Sequence[str]
    one: str
    more: str
    shows: bool = True

    @property
    def words(self) -> str:
        """With the number and some of the names."""
        phrase = self.one if len(self.names) == 1 else self.more.format(len(self.names))
        if not self.shows:
            return phrase
        examples = join_words([f"‘{name}’" for name in self.names[:_EXAMPLES]], "en")
        return f"{phrase} ({'' if len(self.names) <= _EXAMPLES else 'zoals '}{examples})"


def _iter_changes(old: Specification, newest: Specification) -> Iterator[str]:
    """What the declared changes between the two say, in sentences; nothing when no road leads from old to newest."""
    road = _road(old, newest)
    if not road:
        return
    renamed, gone = _follow_fields(road)
    other_name, without = _follow_values(road)
    changes = (
        _Change(renamed, "krijgt 1 veld een andere naam", "krijgen {} velden een andere naam"),
        _Change(gone, "vervalt 1 veld", "vervallen {} velden"),
        _Change(other_name, "krijgt 1 waarde een andere naam", "krijgen {} waarden een andere naam", shows=False),
        _Change(without, "vervalt 1 waarde", "vervallen {} waarden"),
    )
    words = [change.words for change in changes if change.names]
    if words:
        yield f"Bij het omzetten {join_words(words, 'en')}."
    for object_type in newest.exchanged_types:
        before = old.object_type(object_type.name)
        if object_type.alternatives and before is not None and not before.alternatives:
            ways = ", of ".join(a.title for a in object_type.alternatives)
            yield f"Het onderdeel {object_type.label} staat er dan op een van deze manieren: {ways}. De rest vervalt."


def _road(old: Specification, newest: Specification) -> tuple[Specification, ...]:
    """From old to newest along the predecessors, both included; empty when it does not get there."""
    road = [newest]
    while road[0].id != old.id:
        if road[0].predecessor is None:
            return ()
        road.insert(0, find_specification(road[0].predecessor))
    return tuple(road)


def _follow_fields(road: Sequence[Specification]) -> tuple[list[str], list[str]]:
    """Names of the fields that get another one, and of those that go; what stands in what goes is not named."""
    fields = match_versions(road[0], road[-1], road[1:-1]).fields
    renamed, gone = [], []
    for steps in build_wire_tree(road[0]).nodes:
        if steps in fields:
            if fields[steps][-1] != steps[-1]:
                renamed.append(steps[-1])
        elif not steps[:-1] or steps[:-1] in fields:
            gone.append(steps[-1])
    return renamed, gone


def _follow_values(road: Sequence[Specification]) -> tuple[list[str], list[str]]:
    """Code values that get another name, and those that a version on the road that was adopted does not have."""
    now: dict[CodeValueName, CodeValueName | None] = {name: name for name in _values(road[0])}
    for before, after in pairwise(road):
        renames, known = match_versions(before, after).values, _values(after)
        for first, last in now.items():
            if last is not None:
                found = renames.get(last, last)
                now[first] = found if found in known or after.status.was_never_adopted else None
    renamed = [first[1] for first, last in now.items() if last is not None and last != first]
    return renamed, [first[1] for first, last in now.items() if last is None]


def _values(specification: Specification) -> dict[CodeValueName, None]:
    return {(c.name, v.value): None for c in specification.code_lists if c.exchanged for v in c.values}
