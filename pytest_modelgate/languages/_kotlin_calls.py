"""What Kotlin's calls are given: arguments, and assignments in a block behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import call_of, named
from pytest_modelgate.grammars.shapes import Argument, Call, Either, Member, Name, Through
from pytest_modelgate.languages import _jvm

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax

_RUNS = frozenset(
    "forEach forEachIndexed let run also map mapNotNull mapIndexed filter flatMap launch async runBlocking use repeat"
    " synchronized withContext coroutineScope supervisorScope runTest runCatching onSuccess onFailure getOrElse"
    " getOrPut onEach collect takeIf takeUnless associateWith associateBy groupBy any all none find first remember"
    " LaunchedEffect setOnClickListener thread timer measureTimeMillis lazy ifEmpty ifBlank fold reduce".split()
)
"""Functions whose block only runs, so that what is assigned in it is given to nobody else."""
_ANSWERING = frozenset({"ifEmpty", "ifBlank", "getOrElse", "orElseGet"})
"""Functions that answer with what their block gives where there is nothing else."""
_GIVING = frozenset({"lazy", "run", "runCatching", "runBlocking", "let", "withContext"})
"""Functions that answer with what their block gives."""


def plain(node: Node) -> Argument:
    """An argument without a name."""
    return Argument(node)


def arguments(tree: Syntax, node: Node | None) -> tuple[Argument, ...]:
    """The arguments that stand in a list of them."""
    return tuple(each for child in named(node) if (each := _argument(tree, child)) is not None)


def _argument(tree: Syntax, node: Node) -> Argument | None:
    inner = named(node)
    if not inner:
        return None
    if any(child.type == "=" for child in node.children) and len(inner) > 1:
        return Argument(inner[-1], tree.text(inner[0]))
    if inner[0].type == "spread_expression" and named(inner[0]):
        return Argument(named(inner[0])[0], spread=True)
    return Argument(inner[0])


def call(tree: Syntax, node: Node) -> Shape | None:
    """A call with what its block assigns: `request { model = "x" }` gives what `request(model = "x")` does."""
    inner = named(node)
    if not inner:
        return None
    callee, block = inner[0], _block(node)
    above = tree.parent(node)
    if callee.type == "call_expression" and block is not None and not _listed(node):
        # `request(a) { b = c }` is a call around a call.
        callee, given = named(callee)[0], arguments(tree, _listed(callee))
    else:
        given = arguments(tree, _listed(node))
        if block is None and above is not None and above.type == "call_expression" and not _listed(above):
            first = named(above)[:1]
            block = _block(above) if first and first[0].id == node.id else None
    made = call_of(tree, callee, given)
    last = _jvm.last_of(block)
    if last is not None and made.of is not None and made.name in _ANSWERING:
        return Either((made.of, last), fallback=True)
    if last is not None and made.name in _GIVING:
        return Through(last)
    if made.name not in _RUNS:
        given += tuple(_assigned(tree, block))
    makes = made.of is None and made.name[:1].isupper() and made.name != "ModelId"
    return _jvm.call(tree, made.of, made.name, given, makes=makes)


def _listed(node: Node) -> Node | None:
    return next((each for each in named(node) if each.type == "value_arguments"), None)


def _block(node: Node) -> Node | None:
    """The block behind a call."""
    holding = next((each for each in named(node) if each.type == "annotated_lambda"), None)
    return next((each for each in named(holding) if each.type == "lambda_literal"), None)


def _assigned(tree: Syntax, block: Node | None) -> list[Argument]:
    found: list[Argument] = []
    for each in named(block):
        target = each.child_by_field_name("left") if each.type == "assignment" else None
        value = each.child_by_field_name("right") if target is not None else None
        if target is not None and value is not None and target.type == "identifier":
            found.append(Argument(value, tree.text(target)))
    return found


def builds(tree: Syntax, node: Node) -> bool:
    """Whether an assignment is given to the call whose block it stands in."""
    target, block = node.child_by_field_name("left"), tree.parent(node)
    if target is None or target.type != "identifier" or block is None or block.type != "lambda_literal":
        return False
    holding = tree.parent(block)
    outer = None if holding is None or holding.type != "annotated_lambda" else tree.parent(holding)
    if outer is None or outer.type != "call_expression":
        return False
    callee = named(outer)[0]
    while callee.type in ("call_expression", "navigation_expression") and (inner := named(callee)):
        callee = inner[0] if callee.type == "call_expression" else inner[-1]
    return tree.text(callee) not in _RUNS


def constructed(tree: Syntax, node: Node) -> Shape | None:
    """`@Model(name = "x")`, and `Base("x")` of which a class is derived."""
    made = _construction(tree, node)
    above = tree.parent(node)
    if made is None or above is None or above.type not in ("annotation", "file_annotation"):
        return made
    return _jvm.annotation(made)


def _construction(tree: Syntax, node: Node) -> Call | None:
    inner = named(node)
    return call_of(tree, inner[0], arguments(tree, _listed(node)), makes=True) if inner else None


def delegated(tree: Syntax, node: Node) -> Call:
    """`this("x")` and `super("x")`, by which one constructor calls another."""
    return Call(None, "this", arguments(tree, _listed(node)), makes=True)


def modified(tree: Syntax, node: Node) -> tuple[frozenset[str], Node | None]:
    """The words before a declaration, and the default that one of its annotations gives."""
    modifiers = next((each for each in named(node) if each.type == "modifiers"), None)
    words = frozenset(tree.text(each) for each in named(modifiers) if each.type != "annotation")
    made = (
        _construction(tree, part)
        for each in named(modifiers)
        if each.type == "annotation"
        for part in named(each)
        if part.type == "constructor_invocation"
    )
    values = (_jvm.default_of(each) for each in made if each is not None)
    return words, next((value for value in values if value is not None), None)


def spelled(tree: Syntax, node: Node) -> Shape | None:
    """A type by its last name."""
    inner = [each for each in named(node) if each.type == "identifier"]
    if not inner:
        return None
    return Member(inner[-2], tree.text(inner[-1])) if len(inner) > 1 else Name(tree.text(inner[0]))
