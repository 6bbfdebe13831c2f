"""The `modelgate` command: turns arguments into settings, runs the gate, prints one format, exits with the verdict."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

from pytest_modelgate import arguments
from pytest_modelgate.clock import day_of_run
from pytest_modelgate.command_settings import gateways_of, paths_of, settings_of
from pytest_modelgate.errors import ModelgateError, UsageError
from pytest_modelgate.formats._escape import visible
from pytest_modelgate.formats._layout import relative, wrapped
from pytest_modelgate.formats._summary import counts, notices, summary
from pytest_modelgate.kinds import Style
from pytest_modelgate.outputs import deliver, outputs_of
from pytest_modelgate.progress import progress
from pytest_modelgate.terms import Verdict

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Sequence

    from pytest_modelgate.config import Settings
    from pytest_modelgate.values import Report

T = TypeVar("T")

_SELDOM = 50_000
"""Objects more than there were, from which on garbage is collected; Python's own number is 700."""
INTERRUPTED = 130
BROKEN_PIPE = 141
_TRACKER = "https://github.com/pytest-modelgate/pytest-modelgate/issues"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command and gives the exit code: 0 clean, 1 findings, 2 no verdict."""
    if argv is None:
        # The process is ours. What it makes by starting and by parsing lives on, so that looking for what does not is
        # mostly in vain: a tenth of a short run.
        gc.set_threshold(_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        code = _command(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except ModelgateError as error:
        _say(f"modelgate: error: {visible(mistake)}" for mistake in error.mistakes)
        return Verdict.NO_VERDICT
    except SystemExit as end:
        return int(end.code or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone; the interpreter would complain when it flushes what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception:
        import traceback

        _say(visible(line) for line in traceback.format_exc().splitlines())
        _say([f"modelgate: error: this is a fault of modelgate; please report it with the lines above: {_TRACKER}"])
        return Verdict.NO_VERDICT
    return code


def _command(argv: Sequence[str]) -> int:
    asked, mistakes = arguments.parse(argv)
    commands = {
        "check": _check,
        "inventory": _check,
        "fix": _fix,
        "baseline": _baseline,
        "lock": _lock,
        "explain": _explain,
        "doctor": _doctor,
        "rule": _rule,
        "init": _init,
        "completion": _completion,
        "table": _table,
    }
    return commands[asked.command](asked, mistakes)


def _check(asked: argparse.Namespace, mistakes: list[str]) -> int:
    """Both scanning commands: they differ in depth, in their formats and in what the exit code says."""
    outputs = _attempt(lambda: outputs_of(asked.command, asked.results, asked.usual, asked.output), mistakes)
    today = _attempt(lambda: day_of_run(asked.as_of, "--as-of", os.environ), mistakes)
    settings = _attempt(lambda: settings_of(asked), mistakes)
    gateways = _attempt(lambda: gateways_of(asked), mistakes)
    if mistakes or today is None or settings is None or outputs is None:
        raise UsageError(mistakes)

    from pytest_modelgate import gate

    locked = asked.command == "check" and not asked.no_lock
    report = gate.run(
        replace(settings, locked=locked),
        paths=paths_of(asked) or None,
        today=today,
        deep=asked.command == "inventory",
        force_exclude=asked.force_exclude,
        progress=progress,
        environment=os.environ,
        gateways=[] if gateways is None else gateways,
        changed=getattr(asked, "changed", None),
        baselined=asked.command == "check" and not asked.no_baseline,
    )
    shown = deliver(
        asked.command, outputs, report, lambda file: _style(asked, sys.stdout if file is None else None, settings)
    )
    style = _style(asked, sys.stderr, settings)
    _say(notices(report, style, blocking_only=asked.quiet))
    if not asked.quiet:
        _say([""] if shown else [])
        checked = asked.command == "check"
        _say(summary(report, style, _offer(asked, report)) if checked else wrapped(counts(report), style))
    return _code(asked, report)


def _offer(asked: argparse.Namespace, report: Report) -> str | None:
    """What `fix` has for what fails; None where it would not see the same, having no such options."""
    if report.verdict is not Verdict.FINDINGS or any(
        (asked.fail_on, asked.grace, asked.baseline, asked.no_baseline, report.live)
    ):
        return None

    from pytest_modelgate.formats._fixes import offered

    options = (
        *(asked.config, asked.exclude, asked.force_exclude, asked.as_of, asked.horizon),
        *(asked.select, asked.ignore, asked.gate_roles),
    )
    given = {"paths": asked.paths, "options": any(options)}
    return offered(report, " and ".join(name for name, value in given.items() if value))


def _code(asked: argparse.Namespace, report: Report) -> int:
    if asked.command == "inventory":
        unread = any(notification.blocking for notification in report.notifications)
        return Verdict.NO_VERDICT if unread else Verdict.CLEAN
    if report.verdict is Verdict.FINDINGS and asked.exit_zero:
        return Verdict.CLEAN
    return report.verdict


def _fix(asked: argparse.Namespace, mistakes: list[str]) -> int:
    today = _attempt(lambda: day_of_run(asked.as_of, "--as-of", os.environ), mistakes)
    settings = _attempt(lambda: settings_of(asked), mistakes)
    if mistakes or today is None or settings is None:
        raise UsageError(mistakes)

    from pytest_modelgate import fixing

    style = _style(asked, sys.stderr, settings)
    return fixing.run(asked, settings, today, paths=paths_of(asked) or None, style=style, progress=progress)


def _baseline(asked: argparse.Namespace, mistakes: list[str]) -> int:
    today = _attempt(lambda: day_of_run(asked.as_of, "--as-of", os.environ), mistakes)
    settings = _attempt(lambda: settings_of(asked), mistakes)
    if mistakes or today is None or settings is None:
        raise UsageError(mistakes)

    from pytest_modelgate import recording

    style = _style(asked, sys.stderr, settings)
    lines, code = recording.run(settings, today, prune=asked.prune, style=style, progress=progress)
    _say([] if asked.quiet and not code else lines)
    return code


def _lock(asked: argparse.Namespace, mistakes: list[str]) -> int:
    today = _attempt(lambda: day_of_run(asked.as_of, "--as-of", os.environ), mistakes)
    settings = _attempt(lambda: settings_of(asked), mistakes)
    gateways = _attempt(lambda: gateways_of(asked), mistakes)
    if mistakes or today is None or settings is None:
        raise UsageError(mistakes)

    from pytest_modelgate import locking

    told = locking.run(
        settings,
        today,
        check=asked.check,
        style=_style(asked, sys.stderr, settings),
        progress=progress,
        environment=os.environ,
        gateways=gateways or (),
    )
    if told.code or not asked.quiet:
        sys.stdout.writelines(f"{line}\n" for line in told.differences)
        sys.stdout.flush()
        _say(told.lines)
    return told.code


def _explain(asked: argparse.Namespace, mistakes: list[str]) -> int:
    from pytest_modelgate import explaining

    spot = _attempt(lambda: explaining.spot_of(asked.id), mistakes)
    asked.paths = [] if spot is None else [spot.path]
    today = _attempt(lambda: day_of_run(asked.as_of, "--as-of", os.environ), mistakes)
    settings = _attempt(lambda: settings_of(asked), mistakes)
    if mistakes or today is None or settings is None:
        raise UsageError(mistakes)
    style = _style(asked, sys.stdout, settings)
    return explaining.run(
        asked.id,
        spot,
        settings,
        today,
        changed=asked.changed,
        style=style,
        json=asked.format == "json",
        progress=progress,
    )


def _doctor(asked: argparse.Namespace, mistakes: list[str]) -> int:
    from pytest_modelgate import consulting

    today = _attempt(lambda: day_of_run(asked.as_of, "--as-of", os.environ), mistakes)
    settings = _attempt(lambda: settings_of(asked), mistakes)
    error = _attempt(lambda: consulting.text_of(asked.error), mistakes)
    if (asked.base_url is None) is not (asked.key_variable is None):
        mistakes.append("--base-url and --key-variable go together: a key is sent only where you say so for both")
    if mistakes or today is None or settings is None:
        raise UsageError(mistakes)
    return consulting.run(asked, settings, today, error, _style(asked, sys.stdout, settings))


def _rule(asked: argparse.Namespace, mistakes: list[str]) -> int:
    if mistakes:
        raise UsageError(mistakes)

    from pytest_modelgate import pages
    from pytest_modelgate.rules import all_rules

    rules = all_rules()
    sys.stdout.write(pages.listed(rules) if asked.rule is None else pages.page(pages.chosen(asked.rule, rules)))
    return Verdict.CLEAN


def _init(asked: argparse.Namespace, mistakes: list[str]) -> int:
    if mistakes:
        raise UsageError(mistakes)

    from pytest_modelgate import starter, starting

    parts = starter.PARTS if asked.only is None else (asked.only,)
    ask = input if sys.stdin.isatty() and sys.stdout.isatty() else None
    return starting.run(Path.cwd(), parts, print, ask, yes=asked.yes)


def _completion(asked: argparse.Namespace, mistakes: list[str]) -> int:
    if mistakes:
        raise UsageError(mistakes)

    from pytest_modelgate import completion

    sys.stdout.write(completion.script(asked.parser, asked.shell))
    return Verdict.CLEAN


def _table(asked: argparse.Namespace, mistakes: list[str]) -> int:
    if asked.table_command is None:
        if mistakes:
            raise UsageError(mistakes)
        sys.stdout.write(asked.listing())
        return Verdict.CLEAN

    from pytest_modelgate import table_commands

    return table_commands.run(asked, mistakes)


def _style(asked: argparse.Namespace, stream: TextIO | None, settings: Settings) -> Style:
    """How to show text on a stream, or in a file for None."""
    watched = stream is not None and stream.isatty()
    if os.environ.get("NO_COLOR"):
        colour = False
    elif os.environ.get("FORCE_COLOR") and stream is not None:
        colour = True
    elif asked.color != "auto":
        colour = asked.color == "always"
    else:
        colour = watched and os.environ.get("TERM") != "dumb"
    width = None
    if watched:
        from shutil import get_terminal_size

        width = get_terminal_size().columns
    return Style(
        colour=colour,
        everything=asked.everything,
        evidence=getattr(asked, "evidence", False),
        width=width,
        root=relative(settings.root, Path.cwd()),
        project=settings.root.name,
    )


def _attempt(step: Callable[[], T], mistakes: list[str]) -> T | None:
    """What the step gives; None, with its mistakes noted, when it cannot be done."""
    try:
        return step()
    except UsageError as error:
        mistakes += error.mistakes
        return None


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, file=sys.stderr)  # noqa: T201
