"""How deeply a file must be read: which literals may be ids, and whether a verdict hangs on how they are used."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.languages.python.literals import Literal, Literals

_LONGEST = 200
"""Characters beyond which a literal is prose, whatever it holds."""
_ARGUMENTS = frozenset({"model", "model_name", "model_id", "engine", "deployment_id", "azure_deployment", "llm"})


def candidates(literals: Literals, lexicon: Lexicon) -> list[Literal]:
    """The literals that are an id, or may be part of one, in order of place."""
    return [literal for literal in literals.all if _may_matter(literal, lexicon)]


def needs_context(literals: Literals, lexicon: Lexicon, aliases: Set[str]) -> bool:
    """Whether any verdict can depend on how the strings are used.

    It cannot when every id is settled, none is put together from parts, and no call is given a model by a text that
    is not settled.
    """
    for literal in candidates(literals, lexicon):
        if literal.value is None or literal.number in literals.joined or literal.value in lexicon.words:
            return True
        if lexicon.is_id(literal.value) and not lexicon.is_settled(literal.value):
            return True
    return any(names_by_text(call, literals, lexicon, aliases) for call in literals.calls)


@lru_cache(maxsize=1)
def call_names(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """How the ends of known calls read: methods with what comes before them, `completions.create`; plain names."""
    names = {client.name for each in lexicon.frameworks for client in each.clients if client.arguments}
    methods: set[str] = set()
    for framework in lexicon.frameworks:
        on_clients = {call.path for call in framework.calls}
        for path in (*on_clients, *(call.path for call in framework.functions)):
            before, _, last = path.rpartition(".")
            owner = before.rpartition(".")[2]
            if owner and owner not in framework.modules:
                methods.add(f"{owner}.{last}")
            # What a module holds can be imported by its own name; what a class or a client holds cannot.
            if not owner or (path not in on_clients and owner.islower() and path.partition(".")[2] not in on_clients):
                names.add(last)
    return frozenset(methods), frozenset(names)


def names_by_text(call: ast.Call, literals: Literals, lexicon: Lexicon, aliases: Set[str]) -> bool:
    """Whether a call that is known to take a model may be given it by a text of this file that is not settled.

    `aliases` are other names by which the file calls what it imports.
    """
    if not any(_is_known(each, lexicon, aliases) for each in (call.func, *call.args[:1])):
        return False
    for keyword in call.keywords:
        if keyword.arg in _ARGUMENTS and _may_be_text(keyword.value, literals, lexicon):
            return True
        # What is splatted may hold any of them.
        if keyword.arg is None and re.search(r"""["'](?:model|engine)|\bdict\(""", literals.parsed.text):
            return True
    return any(_is_open_text(arg, literals, lexicon) for arg in call.args[:1])


def _is_known(node: ast.expr, lexicon: Lexicon, aliases: Set[str]) -> bool:
    methods, names = call_names(lexicon)
    if isinstance(node, ast.Attribute):
        before = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
        return node.attr in names or f"{before}.{node.attr}" in methods
    return isinstance(node, ast.Name) and (node.id in names or node.id in aliases)


def _may_be_text(node: ast.expr, literals: Literals, lexicon: Lexicon) -> bool:
    if isinstance(node, ast.Name | ast.Attribute):
        name = node.attr if isinstance(node, ast.Attribute) else node.id
        return literals.parsed.gives_text(name)
    return any(_is_open_text(part, literals, lexicon) for part in ast.walk(node))


def _is_open_text(node: ast.AST, literals: Literals, lexicon: Lexicon) -> bool:
    number = literals.numbers.get(node)
    if number is None:
        return False
    text = literals.all[number].value
    return text is None or not lexicon.is_settled(text)


def _may_matter(literal: Literal, lexicon: Lexicon) -> bool:
    texts = [literal.value] if literal.value is not None else [part for part in literal.parts if isinstance(part, str)]
    return any(text in lexicon.words or (len(text) <= _LONGEST and lexicon.stems.within(text)) for text in texts)
