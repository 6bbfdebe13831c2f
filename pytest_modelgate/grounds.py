"""The grounds of a reading, in words: of a role, of what fails or does not, and of a text that is no id."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pytest_modelgate.providers import is_placeholder
from pytest_modelgate.terms import Context, Reach, Role, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.kinds import Language, Lexicon
    from pytest_modelgate.parts import Passage
    from pytest_modelgate.values import Finding, Reference, Report, Suppression

LONGEST = 200
"""Characters beyond which no text is taken for an id."""
OWN_MODEL = "a model of your own counts wherever it stands once a table in `extra-tables` has it"
REACHES = {
    Reach.CALL_ARGUMENT: "an argument of a call",
    Reach.DEFAULT: "the default of a parameter or of a look-up",
    Reach.CONSTANT: "given to a name",
    Reach.FIELD: "the value of a class's field",
    Reach.DICT_VALUE: "the value of a dictionary's key",
    Reach.COLLECTION: "a member of a list, tuple or set, or a key",
    Reach.ENVIRONMENT_DEFAULT: "what counts where an environment variable is not set",
    Reach.CLI_DEFAULT: "the default of an option of a command",
    Reach.F_STRING: "put together in an f-string",
    Reach.JOIN: "put together from several strings",
    Reach.COMPARISON: "compared",
    Reach.PREFIX_CHECK: "matched as a part of other texts",
    Reach.OTHER: "in no place that says more",
}
"""How a text gets where it is used."""
_LISTED = "it is one of many ids in a table, or is only compared or mentioned where it goes"
_CATALOGUES = {
    Reach.COMPARISON: "it is only compared",
    Reach.PREFIX_CHECK: "it is only matched as a part of other texts",
    Reach.COLLECTION: "it is one of many ids side by side, or a key",
    Reach.CONSTANT: "its name is one of many ids side by side, or is only compared where it is read",
}
_WORD = re.compile(r"[^\s\"'`()\[\]{},;<>=|*]+")
_ORDER = re.compile(r"\bmodelgate\s*:", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|/|\./|\.\./|~/", re.IGNORECASE)


def role(reference: Reference) -> str:
    """Why a reference has its role."""
    if reference.corrected is not None:
        return f"`roles` says so, {reference.corrected}"
    if reference.role is Role.TEST:
        return "its file is a test by name or folder"
    if reference.role is Role.DOC:
        return "it stands in a comment, or in a string that nothing uses, where only `inventory` looks"
    if reference.role is Role.CATALOGUE:
        return _CATALOGUES.get(reference.occurrence.reach, _LISTED)
    if reference.api is not None:
        return "it is called, or its address is"
    if reference.occurrence.uses or reference.occurrence.context is Context.CALL:
        return "it reaches a call that takes a model"
    if reference.occurrence.context is Context.NAMED:
        return "what holds it is called like a model"
    return "it is an id, and nothing shows that it is only listed, compared or mentioned"


def verdict(finding: Finding, report: Report) -> str:
    """Why a finding fails the build, or why not."""
    reference = finding.reference
    roles = ", ".join(sorted(report.gate_roles))
    if reference.role not in report.gate_roles:
        return f"does not fail the build: its role, {reference.role}, is not among gate-roles ({roles})"
    if finding.severity.rank < report.fail_on.rank:
        return f"does not fail the build: its severity, {finding.severity}, is below fail-on ({report.fail_on})"
    if finding.fails_from is not None and report.today < finding.fails_from:
        return f"does not fail the build before {finding.fails_from}: its end was announced so lately that it has grace"
    if report.changed is not None and not report.gates(finding):
        return f"does not fail the build: nothing that it stands on or reaches changed since {report.changed.ref}"
    level = "is fail-on" if finding.severity is report.fail_on else f"is worse than fail-on ({report.fail_on})"
    return (
        f"fails the build: its role, {reference.role}, is among gate-roles ({roles}), and its severity,"
        f" {finding.severity}, {level}"
    )


def silenced(suppression: Suppression) -> str:
    """By what a finding is suppressed, and how long."""
    until = f" until {suppression.until}" if suppression.until is not None else ""
    reason = f": {suppression.reason}" if suppression.reason else ""
    return f"does not fail the build: suppressed by {suppression.by}{until}{reason}"


def silence(reference: Reference, state: State, report: Report) -> str:
    """Why no rule has anything to say of a reference."""
    if state is State.DYNAMIC:
        return "nothing is found: only running code knows the model, so nothing is judged"
    if reference.surface is None and not reference.surfaces:
        return "nothing is found: whose it is, is not known, so no table judges it"
    if state is State.ACTIVE:
        return "nothing is found: the model is active where it is asked for, and no end is near"
    if reference.surface is not None and reference.record is None and state is State.UNKNOWN:
        return f"nothing is found: {reference.surface} takes names that no table has, so an unknown one is no mistake"
    return f"nothing is found: no rule that runs ({', '.join(report.rules)}) speaks of it"


def changes(reference: Reference, findings: tuple[Finding, ...], report: Report, language: Language) -> Iterator[str]:
    """What to write in the configuration or the code, whose language is given, to have it read otherwise."""
    gating = [finding for finding in findings if report.gates(finding)]
    if gating:
        yield _ignore(reference, list(dict.fromkeys(finding.name for finding in gating)), language)
    if reference.role not in report.gate_roles and findings:
        yield f"to have findings of the role {reference.role} fail the build, add it to `gate-roles`"
    if reference.corrected is not None:
        yield f"its role is set by {reference.corrected}; change it there"
        return
    other = Role.CATALOGUE if reference.role is Role.RUNTIME else Role.RUNTIME
    symbol = reference.occurrence.symbol
    named = f", symbol = {json.dumps(symbol)}" if symbol is not None else ""
    place = f"path = {json.dumps(reference.path)}{named}"
    yield f'to give it another role, write under `[[tool.modelgate.roles]]`: {place}, role = "{other}"'


def _ignore(reference: Reference, names: list[str], language: Language) -> str:
    """What to write to silence rules at a reference, and where."""
    if language.comment is None:
        place = f"path = {json.dumps(reference.path)}, id = {json.dumps(reference.id)}, rules = {json.dumps(names)}"
        return f'to silence it, write under `[[tool.modelgate.ignores]]`: {place}, reason = "why"'
    order = language.comment.format(f"modelgate: ignore[{', '.join(names)}] until=YYYY-MM-DD -- reason")
    line = f"line {reference.occurrence.span.line}"
    if language.apart:
        return f"to silence it, write `{order}` on a line of its own above {line}"
    return f"to silence it, end {line} with `{order}`"


def no_id(passage: Passage, lexicon: Lexicon, rows: int) -> str:
    """Why a string or a comment that is no reference is none."""
    text = passage.text
    if text is None:
        return "only running code knows the text, it does not begin like an id, and it reaches no call for a model"
    held = _held(text, lexicon)
    if passage.prose and _ORDER.search(text):
        return "an order to modelgate"
    if passage.prose:
        return (
            f"prose, read only by `inventory` for its ids; here it is no reference to {held}"
            if held
            else ("prose without an id")
        )
    if passage.part:
        return "a part of a longer text, which as a whole is no id"
    if not text.strip():
        return "an empty text"
    if len(text) > LONGEST or re.search(r"\s", text.strip()):
        longer = "a longer text, and an id in the middle of a text is none"
        return f"{longer} ({held})" if held else longer
    if text in lexicon.words:
        return "an ordinary word that is also an id, so it counts only where a model goes"
    if lexicon.is_id(text):
        return "it looks like an id with a mistake, but nothing around it says that a model goes there"
    if _ADDRESS.match(text):
        return "an address or a path, and an id within one is none"
    if is_placeholder(text):
        return "a version, a file, the name of a variable, or a word that only stands for an id"
    return f"not in the table ({rows} rows), not in the form of a provider's ids, and nothing says that it is a model"


def _held(text: str, lexicon: Lexicon) -> str | None:
    """The first known id among the words of a longer text."""
    words = (match[0].rstrip(".:!?") for match in _WORD.finditer(text[: LONGEST * 10]))
    return next((word for word in words if lexicon.is_known(word)), None)
