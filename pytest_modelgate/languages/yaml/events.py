"""Reads YAML's own events into documents. Nothing is built of them and no alias is expanded, so none can explode."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pytest_modelgate.languages._documents import Branch, Document, Scalar
from pytest_modelgate.languages._holding import Held

if TYPE_CHECKING:
    from collections.abc import Callable

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BRACKET = re.compile(r"[\[\]{}]")
_NESTED = 2_000
"""Brackets open at once beyond which a parse would take time that grows with their square."""
_REST_OF_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)?")
_PROPERTY = re.compile(r"[&!]\S*\s+")
_NO_TEXT = re.compile(r"[-+]?[\d.][\d_.,:eE+-]*|0x[\da-fA-F]+|~|(?i:null|true|false|yes|no|on|off|)")


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.document = Document()
        self._open: list[tuple[Branch, Scalar | None]] = []
        """The branches that are open, each with the key that waits for its value."""
        self._anchors: dict[str, Scalar | Branch] = {}

    def scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        start += _leading(self.text, start, end)
        value, style = event.value, event.style
        if style in ("|", ">"):
            start, end = _block(self.text, start, end)
        elif style:
            start, end = start + 1, end - 1
        string = bool(style) or _NO_TEXT.fullmatch(value) is None
        scalar = Scalar(Held(value, start, max(start, end)), string)
        if style:
            self.document.blocks[start] = style
        self.document.scalars.append(scalar)
        if event.anchor:
            self._anchors[event.anchor] = scalar
        self._take(scalar)

    def alias(self, event: Any) -> None:
        held = self._anchors.get(event.anchor)
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(held, Scalar):
            self._take(Scalar(held.held, held.string, origin=held))
        else:
            self._take(Scalar(Held("", start, end), string=False), held)

    def open(self, event: Any, *, is_list: bool) -> None:
        branch = Branch(is_list)
        if event.anchor:
            self._anchors[event.anchor] = branch
        if not self._open:
            self.document.roots.append(branch)
        else:
            self._take(branch)
        self._open.append((branch, None))

    def close(self, _event: Any) -> None:
        self._open.pop()

    def _take(self, node: Scalar | Branch, merged: Scalar | Branch | None = None) -> None:
        if not self._open:
            # A document that is one text and nothing else.
            root = Branch(is_list=True)
            root.add(None, node)
            self.document.roots.append(root)
            return
        branch, key = self._open[-1]
        if branch.is_list:
            branch.add(None, node)
        elif key is None:
            # A key that is itself a branch names nothing, but has its place.
            key = node if isinstance(node, Scalar) else Scalar(Held("", 0, 0), string=False)
            if isinstance(node, Branch):
                node.above = branch
            self._open[-1] = (branch, key)
        else:
            if isinstance(merged, Branch) and key.text == "<<":
                branch.merged.append(merged)
            branch.add(key, node)
            self._open[-1] = (branch, None)


@lru_cache(maxsize=2)
def parsed(text: str) -> Document:
    """The documents of a text with line feeds or other newlines; as much of them as is valid YAML."""
    import yaml

    builder = _Builder(text)
    document = builder.document
    deep = _too_deep(text)
    if deep is not None:
        document.trouble, document.line = "nested too deeply to be read in context", deep
        return document
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    handlers: dict[str, Callable[[Any], None]] = {
        "ScalarEvent": builder.scalar,
        "AliasEvent": builder.alias,
        "MappingStartEvent": lambda event: builder.open(event, is_list=False),
        "SequenceStartEvent": lambda event: builder.open(event, is_list=True),
        "MappingEndEvent": builder.close,
        "SequenceEndEvent": builder.close,
    }
    try:
        events: Any = yaml.parse(_UNPRINTABLE.sub("\ufffd", text), Loader=loader)
        for event in events:
            handle = handlers.get(type(event).__name__)
            if handle is not None:
                handle(event)
                document.read = event.end_mark.index
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        document.trouble = f"not valid YAML ({getattr(error, 'problem', None) or 'it cannot be read'})"
        document.line = mark.line + 1 if mark is not None else None
        return document
    document.read = len(text)
    return document


def _too_deep(text: str) -> int | None:
    """The line at which too many brackets are open at once; None where that is nowhere so."""
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth = depth + 1 if bracket[0] in "[{" else max(0, depth - 1)
        if depth > _NESTED:
            return text.count("\n", 0, bracket.start()) + 1
    return None


def _block(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the content of a block begins, at its first character that is no blank, and where it ends."""
    header = _REST_OF_LINE.match(text, start, end)
    content = text[header.end() if header else end : end]
    begin = end - len(content.lstrip()) if content.strip() else end
    return begin, begin + len(content.strip())


def _leading(text: str, start: int, end: int) -> int:
    """The length of an anchor and a tag before a text, which its place should not hold."""
    length = 0
    while (found := _PROPERTY.match(text, start + length, end)) is not None:
        length = found.end() - start
    return length
