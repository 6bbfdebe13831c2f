"""Where the results of one run go: each in its format, to standard output or into a file."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate.arguments import nearest
from pytest_modelgate.errors import UsageError
from pytest_modelgate.formats import all_formats
from pytest_modelgate.writing import writable, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pytest_modelgate.kinds import Format, Style
    from pytest_modelgate.values import Report

EXTRA = "pytest-modelgate[reports]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One result that is wanted."""

    form: Format
    file: Path | None = None
    """None for standard output."""


def outputs_of(command: str, words: Sequence[str], usual: str, file: str | None) -> tuple[Output, ...]:
    """What `--format NAME` and `--format NAME=FILE` ask for; `file` is where what has no file of its own goes.

    What people read, the format `usual`, is shown as well where each named format goes into a file.
    Raises UsageError for an unknown format, one whose packages are not installed, two for standard output, and a file
    that cannot be written.
    """
    known = {form.name: form for form in all_formats() if form.serves(command)}
    found = [(name, target if sign else None) for name, sign, target in (word.partition("=") for word in words)]
    targets = [target for _, target in found if target] + ([] if file is None else [file])
    mistakes = [*_misnamed(found, known), *_unmade(found, known), *_unwritable(targets)]
    if mistakes:
        raise UsageError(mistakes)
    plain = next((name for name, target in found if target is None), usual)
    shown = Output(form=known[plain], file=None if file is None else Path(file))
    return (shown, *(Output(form=known[name], file=Path(target)) for name, target in found if target is not None))


def deliver(command: str, outputs: Sequence[Output], report: Report, style: Callable[[Path | None], Style]) -> bool:
    """Writes the files, then to standard output; whether anything was shown there. `style` is that of each of them.

    Raises UsageError when the system refuses a file.
    """
    shown = False
    for output in sorted(outputs, key=lambda output: output.file is None):
        text = output.form.render(command, report, style(output.file))
        if output.file is not None:
            write(output.file, text.encode("utf-8", "backslashreplace"))
            continue
        # In pieces, for an unbuffered stream drops what a reader that goes away has not taken, and tells nobody.
        sys.stdout.writelines(text.splitlines(keepends=True))
        sys.stdout.flush()
        shown = bool(text)
    return shown


def _misnamed(found: Sequence[tuple[str, str | None]], known: Iterable[str]) -> Iterator[str]:
    names = sorted(known)
    for name, target in found:
        if name not in names:
            yield f"--format: unknown value {name!r}; {nearest(name, names)}"
        elif target == "":
            yield f"--format: {name}= names no file; write it like {name}=report.txt"
    plain = [name for name, target in found if target is None]
    if len(plain) > 1:
        yield f"--format: {' and '.join(plain)} cannot be shown at once; give all but one a file, as NAME=FILE"


def _unmade(found: Sequence[tuple[str, str | None]], known: Mapping[str, Format]) -> Iterator[str]:
    """Formats that cannot be made here, told before anything is read."""
    for name in dict.fromkeys(name for name, _ in found if name in known):
        missing = [package for package in known[name].needs if find_spec(package) is None]
        if missing:
            yield f'--format: {name} is made with {" and ".join(missing)}, not installed here; pip install "{EXTRA}"'


def _unwritable(targets: Sequence[str]) -> Iterator[str]:
    for at, target in enumerate(targets):
        if target in targets[:at]:
            yield f"{target!r} is named for two results; name a file for each"
        try:
            writable(Path(target))
        except UsageError as error:
            yield from error.mistakes
