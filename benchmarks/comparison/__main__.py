"""Compares tools that find ending model ids: each is installed, run as its documentation runs it in CI, and scored.

    python -m benchmarks.comparison run DIRECTORY [--checkout NAME=FOLDER] [--tool NAME] [--markdown]
    python -m benchmarks.comparison sample DIRECTORY

`run` installs every tool by name and version into an environment of its own below DIRECTORY, fetches the labelled
packages beside them, and prints one row for each tool. The tools get an empty home, no keys and no settings; they judge
by today's date, so that the figures are those of the day. Two tools are in no registry: their checkouts are given with
`--checkout`, or they are left out. Python 3.12 or later (two tools want it), npm and node are needed. `hits` below
DIRECTORY has what each tool found, one line a hit.

`sample` says whether the labels are still exactly the sample that a hash draws from the packages. `ids.json` holds the
ids that are looked for, each with the tables that call it gone or going within 90 days, at least three of them.
`labels.jsonl` says of each line of the sample whether running the code asks a provider for the id (`use`), and why it
was read so; lines of which two people could honestly differ are `debatable`, and count neither way. The labels were
given by reading the code, before any tool was run on it. `sources.jsonl` lists the packages: some that many people use,
and some that were `drawn` by hash from all whose summary speaks of OpenAI or GPT and of what a command or an assistant
does. `wrong_ids` is a sample project, with calls that fail and calls that work.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import venv
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.comparison import scoring
from benchmarks.comparison.running import Run, run
from benchmarks.comparison.sources import all_sources, fetch, sample
from benchmarks.comparison.tools import Tool, all_tools

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LIMIT = 600.0
LIMIT_OF_ONE_LINE = 60.0
IDS_OF_ONE_LINE = 60_000


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of one tool."""

    tool: Tool
    sources: Run
    plain: scoring.Score
    drawn: scoring.Score
    wrong_failing: int
    wrong_told: int
    right_failing: int
    right_told: int
    one_line: Run
    missing: Run


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("command", choices=("run", "sample"))
    arguments.add_argument("directory", type=Path)
    arguments.add_argument("--checkout", action="append", default=[], metavar="NAME=FOLDER")
    arguments.add_argument("--tool", action="append", default=[], metavar="NAME", help="run only these")
    arguments.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    given = arguments.parse_args()
    directory = given.directory.absolute()
    for source in all_sources():
        fetch(source, directory / "code")
    if given.command == "sample":
        sys.exit(0 if sampled(directory / "code") else 1)
    checkouts = {name: Path(folder) for name, _, folder in (each.partition("=") for each in given.checkout)}
    one_line, project = prepared(directory)
    rows = []
    for tool in all_tools():
        if given.tool and tool.name not in given.tool:
            continue
        programs = installed(tool, directory / "tools", checkouts)
        if programs is None:
            print(f"{tool.title}: needs --checkout {tool.name}=FOLDER", file=sys.stderr)
            continue
        rows.append(measured(tool, programs, directory, one_line, project))
        print(line(rows[-1], rows[0]), file=sys.stderr, flush=True)
    for text in table(rows) if given.markdown else [line(row, rows[0]) for row in rows]:
        print(text)


def sampled(packages: Path) -> bool:
    """Whether the labels are exactly those of the sample; what differs is printed."""
    lines = scoring.labels(all_sources())
    drawn = {
        (f"{source.folder}/{path}", number) for source in all_sources() for path, number, _ in sample(source, packages)
    }
    for path, number in sorted(lines.keys() ^ drawn):
        print(f"{path}:{number}: {'not labelled' if (path, number) in drawn else 'not in the sample'}")
    uses = sum(label.use for label in lines.values())
    print(f"{len(lines)} labelled lines, {uses} of them uses, in {len(all_sources())} packages")
    return lines.keys() == drawn


def prepared(directory: Path) -> tuple[Path, Path]:
    """The folder with the one-line file, and that with the sample project, away from our own configuration."""
    one_line, project = directory / "one-line", directory / "wrong-ids"
    one_line.mkdir(parents=True, exist_ok=True)
    ids = ("gpt-4-0613", "claude-3-opus-20240229", "gemini-1.5-pro-002", "gpt-4o-realtime-preview-2024-10-01")
    text = ",".join(f'"{ids[number % len(ids)]}"' for number in range(IDS_OF_ONE_LINE))
    (one_line / "bundle.js").write_text(f"var models=[{text}];", encoding="utf-8")
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(HERE / "wrong_ids", project)
    return one_line, project


def installed(tool: Tool, directory: Path, checkouts: dict[str, Path]) -> Path | None:
    """Where a tool's programs are, after installing it; None where its checkout was not given."""
    if tool.origin == "checkout":
        folder = checkouts.get(tool.name)
        return folder.absolute() if folder else None
    target = directory / tool.name
    if not target.exists():
        venv.create(target, with_pip=True)
        wanted = str(ROOT) if tool.origin == "here" else f"{tool.name}=={tool.version}"
        subprocess.run([target / "bin" / "python", "-m", "pip", "install", "--quiet", wanted], check=True)
    return target / "bin"


def measured(tool: Tool, programs: Path, directory: Path, one_line: Path, project: Path) -> Row:
    """Runs a tool on everything."""
    lines = scoring.labels(all_sources())
    by_chance = scoring.labels(source for source in all_sources() if source.drawn)
    whole = run(tool, directory / "code", programs, limit=LIMIT)
    keep(whole, directory / "hits" / f"{tool.title}.jsonl")
    sample_run = run(tool, project, programs, limit=LIMIT)
    marks = scoring.marks(project)
    failing = {(hit.path, hit.line) for hit in sample_run.hits if hit.fails}
    told = {(hit.path, hit.line) for hit in sample_run.hits}
    return Row(
        tool,
        whole,
        scoring.score(whole.hits, lines),
        scoring.score(whole.hits, by_chance),
        len(marks["wrong"] & failing),
        len(marks["wrong"] & told),
        len(marks["right"] & failing),
        len(marks["right"] & told),
        run(tool, one_line, programs, limit=LIMIT_OF_ONE_LINE),
        run(tool, directory / "no-such-folder", programs, limit=LIMIT_OF_ONE_LINE),
    )


def keep(whole: Run, path: Path) -> None:
    """Writes the hits of a run, one a line, for whoever wants to read them."""
    path.parent.mkdir(exist_ok=True)
    hits = sorted(whole.hits, key=lambda hit: (hit.path, hit.line, hit.id))
    path.write_text("".join(f"{json.dumps(asdict(hit))}\n" for hit in hits), encoding="utf-8")


def line(row: Row, first: Row) -> str:
    """One row for people, with what could not be read."""
    said = "; ".join(sorted({each.said for each in (row.sources,) if each.said}))
    return f"{' | '.join(cells(row, first))}{' | ' + said if said else ''}"


HEADINGS = (
    "Tool",
    "Uses that fail the build",
    "Failing lines that are uses",
    "Both, in the drawn packages",
    "Lines that fail",
    "Wrong ids that fail (told)",
    "Right ids that fail (told)",
    "60,000 ids in one line",
    "Path that is not there",
    "Time",
)


def table(rows: list[Row]) -> list[str]:
    """The table as Markdown."""
    written = [list(HEADINGS), ["---"] * len(HEADINGS), *(cells(row, rows[0]) for row in rows)]
    return [f"| {' | '.join(each)} |" for each in written]


def cells(row: Row, first: Row) -> list[str]:
    """What the table says of a tool."""
    plain, drawn = row.plain, row.drawn
    marks = scoring.marks(HERE / "wrong_ids")
    wrong, right = len(marks["wrong"]), len(marks["right"])
    return [
        f"{row.tool.title} {row.tool.version}".strip(),
        f"{percent(plain.recall)} ({plain.found} of {plain.uses})",
        f"{percent(plain.precision)} ({plain.found} of {plain.found + plain.wrongly})",
        f"{percent(drawn.recall)}, {percent(drawn.precision)}",
        f"{plain.lines:,}",
        f"{row.wrong_failing} ({row.wrong_told}) of {wrong}",
        f"{row.right_failing} ({row.right_told}) of {right}",
        of_one_line(row.one_line),
        "out of time" if row.missing.code is None else f"exit {row.missing.code}",
        f"{row.sources.seconds:.1f} s ({row.sources.seconds / first.sources.seconds:.1f} x)",
    ]


def percent(part: float | None) -> str:
    return "-" if part is None else f"{part:.0%}"


def of_one_line(given: Run) -> str:
    """Whether a tool got through the one-line file, and whether it read it."""
    if given.code is None:
        return "out of time"
    return f"{given.seconds:.1f} s" if any(hit.fails for hit in given.hits) else f"{given.seconds:.1f} s, nothing fails"


if __name__ == "__main__":
    main()
