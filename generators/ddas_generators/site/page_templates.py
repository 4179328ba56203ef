"""The templates of pages, and the words that they all share: a missing variable is an error."""

from __future__ import annotations

import dataclasses
import json
from functools import partial
from pathlib import Path
from typing import Any

import jinja2

from ddas.comparison.rendering import change_words
from ddas.describing import wording
from ddas.describing.facts import enforcers
from ddas.errors import DdasError
from ddas.standard.alternative_words import alternatives_in_words, alternatives_of_field_in_words
from ddas.standard.specification import Specification
from ddas_generators.emit.documents import anchors
from ddas_generators.site import addresses
from ddas_generators.site.compiled_templates import COMPILED_TEMPLATES
from ddas_generators.site.prose import capitalize, show_number, show_prose

__all__ = ["make_environment", "render_view"]

_TEMPLATES = Path(__file__).parent / "templates"


def make_environment(specification: Specification) -> jinja2.Environment:
    """A new environment; every text is escaped."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=COMPILED_TEMPLATES,
    )
    environment.filters |= {"prose": show_prose, "capital": capitalize, "number": show_number, "json": _pretty}
    environment.globals |= _words(specification)
    return environment


def render_view(environment: jinja2.Environment, template: str, address: str, view: Any) -> str:
    """The page at ``address``: its template with the fields of its view, which is a dataclass.

    Raises:
        DdasError: the template asks for something that is not there.
    """
    variables = {field.name: getattr(view, field.name) for field in dataclasses.fields(view)}
    try:
        text = environment.get_template(f"{template}.html.j2").render(_links(address) | variables)
    except jinja2.TemplateError as error:
        raise DdasError(
            f"De bladzijde {address or 'index'} kan niet worden gemaakt met {template}.html.j2: {error}. "
            "Verbeter het sjabloon of het model."
        ) from error
    return text.strip() + "\n"


def _links(address: str) -> dict[str, Any]:
    """What leads from a page to another one, of this version or of another."""
    link = partial(addresses.relative_link, address)
    return {
        "url": link,
        "phase_link": lambda code: link(addresses.phase_address(code)),
        "other_version": lambda other, there: link(f"../{other.version}/{there}"),
    }


def _words(specification: Specification) -> dict[str, Any]:
    """The version itself, the address of each of its parts, and what to say of them."""
    return {
        "s": specification,
        "anchors": anchors,
        "adr": addresses,
        "link_to": partial(addresses.link_to, specification),
        "source_links": partial(addresses.link_to_sources, specification),
        "asked_by_words": partial(wording.askers_in_words, specification),
        "cardinality": wording.cardinality_in_words,
        "count_kinds": change_words.count_kinds,
        "describe_change": change_words.describe,
        "enforcers": enforcers,
        "ground": partial(wording.ground_in_words, specification),
        "alternatives": alternatives_in_words,
        "field_alternatives": alternatives_of_field_in_words,
        "openness": wording.openness_in_words,
        "personal_data": wording.personal_data_in_words,
        "purposes": partial(wording.purposes_in_words, specification),
        "place_parts": change_words.place_parts,
        "since_in_words": change_words.since_in_words,
        "type_words": partial(wording.type_in_words, specification),
    }


def _pretty(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2)
