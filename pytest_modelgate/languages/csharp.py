"""C#: parsed with tree-sitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.code import language
from pytest_modelgate.remarks import CSHARP

if TYPE_CHECKING:
    from pytest_modelgate.grammars.grammar import Grammar


def _grammar() -> Grammar:
    from pytest_modelgate.languages._csharp import csharp

    return csharp()


LANGUAGE = language(_grammar, "csharp", (".cs", ".csx"), packages="csharp", signs=CSHARP)
