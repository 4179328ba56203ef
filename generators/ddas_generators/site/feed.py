"""The Atom feed of the site: versions and their revisions, by the days in the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from ddas.standard.identity import BASE_URI
from ddas.standard.specification import Specification

__all__ = ["FEED_FILE", "has_feed", "make_feed"]

FEED_FILE = "feed.xml"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Entry:
    """``day`` as ``YYYY-MM-DD``; ``id``: never changes; ``address``: below the root of the site."""

    day: str
    id: str
    title: str
    address: str
    text: str


def has_feed(specifications: Iterable[Specification]) -> bool:
    """Whether anything has a known day; without one a feed cannot say when it last changed."""
    return any(_iter_entries(specifications))


def make_feed(specifications: Iterable[Specification]) -> str:
    """Atom (RFC 4287), newest first. What has no known day is left out: the feed has no place for an unknown one.

    Links are relative to the feed, because the address of the site is not known when it is built.
    """
    entries = sorted(_iter_entries(specifications), reverse=True)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">',
        f"<id>{BASE_URI}{FEED_FILE}</id>",
        "<title>DDAS: versies en revisies</title>",
        "<subtitle>Nieuwe versies en verbeteringen van de standaard, voor zover de dag bekend is.</subtitle>",
        f"<updated>{_moment(entries[0].day)}</updated>",
        "<author><name>DDAS-toolkit</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{FEED_FILE}"/>',
        '<link rel="alternate" type="text/html" href="index.html"/>',
        *(line for entry in entries for line in _lines(entry)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _iter_entries(specifications: Iterable[Specification]) -> Iterator[_Entry]:
    for s in specifications:
        name, folder = f"{s.domain.title} {s.version}", f"{s.id.folder}/"
        if s.publication is not None and s.publication.date is not None:
            yield _Entry(
                day=s.publication.date,
                id=f"{s.id.uri}#gepubliceerd",
                title=f"{name} is gepubliceerd",
                address=f"{folder}index.html",
                text=f"{s.publication.explanation} Hoe zeker deze dag is: {s.publication.certainty}.",
            )
        if s.date is not None:
            yield _Entry(
                day=s.date,
                id=f"{s.id.uri}#vastgesteld",
                title=f"{name} is vastgesteld",
                address=f"{folder}index.html",
                text=s.description,
            )
        for revision in s.revisions:
            if revision.date is not None:
                yield _Entry(
                    day=revision.date,
                    id=f"{s.id.uri}#revisie-{revision.number}",
                    title=f"{name}: revisie {revision.number}",
                    address=f"{folder}wijzigingen/index.html",
                    text=" ".join([revision.reason, *revision.stricter]),
                )


def _lines(entry: _Entry) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{escape(entry.id)}</id>"
    yield f"<title>{escape(entry.title)}</title>"
    yield f"<updated>{_moment(entry.day)}</updated>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(entry.address)}/>'
    yield f"<summary>{escape(entry.text)}</summary>"
    yield "</entry>"


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
