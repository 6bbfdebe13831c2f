from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.baseline import Baseline, Entry, applied, entry_of, read, rendered
from pytest_modelgate.errors import UsageError
from pytest_modelgate.tallies import TableUsed
from pytest_modelgate.terms import Reach, Role, Severity
from pytest_modelgate.values import Finding, Occurrence, Reference, Report, Span, Use

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 21)


def finding(
    path: str = "app.py",
    id: str = "gpt-4-0314",  # noqa: A002
    symbol: str | None = "MODEL",
    *,
    line: int = 1,
    code: str = "MG101",
    role: Role = Role.RUNTIME,
    severity: Severity = Severity.ERROR,
) -> Finding:
    span = Span(line=line, column=1, end_line=line, end_column=9)
    occurrence = Occurrence(text=id, span=span, reach=Reach.CONSTANT, role=role, symbol=symbol)
    reference = Reference(path=path, occurrence=occurrence, span=span, id=id, model=id, surface="openai", role=role)
    return Finding(code=code, name="a-rule", severity=severity, message="gone", reference=reference)


def report(*findings: Finding) -> Report:
    return Report(today=TODAY, table=TableUsed(as_of=TODAY, rows=1), findings=findings)


def left(findings: list[Finding], known: list[Finding], gone: tuple[str, ...] = ()) -> list[Finding]:
    """What the baseline of the known findings leaves of findings."""
    baseline = Baseline(name="b.json", entries=tuple(map(entry_of, known)))
    found, pairs = applied(report(*findings), baseline, gone.__contains__)
    assert len(found.findings) + len(found.suppressed) == len(findings)
    assert len(found.suppressed) == len(pairs)
    return list(found.findings)


def test_a_finding_is_known_wherever_in_its_file_it_stands() -> None:
    assert left([finding(line=80)], [finding(line=3)]) == []


def test_what_is_silenced_says_by_which_entry() -> None:
    baseline = Baseline(name="b.json", entries=(replace(entry_of(finding()), line=7),))
    found, _ = applied(report(finding()), baseline, lambda _path: False)
    (only,) = found.suppressed
    assert (only.finding, only.by, only.reason, only.until) == (finding(), "baseline, b.json:7", None, None)


@pytest.mark.parametrize(
    "other",
    [finding(code="MG102"), finding(path="other.py"), finding(id="gpt-4")],
    ids=["rule", "path", "id"],
)
def test_another_rule_or_file_or_id_is_new(other: Finding) -> None:
    assert left([other], [finding()]) == [other]


def test_one_entry_speaks_for_one_finding() -> None:
    both = [finding(line=1), finding(line=2)]
    assert left(both, both) == []
    assert left(both, [finding()]) == [both[1]]


def test_a_renamed_symbol_is_known_unless_the_old_one_is_still_there() -> None:
    assert left([finding(symbol="DEFAULT")], [finding()]) == []
    assert left([finding(symbol="DEFAULT"), finding(line=2)], [finding()]) == [finding(symbol="DEFAULT")]


def test_a_file_has_moved_only_when_nothing_is_where_it_was() -> None:
    moved = finding(path="src/chat.py")
    assert left([moved], [finding()]) == [moved]
    assert left([moved], [finding()], gone=("app.py",)) == []
    assert left([replace(moved, code="MG102")], [finding()], gone=("app.py",)) != []
    renamed = finding(path="src/app.py", symbol="other")
    assert left([renamed], [finding()], gone=("app.py",)) == []
    assert left([finding(path="src/chat.py", symbol="other")], [finding()], gone=("app.py",)) != []


def test_what_fails_the_build_is_known_before_what_does_not() -> None:
    mild = finding(line=1, role=Role.TEST)
    assert left([mild, finding(line=2)], [finding()]) == [mild]


def test_where_nothing_holds_the_id_the_call_does() -> None:
    found = finding(symbol=None)
    call = replace(found.reference.occurrence, uses=(Use(call="client.create", line=1), Use(call="b", line=2)))
    found = replace(found, reference=replace(found.reference, occurrence=call))
    assert entry_of(found) == Entry(path="app.py", rule="MG101", id="gpt-4-0314", symbol="client.create()")


def test_a_file_is_sorted_and_holds_one_entry_a_line_and_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    entries = [
        entry_of(finding("b.py", 'g"\u202e\n')),
        entry_of(finding("a.py", symbol=None)),
        entry_of(finding("b.py")),
    ]
    path.write_text(rendered(entries), "utf-8")
    assert path.read_text("utf-8") == (
        '{\n  "format": "modelgate-baseline-1",\n  "findings": [\n'
        '    {"path": "a.py", "rule": "MG101", "id": "gpt-4-0314"},\n'
        '    {"path": "b.py", "rule": "MG101", "id": "g\\"\\u202e\\n", "symbol": "MODEL"},\n'
        '    {"path": "b.py", "rule": "MG101", "id": "gpt-4-0314", "symbol": "MODEL"}\n'
        "  ]\n}\n"
    )
    found = read(path, tmp_path)
    assert (found.name, found.entries) == ("b.json", tuple(sorted(entries)))
    assert [entry.line for entry in found.entries] == [4, 5, 6]
    assert rendered(found.entries[::-1]) == path.read_text("utf-8")


def test_an_empty_one_is_valid(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(rendered([]), "utf-8")
    assert json.loads(rendered([]))["findings"] == []
    assert read(tmp_path / "b.json", tmp_path).entries == ()


ENTRY = '{"path": "a", "rule": "MG101", "id": "x"}'
BEGIN = '{"format": "modelgate-baseline-1", "findings": ['


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "b.json:1: not valid JSON"),
        (f"{BEGIN}\n{ENTRY},\n<<<<<<< HEAD\n".encode(), "b.json:3: not valid JSON"),
        (b"{\n\xff}", "b.json:2: not UTF-8"),
        (b"[" * 100_000, "b.json:1: not JSON that can be read"),
        (b"9" * 5_000, "b.json:1: not JSON that can be read"),
        (b"[]", "b.json:1: this is no baseline"),
        (b'{"name": "package"}', "b.json:1: this is no baseline"),
        (b'{"format": "modelgate-baseline-1"}', "b.json:1: this is no baseline"),
        (b'{"format": "modelgate-baseline-2"}', "b.json:1: a newer modelgate wrote this"),
        (f'{BEGIN}\n{ENTRY},\n{{"path": "a"}}]}}'.encode(), "b.json:3: an entry has the texts path, rule and id"),
        (f"{BEGIN}\n\n7]}}".encode(), "b.json:3: an entry has"),
        (f'{BEGIN}{ENTRY.replace("MG101", "MG101" * 2)},\n{ENTRY[:-1]}, "line": 1}}]}}'.encode(), "b.json:2: an entry"),
        (f'{BEGIN}{{"path": 1, "rule": "MG101", "id": "x"}}]}}'.encode(), "b.json:1: an entry has"),
    ],
)
def test_a_broken_one_is_told_with_its_line(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "b.json").write_bytes(content)
    with pytest.raises(UsageError) as raised:
        read(tmp_path / "b.json", tmp_path)
    (only,) = raised.value.mistakes
    assert only.startswith(message)


def test_every_broken_entry_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(f"{BEGIN}\n1,\n{ENTRY},\n2]}}", "utf-8")
    with pytest.raises(UsageError) as raised:
        read(tmp_path / "b.json", tmp_path)
    assert [mistake.partition(": ")[0] for mistake in raised.value.mistakes] == ["b.json:2", "b.json:4"]
