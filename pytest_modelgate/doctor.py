"""Decides why an id fails: walks from what settles most to what settles least, and claims no more than is proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.advice import advice
from pytest_modelgate.case import IdKind
from pytest_modelgate.diagnosis import Cause, Diagnosis
from pytest_modelgate.live_values import Outcome
from pytest_modelgate.marks import Mark
from pytest_modelgate.sightings import azure_deployment, azure_name, denied, live_end, live_row, other_region, said_gone
from pytest_modelgate.suspects import (
    CERTAIN,
    LIKELY,
    UNSURE,
    Claim,
    ending,
    gone,
    of_the_call,
    of_the_error,
    of_the_failed_list,
    of_the_spelling,
)
from pytest_modelgate.terms import State
from pytest_modelgate.testimony import away, testimony

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_modelgate.case import Case

_ENDED = (Cause.RETIRED, Cause.REDIRECTED)


def diagnose(case: Case) -> Diagnosis:
    """Why the id fails, as far as the evidence carries."""
    claim = next(claim for step in _STEPS if (claim := step(case)) is not None)
    others = [*claim.others, *_besides(case, claim)]
    return Diagnosis(
        id=case.id,
        surface=case.surface,
        title=case.title,
        today=case.today,
        cause=claim.cause,
        confidence=claim.confidence,
        summary=_sentence(claim.summary, case.title),
        evidence=testimony(case),
        next=tuple(_sentence(step, case.title) for step in advice(claim.cause, case, claim.suggestion)),
        others=tuple(dict.fromkeys(other for other in others if other is not claim.cause)),
        suggestion=claim.suggestion,
    )


def _besides(case: Case, claim: Claim) -> list[Cause]:
    """What the rest of the evidence leaves possible, or will be met next."""
    others = []
    if case.state is State.RETIRED and claim.cause not in _ENDED and case.row is None:
        others.append(Cause.RETIRED)
    if _is_going(case.state) and claim.cause not in (*_ENDED, Cause.RETIRING, Cause.DEPRECATED):
        others.append(Cause.RETIRING if case.state is State.RETIRING else Cause.DEPRECATED)
    if case.listing is not None and case.listing.outcome is Outcome.KEY_INVALID:
        others.append(Cause.KEY_INVALID)
    if case.key is not None and case.key.oddities and claim.cause is not Cause.WORKS:
        others.append(Cause.KEY_INVALID)
    if case.other_host is not None and claim.cause is not Cause.WORKS:
        others.append(Cause.WRONG_BASE_URL)
    return others


def _api_version(case: Case) -> Claim | None:
    """Row 17: also what Google says of models that have ended, so the calendar and the spelling are asked first."""
    if not case.says(Mark.NOT_IN_VERSION) or case.state is State.RETIRED:
        return None
    if case.known is None and case.row is None and (spelling := of_the_spelling(case)) is not None:
        if spelling.cause in (Cause.TYPO, Cause.WRONG_PROVIDER):
            return spelling
        summary = "The asked version of the API has no such model, or does not serve it through the method called."
        return Claim(Cause.WRONG_ENDPOINT, LIKELY, summary, (Cause.UNKNOWN_ID, Cause.RETIRED))
    summary = "The model is known, but not in the version of the API or through the method that was called."
    return Claim(Cause.WRONG_ENDPOINT, CERTAIN, summary)


def _method(case: Case) -> Claim | None:
    """The table, or the live row, has the model on other endpoints than the one that is called."""
    if case.endpoint is None:
        return None
    called = _method_name(case.endpoint)
    live = case.row.actions if case.row is not None and case.surface == "gemini" else None
    served = live or (case.known.record.endpoints if case.known is not None else ())
    if not served or any(_same_method(called, _method_name(one)) for one in served):
        return None
    if case.row is None and case.state is State.RETIRED:
        return None
    sure = CERTAIN if live or (case.known is not None and not case.known.record.third_party) else LIKELY
    return Claim(Cause.WRONG_ENDPOINT, sure, f"The model is served through {', '.join(served)}, not {case.endpoint}.")


def _calendar(case: Case) -> Claim | None:
    """Row 3: the table has its end in the past, and no list contradicts."""
    known = case.known or case.tuned_from
    if known is None or case.row is not None or case.state is not State.RETIRED or case.azure:
        return None
    record = known.record
    day = f" on {record.retires}, {away(record.retires, case.today)}" if record.retires is not None else ""
    read_after = record.retires is None or known.read_up_to >= record.retires
    proven = case.absent or (not case.asked and read_after)
    sure = proven and not record.third_party and case.known is not None
    what = record.id if case.known is not None else f"Its base, {record.id},"
    absent = f", and {case.title} does not list it" if case.asked else ""
    return gone(case, CERTAIN if sure else LIKELY, f"{what} was retired{day}{absent}.")


def _failed_for_certain(case: Case) -> Claim | None:
    """Rows 7 and 11: what ended the list would end a call too."""
    return of_the_failed_list(case, gently=False)


def _own_names(case: Case) -> Claim | None:
    """Ids that only their account has: their absence proves little."""
    if case.row is not None or case.kind is IdKind.MODEL:
        return None
    if case.kind is IdKind.FINE_TUNE and (case.asked or case.says(Mark.NOT_FOUND)):
        summary = "It is a fine-tuned model, which only the organisation or the project that made it can see."
        return Claim(Cause.NO_ACCESS, UNSURE, summary, (Cause.EARLY_REMOVAL_OR_NO_ACCESS, Cause.TYPO))
    if case.kind is IdKind.FINE_TUNE:
        return None
    summary = "It is a name that an account has given, and lists of models do not hold those."
    return Claim(Cause.COULD_NOT_TELL, UNSURE, summary, (Cause.NO_ACCESS, Cause.TYPO))


def _not_served(case: Case) -> Claim | None:
    """Rows 4, 6 and 21: the table has it alive, and the provider does not serve it to this key."""
    if case.known is None or case.row is not None:
        return None
    missing = case.one is not None and case.one.outcome is Outcome.NOT_FOUND
    if case.absent or missing or case.says(Mark.NOT_FOUND, Mark.NO_SUCH_ID):
        closing = _is_going(case.state) and case.state is not State.LEGACY
        now = "it is announced to end" if closing else "the table has it in service"
        summary = f"{case.title} does not have it for this key, although {now}: access is missing, or it went early."
        others = () if case.absent else (Cause.WRONG_BASE_URL, Cause.WRONG_ENDPOINT)
        named = case.pasted is not None and bool(case.pasted.code or case.pasted.model)
        sure = LIKELY if case.absent or missing or named else UNSURE
        return Claim(Cause.EARLY_REMOVAL_OR_NO_ACCESS, sure, summary, others)
    if case.asked:
        summary = (
            f"The table has it, and {case.title}'s list does not, but that list need not hold every id that works."
        )
        return Claim(Cause.COULD_NOT_TELL, UNSURE, summary, (Cause.EARLY_REMOVAL_OR_NO_ACCESS,))
    return None


def _going_by_the_table(case: Case) -> Claim | None:
    known = case.known or case.tuned_from
    if known is None or case.row is not None or case.state not in (State.RETIRING, State.DEPRECATED):
        return None
    sure = LIKELY if known.record.third_party or case.known is None else CERTAIN
    return ending(case, known.record.retires, f"{known.record.id} is announced to end.", sure)


def _failed(case: Case) -> Claim | None:
    return of_the_failed_list(case, gently=True)


def _nothing_against(case: Case) -> Claim:
    """Nothing is left that speaks against the id, or nothing that speaks at all."""
    if case.surface is None:
        summary = "It is not known which provider is called."
        return Claim(Cause.COULD_NOT_TELL, UNSURE, summary, (Cause.WRONG_PROVIDER, Cause.UNKNOWN_ID))
    if case.pasted is not None:
        return Claim(Cause.COULD_NOT_TELL, UNSURE, "The error does not say enough, and nothing else speaks.")
    if case.known is not None:
        summary = f"By the table {case.title} serves it; {case.title} has not been asked."
        return Claim(Cause.WORKS, UNSURE, summary, (Cause.NO_ACCESS,))
    return Claim(Cause.COULD_NOT_TELL, UNSURE, "Nothing speaks against the id, and nobody has been asked.")


_STEPS: tuple[Callable[[Case], Claim | None], ...] = (
    said_gone,
    live_end,
    azure_deployment,
    of_the_error,
    denied,
    of_the_call,
    _api_version,
    _method,
    _calendar,
    _failed_for_certain,
    azure_name,
    other_region,
    live_row,
    _own_names,
    of_the_spelling,
    _not_served,
    _going_by_the_table,
    _failed,
    _nothing_against,
)


def _is_going(state: State | None) -> bool:
    """Whether the table has the model on its way out."""
    return state in (State.RETIRING, State.DEPRECATED, State.LEGACY)


def _sentence(text: str, title: str) -> str:
    """Begins with a capital letter where it begins with a title such as `the Gemini API`."""
    return text[:1].upper() + text[1:] if title and text.startswith(title) else text


def _method_name(text: str) -> str:
    """An endpoint's name whatever its punctuation: `/v1/chat/completions` and `chat.completions` are one."""
    words = text.strip().strip("/").lower().replace("/", ".").replace(":", ".")
    return words.removeprefix("openai.").removeprefix("v1beta.").removeprefix("v1.").removesuffix(".create")


def _same_method(called: str, served: str) -> bool:
    return called == served or called.endswith("." + served)
