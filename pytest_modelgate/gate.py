"""The order of the steps: discover, examine each file, suppress, report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pytest_modelgate import baseline as baselines
from pytest_modelgate import discover as discovery
from pytest_modelgate import lock as locks
from pytest_modelgate.checkouts import Comparison
from pytest_modelgate.decode import shown
from pytest_modelgate.examine import Examiner, judge
from pytest_modelgate.freshness import doubts
from pytest_modelgate.grace import with_grace
from pytest_modelgate.idle import Idle
from pytest_modelgate.links import linked
from pytest_modelgate.pool import examine_all
from pytest_modelgate.rules import all_rules
from pytest_modelgate.suppress import Silence
from pytest_modelgate.tallies import FileTally, TableUsed
from pytest_modelgate.terms import LiveMode
from pytest_modelgate.values import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from pytest_modelgate.catalog import Catalog
    from pytest_modelgate.config import Settings
    from pytest_modelgate.live_values import Listing
    from pytest_modelgate.values import Evidence, Finding, Notification, Reference, Suppression


def run(
    settings: Settings,
    *,
    paths: Sequence[Path] | None,
    today: date,
    deep: bool,
    force_exclude: bool = False,
    progress: Callable[[Sequence[Path]], Iterable[Path]] = iter,
    jobs: int | None = None,
    environment: Mapping[str, str] | None = None,
    gateways: Sequence[tuple[str, str]] = (),
    changed: str | None = None,
    baselined: bool = True,
) -> Report:
    """The report on the files below `paths`, or below the configured roots for None, as of `today`.

    With `deep`, every reference is read to the full, prose included; without, only what a verdict needs. `jobs` is the
    number of processes, None for as many as the work is worth. Where `settings.live` says so, the providers of gated
    references are asked with the keys of `environment`, and the operator's `gateways`: addresses, each with its key's
    variable. `changed` names a commit: only what changed since then may fail. `baselined` says whether findings of the
    project's baseline are suppressed. Raises UsageError when a path is missing or holds nothing to read, and for a
    broken baseline or lock file, ChangesError when changes cannot be told, and TableError when the table cannot be
    trusted.
    """
    baseline = baselines.load(settings.root, settings.baseline) if baselined else None
    examiner = Examiner(settings, today, deep=deep)
    roots = [settings.root / path for path in settings.paths] if paths is None else paths
    told = (settings.root / table for table in settings.extra_tables)
    recorded = (baselines.path_in(settings.root, settings.baseline), locks.path_in(settings.root, settings.lock))
    found = discovery.discover(
        roots,
        base=settings.root,
        exclude=settings.exclude,
        own=(*recorded, *told),
        names=examiner.names,
        keywords=examiner.keywords(None if any(path.is_dir() for path in roots) else roots),
        force_exclude=force_exclude,
    )
    comparison = None if changed is None else Comparison(changed, settings.root, roots)
    examined = list(examine_all(examiner, found.sources, progress, jobs))
    files = linked(examined, examiner, lambda path: _covers(path, roots, found.tally, settings.root))
    references = sorted((pair for file in files for pair in file.references), key=lambda pair: _place(pair[0]))
    asked = _asked(settings, references, environment or {}, gateways, examiner.catalog)
    if asked.pairs is not None:
        references = asked.pairs
        found_by_rules = [finding for pair in references for finding in judge(*pair, examiner.rules)]
    else:
        found_by_rules = [finding for file in files for finding in file.findings]
    findings = _sorted(found_by_rules)
    remarks = {file.shown: file.remarks for file in files if file.remarks}
    names = [(rule.code, rule.name) for rule in all_rules()]
    silence = Silence(remarks, settings.ignores, names, today)
    notes = [*found.notifications, *(each for file in files for each in file.notifications)]
    whole = paths is None and not settings.narrowed and not any(note.blocking for note in notes)
    idle = Idle(examiner, files, asked.pairs, whole=whole, left_out=found.tally.left_out)
    kept, suppressed = _silenced(findings, silence, idle)
    touched = None
    if comparison is not None:
        # An ignore may stand in the configuration, which is none of the sources.
        idle_at = {each.reference.path for each in kept if each.reference.idle is not None}
        places = {path: settings.root / path for path in idle_at if (settings.root / path).is_file()}
        places |= {shown(path, settings.root): path for path in found.sources}
        touched = comparison.changed(kept, places, examiner.names)
    table = _used(examiner, references)
    notifications = [
        *notes,
        *silence.mistakes,
        *doubts(table, today, settings.max_table_age),
        *asked.notifications,
        *(() if comparison is None else comparison.notifications),
    ]
    report = Report(
        today=today,
        table=table,
        findings=kept,
        references=tuple(reference for reference, _ in references),
        states=tuple(evidence.state for _, evidence in references),
        successions=tuple(evidence.succession for _, evidence in references),
        suppressed=suppressed,
        notifications=tuple(sorted(notifications, key=lambda each: (each.path or "", each.line or 0, each.message))),
        rules=tuple(rule.code for rule in examiner.rules),
        files=found.tally,
        gate_roles=settings.gate_roles,
        fail_on=settings.fail_on,
        changed=touched,
        live=asked.listings,
        keys_at_hand=asked.keys_at_hand,
    )
    report = with_grace(report, settings.grace)
    if baseline is None:
        return report
    report, pairs = baselines.applied(report, baseline, lambda path: not (settings.root / path).exists())
    matched = {id(entry) for _, entry in pairs}
    left = [entry for entry in baseline.entries if id(entry) not in matched]
    unmatched = idle.entries(baseline, left, [*report.findings, *(each.finding for each in report.suppressed)])
    return replace(report, findings=_sorted([*report.findings, *unmatched]))


def _silenced(
    findings: Sequence[Finding], silence: Silence, idle: Idle
) -> tuple[tuple[Finding, ...], tuple[Suppression, ...]]:
    """The findings that remain and those that are silenced, with those on what silences nothing, each in order."""
    kept, suppressed = silence.split(findings)
    # An ignore may silence what is said of a comment, and so be of use.
    on_comments, aside = silence.split(idle.comments(silence, findings))
    on_ignores, beside = silence.split(idle.ignores(silence))
    kept, suppressed = (*kept, *on_comments, *on_ignores), (*suppressed, *aside, *beside)
    by_place = sorted(suppressed, key=lambda each: (*_place(each.finding.reference), each.finding.code))
    return _sorted(kept), tuple(by_place)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (*_place(finding.reference), finding.code)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What came of asking the providers; `pairs` is None where nobody was asked."""

    pairs: list[tuple[Reference, Evidence]] | None = None
    notifications: Sequence[Notification] = ()
    listings: tuple[Listing, ...] = ()
    keys_at_hand: tuple[str, ...] = ()


def _asked(
    settings: Settings,
    pairs: Sequence[tuple[Reference, Evidence]],
    environment: Mapping[str, str],
    gateways: Sequence[tuple[str, str]],
    catalog: Catalog,
) -> _Asked:
    gating = [reference for reference, _ in pairs if reference.role in settings.gate_roles]
    surfaces = {reference.surface for reference in gating if reference.surface is not None}
    if settings.live is LiveMode.OFF and not any(name.endswith(("KEY", "TOKEN")) for name in environment):
        return _Asked()

    if settings.live is LiveMode.OFF:
        from pytest_modelgate.questions import keys_at_hand

        return _Asked(keys_at_hand=keys_at_hand(surfaces, environment))

    from pytest_modelgate import live
    from pytest_modelgate.listing_cache import cache_beside

    answers = live.read(gating, environment, gateways=gateways, cache=cache_beside(settings.root))
    # What nobody gates is not asked for, and so is not judged by the answers either.
    judged = [
        live.judged(pair, answers, catalog) if pair[0].role in settings.gate_roles else (pair, ()) for pair in pairs
    ]
    known = [pair for pair, _ in judged]
    differences = dict.fromkeys(note for _, notes in judged for note in notes)
    required = settings.live is LiveMode.REQUIRED
    return _Asked(
        pairs=known,
        notifications=[*differences, *live.notices(answers, known, required)],
        listings=tuple(sorted(answers.listings, key=lambda listing: (listing.surface, listing.origin))),
    )


def _covers(path: Path, roots: Sequence[Path], tally: FileTally, base: Path) -> bool:
    """Whether a file without an id that its own text shows is among those to be read."""
    left_out = {name.rstrip("/") for names in tally.left_out.values() for name in names}
    below = any(root.is_dir() and path.is_relative_to(root) for root in roots)
    return below and not any(shown(each, base) in left_out for each in (path, *path.parents))


def _used(examiner: Examiner, references: Sequence[tuple[Reference, Evidence]]) -> TableUsed:
    """The table that judged these references."""
    catalog, origin = examiner.catalog, examiner.catalog.origin
    # Of an id that is not there, a part that has every id says so, and may only be too old to have it.
    surfaces = {
        reference.surface
        for reference, evidence in references
        if reference.record or reference.nearest or (evidence.listed and reference.model)
    }
    return TableUsed(
        as_of=catalog.as_of,
        rows=catalog.rows,
        name=origin.name,
        fetched=origin.fetched,
        extra=examiner.settings.extra_tables,
        read_up_to={surface: catalog.read_up_to(surface) for surface in surfaces if surface in catalog.surfaces},
        trouble=origin.trouble,
    )


def _place(reference: Reference) -> tuple[str, int, int, str]:
    return (reference.path, reference.span.line, reference.span.column, reference.id)
