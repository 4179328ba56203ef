"""What changed in how a rule works, in Dutch words: what came and what went, never two whole lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

__all__ = ["rule_change_in_words"]

_PARTS: Mapping[str, str] = {
    "level": "niveau",
    "kind": "soort regel",
    "scopes": "kijkt naar",
    "fields": "velden",
    "parameters": "instellingen",
    "silences": "gaat voor regel",
    "since": "geldt sinds",
}


def rule_change_in_words(before: Mapping[str, object], after: Mapping[str, object]) -> str:
    """Such as ``niveau: eerst waarschuwing, nu info; velden: zonder ‘Client.naam’``.

    Args:
        before: Part of a rule → its plain value in the older version.
        after: The same parts in the newer one.
    """
    return "; ".join(f"{_PARTS.get(part, part)}: {_difference(old, after[part])}" for part, old in before.items())


def _difference(old: object, new: object) -> str:
    if isinstance(old, str) and isinstance(new, str):
        return f"eerst {old or 'niets'}, nu {new or 'niets'}"
    before, after = dict.fromkeys(_leaves(old)), dict.fromkeys(_leaves(new))
    came = [leaf for leaf in after if leaf not in before]
    went = [leaf for leaf in before if leaf not in after]
    said = [f"{word} {', '.join(leaves)}" for word, leaves in (("met", came), ("zonder", went)) if leaves]
    return " en ".join(said) or "anders samengesteld"


def _leaves(value: object) -> Iterator[str]:
    """The single values in a plain value, as a reader sees them."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner)
    elif isinstance(value, bool):
        yield "ja" if value else "nee"
    elif value is not None and value != "":
        yield f"‘{value}’"
