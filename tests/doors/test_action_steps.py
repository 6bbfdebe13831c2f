"""Runs the steps of action.yml as a runner does: expressions filled in, bash, the files of the environment."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "id" in step}
EXPRESSION = re.compile(r"\$\{\{\s*(?P<name>[\w.-]+)\s*\}\}")
BAD = 'import openai\n\nopenai.OpenAI().responses.create(model="gpt-4-32k", input="")\n'
COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the action's steps are for bash")


@dataclass
class Done:
    code: int
    log: str
    outputs: dict[str, str]
    summary: str

    @property
    def annotations(self) -> list[tuple[str, str]]:
        """Level and properties of what a runner would take for a command."""
        found = (COMMAND.fullmatch(line) for line in self.log.splitlines() if line.startswith("::"))
        return [(match["level"], match["properties"]) for match in found if match is not None]


@dataclass
class Runner:
    """A job in a checkout, with the action installed."""

    checkout: Path
    temp: Path
    event: str = "push"
    payload: dict[str, Any] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)

    def use(self, **inputs: str) -> Done:
        """The step `uses: .../pytest-modelgate` with these inputs."""
        given = {name: str(spec.get("default", "")) for name, spec in ACTION["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        context = {f"inputs.{name}": value for name, value in given.items()}
        context["steps.install.outputs.python"] = sys.executable
        return self.step(STEPS["check"], context)

    def step(self, step: dict[str, Any], context: dict[str, str]) -> Done:
        output, summary, event = (self.temp / name for name in ("output", "summary", "event.json"))
        for file in (output, summary):
            file.write_text("")
        event.write_text(json.dumps(self.payload))
        variables = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_NAME": self.event,
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "RUNNER_TEMP": str(self.temp),
        }
        variables |= {
            name: EXPRESSION.sub(lambda found: context[found["name"]], str(value))
            for name, value in step["env"].items()
        }
        # Expressions in a script would be pasted into it; there must be none.
        assert "${{" not in step["run"]
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.checkout,
            env={"PATH": os.environ["PATH"], "HOME": str(self.temp), "LANG": "C.UTF-8"} | variables | self.variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
            check=False,
        )
        return Done(done.returncode, done.stdout, outputs(output.read_text("utf-8")), summary.read_text("utf-8"))


def outputs(text: str) -> dict[str, str]:
    """The values in a file of outputs, as a runner reads both of its forms."""
    found: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        name, sign, rest = re.split(r"(<<|=)", line, maxsplit=1)
        if sign == "=":
            found[name] = rest
            continue
        value = []
        for inner in lines:
            if inner == rest:
                break
            value.append(inner)
        found[name] = "\n".join(value)
    return found


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    checkout, temp = tmp_path / "checkout", tmp_path / "temp"
    for folder in (checkout / "app", temp):
        folder.mkdir(parents=True)
    (checkout / "app" / "bad.py").write_text(BAD)
    (checkout / "app" / "good.py").write_text('MODEL = "gpt-6-sol"\n')
    git(checkout, "init", "-q", "-b", "main")
    commit(checkout, "first")
    return Runner(checkout, temp, variables={"MODELGATE_INPUT_AS_OF": "2026-11-21"})


def git(checkout: Path, *words: str) -> str:
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"]}
    names = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return subprocess.run(
        ["git", *words], cwd=checkout, env=own | names, capture_output=True, text=True, timeout=60, check=True
    ).stdout.strip()


def commit(checkout: Path, message: str) -> str:
    git(checkout, "add", "-A")
    git(checkout, "commit", "-q", "-m", message)
    return git(checkout, "rev-parse", "HEAD")


def test_findings_fail_the_step_and_stand_on_their_lines(runner: Runner) -> None:
    done = runner.use()
    assert done.code == 1, done.log
    assert done.outputs["verdict"] == "findings"
    assert (done.outputs["findings"], done.outputs["retired"]) == ("1", "1")
    assert ("error", "file=app/bad.py,line=3,col=41,endColumn=50,title=MG101 retired-model") in done.annotations
    assert "| `app/bad.py:3` | `gpt-4-32k` |" in done.summary
    assert json.loads(Path(done.outputs["json-file"]).read_text("utf-8"))["verdict"] == "findings"
    assert Path(done.outputs["summary-file"]).read_text("utf-8") == done.summary
    assert git(runner.checkout, "status", "--porcelain") == ""


def test_a_step_that_is_not_to_fail_passes_with_the_same_outputs(runner: Runner) -> None:
    done = runner.use(fail="false", paths="app\n")
    assert (done.code, done.outputs["exit-code"], done.outputs["findings"]) == (0, "1", "1")
    (runner.checkout / "app" / "broken.py").write_text('MODEL = "gpt-4-32k"\ndef (\n')
    (runner.checkout / "app" / "bad.py").unlink()
    unread = runner.use(fail="false", gate_roles="doc")
    assert (unread.code, unread.outputs["verdict"]) == (2, "no-verdict")


def test_clean_code_passes(runner: Runner) -> None:
    done = runner.use(paths="app/good.py")
    assert (done.code, done.outputs["verdict"], done.annotations) == (0, "clean", [])


def test_a_pull_request_fails_for_what_it_changes_alone(runner: Runner) -> None:
    base = git(runner.checkout, "rev-parse", "HEAD")
    repository = {"full_name": "acme/app"}
    runner.event = "pull_request"
    runner.payload = {"pull_request": {"base": {"sha": base, "repo": repository}, "head": {"repo": repository}}}
    (runner.checkout / "app" / "other.py").write_text("x = 1\n")
    commit(runner.checkout, "second")
    assert runner.use(changed_only="true").code == 0
    (runner.checkout / "app" / "new.py").write_text(BAD)
    commit(runner.checkout, "third")
    done = runner.use(changed_only="true")
    assert (done.code, done.outputs["findings"]) == (1, "1")
    assert runner.use().outputs["findings"] == "2"


def test_a_schedule_judges_every_line(runner: Runner) -> None:
    runner.event = "schedule"
    done = runner.use(changed_only="true")
    assert done.code == 1
    assert ("notice", "title=modelgate") in done.annotations


def test_a_fork_is_judged_by_the_table_and_told_so(runner: Runner) -> None:
    runner.event = "pull_request"
    runner.payload = {"pull_request": {"base": {"repo": {"full_name": "a/b"}}, "head": {"repo": {"full_name": "c/b"}}}}
    done = runner.use(live="required")
    assert done.code == 1, done.log
    assert any(level == "notice" for level, _ in done.annotations)


def test_without_keys_a_required_answer_is_no_verdict(runner: Runner) -> None:
    (runner.checkout / "app" / "bad.py").unlink()
    done = runner.use(live="required")
    assert (done.code, done.outputs["verdict"]) == (2, "no-verdict")


def test_sarif_is_written_where_it_is_wanted(runner: Runner) -> None:
    done = runner.use(sarif="out.sarif")
    assert done.outputs["sarif-file"] == "out.sarif"
    assert json.loads((runner.checkout / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert runner.use().outputs["sarif-file"] == ""


@pytest.mark.parametrize(
    "evil", ["$(touch owned)", "`touch owned`", '"; touch owned; "', "x\ny", "--exit-zero", "${{ github.token }}"]
)
def test_what_an_input_holds_is_never_run(runner: Runner, evil: str) -> None:
    for name in ("paths", "config", "fail-on", "exclude", "sarif", "format", "live", "as-of"):
        runner.variables.pop("MODELGATE_INPUT_AS_OF", None)
        done = runner.use(**{name: evil})
        assert not list(runner.checkout.rglob("owned")), name
        assert done.code in (1, 2), (name, done.log)


def test_a_hostile_repository_says_nothing_to_the_runner(runner: Runner) -> None:
    folder = runner.checkout / "app" / "x\n::set-output name=verdict::clean"
    folder.mkdir()
    evil = "gpt-5-nano\x1b[2J\\n::add-mask::x\\n##[error]<img src=x onerror=alert(1)>|`"
    (folder / "::stop-commands::y.py").write_text(f'import openai\nopenai.OpenAI().responses.create(model="{evil}")\n')
    (runner.checkout / "venv.py").write_text("raise SystemExit('imported')\n")
    (runner.checkout / "json.py").write_text("raise SystemExit('imported')\n")
    done = runner.use()
    assert done.code == 1, done.log
    assert done.outputs["verdict"] == "findings"
    for line in done.log.splitlines():
        assert COMMAND.fullmatch(line) or not re.match(r"\s*::", line)
        assert "##[" not in line
    assert "\x1b" not in done.log + done.summary
    assert "<img" not in done.summary


def test_the_action_installs_itself_and_runs_from_there(tmp_path: Path, runner: Runner) -> None:
    """The step of installing with a wheel of this checkout; what it depends on comes from this environment."""
    wheels = tmp_path / "wheels"
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(wheels), str(ROOT)],
        capture_output=True,
        timeout=300,
        check=True,
    )
    version = next(wheels.glob("*.whl")).name.split("-")[1]
    for name in ("venv.py", "pip.py", "sitecustomize.py"):
        (runner.checkout / name).write_text("raise SystemExit('imported')\n")
    runner.variables |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "PIP_NO_DEPS": "1"}
    # What is borrowed is for this Python, and there may be newer ones.
    newest = tmp_path / "newest" / "python3.14"
    newest.parent.mkdir()
    newest.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    newest.chmod(0o755)
    runner.variables["PATH"] = f"{newest.parent}{os.pathsep}{os.environ['PATH']}"
    context = {"github.action_path": str(ROOT), "inputs.version": version}
    done = runner.step(STEPS["install"], context)
    assert done.code == 0, done.log
    python = Path(done.outputs["python"])
    site = next((python.parent.parent / "lib").glob("python3.*")) / "site-packages"
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    given = {f"inputs.{name}": str(spec.get("default", "")) for name, spec in ACTION["inputs"].items()}
    done = runner.step(STEPS["check"], given | {"steps.install.outputs.python": str(python)})
    assert (done.code, done.outputs["findings"]) == (1, "1"), done.log


def test_every_input_and_output_is_used() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for name in ACTION["inputs"]:
        assert f"inputs.{name}" in text.split("\nruns:", 1)[1], name
    for name, spec in ACTION["outputs"].items():
        assert spec["value"] == f"${{{{ steps.check.outputs.{name} }}}}"


@pytest.mark.skipif(
    not os.environ.get("MODELGATE_TEST_INSTALLS"), reason="installs packages: set MODELGATE_TEST_INSTALLS=1"
)
def test_the_action_installs_the_code_that_it_came_with(runner: Runner) -> None:
    runner.variables |= {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_"))}
    done = runner.step(STEPS["install"], {"github.action_path": str(ROOT), "inputs.version": ""})
    assert done.code == 0, done.log
    given = {f"inputs.{name}": str(spec.get("default", "")) for name, spec in ACTION["inputs"].items()}
    done = runner.step(STEPS["check"], given | {"steps.install.outputs.python": done.outputs["python"]})
    assert (done.code, done.outputs["findings"]) == (1, "1"), done.log


def examples() -> list[dict[Any, Any]]:
    """The workflows that the README shows; `on` is a truth value to YAML 1.1."""
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    return [yaml.safe_load(block) for block in blocks if block.startswith("on:")]


def test_the_workflows_of_the_readme_are_valid(tmp_path: Path) -> None:
    files = []
    for at, example in enumerate(examples()):
        files.append(tmp_path / f"{at}.json")
        files[-1].write_text(json.dumps({"on": example.pop(True), **example}))
        for job in example["jobs"].values():
            for step in job["steps"]:
                if "pytest-modelgate" in step.get("uses", ""):
                    assert step.get("with", {}).keys() <= ACTION["inputs"].keys()
    assert len(files) >= 2
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, files)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("number", "asked"), [("", "issue create --title Model ids that end"), ("7", "issue edit 7")])
def test_every_night_one_issue_is_kept(tmp_path: Path, number: str, asked: str) -> None:
    steps = [step for example in examples() for job in example["jobs"].values() for step in job["steps"]]
    (script,) = [step["run"] for step in steps if "gh issue" in step.get("run", "")]
    program = tmp_path / "gh"
    program.write_text(f'#!/bin/sh\necho "$@" >>"{tmp_path}/asked"\n[ "$2" = list ] && echo "{number}"\nexit 0\n')
    program.chmod(0o755)
    variables = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "REPORT": "report.md"}
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        env=variables,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    listed, changed = (tmp_path / "asked").read_text().splitlines()
    assert listed.startswith("issue list --state open")
    assert changed == f"{asked} --body-file report.md"
