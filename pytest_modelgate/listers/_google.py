"""What errors of Google's APIs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.listers._reading import error_of
from pytest_modelgate.live_values import Outcome

if TYPE_CHECKING:
    from pytest_modelgate.live_values import Answer

_REASONS = {
    "API_KEY_INVALID": Outcome.KEY_INVALID,
    "API_KEY_SERVICE_BLOCKED": Outcome.KEY_SCOPE,
    "SERVICE_DISABLED": Outcome.KEY_SCOPE,
    "API_KEY_IP_ADDRESS_BLOCKED": Outcome.IP_BLOCKED,
    "API_KEY_HTTP_REFERRER_BLOCKED": Outcome.IP_BLOCKED,
}


def google_outcome(answer: Answer) -> Outcome | None:
    """What an answer means where that follows from Google's status and reasons."""
    error = error_of(answer)
    status, message = error.text("status"), error.text("message") or ""
    details = error.inners("details")
    for detail in details:
        reason = _REASONS.get(detail.text("reason") or "")
        if reason is not None:
            return reason
    if answer.status == 400 and status == "FAILED_PRECONDITION":
        return Outcome.REGION if "location" in message else None
    if answer.status == 403 and status == "PERMISSION_DENIED":
        return Outcome.KEY_SCOPE
    if answer.status == 404 and status == "NOT_FOUND":
        if "no longer available" not in message:
            return Outcome.NOT_FOUND
        return Outcome.NO_ACCESS if "to new users" in message else Outcome.GONE
    if answer.status == 429 and status == "RESOURCE_EXHAUSTED":
        # What is spent for the month comes without the delay that a limit by the minute comes with.
        return Outcome.RATE_LIMITED if any(detail.text("retryDelay") for detail in details) else Outcome.QUOTA
    return None
