"""TypeScript, with TSX, which has a grammar of its own: both parsed with tree-sitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.code import language
from pytest_modelgate.remarks import SCRIPT

if TYPE_CHECKING:
    from pytest_modelgate.grammars.grammar import Grammar


def _grammar() -> Grammar:
    from pytest_modelgate.languages._script import script

    return script("typescript/typescript", extra={".tsx": "typescript/tsx"})


LANGUAGE = language(_grammar, "typescript", (".ts", ".mts", ".cts", ".tsx"), packages="javascript", signs=SCRIPT)
