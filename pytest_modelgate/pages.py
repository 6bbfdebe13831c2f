"""The pages of the rules: a list of all of them, and one with its examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.errors import UsageError
from pytest_modelgate.kinds import help_url
from pytest_modelgate.options import hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytest_modelgate.kinds import Rule


def listed(rules: Sequence[Rule]) -> str:
    """One line for each rule: its code, name, severity and what fires it."""
    names = max(len(rule.name) for rule in rules)
    return "".join(f"{rule.code}  {rule.name:{names}}  {rule.severity.value:7}  {rule.summary}\n" for rule in rules)


def chosen(word: str, rules: Sequence[Rule]) -> Rule:
    """The rule with this code or name. Raises UsageError with the nearest one when there is none."""
    for rule in rules:
        if word.lower() in (rule.code.lower(), rule.name):
            return rule
    known = [name for rule in rules for name in (rule.code, rule.name)]
    raise UsageError(f"{word!r} is no rule; {hint(word, known)}")


def page(rule: Rule) -> str:
    """The rule's page in Markdown: what fires it, why it matters, what to do, and its examples."""
    return "\n\n".join(_sections(rule)) + "\n"


def _sections(rule: Rule) -> Iterator[str]:
    yield f"# {rule.code} {rule.name} ({rule.severity.value})"
    yield rule.summary
    if rule.page:
        yield rule.page.strip()
    for example in rule.examples:
        verdict = "finding" if example.fires else "no finding"
        given = f" with `{example.configuration.strip()}`" if example.configuration else ""
        yield f"On {example.today.isoformat()}{given}, {verdict}:\n\n```python\n{example.code.strip()}\n```"
    order = f"# modelgate: ignore[{rule.name}] until=YYYY-MM-DD -- why"
    yield f"Silence it on one line, in the comment sign of the file's language: `{order}`"
    if rule.options:
        yield f"Options that bear on it: {', '.join(f'`{name}`' for name in rule.options)}"
    if rule.related:
        yield f"Related rules: {', '.join(rule.related)}"
    yield f"<{help_url(rule.code)}>"
