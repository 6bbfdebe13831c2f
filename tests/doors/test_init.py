from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import cli, starting
from pytest_modelgate.completion import SHELLS
from pytest_modelgate.errors import UsageError
from pytest_modelgate.starter import PARTS

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = ["modelgate.toml", ".pre-commit-config.yaml", ".github/workflows/modelgate.yml"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def there(here: Path) -> list[str]:
    return sorted(path.relative_to(here).as_posix() for path in here.rglob("*") if path.is_file())


def test_without_a_terminal_it_shows_and_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["init"]) == 0
    said = capsys.readouterr().out
    for name in WRITTEN:
        assert f"{name}: new lines:" in said
    assert "`modelgate init --yes` writes it" in said
    assert there(here) == []


def test_what_it_writes_is_at_work_at_once_and_written_once(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "app.py").write_text('import openai\nopenai.OpenAI().responses.create(model="gpt-4-32k")\n')
    assert cli.main(["init", "--yes"]) == 0
    assert there(here) == sorted([*WRITTEN, "app.py"])
    assert "modelgate check" in capsys.readouterr().out
    assert cli.main(["check", "--as-of", "2026-11-21"]) == 1
    capsys.readouterr()
    before = {name: (here / name).read_bytes() for name in WRITTEN}
    assert cli.main(["init", "--yes"]) == 0
    assert "Nothing is to be written." in capsys.readouterr().out
    assert {name: (here / name).read_bytes() for name in WRITTEN} == before


@pytest.mark.parametrize(("answer", "written"), [("y", 1), ("YES ", 1), ("n", 0), ("", 0)])
def test_a_person_is_asked(here: Path, answer: str, written: int) -> None:
    said: list[str] = []
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return answer

    assert starting.run(here, ["config"], said.append, ask, yes=False) == 0
    assert asked == ["Write modelgate.toml? [y/N] "]
    assert len(there(here)) == written


def test_one_part_alone(here: Path) -> None:
    assert cli.main(["init", "--yes", "--only", "hook"]) == 0
    assert there(here) == [".pre-commit-config.yaml"]


def test_mistakes_are_told(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert cli.main(["init", "--only", "hok"]) == 2
    assert "did you mean hook?" in capsys.readouterr().err
    (here / "pyproject.toml").write_bytes(b"\xff\xfe")
    assert cli.main(["init"]) == 2
    assert "pyproject.toml cannot be read" in capsys.readouterr().err
    (here / "below").mkdir()
    with pytest.raises(UsageError, match="root of a checkout"):
        starting.run(here / "below", PARTS, print, None, yes=True)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_completes_commands_and_options(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for word in ("inventory", "fail-on", "doctor"):
        assert word in script
    program = shutil.which({"powershell": "pwsh"}.get(shell, shell))
    if program is not None and shell != "powershell":
        done = subprocess.run([program, "-n"], input=script, text=True, capture_output=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr


def test_a_shell_that_is_not_known_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["completion", "bsh"]) == 2
    assert "did you mean bash?" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
def test_bash_offers_what_the_command_knows() -> None:
    script = subprocess.run(
        [sys.executable, "-m", "pytest_modelgate", "completion", "bash"], capture_output=True, text=True, check=True
    ).stdout
    typed = 'COMP_WORDS=(modelgate inv); COMP_CWORD=1; COMP_LINE="modelgate inv"; COMP_POINT=13'
    ask = f'{typed}\n_shtab_modelgate\nprintf "%s\\n" "${{COMPREPLY[@]}}"\n'
    done = subprocess.run(["bash"], input=script + ask, text=True, capture_output=True, timeout=60, check=False)
    assert done.stdout.split() == ["inventory"], done.stderr
