"""Says why a replacement is not simply written in a model's place, though the provider names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_modelgate.records import ModelRecord


def caution(
    record: ModelRecord, living: ModelRecord, speakers: Sequence[ModelRecord], others: Sequence[str], *, answered: bool
) -> str | None:
    """Why somebody must look before `living` is written for `record`; None where it takes its place as it is.

    `speakers` are the rows that name the replacements on the way, `others` the ids that they name besides and that are
    alive; `answered` says that the provider answers calls of the old id with another model.
    """
    condition = next((speaker.condition for speaker in speakers if speaker.condition), None)
    missing = [endpoint for endpoint in record.endpoints if endpoint not in living.endpoints]
    if living.modality != record.modality:
        return f"{living.id} is for {living.modality}, the old model for {record.modality}"
    if condition is not None:
        return f"the provider names {living.id} with a remark: {condition}"
    if others:
        return f"the provider leaves the choice between {living.id} and {' and '.join(others)}"
    if missing:
        return f"{living.id} is not served through {' and '.join(missing)}, as the old model was"
    if not record.endpoints:
        return "the table does not say through which endpoints the old model was served"
    if record.modality == "embedding":
        return "vectors of the two models cannot be compared, so what is stored must be embedded anew"
    if answered:
        return "the provider answers such calls with another model already, at that model's price"
    if any(speaker.third_party for speaker in speakers):
        return "only third parties report it; the provider's own page was not seen"
    return None
