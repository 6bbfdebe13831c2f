"""Ruby: parsed with tree-sitter; what heredocs hold is read by the language that they are tagged with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.code import language
from pytest_modelgate.remarks import RUBY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.grammars.grammar import Grammar
    from pytest_modelgate.parts import Piece
    from pytest_modelgate.values import SourceFile


def _grammar() -> Grammar:
    from pytest_modelgate.languages._ruby import ruby

    return ruby()


def _pieces(source: SourceFile) -> Iterator[Piece]:
    from pytest_modelgate.languages._heredocs import pieces

    return pieces(source.text)


LANGUAGE = replace(
    language(
        _grammar,
        "ruby",
        (".rb", ".rake", ".gemspec", ".ru", ".thor", ".jbuilder", ".rbw"),
        signs=RUBY,
        names=("rakefile", "gemfile", "guardfile", "capfile", "thorfile", "dangerfile", "fastfile", "brewfile"),
    ),
    pieces=_pieces,
)
