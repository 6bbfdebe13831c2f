"""Rust: parsed with tree-sitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.code import language
from pytest_modelgate.remarks import RUST

if TYPE_CHECKING:
    from pytest_modelgate.grammars.grammar import Grammar


def _grammar() -> Grammar:
    from pytest_modelgate.languages._rust import rust

    return rust()


LANGUAGE = language(_grammar, "rust", (".rs",), packages="rust", signs=RUST)
