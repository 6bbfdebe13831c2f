"""Kotlin, with its scripts: parsed with tree-sitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.code import language
from pytest_modelgate.remarks import JAVA

if TYPE_CHECKING:
    from pytest_modelgate.grammars.grammar import Grammar


def _grammar() -> Grammar:
    from pytest_modelgate.languages._kotlin import kotlin

    return kotlin()


LANGUAGE = language(_grammar, "kotlin", (".kt", ".kts"), packages="java", signs=JAVA)
