"""Every known call is told of on its own line, with what it is given, however the code around it is laid out."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pytest_modelgate import catalog as catalogs
from pytest_modelgate import examine
from pytest_modelgate.languages.python.extraction import extract
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver
from pytest_modelgate.values import Extraction, SourceFile

LEXICON = examine.lexicon_of(Resolver(catalogs.load(), all_providers()), date(2026, 11, 21), 90)
CALL = "client.{}.create({}model=pick_{}(1, {}){})"
ENDPOINTS = ("responses", "embeddings", "chat.completions")
AROUND = st.sampled_from(
    (
        "{0}",
        "x = {0}",
        "note(f'{{1!r}} é😀 {{y}}', {0})",
        "@wrap({0})\ndef inner(a={0}): ...",
        "def inner():\n    '''Prose.'''\n    # pick()\n    return [{0} for each in y]",
        "class A(make({0}), key={0}):\n    field: int = {0}",
        "async def inner():\n\tawait {0}; {0}",
        "if {0}:\n    pass\nelse:\n    {0}",
        "x = {{'a': {0}, **{0}}}[{0}]",
        "x = (lambda a={0}: {0})(\n    1,\n    # between\n    {0},\n)",
        "with {0} as a, {0}:\n    print(a)",
        "try:\n    {0}\nfinally:\n    del y[{0}]",
        "\f\nx = '''\n''' + str({0}) + \"\"\"\n\n\"\"\"; y = {0}",
        "match {0}:\n    case 1 if {0}:\n        {0}",
        "x = {0}.output[{0}](\n{0})",
    )
)
BETWEEN = st.sampled_from(("", "\n", " # why (\n    ", "\\\n", "\n\n\t"))


@st.composite
def sources(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Code with known calls, each given what a function of its own answers, and the names of these in order."""
    names: list[str] = []

    def call(depth: int = 0) -> str:
        names.append(f"pick_{len(names)}")
        number = len(names) - 1
        inner = call(depth + 1) if depth < 2 and draw(st.integers(0, 3)) == 0 else "2"
        return CALL.format(draw(st.sampled_from(ENDPOINTS)), draw(BETWEEN), number, inner, draw(BETWEEN))

    lines = ["from openai import OpenAI", "client = OpenAI()"]
    for around in draw(st.lists(AROUND, min_size=1, max_size=4)):
        pieces = around.split("{0}")
        lines.append("".join(piece + (call() if index < len(pieces) - 1 else "") for index, piece in enumerate(pieces)))
    text = "\n".join(lines).replace("{{", "{").replace("}}", "}") + "\n"
    return text, names


def read(text: str) -> Extraction:
    return extract(SourceFile(path=Path("app.py"), shown="app.py", text=text, encoding="utf-8"), LEXICON, True)


@given(sources())
def test_each_call_is_told_of_once_where_it_stands(drawn: tuple[str, list[str]]) -> None:
    text, names = drawn
    extraction = read(text)
    assert not extraction.notifications
    found = extraction.occurrences
    assert Counter(each.text.partition("(")[0] for each in found) == Counter(names)
    offsets = [0]
    for line in text.split("\n"):
        offsets.append(offsets[-1] + len(line) + 1)
    for each in found:
        start = offsets[each.span.line - 1] + each.span.column - 1
        end = offsets[each.span.end_line - 1] + each.span.end_column - 1
        assert text[start:end] == each.text
        (use,) = each.uses
        called = text.rindex(use.call, 0, start)
        assert text.count("\n", 0, called) + 1 == use.line
        assert use.call == f"client.{use.endpoint}.create"
        assert "(" not in text[called + len(use.call) + 1 : start].split("model=")[0].replace("why (", "")
        assert use.argument == (None if use.line == each.span.line else each.span.line)
