"""The string literals of a Python file with their values and exact places, found with the standard library's `ast`."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 300
"""Nesting beyond which no parser but `ast` is given a file: libcst overruns the C stack on input that `ast` takes."""

_SINGLE_TOKEN = re.compile(
    r"""(?P<prefix>[A-Za-z]{0,2})(?:
        (?P<triple>\"{3}|'{3})(?:(?!(?P=triple))[^\\]|\\.)*(?P=triple)
      | (?P<quote>["'])(?:(?!(?P=quote))[^\\\n]|\\.)*(?P=quote)
    )""",
    re.VERBOSE | re.DOTALL,
)
_OPENING = re.compile(r"""[A-Za-z]{0,2}(\"{3}|'{3}|"|')""")
_TEMPLATES = tuple(kind for kind in (ast.JoinedStr, getattr(ast, "TemplateStr", None)) if kind is not None)


class UnreadableError(Exception):
    """A file that `ast` cannot parse, or nests deeper than is safe; `line` is 1-based where it is known."""

    def __init__(self, reason: str, line: int | None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


@dataclass(frozen=True, slots=True)
class Literal:
    """One string expression: a literal, an implicit join of literals, or an f-string."""

    number: int
    start: int
    end: int
    """Offsets of the whole expression, quotes included, in the text with its newlines made line feeds."""
    span: Span
    value: str | None
    """The value; None for an f-string with holes."""
    plain: bool
    """Whether the span, cut from the file, is the value: one token without escapes."""
    joined: bool
    opening_column: int
    """The 1-based column of the expression's first character."""
    parts: tuple[str | ast.expr, ...] = ()
    """The fixed texts and the holes of an f-string, in order."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's text with its newlines made line feeds, its tree, and its literals in order of place."""

    text: str
    tree: ast.Module
    literals: tuple[Literal, ...]
    numbers: dict[ast.AST, int]
    """The number of the literal that a node of the tree stands for."""


def parse(text: str) -> Parsed:
    """The literals of a Python source, their spans in characters of `text`.

    Raises UnreadableError when the text is no Python of the running version, or nests too deeply to be read safely.
    """
    text = newlines_as_line_feeds(text)
    try:
        with warnings.catch_warnings():
            # Odd escapes in scanned code are its authors' affair.
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except SyntaxError as error:
        raise UnreadableError(f"not valid Python ({error.msg})", error.lineno) from error
    except ValueError as error:
        raise UnreadableError(f"not valid Python ({error})", None) from error
    except (RecursionError, MemoryError) as error:
        raise UnreadableError("nested too deeply to be parsed", None) from error
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    literals: list[Literal] = []
    numbers: dict[ast.AST, int] = {}
    for number, node in enumerate(sorted(_string_nodes(tree), key=lambda node: (node.lineno, node.col_offset))):
        numbers[node] = number
        literals.append(_literal(number, node, text, lines, starts))
    return Parsed(text=text, tree=tree, literals=tuple(literals), numbers=numbers)


def newlines_as_line_feeds(text: str) -> str:
    """The text with every newline one line feed. Lines and columns stay what they were."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _string_nodes(tree: ast.Module) -> Iterator[ast.expr]:
    """Every string expression, none from inside an f-string, whose own positions are wrong before Python 3.12."""
    stack: list[tuple[ast.AST, int]] = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                yield node
            continue
        if isinstance(node, _TEMPLATES):
            assert isinstance(node, ast.expr)  # noqa: S101 - tells the type checker what _TEMPLATES holds
            yield node
            continue
        if depth > MAX_DEPTH:
            raise UnreadableError("nested too deeply to be read in context", getattr(node, "lineno", None))
        stack.extend((child, depth + 1) for child in ast.iter_child_nodes(node))


def _literal(number: int, node: ast.expr, text: str, lines: list[str], starts: list[int]) -> Literal:
    end_line, end_offset = node.end_lineno, node.end_col_offset
    assert end_line is not None and end_offset is not None  # noqa: S101 - ast.parse always sets them
    first_column = _characters(lines[node.lineno - 1], node.col_offset)
    last_column = _characters(lines[end_line - 1], end_offset)
    start, end = starts[node.lineno - 1] + first_column, starts[end_line - 1] + last_column
    opening = _OPENING.match(text, start)
    assert opening is not None  # noqa: S101 - a string expression begins with a prefix and a quote
    lead = opening.end() - start
    tail = 3 if text.startswith(('"""', "'''"), end - 3) and end - 3 >= opening.end() else 1
    value = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
    parts = () if isinstance(node, ast.Constant) else tuple(_parts(node))
    if value is None and all(isinstance(part, str) for part in parts):
        value = "".join(part for part in parts if isinstance(part, str))
    plain = value is not None and text[start + lead : end - tail] == value
    return Literal(
        number=number,
        start=start,
        end=end,
        span=Span(
            line=node.lineno, column=first_column + lead + 1, end_line=end_line, end_column=last_column - tail + 1
        ),
        value=value,
        plain=plain,
        joined=not plain and _SINGLE_TOKEN.fullmatch(text, start, end) is None,
        opening_column=first_column + 1,
        parts=parts,
    )


def _parts(node: ast.expr) -> Iterator[str | ast.expr]:
    for part in getattr(node, "values", ()):
        if isinstance(part, ast.Constant):
            yield str(part.value)
        elif isinstance(part, ast.FormattedValue) and part.conversion in (-1, ord("s")) and part.format_spec is None:
            yield str(part.value.value) if isinstance(part.value, ast.Constant) else part.value
        else:
            # What a conversion or a format makes of a value is not followed.
            yield ast.Constant(value=...)


def _characters(line: str, offset: int) -> int:
    """A UTF-8 byte offset, as `ast` counts, in characters."""
    return offset if line.isascii() else len(line.encode()[:offset].decode(errors="replace"))
