"""Markdown: code in fences is read by its own language, all of it as prose, but for files that tell agents what to ask.

The grammar of tree-sitter is used rather than markdown-it-py: it tells columns and what a quotation or a list puts
before each line, and it reads hostile files in time that grows with their bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.excerpts import Excerpt, Sheet
from pytest_modelgate.grammars.trees import Tree
from pytest_modelgate.parts import Passage, Piece
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.values import Extraction, Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tree_sitter import Node

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.values import SourceFile, Use

_BLOCKS = """
[(fenced_code_block) (indented_code_block) (html_block) (minus_metadata) (plus_metadata)] @block
"""
_TAG = re.compile(r"\s*(?P<run>\{)?\s*\.?(?P<name>[\w#+-]+(?: session\b)?)")
_SPAN = re.compile(r"(?<!`)(?P<marks>`{1,9})(?!`)(?P<text>[^\r\n]{1,200}?)(?<!`)(?P=marks)(?!`)")
_COMMENT = re.compile(r"<!--(.{0,2000}?)-->", re.DOTALL)
_SESSIONS = frozenset("console shell-session shellsession sh-session terminal".split())
_PROMPT = re.compile(r"^[ \t]*(?:\([\w.-]+\)[ \t]*)?[$%>][ \t]+(?=\S)", re.MULTILINE)
_PYTHON_PROMPT = re.compile(r"^[ \t]*(?:>>>|\.\.\.)(?: |$)", re.MULTILINE)
_AGENTS = frozenset("agent agents subagents command commands skill skills prompts workflows modes".split())
"""Folders whose files say in front matter which model is asked what they hold."""
_ASKED = (".prompt", ".prompty")
_EDITORS = re.compile(r"\.(?:chatmode|prompt|agent|instructions)\.md$")
"""Files of editors, which name models as their menus do."""
_RUN = (".qmd", ".rmd")
_FRONT = re.compile(r"---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*?[ \t]*(?:model|engine)\w*[ \t]*:")


def extract(
    source: SourceFile, lexicon: Lexicon, deep: bool, asked: Mapping[str, tuple[Use, ...]] | None = None
) -> Extraction:
    """The spans of code in its prose that are ids."""
    if not deep or not lexicon.stems.within(source.text):
        return Extraction()
    sheet = Sheet(source.text)
    return Extraction(
        occurrences=tuple(
            Occurrence(text=text, span=sheet.span(start, start + len(text)), reach=Reach.OTHER, role=Role.DOC)
            for text, start in _spans(sheet)
            if lexicon.is_id(text)
        )
    )


def pieces(source: SourceFile) -> Iterator[Piece]:
    """The front matter and the code in fences."""
    sheet = Sheet(source.text)
    used = _is_asked(source)
    runs = source.path.suffix.lower() in _RUN
    tree = _tree(sheet)
    for kind, node in _blocks(tree):
        if kind == "fenced_code_block":
            yield from _fence(node, tree, sheet, runs=runs)
        elif kind in ("minus_metadata", "plus_metadata"):
            start, end = _offsets(node, tree, sheet)
            inside = Excerpt(sheet)
            inside.take(min(sheet.offset(2, 1), end), max(start, sheet.text.rfind(sheet.text[:3], start, end)))
            language = "yaml" if kind == "minus_metadata" else "toml"
            yield Piece(language=language, text=inside.text, place=inside.place, role=None if used else Role.DOC)


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """The spans of code in its prose, and its comments."""
    sheet = Sheet(source.text)
    found = [(text, start, start + len(text)) for text, start in _spans(sheet)]
    found += [(comment[1], comment.start(), comment.end()) for comment in _COMMENT.finditer(source.text)]
    return tuple(
        Passage(text=text, source=source.text[start:end], span=sheet.span(start, end), prose=True)
        for text, start, end in sorted(found, key=lambda each: each[1])
    )


def is_prose(source: SourceFile) -> bool:
    """Whether nothing in the file is ever asked or run."""
    return source.path.suffix.lower() not in _RUN and not _is_asked(source)


def _is_asked(source: SourceFile) -> bool:
    """Whether the front matter says which model is asked what the rest says."""
    path = source.path
    if path.name.lower().endswith(_ASKED):
        return True
    folders = {folder.lower() for folder in source.shown.split("/")[:-1]}
    placed = not folders.isdisjoint(_AGENTS) or path.name == "SKILL.md"
    return placed and not _EDITORS.search(path.name.lower()) and _FRONT.match(source.text[:10_000]) is not None


def _tree(sheet: Sheet) -> Tree:
    # Without a newline at the end, a fence that is never closed would be none.
    return Tree(f"{sheet.text}\n", "markdown")


def _blocks(tree: Tree) -> list[tuple[str, Node]]:
    return sorted(((node.type, node) for _, node in tree.nodes(_BLOCKS)), key=lambda block: block[1].start_byte)


def _offsets(node: Node, tree: Tree, sheet: Sheet) -> tuple[int, int]:
    span = tree.span(node.start_byte, node.end_byte)
    return sheet.offset(span.line, span.column), sheet.offset(span.end_line, span.end_column)


def _spans(sheet: Sheet) -> Iterator[tuple[str, int]]:
    """The spans of code outside of blocks of code: each text, and where it begins."""
    tree = _tree(sheet)
    at = 0
    places = [_offsets(node, tree, sheet) for _, node in _blocks(tree)]
    for start, end in [*places, (len(sheet.text), len(sheet.text))]:
        for span in _SPAN.finditer(sheet.text, at, max(at, start)):
            text = span["text"].strip(" ")
            yield text, span.start("text") + span["text"].find(text)
        at = max(at, end)


def _fence(node: Node, tree: Tree, sheet: Sheet, *, runs: bool) -> Iterator[Piece]:
    """What stands in a fence that says what it is written in, without what is put before its lines."""
    tag = content = None
    for child in node.named_children:
        if child.type == "info_string":
            tag = _TAG.match(tree.text(child))
        elif child.type == "code_fence_content":
            content = child
    if tag is None or content is None:
        return
    body = Excerpt(sheet)
    at, end = _offsets(content, tree, sheet)
    for before in content.named_children:
        if before.type == "block_continuation":
            start, stop = _offsets(before, tree, sheet)
            body.take(at, start)
            at = stop
    body.take(at, end)
    name = tag["name"].lower()
    text = _bared(body, name)
    role = None if runs and tag["run"] else Role.DOC
    language = "shell" if name in _SESSIONS else "python" if name == "pycon" else name
    yield Piece(
        language=language,
        text=text.text,
        place=lambda line, column: sheet.place(body.original(text.offset(line, column))),
        role=role,
    )


def _bared(body: Excerpt, name: str) -> Excerpt:
    """The code without its prompts and without what they answer, and without the margin of all of it."""
    inner = Sheet(body.text)
    prompt = _PROMPT if name in _SESSIONS else _PYTHON_PROMPT if name == "pycon" or ">>> " in body.text else None
    margin = len(body.text) - len(body.text.lstrip(" \t"))
    bared = Excerpt(inner)
    for number, start in enumerate(inner.lines, 1):
        end = inner.lines[number] if number < len(inner.lines) else len(inner.text)
        if prompt is None:
            blank = start
            while blank < min(start + margin, end) and inner.text[blank] in " \t":
                blank += 1
            bared.take(blank, end)
        elif asked := prompt.match(inner.text, start, end):
            bared.take(asked.end(), end)
    return bared
