"""What a file gives to something called like a model and holds from another file, found by the look of its lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.values import Link, Use
from pytest_modelgate.vocabulary import names_model

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

_PATH = r"(?P<path>[A-Za-z_]\w*(?:\.\w+)*)(?![\w.(\[])"
_STEM = re.compile(r"odel|MODEL|llm|LLM|ngine|ENGINE|ployment|PLOYMENT|bedding")
"""In every name that is called like a model. What follows and what leads to it is looked at only where it stands."""
_NAME = re.compile(r"\w+")
_GIVEN = re.compile(
    # model: str = X.Y   model=X   "model": X   model = ... or X
    rf"""["']?[ ]?(?::[^=,\n]{{1,60}}=|[:=])\s*[\[(]?(?:\w+\((?:default=)?|[\w.()]{{1,60}}[ ]or[ ])?{_PATH}""",
    re.VERBOSE,
)
_DOTTED = re.compile(r"[A-Za-z_][\w.]*")
_SEVERAL = re.compile(
    r"""["']?[ ]?(?::[^=,\n]{1,60}=|[:=])\s*[\[(]\s*"""
    r"""(?P<paths>(?:[A-Za-z_][\w.]*\s*,\s*)+(?:[A-Za-z_][\w.]*\s*)?)[\])]"""
)
_IMPORT = re.compile(
    r"^(?:from[ \t]+(?P<module>\.*[\w.]*)[ \t]+)?import\b[ \t]*(?:\((?P<several>[^)]*)|(?P<line>(?:\\\n|[^\n;])*))",
    re.MULTILINE,
)
"""An import of the module's own. Parsing a file that holds no id would cost more than all else that is done to it."""
_ALIAS = re.compile(r"(?P<name>[\w.]+)(?:\s+as\s+(?P<own>\w+))?")
_COMMENT = re.compile(r"#[^\n]*")
_OR_ELSE = re.compile(rf"""["']\s*,\s*{_PATH}\s*\)""")
"""What a look-up answers with when there is nothing else: `get("model", X)`."""


def borrowed(text: str) -> list[Link]:
    """The names of other files that are given to something called like a model, each where that is done first."""
    first_given: dict[str, tuple[str, int]] = {}
    for name, path, offset in _given(text):
        first_given.setdefault(path, (name, offset))
    imports = _imports(text, {path.partition(".")[0] for path in first_given})
    links = []
    line, at = 1, 0
    for path, (name, offset) in first_given.items():
        line, at = line + text.count("\n", at, offset), offset
        first, dot, rest = path.partition(".")
        if first in imports:
            links.append(Link(path=imports[first] + dot + rest, use=Use(call=name, line=line, known=False)))
    return links


def _given(text: str) -> Iterator[tuple[str, str, int]]:
    """What is called like a model, the dotted names that it is given, and their offsets."""
    end = 0
    for stem in _STEM.finditer(text):
        if stem.start() < end:
            continue
        start = stem.start()
        while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            start -= 1
        name = _NAME.match(text, start)
        assert name is not None  # noqa: S101 - the stem is a part of it
        end = name.end()
        # `model_type=ModelType.GPT_5`: of which type is which model.
        if not names_model(name.group().removesuffix("_type")):
            continue
        if several := _SEVERAL.match(text, end):
            start = several.start("paths")
            yield from (
                (name.group(), each.group(), start + each.start()) for each in _DOTTED.finditer(several["paths"])
            )
        elif found := _GIVEN.match(text, end) or _OR_ELSE.match(text, end):
            yield name.group(), found["path"], found.start("path")


def _imports(text: str, wanted: Set[str]) -> dict[str, str]:
    """Those of the names that the module imports from others, with their dotted paths."""
    if not wanted:
        return {}
    names: dict[str, str] = {}
    for found in _IMPORT.finditer(text):
        module = found["module"]
        for alias in _ALIAS.finditer(_COMMENT.sub("", found["several"] or found["line"])):
            name = alias["name"]
            if module is not None:
                names[alias["own"] or name] = f"{module}{'' if module.endswith('.') else '.'}{name}"
            elif alias["own"] or "." not in name:
                names[alias["own"] or name] = name
    return names
