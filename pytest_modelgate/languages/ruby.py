"""Ruby: parsed with tree-sitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.code import language
from pytest_modelgate.remarks import RUBY

if TYPE_CHECKING:
    from pytest_modelgate.grammars.grammar import Grammar


def _grammar() -> Grammar:
    from pytest_modelgate.languages._ruby import ruby

    return ruby()


LANGUAGE = language(
    _grammar,
    "ruby",
    (".rb", ".rake", ".gemspec", ".ru", ".thor", ".jbuilder", ".rbw"),
    packages="ruby",
    signs=RUBY,
    names=("rakefile", "gemfile", "guardfile", "capfile", "thorfile", "dangerfile", "fastfile", "brewfile"),
)
