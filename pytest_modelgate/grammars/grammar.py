"""How a language of code is described to the engine that reads it: what its nodes say, and what its functions do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.shapes import Shape

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.syntax import Syntax

Look = Callable[["Syntax", "Node"], Shape | None]
"""What a node of the tree says; None where a node of that type says nothing after all."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grammar:
    """One language. What is not described is no harm: what stands in it is read, and is a reference of reach `other`.

    `code.language` makes a `kinds.Language` of it.

    The engine climbs from a string to what holds it. Each parent is asked for its shape; a node whose type is in
    `through` or `shapes` lets the climb go on, and any other ends it. So every node between an expression and what
    takes it (argument lists, the wrappers of arguments, lists of expressions) must be in `through`, unless a shape
    already names the expression below it as its own.
    """

    tree: str
    """The grammar of tree-sitter, as `trees.Tree` takes it: `go`, `typescript/tsx`."""
    framework: str
    """The language whose packages it calls, as `kinds.Framework.language` names it."""
    shapes: Mapping[str, Look]
    """What the nodes of each type say. The functions look at a node's own fields and children, and never climb."""
    strings: tuple[str, ...]
    """The types of nodes whose shape is `Text`."""
    constants: tuple[str, ...] = ()
    """The types of other nodes whose shape may be `Text`: those that name constants of packages, `ChatModel.GPT_4O`.
    What their names tell is an id where there is one."""
    names: tuple[str, ...] = ("identifier",)
    """The types of leaves that are names: those of variables, members, keys, types and fields."""
    comments: tuple[str, ...] = ("comment",)
    through: frozenset[str] = frozenset()
    """The types of nodes that only stand between an expression and what takes it: `arguments`, `expression_list`."""
    own: frozenset[str] = frozenset({"this"})
    """The words for the object that a method is called on, besides `Function.receiver`."""
    options: bool = False
    """Whether a record that is given as an argument holds arguments by name, as in JavaScript and PHP."""
    environments: frozenset[str] = frozenset()
    """Mappings whose members are variables of the environment, dotted: `process.env`."""
    lookups: frozenset[str] = frozenset()
    """Functions that read the variable of the environment that is their first argument, dotted as the file spells them
    or by their last name, besides `vocabulary.ENVIRONMENT`; a further argument is what they answer with without it."""
    defaulting: frozenset[str] = frozenset()
    """Functions, by their last name, that answer with their last argument where there is nothing else."""
    passing: frozenset[str] = frozenset()
    """Functions, by their last name, that answer with their first argument, or what they are called on, as far as an
    id is concerned: `String`, `trim`, `to_string`, `freeze`."""
    joining: frozenset[str] = frozenset()
    """Functions that put texts together, dotted or by their last name: `concat`, `fmt.Sprintf`."""
    mentions: frozenset[str] = frozenset()
    """Functions that only say what they are given, dotted or by their last name: `console.log`, `t.Fatalf`."""
    matching: frozenset[str] = frozenset()
    """Functions that look for a text in another, dotted or by their last name: `startsWith`, `strings.HasPrefix`."""
    comparing: frozenset[str] = frozenset()
    """Functions that compare, dotted or by their last name: `equals`, `toBe`."""
    listing: frozenset[str] = frozenset()
    """Functions whose argument lists what there is, dotted or by their last name: `Set`, `z.enum`."""
    options_of_commands: frozenset[str] = frozenset()
    """Functions that declare an option of a command, dotted or by their last name."""
    options_answer: bool = False
    """Whether such a function answers with the option's value, whose default is its last argument but one."""
    encoding: frozenset[str] = frozenset()
    """Functions that write their first argument as the body of a request, dotted: `JSON.stringify`."""
    quoted: bool = False
    """Whether imports name their modules in quotes."""
    implied: tuple[str, ...] = ()
    """The types of imports whose shapes tell names that the file does not spell: `import "example.com/go-pkg"`."""
    whole: tuple[str, ...] = ()
    """The types of imports whose shapes may take everything of a module, under the name `*`."""
    importing: frozenset[str] = frozenset()
    """Functions, by their plain name, that answer with the module that their first argument names: `require`."""
    constructors: frozenset[str] = frozenset({"constructor"})
    """What a class calls the function that makes its objects; its own name counts always."""
    makers: frozenset[str] = frozenset()
    """Names by which a class itself makes an object, or what builds one: `new` in Rust and Ruby, where `X.new(...)`
    makes an `X`, `builder` and `Builder` in Java."""
    fluent: bool = False
    """Whether methods give objects more, chained to what makes them or called later, as assignments to their members do
    in any language: `X.builder().model("m").build()`, `request.setModel("m")`."""
    bare: bool = False
    """Whether a function is called by its name alone, so that a plain name may be what one answers with."""
    sigil: str = ""
    """What begins the names of variables that all methods of an object share: `@` in Ruby. Methods that read them go
    without it."""
    namespaces: str | None = None
    """The type of nodes that spell out the namespace of a name: `Foo\\Bar` of `Foo\\Bar\\Client`."""
    dollar: bool = False
    """Whether a dollar sign stands before the names of variables and is no part of them, as in PHP."""
    unquoted: str = ""
    """Matches lists of texts that stand without quotes: `%w[gpt-4 gpt-4o]`."""
    functional: bool = False
    """Whether calls that are arguments may be options with a name: `New(WithModel("m"))`."""
    tests: frozenset[str] = frozenset()
    """Names of the modules and classes that hold tests beside what they test: `mod tests` in Rust."""
    mended: Callable[[bytes], bytes] | None = None
    """What the grammar is given in place of a text, where it cannot read what the language allows: as many bytes, each
    of what is read in its place."""
    documents: bool = False
    """Whether strings that are documents of JSON are read by the keys in them: `"{\\"model\\": \\"m\\"}"`."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """Further grammars by the endings of file names, where they have their own: `.tsx` with `typescript/tsx`."""
    declaring: tuple[str, ...] = ()
    """How files are called at their end that only declare what other files hold, and so ask nobody: `.d.ts`."""
