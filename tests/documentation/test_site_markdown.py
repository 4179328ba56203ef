from __future__ import annotations

from dataclasses import replace

from ddas_generators.emit.documentation import build_documentation
from ddas_generators.site_markdown import TABLE_CLASSES, attach_anchors, classify_tables, shorten_links
from tests.documentation.documentation_micro import micro


def test_anchor_moves_to_the_heading() -> None:
    assert attach_anchors('x\n\n<a id="bos"></a>\n\n### Het bos\n\ny') == "x\n\n### Het bos {#bos}\n\ny"


def test_anchor_moves_to_the_name_in_a_cell() -> None:
    cell = r'| <a id="a-b"></a>**ei\*\*k\***<br>`x` | **y** |'
    assert attach_anchors(cell) == r"| **ei\*\*k\***{#a-b}<br>`x` | **y** |"


def test_no_anchor_stays_behind() -> None:
    assert "<a id" not in attach_anchors(build_documentation(micro()))


def test_known_table_gets_its_class() -> None:
    table = "| Kenmerk | Inhoud |\n|---|---|\n| a | b |"
    assert classify_tables(f"x\n\n{table}\n\ny\n") == (
        f'x\n\n<div class="ddas-kenmerken" markdown>\n\n{table}\n\n</div>\n\ny\n'
    )


def test_other_table_stays() -> None:
    text = "| Fase | Wat er gebeurt |\n|---|---|\n| a | Kenmerk |\n"
    assert classify_tables(text) == text


def test_every_class_is_used_by_the_document() -> None:
    before = replace(micro(), version="v0.9", rules=())
    text = classify_tables(build_documentation(micro(), (before,)))
    assert [name for name in TABLE_CLASSES.values() if f'<div class="{name}" markdown>' not in text] == []
    assert text.count("<div ") == text.count("</div>")


def test_links_to_generated_files() -> None:
    assert shorten_links("[a](../generated/x/y.md) [b](../../generated/x) [c](../x) generated/") == (
        "[a](x/y.md) [b](../x) [c](../x) generated/"
    )
