"""What only running code knows is listed with the expression as written, and never guessed."""
import os
import sys

import litellm
from anthropic import Anthropic
from langchain_openai import ChatOpenAI
from openai import OpenAI

client = OpenAI()

client.responses.create(model=os.environ["MODEL"], input="")  # expect: os.environ["MODEL"] call-argument runtime dynamic openai responses
client.responses.create(model=os.getenv("MODEL"), input="")  # expect: os.getenv("MODEL") call-argument runtime dynamic openai responses
client.responses.create(model=sys.argv[1], input="")  # expect: sys.argv[1] call-argument runtime dynamic openai responses
client.embeddings.create(model=pick(sys.argv), input="")  # expect: pick(sys.argv) call-argument runtime dynamic openai embeddings
Anthropic().messages.create(model=input("Which? "), messages=[])  # expect: input("Which?") call-argument runtime dynamic anthropic messages
litellm.completion(f"openai/{name}", messages=[])  # expect: f"openai/{name}" f-string runtime dynamic
litellm.completion("openai/" + name, messages=[])  # expect: "openai/"+name join runtime dynamic
ChatOpenAI(model=settings.model)  # expect: settings.model call-argument runtime dynamic openai chat


def ask(model, options, *rest):
    client.responses.create(model=model, input="")  # expect: model call-argument runtime dynamic openai responses
    client.responses.create(model=options["model"], input="")  # expect: options["model"] call-argument runtime dynamic openai responses
    client.responses.create(model=options.get("model"), input="")  # expect: options.get("model") call-argument runtime dynamic openai responses
    client.responses.create(model=(lambda: model)(), input="")  # expect: (lambda:model)() call-argument runtime dynamic openai responses
    client.responses.create(
        model=options.model,  # expect: options.model call-argument runtime dynamic openai responses
        input="",
    )
    client.responses.create(model=options.model or "house-a1", input="")  # expect: house-a1 call-argument runtime unknown openai responses


class Bot:
    def __init__(self, model):
        self.model = model

    def ask(self):
        return client.chat.completions.create(model=self.model, messages=[])  # expect: self.model call-argument runtime dynamic openai chat.completions


# A model that is left out, or given as nothing, is the provider's or the framework's to choose.
client.responses.create(input="")
client.responses.create(model=None, input="")
ChatOpenAI()
# A method of a common name may be anybody's.
store.create(model=ask)
store.chat.complete(model=ask)
