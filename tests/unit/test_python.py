"""Sample files with expectations: dropping a file into `tests/cases/python` adds a test.

`# expect: ID REACH ROLE STATE [SURFACE [ENDPOINT]]` stands on the line that it is about, once for each reference of
that line; ids are written without their white space, and a surface of `-` is one that is not known. The endpoints are
those of the calls that the id reaches, several joined with `+`, and `-` where none says so. Prose is left out.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import catalog as catalogs
from pytest_modelgate import examine
from pytest_modelgate.languages.python.extraction import extract
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver
from pytest_modelgate.terms import Role
from pytest_modelgate.values import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytest_modelgate.terms import State
    from pytest_modelgate.values import Reference

    Read = Callable[[str, bool], Iterator[tuple[Reference, State]]]

TODAY = date(2026, 11, 21)
CASES = sorted((Path(__file__).parent.parent / "cases" / "python").glob("*.py"))
_EXPECT = re.compile(r"# expect: (.*?)(?= # expect: |$)")


@pytest.fixture(scope="module")
def read() -> Read:
    table = catalogs.load()
    providers = all_providers()
    ids = Resolver(table, providers)
    lexicon = examine.lexicon_of(ids, TODAY, 90)

    def references(text: str, deep: bool) -> Iterator[tuple[Reference, State]]:
        source = SourceFile(path=Path("case.py"), shown="case.py", text=text, encoding="utf-8")
        extraction = extract(source, lexicon, deep)
        assert not extraction.notifications
        # What other files would hold is not known where there are none.
        left = [link.occurrence for link in extraction.links if link.occurrence is not None]
        for occurrence in (*extraction.occurrences, *left):
            reference = ids.resolve(source.shown, occurrence)
            if reference is not None and reference.role is not Role.DOC:
                yield reference, examine.evidence_for(reference, table, {}, TODAY, 90).state

    return references


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_reference_is_read_as_expected_and_no_other(case: Path, read: Read) -> None:
    text = case.read_text(encoding="utf-8")
    expected = {
        (line, *expectation.split())
        for line, content in enumerate(text.split("\n"), 1)
        for expectation in _EXPECT.findall(content)
    }
    lengths = {key[:5]: len(key) for key in expected}
    found: set[tuple[object, ...]] = set()
    for reference, state in read(text, True):
        occurrence = reference.occurrence
        written = re.sub(r"\s", "", occurrence.text)
        key = (reference.span.line, written, str(occurrence.reach), str(reference.role), str(state))
        endpoints = {use.endpoint or "-" for use in occurrence.uses if use.known}
        found.add((*key, reference.surface or "-", "+".join(sorted(endpoints)) or "-")[: lengths.get(key, 5)])
    assert found == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_needs_no_context_to_be_judged_is_judged_alike(case: Path, read: Read) -> None:
    text = case.read_text(encoding="utf-8")
    quiet = {"active", "dynamic"}
    deep = [(reference, state) for reference, state in read(text, True) if state not in quiet]
    shallow = [(reference, state) for reference, state in read(text, False) if state not in quiet]
    assert shallow == deep


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_an_editable_span_is_exactly_the_id(case: Path, read: Read) -> None:
    lines = case.read_text(encoding="utf-8").split("\n")
    for reference, _ in read("\n".join(lines), True):
        span = reference.span
        if reference.occurrence.editable:
            assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == reference.id
