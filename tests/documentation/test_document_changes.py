"""What the document says of earlier versions: what changed, and since when each field is there."""

from __future__ import annotations

from dataclasses import replace

from ddas.comparison.history import past_of
from ddas.standard.specification import Specification
from ddas_generators.emit.documents.documentation import build_documentation
from tests.comparison.comparison_micro import with_field, without_field
from tests.documentation.documentation_micro import micro

# ruff: noqa: E501
EXPECTED = """\
<a id="wijzigingen"></a>

## Wat is er veranderd sinds v0.9

De wijzigingen vragen minstens een nieuw volgnummer (v1.1 na v1.0).
Elke wijziging die een bestand ongeldig maakt, is bewezen met een voorbeeldbestand uit [wijzigingen.json](wijzigingen.json).

<a id="wijzigingen-strenger"></a>

### Strenger: 1

Een bestand dat nu goed is, wordt straks geweigerd. Wie levert, past de export aan.

| Wat | Wijziging |
|---|---|
| Bomen<br>`bomen[]` | Ander aantal: eerst een lijst van 1 of meer, nu een lijst van 1 tot 2 |

<a id="wijzigingen-levering"></a>

### Levering: 1

Er wordt iets anders gevraagd. Een bestand volgens de oude versie wordt hierom niet geweigerd, tenzij er velden in staan die de oude versie niet kent.

| Wat | Wijziging |
|---|---|
| Soort boom<br>`bomen[].soort` | Nieuw veld: waarde uit EnumSoort, het schema eist het niet |

<a id="wijzigingen-code"></a>

### Code: 1

Namen in programma's of in XML veranderen. Wie de klassen gebruikt, maakt ze opnieuw.

| Wat | Wijziging |
|---|---|
| Soort<br>`EnumSoort` | Nieuwe waardenlijst: ‘Eik &#124; beuk’ |

<a id="wijzigingen-tekst"></a>

### Tekst: 1

Alleen onze tekst verandert. U hoeft niets te doen.

| Soort wijziging | Aantal |
|---|--:|
| Ander opschrift | 1 |

"""


def older() -> Specification:
    """The forest before it limited its trees and asked their kind."""
    return with_field(
        with_field(without_field(replace(micro(), version="v0.9"), "Boom.soort"), "Bos.bomen", max_items=None),
        "Boom.nummer",
        label="Getal",
    )


def test_what_changed_exactly() -> None:
    text = build_documentation(micro(), past_of((older(), micro())))
    start = text.index('<a id="wijzigingen"></a>')
    assert text[start : text.index('<a id="proces"></a>')] == EXPECTED


def test_since_and_changes_stand_with_the_field() -> None:
    text = build_documentation(micro(), past_of((older(), micro())))
    trees = text[text.index('<a id="bos-bomen"></a>') : text.index('<a id="boom"></a>')]
    assert "| Sinds | v0.9, de oudste bekende versie |" in trees
    assert "| Gewijzigd in v1.0 | Ander aantal: eerst een lijst van 1 of meer, nu een lijst van 1 tot 2 |" in trees
    kind = text[text.index('<a id="boom-soort"></a>') :]
    assert "| Sinds | v1.0 |" in kind


def test_a_first_version_says_nothing_of_it() -> None:
    text = build_documentation(micro(), past_of((micro(),)))
    assert "Wat is er veranderd" not in text
    assert "| Sinds |" not in text


def test_two_steps_are_followed() -> None:
    oldest = with_field(without_field(replace(older(), version="v0.8"), "Boom.nummer"), "Bos.bomen", max_items=9)
    text = build_documentation(micro(), past_of((oldest, older(), micro())))
    trees = text[text.index('<a id="bos-bomen"></a>') : text.index('<a id="boom"></a>')]
    assert trees.index("| Gewijzigd in v0.9 |") < trees.index("| Gewijzigd in v1.0 |")
    number = text[text.index('<a id="boom-nummer"></a>') : text.index('<a id="boom-soort"></a>')]
    assert "| Sinds | v0.9 |" in number
