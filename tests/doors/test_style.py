from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "pytest_modelgate"
ROOMS = sorted(PACKAGE.rglob("*.py"))
LONGEST = 300
"""Lines with something on them: a longer room does two things, and is two rooms."""

HEAVY = {"libcst", "pathspec", "platformdirs", "rapidfuzz", "tqdm", "yaml"}

UNDOCUMENTED = '''\
"""A room."""


class Thing:
    def say(self): ...


def make(): ...
'''


def run(*words: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, input=text, capture_output=True, text=True, timeout=300, check=False
    )


def imported_by(module: str) -> set[str]:
    """The heavy libraries that a fresh process has loaded after importing a module."""
    done = run("-c", f"import sys, {module}; print(*sorted({HEAVY!r} & sys.modules.keys()))")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: str(room.relative_to(PACKAGE)))
def test_a_room_is_short(room: Path) -> None:
    lines = [line for line in room.read_text("utf-8").splitlines() if line.strip()]
    assert len(lines) <= LONGEST


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: str(room.relative_to(PACKAGE)))
def test_a_room_says_in_one_sentence_what_it_does(room: Path) -> None:
    said = ast.get_docstring(ast.parse(room.read_text("utf-8")))
    assert said is not None
    first = said.splitlines()[0]
    assert first.endswith(".")
    assert len(first) <= 120


def test_the_contracts_between_rooms_are_kept() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", ["pytest_modelgate.plugin", "pytest_modelgate.cli", "pytest_modelgate.gate"])
def test_what_every_start_imports_is_light(module: str) -> None:
    assert imported_by(module) == set()


def test_ruff_asks_for_documents_and_for_the_future() -> None:
    done = run(
        *("-m", "ruff", "check", "--no-cache", "--output-format", "concise"),
        *("--stdin-filename", str(PACKAGE / "thing.py"), "-"),
        text=UNDOCUMENTED,
    )
    found = {line.split()[1] for line in done.stdout.splitlines() if ": " in line and line.count(":") >= 3}
    assert {"D101", "D102", "D103", "I002"} <= found, done.stdout


def test_no_rule_is_silenced_for_the_package() -> None:
    done = run(
        "-m",
        "ruff",
        "check",
        "--no-cache",
        "--ignore-noqa",
        "--select",
        "D100,D101,D102,D103,D104,D106,I002",
        str(PACKAGE),
    )
    assert done.returncode == 0, done.stdout


def test_nothing_speaks_of_the_machine_it_was_written_on() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    own = {os.fsencode(str(ROOT)), os.fsencode(str(Path.home()))} - {b"/"}
    files = [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    assert files
    assert not [file for file in files for text in own if text + b"/" in file.read_bytes()]
