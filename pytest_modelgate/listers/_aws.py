"""What errors of AWS mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.listers._reading import error_of
from pytest_modelgate.live_values import Outcome

if TYPE_CHECKING:
    from pytest_modelgate.live_values import Answer

_TYPES = {
    "UnrecognizedClientException": Outcome.KEY_INVALID,
    "InvalidSignatureException": Outcome.KEY_INVALID,
    "SignatureDoesNotMatch": Outcome.KEY_INVALID,
    "InvalidClientTokenId": Outcome.KEY_INVALID,
    "IncompleteSignatureException": Outcome.KEY_INVALID,
    "MissingAuthenticationTokenException": Outcome.KEY_INVALID,
    "ExpiredTokenException": Outcome.KEY_INVALID,
    "ExpiredToken": Outcome.KEY_INVALID,
    "ServiceQuotaExceededException": Outcome.QUOTA,
    "ThrottlingException": Outcome.RATE_LIMITED,
    "UnknownOperationException": Outcome.WRONG_ENDPOINT,
    "ServiceUnavailableException": Outcome.UNAVAILABLE,
    "InternalServerException": Outcome.UNAVAILABLE,
}
_DEAD = ("API Key is valid", "Bearer Token", "bearer token", "security token")


def aws_outcome(answer: Answer) -> Outcome | None:
    """What an answer means where that follows from the type of AWS's error."""
    error = error_of(answer)
    message = error.text("message") or error.text("Message") or ""
    kind = answer.headers.get("x-amzn-errortype") or error.text("__type") or error.text("code") or ""
    kind = kind.partition(":")[0].rpartition("#")[2]
    if kind in _TYPES:
        return _TYPES[kind]
    if kind == "AccessDeniedException":
        # The same type stands for a dead bearer token, a model that was not granted, and a missing permission.
        if any(mark in message for mark in _DEAD):
            return Outcome.KEY_INVALID
        return Outcome.NO_ACCESS if "access to the model" in message else Outcome.KEY_SCOPE
    if kind == "ResourceNotFoundException":
        return Outcome.GONE if "end of its life" in message else Outcome.NOT_FOUND
    if kind == "ValidationException" and "model identifier is invalid" in message:
        return Outcome.NOT_FOUND
    return None
