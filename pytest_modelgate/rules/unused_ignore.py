"""MG901: the ignore silences nothing, or is past its day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Severity

if TYPE_CHECKING:
    from pytest_modelgate.orders import IdleIgnore
    from pytest_modelgate.values import Evidence, Finding, Reference

_NAMED = 3
"""Findings that are named one by one."""


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for every ignore of which the run knows that it is of no use."""
    if reference.idle is None:
        return None
    return _wording.finding(RULE, reference, _message(reference.id, reference.idle))


def _message(written: str, idle: IdleIgnore) -> str:
    if idle.kind == "baseline":
        if idle.others:
            more = f"{idle.others} more {'entry' if idle.others == 1 else 'entries'}"
            entries = f"{written} and {more} of the baseline match no finding any more"
            return f"{entries}; `modelgate baseline --prune` takes them out."
        entry = f"The entry of the baseline for {written} matches no finding any more"
        return f"{entry}; `modelgate baseline --prune` takes it out."
    what = f"`{written}`" if idle.kind == "comment" else f"The ignore of {written}"
    if idle.back:
        more = f" and {len(idle.back) - _NAMED} more" if len(idle.back) > _NAMED else ""
        back = f"{', '.join(idle.back[:_NAMED])}{more}"
        return f"{what} ended on {idle.until}, and {back} counts again. Mend that, or set a new day."
    if idle.until is not None:
        return f"{what} ended on {idle.until}, and nothing is left that it could silence. Delete it."
    rules = _wording.join(idle.rules, "or") if idle.rules else "any rule"
    where = "beside it" if idle.kind == "comment" else "where it speaks"
    return f"{what} silences nothing: there is no finding of {rules} {where}. Delete it."


RULE = Rule(
    code="MG901",
    name="unused-ignore",
    severity=Severity.WARNING,
    summary="An ignore silences nothing or is past its day, so it hides what comes next or misleads who reads it.",
    judge=judge,
    examples=(
        Example(
            code=(
                "from openai import OpenAI\n\n"
                "OpenAI().responses.create(\n"
                '    model="gpt-5.4",  # modelgate: ignore[retired-model] -- moves in January\n'
                '    input="Hello",\n'
                ")\n"
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "from openai import OpenAI\n\n"
                "OpenAI().responses.create(\n"
                '    model="gpt-4-turbo",  # modelgate: ignore[retired-model] until=2027-01-31 -- moves in January\n'
                '    input="Hello",\n'
                ")\n"
            ),
            today=date(2026, 11, 21),
            fires=False,
        ),
    ),
    page="""\
Comments, `ignores` of the configuration and entries of the baseline are ignores. One that names several rules is of use
as long as one of them finds something; one that names `unused-ignore` itself is never told.

**Why it matters.** An ignore that was forgotten silences the next finding on its line, which nobody has looked at.

**What to do.** Delete the ignore. Of one whose day has passed, mend what it silenced, or set a new day. Entries of a
baseline are taken out by `modelgate baseline --prune`.

**What is not told.** Only what this run knows: rules and roles that were left out are looked up where the ignore
stands, an ignore of what only a provider's own list can show (`no-access`) is told by runs with `--live` alone, and
`ignores` and the baseline only by runs that read the whole project.

**Fix safety.** There is no fix: somebody had a reason, and should see that it is gone.
""",
    options=("ignores", "baseline"),
)
