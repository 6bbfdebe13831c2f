"""How deeply a file must be read: which literals and calls can matter, and whether a verdict hangs on their context."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.languages.python.literals import Literal, Parsed

LONGEST = 200
"""Characters beyond which a literal is prose, whatever it holds."""


def candidates(parsed: Parsed, lexicon: Lexicon) -> set[int]:
    """The numbers of the literals that are an id, or may be part of one."""
    return {literal.number for literal in parsed.literals if _may_matter(literal, lexicon)}


def joined(parsed: Parsed) -> set[int]:
    """The numbers of the literals that `+`, `%`, `.format()` or `.join()` make part of another text."""
    found: set[int] = set()
    for node in ast.walk(parsed.tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
            parts: list[ast.expr] = [node.left, node.right]
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("join", "format")
        ):
            parts = [node.func.value]
            if node.func.attr == "join" and node.args and isinstance(node.args[0], ast.List | ast.Tuple):
                parts += node.args[0].elts
        else:
            continue
        found.update(parsed.numbers[part] for part in parts if part in parsed.numbers)
    return found


def needs_context(parsed: Parsed, lexicon: Lexicon, wanted: Set[int], calls: Set[str]) -> bool:
    """Whether any verdict on the file can depend on how its strings are used.

    It cannot when every id is settled, none is put together from parts, and no call of a name in `calls` is given a
    model that is anything but a settled literal.
    """
    for number in wanted:
        literal = parsed.literals[number]
        if literal.value is None or literal.joined or not lexicon.is_settled(literal.value):
            return True
    if not wanted.isdisjoint(joined(parsed)):
        return True
    return any(
        isinstance(node, ast.Call) and _name(node.func) in calls and not _is_settled(node, parsed, lexicon)
        for node in ast.walk(parsed.tree)
    )


def call_names(lexicon: Lexicon) -> frozenset[str]:
    """The last names of every call and client that is known to take a model."""
    return frozenset(
        name
        for framework in lexicon.frameworks
        for name in (
            *(call.path.rpartition(".")[2] for call in (*framework.calls, *framework.functions)),
            *(client.name for client in framework.clients if client.arguments),
        )
    )


def _may_matter(literal: Literal, lexicon: Lexicon) -> bool:
    texts = [literal.value] if literal.value is not None else [part for part in literal.parts if isinstance(part, str)]
    return any(
        text in lexicon.words
        or (
            len(text) <= LONGEST
            and any(word in text.lower() for word in lexicon.stems)
            and not _is_prose(text, lexicon)
        )
        for text in texts
    )


def _is_prose(text: str, lexicon: Lexicon) -> bool:
    """Whether a text with white space is no id; a misspelt one may hold a space."""
    return len(text.split()) > 1 and not lexicon.is_id(text)


def _is_settled(call: ast.Call, parsed: Parsed, lexicon: Lexicon) -> bool:
    """Whether all that a call is given by name or place is a settled literal or no text at all."""
    values = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg in (None, *_ARGUMENTS))]
    for value in values:
        number = parsed.numbers.get(value)
        text = parsed.literals[number].value if number is not None else None
        if text is None or not lexicon.is_settled(text):
            return False
    return True


_ARGUMENTS = ("model", "model_name", "model_id", "engine", "deployment_id", "llm")


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
