from __future__ import annotations

from datetime import date

import pytest

from pytest_modelgate import catalog, table
from pytest_modelgate.catalog import Catalog, Source
from pytest_modelgate.terms import State
from pytest_modelgate.values import Step

TODAY = date(2026, 11, 21)

TEXT = """\
acme:
  as_of: 2026-11-12
  after_retirement: redirects
  listing: complete
  endpoints: [chat, batch]
  sources:
    S1: {title: "no address", read: 2026-11-01}
    S2: {title: "somebody else", url: "https://third.example/", read: 2026-11-01, third_party: true}
    S3: {title: "the page", url: "https://acme.example/ends", read: 2026-11-01}
  models:
    - {id: acme-family, kind: family, modality: chat, source: S1}
    - {id: alive, kind: snapshot, modality: chat, endpoints: [chat, batch], source: S1}
    - {id: conditioned, kind: snapshot, modality: chat, endpoints: chat, retires: 2026-01-01, successor: alive,
       condition: "with care", source: S1}
    - {id: dead, kind: snapshot, modality: chat, endpoints: chat, retires: 2026-11-21, successor: [going,
       unseen], unlisted: unseen, source: [S1, S2, S3]}
    - {id: dead-end, kind: snapshot, modality: chat, retires: 2026-01-01, successor: [unseen, gone], unlisted:
       unseen, source: S2}
    - {id: going, kind: snapshot, modality: chat, endpoints: chat, retires: 2026-12-01, successor: legacy,
       source: S2}
    - {id: gone, kind: snapshot, modality: chat, stage: retired, source: S3}
    - {id: legacy, kind: snapshot, modality: chat, endpoints: chat, stage: legacy, source: S3}
    - {id: pointer, kind: alias, modality: chat, endpoints: chat, alias_of: pointer-2, retires: 2026-11-21,
       source: S3}
    - {id: pointer-2, kind: alias, modality: chat, alias_of: dead, retires: 2026-11-21, source: S3}
    - {id: short-way, kind: snapshot, modality: image, endpoints: chat, retires: 2026-01-01, successor: [dead,
       conditioned], source: S3}
    - {id: whole, kind: preview, modality: chat, endpoints: [chat], announced: 2026-01-01, retires: 2027-01-01,
       earliest: 2026-12-01, successor: alive, condition: "text", alias_of: dead, after_retirement: moved,
       third_party: true, source: [S2, S3], note: "a note"}
beta:
  as_of: 2026-11-05
  after_retirement: fails
  listing: complete
  endpoints: chat
  sources: {S1: {title: "the page", read: 2026-11-01}}
  models:
    - {id: alive, kind: alias, modality: audio, source: S1}
"""


@pytest.fixture
def acme() -> Catalog:
    return Catalog(table.parse(TEXT.encode(), "t.yaml"))


def step(catalog: Catalog, model_id: str, horizon: int = 90) -> tuple[list[str], str | None, bool]:
    record = catalog.find("acme", model_id)
    assert record is not None
    found = catalog.succession(record, TODAY, horizon)
    return [one.id for one in found.steps], found.living, found.same_kind


def test_the_whole_of_it(acme: Catalog) -> None:
    assert acme.surfaces == ("acme", "beta")
    assert acme.as_of == date(2026, 11, 12)
    assert (acme.read_up_to("acme"), acme.read_up_to("beta")) == (date(2026, 11, 12), date(2026, 11, 5))
    assert acme.rows == 13
    assert acme.after_retirement("acme") == "redirects"
    assert acme.after_retirement("beta") == "fails"
    with pytest.raises(KeyError):
        acme.after_retirement("gamma")


def test_a_record_has_every_fact_of_its_row(acme: Catalog) -> None:
    record = acme.find("acme", "whole")
    assert record is not None
    assert (record.surface, record.id, record.kind, record.modality) == ("acme", "whole", "preview", "chat")
    assert record.announced == date(2026, 1, 1)
    assert record.retires == date(2027, 1, 1)
    assert record.earliest == date(2026, 12, 1)
    assert record.stage is None
    assert record.successors == ("alive",)
    assert record.condition == "text"
    assert record.alias_of == "dead"
    assert record.endpoints == ("chat",)
    assert record.sources == ("S2", "S3")
    assert record.note == "a note"
    assert record.after_retirement == "moved"
    assert record.third_party
    assert acme.sources(record) == (
        Source(key="S2", title="somebody else", url="https://third.example/", read=date(2026, 11, 1), third_party=True),
        Source(key="S3", title="the page", url="https://acme.example/ends", read=date(2026, 11, 1)),
    )


def test_a_bare_row_claims_nothing(acme: Catalog) -> None:
    record = acme.find("beta", "alive")
    assert record is not None
    assert (record.announced, record.retires, record.earliest, record.stage) == (None, None, None, None)
    assert (record.successors, record.condition, record.alias_of, record.endpoints) == ((), None, None, ())
    assert (record.note, record.after_retirement, record.third_party) == (None, None, False)


@pytest.mark.parametrize(("model_id", "outside"), [("dead-end", True), ("dead", False), ("gone", False)])
def test_dates_rest_on_third_parties_when_every_source_is_one(acme: Catalog, model_id: str, outside: bool) -> None:
    record = acme.find("acme", model_id)
    assert record is not None
    assert record.third_party is outside


@pytest.mark.parametrize("model_id", ["", "Alive", "alive ", "acme-family", "nothing"])
def test_only_the_exact_id_is_found(acme: Catalog, model_id: str) -> None:
    assert acme.find("acme", model_id) is None
    assert acme.lookup(model_id) == ()


def test_an_unknown_surface_has_nothing(acme: Catalog) -> None:
    assert acme.find("gamma", "alive") is None
    assert acme.ids("gamma") == frozenset()


def test_a_record_is_built_once(acme: Catalog) -> None:
    assert acme.find("acme", "alive") is acme.find("acme", "alive")


def test_lookup_goes_through_every_surface_in_order(acme: Catalog) -> None:
    assert [(record.surface, record.modality) for record in acme.lookup("alive")] == [
        ("acme", "chat"),
        ("beta", "audio"),
    ]


def test_ids_are_all_but_families(acme: Catalog) -> None:
    assert acme.ids("beta") == {"alive"}
    assert len(acme.ids("acme")) == 11
    assert "acme-family" not in acme.ids("acme")


def test_a_replacement_that_is_going_is_stepped_over(acme: Catalog) -> None:
    assert step(acme, "dead") == (["going", "legacy"], "legacy", True)


def test_each_step_says_its_state_and_who_named_it(acme: Catalog) -> None:
    record = acme.find("acme", "dead")
    assert record is not None
    assert acme.succession(record, TODAY, 90).steps == (
        Step(id="going", state=State.RETIRING, source="https://acme.example/ends"),
        Step(id="legacy", state=State.LEGACY, source="https://third.example/"),
    )
    assert acme.succession(record, TODAY, 0).steps[0].state is State.DEPRECATED


def test_the_shortest_way_wins_and_other_ways_are_left_out(acme: Catalog) -> None:
    assert step(acme, "short-way") == (["conditioned", "alive"], "alive", False)


def test_a_condition_on_the_way_is_told_and_is_no_like_for_like(acme: Catalog) -> None:
    record = acme.find("acme", "conditioned")
    assert record is not None
    found = acme.succession(record, TODAY, 90)
    assert found.steps == (Step(id="alive", state=State.ACTIVE, condition="with care"),)
    assert not found.same_kind


def test_a_dead_end_shows_all_that_was_looked_at(acme: Catalog) -> None:
    record = acme.find("acme", "dead-end")
    assert record is not None
    found = acme.succession(record, TODAY, 90)
    assert [(one.id, one.state) for one in found.steps] == [("unseen", State.UNKNOWN), ("gone", State.RETIRED)]
    assert found.living is None
    assert not found.same_kind


def test_an_alias_that_names_no_replacement_has_its_targets(acme: Catalog) -> None:
    assert step(acme, "pointer") == (["going", "legacy"], "legacy", True)


def test_unknown_endpoints_are_not_shared(acme: Catalog) -> None:
    assert step(acme, "pointer-2") == (["going", "legacy"], "legacy", False)


def test_what_names_no_replacement_has_none(acme: Catalog) -> None:
    assert step(acme, "gone") == ([], None, False)


@pytest.mark.parametrize(
    ("surface", "model_id", "living"),
    [
        ("openai", "gpt-4", "gpt-5.6-sol"),
        ("openai", "gpt-4-0314", "gpt-5.6-sol"),
        ("openai", "gpt-4o", "gpt-6-luna"),
        ("openai", "ada", "gpt-5.6-terra"),
        ("openai", "codex-mini-latest", None),
        ("anthropic", "claude-3-5-sonnet-latest", "claude-sonnet-4-6"),
        ("gemini", "imagen-4.0-generate-preview-06-06", "gemini-3.1-flash-image"),
        ("gemini", "gemini-2.5-pro", "gemini-3.8-flash"),
    ],
)
def test_the_bundled_table_leads_to_what_is_alive(surface: str, model_id: str, living: str | None) -> None:
    bundled = catalog.load()
    record = bundled.find(surface, model_id)
    assert record is not None
    assert bundled.succession(record, TODAY, 90).living == living


def test_of_several_replacements_one_that_serves_the_same_endpoint_is_proposed_first() -> None:
    loaded = catalog.load()
    record = loaded.find("openai", "whisper-1")
    assert record is not None
    assert record.successors == ("gpt-live-transcribe", "gpt-transcribe")
    assert loaded.succession(record, date(2026, 11, 21), 90).living == "gpt-transcribe"
