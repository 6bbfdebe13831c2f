"""Times every language by megabyte of text: reading it in vain, judging what it holds, and reading it to full depth.

    python benchmarks/language_cost.py [LANGUAGE...] [--bytes N]

The text of a language is its own files in `tests/cases`, each repeated under further names until they are N bytes
together. `search` is what a file costs whose names and ids are none that could matter, `check` what a check costs that
gates by runtime references alone, `everything` what `inventory` reads. All count the CPU time of this process, start-up
left out, and are seconds for each megabyte.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate.config import Settings
from pytest_modelgate.examine import Examiner
from pytest_modelgate.languages import all_languages
from pytest_modelgate.rules import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable

CASES = Path(__file__).parent.parent / "tests" / "cases"
TODAY = date(2026, 11, 21)
WAYS = ("search", "check", "everything")
_LETTERS = re.compile(rb"[A-Za-z]+")


def main() -> None:
    known = [language.name for language in all_languages()]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", help=f"some of {', '.join(known)}; all where none is named")
    parser.add_argument("--bytes", type=int, default=300_000, help="how much text of each language is read")
    asked = parser.parse_args()
    print(f"{'language':<12}{'files':>6}" + "".join(f"{way:>12}" for way in WAYS) + f"{'references':>12}")
    for name in asked.languages or known:
        with tempfile.TemporaryDirectory() as folder:
            files = _written(name, Path(folder), asked.bytes)
            megabytes = sum(file.stat().st_size for file in files) / 1e6
            check, _ = _read(files, Path(folder), deep=False)
            everything, references = _read(files, Path(folder), deep=True)
            for file in files:
                # Such words are no models and call none.
                file.write_bytes(_LETTERS.sub(lambda found: b"x" * len(found[0]), file.read_bytes()))
            search, _ = _read(files, Path(folder), deep=False)
            costs = "".join(f"{spent / megabytes:>12.3f}" for spent in (search, check, everything))
            print(f"{name:<12}{len(files):>6}{costs}{references:>12}", flush=True)


def _written(name: str, folder: Path, size: int) -> list[Path]:
    """Files of a language, of so many bytes together at least."""
    cases = sorted(path for path in (CASES / name).rglob("*") if path.is_file() and path.suffix != ".expect")
    files: list[Path] = []
    while size > 0:
        for case in cases:
            file = folder / str(len(files)) / case.relative_to(CASES / name)
            file.parent.mkdir(parents=True)
            shutil.copyfile(case, file)
            files.append(file)
            size -= max(case.stat().st_size, 1)
    return files


def _read(files: Iterable[Path], root: Path, *, deep: bool) -> tuple[float, int]:
    """The seconds that it takes to read the files, and the references in them."""
    examiner = Examiner(Settings(root=root, select=tuple(rule.code for rule in all_rules())), TODAY, deep=deep)
    files = list(files)
    # What is imported and made once is no cost of a file.
    examiner.examine(files[0])
    begun = time.process_time()
    references = sum(len(examiner.examine(file).references) for file in files)
    return time.process_time() - begun, references


if __name__ == "__main__":
    main()
