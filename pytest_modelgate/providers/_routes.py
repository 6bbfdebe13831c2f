"""Says which texts are addressed to a surface that no table judges, by the router's prefix or by their own form."""

from __future__ import annotations

import re

from pytest_modelgate.kinds import GATEWAY

TO_ANY_HOST = ("openai/", "text-completion-openai/")
"""The prefixes by which routers send an id to any host that speaks OpenAI's language."""

ROUTES_ELSEWHERE = {
    GATEWAY: (
        "gateway/", "vercel:", "vercel_ai_gateway/", "litellm_proxy/", "litellm/", "litellm:", "google/",
        "models.dev/", "mistralai/", "moonshotai/", "nvidia/", "x-ai/", "cloudflare-gateway:", "helicone:",
        "portkey:", "truefoundry:",
    ),
    # Agents and workflows, by the names that an account gave them.
    "account": (
        "azure:assistant:", "azure:foundry-agent:", "bedrock-agent:", "bedrock:agents:", "bedrock:kb:",
        "bedrock:knowledge-base:", "elevenlabs:agents:", "openai:agents:", "openai:assistant:", "openai:chatkit:",
    ),
    "github-copilot": ("github_copilot/", "github-copilot:"),
    "huggingface": ("huggingface/", "huggingface:", "hf/", "hf:"),
    "local": (
        "ollama/", "ollama_chat/", "ollama:", "vllm/", "vllm:", "hosted_vllm/", "lm_studio/", "llamafile/",
        "localai:", "xinference/",
    ),
    "replicate": ("replicate/", "replicate:"),
    "sagemaker": ("sagemaker/", "sagemaker_chat/", "sagemaker:"),
    "watsonx": ("watsonx/", "watsonx_text/", "watsonx:"),
}  # fmt: skip
"""The prefixes by which routers send an id to a surface without a table."""

_MAKERS_SPELLING = re.compile(
    r"anthropic/claude-(?:[\w-]*\d\.\d[\w.-]*|3-(?:opus|sonnet|haiku)|(?:opus|sonnet)-4)|openai/(?:gpt-[\d.]+-chat|codex-mini)"
)


def is_gateways(text: str) -> bool:
    """Whether a text is spelt as gateways spell a maker's model, which the maker itself does not know by this id."""
    return bool(_MAKERS_SPELLING.fullmatch(text))


_SIZED = re.compile(r"[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*:(?:latest|\d+(?:\.\d+)?[bm](?:-[a-z0-9_.-]+)?)(?<!-cloud)")


def is_local(text: str) -> bool:
    """Whether a text is spelt as Ollama spells a model that runs on one's own machine, with its size: `llama3:8b`."""
    return bool(_SIZED.fullmatch(text))
