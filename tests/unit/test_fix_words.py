from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate.changes import Changed
from pytest_modelgate.formats._fixes import (
    change_line,
    diff_lines,
    left_line,
    mended_lines,
    offered,
    replaced,
    spared_lines,
)
from pytest_modelgate.kinds import Style
from pytest_modelgate.remedies import Change, Left, Mended
from pytest_modelgate.tallies import TableUsed
from pytest_modelgate.terms import Applicability, Reach, Role, Severity
from pytest_modelgate.values import Edit, Finding, Fix, Notification, Occurrence, Reference, Report, Span

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 21)
SPAN = Span(line=3, column=9, end_line=3, end_column=14)
FIX = Fix(title="", applicability=Applicability.SAFE, edits=(Edit(span=SPAN, text="gpt-y"),))
REFERENCE = Reference(
    path="src/a.py",
    occurrence=Occurrence(text="gpt-x", span=SPAN, reach=Reach.CONSTANT, role=Role.RUNTIME),
    span=SPAN,
    id="gpt-x",
    model="gpt-x",
    surface="openai",
    role=Role.RUNTIME,
)
FINDING = Finding(
    code="MG101", name="retired-model", severity=Severity.ERROR, reference=REFERENCE, message="gpt-x is gone.", fix=FIX
)
CHANGE = Change(span=SPAN, old="gpt-x", new="gpt-y", findings=(FINDING,))
STYLE = Style()


def test_a_change_is_one_line_with_its_reason() -> None:
    line = "src/a.py:3:9: gpt-x -> gpt-y (MG101 retired-model)"
    assert change_line(CHANGE, "src/a.py", STYLE, TODAY) == line
    assert change_line(CHANGE, "src/a.py", Style(root="../b"), TODAY) == f"../b/{line}"
    ended = replace(CHANGE, findings=(replace(FINDING, ends=TODAY),))
    assert change_line(ended, "a.py", STYLE, TODAY).endswith("(MG101 retired-model; ended 2026-11-21)")
    ending = replace(CHANGE, findings=(replace(FINDING, ends=date(2026, 11, 22)),))
    assert change_line(ending, "a.py", STYLE, TODAY).endswith("(MG101 retired-model; ends 2026-11-22)")
    fix = replace(FIX, applicability=Applicability.UNSAFE, caution="it costs more")
    unsafe = replace(CHANGE, findings=(replace(FINDING, fix=fix),))
    assert change_line(unsafe, "a.py", STYLE, TODAY).endswith("(MG101 retired-model; unsafe: it costs more)")


def test_what_stays_is_told_with_the_reason_or_in_its_own_words() -> None:
    reason = "it costs more; look, then add --unsafe-fixes to write gpt-y"
    assert left_line(Left(finding=FINDING, reason=reason), STYLE) == (
        f"src/a.py:3:9: gpt-x stays (MG101 retired-model): {reason}"
    )
    assert left_line(Left(finding=FINDING), STYLE) == "src/a.py:3:9: MG101 gpt-x is gone."


def test_what_came_of_a_file() -> None:
    file = Mended(path="src/a.py", changes=(CHANGE,), left=(Left(finding=FINDING, reason="no"),))
    assert mended_lines(file, STYLE, TODAY) == [
        "fixed: src/a.py:3:9: gpt-x -> gpt-y (MG101 retired-model)",
        "not fixed: src/a.py:3:9: gpt-x stays (MG101 retired-model): no",
    ]


def test_what_was_not_looked_at_is_counted() -> None:
    spared = {"warnings": [FINDING], "test": [FINDING] * 2, "suppressed": [FINDING], "unchanged": [FINDING] * 3}
    assert spared_lines(spared, [Role.RUNTIME]) == [
        "Not changed: 1 finding that would not fail the build; `--select RULE` names the rules to change all the same.",
        "Not changed: 2 findings of role test; `--gate-roles runtime,test --unsafe-fixes` includes them.",
        "Not changed: 1 suppressed finding.",
        "Not changed: 3 findings on unchanged lines.",
    ]


def test_how_much_was_replaced() -> None:
    assert replaced(1, 1, writes=True) == "1 id was replaced in 1 file."
    assert replaced(3, 2, writes=True) == "3 ids were replaced in 2 files."
    assert replaced(3, 1, writes=False) == "3 ids would be replaced in 1 file; nothing was written."


HOSTILE = "ok\n::error file=x::boom\n \x1b[31mred\x1b[0m\tand tab\n"


def test_hostile_text_reaches_no_terminal_and_no_log() -> None:
    bad = "a\x1b[2J::x\n"
    named = replace(CHANGE, old=bad)
    assert "\x1b" not in change_line(named, f"{bad}.py", STYLE, TODAY)
    assert "\n" not in change_line(named, f"{bad}.py", STYLE, TODAY)
    reference = replace(REFERENCE, id=bad, path=bad)
    told = left_line(Left(finding=replace(FINDING, reference=reference), reason=f"{bad} ##[error]"), STYLE)
    assert "\x1b" not in told
    assert "\n" not in told
    assert "##[" not in told
    lines = "".join(diff_lines("::a.py", f"{HOSTILE}x\n", f"{HOSTILE}y\n", STYLE, exact=False))
    assert "\x1b" not in lines
    assert not any(line[1:].lstrip().startswith("::") for line in lines.splitlines())
    assert "and tab" in lines.split("\t")[1]
    exact = "".join(diff_lines("a.py", f"{HOSTILE}x\n", f"{HOSTILE}y\n", STYLE, exact=True))
    assert " \x1b[31mred" in exact.replace("  ", " ")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git to apply the diff")
@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\n", "a\nc\n"),
        ("a\r\nb\r\n", "a\r\nc\r\n"),
        ("a\nb", "a\nc"),
        ("a\rb\rc\n", "a\rx\rc\n"),
        ("a\n\x0cb\u2028c\n", "a\n\x0cb\u2028d\n"),
        ("ä\tb\n" * 9 + "x\n", "ä\tb\n" * 9 + "y\n"),
    ],
)
def test_the_diff_can_be_applied(before: str, after: str, exact: bool, tmp_path: Path) -> None:
    harmless = before.isprintable() or not set(before) & {"\x0c", "\u2028"}
    if not exact and (not harmless or "\rb" in before):
        return
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.py").write_bytes(before.encode())
    diff = "".join(diff_lines("src/a.py", before, after, STYLE, exact=exact))
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn"], cwd=tmp_path, input=diff.encode(), check=True, capture_output=True
    )
    assert (tmp_path / "src" / "a.py").read_bytes() == after.encode()


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git to apply the diff")
@pytest.mark.skipif(sys.platform == "win32", reason="names of any characters are not Windows'")
@pytest.mark.parametrize(
    "name", ["a b.py", "ä.py", 'q"u.py', "back\\slash.py", "a\n::error::x.py", "\x1b[31m.py", "##[x].py"]
)
def test_the_diff_of_any_name_can_be_applied(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("a\n", "utf-8")
    diff = "".join(diff_lines(name, "a\n", "b\n", STYLE, exact=False))
    assert "\x1b" not in diff
    assert "::error" not in diff
    assert "##[" not in diff
    subprocess.run(["git", "apply"], cwd=tmp_path, input=diff.encode(), check=True, capture_output=True)
    assert (tmp_path / name).read_text("utf-8") == "b\n"


def reported(*findings: Finding, **given: Any) -> Report:
    return Report(today=TODAY, table=TableUsed(as_of=TODAY, rows=1), findings=findings, **given)


def standing(line: int, fix: Fix | None, **given: Any) -> Finding:
    """A finding in the line, with the same fix there."""
    span = replace(SPAN, line=line, end_line=line)
    edits = tuple(replace(edit, span=span) for edit in fix.edits) if fix else ()
    return replace(
        FINDING,
        reference=replace(REFERENCE, span=span),
        fix=None if fix is None else replace(fix, edits=edits),
        **given,
    )


def test_what_fix_would_write_is_offered() -> None:
    safe, none = standing(1, FIX), standing(2, None)
    unsafe = standing(3, replace(FIX, applicability=Applicability.UNSAFE, caution="it costs more"))
    mild = standing(4, FIX, severity=Severity.WARNING)
    assert offered(reported(safe)) == "`modelgate fix` offers a replacement."
    assert offered(reported(safe, mild)) == "`modelgate fix` offers a replacement."
    assert offered(reported(safe, none, unsafe, mild)) == "`modelgate fix` offers a replacement for 1 of the 3."
    assert offered(reported(safe, standing(5, FIX))) == "`modelgate fix` offers a replacement for each."
    assert offered(reported(none, unsafe, mild)) is None
    assert offered(reported()) is None


def test_the_offer_holds_for_the_same_paths_and_options() -> None:
    told = "`modelgate fix`, with the same paths and options, offers a replacement."
    assert offered(reported(standing(1, FIX)), "paths and options") == told


def test_nothing_is_offered_in_a_file_that_was_not_read_to_the_full() -> None:
    note = Notification(message="broken", path="src/a.py", line=1, blocking=True)
    assert offered(reported(standing(1, FIX), notifications=(note,))) is None


def test_only_changed_lines_are_offered() -> None:
    changed = Changed(ref="main", lines={"src/a.py": frozenset({1})})
    told = offered(reported(standing(1, FIX), standing(2, FIX), changed=changed))
    assert told == "`modelgate fix` offers a replacement."
