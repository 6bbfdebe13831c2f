"""Finds the texts of a YAML file that are files or commands of other languages, each with its own places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.parts import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.languages._documents import Branch, Document, Scalar
    from pytest_modelgate.languages._holding import Places

_COMMANDS = frozenset(
    "run script before_script after_script bash inlinescript cmd cmds commands install_command build_command"
    " startcommand buildcommand release_command postcreatecommand".split()
)
"""Keys whose text a shell runs, or each of whose texts."""
_SHELLS = {"python": "python", "python3": "python", "node": "javascript", "pwsh": "", "powershell": "", "cmd": ""}
_FILE = re.compile(r".*\.(?P<suffix>json|jsonc|json5|ya?ml|toml|env|ini|cfg|py|sh|bash|js|mjs|ts|sql|tf)")
_MAY = re.compile(
    r"(?i)^[ \t]*(?:-[ \t]+)*[\"']?(?:run|\w*script|bash|cmds?|\w*commands?|[^\s:\"']*\.[a-z0-9]{2,5})[\"']?[ \t]*:",
    re.MULTILINE,
)


def may_hold(text: str) -> bool:
    """Whether a file may hold parts in other languages, by the look of its lines."""
    return _MAY.search(text) is not None


def scripts(document: Document) -> Iterator[tuple[Scalar, str]]:
    """The texts in other languages, each with the name of its language."""
    for scalar in document.scalars:
        key = scalar.key
        branch = scalar.above
        if branch is not None and branch.is_list:
            key = branch.key
        elif key is None:
            continue
        if key is None or not scalar.string:
            continue
        style = document.blocks.get(scalar.held.start)
        name = key.text.lower()
        file = _FILE.fullmatch(name)
        if file and style in ("|", ">") and scalar.key is not None:
            yield scalar, file["suffix"]
        elif name in _COMMANDS and (" " in scalar.text or "\n" in scalar.text) and (to := _language(branch, name)):
            yield scalar, to


def _language(branch: Branch | None, name: str) -> str:
    beside = branch.texts() if branch is not None and not branch.is_list else {}
    outer = branch.above.texts() if branch is not None and branch.above is not None else {}
    if name == "script" and "github-script" in outer.get("uses", ""):
        return "javascript"
    return _SHELLS.get((beside.get("shell") or "").partition(" ")[0], "shell")


def piece(text: str, places: Places, scalar: Scalar, language: str, style: str | None) -> Piece | None:
    """A text as a piece; None where its places are not those of the file, as with escapes."""
    held = scalar.held
    span = places.span(held.start, held.end)
    if style not in ("|", ">"):
        if text[held.start : held.end] != held.text or span.line != span.end_line:
            return None
        return Piece(
            language=language,
            text=held.text,
            place=lambda line, column: (span.line + line - 1, span.column + column - 1),
        )
    indent = span.column - 1
    content = re.sub(r"\r\n?", "\n", text[held.start - indent : held.end])
    lines = [line[indent:] if not line[:indent].strip() else line for line in content.split("\n")]
    return Piece(
        language=language,
        text="\n".join(lines) + "\n",
        place=lambda line, column: (span.line + line - 1, column + indent),
    )
