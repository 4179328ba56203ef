"""A micro-model that uses everything the emitter knows, and the expected source of its classes."""

from __future__ import annotations

from typing import Any

from ddas.standard.identity import Domain
from ddas.standard.specification import (
    Attribute,
    CodeList,
    CodeValue,
    DataType,
    Erratum,
    ObjectType,
    Obligation,
    Specification,
)
from ddas.standard.status import Status


def attribute(name: str, range: str, **settings: Any) -> Attribute:
    known: dict[str, Any] = {
        "wire_name": name,
        "label": name.capitalize(),
        "definition": "Wat het is.",
        "uri": "",
        "exchanged": True,
        "obligation": Obligation.REQUIRED if settings.get("required") else Obligation.REQUESTED,
        "ground": "schema",
        "personal_data": "nee",
    }
    return Attribute(name=name, range=range, **(known | settings))


def object_type(name: str, *attributes: Attribute, closed: bool = False, exchanged: bool = True) -> ObjectType:
    return ObjectType(
        name=name,
        label=name,
        definition=f"Een {name.lower()}.",
        uri="",
        exchanged=exchanged,
        closed=closed,
        attributes=attributes,
    )


def data_type(name: str, base: str, **settings: Any) -> DataType:
    return DataType(name=name, label=name, definition=f"Inhoud van {name}.", base=base, **settings)


def code_list(name: str, *values: tuple[str, str]) -> CodeList:
    return CodeList(
        name=name,
        label=name,
        definition="Een lijst.",
        exchanged=True,
        values=tuple(CodeValue(value=v, code=c, label=v, definition="Een waarde.") for v, c in values),
    )


def specification(*types: ObjectType, lists: tuple[CodeList, ...] = ()) -> Specification:
    return Specification(
        domain=Domain(name="proef", code="pr", title="Proef", listing="bomen", unit="boom"),
        version="v0.3",
        status=Status.CONCEPT,
        revision=2,
        title="Proefmodel",
        description="",
        root=types[0].name,
        object_types=types,
        code_lists=lists,
        data_types=(
            data_type("Tekst", "string"),
            data_type("Code", "string", length=3),
            data_type("Dag", "string", format="date"),
            data_type("Moment", "string", format="date-time"),
            data_type("Email", "string", format="email"),
            data_type("Getal", "integer"),
            data_type("JaNee", "boolean"),
            data_type("Kleur", "string", format="color"),
        ),
        phases=(),
        sources=(),
        rules=(),
        errata=(
            Erratum(id="E1", title="Zo heet het niet.", fields=("Boom.class",), fault="f", reading="l", sources=()),
        ),
        examples=(),
    )


def micro() -> Specification:
    return specification(
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

    Een lijst.
    """

    ZOMER_EIK = "Zomer eik"
    """Zomer eik.

    Een waarde.
    """

    NUL_BEUK = "0%-beuk"
    """0%-beuk.

    Een waarde.
    """


@dataclass(slots=True, kw_only=True, repr=False)
class Bos(_Objecttype):
    """Bos.

    Een bos.
    """

    bomen: list[Boom]
    """Bomen.

    Wat het is.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Aantal: 1 tot en met 3.
    - Naam in de JSON: `bomen`.
    """

    geteld: datetime.datetime
    """Geteld.

    Wat het is.

    - Verplichting: verplicht. Het schema weigert een object zonder dit veld.
    - Naam in de JSON: `geteld`.
    """

    aantal: int | None = None
    """Aantal.

    Wat het is.

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

    Een boom.
    """

    class_: str | None = None
    """Class.

    Wat het is.

    - Verplichting: verplicht. Het schema zelf laat een object zonder dit veld
      toe.
    - Inhoud: Inhoud van Code.
    - Bekende fout: Zo heet het niet.
    - Naam in de JSON: `de "class"`.
    """

    geplant: datetime.date | None = None
    """Geplant.

    Wat het is.

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

    Wat het is.

    - Verplichting: gevraagd.
    - Naam in de JSON: `gezond`.
    """

    metingen: list[int] | None = None
    """Metingen.

    Wat het is.

    - Verplichting: gevraagd.
    - Aantal: 0 of meer.
    - Naam in de JSON: `metingen`.
    """

    eigenaar: str | None = None
    """Eigenaar.

    Wat het is.

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
