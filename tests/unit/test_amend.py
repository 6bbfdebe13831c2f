from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate import amend, canonical, proposals, table
from pytest_modelgate.errors import TableError, UsageError

if TYPE_CHECKING:
    from pytest_modelgate.content import Content

TEXT = """\
# A table.
acme:
  as_of: 2026-11-01
  after_retirement: fails
  listing: complete
  endpoints: [chat]
  sources:
    S1: {title: "the page", url: "https://example.org/ends", read: 2026-11-01}
    S9: {title: "another", read: 2026-10-01, third_party: true}
  models:
    - {id: b, kind: snapshot, modality: chat, source: [S1]}
    - {id: d, kind: snapshot, modality: chat, retires: 2026-12-01, source: [S9]}
"""
PLAIN = {"kind": "snapshot", "modality": "chat"}
PAGE = {"title": "the page", "url": "https://example.org/ends", "read": "2026-11-01"}
NEW = {"title": "the page", "url": "https://example.org/ends", "read": "2026-11-20"}


def part(source: dict[str, Any] | None = None, **models: dict[str, Any]) -> dict[str, dict[str, Any]]:
    rows = {model: {**PLAIN, "source": ["k"], **row} for model, row in models.items()}
    return {"acme": {"sources": {"k": PAGE if source is None else source}, "models": rows}}


def amended(rows: dict[str, Any], text: str = TEXT, **said: Any) -> tuple[Content, list[tuple[str, str]]]:
    whole, outcomes = amend.amended(text.encode(), "t.yaml", rows, **said)
    assert canonical.formatted(whole.encode(), "t.yaml", said.get("under")) == whole
    assert whole.startswith("# A table.\n") or not text.startswith("#")
    return table.parse(whole.encode(), "t.yaml", said.get("under")), [(one.id, one.verb) for one in outcomes]


def wrong(rows: dict[str, Any], **said: Any) -> tuple[str, ...]:
    with pytest.raises(UsageError) as caught:
        amend.amended(TEXT.encode(), "t.yaml", rows, **said)
    return caught.value.mistakes


def test_a_row_goes_to_its_place_and_rests_on_a_source_that_is_there() -> None:
    content, outcomes = amended(part(c={"retires": "2027-01-01"}, a={}))
    assert list(content["acme"]["models"]) == ["a", "b", "c", "d"]
    assert content["acme"]["models"]["c"] == {**PLAIN, "retires": "2027-01-01", "source": ["S1"]}
    assert list(content["acme"]["sources"]) == ["S1", "S9"]
    assert outcomes == [("a", "added"), ("c", "added")]


def test_a_new_source_gets_the_next_free_number_once() -> None:
    content, _ = amended(part({**PAGE, "read": "2026-10-31"}, a={}, c={"source": ["S1", "k", "k"]}))
    assert content["acme"]["sources"]["S10"] == {**PAGE, "read": "2026-10-31"}
    assert content["acme"]["models"]["a"]["source"] == ["S10"]
    assert content["acme"]["models"]["c"]["source"] == ["S1", "S10"]
    assert list(content["acme"]["sources"]) == ["S1", "S9", "S10"]


def test_a_source_of_a_third_party_is_not_the_providers_own() -> None:
    content, _ = amended(part({"title": "another", "read": "2026-10-01"}, a={}))
    assert content["acme"]["models"]["a"]["source"] == ["S10"]


def test_rows_that_are_there_stay_unless_they_are_to_be_replaced() -> None:
    rows = part(b={"stage": "legacy"}, d={"retires": "2026-12-24"})
    content, outcomes = amended(rows)
    assert content == table.parse(TEXT.encode(), "t.yaml")
    assert outcomes == [("b", "left"), ("d", "left")]
    content, outcomes = amended(rows, replace=True)
    assert outcomes == [("b", "replaced"), ("d", "replaced")]
    assert content["acme"]["models"]["d"] == {**PLAIN, "retires": "2026-12-24", "source": ["S1"]}
    assert list(content["acme"]["sources"]) == ["S1"]


def test_a_row_that_is_the_same_is_kept_and_its_source_not_added() -> None:
    assert amended(part(b={}), replace=True)[1] == [("b", "kept")]
    content, outcomes = amended(part(NEW, b={}))
    assert outcomes == [("b", "left")]
    assert content == table.parse(TEXT.encode(), "t.yaml")


def test_as_of_moves_only_when_asked_and_only_up() -> None:
    assert wrong(part(NEW, a={})) == (
        (
            "source S10 of acme: the source 'S10' was read on 2026-11-20, after the provider's as_of 2026-11-01;"
            " move as_of up, as `modelgate table add --as-of` does"
        ),
    )
    content, _ = amended(part(NEW, a={}), move_as_of=True)
    assert content["acme"]["as_of"] == "2026-11-20"
    content, _ = amended(part({**PAGE, "read": "2026-01-01"}, a={}), move_as_of=True)
    assert content["acme"]["as_of"] == "2026-11-01"


def test_a_new_part_is_added_whole() -> None:
    rows = part(a={"endpoints": ["say"]})
    rows["apex"] = {"as_of": "2026-11-02", "after_retirement": "fails", "listing": "partial", "endpoints": ["say"]}
    rows["apex"] |= rows.pop("acme")
    content, _ = amended(rows)
    assert list(content) == ["acme", "apex"]
    assert content["apex"]["sources"] == {"S1": PAGE}
    assert content["apex"]["endpoints"] == ["say"]


def test_endpoints_and_reviews_that_a_file_brings_are_added_once() -> None:
    review = {"id": "b", "catalogue": "litellm", "says": "2026-01-01", "reason": "a stamp"}
    rows = part(a={"endpoints": ["say"]})
    rows["acme"] |= {"endpoints": ["say", "chat", "ask"], "reviewed": [review, review]}
    content, _ = amended(rows)
    assert content["acme"]["endpoints"] == ["ask", "chat", "say"]
    assert content["acme"]["reviewed"] == [review]


def test_every_mistake_is_told_with_its_row() -> None:
    rows = part(
        {"title": "x\ny", "url": "http://example.org", "read": "soon"},
        a={"retires": "2026-02-30", "successor": ["bb"], "note": "two\nlines"},
        c={"kind": "snapshit", "endpoints": ["chatt"], "floating": False, "retire": "2026-01-01"},
        e={"source": ["S8"]},
    )
    rows["apex"] = {"sources": {"k": PAGE}, "models": {"z": {"source": ["k"]}}}
    told = wrong(rows)
    assert [mistake for mistake in told if mistake.startswith("a of acme: ")] == [
        "a of acme: there is no day 2026-02-30",
        "a of acme: 'two\\nlines' holds a line break or a character that cannot be shown",
        "a of acme: successor 'bb' has no row; did you mean 'b'?",
    ]
    for mistake in (
        "source S10 of acme: 'x\\ny' holds a line break or a character that cannot be shown",
        "source S10 of acme: 'http://example.org' is no https address",
        "source S10 of acme: 'soon' is no day; write it like 2026-11-21",
        "c of acme: 'false' is not true; leave the key out for false",
        "c of acme: unknown key 'retire' in a row; did you mean 'retires'?",
        "c of acme: the provider's part names no endpoint 'chatt'; did you mean 'chat'?",
        "e of acme: the provider's part names no source 'S8'",
        "apex: a provider's part needs the key 'as_of'",
        "z of apex: a row needs the key 'kind'",
    ):
        assert mistake in told
    assert any(mistake.startswith("c of acme: 'snapshit' is not one of snapshot, ") for mistake in told)


def test_a_value_cannot_become_more_than_a_value() -> None:
    rows = part(a={"note": 'x"}\n    - {id: evil', "retires": "2026-12-01, stage: retired", "alias_of": "b}, {id: c"})
    rows["acme"]["sources"]["j"] = {"title": "a page", "read": ["2026-12-01"]}
    rows["acme"]["models"]["e"] = {**PLAIN, "source": ["j", True]}
    told = [mistake for mistake in wrong(rows) if "S10" not in mistake and "e of" not in mistake]
    assert len(told) == 3
    assert all(mistake.startswith("a of acme: ") for mistake in told)


@pytest.mark.parametrize("move", [True, False])
@pytest.mark.parametrize("odd", [True, False, "", "x", [], ["x"]])
def test_odd_values_anywhere_are_mistakes_and_no_faults(odd: object, move: bool) -> None:
    source = dict.fromkeys(("title", "url", "read", "third_party"), odd)
    row = dict.fromkeys((*PLAIN, "retires", "successor", "endpoints", "floating", "alias_of", "note", "version"), odd)
    own: dict[str, Any] = {
        "sources": {"k": source},
        "models": {"a": {**row, "source": ["k"]}, "z": {**row, "source": odd}},
    }
    own |= dict.fromkeys(("as_of", "after_retirement", "listing", "endpoints"), odd)
    own["reviewed"] = [dict.fromkeys(("id", "catalogue", "says"), odd)]
    for surface in ("acme", "apex"):
        told = wrong(proposals.read(json.dumps({surface: own}).encode(), "f"), move_as_of=move)
        assert any(mistake.startswith(f"a of {surface}: ") for mistake in told)


def test_a_table_that_is_wrong_before_is_told_as_it_stands() -> None:
    with pytest.raises(TableError) as caught:
        amend.amended(TEXT.replace("kind: snapshot", "kind: snap", 1).encode(), "t.yaml", part(a={}))
    assert caught.value.mistakes[0].startswith("t.yaml:11: 'snap' is not one of ")
    with pytest.raises(TableError, match="a comment here would be lost"):
        amend.amended(TEXT.replace("source: [S1]}", "source: [S1]}  # why").encode(), "t.yaml", part(a={}))


def test_a_teams_own_table_holds_only_what_it_changes() -> None:
    under = table.parse(TEXT.encode(), "t.yaml")
    own = (
        'acme:\n  sources:\n    S1: {title: "us", read: 2026-11-20}\n'
        "  models:\n    - {id: b, retires: 2026-11-30, source: [S1]}\n"
    )
    rows = {"acme": {"sources": {"k": {"title": "us", "read": "2026-11-20"}}, "models": {"d": {"source": ["k"]}}}}
    whole, _ = amend.amended(own.encode(), "own.yaml", rows, under=under)
    assert whole == own + "    - {id: d, source: [S1]}\n"


def read(content: object) -> dict[str, dict[str, Any]]:
    return proposals.read(json.dumps(content).encode(), "f.json")


def refused(content: object) -> tuple[str, ...]:
    with pytest.raises(UsageError) as caught:
        read(content)
    return caught.value.mistakes


def test_a_file_shaped_like_a_table_is_read_in_every_form() -> None:
    rows = table.parse(TEXT.encode(), "t.yaml")
    for text in (TEXT, json.dumps(rows), json.dumps(table.plain(TEXT.encode(), "t.yaml"))):
        whole = canonical.written(proposals.read(text.encode(), "f"), "# A table.\n")
        assert whole == TEXT


def test_rows_that_a_comparison_proposes_are_taken_and_reviewed_ones_left() -> None:
    source = {"title": "openai 9", "read": "2026-11-01"}
    row = {**PLAIN, "id": "a"}
    common = {"surface": "acme", "catalogue": "sdk", "source": source}
    document = {
        "version": 1,
        "differences": [
            {**common, "id": "a", "row": row, "reviewed": None},
            {**common, "id": "b", "row": {**PLAIN, "source": ["S1"], "retires": "2027-01-01"}},
            {**common, "id": "c", "row": None, "source": None},
            {**common, "id": "d", "row": row, "reviewed": "seen"},
        ],
    }
    content, outcomes = amended(read(document), replace=True)
    assert outcomes == [("a", "added"), ("b", "replaced")]
    assert content["acme"]["models"]["a"]["source"] == ["S10"]
    assert content["acme"]["models"]["b"]["source"] == ["S1", "S10"]
    assert content["acme"]["sources"]["S10"] == source
    assert read({"differences": []}) == {}
    named = {"surface": "acme", "id": "a", "row": {**PLAIN, "source": "S1"}}
    assert read({"differences": [named]})["acme"]["models"]["a"]["source"] == "S1"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ([], ["f.json: expected the parts of a table, or the document of `modelgate table verify`"]),
        ({}, ["f.json: expected the parts of a table, or the document of `modelgate table verify`"]),
        ({"acme": 1}, ["f.json: acme: expected a provider's part with sources and models"]),
        (
            {"acme": {"sources": [], "models": "x", "reviewed": 1, "as_of": 3}},
            [
                "f.json: the sources of acme: expected a mapping",
                "f.json: the models of acme: expected a list of rows",
                "f.json: the reviewed differences of acme: expected a list",
                "f.json: acme: 'as_of' is no text, no list of texts and not true",
            ],
        ),
        (
            {"acme": {"models": [{"id": "a"}, {"id": "a"}, {"kind": "x"}, 7, {"id": "b", "version": 1, "note": None}]}},
            [
                "f.json: row 2 of acme: there is a row of 'a' already",
                "f.json: row 3 of acme: a row needs the key 'id'",
                "f.json: row 4 of acme: expected a mapping",
                "f.json: row 4 of acme: a row needs the key 'id'",
                "f.json: row 5 of acme: 'version' is no text, no list of texts and not true",
                "f.json: row 5 of acme: 'note' is no text, no list of texts and not true",
            ],
        ),
        (
            {"differences": [1, {"row": {}}, *[{"surface": "s", "id": "a", "row": {"id": "b"}, "source": 1}] * 2]},
            [
                "f.json: differences[0]: expected a mapping",
                "f.json: differences[1]: a proposed row needs the texts 'surface' and 'id'",
                "f.json: differences[2]: the row's id is not 'a'",
                "f.json: differences[2]: expected a mapping",
                "f.json: differences[3]: a of s is proposed twice; leave one of the rows in the file",
            ],
        ),
    ],
)
def test_a_file_of_another_shape_is_refused(content: object, told: list[str]) -> None:
    assert list(refused(content)) == told


def test_a_file_that_is_neither_json_nor_yaml_is_refused() -> None:
    with pytest.raises(TableError) as caught:
        proposals.read(b"a: &x b\nc: *x\n", "f.yaml")
    assert caught.value.mistakes == ("f.yaml:1: anchors and aliases (& and *) are not allowed",)
    for text in (b"a: {b: 1,\n b: 2}\n", b'{"a": {"b": "1",\n "b": "2"}}'):
        with pytest.raises(TableError) as caught:
            proposals.read(text, "f.yaml")
        assert caught.value.mistakes == ("f.yaml:2: 'b' is there twice, first in line 1",)
    with pytest.raises(TableError) as caught:
        proposals.read(b"[" * 200_000, "f.json")
    assert caught.value.mistakes == ("f.json:1: nested deeper than a table is",)
