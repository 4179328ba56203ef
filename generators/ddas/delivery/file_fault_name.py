"""The closed list of what keeps a file from being read as a delivery."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["FileFaultName"]


class FileFaultName(StrEnum):
    """Why a file cannot be read; ``validation.structure.fault_codes`` has the id and the words of each."""

    EMPTY = "leeg"
    BYTE_ORDER_MARK = "bom"
    UTF_16 = "utf-16"
    UTF_32 = "utf-32"
    NO_UTF_8 = "geen utf-8"
    TRUNCATED = "afgekapt"
    NO_JSON = "geen json"
    EXCEL = "excel"
    WORD = "word"
    OPEN_DOCUMENT = "opendocument"
    OLD_OFFICE = "oud office"
    PDF = "pdf"
    BINARY = "binair"
    COMMA = "komma"
    COLON = "dubbele punt"
    KEY = "sleutel"
    EXTRA_COMMA = "komma te veel"
    VALUE = "waarde"
    AFTER_THE_END = "na het einde"
    LINE_BREAK_IN_TEXT = "regeleinde in tekst"
    BACKSLASH = "backslash"
    OPEN_TEXT = "tekst niet gesloten"
    NO_NUMBER = "geen getal"
    TOO_DEEP = "te diep"
    NUMBER_TOO_LONG = "te lang getal"
    NUMBER_TOO_LARGE = "te groot getal"
    """Only when a delivery is to be written again: a number that would change."""
    HALF_CHARACTER = "half teken"
    NO_DELIVERY = "geen aanlevering"
    IN_A_LIST = "in een lijst"
    IN_A_TEXT = "in een tekst"
    DOUBLE_LIST = "dubbele lijst"
    TOO_LARGE = "te groot"
    GZIP = "gzip"
    ZIP = "zip"
    BZIP2 = "bzip2"
    XZ = "xz"
    SEVEN_ZIP = "7z"
    RAR = "rar"
    ZSTANDARD = "zstandard"
