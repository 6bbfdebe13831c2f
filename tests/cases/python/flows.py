"""Values followed through names: containers, attributes, annotations, tuples, loops, wrappers and circles."""
import dataclasses
from typing import Optional, Union

import openai
from anthropic import AsyncAnthropic
from langchain_openai import ChatOpenAI
from openai import AsyncOpenAI, OpenAI

CONFIG = {"model": "house-a1", "kind": "house-b1"}  # expect: house-a1 dict-value runtime unknown openai
first, second = "house-c1", "house-d1"  # expect: house-c1 constant runtime unknown openai
NAMES = ("gpt-4-32k", "gpt-4-0613")  # expect: gpt-4-32k collection runtime retired # expect: gpt-4-0613 collection catalogue retired


class Settings:
    model = "house-e1"  # expect: house-e1 constant runtime unknown openai


@dataclasses.dataclass
class Held:
    settings: Settings


settings = Settings()
client = OpenAI()
client.responses.create(model=CONFIG["model"], input="")
client.responses.create(model=CONFIG.get("model"), input="")
client.responses.create(model=first, input="")
client.responses.create(model=settings.model, input="")
client.responses.create(model=NAMES[0], input="")
client.responses.create(model=(chosen := "house-f1"), input=chosen)  # expect: house-f1 constant runtime unknown openai
client.with_options(timeout=1).responses.create(model="house-g1", input="")  # expect: house-g1 call-argument runtime unknown openai
client.responses.create(model=str("house-h1"), input="")  # expect: house-h1 call-argument runtime unknown openai
client.responses.create(**dict(model="house-i1"), input="")  # expect: house-i1 dict-value runtime unknown openai


async def ask(one: AsyncOpenAI, two: Optional[AsyncAnthropic], three: Union[OpenAI, None], four: "OpenAI | None", five):
    await one.responses.create(model="house-j1", input="")  # expect: house-j1 call-argument runtime unknown openai
    await two.messages.create(model="house-k1", messages=[])  # expect: house-k1 call-argument runtime unknown anthropic
    three.responses.create(model="house-l1", input="")  # expect: house-l1 call-argument runtime unknown openai
    five.chat.completions.create(model="house-m1", messages=[])  # expect: house-m1 call-argument runtime unknown -
    async with AsyncOpenAI() as six:
        await six.responses.create(model="house-n1", input="")  # expect: house-n1 call-argument runtime unknown openai


def held(bound: Settings, other=None):
    local = other or OpenAI(base_url=None)
    local.responses.create(model="house-o1", input="")  # expect: house-o1 call-argument runtime unknown openai
    elsewhere = OpenAI(base_url=other)
    elsewhere.responses.create(model="house-p1", input="")  # expect: house-p1 call-argument runtime unknown -
    gateway = ChatOpenAI(model="house-q1", base_url="https://openrouter.ai/api/v1")  # expect: house-q1 call-argument runtime unknown openrouter
    return bound.model, gateway


openai.api_base = "https://example.org/v1"
openai.ChatCompletion.create(model="house-r1", messages=[])  # expect: house-r1 call-argument runtime unknown -

circle = circle or other  # noqa: F821
other = circle
client.responses.create(model=circle, input="")  # expect: circle call-argument runtime dynamic
itself = itself()  # noqa: F821
client.responses.create(model=itself.model, input="")  # expect: itself.model call-argument runtime dynamic
