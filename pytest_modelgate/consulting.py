"""The command `modelgate doctor`: asks why a call with an id fails, and prints the answer."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate import arguments, diagnosis, doctor
from pytest_modelgate import catalog as catalogs
from pytest_modelgate.errors import UsageError
from pytest_modelgate.formats._layout import wrapped
from pytest_modelgate.formats.json import serialized
from pytest_modelgate.inquiry import Inquiry, gathered
from pytest_modelgate.listers import all_listers
from pytest_modelgate.terms import Verdict

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from pytest_modelgate.config import Settings
    from pytest_modelgate.kinds import Style


def run(asked: argparse.Namespace, settings: Settings, today: date, error: str | None, style: Style) -> int:
    """Prints what is wrong with an id, and gives the exit code. Raises UsageError for a provider that nobody knows."""
    catalog = catalogs.load(settings.root, settings.extra_tables)
    known = sorted({*catalog.surfaces, *(lister.surface for lister in all_listers())})
    if asked.provider is not None and asked.provider not in known:
        raise UsageError(f"--provider: unknown provider {asked.provider!r}; {arguments.nearest(asked.provider, known)}")

    inquiry = Inquiry(
        id=asked.id,
        surface=asked.provider,
        base=asked.base_url,
        variable=asked.key_variable,
        endpoint=asked.endpoint,
        error=error,
        offline=asked.offline,
    )
    found = doctor.diagnose(gathered(inquiry, catalog, os.environ, today, settings.horizon))
    if asked.format == "json":
        print(serialized(diagnosis.document(found), indent=2))  # noqa: T201
    else:
        print(*(part for line in diagnosis.lines(found) for part in _laid_out(line, style)), sep="\n")  # noqa: T201
    if found.cause is diagnosis.Cause.WORKS:
        return Verdict.CLEAN
    return Verdict.FINDINGS if found.settled else Verdict.NO_VERDICT


def _laid_out(line: str, style: Style) -> list[str]:
    """A line as it fits the terminal: what goes on stands deeper, so that each line can be told from the next."""
    if style.width is None:
        return [line]
    text = line.lstrip(" ")
    first, *more = wrapped(text, replace(style, width=style.width - 2), " " * (len(line) - len(text)))
    return [first, *(f"  {part}" for part in more)]


def text_of(file: str | None) -> str | None:
    """The text of a file, or of standard input for `-`. Raises UsageError."""
    if file is None:
        return None
    try:
        read = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"--error: {file!r} cannot be read ({(error.strerror or 'unknown error').lower()})") from error
    return read.decode("utf-8", "replace")
