from __future__ import annotations

import codecs
from dataclasses import replace
from pathlib import Path

import pytest

from pytest_modelgate.edits import amiss, edited, fresh, moved
from pytest_modelgate.errors import EditError
from pytest_modelgate.remedies import Change
from pytest_modelgate.terms import Reach, Role, Severity
from pytest_modelgate.values import Finding, Occurrence, Reference, Span

BASE = Path("/project")
TEXT = 'say("gpt-4 old", "ä")\r\nMODEL = "gpt-4"  # gpt-4\rx = "gpt-4", "o1"\n'


def at(line: int, column: int, old: str = "gpt-4", new: str = "gpt-5.6-sol") -> Change:
    span = Span(line=line, column=column, end_line=line, end_column=column + len(old))
    return Change(span=span, old=old, new=new, findings=())


CHANGES = (at(2, 10), at(3, 6), at(3, 15, "o1", "o3"))
RESULT = 'say("gpt-4 old", "ä")\r\nMODEL = "gpt-5.6-sol"  # gpt-4\rx = "gpt-5.6-sol", "o3"\n'


@pytest.mark.parametrize(
    ("name", "mark", "encoding", "first"),
    [
        ("a.js", b"", "utf-8", ""),
        ("a.js", codecs.BOM_UTF8, "utf-8", ""),
        ("a.js", codecs.BOM_UTF16_LE, "utf-16-le", ""),
        ("a.js", codecs.BOM_UTF16_BE, "utf-16-be", ""),
        ("a.js", b"", "latin-1", ""),
        ("a.py", codecs.BOM_UTF8, "utf-8", ""),
        ("a.py", b"", "latin-1", "# coding: latin-1\n"),
        ("a.py", b"", "cp1252", "# -*- coding: cp1252 -*-\n"),
    ],
)
def test_only_the_ids_change_in_any_encoding(name: str, mark: bytes, encoding: str, first: str) -> None:
    lines = first.count("\n")
    down = [
        replace(each, span=replace(each.span, line=each.span.line + lines, end_line=each.span.end_line + lines))
        for each in CHANGES
    ]
    content = mark + (first + TEXT).encode(encoding)
    old, new, result = edited(BASE / name, BASE, content, down[::-1])
    assert result == mark + (first + RESULT).encode(encoding)
    assert (old.text, new.text) == (first + TEXT, first + RESULT)


def test_an_id_that_is_not_there_any_more_stops_the_file() -> None:
    with pytest.raises(EditError, match=r"^gpt-4 is not on line 1 any more: the file has changed; run again$"):
        edited(BASE / "a.js", BASE, TEXT.encode(), [at(1, 5), *CHANGES])
    with pytest.raises(EditError, match="is not on line 9 any more"):
        edited(BASE / "a.js", BASE, TEXT.encode(), [at(9, 1)])


@pytest.mark.parametrize(
    "content", [b'x = "\xff\xfe\xff\x80 gpt-4\xc3\xa4\xc3\xa4\xc3\xa4"', b'# coding: nonsense\n\xff = "a"']
)
def test_bytes_that_would_not_stay_stop_the_file(content: bytes) -> None:
    with pytest.raises(EditError, match="not all of its bytes are UTF-8, and they would not stay as they are"):
        edited(BASE / "a.py", BASE, content, [])


def test_where_things_stand_afterwards() -> None:
    assert moved(CHANGES[0].span, CHANGES) == Span(line=2, column=10, end_line=2, end_column=21)
    assert moved(CHANGES[2].span, CHANGES) == Span(line=3, column=21, end_line=3, end_column=23)
    whole = Span(line=2, column=1, end_line=3, end_column=18)
    assert moved(whole, CHANGES) == Span(line=2, column=1, end_line=3, end_column=24)
    above = Span(line=1, column=20, end_line=1, end_column=21)
    assert moved(above, CHANGES) == above


def reference(change: Change, id_: str | None = None, surface: str | None = "openai", **given: object) -> Reference:
    role, reach = Role.RUNTIME, Reach.CONSTANT
    occurrence = Occurrence(text=id_ or change.old, span=change.span, reach=reach, role=role, symbol="MODEL")
    return replace(
        Reference(
            path="a.py",
            occurrence=occurrence,
            span=change.span,
            id=id_ or change.old,
            model=None,
            surface=surface,
            role=role,
        ),
        **given,  # type: ignore[arg-type]
    )


CHANGE = at(1, 9)
OTHER = reference(at(1, 30, "gpt-5"))
BEFORE = [reference(CHANGE), OTHER]
SPAN = moved(CHANGE.span, [CHANGE])
AFTER = [reference(CHANGE, CHANGE.new, span=SPAN), replace(OTHER, span=moved(OTHER.span, [CHANGE]))]


def test_nothing_is_amiss_where_only_the_id_is_another() -> None:
    assert amiss(BEFORE, AFTER, [CHANGE]) == []
    elsewhere = replace(AFTER[0], surface=None, surfaces=("groq", "openai"))
    assert amiss(BEFORE, [elsewhere, AFTER[1]], [CHANGE]) == []


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        ([AFTER[1]], "gpt-5.6-sol there would not be read as gpt-4 is"),
        ([replace(AFTER[0], id="sol"), AFTER[1]], "gpt-5.6-sol there would not be read as gpt-4 is"),
        ([replace(AFTER[0], role=Role.DOC), AFTER[1]], "gpt-5.6-sol there would not be read as gpt-4 is"),
        (
            [replace(AFTER[0], surface="azure"), AFTER[1]],
            "gpt-5.6-sol there would be taken for an id of azure, not of openai",
        ),
    ],
)
def test_an_id_that_would_be_misread_is_told(after: list[Reference], reason: str) -> None:
    assert [(fault.reason, fault.change) for fault in amiss(BEFORE, after, [CHANGE])] == [(reason, CHANGE)]


@pytest.mark.parametrize(
    "after",
    [
        [AFTER[0]],
        [AFTER[0], replace(AFTER[1], id="gpt-5-new")],
        [*AFTER, replace(OTHER, span=CHANGE.span)],
        [AFTER[0], OTHER],
        [AFTER[0], replace(AFTER[1], surface="azure")],
    ],
)
def test_any_other_difference_is_told(after: list[Reference]) -> None:
    found = amiss(BEFORE, after, [CHANGE])
    assert found
    assert all(fault.change is None and "would be read otherwise then" in fault.reason for fault in found)


def test_what_only_running_code_knows_may_hold_what_changes() -> None:
    def joined(text: str) -> Reference:
        found = reference(at(5, 1, "f()"), text)
        return replace(found, occurrence=replace(found.occurrence, dynamic=True))

    assert amiss([*BEFORE, joined('"gpt-4" + x')], [*AFTER, joined('"gpt-5.6-sol" + x')], [CHANGE]) == []


def found(code: str, where: Reference) -> Finding:
    return Finding(code=code, name="n", severity=Severity.ERROR, reference=where, message="calls fail.")


def test_a_finding_on_the_new_id_is_told_unless_it_was_there_before() -> None:
    change = replace(CHANGE, findings=(found("MG101", BEFORE[0]),))
    before = [found("MG101", BEFORE[0]), found("MG402", BEFORE[0])]
    assert fresh(before, [found("MG402", AFTER[0]), found("MG101", AFTER[1])], [change]) == []
    for code in ("MG101", "MG401"):
        (fault,) = fresh(before, [found(code, AFTER[0])], [change])
        assert fault.reason == f"gpt-5.6-sol would fail the build as well, by {code}: calls fail."
        assert fault.change == change
