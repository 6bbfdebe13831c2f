"""The string literals of a Python text that does not parse, found by their shape, so that nothing is passed over."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.values import Occurrence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.kinds import Lexicon

_TOKEN = re.compile(
    r"""\#[^\n]* | (?P<prefix>\b[A-Za-z]{1,2})?(?:
        (?P<triple>\"{3}|'{3})(?P<long>(?:(?!(?P=triple))[^\\]|\\.)*)(?P=triple)
      | (?P<quote>["'])(?P<short>(?:(?!(?P=quote))[^\\\n]|\\.)*)(?P=quote)
    )""",
    re.VERBOSE | re.DOTALL,
)
_JOINING = re.compile(r"[ \t\\\n]*\+?[ \t\\\n]*")


def literals_of(text: str, lexicon: Lexicon, *, test: bool) -> Iterator[Occurrence]:
    """The ids among the literals of `text` (line feeds for newlines), adjacent ones joined, without any context."""
    run: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text):
        if match[0].startswith("#"):
            continue
        if run and not _JOINING.fullmatch(text, run[-1].end(), match.start()):
            yield from _occurrence(text, run, lexicon, test=test)
            run = []
        run.append(match)
    if run:
        yield from _occurrence(text, run, lexicon, test=test)


def _occurrence(text: str, run: list[re.Match[str]], lexicon: Lexicon, *, test: bool) -> Iterator[Occurrence]:
    values = [_value(match) for match in run]
    value = "".join(each for each in values if each is not None)
    if None in values or not lexicon.is_id(value):
        return
    start, end = _content(run[0])[0], _content(run[-1])[1]
    line, end_line = text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1
    span = Span(
        line=line,
        column=start - text.rfind("\n", 0, start),
        end_line=end_line,
        end_column=end - text.rfind("\n", 0, end),
    )
    role = Role.TEST if test else Role.RUNTIME
    reach = Reach.JOIN if len(run) > 1 else Reach.OTHER
    yield Occurrence(text=value, span=span, reach=reach, role=role, editable=text[start:end] == value)


def _content(match: re.Match[str]) -> tuple[int, int]:
    return match.span("long") if match["triple"] else match.span("short")


def _value(match: re.Match[str]) -> str | None:
    """A literal's value; None for an f-string with holes and for bytes."""
    content = match["long"] if match["triple"] else match["short"]
    prefix = (match["prefix"] or "").lower()
    if "b" in prefix or ("f" in prefix and "{" in content):
        return None
    if "\\" not in content:
        return content
    try:
        value = ast.literal_eval(match[0])
    except (SyntaxError, ValueError):
        return content
    return value if isinstance(value, str) else None
