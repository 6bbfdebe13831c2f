"""What the names of one file take from elsewhere, and which frameworks it imports."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.knowledge import lies_in
from pytest_modelgate.grammars.parts import within
from pytest_modelgate.grammars.paths import dotted
from pytest_modelgate.grammars.shapes import Call, Import, Member, Through

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.flow import Flow
    from pytest_modelgate.grammars.syntax import Syntax
    from pytest_modelgate.kinds import Framework

_IN_QUOTES = (rb"[\"'`](?:(?:npm|jsr):/?|https://[\w.-]+/(?:npm/)?)?", rb"(?:@[\w.^~-]+)?[\"'`/?]")
"""What stands before and after a module's name in quotes: a registry or a host, and a version."""
_IN_NAMES = (rb"(?<![\w.])", rb"(?![\w-])")


class Imports:
    """The imports of one tree."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.tree = flow.tree
        self.names = flow.names
        self._used: dict[str, bool] = {}

    def uses(self, framework: Framework) -> bool:
        """Whether the file names a module of the framework as an import does."""
        if framework.name not in self._used:
            before, after = _IN_QUOTES if self.flow.grammar.quoted else _IN_NAMES
            content = self.tree.content
            self._used[framework.name] = any(
                module.encode() in content and re.search(before + re.escape(module.encode()) + after, content)
                for module in framework.modules
            )
        return self._used[framework.name]

    def import_of(self, name: str, place: Node) -> str:
        """What a plain name of some place takes from elsewhere, as `shapes.Import` spells it; empty for any other."""
        for bound in self.names.seen(name, place):
            if bound.path:
                return bound.path
            if bound.value is not None and within(bound.value, place):
                # What a name is given is said by what it was called before: `openai := openai.NewClient()`.
                outer = self.names.known(name).bound.get(self.tree.root.id, ())
                return next((each.path for each in outer if each.path), "")
            shape = None if bound.value is None else self.tree.shape(_inner(self.tree, bound.value))
            taken = bound.key
            if isinstance(shape, Member):
                taken, shape = shape.name, self.tree.shape(_inner(self.tree, shape.of))
            if isinstance(shape, Call) and shape.name in self.flow.grammar.importing and shape.arguments:
                module = self.flow.key_of(shape.arguments[0].value)
                return "" if module is None else f"{module}#{taken}" if taken else f"{module}#default"
        return ""

    def takes_all_of(self, module: str) -> bool:
        """Whether the file takes everything of a module, or of one that lies in it: `import com.openai.models.*`."""
        return any(lies_in(each, module) for each in self._whole)

    @cached_property
    def _whole(self) -> tuple[str, ...]:
        types = self.flow.grammar.whole
        query = f"[{' '.join(f'({each})' for each in types)}] @found"
        shapes = (self.tree.shape(node) for _, node in self.tree.nodes(query)) if types else ()
        taken = (each for shape in shapes if isinstance(shape, Import) for each in shape.names)
        return tuple(path for name, path in taken if name == "*")

    def path_of(self, of: Node | None, name: str, node: Node) -> str:
        """What a callee is that is taken from elsewhere, with its module: `ai#generateText`; empty for any other."""
        if of is None:
            return self.import_of(name, node)
        names = dotted(self.tree, of)
        if not names:
            return ""
        path = self.import_of(names.partition(".")[0], of)
        rest = ".".join([*names.split(".")[1:], name])
        return f"{path}.{rest}" if "#" in path else f"{path}#{rest}" if path else ""


def _inner(tree: Syntax, node: Node) -> Node:
    """An expression without what only stands around it."""
    while isinstance(shape := tree.shape(node), Through):
        node = shape.value
    return node
