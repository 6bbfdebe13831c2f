"""How ids of Amazon Bedrock look, and the regions, context lengths and ARNs around them."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider
from pytest_modelgate.providers._open_models import NO_FILE

_GEOGRAPHY = r"(?:us-gov|global|amer|apac|us|eu|ap|au|jp|ca|sa|me|af|in|uk)\."
_TIER = r"(?:opus|sonnet|haiku|fable|mythos)"
_DATE = r"20\d\d(?:0[1-9]|1[0-2])[0-3]\d"
_CLAUDE = (
    rf"anthropic\.claude-(?:(?:instant-)?v\d(?::\d)?|\d(?:-\d)?-{_TIER}-{_DATE}-v\d:\d|{_TIER}-preview"
    rf"|{_TIER}-\d{{1,2}}(?:-\d{{1,2}})?(?:-{_DATE})?(?:-v\d(?::\d)?)?)"
)
_FAMILIES = (
    r"ai21\.(?:j2|jamba)", r"amazon\.(?:nova|titan|rerank)", r"cohere\.(?:command|embed|rerank)", r"deepseek\.[rv]\d",
    r"google\.gemma", r"luma\.ray", r"meta\.llama\d", r"minimax\.minimax",
    r"mistral\.(?:mistral|mixtral|ministral|magistral|pixtral|voxtral|devstral)", r"moonshot(?:ai)?\.kimi",
    r"nvidia\.nemotron", r"openai\.gpt", r"qwen\.qwen\d", r"stability\.(?:stable|sd\d)",
    r"twelvelabs\.(?:marengo|pegasus)", r"writer\.palmyra", r"xai\.grok", r"zai\.glm",
)  # fmt: skip
_ID = rf"(?:{_CLAUDE}|{NO_FILE}(?=[a-z0-9]+\..*\d)(?:{'|'.join(_FAMILIES)})(?:[.-][a-z0-9]+)*(?::\d)?)"
# Rows of these ids have no revision, though the model's full name may name one before the length of its context.
_UNREVISED = (
    r"amazon\.titan-(?:text-(?:express|lite)|embed-(?:text|image)|image-generator)-v1"
    r"|anthropic\.claude-(?:instant-v\d|v\d(?=:0))|cohere\.command(?:-light)?-text-v14"
    r"|cohere\.embed-(?:english|multilingual)-v3|meta\.llama2-\d+b-chat-v1|stability\.stable-diffusion-xl-v\d"
)

PROVIDER = Provider(
    name="bedrock",
    title="Amazon Bedrock",
    keywords=(
        "ai21.", "amazon.nova", "amazon.titan", "amazon.rerank", "anthropic.cl", "cohere.command", "cohere.embed",
        "cohere.rerank", "deepseek.", "gemma", "luma.ray", "meta.llama", "minimax", "mistral.", "kimi", "nemotron",
        "openai.gpt", "qwen", "stability.s", "twelvelabs.", "palmyra", "xai.grok", "zai.glm",
    ),
    grammar=Expression(_ID),
    family=Expression(rf"(?:{_GEOGRAPHY})?(?:anthropic\.claude|{'|'.join(_FAMILIES)})-[\w.:-]*\d[\w.:-]*"),
    written=Expression(
        rf"(?:[a-z]{{2}}(?:-[a-z]{{3,9}}){{1,2}}-\d/)?(?:{_GEOGRAPHY})?"
        rf"(?P<id>(?P<unrevised>{_UNREVISED})(?=:\d)|[a-z0-9]+\.[\w.:-]+?)"
        r"(?(unrevised):\d(?::\d{1,4}k?)?|(?::(?:\d{1,4}k|mm))?)"
    ),
    inside=Expression(
        r"(?:arn:aws[\w-]*:bedrock:[\w-]*:\d*:(?:foundation-model|inference-profile)/"
        r"|bedrock-runtime[\w.-]{1,60}/model/)"
        rf"(?:{_GEOGRAPHY})?(?P<id>[a-z0-9]+\.[\w.:-]*\w)(?![\w.:*?${{-])"
    ),
    wraps=Expression(
        r"(?!deepseek\.|anthropic\.claude-(?:instant-)?v\d)[a-z0-9]+\.(?P<model>[\w.-]+?)(?:-v\d:\d|-\d:\d|-v1)?"
    ),
    routes=(
        "bedrock_mantle_anthropic:", "bedrock/converse_like/", "bedrock_mantle_openai:", "bedrock:completion:",
        "bedrock:embeddings:", "anthropic_bedrock:", "bedrock:embedding:", "bedrock/converse/", "bedrock_converse:",
        "bedrock_converse/", "bedrock:converse:", "litellm/bedrock/", "bedrock/invoke/", "bedrock_mantle/",
        "amazon-bedrock/", "bedrock-mantle:", "bedrock:video:", "bedrock/", "bedrock:",
    ),
    matches=(
        "anthropic.claude-v3", "anthropic.claude-opus-6", "anthropic.claude-sonnet-5-8", "anthropic.claude-opus-6-v1",
        "anthropic.claude-haiku-6-20270101-v1:0", "anthropic.claude-mythos-preview", "amazon.nova-3-pro-v1:0",
        "amazon.nova-2-lite-v1:0", "amazon.titan-embed-text-v3:0", "cohere.command-r-v2:0", "cohere.embed-v5:0",
        "meta.llama5-70b-instruct-v1:0", "mistral.mistral-large-2701-v1:0", "mistral.devstral-3-200b",
        "qwen.qwen4-32b", "deepseek.v4", "deepseek.r2-v1:0", "openai.gpt-7-sol", "openai.gpt-oss-240b-1:0",
        "google.gemma-5-31b", "moonshotai.kimi-k4", "minimax.minimax-m4", "zai.glm-6", "xai.grok-5", "luma.ray-v3:0",
        "stability.stable-image-core-v2:0", "writer.palmyra-x6-v1:0", "twelvelabs.pegasus-2-0-v1:0",
        "nvidia.nemotron-nano-4-30b", "ai21.jamba-2-large-v1:0",
    ),
    near_misses=(
        "anthropic.claude", "anthropic.claude-3-sonnet", "anthropic.claude-sonnet", "anthropic.types",
        "anthropic.Anthropic", "claude-opus-5", "claude-v2", "claude-3-opus@20240229", "amazon.com", "amazon.nova",
        "amazon.titan", "amazon.nova-pro.md", "aws.amazon.com", "nova-pro", "meta.llama", "meta.llama.com",
        "llama3-8b-instruct", "mistral.ai", "mistral.chat", "mistral.models", "cohere.command", "cohere.Client",
        "cohere.embed", "openai.gpt", "openai.chat.completions", "openai.types.v1", "openai.gpt-4.json",
        "stability.ai", "stability.stable", "deepseek.com", "deepseek.chat", "qwen.ai", "google.gemma",
        "google.generativeai", "google.cloud.aiplatform_v1", "writer.writerow", "luma.gl", "zai.py", "ai21.com",
        "bedrock-runtime", "bedrock-2023-05-31", "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1",
        "my.anthropic.claude-opus-5", "call anthropic.claude-opus-5", "anthropic/claude-opus-5",
        "anthropic.claude-opus-5.png", "nvidia.com", "xai.grok",
    ),
    spellings=(
        ("us.anthropic.claude-opus-4-1-20250805-v1:0", "anthropic.claude-opus-4-1-20250805-v1:0"),
        ("eu.anthropic.claude-haiku-4-5-20251001-v1:0", "anthropic.claude-haiku-4-5-20251001-v1:0"),
        ("apac.amazon.nova-lite-v1:0", "amazon.nova-lite-v1:0"),
        ("jp.anthropic.claude-sonnet-4-5-20250929-v1:0", "anthropic.claude-sonnet-4-5-20250929-v1:0"),
        ("au.anthropic.claude-sonnet-4-6", "anthropic.claude-sonnet-4-6"),
        ("us-gov.anthropic.claude-3-haiku-20240307-v1:0", "anthropic.claude-3-haiku-20240307-v1:0"),
        ("global.anthropic.claude-opus-5", "anthropic.claude-opus-5"),
        ("us-west-2/anthropic.claude-v2:1", "anthropic.claude-v2:1"),
        ("anthropic.claude-3-haiku-20240307-v1:0:200k", "anthropic.claude-3-haiku-20240307-v1:0"),
        ("anthropic.claude-3-sonnet-20240229-v1:0:28k", "anthropic.claude-3-sonnet-20240229-v1:0"),
        ("anthropic.claude-v2:1:18k", "anthropic.claude-v2:1"),
        ("anthropic.claude-v2:0:18k", "anthropic.claude-v2"),
        ("amazon.titan-embed-text-v1:2:8k", "amazon.titan-embed-text-v1"),
        ("cohere.embed-english-v3:0:512", "cohere.embed-english-v3"),
        ("amazon.nova-pro-v1:0:mm", "amazon.nova-pro-v1:0"),
        ("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1", "anthropic.claude-v2:1"),
        (
            "arn:aws-us-gov:bedrock:us-gov-west-1:123:inference-profile/us-gov.anthropic.claude-3-haiku-20240307-v1:0",
            "anthropic.claude-3-haiku-20240307-v1:0",
        ),
        (
            "https://bedrock-runtime.us-east-1.amazonaws.com/model/meta.llama3-8b-instruct-v1:0/invoke",
            "meta.llama3-8b-instruct-v1:0",
        ),
    ),
)  # fmt: skip
