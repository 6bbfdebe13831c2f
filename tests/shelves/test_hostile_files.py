"""Files made to hang, crash or fool whoever reads them, in every language.

Each language reads them in a process of its own with little memory, so that one that never ends, eats all memory or
overflows the stack fails one test and says of which file.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import catalog as catalogs
from pytest_modelgate import decode, pieces
from pytest_modelgate.examine import lexicon_of
from pytest_modelgate.languages import all_languages
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver
from pytest_modelgate.values import SourceFile

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Language, Lexicon
    from pytest_modelgate.values import Span

LANGUAGES = all_languages()
CASES = Path(__file__).parent.parent / "cases"
PATIENCE = 300
"""Seconds for all files of a language, a hundred times what they take."""
DEEP = 20_000
MANY = 1_000
LONG = 2_500

READ = """\
import re, sys, traceback
from datetime import date
from pathlib import Path
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
except ImportError:
    pass
from pytest_modelgate import decode
from pytest_modelgate.config import Settings
from pytest_modelgate.examine import Examiner
from pytest_modelgate.rules import all_rules
root = Path(sys.argv[1])
settings = Settings(root=root, select=tuple(rule.code for rule in all_rules()))
examiner = Examiner(settings, date(2026, 11, 21), deep=True)

def hold(examined, lengths):
    assert examined.references or examined.notifications, "silence"
    spans = {span for reference, _ in examined.references for span in (reference.span, reference.occurrence.span)}
    for span in spans:
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column), span
        assert span.end_line <= len(lengths), span
        assert span.column <= lengths[span.line - 1] + 1, span
        assert span.end_column <= lengths[span.end_line - 1] + 1, span

for path in sorted(path for path in root.rglob("*") if path.is_file()):
    print(path.parent.name, end=": ", flush=True)
    source, _ = decode.read(path, root)
    lengths = [len(line) for line in re.split(r"\\r\\n|\\n|\\r", source.text)]
    try:
        hold(examiner.examine(path), lengths)
    except Exception:
        print(traceback.format_exc()[-800:])
    else:
        print("read", flush=True)
"""

FRAMES = {
    "astro": ("---\nconst model = ", ";\n---"),
    "csharp": ("class A { void B() { var model = ", "; } }"),
    "dockerfile": ("FROM a\nENV MODEL=", ""),
    "dotenv": ("MODEL=", ""),
    "go": ("package a\nfunc b() { model := ", " }"),
    "html": ("<script>const model = ", ";</script>"),
    "java": ("class A { void b() { var model = ", "; } }"),
    "json": ('{"model": ', "}"),
    "kotlin": ("val model = ", ""),
    "markdown": ("---\nmodel: claude-2.1\n---\n\n```python\nmodel = ", "\n```"),
    "notebook": ('{"nbformat": 4, "cells": [{"cell_type": "code", "source": ["model = ', '"]}]}'),
    "php": ("<?php $model = ", ";"),
    "rust": ("fn main() { let model = ", "; }"),
    "shell": ("MODEL=", ""),
    "sql": ("UPDATE a SET model = ", ";"),
    "svelte": ("<script>const model = ", ";</script>"),
    "terraform": ('resource "a" "b" { model = ', " }"),
    "vue": ("<script>const model = ", ";</script>"),
    "yaml": ("model: ", ""),
}
"""What stands before and behind a value in a file of each language; an assignment, where nothing is said."""


def _inputs(language: Language) -> dict[str, bytes]:
    """Every hostile file by what is hostile in it: a model's id and something hostile behind it."""
    before, behind = FRAMES.get(language.name, ("model = ", ""))
    quote = '\\"' if language.name == "notebook" else '"'

    def framed(text: str) -> str:
        return f"{before}{text}{behind}\n"

    id_ = f"{quote}claude-2.1{quote}"
    whole = framed(id_)
    texts = {
        "brackets": whole + framed("[" * DEEP + id_ + "]" * DEEP),
        "parentheses": whole + framed("(" * DEEP + id_ + ")" * DEEP),
        "braces": whole + framed(f"{{{quote}a{quote}:" * (DEEP // 5) + id_ + "}" * (DEEP // 5)),
        "braces that stay open": whole + "{" * (DEEP // 5),
        "tags": whole + "<a>" * (DEEP // 4),
        "openings": whole + "([{${$(<`" * (DEEP // 40) + id_,
        "quotes": whole + "\"'`" * (DEEP // 40) + id_,
        "a text that never ends": whole + f"{quote}claude-2.1" + " claude-2.1" * MANY,
        "operators": whole + framed(f"{id_} + " * MANY + id_),
        "ids on one line": whole + framed(f"[{f'{id_}, ' * LONG}{id_}]"),
        "documents": whole + "cat <<A\nclaude-2.1\n" * (MANY // 4),
        "pipes": whole + "a | " * (MANY // 4),
        "indentation": whole + "".join(f"{' ' * depth}- a:\n" for depth in range(300)) + " " * 600 + "- claude-2.1\n",
        "aliases": whole
        + "a0: &a0 [claude-2.1, claude-2.1]\n"
        + "".join(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 30))
        + "b: *a29\n",
        "carriage returns": whole.replace("\n", "\r") * 10 + "\r\r\n\n\r" + whole,
        "a mark": whole + "\ufeff" + whole,
        "NULs": whole + "\0" * 1000 + whole,
        "separators": whole + "\u2028\x0b\x0c\x85😀" * 500 + whole,
        "surrogates": whole + "\\ud800\\u{110000}\\U00110000\\x" + whole,
        "remarks": whole + "# modelgate: ignore[\n// modelgate: ignore[\n/* modelgate <!-- modelgate" * 300,
    }
    raw = {
        "no UTF-8": whole.encode() + b"\xff\xfe\x80\xc3" * 1000 + b"\n" + whole.encode(),
        "half of UTF-16": b"\xff\xfe" + whole.encode("utf-16-le") + b"\x00",
    }
    return {name: text.encode() for name, text in texts.items()} | raw


def _name(language: Language) -> str:
    return f"a{language.suffixes[0]}" if language.suffixes else language.names[0].replace("*", "a")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_hostile_files_are_read_or_told_in_bounded_time_and_memory(language: Language, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    for name, content in _inputs(language).items():
        assert len(content) <= decode.LIMIT, name
        (folder / name).mkdir(parents=True)
        (folder / name / _name(language)).write_bytes(content)
    with (tmp_path / "said.txt").open("w+", encoding="utf-8") as said:
        command = [sys.executable, "-c", READ, str(folder)]
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        try:
            status = process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            status = process.wait()
        said.seek(0)
        troubles = [line for line in said.read().splitlines() if not line.endswith(": read")]
    assert (troubles, status) == ([], 0)


@cache
def _lexicon() -> Lexicon:
    return lexicon_of(Resolver(catalogs.load(), all_providers()), date(2026, 11, 21), 90)


def _hold(language: Language, path: Path, text: str) -> None:
    """Reads a text in every way, and holds that all that is told of it lies within it."""
    source = SourceFile(path=path, shown=path.name, text=text, encoding="utf-8")
    lengths = [len(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    spans: list[Span] = [passage.span for passage in pieces.passages(source, language)]
    spans += [each.span for each in pieces.read(source, language, _lexicon(), True, None).occurrences]
    for span in spans:
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_line <= len(lengths)
        assert span.column <= lengths[span.line - 1] + 1
        assert span.end_column <= lengths[span.end_line - 1] + 1
    assert all(1 <= remark.line <= len(lengths) for remark in pieces.remarks(source, language))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_a_part_of_a_file_is_read_and_told_of_within_it(language: Language) -> None:
    cases = sorted(path for path in (CASES / language.name).rglob("*") if path.suffix != ".expect" and path.is_file())
    for number, case in enumerate(cases[:6]):
        text = case.read_bytes().decode("utf-8-sig", "replace")
        # Cut somewhere within, at another place in each.
        _hold(language, case, text[: len(text) * (3 + number % 5) // 9])
