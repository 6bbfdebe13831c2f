"""APIs and hosts that end: from the table's text to the catalog, and what is wrong on the way."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_modelgate import amend, canonical, compiled, table
from pytest_modelgate.catalog import Catalog
from pytest_modelgate.content import API_STAGES
from pytest_modelgate.errors import TableError
from pytest_modelgate.lifecycle import state_of
from pytest_modelgate.records import ApiRecord
from pytest_modelgate.terms import State

HEAD = """\
acme:
  as_of: 2026-11-01
  after_retirement: fails
  listing: complete
  sources:
    S1: {title: "the page", url: "https://example.org/ends", read: 2026-11-01}
    S2: {title: "somebody else", url: "https://third.example/", read: 2026-10-01, third_party: true}
    S3: {title: "no address", read: 2026-10-01}
  apis:
"""
M = "    - {id: m, kind: snapshot, modality: chat, source: S1}\n"
REST = "    - {id: zz, title: the last, stage: deprecated, source: [S2, S3]}\n  models:\n" + M
PLAIN = "title: the API, retires: 2027-01-01, source: [S1]"
WHOLE = (
    "    - {id: api.acme.example, title: the host, announced: 2026-01-01, retires: 2027-01-01, instead: the other, "
    "third_party: true, source: [S2, S1], note: a note}\n"
    "    - {id: assistants, title: the Assistants API, retires: 2026-08-26, source: S2}\n"
)


def row(rest: str) -> str:
    return f"    - {{{rest}}}\n"


def wrong(text: str) -> list[str]:
    with pytest.raises(TableError) as caught:
        table.parse(text.encode(), "t.yaml")
    return list(caught.value.mistakes)


def catalog(apis: str) -> Catalog:
    return Catalog(table.parse((HEAD + apis + REST).encode(), "t.yaml"))


def test_a_record_has_every_fact_of_its_row() -> None:
    assert catalog(WHOLE).api("acme", "api.acme.example") == ApiRecord(
        surface="acme",
        id="api.acme.example",
        title="the host",
        announced=date(2026, 1, 1),
        retires=date(2027, 1, 1),
        instead="the other",
        sources=("S2", "S1"),
        address="https://example.org/ends",
        third_party=True,
        note="a note",
    )


def test_a_bare_row_claims_nothing() -> None:
    found = catalog(row("id: a, title: the API, stage: retired, source: S3")).api("acme", "a")
    assert found == ApiRecord(surface="acme", id="a", title="the API", stage="retired", sources=("S3",))


def test_dates_that_rest_on_third_parties_alone_are_known_as_such() -> None:
    found = catalog(WHOLE)
    assert [(api.id, api.third_party) for api in found.apis] == [
        ("api.acme.example", True),
        ("assistants", True),
        ("zz", False),
    ]
    assert found.api("acme", "assistants") == found.apis[1]
    assert found.apis[1].address == "https://third.example/"


@pytest.mark.parametrize(("surface", "id_"), [("acme", "Assistants"), ("acme", "m"), ("beta", "assistants")])
def test_only_the_exact_id_of_the_surface_is_found(surface: str, id_: str) -> None:
    assert catalog(WHOLE).api(surface, id_) is None


def test_an_api_is_no_model() -> None:
    found = catalog(WHOLE)
    assert found.ids("acme") == {"m"}
    assert found.find("acme", "assistants") is None
    assert found.rows == 1


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        (row(f"id: a, {PLAIN}, instaed: x"), 10, "unknown key 'instaed' in a row of an API; did you mean 'instead'?"),
        (row(f"id: a, {PLAIN}, kind: alias"), 10, "unknown key 'kind' in a row of an API"),
        (row("id: a, retires: 2027-01-01, source: S1"), 10, "a row of an API needs the key 'title'"),
        (row("id: a, title: x, retires: 2027-01-01"), 10, "a row of an API needs the key 'source'"),
        (row("title: x, retires: 2027-01-01, source: S1"), 10, "a row of an API needs the key 'id'"),
        (row("id: a, title: x, retires: 2027-02-30, source: S1"), 10, "there is no day 2027-02-30"),
        (row("id: a, title: x, retires: soon, source: S1"), 10, "'soon' is no day; write it like 2026-11-21"),
        (row("id: a, title: x, stage: legacy, source: S1"), 10, "'legacy' is not one of retired, deprecated"),
        (row(f"id: a, {PLAIN}, stage: retired"), 10, "stage says nothing beside retires; leave it out"),
        (row("id: a, title: x, source: S1"), 10, "'a' has no end: name announced, retires or stage"),
        (row("id: a, title: x, instead: y, source: S1"), 10, "'a' has no end: name announced, retires or stage"),
        (
            row("id: a, title: x, announced: 2026-05-02, retires: 2026-05-01, source: S1"),
            10,
            "retires 2026-05-01, before it is announced (2026-05-02)",
        ),
        (
            row("id: a, title: x, announced: 2026-11-02, source: S1"),
            10,
            "announced 2026-11-02, after the provider's as_of 2026-11-01",
        ),
        (row("id: a, title: x, stage: retired, source: S9"), 10, "the provider's part names no source 'S9'"),
        (
            row(f"id: a, {PLAIN}, third_party: true"),
            10,
            "third_party contradicts source: none of them is a third party",
        ),
        (row(f"id: a, {PLAIN}") + row(f"id: a, {PLAIN}"), 11, "'a' has a row already, in line 10"),
        (row(f"id: b, {PLAIN}") + row(f"id: a, {PLAIN}"), 11, "'a' must stand before 'b': rows are sorted by id"),
        (row(f"id: two words, {PLAIN}"), 10, "'two words' holds white space or a character that no id has"),
    ],
)
def test_a_mistake_is_told_with_its_line(rows: str, line: int, message: str) -> None:
    assert any(mistake.startswith(f"t.yaml:{line}: {message}") for mistake in wrong(HEAD + rows + REST))


def test_every_mistake_is_told_at_once() -> None:
    rows = row("id: a, title: x, retires: soon, source: S1") + row("id: b, title: x, source: S1, qqq: 1")
    assert [mistake.split(":")[1] for mistake in wrong(HEAD + rows + REST)] == ["10", "11", "11"]


def test_apis_are_a_list_of_rows() -> None:
    assert wrong(HEAD.rstrip() + " {a: b}\n" + REST.partition("\n")[2]) == ["t.yaml:9: expected a list of rows"]


def test_a_source_of_an_api_alone_is_used() -> None:
    assert wrong(HEAD + REST.replace("S2, S3", "S2")) == ["t.yaml:8: no row rests on the source 'S3'; leave it out"]


def test_the_compiled_form_keeps_them() -> None:
    content = table.parse((HEAD + WHOLE + REST).encode(), "t.yaml")
    digest = hashlib.sha256(b"text").hexdigest()
    assert compiled.unpack(compiled.pack(content, digest), digest) == content


def test_the_canonical_form_sorts_them_and_their_keys() -> None:
    rows = REST.splitlines()[0] + "\n" + row("source: S2, note: a note, id: b, stage: retired, title: B")
    mixed = HEAD + rows + REST.partition("\n")[2]
    assert canonical.formatted(mixed.encode(), "t.yaml").splitlines()[8:] == [
        "  apis:",
        '    - {id: b, title: "B", stage: retired, source: [S2], note: "a note"}',
        '    - {id: zz, title: "the last", stage: deprecated, source: [S2, S3]}',
        "  models:",
        "    - {id: m, kind: snapshot, modality: chat, source: [S1]}",
    ]


def test_a_row_that_is_put_in_leaves_them_and_their_sources() -> None:
    text = HEAD + WHOLE + REST
    source = {"title": "the page", "url": "https://example.org/ends", "read": "2026-11-01"}
    part = {"sources": {"k": source}, "models": {"n": {"kind": "snapshot", "modality": "chat", "source": ["k"]}}}
    whole, outcomes = amend.amended(text.encode(), "t.yaml", {"acme": part})
    assert [outcome.verb for outcome in outcomes] == ["added"]
    before, after = (table.parse(one.encode(), "t.yaml")["acme"] for one in (text, whole))
    assert after["apis"] == before["apis"]
    assert after["sources"] == before["sources"]


class TestOfATeam:
    """What a team's own table says of an API."""

    UNDER = table.parse((HEAD + WHOLE + REST).encode(), "t.yaml")
    OWN = 'acme:\n  sources: {S1: {title: "our wiki", read: 2026-11-20}}\n  apis:\n'

    def laid(self, text: str) -> Catalog:
        return Catalog(table.parse(text.encode(), "own.yaml", under=self.UNDER))

    def test_a_part_may_have_apis_and_no_models(self) -> None:
        found = self.laid(self.OWN + row("id: edits, title: our edits, stage: retired, source: S1"))
        assert [api.id for api in found.apis] == ["api.acme.example", "assistants", "edits", "zz"]
        assert [source.title for source in found.sources(found.apis[2])] == ["our wiki"]
        assert found.ids("acme") == {"m"}

    def test_a_row_that_is_there_needs_only_what_changes(self) -> None:
        api = self.laid(self.OWN + row("id: assistants, retires: 2026-06-01, source: S1")).api("acme", "assistants")
        assert api is not None
        assert (api.title, api.retires, api.sources) == ("the Assistants API", date(2026, 6, 1), ("own.S1", "S2"))
        assert not api.third_party

    def test_what_is_decided_takes_the_place_of_what_was_known(self) -> None:
        api = self.laid(self.OWN + row("id: api.acme.example, stage: deprecated, source: S1")).api(
            "acme", "api.acme.example"
        )
        assert api is not None
        assert (api.stage, api.retires, api.third_party, api.instead) == ("deprecated", None, False, "the other")

    def test_a_new_row_needs_a_title(self) -> None:
        with pytest.raises(TableError, match=r"own\.yaml:4: a row of an API needs the key 'title'"):
            self.laid(self.OWN + row("id: edits, stage: retired, source: S1"))

    def test_a_part_needs_rows_of_one_kind(self) -> None:
        with pytest.raises(TableError) as caught:
            self.laid('acme:\n  sources: {S1: {title: "our wiki", read: 2026-11-20}}\n')
        assert caught.value.mistakes[0] == "own.yaml:2: a provider's part needs the key 'models' or the key 'apis'"

    def test_a_table_of_apis_alone_has_a_canonical_form_and_takes_rows(self) -> None:
        text = canonical.formatted((self.OWN + row("id: zz, stage: retired, source: S1")).encode(), "o", self.UNDER)
        part = {"sources": {}, "models": {"m": {"retires": "2027-01-01", "source": ["S1"]}}}
        whole, _ = amend.amended(text.encode(), "o", {"acme": part}, under=self.UNDER)
        assert whole == text + "  models:\n    - {id: m, retires: 2027-01-01, source: [S1]}\n"


DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(DAYS, DAYS, st.integers(0, 400))
def test_an_api_is_retired_from_its_day_on_and_retiring_within_the_horizon(
    retires: date, today: date, horizon: int
) -> None:
    state = state_of(ApiRecord(surface="s", id="a", title="t", retires=retires), today, horizon)
    assert (state is State.RETIRED) == (retires <= today)
    assert (state is State.RETIRING) == (today < retires <= today + timedelta(days=horizon))
    assert state in (State.RETIRED, State.RETIRING, State.DEPRECATED)


@given(DAYS, DAYS)
def test_an_api_that_is_only_announced_is_deprecated_from_that_day_on(announced: date, today: date) -> None:
    state = state_of(ApiRecord(surface="s", id="a", title="t", announced=announced), today)
    assert state is (State.DEPRECATED if announced <= today else State.ACTIVE)


@pytest.mark.parametrize("stage", API_STAGES)
def test_an_api_without_a_day_is_what_its_provider_says(stage: str) -> None:
    assert state_of(ApiRecord(surface="s", id="a", title="t", stage=stage), date(2026, 11, 21)) == stage
