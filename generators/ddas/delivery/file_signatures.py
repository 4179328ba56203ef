"""What a file is by its first bytes, when it is no text in UTF-8."""

from __future__ import annotations

import re

from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.source import Source

__all__ = ["name_foreign_file"]

_LOOK = 1 << 16
_SIGNATURES = (
    (b"\xef\xbb\xbf", FileFaultName.BYTE_ORDER_MARK),
    (b"\xff\xfe\x00\x00", FileFaultName.UTF_32),
    (b"\x00\x00\xfe\xff", FileFaultName.UTF_32),
    (b"\xff\xfe", FileFaultName.UTF_16),
    (b"\xfe\xff", FileFaultName.UTF_16),
    (b"\x1f\x8b", FileFaultName.GZIP),
    (b"PK\x03\x04", FileFaultName.ZIP),
    (b"PK\x05\x06", FileFaultName.ZIP),
    (b"PK\x07\x08", FileFaultName.ZIP),
    (b"BZh", FileFaultName.BZIP2),
    (b"\xfd7zXZ\x00", FileFaultName.XZ),
    (b"7z\xbc\xaf\x27\x1c", FileFaultName.SEVEN_ZIP),
    (b"Rar!\x1a\x07", FileFaultName.RAR),
    (b"\x28\xb5\x2f\xfd", FileFaultName.ZSTANDARD),
    (b"%PDF-", FileFaultName.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileFaultName.OLD_OFFICE),
)
_IN_ZIP = (
    (b"xl/", FileFaultName.EXCEL),
    (b"word/", FileFaultName.WORD),
    (b"application/vnd.oasis.opendocument", FileFaultName.OPEN_DOCUMENT),
)
"""Names of parts, which a zip holds as they are."""

_START = rb"[\[{\"tfn0-9 \t\r\n-]"  # of JSON
_UTF_32 = re.compile(_START + rb"\x00\x00\x00|\x00\x00\x00" + _START)
_UTF_16 = re.compile(_START + rb"\x00|\x00" + _START)
_JSON = re.compile(rb"[ \t\r\n]*" + _START)


def name_foreign_file(source: Source) -> FileFaultName | None:
    """Name of the fault that the start of a file shows; None for what may be JSON in UTF-8."""
    head = source.read(0, _LOOK)
    found = next((name for start, name in _SIGNATURES if head.startswith(start)), None)
    if found is FileFaultName.ZIP:
        tail = source.read(max(0, source.size - _LOOK), _LOOK)
        return next((name for part, name in _IN_ZIP if part in head or part in tail), found)
    if found is not None:
        return found
    if _UTF_32.match(head):
        return FileFaultName.UTF_32
    if _UTF_16.match(head):
        return FileFaultName.UTF_16
    return FileFaultName.BINARY if b"\x00" in head[:4] or (b"\x00" in head and not _JSON.match(head)) else None
