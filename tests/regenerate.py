"""Rewrites the parts of README.md that come from the program, and the rules' pages: `python -m tests.regenerate`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate import catalog, compiled
from pytest_modelgate.kinds import help_url
from pytest_modelgate.languages import all_languages
from pytest_modelgate.listers import all_listers
from pytest_modelgate.providers import all_providers
from pytest_modelgate.rules import all_rules
from tests import guides, rule_pages
from tests.sessions import AS_OF, ROOT, session

if TYPE_CHECKING:
    from collections.abc import Callable

README = ROOT / "README.md"

BLOCK = re.compile(r"(?P<begin><!-- generated: (?P<name>[a-z-]+) -->\n).*?(?P<end><!-- end -->)", re.DOTALL)


def regenerated(text: str) -> str:
    """The text with each marked block as the program gives it now. Raises KeyError for a block nobody generates."""
    return BLOCK.sub(lambda found: f"{found['begin']}{BLOCKS[found['name']]()}{found['end']}", text)


def languages() -> str:
    """What files of each language are called."""
    head = ["| Language | Files |", "|---|---|"]
    rows = []
    for language in sorted(all_languages(), key=lambda language: language.name):
        ends = (f"`*{suffix}`" for suffix in language.suffixes)
        whole = (f"`{name}`" for name in language.names)
        rows.append(f"| {language.name} | {', '.join(dict.fromkeys((*ends, *whole)))} |")
    return "\n".join([*head, *rows]) + "\n"


def rules() -> str:
    """What each rule finds, with the way to its page."""
    rows = [
        f"| [{rule.code}]({help_url(rule.code)}) | `{rule.name}` | {rule.summary} | {rule.severity.value}"
        f" | {rule_pages.gates(rule)} | {rule_pages.fixed(rule)} |"
        for rule in all_rules()
    ]
    head = ["| Code | Name | Finds | Severity | Fails the build | The fix |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


def surfaces() -> str:
    """What the table covers."""
    table = catalog.load()
    titles = {provider.name: provider.title for provider in all_providers()}
    read = {name: part["as_of"] for name, part in compiled.bundled().items()}
    rows = [
        f"| `{name}` | {titles[name]} | {len(table.ids(name))} | {'all' if table.is_complete(name) else 'in part'}"
        f" | {read[name]} |"
        for name in table.surfaces
    ]
    head = ["| Surface | Is | Ids | Listed | Sources read up to |", "|---|---|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


def listers() -> str:
    """Whom `--live` can ask, and with which keys."""
    rows = []
    for lister in sorted(all_listers(), key=lambda lister: lister.title.lower()):
        keys = ", ".join(f"`{name}`" for name in lister.keys) or "no key"
        rows.append(f"| {lister.title} | {keys} |")
    return "\n".join(["| Asked | Key from |", "|---|---|", *dict.fromkeys(rows)]) + "\n"


BLOCKS: dict[str, Callable[[], str]] = {
    "check": lambda: session("check", "--as-of", AS_OF),
    "check-help": lambda: session("check", "--help"),
    "doctor-access": lambda: guides.explained("access"),
    "doctor-azure": lambda: guides.explained("azure"),
    "doctor-gateway": guides.gateway,
    "doctor-gone": lambda: guides.explained("gone"),
    "doctor-region": lambda: guides.explained("region"),
    "doctor-tuned": lambda: guides.explained("tuned"),
    "explain": lambda: session("explain", "claude-sonnet-4-5-20250929", "--as-of", AS_OF),
    "explain-line": lambda: session("explain", "support_desk/settings.py:6", "--as-of", AS_OF),
    "fix": lambda: session("fix", "--check", "--as-of", AS_OF),
    "inventory": lambda: session("inventory", "support_desk/summarise.py", "--as-of", AS_OF, "--all"),
    "languages": languages,
    "listers": listers,
    "rules": rules,
    "short": lambda: session("check", "support_desk/settings.py", "--as-of", AS_OF),
    "surfaces": surfaces,
}


if __name__ == "__main__":
    README.write_text(regenerated(README.read_text("utf-8")), "utf-8")
    rule_pages.write_all()
