"""What a look found, as text for the terminal and as the first page of the preview."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ddas.comparison.rendering import RENDERERS
from ddas.rendering.printable import make_printable
from ddas_generators.preview.looking import Look
from ddas_generators.site.start_page import make_plain_page

__all__ = ["effects_in_words", "findings_in_words", "first_page"]

_MOST = 40
"""Most changed pages that are named one by one."""


def effects_in_words(look: Look) -> str:
    """What changes for whom, what that does to the seals, and how many pages were made; ends with a newline."""
    lines = [
        *([look.remark] if look.remark else []),
        *_differences(look).splitlines(),
        *map(make_printable, look.seals),
        _pages(look),
    ]
    return "\n".join(lines) + "\n"


def findings_in_words(look: Look) -> str:
    """What lint said; ends with a newline."""
    return "\n".join([*_verdict(look), *map(make_printable, look.findings or ())]) + "\n"


def first_page(look: Look) -> str:
    """The same as HTML, with links to the pages that changed."""
    blocks = [f"<p><strong>{escape(line)}</strong></p>" for line in _verdict(look)]
    blocks += [f"<pre>{escape(text)}</pre>" for text in (*(look.findings or ()), *look.seals)]
    if look.is_shown:
        blocks.append(
            f'<p><a href="{escape(look.folder)}/index.html">Naar de bladzijden van {escape(look.code)}</a></p>'
        )
        blocks += _changed_pages(look)
    blocks += [f"<p>{escape(look.remark)}</p>"] if look.remark else []
    differences = _differences(look)
    blocks += [f"<h2>Wat verandert er, en voor wie</h2>\n<pre>{escape(differences)}</pre>"] if differences else []
    return make_plain_page(f"Voorbeeld van {look.code}", blocks)


def _verdict(look: Look) -> Iterator[str]:
    if look.findings is None:
        yield f"Het model van {look.code} wordt nog gecontroleerd."
        return
    number = len(look.findings)
    if not number:
        yield f"In orde: geen fouten in het model van {look.code}."
    else:
        yield f"{'1 fout' if number == 1 else f'{number} fouten'} in het model van {look.code}:"


def _differences(look: Look) -> str:
    if look.comparison is None:
        return ""
    if not look.comparison.changes:
        return "Geen verschil met de commit.\n"
    return RENDERERS["text"](look.comparison, None)


def _pages(look: Look) -> str:
    if not look.is_shown:
        return "De bladzijden zijn niet gemaakt: verbeter eerst het model."
    return f"Gemaakt: {len(look.changed)} {'bladzijde' if len(look.changed) == 1 else 'bladzijden'} van {look.code}."


def _changed_pages(look: Look) -> Iterator[str]:
    if 0 < len(look.changed) <= _MOST:
        links = (
            f'<li><a href="{escape(look.folder)}/{escape(a)}index.html">{escape(a or "begin")}</a></li>'
            for a in look.changed
        )
        yield f"<h2>Opnieuw gemaakt</h2>\n<ul>{''.join(links)}</ul>"
