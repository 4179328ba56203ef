"""The fields of a standard as tables, as cards with everything about a field, and as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ddas.comparison.history import Past
from ddas.describing.facts import enforcement_in_full, enforcement_in_words, iter_past, pasts_at
from ddas.describing.field_rows import HEADER, list_field_groups, row_cells
from ddas.describing.field_search import Field
from ddas.describing.obligation_counts import count_obligations
from ddas.describing.wording import (
    askers_in_words,
    cardinality_in_words,
    ground_in_words,
    personal_data_in_words,
    purposes_in_words,
    source_titles,
    type_in_words,
)
from ddas.rendering.csv_table import CsvForm, make_csv
from ddas.standard.json_paths import field_path, list_json_paths
from ddas.standard.specification import Attribute, Specification
from ddas.terminal.text_layout import iter_list_lines, iter_table_lines, wrap

__all__ = ["iter_cards", "iter_tables", "make_table"]

_LEAST_TABLE_WIDTH = 72  # characters; a narrower terminal gets lists


def make_table(
    specification: Specification, fields: Iterable[Field], past: Past, form: CsvForm = CsvForm.PROGRAMS
) -> str:
    """These fields as CSV: the lines that they have in ``velden.csv``, in that order."""
    wanted = {(o.name, a.name) for o, a in fields}
    groups = list_field_groups(specification, past.history)
    rows = (row_cells(row) for g in groups for owner, name, row in g.fields if (owner, name) in wanted)
    return make_csv(HEADER, rows, form)


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
        rows = [(a.label, a.wire_name, _obligation(a), enforcement_in_words(a)) for a in attributes]
        yield from iter_table_lines(header, rows, width)
    yield ""
    yield from wrap(_count(fields), width)


def _iter_narrow(attributes: Sequence[Attribute], width: int) -> Iterator[str]:
    for attribute in attributes:
        yield from wrap(f"* {attribute.label} ({attribute.wire_name})", width)
        content = f"{_obligation(attribute)}; {enforcement_in_words(attribute)}"
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
    if counts.proposed:
        parts.append(f"{counts.proposed} voorstel")
    return f"{counts.total} {'veld' if counts.total == 1 else 'velden'}: {', '.join(parts)}."


def iter_cards(specification: Specification, fields: Sequence[Field], width: int, past: Past) -> Iterator[str]:
    """The lines of everything about each field."""
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
            ("Afgedwongen door", enforcement_in_full(specification, attribute)),
            ("Grond", ground_in_words(specification, attribute.ground)),
            ("Soort gegeven", " ".join(type_in_words(specification, object_type, attribute))),
            ("Aantal volgens schema", f"{cardinality_in_words(attribute)} in één object ‘{object_type.label}’"),
            ("Voorbeeld", ", ".join(attribute.examples)),
            ("Persoonsgegeven", personal_data_in_words(attribute.personal_data)),
            ("Waarvoor", purposes_in_words(specification, attribute)),
            ("Wie vraagt dit nu", _askers(specification, attribute)),
            ("Verdwijnt", attribute.deprecated),
            *(entry for history in pasts_at(past, paths[object_type.name], attribute) for entry in iter_past(history)),
            ("Zoekwoorden", ", ".join(attribute.search_words)),
            ("Bronnen", "; ".join(source_titles(specification, attribute.sources))),
            ("Bron van de naam", "; ".join(source_titles(specification, attribute.name_sources))),
        ]
        errata = specification.errata_for(f"{object_type.name}.{attribute.name}")
        items += [(f"Bekende fout {e.id}", f"{e.fault} Lees het zo: {e.reading}") for e in errata]
        yield from iter_list_lines([(name, content) for name, content in items if content], width)
        yield ""


def _askers(specification: Specification, attribute: Attribute) -> str:
    is_part = specification.object_type(attribute.range) is not None
    return "" if is_part else askers_in_words(specification, attribute.asked_by)


def _bullet_lines(text: str, width: int) -> Iterator[str]:
    first, *rest = wrap(text, width - 2)
    yield f"- {first}"
    yield from (f"  {line}" for line in rest)
