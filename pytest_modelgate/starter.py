"""What a project begins with: a configuration, a pre-commit hook and a workflow, each fitted to what is there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate import __version__
from pytest_modelgate.errors import UsageError
from pytest_modelgate.writing import write

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

HOME = "https://github.com/pytest-modelgate/pytest-modelgate"
PARTS = ("config", "hook", "workflow")
"""What can be written, in the order in which it is proposed."""
LOOKED_AT = (
    "modelgate.toml",
    ".modelgate.toml",
    "pyproject.toml",
    ".pre-commit-config.yaml",
    ".github/workflows/modelgate.yml",
    ".gitlab-ci.yml",
)
"""The files of a project on which its proposals depend, relative to its root."""

_CONFIGURATION = """\
# Days before its end from which a model fails the build.
horizon = 90
# What is not to be read, in .gitignore syntax.
exclude = []
# The uses that may fail the build: runtime, test, catalogue, doc.
gate-roles = ["runtime"]
"""
_HOOK = f"""\
- repo: {HOME}
  rev: v{__version__}
  hooks:
    - id: modelgate
"""
_WORKFLOW = f"""\
name: Model ids

on:
  pull_request:
  schedule:
    - cron: "17 6 * * 1-5"

permissions:
  contents: read

jobs:
  modelgate:
    name: Judge the model ids
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          fetch-depth: 0 # the commit that a pull request is compared with must be there
          persist-credentials: false
      - uses: {HOME.removeprefix("https://github.com/")}@v{__version__}
        with:
          # A pull request fails for what it changes; the schedule fails for the rest.
          changed-only: true
"""
_GITLAB = f"""\
modelgate:
  image: python:3.13-slim
  script:
    - pip install pytest-modelgate=={__version__}
    - modelgate check --format text --format gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
"""
_OWN_TABLE = re.compile(r"^\s*\[tool\.modelgate[\].]", re.MULTILINE)
_REPOS = re.compile(r"^repos:[ \t]*(?:#.*)?$", re.MULTILINE)
_REPO = re.compile(r"^(?P<indent>[ \t]*)- (?:repo|hooks|rev):", re.MULTILINE)
_KEY = re.compile(r"^[A-Za-z_]", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One file as it should be, or the reason why it stays as it is."""

    path: str
    content: str | None = None
    """The whole file; None where nothing is written."""
    added: str = ""
    """What is new in it, to show."""
    reason: str = ""
    """Why nothing is written, with what to do instead."""


def proposals(files: Mapping[str, str], parts: Sequence[str] = PARTS) -> list[Proposal]:
    """What to write for each of the parts; `files` are those of `LOOKED_AT` that are there, with their texts."""
    makers: dict[str, Callable[[Mapping[str, str]], Proposal]] = {
        "config": _configuration,
        "hook": _hook,
        "workflow": _workflow,
    }
    return [makers[part](files) for part in PARTS if part in parts]


def shown(proposed: Sequence[Proposal]) -> list[str]:
    """The lines that tell a person what would be written, and what would not."""
    lines = []
    for proposal in proposed:
        lines += [f"{proposal.path}: {proposal.reason or 'new lines:'}"]
        lines += [f"  {line}".rstrip() for line in proposal.added.splitlines()]
    return lines


def apply(proposed: Sequence[Proposal], root: Path) -> list[str]:
    """Writes what is to be written below `root`; the paths written. Raises UsageError when the system refuses one."""
    written = []
    for proposal in proposed:
        if proposal.content is None:
            continue
        target = root / proposal.path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise UsageError(f"{proposal.path}: its folder cannot be made ({reason}); make it and try again") from error
        write(target, proposal.content.encode("utf-8"))
        written.append(proposal.path)
    return written


def _configuration(files: Mapping[str, str]) -> Proposal:
    for name in ("modelgate.toml", ".modelgate.toml"):
        if name in files:
            return Proposal(path=name, reason="is there already, and stays as it is")
    project = files.get("pyproject.toml")
    if project is None:
        return Proposal(path="modelgate.toml", content=_CONFIGURATION, added=_CONFIGURATION)
    if _OWN_TABLE.search(project):
        return Proposal(path="pyproject.toml", reason="has [tool.modelgate] already, and stays as it is")
    added = f"[tool.modelgate]\n{_CONFIGURATION}"
    return Proposal(path="pyproject.toml", content=_appended(project, f"\n{added}"), added=added)


def _hook(files: Mapping[str, str]) -> Proposal:
    name = ".pre-commit-config.yaml"
    there = files.get(name)
    if there is None:
        whole = f"repos:\n{_indented(_HOOK, '  ')}"
        return Proposal(path=name, content=whole, added=whole)
    if "pytest-modelgate" in there:
        return Proposal(path=name, reason="has the hook already, and stays as it is")
    repos = _REPOS.search(there)
    last = list(_REPO.finditer(there))
    if repos is None or not last or _KEY.search(there, repos.end()):
        return Proposal(path=name, reason="ends in something else than its repos; add this to them", added=_HOOK)
    added = _indented(_HOOK, last[0]["indent"])
    return Proposal(path=name, content=_appended(there, added), added=added)


def _workflow(files: Mapping[str, str]) -> Proposal:
    name = ".github/workflows/modelgate.yml"
    if name in files:
        return Proposal(path=name, reason="is there already, and stays as it is")
    if ".gitlab-ci.yml" in files:
        return Proposal(path=".gitlab-ci.yml", reason="is yours to change; add this job to it", added=_GITLAB)
    return Proposal(path=name, content=_WORKFLOW, added=_WORKFLOW)


def _appended(text: str, added: str) -> str:
    """The text with lines at its end, in its own kind of newline."""
    newline = "\r\n" if "\r\n" in text else "\n"
    if text and not text.endswith("\n"):
        text += newline
    return text + added.replace("\n", newline)


def _indented(text: str, indent: str) -> str:
    return "".join(f"{indent}{line}\n" for line in text.splitlines())
