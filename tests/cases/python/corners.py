"""Corners of places: decorators, lambdas, subscripts, annotations, class arguments and replacements."""
import functools
import os
from typing import Annotated

import openai
from openai import OpenAI

client = OpenAI()
os.environ["OPENAI_MODEL"] = "gpt-4-0314"  # expect: gpt-4-0314 dict-value runtime retired
pick = lambda size: "gpt-4-32k" if size else "gpt-4-0613"  # expect: gpt-4-32k constant runtime retired # expect: gpt-4-0613 constant runtime retired
Name = Annotated[str, "gpt-4-0314"]  # expect: gpt-4-0314 other catalogue retired


class Base:
    def __init_subclass__(cls, model=None):
        cls.model = model


class Cheap(Base, model="claude-2.1"):  # expect: claude-2.1 call-argument runtime retired
    def spell(self, name: "gpt-4-0314"):  # expect: gpt-4-0314 other catalogue retired
        return name.replace("gpt_4", "gpt-4-0613"), name.removeprefix("gpt-4-0314")  # expect: gpt-4-0613 collection runtime retired # expect: gpt-4-0314 prefix-check catalogue retired


def choose(models):
    if not "gpt-4-0314":  # expect: gpt-4-0314 comparison catalogue retired
        return None
    assert models.get("gpt-4-0314"), "gpt-4-0314"  # expect: gpt-4-0314 other catalogue retired # expect: gpt-4-0314 other runtime retired
    models.remove("claude-2.1")  # expect: claude-2.1 other catalogue retired
    yield "claude-2.0"  # expect: claude-2.0 other runtime retired


ANSWER = {"object": "chat.completion", "model": "gpt-4-0314", "choices": []}  # expect: gpt-4-0314 dict-value catalogue retired


def count_tokens(text, model="gpt-4-0314"):  # expect: gpt-4-0314 default catalogue retired
    return len(text), model


@functools.lru_cache
def told(prefixes=("claude-2.1",)):  # expect: claude-2.1 collection runtime retired
    print(f"asking {TOLD}")
    return [each for each in prefixes if each.startswith("x")]


TOLD = "gpt-4-0314"  # expect: gpt-4-0314 constant catalogue retired
openai.Completion.create(engine="davinci", prompt="")  # expect: davinci call-argument runtime retired
escaped = "gpt-4\x2d0314"  # expect: gpt-4-0314 constant runtime retired
a = b = "claude-2.1"; c = "claude-2.0"  # expect: claude-2.1 constant runtime retired # expect: claude-2.0 constant runtime retired
"gpt-4-0314"
half = "gpt-{}-mini".format(c)  # expect: "gpt-{}-mini".format(c) join runtime dynamic
other = "gpt-%s" % c  # expect: "gpt-%s"%c join runtime dynamic
client.responses.create(model="gpt-{}".format(c), input="")  # expect: "gpt-{}".format(c) join runtime dynamic
options = {"model": "claude-2.1"}  # expect: claude-2.1 dict-value runtime retired
options = {**options, "stream": True}
client.responses.create(**options)
nested = [nested]  # noqa: F821
client.responses.create(**nested)
