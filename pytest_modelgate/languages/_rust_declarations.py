"""What Rust declares: constants, variables, fields, functions, types and their methods, and what it imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import named, text_of
from pytest_modelgate.grammars.shapes import Answer, Bind, Class, Function, Holds, Import, Pattern, Through

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax

_TYPE_PARTS = frozenset({"generic_type", "reference_type", "pointer_type", "dynamic_type"})
_MOST = 200
"""Names of one import."""


def constant(tree: Syntax, node: Node) -> Shape | None:
    """`const A: &str = "x";`, of the file, or of a type or module."""
    called, above = node.child_by_field_name("name"), tree.parent(node)
    if called is None:
        return None
    holds = Holds.CONSTANT if above is not None and above.type == "declaration_list" else Holds.VARIABLE
    return Bind(((called, node.child_by_field_name("value")),), holds, node.child_by_field_name("type"))


def field(tree: Syntax, node: Node) -> Shape | None:
    """A field, which gets its value where an object is made."""
    called = node.child_by_field_name("name")
    return None if called is None else Bind(((called, None),), Holds.FIELD, node.child_by_field_name("type"))


def variable(tree: Syntax, node: Node) -> Shape | None:
    """`let m = "x";` and `if let Some(m) = n`."""
    target, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
    if target is None:
        return None
    return Bind(((target, value),), annotation=node.child_by_field_name("type"), anew=node.type == "let_declaration")


def parameter(tree: Syntax, node: Node) -> Shape | None:
    """A parameter, which has no default."""
    target = node.child_by_field_name("pattern")
    return None if target is None else Bind(((target, None),), Holds.PARAMETER, node.child_by_field_name("type"))


def loop(tree: Syntax, node: Node) -> Shape | None:
    """`for m in models`."""
    target, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
    return None if target is None or value is None else Bind(((target, value),), each=True)


def pattern(tree: Syntax, node: Node) -> Shape | None:
    """`Some(m)` and `(a, b)`, whose names get what stands behind the sign; of a branch, it is compared."""
    above = tree.parent(node)
    if above is None or above.type not in ("let_declaration", "let_condition", "for_expression"):
        return None
    kind = node.child_by_field_name("type")
    targets = [child for child in named(node) if kind is None or child.id != kind.id]
    return Pattern(tuple(("", target, None) for target in targets if target.type == "identifier"))


def function(tree: Syntax, node: Node) -> Function:
    """A function or method."""
    parameters = (each for each in named(node.child_by_field_name("parameters")) if each.type != "self_parameter")
    targets = tuple(each.child_by_field_name("pattern") or each for each in parameters)
    return Function(text_of(tree, node.child_by_field_name("name")), targets, node.child_by_field_name("body"))


def closure(tree: Syntax, node: Node) -> Shape | None:
    """A function without a name; one that makes nothing of what it is given is as good as what it gives."""
    listed = [text_of(tree, each).lstrip("&") for each in named(node.child_by_field_name("parameters"))]
    body = node.child_by_field_name("body")
    if body is not None and (not listed or (len(listed) == 1 and (listed[0][0] in "_" or listed[0] in ("e", "err")))):
        return Through(body)
    parameters = tuple(named(node.child_by_field_name("parameters")))
    targets = tuple(each.child_by_field_name("pattern") or each for each in parameters)
    return Function("", targets, body, answers=body is not None and body.type != "block")


def block(tree: Syntax, node: Node) -> Shape | None:
    """Statements of which the last may be what they give: of a function, its answer."""
    inner = named(node)
    last = inner[-1] if inner else None
    if last is not None and last.type == "expression_statement" and last.children[-1].type != ";":
        last = next(iter(named(last)), None)
    if last is None or last.type.endswith(("_statement", "_item", "_declaration", "_definition")):
        return None
    above = tree.parent(node)
    return Answer(last) if above is not None and isinstance(tree.shape(above), Function) else Through(last)


def record(tree: Syntax, node: Node) -> Class:
    """A struct, enumeration, trait or module."""
    return Class(text_of(tree, node.child_by_field_name("name")), (), node.type == "enum_item")


def methods(tree: Syntax, node: Node) -> Class:
    """What a type can do."""
    return Class(type_name(tree, node.child_by_field_name("type")))


def type_name(tree: Syntax, node: Node | None) -> str:
    """What a type is called, without what it is of."""
    for _ in range(4):
        if node is None or node.type not in _TYPE_PARTS:
            break
        node = node.child_by_field_name("type") or next(iter(named(node)), None)
    return text_of(tree, node).rpartition("::")[2]


def imported(tree: Syntax, node: Node) -> Shape | None:
    """`use a::{b, c::D as E};`."""
    argument = node.child_by_field_name("argument")
    names: list[tuple[str, str]] = []
    waiting = [("", argument)] if argument is not None else []
    while waiting and len(names) < _MOST:
        before, part = waiting.pop()
        if part.type == "scoped_use_list":
            path = f"{before}{text_of(tree, part.child_by_field_name('path'))}"
            listed = part.child_by_field_name("list")
            waiting += [(f"{path}::", child) for child in named(listed)]
        elif part.type == "use_list":
            waiting += [(before, child) for child in named(part)]
        elif part.type == "use_as_clause":
            path = f"{before}{text_of(tree, part.child_by_field_name('path'))}"
            names.append((text_of(tree, part.child_by_field_name("alias")), _taken(path)))
        elif part.type == "use_wildcard":
            names.append(("*", f"{before}{text_of(tree, next(iter(named(part)), None))}"))
        elif part.type == "self":
            path = before.removesuffix("::")
            names.append((path.rpartition("::")[2], _taken(path)))
        else:
            path = f"{before}{tree.text(part)}"
            names.append((path.rpartition("::")[2], _taken(path)))
    return Import(tuple(names)) if names else None


def _taken(path: str) -> str:
    module, _, last = path.rpartition("::")
    return f"{module}#{last}" if module else last
