"""Times the cold scan of a checkout against `git grep` for the same keywords, in one run, start-up aside.

    python benchmarks/cold_scan.py PATH [--repeats N]

Every figure is the best of the repeats, which take turns so that a busy machine slows all of them alike.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

IMPORTS = """\
import resource, subprocess, sys
from pathlib import Path
from pytest_modelgate import catalog
from pytest_modelgate.discover import discover
from pytest_modelgate.filenames import names_of
from pytest_modelgate.languages import all_languages
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver
keywords = Resolver(catalog.load(), all_providers()).keywords.words
names = names_of(all_languages())
"""

SCAN = f"""{IMPORTS}
root = Path(sys.argv[1])
found = discover([root], base=root, exclude=(), names=names, keywords=keywords)
own, git = (resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(found.tally.read, len(found.sources), own, git)
"""

LIST = f"{IMPORTS}\nprint(*keywords)\nprint(*names.pathspecs())"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("path", type=Path, help="the root of a git checkout")
    arguments.add_argument("--repeats", type=int, default=7)
    given = arguments.parse_args()
    keywords, pathspecs = (line.split() for line in python(LIST).splitlines())
    # -c core.fsmonitor=false keeps both sides from being helped by a program that watches the files.
    grep = ["git", "-C", str(given.path), "-c", "core.fsmonitor=false", "grep", "-I", "-l", "-i", "-F"]
    grep += [word for keyword in keywords for word in ("-e", keyword)]
    ways = {
        "scan": [sys.executable, "-c", SCAN, str(given.path)],
        "imports of the scan": [sys.executable, "-c", IMPORTS],
        "git grep, every file": grep,
        "git grep, same kinds of files": [*grep, "--", *pathspecs],
        "git grep, start-up": [*grep, "--", ":(literal)no such file"],
    }
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(given.repeats):
        for name, command in ways.items():
            best[name] = min(best[name], seconds(command))
    read, sources, own, git = python(SCAN, str(given.path)).split()
    scan = best["scan"] - best["imports of the scan"]
    every = best["git grep, every file"] - best["git grep, start-up"]
    same = best["git grep, same kinds of files"] - best["git grep, start-up"]
    print(f"{given.path}: {read} files searched for {len(keywords)} keywords, {sources} hold one")
    for name, taken in best.items():
        print(f"  {name:32}{taken * 1000:9.1f} ms")
    print(f"  scan, start-up aside            {scan * 1000:9.1f} ms")
    print(f"  ratio to git grep, every file   {scan / every:9.2f}   (at most 4, aim 2)")
    print(f"  ratio to git grep, same kinds   {scan / same:9.2f}")
    print(f"  peak memory                     {own:>9} MB, of git {git} MB")


def python(code: str, *arguments: str) -> str:
    """What a fresh process prints."""
    return subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True).stdout


def seconds(command: list[str]) -> float:
    """The wall time of a command that may find nothing."""
    start = time.perf_counter()
    result = subprocess.run(command, check=False, capture_output=True)
    taken = time.perf_counter() - start
    if result.returncode not in (0, 1):
        sys.exit(f"{command[0]}: {result.stderr.decode(errors='replace')}")
    return taken


if __name__ == "__main__":
    main()
