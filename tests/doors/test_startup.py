from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ["libcst", "yaml", "httpx", "rapidfuzz", "pathspec", "tqdm", "platformdirs", "pytest_modelgate.gate"]
WORKER = f"""\
import sys


def test_worker():
    assert not set({HEAVY!r}) & set(sys.modules)
"""


def loaded(project: Path, *words: str) -> set[str]:
    """The modules that are loaded when a run of pytest has ended."""
    program = (
        "import json, sys, pytest\n"
        "code = pytest.main(sys.argv[1:])\n"
        "print(json.dumps([int(code), sorted(sys.modules)]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "-p", "modelgate", "-q", *words, "tests"],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    code, modules = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stdout
    return set(modules)


@pytest.fixture(autouse=True)
def no_other_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


def test_without_the_flag_a_run_of_pytest_loads_next_to_nothing(project: Path) -> None:
    modules = loaded(project)
    assert not modules & set(HEAVY)
    assert {name for name in modules if name.startswith("pytest_modelgate")} == {
        "pytest_modelgate",
        "pytest_modelgate.plugin",
    }


def test_with_the_flag_the_gate_is_loaded(project: Path) -> None:
    assert "pytest_modelgate.gate" in loaded(project, "--modelgate")


def test_workers_load_neither_the_gate_nor_a_parser(project: Path) -> None:
    (project / "tests" / "test_app.py").write_text(WORKER)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "modelgate", "-p", "xdist", "-n2", "--modelgate", "tests"],
        cwd=project,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()


def check(project: Path, name: str) -> set[str]:
    """The modules that are loaded when the command has judged one file."""
    program = (
        "import json, sys\n"
        "from pytest_modelgate.cli import main\n"
        "main(['check', '--quiet', '--force-exclude', *sys.argv[1:]])\n"
        "print(json.dumps(sorted(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, name],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_a_file_without_ids_costs_no_parser_and_no_other_format(project: Path) -> None:
    (project / "plain.py").write_text("x = 1\n")
    modules = check(project, "plain.py")
    heavy = {"libcst", "yaml", "httpx", "rapidfuzz", "pathspec", "tree_sitter", "dotenv", "jinja2", "icalendar"}
    assert not modules & heavy
    rooms = (
        "languages._markdown",
        "languages.python.extraction",
        "languages._toml",
        "grammars.shapes",
        "formats._page",
    )
    assert not modules & {f"pytest_modelgate.{room}" for room in rooms}


def test_a_language_is_read_without_the_others(project: Path) -> None:
    (project / "chat.toml").write_text('model = "gpt-4o"\n')
    modules = check(project, "chat.toml")
    assert "pytest_modelgate.languages._toml" in modules
    assert not modules & {"libcst", "yaml", "dotenv", "pytest_modelgate.languages._go"}
