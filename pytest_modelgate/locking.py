"""The command `modelgate lock`: records which models the code asks for, or says how the record and the code differ."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pytest_modelgate import gate
from pytest_modelgate import lock as locks
from pytest_modelgate.decode import shown
from pytest_modelgate.errors import UsageError
from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._layout import count
from pytest_modelgate.formats._summary import MESSAGE_LIMIT, notices
from pytest_modelgate.locked import Facts, Locked, with_live
from pytest_modelgate.terms import LiveMode, Role, Verdict
from pytest_modelgate.writing import writable, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from pytest_modelgate.config import Settings
    from pytest_modelgate.kinds import Style
    from pytest_modelgate.lock import Lock
    from pytest_modelgate.values import Notification, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the command says: the differences, what else is to be said, and the exit code."""

    differences: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    code: Verdict = Verdict.CLEAN


def run(
    settings: Settings,
    today: date,
    *,
    check: bool,
    style: Style,
    progress: Callable[[Sequence[Path]], Iterable[Path]],
    environment: Mapping[str, str],
    gateways: Sequence[tuple[str, str]] = (),
) -> Told:
    """Writes the lock file; with `check`, only says how it differs from the code, for which the code is 1.

    Where something could not be judged, nothing is written or compared. Raises UsageError when the file is there and is
    no lock file, when it is not there to be compared, or cannot be written.
    """
    path = locks.path_in(settings.root, settings.lock)
    name = visible(shown(path, settings.root))
    before = _before(path, settings, check=check)
    quiet = replace(settings, live=LiveMode.OFF, locked=False, select=())
    report = gate.run(quiet, paths=None, today=today, deep=True, progress=progress, baselined=False)
    roles = tuple(role for role in Role if role in settings.gate_roles)
    gating = [reference for reference in report.references if reference.role in roles]
    known = {model.key: model.facts for model in before.models}
    facts, notes = _live(gating, known, settings, environment, gateways)
    report = replace(report, notifications=(*report.notifications, *notes))
    if report.verdict is Verdict.NO_VERDICT:
        done = "compared" if check else "written"
        told = f"modelgate: error: {name} was not {done}, for not everything could be judged; mend what is told above"
        return Told(lines=(*notices(report, style, blocking_only=True), told), code=Verdict.NO_VERDICT)
    models = tuple(_complete(model, facts, known) for model in locks.locked_of(gating, roles))
    after = replace(before, roles=roles, models=models)
    different = tuple(visible(clipped(line, MESSAGE_LIMIT)) for line in locks.differences(before, after))
    said = notices(replace(report, notifications=notes), style)
    if check:
        end = f"{name} fits the code; it holds {count(len(models), 'model')}"
        if different:
            end = f"{name} does not fit the code: {count(len(different), 'difference')}; `modelgate lock` records them"
        code = Verdict.FINDINGS if different else Verdict.CLEAN
        return Told(differences=different, lines=(*said, end), code=code)
    content = locks.rendered(roles, models).encode()
    if not path.is_file() or path.read_bytes() != content:
        write(path, content)
    holds = f"{name} holds {count(len(models), 'model')}; {count(len(different), 'difference')}"
    return Told(differences=different, lines=(*said, holds))


def _before(path: Path, settings: Settings, *, check: bool) -> Lock:
    """The lock file as it is; an empty one where there is none yet, or where only its content is broken."""
    name = shown(path, settings.root)
    if not check:
        writable(path)
    if not os.path.lexists(path):
        if check:
            raise UsageError(
                f"{visible(name)} does not exist, so there is nothing to compare; `modelgate lock` writes it"
            )
        return locks.Lock(name=name)
    try:
        return locks.read(path, settings.root)
    except UsageError:
        if check or not locks.is_ours(path):
            raise
        return locks.Lock(name=name)


def _live(
    references: Sequence[Reference],
    known: Mapping[tuple[str, str], Facts],
    settings: Settings,
    environment: Mapping[str, str],
    gateways: Sequence[tuple[str, str]],
) -> tuple[dict[tuple[str, str], Facts], tuple[Notification, ...]]:
    """What the providers' own lists say, as facts beside the table's, where they were asked and have the model."""
    if settings.live is LiveMode.OFF:
        return {}, ()

    from pytest_modelgate import live
    from pytest_modelgate.listing_cache import cache_beside

    answers = live.read(references, environment, gateways=gateways, cache=cache_beside(settings.root))
    found: dict[tuple[str, str], Facts] = {}
    for reference in references:
        model = locks.model_of(reference)
        said = None if model is None else answers.of(reference)
        if model is not None and said is not None and said.row is not None:
            found.setdefault(model.key, with_live(Facts(), said.row, (reference.id, reference.model)))
    return found, tuple(live.notices(answers, (), settings.live is LiveMode.REQUIRED))


def _complete(model: Locked, live: Mapping[tuple[str, str], Facts], known: Mapping[tuple[str, str], Facts]) -> Locked:
    """The model with what its provider's list says; where it was not asked, with what it said before."""
    told = live.get(model.key) or known.get(model.key) or Facts()
    facts = replace(model.facts, live_ends=told.live_ends, live_stands_for=told.live_stands_for)
    return replace(model, facts=facts)
