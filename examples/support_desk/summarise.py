"""Summaries and transcripts of tickets."""

from openai import OpenAI

from support_desk import prompts
from support_desk.settings import SUMMARY_MODEL

client = OpenAI()


def summarise(ticket: str, model: str = SUMMARY_MODEL) -> str:
    """Three sentences for whoever takes the ticket next."""
    answer = client.chat.completions.create(
        model=model,
        messages=[{"role": "system", "content": prompts.SUMMARY}, {"role": "user", "content": ticket}],
    )
    return answer.choices[0].message.content


def title(ticket: str) -> str:
    """A subject line of at most eight words."""
    options = {"model": "gpt-5-4-mini", "max_output_tokens": 40}
    return client.responses.create(input=prompts.TITLE + ticket, **options).output_text


def urgent(ticket: str) -> bool:
    """Whether somebody should be called."""
    answer = client.responses.create(model="gpt-5.4-mini", input=prompts.URGENT + ticket)
    return answer.output_text.strip().lower() == "yes"


def transcript(recording) -> str:
    """The words of a voice message."""
    return client.audio.transcriptions.create(model="whisper-1", file=recording).text


def report(tickets: list[str]) -> str:
    """The weekly report, by the model that was trained on our own reports."""
    return client.responses.create(model="support-desk-reports-v2", input="\n".join(tickets)).output_text
