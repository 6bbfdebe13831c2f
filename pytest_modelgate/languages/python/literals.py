"""The string literals of a Python file with their values and exact places, found with the standard library's `ast`."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from pytest_modelgate.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_DEPTH = 300
"""Nesting beyond which a file is not read in context: each level takes a few calls of functions inside each other."""

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


@dataclass(frozen=True)
class Parsed:
    """A file's text with its newlines made line feeds, its tree, and the offset at which each line begins."""

    text: str
    tree: ast.Module
    lines: tuple[int, ...]
    _texts: dict[str, bool] = field(default_factory=dict)

    def gives_text(self, name: str) -> bool:
        """Whether anything called `name` may be given a text: by the look of its lines, more often than is so."""
        if name not in self._texts:
            word = rf"\b{re.escape(name)}\b"
            given = rf"""{word}["'\]]*(?:[ \t]*,[ \t]*[\w.]+)*[ \t]*(?::[^=\n]*)?=(?!=)[^\n]*["'(\[{{]"""
            # A name that is given to itself is given no text by that.
            self._texts[name] = False
            self._texts[name] = re.search(rf"{given}|\bfor\b[^:\n]*{word}[^:\n]*\bin\b", self.text) is not None or any(
                self.gives_text(other.rpartition(".")[2])
                for other in re.findall(rf"{word}[ \t]*(?::[^=\n]*)?=[ \t]*([\w.]+)[ \t]*$", self.text, re.MULTILINE)
            )
        return self._texts[name]

    @property
    def speaks_of_azure(self) -> bool:
        """Whether the file makes a client of OpenAI's and speaks of Azure, so that the two may not fit."""
        return "OpenAI(" in self.text and ("zure" in self.text or "AZURE" in self.text)

    @cached_property
    def from_elsewhere(self) -> frozenset[str]:
        """The names that the module imports, and those that it gives to what these make."""
        names: set[str] = set()
        waiting = list(reversed(self.tree.body))
        while waiting:
            node = waiting.pop()
            if isinstance(node, ast.Import | ast.ImportFrom):
                names |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.If | ast.Try):
                waiting += reversed(node.body)
            elif isinstance(node, ast.Assign):
                maker = node.value
                while isinstance(maker, ast.Call | ast.Attribute | ast.Subscript):
                    maker = maker.func if isinstance(maker, ast.Call) else maker.value
                if isinstance(maker, ast.Name) and maker.id in names:
                    names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        return frozenset(names)

    def source(self, node: ast.expr) -> str:
        """An expression as the file spells it."""
        span = self.span(node)
        start, end = self.lines[span.line - 1] + span.column, self.lines[span.end_line - 1] + span.end_column
        return self.text[start - 1 : end - 1]

    def span(self, node: ast.expr) -> Span:
        """The place of an expression."""
        first, last = self.line(node.lineno), self.line(node.end_lineno or node.lineno)
        return Span(
            line=node.lineno,
            column=_characters(first, node.col_offset) + 1,
            end_line=node.end_lineno or node.lineno,
            end_column=_characters(last, node.end_col_offset or 0) + 1,
        )

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its newline."""
        return self.text[self.lines[number - 1] : self.lines[number] - 1]


def parse(text: str) -> Parsed:
    """A Python source, with line feeds for newlines, as `ast` sees it.

    Raises UnreadableError when the text is no Python of the running version, or nests deeper than `ast` reads.
    """
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
    lines = [0]
    for line in text.split("\n"):
        lines.append(lines[-1] + len(line) + 1)
    return Parsed(text=text, tree=tree, lines=tuple(lines))


class Literals:
    """The literals of some nodes of a file, numbered in order of place."""

    def __init__(self, parsed: Parsed, nodes: Iterable[ast.AST]) -> None:
        """Raises UnreadableError when the nodes nest too deeply to be read in context."""
        self.parsed = parsed
        self.numbers: dict[ast.AST, int] = {}
        self.joined: set[int] = set()
        """The numbers of literals that `+`, `%`, `.format()` or `.join()` make part of another text."""
        self.calls: list[ast.Call] = []
        strings, joins = self._walk(nodes)
        strings.sort(key=lambda node: (node.lineno, node.col_offset))
        self.all = tuple(_literal(number, node, parsed) for number, node in enumerate(strings))
        self.numbers.update((node, number) for number, node in enumerate(strings))
        self.joined.update(self.numbers[part] for part in joins if part in self.numbers)

    def text_of(self, node: ast.AST) -> str | None:
        """The value of a node that is a string; None for an f-string with holes and for anything else."""
        number = self.numbers.get(node)
        return None if number is None else self.all[number].value

    def source_of(self, number: int) -> str:
        """A literal as the file spells it, quotes included."""
        return self.parsed.text[self.all[number].start : self.all[number].end]

    def _walk(self, nodes: Iterable[ast.AST]) -> tuple[list[ast.expr], list[ast.expr]]:
        """Every string expression, and those that are parts of joins.

        What is inside an f-string is left alone: its positions are wrong before Python 3.12.
        """
        strings: list[ast.expr] = []
        joins: list[ast.expr] = []
        stack = [(node, 0) for node in nodes]
        while stack:
            node, depth = stack.pop()
            kind: type = type(node)
            if kind is ast.Constant:
                if isinstance(node.value, str):  # type: ignore[attr-defined] # kind says it is a Constant
                    strings.append(node)  # type: ignore[arg-type]
                continue
            if kind in _TEMPLATES:
                strings.append(node)  # type: ignore[arg-type]
                continue
            if depth > MAX_DEPTH:
                raise UnreadableError("nested too deeply to be read in context", getattr(node, "lineno", None))
            if isinstance(node, ast.BinOp):
                joins += (node.left, node.right)
            elif isinstance(node, ast.Call):
                self.calls.append(node)
                joins += _join_parts(node)
            depth += 1
            for name in _fields(kind):
                child = getattr(node, name)
                if type(child) is list:
                    stack += [(item, depth) for item in child if isinstance(item, ast.AST)]
                elif isinstance(child, ast.AST):
                    stack.append((child, depth))
        return strings, joins


def _join_parts(call: ast.Call) -> list[ast.expr]:
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in ("join", "format"):
        return []
    parts = [call.func.value]
    if call.func.attr == "join" and call.args and isinstance(call.args[0], ast.List | ast.Tuple):
        parts += call.args[0].elts
    return parts


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a node that can hold others; names, operators and contexts cannot hold text."""
    return tuple(
        name
        for name in getattr(kind, "_fields", ())
        if name not in ("ctx", "op", "ops", "id", "attr", "arg", "names", "lineno")
    )


def newlines_as_line_feeds(text: str) -> str:
    """The text with every newline one line feed. Lines and columns stay what they were."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _literal(number: int, node: ast.expr, parsed: Parsed) -> Literal:
    text = parsed.text
    end_line, end_offset = node.end_lineno, node.end_col_offset
    assert end_line is not None and end_offset is not None  # noqa: S101 - ast.parse always sets them
    first_column = _characters(parsed.line(node.lineno), node.col_offset)
    last_column = _characters(parsed.line(end_line), end_offset)
    start, end = parsed.lines[node.lineno - 1] + first_column, parsed.lines[end_line - 1] + last_column
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
