"""Takes a Dockerfile apart: its variables, its commands, the files that it writes, and its comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pytest_modelgate.grammars.trees import Tree
from pytest_modelgate.languages._blanks import line_begin, masked
from pytest_modelgate.languages._commands import Word
from pytest_modelgate.languages._holding import Held, Places

if TYPE_CHECKING:
    from tree_sitter import Node

_ESCAPE = re.compile(r"(?:[ \t]*#[^\r\n]*(?:\r\n|\n|\r))*?[ \t]*#[ \t]*escape[ \t]*=[ \t]*`[ \t]*$", re.I | re.M)
_CONTINUED = r"{}[ \t]*+(?:\r\n|\n|\r)(?P<more>(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n|\n|\r))*+)"
"""What ends a line that goes on, and the lines behind it that say nothing: blank ones and comments."""
_ASIDE = re.compile(r"(?P<blank>[ \t]*+)(?P<comment>#[^\r\n]*+)?(?:\r\n|\n|\r)")
_LINE = re.compile(
    r"^[ \t]*(?:ONBUILD[ \t]+)?(?:(?P<setting>ENV|ARG)|(?P<command>RUN|CMD|ENTRYPOINT))[ \t]+(?P<rest>[^\r\n]+)",
    re.IGNORECASE | re.MULTILINE,
)
_PAIR = re.compile(r"(?<!\S)(?P<name>[^\s=\"'$]+)(?:=|[ \t]+(?!.*=))(?P<quote>[\"']?)(?P<value>[^\s\"'\\]+)(?P=quote)")
_RUNS_SHELL = re.compile(r"(?:\S*/)?(?:env[ \t]+)?(?:ba|z|k|da|a)?sh\b[^|&;]*")
_RUNS = re.compile(r"(?:\S*/)?(?:env[ \t]+)?(?P<name>python|node|ruby|php)[\d.]*\b")
_PROGRAMS = {"python": "python", "node": "javascript", "ruby": "ruby", "php": "php"}
_SUFFIX = re.compile(r"(?P<suffix>\.[A-Za-z]\w{0,9})[\"']?$")
_SETTINGS = frozenset({"", ".conf", ".cnf", ".config"})
_SWALLOWED = re.compile(r"[^\s\\`][ \t]*[\r\n]")
"""The end of a line that does not go on, within what the grammar took for one value: the next is an instruction."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Pair(NamedTuple):
    """A variable with its value."""

    name: str
    held: Held
    argument: bool
    """Whether whoever builds may give it another value."""


class Instructions:
    """What the instructions of one file hold; places are characters from its begin."""

    def __init__(self, text: str) -> None:
        self.places = Places(text)
        self.pairs: list[Pair] = []
        self.commands: list[tuple[int, int]] = []
        """What a shell runs."""
        self.arrays: list[list[Word]] = []
        """Commands that are written as lists of their words."""
        self.files: list[tuple[int, int, str]] = []
        """Texts of other languages, with the name of theirs."""
        self.comments: list[tuple[int, int]] = []
        self.labels: list[tuple[int, int]] = []
        self.broken: list[tuple[int, int]] = []
        """What is no instruction."""
        self.holes: list[tuple[int, int]] = []
        """What is left out where a line goes on."""
        self._text = text
        self._entry: list[Word] = []
        self._hollow()
        self._read()

    def _hollow(self) -> None:
        """Finds what no instruction says: comments and blank lines between its lines, and unusual signs at their ends.

        The grammar and shells take some of them for the instruction's end.
        """
        tick = _ESCAPE.match(self._text) is not None
        for found in re.finditer(_CONTINUED.format("`" if tick else r"\\"), self._text):
            if tick:
                self.holes.append((found.start(), found.start("more")))
            for aside in _ASIDE.finditer(self._text, found.start("more"), found.end("more")):
                if aside["comment"]:
                    self.comments.append(aside.span("comment"))
                self.holes.append(aside.span())

    def _read(self) -> None:
        tree = Tree(masked(self._text, [(0, len(self._text))], self.holes), "containerfile")
        for node in tree.root.children:
            self._instruction(node)

    def _instruction(self, node: Node) -> None:
        kind = node.type
        while kind in ("onbuild_instruction", "healthcheck_instruction") and node.named_child_count:
            node = node.named_children[-1]
            kind = node.type
        if kind == "comment":
            start, end = self._place(node)
            self.comments.append((start, start + len(self._text[start:end].rstrip())))
        elif kind == "ERROR":
            self._error(node)
        elif kind == "from_instruction":
            self._entry = []
        elif kind in ("env_instruction", "arg_instruction"):
            for child in node.named_children:
                self._pair(child, argument=kind == "arg_instruction")
        elif kind == "label_instruction":
            self.labels.append(self._place(node))
        elif kind in ("run_instruction", "cmd_instruction", "entrypoint_instruction"):
            self._command(node)
        elif kind in ("copy_instruction", "add_instruction"):
            self._written(node)

    def _pair(self, node: Node, *, argument: bool) -> None:
        if node.type == "ERROR":
            self._error(node)
        if node.type not in ("env_pair", "arg_pair") or node.named_child_count < 2:
            return
        first, value, *more = (child for child in node.named_children if child.type != "line_continuation")
        start, end = self._place(value)
        raw = self._text[start:end]
        if more or _SWALLOWED.search(raw):
            start, end = self._place(node)
            if _SWALLOWED.search(self._text, start, end):
                self._lines(start, end)
            return
        if value.type != "unquoted_string" and len(raw) > 1:
            start, end, raw = start + 1, end - 1, raw[1:-1]
        text = raw if value.type == "single_quoted_string" else _ESCAPED.sub(r"\1", raw)
        name = self._text[slice(*self._place(first))].strip("\"'")
        self.pairs.append(Pair(name, Held(text, start, end), argument))

    def _command(self, node: Node) -> None:
        command, blocks = None, []
        for child in node.named_children:
            if child.type == "json_string_array":
                self._array(child, node.type)
            elif child.type == "shell_command":
                command = child
            elif child.type == "heredoc_block":
                blocks.append(child)
            elif child.type == "ERROR":
                self._error(child)
        if command is None:
            return
        start, end = self._place(command)
        marker = next((child for child in command.named_children if child.type == "heredoc_marker"), None)
        if marker is None or not blocks:
            self.commands.append((start, end))
            return
        run = (self._text[start : self._place(marker)[0]] + self._text[self._place(marker)[1] : end]).strip()
        content = self._content(blocks[0])
        if content is None:
            return
        if not run:
            first = self._text[content[0] :].partition("\n")[0]
            run = first[2:].strip() if first.startswith("#!") else "sh"
        if _RUNS_SHELL.fullmatch(run):
            self.commands.append(content)
        elif program := _RUNS.match(run):
            self.files.append((*content, _PROGRAMS[program["name"]]))
        else:
            self.commands.append((start, self._place(blocks[-1])[1]))

    def _array(self, node: Node, kind: str) -> None:
        words = []
        for child in node.named_children:
            if child.type == "json_string":
                start, end = self._place(child)
                words.append(Word(_ESCAPED.sub(r"\1", self._text[start + 1 : end - 1]), start + 1, end - 1))
        if not words:
            return
        if kind == "entrypoint_instruction":
            self._entry = words
        elif kind == "cmd_instruction":
            # Words alone are given to what is run in any case.
            nameless = [Word("", words[0].start, words[0].start)] if words[0].text.startswith("-") else []
            words = [*(self._entry or nameless), *words]
        self.arrays.append(words)

    def _written(self, node: Node) -> None:
        paths = [child for child in node.named_children if child.type == "path"]
        blocks = [child for child in node.named_children if child.type == "heredoc_block"]
        if not blocks or not paths:
            return
        target = self._text[slice(*self._place(paths[-1]))]
        for path, block in zip(paths, blocks, strict=False):
            content = self._content(block)
            if content is None:
                continue
            name = self._text[slice(*self._place(path))] if target.endswith("/") else target
            suffix = _SUFFIX.search(name)
            language = suffix["suffix"].lower() if suffix else ""
            self.files.append((*content, "ini" if language in _SETTINGS else language))

    def _content(self, block: Node) -> tuple[int, int] | None:
        """Where the text of a document begins, with its line's indentation, and where it ends."""
        content = next((child for child in block.named_children if child.type == "heredoc_content"), None)
        if content is None:
            return None
        start, end = self._place(content)
        return line_begin(self._text, start), end

    def _error(self, node: Node) -> None:
        start, end = self._place(node)
        # From the line's begin, where a mistake is only told at its end.
        self._lines(line_begin(self._text, start), end)

    def _lines(self, start: int, end: int) -> None:
        """Reads lines that are no instructions, or among such, as if each stood alone."""
        last = start
        for line in _LINE.finditer(self._text, start, end):
            self.broken.append((last, line.start()))
            last = line.end()
            if line["command"]:
                self.commands.append(line.span("rest"))
                continue
            for pair in _PAIR.finditer(self._text, *line.span("rest")):
                held = Held(pair["value"], *pair.span("value"))
                self.pairs.append(Pair(pair["name"], held, line["setting"].lower() == "arg"))
        self.broken.append((last, end))

    def _place(self, node: Node) -> tuple[int, int]:
        return self.places.character(node.start_byte), self.places.character(node.end_byte)
