"""What errors mean that several providers make in the same way, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.listers._reading import error_of
from pytest_modelgate.live_values import Outcome

if TYPE_CHECKING:
    from pytest_modelgate.live_values import Answer

_UNKNOWN = frozenset({"model_not_found", "not_found_error", "invalid_model"})


def unpaid(answer: Answer) -> Outcome | None:
    """Says that 402 is an account without credit."""
    return Outcome.QUOTA if answer.status == 402 else None


def unknown_model(answer: Answer) -> Outcome | None:
    """Says that a 404 whose code or type is about the model is no wrong address."""
    if answer.status != 404:
        return None
    error = error_of(answer)
    return Outcome.NOT_FOUND if {error.text("code"), error.text("type")} & _UNKNOWN else None
