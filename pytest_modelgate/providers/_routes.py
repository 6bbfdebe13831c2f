"""Says which texts are addressed to a surface that no table judges, by the router's prefix or by their own form."""

from __future__ import annotations

import re
from dataclasses import dataclass

GATEWAY = "gateway"
"""The surface of ids that name a maker without saying which router will be asked."""

_PREFIXES = {
    "azure": ("azure/", "azure_ai/", "azure_text/", "azure:", "azure_openai:", "azure_ai:", "azure-openai:"),
    "baseten": ("baseten/",),
    "bedrock": ("bedrock/", "bedrock:", "bedrock_converse:", "bedrock_converse/", "amazon-bedrock/"),
    "cerebras": ("cerebras/", "cerebras:"),
    "cloudflare-workers-ai": ("cloudflare/", "workers-ai/", "@cf/"),
    "cohere": ("cohere/", "cohere_chat/", "cohere:"),
    "databricks": ("databricks/", "databricks:"),
    "deepinfra": ("deepinfra/", "deepinfra:"),
    "deepseek": ("deepseek/", "deepseek:"),
    "fireworks": ("fireworks_ai/", "fireworks/", "fireworks:", "accounts/fireworks/models/"),
    GATEWAY: (
        "gateway/", "vercel:", "vercel_ai_gateway/", "litellm_proxy/", "litellm:", "google/",
        "models.dev/",
    ),
    "github-models": ("github/", "github:", "github_copilot/"),
    "groq": ("groq/", "groq:"),
    "huggingface": ("huggingface/", "huggingface:", "hf/"),
    "local": ("ollama/", "ollama_chat/", "ollama:", "vllm/", "hosted_vllm/", "lm_studio/", "llamafile/", "xinference/"),
    "mistral": ("mistral/", "mistral:", "mistralai:", "mistralai/", "codestral/"),
    "moonshot": ("moonshot/", "moonshotai:", "moonshotai/"),
    "novita": ("novita/",),
    "nvidia-nim": ("nvidia_nim/", "nvidia:", "nvidia/"),
    "openrouter": ("openrouter/", "openrouter:", "~openai/", "~anthropic/", "~google/"),
    "perplexity": ("perplexity/", "perplexity:"),
    "qwen": ("dashscope/", "qwen/"),
    "replicate": ("replicate/", "replicate:"),
    "sagemaker": ("sagemaker/", "sagemaker_chat/"),
    "sambanova": ("sambanova/",),
    "snowflake": ("snowflake/",),
    "together": ("together_ai/", "together/", "together:"),
    "vertex": (
        "vertex_ai/", "vertex_ai_beta/", "vertex/", "vertex:", "google-vertex:", "google-cloud:", "google_vertexai:",
        "google_anthropic_vertex:", "google-vertex/",
    ),
    "watsonx": ("watsonx/", "watsonx_text/"),
    "xai": ("xai/", "xai:", "grok:", "x-ai/"),
}  # fmt: skip

_REGION = r"(?:(?:us|eu|ap|apac|au|jp|ca|sa|me|af|global|us-gov)\.)?"
_FORMS = (
    ("bedrock", rf"{_REGION}anthropic\.claude-[\w.:-]+"),
    ("bedrock", rf"{_REGION}openai\.gpt-[\w.:-]+"),
    ("bedrock", rf"{_REGION}amazon\.(?:nova|titan|rerank)-[\w.:-]+"),
    ("bedrock", rf"{_REGION}(?:meta\.llama|cohere\.(?:command|embed)|google\.gemma|qwen\.qwen)[\w.:-]+"),
    ("vertex", r"(?:claude|text|chat|code|codechat|textembedding|imagegeneration)[\w.-]*@(?:\d{3,8}|default|latest)"),
    ("openrouter", r"(?:openai|anthropic|google)/[\w.-]+:(?:free|online|beta|extended|nitro|floor|thinking|exacto)"),
    (GATEWAY, r"anthropic/claude-(?:[\w-]*\d\.\d[\w.-]*|3-(?:opus|sonnet|haiku)|(?:opus|sonnet)-4)"),
    (GATEWAY, r"openai/(?:gpt-[\d.]+-chat|codex-mini)"),
)
_LONGER = (
    ("bedrock", r"arn:aws[\w-]*:bedrock:[^\s\"']*?/(?P<id>[\w.:-]+)"),
    ("vertex", r"publishers/[\w-]+/models/(?P<id>[\w.@-]+)"),
    ("azure", r"/deployments/(?P<id>[\w.-]+)"),
)
_AZURE_SPELLING = re.compile(r"gpt-35-turbo[\w.-]*")

_BY_PREFIX = {prefix: surface for surface, prefixes in _PREFIXES.items() for prefix in prefixes}
_PREFIX = re.compile("|".join(sorted(map(re.escape, _BY_PREFIX), key=len, reverse=True)))
_WHOLE = tuple((surface, re.compile(form)) for surface, form in _FORMS)
_WITHIN = tuple((surface, re.compile(form)) for surface, form in _LONGER)
_HINT = re.compile(r"[/:@.]|^gpt-35")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The part of a text that another surface will be asked for."""

    surface: str
    start: int
    end: int
    unmistakable: bool
    """Whether the form alone says so; after a mere prefix the rest may be anything."""


def elsewhere(text: str, surfaces: tuple[str, ...] = ()) -> Elsewhere | None:
    """Where a text without white space around it goes, when that is a surface without a table.

    `surfaces` are those that the code names: what merely looks like another surface is then a mistake.
    """
    if not _HINT.search(text):
        return None
    for surface, form in _WITHIN:
        if found := form.search(text):
            return Elsewhere(surface, found.start("id"), found.end("id"), True)
    if found := _PREFIX.match(text):
        surface = _BY_PREFIX[found.group()]
        if found.end() < len(text) and not (surface == GATEWAY and surfaces):
            return Elsewhere(surface, found.end(), len(text), False)
    for surface, form in _WHOLE:
        mistaken = (surface == GATEWAY and surfaces) or (text.startswith("openai.") and "openai" in surfaces)
        if not mistaken and form.fullmatch(text):
            return Elsewhere(surface, 0, len(text), True)
    if not surfaces and _AZURE_SPELLING.fullmatch(text):
        return Elsewhere("azure", 0, len(text), True)
    return None
