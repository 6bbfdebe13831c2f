"""Runs the hooks as pre-commit and prek do, from this checkout; they install it, so packages must be to be had."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
BAD = 'import openai\n\nopenai.OpenAI().responses.create(model="gpt-4-32k", input="")\n'
installs = pytest.mark.skipif(
    not os.environ.get("MODELGATE_TEST_INSTALLS"), reason="installs packages: set MODELGATE_TEST_INSTALLS=1 to run it"
)


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    kept = (
        "PATH",
        "HOME",
        "LANG",
        "PIP_INDEX_URL",
        "PIP_EXTRA_INDEX_URL",
        "PIP_FIND_LINKS",
        "PIP_CONFIG_FILE",
        "SSL_CERT_FILE",
    )
    environment = {
        name: os.environ[name]
        for name in (*kept, *(each for each in os.environ if each.startswith("UV_")))
        if name in os.environ
    }
    names = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    own = {
        "MODELGATE_AS_OF": "2026-11-21",
        "PRE_COMMIT_HOME": str(project.parent / "hooks"),
        "PREK_HOME": str(project.parent / "prek"),
    }
    return subprocess.run(
        words, cwd=project, env=environment | names | own, capture_output=True, text=True, timeout=900, check=False
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "app").mkdir(parents=True)
    (folder / "app" / "bad.py").write_text(BAD)
    (folder / "app" / "chat.ts").write_text(
        'import OpenAI from "openai";\nnew OpenAI().responses.create({ model: "gpt-4-32k" });\n'
    )
    (folder / "app" / "good.py").write_text('MODEL = "gpt-6-sol"\n')
    (folder / "picture.png").write_bytes(b"\x89PNG\0gpt-4-32k")
    (folder / "modelgate.toml").write_text('exclude = ["old/"]\n')
    (folder / "old").mkdir()
    (folder / "old" / "bad.py").write_text(BAD)
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "first")):
        assert run(folder, "git", *words).returncode == 0
    return folder


def test_the_manifest_is_valid() -> None:
    words = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", sorted(HOOKS))
def test_the_command_of_a_hook_is_one_of_ours(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    from pytest_modelgate import arguments

    program, *words = HOOKS[name]["entry"].split()
    assert program == "modelgate"
    _, mistakes = arguments.parse([*words, "app/bad.py"])
    assert mistakes == []


@installs
@pytest.mark.parametrize("tool", ["pre_commit", "prek"])
def test_the_hook_fails_for_the_files_it_is_given(tool: str, project: Path) -> None:
    command = (
        [sys.executable, "-m", "pre_commit"] if tool == "pre_commit" else [str(Path(sys.executable).with_name("prek"))]
    )
    every = run(project, *command, "try-repo", str(ROOT), "modelgate", "--all-files")
    said = every.stdout + every.stderr
    assert every.returncode == 1, said
    assert "app/bad.py:3:41: MG101 retired-model" in said
    assert "app/chat.ts:2:41: MG101 retired-model" in said
    assert "old/bad.py" not in said
    fine = run(project, *command, "try-repo", str(ROOT), "modelgate", "--files", "app/good.py", "picture.png")
    assert fine.returncode == 0, fine.stdout + fine.stderr


@installs
def test_the_hook_that_fixes_changes_the_file_and_is_content_the_next_time(project: Path) -> None:
    file = project / "app" / "bad.py"
    file.write_text(BAD.replace("gpt-4-32k", "gpt-4-turbo"))
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "modelgate-fix", "--files", "app/bad.py"]
    first = run(project, *command)
    assert first.returncode == 1, first.stdout + first.stderr
    assert "files were modified by this hook" in first.stdout
    assert 'model="gpt-5.6-sol"' in file.read_text()
    second = run(project, *command)
    assert second.returncode == 0, second.stdout + second.stderr
