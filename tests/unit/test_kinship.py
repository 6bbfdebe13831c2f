from __future__ import annotations

import pytest

from pytest_modelgate import catalog
from pytest_modelgate.kinship import likeness
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver
from pytest_modelgate.terms import Context, Reach, Role, Told
from pytest_modelgate.values import Occurrence, Reference, Span, Use

RESOLVER = Resolver(catalog.load(), all_providers())
OWN = "https://api.example.org/v1"
CALL = Context.CALL


def read(text: str, *surfaces: str, context: Context = CALL, base: str | None = OWN, sure: bool = True) -> Reference:
    uses = (Use(call="client.ask", line=3, surfaces=surfaces, base=base, sure=sure),) if context is CALL else ()
    occurrence = Occurrence(
        text=text,
        span=Span(line=3, column=10, end_line=3, end_column=10 + len(text)),
        reach=Reach.CALL_ARGUMENT,
        role=Role.RUNTIME,
        context=context,
        surfaces=surfaces,
        uses=uses,
    )
    reference = RESOLVER.resolve("src/app.py", occurrence)
    assert reference is not None
    return reference


@pytest.mark.parametrize(
    ("text", "surface", "foreign", "here"),
    [
        ("claude-3.5-sonnet", "anthropic", "openrouter", "claude-3-5-sonnet-20241022"),
        ("claude-opus-4.8", "anthropic", "openrouter", "claude-opus-4-8"),
        ("anthropic/claude-opus-4.8", "anthropic", "openrouter", "claude-opus-4-8"),
        ("anthropic/claude-opus-4-8", "anthropic", "gateway", "claude-opus-4-8"),
        ("openai/gpt-5.4", "openai", "gateway", "gpt-5.4"),
        ("gpt-35-turbo", "openai", "azure", "gpt-3.5-turbo"),
        ("gpt-35-turbo-0125", "openai", "azure", "gpt-3.5-turbo-0125"),
        ("claude-opus-4-8@default", "anthropic", "vertex", "claude-opus-4-8"),
        ("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "anthropic", "bedrock", "claude-sonnet-4-5-20250929"),
        ("claude-opus-4-8", "bedrock", "anthropic", "anthropic.claude-opus-4-8"),
        ("claude-sonnet-4-5", "bedrock", "anthropic", "anthropic.claude-sonnet-4-5-20250929-v1:0"),
        ("claude-3-5-sonnet-20241022", "vertex", "anthropic", "claude-3-5-sonnet-v2@20241022"),
        ("mistral.mistral-large-2402-v1:0", "mistral", "bedrock", "mistral-large-2402"),
        ("databricks-claude-sonnet-4", "anthropic", "databricks", "claude-sonnet-4-20250514"),
    ],
)
def test_the_same_model_has_another_id_here(text: str, surface: str, foreign: str, here: str) -> None:
    reference = read(text, surface)
    assert (reference.surface, reference.foreign, reference.nearest[:1]) == (surface, foreign, (here,))
    assert (reference.id, reference.record, reference.told) == (text, None, Told.CLIENT)


def test_the_exact_counterpart_is_certain_and_one_of_several_is_not() -> None:
    assert read("anthropic.claude-3-5-sonnet-20240620-v1:0", "anthropic").certain
    assert not read("claude-3.5-sonnet", "anthropic").certain


@pytest.mark.parametrize(
    ("text", "surface", "home", "model"),
    [
        ("claude-opus-4-8", "openai", "anthropic", "claude-opus-4-8"),
        ("gpt-4o", "anthropic", "openai", "gpt-4o"),
        ("gpt-5.9", "anthropic", "openai", "gpt-5.9"),
        ("gpt-4o", "groq", "openai", "gpt-4o"),
        ("text-embedding-3-small", "cohere", "openai", "text-embedding-3-small"),
        ("llama3-70b-8192", "openai", "groq", "llama3-70b-8192"),
        ("models/gemini-2.5-pro", "openai", "gemini", "gemini-2.5-pro"),
        ("gemini/gemini-2.5-pro", "openai", "gemini", "gemini-2.5-pro"),
        ("anthropic/claude-opus-4.8", "openai", "openrouter", "anthropic/claude-opus-4.8"),
        ("amazon.nova-pro-v1:0", "openai", "bedrock", "amazon.nova-pro-v1:0"),
        ("accounts/fireworks/models/qwen9", "openai", "fireworks", "accounts/fireworks/models/qwen9"),
    ],
)
def test_an_id_of_another_provider_at_a_clients_own_host(text: str, surface: str, home: str, model: str) -> None:
    reference = read(text, surface)
    assert (reference.surface, reference.foreign, reference.model) == (home, home, model)
    assert (reference.id, reference.nearest, reference.told) == (text, (), Told.CLIENT)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("openai/gpt-oss-120b", ("groq",)),
        ("groq/compound", ("groq",)),
        ("openai/gpt-4o", ("openrouter",)),
        ("gpt-4o", ("openrouter",)),
        ("gpt-4.1", ("perplexity",)),
        ("gpt-4o", ("github-models",)),
        ("models/gemini-2.5-pro", ("gemini",)),
        ("text-embedding-005", ("gemini",)),
        ("deepseek-v3", ("deepseek",)),
        ("gpt-oss-120b", ("openai",)),
        ("gpt-5-4", ("openai",)),
        ("GPT-4o", ("openai",)),
        ("claude-opus-4-9", ("anthropic",)),
        ("ft:gpt-4o-mini:acme::1", ("openai",)),
        ("claude-opus-4-8", ("openai", "anthropic")),
        ("anthropic/claude-opus-4.8", ("openai", "openrouter")),
        ("claude-opus-4-8", ("custom-host",)),
        ("gpt-4o", ("azure",)),
    ],
)
def test_what_may_be_right_where_it_is_asked_for_is_not_foreign(text: str, surfaces: tuple[str, ...]) -> None:
    assert read(text, *surfaces).foreign is None


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("claude-opus-4-8", "openai"),
        ("anthropic/claude-opus-4-8", "anthropic"),
        ("openai/gpt-5.4", "openai"),
        ("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "anthropic"),
    ],
)
def test_a_client_that_may_be_sent_elsewhere_is_given_the_benefit(text: str, surface: str) -> None:
    assert read(text, surface, base=None).foreign is None
    assert read(text, surface, sure=False).foreign is None
    assert read(text, surface, context=Context.NAMED).foreign is None


def test_a_name_says_less_than_a_client() -> None:
    assert read("claude-opus-4-8", "bedrock", context=Context.NAMED).foreign is None
    reference = read("gpt-35-turbo", "openai", context=Context.NAMED)
    assert (reference.foreign, reference.told) == ("azure", Told.NAME)


@pytest.mark.parametrize(
    ("text", "surfaces", "context", "told"),
    [
        ("gpt-5.5", ("openai",), CALL, Told.CLIENT),
        ("gpt-5.5", ("openai",), Context.NAMED, Told.NAME),
        ("gpt-5.5", (), Context.NAMED, Told.FORM),
        ("openrouter/openai/gpt-4o", (), Context.NAMED, Told.ROUTE),
        ("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1", (), Context.NAMED, Told.ROUTE),
        ("anthropic/claude-opus-4.8", (), Context.NAMED, Told.ROUTE),
        ("prod-chat", ("azure",), CALL, Told.CLIENT),
        ("meta/llama-3.1-8b-instruct", (), Context.NAMED, None),
    ],
)
def test_what_told_the_surface(text: str, surfaces: tuple[str, ...], context: Context, told: Told | None) -> None:
    assert read(text, *surfaces, context=context, base=None).told is told


@pytest.mark.parametrize(
    "texts",
    [
        ("claude-opus-4-8", "claude-opus-4.8", "claude-opus-4-8-20260101", "claude-opus-4-8@20260101"),
        ("gpt-3.5-turbo", "gpt-35-turbo", "GPT-3.5-Turbo", "gpt-3.5-turbo-2024-01-25"),
    ],
)
def test_ids_of_one_model_are_alike(texts: tuple[str, ...]) -> None:
    assert len({likeness(text) for text in texts}) == 1
