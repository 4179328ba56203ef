"""Which parameters each kind of rule takes: the part of a rule record that its LinkML schema cannot say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["PARAMETERS_BY_KIND", "KindParameters"]


@dataclass(frozen=True, slots=True)
class KindParameters:
    """What a kind takes.

    Attributes:
        needed: Keys that must be there; ``a|b`` means exactly one of the two.
        optional: Keys that may be there.
        paths: Fewest and most ``paden``; None = no limit.
        starts: Where the paths under a key start, one name per path or group and the last name for the rest. Without
            it they start at the object. ``onderdeel``: an item of ``lijst``; ``doel``: an item of ``verwijst_naar``;
            ``verwijzing``: an item of the list at the first path; ``groep``: an item of the list in the first group.
    """

    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()
    paths: tuple[int, int | None] = (1, None)
    starts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_REFERENCE_STARTS = {"paden": ("onderdeel", "verwijzing"), "waarden": ("doel",), "groepen": ("doel",)}
_REFERENCE = KindParameters(("lijst", "paden", "verwijst_naar", "waarden"), paths=(2, 2), starts=_REFERENCE_STARTS)
_ON_ITEMS = {"paden": ("onderdeel",), "groepen": ("onderdeel",)}

PARAMETERS_BY_KIND: dict[str, KindParameters] = {
    "aantal_gevuld": KindParameters(("paden",), ("minimum", "maximum", "als"), (2, None)),
    "bereik": KindParameters(("paden",), ("minimum", "maximum")),
    "een_verwijzing": _REFERENCE,
    "elfproef": KindParameters(("paden",)),
    "geboortedatum": KindParameters(("paden", "minimum")),
    "geboortedatum_onvolledig": KindParameters(("paden",)),
    "geen_samenloop": KindParameters(
        ("lijst", "paden", "groepen"), paths=(2, 2), starts={"paden": ("onderdeel",), "groepen": ("onderdeel", "groep")}
    ),
    "gelijk": KindParameters(("paden",), ("ook_leeg",), (2, None)),
    "gemeente_bestaat": KindParameters(("paden", "uitkomst"), ("waarden",)),
    "gevuld": KindParameters(("paden",), ("als",)),
    "gevuld_een_van": KindParameters(("groepen",), ("als",)),
    "hoogstens_maanden": KindParameters(("paden", "maanden"), ("als", "vanaf_datum"), (2, 2)),
    "in_waardenlijst": KindParameters(("paden",)),
    "leeg": KindParameters(("paden",), ("als",)),
    "lengte": KindParameters(("typen",), ("behalve",)),
    "lijst_bevat": KindParameters(("lijst", "keer", "waarbij"), ("als",)),
    "niet_na": KindParameters(("grens", "typen|paden"), ("behalve",)),
    "onbekende_sleutel": KindParameters(()),
    "onbekende_sleutel_lijkt": KindParameters(()),
    "overlapt_periode": KindParameters(("paden",), paths=(2, None)),
    "patroon": KindParameters(("typen|paden",), ("patroon", "waarden", "behalve")),
    "samen": KindParameters(("paden",), paths=(2, None)),
    "som": KindParameters(("paden", "lijst"), paths=(2, 2), starts={"paden": ("object", "onderdeel")}),
    "uniek": KindParameters(("lijst", "paden"), starts=_ON_ITEMS),
    "uniek_in_lijst": KindParameters(("lijst", "paden"), starts=_ON_ITEMS),
    "verboden_waarde": KindParameters(("paden", "waarden"), ("als",)),
    "verschillende_personen": KindParameters(("lijst", "paden", "uitkomst"), ("groepen",), starts=_ON_ITEMS),
    "verwijzing_bestaat": _REFERENCE,
    "volgnummer": KindParameters(("paden",), paths=(1, 1)),
    "volgorde": KindParameters(("paden",), paths=(2, None)),
    "zelfde_adres": KindParameters(
        ("lijst", "paden", "verwijst_naar", "waarden", "groepen"), paths=(2, 2), starts=_REFERENCE_STARTS
    ),
    "zelfde_in_levering": KindParameters(("lijst", "paden"), ("waarden", "groepen"), (1, 1), {"paden": ("onderdeel",)}),
}
"""By kind. A kind that looks at paths names the number it needs."""
