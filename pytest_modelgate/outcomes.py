"""Says what an answer amounts to, in the same words for every provider: by its status and its codes first."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate.live_values import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pytest_modelgate.live_values import Answer, Lister, Secret

LONGEST = 300
SHORTEST = 8
"""Shorter secrets would make holes in ordinary words."""
REMOVED = "[removed]"
_REQUEST_IDS = (
    "x-request-id",
    "request-id",
    "apim-request-id",
    "x-ms-request-id",
    "x-amzn-requestid",
    "x-litellm-call-id",
    "cf-ray",
)
_REQUEST_ID = re.compile(r"[\x21-\x7e]{1,200}")
_MASKED = re.compile(r"[^\s\"'`]*\*{3,}[^\s\"'`]*")

_CODES = {
    Outcome.KEY_INVALID: "invalid_api_key api_key_invalid unrecognizedclientexception invalidsignatureexception"
    " invalidclienttokenid expiredtokenexception incompletesignatureexception no_db_connection",
    Outcome.KEY_SCOPE: "api_key_service_blocked service_disabled permissiondenied mismatched_project"
    " organization_on_hold consumer_invalid billing_disabled access_token_scope_insufficient",
    Outcome.NO_ACCESS: "model_permission_blocked_org model_permission_blocked_project model_terms_required",
    Outcome.GONE: "model_decommissioned",
    Outcome.REGION: "unsupported_country_region_territory",
    Outcome.IP_BLOCKED: "ip_not_authorized api_key_ip_address_blocked api_key_http_referrer_blocked",
    Outcome.QUOTA: "insufficient_quota credit_balance_exhausted organization_spend_limit_exceeded billing_error"
    " project_spend_limit_exceeded organization_usage_limit_exceeded enforced_spend_limit_reached"
    " contract_spend_limit_reached servicequotaexceededexception",
    Outcome.RATE_LIMITED: "rate_limit_exceeded slow_down rate_limit_error throttlingexception toomanyrequestsexception",
    Outcome.WRONG_ENDPOINT: "unknown_url unknownoperationexception",
}
_BY_CODE = {code: outcome for outcome, codes in _CODES.items() for code in codes.split()}
_NOT_FOUND = frozenset(
    "model_not_found not_found not_found_error not-found 1500 resourcenotfoundexception resourcenotfound"
    " deploymentnotfound".split()
)
_BY_STATUS = {
    401: Outcome.KEY_INVALID,
    402: Outcome.QUOTA,
    403: Outcome.KEY_SCOPE,
    404: Outcome.WRONG_ENDPOINT,
    405: Outcome.WRONG_ENDPOINT,
    408: Outcome.UNAVAILABLE,
    410: Outcome.GONE,
    451: Outcome.REGION,
    498: Outcome.KEY_INVALID,
    499: Outcome.UNAVAILABLE,
}


def _sign(statuses: str, outcome: Outcome, pattern: str) -> tuple[frozenset[int], Outcome, re.Pattern[str]]:
    return frozenset(map(int, statuses.split())), outcome, re.compile(pattern, re.IGNORECASE)


_ENDED = (
    _sign("400 403 404", Outcome.NO_ACCESS, r"\bto new (?:users|customers|projects)\b"),
    _sign("400 404", Outcome.GONE, r"\bhas been (?:deprecated|retired|decommissioned)\b|\bend of its life\b"),
    _sign("400 404", Outcome.GONE, r"\bis no longer available\b"),
)
_SIGNS = (
    _sign("400 401 403", Outcome.KEY_SCOPE, r"\bapi[ _-]?key\b.*\b(?:blocked|disabled)\b"),
    _sign("400 403", Outcome.NO_ACCESS, r"\baccess to (?:the )?model\b"),
    _sign("401 403", Outcome.IP_BLOCKED, r"\bip[ _-]address\b|\bvirtual network\b|\bfirewall\b|\bprivate endpoint\b"),
    _sign("403", Outcome.IP_BLOCKED, r"\bpublic (?:network )?access is disabled\b|\bvpc endpoint policy\b"),
    _sign(
        "400 403", Outcome.REGION, r"\buser location\b|\b(?:un|not )(?:supported|available) .{0,20}(?:countr|region)"
    ),
    _sign("400 403", Outcome.REGION, r"\b(?:country|region|territory)\b.{0,40}\bnot (?:supported|available|allowed)\b"),
    _sign("400 401 403", Outcome.KEY_SCOPE, r"\bmissing scopes?\b|\bmember of an organization\b|\bworkspace\b"),
    _sign("403", Outcome.KEY_SCOPE, r"\bnot authorized to perform\b"),
    _sign("403", Outcome.KEY_INVALID, r"\b(?:bearer|security) token\b|\bapi key is (?:not valid|valid|invalid)\b"),
    _sign(
        "400",
        Outcome.KEY_INVALID,
        r"\b(?:incorrect|invalid|no|missing|expired) api[ _-]?key\b|\bapi[ _-]?key (?:not valid|expired)\b",
    ),
    _sign("400 404", Outcome.NOT_FOUND, r"\bnot a valid model id\b|\bmodel identifier is invalid\b"),
    _sign("400", Outcome.WRONG_ENDPOINT, r"\bapi[ _-]version\b"),
    _sign("404", Outcome.NOT_FOUND, r"(?<![/\w])model\b"),
)
_LOWER = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_BARE = frozenset({"forbidden", "request not allowed"})
"""What an edge says to a country that is not served, and nothing else with it."""
_OUT_OF_QUOTA = re.compile(r"\bquota\b|\bspend(?:ing)? limit\b|\bcredits?\b|\bbilling\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Error:
    """The parts of an error that are looked at."""

    codes: frozenset[str]
    """In lower case."""
    text: str
    inner: bool
    """Whether the body has an object under `error`."""
    delay: bool
    """Whether it says when to try again."""


def outcome_of(answer: Answer, lister: Lister) -> Outcome:
    """How the request ended. NOT_FOUND and GONE are about a model; a list that is not there is WRONG_ENDPOINT.

    OK says only that the server says so: whether the body is what was asked for, its reader says.
    """
    own = lister.outcome(answer) if lister.outcome is not None else None
    if own is not None:
        return own
    status, page = answer.status, is_html(answer)
    if status == 200:
        return Outcome.WRONG_ENDPOINT if page else Outcome.OK
    if status >= 500:
        return Outcome.UNAVAILABLE
    if status < 400:
        return Outcome.WRONG_ENDPOINT if status >= 300 else Outcome.BAD_RESPONSE
    if page and status in {400, 403}:
        return Outcome.IP_BLOCKED if status == 403 else Outcome.WRONG_ENDPOINT
    error = _error(answer)
    return _by_words(status, error) or (
        _limited(answer, error) if status == 429 else _BY_STATUS.get(status, Outcome.BAD_RESPONSE)
    )


def request_id(headers: Mapping[str, str]) -> str | None:
    """What the provider's support asks for: the first of its headers that is there and can be printed."""
    found = (headers.get(name, "") for name in _REQUEST_IDS)
    return next((value for value in found if _REQUEST_ID.fullmatch(value)), None)


def said(answer: Answer, secrets: Sequence[Secret]) -> str | None:
    """The provider's own message: without the secrets, printable, on one line, at most 300 characters; or None."""
    return cleaned(_message(_document(answer)), secrets) or None


def cleaned(text: str, secrets: Iterable[Secret]) -> str:
    """A text of others for a message: without any eight characters in a row of a secret, and cut to 300 characters."""
    line = " ".join("".join(each if each.isprintable() else " " for each in text[: 100 * LONGEST]).split())
    for secret in secrets:
        line = _without(line, secret.reveal())
    line = _MASKED.sub(REMOVED, line)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 3]}..."


def is_html(answer: Answer) -> bool:
    """Whether it is a page for people."""
    return "html" in answer.headers.get("content-type", "").lower() or answer.body[:100].lstrip()[:1] == b"<"


def _without(line: str, value: str) -> str:
    # Servers echo a part of a key, too, and in another case; so the parts are looked for.
    value, lower = value.strip().translate(_LOWER), line.translate(_LOWER)
    parts = {value[start : start + SHORTEST] for start in range(len(value) - SHORTEST + 1)}
    kept, end = [], 0
    start = 0
    while start <= len(line) - SHORTEST:
        if lower[start : start + SHORTEST] not in parts:
            start += 1
            continue
        kept += [line[end:start], REMOVED]
        end = start + SHORTEST
        while end < len(line) and lower[end - SHORTEST + 1 : end + 1] in parts:
            end += 1
        start = end
    return "".join([*kept, line[end:]])


def _by_words(status: int, error: _Error) -> Outcome | None:
    """What codes say, and texts where a status of the same kind stands beside them."""
    ended = _by_sign(_ENDED, status, error.text)
    if ended is not None:
        return ended
    if "model_not_found" in error.codes and status == 403:
        return Outcome.NO_ACCESS
    by_code = next((outcome for code, outcome in _BY_CODE.items() if code in error.codes), None)
    if by_code is not None:
        return by_code
    if status == 404 and error.codes & _NOT_FOUND:
        return Outcome.NOT_FOUND
    if status == 403 and error.inner and error.text.strip().lower() in _BARE:
        return Outcome.REGION
    return _by_sign(_SIGNS, status, error.text)


def _by_sign(
    signs: Iterable[tuple[frozenset[int], Outcome, re.Pattern[str]]], status: int, text: str
) -> Outcome | None:
    return next((outcome for statuses, outcome, sign in signs if status in statuses and sign.search(text)), None)


def _limited(answer: Answer, error: _Error) -> Outcome:
    if "resource_exhausted" in error.codes:
        return Outcome.RATE_LIMITED if error.delay else Outcome.QUOTA
    waits = answer.headers.keys() & {"retry-after", "retry-after-ms"}
    return Outcome.QUOTA if not waits and _OUT_OF_QUOTA.search(error.text) else Outcome.RATE_LIMITED


def _error(answer: Answer) -> _Error:
    document = _document(answer)
    inner = document.get("error")
    error = inner if isinstance(inner, dict) else document
    details = error.get("details")
    rows = [row for row in (details if isinstance(details, list) else [details]) if isinstance(row, dict)]
    codes = [answer.headers.get("x-amzn-errortype"), *(document.get(name) for name in ("code", "type", "__type"))]
    codes += [error.get(name) for name in ("code", "type", "status", "reason", "error_code", "__type")]
    codes += [row.get(name) for row in rows for name in ("reason", "error_code")]
    return _Error(
        codes=frozenset(_codes(codes)),
        text=_message(document),
        inner=isinstance(inner, dict),
        delay=any(row.get("retryDelay") for row in rows),
    )


def _codes(found: Iterable[object]) -> Iterator[str]:
    for code in found:
        if isinstance(code, str):
            # `AccessDeniedException:http://internal.amazon.com/..` and `com.amazon.coral#AccessDeniedException`
            yield code.partition(":")[0].rpartition("#")[2].strip().lower()


def _document(answer: Answer) -> dict[str, object]:
    """The object that an error is; empty when it is none. Google wraps some in a list."""
    try:
        document = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    if isinstance(document, list) and document:
        document = document[0]
    return document if isinstance(document, dict) else {}


def _message(document: Mapping[str, object]) -> str:
    for place in (document.get("error"), document.get("message"), document.get("detail"), document.get("Message")):
        found: object = place
        # A message may itself be an object, or a list of them, as FastAPI and Mistral write it.
        for _ in range(5):
            if isinstance(found, list) and found:
                found = found[0]
            elif isinstance(found, dict):
                found = found.get("message") or found.get("msg") or found.get("detail")
        if isinstance(found, str) and found:
            return found
    return ""
