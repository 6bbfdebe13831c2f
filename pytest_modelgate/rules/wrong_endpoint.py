"""MG401: the call goes to an endpoint that does not serve the model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.endpoints import kind_of, serves
from pytest_modelgate.kinds import ENDPOINTS, Example, Rule
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Severity, State

if TYPE_CHECKING:
    from pytest_modelgate.records import ModelRecord
    from pytest_modelgate.values import Evidence, Finding, Reference, Use

_OPENAI = {
    "audio.speech": "client.audio.speech.create",
    "audio.transcriptions": "client.audio.transcriptions.create",
    "audio.translations": "client.audio.translations.create",
    "chat.completions": "client.chat.completions.create",
    "completions": "client.completions.create",
    "decisions": "client.decisions.create",
    "embeddings": "client.embeddings.create",
    "images.edits": "client.images.edit",
    "images.generations": "client.images.generate",
    "live.sessions": "client.live.create",
    "moderations": "client.moderations.create",
    "realtime": "client.realtime.connect",
    "realtime.translations": "client.realtime.translations.connect",
    "responses": "client.responses.create",
    "videos": "client.videos.create",
}
_CALLS = {
    "anthropic": {"messages": "client.messages.create"},
    "bedrock": {"embedding": "client.invoke_model", "image": "client.invoke_model", "rerank": "client.rerank"},
    "cohere": {
        "audio.transcriptions": "client.audio.transcriptions.create",
        "chat": "client.chat",
        "embed": "client.embed",
        "rerank": "client.rerank",
    },
    "gemini": {
        "bidiGenerateContent": "client.aio.live.connect",
        "embedContent": "client.models.embed_content",
        "generateContent": "client.models.generate_content",
        "interactions": "client.interactions.create",
        "predict": "client.models.generate_images",
        "predictLongRunning": "client.models.generate_videos",
    },
    "mistral": {
        "audio.speech": "client.audio.speech.complete",
        "audio.transcriptions": "client.audio.transcriptions.complete",
        "chat.completions": "client.chat.complete",
        "embeddings": "client.embeddings.create",
        "fim.completions": "client.fim.complete",
        "moderations": "client.classifiers.moderate",
        "ocr": "client.ocr.process",
    },
    "vertex": {
        "chat": "client.models.generate_content",
        "embedding": "client.models.embed_content",
        "image": "client.models.generate_images",
        "realtime": "client.aio.live.connect",
        "video": "client.models.generate_videos",
    },
    "voyage": {"embeddings": "client.embed", "rerank": "client.rerank"},
}
"""The calls of each provider's own client, by endpoint or by what the model is for; the others speak as OpenAI does."""


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for the first call that is sure to be given the model and that does not serve it."""
    record = reference.record
    if record is None or evidence.state is State.RETIRED or reference.foreign is not None:
        return None
    calls = _calls(reference.occurrence.uses)
    refused = [all(_refuses(reference, record, evidence, use) for use in readings) for readings in calls]
    if not any(refused):
        return None
    message = _message(reference, record, evidence, calls[refused.index(True)][0])
    # Where another call serves it, the code may well choose between them by the model.
    served = any(serves(record, use.endpoint or "", evidence.endpoints) for readings in calls for use in readings)
    return _wording.finding(RULE, reference, message, severity=Severity.WARNING if served else None)


def _calls(uses: tuple[Use, ...]) -> list[list[Use]]:
    """The uses of each call, which has several where the code leaves open what it is a call of."""
    calls: dict[tuple[str, str | None, int], list[Use]] = {}
    for use in uses:
        if use.sure:
            calls.setdefault((use.call, use.path, use.line), []).append(use)
    return list(calls.values())


def _refuses(reference: Reference, record: ModelRecord, evidence: Evidence, use: Use) -> bool:
    if use.endpoint is None or (use.surfaces and record.surface not in use.surfaces):
        return False
    # Which of several endpoints for the same thing serve a model differs between surfaces; what it is for does not.
    endpoint = (kind_of(use.endpoint) if reference.surfaces else None) or use.endpoint
    return serves(record, endpoint, evidence.endpoints) is False


def _message(reference: Reference, record: ModelRecord, evidence: Evidence, use: Use) -> str:
    asked = use.endpoint or ""
    surface, call = _wording.surface_of(reference, evidence), _wording.caller(reference, use)
    article = "an" if record.modality[0] in "aeiou" else "a"
    words = tuple(word for word in record.endpoints if kind_of(word))
    through = f", served through {_wording.join(words, 'and')}" if words else ""
    purpose = asked in ENDPOINTS
    instead = _instead(record)
    other = f"choose a model {f'for {asked}' if purpose else f'that {asked} serves'}."
    if instead is None:
        advice = f"C{other[1:]}"
    elif kind_of(asked) in {kind_of(word) for word in words}:
        advice = f"Call {instead} instead."
    else:
        advice = f"Call {instead}, or {other}"
    return (
        f"{reference.id} is {article} {record.modality} model of {surface}{through},"
        f" and {call} {'is for' if purpose else 'asks'} {asked}: calls fail. {advice}"
    )


def _instead(record: ModelRecord) -> str | None:
    """The call of the provider's own client that serves the model."""
    calls = _CALLS.get(record.surface, _OPENAI)
    return next((calls[word] for word in (*record.endpoints, record.modality) if word in calls), None)


RULE = Rule(
    code="MG401",
    name="wrong-endpoint",
    severity=Severity.ERROR,
    summary="The endpoint of the call does not serve the model, so calls fail though the model is alive.",
    judge=judge,
    examples=(
        Example(
            code='from openai import OpenAI\n\nOpenAI().chat.completions.create(model="gpt-5.5-pro", messages=[])\n',
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "from openai import OpenAI\n\n"
                'OpenAI().responses.create(model="text-embedding-3-small", input="Hello")\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "import boto3\n\n"
                'client = boto3.client("bedrock-runtime")\n'
                'client.converse(modelId="amazon.titan-embed-text-v2:0", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "from google import genai\n\n"
                'genai.Client(vertexai=False).models.embed_content(model="gemini-3.8-flash", contents="Hello")\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.5-pro", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=False,
        ),
        Example(
            code=(
                "from openai import OpenAI\n\n"
                'client = OpenAI(base_url="https://generativelanguage.googleapis.com/v1beta/openai/")\n'
                'client.chat.completions.create(model="gemini-3.8-flash", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=False,
        ),
    ),
    page="""\
A model is served through some of its provider's endpoints: one through the Responses API alone, another only for
embeddings. The call goes to an endpoint that does not have it.

**Why it matters.** The provider answers 404 or 400, often in the words that it has for a model that does not exist.

**What to do.** Use the call that the message names, or choose a model that the endpoint serves. Where the table does
not say through which endpoints a model is served, only what cannot be is reported, such as an embedding model that is
asked to chat. Where the model also reaches a call that serves it, the code may choose between them, and the finding is
a warning.

**Fix safety.** There is no fix: another endpoint takes other arguments and gives other answers.
""",
    related=("MG106", "MG402"),
)
