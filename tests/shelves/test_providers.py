from __future__ import annotations

import re
from time import process_time
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import catalog
from pytest_modelgate.addresses import Addresses
from pytest_modelgate.providers import ROUTES_ELSEWHERE, all_providers

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Provider

PROVIDERS = all_providers()
TABLE = catalog.load()
ADDRESSES = Addresses(PROVIDERS)
SHARED = [("gemini", "vertex")]
"""Surfaces that serve the same ids, so that the form alone does not tell which one is asked."""
BY_NAME = pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.name)


def holds_keyword(provider: Provider, text: str) -> bool:
    return any(keyword in text.lower() for keyword in provider.keywords)


@BY_NAME
def test_the_table_knows_the_provider(provider: Provider) -> None:
    assert provider.name in TABLE.surfaces
    assert provider.title


def test_every_surface_of_the_table_has_a_provider() -> None:
    assert {provider.name for provider in PROVIDERS} == set(TABLE.surfaces)


@BY_NAME
def test_every_id_that_needs_no_context_holds_a_keyword(provider: Provider) -> None:
    ids = TABLE.ids(provider.name) - provider.needs_context
    assert [id_ for id_ in sorted(ids) if not holds_keyword(provider, id_)] == []


@BY_NAME
def test_every_match_holds_a_keyword(provider: Provider) -> None:
    assert [text for text in provider.matches if not holds_keyword(provider, text)] == []


@BY_NAME
def test_keywords_are_lower_case_and_rare_enough(provider: Provider) -> None:
    assert [keyword for keyword in provider.keywords if keyword != keyword.lower() or len(keyword) < 3] == []
    ordinary = "metadata adapter include image_name imagename o1 cloud pro1 moderate deodorant claim gem video command"
    assert [keyword for keyword in provider.keywords if keyword in ordinary] == []


@BY_NAME
def test_ids_that_need_context_are_known(provider: Provider) -> None:
    assert provider.needs_context <= TABLE.ids(provider.name)


@BY_NAME
def test_the_grammar_matches_what_it_must(provider: Provider) -> None:
    assert len(provider.matches) >= 8
    assert [text for text in provider.matches if not provider.grammar.fullmatch(text.lower())] == []


@BY_NAME
def test_the_grammar_matches_every_id_that_is_no_ordinary_word(provider: Provider) -> None:
    ids = TABLE.ids(provider.name) - provider.needs_context
    assert [id_ for id_ in sorted(ids) if not provider.grammar.fullmatch(id_.lower())] == []


@BY_NAME
def test_the_grammar_matches_no_near_miss(provider: Provider) -> None:
    assert len(provider.near_misses) >= 15
    assert [text for text in provider.near_misses if provider.grammar.fullmatch(text.lower())] == []


@BY_NAME
def test_a_claim_is_a_form_of_the_surface(provider: Provider) -> None:
    claims = provider.claims or provider.grammar
    texts = {text for other in PROVIDERS for text in (*other.matches, *other.near_misses, *TABLE.ids(other.name))}
    claimed = [text for text in sorted(texts) if claims.fullmatch(text.lower())]
    others = set(claimed) - provider.needs_context
    assert [text for text in sorted(others) if not ADDRESSES.fits(provider.name, text.lower())] == []


def test_only_surfaces_that_share_their_ids_claim_the_same_text() -> None:
    texts = {text for provider in PROVIDERS for text in (*provider.matches, *TABLE.ids(provider.name))}
    together = {frozenset(names) for text in texts if len(names := ADDRESSES.claimants(text)) > 1}
    assert together <= {frozenset(pair) for pair in SHARED}


@BY_NAME
def test_a_near_miss_is_claimed_by_nobody_else_by_mistake(provider: Provider) -> None:
    """What looks like an id of this surface and is none may be another's, but then that one matches it on purpose."""
    claimed = {text: ADDRESSES.claimants(text) for text in provider.near_misses if text not in provider.needs_context}
    assert [text for text, names in claimed.items() if provider.name in names] == []


@BY_NAME
def test_other_spellings_lead_to_ids_of_the_table(provider: Provider) -> None:
    for text, id_ in provider.spellings:
        within = ADDRESSES.inside(text)
        bare = text[within.start : within.end] if within else text
        written = ADDRESSES.normal(provider.name, bare)
        found = written.lower() == id_.lower() if provider.any_case else written == id_
        assert found, (text, written, id_)
        assert id_ in TABLE.ids(provider.name), id_


@BY_NAME
def test_spellings_are_shown_where_there_are_any(provider: Provider) -> None:
    assert bool(provider.spellings) is bool(provider.written or provider.inside or provider.any_case)


@BY_NAME
def test_every_id_is_its_own_spelling(provider: Provider) -> None:
    if not provider.private_names:
        ids = TABLE.ids(provider.name)
        assert [id_ for id_ in sorted(ids) if ADDRESSES.normal(provider.name, id_) not in ids] == []


@BY_NAME
def test_near_misses_are_not_in_the_table_unless_they_need_context(provider: Provider) -> None:
    assert set(provider.near_misses) & TABLE.ids(provider.name) <= provider.needs_context


def test_a_route_leads_to_one_surface() -> None:
    routes = [route for provider in PROVIDERS for route in provider.routes]
    routes += [route for others in ROUTES_ELSEWHERE.values() for route in others]
    assert sorted(set(routes)) == sorted(routes)


@pytest.mark.parametrize(
    ("text", "surface", "id_"),
    [
        ("openai:gpt-5.4", "openai", "gpt-5.4"),
        ("openai:chat:gpt-5.4", "openai", "gpt-5.4"),
        ("openai:chat:ft:gpt-4o-mini-2024-07-18:team::a", "openai", "ft:gpt-4o-mini-2024-07-18:team::a"),
        ("openai:responses:o3-pro", "openai", "o3-pro"),
        ("openai:embedding:text-embedding-3-small", "openai", "text-embedding-3-small"),
        ("openai:embeddings:text-embedding-3-small", "openai", "text-embedding-3-small"),
        ("openai:assistant:asst_a", "account", "asst_a"),
        ("anthropic:messages:claude-opus-4-8", "anthropic", "claude-opus-4-8"),
        ("azure:chat:prod-chat", "azure", "prod-chat"),
        ("azureopenai:responses:prod-chat", "azure", "prod-chat"),
        ("bedrock:converse:amazon.nova-pro-v1:0", "bedrock", "amazon.nova-pro-v1:0"),
        ("bedrock:amazon.nova-pro-v1:0", "bedrock", "amazon.nova-pro-v1:0"),
        ("google:gemini-3.5-flash", "gemini", "gemini-3.5-flash"),
        ("google:embedding:gemini-embedding-001", "gemini", "gemini-embedding-001"),
        ("vertex:chat:gemini-3.5-flash", "vertex", "gemini-3.5-flash"),
        ("mistral:mistral-large-latest", "mistral", "mistral-large-latest"),
        ("groq:responses:openai/gpt-oss-120b", "groq", "openai/gpt-oss-120b"),
        ("cohere:embedding:embed-v4.0", "cohere", "embed-v4.0"),
        ("xai:image:grok-imagine-image", "xai", "grok-imagine-image"),
        ("togetherai:completion:meta-llama/Llama-3-8b-hf", "together", "meta-llama/Llama-3-8b-hf"),
        ("dashscope:qwen-plus", "qwen", "qwen-plus"),
        ("cloudflare-ai:chat:@cf/meta/llama-9", "cloudflare-workers-ai", "@cf/meta/llama-9"),
        ("litellm/anthropic/claude-opus-4-8", "anthropic", "claude-opus-4-8"),
        ("azure-responses:prod-chat", "azure", "prod-chat"),
    ],
)
def test_a_route_of_several_words_leaves_the_id_alone(text: str, surface: str, id_: str) -> None:
    address = ADDRESSES.routed(text)
    assert address is not None
    assert address.surface == surface
    assert text[address.start : address.end] == id_


@BY_NAME
def test_routes_come_longest_first_so_that_none_hides_another(provider: Provider) -> None:
    for number, route in enumerate(provider.routes):
        assert not any(later.startswith(route) for later in provider.routes[number + 1 :])


@BY_NAME
@pytest.mark.parametrize("filler", ["-mini", "4-", "a:", "/a", "llama-3", "v1:", ".", "claude-", "@cf/"])
def test_no_pattern_takes_time_on_hostile_text(provider: Provider, filler: str) -> None:
    patterns = (provider.grammar, provider.claims, provider.family, provider.written, provider.wraps, provider.tuned)
    for begin in {"", *provider.matches[:3]}:
        hostile = (begin + filler * 200)[:200] + "!"
        started = process_time()
        for pattern in patterns:
            assert pattern is None or pattern.fullmatch(hostile) is None
        if provider.inside:
            provider.inside.search(hostile)
        assert process_time() - started < 1


def test_grammars_are_case_sensitive() -> None:
    assert all(not provider.grammar.pattern.flags & re.IGNORECASE for provider in PROVIDERS)
