"""Elements of an HTML page as a tree: what goes into it is always text, never markup."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from ddas.findings import Level
from ddas.rendering.printable import make_printable

__all__ = ["Content", "data_table", "element", "icon", "serialise"]

Content = str | ET.Element | None
"""Text, an element, or nothing."""

_PATHS = {
    "goed": ("M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z", "m7.5 12.5 3 3 6-6.5"),
    "fout": ("M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8Z", "m8.5 8.5 7 7m0-7-7 7"),
    "waarschuwing": ("M12 2.5 22.5 21h-21Z", "M12 9.5V14m0 3v.6"),
    "info": ("M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z", "M12 11v6m0-10v.6"),
}


def element(tag: str, *content: Content, **attributes: str) -> ET.Element:
    """An element; ``class_`` becomes ``class`` and ``aria_label`` ``aria-label``."""
    made = ET.Element(tag, {name.rstrip("_").replace("_", "-"): _safe(v) for name, v in attributes.items()})
    for part in content:
        if isinstance(part, ET.Element):
            made.append(part)
        elif part:
            _append_text(made, _safe(part))
    return made


def data_table(
    caption: str, header: Iterable[str], rows: Iterable[Iterable[ET.Element]], class_: str = ""
) -> ET.Element:
    """A table with a caption and column headers; a row is its cells (``td``, or ``th`` for its name)."""
    head = element("tr", *(element("th", text, scope="col") for text in header))
    return element(
        "table",
        element("caption", caption),
        element("thead", head),
        element("tbody", *(element("tr", *cells) for cells in rows)),
        **({"class_": class_} if class_ else {}),
    )


def icon(name: str | Level) -> ET.Element:
    """The mark of a level, or of ``goed``; decoration, so words always stand beside it."""
    shape, sign = _PATHS[str(name)]
    drawing = ET.Element("svg", {"viewBox": "0 0 24 24", "aria-hidden": "true", "focusable": "false"})
    drawing.set("class", "mark")
    ET.SubElement(drawing, "path", {"d": shape, "class": "mark-shape"})
    ET.SubElement(drawing, "path", {"d": sign, "class": "mark-sign"})
    return drawing


def serialise(page: ET.Element) -> str:
    """The page as HTML text, ending with a newline."""
    return "<!DOCTYPE html>\n" + ET.tostring(page, encoding="unicode", method="html") + "\n"


def _safe(text: str) -> str:
    return make_printable(text)


def _append_text(parent: ET.Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
