"""A team's own rows over a provider's part, read from text as they are in a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_modelgate import catalog, compiled, table
from pytest_modelgate.errors import TableError
from pytest_modelgate.overlay import overlay

if TYPE_CHECKING:
    from pytest_modelgate.catalog import Catalog
    from pytest_modelgate.content import Content, RowContent
    from pytest_modelgate.records import ModelRecord

UNDER = table.parse(
    b"""\
acme:
  as_of: 2026-11-01
  after_retirement: redirects
  listing: complete
  endpoints: [batch, chat]
  sources:
    S1: {title: "the page", url: "https://acme.example/ends", read: 2026-11-01}
    S2: {title: "somebody else", read: 2026-10-01, third_party: true}
  reviewed:
    - {id: alive, catalogue: prices, says: "gone", reason: "it is not"}
  models:
    - {id: alive, kind: snapshot, modality: chat, endpoints: chat, source: S1}
    - {id: current, kind: snapshot, modality: chat, retires: 2027-10-01, stage: active, source: S1}
    - {id: floored, kind: snapshot, modality: chat, earliest: 2027-05-01, source: S1}
    - {id: gone, kind: snapshot, modality: chat, stage: retired, source: S1}
    - {id: heard, kind: snapshot, modality: chat, announced: 2026-09-01, retires: 2027-03-01, third_party: true,
       source: [S1, S2]}
    - {id: hearsay, kind: snapshot, modality: chat, retires: 2027-03-01, successor: alive, source: S2}
    - {id: leading, kind: snapshot, modality: chat, retires: 2027-01-01, successor: [alive, unseen], unlisted: unseen,
       condition: "with care", source: S1, note: "a note"}
    - {id: tuned, kind: family, modality: chat, source: S1}
zeta:
  as_of: 2026-10-01
  after_retirement: fails
  listing: partial
  sources: {S1: {title: "zeta's page", read: 2026-10-01}}
  models:
    - {id: alive, kind: alias, modality: audio, source: S1}
""",
    "bundled.yaml",
)
OWN = 'acme:\n  sources: {S1: {title: "our wiki", read: 2026-11-20}}\n  models:\n'


def laid(text: str, shown: str = "house/own.yaml", under: Content = UNDER) -> Content:
    return table.parse(text.encode(), shown, under=under)


def row(model: str, rest: str) -> RowContent:
    """The row of a model after the team has said this of it."""
    return laid(f"{OWN}    - {{id: {model}, {rest}, source: S1}}\n")["acme"]["models"][model]


def wrong(text: str) -> tuple[str, ...]:
    with pytest.raises(TableError) as caught:
        laid(text)
    return caught.value.mistakes


def record(content: Content, model: str) -> ModelRecord:
    found = catalog.Catalog(content).find("acme", model)
    assert found is not None
    return found


def test_a_row_that_changes_only_its_end_keeps_everything_else() -> None:
    content = laid(f"{OWN}    - {{id: leading, retires: 2026-12-01, source: S1}}\n")
    assert content["acme"]["models"]["leading"] == {
        **UNDER["acme"]["models"]["leading"],
        "retires": "2026-12-01",
        "source": ["own.S1", "S1"],
    }
    assert content["zeta"] == UNDER["zeta"]
    others = {model: facts for model, facts in content["acme"]["models"].items() if model != "leading"}
    assert others == {model: facts for model, facts in UNDER["acme"]["models"].items() if model != "leading"}
    part = {key: value for key, value in content["acme"].items() if key not in ("sources", "models")}
    assert part == {key: value for key, value in UNDER["acme"].items() if key not in ("sources", "models")}


def test_what_lies_below_is_left_as_it_was() -> None:
    before = repr(UNDER)
    laid(f"{OWN}    - {{id: leading, retires: 2026-12-01, successor: gone, source: S1}}\n")
    assert repr(UNDER) == before


def test_an_id_is_added_in_its_place_and_may_name_a_replacement_from_below() -> None:
    content = laid(f"{OWN}    - {{id: between, kind: preview, modality: chat, successor: alive, source: S1}}\n")
    assert list(content["acme"]["models"])[:3] == ["alive", "between", "current"]
    assert content["acme"]["models"]["between"] == {
        "kind": "preview",
        "modality": "chat",
        "successor": ["alive"],
        "source": ["own.S1"],
    }


def test_a_whole_new_surface_stands_by_itself() -> None:
    text = (
        "house:\n  as_of: 2026-11-20\n  after_retirement: moved\n  listing: complete\n"
        '  sources: {S1: {title: "our wiki", read: 2026-11-20}}\n'
        "  models:\n    - {id: alive, kind: alias, modality: chat, source: S1}\n"
    )
    content = laid(text)
    assert list(content) == ["acme", "house", "zeta"]
    assert content["house"]["models"] == {"alive": {"kind": "alias", "modality": "chat", "source": ["S1"]}}
    assert content["house"]["sources"] == {"S1": {"title": "our wiki", "read": "2026-11-20"}}


def test_the_same_key_on_both_sides_stays_two_sources() -> None:
    content = laid(f"{OWN}    - {{id: leading, retires: 2026-12-01, source: S1}}\n")
    sources = catalog.Catalog(content).sources(record(content, "leading"))
    assert [(source.key, source.title) for source in sources] == [("own.S1", "our wiki"), ("S1", "the page")]


def test_tables_of_one_name_do_not_share_their_sources() -> None:
    first = laid(f"{OWN}    - {{id: leading, retires: 2026-12-01, source: S1}}\n", "one/own.yaml")
    text = OWN.replace("our wiki", "their wiki") + "    - {id: alive, retires: 2026-12-01, source: S1}\n"
    both = laid(text, "two/own.yaml", first)
    titles = {
        model: [source.title for source in catalog.Catalog(both).sources(record(both, model))]
        for model in ("leading", "alive")
    }
    assert titles == {"leading": ["our wiki", "the page"], "alive": ["their wiki", "the page"]}


def test_of_two_tables_the_later_one_counts() -> None:
    first = laid(f"{OWN}    - {{id: alive, retires: 2026-12-01, source: S1}}\n", "one.yaml")
    both = laid(f"{OWN}    - {{id: alive, retires: 2026-12-24, source: S1}}\n", "two.yaml", first)
    assert both["acme"]["models"]["alive"]["retires"] == "2026-12-24"
    assert both["acme"]["models"]["alive"]["source"] == ["two.S1", "one.S1", "S1"]


@pytest.mark.parametrize(
    ("model", "rest", "kept"),
    [
        ("floored", "retires: 2027-04-30", {"retires": "2027-04-30"}),
        ("floored", "retires: 2027-05-01", {"retires": "2027-05-01", "earliest": "2027-05-01"}),
        ("floored", "note: ours", {"earliest": "2027-05-01", "note": "ours"}),
        ("gone", "retires: 2027-01-01", {"retires": "2027-01-01"}),
        ("gone", "stage: legacy", {"stage": "legacy"}),
        ("current", "retires: 2026-12-01", {"retires": "2026-12-01"}),
        ("current", "stage: deprecated", {"stage": "deprecated"}),
        ("current", "floating: true", {"retires": "2027-10-01", "stage": "active", "floating": True}),
        ("heard", "retires: 2026-12-01", {"announced": "2026-09-01", "retires": "2026-12-01"}),
        ("heard", "retires: 2026-08-31", {"retires": "2026-08-31"}),
        ("heard", "retires: 2026-09-01", {"announced": "2026-09-01", "retires": "2026-09-01"}),
        ("heard", "announced: 2026-10-01", {"announced": "2026-10-01"}),
        ("heard", "note: ours", {**UNDER["acme"]["models"]["heard"], "note": "ours"}),
    ],
)
def test_what_a_teams_end_contradicts_is_dropped(model: str, rest: str, kept: dict[str, object]) -> None:
    without = ("kind", "modality", "source")
    facts = {key: value for key, value in row(model, rest).items() if key not in without}
    assert facts == {key: value for key, value in kept.items() if key not in without}


def test_another_replacement_takes_what_was_said_of_the_first_with_it() -> None:
    facts = row("leading", "successor: current")
    assert facts["successor"] == ["current"]
    assert not {"unlisted", "condition"} & facts.keys()
    assert row("leading", "note: ours")["condition"] == "with care"


def test_dates_of_third_parties_stay_theirs_beside_a_source_for_something_else() -> None:
    content = laid(f"{OWN}    - {{id: hearsay, successor: current, source: S1}}\n")
    assert record(content, "hearsay").third_party
    content = laid(f"{OWN}    - {{id: hearsay, retires: 2027-02-01, source: S1}}\n")
    assert not record(content, "hearsay").third_party


def test_a_teams_third_party_is_none_of_the_providers_word() -> None:
    text = OWN.replace("2026-11-20}", "2026-11-20, third_party: true}")
    content = laid(f"{text}    - {{id: alive, retires: 2027-02-01, source: S1}}\n")
    assert record(content, "alive").third_party
    assert "third_party" not in laid(f"{text}    - {{id: alive, note: ours, source: S1}}\n")["acme"]["models"]["alive"]


def test_a_row_for_what_was_unlisted_is_no_mistake() -> None:
    content = laid(f"{OWN}    - {{id: unseen, kind: snapshot, modality: chat, source: S1}}\n")
    assert "unlisted" not in content["acme"]["models"]["leading"]
    assert content["acme"]["models"]["leading"]["successor"] == ["alive", "unseen"]
    # The provider's part may have got the row since the team wrote its own.
    assert row("floored", "successor: [alive, away], unlisted: [alive, away]")["unlisted"] == ["away"]


def test_endpoints_of_both_are_known() -> None:
    text = OWN.replace("  models", "  endpoints: realtime\n  models")
    content = laid(f"{text}    - {{id: alive, endpoints: [realtime, batch], source: S1}}\n")
    assert content["acme"]["endpoints"] == ["batch", "chat", "realtime"]


@pytest.mark.parametrize(("own", "left"), [("2026-10-31", "2026-11-01"), ("2026-11-20", "2026-11-20")])
def test_a_part_is_as_new_as_the_newer_of_both(own: str, left: str) -> None:
    text = OWN.replace("  sources", f"  as_of: {own}\n  sources")
    assert laid(f"{text}    - {{id: alive, retires: 2026-12-01, source: S1}}\n")["acme"]["as_of"] == left


def test_news_may_be_newer_than_the_part_below_but_not_than_their_source() -> None:
    assert row("alive", "announced: 2026-11-20")["announced"] == "2026-11-20"
    assert wrong(f"{OWN}    - {{id: alive, announced: 2026-11-21, source: S1}}\n") == (
        "house/own.yaml:4: announced 2026-11-21, after the provider's as_of 2026-11-01",
    )


PLAIN = "kind: snapshot, modality: chat, source: S1"


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ("{id: alive, successor: gnoe, source: S1}", 4, "successor 'gnoe' has no row; did you mean 'gone'?"),
        ("{id: alive, alias_of: gnoe, source: S1}", 4, "alias_of 'gnoe' has no row; did you mean 'gone'?"),
        (
            "{id: alive, successor: tuned, source: S1}",
            4,
            "successor 'tuned' is a row for several models, which nobody can call",
        ),
        ("{id: alive, successor: leading, source: S1}", 4, "successor cycle: alive -> leading -> alive"),
        (
            f"{{id: alive, successor: between, source: S1}}\n    - {{id: between, {PLAIN}, successor: leading}}",
            4,
            "successor cycle: alive -> between -> leading -> alive",
        ),
        ("{id: new, modality: chat, source: S1}", 4, "a row needs the key 'kind'"),
        ("{id: new, kind: alias, source: S1}", 4, "a row needs the key 'modality'"),
        ("{id: alive, retires: 2026-12-01}", 4, "a row needs the key 'source'"),
        ("{id: alive, retire: 2026-12-01, source: S1}", 4, "unknown key 'retire' in a row; did you mean 'retires'?"),
        ("{id: alive, retires: soon, source: S1}", 4, "'soon' is no day; write it like 2026-11-21"),
        ("{id: alive, retires: 2026-12-01, source: S2}", 4, "no source 'own.S2'; did you mean 'own.S1'?"),
        ("{id: alive, endpoints: chta, source: S1}", 4, "no endpoint 'chta'; did you mean 'chat'?"),
        ("{id: alive, stage: active, source: S1}", 4, "stage active says nothing without retires; leave it out"),
        ("{id: current, earliest: 2027-10-02, source: S1}", 4, "earliest 2027-10-02 contradicts retires 2027-10-01"),
        ("{id: alive, unlisted: away, source: S1}", 4, "unlisted 'away' is not a successor of this row"),
        (f"{{id: z, {PLAIN}}}\n    - {{id: alive, source: S1}}", 5, "'alive' must stand before 'z': rows are sorted"),
        (
            f"{{id: new, {PLAIN}}}\n    - {{id: newer, {PLAIN}, successor: new, unlisted: new}}",
            5,
            "unlisted 'new' has a row; leave it out",
        ),
    ],
)
def test_every_mistake_is_told_with_its_line(rows: str, line: int, message: str) -> None:
    mistakes = wrong(f"{OWN}    - {rows}\n")
    assert mistakes[0].startswith(f"house/own.yaml:{line}: ")
    assert message in mistakes[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("house:\n  after_retirement: fails\n", "house/own.yaml:2: a provider's part needs the key 'as_of'"),
        ("acme:\n  as_of: 2026-11-20\n", "house/own.yaml:2: a provider's part needs the key 'models'"),
        ("acme:\n  as_off: 2026-11-20\n", "unknown key 'as_off' in a provider's part; did you mean 'as_of'?"),
        (f"{OWN}    - {{id: alive, source: S1}}\nacme: {{}}\n", "house/own.yaml:5: 'acme' is there twice, first in"),
        (
            OWN.replace("S1:", "S0: {title: x, read: 2026-11-20}, S1:") + "    - {id: alive, source: S1}\n",
            "house/own.yaml:2: no row rests on the source 'S0'; leave it out",
        ),
    ],
)
def test_a_part_is_held_to_the_same_rules(text: str, message: str) -> None:
    assert any(message in mistake for mistake in wrong(text))


BUNDLED = compiled.bundled()


@given(st.sampled_from(sorted(BUNDLED)), st.data())
def test_a_part_over_itself_changes_nothing_but_its_sources(surface: str, data: st.DataObject) -> None:
    under = BUNDLED[surface]
    models = data.draw(st.lists(st.sampled_from(sorted(under["models"])), min_size=1, max_size=20, unique=True))
    found = overlay(under, {**under, "models": {model: under["models"][model] for model in models}}, "own")
    others = ("sources", "apis", "models", "endpoints")
    assert {key: value for key, value in found.items() if key not in others} == {
        key: value for key, value in under.items() if key not in others
    }
    loaded: Catalog = catalog.Catalog({surface: found})
    assert [(api.id, api.retires, api.third_party) for api in loaded.apis] == [
        (api.id, api.retires, api.third_party) for api in catalog.Catalog({surface: under}).apis
    ]
    assert found.get("endpoints", []) == sorted(under.get("endpoints", []))
    assert list(found["models"]) == list(under["models"])
    for model, row in found["models"].items():
        before = under["models"][model]
        assert {**row, "source": before["source"]} == before
        said = [f"own.{key}" for key in before["source"]] if model in models else []
        assert row["source"] == [*said, *before["source"]]
    for model in models:
        assert _dates(loaded, surface, model) == _dates(catalog.Catalog({surface: under}), surface, model)


def _dates(loaded: Catalog, surface: str, model: str) -> tuple[object, ...] | None:
    known = loaded.find(surface, model)
    return None if known is None else (known.announced, known.retires, known.earliest, known.stage, known.third_party)
