"""The next step for each cause, in one or two sentences without jargon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.diagnosis import Cause
from pytest_modelgate.live_values import Outcome
from pytest_modelgate.marks import Mark

if TYPE_CHECKING:
    from pytest_modelgate.case import Case

_STEPS: dict[Cause, str] = {
    Cause.TYPO: "Look {id} up in the list of models of {title}, and correct the id.",
    Cause.WRONG_PROVIDER: "Send it there, or write the id that {title} uses for the model.",
    Cause.NO_ACCESS: (
        "Open the model for this key's project or organisation in the settings of {title}, or use the key of a project"
        " that has it."
    ),
    Cause.EARLY_REMOVAL_OR_NO_ACCESS: (
        "Try the same id with a key of another project: if that one has it, open it in this project's model settings;"
        " if not, {title} has taken it away."
    ),
    Cause.WRONG_ENDPOINT: "Call {id} through a method that it is served by, or choose a model made for this one.",
    Cause.WRONG_BASE_URL: (
        "Compare the base address with the documentation of {title}: `/v1` missing or twice, a gateway's front page,"
        " a wrong host."
    ),
    Cause.AZURE_DEPLOYMENT: (
        "Give the name of a deployment of this resource, as the Azure portal lists them; a new one takes some minutes"
        " to answer."
    ),
    Cause.AZURE_API_VERSION: (
        "Use the client that is made for Azure, the resource's own endpoint, and an `api-version` that it serves; then"
        " try again."
    ),
    Cause.NEEDS_INFERENCE_PROFILE: (
        "Write the id of an inference profile that holds the model, such as one that begins with `us.`, `eu.` or"
        " `global.`."
    ),
    Cause.MODEL_ACCESS_NOT_GRANTED: "Ask for access to the model in the AWS console of this account and region.",
    Cause.REGION: "Call from a place, or through a region, where {title} serves the model.",
    Cause.IP_BLOCKED: (
        "Call from a network that the key, the resource and your own firewall or proxy allow, or have this one added."
    ),
    Cause.KEY_SCOPE: "Give the key, or the role behind it, the missing right at {title}; then run this again.",
    Cause.KEY_INVALID: "Replace the key with a valid one of {title}, without white space or quotes around it.",
    Cause.QUOTA: "Add credit or raise the spend limit at {title}; trying again does not help before that.",
    Cause.RATE_LIMITED: "Wait and try again, with longer pauses between calls; the id is not the reason.",
    Cause.UNAVAILABLE: "Try again in some minutes, and look at the status page of {title}; the id is not the reason.",
    Cause.BLOCKED_BY_SETTINGS: (
        "Look at what the account's settings allow for {id} at {title}: blocked models, terms to accept, data policy,"
        " allowed providers."
    ),
    Cause.UNKNOWN_ID: (
        "Look {id} up in the list of models of {title}; if it is new or your own, nothing is wrong with it."
    ),
    Cause.WORKS: "Nothing needs to change in the id; if the call fails, pass its error text with `--error`.",
    Cause.COULD_NOT_TELL: "Pass the error text of the failing call with `--error`, and let the live list be asked.",
}


def advice(cause: Cause, case: Case, suggestion: str | None) -> tuple[str, ...]:
    """What to do about a cause."""
    if cause in (Cause.RETIRED, Cause.REDIRECTED, Cause.RETIRING, Cause.DEPRECATED):
        return (_replacement(cause, case, suggestion),)
    told = _STEPS[cause].format(id=case.id, title=case.title)
    if cause in (Cause.TYPO, Cause.WRONG_PROVIDER) and suggestion is not None:
        told = f"Write {suggestion}, if that is the model that was meant."
        if cause is Cause.WRONG_PROVIDER:
            told = f"At {case.title}, write {suggestion}; or send {case.id} to {_places(case)}."
    elif cause is Cause.WRONG_PROVIDER:
        told = f"Send {case.id} to {_places(case)}, or look up what {case.title} calls the model."
    if cause is Cause.KEY_INVALID and case.key is not None and case.key.oddities:
        told = f"Take what does not belong to the key out of {case.key.variable or 'its variable'}, and try again."
    elif cause is Cause.KEY_INVALID and case.key is not None and not case.key.present:
        told = f"Put a key of {case.title} into {case.key.variable or 'its environment variable'}."
    elif cause is Cause.KEY_SCOPE and case.pasted is None:
        told = f"Give the key, or the role behind it, the right to list models at {case.title}; then run this again."
    elif cause is Cause.NO_ACCESS and case.says(Mark.CLOSED_TO_NEW):
        told = "Choose a newer model; only projects that used this one before can go on for a while."
    elif cause is Cause.NO_ACCESS and case.row is not None and not case.row.callable:
        told = "See to the reason that the list gives, or choose a model that this key can call."
    elif cause is Cause.COULD_NOT_TELL and case.azure:
        told = "Compare it with the deployments that the Azure portal shows for the resource."
    if cause in (Cause.WORKS, Cause.COULD_NOT_TELL) and (
        case.listing is None or case.listing.outcome is Outcome.NO_KEY
    ):
        variable = f" in {case.key.variable}" if case.key is not None and case.key.variable else ""
        return told, f"To have {case.title} itself asked, put a key{variable} and switch the live list on."
    return (told,)


def _replacement(cause: Cause, case: Case, suggestion: str | None) -> str:
    known = case.known or case.tuned_from
    when = "before that day" if cause is Cause.RETIRING else "when you can" if cause is Cause.DEPRECATED else "now"
    if suggestion is None:
        return f"{case.title} names no replacement that is known to last; choose another model {when}."
    limits = [step.condition for step in known.succession.steps if step.condition] if known is not None else []
    return (
        f"Write {suggestion} {when} (official replacement{''.join(f'; {limit}' for limit in dict.fromkeys(limits))})."
    )


def _places(case: Case) -> str:
    titles = [other.title for other in case.elsewhere] or ["the provider that it belongs to"]
    return titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} or {titles[-1]}"
