"""What a file gives to something called like a model and holds from another file, found by the look of its lines."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from pytest_modelgate.languages.python.vocabulary import names_model
from pytest_modelgate.values import Link, Use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.languages.python.literals import Parsed

_PATH = r"(?P<path>[A-Za-z_]\w*(?:\.\w+)*)(?![\w.(\[])"
_STEM = re.compile(r"odel|MODEL|llm|LLM|ngine|ENGINE|ployment|PLOYMENT|bedding")
"""In every name that is called like a model. What follows and what leads to it is looked at only where it stands."""
_NAME = re.compile(r"\w+")
_GIVEN = re.compile(
    # model: str = X.Y   model=X   "model": X   model = ... or X
    rf"""["']?[ ]?(?::[^=,\n]{{1,60}}=|[:=])\s*[\[(]?(?:[\w.()]{{1,60}}[ ]or[ ])?{_PATH}""",
    re.VERBOSE,
)
_OR_ELSE = re.compile(rf"""["']\s*,\s*{_PATH}\s*\)""")
"""What a look-up answers with when there is nothing else: `get("model", X)`."""


def borrowed(parsed: Parsed) -> Iterator[Link]:
    """The names of other files that are given to something called like a model."""
    imports = _imports(parsed)
    if not imports:
        return
    text, end = parsed.text, 0
    for stem in _STEM.finditer(text):
        if stem.start() < end:
            continue
        start = stem.start()
        while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            start -= 1
        name = _NAME.match(text, start)
        assert name is not None  # noqa: S101 - the stem is a part of it
        end = name.end()
        found = _GIVEN.match(text, end) or _OR_ELSE.match(text, end)
        if found is None or not names_model(name.group()):
            continue
        first, _, rest = found["path"].partition(".")
        if first in imports:
            line = text.count("\n", 0, found.start("path")) + 1
            path = f"{imports[first]}.{rest}" if rest else imports[first]
            yield Link(path=path, use=Use(call=name.group(), line=line, known=False))


def _imports(parsed: Parsed) -> dict[str, str]:
    """The names that the module imports from others, with their dotted paths."""
    names: dict[str, str] = {}
    for node in parsed.tree.body:
        if isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            for alias in node.names:
                names[alias.asname or alias.name] = f"{module}{'.' if node.module else ''}{alias.name}"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname is not None or "." not in alias.name:
                    names[alias.asname or alias.name] = alias.name
    return names
