"""JavaScript, with JSX: parsed with tree-sitter, whose grammar reads what other dialects add as far as it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.code import language
from pytest_modelgate.remarks import SCRIPT

if TYPE_CHECKING:
    from pytest_modelgate.grammars.grammar import Grammar


def _grammar() -> Grammar:
    from pytest_modelgate.languages._script import script

    return script("javascript")


LANGUAGE = language(_grammar, "javascript", (".js", ".jsx", ".mjs", ".cjs"), packages="javascript", signs=SCRIPT)
