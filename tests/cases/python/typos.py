"""Ids one small step from a known one, and news that is no typo."""
from anthropic import Anthropic
from openai import OpenAI

OpenAI().chat.completions.create(model="GPT-4o", messages=[])  # expect: GPT-4o call-argument runtime mistyped
OpenAI().chat.completions.create(model="gpt5.4", messages=[])  # expect: gpt5.4 call-argument runtime mistyped
OpenAI().chat.completions.create(model="gpt-5-4", messages=[])  # expect: gpt-5-4 call-argument runtime mistyped
OpenAI().chat.completions.create(model="gtp-4o", messages=[])  # expect: gtp-4o call-argument runtime mistyped
Anthropic().messages.create(model="claude-opus-4.8", messages=[])  # expect: claude-opus-4.8 call-argument runtime mistyped
Anthropic().messages.create(model="cluade-opus-4-8", messages=[])  # expect: cluade-opus-4-8 call-argument runtime mistyped
Anthropic().messages.create(model="claude-opus-4-9", messages=[])  # expect: claude-opus-4-9 call-argument runtime unknown
LATER = "gpt-7"  # expect: gpt-7 constant runtime unknown
MODEL_NAME = "gemini-2.5-flsh"  # expect: gemini-2.5-flsh constant runtime mistyped
