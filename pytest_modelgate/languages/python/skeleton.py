"""The part of a file that a verdict hangs on, as short source in which every string is replaced by its number.

libcst costs ten to fifty times what `ast` costs, so it is given only the units that matter, with prose taken out.
The numbers lead from its tree back to the exact places that `ast` knows.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pytest_modelgate.languages.python.literals import Literal, Literals
    from pytest_modelgate.languages.python.units import Unit

_OPENING = re.compile(r"[ \t]*\(")
_SPACES = str.maketrans("01", " \t")
_DIGITS = str.maketrans(" \t", "01")

F_STRING = "__f_string__"
"""The call that stands for an f-string with holes: its number, then its holes, `...` for what no name fills."""


def skeleton(units: Iterable[Unit], literals: Literals) -> str:
    """The source of the units, in order, with a number for every string, and for every call in the space behind it."""
    text = literals.parsed.text
    pieces: list[str] = []
    waiting = iter(sorted([*_numbered_strings(literals), *_numbered_calls(literals)]))
    change = next(waiting, None)
    for unit in units:
        at = unit.start
        while change is not None and change[0] < unit.end:
            start, end, stand_in = change
            pieces += (text[at:start], stand_in)
            at = end
            change = next(waiting, None)
        pieces.append(text[at : unit.end])
        if not pieces[-1].endswith("\n"):
            pieces.append("\n")
    return "".join(pieces)


def call_number(space: str) -> int | None:
    """The number of a call by the space behind its callee, or None for what is no such number."""
    return int(space.translate(_DIGITS), 2) if space.startswith("\t") else None


def _numbered_strings(literals: Literals) -> Iterator[tuple[int, int, str]]:
    for literal in literals.all:
        yield literal.start, literal.end, _stand_in(literal)


def _numbered_calls(literals: Literals) -> Iterator[tuple[int, int, str]]:
    """The calls in binary, as tabs and spaces, which no parser minds and libcst keeps."""
    for number, call in enumerate(literals.calls, 1):
        start = literals.parsed.end_of(call.func)
        opening = _OPENING.match(literals.parsed.text, start)
        if opening is not None:
            yield start, opening.end() - 1, f"{number:b}".translate(_SPACES)


def _stand_in(literal: Literal) -> str:
    if literal.value is not None:
        return f'"{literal.number}"'
    holes = (
        ast.unparse(part) if isinstance(part, ast.Name | ast.Attribute) else "..."
        for part in literal.parts
        if not isinstance(part, str)
    )
    return f'{F_STRING}("{literal.number}", {", ".join(holes)})'
