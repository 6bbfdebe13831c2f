"""What is said of a change is what git's own words and the files themselves say."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pytest_modelgate.changes import as_on_disk, patched
from pytest_modelgate.checkouts import _DIFF

if TYPE_CHECKING:
    from pathlib import Path

LINES = st.sampled_from(
    [
        *(b"", b"a", b"b", b"    a", b"+", b"-", b"++ b/x.py", b"-- a/x.py", b"@@ -1 +1 @@", b"@@ -0,0 +1,9 @@"),
        *(
            b"diff --git a/x.py b/x.py",
            b"\\ No newline at end of file",
            b"\xff\xfe",
            b"\xc3\xa9",
            b"rename to y",
            b"\t",
        ),
    ]
)
NAMES = st.text(st.sampled_from("ab \t\"'\\é,:{}*-"), min_size=1, max_size=4).map(lambda name: f"x{name}.py".encode())
ENDS = st.sampled_from([b"\n", b"\r\n"])


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """A file before and after some edits, which may be none, with or without a newline at their ends."""
    end = draw(ENDS)
    before = draw(st.lists(LINES, max_size=12))
    after = list(before)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(after)))
        after[place : place + draw(st.integers(0, 3))] = draw(st.lists(LINES, max_size=3))
    return tuple(end.join(lines) + end * draw(st.booleans()) for lines in (before, after))  # type: ignore[return-value]


def git(folder: Path, *words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True).stdout


def is_subsequence(part: list[bytes], whole: list[bytes]) -> bool:
    rest = iter(whole)
    return all(line in rest for line in part)


def split(content: bytes) -> list[bytes]:
    """Lines as git sees them: with the sign that the last has no newline, where it has none."""
    return content.split(b"\n")[:-1] + ([last + b"\0"] if (last := content.split(b"\n")[-1]) else [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(changed=st.dictionaries(NAMES, files(), min_size=1, max_size=5))
def test_new_lines_are_those_without_which_the_file_is_part_of_what_it_was(
    changed: dict[bytes, tuple[bytes, bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("checkout")
    git(root, "init", "-q")
    # Signs that mean something to git's patterns and to shells stay in the names.
    places = {name: root / name.decode() for name in changed}
    for name, (before, _) in changed.items():
        places[name].write_bytes(before)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "so")
    for name, (_, after) in changed.items():
        places[name].write_bytes(after)
    told = patched(git(root, *_DIFF, "HEAD", "--"))
    rows = git(root, "-c", "core.quotePath=false", "diff", "--numstat", "-z", "HEAD").split(b"\0")[:-1]
    assert told.keys() >= {row.split(b"\t", 2)[2] for row in rows}
    for row in rows:
        added, removed, name = row.split(b"\t", 2)
        new, (before, after) = told[name], changed[name]
        assert new is not None
        assert len(new) == int(added)
        assert as_on_disk(new, after)
        kept = [line for number, line in enumerate(split(after), 1) if number not in new]
        assert is_subsequence(kept, split(before))
        assert len(kept) == len(split(before)) - int(removed)
    assert {name for name, (before, after) in changed.items() if before != after} <= told.keys()
