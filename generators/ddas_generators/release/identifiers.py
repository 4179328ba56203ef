"""The names of a version in the files of its model."""

from __future__ import annotations

from ddas.standard.identity import StandardId

__all__ = ["rename_identifiers"]


def rename_identifiers(text: str, old: StandardId, new: StandardId) -> str:
    """The text for the new version: the identifiers of LinkML files name the version; nothing else in them does."""
    names = (
        (old.folder, new.folder),
        (old.python_module, new.python_module),
        (old.python_module.removeprefix("ddas_"), new.python_module.removeprefix("ddas_")),
        (f"version: {old.version}\n", f"version: {new.version}\n"),
    )
    for before, after in names:
        text = text.replace(before, after)
    return text
