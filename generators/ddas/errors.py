"""Exceptions: we could not do the job. Faults in somebody's data or model are findings, never exceptions."""

from __future__ import annotations

import errno

__all__ = ["DdasError", "MissingBuildExtra", "ModelError", "os_error_in_words"]

_OS_ERRORS = {
    errno.ENOENT: "het bestand of de map bestaat niet",
    errno.EACCES: "u hebt daar geen rechten voor",
    errno.EPERM: "u hebt daar geen rechten voor",
    errno.ENOSPC: "de schijf is vol",
    errno.EISDIR: "dit is een map en geen bestand",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EROFS: "deze schijf is alleen te lezen",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "de koppelingen verwijzen naar elkaar",
    errno.EDQUOT: "uw deel van de schijf is vol",
    errno.EFBIG: "het bestand wordt te groot voor deze schijf",
    errno.EIO: "de schijf of de verbinding geeft een fout",
    errno.EMFILE: "er zijn te veel bestanden open",
    errno.ETXTBSY: "een ander programma gebruikt het",
    errno.ENODEV: "dit is een apparaat en geen bestand",
    errno.ENXIO: "er is niets dat het leest",
    errno.EPIPE: "het programma dat meeleest, is gestopt",
    errno.ESTALE: "de map op het netwerk is niet meer bereikbaar",
    errno.EADDRINUSE: "een ander programma gebruikt die al",
    errno.EBADF: "de invoer of uitvoer is gesloten",
    errno.EILSEQ: "de naam heeft tekens die hier niet kunnen",
}


class DdasError(Exception):
    """The job could not be done. The message is Dutch and its last sentence says what to do."""


class ModelError(DdasError):
    """The model cannot be read as a specification; the message names file and, where known, line."""


class MissingBuildExtra(DdasError):
    """A command for maintainers was called without the packages of the ``build`` extra."""

    def __init__(self, package: str) -> None:
        super().__init__(
            f"Dit commando hoort bij het beheer van de standaard en mist het pakket '{package}'. "
            "Installeer het in de map van de toolkit met: pip install '.[build]'"
        )


def os_error_in_words(error: OSError) -> str:
    """Why the system refused, in Dutch and without a full stop; its own texts are English."""
    return _OS_ERRORS.get(error.errno or 0, "onbekende oorzaak")
