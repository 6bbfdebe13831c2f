"""Times the reading of a tree full of model ids against parsing every Python file of it with libcst, in one run.

    python benchmarks/model_heavy.py PATH [--repeats N]

Each way is a fresh process, start-up included, and the ways take turns so that a busy machine slows all of them
alike. `check` reads what a verdict needs and `inventory` everything, both in one process, as libcst does; then `check`
in as many processes as it chooses. Memory is measured in a round of its own: that of all processes of a way together.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

PARSE = """\
import sys
from pathlib import Path
import libcst
files = size = refused = 0
for path in Path(sys.argv[1]).rglob("*.py"):
    content = path.read_bytes()
    files, size = files + 1, size + len(content)
    try:
        libcst.parse_module(content)
    except (libcst.ParserSyntaxError, RecursionError):
        refused += 1
print(f"{files} files of {size / 1e6:.1f} MB parsed, {refused} refused")
"""

READ = """\
import sys
from datetime import date
from pathlib import Path
from pytest_modelgate import gate
from pytest_modelgate.config import Settings
from pytest_modelgate.rules import all_rules
path, way, jobs = sys.argv[1:]
settings = Settings(root=Path(path), select=tuple(rule.code for rule in all_rules()))
today = date(2026, 11, 21)
report = gate.run(settings, paths=None, today=today, deep=way == "inventory", jobs=int(jobs) or None)
size = sum(Path(path, file).stat().st_size for file in {each.path for each in report.references})
print(
    f"{report.files.read} files searched, {report.files.parsed} parsed; {len(report.references)} references in files of"
    f" {size / 1e6:.1f} MB, {len(report.findings)} findings, {len(report.notifications)} notifications"
)
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("path", type=Path, help="a tree of Python files, such as an installed package")
    arguments.add_argument("--repeats", type=int, default=3)
    given = arguments.parse_args()
    path = str(given.path.absolute())
    ways = {
        "libcst, every file": [sys.executable, "-c", PARSE, path],
        "check, one process": [sys.executable, "-c", READ, path, "check", "1"],
        "inventory, one process": [sys.executable, "-c", READ, path, "inventory", "1"],
        "check": [sys.executable, "-c", READ, path, "check", "0"],
    }
    print(path)
    for name, command in ways.items():
        print(f"  {name:24}{subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()}")
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(given.repeats):
        for name, command in ways.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            taken[name].append(time.perf_counter() - start)
    parsing = taken["libcst, every file"]
    for name, command in ways.items():
        ratio = statistics.median(whole / own for whole, own in zip(parsing, taken[name], strict=True))
        print(f"  {name:24}{min(taken[name]):8.2f} s{ratio:8.1f} times as fast as libcst{peak(command):8.0f} MB")


def peak(command: list[str]) -> float:
    """The most memory, in MB, that a command and its processes hold at one time; pages that they share count twice."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    most = 0
    while process.poll() is None:
        most = max(most, sum(resident(entry, process.pid) for entry in Path("/proc").glob("[0-9]*")))
        time.sleep(0.05)
    return most / 1e6


def resident(entry: Path, session: int) -> int:
    """The bytes that a process holds; 0 when it belongs to another session or has ended."""
    try:
        after_name = (entry / "stat").read_text().rpartition(")")[2].split()
        if int(after_name[3]) != session:
            return 0
        return int((entry / "statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
    except OSError:
        return 0


if __name__ == "__main__":
    main()
