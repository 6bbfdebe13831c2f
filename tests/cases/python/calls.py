"""Model arguments of calls, by name, by place, through names, clients and wrappers."""
import functools
import os

import litellm
from anthropic import Anthropic
from openai import AzureOpenAI, OpenAI

client = OpenAI()
azure = AzureOpenAI()
local = OpenAI(base_url="http://localhost:8000/v1")

client.chat.completions.create(model="gpt-4-0314", messages=[])  # expect: gpt-4-0314 call-argument runtime retired openai
client.chat.completions.create(model="gpt-6-luna", messages=[])  # expect: gpt-6-luna call-argument runtime active openai
client.responses.create(model="my-prod-gpt", input="")  # expect: my-prod-gpt call-argument runtime unknown openai
azure.chat.completions.create(model="gpt-4", messages=[])  # expect: gpt-4 call-argument runtime unknown azure
azure.chat.completions.create(model="chat-prod", messages=[])  # expect: chat-prod call-argument runtime unknown azure
local.chat.completions.create(model="qwen3:8b", messages=[])  # expect: qwen3:8b call-argument runtime unknown custom-host
litellm.completion("openai/gpt-4-0314", messages=[])  # expect: openai/gpt-4-0314 call-argument runtime retired openai
litellm.completion(model="azure/gpt-4-0314", messages=[])  # expect: azure/gpt-4-0314 call-argument runtime unknown azure
Anthropic().messages.create(model="claude-3-opus-20240229", messages=[])  # expect: claude-3-opus-20240229 call-argument runtime retired anthropic

SUMMARY = "claude-2.1"  # expect: claude-2.1 constant runtime retired anthropic
Anthropic().messages.create(model=SUMMARY, messages=[])

house_name = "prod-chat-2"  # expect: prod-chat-2 constant runtime unknown openai
client.chat.completions.create(model=house_name, messages=[])

ask = functools.partial(client.chat.completions.create, model="gpt-4-32k")  # expect: gpt-4-32k call-argument runtime retired openai

options = {"model": "gpt-4-1106-preview", "temperature": 0}  # expect: gpt-4-1106-preview dict-value runtime retired openai
client.chat.completions.create(**options, messages=[])

more = dict(model="gpt-3.5-turbo-0613", n=1)  # expect: gpt-3.5-turbo-0613 dict-value runtime retired openai
client.chat.completions.create(messages=[], **more)

later = {}
later["model"] = "gpt-3.5-turbo-0301"  # expect: gpt-3.5-turbo-0301 dict-value runtime retired openai
client.chat.completions.create(messages=[], **later)

fast = bool(os.environ.get("FAST"))
client.chat.completions.create(
    model="gpt-4-0613" if fast else "gpt-4-32k-0613",  # expect: gpt-4-0613 call-argument runtime retired openai # expect: gpt-4-32k-0613 call-argument runtime retired openai
    messages=[],
)
client.chat.completions.create(model=None or "o1-mini", messages=[])  # expect: o1-mini call-argument runtime retired openai
client.chat.completions.create(model="o1", messages=[])  # expect: o1 call-argument runtime retired openai


class Bot:
    fallback = "claude-instant-1.2"  # expect: claude-instant-1.2 constant runtime retired anthropic

    def __init__(self, client: Anthropic, name="claude-2.0"):  # expect: claude-2.0 default runtime retired anthropic
        self.client = client
        self.name = name
        self.cheap = "claude-3-haiku-20240307"  # expect: claude-3-haiku-20240307 constant runtime retired anthropic

    def ask(self, text):
        return self.client.messages.create(model=self.cheap or self.fallback, messages=[text])


for each in ["gpt-4-vision-preview", "gpt-4-turbo-preview"]:  # expect: gpt-4-vision-preview collection runtime retired openai # expect: gpt-4-turbo-preview collection runtime retired openai
    client.chat.completions.create(model=each, messages=[])
