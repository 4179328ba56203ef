"""What the wire schema of a version accepts, part by part; and which other version a faulty delivery was made for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import msgspec

from ddas.delivery.exact_value import read_record
from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.record_stream import RecordStream
from ddas.delivery.segments import Segment
from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.standard.catalog import iter_specifications
from ddas.standard.record_layout import RecordLayout, layout_of
from ddas.standard.specification import Specification
from ddas.validation.envelope_check import decode_envelope
from ddas.validation.prepared import prepare
from ddas.validation.structure.equal_holders import EqualHolders
from ddas.validation.structure.explainer import StructuralFault

__all__ = [
    "RecordJudge",
    "SureJudge",
    "accepts_source",
    "explain_envelope",
    "find_accepting_version",
]

_NOT_DECODED = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class RecordJudge:
    """A handler: the indexes, in the segment, of the records that a version refuses.

    What stands in a list that the version does not know belongs to the rest of the delivery, and is not judged here.
    """

    def __init__(
        self, specification: Specification, layout: RecordLayout, *, look: Callable[[int, Any], None] | None = None
    ) -> None:
        """Prepare.

        Args:
            specification: The version.
            layout: Of the reading; its lists need not all be those of the version.
            look: Is given the list index and the plain value of each record that is not right at first sight, right or
                wrong. A record that is right at first sight has no key that the version does not know.
        """
        prepared = prepare(specification)
        known = {part.path: part.object_type for part in prepared.layout.lists}
        self._types = [known.get(part.path) for part in layout.lists]
        self._decoders = [prepared.decode(name) if name else None for name in self._types]
        self._explainer = prepared.explainer
        self._look = look

    def __call__(self, segment: Segment) -> list[int]:
        """Judge the records of one segment.

        Raises:
            UnreadableDelivery: a record is no JSON after all, or nests too deep.
        """
        refused: list[int] = []
        decode = self._decoders[segment.list_index]
        if decode is None:
            return refused
        for index, raw in enumerate(segment.raws):
            try:
                decode(raw)
            except _NOT_DECODED:
                if self._explain_exactly(segment, index):
                    refused.append(index)
        return refused

    def explain(self, segment: Segment, index: int) -> list[StructuralFault]:
        """What is wrong with one record; pointers start at the record.

        Raises:
            UnreadableDelivery: as for the whole segment.
        """
        decode = self._decoders[segment.list_index]
        if decode is None:
            return []
        try:
            decode(segment.raws[index])
        except _NOT_DECODED:
            return self._explain_exactly(segment, index)
        return []

    def _explain_exactly(self, segment: Segment, index: int) -> list[StructuralFault]:
        value = read_record(segment, index)
        try:
            if self._look is not None:
                self._look(segment.list_index, value)
            return self._explainer.explain(value, self._types[segment.list_index])
        except RecursionError:
            raise UnreadableDelivery(FileFaultName.TOO_DEEP, segment.offset_of(index)) from None


class SureJudge:
    """Whether plain values are surely right as an object of one type, and else where to look.

    Sound: it never calls right what the wire schema refuses. It doubts a few odd objects that are right.
    """

    def __init__(self, specification: Specification, object_type: str) -> None:
        self._strict = prepare(specification).types.strict(object_type)
        self._fields = {
            field.encode_name: msgspec.defstruct(
                field.name, [(field.name, field.type)], rename={field.name: field.encode_name}, gc=False
            )
            for field in msgspec.structs.fields(self._strict)
        }
        found = specification.object_type(object_type)
        attributes = found.exchanged_attributes if found else ()
        self._sets = {a.wire_name for a in attributes if a.many and a.unique_items}

    def is_sure(self, value: Any) -> bool:
        """Whether the value is right."""
        return _converts(value, self._strict)

    def doubtful_keys(self, value: Mapping[str, Any]) -> list[str]:
        """Keys of an object with something that may be wrong; all others hold what is right."""
        fields, sets = self._fields, self._sets
        return [
            key
            for key, inner in value.items()
            if key in sets or key not in fields or not _converts({key: inner}, fields[key])
        ]


def explain_envelope(
    source: Source | None, specification: Specification, layout: RecordLayout, value: Any
) -> list[StructuralFault]:
    """What the version refuses in the document without its records.

    Args:
        source: The whole delivery, to see whether two of its leveringen are equal; None leaves that open.
        specification: The version.
        layout: Its own.
        value: The document, the lists of records in it empty.

    Raises:
        UnreadableDelivery: the delivery cannot be read.
    """
    faults = prepare(specification).explainer.explain(value)
    loud = [f for f in faults if not (f.kind == "uniqueItems" and f.pointer == layout.holder_path)]
    if len(loud) < len(faults) and source is not None and EqualHolders(source, layout, value).find():
        return faults
    return loud


def find_accepting_version(source: Source, value: Any, checked: Specification) -> str | None:
    """Code of the newest other version of the domain that accepts the delivery and knows every key at its top.

    The loose old versions accept nearly any file, as an object full of unknown keys; hence the second condition.
    Concepts do not count. ``value``: the document without its records.
    """
    if not isinstance(value, dict):
        return None
    for specification in reversed(list(iter_specifications())):
        if specification.domain != checked.domain or specification.id == checked.id:
            continue
        known = {a.wire_name for a in specification.root_type.exchanged_attributes}
        if specification.status.was_never_adopted or not known.issuperset(value):
            continue
        if accepts_source(source, specification):
            return specification.id.code
    return None


def accepts_source(source: Source, specification: Specification) -> bool:
    """Whether the wire schema of this version accepts the delivery; reads no further than the first fault."""
    layout = layout_of(specification)
    stream: RecordStream[list[int]] = RecordStream(
        source, layout, make_handler=partial(RecordJudge, specification, layout)
    )
    try:
        if any(handled.result for handled in stream):
            return False
        value = decode_envelope(stream.envelope)
        return not explain_envelope(source, specification, layout, value)
    except (UnreadableDelivery, RecursionError):
        return False


def _converts(value: Any, made: type[msgspec.Struct]) -> bool:
    try:
        msgspec.convert(value, made)
    except (msgspec.MsgspecError, RecursionError):
        return False
    return True
