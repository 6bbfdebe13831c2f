"""Moves findings that somebody silenced aside, with who did it and why, and keeps which orders were of use."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from pytest_modelgate.comments import Comment, Comments, comments_in
from pytest_modelgate.orders import Ignore
from pytest_modelgate.values import Suppression

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import date

    from pytest_modelgate.parts import Remark
    from pytest_modelgate.values import Finding, Notification, Reference

Order: TypeAlias = Comment | Ignore


class Silence:
    """All that silences findings in one run, and what came of each order.

    `remarks` are the files' comments by shown path; `rules` are every code and name. An order past its day silences
    nothing; a comment that cannot be read is a blocking notification among `mistakes`.
    """

    def __init__(
        self,
        remarks: Mapping[str, Sequence[Remark]],
        ignores: Sequence[Ignore],
        rules: Sequence[tuple[str, str]],
        today: date,
    ) -> None:
        read = {path: comments_in(path, said, rules) for path, said in remarks.items()}
        self.mistakes: tuple[Notification, ...] = tuple(
            mistake for _, mistakes in read.values() for mistake in mistakes
        )
        self.comments = {path: found for path, (found, _) in read.items() if found}
        self.ignores = tuple(ignores)
        self.back: dict[Order, list[Finding]] = {}
        """The findings for which nothing but orders past their day speaks, by these orders."""
        self._heard: set[Order] = set()
        self._today = today
        self._speaking = {path: Comments(found) for path, found in self.comments.items()}
        self._applies = [(ignore, matcher(ignore)) for ignore in ignores]

    def split(self, findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], tuple[Suppression, ...]]:
        """The findings that remain, and those that are silenced; each in order."""
        kept: list[Finding] = []
        suppressed: list[Suppression] = []
        for finding in findings:
            orders = list(self._orders(finding.reference, (finding.code,)))
            self._heard.update(orders)
            current = next((order for order in orders if not self.ended(order)), None)
            if current is not None:
                suppressed.append(_suppression(finding, current))
                continue
            kept.append(finding)
            for order in orders:
                self.back.setdefault(order, []).append(finding)
        return tuple(kept), tuple(suppressed)

    def hear(self, reference: Reference, codes: Collection[str]) -> None:
        """Notes that a run which reads more, or asks more, might find what these rules say of the reference."""
        self._heard.update(self._orders(reference, codes))

    def is_heard(self, order: Order) -> bool:
        """Whether there is, or might be, anything that the order speaks for."""
        return order in self._heard

    def ended(self, order: Order) -> bool:
        """Whether the order is past its day."""
        return order.until is not None and order.until < self._today

    def _orders(self, reference: Reference, codes: Collection[str]) -> Iterator[Order]:
        """Everything that speaks for a finding of one of the rules, past its day or not, comments first."""
        spans = (reference.span, reference.occurrence.span)
        first, last = min(span.line for span in spans), max(span.end_line for span in spans)
        comments = self._speaking.get(reference.path)
        if comments is not None:
            for code in codes:
                yield from comments.speaking_for(code, first, last)
        names = [name for name in (reference.id, reference.model) if name is not None]
        for ignore, holds in self._applies:
            if ignore.rules and not set(codes) & set(ignore.rules):
                continue
            if ignore.id is not None and not any(fnmatchcase(name, ignore.id) for name in names):
                continue
            if codes and holds(reference.path):
                yield ignore


def matcher(ignore: Ignore) -> Callable[[str], bool]:
    """Whether the ignore speaks of a file, by its shown path."""
    if ignore.path is None:
        return lambda _path: True
    from pathspec import GitIgnoreSpec

    return cache(GitIgnoreSpec.from_lines([ignore.path]).match_file)


def _suppression(finding: Finding, order: Order) -> Suppression:
    by = f"configuration, {order.place}" if isinstance(order, Ignore) else f"comment, {order.path}:{order.line}"
    return Suppression(finding=finding, by=by, reason=order.reason, until=order.until)
