from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pytest_modelgate.relations import hint, mistakes

if TYPE_CHECKING:
    from pytest_modelgate.content import SurfaceContent


def chain(length: int, back_to: int | None) -> SurfaceContent:
    ids = [f"m{number}" for number in range(length)]
    models: SurfaceContent = {"models": {one: {"successor": [other]} for one, other in pairwise(ids)}}
    models["models"][ids[-1]] = {} if back_to is None else {"successor": [ids[back_to]]}
    return models


def test_a_chain_longer_than_the_stack_is_followed() -> None:
    assert list(mistakes(chain(20_000, None))) == []
    ((model, key, message),) = mistakes(chain(20_000, 19_998))
    assert (model, key, message) == ("m19998", "successor", "successor cycle: m19998 -> m19999 -> m19998")


def test_a_cycle_is_told_once_whatever_leads_into_it() -> None:
    rows: SurfaceContent = {
        "models": {
            "a": {"successor": ["c", "b"]},
            "b": {"successor": ["d"]},
            "c": {"successor": ["b"]},
            "d": {"successor": ["c"]},
        }
    }
    assert list(mistakes(rows)) == [("c", "successor", "successor cycle: c -> b -> d -> c")]


def test_an_alias_may_point_at_a_row_whose_successor_it_is() -> None:
    rows: SurfaceContent = {"models": {"a": {"alias_of": "b"}, "b": {"successor": ["a"]}}}
    assert list(mistakes(rows)) == []


def test_a_hint_names_only_what_is_near() -> None:
    assert hint("retire", ("id", "retires")) == "; did you mean 'retires'?"
    assert hint("xyz", ("id", "retires")) == ""
