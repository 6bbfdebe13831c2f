"""How ids of Vertex AI look: Google's own, and its partners' with a date or a mark of the managed service."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_VERSION = r"\d(?:\.\d)?"
_DAY = r"(?:0[1-9]|1[0-2])-(?:[0-3]\d|20\d\d)"
_TIER = r"(?:pro|flash|ultra|nano|argon|carbon|hydrogen|live|transcribe|robotics-er|computer-use)"
_WORD = (
    r"(?:pro|flash|lite|8b|image|live|tts|thinking|native-audio|vision|image-generation|customtools|extended-thinking"
    r"|transcribe|translate|streaming|dialog|tuning|latest|preview|experimental|exp|cyber|permissive"
    rf"|{_DAY}|(?<=exp-)\d{{4}}|00\d)"
)
_GOOGLE = (
    rf"gemini-{_VERSION}-{_TIER}(?:-{_WORD}){{0,5}}",
    r"gemini-(?:pro|flash|flash-lite)(?:-(?:vision|latest)){1,2}|gemini-pro",
    rf"gemini-exp-\d{{4}}|gemini-live-{_VERSION}-flash(?:-{_WORD}){{0,3}}|gemini-nano-banana-{_VERSION}",
    rf"gemini-omni-(?:{_VERSION}-)?flash(?:-preview)?|gemini-robotics-er-{_VERSION}(?:-streaming)?-preview",
    rf"gemini-embedding-(?:00\d|\d|exp)(?:-preview|-{_DAY})?",
    rf"(?:imagen|veo)-\d\.\d-(?:(?:fast|lite|ultra)-)?(?:generate|capability)-(?:00\d|(?:preview|exp)(?:-{_DAY})?)",
    rf"lyria-(?:00\d|{_VERSION}(?:-(?:clip|pro))?(?:-preview)?)|virtual-try-on-(?:00\d|preview(?:-{_DAY})?)",
    r"text-(?:multilingual-)?embedding-(?:00\d|preview-\d{4})|(?:multimodalembedding|imagegeneration|imagetext)@00\d",
    r"(?:text|chat|code|codechat)-(?:bison|gecko|unicorn)(?:-32k)?(?:@00\d)?|textembedding-gecko(?:-multilingual)?(?:@00\d)?",
)
_CLAUDE = (
    r"claude-(?:\d(?:-\d)?-(?:opus|sonnet|haiku)(?:-v\d)?|(?:opus|sonnet|haiku|fable|mythos)-\d{1,2}(?:-\d{1,2})?)"
)
_DATED = rf"{_CLAUDE}@(?:20\d\d(?:0[1-9]|1[0-2])[0-3]\d|default|latest)|jamba-{_VERSION}-\w+@00\d"
_MANAGED = r"[a-z][a-z0-9-]*/[a-z0-9]+(?:[.-][a-z0-9]+){0,9}-maas"
_PARTNERS = (
    _CLAUDE,
    rf"jamba-{_VERSION}-(?:large|mini)|codestral-(?:\d|\d{{4}})|mistral-ocr-\d{{4}}",
    r"mistral-(?:large|medium|small|nemo)-(?:\d|\d{4})|xai/grok-\d(?:\.\d{1,2})?(?:-fast)?(?:-(?:non-)?reasoning)?",
)
_OWN = "|".join(f"(?:{form})" for form in (*_GOOGLE, _DATED, _MANAGED))
_PUBLISHER = r"(?:projects/[^/\s]+/locations/[\w-]+/)?publishers/[\w-]+/models/"

PROVIDER = Provider(
    name="vertex",
    title="Vertex AI",
    keywords=(
        "gemi", "gemni", "geimni", "gmeini", "egmini", "imagen-", "imagegeneration@", "imagetext@", "veo-", "lyria",
        "virtual-try-on", "nano-banana", "text-embed", "embedding-0", "textembedding-", "multimodalembedding",
        "-bison", "code-gecko", "text-unicorn", "claud", "jamba", "codestral", "mistral", "-maas", "grok-",
    ),
    grammar=Expression("|".join(f"(?:{form})" for form in (_OWN, *_PARTNERS))),
    family=Expression(
        r"(?:claude|text|chat|code|codechat|textembedding|imagegeneration|gemini|jamba|mistral)-[\w.-]*@\w+"
        r"|[\w-]+/[\w.-]+-maas"
    ),
    claims=Expression(_OWN),
    written=Expression(
        rf"(?:{_PUBLISHER}|(?:google|anthropic|mistralai|ai21)/(?!.*-maas\Z))?(?P<id>[\w./@-]+?)(?:@(?:default|latest))?"
    ),
    inside=Expression(r"publishers/[\w-]+/models/(?P<id>[\w.-]+(?:@\d+)?)"),
    wraps=Expression(
        r"(?=.*(?:@|-maas\Z)|xai/)(?:[\w-]+/)?(?P<model>[\w.-]+?)(?:-maas|@00\d|(?:-v2)?@(?P<day>\d{8}))?"
    ),
    routes=(
        "google_anthropic_vertex:", "google-vertex-anthropic/", "vertex:embeddings:", "litellm/vertex_ai/",
        "vertex:embedding:", "google_vertexai:", "vertex_ai_beta/", "google-vertex:", "google-vertex/", "google-cloud:",
        "vertex:video:", "vertex:chat:", "vertex_ai/", "vertexai/", "vertex/", "vertex:",
    ),
    # The managed service's ids begin with the publisher, who stands elsewhere in a resource's path.
    left_out=(
        "deepseek-ai/", "google/", "intfloat/", "meta/", "minimaxai/", "moonshotai/", "openai/", "qwen/", "xai/",
        "zai-org/",
    ),
    matches=(
        "gemini-5-flash", "gemini-4.5-pro", "gemini-1.5-pro-003", "gemini-4-argon-cyber-permissive",
        "gemini-live-3-flash-native-audio", "gemini-embedding-003", "gemini-omni-2-flash", "gemini-pro",
        "gemini-4-flash-preview-12-24", "imagen-5.0-generate-001", "imagen-4.0-generate-preview-06-06",
        "veo-4.0-fast-generate-001", "lyria-003", "virtual-try-on-002", "text-embedding-006",
        "text-multilingual-embedding-003", "multimodalembedding@002", "text-bison@003", "textembedding-gecko@004",
        "claude-opus-6@20270101", "claude-3-9-sonnet@20250101", "claude-opus-4-8@default", "claude-sonnet-4",
        "meta/llama-5-70b-instruct-maas", "deepseek-ai/deepseek-v5-maas", "jamba-2-large@001", "mistral-large-2701",
        "xai/grok-5", "codestral-3",
    ),
    near_misses=(
        "gemini", "gemini-cli", "gemini-api", "gemini-2", "gemini-2.5", "gemini-2.5-pro.md", "gemini-2.5-pro-card",
        "gemini-pro-tips", "gemini_pro", "google-genai", "google-cloud-aiplatform", "vertexai", "vertex-ai",
        "vertex-buffer", "imagen", "imagen-4.0-generate-001.png", "imagename", "imagegeneration", "veo-3", "veo",
        "lyria", "lyria-app", "text-embedding", "text-embedding-3-small", "text-embedding-ada-002", "text-bison-model",
        "bison@3.8", "chat@001", "user@001", "claude-opus", "claude-opus-4-8.md",
        "claude-3-opus-20240229", "claude-opus-4-8-20260101", "claude@anthropic.com", "claude-opus@20240229",
        "codestral", "codestral-latest", "mistral-large", "mistral-large-latest", "jamba-large", "@angular/core@001",
        "react@18", "node@20240229", "grok-4", "xai/grok", "meta/llama-5-70b-instruct", "llama-5-maas",
        "publishers/google", "publishers/google/models/", "us-central1", "a gemini-2.5-pro call",
        "https://cloud.google.com/vertex-ai/docs/gemini-2.5-pro", "anthropic.claude-opus-5",
    ),
    spellings=(
        ("publishers/google/models/gemini-2.5-pro", "gemini-2.5-pro"),
        ("publishers/anthropic/models/claude-opus-4-1@20250805", "claude-opus-4-1@20250805"),
        ("projects/acme/locations/us-central1/publishers/google/models/gemini-2.0-flash-001", "gemini-2.0-flash-001"),
        ("projects/acme/locations/global/publishers/anthropic/models/claude-opus-4:rawPredict", "claude-opus-4"),
        (
            "https://aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/google/models/lyria-002:predict",
            "lyria-002",
        ),
        ("google/gemini-2.5-flash", "gemini-2.5-flash"),
        ("anthropic/claude-opus-4-8", "claude-opus-4-8"),
        ("claude-opus-4-8@default", "claude-opus-4-8"),
        ("text-bison@latest", "text-bison"),
        ("gemini-2.5-pro@default", "gemini-2.5-pro"),
    ),
)  # fmt: skip
