"""How ids of Cloudflare Workers AI look: `@cf` or `@hf`, a maker and a model."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_ID = r"@[ch]f/[a-z0-9-]+/[a-z0-9]+(?:[._-]+[a-z0-9]+)*"

PROVIDER = Provider(
    name="cloudflare-workers-ai",
    title="Cloudflare Workers AI",
    keywords=("@cf/", "@hf/"),
    grammar=Expression(_ID),
    family=Expression(r"@[ch]f/[\w./-]+"),
    inside=Expression(r"(?<=/)(?P<id>@[ch]f/[a-z0-9-]+/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)(?![\w/])"),
    wraps=Expression(r"@[ch]f/[\w-]+/(?P<model>[\w.-]+)"),
    routes=(
        "cloudflare-ai:completion:", "cloudflare-ai:embeddings:", "cloudflare-ai:embedding:", "cloudflare-workers-ai/",
        "cloudflare-ai:chat:", "cloudflare-ai:", "cloudflare/", "workers-ai/",
    ),
    matches=(
        "@cf/meta/llama-5-70b-instruct", "@cf/meta/llama-3.3-70b-instruct-fp8-fast", "@cf/openai/gpt-oss-240b",
        "@cf/qwen/qwen4-32b", "@cf/mistralai/mistral-small-4-24b-instruct", "@cf/google/gemma-5-27b-it",
        "@cf/deepseek-ai/deepseek-r2", "@cf/baai/bge-m3", "@cf/openai/whisper-large-v3-turbo",
        "@cf/black-forest-labs/flux-2-dev", "@cf/stabilityai/stable-diffusion-xl-base-1.0", "@cf/moonshotai/kimi-k4",
        "@cf/ibm-granite/granite-4.0-h-micro", "@hf/thebloke/llama-2-13b-chat-awq", "@hf/google/gemma-7b-it",
        "@cf/deepgram/nova-3", "@cf/leonardo/phoenix-1.0", "@cf/facebook/bart-large-cnn",
    ),
    near_misses=(
        "@cf", "@cf/", "@cf/meta", "@cf/meta/", "@cf//llama-3", "cf/meta/llama-3-8b-instruct", "@hf", "@hf/google",
        "@cloudflare/workers-types", "@cloudflare/ai", "@cloudflare/ai/llama-3", "@huggingface/inference",
        "@cf-wasm/og", "@cfworker/json-schema", "@ai-sdk/openai", "@anthropic-ai/sdk", "@meta/llama-3", "workers-ai",
        "workers-ai-provider", "@cf/meta/llama-3 8b", "@cf/meta/llama-3-8b-instruct/run", "@cf/meta/llama-3@2",
        "use @cf/meta/llama-3-8b-instruct", "meta/llama-3-8b-instruct", "meta-llama/Llama-3-8B", "user@cf/meta/llama",
        "@cf.meta.llama-3", "@cf/../etc/passwd", "@cf/meta/-llama", "@cf/meta/llama-", "@of/meta/llama-3",
        "@cf:meta:llama-3",
    ),
    spellings=(
        (
            "https://api.cloudflare.com/client/v4/accounts/0a1b/ai/run/@cf/meta/llama-3-8b-instruct",
            "@cf/meta/llama-3-8b-instruct",
        ),
        ("workers-ai/@cf/moonshotai/kimi-k2.5", "@cf/moonshotai/kimi-k2.5"),
    ),
)  # fmt: skip
