"""`modelgate init`: shows what it would write into the project, asks, and writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate import starter
from pytest_modelgate.errors import UsageError
from pytest_modelgate.formats._escape import visible
from pytest_modelgate.terms import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_NEXT = """\
Next: `modelgate check` judges the code. If it finds more than you can mend today, `modelgate baseline` records that,
and from then on only new findings fail. Set the hook up with `pre-commit install`."""


def run(
    here: Path, parts: Sequence[str], say: Callable[[str], object], ask: Callable[[str], str] | None, *, yes: bool
) -> int:
    """Writes the parts into the project at `here`, after a yes where `ask` can be asked; the exit code.

    Raises UsageError below the root of a checkout, for a file that cannot be read, and where the system refuses one.
    """
    root = next((above for above in (here, *here.parents) if (above / ".git").exists()), here)
    if root != here:
        raise UsageError(f"init works at the root of a checkout; that is {str(root)!r}, so go there and try again")
    files = {name: _text(here / name) for name in starter.LOOKED_AT if (here / name).is_file()}
    proposed = starter.proposals(files, parts)
    for line in starter.shown(proposed):
        say(visible(line))
    wanted = [proposal.path for proposal in proposed if proposal.content is not None]
    if not wanted:
        say("Nothing is to be written.")
        return Verdict.CLEAN
    if not yes and ask is None:
        say("Nothing was written: nobody can be asked here. `modelgate init --yes` writes it.")
        return Verdict.CLEAN
    if not yes and ask is not None and ask(f"Write {', '.join(wanted)}? [y/N] ").strip().lower() not in ("y", "yes"):
        say("Nothing was written.")
        return Verdict.CLEAN
    say(f"Wrote {', '.join(starter.apply(proposed, here))}.")
    say(_NEXT)
    return Verdict.CLEAN


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, ValueError) as error:
        reason = (error.strerror or "unknown error").lower() if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(f"{path.name} cannot be read ({reason}); mend it and try again") from error
