from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
import yaml

from pytest_modelgate import config
from pytest_modelgate.rules import all_rules
from pytest_modelgate.starter import PARTS, Proposal, apply, proposals, shown

if TYPE_CHECKING:
    from pathlib import Path

HOOKS = """\
# our hooks
repos:
{indent}- repo: https://example.org/hooks
{indent}  rev: v1
{indent}  hooks:
{indent}    - id: one
"""


def proposal(part: str, **files: str) -> Proposal:
    (made,) = proposals({name.replace("__", "."): text for name, text in files.items()}, [part])
    return made


def test_an_empty_project_gets_all_three() -> None:
    made = proposals({})
    assert [each.path for each in made] == [
        "modelgate.toml",
        ".pre-commit-config.yaml",
        ".github/workflows/modelgate.yml",
    ]
    assert len(made) == len(PARTS)
    assert all(each.content == each.added for each in made)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_the_configuration_is_valid_where_there_is_a_project_file(tmp_path: Path, newline: str, end: str) -> None:
    before = newline.join(["[project]", 'name = "app"']) + (newline if end else "")
    made = proposal("config", pyproject__toml=before)
    assert made.content is not None
    assert made.content.startswith(before)
    assert made.content.count("\n") == made.content.count(newline)
    assert tomllib.loads(made.content)["project"] == {"name": "app"}
    (tmp_path / "pyproject.toml").write_bytes(made.content.encode())
    settings = config.load(tmp_path, [(rule.code, rule.name) for rule in all_rules()])
    assert settings.horizon == 90


def test_the_configuration_of_its_own_file_is_valid(tmp_path: Path) -> None:
    assert apply([proposal("config")], tmp_path) == ["modelgate.toml"]
    assert config.load(tmp_path, [(rule.code, rule.name) for rule in all_rules()]).gate_roles == {"runtime"}


@pytest.mark.parametrize("indent", ["", "  ", "    "])
def test_a_hook_is_added_to_those_that_are_there(indent: str) -> None:
    before = HOOKS.format(indent=indent)
    made = proposals({".pre-commit-config.yaml": before}, ["hook"])[0]
    assert made.content is not None
    assert made.content.startswith(before)
    first, second = yaml.safe_load(made.content)["repos"]
    assert first["hooks"] == [{"id": "one"}]
    assert second["hooks"] == [{"id": "modelgate"}]


@pytest.mark.parametrize("after", ["ci:\n  skip: []\n", "default_stages: [pre-commit]\n"])
def test_hooks_that_something_follows_are_left_to_their_owner(after: str) -> None:
    made = proposals({".pre-commit-config.yaml": HOOKS.format(indent="  ") + after}, ["hook"])[0]
    assert made.content is None
    assert "add this" in made.reason
    assert "id: modelgate" in made.added


def test_flow_style_hooks_are_left_to_their_owner() -> None:
    made = proposals({".pre-commit-config.yaml": "repos: []\n"}, ["hook"])[0]
    assert made.content is None


def test_what_is_there_stays() -> None:
    files = {
        "pyproject.toml": "[tool.modelgate]\n",
        ".pre-commit-config.yaml": HOOKS.format(indent="")
        + "- repo: https://github.com/pytest-modelgate/pytest-modelgate\n",
        ".github/workflows/modelgate.yml": "",
    }
    made = proposals(files)
    assert all(each.content is None and "already" in each.reason for each in made)
    assert proposals({"modelgate.toml": "", "pyproject.toml": ""}, ["config"])[0].content is None


def test_the_workflow_is_valid_and_reads_history() -> None:
    made = proposal("workflow")
    workflow = yaml.safe_load(made.content or "")
    checkout, gate = workflow["jobs"]["modelgate"]["steps"]
    assert checkout["with"]["fetch-depth"] == 0
    assert gate["uses"].startswith("pytest-modelgate/pytest-modelgate@v")


def test_gitlab_is_shown_a_job() -> None:
    made = proposals({".gitlab-ci.yml": ""}, ["workflow"])[0]
    assert made.content is None
    assert yaml.safe_load(made.added)["modelgate"]["artifacts"]["reports"]["codequality"]


def test_what_would_be_written_is_shown_whole() -> None:
    lines = shown(proposals({"modelgate.toml": ""}))
    assert lines[0] == "modelgate.toml: is there already, and stays as it is"
    assert ".pre-commit-config.yaml: new lines:" in lines
    assert "    - repo: https://github.com/pytest-modelgate/pytest-modelgate" in lines
