"""The models that a text names which is a document of JSON itself, such as the body of a request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.vocabulary import ANSWER_KEYS, names_model

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGIN = re.compile(rb"[\s\"'`\\nr@$#+(]{0,40}[\[{]")
"""How such a text begins, with the quotes around it and what its lines are joined with."""
_MODEL = re.compile(rb"\\?\"(?P<key>[\w-]{3,40})\\?\"\s{0,20}:\s{0,20}\\?\"(?P<value>[\w.:/@-]{2,200})\\?\"")
_ANSWER = re.compile(rb"\\?\"(?:%s)\\?\"\s{0,20}:" % b"|".join(sorted(key.encode() for key in ANSWER_KEYS)))


def models(content: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the values of keys that are called like a model's stand in a text between two offsets of a file."""
    if _BEGIN.match(content, start, end) is None:
        return
    for found in _MODEL.finditer(content, start, end):
        if names_model(found["key"].decode()):
            yield found.span("value")


def is_answer(content: bytes, start: int, end: int) -> bool:
    """Whether a text between two offsets is what a provider answers, so that its model is not asked for."""
    return _ANSWER.search(content, start, end) is not None
