"""Every text and comment of a document, so that an account can say why one is no id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Passage
from pytest_modelgate.languages._documents import Scalar, walk
from pytest_modelgate.languages._holding import Places, remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pytest_modelgate.kinds import Remark
    from pytest_modelgate.languages._documents import Branch, Document
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
    """The comments of a file, each with the sign that it begins with taken off."""
    places = Places(source.text)
    for start, end in comments:
        text = source.text[start:end]
        sign = "#" if text.startswith("#") else text[:2]
        body = text.removesuffix("*/").rstrip() if sign == "/*" else text
        yield remark(places, start, body.partition("\n")[0].rstrip("\r"), sign)
