"""Which statements of a file matter: those that hold an id or a model call, and what they refer to or is told of them.

A file is cut into units, its top-level statements and the members of its classes, and most are ruled out by searching
their text: parsing and walking cost a hundred times more.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pytest_modelgate.languages.python.depth import candidates, matters
from pytest_modelgate.languages.python.literals import Literals
from pytest_modelgate.languages.python.needles import either
from pytest_modelgate.vocabulary import names_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.languages.python.literals import Parsed
    from pytest_modelgate.languages.python.needles import Hits

_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_OWN_TARGET = re.compile(r"\b(?:self|cls)\.(\w+)\s*(?::[^=\n]+)?=(?!=)")
_OWN_NAME = re.compile(r"\b(?:self|cls)\.(\w+)")
_REDIRECT = re.compile(r"\.(?:api_base|base_url|api_type|azure_endpoint)\s*=(?!=)")
"""A statement that sends a module's own functions to another host."""
_WRAPPED = 2
"""Functions around a function that makes a known call, through which a model is still followed to it."""
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(eq=False, slots=True)
class Unit:
    """Some statements that share lines, a class without its body, or some statements of such a body."""

    nodes: list[ast.stmt]
    start: int
    end: int
    """Offsets of whole lines in the text."""
    text: str
    owner: Unit | None = None
    """The class that the statements are members of."""
    members: list[Unit] = field(default_factory=list)

    @property
    def is_function(self) -> bool:
        """Whether the unit is a function: its own names are not seen from elsewhere."""
        return isinstance(self.nodes[0], _FUNCTIONS)

    @property
    def roots(self) -> Iterator[ast.AST]:
        """The nodes to be walked: those of a class head without its members."""
        for node in self.nodes:
            if self.members and isinstance(node, ast.ClassDef):
                yield from (*node.decorator_list, *node.bases, *node.keywords)
            else:
                yield node


def chosen(
    parsed: Parsed, hits: Hits, lexicon: Lexicon, asked: Iterable[str] = (), *, deep: bool = False
) -> list[Unit]:
    """The units that a reader needs, in order, every class head before its members; empty when nothing matters.

    `asked` are names that other files read; with `deep`, every known call matters. Raises UnreadableError when a unit
    that may matter nests too deeply.
    """
    units = list(_units(parsed))
    holding = {unit for unit in _at(units, hits.ids) if candidates(Literals(parsed, unit.roots), lexicon)}
    calling = _at(units, hits.calls)
    wanted = holding | {unit for unit in calling - holding if _has_call(unit, parsed, lexicon, hits.aliases, deep=deep)}
    wanted |= set(_that_bind(units, {name.partition(".")[0].partition("[")[0] for name in asked}))
    if not wanted:
        return []
    wanted |= set(_that_read(units, holding))
    wanted |= {unit for unit in units if all(isinstance(node, ast.Import | ast.ImportFrom) for node in unit.nodes)}
    wanted |= {unit for unit in units if not unit.is_function and _REDIRECT.search(unit.text)}
    _add_needed(units, wanted, _carriers(units, calling, _at(units, hits.clients)))
    wanted |= {unit.owner for unit in wanted if unit.owner is not None}
    return [unit for unit in units if unit in wanted and not (unit.members and wanted.isdisjoint(unit.members))]


def _has_call(unit: Unit, parsed: Parsed, lexicon: Lexicon, aliases: Set[str], *, deep: bool) -> bool:
    literals = Literals(parsed, unit.roots)
    return any(matters(call, literals, lexicon, aliases, deep=deep) for call in literals.calls)


def _that_bind(units: list[Unit], names: Set[str]) -> Iterator[Unit]:
    """The units that bind any of the names where others can import them, members of classes included."""
    for unit in units if names else ():
        if unit.owner is None and not names.isdisjoint(_bound(unit)):
            yield unit
            yield from (member for member in unit.members if not member.is_function)


def _carriers(units: list[Unit], calling: Set[Unit], making: Set[Unit]) -> set[Unit]:
    """The functions that hand a parameter to a known call, those that call these with one, and makers of clients."""
    carriers = {unit for unit in calling if _takes_model(unit)}
    makers = {unit for unit in making if unit.is_function and "return" in unit.text}
    names = {_name(unit) for unit in carriers}
    for _ in range(_WRAPPED):
        fresh = {
            unit
            for unit in units
            if unit not in carriers and _takes_model(unit) and not names.isdisjoint(_IDENTIFIER.findall(unit.text))
        }
        if not fresh:
            break
        carriers |= fresh
        names |= {_name(unit) for unit in fresh}
    return carriers | makers


def _takes_model(unit: Unit) -> bool:
    """Whether a function has a parameter that is called like a model, or takes whatever it is given by name."""
    node = unit.nodes[0]
    if not isinstance(node, _FUNCTIONS):
        return False
    each = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
    return node.args.kwarg is not None or any(names_model(arg.arg) for arg in each)


def _name(unit: Unit) -> str:
    """The name of a function, or of the class that it makes instances of."""
    name: str = unit.nodes[0].name  # type: ignore[attr-defined] # a function
    return unit.owner.nodes[0].name if name == "__init__" and unit.owner is not None else name  # type: ignore[attr-defined]


def _units(parsed: Parsed) -> Iterator[Unit]:
    for unit in _groups(parsed.tree.body, parsed, None):
        node = unit.nodes[0]
        if len(unit.nodes) > 1 or not isinstance(node, ast.ClassDef) or _first_line(node.body[0]) <= node.lineno:
            yield unit
            continue
        unit.end = parsed.lines[_first_line(node.body[0]) - 1]
        unit.text = parsed.text[unit.start : unit.end]
        unit.members = list(_groups(node.body, parsed, unit))
        yield unit
        yield from unit.members


def _groups(body: list[ast.stmt], parsed: Parsed, owner: Unit | None) -> Iterator[Unit]:
    """The statements of a body by the whole lines they stand on; those that share a line are one unit."""
    group: list[ast.stmt] = []
    first = last = 0
    for node in body:
        if group and _first_line(node) > last:
            yield _unit(group, parsed, first, last, owner)
            group = []
        if not group:
            first = last = _first_line(node)
        group.append(node)
        last = max(last, node.end_lineno or node.lineno)
    if group:
        yield _unit(group, parsed, first, last, owner)


def _unit(nodes: list[ast.stmt], parsed: Parsed, first: int, last: int, owner: Unit | None) -> Unit:
    start, end = parsed.lines[first - 1], min(parsed.lines[last], len(parsed.text))
    return Unit(nodes=nodes, start=start, end=end, text=parsed.text[start:end], owner=owner)


def _first_line(node: ast.stmt) -> int:
    if isinstance(node, (*_FUNCTIONS, ast.ClassDef)) and node.decorator_list:
        return min(node.lineno, node.decorator_list[0].lineno)
    return node.lineno


def _at(units: list[Unit], offsets: Iterable[int]) -> set[Unit]:
    """The units that the offsets, in order, fall into. A class head does not cover its members."""
    found: set[Unit] = set()
    waiting = iter(offsets)
    offset = next(waiting, None)
    for unit in units:
        while offset is not None and offset < unit.start:
            offset = next(waiting, None)
        while offset is not None and offset < unit.end:
            found.add(unit)
            offset = next(waiting, None)
    return found


def _that_read(units: list[Unit], holding: Set[Unit]) -> Iterator[Unit]:
    """The units that read what the holding ones bind: names, attributes of a class, attributes of `self`."""
    names = {name for unit in holding if unit.owner is None and not unit.members for name in _bound(unit)}
    classes = {unit.owner.nodes[0].name for unit in holding if unit.owner is not None}  # type: ignore[attr-defined] # an owner is a class
    of_class = re.compile(rf"\b(?:{either(classes)})\.")
    own = {(unit.owner, name) for unit in holding if unit.owner is not None for name in _own_bound(unit)}
    for unit in units:
        if (
            not names.isdisjoint(_IDENTIFIER.findall(unit.text))
            or of_class.search(unit.text) is not None
            or (unit.owner is not None and any((unit.owner, name) in own for name in _OWN_NAME.findall(unit.text)))
        ):
            yield unit


def _add_needed(units: list[Unit], wanted: set[Unit], carriers: Set[Unit]) -> None:
    """Adds the units that bind what wanted ones read, and what those read in turn.

    Functions are added for the attributes of `self` that they bind, and where they carry what they are given to a call.
    """
    binders: dict[str, list[Unit]] = {}
    own_binders: dict[tuple[Unit, str], list[Unit]] = {}
    for unit in units:
        if unit.owner is not None:
            for name in _own_bound(unit) | ({_name(unit)} if unit in carriers else set()):
                own_binders.setdefault((unit.owner, name), []).append(unit)
        elif not unit.is_function or unit in carriers:
            for name in _bound(unit):
                binders.setdefault(name, []).append(unit)
    waiting = list(wanted)
    while waiting:
        unit = waiting.pop()
        needed = [each for name in set(_IDENTIFIER.findall(unit.text)) for each in binders.get(name, ())]
        if unit.owner is not None:
            names = set(_OWN_NAME.findall(unit.text))
            needed += [each for name in names for each in own_binders.get((unit.owner, name), ())]
        # A class that is only named counts by what it declares, and by those of its methods that carry.
        needed += [each for head in needed for each in head.members if not each.is_function or each in carriers]
        fresh = set(needed) - wanted
        wanted |= fresh
        waiting += fresh


def _bound(unit: Unit) -> set[str]:
    """The names that a unit binds where it stands."""
    names: set[str] = set()
    for node in unit.nodes:
        if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            names.add(node.name)
            continue
        for each in ast.walk(node):
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
                names.add(each.id)
            elif isinstance(each, ast.alias):
                names.add((each.asname or each.name).partition(".")[0])
    return names


def _own_bound(unit: Unit) -> set[str]:
    """The attributes that a member of a class gives to it or to its instances."""
    return set(_OWN_TARGET.findall(unit.text)) if unit.is_function else _bound(unit)
