"""Drafts of replies, each by the first model that answers."""

from anthropic import Anthropic
from google import genai

from support_desk import prompts

# Half of the customers still get this model's drafts, to be compared with those of its successor.
CONTROL_MODEL = "claude-sonnet-4-5" "-20250929"  # modelgate: ignore[retiring-model] until=2026-11-28 -- trial ends


def draft(ticket: str, settings) -> str:
    """A reply for an agent to correct."""
    message = Anthropic().messages.create(
        model=settings.reply_model,
        max_tokens=800,
        system=prompts.REPLY,
        messages=[{"role": "user", "content": ticket}],
    )
    return message.content[0].text


def careful_draft(ticket: str) -> str:
    """A reply where money is concerned."""
    message = Anthropic().messages.create(
        model="claude-opus-4.8",
        max_tokens=2000,
        system=prompts.REPLY,
        messages=[{"role": "user", "content": ticket}],
    )
    return message.content[0].text


def control_draft(ticket: str) -> str:
    """A reply for the customers of the control group."""
    message = Anthropic().messages.create(
        model=CONTROL_MODEL, max_tokens=800, messages=[{"role": "user", "content": ticket}]
    )
    return message.content[0].text


def translate(text: str, language: str) -> str:
    """The reply in the customer's language."""
    answer = genai.Client().models.generate_content(
        model="gemini-3.8-flash",
        contents=f"Translate into {language}:\n{text}",
    )
    return answer.text
