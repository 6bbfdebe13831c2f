"""Every string and comment of a Python file, so that an account can say why one is no id."""

from __future__ import annotations

import ast
import io
import tokenize
from typing import TYPE_CHECKING

from pytest_modelgate.languages.python.literals import Literals, UnreadableError, newlines_as_line_feeds, parse
from pytest_modelgate.parts import Passage
from pytest_modelgate.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.values import SourceFile


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """The strings and comments in order of place; those of a file that is not valid Python as far as it can be read."""
    text = newlines_as_line_feeds(source.text)
    try:
        parsed = parse(text)
        literals = Literals(parsed, [parsed.tree])
    except UnreadableError:
        return tuple(_comments(text))
    alone = {
        literals.numbers[node.value]
        for node in ast.walk(parsed.tree)
        if isinstance(node, ast.Expr) and node.value in literals.numbers
    }
    strings = (
        Passage(
            text=literal.value,
            source=literals.source_of(literal.number),
            span=literal.span,
            prose=literal.number in alone,
            part=literal.number in literals.joined,
        )
        for literal in literals.all
    )
    return tuple(sorted((*strings, *_comments(text)), key=lambda passage: passage.span))


def _comments(text: str) -> Iterator[Passage]:
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                line, column = token.start
                span = Span(line=line, column=column + 1, end_line=line, end_column=token.end[1] + 1)
                yield Passage(text=token.string, source=token.string, span=span, prose=True)
    except (tokenize.TokenError, SyntaxError):
        # The file's own trouble is told by the parser; its comments end where it breaks.
        return
