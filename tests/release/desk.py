"""A maintainer at work in a checkout of boats for hire."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from ddas.cli.main import main
from tests.conftest import ROOT

TOY = ROOT / "tests" / "lint" / "toy" / "model"
DELIVERY = {"verhuringen": [{"Vertrekdag": "2025-05-01", "vertrekdag": "2025-05-01T17:30:00+02:00"}]}


class Desk:
    """The checkout, and what the maintainer does in it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capsys = capsys

    def ddas(self, *arguments: str) -> tuple[int, str]:
        """Exit code, and what was printed on both streams."""
        code = main([*arguments, "--root", str(self.root)])
        out, err = self._capsys.readouterr()
        return code, out + err

    def git(self, *arguments: str) -> int:
        """The exit code."""
        name = ("-c", "user.name=Beheer", "-c", "user.email=beheer@haven.example", "-c", "init.defaultBranch=hoofd")
        return subprocess.run(["git", *name, *arguments], cwd=self.root, capture_output=True, check=False).returncode

    def edit(self, file: str, before: str, after: str) -> None:
        path = self.root / "model" / "bootverhuur" / file
        text = path.read_text(encoding="utf-8")
        assert before in text, before
        path.write_text(text.replace(before, after, 1), encoding="utf-8")

    def snapshot(self) -> dict[str, bytes]:
        return {p.relative_to(self.root).as_posix(): p.read_bytes() for p in self.root.rglob("*") if p.is_file()}

    def row(self, code: str) -> dict[str, object]:
        rows = yaml.safe_load((self.root / "model" / "versies.yaml").read_text(encoding="utf-8"))["versies"]
        found: dict[str, object] = next(r for r in rows if f"bvh-{r['versie']}" == code)
        return found


def furnish(root: Path) -> None:
    """Fill an empty folder with the model and two example deliveries."""
    shutil.copytree(TOY, root / "model")
    examples = root / "model" / "bootverhuur" / "v1.0" / "voorbeelden"
    names = ("minimaal", "volledig")
    rows = "".join(f"  - naam: {n}\n    titel: {n}\n    omschrijving: Een bootje.\n" for n in names)
    (examples / "voorbeelden.yaml").write_text(f"voorbeelden:\n{rows}", encoding="utf-8")
    (examples / "zomerdag.json").unlink()
    for name in names:
        (examples / f"{name}.json").write_text(json.dumps(DELIVERY), encoding="utf-8")
    rules = root / "model" / "bootverhuur" / "v1.0" / "regels.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("zomerdag", "minimaal"), encoding="utf-8")
