"""Rewrites the golden files: `python -m tests.golden.regenerate`."""

from __future__ import annotations

from pathlib import Path

from tests.golden.sample import SHEETS

HERE = Path(__file__).parent


def regenerate() -> None:
    """Writes what each sheet is now; read the difference before you keep it."""
    for name, sheet in SHEETS.items():
        (HERE / f"{name}.txt").write_text(sheet(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    regenerate()
