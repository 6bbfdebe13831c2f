"""Java: parsed with tree-sitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.code import language
from pytest_modelgate.remarks import JAVA

if TYPE_CHECKING:
    from pytest_modelgate.grammars.grammar import Grammar


def _grammar() -> Grammar:
    from pytest_modelgate.languages._java import java

    return java()


LANGUAGE = language(_grammar, "java", (".java",), packages="java", signs=JAVA)
