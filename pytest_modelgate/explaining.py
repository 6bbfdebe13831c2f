"""The command `modelgate explain`: tells a place of the code from an id, and explains either, or both."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate import account, account_lines, explain, spelling
from pytest_modelgate import catalog as catalogs
from pytest_modelgate.errors import UsageError
from pytest_modelgate.filenames import names_of
from pytest_modelgate.formats._escape import visible
from pytest_modelgate.formats.json import serialized
from pytest_modelgate.languages import all_languages
from pytest_modelgate.terms import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from pytest_modelgate.account import Spot
    from pytest_modelgate.config import Settings
    from pytest_modelgate.explain import Explanation
    from pytest_modelgate.kinds import Style


def spot_of(word: str) -> Spot | None:
    """The place that a word names, or None where it is an id. Raises UsageError for a place that is not there."""
    return account.spot_of(word, names_of(all_languages()))


def run(
    word: str,
    spot: Spot | None,
    settings: Settings,
    today: date,
    *,
    changed: str | None,
    style: Style,
    json: bool,
    progress: Callable[[Sequence[Path]], Iterable[Path]],
) -> int:
    """Prints what is known of the place, or of the id, and of both where the word is either; gives the exit code.

    Raises ModelgateError.
    """
    explanation = _explanation(word, settings, today)
    known = bool(explanation["apis"] or explanation["surfaces"])
    if spot is not None and spot.line is None and known and not names_of(all_languages()).wants(word):
        # A file that is not read has nothing to tell, and the id has.
        spot = None
    if spot is None:
        if not known and Path(word).is_dir():
            raise UsageError(
                f"{word!r} is a folder and no id; `modelgate inventory {word}` lists what it uses, and"
                f" `modelgate explain {word.rstrip('/')}/FILE:LINE` explains a line of one of its files"
            )
        _print(serialized(explanation, indent=2) if json else "\n".join(explain.lines(explanation)))
        return Verdict.CLEAN if known else Verdict.NO_VERDICT
    told = account.account(spot, settings, today, changed=changed, progress=progress)
    also = explanation if known else None
    if json:
        _print(serialized({**account_lines.document(told), "id": also}, indent=2))
    else:
        _print("\n".join(account_lines.lines(told, style)))
        if also is not None:
            _print("\n".join(["", "As an id, not as a file:", *explain.lines(also)]))
    return Verdict.CLEAN if told.whole else Verdict.NO_VERDICT


def _explanation(word: str, settings: Settings, today: date) -> Explanation:
    catalog = catalogs.load(settings.root, settings.extra_tables)
    if catalog.origin.trouble is not None:
        print(f"modelgate: warning: {visible(catalog.origin.trouble)}", file=sys.stderr)  # noqa: T201

    def near(text: str) -> tuple[str, ...]:
        known = frozenset().union(*(catalog.ids(surface) for surface in catalog.surfaces))
        return spelling.nearest(text, known, as_of=catalog.as_of)[0]

    return explain.explain(word, catalog, today, settings.horizon, near)


def _print(text: str) -> None:
    print(text)  # noqa: T201
