"""The page of each rule, for `pytest_modelgate/rules/pages`: its words, and what the tool says to its example."""

from __future__ import annotations

import re
import tempfile
import textwrap
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Applicability, Severity
from tests.live.loopback import KEYS, listed, serving
from tests.sessions import ROOT, session_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.kinds import Example, Rule

PAGES = ROOT / "pytest_modelgate" / "rules" / "pages"
_README = "../../../README.md"
_BOLD = re.compile(r"^\*\*(.+?)\.\*\* ", re.MULTILINE)
_GATES = {
    Severity.ERROR: "yes",
    Severity.WARNING: 'with `fail-on = "warning"`',
    Severity.NOTE: 'with `fail-on = "note"`',
}


def page(rule: Rule) -> str:
    """What the rule finds, why, an example with the tool's own words, what to do, and what bears on it."""
    return "\n\n".join(_filled(part.strip()) for part in _parts(rule)) + "\n"


def gates(rule: Rule) -> str:
    """Whether a finding of the rule fails the build."""
    if not rule.needs:
        return _GATES[rule.severity]
    return f"{_GATES[rule.severity]}{', with' if rule.severity is Severity.ERROR else ' and'} {rule.needs}"


def fixed(rule: Rule) -> str:
    """Who changes the code."""
    if rule.fix is None:
        return "by hand"
    return f"`modelgate {' '.join(('fix', *_asked(rule)))}`{', where it is safe' * (rule.fix is Applicability.SAFE)}"


def link(rule: Rule) -> str:
    """The rule, leading to its page from another."""
    return f"[{rule.code} {rule.name}]({rule.code}.md)"


def _parts(rule: Rule) -> Iterator[str]:
    why, found, what_to_do = rule.page.partition("**What to do.**")
    finding = next(example for example in rule.examples if example.fires)
    none = next(example for example in rule.examples if not example.fires)
    yield "<!-- Generated from the code of the rule by `python -m tests.regenerate`. -->"
    yield f"# {rule.code} {rule.name}"
    yield rule.summary
    yield (
        "| Severity | Fails the build | The fix |\n|---|---|---|\n"
        f"| {rule.severity.value} | {gates(rule)} | {fixed(rule)} |"
    )
    yield _headed(why)
    yield "## Example"
    yield from _shown(finding, "This is a finding")
    yield _session("check", finding)
    yield from _shown(none, "This is none")
    yield _headed(found + what_to_do)
    if rule.fix is not None:
        yield _session("fix --diff", finding, *_asked(rule))
    yield "## How to silence it"
    yield (
        f"On one line, with a comment in the sign of its language: `# modelgate: ignore[{rule.name}]"
        " until=YYYY-MM-DD -- why`. For paths and ids, with `ignores` in the configuration; for what is there today,"
        f" with `modelgate baseline`: [Silence, on purpose]({_README}#silence-on-purpose). To leave the rule out, write"
        f' `ignore = ["{rule.name}"]` in the configuration.'
    )
    yield "## Options"
    yield "\n".join([*(f"- `{name}`: {_told(name)}" for name in rule.options), _EVERY])
    if rule.related:
        yield "## Related rules"
        rules = {each.code: each for each in all_rules()}
        yield "\n".join(f"- {link(rules[code])}: {rules[code].summary}" for code in rule.related)


_EVERY = (
    "- `fail-on`, `gate-roles`, `select` and `ignore` bear on every rule:"
    f" [What fails the build]({_README}#what-fails-the-build), [Configuration]({_README}#configuration)."
)


def _headed(text: str) -> str:
    """Bold beginnings of paragraphs, as headings."""
    return "\n\n".join(map(_filled, _BOLD.sub(lambda found: f"## {found[1]}\n\n", text).split("\n\n")))


def _filled(text: str) -> str:
    """A paragraph as wide as the others; what is no paragraph as it is."""
    if text.startswith(("```", "|", "#", "- ", "<!--")) or "\n\n" in text:
        return text
    return textwrap.fill(text, 120, break_long_words=False, break_on_hyphens=False)


def _told(option: str) -> str:
    """What the README's configuration says of a key."""
    shown = (ROOT / "README.md").read_text("utf-8").partition("<!-- configuration -->")[2].partition("\n```\n")[0]
    names = re.escape(option)
    found = re.search(rf"^(?:{names} = .*?|\[\[tool\.modelgate\.{names}\]\]) +# (.+)$", shown, re.MULTILINE)
    if found is None:
        raise LookupError(f"the README's configuration does not show {option}")
    return re.sub(r", see (?:above|below)|; as many as you need", "", found[1])


def _shown(example: Example, verdict: str) -> Iterator[str]:
    held = "" if example.live is None else f", where the list of the key has {', '.join(example.live)}"
    files = {"modelgate.toml": example.configuration, "modelgate.lock": example.lock}
    given = [(name, text) for name, text in files.items() if text]
    beside = f", with this `{given[0][0]}`" if given else ""
    yield f"{verdict} on {example.today.isoformat()}{held}{beside}:"
    yield f"```python\n{example.code.strip()}\n```"
    for _, text in given:
        yield f"```toml\n{text.strip()}\n```"


def _session(command: str, example: Example, *more: str) -> str:
    """What the command prints on the example, in a folder of its own."""
    words = [*command.split(), "-q", "app.py", "--as-of", example.today.isoformat(), *more]
    given = {}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "app.py").write_text(example.code, "utf-8")
        (folder / "modelgate.toml").write_text(example.configuration, "utf-8")
        if example.lock:
            (folder / "modelgate.lock").write_text(example.lock, "utf-8")
        if example.live is not None:
            providers = stack.enter_context(serving())
            providers.said["openai"] = listed(*example.live, request="req_0123456789")
            kept = dict.fromkeys(("XDG_CACHE_HOME", "LOCALAPPDATA"), str(folder / "cache"))
            given = providers.environment("OPENAI_API_KEY", **kept)
            words += ["--live", "on"]
        told = session_in(folder, *words, given=given)
    if any(key in told for key in KEYS.values()) or "Traceback" in told:
        raise ValueError(told)
    return told


def _asked(rule: Rule) -> Iterator[str]:
    """What makes `fix` change what it would leave unasked."""
    if rule.fix is Applicability.UNSAFE:
        yield "--unsafe-fixes"
    if rule.severity is not Severity.ERROR:
        yield from ("--select", rule.code)


def write_all() -> None:
    """Writes the page of each rule, and takes away those of rules that are gone."""
    PAGES.mkdir(exist_ok=True)
    for old in PAGES.iterdir():
        old.unlink()
    for rule in all_rules():
        (PAGES / f"{rule.code}.md").write_text(page(rule), "utf-8", newline="\n")
