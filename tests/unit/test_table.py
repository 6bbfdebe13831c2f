from __future__ import annotations

import pytest
import yaml

from pytest_modelgate import table
from pytest_modelgate.content import MODALITIES
from pytest_modelgate.errors import TableError

HEAD = """\
acme:
  as_of: 2026-11-01
  after_retirement: fails
  endpoints: [chat, embed]
  sources:
    S1: {title: "the page", url: "https://example.org/ends", read: 2026-11-01}
    S2: {title: "somebody else", read: 2026-10-01, third_party: true}
  models:
"""
REST = "    - {id: zz-2, kind: preview, modality: chat, source: [S1, S2]}\n  listing: complete\n"


@pytest.fixture(params=["libyaml", "pure"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader")


def wrong(text: str | bytes) -> list[str]:
    with pytest.raises(TableError) as caught:
        table.parse(text if isinstance(text, bytes) else text.encode(), "t.yaml")
    return list(caught.value.mistakes)


def row(rest: str) -> str:
    return f"    - {{{rest}}}\n"


PLAIN = "kind: snapshot, modality: chat, source: [S1]"


def test_a_whole_table_keeps_every_fact() -> None:
    rows = (
        row(
            "id: aa-1, kind: snapshot, modality: chat, endpoints: [chat], announced: '2026-01-02', "
            'retires: 2026-06-01, successor: [zz-2, gone], unlisted: gone, condition: "with care", '
            "after_retirement: redirects, third_party: true, source: [S1, S2], note: a note"
        )
        + row(f"id: bb, {PLAIN}, alias_of: aa-1, earliest: 2027-01-01, stage: legacy")
        + REST
    )
    content = table.parse((HEAD + rows).encode(), "t.yaml")
    assert content == {
        "acme": {
            "as_of": "2026-11-01",
            "after_retirement": "fails",
            "listing": "complete",
            "endpoints": ["chat", "embed"],
            "sources": {
                "S1": {"title": "the page", "url": "https://example.org/ends", "read": "2026-11-01"},
                "S2": {"title": "somebody else", "read": "2026-10-01", "third_party": True},
            },
            "models": {
                "aa-1": {
                    "kind": "snapshot",
                    "modality": "chat",
                    "endpoints": ["chat"],
                    "announced": "2026-01-02",
                    "retires": "2026-06-01",
                    "successor": ["zz-2", "gone"],
                    "unlisted": ["gone"],
                    "condition": "with care",
                    "after_retirement": "redirects",
                    "third_party": True,
                    "source": ["S1", "S2"],
                    "note": "a note",
                },
                "bb": {
                    "kind": "snapshot",
                    "modality": "chat",
                    "source": ["S1"],
                    "alias_of": "aa-1",
                    "earliest": "2027-01-01",
                    "stage": "legacy",
                },
                "zz-2": {"kind": "preview", "modality": "chat", "source": ["S1", "S2"]},
            },
        }
    }


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        (row(f"id: a, {PLAIN}, retire: 2026-01-01"), 9, "unknown key 'retire' in a row; did you mean 'retires'?"),
        (row(f"id: a, {PLAIN}, qqq: 1"), 9, "unknown key 'qqq' in a row"),
        (row(f"id: a, {PLAIN}, kind: alias"), 9, "'kind' is there twice, first in line 9"),
        (row(f"id: a, {PLAIN}") + row(f"id: a, {PLAIN}"), 10, "'a' has a row already, in line 9"),
        (row(f"id: b, {PLAIN}") + row(f"id: a, {PLAIN}"), 10, "'a' must stand before 'b': rows are sorted by id"),
        (row(f"id: a, {PLAIN}, retires: 2026-02-30"), 9, "there is no day 2026-02-30"),
        (row(f"id: a, {PLAIN}, retires: '2026-13-01'"), 9, "there is no day 2026-13-01"),
        (row(f"id: a, {PLAIN}, retires: 20260101"), 9, "'20260101' is no day; write it like 2026-11-21"),
        (row(f"id: a, {PLAIN}, retires: 2026-1-2"), 9, "'2026-1-2' is no day; write it like 2026-11-21"),
        (row(f"id: a, {PLAIN}, earliest: soon"), 9, "'soon' is no day; write it like 2026-11-21"),
        (row(f"id: a, {PLAIN}, announced: [2026-01-01]"), 9, "a sequence is no day; write it like 2026-11-21"),
        (row(f"id: a, {PLAIN}, announced: null"), 9, "'null' is no day; write it like 2026-11-21"),
        (
            row(f"id: a, {PLAIN}, announced: 2026-05-02, retires: 2026-05-01"),
            9,
            "retires 2026-05-01, before it is announced (2026-05-02)",
        ),
        (
            row(f"id: a, {PLAIN}, retires: 2026-05-01, earliest: 2026-05-02"),
            9,
            "earliest 2026-05-02 contradicts retires 2026-05-01",
        ),
        (
            row(f"id: a, {PLAIN}, announced: 2026-11-02"),
            9,
            "announced 2026-11-02, after the provider's as_of 2026-11-01",
        ),
        (
            row(f"id: a, {PLAIN}, retires: 2026-05-01, stage: retired"),
            9,
            "stage says nothing beside retires, unless it is active; leave it out",
        ),
        (
            row("id: a, kind: snapshop, modality: chat, source: [S1]"),
            9,
            "'snapshop' is not one of snapshot, alias, preview, family, fine-tunes; did you mean 'snapshot'?",
        ),
        (
            row("id: a, kind: alias, modality: [chat], source: [S1]"),
            9,
            f"a sequence is not one of {', '.join(MODALITIES)}",
        ),
        (row(f"id: a, {PLAIN}, stage: gone"), 9, "'gone' is not one of retired, deprecated, legacy, active"),
        (
            row(f"id: a, {PLAIN}, after_retirement: fail"),
            9,
            "'fail' is not one of fails, redirects, moved, host-gone; did you mean 'fails'?",
        ),
        (
            row(f"id: a, {PLAIN}, endpoints: [chat, embd]"),
            9,
            "the provider's part names no endpoint 'embd'; did you mean 'embed'?",
        ),
        (
            row("id: a, kind: alias, modality: chat, source: [S1, S3]"),
            9,
            "the provider's part names no source 'S3'",
        ),
        (row("id: a, kind: alias, modality: chat"), 9, "a row needs the key 'source'"),
        (row("id: a, kind: alias, modality: chat, source: []"), 9, "expected a text or a list of texts"),
        (row("kind: alias, modality: chat, source: S1"), 9, "a row needs the key 'id'"),
        (row(f"id: '', {PLAIN}"), 9, "expected a text"),
        (row(f"id: {{}}, {PLAIN}"), 9, "expected a text"),
        (row(f"id: a b, {PLAIN}"), 9, "'a b' holds white space or a character that no id has"),
        (row(f'id: "a\\e", {PLAIN}'), 9, r"'a\x1b' holds a line break or a character that cannot be shown"),
        (row(f"id: gr\u00f6\u00dfe, {PLAIN}"), 9, "'gr\u00f6\u00dfe' holds white space or a character that no id has"),
        (row(f"id: 123, {PLAIN}"), 9, "'123' is read as int; write it in quotes"),
        (row(f'id: a, {PLAIN}, note: "a\\nb"'), 9, r"'a\nb' holds a line break or a character that cannot be shown"),
        (row(f"id: a, {PLAIN}, note: yes"), 9, "'yes' is read as bool; write it in quotes"),
        (row(f"id: a, {PLAIN}, third_party: false"), 9, "'false' is not true; leave the key out for false"),
        (
            row(f"id: a, {PLAIN}, third_party: true"),
            9,
            "third_party contradicts source: none of them is a third party",
        ),
        (
            row("id: a, kind: alias, modality: chat, source: S2, third_party: true"),
            9,
            "third_party says nothing here: all the sources are; leave it out",
        ),
        (row(f"id: a, {PLAIN}, alias_of: zz-3"), 9, "alias_of 'zz-3' has no row; did you mean 'zz-2'?"),
        (row(f"id: a, {PLAIN}, alias_of: a"), 9, "alias cycle: a -> a"),
        (
            row(f"id: a, {PLAIN}, alias_of: b") + row(f"id: b, {PLAIN}, alias_of: a"),
            9,
            "alias cycle: a -> b -> a",
        ),
        (row(f"id: a, {PLAIN}, successor: zz2"), 9, "successor 'zz2' has no row; did you mean 'zz-2'?"),
        (row(f"id: a, {PLAIN}, successor: [zz-2, zz-2]"), 9, "'zz-2' is in the list twice"),
        (row(f"id: a, {PLAIN}, successor: a"), 9, "successor cycle: a -> a"),
        (
            row(f"id: a, {PLAIN}, successor: b")
            + row(f"id: b, {PLAIN}, successor: [zz-2, c]")
            + row(f"id: c, {PLAIN}, successor: b"),
            10,
            "successor cycle: b -> c -> b",
        ),
        (
            row(f"id: a, {PLAIN}, successor: b") + row("id: b, kind: family, modality: chat, source: S1"),
            9,
            "successor 'b' is a row for several models, which nobody can call",
        ),
        (
            row(f"id: a, {PLAIN}, alias_of: b") + row("id: b, kind: family, modality: chat, source: S1"),
            9,
            "alias_of 'b' is a row for several models, which nobody can call",
        ),
        (
            row(f"id: a, {PLAIN}, successor: zz-2, unlisted: zz-2"),
            9,
            "unlisted 'zz-2' has a row; leave it out",
        ),
        (row(f"id: a, {PLAIN}, unlisted: gone"), 9, "unlisted 'gone' is not a successor of this row"),
        (row(f"id: a, {PLAIN}, [x]: y"), 9, "expected a text"),
        (row(f"id: a, {PLAIN}, <<: {{kind: alias}}"), 9, "'<<' is read as merge; write it in quotes"),
        ("    - just words\n", 9, "expected a row"),
        ("    - {}\n", 9, "expected a row"),
        (
            "    - id: a\n      kind: alias\n      modality: chat\n      source: S1\n      retires: never\n",
            13,
            "'never' is no day; write it like 2026-11-21",
        ),
    ],
)
def test_a_wrong_row_is_named_with_its_line(rows: str, line: int, message: str) -> None:
    assert wrong(HEAD + rows + REST) == [f"t.yaml:{line}: {message}"]


def test_a_row_between_others_is_sorted_once() -> None:
    rows = row(f"id: m, {PLAIN}") + row(f"id: a, {PLAIN}") + row(f"id: n, {PLAIN}")
    assert wrong(HEAD + rows + REST) == ["t.yaml:10: 'a' must stand before 'm': rows are sorted by id"]


def test_a_broken_row_still_has_a_row() -> None:
    rows = row(f"id: a, {PLAIN}, successor: b") + row("id: b, kind: 7, modality: chat, source: S1")
    assert wrong(HEAD + rows + REST) == ["t.yaml:10: '7' is not one of snapshot, alias, preview, family, fine-tunes"]


def test_every_mistake_is_told_at_once_in_order() -> None:
    text = HEAD.replace("fails", "explodes") + row(f"id: b, {PLAIN}, x: 1, retires: 1") + row(f"id: a, {PLAIN}") + REST
    assert [mistake.split(": ")[0] for mistake in wrong(text)] == ["t.yaml:3", "t.yaml:9", "t.yaml:9", "t.yaml:10"]


def test_two_cycles_are_two_mistakes() -> None:
    rows = "".join(row(f"id: {one}, {PLAIN}, successor: {other}") for one, other in ("ab", "bc", "cb", "dd"))
    assert wrong(HEAD + rows + REST) == [
        "t.yaml:10: successor cycle: b -> c -> b",
        "t.yaml:12: successor cycle: d -> d",
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("  as_of: 2026-11-01\n", "", 2, "a provider's part needs the key 'as_of'"),
        ("as_of: 2026-11-01", "as_of: today", 2, "'today' is no day; write it like 2026-11-21"),
        ("as_of", "as-of", 2, "unknown key 'as-of' in a provider's part; did you mean 'as_of'?"),
        ("endpoints: [chat, embed]", "endpoints: {}", 4, "expected a text or a list of texts"),
        (", read: 2026-10-01", "", 7, "a source needs the key 'read'"),
        (
            "read: 2026-10-01",
            "read: 2026-11-02",
            7,
            (
                "the source 'S2' was read on 2026-11-02, after the provider's as_of 2026-11-01;"
                " move as_of up, as `modelgate table add --as-of` does"
            ),
        ),
        ("  listing: complete\n", "", 2, "a provider's part needs the key 'listing'"),
        ("listing: complete", "listing: full", 11, "'full' is not one of complete, partial"),
        ("https://", "http://", 6, "'http://example.org/ends' is no https address"),
        ('title: "the page", ', "", 6, "a source needs the key 'title'"),
        ("third_party: true", "third: true", 7, "unknown key 'third' in a source; did you mean 'third_party'?"),
        ("    S2:", "    S1:", 7, "'S1' is there twice, first in line 6"),
        (
            "  models:\n",
            "    S3: {title: unused, read: 2026-10-01}\n  models:\n",
            8,
            "no row rests on the source 'S3'; leave it out",
        ),
        ("acme:\n", "acme: []\nzeta:\n", 1, "expected a provider's part"),
        ("acme:\n", "beta:\n", 12, "'acme' must stand before 'beta': providers are sorted"),
    ],
)
def test_a_wrong_part_is_named_with_its_line(old: str, new: str, line: int, message: str) -> None:
    text = (HEAD + row(f"id: a, {PLAIN}") + REST).replace(old, new, 1)
    if "providers are sorted" in message:
        text = text + HEAD + REST
        line = 12
    assert f"t.yaml:{line}: {message}" in wrong(text)


@pytest.mark.parametrize("models", ["[]", "{}", "words"])
def test_a_part_without_rows_is_refused(models: str) -> None:
    assert wrong(HEAD.replace("models:\n", f"models: {models}\n  listing: partial\n")) == [
        "t.yaml:8: expected a list of rows"
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (b"", 1, "the file is empty; it must hold a part for each provider"),
        (b"# nothing yet\n", 1, "the file is empty; it must hold a part for each provider"),
        (b"{}\n", 1, "expected a mapping from each provider to its part"),
        (b"- a\n- b\n", 1, "expected a mapping from each provider to its part"),
        (b"just words\n", 1, "expected a mapping from each provider to its part"),
        (b"a: b\nc: \xff\n", 2, "byte 0xff is not UTF-8; save the file as UTF-8"),
        (b"a:\n  b\x07c\n", 2, "not YAML: the character U+0007 is not allowed"),
        (b"a: &anchor b\nc: *anchor\n", 1, "anchors and aliases (& and *) are not allowed"),
        (b"a: b\nc: *anchor\n", 2, "anchors and aliases (& and *) are not allowed"),
        (b"a:\n" + b"  [\n" * 10_000, 7, "nested deeper than a table is"),
        (b"a: b\n---\nc: d\n", 2, "not YAML: but found another document"),
    ],
)
def test_text_that_is_no_table_is_refused(text: bytes, line: int, message: str) -> None:
    assert wrong(text) == [f"t.yaml:{line}: {message}"]


@pytest.mark.parametrize(("text", "line"), [(b"a: b\nc: {d\n", 3), (b"a: b\n\tc: d\n", 2), (b"a: 'b\n", 2)])
def test_text_that_is_no_yaml_is_refused_in_its_line(text: bytes, line: int) -> None:
    (mistake,) = wrong(text)
    assert mistake.startswith((f"t.yaml:{line}: not YAML: ", f"t.yaml:{line - 1}: not YAML: "))


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert table.parse(b"\xef\xbb\xbf" + (HEAD + REST).encode(), "t.yaml") == table.parse(
        (HEAD + REST).encode(), "t.yaml"
    )
