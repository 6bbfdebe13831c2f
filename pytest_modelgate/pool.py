"""Examines many files, in several processes where there is enough to read."""

from __future__ import annotations

import os
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from pytest_modelgate.decode import shown
from pytest_modelgate.examine import Examined, Examiner
from pytest_modelgate.values import Notification

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import ProcessPoolExecutor
    from datetime import date
    from pathlib import Path

    from pytest_modelgate.config import Settings

_WORTH_A_PROCESS = 1_500_000
"""Bytes of source for each process: what is read in about the time that a process takes to start."""
_DEATHS = 3
"""Processes in a row that end without reading a file, after which files are read in this one."""
_HANDED_OUT = 4
"""Files that a process is given at a time."""


def examine_all(
    examiner: Examiner, paths: Sequence[Path], progress: Callable[[Sequence[Path]], Iterable[Path]], jobs: int | None
) -> Iterator[Examined]:
    """What each file holds, in no order that means anything. `progress` is told of each file as it is finished.

    A file on which a process dies is a blocking notification; the others are read all the same.
    """
    sizes = {path: _size(path) for path in paths}
    processes = jobs or min(_cores(), sum(sizes.values()) // _WORTH_A_PROCESS)
    # The largest first, so that no process is left with one of them at the end.
    largest_first = sorted(paths, key=lambda path: -sizes[path])
    results = _in_processes(examiner, largest_first, processes) if processes > 1 else map(examiner.examine, paths)
    for _, result in zip(progress(paths), results, strict=True):
        yield result


def _in_processes(examiner: Examiner, paths: list[Path], processes: int) -> Iterator[Examined]:
    from concurrent.futures.process import BrokenProcessPool

    work = partial(_examine, examiner.settings, examiner.today, examiner.deep)
    suspects: list[Path] = []
    while paths and len(suspects) < _DEATHS:
        finished = 0
        try:
            for result in _results(work, paths, processes):
                # Processes can live here, so those that ended did so because of what they read.
                yield from (_dead(suspect, examiner.settings) for suspect in suspects)
                suspects.clear()
                finished += 1
                yield result
            paths = []
        except BrokenProcessPool:
            paths = paths[finished:]
            if processes == 1:
                # One at a time, the file that ends its process is the first without a result.
                suspects.append(paths.pop(0))
            processes = 1
    if paths:
        # No process lives long enough to read anything, whatever the file.
        yield from map(examiner.examine, [*suspects, *paths])
    else:
        yield from (_dead(suspect, examiner.settings) for suspect in suspects)


def _results(work: Callable[[Path], Examined], paths: list[Path], processes: int) -> Iterator[Examined]:
    """What `work` says of each path, in their order. Raises BrokenProcessPool where a process ended on its own."""
    from concurrent.futures.process import BrokenProcessPool

    at_a_time = _HANDED_OUT if processes > 1 else 1
    executor = _executor(processes)
    left_to_cancel = True
    try:
        parts = [paths[start : start + at_a_time] for start in range(0, len(paths), at_a_time)]
        futures = [executor.submit(_each, work, part) for part in parts]
        for future in futures:
            yield from future.result()
    except BrokenProcessPool:
        # The executor fails what is left by itself, and in Python 3.11 stumbles over what was cancelled meanwhile,
        # which is also why this is not `Executor.map`.
        left_to_cancel = False
        raise
    finally:
        executor.shutdown(cancel_futures=left_to_cancel)


def _each(work: Callable[[Path], Examined], paths: list[Path]) -> list[Examined]:
    return [work(path) for path in paths]


def _executor(processes: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(processes, mp_context=get_context(method))


def _examine(settings: Settings, today: date, deep: bool, path: Path) -> Examined:
    return _examiner(settings, today, deep).examine(path)


@lru_cache(maxsize=1)
def _examiner(settings: Settings, today: date, deep: bool) -> Examiner:
    return Examiner(settings, today, deep=deep)


def _dead(path: Path, settings: Settings) -> Examined:
    message = "reading it ended the process that read it. Leave the file out with `exclude`, and report this, please."
    trouble = Notification(message=message, path=shown(path, settings.root), blocking=True)
    return Examined(path=path, notifications=(trouble,))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        # The reader tells what is wrong with the file.
        return 0


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
