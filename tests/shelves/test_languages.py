"""Sample files with expectations, for every language but Python: a file dropped into `tests/cases/LANGUAGE` adds tests.

`expect: ID REACH ROLE STATE [SURFACE [ENDPOINT]]` stands behind a comment sign on the line that it is about, once for
each reference of that line, or, where the format has no comments, in a file beside it that is called like it with
`.expect` behind, each expectation after the number of its line. Blanks of an id are left out; `-` is a surface or an
endpoint that is not known, and several endpoints are joined with `+`. What is prose needs no expectation, and may have
one. The last lines of a file may say `expect-notification: TEXT`, a part of what is said of the file.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import decode
from pytest_modelgate.config import Settings
from pytest_modelgate.examine import Examiner
from pytest_modelgate.languages import all_languages
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.examine import Examined
    from pytest_modelgate.values import Reference, Span

TODAY = date(2026, 11, 21)
FOLDER = Path(__file__).parent.parent / "cases"
CASES = sorted(
    path
    for path in FOLDER.rglob("*")
    if path.is_file() and path.suffix != ".expect" and not path.is_relative_to(FOLDER / "python")
)
_EXPECT = re.compile(r"expect: (.*?)(?=\W*(?:expect: |$))")
_CLOSING = re.compile(r"\s*(?:\*/\}?|-->|%>)\s*$")
_SAID = re.compile(r"expect-notification: (.*)")


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    return _examiner(deep=True)


def _examiner(*, deep: bool) -> Examiner:
    return Examiner(Settings(root=FOLDER, select=tuple(rule.code for rule in all_rules())), TODAY, deep=deep)


def _expectations(case: Path) -> Iterator[tuple[int, list[str]]]:
    beside = case.with_name(f"{case.name}.expect")
    if beside.exists():
        for row in beside.read_text(encoding="utf-8").splitlines():
            number, *words = row.split()
            if number.isdecimal():
                yield int(number), words
        return
    for line, content in enumerate(_text(case).split("\n"), 1):
        for expectation in _EXPECT.findall(_CLOSING.sub("", content)):
            yield line, expectation.split()


def _text(case: Path) -> str:
    content = case.read_bytes()
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return content.decode("utf-16" if wide else "utf-8-sig", "replace").replace("\r\n", "\n")


def _said(case: Path) -> list[str]:
    beside = case.with_name(f"{case.name}.expect")
    text = beside.read_text(encoding="utf-8") if beside.exists() else _text(case)
    return [_CLOSING.sub("", words).strip() for words in _SAID.findall(text)]


def _facts(reference: Reference, state: str) -> tuple[str, ...]:
    occurrence = reference.occurrence
    written = re.sub(r"\s", "", occurrence.text)
    endpoints = {use.endpoint or "-" for use in occurrence.uses if use.known}
    said = (written, occurrence.reach, reference.role, state, reference.surface or "-")
    return (*map(str, said), "+".join(sorted(endpoints)) or "-")


def _ids(case: Path) -> str:
    return case.relative_to(FOLDER).as_posix()


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_every_reference_is_read_as_expected_and_no_other(case: Path, examiner: Examiner) -> None:
    expected = {(line, *words) for line, words in _expectations(case)}
    lengths = {key[:5]: len(key) for key in expected}
    found: set[tuple[object, ...]] = set()
    prose: set[tuple[object, ...]] = set()
    for reference, evidence in examiner.examine(case).references:
        key = (reference.span.line, *_facts(reference, evidence.state))
        kept = prose if reference.role is Role.DOC else found
        kept.add(key[: lengths.get(key[:5], 5)])
    assert found | (prose & expected) == expected


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_what_is_said_of_a_file_is_what_is_expected(case: Path, examiner: Examiner) -> None:
    messages = [f"{note.path}:{note.line}: {note.message}" for note in examiner.examine(case).notifications]
    expected = _said(case)
    assert len(messages) == len(expected)
    assert all(any(words in message for message in messages) for words in expected)


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_the_span_cut_from_the_file_is_the_id_where_it_may_be_edited(case: Path, examiner: Examiner) -> None:
    examined = examiner.examine(case)
    lines = re.split(r"\r\n|\n|\r", _text(case))
    for reference, _ in examined.references:
        if reference.occurrence.editable and not reference.occurrence.dynamic:
            span = reference.span
            assert span.line == span.end_line
            assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == reference.id


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_without_depth_the_findings_are_the_same(case: Path, examiner: Examiner) -> None:
    shallow = _examiner(deep=False)

    def findings(examined: Examined) -> set[tuple[str, int, int, str]]:
        gating = (each for each in examined.findings if each.reference.role is Role.RUNTIME)
        return {(each.code, each.reference.span.line, each.reference.span.column, each.message) for each in gating}

    assert findings(shallow.examine(case)) == findings(examiner.examine(case))


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_every_reference_stands_in_a_passage_of_the_file(case: Path, examiner: Examiner) -> None:
    source, _ = decode.read(case, FOLDER)
    assert source is not None
    language = examiner.language_of(case)
    assert language is not None
    if list(language.pieces(source)):
        return
    spans = [passage.span for passage in language.passages(source)]
    # What only running code knows may be no string at all.
    references = (each for each, _ in examiner.examine(case).references if not each.occurrence.dynamic)
    for reference in references:
        place = reference.occurrence.span
        start, end = (place.line, place.column), (place.end_line, place.end_column)
        assert any(
            ((span.line, span.column) <= start and end <= (span.end_line, span.end_column))
            or _overlaps(start, end, span)
            for span in spans
        )


def _overlaps(start: tuple[int, int], end: tuple[int, int], span: Span) -> bool:
    return start <= (span.line, span.column) < end or start < (span.end_line, span.end_column) <= end


def test_every_language_has_cases() -> None:
    names = {language.name for language in all_languages()} - {"python"}
    assert names == {case.relative_to(FOLDER).parts[0] for case in CASES}
