"""What others do with a delivery, each in a process of its own: ``python readers.py CASE FILE SCHEMA`` prints a number.

The number is how many faults the reader found, or nothing for one that only reads.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import sys
from collections.abc import Callable
from pathlib import Path

__all__ = ["READERS"]

_BLOCK = 256 * 1024


def read_blocks(file: Path, schema: Path) -> None:
    """Read the bytes and do nothing with them."""
    with file.open("rb", buffering=0) as stream:
        while stream.read(_BLOCK):
            pass


def digest(file: Path, schema: Path) -> None:
    """SHA-256 of the bytes."""
    with file.open("rb") as stream:
        hashlib.file_digest(stream, "sha256").hexdigest()


def slice_raw(file: Path, schema: Path) -> None:
    """Cut the file into records with msgspec, without decoding them."""
    import msgspec

    lists = ("schuldhulptrajecten", "vroegsignalen", "vroegsignaalzaken")
    levering = msgspec.defstruct("Levering", [(name, list[msgspec.Raw], []) for name in lists])
    delivery = msgspec.defstruct("Delivery", [("leveringen", list[levering])])  # type: ignore[valid-type]
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        msgspec.json.decode(memoryview(mapped), type=delivery)
        sys.stdout.flush()
        # Slices still point into the map: leave without cleaning up.
        import os

        os._exit(0)


def parse(file: Path, schema: Path) -> None:
    """Parse everything with orjson."""
    import orjson

    orjson.loads(file.read_bytes())


def check_in_rust(file: Path, schema: Path) -> int:
    """Parse with orjson, every error with jsonschema-rs."""
    import jsonschema_rs
    import orjson

    validator = jsonschema_rs.validator_for(orjson.loads(schema.read_bytes()), validate_formats=True)
    return sum(1 for _ in validator.iter_errors(orjson.loads(file.read_bytes())))


def check_in_python(file: Path, schema: Path) -> int:
    """Parse with json, every error with jsonschema."""
    from jsonschema import Draft202012Validator, FormatChecker

    validator = Draft202012Validator(json.loads(schema.read_bytes()), format_checker=FormatChecker())
    return sum(1 for _ in validator.iter_errors(json.loads(file.read_bytes())))


READERS: dict[str, Callable[[Path, Path], int | None]] = {
    "read blocks": read_blocks,
    "sha256": digest,
    "msgspec Raw slices": slice_raw,
    "orjson.loads": parse,
    "orjson + jsonschema-rs": check_in_rust,
    "jsonschema": check_in_python,
}
"""Name of the case → what it does."""


def main() -> None:
    """Run one case and print what it found."""
    case, file, schema = sys.argv[1:]
    found = READERS[case](Path(file), Path(schema))
    if found is not None:
        print(found)


if __name__ == "__main__":
    main()
