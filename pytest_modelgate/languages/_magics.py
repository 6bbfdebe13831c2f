"""What notebooks add to Python: commands for the shell, `%` and `%%`, and asking for help with `?`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pytest_modelgate.excerpts import Excerpt, Sheet

_WHOLE = re.compile(r"\s*%%(?P<name>[\w!-]+)[ \t]*(?P<rest>[^\n]*)\n?|\s*%(?P<bare>sql|sh|md|md-sandbox|scala|r|fs)\b")
"""What says of a whole cell that it is something else; Databricks writes it with one sign."""
_OTHERS = frozenset(
    "bash sh zsh cmd html svg javascript js latex markdown md sql bigquery ruby perl r rust scala julia typescript ts"
    " csharp fsharp powershell pwsh mermaid text".split()
)
_ASKING = re.compile(r"\s*%%ai\b[^\n]*")
_FILES = ("writefile", "file", "writetemplate")
_LINE = re.compile(
    r"""(?P<indent>[ \t]*)(?:
        (?P<given>[\w.,\ \t\[\]*]+?=[ \t]*)(?=[!%]\S)[!%]+(?P<to>[^\n]*)
      | (?:%%?(?P<name>\w+)[ \t]*|!{1,2})(?P<rest>[^\n]*)
      | (?P<help>\?[^\n]*|[%\w.*]+\?{1,2}[ \t]*(?:\#[^\n]*)?$)
    )""",
    re.VERBOSE | re.MULTILINE,
)
_TIMED = re.compile(r"(?:-\w+(?:[ \t]*\d+)?[ \t]+)*")
_TIMES = frozenset("time timeit prun memit mprun lprun".split())
_COMMANDS = frozenset("sh sx system run".split())
_SETTINGS = frozenset("env set_env".split())
_TOKEN = re.compile(
    r"""\#[^\n]* | \"{3}(?:[^\\"]|\\.|"(?!""))*(?:\"{3})? | '{3}(?:[^\\']|\\.|'(?!''))*(?:'{3})?
      | "(?:[^"\\\n]|\\.)*"? | '(?:[^'\\\n]|\\.)*'? | (?P<open>[(\[{]) | (?P<close>[)\]}]) | \\\n | (?P<end>\n)""",
    re.VERBOSE | re.DOTALL,
)
_BACKSLASHED = re.compile(r"(?:[^\n]*\\\n)*[^\n]*")


@dataclass(frozen=True, slots=True)
class Whole:
    """A cell in another language: its name, and where what it is written in begins."""

    language: str
    start: int


def other_language(text: str) -> Whole | None:
    """What the first line of a cell says that the rest is; None where it is Python."""
    found = _WHOLE.match(text)
    if found is None:
        return None
    if found["bare"]:
        return Whole(found["bare"].partition("-")[0], found.end())
    name, rest = found["name"].lower(), found["rest"].split()
    if name in _FILES and rest:
        path = PurePosixPath(rest[-1])
        return Whole((path.suffix or path.name).lstrip("."), found.end())
    if name == "script" and rest:
        return Whole(PurePosixPath(next((word for word in rest if not word.startswith("-")), "")).name, found.end())
    if name == "!":
        return Whole("shell", found.end())
    return Whole(name, found.end()) if name in _OTHERS else None


def asks_first(text: str) -> int | None:
    """Where the first line ends of a cell that asks a model what its other lines say; None for any other cell."""
    found = _ASKING.match(text)
    return None if found is None else found.end()


def untangle(cell: Sheet, start: int, end: int, code: Excerpt, commands: Excerpt, settings: Excerpt) -> None:
    """Adds a cell's Python to `code`, a line for each of its own, and what it tells the shell to the others."""
    text = cell.text
    lead = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]*)").match(text, start, end)
    margin = lead[1] if lead else ""
    while start < end:
        if margin and text.startswith(margin, start):
            # A cell may be indented as a whole.
            start += len(margin)
        magic = _LINE.match(text, start, end)
        if magic is None:
            stop = _statement(text, start, end, code, margin)
        else:
            whole = _BACKSLASHED.match(text, start, end)
            stop = whole.end() if whole else magic.end()
            _replace(magic, stop, code, commands, settings)
            stop = min(stop + 1, end)
            code.put("\n" * max(1, text.count("\n", start, stop)), stop - 1, stop)
        start = stop


def _statement(text: str, start: int, end: int, code: Excerpt, margin: str) -> int:
    """Adds a line with all that its brackets and strings hold together; gives where the next begins."""
    depth, at = 0, start
    while token := _TOKEN.search(text, at, end):
        at = token.end()
        if token["open"]:
            depth += 1
        elif token["close"]:
            depth = max(0, depth - 1)
        elif token["end"] and depth == 0:
            break
    else:
        at = end
    if not margin:
        code.take(start, at)
        return at
    while start < at:
        stop = text.find("\n", start, at) + 1 or at
        code.take(start, stop)
        start = stop + len(margin) if stop < at and text.startswith(margin, stop) else stop
    return at


def _replace(magic: re.Match[str], stop: int, code: Excerpt, commands: Excerpt, settings: Excerpt) -> None:
    """Puts a statement of Python where the line has none."""
    code.take(magic.start("indent"), magic.end("indent"))
    here = magic.end("indent")
    if magic["given"] is not None:
        code.take(magic.start("given"), magic.end("given"))
        code.put("None", magic.start("to") - 1, stop)
        _tell(commands, magic.start("to"), stop)
        return
    name, rest = magic["name"], magic.start("rest")
    if name in _TIMES:
        timed = _TIMED.match(magic.string, rest, stop)
        rest = timed.end() if timed else rest
        if rest < stop:
            code.take(rest, stop)
            return
    elif name == "ai" and magic["rest"].strip():
        # It asks the model that it names.
        first = magic["rest"].split()[0]
        rest += magic["rest"].index(first)
        code.put('ai(model="', here, rest)
        code.take(rest, rest + len(first))
        code.put('")', rest + len(first), rest + len(first))
        return
    elif magic["help"] is None and (name is None or name in _COMMANDS):
        _tell(commands, rest, stop)
    elif name in _SETTINGS:
        words = re.compile(r"(\w+)(?:[ \t]+|[ \t]*=[ \t]*)(?=\S)").match(magic.string, rest, stop)
        if words is not None:
            settings.take(words.start(1), words.end(1))
            settings.put("=", words.end(1), words.end())
            _tell(settings, words.end(), stop)
    code.put("pass", here, here)


def _tell(excerpt: Excerpt, start: int, stop: int) -> None:
    excerpt.take(start, stop)
    excerpt.put("\n", stop, stop)
