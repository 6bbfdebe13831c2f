from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from pytest_modelgate import catalog
from pytest_modelgate.spelling import nearest

TABLE = catalog.load()
KNOWN = frozenset().union(*(TABLE.ids(surface) for surface in ("anthropic", "gemini", "openai")))
IDS = st.sampled_from(sorted(KNOWN))


@st.composite
def transpositions(draw: st.DrawFn) -> tuple[str, str]:
    """A known id, and the same with two neighbouring letters swapped."""
    id_ = draw(IDS)
    places = [
        place
        for place in range(len(id_) - 1)
        if id_[place].isalpha() and id_[place + 1].isalpha() and id_[place] != id_[place + 1]
    ]
    if not places:
        return id_, id_
    place = draw(st.sampled_from(places))
    return id_, id_[:place] + id_[place + 1] + id_[place] + id_[place + 2 :]


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A known id with something in it changed, put in, left out or put around it."""
    id_ = draw(IDS)
    place = draw(st.integers(0, len(id_)))
    put = draw(st.text(string.ascii_letters + string.digits + "-_./: \n\u2011", max_size=3))
    return id_[:place] + put + id_[place + draw(st.integers(0, 2)) :]


@given(st.one_of(st.text(max_size=60), mutations()))
def test_only_known_ids_are_proposed_and_never_for_a_known_one(text: str) -> None:
    candidates, certain = nearest(text, KNOWN, as_of=TABLE.as_of)
    assert set(candidates) <= KNOWN
    assert len(set(candidates)) == len(candidates)
    assert candidates or not certain
    if text in KNOWN:
        assert candidates == ()


@given(transpositions())
def test_a_transposition_is_never_surely_another_id(pair: tuple[str, str]) -> None:
    id_, text = pair
    candidates, certain = nearest(text, KNOWN, as_of=TABLE.as_of)
    assert not certain or candidates[0] == id_


@given(IDS, st.sampled_from([str.upper, str.title, lambda text: f" {text}\n", lambda text: text.replace("-", "_")]))
def test_case_and_separators_always_lead_back(id_: str, disguise: object) -> None:
    assert callable(disguise)
    text = disguise(id_)
    if text not in KNOWN:
        assert nearest(text, KNOWN)[0][0] == id_
