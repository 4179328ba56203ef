"""A micro-model that uses everything the emitter knows, and the expected source of its classes."""

from __future__ import annotations

from ddas.standard.specification import CodeList, Erratum, ObjectType, Obligation, Specification
from tests.making.models import attribute, code_list, data_type, object_type, specification


def classes(*types: ObjectType, lists: tuple[CodeList, ...] = ()) -> Specification:
    """A standard with these types, and a data type of every kind, of which one has no format that exists."""
    return specification(
        *types,
        version="v0.3",
        revision=2,
        title="Proefmodel",
        description="",
        code_lists=lists,
        data_types=(
            data_type("Tekst", "string"),
            data_type("Code", "string", length=3),
            data_type("Dag", "string", "date"),
            data_type("Moment", "string", "date-time"),
            data_type("Email", "string", "email"),
            data_type("Getal", "integer"),
            data_type("JaNee", "boolean"),
            data_type("Kleur", "string", "color"),
        ),
        errata=(
            Erratum(id="E1", title="Zo heet het niet.", fields=("Boom.class",), fault="f", reading="l", sources=()),
        ),
    )


def micro() -> Specification:
    return classes(
        object_type(
            "Bos",
            attribute("bomen", "Boom", required=True, many=True, min_items=1, max_items=3, unique_items=True),
            attribute("geteld", "Moment", required=True),
            attribute("aantal", "Getal", wire_name="aantal (stuks)"),
            closed=True,
        ),
        object_type(
            "Boom",
            attribute("class", "Code", wire_name='de "class"', obligation=Obligation.REQUIRED),
            attribute("geplant", "Dag", deprecated="Vervalt."),
            attribute(
                "soort",
                "Soort",
                definition='Zeg "eik".',
                obligation=Obligation.CONDITIONAL,
                condition="Als er blad is.",
            ),
            attribute("gezond", "JaNee"),
            attribute("metingen", "Getal", many=True, unique_items=True),
            attribute("eigenaar", "Email"),
            attribute("geheim", "Tekst", exchanged=False),
        ),
        object_type("Wortel", exchanged=False),
        lists=(code_list("Soort", ("Zomer eik", "zomerEik"), ("0%-beuk", "nulBeuk")), code_list("Ander", ("x", "x"))),
    )


EXPECTED = '''\
class Soort(StrEnum):
    """Soort.

    Wat Soort is.
    """

    ZOMER_EIK = "Zomer eik"
    """Zomer eik.

    Wat Zomer eik is.
    """

    NUL_BEUK = "0%-beuk"
    """0%-beuk.

    Wat 0%-beuk is.
    """


@dataclass(slots=True, kw_only=True, repr=False)
class Bos(_Objecttype):
    """Bos.

    Wat Bos is.
    """

    bomen: list[Boom]
    """Bomen.

    Wat bomen is.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Aantal: 1 tot en met 3.
    - Naam in de JSON: `bomen`.
    """

    geteld: datetime.datetime
    """Geteld.

    Wat geteld is.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `geteld`.
    """

    aantal: int | None = None
    """Aantal.

    Wat aantal is.

    - Verplichting: gevraagd.
    - Naam in de JSON: `aantal (stuks)`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        result = cls(
            bomen=reader.required(
                "bomen",
                _read_list(Boom._read, minimum=1, maximum=3, unique=True),
            ),
            geteld=reader.required("geteld", _read_moment),
            aantal=reader.optional("aantal (stuks)", _read_integer),
        )
        reader.close()
        return result

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ("bomen", self.bomen),
            ("geteld", self.geteld),
            ("aantal (stuks)", self.aantal),
        ]


@dataclass(slots=True, kw_only=True, repr=False)
class Boom(_OpenObjecttype):
    """Boom.

    Wat Boom is.
    """

    class_: str | None = None
    """Class.

    Wat class is.

    - Verplichting: verplicht. Het schema zelf laat een object zonder dit veld
      toe.
    - Inhoud: Wat Code is.
    - Bekende fout: Zo heet het niet.
    - Naam in de JSON: `de "class"`.
    """

    geplant: datetime.date | None = None
    """Geplant.

    Wat geplant is.

    - Verplichting: gevraagd.
    - Let op: Vervalt.
    - Naam in de JSON: `geplant`.
    """

    soort: Soort | None = None
    """Soort.

    Zeg "eik".

    - Verplichting: voorwaardelijk. Voorwaarde: Als er blad is.
    - Naam in de JSON: `soort`.
    """

    gezond: bool | None = None
    """Gezond.

    Wat gezond is.

    - Verplichting: gevraagd.
    - Naam in de JSON: `gezond`.
    """

    metingen: list[int] | None = None
    """Metingen.

    Wat metingen is.

    - Verplichting: gevraagd.
    - Aantal: 0 of meer.
    - Naam in de JSON: `metingen`.
    """

    eigenaar: str | None = None
    """Eigenaar.

    Wat eigenaar is.

    - Verplichting: gevraagd.
    - Naam in de JSON: `eigenaar`.
    """

    @classmethod
    def _read(cls, data: object) -> Self:
        reader = _Reader(data)
        return cls(
            class_=reader.optional('de "class"', _read_text),
            geplant=reader.optional("geplant", _read_date),
            soort=reader.optional("soort", _read_code(Soort)),
            gezond=reader.optional("gezond", _read_boolean),
            metingen=reader.optional(
                "metingen",
                _read_list(_read_integer, unique=True),
            ),
            eigenaar=reader.optional("eigenaar", _read_email),
            overige_sleutels=reader.rest(),
        )

    def _pairs(self) -> list[tuple[str, object]]:
        return [
            ('de "class"', self.class_),
            ("geplant", self.geplant),
            ("soort", self.soort),
            ("gezond", self.gezond),
            ("metingen", self.metingen),
            ("eigenaar", self.eigenaar),
        ]
'''
