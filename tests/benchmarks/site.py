"""The site of one version against LinkML's stock documentation and mkdocs on the same model, in one run."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from side_by_side import compare

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
SCHEMA = str(ROOT / "model" / "schuldhulpverlening" / "v1.0" / "schema.yaml")
STOCK = """\
site_name: stock
docs_dir: pages
site_dir: site
theme: {name: material, language: nl, font: false}
"""


def main() -> None:
    """Print the comparison; each starts from an empty folder, so that it writes every page."""
    with tempfile.TemporaryDirectory() as name:
        stock = Path(name) / "stock"
        stock.mkdir()
        (stock / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
        ours = f"rm -rf '{name}/ours' && exec '{BIN}/python' -m ddas.cli.main docs build --root '{ROOT}'"
        theirs = f"cd '{stock}' && rm -rf pages site && '{BIN}/gen-doc' -d pages '{SCHEMA}' && '{BIN}/mkdocs' build -q"
        compare(
            {
                "ddas docs build (v1.0)": ["sh", "-c", f"{ours} --output '{name}/ours' --only shv-v1.0"],
                "gen-doc + mkdocs build (stock)": ["sh", "-c", theirs],
            },
            rounds=3,
        )
        for label, folder in (("ddas", Path(name) / "ours"), ("stock", stock / "site")):
            pages = list(folder.rglob("*.html"))
            print(f"{label}: {len(pages)} pages, {sum(p.stat().st_size for p in pages) // 1000} kB of HTML")


if __name__ == "__main__":
    main()
