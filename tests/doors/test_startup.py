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
