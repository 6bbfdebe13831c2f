"""Lists that are put together for somebody to choose from, and those of which one element is taken."""

from typing import ClassVar

from openai import OpenAI

GPT4_MODELS = ["gpt-4-0314", "gpt-4-32k"]  # expect: gpt-4-0314 collection catalogue retired # expect: gpt-4-32k collection catalogue retired
O1_MODELS = ["o1-mini", "o1-preview"]  # expect: o1-mini collection catalogue retired # expect: o1-preview collection catalogue retired
ALL_MODELS = GPT4_MODELS + O1_MODELS


class Toolkit:
    OPENAI_MODELS: ClassVar[list[str]] = ["dall-e-3", "dall-e-2"]  # expect: dall-e-3 collection catalogue retired # expect: dall-e-2 collection catalogue retired
    GROK_MODELS = ["grok-2-image-1212"]  # expect: grok-2-image-1212 collection catalogue retired

    def check(self, model: str) -> None:
        if model not in self.GROK_MODELS + self.OPENAI_MODELS:
            available_models = sorted(self.OPENAI_MODELS + self.GROK_MODELS)
            raise ValueError(f"{model} is none of {available_models}")


OFFERED = ["gpt-4-turbo", "gpt-4-0613"]  # expect: gpt-4-turbo collection runtime retired # expect: gpt-4-0613 collection catalogue retired
client = OpenAI()
client.responses.create(model=OFFERED[0], input="")

NEWEST_LAST = ["gpt-3.5-turbo-0301", "gpt-3.5-turbo-0125"]  # expect: gpt-3.5-turbo-0301 collection catalogue retired # expect: gpt-3.5-turbo-0125 collection runtime retired
default_model = NEWEST_LAST[-1]

BOTH = ["gpt-4-1106-preview"] + ["gpt-4-0125-preview"]  # expect: gpt-4-1106-preview collection runtime retired # expect: gpt-4-0125-preview collection runtime retired
for name in BOTH:
    client.responses.create(model=name, input="")

DEFAULT_FORMAT_MODELS = frozenset({"claude-2.1", "claude-2.0"})  # expect: claude-2.1 collection catalogue retired # expect: claude-2.0 collection catalogue retired


def has_format(model: str) -> bool:
    return any(known in model for known in DEFAULT_FORMAT_MODELS)
