"""Which version a delivery has: the newest that accepts it and that knows the lists it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ddas.delivery.envelope import Envelope
from ddas.delivery.exact_value import read_and_count
from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.record_stream import BLOCK_SIZE, fold_records
from ddas.delivery.segments import Handled, Handler
from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.findings import Pointer, format_pointer
from ddas.migration.known_keys import KnownKeys
from ddas.migration.versions import Version
from ddas.standard.catalog import iter_specifications
from ddas.standard.record_layout import RecordLayout, join_layouts, layout_of
from ddas.validation.acceptance import RecordJudge, explain_envelope
from ddas.validation.choosing import recognise
from ddas.validation.wrapping import name_stranger

__all__ = ["Faults", "Recognition", "find_faults", "recognise_version"]

_MOST_PLACES = 3
_Look = Callable[[int, Any], None]


@dataclass(slots=True)
class Faults:
    """What a version refuses: how many records and, as one, the rest; JSON Pointers of the first few."""

    count: int = 0
    places: list[str] = field(default_factory=list)

    def add(self, pointer: Pointer) -> None:
        """Note a refused record, or with an empty pointer the rest of the delivery."""
        self.count += 1
        if len(self.places) < _MOST_PLACES:
            self.places.append(format_pointer(pointer) or "(buiten de lijsten)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What the readings of a delivery showed.

    Attributes:
        code: Version of the delivery; None when none fits.
        envelope: The document, its lists of records empty.
        doubles: Keys that stood a second time in an object of the envelope.
        faults: Of the version that was given, when that does not fit.
        strays: Paths of keys that the version does not know and another does.
    """

    code: str | None
    envelope: dict[str, Any]
    doubles: int = 0
    faults: Faults = field(default_factory=Faults)
    strays: tuple[str, ...] = ()


class _OtherVersionError(Exception):
    """The delivery does not have this version: no need to read on."""


class _Judgement:
    """A fold that judges the records against one version.

    ``impatient``: raises at the first record that the version refuses or has no list for.
    """

    def __init__(self, version: Version, layout: RecordLayout, *, impatient: bool = False, look: _Look | None) -> None:
        self.faults = Faults()
        self.has_unknown_lists = False
        self._judge = RecordJudge(version.specification, layout, look=look)
        self._layout = layout
        self._paths = {part.path for part in version.layout.lists}
        self._impatient = impatient

    def make_handler(self) -> Handler[list[int]]:
        """The judge of records; one process."""
        return self._judge

    def add(self, handled: Handled[list[int]]) -> None:
        """Take the indexes of the refused records of a segment."""
        if self._layout.lists[handled.list_index].path not in self._paths:
            self.has_unknown_lists = True
        for index in handled.result:
            self.faults.add(self._layout.pointer(handled.list_index, handled.holder, handled.first_index + index))
        if self._impatient and (self.has_unknown_lists or self.faults.count):
            raise _OtherVersionError


def recognise_version(
    source: Source, versions: Mapping[str, Version], *, given: str | None = None, block_size: int = BLOCK_SIZE
) -> Recognition:
    """Find the version of a delivery, or see whether it has the one that was given.

    The newest adopted version that accepts it and knows every key that any version knows wins; a concept, which
    accepts nearly all of its predecessor, only when no other does. When each lacks a key, the newest that accepts it,
    and the version to write last: nothing would be done then. A loose version accepts files of other versions too, as
    objects full of unknown keys. So a version counts only when it knows the lists in the root of the file.

    Args:
        source: The delivery.
        versions: By code, oldest first.
        given: The version that it should have; then it need know just one of the lists.
        block_size: How much is read at a time.

    Raises:
        UnreadableDelivery: the file is no JSON object in UTF-8.
    """
    newest_first = list(reversed(list(versions.values())))
    layout = join_layouts(version.layout for version in newest_first)
    if given is not None:
        return _check_given(source, versions, given, layout, block_size=block_size)
    stray: list[Recognition] = []
    for version in sorted(newest_first, key=_is_concept):
        try:
            found, _ = _judge(source, versions, version, layout, block_size=block_size, impatient=True)
        except _OtherVersionError:
            continue
        except UnreadableDelivery as fault:
            if fault.fault is not FileFaultName.TOO_LARGE:  # what is too large here can be a list of another domain
                raise
            break
        if found.code is not None and not found.strays:
            return found
        if found.code is not None:
            stray.append(found)
    if stray:
        return min(stray, key=lambda found: found.code == newest_first[0].code)
    everything = join_layouts([layout, *(layout_of(s) for s in iter_specifications())])
    envelope, doubles = _decode(fold_records(source, everything, _Nothing(), block_size=block_size))
    return Recognition(code=None, envelope=envelope, doubles=doubles)


def find_faults(source: Source, version: Version, *, block_size: int = BLOCK_SIZE) -> Faults:
    """What a version refuses in a delivery.

    Raises:
        UnreadableDelivery: the delivery cannot be read.
    """
    judgement = _Judgement(version, version.layout, look=None)
    envelope = fold_records(source, version.layout, judgement, block_size=block_size)
    _judge_envelope(source, version, _decode(envelope)[0], judgement.faults)
    return judgement.faults


def _check_given(
    source: Source, versions: Mapping[str, Version], given: str, layout: RecordLayout, *, block_size: int
) -> Recognition:
    """Its lists may stand beside others that mean nothing to this version: those then belong to the envelope."""
    found, has_unknown_lists = _judge(source, versions, versions[given], layout, block_size=block_size)
    if has_unknown_lists and found.code is not None:
        found, _ = _judge(source, versions, versions[given], versions[given].layout, block_size=block_size)
    return found


def _judge(
    source: Source,
    versions: Mapping[str, Version],
    version: Version,
    layout: RecordLayout,
    *,
    block_size: int,
    impatient: bool = False,
) -> tuple[Recognition, bool]:
    """What one reading shows of one version, and whether there were records in lists that it does not know."""
    known = KnownKeys(v.specification for v in versions.values())

    def look(list_index: int, value: object) -> None:
        known.see(layout.lists[list_index].path, value)

    judgement = _Judgement(version, layout, impatient=impatient, look=look)
    envelope, doubles = _decode(fold_records(source, layout, judgement, block_size=block_size))
    known.see((), envelope)
    _judge_envelope(source, version, envelope, judgement.faults)
    held = _lists_in_root(versions.values()) & envelope.keys()
    own = held & {a.wire_name for a in version.specification.root_type.exchanged_attributes}
    fits = own == held if impatient else bool(own) or not held
    recognition = Recognition(
        code=version.code if fits and not judgement.faults.count else None,
        envelope=envelope,
        doubles=doubles,
        faults=judgement.faults,
        strays=known.unknown_to(version.code),
    )
    return recognition, judgement.has_unknown_lists


def _judge_envelope(source: Source, version: Version, envelope: dict[str, Any], faults: Faults) -> None:
    found = explain_envelope(source, version.specification, version.layout, envelope)
    if any(not _is_repeat(fault.kind, fault.pointer, version) for fault in found):
        faults.add(())
    for fault in found:
        if _is_repeat(fault.kind, fault.pointer, version):
            faults.add(fault.pointer)


def _is_repeat(kind: str, pointer: Pointer, version: Version) -> bool:
    """Whether the fault is about equal leveringen."""
    return kind == "uniqueItems" and pointer == version.layout.holder_path


def _lists_in_root(versions: Iterable[Version]) -> set[str]:
    paths = [path for v in versions for path in (v.layout.holder_path, *(part.path for part in v.layout.lists))]
    return {path[0] for path in paths if path}


def _is_concept(version: Version) -> bool:
    return version.specification.status.is_draft


def _decode(envelope: Envelope) -> tuple[dict[str, Any], int]:
    try:
        value, doubles = read_and_count(envelope.text)
    except UnreadableDelivery as fault:
        offset = None if fault.fault is FileFaultName.TOO_DEEP else envelope.file_offset(fault.offset or 0)
        raise UnreadableDelivery(fault.fault, offset) from None
    if not isinstance(value, dict):
        raise UnreadableDelivery(name_stranger(value, lambda v: recognise(v, iter_specifications()) is not None))
    return value, doubles


class _Nothing:
    """A fold for what stands around the records alone."""

    def make_handler(self) -> Handler[None]:
        """A handler that does nothing."""
        return lambda _segment: None

    def add(self, handled: Handled[None]) -> None:
        """Nothing to take."""
