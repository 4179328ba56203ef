"""The fields of a standard as tables, as cards with everything about a field, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from ddas.comparison.history import FieldHistory
from ddas.comparison.rendering.change_words import describe, since_in_words
from ddas.describing.field_search import Field
from ddas.describing.obligation_counts import BY_SCHEMA, count_obligations
from ddas.describing.wording import (
    cardinality_in_words,
    ground_in_words,
    personal_data_in_words,
    source_titles,
    type_in_words,
)
from ddas.standard.json_paths import field_path, list_json_paths
from ddas.standard.specification import Attribute, Specification
from ddas.terminal.text_layout import iter_list_lines, iter_table_lines, wrap

__all__ = ["iter_cards", "iter_tables", "make_csv"]

_LEAST_TABLE_WIDTH = 72  # characters; a narrower terminal gets lists
_CSV_HEADER = (
    "standaard",
    "objecttype",
    "veld",
    "naam in JSON",
    "plaats in JSON",
    "naam in programma's",
    "verplichting",
    "voorwaarde",
    "afgedwongen door",
    "grond",
    "soort gegeven",
    "aantal volgens het schema",
    "persoonsgegeven",
    "omschrijving",
    "sinds",
)


def make_csv(
    found: Iterable[tuple[Specification, Sequence[Field]]], since_by_code: Mapping[str, Mapping[str, str]]
) -> str:
    """A header and a line per field, separated by commas, lines ending in a line feed.

    ``since_by_code``: code of a standard → wire path → the first version with the field.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_CSV_HEADER)
    for specification, fields in found:
        paths = list_json_paths(specification)
        since = since_by_code.get(specification.id.code, {})
        for object_type, a in fields:
            places = [field_path(path, a) for path in paths[object_type.name]]
            writer.writerow(
                (
                    specification.id.code,
                    object_type.label,
                    a.label,
                    a.wire_name,
                    " of ".join(places),
                    f"{object_type.name}.{a.name}",
                    str(a.obligation),
                    a.condition,
                    _enforcement(a),
                    ground_in_words(specification, a.ground),
                    " ".join(type_in_words(specification, object_type, a)),
                    cardinality_in_words(a),
                    a.personal_data,
                    a.definition,
                    " of ".join(since[p] for p in places if p in since),
                )
            )
    return stream.getvalue()


def iter_tables(specification: Specification, fields: Sequence[Field], width: int) -> Iterator[str]:
    """The lines of a table per object type, then the counts; none longer than ``width`` where a word fits."""
    paths = list_json_paths(specification)
    yield f"{specification.title} {specification.version} ({specification.id.code})"
    for object_type, group in groupby(fields, key=lambda f: f[0]):
        yield ""
        places = " of ".join(paths[object_type.name])
        yield from wrap(f"{object_type.label}: {places}" if places else object_type.label, width)
        attributes = [a for _, a in group]
        if width < _LEAST_TABLE_WIDTH:
            yield from _iter_narrow(attributes, width)
            continue
        header = ("Veld", "Naam in JSON", "Verplichting", "Afgedwongen door")
        rows = [(a.label, a.wire_name, _obligation(a), _enforcement(a)) for a in attributes]
        yield from iter_table_lines(header, rows, width)
    yield ""
    yield from wrap(_count(fields), width)


def _iter_narrow(attributes: Sequence[Attribute], width: int) -> Iterator[str]:
    for attribute in attributes:
        yield from wrap(f"* {attribute.label} ({attribute.wire_name})", width)
        content = f"{_obligation(attribute)}; {_enforcement(attribute)}"
        yield from (f"  {line}" for line in wrap(content, width - 2))


def _obligation(attribute: Attribute) -> str:
    return f"{attribute.obligation}: {attribute.condition}" if attribute.condition else str(attribute.obligation)


def _count(fields: Sequence[Field]) -> str:
    counts = count_obligations(a for _, a in fields)
    by = [f"{counts.required_by_schema} door het schema", f"{counts.required_by_rule} door een regel"]
    if counts.required_unenforced:
        by.append(f"{counts.required_unenforced} door niemand")
    enforced = f" (afgedwongen: {'; '.join(by)})" if counts.required else ""
    parts = [f"{counts.required} verplicht{enforced}", f"{counts.conditional} voorwaardelijk"]
    if counts.requested or counts.not_requested:
        parts += [f"{counts.requested} gevraagd", f"{counts.not_requested} niet gevraagd"]
    return f"{counts.total} {'veld' if counts.total == 1 else 'velden'}: {', '.join(parts)}."


def iter_cards(
    specification: Specification, fields: Sequence[Field], width: int, history: Mapping[str, FieldHistory]
) -> Iterator[str]:
    """The lines of everything about each field; ``history`` by wire path, may be empty."""
    paths = list_json_paths(specification)
    for object_type, attribute in fields:
        yield f"{attribute.label} ({object_type.label}, {specification.id.code})"
        yield from wrap(attribute.definition, width)
        for text in attribute.explanation:
            yield from _bullet_lines(text, width)
        yield ""
        places = [field_path(path, attribute) for path in paths[object_type.name]]
        items = [
            ("Naam in JSON", attribute.wire_name),
            ("Plaats in JSON", " of ".join(places)),
            ("Naam in programma's", attribute.name),
            ("Verplichting", str(attribute.obligation)),
            ("Voorwaarde", attribute.condition),
            ("Afgedwongen door", _enforcement_in_full(specification, attribute)),
            ("Grond", ground_in_words(specification, attribute.ground)),
            ("Soort gegeven", " ".join(type_in_words(specification, object_type, attribute))),
            ("Aantal volgens schema", f"{cardinality_in_words(attribute)} in één object ‘{object_type.label}’"),
            ("Voorbeeld", ", ".join(attribute.examples)),
            ("Persoonsgegeven", personal_data_in_words(attribute.personal_data)),
            ("Verdwijnt", attribute.deprecated),
            *(entry for p in places if p in history for entry in _past(history[p])),
            ("Zoekwoorden", ", ".join(attribute.search_words)),
            ("Bronnen", "; ".join(source_titles(specification, attribute.sources))),
        ]
        errata = specification.errata_for(f"{object_type.name}.{attribute.name}")
        items += [(f"Bekende fout {e.id}", f"{e.fault} Lees het zo: {e.reading}") for e in errata]
        yield from iter_list_lines([(name, content) for name, content in items if content], width)
        yield ""


def _past(history: FieldHistory) -> Iterator[tuple[str, str]]:
    yield "Sinds", since_in_words(history)
    for entry in history.changes:
        words = describe(entry.change)
        yield f"Gewijzigd in {entry.version}", words[0].upper() + words[1:]


def _bullet_lines(text: str, width: int) -> Iterator[str]:
    first, *rest = wrap(text, width - 2)
    yield f"- {first}"
    yield from (f"  {line}" for line in rest)


def _enforcement_in_full(specification: Specification, attribute: Attribute) -> str:
    parts = []
    for id in attribute.enforced_by:
        rule = specification.rule(id)
        if rule is None:
            parts.append("het schema" if id in BY_SCHEMA else f"regel {id}")
        else:
            parts.append(f"regel {id}: {rule.name}.")
    return " ".join(parts) or "niemand: het valt niet op als dit veld ontbreekt"


def _enforcement(attribute: Attribute) -> str:
    if attribute.enforced_by == BY_SCHEMA:
        return "het schema"
    return ", ".join(f"regel {id}" for id in attribute.enforced_by) or "niemand"
