from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pytest_modelgate.formats._layout import count, relative, where, wrapped
from pytest_modelgate.formats._summary import MESSAGE_LIMIT, next_end, notices, summary
from pytest_modelgate.formats.text import FORMAT, counted, line_of
from pytest_modelgate.kinds import Style
from pytest_modelgate.records import ApiRecord
from pytest_modelgate.tallies import FileTally
from pytest_modelgate.terms import Doubt, Role, Severity, Told
from pytest_modelgate.values import Finding, Notification, Reference, Report, Use
from tests.golden.sample import clean, mistyped, reference, report, retired


def rendered(*findings: Finding, everything: bool = False, width: int | None = None) -> str:
    return FORMAT.render("check", replace(clean(), findings=findings), Style(everything=everything, width=width))


def test_a_finding_begins_with_its_place_so_that_editors_can_go_there() -> None:
    text = rendered(retired(reference("gpt-old", "app/a.py", 3)))
    assert text.startswith("app/a.py:3:9: MG101 retired-model: gpt-old was retired")
    assert text.count("\n") == 1


def test_files_are_set_apart_by_an_empty_line() -> None:
    text = rendered(
        retired(reference("gpt-old", "a.py", 1)),
        retired(reference("gpt-old", "a.py", 2)),
        retired(reference("gpt-old", "b.py", 1)),
    )
    assert [line.partition(": ")[0] for line in text.splitlines()] == ["a.py:1:9", "a.py:2:9", "", "b.py:1:9"]


def test_what_fails_comes_before_what_does_not() -> None:
    calm = replace(retired(reference("gpt-old", "a.py", 1)), severity=Severity.NOTE, code="MG104", name="legacy-model")
    text = rendered(calm, retired(reference("gpt-old", "b.py", 1)))
    first, _, second = text.splitlines()
    assert first.startswith("b.py:1:9: MG101 retired-model: ")
    assert second.startswith("a.py:1:9: MG104 legacy-model (note): ")


def test_roles_that_do_not_gate_are_counted_until_all_is_asked_for() -> None:
    in_test = retired(reference("gpt-old", "tests/test_a.py", 1, role=Role.TEST))
    in_docs = mistyped(reference("gpt-odl", "README.md", 2, role=Role.DOC))
    assert rendered(in_test, in_docs) == (
        "1 finding in tests does not fail the build (1 MG101 retired-model).\n"
        "1 finding in documentation does not fail the build (1 MG201 mistyped-model)."
        " List them with `modelgate check --all`.\n"
    )
    listed = rendered(in_test, in_docs, everything=True)
    assert "tests/test_a.py:1:9: MG101 retired-model (test): " in listed
    assert "README.md:2:9: MG201 mistyped-model (doc): " in listed
    assert "--all" not in listed


def test_a_role_that_gates_is_listed_and_not_counted() -> None:
    finding = retired(reference("gpt-old", "tests/test_a.py", 1, role=Role.TEST))
    made = replace(clean(), findings=(finding,), gate_roles=frozenset({Role.TEST}))
    assert counted(made, Style()) == []
    assert FORMAT.render("check", made, Style()).startswith("tests/test_a.py:1:9: MG101 retired-model: ")


def test_long_messages_wrap_at_the_terminal_only() -> None:
    finding = replace(retired(reference("gpt-old", "a.py", 1)), message="word " * 40 + "end.")
    assert rendered(finding).count("\n") == 1
    lines = rendered(finding, width=60).splitlines()
    assert lines[0] == "a.py:1:9: MG101 retired-model"
    assert len(lines) > 3
    assert all(line.startswith("    word") and len(line) <= 60 for line in lines[1:])


def told(found: Reference) -> list[str]:
    made = replace(clean(), findings=(retired(found),))
    return [line.strip() for line in FORMAT.render("check", made, Style(evidence=True)).splitlines()[1:]]


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            reference("gpt-old", "a.py", 1, told=Told.CLIENT, uses=(Use(call="ask", line=2, client="OpenAI"),)),
            "asked: openai, by the client that it is given to, OpenAI",
        ),
        (
            reference("gpt-old", "a.py", 1, told=Told.CLIENT, uses=(Use(call="litellm.completion", line=2),)),
            "asked: openai, by the client that it is given to, litellm.completion",
        ),
        (
            reference("gpt-old", "a.py", 1, told=Told.NAME, symbol="OPENAI_MODEL"),
            "asked: openai, by the names of what holds it, OPENAI_MODEL",
        ),
        (
            reference("gpt-old", "a.py", 1, told=Told.FORM),
            "asked: openai, by the form of the id alone: nothing in the code says who is asked",
        ),
        (
            reference("gpt-old", "a.py", 1, surfaces=("azure", "openai")),
            "asked: azure or openai; the mildest verdict of these counts",
        ),
        (reference("gpt-old", "a.py", 1), "asked: openai"),
        (reference("gpt-old", "a.py", 1, surface=None), "asked: not known; nothing says who is asked"),
    ],
)
def test_evidence_says_who_is_asked_and_what_told_it(found: Reference, line: str) -> None:
    assert told(found)[0] == line


def test_evidence_of_a_route_names_the_prefix() -> None:
    found = reference("openrouter/gpt-old", "a.py", 1, told=Told.ROUTE)
    assert told(replace(found, id="gpt-old"))[0] == "asked: openai, by its prefix openrouter/"
    assert told(found)[0] == "asked: openai, by its form, which only that has"


def test_evidence_of_an_api_that_is_called_names_its_address_as_the_reason() -> None:
    api = ApiRecord(surface="github-models", id="models.inference.ai.azure.com", title="GitHub Models")
    found = replace(reference("https://models.inference.ai.azure.com", "a.py", 1, told=Told.ROUTE), api=api)
    assert told(found)[0] == "asked: openai, by the address"


def test_evidence_names_the_calls_that_are_reached_but_not_without_end() -> None:
    uses = tuple(Use(call=f"ask{line}", line=line, endpoint="responses") for line in range(1, 6))
    assert told(reference("gpt-old", "a.py", 1, uses=uses))[1] == (
        "reaches: ask1 at a.py:1, through responses; ask2 at a.py:2, through responses;"
        " ask3 at a.py:3, through responses; and 2 more calls"
    )
    assert told(reference("gpt-old", "a.py", 1))[1] == "reaches: no call that is known"


@pytest.mark.parametrize("doubt", list(Doubt))
def test_evidence_says_what_is_wrong_with_a_client(doubt: Doubt) -> None:
    use = Use(call="ask", line=1, path="b.py", client="AzureOpenAI", doubts=(doubt,))
    assert told(reference("gpt-old", "a.py", 1, uses=(use,)))[1].startswith("reaches: ask at b.py:1, of AzureOpenAI, ")


def test_evidence_is_shown_only_when_it_is_asked_for() -> None:
    assert "asked:" not in rendered(retired(reference("gpt-old", "a.py", 1)), everything=True)


def test_an_endless_message_is_cut_and_says_so() -> None:
    finding = replace(retired(reference("gpt-old", "a.py", 1)), message="x" * (MESSAGE_LIMIT + 5))
    assert "x... (5 more characters)" in rendered(finding)


def test_paths_are_shown_from_where_the_reader_stands() -> None:
    finding = retired(reference("gpt-old", "app/a.py", 3))
    assert line_of(finding, Style(root="..")).startswith("../app/a.py:3:9: MG101 gpt-old was retired")
    assert where("app/a.py", Style(root="../app/.."), 1) == "../app/a.py:1"
    assert where("/elsewhere/a.py", Style(root=".."), 1, None) == "/elsewhere/a.py:1"
    assert relative(Path("/x/y"), Path("/x/y/z")) == ".."


@pytest.mark.parametrize(("number", "text"), [(0, "0 files"), (1, "1 file"), (2, "2 files")])
def test_count(number: int, text: str) -> None:
    assert count(number, "file") == text


def test_words_are_never_broken() -> None:
    assert wrapped("short " + "x" * 90, Style(width=40)) == ["short", "x" * 90]


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (report(), "3 findings in 2 files fail the build. Besides, 1 problem left something unjudged. "),
        (replace(report(), notifications=()), "3 findings in 2 files fail the build. "),
        (replace(report(), findings=report().findings[:1], notifications=()), "1 finding in 1 file fails the build. "),
        (replace(report(), findings=()), "No verdict: 1 problem left something unjudged. "),
        (replace(report(), findings=report().findings[3:], notifications=()), "Clean: nothing fails the build. "),
        (clean(), "Clean: no finding. "),
    ],
)
def test_the_summary_says_the_verdict_in_words(made: Report, words: str) -> None:
    assert summary(made, Style())[0].startswith(words + f"{count(made.files.read, 'file')} read, ")


def test_the_summary_says_what_was_read_by_which_table_and_for_which_day() -> None:
    made = replace(clean(), files=FileTally(read=3, parsed=2, left_out={"too\x1b": ("a", "b"), "none": ()}))
    first, second = summary(made, Style())
    assert first == (
        "Clean: no finding. 3 files read, 2 parsed, 2 left out (2 too\\x1b); 2 references (2 deprecated);"
        " bundled table of 2026-11-05, 16 days old, with team.yaml, judged for 2026-11-21."
    )
    assert second == "Next end: gpt-going on 2027-01-15, in 55 days, 2 places."


def test_the_next_end_is_told_only_of_gated_code_and_only_when_nothing_fails() -> None:
    assert next_end(clean()) is not None
    assert next_end(replace(clean(), gate_roles=frozenset({Role.TEST}))) is None
    assert next_end(replace(clean(), findings=report().findings)) is None
    assert next_end(replace(clean(), references=())) is None


def test_notices_name_file_and_line() -> None:
    made = replace(
        clean(),
        notifications=(
            Notification(message="general"),
            Notification(message="broken", path="a.py", line=4, blocking=True),
            Notification(message="odd", path="b.py"),
        ),
    )
    assert notices(made, Style()) == ["modelgate: warning: general", "a.py:4: error: broken", "b.py: warning: odd"]
    assert notices(made, Style(), blocking_only=True) == ["a.py:4: error: broken"]
