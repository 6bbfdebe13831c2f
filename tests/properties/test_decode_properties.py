from __future__ import annotations

import codecs
import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from pytest_modelgate.decode import read

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
CODINGS = st.sampled_from(
    ["latin-1", "cp1252", "utf-7", "shift_jis", "utf-16", "koi8-r", "rot13", "big5", "zlib", "no"]
)
CODED = st.builds(lambda coding, rest: f"# coding: {coding}\n".encode() + rest, CODINGS, st.binary(max_size=40))
MARKED = st.builds(lambda mark, rest: mark + rest, st.sampled_from(sorted(MARKS.values())), st.binary(max_size=40))


@given(st.one_of(st.binary(max_size=200), CODED, MARKED))
@example(b"# coding: utf-16\n")
def test_any_bytes_are_read_and_given_back_unless_something_is_said(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "app.py")
        path.write_bytes(content)
        source, notification = read(path, Path(folder))
    assert source is not None
    mark = MARKS[source.encoding] if source.bom else b""
    if notification is None or "NUL" in notification.message:
        assert mark + source.text.encode(source.encoding) == content
    else:
        assert notification.path == "app.py"
        assert 1 <= (notification.line or 0) <= 1 + content.count(b"\n") + content.count(b"\r")


@given(st.one_of(st.binary(max_size=200), MARKED))
@example(b"\xe9")
def test_other_files_are_given_back_unless_their_bytes_were_replaced(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "app.yaml")
        path.write_bytes(content)
        source, notification = read(path, Path(folder))
    assert source is not None
    mark = MARKS[source.encoding] if source.bom else b""
    if notification is None or "replaced" not in notification.message:
        assert mark + source.text.encode(source.encoding) == content


@given(
    st.text(max_size=100).filter(lambda text: "coding" not in text and "\0" not in text), st.sampled_from(list(MARKS))
)
def test_marked_text_comes_back_whole(text: str, encoding: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "app.py")
        path.write_bytes(MARKS[encoding] + text.encode(encoding))
        source, notification = read(path, Path(folder))
    assert source is not None
    assert notification is None
    assert (source.text, source.bom, source.encoding) == (text, True, encoding)


@given(st.binary(max_size=60))
def test_ids_survive_whatever_surrounds_them(noise: bytes) -> None:
    content = noise + b"\n'gpt-4-0314'\n" + noise
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "app.json")
        path.write_bytes(content)
        source, _ = read(path, Path(folder))
    assert source is not None
    if not content.startswith(tuple(MARKS.values())):
        assert "gpt-4-0314" in source.text
