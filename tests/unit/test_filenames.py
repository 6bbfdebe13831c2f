from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.filenames import FileNames, names_of
from pytest_modelgate.languages import all_languages

if TYPE_CHECKING:
    from pathlib import Path

NAMES = FileNames((".d.ts", ".py"), (".env", ".env.*", "dockerfile", "dockerfile.*", "pip*.conf"), ("a", "b"))
WANTED = (
    *("a.py", "src/A.PY", ".py", "src/é.Py", "x.d.ts", "Dockerfile", "src/dockerfile.dev", "Dockerfile.a.b", ".env"),
    *("deep/er/.ENV.local", ".env.", "pip-x.conf", "new\nline.py", "dockerfile.new\nline", "\udcff.py"),
)
UNWANTED = (
    *(
        "a.pyc",
        "py",
        "x.ts",
        "my.dockerfile",
        "dockerfiles",
        "dockerfile/x",
        "env",
        "x.env",
        ".environment",
        "pip.config",
    ),
    *(".p\u212ay", "a.py/x", "", "a."),
)


@pytest.mark.parametrize("path", WANTED)
def test_names_that_are_wanted(path: str) -> None:
    assert NAMES.wants(path)


@pytest.mark.parametrize("path", UNWANTED)
def test_names_that_are_not(path: str) -> None:
    assert not NAMES.wants(path)


def test_no_names_are_wanted_by_none() -> None:
    assert not FileNames(()).wants("a.py")


def test_letters_that_only_python_folds_are_not() -> None:
    assert not FileNames((".kt",), ("kit",)).wants("a.\u212at")
    assert not FileNames((".kt",), ("kit",)).wants("\u212ait")


def test_git_wants_the_same(tmp_path: Path) -> None:
    names = [name for name in (*WANTED, *UNWANTED) if name and "/x" not in name]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x\n")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    command = ["git", "ls-files", "-z", "--others", "--", *NAMES.pathspecs()]
    listed = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True).stdout
    found = {name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name}
    assert found == {name for name in names if NAMES.wants(name)}


def test_magic_is_for_every_name() -> None:
    assert FileNames((".py",), (".env.*",)).pathspecs("top") == [":(top,icase)*.py", ":(top,icase,glob)**/.env.*"]


def test_every_language_has_its_files_wanted_by_a_name_in_lower_case() -> None:
    names = names_of(all_languages())
    assert names.in_words().split(", ") == sorted(language.name for language in all_languages())
    for name in (*names.suffixes, *names.patterns):
        assert name == name.lower()
        assert names.wants(f"src/{name.replace('*', 'x').upper()}")
