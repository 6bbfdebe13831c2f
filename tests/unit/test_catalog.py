from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import catalog, table
from pytest_modelgate.catalog import Catalog, Source
from pytest_modelgate.errors import TableError
from pytest_modelgate.records import ModelRecord
from pytest_modelgate.terms import State
from pytest_modelgate.values import Step

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 21)

TEXT = """\
acme:
  as_of: 2026-11-12
  after_retirement: moved
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
       source: [S1, S2]}
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


def test_what_another_model_answers_already_is_no_like_for_like(acme: Catalog) -> None:
    record = acme.find("acme", "short-way")
    assert record is not None
    like = replace(record, successors=("alive",), modality="chat")
    assert acme.succession(like, TODAY, 90).same_kind
    assert not acme.succession(replace(like, after_retirement="redirects"), TODAY, 90).same_kind


def test_the_whole_of_it(acme: Catalog) -> None:
    assert acme.surfaces == ("acme", "beta")
    assert acme.as_of == date(2026, 11, 12)
    assert (acme.read_up_to("acme"), acme.read_up_to("beta")) == (date(2026, 11, 12), date(2026, 11, 5))
    assert acme.rows == 13
    assert acme.after_retirement("acme") == "moved"
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


def test_what_only_third_parties_report_is_no_replacement_to_write_unasked(acme: Catalog) -> None:
    record = acme.find("acme", "dead-end")
    assert record is not None
    heard = replace(record, successors=("alive",), endpoints=("chat",))
    found = acme.succession(heard, TODAY, 90)
    assert (found.living, found.same_kind) == ("alive", False)
    assert found.caution == "only third parties report it; the provider's own page was not seen"
    assert acme.succession(replace(heard, third_party=False), TODAY, 90).same_kind


def test_a_choice_between_living_replacements_is_the_users(acme: Catalog) -> None:
    record = acme.find("acme", "going")
    assert record is not None
    several = acme.succession(replace(record, successors=("alive", "legacy", "gone")), TODAY, 90)
    assert several.caution == "the provider leaves the choice between alive and legacy"
    assert acme.succession(replace(record, successors=("alive", "gone")), TODAY, 90).caution is None


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


VERSIONED = Catalog(
    table.parse(
        b"""\
acme:
  as_of: 2026-11-12
  after_retirement: fails
  listing: partial
  sources: {S1: {title: "the page", read: 2026-11-01}}
  models:
    - {id: ft-gpt-4, kind: fine-tunes, modality: chat, retires: 2026-10-23, source: S1}
    - {id: ft-gpt-4-0613, kind: fine-tunes, modality: chat, retires: 2026-12-23, source: S1}
    - {id: ft-gpt-4-mini, kind: fine-tunes, modality: chat, retires: 2027-10-23, source: S1}
    - {id: ft-nano-2025-04-14, kind: fine-tunes, modality: chat, stage: deprecated, source: S1}
    - {id: lone, kind: snapshot, modality: chat, model: lone, version: "1", retires: 2026-01-01, source: S1}
    - {id: lone-2, kind: snapshot, modality: chat, model: lone, version: "2", source: S1}
    - {id: many-1, kind: snapshot, modality: chat, model: many, version: "1", retires: 2026-01-01, source: S1}
    - {id: many-2, kind: snapshot, modality: chat, model: many, version: "2", retires: 2027-06-01, source: S1}
    - {id: many-3, kind: snapshot, modality: chat, model: many, version: "3", retires: 2026-12-01, stage: active,
       source: S1}
    - {id: names, kind: family, modality: chat, model: named, source: S1}
    - {id: pointing, kind: snapshot, modality: chat, retires: 2026-01-01, successor: many, source: S1}
""",
        "t.yaml",
    )
)


def test_the_versions_of_a_model_are_known_by_its_name() -> None:
    assert VERSIONED.versions("acme", "many") == ("many-1", "many-2", "many-3")
    assert VERSIONED.versions("acme", "lone") == ("lone", "lone-2")
    for model in ("many-1", "named", "nothing", ""):
        assert VERSIONED.versions("acme", model) == ()
    assert VERSIONED.versions("beta", "many") == ()


def test_a_name_is_found_as_its_mildest_version() -> None:
    record = VERSIONED.find("acme", "many")
    assert record is not None
    assert (record.id, record.version, record.retires) == ("many", "2", date(2027, 6, 1))
    assert VERSIONED.find("acme", "named") is None


def test_a_name_that_is_an_id_too_is_found_as_that_row() -> None:
    record = VERSIONED.find("acme", "lone")
    assert record is not None
    assert (record.version, record.retires) == ("1", date(2026, 1, 1))


def test_a_name_is_no_id_and_has_no_place_of_its_own() -> None:
    assert "many" not in VERSIONED.ids("acme")
    assert VERSIONED.lookup("many") == ()


def test_a_replacement_named_by_its_model_is_followed() -> None:
    record = VERSIONED.find("acme", "pointing")
    assert record is not None
    succession = VERSIONED.succession(record, date(2026, 1, 1), 90)
    assert [(one.id, one.state) for one in succession.steps] == [("many", State.DEPRECATED)]


@pytest.mark.parametrize(
    ("base", "row"),
    [
        ("gpt-4", "ft-gpt-4"),
        ("gpt-4-0613", "ft-gpt-4-0613"),
        ("gpt-4-1106", "ft-gpt-4"),
        ("gpt-4-2024-08-06", "ft-gpt-4"),
        ("gpt-4-20240806", "ft-gpt-4"),
        ("gpt-4-mini", "ft-gpt-4-mini"),
        ("gpt-4-mini-2024-07-18", "ft-gpt-4-mini"),
        ("nano-2025-04-14", "ft-nano-2025-04-14"),
        ("gpt-4o", None),
        ("gpt-4o-2024-08-06", None),
        ("gpt-4.1", None),
        ("gpt-4-turbo", None),
        ("gpt-40613", None),
        ("gpt-4-06135551212", None),
        ("my-gpt-4", None),
        ("nano-2025-04-15", None),
        ("ft-gpt-4", None),
        ("", None),
    ],
)
def test_what_was_tuned_from_a_base_or_its_dated_form_shares_a_row(base: str, row: str | None) -> None:
    record = VERSIONED.fine_tunes("acme", base)
    assert (record and record.id) == row
    assert VERSIONED.fine_tunes("beta", base) is None


def test_rows_for_fine_tunes_are_no_ids() -> None:
    assert VERSIONED.find("acme", "ft-gpt-4") is None
    assert not any(model_id.startswith("ft-") for model_id in VERSIONED.ids("acme"))


def test_a_listing_is_complete_where_the_part_says_so(acme: Catalog) -> None:
    assert acme.is_complete("acme")
    assert not VERSIONED.is_complete("acme")
    assert not acme.is_complete("gamma")


def test_the_day_of_a_surface_that_is_not_there_is_unknown(acme: Catalog) -> None:
    with pytest.raises(KeyError):
        acme.read_up_to("gamma")


def test_rows_are_ordered_from_the_mildest_to_the_harshest() -> None:
    orders: list[dict[str, object]] = [
        {},
        {"stage": "legacy"},
        {"stage": "deprecated"},
        {"retires": date(2027, 10, 1)},
        {"retires": date(2027, 1, 1), "stage": "active"},
        {"retires": date(2026, 1, 1)},
        {"stage": "retired"},
    ]
    rows = [
        ModelRecord(surface="acme", id=str(number), kind="snapshot", modality="chat", **facts)  # type: ignore[arg-type]
        for number, facts in enumerate(orders)
    ]
    shuffled = (rows[3], rows[6], rows[0], rows[5], rows[2], rows[4], rows[1])
    assert sorted(shuffled, key=catalog.harshness) == rows
    announced = ModelRecord(surface="acme", id="a", kind="snapshot", modality="chat", announced=date(2026, 1, 1))
    assert catalog.harshness(rows[1]) < catalog.harshness(announced) == catalog.harshness(rows[2])
    late = ModelRecord(
        surface="acme", id="a", kind="snapshot", modality="chat", announced=date(2026, 1, 1), stage="legacy"
    )
    assert catalog.harshness(late) == catalog.harshness(rows[1])


OWN = b"""\
openai:
  sources: {S1: {title: "our wiki", read: 2026-11-20}}
  models:
    - {id: ada, note: "ours", source: S1}
    - {id: house-model-1, kind: snapshot, modality: chat, retires: 2026-01-01, source: S1}
"""


def test_a_teams_own_table_is_laid_over_the_one_in_use(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_bytes(OWN)
    loaded = catalog.load(tmp_path, ["own.yaml"])
    record = loaded.find("openai", "house-model-1")
    assert record is not None
    assert [source.title for source in loaded.sources(record)] == ["our wiki"]
    changed = loaded.find("openai", "ada")
    assert changed is not None
    assert (changed.note, changed.retires) == ("ours", catalog.load().find("openai", "ada").retires)  # type: ignore[union-attr]
    assert loaded.own_ids == {"openai": frozenset({"house-model-1"})}
    assert catalog.load().find("openai", "house-model-1") is None
    assert catalog.load().own_ids == {}


def test_a_later_table_is_laid_over_an_earlier_one(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_bytes(OWN)
    (tmp_path / "two.yaml").write_bytes(OWN.replace(b"2026-01-01", b"2026-12-24"))
    record = catalog.load(tmp_path, ["one.yaml", "two.yaml"]).find("openai", "house-model-1")
    assert record is not None
    assert record.retires == date(2026, 12, 24)


@pytest.mark.parametrize(("name", "reason"), [("missing.yaml", "no such file"), ("folder", "")])
def test_an_own_table_that_cannot_be_read_is_named(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(TableError) as caught:
        catalog.load(tmp_path, [name])
    (mistake,) = caught.value.mistakes
    assert mistake.startswith(f"{name}:1: this table of `extra-tables` cannot be read (")
    assert reason in mistake


def test_a_mistake_in_an_own_table_is_told_with_its_file_as_it_was_named(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_bytes(OWN.replace(b"retires", b"retire"))
    with pytest.raises(TableError) as caught:
        catalog.load(tmp_path, ["./own.yaml"])
    assert caught.value.mistakes == ("./own.yaml:5: unknown key 'retire' in a row; did you mean 'retires'?",)
