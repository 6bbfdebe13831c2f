"""How ids of Together look: open models by the names of the Hugging Face hub, and older ones of Together's own."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import NOBODY, Provider
from pytest_modelgate.providers._open_models import HOSTED, HOSTED_BY, KEYWORDS, MATCHES, NAME, NEAR_MISSES, NO_FILE

_MAKERS = (
    "alibaba-nlp", "austism", "codellama", "cognitivecomputations", "garage-baind", "gryphe", "hazyresearch",
    "ideogram", "lmsys", "marin-community", "mixedbread-ai", "nexusflow", "open-orca", "openchat", "perplexity-ai",
    "phind", "prism-ml", "reflection", "ricursive-ai", "runwayml", "salesforce", "sentence-transformers", "sg161222",
    "snorkelai", "teknium", "together", "togethercomputer", "undi95", "whereisai", "wizardlm", "zero-one-ai",
)  # fmt: skip
_UNCOUNTED = (
    r"arcee-ai/(?:arcee-blitz|caller|coder-large|maestro-reasoning|virtuoso-large)|arcee_ai/arcee-spotlight"
    r"|alibaba-nlp/gte-modernbert-base|meta-llama/llama-vision-free|meta-models/muse-spark-open-\w+-\w+"
    r"|prompthero/openjourney|prunaai/p-image-ideogram|qwen/qwen-image|rundiffusion/juggernaut-[a-z-]+"
    r"|snowflake/snowflake-arctic-instruct|snorkelai/snorkel-mistral-pairrm-dpo|togethercomputer/evo-\w+-base|wavymulder/analog-diffusion|bert-base-uncased"
)
_DASHED = (
    r"(?:allenai-olmo|databricks-dbrx|google-gemma|gryphe-mythomax|meta-llama|microsoft-wizardlm|mistralai-mixtral"
    rf"|qwen-qwen\d|togethercomputer|upstage-solar|whereisai-uae)-{NO_FILE}[a-z0-9]+(?:-[a-z0-9]+){{0,9}}"
)

PROVIDER = Provider(
    name="together",
    title="Together",
    keywords=(
        *KEYWORDS, "gpt-image", "gpt-jt", "flux.1", "flux.2", "flux.3", "stable-diffusion", "seedream", "flash-image",
        "gemini-3", "ideogram", "togethercomputer", "arcee", "allenai", "cogito-v", "muse-glimmer", "muse-spark",
        "apriel", "ternary-bonsai", "rnj-1", "wan2.", "wan-ai/", "juggernaut", "snowflake-arctic", "dbrx", "mythomax",
        "solar-10", "uae-large", "bge-base", "bge-large", "mxbai", "modernbert", "msmarco", "marin-8b", "nous-hermes",
        "chronos-hermes", "nous-capybara", "nexusraven", "olmo-", "openchat", "openjourney", "platypus2",
        "realistic_vision", "remm-slerp", "toppy-m", "vicuna", "wizardcoder", "wizardlm", "analog-diffusion",
        "zero-one-ai", "m2-bert", "r1-1776", "tev1-", "reflection/beam", "ripple-65",
    ),
    grammar=Expression(
        rf"{HOSTED}|(?:{'|'.join(_MAKERS)})/{NAME}|{_UNCOUNTED}|{_DASHED}"
        rf"|openai/gpt-image-\d(?:\.\d)?|google/(?=flash-image-|gemini-\d[a-z0-9.-]*-image){NAME}"
    ),
    family=NOBODY,
    claims=NOBODY,
    wraps=Expression(HOSTED_BY),
    routes=(
        "togetherai:completion:", "togetherai:embeddings:", "togetherai:embedding:", "litellm/together_ai/",
        "togetherai:chat:", "together_ai/", "togetherai/", "togetherai:", "together/", "together:",
    ),
    left_out=("together/",),
    needs_context=frozenset({"bert-base-uncased"}),
    matches=(
        *MATCHES, "meta-llama/Llama-5-8B-Instruct-Turbo", "meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo-Free",
        "black-forest-labs/FLUX.3-pro", "stabilityai/stable-diffusion-4", "togethercomputer/LLaMA-3-7B-32K",
        "openai/gpt-image-3", "google/flash-image-4", "ByteDance-Seed/Seedream-6.0", "ideogram/ideogram-5.0",
        "togethercomputer-m2-bert-80m-16k-retrieval", "meta-llama-llama-4-8b-instruct-lora",
    ),
    near_misses=(
        *NEAR_MISSES, "together", "togethercomputer", "togethercomputer/together-python", "together/together",
        "openai/gpt-image", "google/flash-image", "google/gemini-3-pro", "black-forest-labs/flux", "meta-llama",
        "databricks-cli", "databricks-dbrx", "google-gemma", "google-cloud-2", "microsoft-wizardlm",
        "bert-large-uncased",
        "arcee-ai/mergekit", "salesforce/lightning", "stabilityai/stablediffusion",
    ),
)  # fmt: skip
