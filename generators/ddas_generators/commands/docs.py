"""``ddas docs``: build the documentation site of all versions, or show it on this computer."""

from __future__ import annotations

import argparse
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from ddas.errors import DdasError, os_error_in_words
from ddas_generators.model.register import find_checkout
from ddas_generators.site.build import build_site

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> int:
    """Exit code 0; what cannot be built is an error."""
    root = find_checkout((arguments.root or Path.cwd()).resolve())
    target = (arguments.output or root / "site").resolve()
    if arguments.act == "build" or not (target / "index.html").is_file():
        number = build_site(root, target, only=arguments.only or ())
        print(f"Klaar: {number} pagina's in {target}. Open index.html in een browser.")
    if arguments.act == "serve":
        _serve(target, arguments.port)
    return 0


def _serve(target: Path, port: int) -> None:
    """Show the site to this computer only, until the reader stops it."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(target))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise DdasError(
            f"Poort {port} kan niet worden gebruikt: {os_error_in_words(error)}. Kies een andere met --port."
        ) from error
    with server:
        print(f"De site staat op http://127.0.0.1:{server.server_port}/. Stop met Ctrl+C.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
