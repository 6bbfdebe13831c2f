"""Times the table in a fresh process: importing its room, loading it and looking one id up; against reading its YAML.
Then look-ups alone, each id once on its surface and once on all, in the table and in one ten times as long.

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

LOOK_UP = """\
import time
from pytest_modelgate import catalog, compiled
content = compiled.bundled()
longer = {
    surface: {**part, "models": {f"{id_}{end}": row for end in ("", *range(9)) for id_, row in part["models"].items()}}
    for surface, part in content.items()
}
ids = [(surface, id_) for surface, part in content.items() for id_ in part["models"]]
for table in (catalog.Catalog(content), catalog.Catalog(longer)):
    table.lookup("gpt-4o")
    start = time.perf_counter()
    for surface, id_ in ids:
        table.find(surface, id_)
    found = time.perf_counter()
    for _, id_ in ids:
        table.lookup(id_)
    print((found - start) / len(ids), (time.perf_counter() - found) / len(ids))
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
    rounds = [tuple(python(LOOK_UP)) for _ in range(given.repeats)]
    one, all_, longer_one, longer_all = (
        statistics.median(map(float, column)) * 1_000_000 for column in zip(*rounds, strict=True)
    )
    print(f"  a look-up             {one:8.1f} us, {longer_one:.1f} in a table ten times as long")
    print(f"  on every surface      {all_:8.1f} us, {longer_all:.1f} in a table ten times as long")


def python(code: str) -> list[str]:
    """The words that a fresh process prints."""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.split()


if __name__ == "__main__":
    main()
