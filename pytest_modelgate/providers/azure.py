"""How model names of Azure OpenAI and Microsoft Foundry look, with or without the version after them."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider
from pytest_modelgate.providers._open_models import NO_FILE

_DATE = r"20\d\d-(?:0[1-9]|1[0-2])-[0-3]\d"
_DAY = r"(?:0[1-9]|1[0-2])[0-3]\d"
_VERSION = r"\d(?:\.\d{1,2})?"
_WORD = (
    r"(?:turbo|mini|nano|pro|max|instruct|chat|codex|tts|transcribe|diarize|cyber|sol|terra|luna|astra|sunburst|flare"
    rf"|preview|vision-preview|audio-preview|realtime-preview|\d{{2,3}}k|{_DATE}|{_DAY})"
)
_TAIL = r"(?:[.-][a-z0-9]+){1,9}"
_OLD_TURBO = rf"gpt-35-turbo(?:-(?:16k|instruct|{_DAY})){{0,2}}"
_FORMS = (
    _OLD_TURBO,
    rf"gpt-(?:[4-9]|1\d)(?:o|\.\d{{1,2}})?(?:-{_WORD}){{0,5}}",
    rf"gpt-(?:audio|realtime|live|transcribe)(?:-(?:mini|translate|whisper|transcribe|{_VERSION})){{0,3}}(?:-{_DATE})?",
    rf"gpt-chat-latest(?:-{_DATE})?",
    rf"gpt-image-{_VERSION}(?:-(?:mini|flare|sunburst))?(?:-{_DATE})?",
    rf"o[1-9](?:-(?:mini|pro|preview|deep-research|{_DATE})){{1,3}}",
    rf"(?:codex-mini|computer-use-preview)(?:-{_DATE})?|model-router-{_DATE}|sora-\d(?:-pro)?(?:-{_DATE})?",
    r"dall-e-\d|(?:tts|tts-hd|whisper)-\d{3}|text-embedding-(?:\d-(?:small|large)|ada-\d{3})(?:-\d)?|gpt-oss-\d+b",
    r"(?:text|code)-(?:ada|babbage|curie|davinci|cushman)-\d{3}|(?:babbage|davinci)-\d{3}",
    r"(?:text-similarity|text-search|code-search)-(?:ada|babbage|curie|davinci)(?:-(?:doc|query|code|text))?-\d{3}",
    r"claude-(?:opus|sonnet|haiku|fable|mythos)-(?:\d{1,2}(?:-\d{1,2})?|preview)",
    rf"grok-{_VERSION}|grok-(?:code|\d(?:\.\d|-\d{{1,2}})?)(?:-(?:fast|mini|reasoning|non-reasoning|\d)){{1,3}}",
    rf"cohere-(?:command|rerank|embed|parse){_TAIL}|embed-v-\d-\d|flux[.-](?=\d){_VERSION}{_TAIL}",
    rf"(?:meta-)?llama-{_VERSION}{_TAIL}|phi-{_VERSION}(?:{_TAIL})?|deepseek-[rv]\d(?:{_TAIL})?|kimi-k\d(?:\.\d)?(?:-(?:code|thinking|turbo)){{0,2}}",
    rf"(?:mistral|ministral|codestral|devstral)(?=[a-z-]*\d){_TAIL}",
    rf"mai-(?:image|transcribe|voice|ds)-[a-z]?\d(?:{_TAIL}|e)?",
    rf"stable-(?:diffusion-{_VERSION}-\w+|image-(?:core|ultra))|timeg(?:en|pt)-{_VERSION}|tsuzumi-\d+b",
    rf"fw-(?:deepseek|glm|gpt-oss|kimi|llama|minimax|qwen\d)(?=[a-z.-]*\d|(?<=\d)){_TAIL}",
)

PROVIDER = Provider(
    name="azure",
    title="Azure OpenAI and Microsoft Foundry",
    keywords=(
        "gpt", "o1-", "o3-", "o4-", "o5-", "codex-", "computer-use", "model-router", "sora-", "dall-e", "tts-0",
        "tts-hd-", "whisper-", "text-embed", "-ada-", "babbage", "curie", "davinci", "cushman", "claud", "grok-",
        "cohere-", "embed-v-", "flux.1", "flux.2", "flux-1", "llama", "phi-", "deepseek", "kimi", "mistral",
        "ministral", "codestral", "mai-image", "mai-trans", "mai-voice", "mai-ds-", "stable-diffusion",
        "stable-image", "timegen", "timegpt", "tsuzumi", "fw-glm", "minimax", "qwen",
    ),
    grammar=Expression(rf"{NO_FILE}(?:{'|'.join(_FORMS)})"),
    family=Expression(r"gpt-35-[\w.-]+"),
    # The dot that the makers of gpt-3.5-turbo write is left out here alone; all other names are those of their makers.
    claims=Expression(_OLD_TURBO),
    inside=Expression(
        r"(?P<host>/openai|/accounts/[\w-]+)?/deployments/(?P<id>[\w.-]+)"
        r"(?(host)|(?=/(?:chat/|completions|embeddings|images/|audio/|responses|realtime)))"
    ),
    wraps=Expression(
        rf"(?:(?=gpt-(?!35)|o\d-|codex|computer|sora|tts|whisper|text-embedding)|[Cc]ohere-)(?P<model>[\w.-]+?)"
        rf"(?:-(?:{_DATE}|{_DAY}|00\d|(?<=\w-(?:small|large)-|ada-00\d-)\d))?"
    ),
    any_case=True,
    private_names=True,
    routes=(
        "azureopenai:completion:", "azureopenai:embeddings:", "azure/global-standard/", "azureopenai:embedding:",
        "azureopenai:responses:", "azure/gpt5_series/", "azureopenai:video:", "azure:completion:", "azure:embeddings:",
        "azureopenai:chat:", "azure/responses/", "azure:embedding:", "azure:responses:", "azure-responses:",
        "azure/o_series/", "litellm/azure/", "azure/global/", "azure_openai:", "azure-openai:", "azure_openai/",
        "azure:video:", "azureopenai:", "azure_text/", "azure:chat:", "azure/us/", "azure/eu/", "azure_ai/",
        "azure_ai:", "azure/", "azure:",
    ),
    needs_context=frozenset({"ada", "babbage", "curie", "davinci"}),
    matches=(
        "gpt-35-turbo", "gpt-35-turbo-16k", "gpt-35-turbo-0914", "gpt-4o", "gpt-4o-2027-01-20", "gpt-6.2-terra",
        "gpt-6.2-terra-2027-02-03", "gpt-5.9-codex-max-2027-01-02", "gpt-realtime-3-mini-2027-01-02", "gpt-image-3",
        "gpt-image-3-flare-2027-01-02", "o5-mini-2027-01-02", "o3-deep-research", "model-router-2027-01-02",
        "text-embedding-4-large-1", "whisper-002", "Cohere-rerank-v5.0-pro", "FLUX.2-max", "Llama-5-70B-Instruct",
        "Phi-5", "DeepSeek-V5-Flash", "Kimi-K4", "Mistral-Large-4", "MAI-Image-3-Pro", "MAI-DS-R1", "MAI-Voice-2",
        "TimeGPT-2.1", "computer-use-preview", "grok-5", "grok-5-fast-reasoning", "claude-opus-6",
        "claude-sonnet-5-8", "FW-GLM-6.1", "FW-Qwen4-32B",
    ),
    near_misses=(
        "gpt-35", "gpt35-turbo", "gpt-35-turbo-deployment", "my-gpt-4o", "gpt-4o-prod", "gpt4o", "gpt-4-all",
        "gpt-4o.md", "gpt-image-editor", "gpt-realtime-console", "o1", "o3", "o1-icon", "model-router", "codex-cli",
        "azure-openai", "azure-ai-inference", "azure.openai", "2024-10-21", "2024-12-01-preview", "text-embedding",
        "tts", "whisper", "whisper-large-v3", "cohere", "cohere-python", "flux", "flux-capacitor", "flux.dispatch",
        "phi", "phi-card", "phi3", "llama-index", "llama-3", "grok", "grok-cli", "claude-code", "claude-opus",
        "claude-opus-4-8@20260101", "mistral", "mistral-common", "stable-diffusion", "kimi", "kimi-cli", "fw-bold",
        "fw-glm", "fw-500", "mai-tai", "mai-image", "deepseek", "deepseek-coder", "openai/gpt-4o", "tsuzumi",
        "anthropic.claude-opus-5", "https://acme.openai.azure.com/", "azureml://registries", "a gpt-4o deployment",
    ),
    spellings=(
        ("GPT-4o-2024-11-20", "gpt-4o-2024-11-20"),
        ("deepseek-v3.1", "DeepSeek-V3.1"),
        ("cohere-rerank-v3.5", "Cohere-rerank-v3.5"),
        ("https://acme.openai.azure.com/openai/deployments/grok-3/chat/completions", "grok-3"),
        ("/deployments/grok-3/chat/completions?api-version=2024-10-21", "grok-3"),
    ),
)  # fmt: skip
