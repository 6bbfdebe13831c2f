"""Says, by searching its text alone, whether a document of settings can matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.values import SourceFile

_NAMING = re.compile(r"model|engine|deployment|llm|embedding", re.IGNORECASE)
_SETTING = re.compile(
    r"provider|api_?(?:base|key|type)|base_?ur[il]|endpoint|max_?(?:output_)?tokens|temperature|top_?p|completions",
    re.IGNORECASE,
)


def may_matter(source: SourceFile, lexicon: Lexicon) -> bool:
    """Whether a file holds what could be an id, or settings that say what a model is asked for."""
    text = source.text
    if lexicon.stems.within(text):
        return True
    if _NAMING.search(text) is None:
        return False
    return _SETTING.search(text) is not None or any(word in text for word in lexicon.words)
