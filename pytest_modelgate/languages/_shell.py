"""Goes through the commands of a text in the language of POSIX shells, at any depth without recursion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pytest_modelgate.grammars.trees import Tree, UnparsedError
from pytest_modelgate.languages._blanks import line_begin, masked
from pytest_modelgate.languages._commands import Asked, Commands, Word, assignments, called, prints
from pytest_modelgate.languages._holding import Held
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.vocabulary import names_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tree_sitter import Node

    from pytest_modelgate.languages._holding import Holding

_KEYWORD = re.compile(r"[(,]\s*(?P<name>\w{1,80})\s*=\s*(?P<quote>[\"'])(?P<value>[^\"'\s]+)(?P=quote)")
"""An argument of a call in the program that a script holds."""
_DEFAULT = re.compile(r"\$\{(?P<name>\w+):?[-=](?P<quote>[\"']?)(?P<value>[^{}\"'$`\n]+)(?P=quote)\}")
_KEYED = re.compile(r"\[(?P<mark>[\"']?)(?P<key>[^\]\"']+)(?P=mark)\]=(?P<quote>[\"']?)(?P<value>.*?)(?P=quote)")
_WORD = re.compile(r"(?<![^\s\"'=])[\w./:@-]+(?=[\"'\s]|$)", re.MULTILINE)
_QUOTED = re.compile(r"'[^']*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
_LINE = re.compile(r"[^\r\n]+")
_SAID = re.compile(r"\s*(?:RUN\s+)?(?:#|echo\b|printf?\b|log)")
_TELLS = re.compile(r"usage|help|list|show|print|log|banner|info")
_WRITTEN = re.compile(r"[1&]?>(?!>?&?\s*[\"']?(?:\d|/dev/(?:null|stderr|tty|stdout)))")
_WORDS = frozenset(
    "command_name word string raw_string concatenation number expansion simple_expansion ansi_c_string"
    " translated_string variable_assignment command_substitution".split()
)
_TEXTS = frozenset("word string raw_string concatenation extglob_pattern number regex".split())
_LEAVES = frozenset(
    "comment word raw_string ansi_c_string string_content heredoc_content extglob_pattern number regex".split()
)
_WHOLE = frozenset("string heredoc_body concatenation expansion command_name test_operator".split())
_SMALL = 400
_PIPED = re.compile(r"\|\s+")
_PIPES = 4000
"""Commands that may be joined to one."""


class _Frame(NamedTuple):
    """What is around a node."""

    kept: bool = False
    """Whether anything reads what commands print there."""
    prose: bool = False
    """Whether what is written there is only shown to people."""
    compared: bool = False
    names: tuple[str, ...] = ()
    asked: Asked = Asked()
    failed: bool = False


class Shell:
    """Reads commands into what one file holds."""

    def __init__(self, holding: Holding) -> None:
        self.holding = holding
        self.commands = Commands(holding)
        self.failed: list[tuple[int, int]] = []
        """Where the grammar lost its way."""
        self._text = holding.source.text
        self._budget = 8 * len(self._text) + 100_000

    def read(self, ranges: Iterable[tuple[int, int]] | None = None, holes: Sequence[tuple[int, int]] = ()) -> None:
        """Reads the whole text, or the ranges of it that are commands; then what commands run as commands.

        What stands in `holes`, which are in order, is left out.
        """
        self._go(_tree(self._text if ranges is None else masked(self._text, ranges, holes)))
        if nested := self.commands.nested:
            self.commands.nested = []
            self._go(_tree(masked(self._text, nested, holes)))
            self.commands.nested = []
        settings = self.commands.settings
        sent = self.holding.sent((names[0], held.text) for held, names in settings)
        for held, names in settings:
            self.holding.setting(held, names, sent=sent)

    def unread(self) -> Iterator[Held]:
        """Words that may well be ids, where the grammar lost its way."""
        for start, end in self.failed:
            if not self.holding.lexicon.stems.within(self._text[start:end]):
                continue
            # What stands before it on its line may tell that it is only said.
            for line in _LINE.finditer(self._text, line_begin(self._text, start), end):
                if _SAID.match(line[0]):
                    continue
                for word in _WORD.finditer(self._text, max(start, line.start()), line.end()):
                    yield Held(word[0], *word.span())

    def _go(self, tree: Tree) -> None:
        cursor = tree.root.walk()
        frames = [_Frame()]
        while True:
            node = cursor.node
            below = self._enter(node, frames[-1]) if node is not None else None
            if below is not None and cursor.goto_first_child():
                frames.append(below)
                continue
            while not cursor.goto_next_sibling():
                if not cursor.goto_parent():
                    return
                frames.pop()

    def _enter(self, node: Node, frame: _Frame) -> _Frame | None:
        """Reads a node; what is around those below it, or None where nothing below it matters."""
        kind = node.type
        if kind == "comment":
            self.holding.comment(*self._place(node))
            return None
        if kind == "command":
            return self._command(node, frame)
        if kind == "variable_assignment":
            return self._assignment(node, frame)
        if kind in ("pipeline", "redirected_statement"):
            return self._joined(node, frame)
        if kind in ("command_substitution", "process_substitution"):
            return frame._replace(kept=True, prose=False, compared=False)
        if kind == "function_definition":
            name = node.child_by_field_name("name")
            tells = name is not None and bool(_TELLS.search(self._cut(name)[:_SMALL].lower()))
            return frame._replace(kept=not tells)
        if kind == "test_command":
            return frame._replace(compared=True)
        if kind == "case_item":
            for child in node.children:
                if child.type == ")":
                    break
                self._compared(child)
            return frame
        if kind == "for_statement":
            self._gone_through(node)
            return frame
        if kind == "expansion" and not frame.prose:
            self._default(node, frame)
        elif kind in ("heredoc_body", "herestring_redirect"):
            self._document(node, frame)
        elif kind == "ERROR" and not frame.failed:
            self.failed.append(self._place(node))
            return frame._replace(failed=True)
        elif frame.compared and kind in _TEXTS:
            self._compared(node)
        return frame

    def _command(self, node: Node, frame: _Frame) -> _Frame:
        words = self._words(node)
        asked = self.commands.asked(words) or frame.asked
        self.commands.command(words, asked, kept=frame.kept)
        name, _ = called(words)
        return frame._replace(prose=prints(name) and not frame.kept, compared=False, names=(), asked=asked)

    def _joined(self, node: Node, frame: _Frame) -> _Frame:
        """Commands of which one is given what another prints, or what stands in the script."""
        asked = frame.asked
        kept = frame.kept or node.type == "pipeline"
        shown = False
        for child in self._parts(node):
            if child.type == "command":
                words = self._words(child)
                asked = self.commands.asked(words) or asked
                shown = shown or called(words)[0] in ("cat", "echo", "printf")
            elif child.type == "pipeline":
                kept = True
            elif child.type == "file_redirect":
                start = self._place(child)[0]
                kept = kept or bool(_WRITTEN.match(self._text[start : start + _SMALL]))
        return frame._replace(kept=kept, prose=frame.prose or (shown and not kept), asked=asked)

    def _parts(self, node: Node) -> Iterator[Node]:
        for child in node.children:
            yield child
            if child.type in ("heredoc_redirect", "redirected_statement"):
                for part in child.children:
                    yield part
                    if part.type == "pipeline":
                        yield from part.children

    def _assignment(self, node: Node, frame: _Frame) -> _Frame:
        name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        if name is None or value is None:
            return frame
        own = self._cut(name)[:_SMALL]
        subscript = name.child_by_field_name("index") if name.type == "subscript" else None
        names: tuple[str, ...] = (own,)
        if subscript is not None:
            array = own.partition("[")[0]
            key = self._inner(subscript)
            self.holding.value(Held(*key), (array,), Reach.DICT_VALUE, role=Role.CATALOGUE)
            names = (key.text, array)
        if value.type == "array":
            self._array(value, own)
        elif value.type in _TEXTS and self._afford(value):
            held = self._inner(value)
            if "$(" not in held.text and "`" not in held.text:
                self.commands.settings.append((Held(*held), names))
        return frame._replace(names=names)

    def _array(self, node: Node, name: str) -> None:
        role = Role.CATALOGUE if names_table(name) else None
        for child in node.children:
            if child.type not in _TEXTS or not self._afford(child):
                continue
            start, end = self._place(child)
            if child.type == "concatenation" and (keyed := _KEYED.fullmatch(self._text, start, end)):
                key = Held(keyed["key"], *keyed.span("key"))
                self.holding.value(key, (name,), Reach.DICT_VALUE, role=Role.CATALOGUE)
                value = Held(keyed["value"], *keyed.span("value"))
                self.holding.value(value, (keyed["key"], name), Reach.DICT_VALUE, role=role)
            else:
                self.holding.value(Held(*self._inner(child)), (name,), Reach.COLLECTION, role=role)

    def _gone_through(self, node: Node) -> None:
        variable = node.child_by_field_name("variable")
        names = () if variable is None else (self._cut(variable)[:_SMALL],)
        for child in node.children_by_field_name("value"):
            if child.type in _TEXTS and self._afford(child):
                self.holding.value(Held(*self._inner(child)), names, Reach.COLLECTION)

    def _default(self, node: Node, frame: _Frame) -> None:
        start, _ = self._place(node)
        if found := _DEFAULT.match(self._text, start):
            reach = Reach.DEFAULT if found["name"].isdigit() else Reach.ENVIRONMENT_DEFAULT
            held = Held(found["value"], *found.span("value"))
            self.holding.value(held, (found["name"], *frame.names), reach)

    def _document(self, node: Node, frame: _Frame) -> None:
        """What a script writes or sends, as it stands in it."""
        if not self._afford(node):
            return
        start, end = self._place(node)
        if frame.prose:
            self.holding.comment(start, end)
            return
        self.commands.sent(start, end, frame.asked)
        for found in _KEYWORD.finditer(self._text, start, end):
            self.holding.value(Held(found["value"], *found.span("value")), (found["name"],), Reach.CALL_ARGUMENT)
        self.commands.settings += [(held, (name,)) for name, held in assignments(self._text, start, end)]

    def _compared(self, node: Node) -> None:
        if node.type in _TEXTS and self._afford(node):
            self.commands.compared(self._inner(node))

    def _words(self, node: Node) -> list[Word]:
        words = []
        for child in node.children:
            if child.type == "variable_assignment" or child.type not in _WORDS:
                continue
            start, _ = self._place(child)
            words.append(self._inner(child) if self._afford(child) else Word("", start, start))
        return words

    def _afford(self, node: Node) -> bool:
        """Whether a text may be read that others are inside of, as often as this happens."""
        if node.child_count == 0 or node.end_byte - node.start_byte <= _SMALL:
            return True
        self._budget -= node.end_byte - node.start_byte
        return self._budget > 0

    def _inner(self, node: Node) -> Word:
        """A word without the quotes around it."""
        start, end = self._place(node)
        text = self._text[start:end]
        if text[:1] == "$" and text[1:2] in ("'", '"'):
            start, text = start + 1, text[1:]
        if _QUOTED.fullmatch(text):
            start, end, text = start + 1, end - 1, text[1:-1]
        return Word(text, start, end)

    def _cut(self, node: Node) -> str:
        start, end = self._place(node)
        return self._text[start:end]

    def _place(self, node: Node) -> tuple[int, int]:
        character = self.holding.places.character
        return character(node.start_byte), character(node.end_byte)


def _tree(text: str) -> Tree:
    joined = _PIPED.sub("|", text) if "|" in text else ""
    if any(line.count("|") > _PIPES for line in joined.splitlines()):
        # The grammar takes a time that grows with the square of the commands that are joined and never end.
        raise UnparsedError
    # With characters that are none, the grammar takes time that grows with the square of the text.
    return Tree(text.replace("\0", " "), "bash")


def places(text: str) -> Iterator[tuple[int, int, bool]]:
    """The bytes from and up to which each word, text and comment stands, and whether it is a comment."""
    cursor = _tree(text).root.walk()
    failed = 0
    while True:
        node = cursor.node
        if node is not None and node.type == "ERROR" and node.end_byte > failed:
            failed = node.end_byte
            yield node.start_byte, node.end_byte, False
        kind = "" if node is None else node.type
        small = node is not None and node.end_byte - node.start_byte <= _SMALL
        whole = kind in _LEAVES or (kind in _WHOLE and small)
        if node is not None and whole:
            yield node.start_byte, node.end_byte, kind == "comment"
        if not whole and cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return
