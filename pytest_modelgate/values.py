"""The frozen values that travel between rooms; each stage adds one noun that holds the one before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pytest_modelgate.orders import IdleIgnore, Policy
from pytest_modelgate.tallies import FileTally
from pytest_modelgate.terms import Context, Role, Severity, Verdict

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from pytest_modelgate.changes import Changed
    from pytest_modelgate.live_values import Listing, LiveEvidence
    from pytest_modelgate.locked import LockEvidence
    from pytest_modelgate.records import ApiRecord, ModelRecord
    from pytest_modelgate.tallies import TableUsed
    from pytest_modelgate.terms import Applicability, Doubt, Reach, State, Told


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Where a text stands: 1-based lines and columns in characters of the raw file, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file decoded once. `text` has no byte order mark and keeps the newlines of the file."""

    path: Path
    shown: str
    """The path as reports print it: relative where it can be, `/` between parts, undecodable bytes as `\\xNN`."""
    text: str
    encoding: str
    bom: bool = False
    test: bool = False
    """Whether the path says that the file is a test, a fixture or a recorded answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A call that a text reaches as its model."""

    call: str
    """As the code spells it: `client.chat.completions.create`."""
    line: int
    argument: int | None = None
    """The line on which the call is given the text, where that is not the call's own."""
    path: str | None = None
    """The file of the call, where that is not the text's own."""
    surfaces: tuple[str, ...] = ()
    """Who the code says will answer; empty when it does not say."""
    endpoint: str | None = None
    """What serves the call, in the words of `kinds.ModelCall.endpoint`; None where that does not matter."""
    client: str | None = None
    """The class of the client that is asked."""
    base: str | None = None
    """The client's own address, where nothing in the code sends it elsewhere."""
    sure: bool = True
    """Whether the text is what this call is given, rather than one of several that a table holds."""
    known: bool = True
    """Whether it is a call that takes a model, rather than something called like one that may be anything."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A string that may name a model."""

    text: str
    """The string's value, joined where the code joins it; for a dynamic one, its source as written."""
    span: Span
    """The value's place without quotes; of a joined or dynamic string, the whole expression."""
    reach: Reach
    role: Role
    context: Context = Context.NONE
    surfaces: tuple[str, ...] = ()
    """Who the code says will be asked for it; empty when the code does not say."""
    editable: bool = True
    """Whether the text of the span, cut from the file, is the value itself."""
    dynamic: bool = False
    """Whether part of the text is known only when the code runs."""
    uses: tuple[Use, ...] = ()
    """The known calls that it reaches, in order of line."""
    api: bool = False
    """Whether it is no model but the call, or the address, of an API that the table has an end for."""
    symbol: str | None = None
    """The name that holds it, dotted: `CONSTANT`, `Class.field`, `function.parameter`; None where nothing does."""
    cell: int | None = None
    """Of a notebook, the number of its cell, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An occurrence that does name a model, or would name one if it were spelt right."""

    path: str
    occurrence: Occurrence
    span: Span
    """The id inside the literal, as written, without a routing prefix or white space around it."""
    id: str
    """The id as written."""
    model: str | None
    """The normalised id; of a mistyped one, as written without its route; None when dynamic."""
    surface: str | None
    """The surface that judges it; None when no known provider's does."""
    surfaces: tuple[str, ...] = ()
    """Every surface that remains possible, when there is more than one."""
    role: Role
    record: ModelRecord | None = None
    api: ApiRecord | None = None
    """Of the use of an API that ends, its row."""
    nearest: tuple[str, ...] = ()
    """Known ids that the text was probably meant to be, the nearest first; empty unless mistyped."""
    certain: bool = False
    """Whether the first of `nearest` is clearly nearer than any other."""
    told: Told | None = None
    """What says which surface will be asked; None when nothing does."""
    corrected: str | None = None
    """Where the configuration gives it its role, as file and line; None where the role was read from the code."""
    foreign: str | None = None
    """Of an id that its client's provider does not have, a surface that does."""
    idle: IdleIgnore | None = None
    """Of an ignore, which is no model, why it is of no use; its `id` is the ignore as it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One replacement on the way from a model to a living one."""

    id: str
    state: State
    condition: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """The official replacements of a model in order; `living` is the first that is alive, or None."""

    steps: tuple[Step, ...] = ()
    living: str | None = None
    same_kind: bool = False
    """Whether `living` simply takes the model's place: nothing speaks for caution."""
    caution: str | None = None
    """Why somebody must look before `living` is written, as part of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that a rule may see besides its reference."""

    state: State
    today: date
    horizon: int
    succession: Succession = Succession()
    after_retirement: str | None = None
    """What the surface does with a retired id: `fails`, `redirects`, `moved` or `host-gone`."""
    title: str | None = None
    """The judging surface as its users call it; None when the table has no such surface."""
    meant: ModelRecord | None = None
    """Of a mistyped id, the row of the nearest known one; `succession` is then that row's."""
    endpoints: frozenset[str] = frozenset()
    """Every endpoint that the table names on the judging surface."""
    listed: bool = False
    """Whether the table has every id that the surface serves, so that an unknown one is news or a mistake."""
    complete: bool = False
    """Whether a complete live list of the surface was read, so that absence means something."""
    third_party_fails: bool = False
    """Whether a date that only third parties report may fail a build."""
    live: LiveEvidence | None = None
    """What the provider's own list says, where it was asked."""
    policy: Policy = field(default_factory=Policy)
    lock: LockEvidence | None = None
    """What the project's lock file says of the reference; None where there is none, or it speaks of other uses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """The text that replaces a span."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Edits that mend a finding, and whether they may be applied unasked."""

    title: str
    applicability: Applicability
    edits: tuple[Edit, ...]
    caution: str | None = None
    """Why they may not be applied unasked, as part of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule says of a reference."""

    code: str
    name: str
    severity: Severity
    reference: Reference
    message: str
    """One sentence or two: the id, the reason with its date, and what to write instead."""
    ends: date | None = None
    successor: str | None = None
    chain: tuple[str, ...] = ()
    fix: Fix | None = None
    fails_from: date | None = None
    """Of an end that was announced so lately that it is in its grace, the day from which it fails builds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """Trouble with the run, not with the code."""

    message: str
    path: str | None = None
    line: int | None = None
    blocking: bool = False
    """Whether there can be no clean verdict because of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A finding that somebody silenced, by what, and why."""

    finding: Finding
    by: str
    reason: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a format may show. Findings, references and suppressions are sorted by path, span and code."""

    today: date
    table: TableUsed
    findings: tuple[Finding, ...] = ()
    references: tuple[Reference, ...] = ()
    states: tuple[State, ...] = ()
    """The state of each reference, in the order of `references`."""
    successions: tuple[Succession, ...] = ()
    """The replacements of each reference, in the order of `references`."""
    suppressed: tuple[Suppression, ...] = ()
    notifications: tuple[Notification, ...] = ()
    rules: tuple[str, ...] = ()
    """The codes of the rules that ran."""
    files: FileTally = field(default_factory=FileTally)
    gate_roles: frozenset[Role] = frozenset({Role.RUNTIME})
    fail_on: Severity = Severity.ERROR
    changed: Changed | None = None
    """What a change touched, where only that may fail the build."""
    live: tuple[Listing, ...] = ()
    """What came of asking the providers, sorted by surface and origin."""
    keys_at_hand: tuple[str, ...] = ()
    """Variables with keys of the providers whose ids were found, where none was asked."""

    def counts(self, finding: Finding) -> bool:
        """Whether the finding would fail the build on any line: by its role and severity, and not in its grace."""
        due = finding.fails_from is None or finding.fails_from <= self.today
        return due and finding.reference.role in self.gate_roles and finding.severity.rank >= self.fail_on.rank

    def touched(self, reference: Reference) -> bool:
        """Whether the change holds the reference or a call that it reaches; any is, where no change is looked at."""
        if self.changed is None:
            return True
        path, uses = reference.path, reference.occurrence.uses
        places = [(path, span.line, span.end_line) for span in (reference.span, reference.occurrence.span)]
        places += [(use.path or path, line, line) for use in uses for line in (use.line, use.argument or use.line)]
        return any(self.changed.holds(*place) for place in places)

    def gates(self, finding: Finding) -> bool:
        """Whether the finding fails the build."""
        return self.counts(finding) and self.touched(finding.reference)

    @property
    def verdict(self) -> Verdict:
        """FINDINGS when any finding gates, else NO_VERDICT when something could not be judged, else CLEAN."""
        if any(self.gates(finding) for finding in self.findings):
            return Verdict.FINDINGS
        if any(notification.blocking for notification in self.notifications):
            return Verdict.NO_VERDICT
        return Verdict.CLEAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A call, or a name called like a model, whose model another file holds."""

    path: str
    """What is imported, as the file spells it, relative dots included: `.config.settings.model`."""
    use: Use
    occurrence: Occurrence | None = None
    """The call's own, for when no file of the scan holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What a language read from one file, and what it could not read."""

    occurrences: tuple[Occurrence, ...] = ()
    links: tuple[Link, ...] = ()
    notifications: tuple[Notification, ...] = ()
