"""The story of debt help: one organisation delivers its trajectories of the first half of 2025."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ddas.sampling.choices import Choices
from ddas.sampling.people import MUNICIPALITIES, contact
from ddas.sampling.stories.trajectory import Trajectories
from ddas.sampling.story import Part, Sound
from ddas.sampling.teller import Teller, Told

__all__ = ["DebtHelp"]

_SOUND = Sound(
    values=(
        "aanmelding.crisisinterventie",
        "schulden.bedrag",
        "oplossing.soort",
        "uitstroom.reden",
        "aanmelding.startdatum",
        "schuldregeling.datum",
    ),
    required=("gemeentecode",),
    linked=("gemeentecode",),
)


class DebtHelp:
    """Up to 250 trajectories a municipality itself delivers; more come from a kredietbank that works for several."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller

    @property
    def sound(self) -> Mapping[str, Sound]:
        """Per type of record what can be spoiled in it."""
        return {"Schuldhulptraject": _SOUND}

    def root(self) -> Told:
        """The first half of 2025, delivered two weeks later."""
        return {
            "startdatumLevering": "2025-01-01",
            "einddatumLevering": "2025-06-30",
            "aanleverdatumEnTijd": "2025-07-15T09:30:00+02:00",
            "codeGegevensleverancier": "Voorbeeldpakket 4.2",
        }

    def iter_parts(self, sizes: tuple[int, ...], seed: int) -> Iterator[Part]:
        """One levering per municipality."""
        trajectories = Trajectories(self._teller, Choices(seed))
        first = 0
        for index, size in enumerate(sizes):
            code, name = MUNICIPALITIES[index]
            records = ((trajectories.make(code, number), True) for number in range(first, first + size))
            yield Part(
                told={"teller": index + 1, "aanleverendeOrganisatie": _organisation(code, name, alone=len(sizes) == 1)},
                lists={"schuldhulptrajecten": records},
            )
            first += size


def _organisation(code: str, name: str, *, alone: bool) -> Told:
    if alone:
        return {
            "statutaireNaam": f"Gemeente {name}",
            "postcode": "3511AA",
            "gemeentecode": code,
            "contactpersonen": [contact("schuldhulp", name)],
        }
    return {
        "statutaireNaam": "Kredietbank De Verzonnen Brug",
        "kvkNummer": "90000001",
        "contactpersonen": [contact("schuldhulp", "verzonnenbrug")],
    }
