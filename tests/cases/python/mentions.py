"""Comparisons, tables, enums and prose: ids that nobody sends."""
import enum
import logging
from typing import Literal

import tiktoken

log = logging.getLogger(__name__)

PRICES = {
    "gpt-4-0314": 0.03,  # expect: gpt-4-0314 collection catalogue retired
    "gpt-4-32k": 0.06,  # expect: gpt-4-32k collection catalogue retired
}
KNOWN = ["gpt-4-0314", "gpt-4-0613", "gpt-4-32k", "claude-2.0", "claude-2.1"]  # expect: gpt-4-0314 collection catalogue retired # expect: gpt-4-0613 collection catalogue retired # expect: gpt-4-32k collection catalogue retired # expect: claude-2.0 collection catalogue retired # expect: claude-2.1 collection catalogue retired
Name = Literal["gpt-4-0314", "claude-2.1"]  # expect: gpt-4-0314 collection catalogue retired # expect: claude-2.1 collection catalogue retired
ONLY_COMPARED = "gpt-4-0613"  # expect: gpt-4-0613 constant catalogue retired
SMALL = {"gpt-4-0613", "gpt-4-32k"}  # expect: gpt-4-0613 collection catalogue retired # expect: gpt-4-32k collection catalogue retired


class Model(enum.Enum):
    GPT4 = "gpt-4-0314"  # expect: gpt-4-0314 constant catalogue retired
    CLAUDE = "claude-2.1"  # expect: claude-2.1 constant catalogue retired


def price(model):
    if model == "gpt-4-0314":  # expect: gpt-4-0314 comparison catalogue retired
        return 1
    if model in ("gpt-4-32k", "gpt-4-0613"):  # expect: gpt-4-32k comparison catalogue retired # expect: gpt-4-0613 comparison catalogue retired
        return 2
    if model.startswith("claude-2.1"):  # expect: claude-2.1 prefix-check catalogue retired
        return 3
    if model == ONLY_COMPARED or model in SMALL:
        return 4
    match model:
        case "claude-2.0":  # expect: claude-2.0 comparison catalogue retired
            return 5
    return PRICES["gpt-4-32k"]  # expect: gpt-4-32k other catalogue retired


def report(model):
    log.info("asking gpt-4-0314 now")
    print("https://example.org/docs/models/gpt-4-0314", "gpt-4-0314.json")
    raise ValueError("gpt-4-0314 is gone")


encoding = tiktoken.encoding_for_model("gpt-4-0314")  # expect: gpt-4-0314 other catalogue retired
NOT_IDS = ["gpt-researcher", "claude-code-sdk", "gemini-cli", "nova-compute", "gpt-index", "claude-3.png", "text-embedding-card"]
CELLS = {"o1": 1, "a2": 2}
UUID = "3f0c9c3a-2f2e-4c59-a6f0-6b1d0f2f4a10"

TEXT_ONLY_MODELS = ("o3-mini", "o1-mini")  # expect: o3-mini collection catalogue retired # expect: o1-mini collection catalogue retired
OLD_LIST = ["claude-2.1", "claude-2.0"]  # expect: claude-2.1 collection catalogue retired # expect: claude-2.0 collection catalogue retired


def is_old(model):
    return any(each in model for each in OLD_LIST)


def tokens(text):
    return encoding.token_counter(model="gpt-4-0314", text=text)  # expect: gpt-4-0314 other catalogue retired


NICKNAMES = {"claude-2": "claude-2.1", "claude-3-opus": "claude-3-opus-20240229", "gpt-4-0613": 1}  # expect: claude-2.1 dict-value catalogue retired # expect: claude-3-opus-20240229 dict-value catalogue retired # expect: claude-2 collection catalogue unknown # expect: claude-3-opus collection catalogue unknown # expect: gpt-4-0613 collection catalogue retired
EXAMPLE = {"example": {"model": "gpt-4-0613"}}  # expect: gpt-4-0613 dict-value catalogue retired


def path(session):
    return f"claude-{session}.md", f"gpt-4 says {session}"
