"""The part of a file that a verdict hangs on, as short source in which every string is replaced by its number.

libcst costs ten to fifty times what `ast` costs, so it is given only the units that matter, with prose taken out.
The numbers lead from its tree back to the exact places that `ast` knows.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pytest_modelgate.languages.python.literals import Literal, Literals
    from pytest_modelgate.languages.python.units import Unit

F_STRING = "__f_string__"
"""The call that stands for an f-string with holes: its number, then its holes, `...` for what no name fills."""


def skeleton(units: Iterable[Unit], literals: Literals) -> str:
    """The source of the units, in order, with a number for every string."""
    text = literals.parsed.text
    pieces: list[str] = []
    waiting = iter(literals.all)
    literal = next(waiting, None)
    for unit in units:
        at = unit.start
        while literal is not None and literal.start < unit.end:
            pieces += (text[at : literal.start], _stand_in(literal))
            at = literal.end
            literal = next(waiting, None)
        pieces.append(text[at : unit.end])
        if not pieces[-1].endswith("\n"):
            pieces.append("\n")
    return "".join(pieces)


def _stand_in(literal: Literal) -> str:
    if literal.value is not None:
        return f'"{literal.number}"'
    holes = (
        ast.unparse(part) if isinstance(part, ast.Name | ast.Attribute) else "..."
        for part in literal.parts
        if not isinstance(part, str)
    )
    return f'{F_STRING}("{literal.number}", {", ".join(holes)})'
