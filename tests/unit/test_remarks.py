from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import remarks as signs
from pytest_modelgate.parts import Remark
from pytest_modelgate.remarks import Signs, remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS = sorted((name, value) for name, value in vars(signs).items() if isinstance(value, Signs))
SAID = " modelgate: ignore[MG101] -- why"


def of(text: str, format_: Signs) -> list[tuple[int, int, bool, str]]:
    return [(each.line, each.column, each.alone, each.text.strip()) for each in remarks(text, format_)]


def comments(format_: Signs) -> Iterator[str]:
    yield from (f"{sign}{SAID}" for sign in format_.line)
    yield from (f"{sign}{SAID} {close}" for sign, close in format_.blocks)


@pytest.mark.parametrize(("name", "format_"), FORMATS)
def test_each_sign_of_a_format_begins_a_comment_alone_or_behind_something(name: str, format_: Signs) -> None:
    assert name
    for comment in comments(format_):
        assert of(f"x\n\t{comment}\nx", format_) == [(2, 2, True, SAID.strip())]
        assert of(f"x = 1 {comment}\n", format_) == [(1, 7, False, SAID.strip())]
        assert of(f"x = 1 {comment.replace('modelgate', 'the modelgate')}\n", format_) == []


@pytest.mark.parametrize(("name", "format_"), [pair for pair in FORMATS if pair[1].strings])
def test_a_sign_in_a_string_begins_none(name: str, format_: Signs) -> None:
    assert name
    for comment in comments(format_):
        assert of(f'x = "a {comment}"\n', format_) == []
        assert of(f'x = "a" {comment}\n', format_) == [(1, 9, False, SAID.strip())]


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("it's here # modelgate: x", signs.HASH),
        ("# it's\nx # modelgate: x", signs.HASH),
        ("x = 'it''s' # modelgate: x", signs.HASH),
        ("don't; // modelgate: x", signs.SCRIPT),
        ("/'/; // it's\n// modelgate: x", signs.SCRIPT),
        ("`${a} // no` // modelgate: x", signs.SCRIPT),
        ("fn f<'a>(x: &'a str) // modelgate: x", signs.RUST),
        ("x = '\"' // modelgate: x", signs.GO),
        ("x = `C:\\` // modelgate: x", signs.GO),
        ('x = @"C:\\" // modelgate: x', signs.CSHARP),
        ("x = 'C:\\' # modelgate: x", signs.TOML),
        ("x = '\\' -- modelgate: x", signs.SQL),
        ('x = "a\\"b" // modelgate: x', signs.JAVA),
        ("x = '''\n''' # modelgate: x", signs.PYTHON),
        ("/// modelgate: x", signs.RUST),
        ("/** modelgate: x */", signs.JAVA),
        ("/* a /* b\n // modelgate: x", signs.SCRIPT),
    ],
)
def test_comments_behind_what_is_easily_taken_for_a_string(text: str, format_: Signs) -> None:
    assert [each.text.strip() for each in remarks(text, format_)] == ["modelgate: x"]


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("a#modelgate: x", signs.HASH),
        ("${a#modelgate: x}", signs.HASH),
        ("`\n// modelgate: x\n`", signs.SCRIPT),
        ("`\n// modelgate: x\n`", signs.GO),
        ('"""\n// modelgate: x\n"""', signs.JAVA),
        ('"""\n# modelgate: x\n"""', signs.PYTHON),
        ("'''\n# modelgate: x\n'''", signs.TOML),
        ("<!-- modelgate: x", signs.MARKUP),
        ("// modelgated: x", signs.SCRIPT),
    ],
)
def test_what_is_no_comment(text: str, format_: Signs) -> None:
    assert list(remarks(text, format_)) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_block_says_where_it_ends_and_each_of_its_lines_may_speak(newline: str) -> None:
    text = newline.join(["x", " /**", "  * modelgate: one", "  * more", "  * modelgate: two */", "y"])
    one, two = remarks(text, signs.SCRIPT)
    assert one == Remark(
        text=" modelgate: one", line=3, alone=True, column=3, begin=4, end_line=5, sign="/*", close="*/"
    )
    assert (two.text, two.line, two.end_line) == (" modelgate: two ", 5, 5)


def test_braces_around_a_comment_in_jsx_are_nothing() -> None:
    (only,) = remarks("<A\n  {/* modelgate: x */}\n>", signs.SCRIPT)
    assert only.alone


def test_several_on_one_line() -> None:
    assert of("x # noqa # modelgate: one # modelgate: two", signs.PYTHON) == [
        (1, 10, False, "modelgate: one"),
        (1, 27, False, "modelgate: two"),
    ]
    assert of("/* modelgate: one *//* modelgate: two */", signs.SCRIPT) == [
        (1, 1, False, "modelgate: one"),
        (1, 21, False, "modelgate: two"),
    ]


@pytest.mark.parametrize(("name", "format_"), FORMATS)
@pytest.mark.parametrize(
    "part",
    [
        *('"""', "'''", '"', "'", "`", "\\", "/*", "<!--", "{", " ", '"""\\', "''", '@"', "\n '"),
        *("# modelgate ", "/* modelgate */", "/* modelgate\n", "<!-- modelgate\n modelgate -->", "// modelgate "),
    ],
)
def test_hostile_texts_take_no_longer_than_their_length(name: str, format_: Signs, part: str) -> None:
    assert name
    text = part * (100_000 // len(part)) + "\n# modelgate"
    begun = time.process_time()
    sum(1 for _ in remarks(text, format_))
    assert time.process_time() - begun < 5
