"""Where each object type stands in a delivery, as a path of wire names."""

from __future__ import annotations

from ddas.standard.specification import Attribute, Specification

__all__ = ["field_path", "list_json_paths"]


def list_json_paths(specification: Specification) -> dict[str, tuple[str, ...]]:
    """Name of exchanged object type → its paths, such as ``leveringen[].verhuringen[].huurder[]``.

    Paths stand in reading order. The root has the empty path; a type that cannot be reached has none. A type
    inside itself is followed once.
    """
    paths: dict[str, list[str]] = {o.name: [] for o in specification.exchanged_types}

    def follow(name: str, path: str, above: tuple[str, ...]) -> None:
        object_type = specification.object_type(name)
        if object_type is None or name in above or name not in paths:
            return
        paths[name].append(path)
        for attribute in object_type.exchanged_attributes:
            follow(attribute.range, field_path(path, attribute), (*above, name))

    follow(specification.root, "", ())
    return {name: tuple(found) for name, found in paths.items()}


def field_path(path: str, attribute: Attribute) -> str:
    """The path of an attribute of the object at ``path``; ``[]`` marks a list."""
    step = attribute.wire_name + ("[]" if attribute.many else "")
    return f"{path}.{step}" if path else step
