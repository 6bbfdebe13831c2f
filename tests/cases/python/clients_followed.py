"""Clients followed from the call that asks them back to where they are made: who will be asked."""
import os

import openai
from anthropic import Anthropic, AnthropicBedrock, AsyncAnthropic
from openai import AsyncOpenAI, AzureOpenAI, OpenAI

far_above = AzureOpenAI(azure_endpoint="https://acme.openai.azure.com", api_version="2024-10-21")
DEEPSEEK_URL = "https://api.deepseek.com"
HOST = "api.groq.com"


class Holder:
    shared = AnthropicBedrock()

    def __init__(self, client=None):
        self.azure = AzureOpenAI(api_version="2024-10-21")
        self.given = client or OpenAI()
        self._lazy = None

    @property
    def lazy(self):
        if self._lazy is None:
            self._lazy = Anthropic()
        return self._lazy

    def ask(self):
        self.azure.chat.completions.create(model="house-a1", messages=[])  # expect: house-a1 call-argument runtime unknown azure chat.completions
        self.given.responses.create(model="house-a2", input="")  # expect: house-a2 call-argument runtime unknown openai responses
        self.shared.messages.create(model="house-a3", messages=[])  # expect: house-a3 call-argument runtime unknown bedrock messages
        self.lazy.messages.create(model="house-a4", messages=[])  # expect: house-a4 call-argument runtime unknown anthropic messages


def made():
    return OpenAI(base_url=DEEPSEEK_URL)


made().chat.completions.create(model="house-b1", messages=[])  # expect: house-b1 call-argument runtime unknown deepseek chat.completions
remade = made()
remade.chat.completions.create(model="house-b2", messages=[])  # expect: house-b2 call-argument runtime unknown deepseek chat.completions


async def annotated(client: AsyncAnthropic, other: AsyncOpenAI):
    await client.messages.create(model="house-c1", messages=[])  # expect: house-c1 call-argument runtime unknown anthropic messages
    await other.responses.create(model="house-c2", input="")  # expect: house-c2 call-argument runtime unknown openai responses


def handed(client, model):
    client.chat.completions.create(model=model, messages=[])


handed(AzureOpenAI(api_version="2024-10-21"), "gpt-4-0314")  # expect: gpt-4-0314 call-argument runtime unknown azure chat.completions


def by_name(text, *, llm=None, model=None):
    llm.chat.completions.create(model=model, messages=[text])


by_name("hello", llm=far_above, model="gpt-4-32k")  # expect: gpt-4-32k call-argument runtime unknown azure chat.completions


def run(client, text):
    client.chat.completions.create(model="gpt-4-0613", messages=[text])  # expect: gpt-4-0613 call-argument runtime unknown groq chat.completions


def main():
    client = OpenAI(base_url="https://api.groq.com/openai/v1")
    run(client, "hello")


class Own(AzureOpenAI):
    pass


Own().responses.create(model="house-e1", input="")  # expect: house-e1 call-argument runtime unknown azure responses


class Far(Own):
    def ask(self):
        return self.responses.create(model="house-e2", input="")  # expect: house-e2 call-argument runtime unknown azure responses


far_above.with_options(timeout=3).responses.create(model="house-f1", input="")  # expect: house-f1 call-argument runtime unknown azure responses
patient = far_above.with_options(max_retries=5)
patient.responses.create(model="house-f2", input="")  # expect: house-f2 call-argument runtime unknown azure responses

if os.environ.get("AZURE_OPENAI_ENDPOINT"):
    either = AzureOpenAI(api_version="2024-10-21")
else:
    either = OpenAI()
either.responses.create(model="house-g1", input="")  # expect: house-g1 call-argument runtime unknown azure responses
one_of_both = AzureOpenAI(api_version="2024-10-21") if far_above else OpenAI()
one_of_both.responses.create(model="house-g2", input="")  # expect: house-g2 call-argument runtime unknown azure responses
nobody_knows = OpenAI(base_url=os.environ["BASE_URL"]) if far_above else OpenAI()
nobody_knows.responses.create(model="house-g3", input="")  # expect: house-g3 call-argument runtime unknown - responses

OpenAI(base_url=f"https://{HOST}/openai/v1").chat.completions.create(model="house-h1", messages=[])  # expect: house-h1 call-argument runtime unknown groq chat.completions
OpenAI(base_url="https://" + HOST).chat.completions.create(model="house-h2", messages=[])  # expect: house-h2 call-argument runtime unknown groq chat.completions
OpenAI(base_url="http://localhost:11434/v1").chat.completions.create(model="house-h3", messages=[])  # expect: house-h3 call-argument runtime unknown custom-host chat.completions
OpenAI(base_url=os.getenv("BASE_URL")).chat.completions.create(model="house-h4", messages=[])  # expect: house-h4 call-argument runtime unknown - chat.completions

with far_above as opened:
    opened.responses.create(model="house-i1", input="")  # expect: house-i1 call-argument runtime unknown azure responses


openai.api_base = "https://example.org/v1"
openai.chat.completions.create(model="house-k1", messages=[])  # expect: house-k1 call-argument runtime unknown - chat.completions
