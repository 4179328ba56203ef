from __future__ import annotations

import errno
from pathlib import Path

import pytest

from ddas.errors import MissingBuildExtra, os_error_in_words
from ddas.rendering.files import replace_file


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOENT, "het bestand of de map bestaat niet"),
        (errno.EACCES, "u hebt daar geen rechten voor"),
        (errno.EPERM, "u hebt daar geen rechten voor"),
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EISDIR, "dit is een map en geen bestand"),
        (errno.ENOTDIR, "een deel van het pad is geen map"),
        (errno.EROFS, "deze schijf is alleen te lezen"),
        (9999, "onbekende oorzaak"),
    ],
)
def test_reasons_are_dutch(number: int, words: str) -> None:
    assert os_error_in_words(OSError(number, "No such luck")) == words


def test_error_without_a_number() -> None:
    assert os_error_in_words(OSError("no luck")) == "onbekende oorzaak"


def test_errors_of_this_system(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").write_bytes(b"")
    seen = []
    for target in ("map", "bestand/x", "weg/x"):
        with pytest.raises(OSError) as caught:  # noqa: PT011 - the words are what is tested
            replace_file(tmp_path / target, b"x")
        seen.append(os_error_in_words(caught.value))
    assert seen == [
        "dit is een map en geen bestand",
        "een deel van het pad is geen map",
        "het bestand of de map bestaat niet",
    ]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bestand", "map"]


def test_missing_package_says_where_to_install() -> None:
    assert str(MissingBuildExtra("linkml")).endswith(
        "Installeer het in de map van de toolkit met: pip install '.[build]'"
    )
