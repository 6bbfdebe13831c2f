"""Finds the ignores that silence nothing, as far as one run can know that no other needs them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from pytest_modelgate.baseline import pairs_of
from pytest_modelgate.decode import content_of
from pytest_modelgate.examine import Examiner
from pytest_modelgate.orders import IdleIgnore
from pytest_modelgate.rules import all_rules
from pytest_modelgate.suppress import matcher
from pytest_modelgate.terms import LiveMode, Reach, Role, State
from pytest_modelgate.values import Evidence, Occurrence, Reference, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from pytest_modelgate.baseline import Baseline, Entry
    from pytest_modelgate.comments import Comment
    from pytest_modelgate.examine import Examined
    from pytest_modelgate.orders import Ignore
    from pytest_modelgate.suppress import Silence
    from pytest_modelgate.values import Finding

    Pair = tuple[Reference, Evidence]

UNUSED = "MG901"
_MOST = 100
"""Files that are read to the full for one ignore; of one that speaks for more, nothing is told."""
_ONE_END = frozenset({"MG102", "MG103"})
"""Rules that tell the same end, by how near it is."""
_OF_LOCK = ("MG503", "MG504")
"""Rules that go by the lock file."""
_OF_LISTS = "MG301"
"""The rule that goes by what the providers list."""
_CHUNK = re.compile(r"[^\W_]+")
_BETWEEN = rb"[^\s\"']{0,60}?"
"""What may stand between two words of an id."""


class Idle:
    """Looks for what the orders of a run could silence, beyond what the run itself has found.

    `files` are all that were read, `pairs` what live answers made of their references, None where nobody was asked.
    `whole` says whether the run reads all that any other would, to which `left_out` is the exception, by reason.
    """

    def __init__(
        self,
        examiner: Examiner,
        files: Sequence[Examined],
        pairs: Sequence[Pair] | None,
        *,
        whole: bool,
        left_out: Mapping[str, Sequence[str]],
    ) -> None:
        self._examiner = examiner
        self._rule = next((rule for rule in examiner.rules if rule.code == UNUSED), None)
        self._files = {file.shown: file for file in files}
        self._answered = {
            (reference.path, reference.span)
            for reference, evidence in pairs or ()
            if evidence.live is not None and (evidence.live.row is not None or evidence.live.absent)
        }
        if not any(rule.code == _OF_LISTS for rule in examiner.rules):
            # What the lists said was not told.
            self._answered = set()
        self._whole = whole
        self._left_out = left_out
        self._full: dict[str, Examined] = {}

    def comments(self, silence: Silence, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """A finding for each comment that is of no use. `findings` are the run's, before anything was silenced."""
        if self._rule is None or not (silence.comments or silence.ignores):
            return ()
        for finding in findings:
            silence.hear(finding.reference, _codes(finding))
        for file in self._files.values():
            self._hear(file, silence)
        found = [
            _of_comment(comment, self._role, silence)
            for path, comments in silence.comments.items()
            if self._is_covered(self._files[path])
            for comment in comments
            if UNUSED not in comment.codes and self._is_idle(comment, (self._files[path],), silence)
        ]
        return tuple(map(self._judged, found))

    def ignores(self, silence: Silence) -> tuple[Finding, ...]:
        """A finding for each ignore of the configuration that is of no use, once `comments` were told."""
        if self._rule is None:
            return ()
        found = (each for each in silence.ignores if each in silence.back or self._speaks_for_nothing(each, silence))
        return tuple(self._judged(_of_ignore(ignore, self._role, silence)) for ignore in found)

    def entries(self, baseline: Baseline, left: Sequence[Entry], told: Iterable[Finding]) -> tuple[Finding, ...]:
        """One finding for all of the `left` entries of a baseline, which match nothing in a run, or none.

        `told` are all findings of the run, silenced or not.
        """
        if self._rule is None or not self._whole:
            return ()
        told = list(told)
        known = {_identity(finding) for finding in told}
        ends = {(each.reference.path, each.reference.id) for each in told if each.code in _ONE_END}
        waiting = [
            entry
            for entry in left
            if not self._is_left_out(entry.path)
            and (self._examiner.settings.locked or entry.rule not in _OF_LOCK)
            and (entry.rule not in _ONE_END or (entry.path, entry.id) not in ends)
        ]
        more = {
            _identity(finding): finding
            for entry in waiting
            if (file := self._files.get(entry.path)) is not None
            for finding in (*file.findings, *self._fully(file).findings)
            if _identity(finding) not in known
        }
        matched = {id(entry) for _, entry in pairs_of(list(more.values()), waiting, lambda _path: False)}
        idle = sorted((each for each in waiting if id(each) not in matched), key=lambda entry: entry.line)
        if not idle:
            return ()
        reference = _reference(baseline.name, idle[0].line, idle[0].id, self._role)
        return (self._judged(replace(reference, idle=IdleIgnore(kind="baseline", others=len(idle) - 1))),)

    def _speaks_for_nothing(self, ignore: Ignore, silence: Silence) -> bool:
        """Whether this run knows that there is nothing that an ignore of the configuration could silence."""
        if not self._whole or silence.is_heard(ignore):
            return False
        if ignore.path is not None and any(_meet(ignore.path, name) for name in self._left_out.get("excluded", ())):
            return False
        files = [file for file in self._files.values() if _could_hold(ignore, file)]
        return len(files) <= _MOST and self._is_idle(ignore, files, silence)

    def _is_idle(self, order: Comment | Ignore, files: Iterable[Examined], silence: Silence) -> bool:
        """Whether an order is past its day, or there is nothing for it, also not in files that are read to the full."""
        if order in silence.back:
            return True
        for file in files:
            if silence.is_heard(order):
                break
            self._hear(self._fully(file), silence)
        return not silence.is_heard(order)

    def _is_covered(self, file: Examined) -> bool:
        """Whether the comments of a file are orders for this run, rather than examples, and all of it was read."""
        gates = not file.prose or Role.DOC in self._examiner.settings.gate_roles
        return gates and not any(note.blocking for note in file.notifications)

    def _is_left_out(self, path: str) -> bool:
        names = (name for names in self._left_out.values() for name in names)
        return any(path == name or (name.endswith("/") and path.startswith(name)) for name in names)

    def _hear(self, file: Examined, silence: Silence) -> None:
        for finding in file.findings:
            silence.hear(finding.reference, _codes(finding))
        for reference, evidence in file.references:
            silence.hear(reference, self._possible(reference, evidence))

    def _possible(self, reference: Reference, evidence: Evidence) -> tuple[str, ...]:
        """What the lock file might say where it was left out, and what only the provider's own list can show."""
        lock = () if self._examiner.settings.locked else _OF_LOCK
        if reference.model is None or (reference.path, reference.span) in self._answered:
            return lock
        unknown = evidence.state in (State.UNKNOWN, State.MISTYPED)
        return (*lock, _OF_LISTS, "MG201", "MG202") if unknown else (*lock, _OF_LISTS)

    def _fully(self, file: Examined) -> Examined:
        """A file as a run with every rule, every role and prose reads it."""
        if file.shown not in self._full:
            self._full[file.shown] = self._reader.examine(file.path)
        return self._full[file.shown]

    @cached_property
    def _reader(self) -> Examiner:
        codes = tuple(rule.code for rule in all_rules())
        settings = replace(self._examiner.settings, select=codes, gate_roles=frozenset(Role), live=LiveMode.OFF)
        return Examiner(settings, self._examiner.today, deep=True)

    @property
    def _role(self) -> Role:
        """That of what the gate goes by, so that an ignore counts in every run."""
        return next((role for role in Role if role in self._examiner.settings.gate_roles), Role.RUNTIME)

    def _judged(self, reference: Reference) -> Finding:
        examiner = self._examiner
        evidence = Evidence(state=State.ACTIVE, today=examiner.today, horizon=examiner.settings.horizon)
        found = None if self._rule is None else self._rule.judge(reference, evidence)
        if found is None:
            raise ValueError(f"{UNUSED} says nothing of an ignore that is of no use")
        return found


def _codes(finding: Finding) -> Collection[str]:
    return _ONE_END if finding.code in _ONE_END else (finding.code,)


def _of_comment(comment: Comment, role: Role, silence: Silence) -> Reference:
    reference = _reference(comment.path, comment.line, comment.written, role, column=comment.column)
    return replace(reference, idle=_idle("comment", comment, sorted(comment.codes), silence))


def _of_ignore(ignore: Ignore, role: Role, silence: Silence) -> Reference:
    path, _, line = ignore.place.rpartition(":")
    named = [f"{name} {value!r}" for name, value in (("path", ignore.path), ("id", ignore.id)) if value is not None]
    where = (path, int(line)) if path and line.isdecimal() else (ignore.place, 1)
    reference = _reference(*where, " and ".join(named), role)
    return replace(reference, idle=_idle("configuration", ignore, ignore.rules, silence))


def _idle(kind: str, order: Comment | Ignore, codes: Sequence[str], silence: Silence) -> IdleIgnore:
    names = {rule.code: rule.name for rule in all_rules()}
    back = tuple(dict.fromkeys(f"{each.name} for {each.reference.id!r}" for each in silence.back.get(order, ())))
    return IdleIgnore(
        kind=kind,
        rules=tuple(names[code] for code in codes),
        until=order.until if silence.ended(order) else None,
        back=back,
    )


def _reference(path: str, line: int, written: str, role: Role, *, column: int | None = None) -> Reference:
    """What a finding on an ignore is about; without a column, the begin of the line on which it begins."""
    begin, end = (1, 1) if column is None else (column, column + len(written))
    span = Span(line=line, column=begin, end_line=line, end_column=end)
    return Reference(
        path=path,
        occurrence=Occurrence(text=written, span=span, reach=Reach.OTHER, role=role, editable=False),
        span=span,
        id=written,
        model=None,
        surface=None,
        role=role,
    )


def _meet(pattern: str, left_out: str) -> bool:
    """Whether a pattern in gitignore syntax may speak of what was left out: a file, or a folder with `/` at its end."""
    from pathspec import GitIgnoreSpec

    plain = re.split(r"[*?\[]", pattern.lstrip("/"), maxsplit=1)[0]
    inside = left_out.endswith("/") and (plain.startswith(left_out) or "/" not in pattern.strip("/"))
    return inside or GitIgnoreSpec.from_lines([pattern]).match_file(left_out + "x" * left_out.endswith("/"))


def _could_hold(ignore: Ignore, file: Examined) -> bool:
    """Whether a file is one that the ignore speaks of, and holds the words of its id in their order in one text."""
    if not matcher(ignore)(file.shown):
        return False
    try:
        content = content_of(str(file.path)).lower()
    except OSError:
        return True
    words = _CHUNK.findall(re.sub(r"\[[^\]]*\]", "*", ignore.id or "").lower())
    # Text in which every letter takes several bytes is not looked through.
    return b"\0" in content or bool(re.search(_BETWEEN.join(re.escape(word.encode()) for word in words), content))


def _identity(finding: Finding) -> tuple[str, Span, str]:
    return (finding.reference.path, finding.reference.span, finding.code)
