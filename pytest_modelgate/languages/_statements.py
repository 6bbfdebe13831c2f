"""Goes through the statements of SQL and tells what holds each text: a column, an argument, a comparison."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import OTHER_HOST
from pytest_modelgate.languages._askers import provider
from pytest_modelgate.languages._dialects import (
    ASSIGNING,
    CLAUSES,
    COMPARING,
    FALLING_BACK,
    FUNCTIONS,
    GIVEN,
    HOLDING,
    LISTING,
    LISTS_MODELS,
    LOOKING,
    NO_FUNCTIONS,
    PAIRS,
    PRICES,
    PROSE,
    VERTEX,
    WHERE,
    WHO,
    Asking,
)
from pytest_modelgate.languages._holding import Held
from pytest_modelgate.languages._tokens import Frame, tokens
from pytest_modelgate.terms import Context, Reach, Role
from pytest_modelgate.values import Use
from pytest_modelgate.vocabulary import names_choice, names_table

if TYPE_CHECKING:
    from pytest_modelgate.languages._holding import Holding
    from pytest_modelgate.languages._tokens import Token


_PLAIN = re.compile(r"\"([^\"\\]+)\"")
_LONGEST = 200
"""Characters of a name with dots that are heard."""
_DEEPEST = 300
"""Brackets within brackets whose meaning is told apart."""


class Statements:
    """Reads the statements of a text into what one file holds."""

    def __init__(self, holding: Holding) -> None:
        self.holding = holding
        self.open: list[Token] = []
        """Texts that never end."""
        self._frames = [Frame()]
        self._deeper = 0
        self._past: list[Token] = []
        self._chain = ""
        self._begin()

    def _begin(self) -> None:
        """A new statement."""
        self._verb = self._object = self._table = ""
        self._columns: list[str] = []
        self._rows = 0

    def read(self) -> None:
        """Goes through all tokens."""
        for token in tokens(self.holding.source.text):
            kind = token.kind
            if kind == "comment":
                self.holding.comment(token.start, token.end)
                continue
            if kind in ("text", "either"):
                self._text(token)
            elif kind == "sign":
                self._sign(token)
            elif kind == "open":
                self.open.append(token)
            else:
                self._word(token)
            self._past.append(token)
            if len(self._past) > 8:
                del self._past[:4]
        while self._frames:
            self._close()

    def _word(self, token: Token) -> None:
        frame = self._frames[-1]
        word = token.text.lower()
        if frame.kind == "columns":
            self._columns.append(word)
            return
        if word == "go" and len(self._frames) == 1:
            self._end()
            return
        frame.item = frame.item or word.lstrip("@:")
        if self._last() == ".":
            self._chain = f"{self._chain}{word}"[-_LONGEST:]
            if self._last(3) in ("into", "update", "table", "exists", "from"):
                self._table = word
            return
        self._chain = word
        if token.kind == "name":
            word = ""
        if not self._verb:
            self._verb = word
        elif self._verb in ("create", "replace") and not self._object:
            if word in ("model", "table", "function", "procedure", "type", "view", "external", "task"):
                self._object = word
        elif self._verb in ("comment", "security") and word == "is":
            self._verb = "said"
        if self._last() in ("into", "update", "table", "exists", "only") or (
            self._last() in ("type", "function", "procedure", "model") and self._verb == "create"
        ):
            self._table = token.text.lower()
        if word in CLAUSES:
            frame.clause = word
            if word in ("select", "set", "values", "declare", "let"):
                frame.place, frame.item = 0, ""
        elif word == "as" and self._past and self._past[-1].kind in ("text", "either"):
            frame.before = ""

    def _sign(self, token: Token) -> None:
        sign = token.text
        frame = self._frames[-1]
        if sign == ".":
            self._chain = f"{self._chain}."[-_LONGEST:]
        elif sign == ",":
            if not self._deeper:
                frame.place += 1
                frame.item = ""
        elif sign in ("(", "{{") or sign[0] == "[":
            self._open(sign)
        elif sign in (")", "}}") or sign[0] == "]":
            for _ in range(len(sign) if sign[0] == "]" else 1):
                if self._deeper:
                    self._deeper -= 1
                elif len(self._frames) > 1:
                    self._close()
        elif sign == ";" and len(self._frames) <= 2:
            self._end()

    def _end(self) -> None:
        while self._frames:
            self._close()
        self._frames = [Frame()]
        self._deeper = 0
        self._begin()

    def _open(self, sign: str) -> None:
        if self._deeper or len(self._frames) > _DEEPEST:
            self._deeper += len(sign) if sign[0] == "[" else 1
            return
        frame = self._frames[-1]
        kind, function, names = "group", "", frame.names
        last = self._last()
        chained = bool(self._past) and self._past[-1].kind in ("word", "name")
        if sign == "{{":
            kind = "options"
        elif sign[0] == "[":
            kind = frame.kind if frame.kind in ("in", "call") else "list"
            names = names or ((frame.item,) if frame.item else ())
            self._frames += [Frame("list", "", names) for _ in sign[1:]]
        elif last in LISTING or (frame.kind == "in" and not chained) or (frame.kind == "in" and last == "unnest"):
            kind = "in"
        elif last == "values" or (last == "," and self._rows and len(self._frames) == 1 and frame.clause == "values"):
            kind = "row"
            self._rows += 1
        elif self._verb in ("insert", "replace", "merge") and frame.clause == "into" and chained and not self._columns:
            kind = "columns"
        elif last in HOLDING:
            kind = "options"
        elif last == "enum":
            kind, names = "enum", (frame.item or self._table, self._table)
        elif self._object == "table" and len(self._frames) == 1 and frame.clause != "as":
            kind = "definition"
        elif self._object in ("function", "procedure") and len(self._frames) == 1 and not frame.clause:
            kind = "parameters"
        elif chained and last not in NO_FUNCTIONS:
            kind, function = "call", self._chain
            names = self._target(self._past[: -1 - 2 * function.count(".")]) or names
        self._frames.append(Frame(kind, function, names))
        if kind == "call" and frame.kind == "options":
            # Templates give settings so: `{{ config(model='x') }}`.
            self._frames[-1].clause = "set"

    def _close(self) -> None:
        frame = self._frames.pop()
        surface = next((to for name, text in frame.said.items() if WHO.search(name) and (to := provider(text))), None)
        addresses = (self.holding.surface_at(text) for name, text in frame.said.items() if WHERE.search(name))
        surface = next((at for at in addresses if at and at != OTHER_HOST), surface)
        sent = {"": surface} if surface else None
        listed = frame.kind == "row" and self._lists()
        for held, names, reach in frame.held:
            role = Role.CATALOGUE if listed and not any(map(names_choice, names[:1])) else None
            self.holding.setting(held, names or ("",), reach, sent=sent, role=role)

    def _lists(self) -> bool:
        """Whether the rows that are put into a table say what models there are and cost."""
        table = self._table
        return names_table(table) or bool(LISTS_MODELS.search(table)) or any(map(PRICES.search, self._columns))

    def _text(self, token: Token) -> None:
        frame = self._frames[-1]
        last = self._last()
        if frame.kind == "columns":
            self._columns.append(token.text.lower())
            return
        if token.kind == "either" and self._is_name(last):
            self._word(token._replace(kind="name"))
            return
        held = self._held(token)
        names = self._names(last, frame)
        if frame.kind == "call" and last in ("(", ",", "=>", ":=", "[", ":", "value"):
            self._argument(held, last, frame)
        elif last in ("=>", ":=") or (last in ("=", "to") and self._assigns(frame)):
            self._given(held, names, Reach.DEFAULT if frame.kind == "parameters" else Reach.FIELD, frame)
        elif last == "=" or last in COMPARING or frame.kind == "in" or last == "when":
            self._compared(held, last)
        elif last == "default":
            self._given(held, (self._before_default(), frame.item, self._table), Reach.DEFAULT, frame)
        elif frame.kind == "row" or (self._columns and frame.clause == "select" and self._verb == "insert"):
            column = self._columns[frame.place] if frame.place < len(self._columns) else ""
            self._given(held, (column, self._table), Reach.FIELD, frame)
        elif frame.kind == "enum":
            self.holding.value(held, frame.names, Reach.COLLECTION, role=Role.CATALOGUE)
        elif self._verb != "said":
            self._given(held, names, Reach.COLLECTION if frame.kind == "list" else Reach.OTHER, frame)
        frame.before = token.text

    def _is_name(self, last: str) -> bool:
        """Whether what stands in double quotes names a column or table, which in some dialects may be a text."""
        frame = self._frames[-1]
        if frame.kind in ("definition", "parameters") and last in ("(", ","):
            return True
        return last in ("", ".", "into", "update", "from", "table", "exists", "join", "as", "column", "on", "by") or (
            frame.clause in ("set", "select") and last in ("set", ",", "select") and frame.kind == ""
        )

    def _held(self, token: Token) -> Held:
        text, start, end = token.text, token.start, token.end
        if plain := _PLAIN.fullmatch(text):
            return Held(plain[1], start + 1, end - 1)
        return Held(text.replace("''", "'"), start, end)

    def _names(self, last: str, frame: Frame) -> tuple[str, ...]:
        if last in ("=", "to", "=>", ":=", ":"):
            return (*self._target(self._past), *frame.names)
        return frame.names or ((frame.item,) if frame.kind in ("options", "definition", "list") else ())

    def _target(self, past: list[Token]) -> tuple[str, ...]:
        """What is given a value, where an equals sign is the last of these tokens."""
        if len(past) < 2 or past[-1].text.lower() not in ("=", "to", "=>", ":=", ":"):
            return ()
        name = past[-2].text.lower().lstrip("@:")
        if name == ")":
            # A type with its size stands between: `@model VARCHAR(50) = 'x'`.
            return (self._frames[-1].item,)
        # `model text := 'x'`
        return (self._frames[-1].item, name) if past[-1].text == ":=" else (name,)

    def _assigns(self, frame: Frame) -> bool:
        return frame.kind in ("options", "parameters") or frame.clause in ASSIGNING

    def _before_default(self) -> str:
        words = [token.text.lower() for token in self._past[-4:]]
        if "set" in words[1:]:
            return words[words.index("set", 1) - 1]
        return words[words.index("column") + 1] if "column" in words[:-1] else ""

    def _given(self, held: Held, names: tuple[str, ...], reach: Reach, frame: Frame) -> None:
        names = tuple(name for name in names if name)
        if names[:1] and names[0] in PROSE:
            return
        if names:
            frame.said.setdefault(names[0], held.text)
        if frame.kind == "options" and self._object == "model" and names[:1] == ("endpoint",):
            self._asked(held, VERTEX, "CREATE MODEL")
        else:
            frame.held.append((held, names, reach))

    def _compared(self, held: Held, last: str) -> None:
        begin = held.text.rstrip("%*")
        prefix = begin != held.text
        if last in ("like", "ilike") and prefix and not begin.startswith("%"):
            held = Held(begin, held.start, held.end - (len(held.text) - len(begin)))
        reach = Reach.PREFIX_CHECK if prefix else Reach.COMPARISON
        self.holding.value(held, (), reach, role=Role.CATALOGUE)

    def _argument(self, held: Held, last: str, frame: Frame) -> None:
        name = frame.function.rpartition(".")[2]
        target = self._target(self._past)
        asking = FUNCTIONS.get(frame.function)
        if asking and (target[:1] in tuple((each,) for each in GIVEN) if target else frame.place == 0):
            self._asked(held, asking, frame.function)
        elif target[:1] == ("endpoint",) and frame.function.startswith("ai."):
            self._asked(held, VERTEX, frame.function)
        elif name in LOOKING:
            reach = Reach.PREFIX_CHECK if name.startswith("start") else Reach.COMPARISON
            self.holding.value(held, (), reach, role=Role.CATALOGUE)
        elif name in FALLING_BACK:
            self._given(held, frame.names, Reach.DEFAULT, frame)
        elif name in PAIRS and (frame.place % 2 or last in (":", "value")):
            self._given(held, (frame.before.lower(),), Reach.DICT_VALUE, frame)
        elif name.startswith("json") and name.endswith("_set") and frame.place == 2:
            self._given(held, (frame.before.strip("{}$.").lower(),), Reach.DICT_VALUE, frame)
        elif target:
            self._given(held, target, Reach.CALL_ARGUMENT, frame)
        else:
            frame.held.append((held, (), Reach.CALL_ARGUMENT))

    def _asked(self, held: Held, asking: Asking, call: str) -> None:
        if "://" in held.text:
            self.holding.value(held, (), Reach.CALL_ARGUMENT)
            return
        line = self.holding.places.span(held.start, held.start).line
        dynamic = "{" in held.text or "$" in held.text
        self.holding.value(
            held,
            ("model",),
            Reach.CALL_ARGUMENT,
            context=None if dynamic else Context.CALL,
            surfaces=(asking.surface,),
            use=None if dynamic else Use(call=call, line=line, surfaces=(asking.surface,), endpoint=asking.endpoint),
        )

    def _last(self, back: int = 1) -> str:
        return self._past[-back].text.lower() if len(self._past) >= back else ""
