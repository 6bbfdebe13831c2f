"""What expressions and statements of any language say, in the few shapes that the reading of models needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node


@dataclass(frozen=True, slots=True)
class Text:
    """A string."""

    parts: tuple[str | Node, ...]
    """Its fixed texts as they are when the code runs, and the expressions in its holes, in order."""
    start: int
    end: int
    """The bytes between its quotes."""
    plain: bool = True
    """Whether the file spells its value as it is: no escapes, no holes, on one line."""


@dataclass(frozen=True, slots=True)
class Name:
    """A variable, constant, type or function by its plain name."""

    text: str


@dataclass(frozen=True, slots=True)
class Member:
    """What something has under a name: `a.b`, `a?.b`, `a::b`, `a->b`."""

    of: Node
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """What something has under a key: `a["b"]`."""

    of: Node
    key: Node


@dataclass(frozen=True, slots=True)
class Argument:
    """What a call is given."""

    value: Node
    name: str = ""
    """Where it is given by name."""
    spread: bool = False
    """Whether the value's items are given rather than the value: `...options`."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call, or the making of an object: `new X(...)`, `pkg.T{Model: "x"}`, `<Chat model="x"/>`."""

    of: Node | None
    """What it is called on: `client.chat` of `client.chat.create()`, the package of `pkg.T{}`; None for plain names."""
    name: str
    """The last name of what is called; empty where something without a name is, such as the answer of another call."""
    arguments: tuple[Argument, ...] = ()
    """In order of place."""
    makes: bool = False
    """Whether it makes an object of the class or type that is named."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A key and its value in a record."""

    key: Node
    value: Node
    name: str = ""
    """The key where it is written as a plain name, as in `{model: x}`; empty where `key` is an expression, a string
    among them."""


@dataclass(frozen=True, slots=True)
class Record:
    """Keys with values: an object, a dictionary, a map, a hash."""

    pairs: tuple[Pair, ...]
    """In order of place. `{ model }` is a pair whose value is its key."""
    spreads: tuple[Node, ...] = ()
    """What else is put into it: `...defaults`."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """Values in a row: an array, a list, a tuple."""

    values: tuple[Node, ...]
    asked: bool = False
    """Whether it is a set, which is asked what it holds."""


class Holds(Enum):
    """What a name is that a value is given to."""

    VARIABLE = auto()
    FIELD = auto()
    """Of a class or type."""
    CONSTANT = auto()
    """Of a class or type, and never another value: `static final`, `const`."""
    MEMBER = auto()
    """Of an enumeration."""
    PARAMETER = auto()
    """The value is its default."""


@dataclass(frozen=True, slots=True)
class Bind:
    """Names that are given values: a declaration, an assignment, a parameter with its default."""

    pairs: tuple[tuple[Node, Node | None], ...]
    """Each target with its value, None for one that is only declared. A target is a name, a member, an item or a
    pattern."""
    holds: Holds = Holds.VARIABLE
    annotation: Node | None = None
    """The type that it declares for them."""
    each: bool = False
    """Whether the target gets each of the value's values in turn: `for (const model of MODELS)`."""
    anew: bool = False
    """Whether a name stands for nothing else from there on, whatever it stood for before: `let` in Rust."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Names that are given parts of a value: `{ model = "x", ...rest }`, `[first]`."""

    parts: tuple[tuple[str, Node, Node | None], ...]
    """Each with the key of its part (empty where it has none), its target, and its default."""


@dataclass(frozen=True, slots=True)
class Compare:
    """Two or more expressions that are compared, none of which goes anywhere: `a === b`, `a in b`, `!a`."""

    values: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A branch that is taken where something is one of these: `case "a":`, an arm of a match."""

    values: tuple[Node, ...]
    answer: Node | None = None
    """Of a branch that is an expression, what it gives."""


@dataclass(frozen=True, slots=True)
class Either:
    """One of several expressions: `a ? b : c`, `a || b`, `a ?? b`, `if` and `switch` that give a value."""

    values: tuple[Node, ...]
    test: Node | None = None
    """What decides, and goes nowhere."""
    fallback: bool = False
    """Whether the last stands in where the others give nothing: `a || b`, `a ?? b`, `a ?: b`."""


@dataclass(frozen=True, slots=True)
class Join:
    """Texts put together in order: `a + b`."""

    values: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Through:
    """What is its one expression, as far as a model is concerned: `(a)`, `await a`, `a as T`, `a!`, `&a`."""

    value: Node


@dataclass(frozen=True, slots=True)
class Spread:
    """The items of its expression, put into what stands around it: `...a`."""

    value: Node


@dataclass(frozen=True, slots=True)
class Answer:
    """What a function gives back; None for nothing."""

    value: Node | None


@dataclass(frozen=True, slots=True)
class Function:
    """A function or method, whose names are its own."""

    name: str
    """Empty where it has none."""
    parameters: tuple[Node, ...]
    """The targets of its parameters in order: names or patterns, without their defaults and types."""
    body: Node | None = None
    """Of one that is a single expression, that; else its statements."""
    answers: bool = False
    """Whether the body is a single expression, which it gives back."""
    of: str = ""
    """The type that it is a method of, where it does not stand inside it (Go)."""
    receiver: str = ""
    """By what name it calls the object that it is a method of, where the language has no word for it (Go)."""


@dataclass(frozen=True, slots=True)
class Class:
    """A class, struct, interface, enumeration or object of its own."""

    name: str
    bases: tuple[Node, ...] = ()
    """The types that it is derived from."""
    lists: bool = False
    """Whether it is an enumeration."""
    parameters: tuple[Node, ...] = ()
    """Where the class itself says what its objects are made of, the targets of these parameters: `record Ask(String
    model)`. What takes them holds them: each is bound in it, as a parameter."""


@dataclass(frozen=True, slots=True)
class Import:
    """What a file takes from elsewhere."""

    names: tuple[tuple[str, str], ...]
    """Each name by which the file calls something, with the path of what it is: the module and, behind a `#`, what is
    taken of it: `("OpenAI", "openai#OpenAI")`, `("llm", "openai")`, `("X", "openai#default")`. A name `*` stands for
    everything of the module."""


class Where(Enum):
    """A place where a text is only told of."""

    TYPE = auto()
    """It is a type: one of the texts that there may be."""
    ALONE = auto()
    """It stands alone as a statement and does nothing."""


Shape = (
    Text | Name | Member | Item | Call | Record | Sequence | Bind | Pattern | Compare | Case | Either | Join | Through
    | Spread | Answer | Function | Class | Import | Where
)  # fmt: skip
