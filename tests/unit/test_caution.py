from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pytest_modelgate.caution import caution
from pytest_modelgate.records import ModelRecord

OLD = ModelRecord(surface="acme", id="old", kind="snapshot", modality="chat", endpoints=("chat", "batch"))
NEW = replace(OLD, id="new")


def said(old: ModelRecord = OLD, new: ModelRecord = NEW, **given: Any) -> str | None:
    asked: dict[str, Any] = {"speakers": [old], "others": [], "answered": False} | given
    return caution(old, new, asked["speakers"], asked["others"], answered=asked["answered"])


def test_a_replacement_of_the_same_kind_takes_its_place() -> None:
    assert said() is None
    assert said(new=replace(NEW, endpoints=("batch", "chat", "live"))) is None


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"new": replace(NEW, modality="image")}, "new is for image, the old model for chat"),
        ({"speakers": [replace(OLD, condition="with care")]}, "the provider names new with a remark: with care"),
        ({"speakers": [OLD, replace(OLD, condition="later")]}, "the provider names new with a remark: later"),
        ({"others": ["b", "c"]}, "the provider leaves the choice between new and b and c"),
        ({"new": replace(NEW, endpoints=("chat",))}, "new is not served through batch, as the old model was"),
        (
            {"old": replace(OLD, endpoints=())},
            "the table does not say through which endpoints the old model was served",
        ),
        (
            {"old": replace(OLD, modality="embedding"), "new": replace(NEW, modality="embedding")},
            "vectors of the two models cannot be compared, so what is stored must be embedded anew",
        ),
        ({"answered": True}, "the provider answers such calls with another model already, at that model's price"),
        (
            {"speakers": [OLD, replace(OLD, third_party=True)]},
            "only third parties report it; the provider's own page was not seen",
        ),
    ],
)
def test_what_speaks_for_caution(given: dict[str, Any], words: str) -> None:
    assert said(**given) == words
