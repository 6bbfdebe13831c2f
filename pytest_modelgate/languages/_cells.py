"""The cells of a notebook: what each is written in, its text, and what was shown below it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.excerpts import Excerpt, Sheet
from pytest_modelgate.grammars.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_NO_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*"|\bNaN\b|-?\bInfinity\b', re.DOTALL)
"""Numbers that JSON does not have and Python writes; strings are matched as well, so that none in them counts."""
_STRING = re.compile(r'"((?:[^"\\\n\r]|\\.)*)"')
_SHOWN = ("text/plain", "text/markdown", "text/html")
_LONGEST = 20_000
"""Characters beyond which a string in a broken notebook is a picture."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell."""

    number: int
    kind: str
    """`code`, `markdown` or `raw`."""
    text: Excerpt
    language: str | None
    """What it is written in, where it says so itself."""
    shown: tuple[Excerpt, ...] = ()
    """The texts that were shown below it."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook as far as it can be read."""

    cells: list[Cell] = field(default_factory=list)
    language: str = "python"
    trouble: str | None = None
    """Why it has no cells that can be read."""
    line: int | None = None


@lru_cache(maxsize=1)
def notebook(text: str) -> Notebook:
    """The notebook that a file's text is; one without cells, and with the reason, where it is none."""
    if not text.strip():
        return Notebook()
    sheet = Sheet(text)
    tree = Tree(text, "json")
    if tree.root.has_error:
        try:
            json.loads(text)
        except ValueError as error:
            reason = getattr(error, "msg", str(error))
            return Notebook(trouble=f"not a valid notebook ({reason})", line=getattr(error, "lineno", None))
        except RecursionError:
            return Notebook(trouble="not a valid notebook (nested too deeply)")
        tree = Tree(_NO_NUMBER.sub(_as_number, text), "json")
    reader = _Reader(sheet, tree)
    top = reader.pairs(tree.root.named_children[0] if tree.root.named_children else None)
    nodes = reader.items(top.get("cells"))
    # Before the format's fourth version, cells were held by work sheets.
    for page in reader.items(top.get("worksheets")):
        nodes += reader.items(reader.pairs(page).get("cells"))
    if not nodes and "cells" not in top and "worksheets" not in top:
        return Notebook(trouble="not a notebook (it has no cells)")
    about = reader.pairs(top.get("metadata"))
    kernel = reader.pairs(about.get("kernelspec")).get("language")
    named = reader.pairs(about.get("language_info")).get("name") or kernel
    language = reader.word(named) or "python"
    return Notebook([reader.cell(number, node) for number, node in enumerate(nodes, 1)], language.lower())


def strings(text: str) -> Excerpt:
    """All strings of a text that is no valid JSON, each on lines of its own."""
    sheet = Sheet(text)
    found = Excerpt(sheet)
    for match in _STRING.finditer(text):
        if match.end() - match.start() <= _LONGEST:
            _decode(found, match.start(1), match.end(1))
            found.put("\n", match.end(1), match.end(1))
    return found


def quoted(text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """The strings of a text that is no valid JSON: the value, as it is spelt, and from where up to where it stands."""
    for match in _STRING.finditer(text):
        if match.end() - match.start() <= _LONGEST:
            found = Excerpt(Sheet(text))
            _decode(found, *match.span(1))
            yield found.text, match[0], match.span(1)


class _Reader:
    """Reads a few nodes of the tree; how deep the others go does not matter."""

    def __init__(self, sheet: Sheet, tree: Tree) -> None:
        self._sheet = sheet
        self._tree = tree

    def pairs(self, node: Node | None) -> dict[str, Node]:
        """An object's values by their keys; nothing for what is none."""
        if node is None or node.type != "object":
            return {}
        found = {}
        for pair in node.named_children:
            key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
            if key is not None and value is not None:
                found[self._tree.text(key)[1:-1]] = value
        return found

    def items(self, node: Node | None) -> list[Node]:
        """An array's members; nothing for what is none."""
        return list(node.named_children) if node is not None and node.type == "array" else []

    def word(self, node: Node | None) -> str | None:
        """A short string without escapes; None for anything else."""
        return self._tree.text(node)[1:-1] if node is not None and node.type == "string" else None

    def cell(self, number: int, node: Node) -> Cell:
        """A cell of whatever version of the format."""
        pairs = self.pairs(node)
        own = self.pairs(pairs.get("metadata"))
        named = (
            self.pairs(own.get("vscode")).get("languageId")
            or self.pairs(own.get("polyglot_notebook")).get("kernelName")
            or self.pairs(own.get("dotnet_interactive")).get("language")
            or pairs.get("language")
        )
        outputs = (self.pairs(output) for output in self.items(pairs.get("outputs")))
        return Cell(
            number=number,
            kind=self.word(pairs.get("cell_type")) or "code",
            text=self.text(pairs.get("source") or pairs.get("input")),
            language=self.word(named),
            shown=tuple(self.text(shown) for output in outputs for shown in self._shown(output)),
        )

    def text(self, node: Node | None) -> Excerpt:
        """The text of a string, or of an array of them."""
        found = Excerpt(self._sheet)
        if node is None:
            return found
        for part in self.items(node) or [node]:
            if part.type == "string":
                span = self._tree.span(part.start_byte + 1, part.end_byte - 1)
                start = self._sheet.offset(span.line, span.column)
                _decode(found, start, self._sheet.offset(span.end_line, span.end_column))
        return found

    def _shown(self, output: dict[str, Node]) -> Iterator[Node]:
        if "text" in output:
            yield output["text"]
        rich = self.pairs(output.get("data"))
        yield from (rich[kind] for kind in _SHOWN if kind in rich)


def _decode(found: Excerpt, start: int, end: int) -> None:
    """Adds what the inside of a JSON string stands for."""
    text = found.sheet.text
    at = start
    for escape in _ESCAPE.finditer(text, start, end) if text.find("\\", start, end) >= 0 else ():
        found.take(at, escape.start())
        try:
            value = json.loads(f'"{escape[0]}"')
        except ValueError:
            value = escape[0]
        found.put(value, escape.start(), escape.end())
        at = escape.end()
    found.take(at, end)


def _as_number(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith('"') else "0".ljust(len(found[0]))
