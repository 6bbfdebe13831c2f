from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_modelgate import canonical, compiled, table
from pytest_modelgate.content import API_STAGES, KINDS, LISTINGS, MODALITIES, OUTCOMES
from pytest_modelgate.errors import TableError

TEXT = """\
# When models end.
#
# Facts only.
acme:
  as_of: 2026-11-01
  after_retirement: fails
  listing: complete
  endpoints: [chat, embed]
  sources:
    S2: {title: "the page", url: "https://example.org/ends", read: 2026-11-01}
    S10: {title: "said \\"so\\" in C:\\\\", read: 2026-10-01, third_party: true}
  reviewed:
    - {id: b, catalogue: litellm, says: "2026-01-01", reason: "a stamp"}
  models:
    - {id: "1.0", kind: snapshot, modality: chat, model: gpt, version: "2024-05-13", floating: true, endpoints: [chat], retires: 2026-12-01, successor: [b, c], unlisted: c, condition: "no: tools", source: [S2, S10], note: "größer # als"}
    - {id: "@cf/a", kind: alias, modality: chat, alias_of: b, source: [S2]}
    - {id: b, kind: snapshot, modality: chat, endpoints: [chat, embed], announced: 2026-02-03, earliest: 2027-01-01, source: [S10]}
    - {id: c:d/e@f, kind: preview, modality: other, stage: legacy, after_retirement: redirects, source: [S2]}
    - {id: ft-b, kind: fine-tunes, modality: chat, third_party: true, source: [S2, S10]}
zeta:
  as_of: 2026-11-01
  after_retirement: host-gone
  listing: partial
  sources:
    page: {title: "z", read: 2026-11-01}
  models:
    - {id: "true", kind: family, modality: chat, source: [page]}
"""  # noqa: E501


def formatted(text: str, under: str | None = None) -> str:
    below = None if under is None else table.parse(under.encode(), "u.yaml")
    return canonical.formatted(text.encode(), "t.yaml", below)


def test_what_is_canonical_stays() -> None:
    assert formatted(TEXT) == TEXT


def test_the_bundled_table_is_canonical() -> None:
    text = (Path(__file__).parents[2] / compiled.TABLE).read_bytes()
    assert canonical.formatted(text, compiled.TABLE).splitlines() == text.decode().splitlines()


def test_any_other_form_of_the_same_facts_becomes_canonical() -> None:
    head, _, rest = TEXT.partition("acme:")
    parts = yaml.load("acme:" + rest, yaml.BaseLoader)  # noqa: S506
    for part in parts.values():
        part["models"].reverse()
        part.get("endpoints", []).reverse()
        for row in part["models"]:
            row["source"] = row["source"][0] if len(row["source"]) == 1 else row["source"]
            if "unlisted" in row:
                row["unlisted"] = [row["unlisted"]]
            for flag in ("floating", "third_party"):
                if flag in row:
                    row[flag] = True
    parts["acme"]["sources"]["S10"]["third_party"] = True
    other = yaml.dump(dict(reversed(parts.items())), sort_keys=True, allow_unicode=True, width=40)
    assert formatted("\ufeff" + head.replace("\n", "  \n") + "\n\n" + other.replace("\n", "\r\n")) == TEXT
    assert formatted(head + yaml.dump(parts, default_flow_style=True, sort_keys=False)) == TEXT


@pytest.mark.parametrize("loader", ["libyaml", "pure"])
@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("  listing: complete", "  listing: complete  # every one", 7),
        ('  models:\n    - {id: "1.0"', '  models:\n    # rows\n    - {id: "1.0"', 15),
        ('title: "z"', 'title: # what\n        "z"', 25),
        (
            '{title: "z", read: 2026-11-01}',
            "\n      read: 2026-11-01\n      title: |- # what\n        z # no comment",
            27,
        ),
        ("acme:\n", "--- # begins\nacme:\n", 4),
        ("source: [page]}\n", "source: [page]}\n# the end\n", 28),
    ],
)
def test_a_comment_that_would_be_lost_is_told(
    loader: str, old: str, new: str, line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if loader == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader")
    assert old in TEXT
    with pytest.raises(TableError) as caught:
        formatted(TEXT.replace(old, new, 1))
    assert caught.value.mistakes == (f"t.yaml:{line}: a comment here would be lost; make it a `note`",)


def test_the_heading_is_every_comment_before_the_first_part() -> None:
    assert canonical.heading(b"") == ""
    assert canonical.heading(b"\xef\xbb\xbf# a  \r\n\n#b\n\n") == "# a\n\n#b\n"
    assert canonical.heading(b"\n# a\nacme:\n# b\n") == "\n# a\n"


def test_every_mistake_of_a_table_is_told_but_order_is_none() -> None:
    with pytest.raises(TableError) as caught:
        formatted(TEXT.replace("retires: 2026-12-01", "retires: soon").replace("kind: alias", "kind: alia"))
    assert len(caught.value.mistakes) == 2
    with pytest.raises(TableError) as caught:
        canonical.formatted(b"acme: [\xff", "t.yaml")
    assert caught.value.mistakes == ("t.yaml:1: byte 0xff is not UTF-8; save the file as UTF-8",)


def test_a_teams_own_table_stays_what_it_says() -> None:
    own = """\
acme:
  sources:
    S1: {title: "our gateway", read: 2026-11-20}
  models:
    - {id: b, source: S1, retires: 2026-11-30}
    - {kind: snapshot, id: a, modality: chat, source: S1}
"""
    assert formatted(own, TEXT).splitlines()[-2:] == [
        "    - {id: a, kind: snapshot, modality: chat, source: [S1]}",
        "    - {id: b, retires: 2026-11-30, source: [S1]}",
    ]


def test_keys_that_no_table_has_are_written_to_be_found_wrong() -> None:
    row = {"retire": "2026-01-01", "kind": "a, b", "floating": False, "note": "a\nb\x1b\u2028", "retires": "2026, x: y"}
    line = canonical.row("x", row)
    assert line == (
        '{id: x, kind: "a, b", floating: false, retires: "2026, x: y", '
        'note: "a\\U0000000ab\\U0000001b\\U00002028", retire: 2026-01-01}'
    ).replace("retire: 2026-01-01", 'retire: "2026-01-01"')
    assert yaml.safe_load(line) == {"id": "x", **row}


def test_short_words_are_plain_exactly_where_every_loader_reads_them_back() -> None:
    marks = [chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum()]
    words = ["".join(word) for count in (1, 2) for word in product([*marks, "a", "1", "n"], repeat=count)]
    written = {word: canonical._word(word) for word in words}
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        read = yaml.load("[" + ", ".join(written.values()) + "]", loader)  # noqa: S506
        assert read == words
    for word in (
        "a?",
        "?a",
        ":a",
        "a:",
        "a,",
        "@a",
        "no",
        "1.5",
        "0x1f",
        "~",
        "null",
        "2026-01-01",
        "-",
        "<<",
        "=",
    ):
        assert canonical._word(word) == f'"{word}"'
    for word in ("a:b", "a@b", "a#b", "1a", "v1:0", "-a", "a/b", "gpt-4.1", "a+b", "a*", "_x", "claude.x-v1:0:200k"):
        assert canonical._word(word) == word


DAYS = st.dates().map(lambda day: f"{day:%Y-%m-%d}".zfill(10))
NAMES = st.one_of(
    st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=8),
    st.sampled_from(
        ["true", "1.0", "1_0", "12:30", "2026-01-01", "null", "~", "<<", "=", "no", "0o7", "---", "...", "a: b"]
    ).filter(lambda word: " " not in word),
)
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Cf"]), min_size=1).filter(
    lambda text: bool(text.strip()) and text.isprintable()
)


@st.composite
def parts(draw: st.DrawFn) -> dict[str, Any]:
    keys = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    sources = {
        key: {"title": draw(TEXTS), "read": "2020-01-01"}
        | draw(st.fixed_dictionaries({}, optional={"url": NAMES.map("https://".__add__), "third_party": st.just(True)}))
        for key in keys
    }
    ids = sorted(draw(st.lists(NAMES, min_size=1, max_size=4, unique=True)))
    endpoints = sorted(draw(st.lists(NAMES, max_size=3, unique=True)))
    models: dict[str, Any] = {}
    for place, model in enumerate(ids):
        later = [
            other for other in ids[place + 1 :] if models.get(other, {}).get("kind") not in ("family", "fine-tunes")
        ]
        named = st.lists(st.sampled_from(keys), min_size=1, max_size=3, unique=True)
        optional: dict[str, Any] = {
            "model": NAMES,
            "version": NAMES,
            "floating": st.just(True),
            "announced": st.just("2019-12-31"),
            "condition": TEXTS,
            "note": TEXTS,
            "after_retirement": st.sampled_from(OUTCOMES),
        }
        if endpoints:
            optional["endpoints"] = st.lists(st.sampled_from(endpoints), min_size=1, unique=True)
        if later:
            optional["successor"] = st.lists(st.sampled_from(later), min_size=1, unique=True)
        entry = {"kind": draw(st.sampled_from(KINDS[:3])), "modality": draw(st.sampled_from(MODALITIES))}
        models[model] = {**entry, "source": draw(named), **draw(st.fixed_dictionaries({}, optional=optional))}
    apis = draw(st.dictionaries(NAMES, _apis(keys), max_size=2))
    rested = {key for entry in (*models.values(), *apis.values()) for key in entry["source"]}
    part = {
        "as_of": "2020-01-01",
        "after_retirement": draw(st.sampled_from(OUTCOMES)),
        "listing": draw(st.sampled_from(LISTINGS)),
        "sources": {key: source for key, source in sources.items() if key in rested},
        "models": models,
    }
    differences = st.fixed_dictionaries({"id": NAMES, "catalogue": NAMES, "says": TEXTS, "reason": TEXTS})
    reviewed = draw(st.lists(differences, max_size=2))
    rest = {"endpoints": endpoints, "reviewed": reviewed, "apis": apis}
    return part | {key: value for key, value in rest.items() if value}


def _apis(keys: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """The row of an API that rests on some of these sources."""
    return st.fixed_dictionaries(
        {
            "title": TEXTS,
            "stage": st.sampled_from(API_STAGES),
            "source": st.lists(st.sampled_from(keys), min_size=1, unique=True),
        },
        optional={"announced": st.just("2019-12-31"), "instead": TEXTS, "note": TEXTS},
    )


@settings(max_examples=60)
@given(content=st.dictionaries(NAMES, parts(), min_size=1, max_size=2))
def test_every_table_comes_back_from_its_canonical_text(content: dict[str, Any]) -> None:
    first = canonical.written(content)
    read: Any = table.parse(first.encode(), "t.yaml")
    for part in content.values():
        if "reviewed" in part:
            part["reviewed"] = sorted(
                part["reviewed"], key=lambda one: tuple(one[key] for key in ("id", "catalogue", "says", "reason"))
            )
    assert read == content
    assert formatted(first) == first
    pretty = yaml.dump(yaml.load(first, yaml.SafeLoader), allow_unicode=True)
    assert formatted(pretty) == first
