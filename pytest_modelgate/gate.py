"""The order of the steps: discover, extract, resolve, judge, suppress, report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate import catalog as catalogs
from pytest_modelgate import discover as discovery
from pytest_modelgate.frameworks import HOSTS, all_frameworks
from pytest_modelgate.kinds import Lexicon
from pytest_modelgate.languages import all_languages
from pytest_modelgate.lifecycle import state_of
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver, resolver
from pytest_modelgate.rules import all_rules
from pytest_modelgate.suppress import suppress
from pytest_modelgate.values import Evidence, FileTally, Notification, Report, Role, State, Succession

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from pytest_modelgate.catalog import Catalog
    from pytest_modelgate.config import Settings
    from pytest_modelgate.kinds import Language, Rule
    from pytest_modelgate.values import Finding, Reference, SourceFile


def run(
    settings: Settings,
    *,
    paths: Sequence[Path] | None,
    today: date,
    deep: bool,
    force_exclude: bool = False,
    progress: Callable[[Sequence[Path]], Iterable[Path]] = iter,
) -> Report:
    """The report on the files below `paths`, or below the configured roots for None, as of `today`.

    With `deep`, every reference is read to the full, prose included; without, only what a verdict needs. Raises
    UsageError when a path is missing or holds nothing to read, and TableError when the table cannot be trusted.
    """
    gate = _Gate(settings, today, deep=deep)
    found = discovery.discover(
        [settings.root / path for path in settings.paths] if paths is None else paths,
        base=settings.root,
        exclude=settings.exclude,
        suffixes=frozenset(gate.languages),
        keywords=gate.keywords,
        force_exclude=force_exclude,
    )
    gate.notifications += found.notifications
    for path in progress(found.sources):
        source, trouble = discovery.read(path, settings.root)
        if trouble is not None:
            gate.notifications.append(trouble)
        if source is not None:
            gate.take(source, gate.languages[path.suffix.lower()])
    return gate.report(found.tally)


class _Gate:
    """One run: what it knows beforehand, and what has been found so far."""

    def __init__(self, settings: Settings, today: date, *, deep: bool) -> None:
        self.settings = settings
        self.today = today
        self.deep = deep or Role.DOC in settings.gate_roles
        self.catalog = catalogs.load()
        providers = all_providers()
        self.titles = {provider.name: provider.title for provider in providers}
        self.resolver = resolver(self.catalog, providers)
        self.lexicon = lexicon_of(self.catalog, self.resolver, today, settings.horizon)
        self.keywords = keywords_of(self.lexicon)
        self.languages: dict[str, Language] = {
            suffix: language for language in all_languages() for suffix in language.suffixes
        }
        self.every_rule = all_rules()
        self.rules = tuple(rule for rule in self.every_rule if rule.code in settings.select)
        self.references: list[tuple[Reference, Evidence]] = []
        self.notifications: list[Notification] = []
        self.texts: dict[str, str] = {}
        """The texts of the files whose comments may silence findings."""
        self.findings: list[Finding] = []

    def take(self, source: SourceFile, language: Language) -> None:
        """Reads one file and judges what it holds."""
        deep = self.deep or (source.test and Role.TEST in self.settings.gate_roles)
        extraction = language.extract(source, self.lexicon, deep)
        self.notifications += extraction.notifications
        if "modelgate" in source.text.lower():
            self.texts[source.shown] = source.text
        for occurrence in extraction.occurrences:
            reference = self.resolver.resolve(source, occurrence)
            if reference is None:
                continue
            evidence = evidence_for(reference, self.catalog, self.titles, self.today, self.settings.horizon)
            self.references.append((reference, evidence))
            self.findings += judge(reference, evidence, self.rules)

    def report(self, tally: FileTally) -> Report:
        """Everything found, sorted, with what was silenced set aside."""
        names = [(rule.code, rule.name) for rule in self.every_rule]
        findings = sorted(self.findings, key=lambda finding: (*_place(finding.reference), finding.code))
        kept, suppressed, mistakes = suppress(findings, self.texts, self.settings.ignores, names, self.today)
        references = sorted(self.references, key=lambda pair: _place(pair[0]))
        return Report(
            today=self.today,
            table_as_of=self.catalog.as_of,
            table_rows=self.catalog.rows,
            findings=kept,
            references=tuple(reference for reference, _ in references),
            states=tuple(evidence.state for _, evidence in references),
            successions=tuple(evidence.succession for _, evidence in references),
            suppressed=suppressed,
            notifications=tuple(
                sorted(
                    [*self.notifications, *mistakes], key=lambda each: (each.path or "", each.line or 0, each.message)
                )
            ),
            rules=tuple(rule.code for rule in self.rules),
            files=tally,
            gate_roles=self.settings.gate_roles,
            fail_on=self.settings.fail_on,
        )


def keywords_of(lexicon: Lexicon) -> tuple[str, ...]:
    """Lower-case texts, one of which every file that can hold a reference holds, in any case."""
    frameworks = {keyword for framework in lexicon.frameworks for keyword in framework.keywords}
    bare = (word for word in lexicon.words if not any(stem in word for stem in lexicon.stems))
    quoted = {f"{quote}{word}{quote}" for word in bare for quote in ("'", '"')}
    return tuple(sorted(frameworks.union(lexicon.stems, quoted)))


def lexicon_of(catalog: Catalog, ids: Resolver, today: date, horizon: int) -> Lexicon:
    """What languages need to know of the table, the providers and the frameworks on a day."""
    frameworks = all_frameworks()
    words = frozenset(word for provider in all_providers() for word in provider.needs_context)
    return Lexicon(
        stems=ids.keywords(),
        is_id=ids.is_id,
        is_known=lambda text: text not in words and bool(catalog.lookup(text)),
        words=words,
        is_settled=lambda text: ids.is_settled(text, today, horizon),
        frameworks=frameworks,
        hosts=HOSTS,
    )


def evidence_for(
    reference: Reference, catalog: Catalog, titles: Mapping[str, str], today: date, horizon: int
) -> Evidence:
    """What is known of a reference on a day: of the model it names, or of the one it was probably meant to name.

    `titles` are the surfaces as their users call them.
    """
    record = reference.record
    if record is None and reference.nearest and reference.surface is not None:
        record = catalog.find(reference.surface, reference.nearest[0])
    if reference.model is None:
        state = State.DYNAMIC
    elif reference.record is not None:
        state = state_of(reference.record, today, horizon)
    else:
        state = State.MISTYPED if reference.nearest else State.UNKNOWN
    return Evidence(
        state=state,
        today=today,
        horizon=horizon,
        title=titles.get(reference.surface or ""),
        meant=record if reference.nearest else None,
        succession=catalog.succession(record, today, horizon) if record is not None else Succession(),
        after_retirement=catalog.after_retirement(record.surface) if record is not None else None,
    )


def judge(reference: Reference, evidence: Evidence, rules: Sequence[Rule]) -> list[Finding]:
    """What the rules say of one reference."""
    return [finding for rule in rules if (finding := rule.judge(reference, evidence)) is not None]


def _place(reference: Reference) -> tuple[str, int, int, str]:
    return (reference.path, reference.span.line, reference.span.column, reference.id)
