"""Shows on standard error how far the reading of many files has come."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


def progress(paths: Sequence[Path]) -> Iterable[Path]:
    """The paths; where a person watches standard error, with a bar there as soon as they have waited for a second."""
    return _watched(paths) if sys.stderr.isatty() else paths


def _watched(paths: Sequence[Path]) -> Iterator[Path]:
    begun, bar = monotonic(), None
    try:
        for done, path in enumerate(paths):
            if bar is None and monotonic() - begun > 1:
                from tqdm import tqdm

                bar = tqdm(total=len(paths), initial=done, desc="reading", unit=" files", leave=False, file=sys.stderr)
            yield path
            if bar is not None:
                bar.update()
    finally:
        if bar is not None:
            bar.close()
