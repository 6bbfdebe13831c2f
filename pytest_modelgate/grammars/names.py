"""What the names of one file stand for: where each is bound, where it is read, and which binding a place sees."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.bounds import Bound, Hiding, Known
from pytest_modelgate.grammars.parts import within
from pytest_modelgate.grammars.shapes import (
    Bind,
    Call,
    Class,
    Function,
    Holds,
    Import,
    Member,
    Name,
    Pair,
    Pattern,
    Record,
    Text,
    Through,
)

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.syntax import Syntax

MOST = 1_000
"""Bindings of one name, and places that read it, as far as they are looked at."""
_CLIMB = 40
"""Nodes between a name and what binds it."""
_MEMBERS = frozenset({Holds.FIELD, Holds.CONSTANT, Holds.MEMBER})
"""What is asked of a class or of its objects."""


class Names:
    """The names of one tree, each looked up when it is first asked for."""

    def __init__(self, tree: Syntax) -> None:
        self.tree = tree
        self._known: dict[str, Known] = {}
        self._scopes: dict[int, Node] = {}
        self._hiding = Hiding()
        self._types = frozenset(tree.grammar.names)
        self._sigil = tree.grammar.sigil

    def bindings(self, node: Node) -> list[Bound]:
        """What a plain name may stand for where it stands: the bindings of the nearest scope that has any."""
        shape = self.tree.shape(node)
        return self.seen(shape.text, node) if isinstance(shape, Name) else []

    def seen(self, name: str, node: Node) -> list[Bound]:
        """What a plain name stands for where a node stands."""
        bound = self.known(name).bound
        scope: Node | None = self.scope(node) if bound else None
        while scope is not None:
            if scope.id in bound:
                return self._hiding.seen(bound[scope.id], node)
            scope = self.outer(scope)
        if not self._sigil or name.startswith(self._sigil):
            return []
        # A method that reads the object's own variable is called by the same name without its sign.
        return self.seen(self._sigil + name, node) or self.members(name, self.class_of(node))

    def members(self, name: str, home: str) -> list[Bound]:
        """What the member of that name may be of objects of the class called `home`."""
        names = (name, self._sigil + name) if self._sigil else (name,)
        each = (bound for known in names for bound in self.known(known).members) if home else ()
        return [bound for bound in each if self.home(bound) == home]

    def is_own(self, node: Node, name: str) -> bool:
        """Whether a name is a word for the object that a method is called on."""
        if name in self.tree.grammar.own:
            return True
        scope: Node | None = self.scope(node)
        while scope is not None:
            shape = self.tree.shape(scope)
            if isinstance(shape, Function) and shape.receiver:
                return shape.receiver == name
            scope = self.outer(scope)
        return False

    def class_of(self, node: Node) -> str:
        """The name, or else the place, of the class around a node; empty outside of classes."""
        scope: Node | None = self.scope(node)
        while scope is not None:
            shape = self.tree.shape(scope)
            if isinstance(shape, Class):
                return shape.name or str(scope.start_byte)
            if isinstance(shape, Function) and shape.of:
                return shape.of
            scope = self.outer(scope)
        return ""

    def reads(self, bound: Bound) -> list[Node]:
        """Where the value of a binding is read, as far as its name tells."""
        name = self.tree.text(bound.node).lstrip("#")
        known = self.known(name)
        if self._sigil and name.startswith(self._sigil):
            bare = self.known(name.lstrip(self._sigil))
            readers = [node for node in bare.reads if bound in self.bindings(node)]
            return known.reads + bare.member_reads + readers
        if bound.of is not None or bound.holds in _MEMBERS:
            return known.member_reads + (known.reads if bound.of is None else [])
        home = self.scope_bound(bound)
        return [node for node in known.reads if self._sees(node, known, home)]

    def scope_bound(self, bound: Bound) -> int:
        """The scope that a binding is seen in."""
        known = self.known(self.tree.text(bound.node))
        return next((scope for scope, each in known.bound.items() if bound in each), self.tree.root.id)

    def scope(self, node: Node) -> Node:
        """The nearest function or class around a node, or the whole file."""
        way: list[Node] = []
        found = self.tree.root
        above: Node | None = node
        while above is not None:
            if above.id in self._scopes:
                found = self._scopes[above.id]
                break
            way.append(above)
            above = self.tree.parent(above)
            if above is not None and isinstance(self.tree.shape(above), Function | Class):
                found = above
                break
        for each in way:
            self._scopes[each.id] = found
        return found

    def outer(self, scope: Node) -> Node | None:
        """The scope around a scope; None around the whole file."""
        return None if scope.id == self.tree.root.id else self.scope(scope)

    def known(self, name: str) -> Known:
        """All that is known of a name."""
        if name not in self._known:
            known = self._known[name] = Known()
            for leaf in self.tree.leaves(self.tree.places(name)[:MOST]):
                if leaf.type in self._types and (not self._sigil or self.tree.text(leaf) == name):
                    self._classify(leaf, name, known)
            for node, path in self._implied.get(name, ()) if not known.bound.get(self.tree.root.id) else ():
                known.bound.setdefault(self.tree.root.id, []).append(Bound(node, path=path))
        return self._known[name]

    @cached_property
    def _implied(self) -> dict[str, list[tuple[Node, str]]]:
        """The names that imports tell without spelling them, each with the imports and what they take."""
        found: dict[str, list[tuple[Node, str]]] = {}
        types = self.tree.grammar.implied
        query = f"[{' '.join(f'({each})' for each in types)}] @found"
        for _, node in self.tree.nodes(query) if types else ():
            shape = self.tree.shape(node)
            for name, path in shape.names if isinstance(shape, Import) else ():
                found.setdefault(name, []).append((node, path))
        return found

    def _sees(self, node: Node, known: Known, home: int) -> bool:
        scope: Node | None = self.scope(node)
        while scope is not None:
            if scope.id in known.bound:
                return scope.id == home
            scope = self.outer(scope)
        return False

    def home(self, bound: Bound) -> str:
        """The class whose objects have a member."""
        made = bound.of and self.tree.shape(bound.of)
        return made.name if isinstance(made, Call) else self.class_of(bound.node)

    def _classify(self, leaf: Node, name: str, known: Known) -> None:
        """Sorts one place of a name: a binding, a member that is given a value, or a read."""
        node = leaf
        keys: list[str] = []
        default: Node | None = None
        member: Member | None = None
        for above, below in self.tree.ancestors(leaf):
            if len(keys) > _CLIMB:
                return
            shape = self.tree.shape(above)
            if isinstance(shape, Member):
                if below.id == shape.of.id:
                    break
                member, node = shape, above
            elif isinstance(shape, Pattern):
                part = next((part for part in shape.parts if within(part[1], leaf)), None)
                if part is None:
                    break
                keys.insert(0, part[0])
                default = part[2] if part[2] is not None and default is None else default
            elif isinstance(shape, Bind):
                pair = next((pair for pair in shape.pairs if within(pair[0], leaf)), None)
                if pair is None:
                    break
                key = ".".join(filter(None, keys))
                bound = self._bound(leaf, shape, pair[1], key, member)
                self._keep(bound, known)
                if default is not None:
                    self._keep(Bound(leaf, default, holds=Holds.PARAMETER), known)
                return
            elif isinstance(shape, Function):
                self._of_function(leaf, below, above, shape, ".".join(filter(None, keys)), default, known)
                return
            elif isinstance(shape, Class):
                if shape.name == name and below.id == leaf.id:
                    known.bound.setdefault(self.scope(above).id, []).append(Bound(leaf, made=above))
                    return
                break
            elif isinstance(shape, Import):
                for called, path in shape.names:
                    if called == name:
                        known.bound.setdefault(self.scope(leaf).id, []).append(Bound(leaf, path=path))
                return
            elif isinstance(shape, Record):
                pair_ = next((each for each in shape.pairs if each.key.id == leaf.id), None)
                if pair_ is not None and pair_.value.id != leaf.id:
                    return
                break
            elif isinstance(shape, Call):
                given = next((each for each in shape.arguments if within(each.value, leaf)), None)
                if given is not None or below.id == (shape.of and shape.of.id):
                    break
                named = next((each for each in shape.arguments if each.name == name and _near(each.value, leaf)), None)
                if named is not None:
                    if shape.makes:
                        known.members.append(Bound(leaf, named.value, of=above))
                    return
                break
            elif isinstance(shape, Through | Name | Text | Pair):
                continue
            elif shape is not None or (above.type not in self.tree.grammar.through and not _is_part(above)):
                break
        if member is not None:
            known.member_reads.append(node)
        else:
            known.reads.append(leaf)

    def _bound(self, leaf: Node, shape: Bind, value: Node | None, key: str, member: Member | None) -> Bound:
        of = None if member is None else member.of
        return Bound(leaf, value, key, shape.each, shape.holds, shape.annotation, of=of, anew=shape.anew)

    def _keep(self, bound: Bound, known: Known) -> None:
        if bound.of is not None:
            known.members.append(bound)
            return
        scope = self.scope(bound.node)
        if bound.holds in _MEMBERS:
            known.members.append(bound)
        if self._sigil and self.tree.text(bound.node).startswith(self._sigil):
            scope = self._shared(scope)
        if bound.holds is Holds.PARAMETER:
            bound = self._with_place(bound)
            function = bound.function and self.tree.shape(bound.function)
            made = isinstance(function, Class) and bound.parameter is not None
            if made or (isinstance(function, Function) and self._constructs(bound.function, function)):
                known.members.append(bound)
        known.bound.setdefault(scope.id, []).append(bound)

    def _shared(self, scope: Node) -> Node:
        """The class around a scope, or else the whole file."""
        above: Node | None = scope
        while above is not None and not isinstance(self.tree.shape(above), Class):
            scope, above = above, self.outer(above)
        return scope if above is None else above

    def _constructs(self, node: Node | None, function: Function) -> bool:
        return function.name in self.tree.grammar.constructors or (
            node is not None and bool(function.name) and self.class_of(node) == function.name
        )

    def _with_place(self, bound: Bound) -> Bound:
        """The binding of a parameter with its place among those of its function."""
        function = self.scope(bound.node)
        shape = self.tree.shape(function)
        if not isinstance(shape, Function | Class):
            return bound
        start = bound.node.start_byte
        place = next((at for at, to in enumerate(shape.parameters) if to.start_byte <= start < to.end_byte), None)
        return Bound(
            bound.node, bound.value, bound.key, bound.each, bound.holds, bound.annotation, "", None, place, function
        )

    def _of_function(
        self, leaf: Node, below: Node, node: Node, shape: Function, key: str, default: Node | None, known: Known
    ) -> None:
        start = leaf.start_byte
        place = next((at for at, to in enumerate(shape.parameters) if to.start_byte <= start < to.end_byte), None)
        if place is not None:
            bound = Bound(leaf, default, key, holds=Holds.PARAMETER, parameter=place, function=node)
            if default is not None:
                # What is given goes before what stands in for it.
                bound = Bound(leaf, None, key, holds=Holds.PARAMETER, parameter=place, function=node)
                known.bound.setdefault(node.id, []).append(Bound(leaf, default, holds=Holds.PARAMETER))
            known.bound.setdefault(node.id, []).append(bound)
        elif below.id == leaf.id and shape.name == self.tree.text(leaf):
            bound = Bound(leaf, made=node)
            known.bound.setdefault(self.scope(node).id, []).append(bound)
            if self.class_of(node):
                known.members.append(bound)
        else:
            known.reads.append(leaf)


def _near(value: Node, name: Node) -> bool:
    """Whether a value stands behind the name by which it is given, with no more than a sign between."""
    return 0 <= value.start_byte - name.end_byte < _CLIMB


def _is_part(node: Node) -> bool:
    """Whether a node is a part of a declaration that says nothing of its own: a list of names, an import clause."""
    return node.type.endswith(("_clause", "_specifier", "_list", "_imports", "import_specifier", "_spec"))
