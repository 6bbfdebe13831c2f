"""How ids of the Mistral API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_MONTH = r"2[3-9](?:0[1-9]|1[0-2])"
_VERSION = r"[1-9](?:[.-]\d){0,2}"
_END = rf"(?:latest|{_MONTH}|{_VERSION})"
_FORMS = (
    rf"mistral-(?:tiny|small|medium)(?:-{_END})?|mistral-embed(?:-{_MONTH})?",
    rf"mistral-(?:large|saba|moderation|ocr|code|code-agent|code-fim)-{_END}|mistral-vibe-cli-(?:latest|fast|with-tools)",
    rf"(?:open-)?codestral-mamba(?:-latest)?|codestral-embed(?:-{_MONTH})?|codestral-(?:latest|{_MONTH})",
    rf"devstral-(?:(?:small|medium)-)?(?:latest|{_MONTH})|magistral-(?:small|medium)-(?:latest|{_MONTH})",
    rf"ministral-(?:\d-)?\d{{1,2}}b-(?:latest|{_MONTH})|pixtral-(?:12b|large)-(?:latest|{_MONTH})",
    rf"voxtral-(?:mini|small)(?:-(?:transcribe|realtime|tts)){{0,2}}-{_END}",
    r"labs-(?:(?:mi|lean|dev|magi|mini|code)stral|[pm]ixtral|voxtral)(?:-[a-z0-9]{1,12}){1,3}",
    rf"open-mi(?:st|xt)ral-(?:7b|8x7b|8x22b|nemo)(?:-{_MONTH})?",
    # Models of other makers that it serves under names of its own.
    r"zai-glm-(?:latest|\d(?:-\d)?(?:-(?:flash|air))?)|deepseek-v\d-\d-(?:flash|pro)-\d{4}",
)
_TUNED = r"ft:(?:open-mistral|open-mixtral|mistral|ministral|codestral|pixtral)-[a-z0-9.-]{2,30}:[\w:.-]{1,100}"

PROVIDER = Provider(
    name="mistral",
    title="the Mistral API",
    keywords=(
        "istral", "mistal", "mitsral", "minstral", "mistrl", "ixtral", "codestral", "codestal", "devstral",
        "leanstral", "voxtral", "zai-glm", "deepseek-v",
    ),
    grammar=Expression("|".join(f"(?:{form})" for form in (*_FORMS, _TUNED))),
    # Names that tell parameters or formats are those of the open weights, which other hosts serve.
    family=Expression(
        r"(?!.*(?:instruct|fp[48]|gguf|awq|\d{2}b))(?:mistral-(?:tiny|small|medium|large|ocr|moderation|embed|saba)-[\w.-]+|open-mi(?:st|xt)ral-[\w.-]+"
        r"|labs-[a-z]+tral-[\w.-]+|(?:code|dev|magi|mini|lean)stral-[\w.-]*(?:latest|\d{4})"
        r"|(?:pix|vox)tral-[\w.-]*(?:latest|\d{4}))"
    ),
    routes=(
        "text-completion-codestral/", "mistral:embeddings:", "mistral:embedding:", "litellm/mistral/", "mistral:chat:",
        "codestral/", "mistralai:", "mistral/", "mistral:",
    ),
    matches=(
        "mistral-large-2607", "mistral-large-5", "mistral-large-4-1", "mistral-medium-4", "mistral-medium-3-6",
        "mistral-medium-3.6", "mistral-small-2612", "mistral-small-latest", "mistral-tiny", "mistral-embed-2606",
        "mistral-ocr-5", "mistral-ocr-4-2", "mistral-moderation-2701", "mistral-saba-2601", "mistral-code-latest",
        "mistral-vibe-cli-latest", "codestral-2612", "codestral-embed-2701", "codestral-mamba-latest",
        "devstral-small-2612", "devstral-2701", "magistral-medium-2603", "ministral-24b-2612", "ministral-3-8b-2512",
        "pixtral-12b-latest", "voxtral-mini-realtime-latest", "voxtral-small-transcribe-4-0", "voxtral-small-2701",
        "labs-leanstral-2-0", "labs-mistral-small-writer", "open-mistral-nemo-2607", "open-mixtral-8x22b-2404",
        "zai-glm-6", "zai-glm-5-4-flash", "deepseek-v5-0-flash-0101", "ft:open-mistral-7b:587a6b29:20240514:7e773925",
        "ft:ministral-3b-latest:acme:20250101:abc",
    ),
    near_misses=(
        "mistral", "mistral-", "mistralai", "mistral-common", "mistral-inference", "mistral-finetune",
        "mistral-client", "mistral-sdk", "mistral-vibe", "mistral-chat", "mistral-large", "mistral-large2",
        "mistral-nemo", "mistral-nemo:latest", "mistral-7b", "mistral-7b-instruct-v0.1", "mistral-7b-instruct:free",
        "mistral-saba-24b", "mistral-small.md", "mistral-small-24b-instruct-2501", "mistral-small3.1",
        "mistral-medium-button", "mistral-large-3-675b-instruct", "mistral-large-instruct-2407",
        "mistral-document-ai-2505", "mistral.mistral-large-2402-v1:0", "mistralai/devstral-2512",
        "mistral-ai/mistral-small-2503", "mixtral", "mixtral-8x7b", "mixtral-8x7b-32768", "open-mistral",
        "open-mistral-8b", "codestral", "codestral-2", "codestral-22b", "codestral@2405", "devstral",
        "devstral-small", "devstral-2:123b", "devstral-medium", "magistral", "magistral-small", "ministral-3b",
        "ministral-3:8b", "ministral-8b-instruct-2410", "pixtral-12b", "pixtral-large", "voxtral-mini",
        "voxtral-mini-3b-2507", "langchain-mistralai", "magistrala", "zai-glm-4.7", "zai-glm", "deepseek-v4-flash",
        "deepseek-v4-flash-0731", "ft:mistral-small-latest",
    ),
)  # fmt: skip
