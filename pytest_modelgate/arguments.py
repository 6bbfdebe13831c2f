"""The command line: its commands and options, read into one namespace, with every mistake told at once."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from pytest_modelgate import __version__, option_groups, table_arguments
from pytest_modelgate.completion import SHELLS
from pytest_modelgate.errors import UsageError
from pytest_modelgate.formats import all_formats

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COLOURS = ("auto", "always", "never")

_DESCRIPTION = """\
Find the LLM model ids in a code base, judge them by the providers' calendars, and say what to write instead."""
_EPILOG = """\
examples:
  modelgate init                       set this project up
  modelgate check                      judge the code below this directory
  modelgate check src --format json    the same for programs, of one directory
  modelgate fix --diff                 what would be written instead
  modelgate inventory                  every model the code uses, where, and until when
  modelgate baseline                   record what is found today; only new findings fail
  modelgate lock                       record which models are asked for; a new one fails
  modelgate explain gpt-4-turbo        what one id is, until when, and what replaces it
  modelgate explain src/app.py:12      how that line was read, and why
  modelgate doctor gpt-4o-audio        why a call with an id fails, asked with your key
  modelgate rule retired-model         why a finding matters and what to do
  modelgate table update               fetch a newer table of models

`modelgate COMMAND --help` lists the options of a command."""
_CHECK = """\
Read the files below each PATH as data, and list every model id that is gone, going, misspelt or unknown."""
_EXIT_CODES = """\
exit codes:
  0  everything was judged, and nothing fails the build
  1  findings fail the build
  2  no verdict: wrong usage or configuration, or a file that could not be judged

Findings go to standard output; the summary and everything else to standard error."""
_DOCTOR = """\
Say why a call with an id fails, how sure that is, and what to do: by the table, the provider's own list and answer for
your key (from the environment), and the error that you got."""
_DOCTOR_CODES = """\
exit codes:
  0  nothing speaks against the id
  1  the cause is known
  2  it could not be told, or wrong usage"""
_EXPLAIN = """\
Say what one id is on each surface, until when it is served, and what replaces it.
Of a file or a line of it, say how each id was read, who is asked for it and why, which calls it reaches, why it fails
the build or does not, and why other strings are no ids. The whole project is read for that, as `inventory` does."""
_EXPLAIN_CODES = """\
exit codes:
  0  the table has the id, or the place was read
  2  it does not, the file could not be read to the full, or wrong usage"""
_INVENTORY = """\
List every model id that the files below each PATH use: where, on which surface, in which state and until when."""
_INVENTORY_CODES = """\
exit codes:
  0  everything was read
  2  wrong usage or configuration, or a file that could not be read to the full"""


class _Parser(argparse.ArgumentParser):
    """Raises instead of leaving the program, so that mistakes can be told together."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; `{self.prog} --help` lists the options")


def parse(argv: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """What the words ask for, and the mistakes in them that do not stop the reading of the rest.

    Raises UsageError where nothing more can be read, and SystemExit after `--help` and `--version`.
    """
    command = next((word for word in argv if not word.startswith("-")), None)
    parser, commands = _parser(command)
    if command is not None and command not in commands:
        raise UsageError(_unknown_command(command, [name for name in commands if " " not in name]))
    words = [word for word in argv if not word.startswith("-")]
    if command == "table" and len(words) > 1 and f"table {words[1]}" not in commands:
        below = [name.removeprefix("table ") for name in commands if name.startswith("table ")]
        raise UsageError(f"unknown command 'table {words[1]}'; {nearest(words[1], sorted(below))}")
    known, extra = parser.parse_known_args(argv)
    if known.command is None:
        stray = [word for word in extra if word.startswith("-")]
        raise UsageError(
            [f"unknown option {word!r}; {nearest(word, _options(parser))}" for word in stray]
            or ["no command is given; `modelgate check` judges the code below this directory, `modelgate --help` helps"]
        )
    name = known.command if getattr(known, "table_command", None) is None else f"table {known.table_command}"
    mistakes = []
    for word in extra:
        if word.startswith("-") and word != "-":
            option = word.partition("=")[0]
            mistakes.append(f"unknown option {option!r}; {nearest(option, _options(commands[name]))}")
        elif hasattr(known, "paths"):
            # Paths after an option that stands between paths.
            known.paths.append(word)
        else:
            mistakes.append(f"`modelgate {name}` takes {known.takes}; there is no use for {word!r}")
    missing = [f"--{option}" for option in getattr(known, "needed", ()) if getattr(known, option) is None]
    if missing:
        mistakes.append(f"`modelgate {name}` needs {', '.join(missing)}")
    return known, [*mistakes, *_choices(known)]


def nearest(word: str, choices: Sequence[str]) -> str:
    """The choice that was probably meant, or all of them."""
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), choices, 1)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(choices)}"


def _unknown_command(word: str, commands: Sequence[str]) -> str:
    from pathlib import Path

    if Path(word).exists():
        return f"{word!r} is no command; to judge it, write `modelgate check {word}`"
    return f"unknown command {word!r}; {nearest(word, sorted(commands))}"


def _choices(known: argparse.Namespace) -> list[str]:
    offered = {"format": known.formats, "color": COLOURS if hasattr(known, "color") else ()}
    offered |= getattr(known, "choices", {})
    given = {option: getattr(known, option.replace("-", "_")) for option, choices in offered.items() if choices}
    return [
        f"--{option}: unknown value {value!r}; {nearest(value, offered[option])}"
        for option, value in given.items()
        if value is not None and value not in offered[option]
    ]


def _options(parser: argparse.ArgumentParser) -> list[str]:
    return sorted(word for action in parser._actions for word in action.option_strings if word.startswith("--"))


def _parser(asked: str | None = None) -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """The parser, and those of its commands; with the options of the one that is `asked`, of every one for None."""
    parser = _Parser(
        prog="modelgate",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"modelgate {__version__}")
    below = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    commands: dict[str, argparse.ArgumentParser] = {}
    for name, (summary, description, epilog, offer) in _COMMANDS.items():
        command = commands[name] = below.add_parser(
            name,
            help=summary,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        # Options take longer to make than to read: only those that can be meant are made.
        if asked in (None, name, "completion"):
            offer(command)
    commands["completion"].set_defaults(parser=parser)
    if asked in (None, "table", "completion"):
        commands |= table_arguments.offer(commands["table"])
    return parser, commands


def _check(parser: argparse.ArgumentParser) -> None:
    _scan_options(parser, "check", "text")
    _verdict_options(parser)


def _inventory(parser: argparse.ArgumentParser) -> None:
    _scan_options(parser, "inventory", "table")


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id",
        metavar="ID|PATH:LINE",
        help="a model id, such as gpt-4-turbo; or a file, a line of it, or PATH:LINE:COLUMN",
    )
    parser.add_argument("--changed", metavar="REF", help="of a place, say also what `check --changed REF` makes of it")
    _format_option(parser, ("json", "text"), "text")
    option_groups.day(parser)
    parser.set_defaults(takes="one name", everything=False, color="auto")


def _doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the model id of the call that fails")
    asking = parser.add_argument_group("what is asked")
    asking.add_argument(
        "--provider", metavar="NAME", help="who is asked for it, by its name in the table, such as openai"
    )
    asking.add_argument(
        "--base-url", metavar="URL", help="the base address of the call, if it is not the provider's own"
    )
    asking.add_argument("--key-variable", metavar="NAME", help="the environment variable of the key for --base-url")
    asking.add_argument("--endpoint", metavar="NAME", help="what was called, such as chat.completions or responses")
    asking.add_argument("--error", metavar="FILE", help="a file with the error as it was printed; - for standard input")
    asking.add_argument("--offline", action="store_true", help="ask nobody; go by the table and the error alone")
    option_groups.day(parser)
    _format_option(parser, ("json", "text"), "text")
    parser.set_defaults(takes="one id", everything=False, color="auto")


def _rule(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE", nargs="?", help="a code or a name, such as MG101 or retired-model")
    parser.set_defaults(formats=(), takes="one name")


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", metavar="SHELL", help=", ".join(SHELLS))
    parser.set_defaults(formats=(), takes="one shell", choices={"shell": SHELLS})


def _table(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(formats=(), listing=parser.format_help)


def _scan_options(parser: argparse.ArgumentParser, shows: str, usual: str) -> None:
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="files or directories; the configured ones when left out"
    )
    reading = parser.add_argument_group("what is read")
    reading.add_argument("--config", metavar="FILE", help="the configuration: a TOML file with [tool.modelgate]")
    reading.add_argument(
        "--exclude", metavar="GLOB", action="append", help="leave out paths, in .gitignore syntax; may be repeated"
    )
    reading.add_argument(
        "--force-exclude", action="store_true", help="leave out excluded files even when they are named as PATH"
    )
    judging = parser.add_argument_group("how it is judged")
    option_groups.day(judging)
    judging.add_argument("--horizon", metavar="DAYS", help="warn this many days before a model ends (default: 90)")
    output = parser.add_argument_group("output")
    names = tuple(form.name for form in all_formats() if form.serves(shows))
    output.add_argument(
        "--format",
        metavar="NAME[=FILE]",
        action="append",
        default=[],
        dest="results",
        help=f"{', '.join(names[:-1])} or {names[-1]} (default: {usual}), or several, all but one with a file",
    )
    parser.set_defaults(formats=(), usual=usual)
    output.add_argument("--output", metavar="FILE", help="write the result to FILE instead of standard output")
    output.add_argument("--all", action="store_true", dest="everything", help=_ALL[shows])
    if shows == "check":
        output.add_argument("--explain", action="store_true", dest="evidence", help=_EVIDENCE)
    output.add_argument(
        "--color", metavar="WHEN", default="auto", help="auto, always or never (default: auto, on terminals only)"
    )
    output.add_argument("-q", "--quiet", action="store_true", help="no summary, no warnings: only results and errors")


_ALL = {
    "check": "also list what does not fail the build, what is suppressed and which files were left out",
    "inventory": "also list each place of each model",
}


_EVIDENCE = "also say of each finding who is asked, what says so, and which calls are reached"


def _verdict_options(parser: argparse.ArgumentParser) -> None:
    verdict = parser.add_argument_group("what fails the build")
    option_groups.failing(verdict)
    verdict.add_argument(
        "--changed",
        metavar="REF",
        help="only what changed since REF may fail: lines that are not as they were where the branch left it",
    )
    verdict.add_argument(
        "--grace",
        metavar="DAYS",
        help="a newly announced end fails nothing that did not change for this many days (default: 0)",
    )
    option_groups.recorded(verdict)
    option_groups.live(verdict)
    verdict.add_argument("--exit-zero", action="store_true", help="exit 0 instead of 1; no verdict is still 2")


def _format_option(parser: argparse.ArgumentParser, names: tuple[str, ...], usual: str) -> None:
    help_text = f"{' or '.join(sorted(names))} (default: {usual})"
    parser.add_argument("--format", metavar="NAME", default=usual, help=help_text)
    parser.set_defaults(formats=names)


_COMMANDS: dict[str, tuple[str, str, str | None, Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("judge the model ids in files", _CHECK, _EXIT_CODES, _check),
    "inventory": ("list every model that the code uses", _INVENTORY, _INVENTORY_CODES, _inventory),
    "baseline": (
        "record today's findings, so that only new ones fail",
        option_groups.BASELINE,
        option_groups.BASELINE_CODES,
        option_groups.baseline,
    ),
    "lock": (
        "record the models that the code asks for, so that a new one fails",
        option_groups.LOCK,
        option_groups.LOCK_CODES,
        option_groups.lock,
    ),
    "fix": (
        "replace ids that are gone, going or misspelt",
        option_groups.FIX,
        option_groups.FIX_CODES,
        option_groups.fix,
    ),
    "explain": ("say what one id is, or how a place in the code is read", _EXPLAIN, _EXPLAIN_CODES, _explain),
    "doctor": ("say why a call with an id fails", _DOCTOR, _DOCTOR_CODES, _doctor),
    "rule": ("list the rules, or show one", "List the rules, or show one with its examples.", None, _rule),
    "init": (
        "set a project up: configuration, hook and workflow",
        option_groups.INIT,
        None,
        option_groups.init,
    ),
    "completion": ("print what completes commands in a shell", option_groups.COMPLETION, None, _completion),
    "table": (table_arguments.SUMMARY, table_arguments.DESCRIPTION, None, _table),
}
"""By name: what the command does in a few words, in more, its exit codes, and what adds its options."""
