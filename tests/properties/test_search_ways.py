from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_modelgate.discover import Discovery, discover
from pytest_modelgate.filenames import FileNames

NAMES = (
    *("a.py", "b.py", "gen/c.py", "gen/d.pyi", "src/gen/e.py", "src/é.py", "src/F.PY", "keep/a.py", "notes.txt"),
    *(
        "Dockerfile",
        "src/dockerfile.Dev",
        ".env.local",
        "src/.env",
        "\u212a.env",
        "src/my.dockerfile",
        "dockerfile/a.txt",
    ),
    *("vendor/g.py", "src/vendor/h.py", "tests/.hidden/i.py", "new\nline.py"),
)
WANTED = FileNames((".py", ".pyi", ".kt"), ("dockerfile", "dockerfile.*", ".env", ".env.*"))
PIECES = st.sampled_from(
    (
        *(b"gpt", b"GpT", b"claude", b"g", b"pt", b"\n", b"\r", b"\0", b"\xff\xfe", b"\xfe\xff", b"g\0p\0t\0"),
        *(b"\0g\0p\0t", b"\xef\xbb\xbf", b" ", b"\xe9", "é".encode(), b"# @generated\n", b"\xc4\xb0"),
    )
)
FILES = st.dictionaries(st.sampled_from(NAMES), st.lists(PIECES, max_size=5).map(b"".join), min_size=1, max_size=6)
IGNORES = st.lists(
    st.sampled_from(["gen/", "/gen", "*.pyi", "!keep/a.py", "a.py", "src/*", "!src/gen/", "# x", ""]), max_size=3
)


def found(root: Path) -> Discovery:
    paths = [root, root / "always.py"]
    return discover(paths, base=root, exclude=(), names=WANTED, keywords=("gpt", "claude"))


@settings(max_examples=40, deadline=None)
@given(FILES, IGNORES, st.sampled_from(["all", "some", "none"]))
def test_git_and_a_walk_find_the_same(files: dict[str, bytes], ignores: list[str], added: str) -> None:
    with tempfile.TemporaryDirectory() as created:
        root = Path(os.path.realpath(created))
        for name, content in {"always.py": b"gpt", **files}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)
        (root / ".gitignore").write_text("\n".join(ignores))
        walked = found(root)
        subprocess.run(["git", "init", "-q"], cwd=root, check=True)
        if added != "none":
            subprocess.run(["git", "add", "." if added == "all" else "always.py"], cwd=root, check=True)
        by_git = found(root)
        shutil.rmtree(root / ".git")
        assert found(root) == walked
    assert by_git.notifications == ()
    assert by_git == walked


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=5).map(b"".join), min_size=1, max_size=8))
def test_tracked_and_untracked_files_give_the_same_answer(contents: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as created:
        root = Path(os.path.realpath(created))
        (root / "always.py").write_bytes(b"gpt")
        for number, content in enumerate(contents):
            (root / f"f{number}.py").write_bytes(content)
        subprocess.run(["git", "init", "-q"], cwd=root, check=True)
        untracked = found(root)
        subprocess.run(["git", "add", "."], cwd=root, check=True, capture_output=True)
        assert found(root) == untracked
