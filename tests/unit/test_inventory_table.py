from __future__ import annotations

from dataclasses import replace

import pytest

from pytest_modelgate.formats.table import FORMAT
from pytest_modelgate.kinds import Style
from pytest_modelgate.terms import State
from pytest_modelgate.values import Succession, Use
from tests.golden.sample import clean, reference

USES = (
    Use(call="ask", line=1, endpoint="responses"),
    Use(call="chat", line=2, endpoint="chat.completions"),
    Use(call="ask", line=3, endpoint="responses"),
    Use(call="other", line=4),
)


@pytest.mark.parametrize(
    ("width", "place"),
    [
        (None, "  app/a.py:1:9  runtime  call-argument  responses, chat.completions"),
        (67, "  app/a.py:1:9  runtime  call-argument  responses, chat.completions"),
        (66, "  app/a.py:1:9  runtime  call-argument"),
    ],
)
def test_a_place_names_the_endpoints_of_its_calls_where_they_fit(width: int | None, place: str) -> None:
    used = reference("gpt-old", "app/a.py", 1, uses=USES)
    made = replace(clean(), references=(used,), states=(State.ACTIVE,), successions=(Succession(),))
    assert FORMAT.render("inventory", made, Style(everything=True, width=width)).splitlines()[-1] == place
    assert "responses" not in FORMAT.render("inventory", made, Style(width=width))
