from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import catalog
from pytest_modelgate.catalogues import all_catalogues
from pytest_modelgate.claims import Claim, UnreadableError
from pytest_modelgate.content import KINDS, MODALITIES

if TYPE_CHECKING:
    from pytest_modelgate.claims import Catalogue

CATALOGUES = all_catalogues()
BY_NAME = pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda catalogue: catalogue.name)

ALIAS = "from typing import Literal, TypeAlias, Union\n\n{name}: TypeAlias = {kind}\n{doc}"


def alias(name: str, *ids: str, doc: str = "") -> str:
    return ALIAS.format(name=name, kind=f"Union[Literal[{', '.join(map(repr, ids))}], str]", doc=doc)


def parameter(*ids: str, doc: str = "") -> str:
    kind = f"Required[Union[str, Literal[{', '.join(map(repr, ids))}]]]"
    return f"class Params(TypedDict):\n    model: {kind}\n    {doc or '...'}\n    n: Literal['x']\n"


OPENAI_DOC = '''"""Which model answers.

Deprecated values:

- "gpt-a", "gpt-a-2024-01-02":
  Announced shutdown date: 2027-01-14.
  See https://example.org/deprecations for what to use.
- "gpt-b": Not a supported model ID. Kept so that old code is typed.
- "gpt-c": Model C was shut down on October 3rd, 2026. Use gpt-d or
  gpt-a instead.
- "gpt-e": Please stop using it.
"""
'''

OPENAI = {
    "openai/types/audio/speech_model.py": alias("SpeechModel", "tts-a"),
    "openai/types/audio_model.py": alias("AudioModel", "hear-a"),
    "openai/types/beta/realtime/session_create_params.py": parameter("rt-a"),
    "openai/types/completion_create_params.py": parameter("complete-a"),
    "openai/types/embedding_model.py": alias("EmbeddingModel", "embed-a"),
    "openai/types/image_model.py": alias("ImageModel", "image-a-2026-03-04"),
    "openai/types/live/session_config_param.py": parameter("live-a"),
    "openai/types/moderation_model.py": alias("ModerationModel", "moderate-a"),
    "openai/types/realtime/audio_transcription_param.py": parameter("hear-b"),
    "openai/types/realtime/realtime_session_create_request_param.py": parameter("rt-b"),
    "openai/types/shared/all_models.py": alias("AllModels", "pro-a"),
    "openai/types/shared/chat_model.py": alias(
        "ChatModel", "gpt-a", "gpt-a-2024-01-02", "gpt-b", "gpt-c", "gpt-d", "gpt-e", doc=OPENAI_DOC
    ),
    "openai/types/shared/responses_model.py": alias("ResponsesModel", "pro-a"),
    "openai/types/video_model.py": alias("VideoModel", "video-a"),
}
PRICES = """
from .types import *

providers: list[Provider] = [
    Provider(id='x-ai', models=[
        ModelInfo(id='grok-a', match=ClauseOr(or_=[ClauseEquals(equals='grok-a'), ClauseEquals(equals='x-ai/grok-a')])),
        ModelInfo(id='grok-family', match=ClauseStartsWith(starts_with='grok-family')),
        ModelInfo(id='grok-b', match=ClauseEquals(equals='grok-b'), deprecated=True),
        ModelInfo(id='grok-c', match=ClauseEquals(equals='grok-c'), deprecated=False),
    ]),
    Provider(id='aws', models=[ModelInfo(id='us.maker.model-v1:0', match=ClauseEquals(equals='us.maker.model-v1:0'))]),
    Provider(id='google', models=[ModelInfo(id='gemini-a', match=ClauseEquals(equals='gemini-a'))]),
    Provider(id='somebody', models=[ModelInfo(id='b', match=ClauseEquals(equals='b'))]),
]
"""


def entry(provider: str, mode: object = "chat", day: object = None) -> dict[str, object]:
    return {"litellm_provider": provider, "mode": mode} | ({} if day is None else {"deprecation_date": day})


LITELLM = {
    "sample_spec": {"litellm_provider": "one of https://example.org", "deprecation_date": "when it ends"},
    "gpt-a": entry("openai", day="2027-01-14"),
    "ft:gpt-a": entry("openai"),
    "ft:gpt-a-0125": entry("openai"),
    "ft:gpt-a-2024-01-02": entry("openai"),
    "hd/1024-x-1024/image-a": entry("openai", "image_generation"),
    "azure/eu/gpt-a": entry("azure"),
    "azure/global-standard/gpt-a-2024-01-02": entry("azure", day="no day"),
    "azure/complete-a": entry("azure_text", "completion"),
    "azure_ai/doc-intelligence/prebuilt-read": entry("azure_ai", "ocr"),
    "us.maker.model-v1:0": entry("bedrock_converse", day="2027-02-30"),
    "bedrock/us-gov-east-1/6-month-commitment/maker.model-v2": entry("bedrock", day=20270101),
    "bedrock/guardrails": entry("bedrock", "guardrail"),
    "bedrock/claude_platform/claude-a": entry("bedrock"),
    "vertex_ai/claude-a@default": entry("vertex_ai-anthropic_models"),
    "vertex_ai/maker/model-maas": entry("vertex_ai-maker_models"),
    "gemini-a": entry("vertex_ai-language-models", "embedding"),
    "gemini/gemini-a": entry("gemini", ["chat"]),
    "fireworks_ai/model-a": entry("fireworks_ai"),
    "fireworks_ai/accounts/fireworks/routers/fast": entry("fireworks_ai"),
    "fireworks-ai-up-to-4b": entry("fireworks_ai"),
    "perplexity/perplexity/sonar-a": entry("perplexity", "responses"),
    "cloudflare/a": entry("cloudflare"),
    "cerebras/llama-3.1-8b": entry("cerebras"),
    "exa/search": entry("exa_ai", "search"),
    "elsewhere/model": entry("elsewhere"),
    "broken": "not an entry",
    "broken too": {"litellm_provider": 7},
}

SAMPLES: dict[str, dict[str, str]] = {
    "anthropic-sdk": {
        "anthropic/types/model.py": alias("Model", "claude-a", "claude-a-20260102"),
        "anthropic/resources/messages/messages.py": (
            'DEPRECATED_MODELS = {"claude-a": "June 15th, 2026", "claude-old": "November 1, 2024", **MORE,\n'
            '    "claude-odd": "soon", NAME: "x", "claude-feb": "February 31st, 2026"}\n'
        ),
    },
    "genai-prices": {"genai_prices/data.py": PRICES},
    "google-genai-sdk": {
        "google/genai/_gaos/types/interactions/model.py": "Model = Union[Literal['gemini-a', 'gemini-b-preview'], X]\n",
        "google/genai/_gaos/types/interactions/agentoption.py": "AgentOption = Union[Literal['agent-preview-1'], X]\n",
    },
    "groq-sdk": {
        "groq/types/audio/speech_create_params.py": parameter("speak-a"),
        "groq/types/audio/transcription_create_params.py": parameter("hear-a"),
        "groq/types/chat/completion_create_params.py": parameter("maker/chat-a"),
    },
    "litellm": {"litellm/model_prices_and_context_window_backup.json": json.dumps(LITELLM)},
    "openai-sdk": OPENAI,
    "pydantic-ai": {
        "pydantic_ai/models/_known_model_names.py": (
            "KnownModelName = TypeAliasType('KnownModelName', Literal['bedrock:global.maker.model-v1:0',\n"
            "    'google-cloud:maker/gemini-a', 'xai:grok-a', 'elsewhere:a', 'test', 'xai:'])\n"
        )
    },
    "xai-sdk": {
        "xai_sdk/types/model.py": "\n".join(
            (
                alias("ChatModel", "grok-a"),
                alias("ImageGenerationModel", "grok-image"),
                alias("VideoGenerationModel", "grok-video"),
                alias("ToolName", "search"),
                "AllModels: TypeAlias = Union[ChatModel, str]",
            )
        )
    },
}


def read(catalogue: Catalogue, files: dict[str, str]) -> tuple[Claim, ...]:
    return catalogue.read({path: text.encode() for path, text in files.items()})


def sample(name: str) -> tuple[Claim, ...]:
    (catalogue,) = (one for one in CATALOGUES if one.name == name)
    return read(catalogue, SAMPLES[name])


def test_official_catalogues_come_first_and_each_group_is_sorted() -> None:
    assert [one.name for one in CATALOGUES] == sorted(
        SAMPLES, key=lambda name: (name in ("genai-prices", "litellm", "pydantic-ai"), name)
    )
    assert [one.official for one in CATALOGUES] == [True] * 5 + [False] * 3


@BY_NAME
def test_a_catalogue_speaks_of_surfaces_that_the_table_has(catalogue: Catalogue) -> None:
    assert catalogue.surfaces <= set(catalog.load().surfaces)
    assert catalogue.complete <= catalogue.surfaces
    assert not catalogue.complete or catalogue.official
    assert not catalogue.quirks or not catalogue.official
    assert len(catalogue.surfaces) == 1 or not catalogue.official


@BY_NAME
def test_a_catalogue_reads_what_it_asks_for(catalogue: Catalogue) -> None:
    assert set(catalogue.members) == set(SAMPLES[catalogue.name])
    claims = read(catalogue, SAMPLES[catalogue.name])
    assert {claim.surface for claim in claims} <= catalogue.surfaces
    assert {claim.kind for claim in claims} <= {None, *KINDS}
    assert {claim.modality for claim in claims} <= {None, *MODALITIES}
    assert all(claim.id and claim.id not in claim.also for claim in claims)


@BY_NAME
@pytest.mark.parametrize("text", ["x = 1\n", "{}", "[1]"])
def test_a_file_without_what_is_looked_for_is_told(catalogue: Catalogue, text: str) -> None:
    for member in catalogue.members:
        with pytest.raises(UnreadableError, match=r"names no models any more|no JSON|no DEPRECATED_MODELS any more"):
            read(catalogue, {**SAMPLES[catalogue.name], member: text})


@BY_NAME
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("def (:\n", "no Python that can be read|no JSON that can be read"),
        ("\0", "no Python that can be read|no JSON that can be read"),
        ("[" * 100_000, "no Python|deeper than|no JSON"),
        ("-" * 200_000 + "1", "deeper than|no JSON"),
        ("a" + ".b" * 100_000, "deeper than|no JSON"),
        ("0," * 600_000, "larger than|no JSON"),
        ('{"a":' * 50_000, "no Python|deeper than|no JSON"),
    ],
    ids=["syntax", "nul", "brackets", "signs", "chain", "large", "objects"],
)
def test_a_hostile_file_is_told(catalogue: Catalogue, text: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(catalogue, {**SAMPLES[catalogue.name], catalogue.members[0]: text})


def test_nothing_of_a_file_is_run_or_warned_of(capfd: pytest.CaptureFixture[str]) -> None:
    (catalogue,) = (one for one in CATALOGUES if one.name == "xai-sdk")
    (member,) = catalogue.members
    text = "import missing\nprint('run')\nraise SystemExit(1)\n'\\d' is 1\n"
    assert read(catalogue, {member: text + SAMPLES["xai-sdk"][member]}) == sample("xai-sdk")
    assert capfd.readouterr() == ("", "")


def test_bytes_that_are_no_text_are_told() -> None:
    for catalogue in CATALOGUES:
        with pytest.raises(UnreadableError, match="can be read"):
            catalogue.read(dict.fromkeys(catalogue.members, b"\xff\xfe\xfa"))


def test_openai_types_give_ids_and_their_docstrings_the_ends() -> None:
    claims = {claim.id: claim for claim in sample("openai-sdk")}
    assert "gpt-b" not in claims
    assert "x" not in claims
    assert claims["gpt-a"] == Claim(surface="openai", id="gpt-a", retires=date(2027, 1, 14))
    assert claims["gpt-a-2024-01-02"] == Claim(
        surface="openai", id="gpt-a-2024-01-02", kind="snapshot", retires=date(2027, 1, 14)
    )
    assert claims["gpt-c"].retires == date(2026, 10, 3)
    assert claims["gpt-c"].successors == ("gpt-a", "gpt-d")
    assert claims["gpt-e"] == Claim(surface="openai", id="gpt-e", ended=True)
    assert claims["image-a-2026-03-04"] == Claim(
        surface="openai", id="image-a-2026-03-04", kind="snapshot", modality="image"
    )
    assert len(claims) == 17


def test_anthropic_gives_the_days_of_its_mapping() -> None:
    assert sample("anthropic-sdk") == (
        Claim(surface="anthropic", id="claude-a", modality="chat", retires=date(2026, 6, 15)),
        Claim(surface="anthropic", id="claude-a-20260102", kind="snapshot", modality="chat"),
        Claim(surface="anthropic", id="claude-old", modality="chat", retires=date(2024, 11, 1)),
        Claim(surface="anthropic", id="claude-odd", modality="chat", ended=True),
        Claim(surface="anthropic", id="claude-feb", modality="chat", ended=True),
    )


def test_small_sdks_give_ids() -> None:
    assert sample("google-genai-sdk") == (
        Claim(surface="gemini", id="gemini-a"),
        Claim(surface="gemini", id="gemini-b-preview", kind="preview"),
        Claim(surface="gemini", id="agent-preview-1", kind="preview", modality="agent"),
    )
    assert [(claim.id, claim.modality) for claim in sample("groq-sdk")] == [
        ("speak-a", "audio"),
        ("hear-a", "audio"),
        ("maker/chat-a", "chat"),
    ]
    assert [(claim.id, claim.modality) for claim in sample("xai-sdk")] == [
        ("grok-a", "chat"),
        ("grok-image", "image"),
        ("grok-video", "video"),
    ]


def test_genai_prices_give_the_ids_that_a_price_is_named_after() -> None:
    assert sample("genai-prices") == (
        Claim(surface="xai", id="grok-a"),
        Claim(surface="xai", id="grok-b", ended=True),
        Claim(surface="xai", id="grok-c"),
        Claim(surface="bedrock", id="maker.model-v1:0"),
    )


def test_pydantic_ai_gives_ids_by_provider() -> None:
    assert sample("pydantic-ai") == (
        Claim(surface="bedrock", id="maker.model-v1:0"),
        Claim(surface="vertex", id="maker/gemini-a", also=("gemini-a",)),
        Claim(surface="xai", id="grok-a"),
    )


def test_litellm_gives_each_surface_its_own_spelling() -> None:
    claims = sample("litellm")
    assert [(claim.surface, claim.id, *claim.also) for claim in claims] == [
        ("openai", "gpt-a"),
        ("openai", "ft-gpt-a"),
        ("openai", "ft-gpt-a-0125", "ft-gpt-a"),
        ("openai", "ft-gpt-a-2024-01-02", "ft-gpt-a"),
        ("openai", "image-a"),
        ("azure", "gpt-a"),
        ("azure", "gpt-a-2024-01-02"),
        ("azure", "complete-a"),
        ("bedrock", "maker.model-v1:0"),
        ("bedrock", "maker.model-v2"),
        ("vertex", "claude-a"),
        ("vertex", "maker/model-maas", "model-maas"),
        ("vertex", "gemini-a"),
        ("gemini", "gemini-a"),
        ("fireworks", "accounts/fireworks/models/model-a", "accounts/fireworks/routers/model-a"),
        ("fireworks", "accounts/fireworks/routers/fast"),
        ("perplexity", "perplexity/sonar-a"),
        ("cloudflare-workers-ai", "@cf/cloudflare/a"),
    ]
    assert [claim.retires for claim in claims if claim.retires] == [date(2027, 1, 14)]
    assert {claim.id: claim.modality for claim in claims}["image-a"] == "image"
    assert claims[-5].modality is None
