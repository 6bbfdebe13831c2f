"""Reads the lists and mappings that a Python file spells out, without running any of it."""

from __future__ import annotations

import ast
import re
import warnings
from typing import TYPE_CHECKING, NamedTuple

from pytest_modelgate.claims import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

# A syntax tree takes some 500 bytes for each of these, so this many take half a gigabyte.
_PIECES = 1_000_000
_PIECE = re.compile(rb"\w+|[^\s\w]")


class Listed(NamedTuple):
    """The texts that a type allows, under the name of what has the type, with the docstring that follows."""

    name: str
    texts: tuple[str, ...]
    doc: str


def parse(source: bytes, shown: str) -> ast.Module:
    """The syntax tree of a file. Raises UnreadableError for what is no Python, or too large or deep to be looked at."""
    if sum(1 for _ in _PIECE.finditer(source)) > _PIECES:
        raise UnreadableError(f"{shown} is larger than any list of models")
    try:
        with warnings.catch_warnings():
            # The parser warns of odd escapes in words of the file, which are nobody's to read.
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except (SyntaxError, ValueError) as error:
        raise UnreadableError(f"{shown} is no Python that can be read") from error
    except (RecursionError, MemoryError) as error:
        # Which of the two the parser raises for what nests too deep depends on where it nests.
        raise UnreadableError(f"{shown} nests deeper than any list of models") from error


def listed(tree: ast.Module) -> Iterator[Listed]:
    """Every assignment or annotation, of the module or of a class in it, whose type holds a Literal of texts."""
    for body in (tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))):
        for statement, following in zip(body, (*body[1:], None), strict=True):
            name, kind = _typed(statement)
            texts = tuple(dict.fromkeys(_literals(kind))) if name and kind is not None else ()
            if texts:
                yield Listed(name, texts, _text(following.value) if isinstance(following, ast.Expr) else "")


def mapping(tree: ast.Module, name: str) -> dict[str, str] | None:
    """The texts that the module's mapping of this name holds by text; None when it has no such mapping."""
    for statement in tree.body:
        found, value = _typed(statement, annotation=False)
        if found == name and isinstance(value, ast.Dict):
            pairs = zip(value.keys, value.values, strict=True)
            return {_text(key): _text(one) for key, one in pairs if _text(key) and _text(one)}
    return None


def calls(tree: ast.AST, name: str) -> Iterator[dict[str, ast.expr]]:
    """The named arguments of each call of a bare name, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}


def text(node: ast.expr | None) -> str:
    """The text that an expression spells out; empty when it does not."""
    return _text(node)


def _typed(statement: ast.stmt, *, annotation: bool = True) -> tuple[str, ast.expr | None]:
    """What a statement names, and the expression that holds its type or value."""
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return statement.target.id, statement.value or (statement.annotation if annotation else None)
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id, statement.value
    return "", None


def _literals(kind: ast.expr) -> Iterator[str]:
    for node in ast.walk(kind):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
            members = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            yield from (found for found in map(_text, members) if found)


def _text(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
