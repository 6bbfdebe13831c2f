"""How ids of the Gemini API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_VERSION = r"\d(?:\.\d)?"
_DAY = r"(?:0[1-9]|1[0-2])-(?:[0-3]\d|20\d\d)"
_TIER = r"(?:pro|flash|ultra|nano|argon|carbon|hydrogen|live|transcribe|robotics-er|computer-use)"
_WORD = (
    r"(?:pro|flash|lite|8b|image|live|tts|thinking|native-audio|vision|image-generation|customtools|extended-thinking"
    rf"|transcribe|translate|streaming|dialog|tuning|latest|preview|experimental|exp|{_DAY}|(?<=exp-)\d{{4}}|00\d)"
)
_FORMS = (
    rf"gemini-{_VERSION}-{_TIER}(?:-{_WORD}){{0,5}}",
    r"gemini-(?:pro|flash|flash-lite)(?:-(?:vision|latest)){1,2}|gemini-pro",
    rf"gemini-exp-\d{{4}}|gemini-live-{_VERSION}-flash(?:-{_WORD}){{0,3}}",
    rf"gemini-omni-(?:{_VERSION}-)?flash(?:-preview)?|gemini-nano-banana-{_VERSION}|gemini-robotics-er-{_VERSION}(?:-streaming)?-preview",
    rf"gemini-embedding-(?:00\d|\d|exp)(?:-preview|-{_DAY})?",
    rf"(?:imagen|veo)-\d\.\d-(?:(?:fast|lite|ultra)-)?generate-(?:preview|exp)(?:-{_DAY})?",
    rf"lyria-{_VERSION}(?:-(?:clip|pro))?(?:-preview)?|lyria-realtime-exp|learnlm-\d\.\d-[a-z]+-experimental",
    rf"(?:deep-research|deep-research-max|deep-research-pro|antigravity)-preview-{_DAY}|nano-banana-(?:pro-)?preview",
    r"(?:chat|text)-bison-00\d|embedding-(?:gecko-)?00\d|text-embedding-004",
)
# Newer serial numbers, such as imagen-5.0-generate-001, are the spelling of Google Cloud; Gemma is on many hosts.
_SHARED = (
    r"imagen-[34]\.0-(?:(?:fast|ultra)-)?generate-00\d|veo-[23]\.0-(?:fast-)?generate-001",
    r"gemma-[4-9]-\d{1,2}b(?:-a\d{1,2}b)?-it",
)

PROVIDER = Provider(
    name="gemini",
    title="the Gemini API",
    keywords=(
        "gemi", "gemni", "geimni", "gmeini", "egmini", "imagen-", "veo-", "lyria", "learnlm",
        "gemma", "nano-banana", "embedding-0", "embedding-gecko", "-bison-", "deep-research", "antigravity-",
    ),
    grammar=Expression("|".join(f"(?:{form})" for form in (*_FORMS, *_SHARED))),
    claims=Expression("|".join(f"(?:{form})" for form in (*_FORMS, _SHARED[0]))),
    family=Expression(r"gemini-[\w.-]*\d[\w.-]*"),
    routes=(
        "google:embeddings:", "google:embedding:", "google-decisions:", "litellm/gemini/", "google_genai:",
        "google:image:", "google:video:", "google:live:", "google-gla:", "googleai/", "gemini/", "gemini:", "google:",
        "palm:",
    ),
    own_prefixes=("models/",),
    matches=(
        "gemini-5-flash", "gemini-4.5-pro", "gemini-4-ultra", "gemini-3.9-flash-lite-preview-01-2027",
        "gemini-4-flash-preview-12-24", "gemini-2.0-pro-exp-1206", "gemini-1.5-pro-003", "gemini-exp-1301",
        "gemini-pro", "gemini-pro-latest", "gemini-live-3-flash-preview", "gemini-embedding-3", "gemini-omni-2-flash",
        "gemini-robotics-er-3-preview", "imagen-5.0-generate-preview-01-15", "veo-4.0-fast-generate-preview",
        "lyria-4", "antigravity-preview-02-2027",
    ),
    near_misses=(
        "gemini", "gemini-", "gemini-cli", "gemini-code-assist", "gemini-api", "gemini-2", "gemini-2.5", "gemini-1.5",
        "gemini-3", "gemini.py", "gemini-2.5-pro.md", "gemini-2.5-pro-card", "gemini-pro-tips", "gemini-exchange",
        "gemini-trading-bot", "gemini-docs", "gemini-chat", "gemini-flash", "gemini-icon", "gemini_pro",
        "gemini2.5-flash", "google-genai", "google.generativeai", "gemma", "gemma-2b", "gemma-7b-it",
        "gemma2-9b-it", "gemma-3-27b-it", "imagen", "imagen-pytorch", "imagen-4.0-generate-001.png", "imagename",
        "veo", "veo-3", "veo-embed", "lyria", "lyria-app", "embedding-001.npy", "text-embedding-005",
        "text-embedding-gecko", "nova-compute", "nova-2-lite", "deep-research", "deep-research-agent",
        "open-deep-research", "antigravity", "nano-banana", "publishers/google/models/gemini-2.5-pro",
        "a gemini-2.5-pro call", "https://ai.google.dev/gemini-api/docs/models/gemini-2.5-pro", "2.5-flash",
        "flash-lite", "apollo-gemini-8",
    ),
)  # fmt: skip
