"""What the provider's own word on a model claims: in an error, in its list, in answer to the request for the one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.diagnosis import Cause
from pytest_modelgate.live_values import Absence, Outcome
from pytest_modelgate.marks import Mark
from pytest_modelgate.suspects import CERTAIN, LIKELY, UNSURE, Claim, ending, gone
from pytest_modelgate.terms import State
from pytest_modelgate.testimony import away

if TYPE_CHECKING:
    from pytest_modelgate.case import Case


def said_gone(case: Case) -> Claim | None:
    """Rows 16 and 18: the provider itself has said that the model is gone."""
    if case.one is not None and case.one.outcome is Outcome.GONE:
        return gone(case, CERTAIN, f"{case.title} says that the model has been retired.")
    pasted = case.pasted
    if pasted is None or not case.same_model:
        return None
    marked = Mark.RETIRED in pasted.marks
    if not marked and pasted.status != 410:
        return None
    listed = case.row is not None and case.row.callable and case.row.state is None and case.presence_proves
    proven = pasted.structured if marked else case.azure or case.state is State.RETIRED
    sure = proven and not listed
    return gone(case, CERTAIN if sure else LIKELY, f"{case.title} says in the error that the model has been retired.")


def live_end(case: Case) -> Claim | None:
    """Row 1: the provider's own list has its end."""
    row = case.row
    if row is None:
        return None
    # Anthropic's word on the life of a model goes before its day: one that is overdue still answers.
    overdue = case.surface == "anthropic" and row.state not in (None, State.RETIRED)
    if row.state is State.RETIRED or (row.ends is not None and row.ends <= case.today and not overdue):
        day = f" on {row.ends}, {away(row.ends, case.today)}" if row.ends is not None else ""
        return gone(case, CERTAIN, f"{case.title} itself lists it as retired{day}.")
    return None


def azure_deployment(case: Case) -> Claim | None:
    """Row 12: at Azure only the list of deployments says what can be called."""
    if not case.azure or case.says(Mark.AZURE_PATH):
        return None
    if case.row is not None:
        reason = case.row.reason or "it is not ready"
        return None if case.row.callable else Claim(Cause.AZURE_DEPLOYMENT, CERTAIN, f"The deployment fails: {reason}.")
    if case.asked and case.absence is Absence.STRONG:
        return Claim(Cause.AZURE_DEPLOYMENT, CERTAIN, "The Azure resource has no deployment of this name.")
    if case.says(Mark.NOT_FOUND):
        others = (Cause.AZURE_API_VERSION, Cause.WRONG_BASE_URL)
        summary = "The Azure resource does not know this name, which must be that of a deployment."
        return Claim(Cause.AZURE_DEPLOYMENT, LIKELY, summary, others)
    return None


def azure_name(case: Case) -> Claim | None:
    """Row 12: without the deployments, nothing follows from the name of one."""
    if not case.azure or case.row is not None:
        return None
    summary = "At Azure an id is the name of a deployment, and the resource's deployments were not seen."
    return Claim(Cause.COULD_NOT_TELL, UNSURE, summary, (Cause.AZURE_DEPLOYMENT, Cause.AZURE_API_VERSION))


def denied(case: Case) -> Claim | None:
    """Row 5: the request for the one model was refused for want of access."""
    if case.one is None or case.one.outcome is not Outcome.NO_ACCESS:
        return None
    return Claim(Cause.NO_ACCESS, CERTAIN, "The provider knows the model, and says that this key may not use it.")


def other_region(case: Case) -> Claim | None:
    """Row 13: the regional address lacks what the other one has."""
    if case.row is not None or not case.wider_listed or case.wider is None or not case.asked:
        return None
    summary = f"{case.wider.origin} has it, and the regional address that is called does not."
    return Claim(Cause.REGION, CERTAIN, summary)


def live_row(case: Case) -> Claim | None:
    """Rows 2, 14 and 22: the provider's own list has it."""
    row = case.row
    if row is None:
        return None
    going = row.state in (State.DEPRECATED, State.LEGACY, State.RETIRING) or row.ends is not None
    if not row.callable and not going:
        if case.surface == "bedrock" and row.stands_for is None and "ON_DEMAND" not in (row.actions or ()):
            summary = "Bedrock lists the model, but serves it through inference profiles only."
            return Claim(Cause.NEEDS_INFERENCE_PROFILE, CERTAIN, summary)
        reason = row.reason or "it gives no reason"
        return Claim(Cause.NO_ACCESS, CERTAIN, f"{case.title} lists it as not callable: {reason}.")
    if case.says(Mark.NOT_FOUND, Mark.NO_SUCH_ID):
        return _listed_but_failing(case, going=going)
    if going:
        refused = f" It cannot be called: {row.reason}." if not row.callable and row.reason else ""
        return ending(case, row.ends, f"{case.title} itself lists it as on its way out.{refused}", CERTAIN)
    if case.known is not None and case.state in (State.RETIRING, State.DEPRECATED) and not case.azure:
        sure = LIKELY if case.known.record.third_party else CERTAIN
        return ending(case, case.known.record.retires, "It is served today, and announced to end.", sure)
    if case.pasted is not None:
        summary = f"{case.title} has it for this key; what the error says does not explain the failure."
        return Claim(Cause.WORKS, UNSURE, summary, (Cause.NO_ACCESS, Cause.WRONG_BASE_URL, Cause.WRONG_ENDPOINT))
    single = case.one is not None and case.one.outcome is Outcome.OK
    proven = (case.presence_proves or single) and not (case.base is not None and case.base.gateway)
    weak = "" if proven else " That it is listed does not prove that it answers."
    return Claim(Cause.WORKS, CERTAIN if proven else LIKELY, f"{case.title} has it for this key.{weak}")


def _listed_but_failing(case: Case, *, going: bool) -> Claim:
    if case.other_host is not None:
        summary = f"It is listed here, but the failing call went to {case.other_host}."
        return Claim(Cause.WRONG_BASE_URL, LIKELY, summary, (Cause.NO_ACCESS,))
    if going or not case.presence_proves:
        summary = (
            f"{case.title} lists it, as it does with models that not every key can call, and says it is not there."
        )
        return Claim(Cause.EARLY_REMOVAL_OR_NO_ACCESS, LIKELY, summary, (Cause.WRONG_ENDPOINT,))
    summary = "It is listed for this key, so the failing call used another key, project, address or method."
    return Claim(Cause.NO_ACCESS, UNSURE, summary, (Cause.WRONG_BASE_URL, Cause.WRONG_ENDPOINT))
