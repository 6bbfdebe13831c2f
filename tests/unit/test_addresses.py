"""What texts say of where they go, with the real providers."""

from __future__ import annotations

import pytest

from pytest_modelgate.addresses import Address, Addresses
from pytest_modelgate.kinds import GATEWAY
from pytest_modelgate.providers import all_providers

ADDRESSES = Addresses(all_providers())


def cut(text: str, address: Address | None) -> tuple[str, str] | None:
    return None if address is None else (address.surface, text[address.start : address.end])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1",
            ("bedrock", "anthropic.claude-v2:1"),
        ),
        (
            "https://acme.openai.azure.com/openai/deployments/my-own-name/chat/completions?api-version=2024-10-21",
            ("azure", "my-own-name"),
        ),
        (
            "projects/acme/locations/us-central1/publishers/google/models/gemini-2.0-flash-001",
            ("vertex", "gemini-2.0-flash-001"),
        ),
        ("publishers/anthropic/models/claude-opus-4-1@20250805", ("vertex", "claude-opus-4-1@20250805")),
        (
            "https://api.cloudflare.com/client/v4/accounts/0a1b/ai/run/@cf/meta/llama-3-8b-instruct",
            ("cloudflare-workers-ai", "@cf/meta/llama-3-8b-instruct"),
        ),
        ("anthropic.claude-v2:1", None),
        ("openai/gpt-4o", None),
        ("kubernetes/deployments/web/rollout", None),
        ("", None),
    ],
)
def test_an_id_inside_a_longer_text_is_cut_out(text: str, found: tuple[str, str] | None) -> None:
    assert cut(text, ADDRESSES.inside(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("openai/gpt-4o", ("openai", "gpt-4o")),
        ("openai/responses/gpt-5-pro", ("openai", "gpt-5-pro")),
        ("openai:gpt-4o", ("openai", "gpt-4o")),
        ("bedrock/converse/amazon.nova-pro-v1:0", ("bedrock", "amazon.nova-pro-v1:0")),
        ("xai/grok-3", ("xai", "grok-3")),
        ("ollama/llama3:8b", ("local", "llama3:8b")),
        ("google/gemini-2.5-pro", (GATEWAY, "gemini-2.5-pro")),
        ("openai/anything at all", ("openai", "anything at all")),
        ("openai/", None),
        ("openai:", None),
        ("OpenAI/gpt-4o", None),
        ("my/openai/gpt-4o", None),
        ("gpt-4o", None),
        ("", None),
    ],
)
def test_a_route_is_the_longest_prefix_with_something_behind_it(text: str, found: tuple[str, str] | None) -> None:
    assert cut(text, ADDRESSES.routed(text)) == found


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("gpt-4o", ("openai",)),
        ("claude-opus-4-8", ("anthropic",)),
        ("gemini-2.5-pro", ("gemini", "vertex")),
        ("gpt-35-turbo", ("azure",)),
        ("grok-3", ("xai",)),
        ("sonar-pro", ("perplexity",)),
        ("accounts/fireworks/models/kimi-k3", ("fireworks",)),
        ("@cf/meta/llama-3-8b-instruct", ("cloudflare-workers-ai",)),
        ("anthropic.claude-v2:1", ("bedrock",)),
        ("us.anthropic.claude-opus-4-1-20250805-v1:0", ("bedrock",)),
        ("claude-opus-4-1@20250805", ("vertex",)),
        ("moonshotai/kimi-k2.5:nitro", ("openrouter",)),
        # Many hosts serve it by this name, and any gateway may be asked for a maker's.
        ("meta-llama/Llama-3-8B", ()),
        ("google/gemini-2.5-pro", ()),
        ("x-ai/grok-3", ()),
        ("GPT-4o", ()),
        ("models/gemini-2.5-pro", ()),
        ("hello", ()),
        ("", ()),
    ],
)
def test_the_form_alone_may_say_who_is_asked(text: str, surfaces: tuple[str, ...]) -> None:
    assert ADDRESSES.claimants(text) == surfaces


@pytest.mark.parametrize(
    ("surface", "text", "id_"),
    [
        ("bedrock", "us.anthropic.claude-v2:1:18k", "anthropic.claude-v2:1"),
        ("bedrock", "anthropic.claude-v2:1", "anthropic.claude-v2:1"),
        ("vertex", "claude-opus-4-1@default", "claude-opus-4-1"),
        ("vertex", "anthropic/claude-opus-4-1@20250805", "claude-opus-4-1@20250805"),
        ("openrouter", "x-ai/grok-4:online", "x-ai/grok-4"),
        ("ollama-cloud", "glm-4.6:cloud", "glm-4.6"),
        ("openai", "us.anthropic.claude-v2:1:18k", "us.anthropic.claude-v2:1:18k"),
        ("openai", "no id at all", "no id at all"),
        ("nowhere", "us.anthropic.claude-v2:1:18k", "us.anthropic.claude-v2:1:18k"),
    ],
)
def test_a_spelling_comes_down_to_the_id(surface: str, text: str, id_: str) -> None:
    assert ADDRESSES.normal(surface, text) == id_
    assert ADDRESSES.spellings(surface, text)[0] == id_


def test_what_may_be_left_out_is_added_after_the_id_itself() -> None:
    assert ADDRESSES.spellings("fireworks", "kimi-k3") == (
        "kimi-k3",
        "accounts/fireworks/models/kimi-k3",
        "accounts/fireworks/routers/kimi-k3",
    )
    assert ADDRESSES.spellings("openai", "gpt-4o") == ("gpt-4o",)
    assert ADDRESSES.spellings("nowhere", "gpt-4o") == ("gpt-4o",)


@pytest.mark.parametrize(
    ("surface", "text", "own"),
    [
        ("bedrock", "anthropic.claude-opus-4-1-20250805-v1:0", "claude-opus-4-1-20250805"),
        ("bedrock", "us.anthropic.claude-opus-4-1-20250805-v1:0", "claude-opus-4-1-20250805"),
        ("vertex", "claude-opus-4-1@20250805", "claude-opus-4-1-20250805"),
        ("vertex", "meta/llama-3.1-405b-instruct-maas", "llama-3.1-405b-instruct"),
        ("azure", "gpt-4o-2024-08-06", "gpt-4o"),
        ("fireworks", "accounts/fireworks/models/kimi-k2p5", "kimi-k2p5"),
        ("openrouter", "x-ai/grok-3", "grok-3"),
        ("github-models", "openai/gpt-4o", "gpt-4o"),
        ("openai", "gpt-4o-2024-08-06", "gpt-4o-2024-08-06"),
        ("bedrock", "no id at all", "no id at all"),
        ("nowhere", "x-ai/grok-3", "x-ai/grok-3"),
    ],
)
def test_a_makers_own_id_is_told_by_the_form(surface: str, text: str, own: str) -> None:
    assert ADDRESSES.makers_own(surface, text) == own


@pytest.mark.parametrize(
    ("surface", "text", "base"),
    [
        ("openai", "ft:gpt-3.5-turbo-0125:acme::9xYz", "gpt-3.5-turbo-0125"),
        ("openai", "ft:gpt-4o-mini-2024-07-18:acme:tag:9xYz:ckpt-step-90", "gpt-4o-mini-2024-07-18"),
        ("openai", "curie:ft-acme-2023-01-01-00-00-00", "curie"),
        ("openai", "ft:gpt-4", None),
        ("openai", "ft:", None),
        ("openai", "gpt-4o", None),
        ("anthropic", "ft:gpt-4:acme::9xYz", None),
        ("nowhere", "ft:gpt-4:acme::9xYz", None),
    ],
)
def test_a_fine_tuned_model_names_its_base(surface: str, text: str, base: str | None) -> None:
    assert ADDRESSES.base(surface, text) == base


@pytest.mark.parametrize(
    ("surface", "text", "fits"),
    [
        ("openai", "gpt-4o", True),
        ("azure", "gpt-4o", True),
        ("openai", "claude-opus-4-8", False),
        ("openai", "GPT-4o", False),
        ("bedrock", "us.anthropic.claude-opus-6", True),
        ("vertex", "claude-opus-4-1@default", True),
        ("openai", "a gpt-4o", False),
        ("openai", "", False),
        ("nowhere", "gpt-4o", False),
    ],
)
def test_a_text_fits_where_it_has_the_form_of_an_id_in_any_spelling(surface: str, text: str, fits: bool) -> None:
    assert ADDRESSES.fits(surface, text) is fits


@pytest.mark.parametrize(
    ("surface", "text", "length"),
    [
        ("gemini", "models/gemini-2.5-pro", 7),
        ("gemini", "models/", 0),
        ("gemini", "gemini-2.5-pro", 0),
        ("gemini", "my/models/gemini-2.5-pro", 0),
        ("openai", "models/gemini-2.5-pro", 0),
        ("nowhere", "models/gemini-2.5-pro", 0),
    ],
)
def test_a_surfaces_own_prefix_is_measured_where_something_follows(surface: str, text: str, length: int) -> None:
    assert ADDRESSES.own_prefix(surface, text) == length


def test_the_surfaces_with_prefixes_of_their_own_are_known() -> None:
    assert "gemini" in ADDRESSES.with_own_prefixes
    assert "openai" not in ADDRESSES.with_own_prefixes
    assert "nowhere" not in Addresses(()).with_own_prefixes
