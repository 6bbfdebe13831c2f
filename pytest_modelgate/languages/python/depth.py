"""How deeply a file must be read: which literals may be ids, and whether a verdict hangs on how they are used."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from pytest_modelgate.languages.python.knowledge import knowledge

if TYPE_CHECKING:
    from collections.abc import Set

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.languages.python.literals import Literal, Literals

_LONGEST = 200
"""Characters beyond which a literal is prose, whatever it holds."""


def candidates(literals: Literals, lexicon: Lexicon) -> list[Literal]:
    """The literals that are an id, or may be part of one, in order of place."""
    return [literal for literal in literals.all if _may_matter(literal, lexicon)]


def needs_context(literals: Literals, lexicon: Lexicon, aliases: Set[str]) -> bool:
    """Whether any verdict can depend on how the strings are used.

    It cannot when every id is settled, none is put together from parts, no known call is given a model that the file
    or what it imports may say, none is of an API that ends, and nothing speaks of Azure, whose clients can be wrong.
    """
    for literal in candidates(literals, lexicon):
        if literal.value is None or literal.number in literals.joined or literal.value in lexicon.words:
            return True
        if not lexicon.is_id(literal.value) or not lexicon.is_settled(literal.value):
            return True
    return any(matters(call, literals, lexicon, aliases, deep=False) for call in literals.calls)


def matters(call: ast.Call, literals: Literals, lexicon: Lexicon, aliases: Set[str], *, deep: bool) -> bool:
    """Whether a call is known, and may be given a model by this file or by what it imports, or is of an API that ends.

    With `deep`, whether it is given any. `aliases` are other names by which the file calls what it imports.
    """
    known = knowledge(lexicon)
    ends = {end for each in (call.func, *call.args[:1]) for end in _ends(each)}
    if ends.isdisjoint(known.call_ends) and ends.isdisjoint(known.names) and ends.isdisjoint(aliases):
        return False
    if not ends.isdisjoint(known.ended):
        return True
    for keyword in call.keywords:
        if keyword.arg in known.arguments and (deep or _may_be_text(keyword.value, literals)):
            return True
        # What is splatted may hold any of them.
        if keyword.arg is None and re.search(r"""["'](?:model|engine)|\bdict\(""", literals.parsed.text):
            return True
    if ends.isdisjoint(known.positional) and ends.isdisjoint(aliases):
        return False
    return any(
        deep or literals.numbers.get(arg) is not None or _may_be_imported(arg, literals) for arg in call.args[:1]
    )


def _ends(node: ast.expr) -> tuple[str, ...]:
    """How a callee reads at its end: its last name, and that with what comes before it."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute):
        before = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
        return node.attr, f"{before}.{node.attr}"
    return ()


def _may_be_text(node: ast.expr, literals: Literals) -> bool:
    if literals.parsed.speaks_of_azure or _may_be_imported(node, literals):
        return True
    while isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Name | ast.Attribute):
        return literals.parsed.gives_text(node.attr if isinstance(node, ast.Attribute) else node.id)
    return any(literals.numbers.get(part) is not None or _may_be_imported(part, literals) for part in ast.walk(node))


def _may_be_imported(node: ast.AST, literals: Literals) -> bool:
    """Whether a name, or what an attribute is of, is imported or made by something that is."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return isinstance(node, ast.Name) and node.id in literals.parsed.from_elsewhere


def _may_matter(literal: Literal, lexicon: Lexicon) -> bool:
    texts = [literal.value] if literal.value is not None else [part for part in literal.parts if isinstance(part, str)]
    return any(text in lexicon.words or (len(text) <= _LONGEST and lexicon.stems.within(text)) for text in texts)
