from __future__ import annotations

import pytest

from pytest_modelgate import catalog
from pytest_modelgate.endpoints import kind_of, serves
from pytest_modelgate.kinds import ENDPOINTS
from pytest_modelgate.records import ModelRecord

TABLE = catalog.load()


def answer(surface: str, model_id: str, endpoint: str) -> bool | None:
    record = TABLE.find(surface, model_id)
    assert record is not None
    return serves(record, endpoint, TABLE.endpoints(surface))


@pytest.mark.parametrize(
    ("surface", "model_id", "endpoint", "served"),
    [
        ("openai", "gpt-5.5-pro", "chat.completions", False),
        ("openai", "gpt-5.5-pro", "responses", True),
        ("openai", "gpt-5.5-pro", "chat", True),
        ("openai", "gpt-5.5", "chat.completions", True),
        ("openai", "gpt-4o-audio-preview", "chat.completions", True),
        ("openai", "gpt-4o-audio-preview", "responses", False),
        ("openai", "gpt-4o-audio-preview", "audio.speech", False),
        ("openai", "text-embedding-3-small", "chat.completions", False),
        ("openai", "text-embedding-3-small", "embedding", True),
        ("openai", "gpt-5.5", "embedding", False),
        ("openai", "gpt-3.5-turbo-instruct", "chat.completions", False),
        ("openai", "gpt-5.5", "completions", False),
        ("openai", "gpt-realtime", "chat", False),
        ("openai", "gpt-5.5", "realtime", False),
        ("openai", "gpt-realtime-translate", "realtime", None),
        ("openai", "dall-e-3", "image", True),
        ("gemini", "gemini-2.5-flash-image", "generateContent", True),
        ("gemini", "gemini-2.5-flash-image", "chat.completions", True),
        ("gemini", "gemini-2.5-flash-image", "predict", False),
        ("gemini", "gemini-3.8-flash", "interactions", None),
        ("gemini", "gemini-3.8-flash", "chat.completions", True),
        ("gemini", "gemini-3.8-flash", "images.generations", False),
        ("gemini", "gemini-embedding-001", "generateContent", False),
        ("gemini", "deep-research-preview-04-2026", "generateContent", False),
        ("gemini", "gemini-omni-1.1-flash", "generateContent", None),
        ("groq", "llama-3.3-70b-versatile", "responses", None),
        ("groq", "whisper-large-v3", "chat.completions", False),
        ("anthropic", "claude-opus-4-8", "chat.completions", True),
        ("anthropic", "claude-opus-4-8", "embedding", False),
        ("bedrock", "cohere.embed-v4:0", "converse", False),
        ("bedrock", "amazon.nova-pro-v1:0", "messages", False),
        ("bedrock", "anthropic.claude-opus-4-8", "messages", True),
        ("bedrock", "twelvelabs.pegasus-1-2-v1:0", "chat", None),
        ("vertex", "claude-opus-4-8", "messages", True),
        ("vertex", "claude-opus-4-8", "generateContent", False),
        ("vertex", "gemini-2.5-pro", "messages", False),
        ("vertex", "gemini-2.5-flash-image", "chat", None),
        ("vertex", "veo-3.1-generate-001", "chat", False),
        ("together", "black-forest-labs/FLUX.2-pro", "chat.completions", False),
        ("together", "google/gemini-3-pro-image", "chat.completions", None),
        ("mistral", "mistral-ocr-latest", "chat.completions", False),
        ("openai", "gpt-5.5", "a word of nobody's", None),
    ],
)
def test_what_an_endpoint_serves(surface: str, model_id: str, endpoint: str, served: bool | None) -> None:
    assert answer(surface, model_id, endpoint) is served


@pytest.mark.parametrize("surface", ["fireworks", "openrouter", "ollama-cloud", "nvidia-nim", "github-models"])
@pytest.mark.parametrize("endpoint", ["chat", "chat.completions", "responses", "messages", "completion", "embedding"])
def test_a_host_of_open_models_is_never_said_to_refuse_one_that_chats(surface: str, endpoint: str) -> None:
    assert not [id_ for id_ in TABLE.ids(surface) if answer(surface, id_, endpoint) is False]


@pytest.mark.parametrize("surface", TABLE.surfaces)
def test_a_model_is_served_through_each_of_its_own_endpoints(surface: str) -> None:
    for model_id in TABLE.ids(surface):
        record = TABLE.find(surface, model_id)
        assert record is not None
        assert all(serves(record, endpoint, TABLE.endpoints(surface)) is True for endpoint in record.endpoints)


@pytest.mark.parametrize("surface", TABLE.surfaces)
def test_what_a_model_is_for_is_served_where_the_table_names_no_endpoint(surface: str) -> None:
    for model_id in TABLE.ids(surface):
        record = TABLE.find(surface, model_id)
        assert record is not None
        if record.modality in ENDPOINTS and not record.endpoints:
            assert serves(record, record.modality, TABLE.endpoints(surface)) is True


def test_every_generic_word_is_its_own_kind() -> None:
    assert all(kind_of(word) == word for word in ENDPOINTS)
    assert kind_of("batches") is None


@pytest.mark.parametrize("modality", ["moderation", "ocr", "vision", "agent", "audio", "completion", "other"])
def test_what_may_well_chat_is_not_refused(modality: str) -> None:
    record = ModelRecord(surface="acme", id="x-1", kind="snapshot", modality=modality)
    assert serves(record, "chat", frozenset()) is None
