from __future__ import annotations

import pytest

from pytest_modelgate.grammars.trees import Tree, UnparsedError


@pytest.mark.parametrize("grammar", ["typescript/typescript", "typescript/tsx"])
def test_lists_of_types_that_are_never_closed_are_not_waited_for(grammar: str) -> None:
    with pytest.raises(UnparsedError):
        Tree("a<b,\n" * 150_000, grammar)
    assert Tree(("a<b,\n" * 50 + "x;\n") * 50, grammar).root.end_byte > 0
    assert Tree("Map<string, number>;\n" * 3000, grammar).root.end_byte > 0
