"""Values followed from the known call that sends them back to where they stand, each with what serves the call."""
import functools
from dataclasses import dataclass

from openai import OpenAI
from pydantic import BaseModel

client = OpenAI()

PLAIN = "house-a1"  # expect: house-a1 constant runtime unknown openai responses
AGAIN = PLAIN
client.responses.create(model=AGAIN, input="")


class Bot:
    fallback = "house-b1"  # expect: house-b1 constant runtime unknown openai responses
    quick: str = "house-b2"  # expect: house-b2 field runtime unknown openai responses

    def __init__(self, model="house-b3", draft=None):  # expect: house-b3 default runtime unknown openai chat.completions
        self.model = model
        self.draft = draft or "house-b4"  # expect: house-b4 constant runtime unknown openai chat.completions

    def ask(self):
        client.chat.completions.create(model=self.model, messages=[])
        client.chat.completions.create(model=self.draft, messages=[])
        client.responses.create(model=self.fallback, input="")
        client.responses.create(model=Bot.quick, input="")


Bot("gpt-4-0314")  # expect: gpt-4-0314 call-argument runtime retired openai chat.completions
Bot(draft="gpt-4-32k")  # expect: gpt-4-32k call-argument runtime retired openai chat.completions


@dataclass
class Options:
    model: str = "house-c1"  # expect: house-c1 field runtime unknown openai responses
    size: int = 1


class Request(BaseModel):
    model: str


def send(options: Options, request: Request):
    client.responses.create(model=options.model, input="")
    client.embeddings.create(model=request.model, input="")


send(Options(model="house-c2"), Request(model="house-c3"))  # expect: house-c2 call-argument runtime unknown openai responses # expect: house-c3 call-argument runtime unknown openai embeddings


def ask(prompt, model="house-d1", *, engine=None):  # expect: house-d1 default runtime unknown openai responses
    client.responses.create(model=model, input=prompt)
    client.completions.create(model=engine, prompt=prompt)


ask("hello", "gpt-4-0613")  # expect: gpt-4-0613 call-argument runtime retired openai responses
ask("hello", engine="gpt-4-1106-preview", model="gpt-4-32k-0613")  # expect: gpt-4-1106-preview call-argument runtime retired openai completions # expect: gpt-4-32k-0613 call-argument runtime retired openai responses


def inner(model):
    return client.responses.create(model=model, input="")


def middle(model_name):
    return inner(model_name)


def outer(llm):
    return middle(model_name=llm)


outer("gpt-3.5-turbo-0613")  # expect: gpt-3.5-turbo-0613 call-argument runtime retired openai responses


class Writer:
    def send(self, model, text):
        return client.responses.create(model=model, input=text)

    def write(self):
        return self.send("gpt-4-vision-preview", "hello")  # expect: gpt-4-vision-preview call-argument runtime retired openai responses


Writer().send("gpt-4-turbo-preview", "hello")  # expect: gpt-4-turbo-preview call-argument runtime retired openai responses
writer = Writer()
writer.send(text="hello", model="gpt-4-0314")  # expect: gpt-4-0314 call-argument runtime retired openai responses


def passing(**options):
    return client.responses.create(input="", **options)


passing(model="gpt-4-32k", temperature=0)  # expect: gpt-4-32k call-argument runtime retired openai responses


def preparing(prompt, **options):
    given = {"input": prompt, **options}
    return client.responses.create(**given)


preparing("hello", model="gpt-4-0613")  # expect: gpt-4-0613 call-argument runtime retired openai responses

later = functools.partial(ask, model="gpt-4-1106-preview")  # expect: gpt-4-1106-preview call-argument runtime retired openai responses
soon = functools.partial(client.embeddings.create, model="house-h2")  # expect: house-h2 call-argument runtime unknown openai embeddings

base = {"model": "house-i1", "n": 1}  # expect: house-i1 dict-value runtime unknown openai chat.completions
client.chat.completions.create(messages=[], **{**base, "n": 2})
client.chat.completions.create(messages=[], **dict(base, n=3))
client.chat.completions.create(messages=[], **{"model": "house-i2"})  # expect: house-i2 dict-value runtime unknown openai chat.completions

quick = bool(PLAIN)
client.responses.create(model="house-j1" if quick else "house-j2", input="")  # expect: house-j1 call-argument runtime unknown openai responses # expect: house-j2 call-argument runtime unknown openai responses
client.responses.create(model=quick or "house-j3", input="")  # expect: house-j3 call-argument runtime unknown openai responses


def pick(large):
    if large:
        return "gpt-4-32k-0613"  # expect: gpt-4-32k-0613 other runtime retired openai responses
    return "gpt-3.5-turbo-0613"  # expect: gpt-3.5-turbo-0613 other runtime retired openai responses


client.responses.create(model=pick(quick), input="")


class Chooser:
    def pick(self):
        return "gpt-4-vision-preview"  # expect: gpt-4-vision-preview other runtime retired openai embeddings

    def embed(self):
        return client.embeddings.create(model=self.pick(), input="")


if chosen := "house-l1":  # expect: house-l1 constant runtime unknown openai responses
    client.responses.create(model=chosen, input="")

CANDIDATES = ["house-m1", "house-m2"]  # expect: house-m1 collection runtime unknown openai responses # expect: house-m2 collection runtime unknown openai responses
for candidate in CANDIDATES:
    client.responses.create(model=candidate, input="")

answers = [client.responses.create(model=each, input="") for each in ("house-m3", "house-m4")]  # expect: house-m3 collection runtime unknown openai responses # expect: house-m4 collection runtime unknown openai responses

TWICE = "house-n1"  # expect: house-n1 constant runtime unknown openai chat.completions+responses
client.responses.create(model=TWICE, input="")
client.chat.completions.create(model=TWICE, messages=[])


class Defaults:
    chat = "text-embedding-3-small"  # expect: text-embedding-3-small constant runtime active openai chat.completions


PASSED_ON = Defaults.chat
client.chat.completions.create(model=PASSED_ON, messages=[])
