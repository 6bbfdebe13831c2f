"""One report with every kind of content, hostile texts included, and the sheets that are kept of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.formats import all_formats
from pytest_modelgate.formats._summary import notices, summary
from pytest_modelgate.kinds import Style
from pytest_modelgate.records import ModelRecord
from pytest_modelgate.tallies import FileTally, TableUsed
from pytest_modelgate.terms import Applicability, Context, Doubt, Reach, Role, Severity, State, Told
from pytest_modelgate.values import (
    Edit,
    Finding,
    Fix,
    Notification,
    Occurrence,
    Reference,
    Report,
    Span,
    Step,
    Succession,
    Suppression,
    Use,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 21)

OLD = ModelRecord(
    surface="openai", id="gpt-old", kind="model", modality="chat", retires=date(2026, 10, 1), successors=("gpt-new",)
)
GOING = ModelRecord(surface="openai", id="gpt-going", kind="model", modality="chat", retires=date(2027, 1, 15))
LATER = ModelRecord(surface="anthropic", id="claude-later", kind="model", modality="chat", retires=date(2027, 6, 1))
LIVING = ModelRecord(surface="gemini", id="gemini-living", kind="model", modality="chat")
ANSWERED = Use(call="client.responses.create", line=3, surfaces=("openai",), endpoint="responses", client="OpenAI")
ELSEWHERE = Use(
    call="ask\x1b[1m",
    line=12,
    path="app/\x1b[31mcalls.py",
    endpoint="chat.completions",
    sure=False,
    doubts=(Doubt.NO_API_VERSION,),
)
TO_NEW = Succession(steps=(Step(id="gpt-new", state=State.ACTIVE),), living="gpt-new", same_kind=True)

HOSTILE_PATH = "::error file=x.py::owned/\x1b[31mred\n##[add-mask]x\u202e.py"
HOSTILE_ID = "gpt-\x1b]0;title\x07\r\n::warning::##[error]\u200b\ud800<script>|`"


def reference(
    model_id: str,
    path: str,
    line: int,
    *,
    role: Role = Role.RUNTIME,
    record: ModelRecord | None = None,
    column: int = 9,
    surface: str | None = "openai",
    surfaces: tuple[str, ...] = (),
    nearest: tuple[str, ...] = (),
    dynamic: bool = False,
    uses: tuple[Use, ...] = (),
    told: Told | None = None,
    symbol: str | None = None,
) -> Reference:
    """A reference whose literal is just the id."""
    span = Span(line=line, column=column, end_line=line, end_column=column + len(model_id))
    occurrence = Occurrence(
        text=model_id,
        span=span,
        reach=Reach.F_STRING if dynamic else Reach.CALL_ARGUMENT,
        role=role,
        context=Context.CALL,
        dynamic=dynamic,
        uses=uses,
        symbol=symbol,
    )
    return Reference(
        path=path,
        occurrence=occurrence,
        span=span,
        id=model_id,
        model=None if dynamic else model_id,
        surface=record.surface if record is not None else surface,
        surfaces=surfaces,
        role=role,
        record=record,
        nearest=nearest,
        told=told,
    )


def retired(found: Reference, *, fix: bool = True) -> Finding:
    """A finding on a model that is gone."""
    edit = Edit(span=found.span, text="gpt-new")
    return Finding(
        code="MG101",
        name="retired-model",
        severity=Severity.ERROR,
        reference=found,
        message=f"{found.id} was retired by the OpenAI API on 2026-10-01: calls fail. Write gpt-new.",
        ends=date(2026, 10, 1),
        successor="gpt-new",
        chain=("gpt-mid", "gpt-new"),
        fix=Fix(title="Replace gpt-old with gpt-new", applicability=Applicability.SAFE, edits=(edit,)) if fix else None,
    )


def announced(found: Reference) -> Finding:
    """A warning on a model that ends some day."""
    return Finding(
        code="MG103",
        name="deprecated-model",
        severity=Severity.WARNING,
        reference=found,
        message=f"{found.id} ends on 2027-06-01, in 192 days, on the Claude API.",
        ends=date(2027, 6, 1),
    )


def mistyped(found: Reference) -> Finding:
    """A finding without a day or a successor."""
    return Finding(
        code="MG201",
        name="mistyped-model",
        severity=Severity.ERROR,
        reference=found,
        message=f"{found.id} is no model of the OpenAI API; did you mean gpt-new?",
    )


def report() -> Report:
    """The report, sorted as the gate sorts."""
    used = reference("gpt-old", "app/a.py", 3, record=OLD, uses=(ANSWERED, ELSEWHERE), told=Told.CLIENT, symbol="MODEL")
    rows = [
        (mistyped(reference(HOSTILE_ID, HOSTILE_PATH, 1, nearest=("gpt-new",))), State.MISTYPED, Succession()),
        (retired(used), State.RETIRED, TO_NEW),
        (retired(reference("gpt-old", "app/a.py", 7, record=OLD, column=1), fix=False), State.RETIRED, TO_NEW),
        (announced(reference("claude-later", "app/b.py", 2, record=LATER)), State.DEPRECATED, Succession()),
        (retired(reference("gpt-old", "app/prices.py", 4, role=Role.CATALOGUE, record=OLD)), State.RETIRED, TO_NEW),
        (retired(reference("gpt-old", "tests/test_a.py", 5, role=Role.TEST, record=OLD)), State.RETIRED, TO_NEW),
        (retired(reference("gpt-old", "tests/test_b.py", 6, role=Role.TEST, record=OLD)), State.RETIRED, TO_NEW),
    ]
    silenced = retired(reference("gpt-old", "app/c.py", 8, record=OLD))
    quiet = [
        (silenced.reference, State.RETIRED, TO_NEW),
        (reference("gemini-living", "app/d.py", 1, record=LIVING), State.ACTIVE, Succession()),
        (reference("gemini-living", "README.md", 1, role=Role.DOC, record=LIVING), State.ACTIVE, Succession()),
        (
            reference('f"gpt-{size}"', "app/d.py", 2, surface=None, surfaces=("gemini", "openai"), dynamic=True),
            State.DYNAMIC,
            Succession(),
        ),
        (reference("gpt-unheard", "app/d.py", 3), State.UNKNOWN, Succession()),
    ]
    every = [(finding.reference, state, succession) for finding, state, succession in rows] + quiet
    return Report(
        today=TODAY,
        table=TableUsed(as_of=date(2026, 11, 5), rows=430, extra=("team.yaml",)),
        findings=tuple(finding for finding, _, _ in rows),
        references=tuple(found for found, _, _ in every),
        states=tuple(state for _, state, _ in every),
        successions=tuple(succession for _, _, succession in every),
        suppressed=(
            Suppression(
                finding=silenced,
                by="comment on line 8",
                reason="waits for \x1b[1mlegal\n::notice::",
                until=date(2027, 1, 14),
            ),
        ),
        notifications=(
            Notification(message="the table is 60 days old; upgrade modelgate"),
            Notification(message="broken\x1b[0m syntax\n::error::", path="app/e.py", line=9, blocking=True),
        ),
        rules=("MG101", "MG103", "MG201"),
        files=FileTally(
            read=120,
            parsed=9,
            left_out={"ignored by git": ("build/x.py",), "over 1 MiB": ("app/big.py", "::set-output\r.py")},
        ),
    )


def clean() -> Report:
    """A report without findings, and with an end beyond the horizon."""
    going = [reference("gpt-going", "app/a.py", line, record=GOING) for line in (1, 2)]
    return replace(
        report(),
        findings=(),
        suppressed=(),
        notifications=(),
        references=tuple(going),
        states=(State.DEPRECATED, State.DEPRECATED),
        successions=(Succession(), Succession()),
        files=FileTally(read=1, parsed=1),
    )


MARKUP = (
    "<img src=x onerror=alert(1)>",
    '" onmouseover=alert(1) x="',
    "' autofocus onfocus=alert(1) x='",
    "{{ 7 * 7 }}{% raw %}${7*7}",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "</title></head><body onload=alert(1)>",
    "<!--<script>",
    "]]><svg onload=alert(1)>",
    "javascript:alert(1)",
    "&lt;b&gt;&amp;&#60;",
    "x" * 900,
    "\u0645\u0631\u062d\u0628\u0627-gpt",
    "gpt-\U0001f600" * 40,
    "a  b   c",
)
"""Texts that a page could take for markup, a template for code, or a layout for too wide."""


def hostile() -> Report:
    """The report with such texts in every place that can hold one."""
    made = report()
    files = ("a/" * 200 + "<b>.py", *(f"{text[:200]}/x.py" for text in MARKUP))
    rows = []
    for number, text in enumerate(MARKUP):
        ends = date(2027 if number % 2 else 2026, 12, 1 + number)
        record = ModelRecord(surface="openai", id=text, kind="model", modality="chat", retires=ends)
        use = Use(call=text, line=1, endpoint=text, client=text)
        living = Succession(living=MARKUP[number - 1])
        for line, path in enumerate(files[number : number + 2], 1):
            ending = reference(text, path, line, record=record, symbol=text, uses=(use,))
            rows.append((ending, State.RETIRING, living))
        rows.append((reference(text, "b.py", number + 1, surface=text), State.UNKNOWN, Succession()))
    return replace(
        made,
        table=replace(made.table, extra=MARKUP[:3], read_up_to=dict.fromkeys(MARKUP, TODAY)),
        references=(*made.references, *(found for found, _, _ in rows)),
        states=(*made.states, *(state for _, state, _ in rows)),
        successions=(*made.successions, *(succession for _, _, succession in rows)),
        notifications=(
            *made.notifications,
            *(Notification(message=text, path=text, line=1, blocking=True) for text in MARKUP),
        ),
        files=replace(made.files, left_out={**made.files.left_out, **dict.fromkeys(MARKUP, MARKUP)}),
    )


def _rendered(name: str, style: Style, command: str = "check") -> Callable[[], str]:
    form = next(form for form in all_formats() if form.name == name)
    return lambda: form.render(command, report(), style)


def _aside(made: Report, style: Style) -> str:
    return "\n".join([*notices(made, style), *summary(made, style)]) + "\n"


SHEETS: dict[str, Callable[[], str]] = {
    "csv": _rendered("csv", Style(), "inventory"),
    "cyclonedx": _rendered("cyclonedx", Style(project=HOSTILE_ID), "inventory"),
    "html": _rendered("html", Style(project=HOSTILE_ID), "inventory"),
    "ics": lambda: _rendered("ics", Style(project=HOSTILE_ID), "inventory")().replace("\r\n", "\n"),
    "text": _rendered("text", Style()),
    "text-all": _rendered("text", Style(everything=True, root="../up")),
    "text-explain": _rendered("text", Style(evidence=True)),
    "text-explain-terminal": _rendered("text", Style(evidence=True, colour=True, everything=True, width=72)),
    "text-terminal": _rendered("text", Style(colour=True, everything=True, width=72)),
    "json": _rendered("json", Style()),
    "jsonl": _rendered("jsonl", Style()),
    "jsonl-inventory": _rendered("jsonl", Style(), "inventory"),
    "github": _rendered("github", Style(root="../up")),
    "gitlab": _rendered("gitlab", Style()),
    "junit": _rendered("junit", Style()),
    "markdown": _rendered("markdown", Style()),
    "markdown-inventory": _rendered("markdown", Style(everything=True), "inventory"),
    "rdjson": _rendered("rdjson", Style()),
    "sarif": _rendered("sarif", Style(root="service")),
    "table": _rendered("table", Style(), "inventory"),
    "table-terminal": _rendered("table", Style(colour=True, everything=True, width=72), "inventory"),
    "summary": lambda: _aside(report(), Style()) + _aside(clean(), Style()),
    "summary-terminal": lambda: _aside(report(), Style(colour=True, width=72)),
}
