from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pytest_modelgate.baseline import Baseline, applied, entry_of, read, rendered
from pytest_modelgate.tallies import TableUsed
from pytest_modelgate.terms import Reach, Role, Severity
from pytest_modelgate.values import Finding, Occurrence, Reference, Report, Span

TODAY = date(2026, 11, 21)
PATHS = ("app.py", "src/app.py", "src/chat.ts")


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    line = draw(st.integers(1, 9))
    span = Span(line=line, column=1, end_line=line, end_column=2)
    id_ = draw(st.sampled_from(["gpt-4", "gpt-3.5"]) | st.text(max_size=3))
    role = draw(st.sampled_from([Role.RUNTIME, Role.TEST]))
    symbol = draw(st.none() | st.sampled_from(["MODEL", "f.model"]))
    occurrence = Occurrence(text=id_, span=span, reach=Reach.OTHER, role=role, symbol=symbol)
    path = draw(st.sampled_from(PATHS))
    reference = Reference(path=path, occurrence=occurrence, span=span, id=id_, model=id_, surface="openai", role=role)
    code = draw(st.sampled_from(["MG101", "MG102"]))
    return Finding(code=code, name="a-rule", severity=Severity.ERROR, message="gone", reference=reference)


def report(found: list[Finding]) -> Report:
    return Report(today=TODAY, table=TableUsed(as_of=TODAY, rows=1), findings=tuple(found))


def recorded(found: list[Finding]) -> Baseline:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "b.json")
        path.write_text(rendered([entry_of(each) for each in found]), "utf-8")
        return read(path, Path(folder))


def elsewhere(finding: Finding, path: str, line: int) -> Finding:
    span = Span(line=line, column=1, end_line=line, end_column=2)
    occurrence = replace(finding.reference.occurrence, span=span)
    return replace(finding, reference=replace(finding.reference, path=path, span=span, occurrence=occurrence))


@given(data=st.data(), known=st.lists(findings(), max_size=12), moved=st.sets(st.sampled_from(PATHS)))
def test_a_baseline_survives_lines_that_are_inserted_findings_in_another_order_and_files_that_move(
    data: st.DataObject, known: list[Finding], moved: set[str]
) -> None:
    now = [
        elsewhere(each, f"moved/{each.reference.path}" if each.reference.path in moved else each.reference.path, line)
        for each, line in zip(known, data.draw(st.lists(st.integers(1, 999), min_size=12)), strict=False)
    ]
    now = data.draw(st.permutations(now))
    found, pairs = applied(report(now), recorded(known), moved.__contains__)
    assert found.findings == ()
    assert len(pairs) == len(known)


@given(known=st.lists(findings(), max_size=9), new=st.lists(findings(), max_size=4), gone=st.booleans())
def test_a_baseline_hides_no_more_findings_than_it_holds(known: list[Finding], new: list[Finding], gone: bool) -> None:
    found, _ = applied(report([*known, *new]), recorded(known), lambda _path: gone)
    assert len(found.findings) == len(new)
    assert len(found.suppressed) == len(known)
