"""What is made of `ast`'s tree is what libcst's own parser makes of the same source."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import libcst as cst
import pytest

from pytest_modelgate.languages.python.conversion import Conversion
from pytest_modelgate.languages.python.literals import Literals, parse
from pytest_modelgate.languages.python.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parents[1]
SOURCES = sorted([*HERE.glob("cases/python/*.py"), *HERE.parent.glob("pytest_modelgate/languages/python/*.py")])
LAYOUT = (cst.BaseSuite, cst.SimpleStatementLine, cst.Else, cst.Finally, cst.From, cst.MatchOr, cst.MatchOrElement)
"""What a tree without layout has no nodes of; what they hold hangs from what they hang from."""
LEFT_OUT = (
    *(cst.BaseAugOp, cst.BaseUnaryOp, cst.BaseBinaryOp, cst.BaseBooleanOp, cst.BaseCompOp),
    *(cst.BaseParenthesizableWhitespace, cst.TrailingWhitespace, cst.EmptyLine, cst.Newline, cst.Comma, cst.Dot),
    *(cst.Colon, cst.Semicolon, cst.AssignEqual, cst.LeftParen, cst.RightParen, cst.LeftSquareBracket),
    *(cst.RightSquareBracket, cst.LeftCurlyBrace, cst.RightCurlyBrace, cst.Asynchronous, cst.ParamStar, cst.ParamSlash),
    *(cst.Import, cst.ImportFrom, cst.Global, cst.Nonlocal, cst.Pass, cst.Break, cst.Continue),
)
"""Layout, operators, and statements whose nodes nobody asks for."""
STRINGS = (cst.SimpleString, cst.FormattedString, cst.ConcatenatedString)
"""Where a text begins; of what is inside, `ast` knows more."""
CORNERS = """\
@cache
async def ask(a, /, b: int = 1, *rest: str, c, d=None, **options: bool) -> str:
    async with open(a) as file, lock:
        async for x, (y, *z) in file:
            yield await x
    return lambda p, *q, r=1, **s: p if q else r

class A(B, *bases, metaclass=M, **kw):
    x: int
    x: int = 1; y = z = (1, *x)
    total += -1.5 * x[1:2, ::3][...] % {**a, 1: 2} - {1, *b} or not c and d or e < f in g is not h

def loops():
    for i in a: print(i, *b, k=1, *c, **d)
    else: del y[0]
    while (n := n + 1): assert n, "m"
    try: raise E from e
    except (E, F): return
    except: yield from g
    else: x = [a for a in b if a if b for c in d]
    finally: y = {k: v for k, v in x}, {s for s in t}, (g for g in h)
    if a: x[(1, 2)]
    elif b: x[1, 2], x[()]
    else: x.y.z(f"{a} {b.c} {d()} {e!r:>{w}}", "a" "b", b"c", f"d", 0x10, 1j, True, None, f(a)(b)[c])
    with (a as b, c): return a
    with (yield): pass
    match a, b:
        case 1 | -1 if c: d
"""


def outline(node: cst.CSTNode, parent: str = "", field: str = "") -> Iterator[tuple[str, str, object]]:
    """Each node of libcst's own tree with its parent and field, and its name where it is one."""
    if isinstance(node, LEFT_OUT):
        return
    if isinstance(node, STRINGS) and not (isinstance(node, cst.SimpleString) and "b" in node.prefix):
        yield "text", f"{parent}.{field}", None
        return
    name = type(node).__name__
    if isinstance(node, LAYOUT):
        name = parent
    elif isinstance(node, cst.AsName) and parent == "ExceptHandler":
        return
    elif not isinstance(node, cst.Module):
        yield name, f"{parent}.{field}", node.value if isinstance(node, cst.Name) else None
    for each in fields(node):
        child = getattr(node, each.name)
        for item in child if isinstance(child, tuple | list) else (child,):
            if isinstance(item, cst.CSTNode):
                yield from outline(item, name, field if isinstance(node, LAYOUT) else each.name)


def outline_of(made: Conversion) -> Iterator[tuple[str, str, object]]:
    """The same of what was made; inside of f-strings only names are."""
    inside: set[cst.CSTNode] = set()
    for node, (parent, field) in made.parents.items():
        above = "ClassDef" if isinstance(parent, cst.IndentedBlock) else type(parent).__name__
        if parent in inside:
            inside.add(node)
        elif node in made.strings.values():
            yield "text", f"{above}.{field}", None
            inside.add(node)
        elif not isinstance(node, LAYOUT):
            yield type(node).__name__, f"{above}.{field}", node.value if isinstance(node, cst.Name) else None


def made_of(source: str) -> Conversion:
    parsed = parse(source)
    unit = Unit(nodes=parsed.tree.body, start=0, end=len(source), text=source)
    return Conversion([unit], Literals(parsed, unit.roots))


@pytest.mark.parametrize("source", [CORNERS, *SOURCES], ids=lambda each: getattr(each, "name", "corners"))
def test_the_tree_is_the_one_that_libcst_parses(source: str | Path) -> None:
    text = source if isinstance(source, str) else source.read_text(encoding="utf-8")
    expected = Counter(outline(cst.parse_module(text)))
    assert Counter(outline_of(made_of(text))) == expected
