"""Says which texts could be anybody's model id at all, and which only stand for one."""

from __future__ import annotations

import re

_ID_LIKE = re.compile(r"[A-Za-z0-9~@][\w.:/@+\-\[\]]*", re.ASCII)
_NO_ID = re.compile(
    r"""
    [^a-zA-Z]*                             # versions, dates, dots
    | [A-Z][A-Z0-9]*_[A-Z0-9_]*            # names of environment variables
    | [./~]+[^/].* | [a-z][a-z0-9+.-]*://.*
    | .*\.(?:py|js|ts|md|txt|jsonl?|ya?ml|toml|csv|html?|png|jpe?g|svg|gif|wav|mp3|pdf|bin|pth?|gguf|onnx
          |llamafile|safetensors)
    | (?i:x{2,} | none | null | default | auto | string | str | unknown | n/?a | todo | changeme | placeholder
        | (?:(?:your|some|any|my|the|an?|example|sample|dummy|fake|mock|test|foo|bar|replace)[-_]?)?
          (?:[a-z0-9]+[-_]){0,2}(?:models?|deployment|engine|llm)(?:[-_]?(?:name|id|here))*
        | (?:your|example|dummy|fake|mock|test|foo|bar)(?:[-_][a-z0-9]+)*)
    """,
    re.VERBOSE,
)


def is_like_an_id(text: str) -> bool:
    """Whether the text could be the id of a model somewhere: one word, and neither a placeholder nor a file."""
    return bool(_ID_LIKE.fullmatch(text)) and not is_placeholder(text)


def is_placeholder(text: str) -> bool:
    """Whether the text is a version, a file, an address, an environment variable or a word that stands for an id."""
    return bool(_NO_ID.fullmatch(text))
