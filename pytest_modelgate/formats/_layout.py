"""Words, colours and line ends that the formats for people share."""

from __future__ import annotations

import os
import posixpath
from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import visible_path

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_modelgate.kinds import Style

BOLD = "1"
DIM = "2"
RED = "1;31"
GREEN = "1;32"
YELLOW = "33"
CYAN = "36"


def paint(text: str, colour: str, style: Style) -> str:
    """The text in a colour where the style has colours, else as it is."""
    return f"\x1b[{colour}m{text}\x1b[0m" if style.colour and text else text


def relative(root: Path, here: Path) -> str:
    """The way from `here` to `root`, with `/` between the parts; `root` itself where there is no way."""
    try:
        way = os.path.relpath(root, here)
    except ValueError:
        way = str(root)
    return way.replace(os.sep, "/")


def from_here(path: str, style: Style) -> str:
    """The report's path as the reader can open it from where they stand."""
    return path if style.root == "." else posixpath.normpath(posixpath.join(style.root, path))


def where(path: str, style: Style, *place: int | None) -> str:
    """The report's path as the reader can open it, with line and column where they are known, safe to print."""
    return ":".join([visible_path(from_here(path, style)), *(str(number) for number in place if number is not None)])


def wrapped(text: str, style: Style, indent: str = "") -> list[str]:
    """The text in lines that fit the terminal, whole words only; in one line where nobody watches."""
    if style.width is None:
        return [indent + text]
    import textwrap

    return textwrap.wrap(
        text,
        # A terminal narrower than this breaks lines by itself better than we would.
        max(style.width, 40),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def count(number: int, noun: str) -> str:
    """The number with its noun: `1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
