"""The pytest door: options, the marker, and nothing else until somebody asks for `--modelgate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

_NEEDS_GATE = (
    "modelgate_as_of",
    "modelgate_baseline",
    "modelgate_changed",
    "modelgate_config",
    "modelgate_fix",
    "modelgate_live",
    "modelgate_lock",
    "modelgate_no_baseline",
    "modelgate_no_lock",
    "modelgate_only",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the options and the ini key."""
    group = parser.getgroup("modelgate", "model ids that are gone, going, misspelt or unknown")
    group.addoption("--modelgate", action="store_true", help="Judge the LLM model ids in the code, one item per file.")
    group.addoption(
        "--modelgate-as-of",
        metavar="DATE",
        help="Judge as of this day, YYYY-MM-DD (default: MODELGATE_AS_OF, else today in UTC).",
    )
    group.addoption(
        "--modelgate-baseline",
        metavar="FILE",
        help="The findings that fail nothing, as `modelgate baseline` wrote them (default: .modelgate-baseline.json).",
    )
    group.addoption(
        "--modelgate-changed",
        metavar="REF",
        help="Fail only for what changed since REF: lines that are not as they were where the branch left it.",
    )
    group.addoption(
        "--modelgate-config",
        metavar="FILE",
        help="The configuration: a TOML file with [tool.modelgate] (default: the nearest one).",
    )
    group.addoption(
        "--modelgate-fix",
        action="store_true",
        help="First replace the ids that fail and can safely be replaced, as `modelgate fix` does; the rest fails.",
    )
    group.addoption(
        "--modelgate-live",
        metavar="WHEN",
        help="off, on or required: ask the providers what your keys can call (default: off).",
    )
    group.addoption(
        "--modelgate-lock",
        metavar="FILE",
        help="The models that the code may ask for, as `modelgate lock` wrote them (default: modelgate.lock).",
    )
    group.addoption(
        "--modelgate-no-baseline", action="store_true", help="Findings of the baseline fail like any other."
    )
    group.addoption("--modelgate-no-lock", action="store_true", help="Judge as if there were no lock file.")
    group.addoption("--modelgate-only", action="store_true", help="Collect no tests, only the items of modelgate.")
    parser.addini("modelgate", "Judge model ids in every run, as with --modelgate.", type="bool", default=False)


def pytest_configure(config: pytest.Config) -> None:
    """Registers the gate when it is asked for. Raises pytest.UsageError for its options without it."""
    config.addinivalue_line("markers", "modelgate: the item judges the model ids of a file, or the run that read them.")
    if config.getoption("modelgate") or config.getini("modelgate"):
        from pytest_modelgate.pytest_gate import Gate

        config.pluginmanager.register(Gate(config), "modelgate-gate")
        return
    alone = [f"--{name.replace('_', '-')}" for name in _NEEDS_GATE if config.getoption(name)]
    if alone:
        import pytest

        raise pytest.UsageError(f"{', '.join(alone)} has no effect without --modelgate; add it")
