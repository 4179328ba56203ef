"""One JSON value as ``json`` sees it: for what the fast decoder leaves open. Its place in the file comes with a fault.

Of a key that stands twice in an object the last one counts.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.json_faults import BadConstantError, name_syntax_fault, refuse_constant
from ddas.delivery.segments import Segment
from ddas.delivery.unreadable import UnreadableDelivery

__all__ = ["read_and_count", "read_record", "read_value"]

_FRACTION_OR_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"|-?[0-9]+[.eE][0-9.eE+-]*', re.DOTALL)


def read_value(text: bytes, offset: int = 0) -> Any:
    """The value in a text that is one JSON value. ``offset``: where it starts in the file.

    Raises:
        UnreadableDelivery: it cannot be read after all, or nests too deep.
    """
    return _read(json.JSONDecoder(parse_constant=refuse_constant), text, offset)


def read_record(segment: Segment, index: int) -> Any:
    """The value of one record.

    Raises:
        UnreadableDelivery: as in ``read_value``.
    """
    try:
        return read_value(bytes(segment.raws[index]))
    except UnreadableDelivery as fault:
        raise UnreadableDelivery(fault.fault, segment.offset_of(index) + (fault.offset or 0)) from None


def read_and_count(text: bytes, offset: int = 0) -> tuple[Any, int]:
    """The value, which can be written again, and how many keys stood a second time in an object.

    Raises:
        UnreadableDelivery: as in ``read_value``, also ``te groot getal``: a number that no computer can hold.
    """
    doubles = 0

    def make_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubles
        made = dict(pairs)
        doubles += len(pairs) - len(made)
        return made

    decoder = json.JSONDecoder(object_pairs_hook=make_object, parse_constant=refuse_constant, parse_float=_parse_finite)
    try:
        return _read(decoder, text, offset), doubles
    except OverflowError:
        numbers = (m for m in _FRACTION_OR_STRING.finditer(text) if not m[0].startswith(b'"'))
        found = next((m for m in numbers if math.isinf(float(m[0]))), None)
        raise UnreadableDelivery(FileFaultName.NUMBER_TOO_LARGE, offset + (found.start() if found else 0)) from None


def _read(decoder: json.JSONDecoder, data: bytes, offset: int) -> Any:
    try:
        return decoder.decode(data.decode())
    except json.JSONDecodeError as error:
        fault, inside = name_syntax_fault(error), len(error.doc[: error.pos].encode())
    except RecursionError:
        fault, inside = FileFaultName.TOO_DEEP, 0
    except UnicodeDecodeError as error:
        fault, inside = FileFaultName.NO_UTF_8, error.start
    except BadConstantError:
        fault, inside = FileFaultName.NO_NUMBER, 0
    except ValueError:  # a whole number of more than 4,300 digits
        fault, inside = FileFaultName.NUMBER_TOO_LONG, 0
    raise UnreadableDelivery(fault, offset + inside) from None


def _parse_finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise OverflowError
    return value
