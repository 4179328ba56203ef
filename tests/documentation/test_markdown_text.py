from __future__ import annotations

import re

import pytest

from ddas_generators.emit.documents.markdown_text import escape_markdown, format_code
from tests.documentation.rendering import parse, render

TEXTS = [
    "gewone tekst (met haakjes) en 100%",
    "a_b_c *x* **y** [x](y) [z] ![i](j)",
    "<b>vet</b> &amp; 1 < 2 > 0",
    "~~weg~~ {#anker} {: .klasse } {{ naam }}",
    "links | rechts |",
    "C:\\map\\_x",
    "1. een",
    "12) twaalf",
    "- streep",
    "+ plus",
    "= is",
    "# kop",
    "> citaat",
    "!!! let op",
    ": dubbelpunt",
    "*** en ---",
    "---",
    "los ` accent",
    "http://voorbeeld.example <http://a.example> a@b.example",
    "[^1]: noot",
    'schuld\'en en "aanhaling" ‘enkel’ €',
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "frame",
    ["{}", "# {} {{#kop}}", "| a | b |\n|---|---|\n| {} | einde |", "[{}](#doel)", "**{}**{{#x}}", "- {}", "> {}"],
    ids=["paragraph", "heading", "cell", "link", "strong", "item", "quote"],
)
def test_reader_sees_the_text(text: str, frame: str) -> None:
    page = parse(render(frame.format(escape_markdown(text))))
    seen = page.text.removesuffix("einde\n\n\n\n").strip().removeprefix("\n")
    seen = re.sub(r"^a\nb\s+|\s+einde\s*$", "", seen)
    assert seen == text


@pytest.mark.parametrize("text", ["(Statutaire) Naam", r"\d{4}|Onbekend", "a`b", "a_b*c", "<x>", "KvK-nummer"])
@pytest.mark.parametrize("frame", ["x {} y", "| a | b |\n|---|---|\n| x {} y | einde |"], ids=["line", "cell"])
def test_code_shows_the_text(text: str, frame: str) -> None:
    html = render(frame.format(format_code(text)))
    assert re.search(r"<code>(.*)</code>", html)
    assert f"x {text} y" in parse(html).text


def test_a_name_between_backticks_is_code() -> None:
    assert escape_markdown("het veld `aanleverende_organisatie` | x") == (
        "het veld `aanleverende_organisatie` &#124; x"
    )


def test_white_space_becomes_one_space() -> None:
    assert escape_markdown(" een\n\n twee\tdrie ") == "een twee drie"
