"""XMI of Enterprise Architect → the UML model in it. With the profile of MIM only its object types are classes.

Names of elements are compared without their namespace: it differs per version of XMI and of the profile.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

from ddas.errors import DdasError
from ddas.rendering.printable import make_printable
from ddas_generators.bootstrap.uml import UmlAssociation, UmlClass, UmlEnumeration, UmlModel, UmlProperty

__all__ = ["looks_like_xml", "read_xmi"]

_OBJECT_STEREOTYPES = frozenset({"Objecttype", "Gegevensgroeptype", "Relatieklasse"})
_UNLIMITED = frozenset({"*", "-1"})


def looks_like_xml(content: bytes) -> bool:
    """Whether a file starts as XML does."""
    return content.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"<"


def read_xmi(content: bytes) -> UmlModel:
    """The UML model of an export.

    Raises:
        DdasError: it is no XML, has a document type, is no XMI, or holds no class; with the line where there is one.
    """
    root = _parse(content)
    if _tag(root) != "XMI":
        raise DdasError(
            f"Regel {root.sourceline}: dit is geen XMI. Exporteer het pakket in Enterprise Architect als XMI 2.1."
        )
    packaged = list(_elements(root, "packagedElement"))
    profiled = _profiled(root)
    classes = [_class(e) for e in packaged if _kind(e) in ("uml:Class", "uml:DataType")]
    is_object = [not profiled or c.id in profiled for c in classes]
    model = UmlModel(
        classes=tuple(c for c, yes in zip(classes, is_object, strict=True) if yes),
        enumerations=tuple(_enumeration(e) for e in packaged if _kind(e) == "uml:Enumeration"),
        associations=tuple(
            UmlAssociation(id=_id(e), name=_name(e), line=_line(e)) for e in packaged if _kind(e) == "uml:Association"
        ),
        skipped=tuple(c for c, yes in zip(classes, is_object, strict=True) if not yes),
        names=_names(root),
    )
    if not model.classes:
        raise DdasError(
            "In dit bestand staan geen objecttypen. Exporteer het pakket met de klassen, niet alleen het diagram."
        )
    return model


def _parse(content: bytes) -> etree._Element:
    """Nothing is fetched or expanded; the parser's own limits on depth and size hold."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
    else:
        if root.getroottree().docinfo.internalDTD is not None:
            raise DdasError("Het bestand heeft een DOCTYPE; dat wordt niet gelezen. Exporteer het opnieuw als XMI 2.1.")
        return root
    raise DdasError(
        f"Regel {line}: dit is geen goed gevormde XML. Controleer of het bestand heel is, of exporteer het opnieuw."
    )


def _elements(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    return (e for e in parent.iter() if isinstance(e.tag, str) and _tag(e) == name)


def _children(parent: etree._Element, name: str) -> list[etree._Element]:
    return [e for e in parent if isinstance(e.tag, str) and _tag(e) == name]


def _tag(element: etree._Element) -> str:
    return etree.QName(element).localname


def _xmi(element: etree._Element, name: str) -> str:
    """An attribute of the namespace of XMI, in whatever version."""
    found = (str(v) for k, v in element.attrib.items() if str(k).startswith("{") and str(k).endswith(f"}}{name}"))
    return next(found, "")


def _id(element: etree._Element) -> str:
    return _xmi(element, "id")


def _kind(element: etree._Element) -> str:
    return _xmi(element, "type")


def _name(element: etree._Element) -> str:
    return " ".join(str(element.get("name") or "").split())


def _line(element: etree._Element) -> int:
    return cast(int, element.sourceline)  # the parser knows it of every element


def _profiled(root: etree._Element) -> frozenset[str]:
    """Ids of the classes with a stereotype of MIM for object types; empty when the export does not use the profile."""
    return frozenset(
        str(value)
        for stereotype in sorted(_OBJECT_STEREOTYPES)
        for element in _elements(root, stereotype)
        for key, value in element.attrib.items()
        if str(key).startswith("base_")
    )


def _class(element: etree._Element) -> UmlClass:
    return UmlClass(
        id=_id(element),
        name=_known_name(element, "een objecttype"),
        properties=tuple(_property(e) for e in _children(element, "ownedAttribute")),
        parents=tuple(str(e.get("general") or "") for e in _children(element, "generalization")),
        line=_line(element),
    )


def _property(element: etree._Element) -> UmlProperty:
    association = str(element.get("association") or "")
    type_id = next((_xmi(e, "idref") or str(e.get("href") or "") for e in _children(element, "type")), "")
    most = _bound(element, "upperValue")
    fewest = _bound(element, "lowerValue")
    if fewest is None:
        raise _wrong(element, "de ondergrens van het aantal heeft geen getal")
    return UmlProperty(
        name=_name(element) if association else _known_name(element, "een veld"),
        type_id=type_id or str(element.get("type") or ""),
        fewest=fewest,
        most=most,
        association=association,
        line=_line(element),
    )


def _bound(element: etree._Element, name: str) -> int | None:
    """A bound of a number; 1 when it does not stand there, None for no limit."""
    for child in _children(element, name):
        text = str(child.get("value") or ("0" if name == "lowerValue" else "1"))
        if text in _UNLIMITED:
            return None
        if not text.isascii() or not text.isdigit() or len(text) > 3:
            raise _wrong(child, "dit aantal is geen getal dat voor een lijst kan gelden")
        return int(text)
    return 1


def _enumeration(element: etree._Element) -> UmlEnumeration:
    values = [_known_name(e, "een waarde") for e in _children(element, "ownedLiteral")]
    if not values or len(set(values)) < len(values):
        raise _wrong(element, "deze enumeratie is leeg of heeft twee keer dezelfde waarde")
    name = _known_name(element, "een enumeratie")
    return UmlEnumeration(id=_id(element), name=name, values=tuple(values), line=_line(element))


def _names(root: etree._Element) -> dict[str, str]:
    """Names by id; those outside the export are known from the connectors of Enterprise Architect."""
    names = {_id(e): _name(e) for e in root.iter() if isinstance(e.tag, str) and _id(e) and _name(e)}
    for end in ("source", "target"):
        for element in _elements(root, end):
            for model in _children(element, "model"):
                if _name(model):
                    names.setdefault(_xmi(element, "idref"), _name(model))
    return names


def _known_name(element: etree._Element, what: str) -> str:
    name = _name(element)
    if not name:
        raise _wrong(element, f"{what} heeft geen naam")
    return name


def _wrong(element: etree._Element, problem: str) -> DdasError:
    about = f" ({make_printable(_name(element)[:100])})" if _name(element) else ""
    return DdasError(
        f"Regel {_line(element)}: {problem}{about}. Verbeter het in Enterprise Architect en exporteer opnieuw."
    )
