"""Kind ``geen_samenloop``: one client, one trajectory at a time."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, NamedTuple

from ddas.rules.filled import day_of, filled_text
from ddas.rules.hashing import hash_text, iter_buckets
from ddas.rules.parameters import FROM_OBJECT, GROUPS, LIST, PATHS, takes
from ddas.rules.paths import FieldPath, find_holder, resolve_item_type, resolve_path, resolve_paths
from ddas.rules.rule_kind import Context, ListHit, ListKind
from ddas.standard.specification import Specification

__all__ = ["NO_OVERLAP", "NoOverlapParameters", "Span", "iter_overlaps", "split_days"]

_DAYS = 1 << 24  # more than the ordinal of any day
_OPTIONAL = -1  # of the data that together stand for a client, the last one may be blank


@dataclass(frozen=True, slots=True, kw_only=True)
class NoOverlapParameters:
    """The records with a period and clients.

    Attributes:
        paths: First and last day.
        groups: The list of clients; the number of a client; the data that together stand for a client without one.
        list: The records.
    """

    paths: tuple[str, ...] = takes(PATHS, least=2, most=2, starts=("list",))
    groups: tuple[tuple[str, ...], ...] = takes(GROUPS, least=3, most=3, starts=("list", "groups"))
    list: str = takes(LIST, starts=(FROM_OBJECT,))


@dataclass(frozen=True, slots=True, kw_only=True)
class _NoOverlap:
    """Rows of (hash of the client, first and last day in one number): 24 bytes per client with the index."""

    list_name: str
    start: FieldPath
    end: FieldPath
    clients: FieldPath
    number: FieldPath
    others: tuple[FieldPath, ...]
    unit: str
    width: ClassVar[int] = 2
    distinct: ClassVar[bool] = False
    reads_all: ClassVar[bool] = False

    @property
    def list_names(self) -> frozenset[str]:
        """The list of the records."""
        return frozenset((self.list_name,))

    def gather(self, list_name: str, record: Any, context: Context) -> Iterable[tuple[int, ...]]:
        """A row for each different client of a record that has a start."""
        start = day_of(self.start.read(record)) if list_name == self.list_name else None
        if start is None:
            return ()
        end = day_of(self.end.read(record)) or date.max
        days = start.toordinal() * _DAYS + end.toordinal()
        hashes = {self._client_hash(client, context) for client in self.clients.read(record) or ()}
        return [(value, days) for value in hashes if value is not None]

    def _client_hash(self, client: Any, context: Context) -> int | None:
        number = filled_text(self.number.read(client))
        if number:
            return hash_text(context.key, number)
        texts = [filled_text(p.read(client)) for p in self.others]
        return hash_text(context.key, *texts) if texts and all(texts[:_OPTIONAL]) else None

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """A hit at each record that starts before an earlier one of the same client ends."""
        other_by_index: dict[int, int] = {}
        for (bucket,) in iter_buckets((rows.get(self.list_name) or array("q"), 3)):
            spans = (Span(value, *split_days(days), index) for value, days, index in bucket)
            for index, other in iter_overlaps(spans):
                other_by_index.setdefault(index, other)
        for index in sorted(other_by_index):
            other = other_by_index[index]
            yield ListHit(
                self.list_name, index, (), f"Het andere {self.unit} is {self.unit} {other + 1} van deze levering."
            )


def split_days(days: int) -> tuple[int, int]:
    """Ordinals of the first and the last day in the second number of a row."""
    return days // _DAYS, days % _DAYS


class Span(NamedTuple):
    """The days of one client in one record, told apart by ``key``. Ends on the day that the next may start."""

    client: int
    start: int
    end: int
    key: Any


def iter_overlaps(
    spans: Iterable[Span], owner: Callable[[Any], Sequence[object]] = lambda _key: ()
) -> Iterator[tuple[Any, Any]]:
    """Keys of a later span and of the one of the same client that started earlier and goes on longest.

    One sweep by start; of each owner only the span that reaches furthest is kept.

    Args:
        spans: In any order; equal starts are taken in the order of their keys.
        owner: What must differ between the two, part by part; without it any two can meet.
    """
    client: int | None = None
    furthest: dict[tuple[object, ...], Span] = {}
    for span in sorted(spans, key=lambda s: (s.client, s.start, s.key)):
        if span.client != client:
            client, furthest = span.client, {}
        own = tuple(owner(span.key))
        running = [
            other
            for whose, other in furthest.items()
            if span.start < other.end and not any(a == b for a, b in zip(own, whose, strict=True))
        ]
        if running:
            yield span.key, max(running, key=lambda other: other.end).key
        if own not in furthest or span.end > furthest[own].end:
            furthest[own] = span


def _prepare(parameters: NoOverlapParameters, scopes: tuple[str, ...], specification: Specification) -> _NoOverlap:
    holder = find_holder(specification, scopes, parameters.list)
    record_type = resolve_item_type(specification, holder, parameters.list)
    (clients,), (number,), others = parameters.groups
    client_type = resolve_item_type(specification, record_type, clients)
    start, end = resolve_paths(specification, record_type, parameters.paths)
    return _NoOverlap(
        list_name=parameters.list,
        start=start,
        end=end,
        clients=resolve_path(specification, record_type, clients),
        number=resolve_path(specification, client_type, number),
        others=resolve_paths(specification, client_type, others),
        unit=specification.domain.unit,
    )


NO_OVERLAP = ListKind(
    name="geen_samenloop",
    sentence="Eén cliënt heeft in één levering geen twee trajecten die elkaar in de tijd overlappen.",
    parameters=NoOverlapParameters,
    prepare=_prepare,
)
