"""Options that several commands share, and those of the commands that record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.terms import LiveMode, Role, Severity

if TYPE_CHECKING:
    import argparse

BASELINE = """\
Record the findings that fail the build today, so that from now on only new ones do. A finding is known again by its
rule, file, id and the name that holds it, wherever in the file it stands, and by the rest where the file has moved."""
BASELINE_CODES = """\
exit codes:
  0  the baseline is as it should be
  2  wrong usage or configuration, a file that could not be judged, or one in the way that is no baseline"""
LOCK = """\
Record every model that the code asks for: who serves it, what an alias stands for, until when it is served, and which
files use it. From then on `modelgate check` fails for models that are not recorded, and tells when an alias moves or an
end is announced. The file is sorted, has no line numbers, and says the same on every day."""
LOCK_CODES = """\
exit codes:
  0  the lock file is written, or fits the code
  1  with --check: it does not fit the code; what differs is on standard output
  2  wrong usage or configuration, a file that could not be judged, or one in the way that is no lock file"""

FIX = """\
Replace the ids that fail the build in the files below each PATH: those that are gone, going, misspelt or in another
surface's spelling. Only the id is changed, where it is written: encoding, newlines and quotes stay. Without
--unsafe-fixes, only replacements are written that the provider itself names and that are of the same kind. What stays
is listed with the reason."""
FIX_CODES = """\
exit codes:
  0  nothing is left that fails the build
  1  something is; or, with --diff and --check, something would be changed
  2  no verdict: wrong usage or configuration, or a file that could not be judged or changed"""

INIT = """\
Write what a project begins with: a configuration, a pre-commit hook and a workflow of GitHub Actions. Shows what it
would write, then asks. What is there already stays as it is."""
COMPLETION = """\
Print the script that completes modelgate's commands and options in a shell, to load from the shell's own start-up file:
  bash  eval "$(modelgate completion bash)"
  zsh   eval "$(modelgate completion zsh)"
  fish  modelgate completion fish | source"""

_KNOWN = "the findings that fail nothing, as `modelgate baseline` wrote them (default: .modelgate-baseline.json)"
_LOCKED = "the models that the code may ask for, as `modelgate lock` wrote them (default: modelgate.lock)"


def day(parser: argparse._ActionsContainer) -> None:
    """Adds the day of the run."""
    parser.add_argument(
        "--as-of", metavar="DATE", help="judge as of this day, YYYY-MM-DD (default: MODELGATE_AS_OF, else today in UTC)"
    )


def failing(verdict: argparse._ActionsContainer) -> None:
    """Adds what decides which findings fail the build, apart from where they stand."""
    verdict.add_argument(
        "--fail-on", metavar="LEVEL", help=f"{', '.join(Severity)}: fail from this severity on (default: error)"
    )
    gate_roles(verdict)
    verdict.add_argument("--select", metavar="RULE,...", help="run only these rules, by code or name")
    verdict.add_argument("--ignore", metavar="RULE,...", help="do not run these rules")


def gate_roles(group: argparse._ActionsContainer) -> None:
    """Adds the uses that count."""
    group.add_argument(
        "--gate-roles", metavar="ROLE,...", help=f"{', '.join(Role)}: the uses that may fail (default: runtime)"
    )


def recorded(verdict: argparse._ActionsContainer) -> None:
    """Adds the files that a verdict goes by: the baseline and the lock file."""
    known = verdict.add_mutually_exclusive_group()
    known.add_argument("--baseline", metavar="FILE", help=_KNOWN)
    known.add_argument("--no-baseline", action="store_true", help="findings of the baseline fail like any other")
    locked = verdict.add_mutually_exclusive_group()
    locked.add_argument("--lock", metavar="FILE", help=_LOCKED)
    locked.add_argument("--no-lock", action="store_true", help="judge as if there were no lock file")


def live(group: argparse._ActionsContainer) -> None:
    """Adds whom to ask what can be called."""
    group.add_argument(
        "--live",
        metavar="WHEN",
        help=f"{', '.join(LiveMode)}: ask the providers what your keys can call (default: off)",
    )
    group.add_argument(
        "--live-gateway",
        metavar="URL=VARIABLE",
        action="append",
        default=[],
        help="also ask this OpenAI-compatible address, with the key of this variable; may be repeated",
    )


def baseline(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `modelgate baseline`."""
    parser.add_argument("--prune", action="store_true", help="only take out what is no longer found; add nothing")
    parser.add_argument("--baseline", metavar="FILE", help="the file to write (default: .modelgate-baseline.json)")
    _reading(parser)
    parser.add_argument("--horizon", metavar="DAYS", help="warn this many days before a model ends (default: 90)")
    failing(parser.add_argument_group("what would fail the build"))
    _quiet(parser)


def lock(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `modelgate lock`."""
    parser.add_argument("--check", action="store_true", help="write nothing; say how the file differs from the code")
    parser.add_argument("--lock", metavar="FILE", help="the file to write (default: modelgate.lock)")
    _reading(parser)
    gate_roles(parser)
    live(parser)
    _quiet(parser)


def fix(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `modelgate fix`."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="files or directories; the configured ones when left out"
    )
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--diff", action="store_true", help="write nothing; print the changes as a diff")
    only.add_argument("--check", action="store_true", help="write nothing; say what would be changed")
    parser.add_argument(
        "--unsafe-fixes", action="store_true", help="also make changes that somebody should look at; each says why"
    )
    parser.add_argument("--select", metavar="RULE,...", help="only these rules; even where they only warn")
    parser.add_argument("--ignore", metavar="RULE,...", help="all rules but these")
    gate_roles(parser)
    _reading(parser)
    parser.add_argument(
        "--force-exclude", action="store_true", help="leave out excluded files even when they are named as PATH"
    )
    parser.add_argument("--horizon", metavar="DAYS", help="mend models that end within so many days (default: 90)")
    _quiet(parser)


def _reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help="the configuration: a TOML file with [tool.modelgate]")
    parser.add_argument("--exclude", metavar="GLOB", action="append", help="leave out paths; may be repeated")
    day(parser)


def _quiet(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-q", "--quiet", action="store_true", help="say only what is wrong")
    parser.set_defaults(formats=(), takes="no paths", everything=False, color="auto")


def init(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `init`."""
    parser.add_argument("--only", metavar="PART", help="config, hook or workflow (default: all three)")
    parser.add_argument("-y", "--yes", action="store_true", help="write without asking")
    parser.set_defaults(formats=(), takes="no paths", choices={"only": ("config", "hook", "workflow")})
