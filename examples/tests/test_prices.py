"""Invoices of last year must come out as they were sent."""

import pytest

from support_desk.prices import cost, has_vision


@pytest.mark.parametrize(
    ("model", "dollars"),
    [("gpt-3.5-turbo", 1.0), ("gpt-4o-mini", 0.375), ("claude-3-5-sonnet-20241022", 9.0)],
)
def test_cost_of_half_a_million_tokens_each_way(model, dollars):
    assert cost(model, 500_000, 500_000) == pytest.approx(dollars)


def test_old_vision_models_take_screenshots():
    assert has_vision("gpt-4-vision-preview")
    assert not has_vision("o1-mini")
