"""Every text and comment of a document, so that an account can say why one is no id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.languages._documents import Scalar, walk
from pytest_modelgate.languages._holding import Places
from pytest_modelgate.parts import Passage
from pytest_modelgate.remarks import remarks_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pytest_modelgate.languages._documents import Branch, Document
    from pytest_modelgate.parts import Remark
    from pytest_modelgate.values import SourceFile


def passages_of(
    source: SourceFile,
    document: Document,
    *,
    unread: Iterable[Branch] = (),
    holes: Iterable[tuple[int, int]] = (),
) -> tuple[Passage, ...]:
    """The texts, keys and comments in order of place; those of lines that were read alone, and of holes, as well."""
    places = Places(source.text)
    extra = (value for branch in walk(list(unread)) for _, value in branch.entries if isinstance(value, Scalar))
    found: list[Passage] = []
    for scalar in (*document.scalars, *extra):
        start, end = scalar.held.start, scalar.held.end
        text = None if "\ue000" in scalar.text else scalar.text
        found.append(Passage(text=text, source=source.text[start:end], span=places.span(start, end)))
    for start, end in holes:
        found.append(Passage(text=None, source=source.text[start:end], span=places.span(start, end)))
    for start, end in document.comments:
        comment = source.text[start:end]
        found.append(Passage(text=comment, source=comment, span=places.span(start, end), prose=True))
    return tuple(sorted(found, key=lambda passage: passage.span))


def remarks_of(source: SourceFile, comments: Iterable[tuple[int, int]]) -> Iterator[Remark]:
    """The comments of a file that speak of modelgate; each begins with its sign."""
    yield from remarks_among(source.text, (_signed(source.text, start, end) for start, end in comments))


def _signed(text: str, start: int, end: int) -> tuple[str, str, int, int]:
    """A comment with its sign and what closes it, which is not counted to it."""
    if text.startswith("/*", start):
        return "/*", "*/", start, end - 2 * text.endswith("*/", start, end)
    return "#" if text.startswith("#", start) else text[start : start + 2], "", start, end
