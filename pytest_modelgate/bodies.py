"""Takes apart the documents in which servers report errors, each provider in its own shape."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pytest_modelgate.literals import values

if TYPE_CHECKING:
    from collections.abc import Iterator

_GRPC = re.compile(r"StatusCode\.([A-Z_]{2,40})")
_DETAILS = re.compile(r"details ?= ?\"([^\"\n]{1,2000})\"")


@dataclass(frozen=True, slots=True)
class Said:
    """An error document taken apart; of codes, the first is the error's own."""

    message: str | None = None
    code: str | None = None
    type: str | None = None
    codes: list[str] = field(default_factory=list)
    status: int | None = None
    request_id: str | None = None


def last_error(text: str) -> Said:
    """The last document in the text that reports an error: a traceback ends with what was raised."""
    found = Said()
    for value in values(text):
        rows = value if isinstance(value, list) else [value]
        for row in rows[:20]:
            if isinstance(row, dict) and (said := _taken(row)) is not None:
                found = said
    if found.message is None and not found.codes and (grpc := _GRPC.search(text)):
        details = _DETAILS.search(text)
        return Said(message=details and details[1], code=grpc[1], codes=[grpc[1]])
    return found


def _taken(document: dict[str, object]) -> Said | None:
    error = document.get("error")
    errors = document.get("errors")
    if error is None and isinstance(errors, list) and errors:
        error = errors[0]
    inner = error if isinstance(error, dict) else document
    message = error if isinstance(error, str) else inner.get("message", inner.get("Message", inner.get("detail")))
    if error is None and (message is None or "role" in document):
        return None
    numbers = [inner.get("code"), inner.get("status"), document.get("status"), document.get("statusCode")]
    statuses = [number for number in map(_number, numbers) if number is not None]
    words = [_text(part.get(key)) for part in (inner, document) for key in ("code", "status", "type", "__type")]
    words += list(_reasons(inner))
    codes = [word for word in words if word and len(word) <= 100]
    code = _text(inner.get("code")) or _text(inner.get("status")) or _text(document.get("code"))
    identifier = document.get("request_id") or inner.get("request_id") or document.get("requestId")
    return Said(
        message=_flat(message),
        code=code or next(_reasons(inner), None),
        type=_text(inner.get("type")) or _text(inner.get("__type")),
        codes=list(dict.fromkeys(codes)),
        status=next(iter(statuses), None),
        request_id=_text(identifier),
    )


def _reasons(error: dict[str, object]) -> Iterator[str]:
    """The finer codes of an error: Google's reasons, Anthropic's and Azure's."""
    details = error.get("details")
    for detail in (
        details[:20] if isinstance(details, list) else [details, error.get("innererror"), error.get("metadata")]
    ):
        if isinstance(detail, dict):
            for key in ("reason", "error_code", "code"):
                if found := _text(detail.get(key)):
                    yield found


def _flat(message: object) -> str | None:
    """A message that may be wrapped in lists and objects, as FastAPI and Mistral do, and may hold another's body."""
    for _ in range(5):
        if isinstance(message, list) and message:
            message = message[0]
        elif isinstance(message, dict):
            message = message.get("message", message.get("msg", message.get("detail", message.get("error"))))
        else:
            break
    if not isinstance(message, str):
        return None
    return message


def _number(value: object) -> int | None:
    number = int(value) if isinstance(value, str) and re.fullmatch(r"[45]\d\d", value) else value
    return number if type(number) is int and 400 <= number <= 599 else None


def _text(value: object) -> str | None:
    if type(value) is int and 0 <= value < 100_000:
        return str(value)
    return value if isinstance(value, str) and value else None
