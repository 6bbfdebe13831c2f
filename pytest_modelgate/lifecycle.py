"""The state of a model or an API on a day, worked out from the facts of its row."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from datetime import date

    from pytest_modelgate.records import ApiRecord, ModelRecord

DEFAULT_HORIZON = 90
"""Days before its end from which a model counts as retiring."""


def state_of(record: ModelRecord | ApiRecord, today: date, horizon: int = DEFAULT_HORIZON) -> State:
    """The state of a row on `today`: what ends on D is served on D-1 and gone from D on, in UTC.

    `earliest` floors are no end days and never count here.
    """
    if record.retires is not None:
        if record.retires <= today:
            return State.RETIRED
        if record.retires <= today + timedelta(days=horizon):
            return State.RETIRING
        # Some providers publish the end day of a model together with the model.
        return State.ACTIVE if record.stage == State.ACTIVE else State.DEPRECATED
    if record.stage is not None:
        return State(record.stage)
    if record.announced is not None and record.announced <= today:
        return State.DEPRECATED
    return State.ACTIVE


def is_alive(state: State) -> bool:
    """Whether a model in this state may be proposed as a replacement: it is neither gone nor going."""
    return state in (State.ACTIVE, State.LEGACY)
