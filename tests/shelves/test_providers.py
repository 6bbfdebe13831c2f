from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import catalog
from pytest_modelgate.providers import all_providers, elsewhere

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Provider

PROVIDERS = all_providers()
BY_NAME = pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.name)


@BY_NAME
def test_the_table_knows_the_provider(provider: Provider) -> None:
    assert provider.name in catalog.load().surfaces
    assert provider.title


def test_every_surface_of_the_table_has_a_provider() -> None:
    assert {provider.name for provider in PROVIDERS} == set(catalog.load().surfaces)


@BY_NAME
def test_every_id_that_needs_no_context_holds_a_keyword(provider: Provider) -> None:
    ids = catalog.load().ids(provider.name) - provider.needs_context
    assert [id_ for id_ in sorted(ids) if not any(keyword in id_ for keyword in provider.keywords)] == []


@BY_NAME
def test_every_match_holds_a_keyword(provider: Provider) -> None:
    assert [
        text for text in provider.matches if not any(keyword in text.lower() for keyword in provider.keywords)
    ] == []


@BY_NAME
def test_keywords_are_lower_case_and_rare_enough(provider: Provider) -> None:
    assert [keyword for keyword in provider.keywords if keyword != keyword.lower() or len(keyword) < 3] == []
    ordinary = "metadata adapter include image_name imagename o1 cloud pro1 moderate deodorant claim gem video"
    assert [keyword for keyword in provider.keywords if keyword in ordinary] == []


@BY_NAME
def test_ids_that_need_context_are_known(provider: Provider) -> None:
    assert provider.needs_context <= catalog.load().ids(provider.name)


@BY_NAME
def test_the_grammar_matches_what_it_must(provider: Provider) -> None:
    assert len(provider.matches) >= 15
    assert [text for text in provider.matches if not provider.grammar.fullmatch(text.lower())] == []


@BY_NAME
def test_the_grammar_matches_no_near_miss(provider: Provider) -> None:
    assert len(provider.near_misses) >= 30
    assert [text for text in provider.near_misses if provider.grammar.fullmatch(text.lower())] == []


@BY_NAME
def test_the_grammar_matches_nothing_of_another_provider(provider: Provider) -> None:
    others = [other for other in PROVIDERS if other is not provider]
    texts = [text for other in others for text in (*other.matches, *other.near_misses)]
    ids = [id_ for other in others for id_ in catalog.load().ids(other.name)]
    assert [text for text in (*texts, *ids) if provider.grammar.fullmatch(text.lower())] == []


@BY_NAME
def test_near_misses_are_not_in_the_table_unless_they_need_context(provider: Provider) -> None:
    assert set(provider.near_misses) & catalog.load().ids(provider.name) <= provider.needs_context


@BY_NAME
def test_routes_come_longest_first_so_that_none_hides_another(provider: Provider) -> None:
    for number, route in enumerate(provider.routes):
        assert not any(later.startswith(route) for later in provider.routes[number + 1 :])


@BY_NAME
def test_the_grammar_takes_no_time_on_hostile_text(provider: Provider) -> None:
    for hostile in (
        "gpt-5" + "-mini" * 4000,
        "claude-opus-" + "4-" * 9000,
        "gemini-2.5" + "-flash" * 4000,
        "ft:" + "a:" * 9000,
    ):
        assert provider.grammar.fullmatch(hostile) is None


def test_no_id_of_the_table_is_sent_elsewhere() -> None:
    table = catalog.load()
    assert [id_ for surface in table.surfaces for id_ in table.ids(surface) if elsewhere(id_)] == []


@pytest.mark.parametrize(
    ("text", "surface", "id_"),
    [
        ("azure/gpt-4o", "azure", "gpt-4o"),
        ("azure_ai/my-deployment", "azure", "my-deployment"),
        ("gpt-35-turbo-16k", "azure", "gpt-35-turbo-16k"),
        ("https://acme.openai.azure.com/openai/deployments/gpt-4/chat/completions", "azure", "gpt-4"),
        ("bedrock/anthropic.claude-v2", "bedrock", "anthropic.claude-v2"),
        ("bedrock:us.anthropic.claude-opus-4-20250514-v1:0", "bedrock", "us.anthropic.claude-opus-4-20250514-v1:0"),
        ("anthropic.claude-3-haiku-20240307-v1:0", "bedrock", "anthropic.claude-3-haiku-20240307-v1:0"),
        ("us.anthropic.claude-3-5-sonnet-20241022-v2:0", "bedrock", "us.anthropic.claude-3-5-sonnet-20241022-v2:0"),
        ("openai.gpt-oss-120b-1:0", "bedrock", "openai.gpt-oss-120b-1:0"),
        (
            "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1",
            "bedrock",
            "anthropic.claude-v2:1",
        ),
        ("vertex_ai/gemini-1.5-pro", "vertex", "gemini-1.5-pro"),
        ("claude-3-opus@20240229", "vertex", "claude-3-opus@20240229"),
        ("publishers/google/models/gemini-2.5-pro", "vertex", "gemini-2.5-pro"),
        ("projects/p/locations/x/publishers/anthropic/models/claude-opus-4:rawPredict", "vertex", "claude-opus-4"),
        ("openrouter/openai/gpt-4", "openrouter", "openai/gpt-4"),
        ("openai/gpt-4o:free", "openrouter", "openai/gpt-4o:free"),
        ("google/gemini-2.5-pro", "gateway", "gemini-2.5-pro"),
        ("anthropic/claude-3.5-sonnet", "gateway", "anthropic/claude-3.5-sonnet"),
        ("anthropic/claude-sonnet-4", "gateway", "anthropic/claude-sonnet-4"),
        ("groq/llama-3.3-70b-versatile", "groq", "llama-3.3-70b-versatile"),
        ("accounts/fireworks/models/llama-v3", "fireworks", "llama-v3"),
        ("ollama/gpt-oss:20b", "local", "gpt-oss:20b"),
    ],
)
def test_what_goes_elsewhere(text: str, surface: str, id_: str) -> None:
    away = elsewhere(text)
    assert away is not None
    assert (away.surface, text[away.start : away.end]) == (surface, id_)


@pytest.mark.parametrize(
    "text",
    ["gpt-4o", "openai/gpt-4o", "anthropic:claude-opus-4-8", "gemini/gemini-2.5-pro", "models/gemini-2.5-pro", "azure/",
     "google.generativeai", "openai.chat.completions", "anthropic.types", "2026-01-01", "amazon.com"],
)  # fmt: skip
def test_what_stays_here(text: str) -> None:
    assert elsewhere(text) is None


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [("google/gemini-2.5-pro", ("gemini",)), ("openai.gpt-4o", ("openai",)), ("gpt-35-turbo", ("openai",))],
)
def test_a_spelling_of_elsewhere_is_a_mistake_where_the_code_names_the_surface(
    text: str, surfaces: tuple[str, ...]
) -> None:
    assert elsewhere(text) is not None
    assert elsewhere(text, surfaces) is None


def test_grammars_are_case_sensitive() -> None:
    assert all(not provider.grammar.flags & re.IGNORECASE for provider in PROVIDERS)
