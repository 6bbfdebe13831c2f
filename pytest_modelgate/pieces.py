"""Reads a file with the parts of it that are written in other languages, each by its own, in the file's own places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from pytest_modelgate.excerpts import Sheet
from pytest_modelgate.grammars.trees import UnparsedError
from pytest_modelgate.languages import _plain, all_languages
from pytest_modelgate.terms import Role
from pytest_modelgate.values import Extraction, Notification, Occurrence, SourceFile, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pytest_modelgate.kinds import Language, Lexicon
    from pytest_modelgate.parts import Passage, Remark
    from pytest_modelgate.values import Link, Use

_P = ParamSpec("_P")
_T = TypeVar("_T")

_DEPTH = 2
"""How many files within files are read: a notebook holds Markdown, which holds code."""
_ALIASES = {
    "c#": "csharp",
    "csx": "csharp",
    "docker": "dockerfile",
    "dotenv": ".env",
    "env": ".env",
    "golang": "go",
    "hcl": "terraform",
    "ipython": "python",
    "ipython3": "python",
    "javascriptreact": ".jsx",
    "jsonlines": ".jsonl",
    "kotlinscript": "kotlin",
    "ndjson": ".jsonl",
    "node": "javascript",
    "nodejs": "javascript",
    "properties": "ini",
    "python3": "python",
    "shellscript": "shell",
    "typescriptreact": ".tsx",
    "zsh": "shell",
}
"""What languages are called besides their own names and the ends of their files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece as a file of its language."""

    source: SourceFile
    language: Language
    place: Callable[[int, int], tuple[int, int]]
    role: Role | None
    cells: Callable[[int], int] | None

    def span(self, span: Span) -> Span:
        """Where in the whole file a place of the piece is."""
        line, column = self.place(span.line, span.column)
        end_line, end_column = self.place(span.end_line, span.end_column)
        if (end_line, end_column) < (line, column):
            end_line, end_column = line, column
        return Span(line=line, column=column, end_line=end_line, end_column=end_column)

    def line(self, line: int) -> int:
        """The line of the whole file that a line of the piece stands on."""
        return self.place(line, 1)[0]


def language_called(name: str) -> tuple[Language, str] | None:
    """The language that goes by that name, or whose files end so, and such an end; None where none is read."""
    low = name.strip().lower()
    for word in (low, _ALIASES.get(low), f".{low}"):
        if word and (found := _called().get(word)):
            return found
    return None


def parts(source: SourceFile, language: Language, *, deep: bool) -> Iterator[Part]:
    """The pieces of a file whose languages are read, and those within these; without `deep`, none that is prose."""
    whole = Part(source=source, language=language, place=lambda line, column: (line, column), role=None, cells=None)
    yield from _parts(whole, _DEPTH, deep)


def read(
    source: SourceFile, language: Language, lexicon: Lexicon, deep: bool, asked: Mapping[str, tuple[Use, ...]] | None
) -> Extraction:
    """What the file's language reads from it, and what those of its pieces read, as `Language.extract` does."""
    if not deep and language.prose(source):
        return Extraction()
    own = _extracted(source, language, lexicon, deep, asked)
    occurrences: dict[Span, Occurrence] = {}
    links: list[Link] = []
    notifications: list[Notification] = []
    sheet = Sheet(source.text)
    try:
        inner = list(parts(source, language, deep=deep))
    except UnparsedError:
        return _plain.extract(source, lexicon, prose=language.prose(source))
    for part in inner:
        found = _extracted(part.source, part.language, lexicon, deep, None)
        for occurrence in found.occurrences:
            mapped = _occurrence(occurrence, part, sheet)
            # What a piece says of a place is said of its own language, and the last word.
            occurrences.setdefault(mapped.span, mapped)
        if part.role is not Role.DOC:
            # Prose asks nobody, and half a statement is no mistake there.
            links += [_link(link, part, sheet) for link in found.links]
            notifications += [_notification(note, part) for note in found.notifications]
    if not (occurrences or links or notifications):
        return own
    several = [occurrence for occurrence in own.occurrences if occurrence.span not in occurrences]
    several += occurrences.values()
    return Extraction(
        occurrences=tuple(sorted(several, key=lambda occurrence: (occurrence.span, occurrence.text))),
        links=(*own.links, *links),
        notifications=(*own.notifications, *dict.fromkeys(notifications)),
    )


def remarks(source: SourceFile, language: Language) -> tuple[Remark, ...]:
    """The comments of a file and of its pieces, in order of line."""
    found = _or_nothing(language.remarks, source)
    for part in _or_nothing(_all_parts, source, language):
        found += [_remark(each, part) for each in _or_nothing(part.language.remarks, part.source)]
    return tuple(sorted(found, key=lambda remark: (remark.line, remark.column)))


def languages(source: SourceFile, language: Language) -> Callable[[int], Language]:
    """Says which language a line of the file is written in."""
    found = [
        (part.line(1), part.line(part.source.text.count("\n") + 1), part.language)
        for part in _or_nothing(_all_parts, source, language)
    ]
    # What lies within a piece comes behind it.
    return lambda line: next((inner for first, last, inner in reversed(found) if first <= line <= last), language)


def passages(source: SourceFile, language: Language) -> tuple[Passage, ...]:
    """The strings and comments of a file and of its pieces, in order of place."""
    found = {passage.span: passage for passage in _passages(source, language)}
    for part in _or_nothing(_all_parts, source, language):
        for passage in _passages(part.source, part.language):
            span = part.span(passage.span)
            found[span] = replace(passage, span=span, prose=passage.prose or part.role is Role.DOC)
    return tuple(sorted(found.values(), key=lambda passage: passage.span))


def _extracted(
    source: SourceFile, language: Language, lexicon: Lexicon, deep: bool, asked: Mapping[str, tuple[Use, ...]] | None
) -> Extraction:
    try:
        return language.extract(source, lexicon, deep, asked)
    except UnparsedError:
        return _plain.extract(source, lexicon, prose=language.prose(source))


def _passages(source: SourceFile, language: Language) -> tuple[Passage, ...]:
    try:
        return language.passages(source)
    except UnparsedError:
        return _plain.passages(source)


def _all_parts(source: SourceFile, language: Language) -> Iterator[Part]:
    return parts(source, language, deep=True)


def _or_nothing(way: Callable[_P, Iterable[_T]], *given: _P.args, **named: _P.kwargs) -> list[_T]:
    try:
        return list(way(*given, **named))
    except UnparsedError:
        return []


def _parts(whole: Part, depth: int, deep: bool) -> Iterator[Part]:
    for piece in whole.language.pieces(whole.source):
        role = whole.role or piece.role
        if role is Role.DOC and not deep:
            continue
        found = language_called(piece.language)
        if found is None:
            continue
        language, ending = found
        path = whole.source.path
        part = Part(
            # Some languages have dialects, which the end of a file's name tells.
            source=replace(whole.source, path=path.with_name(f"{path.stem}{ending}"), text=piece.text, bom=False),
            language=language,
            place=_within(whole, piece.place),
            role=role,
            cells=piece.cells or _cells_within(whole, piece.place),
        )
        yield part
        if depth > 1:
            yield from _parts(part, depth - 1, deep)


def _within(whole: Part, place: Callable[[int, int], tuple[int, int]]) -> Callable[[int, int], tuple[int, int]]:
    return lambda line, column: whole.place(*place(line, column))


def _cells_within(whole: Part, place: Callable[[int, int], tuple[int, int]]) -> Callable[[int], int] | None:
    cells = whole.cells
    return None if cells is None else lambda line: cells(place(line, 1)[0])


def _occurrence(occurrence: Occurrence, part: Part, sheet: Sheet) -> Occurrence:
    span = part.span(occurrence.span)
    return replace(
        occurrence,
        span=span,
        role=part.role or occurrence.role,
        editable=occurrence.editable and sheet.cut(span) == occurrence.text,
        uses=tuple(_use(use, part) for use in occurrence.uses),
        cell=None if part.cells is None else part.cells(occurrence.span.line),
    )


def _use(use: Use, part: Part) -> Use:
    argument = None if use.argument is None else part.line(use.argument)
    return replace(use, line=part.line(use.line), argument=argument)


def _link(link: Link, part: Part, sheet: Sheet) -> Link:
    own = link.occurrence
    return replace(link, use=_use(link.use, part), occurrence=own and _occurrence(own, part, sheet))


def _remark(remark: Remark, part: Part) -> Remark:
    line, column = part.place(remark.line, remark.column)
    begin = column + remark.begin - remark.column
    return replace(remark, line=line, column=column, begin=begin, end_line=max(line, part.line(remark.end_line)))


def _notification(note: Notification, part: Part) -> Notification:
    return replace(note, line=part.line(note.line or 1))


@cache
def _called() -> dict[str, tuple[Language, str]]:
    """The languages by their names and by how their files end."""
    found: dict[str, tuple[Language, str]] = {}
    for language in all_languages():
        found[language.name] = (language, language.suffixes[0] if language.suffixes else "")
        found.update((suffix, (language, suffix)) for suffix in language.suffixes)
    return found
