"""Words, colours and line ends that the formats for people share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
