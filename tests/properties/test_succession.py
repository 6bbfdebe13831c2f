from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from pytest_modelgate.catalog import Catalog
from pytest_modelgate.lifecycle import is_alive, state_of
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from pytest_modelgate.content import Content, RowContent

TODAY = date(2026, 11, 21)
IDS = [f"m{number}" for number in range(8)]
NAMES = st.sampled_from([*IDS, "unseen"])
DAYS = st.integers(-400, 400).map(lambda days: (TODAY + timedelta(days=days)).isoformat())
# Any graph at all, cycles and all: what the table's validation refuses must still not hang a run.
ROWS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["snapshot", "alias", "family"]),
        "modality": st.sampled_from(["chat", "image"]),
        "source": st.just(["S1"]),
    },
    optional={
        "retires": DAYS,
        "announced": DAYS,
        "stage": st.sampled_from(["retired", "deprecated", "legacy"]),
        "successor": st.lists(NAMES, min_size=1, max_size=4),
        "alias_of": NAMES,
        "condition": st.just("with care"),
        "endpoints": st.lists(st.sampled_from(["chat", "batch"]), min_size=1, unique=True),
    },
)
TABLES = st.lists(ROWS, min_size=len(IDS), max_size=len(IDS))


def catalog_of(rows: list[RowContent]) -> Catalog:
    content: Content = {
        "acme": {
            "as_of": "2026-11-21",
            "after_retirement": "fails",
            "endpoints": ["chat", "batch"],
            "sources": {"S1": {"title": "the page"}},
            "models": dict(zip(IDS, rows, strict=True)),
        }
    }
    return Catalog(content)


@given(rows=TABLES, horizon=st.integers(0, 500))
def test_succession_ends_and_proposes_only_what_is_alive(rows: list[RowContent], horizon: int) -> None:
    catalog = catalog_of(rows)
    for model_id in sorted(catalog.ids("acme")):
        record = catalog.find("acme", model_id)
        assert record is not None
        found = catalog.succession(record, TODAY, horizon)
        passed = [step.id for step in found.steps]
        assert len(set(passed)) == len(passed)
        assert model_id not in passed
        for step in found.steps:
            row = catalog.find("acme", step.id)
            assert step.state is (State.UNKNOWN if row is None else state_of(row, TODAY, horizon))
        alive = [step.id for step in found.steps if is_alive(step.state)]
        if found.living is None:
            assert alive == []
            assert not found.same_kind
        else:
            assert alive == [found.living] == passed[-1:]
            assert found.same_kind <= all(step.condition is None for step in found.steps)


@given(rows=TABLES)
def test_the_way_is_a_shortest_one(rows: list[RowContent]) -> None:
    bare: list[RowContent] = [{**row} for row in rows]
    for row in bare:
        row.pop("alias_of", None)
    catalog = catalog_of(bare)
    for model_id in sorted(catalog.ids("acme")):
        record = catalog.find("acme", model_id)
        assert record is not None
        found = catalog.succession(record, TODAY, 90)
        reached, edge, distance = {model_id}, {model_id}, 0
        living: set[str] = set()
        while edge and not living:
            known = [row for row in (catalog.find("acme", one) for one in edge) if row is not None]
            edge = {one for row in known for one in row.successors} - reached
            reached |= edge
            distance += 1
            rows_at_edge = [row for row in (catalog.find("acme", one) for one in edge) if row is not None]
            living = {row.id for row in rows_at_edge if is_alive(state_of(row, TODAY, 90))}
        if living:
            assert found.living in living
            assert len(found.steps) == distance
        else:
            assert found.living is None
            assert {step.id for step in found.steps} == reached - {model_id}
