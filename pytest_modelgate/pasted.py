"""Reads an error that somebody pasted, whatever printed it: a body, a traceback, an SDK's message, a log."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate.bodies import last_error
from pytest_modelgate.cleaning import cleaned
from pytest_modelgate.formats._escape import visible
from pytest_modelgate.marks import Mark, marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_modelgate.bodies import Said
    from pytest_modelgate.live_values import Secret

MOST_READ = 100_000
"""Characters that are read of a text: half from its beginning and half from its end."""
REQUEST_IDS = (
    *("x-request-id", "request-id", "apim-request-id", "x-ms-request-id", "x-amzn-requestid", "x-litellm-call-id"),
    "cf-ray",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What an error says of itself; every text in it can be printed."""

    status: int | None = None
    code: str | None = None
    type: str | None = None
    message: str | None = None
    """Without secrets, and at most 300 characters and the count of the rest."""
    request_id: str | None = None
    model: str | None = None
    """The id that the error names."""
    address: str | None = None
    """Scheme, host and path of the call, where the text says what was called."""
    marks: tuple[Mark, ...] = ()
    structured: bool = False
    """Whether a status or a code speaks for the marks, and not the wording alone."""

    def says(self, *wanted: Mark) -> bool:
        """Whether it bears any of these marks."""
        return any(mark in self.marks for mark in wanted)


def read(text: str, secrets: Sequence[Secret] = ()) -> Pasted:
    """What the text says; all empty for one that holds no error. `secrets` are never repeated."""
    if len(text) > MOST_READ:
        text = f"{text[: MOST_READ // 2]}\n{text[-MOST_READ // 2 :]}"
    error = last_error(text)
    aws = _last(_AWS, text)
    name = _last(_NAMED, text)
    codes = [*error.codes, *filter(None, (aws and aws[1], name and name[1], _header(text, "x-amzn-errortype")))]
    said = frozenset(code.lower().partition(":")[0] for code in codes)
    status = _status(text, error, said)
    told = error.message or (aws and aws[2]) or text
    found, structured = marks(said, told if error.message or aws else text, status)
    if _HTML.search(text):
        found = (*found, Mark.HTML)
    if error.codes[:1] == ["404"] and "resource not found" in told.lower():
        found = (*found, Mark.AZURE_PATH)
    if "'detail': 'Not Found'" in text or re.search(r'"detail"\s*:\s*"Not Found"', text):
        found = (*found, Mark.WRONG_URL)
    address = _address(text)
    if address is not None and _DOUBLED.search(address):
        found = (*found, Mark.WRONG_URL)
    if Mark.QUOTA in found and _retryable(text, said):
        found = tuple(mark for mark in (*found, Mark.RATE) if mark is not Mark.QUOTA)
    return Pasted(
        status=status,
        code=_word(error.code or (aws and aws[1]), secrets),
        type=_word(error.type, secrets),
        message=cleaned(error.message or (aws and aws[2]) or _summary(text), secrets),
        request_id=_request_id(text, error),
        model=_model(told, secrets),
        address=address,
        marks=tuple(dict.fromkeys((*found, *_by_status(status, found)))),
        structured=structured or (status is not None and bool(found or _by_status(status, found))),
    )


_AWS = re.compile(r"An error occurred \((\w{1,100})\) when calling the \w+ operation[^:\n]{0,80}: ?([^\n]*)")
_NAMED = re.compile(r"^(?:[\w.]{1,200}\.)?([A-Z]\w{1,80}(?:Error|Exception|Timeout))\b", re.MULTILINE)
_DOUBLED = re.compile(r"/(v\d\w{0,8})/\1(?:/|$)")
_HTML = re.compile(r"<!doctype html|<html[\s>]", re.IGNORECASE)
_STATUSES = tuple(
    re.compile(form, re.IGNORECASE | re.MULTILINE)
    for form in (
        r"\bHTTP/[\d.]{1,3} ([345]\d\d)\b",
        r"\berror code:? ([45]\d\d)\b",
        r"\bstatus[_ ]?code\W{1,4}([345]\d\d)\b",
        r"\b(?:client|server) error '?([45]\d\d)\b",
        r"\bstatus\W{1,4}([45]\d\d)\b",
        r"\bHTTP(?: status)?(?: code)?:? ([45]\d\d)\b",
        r"^[\w.]{0,200}(?:Error|Exception|NotFound|Forbidden|Argument|Denied|TooManyRequests): ([45]\d\d)\b",
        r"\breturned error: ([45]\d\d)\b",
        r"\b([45]\d\d), message=",
        r"^\W{0,3}([45]\d\d):? (?:page|[A-Z][a-z]+|[A-Z_]{4,})\b",
    )
)
_NAMES = {
    **dict.fromkeys(("notfounderror", "resourcenotfoundexception", "not_found", "statuscode.not_found"), 404),
    **dict.fromkeys(("authenticationerror", "unrecognizedclientexception", "unauthenticated"), 401),
    **dict.fromkeys(("permissiondeniederror", "accessdeniedexception", "permission_denied"), 403),
    **dict.fromkeys(("ratelimiterror", "throttlingexception", "resource_exhausted"), 429),
    **dict.fromkeys(("badrequesterror", "validationexception", "invalid_argument"), 400),
    **dict.fromkeys(("internalservererror",), 500),
    **dict.fromkeys(("serviceunavailableexception", "serviceunavailableerror"), 503),
}
_MODELS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\bmodels?:? ?[`'\"]([\x21-\x7e]{1,256}?)[`'\"]",
        r"\bmodels/([\w.:@-]{1,256}) is not found",
        r"\bNo endpoints found for ([\x21-\x7e]{1,256}?)\.?(?:\s|$)",
        r"([\x21-\x7e]{1,256}) is not a valid model ID",
        r"\bmodel=([\x21-\x7e]{1,256}?)\.?(?:\s|$)",
        r"^model: ([\x21-\x7e]{1,256})$",
        r"\bnot found the model ([\x21-\x7e]{1,256})",
        r"\bmodel ID ([\x21-\x7e]{1,256}) with on-demand",
        r"\bThe model ([\x21-\x7e]{1,256}) (?:does not exist|has been)",
    )
)
_ADDRESSES = re.compile(
    r"(?:for url:? ['\"]?|\b(?:GET|POST|curl)\b[^\n]{0,40}? ['\"]?|endpoint URL: ['\"]?|\burl['\"]?[:=] ?['\"]?)"
    r"(https?)://(?:[^\s/@'\"]{1,200}@)?([\w.:\[\]-]{1,253})(/[^\s?#'\"]{0,500})?",
    re.IGNORECASE,
)


def _status(text: str, error: Said, said: frozenset[str]) -> int | None:
    for form in _STATUSES:
        if found := _last(form, text):
            return int(found[1])
    return error.status or next((_NAMES[code] for code in sorted(said) if code in _NAMES), None)


def _by_status(status: int | None, found: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """What a status says where nothing else does."""
    if found and found != (Mark.HTML,):
        return ()
    if status is not None and status >= 500:
        return (Mark.UNAVAILABLE,)
    if Mark.HTML in found:
        return ()
    if status is not None and (300 <= status < 400 or status == 405):
        return (Mark.WRONG_URL,)
    return {401: (Mark.KEY,), 402: (Mark.QUOTA,), 404: (Mark.NOT_FOUND,), 429: (Mark.RATE,)}.get(status or 0, ())


def _retryable(text: str, said: frozenset[str]) -> bool:
    """Whether the error itself says that the same call may pass later: Google words both limits alike."""
    return "retrydelay" in text.lower() or "rate_limit_exceeded" in said


def _request_id(text: str, error: Said) -> str | None:
    for name in REQUEST_IDS:
        if found := _header(text, name):
            return _word(found)
    loose = re.search(r"\brequest[_ -]?id['\"]?\s?[:=(]\s?['\"]?([\w.:/-]{6,128})", text, re.IGNORECASE)
    return _word(error.request_id or (loose and loose[1]) or None)


def _header(text: str, name: str) -> str | None:
    found = re.search(
        rf"^[<\s]{{0,4}}['\"]?{name}['\"]?\s?[:=]\s?['\"]?([\x21-\x7e]{{1,200}}?)['\",]{{0,2}}\s*$", text, re.I | re.M
    )
    return found[1] if found else None


def _model(told: str, secrets: Sequence[Secret]) -> str | None:
    for form in _MODELS:
        if found := form.search(told[:5000]):
            return _word(found[1], secrets)
    return None


def _address(text: str) -> str | None:
    found = _last(_ADDRESSES, text)
    return None if found is None else visible(f"{found[1].lower()}://{found[2].lower()}{found[3] or ''}")


def _summary(text: str) -> str | None:
    """The line of a text without a document that says most: a traceback's last, a short text as it is."""
    if _HTML.search(text):
        title = re.search(r"<title[^>]{0,100}>([^<]{1,300})</title>", text, re.IGNORECASE)
        return f"an HTML page: {title[1]}" if title else "an HTML page"
    told = [line.strip() for line in text.splitlines() if line.strip()]
    return told[-1] if told else None


def _last(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in form.finditer(text):  # noqa: B007 -- the last match is what is wanted.
        pass
    return found


def _word(text: str | None, secrets: Sequence[Secret] = ()) -> str | None:
    """A code or an id as it may be printed; None for what is none."""
    if text is None or not re.fullmatch(r"[\x21-\x7e]{1,256}", text):
        return None
    return cleaned(text, secrets)
