"""The bytes of an object are the same for the same content, however it was decoded, and only then."""

from __future__ import annotations

import random

import msgspec
import pytest

from ddas.rules.contents import Contents, UnwritableError
from ddas.validation.prepared import prepare
from tests.conftest import load_standard
from tests.rules.decoding import make_types
from tests.rules.odd_records import RECORD, make_value, right_record
from tests.rules.vectors import to_wire

SPECIFICATION = load_standard("shv-v1.0")


def test_both_ways_to_decode_give_the_same_bytes_and_no_others() -> None:
    source = random.Random(20261202)
    contents, prepared = Contents(SPECIFICATION), prepare(SPECIFICATION)
    decode = prepared.decode(RECORD)
    content_by_bytes: dict[bytes, object] = {}
    for _ in range(400):
        value = to_wire(SPECIFICATION, make_value(source, RECORD, False), RECORD)
        try:
            typed = decode(msgspec.json.encode(value))
        except msgspec.ValidationError:
            continue
        written = contents.write(typed, RECORD)
        assert written == msgspec.json.encode(typed), "an ordinary record is written in one go"
        assert written == contents.write(prepared.types.clean(value, RECORD), RECORD)
        assert content_by_bytes.setdefault(written, value) == value
    assert len(content_by_bytes) > 50


def test_exceptions_do_not_count() -> None:
    contents = Contents(SPECIFICATION, frozenset({"Schuldhulptraject.gemeentecode", "Client.postcode"}))
    made = make_types(SPECIFICATION)[RECORD]
    one, other = (right_record() for _ in range(2))
    other["gemeentecode"] = "0363"
    other["clienten"][0]["postcode"] = "9999ZZ"  # type: ignore[index]
    assert contents.write(msgspec.convert(one, made), RECORD) == contents.write(msgspec.convert(other, made), RECORD)
    other["startdatum"] = "2022-01-02"
    assert contents.write(msgspec.convert(one, made), RECORD) != contents.write(msgspec.convert(other, made), RECORD)


def test_what_cannot_be_written_is_said_without_its_value() -> None:
    made = make_types(SPECIFICATION)[RECORD]
    with pytest.raises(UnwritableError) as caught:
        Contents(SPECIFICATION).write(made(gemeentecode="\ud800"), RECORD)
    assert caught.value.args == ()
    assert caught.value.__cause__ is caught.value.__context__ is None
