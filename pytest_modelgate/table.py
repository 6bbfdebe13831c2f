"""Reads the text of a deprecations table into plain content, or says everything that is wrong with it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, cast

from pytest_modelgate import fields, relations
from pytest_modelgate.content import LISTINGS, OUTCOMES
from pytest_modelgate.errors import TableError
from pytest_modelgate.overlay import overlay

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from pytest_modelgate.content import Content, SurfaceContent

    _Kind = tuple[str, Mapping[str, fields.Read], tuple[str, ...]]

_MODEL: _Kind = ("a row", fields.ROW, ("kind", "modality"))
_API: _Kind = ("a row of an API", fields.API, ("title",))
# Deeper than any table, and shallow enough for the recursion of every loader.
_DEPTH = 6


def parse(text: bytes, shown: str, under: Content | None = None, *, ordered: bool = True) -> Content:
    """The validated content of a table; `shown` names its file in messages.

    Over the content of another, `under`, rows and parts that it has need only what they change, and the whole is given.
    Not `ordered`, parts and rows may stand in any order. Raises TableError with every mistake as `file:line: message`,
    in the order of the lines.
    """
    reader = _Reader({} if under is None else under, PurePath(shown).stem, ordered=ordered)
    content: Content = {}
    try:
        content = reader.table(_compose(text))
    except _UnreadableError as unreadable:
        reader.mistakes.append((unreadable.line, unreadable.message))
    if reader.mistakes:
        told = sorted(reader.mistakes, key=lambda mistake: mistake[0])
        raise TableError(f"{shown}:{line}: {message}" for line, message in told)
    return content if under is None else dict(sorted({**under, **content}.items()))


def plain(text: bytes, shown: str) -> Any:
    """What the text of a table says, unjudged: mappings, lists, texts as they are written, and true.

    Raises TableError for what is no YAML, has anchors or aliases, or the same key twice.
    """
    reader = _Reader({}, shown, ordered=False)
    try:
        value = reader.plain(_compose(text))
    except _UnreadableError as unreadable:
        raise TableError(f"{shown}:{unreadable.line}: {unreadable.message}") from None
    if reader.mistakes:
        raise TableError(f"{shown}:{line}: {message}" for line, message in sorted(reader.mistakes))
    return value


class _UnreadableError(Exception):
    """Text that gives no tree."""

    def __init__(self, line: int, message: str) -> None:
        self.line, self.message = line, message


def _compose(text: bytes) -> Any:
    """The node tree of one YAML document without anchors. Raises _UnreadableError."""
    import yaml

    # Without libyaml the pure loader reads the same, only slower.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        decoded = text.decode("utf-8-sig")
        depth = 0
        event: Any
        for event in yaml.parse(decoded, Loader=loader):
            # Before composing: aliases are resolved there unseen, and nested ones could fill the memory.
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _UnreadableError(event.start_mark.line + 1, "anchors and aliases (& and *) are not allowed")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEPTH:
                raise _UnreadableError(event.start_mark.line + 1, "nested deeper than a table is")
        root = yaml.compose(decoded, Loader=loader)
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        raise _UnreadableError(line, f"byte 0x{text[error.start]:02x} is not UTF-8; save the file as UTF-8") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _UnreadableError(mark.line + 1 if mark else 1, f"not YAML: {error.problem}") from None
    except yaml.reader.ReaderError as error:
        # The loaders count positions differently, so the first such character is looked for.
        character = error.character if isinstance(error.character, str) else chr(error.character)
        line = decoded.count("\n", 0, decoded.index(character)) + 1
        raise _UnreadableError(line, f"not YAML: the character U+{ord(character):04X} is not allowed") from None
    if root is None:
        raise _UnreadableError(1, "the file is empty; it must hold a part for each provider")
    return root


class _Part:
    """The values of one mapping that are right, and the lines that its keys stand on."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.values: dict[str, Any] = {}
        self.lines: dict[str, int] = {}


class _Reader:
    """Walks the tree, collecting mistakes; what is wrong is left out of the content."""

    def __init__(self, under: Content, name: str, *, ordered: bool) -> None:
        self.mistakes: list[tuple[int, str]] = []
        self.under = under
        self.name = name
        self.ordered = ordered

    def wrong(self, node: Any, *messages: str) -> None:
        """Notes mistakes at the line of a node."""
        self.mistakes.extend((node.start_mark.line + 1, message) for message in messages)

    def pairs(self, node: Any, what: str) -> Iterator[tuple[str, Any, Any]]:
        """Key, key node and value node of a mapping, each key once."""
        first: dict[str, int] = {}
        if node.id != "mapping" or not node.value:
            self.wrong(node, f"expected {what}")
            return
        for key_node, value_node in node.value:
            try:
                key = fields.name(key_node)
            except fields.WrongError as wrong:
                self.wrong(key_node, *wrong.args)
                continue
            if key in first:
                self.wrong(key_node, f"{key!r} is there twice, first in line {first[key]}")
                continue
            first[key] = key_node.start_mark.line + 1
            yield key, key_node, value_node

    def plain(self, node: Any) -> Any:
        """The value of a node without any judgement of what it says."""
        if node.id == "mapping":
            return {key: self.plain(value) for key, _, value in self.pairs(node, "a mapping with something in it")}
        if node.id == "sequence":
            return [self.plain(one) for one in node.value]
        return True if node.tag.endswith(":bool") and node.value == "true" else node.value

    def part(self, node: Any, what: str, keys: Mapping[str, fields.Read], required: Sequence[str]) -> _Part:
        """The fields of a mapping."""
        part = _Part(node.start_mark.line + 1)
        present = set()
        for key, key_node, value_node in self.pairs(node, what):
            present.add(key)
            if key not in keys:
                self.wrong(key_node, f"unknown key {key!r} in {what}{relations.hint(key, tuple(keys))}")
                continue
            part.lines[key] = value_node.start_mark.line + 1
            try:
                part.values[key] = keys[key](value_node)
            except fields.WrongError as wrong:
                self.wrong(value_node, *wrong.args)
        self.wrong(node, *(f"{what} needs the key {key!r}" for key in required if present and key not in present))
        return part

    def table(self, root: Any) -> Content:
        """The whole table."""
        content: Content = {}
        highest = ""
        for name, key_node, node in self.pairs(root, "a mapping from each provider to its part"):
            if self.ordered and name < highest:
                self.wrong(key_node, f"{name!r} must stand before {highest!r}: providers are sorted")
            highest = max(name, highest)
            content[name] = self.surface(node, self.under.get(name))
        return content

    def surface(self, node: Any, under: SurfaceContent | None) -> SurfaceContent:
        """One provider's part, or what it is laid over `under`."""
        before = len(self.mistakes)
        known: Container[str] = () if under is None else under.get("apis", {})
        keys: Mapping[str, fields.Read] = {
            "as_of": fields.day,
            "after_retirement": fields.one_of(OUTCOMES),
            "listing": fields.one_of(LISTINGS),
            "endpoints": fields.names,
            "sources": self.sources,
            "reviewed": self.reviewed,
            "apis": lambda rows: self.rows(rows, known, _API),
            "models": lambda rows: self.rows(rows, () if under is None else under["models"], _MODEL),
        }
        required = ("sources",) if under else ("as_of", "after_retirement", "listing", "sources", "models")
        part = self.part(node, "a provider's part", keys, required)
        if under and part.lines and not part.lines.keys() & {"apis", "models"}:
            self.wrong(node, "a provider's part needs the key 'models' or the key 'apis'")
        sources: dict[str, _Part] = part.values.pop("sources", {})
        rows: dict[str, _Part] = part.values.pop("models", {})
        apis: dict[str, _Part] = part.values.pop("apis", {})
        surface: Any = {**part.values, "models": {model: row.values for model, row in rows.items()}}
        if apis:
            surface["apis"] = {api: row.values for api, row in apis.items()}
        if sources:
            surface["sources"] = {key: source.values for key, source in sources.items()}
        as_of = surface.get("as_of") if under is None else None
        for key, source in sources.items():
            if as_of and source.values.get("read", "") > as_of:
                late = f"the source {key!r} was read on {source.values['read']}, after the provider's as_of {as_of}"
                self.mistakes.append((source.line, f"{late}; move as_of up, as `modelgate table add --as-of` does"))
        whole = surface if under is None else overlay(under, surface, self.name)
        for api, row in apis.items():
            if api not in known and not row.lines.keys() & {"announced", "retires", "stage"}:
                self.mistakes.append((row.line, f"{api!r} has no end: name announced, retires or stage"))
        for own, found in ((rows, relations.mistakes(whole)), (apis, relations.api_mistakes(whole))):
            for id_, key, message in found:
                line = own[id_].lines.get(key, own[id_].line) if id_ in own else part.line
                self.mistakes.append((line, message))
        if before == len(self.mistakes):
            used = {key for row in (*rows.values(), *apis.values()) for key in row.values["source"]}
            for key in sorted(sources.keys() - used):
                self.mistakes.append((sources[key].line, f"no row rests on the source {key!r}; leave it out"))
        return cast("SurfaceContent", whole)

    def sources(self, node: Any) -> dict[str, _Part]:
        """The sources by key."""
        return {
            key: self.part(value, "a source", fields.SOURCE, ("title", "read"))
            for key, _, value in self.pairs(node, "a mapping from a key to each source")
        }

    def reviewed(self, node: Any) -> list[dict[str, str]]:
        """The differences from catalogues that a person has looked at."""
        if node.id != "sequence" or not node.value:
            raise fields.WrongError("expected a list of differences")
        return [
            self.part(one, "a reviewed difference", fields.REVIEWED, tuple(fields.REVIEWED)).values
            for one in node.value
        ]

    def rows(self, node: Any, under: Container[str], kind: _Kind) -> dict[str, _Part]:
        """The rows by id, each read on its own; one that is `under` need not say again what stays."""
        what, keys, needed = kind
        if node.id != "sequence" or not node.value:
            raise fields.WrongError("expected a list of rows")
        rows: dict[str, _Part] = {}
        highest = ""
        for row_node in node.value:
            required = ("id", "source") if _id_of(row_node) in under else ("id", *needed, "source")
            row = self.part(row_node, what, keys, required)
            model = row.values.pop("id", None)
            if model is None:
                continue
            if model in rows:
                self.wrong(row_node, f"{model!r} has a row already, in line {rows[model].line}")
                continue
            if self.ordered and model < highest:
                self.wrong(row_node, f"{model!r} must stand before {highest!r}: rows are sorted by id")
            highest = max(model, highest)
            rows[model] = row
        return rows


def _id_of(row: Any) -> str | None:
    """The id of a row that has not been read yet."""
    pairs = row.value if row.id == "mapping" else ()
    return next((value.value for key, value in pairs if key.value == "id" and value.id == "scalar"), None)
