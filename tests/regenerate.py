"""Rewrites the parts of README.md that come from the program: `python -m tests.regenerate`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate import catalog, compiled
from pytest_modelgate.languages import all_languages
from pytest_modelgate.listers import all_listers
from pytest_modelgate.providers import all_providers
from pytest_modelgate.rules import all_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_modelgate.kinds import Example, Rule

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
EXAMPLES = ROOT / "examples"
AS_OF = "2026-11-21"
COLUMNS = "100"

BLOCK = re.compile(r"(?P<begin><!-- generated: (?P<name>[a-z-]+) -->\n).*?(?P<end><!-- end -->)", re.DOTALL)
_OWN = ("COV_", "MODELGATE_", "PYTEST_", "PYTHON")


def regenerated(text: str) -> str:
    """The text with each marked block as the program gives it now. Raises KeyError for a block nobody generates."""
    return BLOCK.sub(lambda found: f"{found['begin']}{BLOCKS[found['name']]()}{found['end']}", text)


def watched(*words: str) -> str:
    """What a person sees who runs the command in `examples/`, on a terminal of 100 columns without colour."""
    reader, terminal = os.openpty()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_OWN)}
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest_modelgate", *words],
        cwd=EXAMPLES,
        env=environment | {"COLUMNS": COLUMNS, "NO_COLOR": "1", "TERM": "dumb", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    pieces = []
    # An error is Linux's way to say that the program has closed its terminal.
    with suppress(OSError):
        while piece := os.read(reader, 4096):
            pieces.append(piece)
    os.close(reader)
    process.wait()
    return b"".join(pieces).decode().replace("\r\n", "\n")


def session(*words: str) -> str:
    """A command with what it prints, as a block of Markdown."""
    return f"```console\n$ modelgate {' '.join(words)}\n{watched(*words)}```\n"


def languages() -> str:
    """What files of each language are called."""
    head = ["| Language | Files |", "|---|---|"]
    rows = []
    for language in sorted(all_languages(), key=lambda language: language.name):
        ends = (f"`*{suffix}`" for suffix in language.suffixes)
        whole = (f"`{name}`" for name in language.names)
        rows.append(f"| {language.name} | {', '.join((*ends, *whole))} |")
    return "\n".join([*head, *rows]) + "\n"


def rules() -> str:
    """A section for each rule."""
    return "".join(_section(rule) for rule in all_rules())


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


def _section(rule: Rule) -> str:
    fires = next(example for example in rule.examples if example.fires)
    silent = next(example for example in rule.examples if not example.fires)
    page = rule.page.strip()
    return (
        f"\n### {rule.code} {rule.name}\n\n"
        f"Severity: {rule.severity.value}. {rule.summary}\n\n"
        f"{page}\n\n"
        f"{_shown(fires, 'A finding')}\n{_shown(silent, 'No finding')}\n"
    )


def _shown(example: Example, verdict: str) -> str:
    listed = "" if example.live is None else f", where the key's list has {', '.join(example.live)}"
    given = f" with `{example.configuration}`" if example.configuration else ""
    return f"{verdict} on {example.today.isoformat()}{given}{listed}:\n\n```python\n{example.code.strip()}\n```\n"


BLOCKS: dict[str, Callable[[], str]] = {
    "check": lambda: session("check", "--as-of", AS_OF),
    "check-help": lambda: session("check", "--help"),
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
