"""The ids that SDKs of the JVM have constants for: `ChatModel.GPT_4O_MINI` is `gpt-4o-mini`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.shapes import Text

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.syntax import Syntax

_HOLDERS = frozenset(
    "ChatModel EmbeddingModel ImageModel AudioModel SpeechModel ModerationModel VideoModel Model OpenAiChatModelName"
    " OpenAiEmbeddingModelName OpenAiImageModelName OpenAiLanguageModelName OpenAiModerationModelName"
    " AnthropicChatModelName MistralAiChatModelName MistralAiEmbeddingModelName".split()
)
"""What SDKs call the types that hold them."""
_CONSTANT = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_PACKAGES = re.compile(
    rb"\bimport (?:static )?(?:com\.openai|com\.anthropic|dev\.langchain4j|org\.springframework\.ai)\."
)
_VERSION = re.compile(r"(?<![\d.])(\d)-(\d)(?!\d)")
_LETTER = re.compile(r"(?<=\d)-o(?![^-])")
_DASHED = re.compile(r"claude-(?!2|instant)")
"""Ids whose versions have dashes."""
_HEAD = 20_000
"""Bytes of a file in which its imports stand."""


def constant(tree: Syntax, node: Node, holder: str, name: str) -> Text | None:
    """The id that a constant of an SDK stands for, as far as its name tells; None for any other name.

    Whoever takes it for one asks whether there is such an id.
    """
    if holder not in _HOLDERS or not _CONSTANT.fullmatch(name):
        return None
    if not _imports(tree):
        return None
    text = _LETTER.sub("o", name.lower().replace("_", "-"))
    if not _DASHED.match(text):
        text = _VERSION.sub(r"\1.\2", text)
    return Text((text,), node.start_byte, node.end_byte, plain=False)


@lru_cache(maxsize=1)
def _imports(tree: Syntax) -> bool:
    return _PACKAGES.search(tree.content, 0, _HEAD) is not None
