from __future__ import annotations

import pytest

from pytest_modelgate.changes import Changed, as_on_disk, patched

HEAD = b"diff --git a/x.py b/x.py\nindex 1..2 100644\n--- a/x.py\n+++ b/x.py\n"


def told(counts: bytes, patch: bytes) -> dict[bytes, dict[int, bytes] | None]:
    return patched(counts + b"\0" + patch)


def test_nothing_changed() -> None:
    assert patched(b"") == {}


def test_new_lines_have_the_numbers_of_the_new_file() -> None:
    patch = HEAD + b"@@ -2 +2 @@ def f():\n-b\n+B\n@@ -4,0 +5,2 @@\n+e\r\n+f\n\\ No newline at end of file\n"
    assert told(b"3\t1\tx.py\0", patch) == {b"x.py": {2: b"B", 5: b"e", 6: b"f"}}


def test_a_file_that_only_lost_lines_or_is_gone_has_no_new_ones() -> None:
    lost = HEAD + b"@@ -2,3 +1,0 @@\n-a\n-b\n-c\n"
    assert told(b"0\t3\tx.py\0", lost) == {b"x.py": {}}
    gone = b"diff --git a/x.py b/x.py\ndeleted file mode 100644\n--- a/x.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"
    assert told(b"0\t1\tx.py\0", gone) == {b"x.py": {}}


def test_a_file_that_moved_has_its_new_name() -> None:
    still = b"diff --git a/x.py b/y.py\nsimilarity index 100%\nrename from x.py\nrename to y.py\n"
    assert told(b"0\t0\t\0x.py\0y.py\0", still) == {b"y.py": {}}
    edited = still + b"--- a/x.py\n+++ b/y.py\n@@ -1 +1 @@\n-a\n+b\n"
    assert told(b"1\t1\t\0x.py\0y.py\0", edited) == {b"y.py": {1: b"b"}}


@pytest.mark.parametrize(
    ("header", "path"),
    [
        (b"b/a b.py\t", b"a b.py"),
        (b"b/b/c.py", b"b/c.py"),
        (b'"b/t\\tq\\"\\\\\\303\\251\\n.py"', b't\tq"\\\xc3\xa9\n.py'),
        (b"b/\xc3\xa9.py", b"\xc3\xa9.py"),
        (b"b/dev/null", b"dev/null"),
    ],
)
def test_names_are_told_in_every_spelling(header: bytes, path: bytes) -> None:
    patch = b"diff --git a/x b/x\n--- a/x\n+++ " + header + b"\n@@ -0,0 +1 @@\n+a\n"
    assert told(b"1\t0\t" + path + b"\0", patch) == {path: {1: b"a"}}


def test_what_looks_like_a_patch_within_a_file_is_its_content() -> None:
    lines = [b"++ b/other.py", b"@@ -1 +90 @@", b"diff --git a/o b/o", b"-", b"", b"\\ No newline at end of file"]
    body = b"".join(b"-" + line + b"\n" for line in lines) + b"".join(b"+" + line + b"\n" for line in lines)
    patch = HEAD + b"@@ -1,6 +1,6 @@\n" + body
    assert told(b"6\t6\tx.py\0", patch) == {b"x.py": dict(enumerate(lines, 1))}


def test_a_binary_file_has_no_lines() -> None:
    patch = b"diff --git a/x.py b/x.py\nindex 1..2 100644\nBinary files a/x.py and b/x.py differ\n"
    assert told(b"-\t-\tx.py\0", patch) == {b"x.py": None}


def test_a_link_that_became_a_file_counts_once() -> None:
    gone = b"diff --git a/x.py b/x.py\ndeleted file mode 120000\n--- a/x.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-y.py\n"
    new = b"diff --git a/x.py b/x.py\nnew file mode 100644\n--- /dev/null\n+++ b/x.py\n@@ -0,0 +1,2 @@\n+a\n+b\n"
    assert told(b"0\t1\tx.py\x002\t0\tx.py\0", gone + new) == {b"x.py": {1: b"a", 2: b"b"}}


@pytest.mark.parametrize("patch", [b"", HEAD + b"@@ -1 +1 @@\n-a\n", HEAD.replace(b"x.py", b"z.py")])
def test_where_counts_and_patch_differ_all_of_the_file_counts(patch: bytes) -> None:
    assert told(b"1\t1\tx.py\0", patch) == {b"x.py": None}


@pytest.mark.parametrize(
    ("content", "same"),
    [
        (b"a\nB\nc", True),
        (b"a\r\nB\r\nc", True),
        (b"a\nb\nc", False),
        (b"a", False),
        (b"a\nB\nc\rd", False),
    ],
)
def test_git_and_the_disk_must_agree(content: bytes, same: bool) -> None:
    assert as_on_disk({2: b"B"}, content) is same


def test_lines_are_looked_up_by_file() -> None:
    changed = Changed(ref="main", lines={"a.py": frozenset({3, 9}), "b.py": None})
    assert changed.holds("a.py", 3, 3)
    assert changed.holds("a.py", 7, 12)
    assert not changed.holds("a.py", 4, 8)
    assert changed.holds("b.py", 1, 1)
    assert not changed.holds("c.py", 1, 99)
