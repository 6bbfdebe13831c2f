"""What each kind of evidence claims to be the cause, taken alone: the error, the calendar, the list, the spelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate.diagnosis import Cause, Confidence
from pytest_modelgate.live_values import Outcome
from pytest_modelgate.marks import Mark
from pytest_modelgate.testimony import away

if TYPE_CHECKING:
    from datetime import date

    from pytest_modelgate.case import Case

CERTAIN, LIKELY, UNSURE = Confidence.CERTAIN, Confidence.LIKELY, Confidence.UNSURE


@dataclass(frozen=True, slots=True)
class Claim:
    """A cause, how sure it is, and why, in one sentence."""

    cause: Cause
    confidence: Confidence
    summary: str
    others: tuple[Cause, ...] = ()
    suggestion: str | None = None


_AFTER = {"moved": " Its API has moved.", "host-gone": " The host that served it is gone."}


def gone(case: Case, confidence: Confidence, why: str) -> Claim:
    """The model has been retired; where the provider lets another answer for it, that it does."""
    known = case.known or case.tuned_from
    redirects = known is not None and known.after_retirement == "redirects" and case.tuned_from is None
    if redirects:
        why += " Calls with it are answered by another model, at that model's price."
    elif known is not None:
        why += _AFTER.get(known.after_retirement, "")
    return Claim(Cause.REDIRECTED if redirects else Cause.RETIRED, confidence, why, (), replacement(case))


def ending(case: Case, ends: date | None, why: str, confidence: Confidence) -> Claim:
    """The model is on its way out and still served."""
    soon = ends is not None and (ends - case.today).days <= case.horizon
    when = f" It ends on {ends}, {away(ends, case.today)}." if ends is not None else " No end day is known."
    return Claim(Cause.RETIRING if soon else Cause.DEPRECATED, confidence, why + when, (), replacement(case))


def replacement(case: Case) -> str | None:
    """What the provider names instead: in the live list, else in the table, where it leads to a living model."""
    if case.row is not None and case.row.successor is not None:
        return case.row.successor
    known = case.known or case.tuned_from
    return None if known is None else known.succession.living


# The error's word on the model, in the order in which one settles more than the next.
_OF_THE_MODEL: tuple[tuple[tuple[Mark, ...], Cause, str, tuple[Cause, ...]], ...] = (
    ((Mark.AZURE_PATH,), Cause.AZURE_API_VERSION, "Azure does not know the path or the `api-version` of the call.", ()),
    (
        (Mark.DEPLOYMENT,),
        Cause.AZURE_DEPLOYMENT,
        "The Azure resource has no deployment of this name, or has had it for a few minutes only.",
        (),
    ),
    (
        (Mark.CLOSED_TO_NEW,),
        Cause.NO_ACCESS,
        "The provider has closed the model to projects that did not use it before.",
        (Cause.RETIRING,),
    ),
    (
        (Mark.NOT_GRANTED,),
        Cause.MODEL_ACCESS_NOT_GRANTED,
        "The account has not been granted access to this model in this region.",
        (),
    ),
    (
        (Mark.BLOCKED,),
        Cause.BLOCKED_BY_SETTINGS,
        "The settings of the organisation or the project block this model.",
        (),
    ),
    (
        (Mark.TERMS,),
        Cause.BLOCKED_BY_SETTINGS,
        "The model's terms have to be accepted before it can be called.",
        (),
    ),
    (
        (Mark.NO_ROUTE,),
        Cause.BLOCKED_BY_SETTINGS,
        "The id is known, but the account's settings or the request's demands leave nobody to serve it.",
        (),
    ),
    (
        (Mark.NO_ACCESS,),
        Cause.NO_ACCESS,
        "The provider knows the model, and says that this key may not use it.",
        (),
    ),
    (
        (Mark.PROFILE,),
        Cause.NEEDS_INFERENCE_PROFILE,
        "Bedrock serves this model through inference profiles only.",
        (),
    ),
    (
        (Mark.WRONG_METHOD,),
        Cause.WRONG_ENDPOINT,
        "The provider has the model, but does not serve it through the method that was called.",
        (),
    ),
    (
        (Mark.WRONG_URL,),
        Cause.WRONG_BASE_URL,
        "The server has nothing at the address of the call, whatever the id is.",
        (),
    ),
)
# The error's word on the account and the way to the server, which would meet any id.
_OF_THE_CALL: tuple[tuple[tuple[Mark, ...], Cause, str], ...] = (
    ((Mark.IP,), Cause.IP_BLOCKED, "The network that the call comes from is not allowed."),
    ((Mark.REGION,), Cause.REGION, "The provider does not serve the place, or the region, of the call."),
    ((Mark.QUOTA,), Cause.QUOTA, "The quota or the credit of the account is used up."),
    ((Mark.RATE,), Cause.RATE_LIMITED, "Too many requests were sent in a short time."),
    ((Mark.SCOPE,), Cause.KEY_SCOPE, "The key is valid, but its rights do not cover this call."),
    ((Mark.NO_KEY,), Cause.KEY_INVALID, "No key was sent with the call."),
    ((Mark.KEY,), Cause.KEY_INVALID, "The provider does not accept the key."),
    ((Mark.TLS,), Cause.IP_BLOCKED, "Something between here and the provider answers with a certificate of its own."),
    ((Mark.UNAVAILABLE,), Cause.UNAVAILABLE, "The server is in trouble, or did not answer in time."),
)


def of_the_error(case: Case) -> Claim | None:
    """What the pasted error says of the model."""
    for wanted, cause, summary, others in _OF_THE_MODEL:
        if case.says(*wanted):
            newer = replacement(case) if Mark.CLOSED_TO_NEW in wanted else None
            return Claim(cause, _proof(case), summary, others, newer)
    return None


def of_the_call(case: Case) -> Claim | None:
    """What the pasted error says of the key, the account and the way to the server."""
    if case.pasted is None:
        return None
    for wanted, cause, summary in _OF_THE_CALL:
        if case.pasted.says(*wanted):
            sure = LIKELY if cause is Cause.KEY_SCOPE and Mark.KEY in case.pasted.marks else _proof(case)
            if cause is Cause.KEY_INVALID and case.key is not None and case.key.oddities:
                summary += " What is around it looks like the reason."
            return Claim(cause, sure, summary)
    if case.pasted.says(Mark.UNKNOWN_HOST):
        return Claim(Cause.WRONG_BASE_URL, LIKELY, "Nothing answers at the address of the call.", (Cause.UNAVAILABLE,))
    if case.pasted.says(Mark.HTML):
        if case.pasted.status == 404:
            return Claim(Cause.WRONG_BASE_URL, LIKELY, "A web page answers at the address of the call.")
        return Claim(
            Cause.IP_BLOCKED,
            LIKELY,
            "A web page came instead of an answer: a proxy or a firewall stands between.",
            (Cause.WRONG_BASE_URL,),
        )
    if case.pasted.status == 407:
        return Claim(Cause.IP_BLOCKED, CERTAIN, "A proxy between here and the provider wants its own password.")
    if case.pasted.status == 403 and not case.pasted.marks:
        others = (Cause.NO_ACCESS, Cause.REGION, Cause.IP_BLOCKED)
        return Claim(Cause.KEY_SCOPE, LIKELY, "The provider forbids the call without saying why.", others)
    return None


# How a list ended: the cause, how sure, and whether what else is known of the id goes first.
_FAILED: dict[Outcome, tuple[Cause, Confidence, str, bool]] = {
    Outcome.KEY_INVALID: (Cause.KEY_INVALID, CERTAIN, "{title} does not accept the key.", False),
    Outcome.NO_ACCESS: (Cause.KEY_SCOPE, UNSURE, "The key may not ask for the list.", True),
    Outcome.KEY_SCOPE: (Cause.KEY_SCOPE, UNSURE, "The key may not ask for the list.", True),
    Outcome.REGION: (Cause.REGION, LIKELY, "{title} does not serve the place or the region of the call.", False),
    Outcome.IP_BLOCKED: (Cause.IP_BLOCKED, LIKELY, "The network that this runs in is not allowed.", False),
    Outcome.QUOTA: (Cause.QUOTA, LIKELY, "The quota or the credit of the account is used up.", False),
    Outcome.RATE_LIMITED: (Cause.RATE_LIMITED, UNSURE, "The list was refused for too many requests.", True),
    Outcome.UNAVAILABLE: (Cause.UNAVAILABLE, UNSURE, "The server is in trouble.", True),
    Outcome.TIMEOUT: (Cause.UNAVAILABLE, UNSURE, "The list was not answered in time.", True),
    Outcome.UNREACHABLE: (Cause.UNAVAILABLE, UNSURE, "Nothing answers at the address.", True),
    Outcome.WRONG_ENDPOINT: (Cause.WRONG_BASE_URL, CERTAIN, "The address has no list of models.", False),
    Outcome.NOT_FOUND: (Cause.WRONG_BASE_URL, CERTAIN, "The address has no list of models.", False),
    Outcome.GONE: (Cause.WRONG_BASE_URL, CERTAIN, "The address has been given up.", False),
    Outcome.BAD_RESPONSE: (Cause.COULD_NOT_TELL, UNSURE, "The list could not be read.", True),
    Outcome.REFUSED: (Cause.COULD_NOT_TELL, UNSURE, "The list was not asked for.", True),
}


def of_the_failed_list(case: Case, *, gently: bool) -> Claim | None:
    """What it means that the list could not be had; `gently` for what yields to anything else that is known."""
    outcome = _how_asking_ended(case)
    if outcome is None or outcome not in _FAILED:
        return None
    cause, sure, summary, yields = _FAILED[outcome]
    if yields is not gently:
        return None
    own = case.base is not None and not case.base.default
    if outcome in (Outcome.UNREACHABLE, Outcome.BAD_RESPONSE) and own:
        cause, sure = Cause.WRONG_BASE_URL, LIKELY
    if cause is Cause.WRONG_BASE_URL and case.azure:
        cause = Cause.AZURE_API_VERSION
    if outcome is Outcome.KEY_INVALID and case.key is not None and case.key.oddities:
        summary += " What is around it looks like the reason."
    summary = summary.format(title=case.title)
    if cause is not Cause.KEY_INVALID:
        summary += " That says nothing of the id."
    return Claim(cause, sure, summary)


def _how_asking_ended(case: Case) -> Outcome | None:
    """The list's end; where no list was asked for, the single request's, unless that is about the model itself."""
    if case.listing is not None:
        return case.listing.outcome
    about_the_model = (Outcome.NOT_FOUND, Outcome.GONE, Outcome.NO_ACCESS, Outcome.WRONG_ENDPOINT)
    return case.one.outcome if case.one is not None and case.one.outcome not in about_the_model else None


def of_the_spelling(case: Case) -> Claim | None:
    """What an id is that neither the table nor the provider has here."""
    denied = case.says(Mark.NO_SUCH_ID)
    unknown = case.known is None and case.tuned_from is None and case.row is None
    if not unknown or case.surface is None:
        return None
    suggestion = case.near[0] if case.near else None
    if case.elsewhere:
        titles = " and ".join(other.title for other in case.elsewhere[:3])
        summary = f"{case.title} has no such id that is known; {titles} has it."
        return Claim(Cause.WRONG_PROVIDER, LIKELY, summary, (Cause.NO_ACCESS,), suggestion)
    if suggestion is not None:
        summary = f"{case.title} has no such id that is known; {suggestion} is close to it."
        return Claim(Cause.TYPO, LIKELY, summary, (Cause.UNKNOWN_ID, Cause.NO_ACCESS), suggestion)
    if denied:
        said = f"{case.title} says that this is no id of its own, and nothing known is close to it."
        return Claim(Cause.UNKNOWN_ID, _proof(case), said)
    summary = f"Neither the table nor {case.title} is known to have this id, and nothing known is close to it."
    others = (Cause.TYPO, Cause.EARLY_REMOVAL_OR_NO_ACCESS)
    return Claim(Cause.UNKNOWN_ID, UNSURE, summary, others)


def _proof(case: Case) -> Confidence:
    return CERTAIN if case.pasted is not None and case.pasted.structured else LIKELY
