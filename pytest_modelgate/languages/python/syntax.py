"""Small questions about one expression: its last name, an argument of a call, whether it joins text."""

from __future__ import annotations

import libcst as cst


def argument(call: cst.Call, name: str, position: int | None = None) -> cst.BaseExpression | None:
    """The value of a call's argument by its name, or by its place where no `*` comes before it."""
    for index, arg in enumerate(call.args):
        if arg.keyword is not None and arg.keyword.value == name:
            return arg.value
        if arg.keyword is None and index == position and not arg.star:
            return arg.value
        if arg.star == "*":
            position = None
    return None


def last_name(node: cst.CSTNode) -> str:
    """The last part of a dotted expression, or nothing."""
    if isinstance(node, cst.Attribute):
        return node.attr.value
    return node.value if isinstance(node, cst.Name) else ""


def is_join(node: cst.CSTNode) -> bool:
    """Whether an expression puts text together from parts: `+`, `%`, `.format()`, `.join()`, an f-string with holes."""
    if isinstance(node, cst.BinaryOperation):
        return isinstance(node.operator, cst.Add | cst.Modulo)
    return (
        isinstance(node, cst.Call)
        and isinstance(node.func, cst.Attribute)
        and last_name(node.func) in ("format", "join")
    )
