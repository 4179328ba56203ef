"""What the theme shows around a page: menu, trail, versions, banner. Links are relative to the page."""

from __future__ import annotations

from typing import Any

from ddas.standard.specification import Specification
from ddas_generators.site.addresses import field_address, relative_link
from ddas_generators.site.feed import FEED_FILE, has_feed
from ddas_generators.site.pages import MENU, SINGLE_ADDRESSES, SitePage, list_footer
from ddas_generators.site.version_site import VersionSite

__all__ = ["make_frame"]


def make_frame(site: VersionSite, page: SitePage) -> dict[str, Any]:
    """Values for the templates of the theme, as plain lists and dicts."""
    specification = site.specification
    versions = [_version(site, page, v) for v in reversed(site.family)]
    current = next((v for v in versions if site.current is not None and v["code"] == site.current.id.code), None)
    return {
        "kind": page.kind,
        "domain": specification.domain.title,
        "version": specification.version,
        "status": specification.status,
        "code": specification.id.code,
        "home": relative_link(page.address, ""),
        "root": relative_link(page.address, "../../"),
        "up": "../" * page.address.count("/"),
        "feed": relative_link(page.address, f"../../{FEED_FILE}") if has_feed(site.versions) else "",
        "report": relative_link(page.address, "../../melden.html"),
        "search": relative_link(page.address, "zoeken/"),
        "menu": [_entry(page, label, address) for label, address in MENU],
        "more": [_entry(page, label, address) for label, address in list_footer(site)],
        "trail": [{"label": label, "href": relative_link(page.address, a)} for label, a in page.trail],
        "siblings_title": page.siblings[0] if page.siblings else "",
        "siblings": [_entry(page, label, address) for label, address in page.siblings[1]] if page.siblings else [],
        "versions": versions,
        "newer": current if current is not None and not current["here"] and _is_past(site) else None,
    }


def _is_past(site: VersionSite) -> bool:
    return site.current is not None and site.current.id.version > site.specification.id.version


def _entry(page: SitePage, label: str, address: str) -> dict[str, Any]:
    here = page.address == address
    inside = bool(address) and page.address.startswith(address)
    return {"label": label, "href": relative_link(page.address, address), "here": here, "inside": here or inside}


def _version(site: VersionSite, page: SitePage, other: Specification) -> dict[str, Any]:
    """The same page in another version, else its first page."""
    here = other is site.specification
    target = page.address if here else _address_in(site, page, other)
    prefix = "" if here else f"../{other.version}/"
    return {
        "label": other.version,
        "code": other.id.code,
        "status": other.status,
        "href": relative_link(page.address, prefix + target),
        "same_page": target == page.address or (page.kind == "field" and bool(target)),
        "here": here,
    }


def _address_in(site: VersionSite, page: SitePage, other: Specification) -> str:
    if page.kind == "field":
        _, object_type, attribute, _ = page.address.split("/")
        for place in site.elsewhere.get(f"{object_type}.{attribute}", ()):
            if place.specification is other:
                return field_address(place.object_type, place.attribute.name)
        return ""
    is_there = page.address in SINGLE_ADDRESSES or page.address in site.element_pages[other.id.code]
    return page.address if is_there else ""
