"""Reads lists of models tolerantly: what is odd in one row is a doubt, and only a wrong container is an error."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from pytest_modelgate.live_values import BadResponseError, Listed, Page, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytest_modelgate.live_values import Answer

DOUBTS = 20
"""So many doubts of one page are told, and how many more there are."""
_ID = re.compile(r"[\x21-\x7e]{1,256}")
_TOKEN = 4096
_CLOCK = r"[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:[Zz]|[+-]\d{2}:?\d{2})?"
_DAY = re.compile(rf"\d{{4}}-\d{{2}}-\d{{2}}(?:{_CLOCK})?", re.ASCII)
_YEARS = range(2015, 2101)


def is_id(value: object) -> bool:
    """Whether it may be the id of a model: 1 to 256 visible ASCII characters."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def day_of(value: object) -> date | None:
    """The UTC day of a `YYYY-MM-DD`, an RFC 3339 time, unix seconds or a `{year, month, day}`; None when it is no day.

    A day outside 2015 to 2100 ends no model, and is none either: some servers write zero for "unknown".
    """
    try:
        day = _day(value)
    except (ValueError, OverflowError, OSError):
        return None
    return day if day is not None and day.year in _YEARS else None


def _day(value: object) -> date | None:
    if isinstance(value, str) and _DAY.fullmatch(value):
        moment = datetime.fromisoformat(value.upper())
        return (moment if moment.tzinfo is None else moment.astimezone(UTC)).date()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return datetime.fromtimestamp(value, UTC).date()
    if isinstance(value, Mapping):
        parts = [value.get(part) for part in ("year", "month", "day")]
        year, month, day = (part if isinstance(part, int) else 0 for part in parts)
        return date(year, month, day)
    return None


def shown(value: object) -> str:
    """A value for a message: short, in ASCII, and on one line."""
    if isinstance(value, str):
        return ascii(value if len(value) <= 40 else f"{value[:40]}...")
    return repr(value) if isinstance(value, bool) else _kind(value)


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of one model, or of an object inside it; what is odd about them goes to `doubts`."""

    fields: Mapping[str, object]
    doubts: list[str] = field(default_factory=list)
    named: str = "the list"
    """What a doubt is about."""

    def text(self, key: str) -> str | None:
        """A text that is not empty; None for everything else."""
        value = self.fields.get(key)
        return value if isinstance(value, str) and value else None

    def id(self, key: str, prefix: str = "") -> str | None:
        """An id without its prefix; None, and a doubt, when it is none."""
        value = self.fields.get(key)
        bare = value.removeprefix(prefix) if isinstance(value, str) else value
        if isinstance(bare, str) and is_id(bare):
            return bare
        self.doubts.append(f"the {key} of {self.named} is no model id: {shown(value)}")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Those of a list that look like ids: aliases, methods, kinds of use."""
        value = self.fields.get(key)
        return tuple(one for one in value if is_id(one)) if isinstance(value, list) else ()

    def flag(self, key: str) -> bool | None:
        """True or False; None for everything else."""
        value = self.fields.get(key)
        return value if isinstance(value, bool) else None

    def day(self, key: str) -> date | None:
        """A day in UTC; None when there is none, and with a doubt when what is there is no day."""
        value = self.fields.get(key)
        if value is None or value == "":
            return None
        day = day_of(value)
        if day is None:
            self.doubts.append(f"the {key} of {self.named} is no date: {shown(value)}")
        return day

    def inner(self, key: str) -> Row:
        """The object under a key; without fields when there is none."""
        value = self.fields.get(key)
        return Row(value if isinstance(value, Mapping) else {}, self.doubts, self.named)

    def inners(self, key: str) -> tuple[Row, ...]:
        """The objects in the list under a key."""
        value = self.fields.get(key)
        kept = [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
        return tuple(Row(one, self.doubts, self.named) for one in kept)


def fields_of(document: object) -> Row:
    """The fields of an answer that must be an object. Raises BadResponseError."""
    if not isinstance(document, Mapping):
        raise BadResponseError(f"the answer is {_kind(document)}, not an object")
    return Row(document)


def rows(document: object, key: str | None) -> Sequence[object]:
    """The list that an answer holds under a key, or is itself where `key` is None. Raises BadResponseError."""
    found = document if key is None else fields_of(document).fields.get(key)
    if not isinstance(found, list):
        where = "the answer" if key is None else f"`{key}` in the answer"
        raise BadResponseError(f"{where} is {_kind(found)}, not a list")
    return found


def page(
    document: object,
    key: str | None,
    listed: Callable[[Row], Listed | None],
    following: Request | None = None,
    *,
    name: str = "id",
) -> Page:
    """A page of the rows under a key; `listed` makes a row of its fields, or None where it leaves a doubt.

    `name` is the field that names a row in doubts. Raises BadResponseError when there is no list.
    """
    doubts: list[str] = []
    found = []
    for number, one in enumerate(rows(document, key), 1):
        if not isinstance(one, Mapping):
            doubts.append(f"row {number} of the list is {_kind(one)}, not an object")
            continue
        called = one.get(name)
        row = listed(Row(one, doubts, str(called) if is_id(called) else f"row {number} of the list"))
        if row is not None:
            found.append(row)
    if len(doubts) > DOUBTS:
        doubts[DOUBTS:] = [f"and {len(doubts) - DOUBTS} more that could not be read"]
    return Page(rows=tuple(found), following=following, doubts=tuple(doubts))


def single(document: object, listed: Callable[[Row], Listed | None], key: str | None = None) -> Listed:
    """The one model that an answer is, or holds under a key. Raises BadResponseError when it names none."""
    row = fields_of(document)
    if key is not None:
        row = fields_of(row.fields.get(key))
    found = listed(row)
    if found is None:
        raise BadResponseError("the answer names no model")
    return found


def plain(row: Row) -> Listed | None:
    """A row of which nothing but the id is known."""
    id_ = row.id("id")
    return None if id_ is None else Listed(id=id_)


def token(row: Row, key: str) -> str | None:
    """What asks for the next page; None when there is none. Raises BadResponseError when it is no short text."""
    value = row.fields.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str) or len(value) > _TOKEN or not value.isascii() or not value.isprintable():
        raise BadResponseError(f"`{key}` in the answer asks for no page: {shown(value)}")
    return value


def with_query(request: Request, **parameters: str) -> Request:
    """The same request with these parameters instead of those that it has under the same names."""
    parts = urlsplit(request.url)
    kept = [(name, value) for name, value in parse_qsl(parts.query, True) if name not in parameters]
    query = urlencode([*kept, *parameters.items()])
    return Request(url=urlunsplit(parts._replace(query=query)), headers=request.headers)


def linked(link: str, request: Request) -> Request:
    """The request for the page that a link in the answer names. Raises BadResponseError when it leaves the origin."""
    try:
        here, there = urlsplit(request.url), urlsplit(urljoin(request.url, link))
    except ValueError:
        raise BadResponseError(f"the link to the next page is no address: {shown(link)}") from None
    if (here.scheme, here.netloc) != (there.scheme, there.netloc):
        raise BadResponseError("the link to the next page leads to another host")
    return Request(url=urlunsplit(there._replace(fragment="")), headers=request.headers)


def under(base: str, path: str, **parameters: str) -> str:
    """An address below a base address, which may end in a slash."""
    return f"{base.rstrip('/')}/{path}" + (f"?{urlencode(parameters)}" if parameters else "")


def segment(model_id: str, safe: str = ":@") -> str:
    """An id as one segment of a path, from which it cannot step out."""
    quoted = quote(model_id, safe=safe)
    return quoted if quoted.strip(".") else quoted.replace(".", "%2E")


def error_of(answer: Answer) -> Row:
    """The fields of the error in an answer: of `error`, or of the whole body, unwrapped from a list; maybe none."""
    try:
        body: object = json.loads(answer.body)
    except (ValueError, RecursionError):
        return Row({})
    if isinstance(body, list) and body:
        body = body[0]
    if not isinstance(body, Mapping):
        return Row({})
    inner = body.get("error")
    return Row(inner if isinstance(inner, Mapping) else body)


def _kind(value: object) -> str:
    if value is None:
        return "missing"
    return {dict: "an object", list: "a list", str: "a text", bool: "a boolean"}.get(type(value), "a number")
