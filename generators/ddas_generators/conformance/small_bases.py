"""Clean deliveries that are as small as can be: from the clean examples, with few records each."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from ddas.delivery.record_layout import layout_of
from ddas.delivery.source import BytesSource
from ddas.report import FileReport
from ddas.specification import Example, Specification
from ddas.validation.checking import CheckOptions, check_against

__all__ = ["check_document", "list_clean_examples", "list_small_bases", "minify"]

_CLEANEST = "schoon"
_Record = tuple[str | int, ...]
"""Pointer of a record, or of an item of the list of deliveries."""


def minify(document: Any) -> bytes:
    """The document as JSON in UTF-8, without white space."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def check_document(specification: Specification, document: Any) -> FileReport:
    """What our own validator says of a document, every finding kept."""
    return check_against(BytesSource(minify(document)), specification, CheckOptions(max_per_rule=0))


def list_clean_examples(specification: Specification) -> tuple[Example, ...]:
    """The examples without any finding; the one that is meant to be clean stands first."""
    clean = [e for e in specification.examples if _is_clean(specification, json.loads(e.content))]
    return tuple(sorted(clean, key=lambda e: e.name != _CLEANEST))


def list_small_bases(specification: Specification) -> tuple[Any, ...]:
    """Per clean example, in its order: one base without records as far as that stays clean, and one around each record.

    Within an example the smallest comes first.
    """
    bases: list[Any] = []
    for example in list_clean_examples(specification):
        document = json.loads(example.content)
        kept = [_keep_only(specification, document, record) for record in (None, *_records(specification, document))]
        bases += [json.loads(text) for text in sorted({minify(b) for b in kept}, key=lambda text: (len(text), text))]
    return tuple(bases)


def _is_clean(specification: Specification, document: Any) -> bool:
    return check_document(specification, document).verdict == "goed"


def _keep_only(specification: Specification, document: Any, wanted: _Record | None) -> Any:
    """The document without every record that can be missed next to the wanted one."""
    document = copy.deepcopy(document)
    for record in reversed(list(_records(specification, document))):
        if wanted is not None and wanted[: len(record)] == record:
            continue
        smaller = copy.deepcopy(document)
        holder = smaller
        for step in record[:-1]:
            holder = holder[step]
        del holder[record[-1]]
        if _is_clean(specification, smaller):
            document = smaller
    return document


def _records(specification: Specification, document: Any) -> Iterator[_Record]:
    """Every record, and every item of the list that holds them, in document order."""
    layout = layout_of(specification)
    holders: list[_Record] = [()]
    if layout.holder_path:
        (name,) = layout.holder_path
        holders = [(name, index) for index in range(len(document[name]))]
    for holder in holders:
        if holder:
            yield holder
        value = document[holder[0]][holder[1]] if holder else document
        for record_list in layout.lists:
            name = record_list.path[-1]
            for index in range(len(value.get(name) or ())):
                yield (*holder, name, index)
