"""An ignore silences in the comment signs of every language, and of every language within a file."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import account, account_lines, config, gate
from pytest_modelgate.account import Spot
from pytest_modelgate.kinds import Style
from pytest_modelgate.languages import all_languages
from pytest_modelgate.rules import all_rules

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_modelgate.values import Report

TODAY = date(2026, 11, 21)
ORDER = "modelgate: ignore[retired-model] -- why"
# `@` stands for the order, with the sign of the language before it.
FILES = {
    "astro": ("Chat.astro", '---\nconst model = "gpt-4-32k"; // @\n---\n<p>Hello</p>\n'),
    "csharp": ("Chat.cs", 'class Chat { const string Model = "gpt-4-32k"; // @\n}\n'),
    "dockerfile": ("Dockerfile", "FROM python:3.13\n# @\nENV OPENAI_MODEL=gpt-4-32k\n"),
    "dotenv": (".env", "OPENAI_MODEL=gpt-4-32k  # @\n"),
    "go": ("main.go", 'package main\n\nconst model = "gpt-4-32k" // @\n'),
    "html": ("index.html", '<script>\nconst model = "gpt-4-32k"; // @\n</script>\n'),
    "ini": ("app.ini", "[openai]\n; @\nmodel = gpt-4-32k\n"),
    "java": ("Chat.java", 'class Chat { static final String MODEL = "gpt-4-32k"; // @\n}\n'),
    "javascript": ("chat.js", 'const model = "gpt-4-32k"; /* @ */\n'),
    "json": ("app.jsonc", '{"model": "gpt-4-32k"} // @\n'),
    "kotlin": ("Chat.kt", 'const val MODEL = "gpt-4-32k" // @\n'),
    "markdown": ("guide.md", '<!-- @ -->\nWrite `gpt-4-32k`.\n\n```python\nMODEL = "gpt-4-32k"  # @\n```\n'),
    "notebook": (
        "chat.ipynb",
        json.dumps(
            {
                "cells": [
                    {
                        "cell_type": "code",
                        "execution_count": None,
                        "metadata": {},
                        "outputs": [],
                        "source": ["# @\n", 'MODEL = "gpt-4-32k"\n'],
                    }
                ],
                "metadata": {},
                "nbformat": 4,
                "nbformat_minor": 5,
            },
            indent=1,
        ),
    ),
    "php": ("chat.php", '<?php\n$model = "gpt-4-32k"; // @\n'),
    "python": ("chat.py", 'MODEL = "gpt-4-32k"  # @\n'),
    "ruby": ("chat.rb", 'MODEL = "gpt-4-32k" # @\n'),
    "rust": ("main.rs", 'const MODEL: &str = "gpt-4-32k"; // @\n'),
    "shell": ("chat.sh", "export OPENAI_MODEL=gpt-4-32k # @\n"),
    "sql": ("chat.sql", "UPDATE settings SET model = 'gpt-4-32k'; -- @\n"),
    "svelte": ("Chat.svelte", '<script>\nconst model = "gpt-4-32k"; // @\n</script>\n'),
    "terraform": ("main.tf", 'variable "openai_model" {\n  default = "gpt-4-32k" # @\n}\n'),
    "toml": ("app.toml", 'model = "gpt-4-32k" # @\n'),
    "typescript": ("chat.tsx", 'const model = "gpt-4-32k"; // @\n'),
    "vue": ("Chat.vue", '<script setup lang="ts">\nconst model = "gpt-4-32k" // @\n</script>\n'),
    "yaml": (
        "workflow.yaml",
        (
            "model: gpt-4-32k # @\njobs:\n  ask:\n    steps:\n"
            "      - run: |\n          # @\n          OPENAI_MODEL=gpt-4-32k ask\n"
        ),
    ),
}
LANGUAGES = [language.name for language in all_languages()]


def report(folder: Path, name: str, text: str) -> Report:
    (folder / name).write_text(text, "utf-8")
    (folder / "modelgate.toml").write_text('gate-roles = ["runtime", "doc"]\n', "utf-8")
    settings = config.load(folder, [(rule.code, rule.name) for rule in all_rules()])
    return gate.run(settings, paths=None, today=TODAY, deep=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ignore_in_its_comments_silences(tmp_path: Path, language: str) -> None:
    name, text = FILES[language]
    silenced = report(tmp_path, name, text.replace("@", ORDER))
    assert silenced.findings == ()
    assert silenced.notifications == ()
    assert len(silenced.suppressed) == text.count("@")
    spoken = report(tmp_path, name, text.replace("@", "why"))
    assert [finding.code for finding in spoken.findings] == ["MG101"] * text.count("@")


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_with_a_mistake_is_told_where_it_stands(tmp_path: Path, language: str) -> None:
    name, text = FILES[language]
    wrong = text.replace("@", ORDER.replace("retired-model", "retired-modle"))
    told = [note for note in report(tmp_path, name, wrong).notifications if note.blocking]
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if "@" in line]
    assert [note.line for note in told] == lines
    signs = [line.strip().partition("@")[0].split('"')[-1].split()[-1] for line in text.splitlines() if "@" in line]
    assert all(f"write it as `{sign} modelgate:" in note.message for sign, note in zip(signs, told, strict=True))


ADVICE = re.compile(r"to silence it, (?P<how>end|write) .*?`(?P<order>[^`]*modelgate: [^`]*)`")


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name not in ("json", "notebook", "markdown")])
def test_what_an_account_advises_silences(tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name, text = FILES[language]
    assert report(tmp_path, name, text.replace("@", "why")).suppressed == ()
    monkeypatch.chdir(tmp_path)
    settings = config.load(tmp_path, [(rule.code, rule.name) for rule in all_rules()])
    (found, *_) = report(tmp_path, name, text.replace("@", "why")).findings
    line = found.reference.span.line
    told = account.account(Spot(path=tmp_path / name, line=line), settings, TODAY)
    advised = ADVICE.search("\n".join(account_lines.lines(told, Style())))
    assert advised is not None
    order = advised["order"].replace("until=YYYY-MM-DD", "until=2027-01-31")
    lines = text.replace("@", "why").splitlines()
    if advised["how"] == "end":
        lines[line - 1] += f"  {order}"
    else:
        lines.insert(line - 1, order)
    silenced = report(tmp_path, name, "\n".join(lines) + "\n")
    assert [suppression.reason for suppression in silenced.suppressed] == ["reason"]
    assert not [note for note in silenced.notifications if note.blocking]
