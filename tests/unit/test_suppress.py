from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import remarks as signs
from pytest_modelgate.orders import Ignore
from pytest_modelgate.remarks import Signs, remarks
from pytest_modelgate.suppress import Silence
from pytest_modelgate.terms import Reach, Role, Severity
from pytest_modelgate.values import Finding, Notification, Occurrence, Reference, Span, Suppression

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pytest_modelgate.parts import Remark

TODAY = date(2026, 11, 21)
RULES = (("MG101", "retired-model"), ("MG102", "retiring-model"), ("MG201", "mistyped-model"))
FORM = "write it as `# modelgate: ignore[retired-model] until=2027-01-31 -- reason`"


def finding(line: int = 1, end_line: int = 0, *, path: str = "app.py", id: str = "openai/gpt-4-0314") -> Finding:  # noqa: A002
    whole = Span(line=line, column=9, end_line=end_line or line, end_column=20)
    occurrence = Occurrence(text=id, span=whole, reach=Reach.CALL_ARGUMENT, role=Role.RUNTIME)
    return Finding(
        code="MG101",
        name="retired-model",
        severity=Severity.ERROR,
        message="gone",
        reference=Reference(
            path=path,
            occurrence=occurrence,
            span=replace(whole, end_line=line),
            id=id,
            model=id.removeprefix("openai/"),
            surface="openai",
            role=Role.RUNTIME,
        ),
    )


def suppress(
    findings: Sequence[Finding],
    remarks: Mapping[str, Sequence[Remark]],
    ignores: Sequence[Ignore],
    rules: Sequence[tuple[str, str]],
    today: date,
) -> tuple[tuple[Finding, ...], tuple[Suppression, ...], tuple[Notification, ...]]:
    silence = Silence(remarks, ignores, rules, today)
    return (*silence.split(findings), silence.mistakes)


def said(text: str, format_: Signs = signs.PYTHON) -> dict[str, tuple[Remark, ...]]:
    return {"app.py": tuple(remarks(text, format_))}


IGNORE = Ignore(path=None, id="gpt-4*", rules=(), reason="planned", until=None, place="pyproject.toml:30")


def silenced_by_comment(text: str, found: Finding, format_: Signs = signs.PYTHON) -> bool:
    kept, suppressed, notifications = suppress([found], said(text, format_), (), RULES, TODAY)
    assert notifications == ()
    assert len(kept) + len(suppressed) == 1
    return bool(suppressed)


def test_a_comment_on_the_line_silences_and_says_who_why_and_how_long() -> None:
    text = 'model = "gpt-4-0314"  # modelgate: ignore[retired-model] until=2026-11-21 -- moves in #12'
    assert suppress([finding()], said(text), (), RULES, TODAY) == (
        (),
        (Suppression(finding=finding(), by="comment, app.py:1", reason="moves in #12", until=TODAY),),
        (),
    )


@pytest.mark.parametrize(
    "comment",
    [
        "# modelgate: ignore[MG101]",
        "#modelgate:ignore[mg101]",
        "# Modelgate: ignore [ MG201 , retired-model ] -- why",
        "# noqa: E501  # modelgate: ignore[MG101]",
        "# modelgate: ignore[MG101]  # noqa: E501",
        "# don't  # modelgate: ignore[MG101]",
    ],
)
def test_ways_to_write_it(comment: str) -> None:
    assert silenced_by_comment(f"model = 'gpt-4-0314'  {comment}\n", finding())


def test_a_comment_for_another_rule_or_line_or_file_does_not_silence() -> None:
    assert not silenced_by_comment("x  # modelgate: ignore[MG102]\n", finding())
    assert not silenced_by_comment("\n\nx  # modelgate: ignore[MG101]\n", finding())
    assert not silenced_by_comment("x  # modelgate: ignore[MG101]\n\n", finding(2))
    kept, *_ = suppress([finding(path="b.py")], said("# modelgate: ignore[MG101]"), (), RULES, TODAY)
    assert kept == (finding(path="b.py"),)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_comment_alone_on_its_line_speaks_for_the_next(newline: str) -> None:
    text = newline.join(["x = 1 \x0c\x85", "  # modelgate: ignore[MG101] -- why", "  model = 'gpt-4-0314'", ""])
    assert silenced_by_comment(text, finding(3))
    assert not silenced_by_comment(text, finding(4))


def test_of_a_text_over_several_lines_each_counts() -> None:
    text = """\
call(  # modelgate: ignore[MG101]
 "gpt-"
  # modelgate: ignore[MG102]
 '''4-0314
'''  # modelgate: ignore[MG101]
)
"""
    assert silenced_by_comment(text, finding(1, 4))
    assert silenced_by_comment(text, finding(2, 5))
    assert silenced_by_comment(text, finding(4, 6))
    assert not silenced_by_comment(text, finding(2, 4))
    assert not silenced_by_comment(text, finding(6, 6))


def test_of_several_alone_below_one_another_each_speaks_for_the_line_below_the_last() -> None:
    text = "# modelgate: ignore[MG101] -- one\n# modelgate: ignore[MG102] -- other\nmodel = 1\n"
    assert silenced_by_comment(text, finding(3))
    assert not silenced_by_comment(text.replace("-- one\n", "-- one\n\n"), finding(4))
    assert not silenced_by_comment(text, finding(4))


def test_a_block_speaks_for_where_it_begins_and_ends_and_for_what_is_below() -> None:
    block = "/*\n * modelgate: ignore[MG101]\n * for now\n */"
    assert silenced_by_comment(f"{block}\nmodel = 1", finding(5), signs.SCRIPT)
    assert silenced_by_comment(f"{block} model = 1", finding(4), signs.SCRIPT)
    assert not silenced_by_comment(f"{block} model = 1\n", finding(5), signs.SCRIPT)
    assert not silenced_by_comment(f"{block}\nmodel = 1", finding(3), signs.SCRIPT)


@pytest.mark.parametrize(
    ("comment", "format_", "form"),
    [
        ("// modelgate: ignore", signs.SCRIPT, "// {}"),
        ("/* modelgate: ignore */", signs.SCRIPT, "/* {} */"),
        ("<!-- modelgate: ignore -->", signs.MARKUP, "<!-- {} -->"),
        ("-- modelgate: ignore", signs.SQL, "-- {}"),
        ("; modelgate: ignore", signs.INI, "; {}"),
    ],
)
def test_the_right_form_is_told_in_the_signs_of_the_language(comment: str, format_: Signs, form: str) -> None:
    *_, (only,) = suppress([], said(f"\n{comment}\n", format_), (), RULES, TODAY)
    form = form.format("modelgate: ignore[retired-model] until=2027-01-31 -- reason")
    assert only.message == (
        f"app.py:2: `ignore` does not say which rules, so this comment silences nothing; write it as `{form}`"
    )
    assert only.blocking


@pytest.mark.parametrize(
    "line",
    [
        "x = '# modelgate: ignore[MG101]'",
        'x = "it\'s # modelgate: ignore[MG101]"',
        'x = """\n# modelgate: ignore[MG101]\n"""',
        "x = 'a\\'# modelgate: ignroe[MG101]'",
        "x = 1  # see modelgate: ignore[MG101]",
        "# modelgate is run here; modelgate ignores what it does not know",
        "# modelgate: see the handbook",
        "# modelgated: ignore[MG101]",
    ],
)
def test_text_that_only_looks_like_one_is_none(line: str) -> None:
    for at in range(1, 4):
        assert not silenced_by_comment(line, finding(at))


def test_a_comment_at_the_top_speaks_for_the_file() -> None:
    text = "#!/usr/bin/env python\n# modelgate: ignore-file[retired-model] -- a museum\n" + "\n" * 90
    assert silenced_by_comment(text, finding(80))


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("# modelgate: ignore", "`ignore` does not say which rules"),
        ("# modelgate: ignore MG101", "`ignore` does not say which rules"),
        (
            "# modelgate: ignore[]",
            "'' is no rule; known are MG101, MG102, MG201, mistyped-model, retired-model, retiring-model",
        ),
        ("# modelgate: ignore[retired-modle]", "'retired-modle' is no rule; did you mean 'retired-model'?"),
        (
            "# modelgate: ignore[MG101, MG999x]",
            "'MG999x' is no rule; known are MG101, MG102, MG201, mistyped-model, retired-model, retiring-model",
        ),
        ("# modelgate: ignore[MG101", "the bracket is not closed"),
        ("# modelgate: ignroe[MG101]", "'ignroe' is not something modelgate knows; did you mean 'ignore'?"),
        ("# modelgate: ignored", "'ignored' is not something modelgate knows; did you mean 'ignore'?"),
        ("# modelgate: disable=MG101", "'disable' is not something modelgate knows; known are ignore, ignore-file"),
        ("# modelgate ignore[MG101]", "the colon behind `modelgate` is missing"),
        ("# modelgate: ignore[MG101] until=2027-02-30", "until='2027-02-30' is no date"),
        ("# modelgate: ignore[MG101] until=20270131", "until='20270131' is no date"),
        ("# modelgate: ignore[MG101] untill=2027-01-31", "'untill=2027-01-31' is not understood"),
        ("# modelgate: ignore[MG101] because of it", "'because of it' is not understood"),
        ("x = 1  # modelgate: ignore-file[MG101]", "`ignore-file` must stand alone on one of the first 20 lines"),
        ("\n" * 20 + "# modelgate: ignore-file[MG101]", "`ignore-file` must stand alone on one of the first 20 lines"),
    ],
)
def test_a_mistyped_comment_silences_nothing_and_blocks(comment: str, reason: str) -> None:
    line = comment.count("\n") + 1
    message = f"app.py:{line}: {reason}, so this comment silences nothing; {FORM}"
    assert suppress([finding(line)], said(comment), (), RULES, TODAY) == (
        (finding(line),),
        (),
        (Notification(message=message, path="app.py", line=line, blocking=True),),
    )


def test_the_day_after_its_last_a_comment_silences_nothing_and_the_finding_is_back() -> None:
    text = "model = 'gpt-4-0314'  # modelgate: ignore[MG101] until=2026-11-20"
    silence = Silence(said(text), (), RULES, TODAY)
    assert silence.split([finding()]) == ((finding(),), ())
    ((order, back),) = silence.back.items()
    assert (order.until, back) == (date(2026, 11, 20), [finding()])
    assert silence.ended(order)


def test_a_comment_past_its_day_says_nothing_while_something_else_silences() -> None:
    text = "model = 'gpt-4-0314'  # modelgate: ignore[MG101] until=2026-11-20"
    kept, (only,), notifications = suppress([finding()], said(text), (IGNORE,), RULES, TODAY)
    assert (kept, notifications) == ((), ())
    assert only.by == "configuration, pyproject.toml:30"


@pytest.mark.parametrize(
    ("ignore", "silences"),
    [
        (IGNORE, True),
        (replace(IGNORE, id="openai/gpt-4-0314"), True),
        (replace(IGNORE, id="gpt-4"), False),
        (replace(IGNORE, id="GPT-4*"), False),
        (replace(IGNORE, rules=("MG102",)), False),
        (replace(IGNORE, rules=("MG101", "MG102")), True),
        (replace(IGNORE, path="src/"), True),
        (replace(IGNORE, path="/legacy/*.py"), False),
        (replace(IGNORE, id=None, path="*.py"), True),
        (replace(IGNORE, id="claude-*", path="*.py"), False),
        (replace(IGNORE, until=TODAY), True),
    ],
)
def test_an_ignore_silences_where_all_that_it_names_applies(ignore: Ignore, silences: bool) -> None:
    found = finding(path="src/legacy/chat.py")
    silenced = Suppression(finding=found, by="configuration, pyproject.toml:30", reason="planned", until=ignore.until)
    expected = ((), (silenced,), ()) if silences else ((found,), (), ())
    assert suppress([found], {}, (ignore,), RULES, TODAY) == expected


def test_an_ignore_past_its_day_brings_its_findings_back() -> None:
    ignore = replace(IGNORE, until=date(2026, 11, 20))
    found = [finding(1), finding(2)]
    silence = Silence({}, (ignore,), RULES, TODAY)
    assert silence.split(found) == (tuple(found), ())
    assert silence.back == {ignore: found}


def test_which_orders_speak_for_anything_is_known() -> None:
    other = replace(IGNORE, id="claude-*", place="pyproject.toml:40")
    silence = Silence(
        said("x  # modelgate: ignore[MG101]\ny  # modelgate: ignore[MG101]"), (IGNORE, other), RULES, TODAY
    )
    silence.split([finding()])
    first, second = silence.comments["app.py"]
    assert [silence.is_heard(order) for order in (first, second, IGNORE, other)] == [True, False, True, False]
    silence.hear(finding(2).reference, ("MG102",))
    assert not silence.is_heard(second)
    silence.hear(finding(2, id="claude-2").reference, ("MG102", "MG101"))
    assert silence.is_heard(second)
    assert silence.is_heard(other)
    assert silence.back == {}


def test_findings_keep_their_order() -> None:
    found = [finding(line) for line in (1, 2, 3, 4)]
    text = "1\n2  # modelgate: ignore[MG101]\n3\n4  # modelgate: ignore[MG101]\n"
    kept, suppressed, _ = suppress(found, said(text), (), RULES, TODAY)
    assert [each.reference.span.line for each in kept] == [1, 3]
    assert [each.finding.reference.span.line for each in suppressed] == [2, 4]


def test_many_comments_cost_no_more_than_their_number() -> None:
    text = "# modelgate: ignore[MG102]\n" * 30_000
    found = [finding(line) for line in range(1, 30_001)]
    begun = time.process_time()
    kept, *_ = suppress(found, said(text), (), RULES, TODAY)
    assert len(kept) == len(found)
    assert time.process_time() - begun < 10
