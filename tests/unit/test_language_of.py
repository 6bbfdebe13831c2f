from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pytest_modelgate import config
from pytest_modelgate.examine import Examiner


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Dockerfile", "dockerfile"),
        ("Dockerfile.dev", "dockerfile"),
        ("api.Dockerfile", "dockerfile"),
        ("dockerfile.go", "go"),
        (".env", "dotenv"),
        (".env.local", "dotenv"),
        (".env.json", "json"),
        ("env.example", "dotenv"),
        (".envrc", "shell"),
        ("Rakefile", "ruby"),
        (".py", "python"),
        ("values.yaml.example", "yaml"),
        ("notes.txt", None),
    ],
)
def test_a_name_says_the_language(tmp_path: Path, name: str, language: str | None) -> None:
    examiner = Examiner(config.load(tmp_path, [("MG101", "retired-model")]), date(2026, 11, 21), deep=False)
    found = examiner.language_of(Path(name))
    assert (None if found is None else found.name) == language
