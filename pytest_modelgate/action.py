"""Runs `check` as a step of GitHub Actions: inputs and event to a command line, its reports to outputs and summary."""

from __future__ import annotations

import json
import os
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PREFIX = "MODELGATE_INPUT_"
"""What the names of the variables begin with that hold the action's inputs, in capitals, `_` for `-`."""
_NO_COMMIT = "0" * 40
"""What a push event calls the commit before the first of a branch."""
_YES = {"true": True, "false": False}
_INPUTS = (
    "paths config live fail-on gate-roles horizon grace as-of select ignore exclude changed-only format sarif fail"
).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What one step does: the words of its command, and what people are told beside its findings."""

    words: tuple[str, ...]
    fail: bool = True
    """Whether findings fail the step. What could not be judged fails it always."""
    notices: tuple[str, ...] = ()
    reports: Mapping[str, Path]
    """Where each of its reports is written, by format."""


def plan_of(environment: Mapping[str, str], event: Mapping[str, object], folder: Path) -> Plan:
    """What the inputs and the event ask for, its reports in `folder`. Raises UsageError with the inputs' mistakes."""
    given = {name: environment.get(f"{PREFIX}{name.upper().replace('-', '_')}", "").strip() for name in _INPUTS}
    mistakes = [
        f"{name}: {given[name]!r} is neither true nor false"
        for name in ("changed-only", "fail")
        if given[name] and given[name] not in _YES
    ]
    if mistakes:
        raise UsageError(mistakes)
    kind = environment.get("GITHUB_EVENT_NAME", "")
    notices = []
    options = ("config", "fail-on", "gate-roles", "horizon", "grace", "as-of", "select", "ignore")
    words = ["check", *(f"--{name}={given[name]}" for name in options if given[name])]
    words += [f"--exclude={pattern}" for pattern in _lines(given["exclude"])]
    if given["live"]:
        live = given["live"]
        if live == "required" and _is_from_a_fork(kind, event):
            # GitHub gives the code of strangers no secrets, so that nobody could be asked.
            live = "on"
            notices.append(
                "live is required, but this pull request comes from a fork and has no keys: it was judged by the table"
                " alone where no key is needed. Run the gate again where the secrets are, such as before the deploy."
            )
        words.append(f"--live={live}")
    if _YES.get(given["changed-only"], False):
        base = _base(kind, event)
        if base is not None:
            words.append(f"--changed={base}")
        else:
            notices.append(
                f"changed-only has no effect on this event ({kind or 'unknown'}): every line may fail the step"
            )
    reports = {"json": folder / "modelgate.json", "markdown": folder / "modelgate.md"}
    shown = given["format"] or "github"
    if shown == "github":
        reports["github"] = folder / "annotations.txt"
    elif shown != "text":
        words.append(f"--format={shown}")
    if given["sarif"]:
        reports["sarif"] = Path(given["sarif"])
    words += [f"--format={form}={path}" for form, path in reports.items()]
    # After `--`, a path that begins with a dash is one.
    words += ["--", *_lines(given["paths"])] if given["paths"] else []
    return Plan(words=tuple(words), fail=_YES.get(given["fail"], True), notices=tuple(notices), reports=reports)


def outputs_of(document: Mapping[str, object], plan: Plan, code: int) -> dict[str, str]:
    """The step's outputs, made of the JSON report: counts, days and the paths of reports, nothing that was scanned."""
    findings = [each for each in _rows(document, "findings") if each.get("gates")]
    ends = sorted(str(each["ends"]) for each in _rows(document, "findings") if each.get("ends"))
    today = str(document.get("today", ""))
    by_code = [str(each.get("code", "")) for each in findings]
    return {
        "verdict": str(document.get("verdict", "no-verdict")),
        "exit-code": str(code),
        "findings": str(len(findings)),
        "retired": str(by_code.count("MG101")),
        "retiring": str(by_code.count("MG102")),
        "suppressed": str(len(_rows(document, "suppressed"))),
        "next-end": next((end for end in ends if end > today), ""),
        "json-file": str(plan.reports["json"]),
        "summary-file": str(plan.reports["markdown"]),
        "sarif-file": str(plan.reports.get("sarif", "")),
    }


def main() -> int:
    """Runs the step and gives its exit code: that of `check`, with 0 for 1 where findings are not to fail it."""
    from pytest_modelgate import cli

    environment = os.environ
    folder = Path(environment.get("RUNNER_TEMP") or ".") / "modelgate-reports"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        plan = plan_of(environment, _event(environment), folder)
    except UsageError as error:
        for mistake in error.mistakes:
            _annotate("error", f"modelgate: {mistake}")
        return 2
    for path in plan.reports.values():
        # A report of an earlier step must not be taken for this one's.
        path.unlink(missing_ok=True)
    for notice in plan.notices:
        _annotate("notice", notice)
    code = cli.main(plan.words)
    if code and not plan.reports["json"].exists():
        _annotate("error", "modelgate could not judge the code; the step's log says why.")
    if "github" in plan.reports and plan.reports["github"].exists():
        sys.stdout.write(plan.reports["github"].read_text("utf-8"))
        sys.stdout.flush()
    _append(environment.get("GITHUB_STEP_SUMMARY"), plan.reports["markdown"])
    document = _json(plan.reports["json"])
    outputs = outputs_of(document, plan, code)
    if target := environment.get("GITHUB_OUTPUT"):
        with Path(target).open("a", encoding="utf-8", newline="\n") as file:
            file.writelines(_assigned(name, value) for name, value in outputs.items())
    return 0 if code == 1 and not plan.fail else code


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _base(kind: str, event: Mapping[str, object]) -> str | None:
    """The commit that the event's change is compared with; None where it is none."""
    if kind in ("pull_request", "pull_request_target"):
        return _text(event, "pull_request", "base", "sha")
    if kind == "merge_group":
        return _text(event, "merge_group", "base_sha")
    before = _text(event, "before") if kind == "push" else None
    return None if before == _NO_COMMIT else before


def _is_from_a_fork(kind: str, event: Mapping[str, object]) -> bool:
    if kind != "pull_request":
        return False
    head = _text(event, "pull_request", "head", "repo", "full_name")
    return head != _text(event, "pull_request", "base", "repo", "full_name")


def _text(event: Mapping[str, object], *names: str) -> str | None:
    found: object = event
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, str) and found else None


def _event(environment: Mapping[str, str]) -> dict[str, object]:
    path = environment.get("GITHUB_EVENT_PATH")
    return {} if not path else _json(Path(path))


def _json(path: Path) -> dict[str, object]:
    """The object in a file; empty where there is none."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _rows(document: Mapping[str, object], name: str) -> Sequence[Mapping[str, object]]:
    rows = document.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _append(target: str | None, source: Path) -> None:
    if target and source.exists():
        with Path(target).open("a", encoding="utf-8", newline="\n") as file:
            file.write(source.read_text("utf-8"))


def _assigned(name: str, value: str) -> str:
    """An output as GitHub reads it, between delimiters that no value can know."""
    delimiter = f"modelgate-{secrets.token_hex(16)}"
    return f"{name}<<{delimiter}\n{value}\n{delimiter}\n"


def _annotate(level: str, message: str) -> None:
    from pytest_modelgate.formats.github import command

    sys.stdout.write(command(level, {"title": "modelgate"}, message))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
