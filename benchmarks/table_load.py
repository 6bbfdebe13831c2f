"""Times the table in a fresh process: importing its room, loading it and looking one id up; against reading its YAML.

    python benchmarks/table_load.py [--repeats N]

Every figure is the median of the repeats. Run it with the Python of an environment that the wheel is installed in, from
another directory than the checkout, to measure an installed package.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys

LOAD = """\
import time
start = time.perf_counter()
from pytest_modelgate import catalog
imported = time.perf_counter()
table = catalog.load()
record = table.find("openai", "gpt-4-turbo")
loaded = time.perf_counter()
assert record is not None and record.retires is not None
print(imported - start, loaded - imported)
"""

PARSE = """\
import time
from pathlib import Path
from pytest_modelgate import catalog, compiled, table
room = Path(catalog.__file__).parent
place = next(path for path in (room / compiled.TABLE, room.parent / compiled.TABLE) if path.is_file())
start = time.perf_counter()
content = table.parse(place.read_bytes(), str(place))
print(time.perf_counter() - start)
"""

WHERE = "from pytest_modelgate import catalog; print(catalog.__file__, catalog.load().rows)"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--repeats", type=int, default=15)
    given = arguments.parse_args()
    where, rows = python(WHERE)
    print(f"{where}, {rows} rows")
    rounds = [(*python(LOAD), *python(PARSE)) for _ in range(given.repeats)]
    importing, loading, parsing = (statistics.median(map(float, column)) * 1000 for column in zip(*rounds, strict=True))
    print(f"  import                {importing:8.1f} ms")
    print(f"  load and one look-up  {loading:8.1f} ms   (at most 30)")
    print(f"  reading the YAML      {parsing:8.1f} ms, {parsing / loading:.0f} times as long")


def python(code: str) -> list[str]:
    """The words that a fresh process prints."""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.split()


if __name__ == "__main__":
    main()
