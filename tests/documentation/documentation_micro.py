"""A micro-model with one of everything that the document shows."""

from __future__ import annotations

from ddas.standard.identity import Domain
from ddas.standard.specification import (
    Attribute,
    CodeList,
    CodeValue,
    DataType,
    Erratum,
    Example,
    ObjectType,
    Obligation,
    Phase,
    Rule,
    Specification,
    TextSource,
)
from ddas.standard.status import Status


def micro(text: str = "") -> Specification:
    """The model of a forest; ``text`` is put behind every free text."""
    more = f" {text}" if text else ""
    return Specification(
        domain=Domain(name="bosbeheer", code="bos", title="Bosbeheer", listing="bomen", unit="boom"),
        version="v1.0",
        status=Status.CONCEPT,
        revision=2,
        title=f"DDAS Bosbeheer{more}",
        description=f"Gegevens over bomen.{more}",
        root="Bos",
        object_types=(_forest(more), _tree(more), _owner(more)),
        code_lists=(_kinds(more),),
        data_types=(
            DataType(name="Tekst", label=f"Tekst{more}", definition=f"Vrije tekst.{more}", base="string"),
            DataType(
                name="Nummer",
                label=f"Nummer{more}",
                definition=f"Vier cijfers of geen.{more}",
                base="string",
                length=4,
                pattern=r"\d{4}|geen",
            ),
        ),
        phases=(
            Phase(
                code="groei",
                title=f"Groei{more}",
                description=f"Het bos groeit.{more}",
                kind="hoofdlijn",
                sources=("boswet",),
                leads_to=("kap",),
            ),
            Phase(code="kap", title=f"Kap{more}", description=f"Bomen gaan om.{more}", kind="hoofdlijn"),
        ),
        sources=(TextSource(code="boswet", title=f"Boswet{more}", explanation=f"De wet.{more}", kind="wet"),),
        rules=(
            Rule(
                id="BOS-001",
                name=f"Een boom heeft een nummer{more}",
                level="fout",
                message=f"Het nummer ontbreekt.{more}",
                explanation=f"Zonder nummer is de boom onvindbaar.{more}",
                remedy=f"Vul het nummer in.{more}",
                fields=("Boom.nummer",),
                sources=("boswet",),
                kind="gevuld",
            ),
        ),
        errata=(
            Erratum(
                id="BOS-E01",
                title=f"Het nummer is tekst{more}",
                fields=("Boom.nummer",),
                fault=f"Het schema ziet tekst.{more}",
                reading=f"Gebruik cijfers.{more}",
                sources=("boswet",),
            ),
        ),
        examples=(Example(name="klein", title=f"Klein bos{more}", description=f"Twee bomen.{more}", content="{}\n"),),
    )


def _forest(more: str) -> ObjectType:
    trees = Attribute(
        name="bomen",
        wire_name="bomen",
        label=f"Bomen{more}",
        definition=f"Wat er staat.{more}",
        uri="bos:Bos.bomen",
        exchanged=True,
        range="Boom",
        required=True,
        many=True,
        min_items=1,
        max_items=2,
        item="boom",
        obligation=Obligation.REQUIRED,
        enforced_by=("schema",),
        ground="schema",
        phase="groei",
        personal_data="nee",
    )
    return ObjectType(
        name="Bos",
        label=f"Bos{more}",
        definition=f"Een groep bomen.{more}",
        uri="bos:Bos",
        exchanged=True,
        closed=True,
        attributes=(trees,),
    )


def _tree(more: str) -> ObjectType:
    number = Attribute(
        name="nummer",
        wire_name="(Nummer)",
        label=f"Nummer van de boom{more}",
        definition=f"Cijfers op de stam.{more}",
        explanation=(f"Te lezen vanaf het pad.{more}",),
        examples=("1234",),
        sources=("boswet",),
        search_words=(f"label{more}",),
        uri="bos:Boom.nummer",
        exchanged=True,
        range="Nummer",
        obligation=Obligation.CONDITIONAL,
        condition=f"De boom staat langs een pad.{more}",
        enforced_by=("BOS-001",),
        ground="boswet",
        phase="groei",
        personal_data="indirect",
        deprecated=f"Vervalt in v2.0.{more}",
    )
    kind = Attribute(
        name="soort",
        wire_name="soort",
        label=f"Soort boom{more}",
        definition=f"Hoe de boom heet.{more}",
        uri="bos:Boom.soort",
        exchanged=True,
        range="EnumSoort",
        obligation=Obligation.REQUESTED,
        ground="eigen duiding",
        phase="kap",
        personal_data="nee",
    )
    return ObjectType(
        name="Boom",
        label=f"Boom{more}",
        definition=f"Een plant met een stam.{more}",
        explanation=(f"Een struik telt niet mee.{more}",),
        sources=("boswet",),
        search_words=(f"plant{more}",),
        uri="bos:Boom",
        exchanged=True,
        closed=False,
        attributes=(number, kind),
    )


def _owner(more: str) -> ObjectType:
    name = Attribute(
        name="naam",
        wire_name="naam",
        label=f"Naam van de eigenaar{more}",
        definition=f"Hoe de eigenaar heet.{more}",
        uri="bos:Eigenaar.naam",
        exchanged=False,
        range="Tekst",
        obligation=Obligation.NOT_REQUESTED,
        ground="boswet",
        personal_data="direct",
    )
    return ObjectType(
        name="Eigenaar",
        label=f"Eigenaar{more}",
        definition=f"Van wie het bos is.{more}",
        uri="bos:Eigenaar",
        exchanged=False,
        closed=False,
        attributes=(name,),
    )


def _kinds(more: str) -> CodeList:
    return CodeList(
        name="EnumSoort",
        label=f"Soort{more}",
        definition=f"De soorten bomen.{more}",
        exchanged=True,
        values=(
            CodeValue(
                value="Eik | beuk",
                code="eikOfBeuk",
                label=f"Eik of beuk{more}",
                definition=f"Een loofboom.{more}",
                explanation=(f"Ook een jonge.{more}",),
                sources=("boswet",),
                search_words=(f"hardhout{more}",),
            ),
        ),
    )
