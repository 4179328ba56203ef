"""Shows a folder to this computer only: pages in Dutch, also where there is nothing; never a list of files."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from ddas.errors import DdasError, os_error_in_words
from ddas_generators.site.start_page import make_plain_page, make_start_page

__all__ = ["FolderHandler", "open_server"]

_PLACE = "127.0.0.1"


class FolderHandler(SimpleHTTPRequestHandler):
    """Files of a folder, never from the memory of a browser, and nothing on the terminal."""

    def end_headers(self) -> None:
        """Ask the browser to look again each time."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        """A folder without a first page: the versions, at the root; elsewhere there is nothing."""
        folder = Path(path)
        if folder != Path(self.directory):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.send_page(make_start_page(folder))

    def send_page(self, html: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        """Answer with a page of our own."""
        content = html.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def send_error(self, code: int, *_: object, **__: object) -> None:
        """In Dutch; what the request was is not repeated."""
        words = ("<p>Deze bladzijde is er niet.", '<p><a href="/">Naar het begin</a>')
        title = "Niet gevonden" if code == HTTPStatus.NOT_FOUND else "Dit kan hier niet"
        self.send_page(make_plain_page(title, words), HTTPStatus(code))

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for the command."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away half-way is no news."""


def open_server(folder: Path, port: int, handler: type[FolderHandler] = FolderHandler) -> ThreadingHTTPServer:
    """A server of the folder for this computer; port 0 takes a free one.

    Raises:
        DdasError: the port is in use, may not be used, or does not exist.
    """
    try:
        return _Server((_PLACE, port), partial(handler, directory=str(folder)))
    except (OSError, OverflowError) as error:
        why = os_error_in_words(error) if isinstance(error, OSError) else "die poort bestaat niet"
        raise DdasError(f"Poort {port} kan niet worden gebruikt: {why}. Kies een andere met --port.") from error
