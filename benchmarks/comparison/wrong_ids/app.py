"""Calls with ids that fail, marked wrong, and with ids that work, marked right."""

from anthropic import Anthropic
from google import genai
from openai import OpenAI

openai = OpenAI()
claude = Anthropic()
gemini = genai.Client()

MESSAGES = [{"role": "user", "content": "Which day is it?"}]

# Misspelt or invented.
openai.chat.completions.create(model="gpt-4o-minni", messages=MESSAGES)  # wrong
openai.chat.completions.create(model="gpt-5-4-mini", messages=MESSAGES)  # wrong
openai.responses.create(model="gpt-6-soll", input="Which day is it?")  # wrong
claude.messages.create(model="claude-sonet-5-5", max_tokens=99, messages=MESSAGES)  # wrong
claude.messages.create(model="claude-opus-4-8-20260101", max_tokens=99, messages=MESSAGES)  # wrong
gemini.models.generate_content(model="gemini-3.6-falsh", contents="Which day is it?")  # wrong
gemini.models.generate_content(model="gemini-3-6-flash", contents="Which day is it?")  # wrong

# As another provider or a gateway spells them.
claude.messages.create(model="claude-sonnet-4.5", max_tokens=99, messages=MESSAGES)  # wrong
claude.messages.create(model="claude-opus-4.8", max_tokens=99, messages=MESSAGES)  # wrong
claude.messages.create(model="anthropic/claude-opus-4-8", max_tokens=99, messages=MESSAGES)  # wrong

# Right ids, asked of the wrong provider.
openai.chat.completions.create(model="claude-opus-4-8", messages=MESSAGES)  # wrong
claude.messages.create(model="gpt-5.4-mini", max_tokens=99, messages=MESSAGES)  # wrong

# Right ids, at an endpoint that does not serve them.
openai.chat.completions.create(model="text-embedding-3-small", messages=MESSAGES)  # wrong
openai.chat.completions.create(model="gpt-5.4-pro", messages=MESSAGES)  # wrong
openai.embeddings.create(model="gpt-6-sol", input="Which day is it?")  # wrong

openai.chat.completions.create(model="gpt-6-sol", messages=MESSAGES)  # right
openai.responses.create(model="gpt-5.4-mini", input="Which day is it?")  # right
openai.responses.create(model="gpt-5.4-pro", input="Which day is it?")  # right
openai.embeddings.create(model="text-embedding-3-small", input="Which day is it?")  # right
claude.messages.create(model="claude-opus-4-8", max_tokens=99, messages=MESSAGES)  # right
claude.messages.create(model="claude-sonnet-5-5", max_tokens=99, messages=MESSAGES)  # right
gemini.models.generate_content(model="gemini-3.6-flash", contents="Which day is it?")  # right
