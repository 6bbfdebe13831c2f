"""What the strings of C# say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import named, text_between
from pytest_modelgate.grammars.shapes import Text

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.syntax import Syntax

_ESCAPE = re.compile(r"\\(?:[uU]([0-9a-fA-F]{4,8})|x([0-9a-fA-F]{1,4})|([\s\S]))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a", "e": "\x1b", "0": "\0"}
_ESCAPES = frozenset({"escape_sequence"})


def string(tree: Syntax, node: Node) -> Text:
    end = next((child.start_byte for child in node.children if child.type == "string_literal_encoding"), node.end_byte)
    start = node.start_byte + 1
    return text_between(tree, node, start, max(start, end - 1), _ESCAPES, unescape=_unescaped)


def _unescaped(escape: str) -> str:
    found = _ESCAPE.fullmatch(escape)
    if found is None:
        return escape
    code = found[1] or found[2]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else escape  # the end of Unicode
    return _LETTERS.get(found[3], found[3])


def verbatim(tree: Syntax, node: Node) -> Text:
    written = tree.text(node)
    quote = written.find('"')
    inside = written[quote + 1 : -1]
    start = node.start_byte + quote + 1
    plain = '"' not in inside and "\n" not in inside
    return Text((inside.replace('""', '"'),), start, max(start, node.end_byte - 1), plain)


def raw(tree: Syntax, node: Node) -> Text:
    content = next((child for child in node.children if child.type == "raw_string_content"), node)
    text = tree.text(content)
    if "\n" not in text:
        return Text((text,), content.start_byte, content.end_byte)
    # The lines between the quotes, without what the last one begins with.
    *lines, margin = text.split("\n")[1:]
    return Text(("\n".join(line.removeprefix(margin) for line in lines),), content.start_byte, content.end_byte, False)


def interpolated(tree: Syntax, node: Node) -> Text:
    parts: list[str | Node] = []
    fixed = ""
    opened = next((child for child in node.children if child.type in ("interpolation_quote", '"')), node)
    verbatim = "@" in tree.text(node.children[0]) if node.children else False
    doubled = opened.type == '"'
    for child in node.named_children:
        if child.type == "interpolation":
            inner = [
                each for each in named(child) if each.type not in ("interpolation_brace", "interpolation_format_clause")
            ]
            parts += [fixed, inner[0] if inner else child]
            fixed = ""
        elif child.type == "escape_sequence":
            fixed += _unescaped(tree.text(child))
        elif child.type == "string_content":
            text = tree.text(child)
            text = text.replace("{{", "{").replace("}}", "}") if doubled else text
            fixed += text.replace('""', '"') if verbatim else text
    start = opened.end_byte if opened is not node else node.start_byte + 2
    end = max(start, node.end_byte - (opened.end_byte - opened.start_byte if opened is not node else 1))
    parts = [*parts, fixed] if fixed or not parts else parts
    plain = len(parts) == 1 and fixed == tree.content[start:end].decode("utf-8", "replace")
    return Text(tuple(parts), start, end, plain and "\n" not in fixed)
