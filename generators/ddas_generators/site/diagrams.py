"""Drawings as SVG, with colours of the style sheet: the process, and the object types inside each other.

Each drawing has a title and a description; the page says the same in words.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from ddas.describing.wording import cardinality_in_words
from ddas.standard.specification import Phase, Specification
from ddas_generators.site.addresses import object_type_address

__all__ = ["draw_domain", "draw_process"]

_WIDTH, _BOX, _HEIGHT, _STEP = 720, 260, 46, 76
_LEFT, _RIGHT = 60, 440
_ROW, _INDENT = 44, 34


def draw_process(specification: Specification, phase_link: Callable[[str], str]) -> Markup:
    """The main line from top to bottom, help beside it at the right; ``phase_link``: code → link."""
    main = [p for p in specification.phases if p.kind == "hoofdlijn"]
    beside = [p for p in specification.phases if p.kind == "daarnaast"]
    if not main:
        return Markup("")
    row = {p.code: i for i, p in enumerate(main)}
    spots = {p.code: (_LEFT, 16 + i * _STEP) for i, p in enumerate(main)}
    free = set(range(max(len(main), len(beside))))
    for phase in sorted(beside, key=lambda p: min(_feeders(main, row, p.code), default=99)):
        wanted = min(_feeders(main, row, phase.code), default=0)
        slot = min(free, key=lambda f: (f < wanted, abs(f - wanted)))
        free.discard(slot)
        spots[phase.code] = (_RIGHT, 16 + slot * _STEP)
    height = max(y for _, y in spots.values()) + _HEIGHT + 16
    parts = [_arrow(spots, a.code, b, row) for a in (*main, *beside) for b in a.leads_to if b in spots]
    parts += [_box(*spots[p.code], p, phase_link(p.code)) for p in (*main, *beside)]
    return _frame("Het proces in stappen", _process_in_words(main, beside), _WIDTH, height, parts)


def _feeders(main: list[Phase], row: dict[str, int], code: str) -> list[int]:
    return [row[p.code] for p in main if code in p.leads_to]


def _arrow(spots: dict[str, tuple[int, int]], start: str, end: str, row: dict[str, int]) -> Markup:
    (x1, y1), (x2, y2) = spots[start], spots[end]
    if x1 == x2 and row.get(end, 0) - row.get(start, 0) == 1:
        x = x1 + _BOX // 2
        path = f"M{x} {y1 + _HEIGHT}V{y2 - 3}"
    elif x1 == x2:  # past other boxes, along the left side
        top, bottom = y1 + _HEIGHT // 2, y2 + _HEIGHT // 2
        path = f"M{x1} {top}C{x1 - 55} {top} {x1 - 55} {bottom} {x1 - 3} {bottom}"
    elif x1 < x2:
        x, y = x1 + _BOX, y1 + _HEIGHT // 2
        path = f"M{x} {y}C{x + 90} {y} {x2 - 90} {y2 + 23} {x2 - 3} {y2 + 23}"
    else:
        path = f"M{x1} {y1 + 34}C{x1 - 90} {y1 + 34} {x2 + _BOX + 90} {y2 + 30} {x2 + _BOX + 3} {y2 + 30}"
    return Markup('<path class="lijn" d="{}" marker-end="url(#punt)"/>').format(path)


def _box(x: int, y: int, phase: Phase, link: str) -> Markup:
    return Markup(
        '<a href="{}"><rect class="vak {}" x="{}" y="{}" width="{}" height="{}" rx="6"/>'
        '<text x="{}" y="{}" text-anchor="middle">{}</text></a>'
    ).format(link, phase.kind, x, y, _BOX, _HEIGHT, x + _BOX // 2, y + 29, phase.title)


def _process_in_words(main: list[Phase], beside: list[Phase]) -> str:
    titles = {p.code: p.title for p in (*main, *beside)}
    sentences = ["De hoofdlijn is: " + ", ".join(p.title for p in main) + "."]
    if beside:
        sentences.append("Daarnaast kan er zijn: " + ", ".join(p.title for p in beside) + ".")
    for phase in (*main, *beside):
        targets = [titles[c] for c in phase.leads_to if c in titles]
        if targets:
            sentences.append(f"{phase.title} kan leiden tot {' of '.join(targets)}.")
    return " ".join(sentences)


def draw_domain(specification: Specification, link: Callable[[str], str]) -> Markup:
    """Every object type that is exchanged, below the one that holds it; ``link``: address → link."""
    lines: list[tuple[int, str, str, str, int | None]] = []  # depth, name, label, number, row of the holder

    def follow(name: str, depth: int, number: str, holder: int | None, above: tuple[str, ...]) -> None:
        object_type = specification.object_type(name)
        if object_type is None or name in above:
            return
        here = len(lines)
        lines.append((depth, name, object_type.label, number, holder))
        for attribute in object_type.exchanged_attributes:
            follow(attribute.range, depth + 1, cardinality_in_words(attribute), here, (*above, name))

    follow(specification.root, 0, "", None, ())
    parts: list[Markup] = []
    for index, (depth, name, label, number, holder) in enumerate(lines):
        x, y = 12 + depth * _INDENT, 12 + index * _ROW
        if holder is not None:
            top, left = 12 + holder * _ROW + 34, 12 + (depth - 1) * _INDENT + 16
            parts.append(Markup('<path class="lijn" d="M{} {}V{}H{}"/>').format(left, top, y + 17, x))
        parts.append(
            Markup(
                '<a href="{}"><rect class="vak hoofdlijn" x="{}" y="{}" width="{}" height="34" rx="5"/>'
                '<text x="{}" y="{}">{}</text></a><text class="klein" x="{}" y="{}">{}</text>'
            ).format(link(object_type_address(name)), x, y, _BOX, x + 14, y + 23, label, x + _BOX + 14, y + 22, number)
        )
    words = " ".join(
        f"{label}: in {lines[holder][2]}, {number}." for _, _, label, number, holder in lines if holder is not None
    )
    return _frame("De objecttypen in het bericht", words, _WIDTH, 12 + len(lines) * _ROW, parts)


def _frame(title: str, words: str, width: int, height: int, parts: list[Markup]) -> Markup:
    marker = Markup(
        '<defs><marker id="punt" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" '
        'orient="auto-start-reverse"><path class="punt" d="M0 0L10 5L0 10z"/></marker></defs>'
    )
    return Markup(
        '<svg class="tekening" viewBox="0 0 {} {}" role="group" aria-label="{}"><desc>{}</desc>{}{}</svg>'
    ).format(width, height, title, words, marker, Markup("").join(escape(p) for p in parts))
