"""Times a check against the same check with every file read by its literals alone, in one run.

    python benchmarks/context_cost.py PATH... [--repeats N]

Each way is a fresh process that counts its own CPU time, start-up left out, and the ways take turns. `literals` finds
the ids and judges them without asking what they are used for; `context` follows them to calls, clients and files;
`everything` is what `inventory` reads.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from pathlib import Path

READ = """\
import sys, time
from datetime import date
from pathlib import Path
import libcst
from pytest_modelgate import gate
from pytest_modelgate.config import Settings
from pytest_modelgate.languages import all_languages, python
from pytest_modelgate.rules import all_rules
path, way = sys.argv[1:]
if way == "literals":
    python.needs_context = lambda *_: False
    python.borrowed = lambda _: ()
all_languages()
settings = Settings(root=Path(path), select=tuple(rule.code for rule in all_rules()))
begun = time.process_time()
report = gate.run(settings, paths=None, today=date(2026, 11, 21), deep=way == "everything", jobs=1)
spent = time.process_time() - begun
print(spent, report.files.parsed, len(report.references), len(report.findings))
"""
WAYS = ("literals", "context", "everything")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", type=Path, nargs="+", help="trees of Python files, such as installed packages")
    arguments.add_argument("--repeats", type=int, default=3)
    given = arguments.parse_args()
    for path in given.paths:
        times: dict[str, list[float]] = {way: [] for way in WAYS}
        told: dict[str, list[str]] = {}
        for _ in range(given.repeats):
            for way in WAYS:
                command = [sys.executable, "-c", READ, str(path.absolute()), way]
                spent, *told[way] = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
                times[way].append(float(spent))
        base = statistics.median(times["literals"])
        print(path.name)
        for way in WAYS:
            parsed, references, findings = told[way]
            median = statistics.median(times[way])
            print(
                f"  {way:<10} {median:7.2f} s  {median / base:4.2f} times; {parsed} files read, {references} refs,"
                f" {findings} findings"
            )


if __name__ == "__main__":
    main()
