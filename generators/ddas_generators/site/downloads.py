"""The generated files of a version by what they are for."""

from __future__ import annotations

from collections.abc import Iterable

from ddas_generators.site.version_site import SiteFile

__all__ = ["group_downloads"]

_GROUPS = (
    (
        "Voor applicatiebeheerders",
        "De velden als tabel, en een werkboek om uw registratie te controleren.",
        ("velden.", "eigen-registratie", "documentatie", "regels.md"),
    ),
    (
        "Schema's",
        "Hiermee controleert een programma of een levering technisch in orde is. CBS neemt alleen JSON aan.",
        ("uitwisselmodel.schema.", "uitwisselmodel.xsd", "kwaliteit."),
    ),
    (
        "Begrippen en gekoppelde gegevens",
        "Voor wie met RDF of MIM werkt: begrippen, vormen, een context en een diagram.",
        ("begrippen.", "klassendiagram.", "uitwisselmodel.shacl.", "uitwisselmodel.context."),
    ),
    ("Python-klassen", "In één bestand, zonder andere pakketten.", ("python/",)),
    ("Voorbeeldleveringen", "Alle personen en organisaties erin zijn verzonnen.", ("voorbeelden/", "conformance")),
    (
        "Wijzigingen",
        "Wat er veranderde. Een getuige is een bestand dat maar één van de twee versies aanneemt.",
        ("wijzigingen.", "getuigen/"),
    ),
)
_REST = ("Voor programma's", "Het hele model als JSON, en de controlegetallen van alle bestanden.")


def group_downloads(files: Iterable[SiteFile]) -> list[tuple[str, str, list[SiteFile]]]:
    """Heading, meaning, files; every file once, groups without files left out."""
    left = list(files)
    groups = []
    for heading, meaning, starts in _GROUPS:
        found = [f for f in left if f.path.startswith(starts)]
        left = [f for f in left if f not in found]
        groups.append((heading, meaning, found))
    groups.append((*_REST, left))
    return [g for g in groups if g[2]]
