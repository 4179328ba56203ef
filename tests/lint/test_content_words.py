"""The words that count in a definition."""

from __future__ import annotations

import pytest

from ddas_generators.lint.words import content_words, name_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("De dag van het besluit.", ("dag", "beslui")),
        ("Cliënt, CLIENT en cliënten", ("clien", "clien", "clien")),
        ("boot boten, laat laten", ("bot", "bot", "lat", "lat")),
        ("Op 1 januari 2025 om 12 uur", ("januari", "ur")),
        ("e-mail", ("mail",)),
    ],
)
def test_content_words(text: str, words: tuple[str, ...]) -> None:
    assert content_words(text) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("startdatumLevering", ("startdatum", "levering")),
        ("TekstAN200", ("tekst",)),
        ("PlanVanAanpak", ("plan", "anpak")),
    ],
)
def test_name_words(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == tuple(content_words(" ".join(words)))
