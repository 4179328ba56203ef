"""Small clean deliveries: the clean examples with few records each, as ground for faults."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from ddas.delivery.source import BytesSource
from ddas.rules.kinds import find_kind
from ddas.rules.paths import resolve_path
from ddas.rules.rule_kind import ListKind, Reference
from ddas.standard.record_layout import layout_of
from ddas.standard.specification import Example, Specification
from ddas.validation.checking import check_against
from ddas.validation.file_report import FileReport
from ddas.validation.options import CheckOptions

__all__ = ["check_document", "list_clean_examples", "list_small_bases", "minify"]

_CLEANEST = "schoon"
_Kept = dict[str, set[int]]
"""Wire name of a record list → 0-based places of the records that stay."""


def minify(document: Any) -> bytes:
    """The document as JSON in UTF-8, without white space."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def check_document(specification: Specification, document: Any) -> FileReport:
    """What our own validator says of a document, every finding kept."""
    return check_against(BytesSource(minify(document)), specification, CheckOptions(max_per_rule=0))


def list_clean_examples(specification: Specification) -> tuple[Example, ...]:
    """The examples without any finding; the one that is meant to be clean stands first."""
    clean = [
        e for e in specification.examples if check_document(specification, json.loads(e.content)).verdict == "goed"
    ]
    return tuple(sorted(clean, key=lambda e: e.name != _CLEANEST))


def list_small_bases(specification: Specification, examples: Collection[Example]) -> tuple[Any, ...]:
    """Per example, in its order: one base without records, and one around each record of its first levering.

    Within an example the smallest comes first. A record stays together with the records that it refers to.
    """
    bases: list[Any] = []
    for example in examples:
        texts = {minify(base) for base in _iter_bases(specification, example)}
        bases += [json.loads(text) for text in sorted(texts, key=lambda text: (len(text), text))]
    return tuple(bases)


def _iter_bases(specification: Specification, example: Example) -> Iterator[Any]:
    layout = layout_of(specification)
    names = [record_list.path[-1] for record_list in layout.lists]
    holder = _first_holder(json.loads(example.content), layout.holder_path)
    yield _reduce(example, layout.holder_path, {name: set() for name in names})
    for name in names:
        for index in range(len(holder.get(name) or ())):
            kept: _Kept = {n: set() for n in names} | {name: {index}}
            for rule in specification.rules:
                kind = find_kind(rule.kind)
                if isinstance(kind, ListKind) and kind.needs is not None:
                    _keep_referred(specification, kind.needs(kind.read(rule)), holder, kept)
            yield _reduce(example, layout.holder_path, kept)


def _first_holder(document: Any, holder_path: tuple[str, ...]) -> Any:
    """The object that holds the record lists: the first levering, or the root."""
    for name in holder_path:
        document = document[name][0]
    return document


def _reduce(example: Example, holder_path: tuple[str, ...], kept: _Kept) -> Any:
    """The example with its first levering alone, and there the kept records alone."""
    document = json.loads(example.content)
    for name in holder_path:
        del document[name][1:]
    holder = _first_holder(document, holder_path)
    for name, places in kept.items():
        if name in holder:
            holder[name] = [record for place, record in enumerate(holder[name]) if place in places]
    return document


def _keep_referred(specification: Specification, reference: Reference, holder: Any, kept: _Kept) -> None:
    """Keep what the kept records refer to."""
    lists = {r.name: r for r in layout_of(specification).lists}
    referring, target = lists[reference.list], lists[reference.target]
    items = resolve_path(specification, referring.object_type, reference.items).attribute
    name = resolve_path(specification, items.range, reference.field).attribute.wire_name
    own = resolve_path(specification, target.object_type, reference.id).attribute.wire_name
    records = [holder[referring.path[-1]][place] for place in kept[referring.path[-1]]]
    wanted = {item.get(name) for record in records for item in record.get(items.wire_name) or ()}
    found = holder.get(target.path[-1]) or ()
    kept[target.path[-1]] |= {place for place, record in enumerate(found) if record.get(own) in wanted}
