"""The records in a delivery, and what the strict type says of one."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from typing import Any

import msgspec

from ddas.standard.specification import ObjectType, Specification
from ddas.validation.structure.explainer import Explainer
from ddas.validation.structure.record_types import RecordTypes


def iter_records(specification: Specification, value: Any, object_type: ObjectType) -> Iterator[tuple[str, Any]]:
    """Everything in a delivery that should be an object, with the name of its type; the whole message included."""
    yield object_type.name, value
    if not isinstance(value, dict):
        return
    for attribute in object_type.exchanged_attributes:
        inner = specification.object_type(attribute.range)
        held = value.get(attribute.wire_name)
        if inner is None or held is None:
            continue
        for item in held if isinstance(held, list) else [held]:
            yield from iter_records(specification, item, inner)


def write(value: Any) -> bytes:
    """JSON text; infinity as a number that is too large, as in a delivery."""
    return json.dumps(value, ensure_ascii=False).replace("Infinity", "1e400").encode()


@functools.cache
def decoder(types: RecordTypes, name: str) -> msgspec.json.Decoder[msgspec.Struct]:
    return msgspec.json.Decoder(types.strict(name))


def decode(types: RecordTypes, name: str, text: bytes) -> msgspec.Struct | None:
    try:
        return decoder(types, name).decode(text)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def judge(types: RecordTypes, explainer: Explainer, name: str, value: Any) -> tuple[bool, bool]:
    """Whether the explainer and the strict type accept an object; cleaning agrees and never raises."""
    strict = decode(types, name, write(value))
    right = explainer.accepts(value, name)
    clean = types.clean(value, name)
    if strict is not None:
        assert right, (name, value)
        assert msgspec.structs.asdict(clean).keys() == msgspec.structs.asdict(strict).keys()
        assert as_plain(clean) == as_plain(strict)
    return right, strict is not None


def as_plain(value: Any) -> Any:
    """Structs as nested tuples with classes of values, so that true is not 1."""
    if isinstance(value, msgspec.Struct):
        return [(name, as_plain(getattr(value, name))) for name in value.__struct_fields__]
    return [as_plain(item) for item in value] if isinstance(value, list) else (type(value), value)
