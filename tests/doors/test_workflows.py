from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / ".github/workflows").glob("*.yml")}
STEPS = [
    pytest.param(step, id=f"{name}: {step.get('name', step.get('uses'))}")
    for name, workflow in sorted(WORKFLOWS.items())
    for job in workflow["jobs"].values()
    for step in job["steps"]
]
TEXT = """\
openai:
  as_of: 2026-11-01
  after_retirement: fails
  listing: partial
  sources:
    S1: {title: "the page", url: "https://example.org/ends", read: 2026-11-01}
  models:
    - {id: gpt-8, kind: snapshot, modality: chat, source: [S1]}
"""
PROPOSED = {
    "differences": [
        {
            "surface": "openai",
            "id": "gpt-9",
            "row": {"kind": "snapshot", "modality": "chat"},
            "source": {"title": "openai 9", "read": "2026-11-20"},
        }
    ]
}
HOSTILE = "```\n</details>@everyone $(touch broken) `touch broken` ${{ github.token }}\nlitellm: not read: ::error::x\n"
# Stands for the programs that would go to the web: `gh` notes what it is asked, `modelgate` compares with nothing.
GH = """#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$NOTED"
case "$*" in
  "pr list"*) cat "$OPEN" ;;
  "release view"*) [ -e "$RELEASED" ] ;;
  "release create"*) touch "$RELEASED" ;;
esac
"""
MODELGATE = """#!/usr/bin/env bash
if [ "$2" = verify ]; then
  output="${!#}"
  cp "$PREPARED/${output##*/}" "$output"
  exit "$VERIFIED"
fi
exec "$PYTHON" -m pytest_modelgate "$@"
"""

runs = pytest.mark.skipif(
    sys.platform == "win32" or any(shutil.which(tool) is None for tool in ("bash", "git", "iconv", "sha256sum")),
    reason="the workflows' own programs are not here",
)


@pytest.mark.parametrize("name", ["table", "publish-table"])
def test_a_workflow_may_do_no_more_than_it_needs(name: str) -> None:
    workflow = WORKFLOWS[name]
    assert workflow["permissions"] == {}
    (job,) = workflow["jobs"].values()
    wanted = {"contents": "write", "pull-requests": "write"} if name == "table" else {"contents": "write"}
    assert job["permissions"] == wanted
    assert job["timeout-minutes"] <= 30
    # YAML 1.1 reads the key `on` as true.
    triggers = workflow[True]
    assert set(triggers) == ({"schedule", "workflow_dispatch"} if name == "table" else {"push", "workflow_dispatch"})
    if name == "publish-table":
        assert triggers["push"] == {"branches": ["main"], "paths": ["deprecations.yaml"]}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_ours_or_githubs_own_and_takes_nothing_into_its_shell(step: dict[str, Any]) -> None:
    if "uses" in step:
        action, _, version = step["uses"].partition("@")
        assert action in {"actions/checkout", "actions/setup-python"}
        assert re.fullmatch("[0-9a-f]{40}", version), "a tag can be moved to other code"
        if action == "actions/checkout":
            assert step["with"]["persist-credentials"] is False
        return
    assert "${{" not in step["run"]
    assert {*step.get("env", {})} <= {"GH_TOKEN", "GH_REPO", "CODE"}
    if shutil.which("bash"):
        done = subprocess.run(["bash", "-n"], input=step["run"], text=True, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr


class Runner:
    """A checkout with an origin, and the steps of a workflow as GitHub would run them there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.work = folder, folder / "work"
        programs = folder / "programs"
        for place in (programs, folder / "temp", folder / "prepared"):
            place.mkdir()
        for name, text in {"gh": GH, "modelgate": MODELGATE}.items():
            (programs / name).write_text(text)
            (programs / name).chmod(0o755)
        (folder / "open").write_text("")
        (folder / "noted").write_text("")
        (folder / "prepared" / "comparison.json").write_text(json.dumps(PROPOSED))
        (folder / "prepared" / "comparison.txt").write_text(HOSTILE)
        self.environment = {
            **os.environ,
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHON": sys.executable,
            "PYTHONPATH": str(ROOT),
            "RUNNER_TEMP": str(folder / "temp"),
            "GITHUB_OUTPUT": str(folder / "output"),
            "NOTED": str(folder / "noted"),
            "OPEN": str(folder / "open"),
            "RELEASED": str(folder / "released"),
            "PREPARED": str(folder / "prepared"),
            "VERIFIED": "1",
            "CODE": "1",
        }
        self.git("init", "--quiet", "--bare", str(folder / "origin"), cwd=folder)
        self.git("clone", "--quiet", str(folder / "origin"), str(self.work), cwd=folder)
        (self.work / "deprecations.yaml").write_text(TEXT)
        self.git("add", "deprecations.yaml")
        self.git("commit", "--quiet", "--message", "A table")
        self.git("push", "--quiet", "origin", "HEAD:main")

    def git(self, *words: str, cwd: Path | None = None) -> str:
        done = subprocess.run(
            ["git", *words], cwd=cwd or self.work, env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def run(self, workflow: str, *names: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """The named steps, up to the first that fails; the last that ran."""
        (job,) = WORKFLOWS[workflow]["jobs"].values()
        steps = {step["name"]: step for step in job["steps"] if "name" in step}
        for name in names:
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", steps[name]["run"]],
                cwd=self.work,
                env=self.environment | environment,
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
            if done.returncode:
                break
        return done

    @property
    def noted(self) -> list[str]:
        return (self.folder / "noted").read_text().splitlines()


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


PROPOSING = ("Compare", "Take the proposed rows", "Propose")


@runs
def test_proposed_rows_become_a_pull_request_and_then_renew_it(runner: Runner) -> None:
    done = runner.run("table", *PROPOSING)
    assert done.returncode == 0, done.stderr
    assert runner.noted[0] == "auth setup-git"
    assert runner.noted[-1].startswith("pr create --base main --head table/proposed --title ")
    assert (runner.folder / "output").read_text() == "code=1\n"
    row = "+    - {id: gpt-9, kind: snapshot, modality: chat, source: [S2]}"
    assert row in runner.git("--git-dir", str(runner.folder / "origin"), "show", "table/proposed").splitlines()
    body = (runner.folder / "temp" / "body.md").read_text()
    assert "\n    openai gpt-9: added\n" in body
    assert "\n    ```\n    </details>@everyone $(touch broken) `touch broken` ${{ github.token }}\n" in body
    assert not list(runner.folder.rglob("broken"))

    runner.git("switch", "--quiet", "master" if "master" in runner.git("branch") else "main")
    runner.git("branch", "--quiet", "-D", "table/proposed")
    (runner.folder / "open").write_text("7\n")
    done = runner.run("table", *PROPOSING)
    assert done.returncode == 0, done.stderr
    assert runner.noted[-1].startswith("pr edit table/proposed --body-file ")


@runs
def test_without_a_proposed_row_there_is_no_pull_request(runner: Runner) -> None:
    (runner.folder / "prepared" / "comparison.json").write_text('{"differences": []}')
    done = runner.run("table", *PROPOSING, VERIFIED="0")
    assert (done.returncode, done.stdout) == (0, "No row is proposed.\n")
    assert runner.noted == []


@runs
def test_what_a_person_has_done_on_the_branch_is_not_overwritten(runner: Runner) -> None:
    runner.git("push", "--quiet", "origin", "HEAD:refs/heads/table/proposed")
    done = runner.run("table", *PROPOSING)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("A person has worked on table/proposed; ")
    assert runner.noted == ["auth setup-git"]


@runs
def test_a_comparison_that_failed_proposes_nothing(runner: Runner) -> None:
    (runner.folder / "prepared" / "comparison.json").unlink()
    assert runner.run("table", *PROPOSING, VERIFIED="2").returncode != 0
    assert runner.noted == []


@runs
def test_what_could_not_be_read_fails_the_run_at_its_end(runner: Runner) -> None:
    name = "Say when something could not be read"
    assert runner.run("table", "Compare", name).returncode == 0
    done = runner.run("table", "Compare", name, VERIFIED="2", CODE="2")
    assert (done.returncode, done.stdout) == (1, "> litellm: not read: ::error::x\n")


@runs
def test_the_table_is_published_with_its_digest(runner: Runner) -> None:
    for _ in range(2):
        done = runner.run("publish-table", "Validate", "Publish")
        assert done.returncode == 0, done.stderr
    said = (runner.work / "deprecations.yaml.sha256").read_text()
    assert said == f"{hashlib.sha256(TEXT.encode()).hexdigest()}  deprecations.yaml\n"
    upload = "release upload table deprecations.yaml deprecations.yaml.sha256 --clobber"
    assert [line.split(" --")[0] for line in runner.noted if line.startswith("release create")] == [
        "release create table"
    ]
    assert runner.noted.count(upload) == 2


@runs
def test_a_table_that_is_not_canonical_is_not_published(runner: Runner) -> None:
    (runner.work / "deprecations.yaml").write_text(TEXT.replace("source: [S1]", "source: S1"))
    assert runner.run("publish-table", "Validate", "Publish").returncode == 1
    assert runner.noted == []


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-actions", [ROOT / "action.yml"]),
        ("vendor.github-workflows", sorted((ROOT / ".github/workflows").glob("*.yml"))),
    ],
    ids=["action", "workflows"],
)
def test_github_would_take_the_files(schema: str, files: list[Path]) -> None:
    words = ["-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_in_them_can_be_turned_against_their_users() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    words = [str(zizmor), "--offline", "--persona", "auditor", "--no-progress", "action.yml", ".github"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
