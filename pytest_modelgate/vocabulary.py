"""What names say of the values they hold or are given: a model, a table of models, a lookup on this machine, prose."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ENVIRONMENT = frozenset("getenv env get_env environ get_secret get_secret_str getenv_or_default".split())
"""Functions that read the environment, their first argument a variable's name."""
FIELDS = frozenset("Field field CharField TextField Column mapped_column attrib ib".split())
"""Functions that declare a field."""
COMMAND_LINE = frozenset("add_argument add_option option argument Option Argument Parameter DEFINE_string".split())
"""Functions that declare an option of a command."""
PROSE_ARGUMENTS = frozenset("help description doc examples example title choices pattern metavar alias aliases".split())
"""Arguments and keys under which such a declaration explains itself."""
MATCHING = frozenset(
    "startswith endswith removeprefix removesuffix match search fullmatch compile fnmatch replace split partition"
    " rpartition find index count sub findall".split()
)
"""Methods and functions that look for their first argument in a text."""
MENTIONS = frozenset(
    "print debug info warning warn error exception critical log echo secho write assertEqual assertIn assertNotEqual"
    " deprecated TypeVar NewType".split()
)
"""Functions that only say what they are given."""
ANSWER_KEYS = frozenset("choices object usage system_fingerprint stop_reason".split())
"""Keys of what a provider answers: the model beside them is not asked for."""

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_MODEL = frozenset("model models llm llms engine deployment embedding embeddings".split())
_NO_MODEL = frozenset(
    "dir path file files folder class cls kwargs provider providers url format key keys prefix pattern regex prompt"
    " message help description doc label cost costs price prices pricing limit limits token tokens family vendor host"
    " map size dim dims dimension dimensions function store index type batch".split()
)
_TABLE = frozenset(
    "prefix prefixes substring substrings marker markers disable disabled supported unsupported known valid available"
    " allowed deprecated pricing price prices cost costs limits tokens windows encodings series families vision"
    " reasoning multimodal capabilities capable compatible only shortcut shortcuts alias aliases example"
    " examples".split()
)
_LISTS = frozenset("example examples alias aliases supported available allowed known valid deprecated".split())
_CHOSEN = frozenset("default defaults recommended fallback fallbacks preferred favorite favourite primary".split())
_MAKERS = frozenset(
    "openai anthropic claude google gemini vertexai azure bedrock aws mistral mistralai cohere groq xai grok deepseek"
    " together togetherai fireworks openrouter perplexity ollama huggingface hf replicate moonshot zhipu qwen dashscope"
    " nvidia cerebras sambanova novita deepinfra github local lmstudio vllm litellm meta voyage jina".split()
)
_TOKENS = frozenset("tokenizer tokenizers tokenize encoding tiktoken token tokens".split())
_ASKS = frozenset(
    "get find list is has supports load create delete register parse validate resolve normalize check new make for to"
    " from pull show unload of remove require add assert test download detect infer map lookup fetch".split()
)
"""Words of methods that ask for a model, or do something with it, rather than being given it."""
_SURFACES = {
    "azure": "azure",
    "bedrock": "bedrock",
    "ollama": "local",
    "vertex": "vertex",
    "vertexai": "vertex",
    "openrouter": "openrouter",
}
_NOT_LOCAL = re.compile(
    r".*ollama|(?:gpt-\d|chatgpt|o\d|claude|gemini|text-embedding-|dall-e|tts-|whisper-\d|grok|sonar)", re.DOTALL
)
"""Models that their makers alone serve, and what speaks of the server itself."""
_LOCAL = frozenset("encoding_for_model encode decode get_model_info get_max_tokens register_model get_encoding".split())
_LOCAL_WORDS = frozenset("cost costs price prices pricing tokenizer supports".split())
_COUNTS = frozenset("count num number counter len length const estimate estimated trim truncate".split())


def surface_named(names: Iterable[str], text: str = "") -> str | None:
    """The surface, other than a model maker's own, that the names around a string tell; the first name that does.

    `text` is the string, which is not asked of one's own machine where nobody but its maker has it.
    """
    found = (_SURFACES[word] for name in names for word in sorted(_words(name)) if word in _SURFACES)
    surface = next(found, None)
    return None if surface == "local" and _NOT_LOCAL.match(text.lower()) else surface


def names_model(name: str) -> bool:
    """Whether a parameter, key, field or variable of that name holds a model id."""
    words = _words(name)
    return not words.isdisjoint(_MODEL) and words.isdisjoint(_NO_MODEL) and not words >= {"api", "version"}


def sets_model(method: str) -> bool:
    """Whether a method or option of that name gives a model to what it is called on: `modelName`, `WithModel`."""
    return names_model(method) and _ASKS.isdisjoint(_words(method))


def names_table(name: str) -> bool:
    """Whether a container of that name lists what models can do or cost, rather than models to be asked."""
    return not _words(name).isdisjoint(_TABLE)


def names_list(name: str) -> bool:
    """Whether what is held under that key is a list of models that somebody may name."""
    return not _words(name).isdisjoint(_LISTS)


def names_choice(name: str) -> bool:
    """Whether a container of that name holds what is asked when nobody says otherwise."""
    return not _words(name).isdisjoint(_CHOSEN) and not names_table(name)


def names_tokenizer(name: str) -> bool:
    """Whether what is held under that name tells how to count tokens, rather than whom to ask."""
    words = _words(name)
    return not words.isdisjoint(_TOKENS) and "max" not in words


def counts_tokens(name: str) -> bool:
    """Whether a file, class or function of that name counts tokens rather than asking anybody."""
    words = _words(name)
    return not words.isdisjoint({"tokenizer", "tokenizers", "tokenize", "tiktoken"}) or is_local(name)


def stands_in(name: str) -> bool:
    """Whether a class or function of that name stands in for a real one in tests."""
    return not _words(name).isdisjoint({"mock", "mocked", "fake", "dummy", "stub"})


def offers_models(name: str) -> bool:
    """Whether a function of that name tells which models there are, for somebody to choose from."""
    words = _words(name)
    offers = not words.isdisjoint({"get", "list", "read", "fetch", "available", "builtin", "supported", "register"})
    return "models" in words and offers and words.isdisjoint(_CHOSEN)


def names_maker(text: str) -> bool:
    """Whether a text names who serves models."""
    return not _words(text).isdisjoint(_MAKERS)


def is_local(function: str) -> bool:
    """Whether a function looks a model up or counts its tokens on this machine, and sends nothing."""
    words = _words(function)
    counts = not words.isdisjoint(_COUNTS) and not words.isdisjoint({"token", "tokens"})
    return function in _LOCAL or counts or not words.isdisjoint(_LOCAL_WORDS)


def only_mentions(function: str) -> bool:
    """Whether a function only says what it is given: it prints, logs, compares in a test, or is an exception."""
    return function in MENTIONS or function.endswith(("Error", "Exception", "Warning"))


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(name))
