"""The stable anchors of ``documentatie.md``, so that documents and messages can point at the same place."""

from __future__ import annotations

import re

__all__ = [
    "code_list_anchor",
    "code_value_anchor",
    "data_type_anchor",
    "erratum_anchor",
    "example_anchor",
    "field_anchor",
    "object_type_anchor",
    "phase_anchor",
    "rule_anchor",
    "source_anchor",
]


def object_type_anchor(name: str) -> str:
    """``Client`` → ``client``."""
    return _slug(name)


def field_anchor(object_type: str, attribute: str) -> str:
    """``Client``, ``geboortedatum`` → ``client-geboortedatum``."""
    return f"{_slug(object_type)}-{_slug(attribute)}"


def code_list_anchor(name: str) -> str:
    """``EnumGeslacht`` → ``enumgeslacht``."""
    return _slug(name)


def code_value_anchor(code_list: str, code: str) -> str:
    """``EnumGeslacht``, ``man`` → ``enumgeslacht-man``."""
    return f"{_slug(code_list)}-{_slug(code)}"


def data_type_anchor(name: str) -> str:
    """``Bsn`` → ``type-bsn``."""
    return f"type-{_slug(name)}"


def phase_anchor(code: str) -> str:
    """``intake`` → ``fase-intake``."""
    return f"fase-{_slug(code)}"


def rule_anchor(id: str) -> str:
    """``SHV-011`` → ``regel-shv-011``."""
    return f"regel-{_slug(id)}"


def erratum_anchor(id: str) -> str:
    """``SHV-E01`` → ``erratum-shv-e01``."""
    return f"erratum-{_slug(id)}"


def source_anchor(code: str) -> str:
    """``eigen omschrijving`` → ``bron-eigen-omschrijving``."""
    return f"bron-{_slug(code)}"


def example_anchor(name: str) -> str:
    """``minimaal`` → ``voorbeeld-minimaal``."""
    return f"voorbeeld-{_slug(name)}"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9_]+", "-", text.lower()).strip("-")
