"""Reads what a parser could not, line after line, a key and its text at a time, and tells what was not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.languages._documents import Branch, Scalar
from pytest_modelgate.languages._holding import Held, lines
from pytest_modelgate.values import Notification

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_modelgate.values import SourceFile

_ENTRY = re.compile(r"""[ \t]*(?:-[ \t]+)*(?:(?P<mark>["']?)(?P<key>[\w./-]+)(?P=mark)[ \t]*[:=][ \t]*)?(?P<rest>.*)""")
_TEXT = re.compile(r"""(?P<quote>["'])(?P<quoted>(?:(?!(?P=quote))[^\\])*)(?P=quote)|(?P<plain>[^\s,"'\[\]{}]+)""")
_COMMENT = re.compile(r"(?:^|\s)(?:#|//).*")


def entries(text: str, begin: int = 0) -> list[Branch]:
    """The texts of the lines from a character on; lines that are equally far in are beside each other."""
    branches: list[Branch] = []
    depth = -1
    for start, line in lines(text[begin:]):
        content = _COMMENT.sub("", line) if "#" in line or "//" in line else line
        found = _ENTRY.fullmatch(content)
        if found is None or not content.strip():
            continue
        far = len(content) - len(content.lstrip(" \t-"))
        if far != depth or not branches:
            branches.append(Branch(is_list=False))
            depth = far
        key = Scalar(Held(found["key"], *_at(found.span("key"), begin + start))) if found["key"] else None
        texts = list(_TEXT.finditer(content, found.start("rest")))
        for each in texts:
            group = "quoted" if each["quote"] else "plain"
            value = Scalar(Held(each[group], *_at(each.span(group), begin + start)))
            if key is not None and len(texts) == 1:
                branches[-1].add(key, value)
                continue
            items = Branch(is_list=True, above=branches[-1], key=key)
            items.add(None, value)
            branches[-1].entries.append((None, items))
    return branches


def unread_at(source: SourceFile, at: Sequence[int], *, what: str, remedy: str) -> list[Notification]:
    """What is said of the lines `at` that are no code of the language: of the first, and how many more there are."""
    if not at:
        return []
    others = f" (nor are {len(at) - 1} more)" if len(at) > 1 else ""
    message = (
        f"this is {what}{others}; the model ids there were read without context. "
        f"{remedy}, or leave the file out with `exclude`."
    )
    return [Notification(message=message, path=source.shown, line=at[0])]


def _at(span: tuple[int, int], start: int) -> tuple[int, int]:
    return start + span[0], start + span[1]
