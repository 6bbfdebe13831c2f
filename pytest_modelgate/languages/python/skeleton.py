"""The part of a file that a verdict hangs on, as short source in which every string is replaced by its number.

libcst costs ten to fifty times what `ast` costs, so it is given only the top-level statements that hold a candidate
and those they refer to, with prose taken out. Numbers lead from its tree back to the exact places that `ast` knows.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from pytest_modelgate.languages.python.literals import Literal, Parsed

F_STRING = "__f_string__"
"""The call that stands for an f-string with holes: its number, then its holes, `...` for what no name fills."""


def skeleton(parsed: Parsed, wanted: Set[int], calls: Set[str]) -> str:
    """Source of the statements with literals numbered in `wanted` or with `calls` by name, and what they refer to."""
    statements = list(_groups(parsed.tree.body, parsed.text))
    chosen = _chosen([nodes for nodes, _, _ in statements], parsed, wanted, calls)
    statements = [statement for index, statement in enumerate(statements) if index in chosen]
    pieces: list[str] = []
    literals = iter(parsed.literals)
    literal = next(literals, None)
    for _, start, end in statements:
        at = start
        while literal is not None and literal.start < end:
            if literal.start >= start:
                pieces += (parsed.text[at : literal.start], _stand_in(literal))
                at = literal.end
            literal = next(literals, None)
        pieces += (parsed.text[at:end], "\n")
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


def _groups(body: list[ast.stmt], text: str) -> Iterator[tuple[list[ast.stmt], int, int]]:
    """The top-level statements with their start and end offsets, whole lines; those that share a line together."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    group: list[ast.stmt] = []
    first = last = 0
    for node in body:
        begin = min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", ()))])
        end = node.end_lineno or node.lineno
        if group and begin <= last:
            group.append(node)
            last = max(last, end)
            continue
        if group:
            yield group, starts[first - 1], starts[last] - 1
        group, first, last = [node], begin, end
    if group:
        yield group, starts[first - 1], min(starts[last] - 1, len(text))


def _chosen(groups: list[list[ast.stmt]], parsed: Parsed, wanted: Set[int], calls: Set[str]) -> set[int]:
    """The indices of the groups that hold what is wanted, bind a name that these use, or use a name that they bind."""
    names = [_names(group, parsed) for group in groups]
    functions = [isinstance(group[0], ast.FunctionDef | ast.AsyncFunctionDef) for group in groups]
    holding = {index for index, each in enumerate(names) if not wanted.isdisjoint(each.literals)}
    followed = {name for index in holding if not functions[index] for name in names[index].bound}
    chosen = holding | {
        index for index, each in enumerate(names) if not (calls | followed).isdisjoint(each.loaded) or each.imports
    }
    waiting = list(chosen)
    while waiting:
        needed = names[waiting.pop()].loaded
        for index, each in enumerate(names):
            # What a function returns is not followed, so its body would be read for nothing.
            if index not in chosen and not functions[index] and not needed.isdisjoint(each.bound):
                chosen.add(index)
                waiting.append(index)
    return chosen


@dataclass(slots=True)
class _Names:
    """What some statements hold: literals, names and attributes they load, names they bind at the top level."""

    literals: set[int] = field(default_factory=set)
    loaded: set[str] = field(default_factory=set)
    bound: set[str] = field(default_factory=set)
    imports: bool = False


def _names(group: list[ast.stmt], parsed: Parsed) -> _Names:
    names = _Names(imports=all(isinstance(node, ast.Import | ast.ImportFrom) for node in group))
    stack: list[tuple[ast.AST, bool]] = [(node, True) for node in group]
    while stack:
        node, outer = stack.pop()
        number = parsed.numbers.get(node)
        if number is not None:
            names.literals.add(number)
        if isinstance(node, ast.Name):
            if not isinstance(node.ctx, ast.Store):
                names.loaded.add(node.id)
            elif outer:
                names.bound.add(node.id)
        elif isinstance(node, ast.Attribute):
            names.loaded.add(node.attr)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if outer:
                names.bound.add(node.name)
            outer = False
        elif isinstance(node, ast.alias) and outer:
            names.bound.add((node.asname or node.name).partition(".")[0])
        stack.extend((child, outer) for child in ast.iter_child_nodes(node))
    return names
