"""What a file of settings or commands holds: its values by their names, with their place, and its comments as prose."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from pytest_modelgate.kinds import LOCAL, OTHER_HOST
from pytest_modelgate.languages.python.prose import mentions
from pytest_modelgate.terms import Context, Reach, Role
from pytest_modelgate.values import Extraction, Occurrence, Span, Use
from pytest_modelgate.vocabulary import names_choice, names_model, names_table, surface_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.values import Notification, SourceFile

_NEWLINE = re.compile(r"\r\n|\n|\r")
_NAMING = re.compile(r"model|engine|deployment|llm|embedding", re.IGNORECASE)
_LONGEST = 400
_DEFAULT = re.compile(
    r"\$\{(?:(?P<property>[a-z][a-z\d]*(?:[.-]\w+)*):(?=[A-Za-z@])|(?P<name>\w+)(?::?[-=]|:(?=[A-Za-z@])))"
    r"(?P<quote>[\"']?)(?P<value>[^{}\"'$`\n]+)(?P=quote)\}"
)
"""The innermost default of a variable that may not be set, as shells (`:-`, `=`) or Spring (`:`) write it."""
_BUILT = re.compile(r"(?:[\w.-]+/)?(?:gpt|chatgpt|claude|gemini|text-embedding)-[\w.:/-]*[$%{][^\s]*", re.ASCII)
"""What begins as only ids do and ends as only running code knows."""
_FILE = re.compile(r"\.[A-Za-z]{2,5}$")
_MEMBER = re.compile(
    r"(?P<mark>\\?\"|\\?')(?P<key>[\w.-]+)(?P=mark)\s*[:=]\s*(?P<open>\\?\"|\\?')(?P<value>[^\"'\\\n]+)(?P=open)"
)
"""A key of a body that is sent, with its text; in a string, their quotes may be escaped."""
_ITEM = re.compile(r"[^\s,;|\[\]\"']+")
_LIST = re.compile(r"\[?\s*[\"']?[\w./:@-]+[\"']?(?:\s*[,;|]\s*[\"']?[\w./:@-]+[\"']?)+\s*,?\s*\]?")
_ADDRESS = re.compile(r"(?:https?://)?[\w.-]+(?::\d+)?(?:/\S*)?", re.ASCII)
_OWN = re.compile(r"localhost$|127\.|0\.0\.0\.0$|host\.docker\.internal$|ollama$|\[?::1\]?$")
_ADDRESSED = re.compile(
    r"(?:^|[_.-])(?:(?:api[_.-]?)?(?:base(?:[_.-]?ur[li])?|ur[li]|endpoint|host)|api[_.-]base)$", re.IGNORECASE
)
"""How the name of a setting ends that holds the address which its neighbours are sent to."""


class Held(NamedTuple):
    """A text of a file: its value, and where it stands, in characters from the file's begin."""

    text: str
    start: int
    end: int


def may_matter(source: SourceFile, lexicon: Lexicon) -> bool:
    """Whether a file holds anything that could name a model."""
    return bool(_NAMING.search(source.text)) or lexicon.stems.within(source.text)


class Places:
    """Tells line and column of a text's characters, and which character a byte of its UTF-8 belongs to."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, start: int, end: int) -> Span:
        """The place of the characters from `start` up to `end`."""
        line, end_line = bisect_right(self._lines, start), bisect_right(self._lines, end)
        return Span(
            line=line,
            column=start - self._lines[line - 1] + 1,
            end_line=end_line,
            end_column=end - self._lines[end_line - 1] + 1,
        )

    def character(self, byte: int) -> int:
        """The number of the character that begins at a byte."""
        return byte - bisect_left(self._continued, byte) if self._continued else byte

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(newline.end() for newline in _NEWLINE.finditer(self.text))]

    @cached_property
    def _continued(self) -> array[int]:
        if self.text.isascii():
            return array("q")
        content = self.text.encode("utf-8", "replace")
        return array("q", (found.start() for found in re.finditer(rb"[\x80-\xbf]", content)))


class Holding:
    """Gathers the occurrences of one file."""

    def __init__(self, source: SourceFile, lexicon: Lexicon, *, deep: bool) -> None:
        self.source = source
        self.lexicon = lexicon
        self.places = Places(source.text)
        self._deep = deep
        self._found: dict[tuple[int, int], Occurrence] = {}
        self._hosts = frozenset(api for _, api in lexicon.apis if api in lexicon.hosts)

    def extraction(self, notifications: Iterable[Notification] = ()) -> Extraction:
        """All that was gathered, in order of place."""
        found = sorted(self._found.values(), key=lambda occurrence: (occurrence.span, occurrence.text))
        return Extraction(occurrences=tuple(found), notifications=tuple(notifications))

    def setting(
        self,
        held: Held,
        names: Sequence[str],
        reach: Reach = Reach.CONSTANT,
        *,
        sent: Mapping[str, str] | None = None,
        role: Role | None = None,
    ) -> None:
        """A name's value, which may be a list of ids, a default for a variable, or a body with ids inside.

        `names` are what holds it, the nearest first; `sent` says by the beginnings of names which surface is asked.
        """
        raw = self.source.text[held.start : held.end]
        surface = next((to for begin, to in (sent or {}).items() if names and names[0].lower().startswith(begin)), None)
        surfaces = () if surface is None else (surface,)
        standing_in = list(self.defaults(held))
        for variable, inner in standing_in:
            self.value(inner, (variable, *names), Reach.ENVIRONMENT_DEFAULT, surfaces=surfaces, role=role)
        if self.body(held, role=role) or standing_in:
            return
        if raw == held.text and _LIST.fullmatch(held.text) and not self.lexicon.is_id(held.text):
            if not any(map(self.lexicon.is_id, _ITEM.findall(held.text))):
                return
            chosen = any(map(names_choice, names[:1])) and not any(map(names_table, names))
            kind = role or (None if chosen else Role.CATALOGUE)
            for item in _ITEM.finditer(raw):
                each = Held(item[0], held.start + item.start(), held.start + item.end())
                self.value(each, names, Reach.COLLECTION, surfaces=surfaces, role=kind)
            return
        self.value(held, names, reach, surfaces=surfaces, role=role)

    def defaults(self, held: Held) -> Iterator[tuple[str, Held]]:
        """The variables in a text with what stands in for each that is not set."""
        for found in _DEFAULT.finditer(self.source.text, held.start, held.end):
            yield found["name"] or found["property"], Held(found["value"], *found.span("value"))

    def value(
        self,
        held: Held,
        names: Sequence[str] = (),
        reach: Reach = Reach.OTHER,
        *,
        role: Role | None = None,
        context: Context | None = None,
        surfaces: tuple[str, ...] = (),
        use: Use | None = None,
        symbol: str | None = None,
    ) -> None:
        """A text that is one value; kept where it may name a model, or is the address of an API that ends."""
        text = held.text
        if not text.strip() or len(text) > _LONGEST or (held.start, held.end) in self._found:
            return
        raw = self.source.text[held.start : held.end]
        host = self._ended(text)
        dynamic = self._is_built(text) if context is not Context.CALL else "$" in text
        kept = host or dynamic or context is Context.CALL or self._is_id(text)
        if not kept:
            return
        if context is None:
            context = Context.NAMED if named(names) else Context.NONE
        if not surfaces and (told := self._told(names, text)):
            surfaces = (told,)
        self._found[held.start, held.end] = Occurrence(
            text=text,
            span=self.places.span(held.start, held.end),
            reach=Reach.F_STRING if dynamic and reach is not Reach.COMPARISON else reach,
            role=Role.TEST if self.source.test and role is not Role.DOC else role or Role.RUNTIME,
            context=context,
            surfaces=(self.lexicon.hosts[host],) if host else surfaces,
            editable=raw == text and not dynamic,
            dynamic=dynamic,
            uses=() if use is None else (use,),
            api=host is not None,
            symbol=symbol or (names[0] if names else None),
        )

    def body(
        self, held: Held, *, surfaces: tuple[str, ...] = (), use: Use | None = None, role: Role | None = None
    ) -> bool:
        """The members of a body in the file's text that may name models; whether it holds any member at all."""
        found = False
        for member in _MEMBER.finditer(self.source.text, held.start, held.end):
            found = True
            inner = Held(member["value"], *member.span("value"))
            asked = use is not None and member["key"] == "model"
            self.value(
                inner,
                (member["key"],),
                Reach.DICT_VALUE,
                context=Context.CALL if asked else None,
                surfaces=surfaces if asked else (),
                use=use if asked else None,
                role=role,
            )
        return found

    def comment(self, start: int, end: int) -> None:
        """A comment of the file, or what else is only prose."""
        if self._deep:
            span = self.places.span(start, end)
            for mention in mentions(self.source.text[start:end], span.line, span.column, self.lexicon):
                self._found.setdefault((-start, mention.span.column), mention)

    def sent(self, bindings: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Which surface is asked, by the lower-case beginnings of names, as the addresses among settings tell."""
        told: dict[str, str] = {}
        for name, value in bindings:
            ending = _ADDRESSED.search(name)
            if ending is None or not ending.start() or not (surface := self.surface_at(value)):
                continue
            told[name[: ending.start()].lower()] = surface
        return told

    def surface_at(self, address: str) -> str | None:
        """Who answers at an address; None for what is none."""
        if not _ADDRESS.fullmatch(address) or ("://" not in address and "." not in address):
            return None
        try:
            host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
        except ValueError:
            return None
        if _OWN.match(host):
            return LOCAL
        hosts = self.lexicon.hosts
        return next((to for known, to in hosts.items() if host == known or host.endswith(f".{known}")), OTHER_HOST)

    def _told(self, names: Sequence[str], text: str) -> str | None:
        if not {"/", ":"}.isdisjoint(text):
            return "openrouter" if "/" in text and surface_named(names) == "openrouter" else None
        path = self.source.path
        return surface_named((*names, path.stem, path.parent.name), text)

    def _is_id(self, text: str) -> bool:
        return text.rpartition("/")[2] in self.lexicon.words or self.lexicon.is_id(text)

    def _is_built(self, text: str) -> bool:
        return ("$" in text or "{" in text or "%" in text) and bool(_BUILT.fullmatch(text)) and not _FILE.search(text)

    def _ended(self, text: str) -> str | None:
        if not self._hosts or "." not in text or not _ADDRESS.fullmatch(text):
            return None
        try:
            host = urlsplit(text if "://" in text else f"//{text}").hostname
        except ValueError:
            return None
        return host if host in self._hosts else None


def named(names: Sequence[str]) -> bool:
    """Whether the nearest of the names around a value, or the one before it where that says nothing, is a model's."""
    return any(names_model(name) for name in names[:2])


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line without its end, with the number of the character at which it begins."""
    start = 0
    for newline in _NEWLINE.finditer(text):
        yield start, text[start : newline.start()]
        start = newline.end()
    if start < len(text):
        yield start, text[start:]
