"""What the words of a command say of the settings, the gateways and the paths of its run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate.errors import UsageError
from pytest_modelgate.terms import LiveMode

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from pytest_modelgate.config import Settings


def settings_of(asked: argparse.Namespace) -> Settings:
    """The settings of the project that is judged, with what the options say instead. Raises UsageError."""
    from pytest_modelgate import config
    from pytest_modelgate.rules import all_rules

    if asked.command in ("explain", "doctor"):
        start = _start(paths_of(asked)) if hasattr(asked, "paths") else Path.cwd()
        return config.load(start, [(rule.code, rule.name) for rule in all_rules()])
    given: dict[str, object] = {"exclude": asked.exclude}
    for name in ("horizon", "grace"):
        days = getattr(asked, name, None)
        given[name] = int(days) if days is not None and days.isdecimal() else days
    if asked.command in ("check", "fix", "baseline", "lock"):
        files = {key: getattr(asked, key, None) for key in ("baseline", "lock")}
        given |= {key: file and os.path.abspath(file) for key, file in files.items()}  # noqa: PTH100
        given |= {"fail-on": getattr(asked, "fail_on", None), "live": getattr(asked, "live", None)}
        lists = {key: getattr(asked, key.replace("-", "_"), None) for key in ("gate-roles", "select", "ignore")}
        given |= {key: [word.strip() for word in words.split(",")] for key, words in lists.items() if words is not None}
    return config.load(
        _start(paths_of(asked)),
        [(rule.code, rule.name) for rule in all_rules()],
        file=None if asked.config is None else Path(asked.config),
        overrides={key: value for key, value in given.items() if value is not None},
    )


def gateways_of(asked: argparse.Namespace) -> list[tuple[str, str]]:
    """The operator's own addresses, each with the variable of its key. Raises UsageError."""
    found, mistakes = [], []
    for word in getattr(asked, "live_gateway", []):
        address, sign, variable = word.rpartition("=")
        if sign and address and variable.isidentifier():
            found.append((address, variable))
        else:
            mistakes.append(
                # What stands for the variable may be the key itself.
                f"--live-gateway: {address if sign else word!r} names no address and variable; write it like"
                " https://llm.example.org/v1=LLM_API_KEY"
            )
    if found and asked.live in (None, LiveMode.OFF):
        mistakes.append("--live-gateway has no effect without --live on; add it")
    if mistakes:
        raise UsageError(mistakes)
    return found


def paths_of(asked: argparse.Namespace) -> list[Path]:
    """The paths that are named, from the root of the file system."""
    # `Path.absolute` would keep the `..` in them, and so their place would not be known.
    return [Path(os.path.abspath(path)) for path in getattr(asked, "paths", [])]  # noqa: PTH100


def _start(paths: Sequence[Path]) -> Path:
    """Where the search for a configuration begins: here, or at the checkout of paths that are elsewhere."""
    here = Path.cwd()
    if all(path.is_relative_to(here) for path in paths):
        return here
    common = Path(os.path.commonpath(paths))
    folder = common if common.is_dir() else common.parent
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)
