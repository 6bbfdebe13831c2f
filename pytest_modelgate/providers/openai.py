"""How ids of the OpenAI API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_DATE = r"20\d\d-(?:0[1-9]|1[0-2])-[0-3]\d"
_DAY = r"(?:0[1-9]|1[0-2])[0-3]\d"
_VERSION = r"\d(?:\.\d{1,2})?"
_WORD = (
    r"(?:turbo|mini|nano|pro|max|ultra|instruct|codex|tts|transcribe|diarize|completions|cyber|rosalind|sol|terra|luna|astra"
    r"|preview|vision-preview|audio-preview|realtime-preview|search-preview|search-api|chat-latest|sunburst|flare"
    rf"|\d{{2,3}}k|{_DATE}|{_DAY})"
)
_FORMS = (
    rf"gpt-3\.5-turbo(?:-{_WORD}){{0,3}}",
    rf"gpt-(?:[4-9]|1\d)(?:o|\.\d{{1,2}})?(?:-{_WORD}){{0,4}}",
    rf"gpt-(?:image|audio|realtime|live)(?:-mini)?-(?:{_DATE}|{_VERSION}(?:-{_WORD}){{0,2}})",
    r"gpt-(?:audio|realtime)(?:-mini)?|gpt-realtime-(?:translate|whisper)|gpt-(?:live-)?transcribe|gpt-rosalind-research",
    rf"o[1-9](?:-(?:mini|pro|preview|deep-research|{_DATE})){{1,3}}",
    r"chatgpt-(?:\d(?:\.\d{1,2})?o?|image)-latest",
    r"(?:codex-mini|gpt-daybreak-(?:blue|red)|daybreak-(?:blue|red)|omni-moderation|text-moderation)-latest",
    rf"(?:omni-moderation|computer-use-preview)-{_DATE}|text-moderation-(?:stable|\d{{3}})|computer-use-preview",
    rf"dall-e-\d|sora-\d(?:-pro)?(?:-{_DATE})?|tts-\d(?:-hd)?(?:-{_DAY})?|whisper-\d",
    r"text-embedding-(?:\d-(?:small|large)|ada-\d{3})",
    r"(?:text|code)-(?:ada|babbage|curie|davinci|cushman)(?:-edit)?-\d{3}|(?:babbage|davinci)-\d{3}",
    r"(?:text-similarity|text-search|code-search)-(?:ada|babbage|curie|davinci)(?:-(?:doc|query|code|text))?-\d{3}",
    r"ft:(?:gpt-|o\d-|ada|babbage|curie|davinci)[a-z0-9.-]*(?::[\w.-]*){1,4}|(?:ada|babbage|curie|davinci):ft-[\w:.-]+",
)

_WORDS = ("ada", "babbage", "chat-latest", "curie", "davinci", "o1", "o3")

PROVIDER = Provider(
    name="openai",
    title="the OpenAI API",
    keywords=(
        "gpt", "gtp", "pgt-", "o1-", "o3-", "o4-", "o5-", "dall-e", "dalle",
        "whisper-", "tts-", "sora-", "codex-", "-moderation", "moderation-", "computer-use", "daybreak",
        "chat-latest", "text-embed", "-ada-", "babbage", "curie", "davinci", "cushman",
    ),
    grammar=Expression("|".join(f"(?:{form})" for form in _FORMS)),
    claims=Expression("|".join(f"(?:{form})" for form in (*_FORMS, *_WORDS))),
    family=Expression(r"(?:chatgpt|gpt)-?\d[\w.:-]*|o\d-[a-z][\w.-]*"),
    tuned=Expression(r"(ft:)?(?P<base>[a-z][\w.-]*)(?(1):[\w:.-]*|:ft-[\w:.-]+)"),
    routes=(
        "text-completion-openai/", "openai:transcription:", "openai:completion:", "openai:embeddings:",
        "openai:moderation:", "openai/responses/", "openai-responses:", "openai:embedding:", "openai:responses:",
        "openai-decisions:", "openai:realtime:", "litellm/openai/", "openai:image:", "openai:video:", "openai-chat:",
        "openai:chat:", "openai/", "openai:",
    ),
    needs_context=frozenset(_WORDS),
    matches=(
        "gpt-7", "gpt-6.2-sol-2027-01-01", "gpt-5.9", "gpt-5-ultra", "gpt-4.2-mini-2026-09-01", "gpt-3.5-turbo-0914",
        "gpt-4o", "gpt-4-32k-0613", "gpt-5.7-chat-latest", "gpt-image-3", "gpt-image-2.7-flare",
        "gpt-realtime-3-mini", "gpt-4-turbo", "gpt-audio-2026-12-01", "o5-mini", "o5-pro-2027-02-03",
        "chatgpt-5-latest", "sora-3-pro", "dall-e-4", "whisper-2", "tts-1-1106", "text-embedding-4-large",
        "omni-moderation-2027-01-01", "text-davinci-004", "ft:gpt-4o-mini-2024-07-18:acme::8Zx1",
        "ft:gpt-3.5-turbo-0613:acme", "davinci:ft-acme-2023-01-02-03-04-05",
    ),
    near_misses=(
        "gpt", "gpt-", "gpt2", "gpt-2", "gpt3", "gpt-3", "gpt4all", "gpt-4all", "gpt-4-all", "gpt-researcher",
        "gpt-engineer", "gpt-index", "gpt-neo", "gpt-neo-2.7b", "gpt-j", "gpt-j-6b", "gpt-neox-20b", "gpt-sovits",
        "gpt-tokenizer", "gpt-oss-20b", "gpt-oss-120b", "gpt-crawler", "gpt-pilot", "gpt-chat-api",
        "gpt-image-editor", "gpt-runner", "gpt-4-api", "gpt-4-playground", "gpt-4.json", "gpt-4o.md", "gpt-4.png",
        "gpt_4_api_key", "gpt-4-cost", "gpt-4o-pricing", "gpt-card", "chatgpt", "chatgpt-api",
        "chatgpt-retrieval-plugin", "babyagi", "minigpt-4", "minigpt-4o", "auto-gpt", "openai", "openai-python",
        "openai.chat.completions", "openai>=1.0", "o1", "o3", "o1-icon", "o2-sensor", "o-1", "demo1-mini", "davinci",
        "davinci-resolve", "text-embedding", "text-embedding-card", "text-embeddings-inference", "whisper",
        "whisper-large-v3", "whisper.cpp", "faster-whisper", "tts", "tts-server", "sora", "sora-font", "dall-e",
        "dalle-mini", "codex", "codex-cli", "2024-08-06", "4.1.0", "https://platform.openai.com/docs/models/gpt-4o",
        "models/gpt-4o/card", "a gpt-4o model", "gpt-4o, gpt-4", "8f14e45f-ceea-467f-a9d4-gpt400000000", "gpt-5-4",
        "gpt5.4", "ft:", "ft:gpt-4o",
    ),
)  # fmt: skip
