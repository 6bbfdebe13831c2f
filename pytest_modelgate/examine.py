"""One file from its path to its references and findings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pytest_modelgate import catalog as catalogs
from pytest_modelgate import decode, pieces
from pytest_modelgate import lock as locks
from pytest_modelgate.filenames import names_of
from pytest_modelgate.finder import Finder
from pytest_modelgate.frameworks import HOSTS, LANGUAGES, PATHS, frameworks_of
from pytest_modelgate.kinds import Lexicon
from pytest_modelgate.languages import all_languages
from pytest_modelgate.lifecycle import state_of
from pytest_modelgate.providers import all_providers
from pytest_modelgate.remarks import ORDERS
from pytest_modelgate.resolve import Resolver
from pytest_modelgate.roles import Roles
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Hearsay, LiveMode, Role, State, Told
from pytest_modelgate.values import Evidence, Reference, Succession

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from pytest_modelgate.catalog import Catalog
    from pytest_modelgate.config import Settings
    from pytest_modelgate.filenames import FileNames
    from pytest_modelgate.kinds import Language, Rule
    from pytest_modelgate.parts import Remark
    from pytest_modelgate.values import Finding, Link, Notification, Occurrence, SourceFile, Use


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What one file holds: its references with what is known of each, in order of place, and its findings."""

    references: tuple[tuple[Reference, Evidence], ...] = ()
    findings: tuple[Finding, ...] = ()
    notifications: tuple[Notification, ...] = ()
    shown: str = ""
    remarks: tuple[Remark, ...] = ()
    """The comments that may silence findings, in order of place."""
    path: Path
    links: tuple[Link, ...] = ()
    """The calls whose model another file holds."""
    prose: bool = False
    """Whether it is read by people alone."""


class Examiner:
    """All that a run knows before it reads its first file.

    Raises TableError when the table cannot be trusted, and UsageError for a broken lock file.
    """

    def __init__(self, settings: Settings, today: date, *, deep: bool) -> None:
        self.settings = settings
        self.today = today
        self.deep = deep or Role.DOC in settings.gate_roles
        self.catalog = catalogs.load(settings.root, settings.extra_tables)
        providers = all_providers()
        self._titles = {surface: surface for surface in self.catalog.surfaces}
        self._titles |= {provider.name: provider.title for provider in providers}
        self._resolver = Resolver(self.catalog, providers)
        self._roles = Roles(settings.roles)
        self._locks = locks.load(settings.root, settings.lock) if settings.locked else None
        # What a provider says of a model that the table has active depends on who is asked for it, and what a team says
        # of it does not hang on the table.
        self._lexicon = lexicon_of(
            self._resolver,
            today,
            settings.horizon,
            settles=settings.live is LiveMode.OFF and not settings.policy and self._locks is None,
            apis=frozenset((api.surface, api.id) for api in self.catalog.apis),
        )
        self.rules = tuple(rule for rule in all_rules() if rule.code in settings.select)

    @cached_property
    def languages(self) -> dict[str, Language]:
        """The language of each suffix."""
        return {suffix: language for language in all_languages() for suffix in language.suffixes}

    @cached_property
    def names(self) -> FileNames:
        """What files that are read are called."""
        return names_of(all_languages())

    @cached_property
    def _named(self) -> tuple[tuple[str, Language], ...]:
        """The languages of whole names, with `*` for any text, the longest first."""
        named = ((name, language) for language in all_languages() for name in language.names)
        return tuple(sorted(named, key=lambda pair: (-len(pair[0]), pair[0])))

    def language_of(self, path: Path) -> Language | None:
        """The language of a file: by its whole name, by how that ends, or by a pattern, in this order.

        So `dockerfile.go` is Go, and `Dockerfile.dev` is none of another language.
        """
        name = path.name.lower()
        matching = [(pattern, language) for pattern, language in self._named if fnmatchcase(name, pattern)]
        whole = next((language for pattern, language in matching if pattern == name), None)
        ending = next((self.languages[end] for end in _endings(name) if end in self.languages), None)
        return whole or ending or next((language for _, language in matching), None)

    def keywords(self, files: Iterable[Path] | None = None) -> tuple[str, ...]:
        """Lower-case texts, one of which each of the files holds, in any case, that holds a reference or an ignore.

        Files that cannot be told beforehand are None.
        """
        lexicon = self._lexicon
        packages = (
            {None} if files is None else {language.packages for path in files if (language := self.language_of(path))}
        )
        languages = LANGUAGES if None in packages else sorted(filter(None, packages))
        frameworks = {
            word for each in languages for framework in lexicon.frameworks(each) for word in framework.keywords
        }
        # Words such as "base" are in every other file; where they are models, the file imports a framework.
        bare = (word for word in lexicon.words if any(map(str.isdigit, word)) and not lexicon.stems.within(word))
        quoted = {f"{quote}{word}{quote}" for word in bare for quote in ("'", '"')}
        return tuple(sorted(frameworks.union(lexicon.stems.words, quoted, ORDERS)))

    def examine(self, path: Path, asked: Mapping[str, tuple[Use, ...]] | None = None) -> Examined:
        """The references of a file and what the rules say of them.

        `asked` are the names in it from which calls of other files take their model.
        """
        source, trouble = decode.read(path, self.settings.root)
        notifications = () if trouble is None else (trouble,)
        if source is None:
            return Examined(path=path, notifications=notifications)
        file = self.examine_source(source, asked)
        return replace(file, notifications=(*notifications, *file.notifications))

    def examine_source(self, source: SourceFile, asked: Mapping[str, tuple[Use, ...]] | None = None) -> Examined:
        """The same of a file that was read."""
        source = self._roles.prepared(source)
        gating = self.settings.gate_roles
        deep = self.deep or (source.test and Role.TEST in gating) or self._roles.deepens(source, gating)
        language = self.language_of(source.path)
        if language is None:
            raise ValueError(f"{source.shown} has no language")
        extraction = pieces.read(source, language, self._lexicon, deep, asked)
        references = tuple(self._judged(source.shown, extraction.occurrences))
        return Examined(
            path=source.path,
            references=references,
            findings=tuple(finding for pair in references for finding in judge(*pair, self.rules)),
            notifications=extraction.notifications,
            shown=source.shown,
            remarks=pieces.remarks(source, language) if "modelgate" in source.text.lower() else (),
            links=extraction.links,
            prose=language.prose(source),
        )

    def extended(self, file: Examined, occurrences: Iterable[Occurrence]) -> Examined:
        """A file with further occurrences in it."""
        fresh = tuple(self._judged(file.shown, occurrences))
        found = tuple(finding for pair in fresh for finding in judge(*pair, self.rules))
        return replace(file, references=(*file.references, *fresh), findings=(*file.findings, *found))

    def _judged(self, shown: str, occurrences: Iterable[Occurrence]) -> Iterator[tuple[Reference, Evidence]]:
        for occurrence in occurrences:
            reference = self._api(shown, occurrence) if occurrence.api else self._resolver.resolve(shown, occurrence)
            if reference is not None:
                reference = self._roles.corrected(reference)
                yield reference, self._evidence(reference)

    def _api(self, shown: str, occurrence: Occurrence) -> Reference | None:
        """The reference that the use of an API that ends is: by its endpoint, or by the host that is called."""
        surface = occurrence.surfaces[0]
        ids = [use.endpoint for use in occurrence.uses] or [urlsplit(_with_scheme(occurrence.text)).hostname]
        row = next((row for id_ in ids if id_ and (row := self.catalog.api(surface, id_))), None)
        if row is None:
            return None
        return Reference(
            path=shown,
            occurrence=occurrence,
            span=occurrence.span,
            id=occurrence.text,
            model=None,
            surface=surface,
            role=occurrence.role,
            api=row,
            told=Told.CLIENT if occurrence.uses else Told.ROUTE,
        )

    def _evidence(self, reference: Reference) -> Evidence:
        settings = self.settings
        evidence = evidence_for(
            reference, self.catalog, self._titles, self.today, settings.horizon, settings.third_party_dates
        )
        lock = None if self._locks is None else self._locks.of(reference)
        return replace(evidence, policy=settings.policy, lock=lock) if settings.policy or lock else evidence


def lexicon_of(
    ids: Resolver, today: date, horizon: int, *, settles: bool = True, apis: frozenset[tuple[str, str]] = frozenset()
) -> Lexicon:
    """What languages need to know of the table, the providers and the frameworks on a day.

    Unless the table alone `settles` what an active id is worth, every id is read with its context. `apis` are those
    that the table has an end for: surface, and endpoint or host.
    """
    words = frozenset(word for provider in all_providers() for word in provider.needs_context)
    return Lexicon(
        stems=Finder([*ids.keywords.words, *(api for _, api in apis if api in HOSTS)]),
        is_id=ids.is_id,
        is_known=ids.is_known,
        words=words,
        is_settled=lambda text: settles and ids.is_settled(text, today, horizon),
        frameworks=frameworks_of,
        hosts=HOSTS,
        paths=PATHS,
        apis=apis,
    )


def evidence_for(
    reference: Reference,
    catalog: Catalog,
    titles: Mapping[str, str],
    today: date,
    horizon: int,
    hearsay: Hearsay = Hearsay.WARN,
) -> Evidence:
    """What is known of a reference on a day: of the model it names, or of the one it was probably meant to name.

    `titles` are the surfaces as their users call them; `hearsay` says what dates of third parties may do.
    """
    record = reference.record
    if record is None and reference.nearest and reference.surface is not None:
        record = catalog.find(reference.surface, reference.nearest[0])
    if reference.api is not None:
        state = state_of(reference.api, today, horizon)
    elif reference.model is None:
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
        endpoints=catalog.endpoints(reference.surface or ""),
        listed=catalog.is_complete(reference.surface or ""),
        third_party_fails=hearsay is Hearsay.FAIL,
        meant=record if reference.nearest else None,
        succession=catalog.succession(record, today, horizon) if record is not None else Succession(),
        after_retirement=catalog.after_retirement(record.surface) if record is not None else None,
    )


def _endings(name: str) -> Iterator[str]:
    """What a name ends in, the longest first: `.d.ts` before `.ts`."""
    dot = name.find(".")
    while dot >= 0:
        yield name[dot:]
        dot = name.find(".", dot + 1)


def judge(reference: Reference, evidence: Evidence, rules: Sequence[Rule]) -> list[Finding]:
    """What the rules say of one reference."""
    return [finding for rule in rules if (finding := rule.judge(reference, evidence)) is not None]


def _with_scheme(address: str) -> str:
    return address if "://" in address else f"//{address}"
