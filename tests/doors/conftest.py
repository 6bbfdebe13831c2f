"""A small project with ids of several states, for tests that go through a whole door."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

APP = """\
from openai import OpenAI

client = OpenAI()
client.responses.create(model="gpt-4-32k", input="Hello")
client.responses.create(model="gpt-5-4", input="Hello")
"""
CLEAN = """\
from anthropic import Anthropic

Anthropic().messages.create(model="claude-opus-4-8", messages=[])
"""
TEST = """\
MODEL = "gpt-4-32k"


def test_model():
    assert MODEL
"""


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the machine decides what a door says; the day is fixed."""
    for name in ("MODELGATE_CONFIG", "NO_COLOR", "FORCE_COLOR", "PYTEST_ADDOPTS", "PY_COLORS", "CI", "BUILD_NUMBER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MODELGATE_AS_OF", "2026-11-21")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a retired and a mistyped id in the application, a living one beside it, and a retired one in a
    test; it is the current directory."""
    root = tmp_path / "project"
    for name, text in {"app/bad.py": APP, "app/good.py": CLEAN, "tests/test_app.py": TEST}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(root)
    return root
