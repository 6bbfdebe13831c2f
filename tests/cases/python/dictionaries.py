"""Dictionaries, sets and registries: which of them choose a model, and which list what there is."""
import autogen
import litellm
import tiktoken
from openai import OpenAI
from transformers import AutoTokenizer

client = OpenAI()

llm_config = {"config_list": [{"model": "gpt-4-0314", "api_key": "k"}], "temperature": 0}  # expect: gpt-4-0314 dict-value runtime retired openai
assistant = autogen.AssistantAgent("assistant", llm_config=llm_config)
alone = autogen.AssistantAgent("alone", llm_config={"model": "gpt-4-32k"})  # expect: gpt-4-32k dict-value runtime retired openai
router = litellm.Router(model_list=[{"model_name": "fast", "litellm_params": {"model": "claude-2.1"}}])  # expect: claude-2.1 dict-value runtime retired

client.realtime.client_secrets.create(session={"type": "realtime", "model": "gpt-4o-realtime-preview"})  # expect: gpt-4o-realtime-preview dict-value runtime retired openai
session = {"model": "gpt-4o-realtime-preview-2024-10-01"}  # expect: gpt-4o-realtime-preview-2024-10-01 dict-value runtime retired openai
client.realtime.client_secrets.create(session=session)

DEFAULT_MODELS = {
    "openai": "gpt-4-0314",  # expect: gpt-4-0314 dict-value runtime retired
    "anthropic": "claude-2.1",  # expect: claude-2.1 dict-value runtime retired
    "gemini": "gemini-1.5-pro",  # expect: gemini-1.5-pro dict-value runtime retired
}
BY_PROVIDER = {
    "openai": "gpt-4-32k",  # expect: gpt-4-32k dict-value runtime retired
    "anthropic": "claude-2.0",  # expect: claude-2.0 dict-value runtime retired
    "google": "gemini-1.5-flash",  # expect: gemini-1.5-flash dict-value runtime retired
    "mistral": "mistral-large-2402",  # expect: mistral-large-2402 dict-value runtime retired
    "groq": "llama3-70b-8192",  # expect: llama3-70b-8192 dict-value runtime retired
    "xai": "grok-beta",  # expect: grok-beta dict-value runtime retired
}

PRICES = {"gpt-4-0314": 30.0, "claude-2.1": 8.0}  # expect: gpt-4-0314 collection catalogue retired # expect: claude-2.1 collection catalogue retired
LIMITS = [
    {"model": "gpt-4-0314", "tokens": 1},  # expect: gpt-4-0314 dict-value catalogue retired
    {"model": "gpt-4-32k", "tokens": 2},  # expect: gpt-4-32k dict-value catalogue retired
    {"model": "gpt-4-0613", "tokens": 3},  # expect: gpt-4-0613 dict-value catalogue retired
    {"model": "claude-2.0", "tokens": 4},  # expect: claude-2.0 dict-value catalogue retired
    {"model": "claude-2.1", "tokens": 5},  # expect: claude-2.1 dict-value catalogue retired
]
MODEL_ALIASES = {"old": "gpt-4-0314", "claude": "claude-2.1"}  # expect: gpt-4-0314 dict-value catalogue retired # expect: claude-2.1 dict-value catalogue retired
VISION_MODELS = {"gpt-4-vision-preview", "gpt-4-1106-vision-preview"}  # expect: gpt-4-vision-preview collection catalogue retired # expect: gpt-4-1106-vision-preview collection catalogue retired
frozen = frozenset(["claude-2.1"])  # expect: claude-2.1 collection catalogue retired


def register_all(register):
    register("gpt-4-0314", 1)  # expect: gpt-4-0314 call-argument catalogue retired
    register("gpt-4-0613", 2)  # expect: gpt-4-0613 call-argument catalogue retired
    register("gpt-4-32k", 3)  # expect: gpt-4-32k call-argument catalogue retired
    register("gpt-4-32k-0613", 4)  # expect: gpt-4-32k-0613 call-argument catalogue retired
    register("claude-2.0", 5)  # expect: claude-2.0 call-argument catalogue retired
    register("claude-2.1", 6)  # expect: claude-2.1 call-argument catalogue retired
    register("claude-instant-1.2", 7)  # expect: claude-instant-1.2 call-argument catalogue retired
    register("gemini-1.5-pro", 8)  # expect: gemini-1.5-pro call-argument catalogue retired


SCHEMA = {"model": {"type": "string", "examples": ["gpt-4-0314"], "default": "claude-2.1"}}  # expect: gpt-4-0314 collection catalogue retired # expect: claude-2.1 dict-value runtime retired

counter = tiktoken.encoding_for_model("gpt-4-0314")  # expect: gpt-4-0314 other catalogue retired
splitter = make_splitter(tokenizer="gpt-4-0613")  # expect: gpt-4-0613 other catalogue retired


class TokenCounter:
    tokenizer_model = "gpt-4-0314"  # expect: gpt-4-0314 constant catalogue retired


class Migration:
    replaced = {"model": "gpt-4-0314"}  # expect: gpt-4-0314 dict-value catalogue retired
    operations = [alter(default="claude-2.1")]  # expect: claude-2.1 call-argument catalogue retired


CHOSEN = {"fast": "house-a1", "slow": "house-a2"}  # expect: house-a1 dict-value runtime unknown openai responses
client.responses.create(model=CHOSEN["fast"], input="")
EITHER = {"fast": "gpt-4-0314", "slow": "gpt-4-32k"}  # expect: gpt-4-0314 dict-value runtime retired openai responses # expect: gpt-4-32k dict-value runtime retired openai responses
client.responses.create(model=EITHER[size], input="")

OFFERED = ["house-b1", "house-b2"]
client.responses.create(model="house-b3", input="", extra=OFFERED)  # expect: house-b3 call-argument runtime unknown openai responses
tried = ["gpt-4-0314", "gpt-4-32k"]  # expect: gpt-4-0314 collection runtime retired # expect: gpt-4-32k collection runtime retired
summarizers = [Summarizer(name) for name in tried]  # noqa: F821
THINKERS = ["o1-mini", "gpt-4-32k"]  # expect: o1-mini collection catalogue retired # expect: gpt-4-32k collection catalogue retired
