"""The permanent address of everything in a specification, below the folder of its version.

An address is a page (``veld/Client/geboortedatum/``) or a place on one (``waardenlijst/EnumGeslacht/#man``). On disk a
page is ``index.html`` in its folder; links name that file, so that the site also works from a folder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ddas.describing.elements import Element, ElementKind, find_element, name_sources
from ddas.standard.specification import ObjectType, Specification
from ddas_generators.emit.documents import anchors
from ddas_generators.emit.documents.rule_catalogue import list_structural_rules

__all__ = [
    "Link",
    "address_by_name",
    "code_list_address",
    "code_value_address",
    "data_type_address",
    "erratum_address",
    "field_address",
    "link_to",
    "link_to_sources",
    "object_type_address",
    "phase_address",
    "relative_link",
    "rule_address",
    "source_address",
]

Link = tuple[str, str]
"""What to show and the address it leads to; the address is empty when there is no such place."""


def object_type_address(name: str) -> str:
    """``Client`` → ``objecttype/Client/``."""
    return f"objecttype/{name}/"


def field_address(object_type: ObjectType, attribute: str) -> str:
    """A page for a field that is exchanged; a place on the page of its object type for one that is not."""
    found = object_type.attribute(attribute)
    if found is not None and found.exchanged and object_type.exchanged:
        return f"veld/{object_type.name}/{attribute}/"
    return f"objecttype/{object_type.name}/#{attribute}"


def code_list_address(name: str) -> str:
    """``EnumGeslacht`` → ``waardenlijst/EnumGeslacht/``."""
    return f"waardenlijst/{name}/"


def code_value_address(code_list: str, code: str) -> str:
    """``EnumGeslacht``, ``man`` → ``waardenlijst/EnumGeslacht/#man``."""
    return f"waardenlijst/{code_list}/#{code}"


def data_type_address(name: str) -> str:
    """``Bsn`` → ``gegevenstypen/#type-bsn``."""
    return f"gegevenstypen/#{anchors.data_type_anchor(name)}"


def rule_address(id: str) -> str:
    """``SHV-011`` → ``regel/SHV-011/``."""
    return f"regel/{id}/"


def erratum_address(id: str) -> str:
    """``SHV-E01`` → ``errata/#erratum-shv-e01``."""
    return f"errata/#{anchors.erratum_anchor(id)}"


def phase_address(code: str) -> str:
    """``intake`` → ``proces/#fase-intake``."""
    return f"proces/#{anchors.phase_anchor(code)}"


def source_address(code: str) -> str:
    """``wgs`` → ``bronnen/#bron-wgs``."""
    return f"bronnen/#{anchors.source_anchor(code)}"


def link_to(specification: Specification, name: str) -> Link:
    """The part of the standard with this name, or the rule with this id; an unknown name is shown as it is."""
    found = find_element(specification, name)
    return (name, "") if found is None else (found.label, _address_of(specification, found))


def _address_of(specification: Specification, element: Element) -> str:
    if element.kind is ElementKind.FIELD:
        holder = specification.object_type(element.whole)
        return "" if holder is None else field_address(holder, element.part)
    if element.kind is ElementKind.CODE_VALUE:
        return code_value_address(element.whole, element.part)
    return _ADDRESSES[element.kind](element.whole)


_ADDRESSES: Mapping[ElementKind, Callable[[str], str]] = {
    ElementKind.OBJECT_TYPE: object_type_address,
    ElementKind.CODE_LIST: code_list_address,
    ElementKind.DATA_TYPE: data_type_address,
    ElementKind.RULE: rule_address,
}
"""What is called by one name."""


def link_to_sources(specification: Specification, codes: tuple[str, ...]) -> tuple[Link, ...]:
    """The sources by title, in the order of their codes."""
    return tuple((title, source_address(code) if code else "") for title, code in name_sources(specification, codes))


def address_by_name(specification: Specification) -> dict[str, str]:
    """Name of everything with an address of its own → that address: one place for each, none twice."""
    found: dict[str, str] = {}
    for object_type in specification.object_types:
        found[object_type.name] = object_type_address(object_type.name)
        for attribute in object_type.attributes:
            found[f"{object_type.name}.{attribute.name}"] = field_address(object_type, attribute.name)
    for code_list in specification.code_lists:
        found[code_list.name] = code_list_address(code_list.name)
        for value in code_list.values:
            found[f"{code_list.name}.{value.code}"] = code_value_address(code_list.name, value.code)
    found |= {t.name: data_type_address(t.name) for t in specification.data_types}
    found |= {r.id: rule_address(r.id) for r in specification.rules}
    found |= {id: rule_address(id) for id, *_ in list_structural_rules(specification)}
    found |= {e.id: erratum_address(e.id) for e in specification.errata}
    found |= {f"fase:{p.code}": phase_address(p.code) for p in specification.phases}
    found |= {f"bron:{s.code}": source_address(s.code) for s in specification.sources}
    return found


def relative_link(here: str, address: str) -> str:
    """The link from the page at ``here`` to an address: both below the same folder, folders end in a slash."""
    page, hash_, fragment = address.partition("#")
    if page == here and hash_:
        return f"#{fragment}"
    file = f"{page}index.html" if page == "" or page.endswith("/") else page
    return "../" * here.count("/") + file + hash_ + fragment
