"""Times what starting costs: pytest with the plugin and its flag off against pytest without it; the command; the hook.

    python benchmarks/startup.py [--repeats N]

The plugin must be installed where this runs, so that pytest finds its entry point; `-p no:modelgate` keeps it from
being loaded. The two take turns over an empty directory. Differences are medians over the turns, of wall time and of
the processor's time, which a busy machine disturbs less. Other plugins make the figures coarser: an environment with
the wheel alone gives the calmest. The hook judges three files, as the pre-commit hook does: once without any id, once
two of Python and one of TypeScript that ask for models. The import of libcst, which judging Python needs, stands beside
it, because nothing here can make it shorter.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PYTEST = [sys.executable, "-m", "pytest", "-q", "--collect-only", "-p", "no:cacheprovider"]
HOOK = [sys.executable, "-m", "pytest_modelgate", "check", "--force-exclude", "--quiet", "--as-of", "2026-11-21"]
COMMANDS = {
    "pytest without": [*PYTEST, "-p", "no:modelgate"],
    "pytest with": PYTEST,
    "python": [sys.executable, "-c", "pass"],
    "modelgate --version": [sys.executable, "-m", "pytest_modelgate", "--version"],
    "import libcst": [sys.executable, "-c", "import libcst"],
    "hook, no ids": [*HOOK, "plain.py", "other.py", "plain.ts"],
    "hook, ids in each": [*HOOK, "chat.py", "settings.py", "chat.ts"],
}
FILES = {
    "plain.py": "import os\n",
    "other.py": "def add(a, b):\n    return a + b\n",
    "plain.ts": "export const add = (a: number, b: number) => a + b;\n",
    "chat.py": "from openai import OpenAI\nOpenAI().responses.create(model='gpt-4-turbo', input='Hello')\n",
    "settings.py": "DEFAULT_MODEL = 'gpt-4o'\nFALLBACK_MODEL = 'claude-sonnet-4-5'\n",
    "chat.ts": 'import OpenAI from "openai";\nnew OpenAI().responses.create({ model: "gpt-4o" });\n',
}
FINDINGS = 1
NOTHING_COLLECTED = 5


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--repeats", type=int, default=25)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as project:
        for name, text in FILES.items():
            Path(project, name).write_text(text, "utf-8")
        places = {name: project if name.startswith("hook") else empty for name in COMMANDS}
        turns = [
            {name: seconds(command, places[name]) for name, command in COMMANDS.items()} for _ in range(given.repeats)
        ]
    for name in COMMANDS:
        wall, processor = (statistics.median(turn[name][kind] for turn in turns) * 1000 for kind in (0, 1))
        print(f"  {name:22}{wall:8.1f} ms{processor:8.1f} ms of the processor")
    pairs = (
        ("pytest without", "pytest with"),
        ("python", "modelgate --version"),
        ("python", "hook, no ids"),
        ("import libcst", "hook, ids in each"),
    )
    for base, name in pairs:
        added = [statistics.median(turn[name][kind] - turn[base][kind] for turn in turns) * 1000 for kind in (0, 1)]
        ratio = statistics.median(turn[name][1] / turn[base][1] for turn in turns)
        print(f"  {name} adds {added[0]:.1f} ms, {added[1]:.1f} ms of the processor: {ratio:.3f} times {base}")


def seconds(command: list[str], directory: str) -> tuple[float, float]:
    """Wall time and processor time of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=directory, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, FINDINGS, NOTHING_COLLECTED):
        complaint = process.stderr.read() if process.stderr else b""
        sys.exit(f"{' '.join(command)}: {complaint.decode(errors='replace')}")
    if process.stderr:
        process.stderr.close()
    return wall, usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
