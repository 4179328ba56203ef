"""Serves the preview: pages that look for themselves whether there is something newer, and never an old one."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ddas_generators.site.serving import FolderHandler

__all__ = ["Board", "live_handler"]

_STATE = "/_ddas/stand"
_SCRIPT = (
    f'<script>let stand=null;setInterval(async()=>{{try{{const nu=await(await fetch("{_STATE}")).text();'
    "if(stand!==null&&nu!==stand)location.reload();stand=nu}catch{}},1000)</script>"
)


class Board:
    """What the pages are about now. ``number``: of the look; ``instead``: shown for every page when they are old."""

    def __init__(self) -> None:
        self.number = 0
        self.instead = ""

    def put(self, instead: str) -> None:
        """A new look; ``instead``: empty when its pages are there."""
        self.number, self.instead = self.number + 1, instead


def live_handler(board: Board) -> type[FolderHandler]:
    """A handler for pages with a look at the board in them."""

    class Handler(FolderHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if path == _STATE:
                self.send_page(str(board.number))
                return
            page = Path(self.translate_path(self.path))
            page = page / "index.html" if page.is_dir() else page
            if page.suffix != ".html" or not page.is_file():
                super().do_GET()
            elif board.instead:
                self.send_page(board.instead + _SCRIPT, HTTPStatus.SERVICE_UNAVAILABLE)
            elif path.endswith("/") or not Path(self.translate_path(self.path)).is_dir():
                self.send_page(page.read_text(encoding="utf-8") + _SCRIPT)
            else:
                super().do_GET()  # a folder without its slash: it says where to go

    return Handler
