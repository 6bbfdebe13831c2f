from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.kinds import GATEWAY
from pytest_modelgate.listers import all_listers
from pytest_modelgate.listers._openai_form import below
from pytest_modelgate.live_values import Absence, Answer, BadResponseError, Listed, Outcome, Page, Request
from pytest_modelgate.providers import ROUTES_ELSEWHERE, all_providers
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from pytest_modelgate.live_values import Lister

GOLDEN = Path(__file__).parent / "golden"
OURS = (
    "mistral", "cohere", "xai", "groq", "deepseek", "together", "together-catalogue", "fireworks", "openrouter",
    "openrouter-public", "perplexity", "cerebras", "litellm", "litellm-info", "vllm", "ollama", "ollama-tags",
    "ollama-cloud", "llama-cpp", "localai", "gateway",
)  # fmt: skip
LISTERS = {lister.name: lister for lister in all_listers() if lister.name in OURS}
BY_NAME = pytest.mark.parametrize("name", OURS)
BASE = "https://proxy.example.org/v1"


def golden(name: str) -> object:
    document: object = json.loads((GOLDEN / f"{name}.json").read_text())
    return document


def first(name: str) -> Request:
    lister = LISTERS[name]
    return lister.first(lister.default or BASE, {})


def read(name: str, case: str = "list", request: Request | None = None) -> Page:
    return LISTERS[name].read(golden(f"{name}-{case}"), request or first(name))


def rows(name: str, case: str = "list") -> tuple[Listed, ...]:
    page = read(name, case)
    assert page.following is None
    assert page.doubts == ()
    return page.rows


def one(name: str, case: str = "one") -> Listed:
    read_one = LISTERS[name].read_one
    assert read_one is not None
    return read_one(golden(f"{name}-{case}"))


def outcome(name: str, status: int, body: object) -> Outcome | None:
    judge = LISTERS[name].outcome
    assert judge is not None
    return judge(Answer(status=status, body=json.dumps(golden(body) if isinstance(body, str) else body).encode()))


def asked(lister: Lister, model_id: str) -> str:
    assert lister.one is not None
    return lister.one(lister.default or BASE, {}, model_id).url


def test_all_are_on_the_shelf() -> None:
    assert set(LISTERS) == set(OURS)


def test_github_models_is_never_asked() -> None:
    """It is gone: a token that is sent there is given away."""
    for lister in all_listers():
        assert lister.surface != "github-models"
        assert not {"GITHUB_TOKEN", "GITHUB_API_KEY"} & set(lister.keys)
        assert lister.origins.fullmatch("https://models.github.ai") is None
        assert lister.origins.fullmatch("https://models.inference.ai.azure.com") is None


@BY_NAME
def test_a_surface_is_a_providers_or_one_that_routers_know(name: str) -> None:
    assert LISTERS[name].surface in {provider.name for provider in all_providers()} | set(ROUTES_ELSEWHERE)


ADDRESSES = {
    "mistral": ("https://api.mistral.ai/v1/models", "https://api.mistral.ai/v1/models/a%2Fb"),
    "cohere": ("https://api.cohere.com/v1/models?page_size=1000", "https://api.cohere.com/v1/models/a%2Fb"),
    "xai": ("https://api.x.ai/v1/language-models", "https://api.x.ai/v1/language-models/a%2Fb"),
    "groq": ("https://api.groq.com/openai/v1/models", "https://api.groq.com/openai/v1/models/a%2Fb"),
    "deepseek": ("https://api.deepseek.com/models", None),
    "together": ("https://api.together.xyz/v1/models", None),
    "together-catalogue": ("https://api.together.ai/v2/supported-models?limit=100", None),
    "fireworks": ("https://api.fireworks.ai/v1/accounts/fireworks/models?pageSize=200", None),
    "openrouter": (
        "https://openrouter.ai/api/v1/models/user?output_modalities=all",
        "https://openrouter.ai/api/v1/model/a/b",
    ),
    "openrouter-public": ("https://openrouter.ai/api/v1/models?output_modalities=all", None),
    "perplexity": ("https://api.perplexity.ai/v1/models", None),
    "cerebras": ("https://api.cerebras.ai/v1/models", "https://api.cerebras.ai/v1/models/a%2Fb"),
    "litellm": (f"{BASE}/models", f"{BASE}/models/a%2Fb"),
    "litellm-info": ("https://proxy.example.org/model/info", None),
    "vllm": (f"{BASE}/models", None),
    "ollama": ("http://127.0.0.1:11434/v1/models", "http://127.0.0.1:11434/v1/models/a%2Fb"),
    "ollama-tags": ("http://127.0.0.1:11434/api/tags", "http://127.0.0.1:11434/v1/models/a%2Fb"),
    "ollama-cloud": ("https://ollama.com/v1/models", "https://ollama.com/v1/models/a%2Fb"),
    "llama-cpp": ("http://127.0.0.1:8080/v1/models", None),
    "localai": ("http://127.0.0.1:8080/v1/models", None),
    "gateway": (f"{BASE}/models", None),
}


@BY_NAME
def test_where_it_is_asked(name: str) -> None:
    lister = LISTERS[name]
    listing, single = ADDRESSES[name]
    assert first(name) == Request(url=listing)
    assert (lister.one is None) == (lister.read_one is None) == (single is None)
    if single is not None:
        assert asked(lister, "a/b") == single


KEYS = {
    "mistral": ("MISTRAL_API_KEY",),
    "cohere": ("CO_API_KEY", "COHERE_API_KEY"),
    "xai": ("XAI_API_KEY",),
    "groq": ("GROQ_API_KEY",),
    "deepseek": ("DEEPSEEK_API_KEY",),
    "together": ("TOGETHER_API_KEY", "TOGETHERAI_API_KEY"),
    "together-catalogue": ("TOGETHER_API_KEY", "TOGETHERAI_API_KEY"),
    "fireworks": ("FIREWORKS_API_KEY", "FIREWORKS_AI_API_KEY"),
    "openrouter": ("OPENROUTER_API_KEY",),
    "openrouter-public": (),
    "perplexity": (),
    "cerebras": ("CEREBRAS_API_KEY",),
    "litellm": ("LITELLM_PROXY_API_KEY", "LITELLM_API_KEY"),
    "litellm-info": ("LITELLM_PROXY_API_KEY", "LITELLM_API_KEY"),
    "vllm": ("VLLM_API_KEY", "HOSTED_VLLM_API_KEY"),
    "ollama": (),
    "ollama-tags": (),
    "ollama-cloud": ("OLLAMA_API_KEY",),
    "llama-cpp": (),
    "localai": ("LOCALAI_API_KEY",),
    "gateway": ("MODELGATE_GATEWAY_API_KEY",),
}
BASES = {
    "cohere": ("CO_API_URL",),
    "groq": ("GROQ_BASE_URL",),
    "together": ("TOGETHER_BASE_URL",),
    "together-catalogue": ("TOGETHER_BASE_URL",),
    "fireworks": ("FIREWORKS_BASE_URL",),
    "openrouter": ("OPENROUTER_API_BASE",),
    "openrouter-public": ("OPENROUTER_API_BASE",),
    "perplexity": ("PERPLEXITY_BASE_URL",),
    "cerebras": ("CEREBRAS_BASE_URL",),
    "litellm": ("LITELLM_PROXY_API_BASE",),
    "litellm-info": ("LITELLM_PROXY_API_BASE",),
    "vllm": ("VLLM_BASE_URL", "HOSTED_VLLM_API_BASE"),
    "ollama": ("OLLAMA_HOST", "OLLAMA_BASE_URL"),
    "ollama-tags": ("OLLAMA_HOST", "OLLAMA_BASE_URL"),
    "gateway": ("MODELGATE_GATEWAY_BASE_URL",),
}
KEYLESS = {"litellm", "litellm-info", "vllm", "localai", "gateway"}


@BY_NAME
def test_which_variables_it_reads(name: str) -> None:
    lister = LISTERS[name]
    assert (lister.keys, lister.bases) == (KEYS[name], BASES.get(name, ()))
    assert lister.keyless == (name in KEYLESS)
    assert lister.header == "authorization"


HOSTS = {
    "mistral": {"https://api.mistral.ai", "https://api.eu.mistral.ai", "https://api.us.mistral.ai"},
    "cohere": {"https://api.cohere.com"},
    "xai": {"https://api.x.ai", "https://us.api.x.ai"},
    "groq": {"https://api.groq.com"},
    "deepseek": {"https://api.deepseek.com"},
    "together": {"https://api.together.xyz", "https://api.together.ai"},
    "fireworks": {"https://api.fireworks.ai"},
    "openrouter": {"https://openrouter.ai", "https://eu.openrouter.ai"},
    "perplexity": {"https://api.perplexity.ai"},
    "cerebras": {"https://api.cerebras.ai"},
    "ollama-cloud": {"https://ollama.com"},
}
HOSTS |= {"together-catalogue": HOSTS["together"], "openrouter-public": HOSTS["openrouter"]}
LOCAL = {"http://127.0.0.1:8080", "http://localhost", "http://[::1]:11434", "https://localhost:8443"}
HOSTS |= dict.fromkeys(("vllm", "ollama", "ollama-tags", "llama-cpp", "localai"), LOCAL)
STRANGE = {
    "https://openrouter.ai.example.org",
    "https://api.mistral.ai.",
    "https://apiXmistral.ai",
    "https://api.mistral.ai:8443",
    "https://api.mistral.ai@example.org",
    "https://evil.api.x.ai",
    "https://api.together.com",
    "http://api.groq.com",
    "http://127.0.0.1.example.org",
    "http://127.0.0.2",
    "http://localhost.example.org:8080",
    "http://10.0.0.1:11434",
    "https://example.org",
    "https://ollama.com\n",
    "",
}
EVERY = set().union(*HOSTS.values()) | STRANGE


@BY_NAME
def test_keys_go_to_its_hosts_and_nowhere_else(name: str) -> None:
    lister = LISTERS[name]
    assert {origin for origin in EVERY if lister.origins.fullmatch(origin)} == HOSTS.get(name, set())


@BY_NAME
def test_its_own_address_is_among_its_hosts(name: str) -> None:
    lister = LISTERS[name]
    if lister.default is None:
        assert lister.bases
    else:
        assert lister.origins.fullmatch("/".join(lister.default.split("/")[:3]))


@pytest.mark.parametrize(
    ("base", "path", "address"),
    [
        ("https://api.groq.com", "openai/v1/models", "https://api.groq.com/openai/v1/models"),
        ("https://api.groq.com/", "openai/v1/models", "https://api.groq.com/openai/v1/models"),
        ("https://api.groq.com/openai", "openai/v1/models", "https://api.groq.com/openai/v1/models"),
        ("https://api.groq.com/openai/v1/", "openai/v1/models", "https://api.groq.com/openai/v1/models"),
        ("https://api.groq.com/openai/v1/models", "openai/v1/models", "https://api.groq.com/openai/v1/models"),
        ("https://example.org/team/v1", "v1/models", "https://example.org/team/v1/models"),
        ("https://example.org/xv1", "v1/models", "https://example.org/xv1/v1/models"),
    ],
)
def test_what_a_base_says_already_is_not_said_twice(base: str, path: str, address: str) -> None:
    assert below(base, path) == address


@pytest.mark.parametrize(
    ("name", "base", "address"),
    [
        ("fireworks", "https://api.fireworks.ai/inference/v1", "https://api.fireworks.ai/v1/accounts/fireworks/models?pageSize=200"),
        ("fireworks", "https://api.fireworks.ai/v1", "https://api.fireworks.ai/v1/accounts/fireworks/models?pageSize=200"),
        ("together-catalogue", "https://api.together.xyz/v1/", "https://api.together.xyz/v2/supported-models?limit=100"),
        ("deepseek", "https://api.deepseek.com/v1", "https://api.deepseek.com/v1/models"),
        ("openrouter", "https://eu.openrouter.ai/api/v1", "https://eu.openrouter.ai/api/v1/models/user?output_modalities=all"),
        ("litellm", "http://localhost:4000", "http://localhost:4000/v1/models"),
        ("litellm-info", "http://localhost:4000", "http://localhost:4000/model/info"),
        ("ollama-tags", "http://localhost:11434/v1", "http://localhost:11434/api/tags"),
        # As OpenAI's client asks, which misses the list of a server that wants `/v1`.
        ("gateway", "http://localhost:9999", "http://localhost:9999/models"),
    ],
)  # fmt: skip
def test_bases_as_people_write_them(name: str, base: str, address: str) -> None:
    assert LISTERS[name].first(base, {}).url == address


ABSENCES = {
    "mistral": Absence.STRONG,
    "cohere": Absence.STRONG,
    "xai": Absence.WEAK,
    "groq": Absence.STRONG,
    "deepseek": Absence.WEAK,
    "together": Absence.WEAK,
    "together-catalogue": Absence.WEAK,
    "fireworks": Absence.STRONG,
    "openrouter": Absence.STRONG,
    "openrouter-public": Absence.STRONG,
    "perplexity": Absence.NONE,
    "cerebras": Absence.AFTER_RETRIEVE,
    "litellm": Absence.WEAK,
    "litellm-info": Absence.WEAK,
    "vllm": Absence.STRONG,
    "ollama": Absence.AFTER_RETRIEVE,
    "ollama-tags": Absence.AFTER_RETRIEVE,
    "ollama-cloud": Absence.AFTER_RETRIEVE,
    "llama-cpp": Absence.NONE,
    "localai": Absence.WEAK,
    "gateway": Absence.NONE,
}
PROVING = {
    "mistral", "cohere", "xai", "deepseek", "fireworks", "openrouter", "perplexity", "cerebras", "vllm", "ollama",
    "ollama-tags", "ollama-cloud",
}  # fmt: skip


@BY_NAME
def test_what_its_list_proves(name: str) -> None:
    lister = LISTERS[name]
    assert lister.absence is ABSENCES[name]
    assert lister.presence_proves == (name in PROVING)
    assert lister.absence is not Absence.AFTER_RETRIEVE or lister.one is not None


@BY_NAME
@pytest.mark.parametrize("document", [None, "text", 7, [], {}, {"data": {}}, {"models": None}, {"error": "no"}])
def test_another_container_is_no_list(name: str, document: object) -> None:
    if (name, document) == ("together", []):
        assert LISTERS[name].read(document, first(name)) == Page(rows=())
        return
    with pytest.raises(BadResponseError):
        LISTERS[name].read(document, first(name))


@pytest.mark.parametrize("name", [name for name in OURS if LISTERS[name].read_one])
@pytest.mark.parametrize("document", [None, [], {}, {"id": "two words"}, {"data": []}, {"name": 7}])
def test_an_answer_without_an_id_is_no_model(name: str, document: object) -> None:
    read_one = LISTERS[name].read_one
    assert read_one is not None
    with pytest.raises(BadResponseError):
        read_one(document)


ABILITIES = ("completion_chat", "function_calling")


def test_mistral() -> None:
    assert rows("mistral") == (
        Listed(id="mistral-large-2607", aliases=("mistral-large-latest", "mistral-large-4"), actions=ABILITIES),
        Listed(id="mistral-large-latest", aliases=("mistral-large-2607", "mistral-large-4"), actions=ABILITIES),
        Listed(
            id="codestral-2508",
            aliases=("codestral-latest",),
            # Half past ten in the evening, five hours west of UTC.
            ends=date(2027, 1, 1),
            successor="codestral-2612",
            actions=("completion_chat", "completion_fim", "function_calling"),
        ),
        Listed(
            id="mistral-small-2506", ends=date(2026, 10, 31), successor="mistral-small-latest", actions=ABILITIES
        ),
        Listed(id="ft:mistral-small-latest:acme:20260101:abc", actions=ABILITIES),
        Listed(
            id="ft:open-mistral-7b:acme:20250101:def", callable=False, reason="it is archived", actions=ABILITIES
        ),
    )  # fmt: skip
    assert one("mistral") == rows("mistral")[2]


def test_what_is_odd_in_a_row_is_a_doubt() -> None:
    page = read("mistral", "odd")
    assert page.rows == (
        Listed(id="mistral-medium-9"),
        Listed(id="mistral-small-9"),
        Listed(id="mistral-tiny-9"),
    )
    assert page.doubts == (
        "the deprecation of mistral-medium-9 is no date: 'soon'",
        "the id of row 2 of the list is no model id: 'mistral small'",
        "the id of row 3 of the list is no model id: missing",
        "the id of row 4 of the list is no model id: a number",
        "row 5 of the list is a text, not an object",
    )


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (404, "mistral-error-1500", Outcome.NOT_FOUND),
        (400, "mistral-error-1500", Outcome.NOT_FOUND),
        (404, {"code": 1500}, Outcome.NOT_FOUND),
        (401, {"detail": "Unauthorized"}, None),
        (404, {"detail": "Not Found"}, None),
        (404, [], None),
    ],
)
def test_mistrals_errors(status: int, body: object, expected: Outcome | None) -> None:
    assert outcome("mistral", status, body) is expected


def test_cohere() -> None:
    page = read("cohere", "list-1")
    assert page.rows == (
        Listed(id="command-a-09-2026", actions=("chat", "generate")),
        Listed(id="command-r-08-2024", state=State.DEPRECATED, actions=("chat", "generate")),
    )
    assert page.following == Request(url="https://api.cohere.com/v1/models?page_size=1000&page_token=cGFnZT0y%2B%2F%3D")
    assert rows("cohere", "list-2") == (
        Listed(id="embed-v5.0-pro", actions=("embed", "embed_jobs")),
        Listed(id="acme-support-ft", actions=("chat", "generate")),
    )
    assert one("cohere") == page.rows[1]


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (498, "cohere-error-498", Outcome.KEY_INVALID),
        (499, {"message": "request cancelled"}, Outcome.UNAVAILABLE),
        (404, "cohere-error-404", Outcome.NOT_FOUND),
        (404, {"message": "model 'command' was removed on September 15, 2025."}, Outcome.GONE),
        (404, {"message": "page not found"}, None),
        (401, {"message": "invalid api token"}, None),
    ],
)
def test_coheres_errors(status: int, body: object, expected: Outcome | None) -> None:
    assert outcome("cohere", status, body) is expected


def test_xai() -> None:
    assert rows("xai") == (
        Listed(id="grok-5-0601", aliases=("grok-5", "grok-5-latest")),
        Listed(id="grok-4.30-0601-reasoning"),
    )
    assert one("xai") == rows("xai")[0]
    assert [row.id for row in rows("xai", "list-openai")] == ["grok-5-0601", "grok-imagine-image"]


@pytest.mark.parametrize(
    ("model_id", "covered"),
    [("grok-5", True), ("grok-2-vision-1212", True), ("grok-imagine-image", False), ("grok-voice-2.0", False)],
)
def test_xais_list_is_of_language_models(model_id: str, covered: bool) -> None:
    covers = LISTERS["xai"].covers
    assert covers is not None
    assert covers(model_id) is covered


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (400, "xai-error-key", Outcome.KEY_INVALID),
        (400, "xai-error-argument", None),
        (401, "xai-error-key", None),
        (404, "xai-error-404", Outcome.NOT_FOUND),
        (404, {}, None),
    ],
)
def test_xais_errors(status: int, body: object, expected: Outcome | None) -> None:
    assert outcome("xai", status, body) is expected


def test_groq() -> None:
    assert rows("groq") == (
        Listed(id="llama-3.4-70b-versatile"),
        Listed(id="llama-guard-4-12b", callable=False, reason="Groq lists it as not active"),
        Listed(id="groq/compound-mini"),
    )
    assert one("groq") == rows("groq")[1]


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (400, "groq-error-decommissioned", Outcome.GONE),
        (403, "groq-error-blocked", Outcome.NO_ACCESS),
        (403, {"error": {"code": "model_permission_blocked_org"}}, Outcome.NO_ACCESS),
        (400, "groq-error-terms", Outcome.NO_ACCESS),
        (403, "groq-error-forbidden", Outcome.REGION),
        (403, {"error": {"message": "Forbidden", "code": "other"}}, None),
        (401, {"error": {"code": "invalid_api_key"}}, None),
        (200, "groq-error-decommissioned", None),
    ],
)
def test_groqs_errors(status: int, body: object, expected: Outcome | None) -> None:
    assert outcome("groq", status, body) is expected


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("deepseek", ["deepseek-v5-flash", "deepseek-v5-pro"]),
        ("perplexity", ["anthropic/claude-opus-5", "perplexity/sonar"]),
        ("cerebras", ["gpt-oss-240b", "zai-glm-5.3"]),
        ("litellm", ["team-chat", "xai/grok-5"]),
        ("vllm", ["meta-llama/Llama-5-8B-Instruct", "acme-adapter"]),
        ("ollama", ["llama3.2:latest", "qwen4-coder:30b"]),
        ("ollama-tags", ["llama3.2:latest", "qwen4-coder:30b"]),
        ("localai", ["phi-5"]),
        ("gateway", ["anything", "team/llama"]),
    ],
)
def test_lists_of_ids_alone(name: str, ids: list[str]) -> None:
    assert rows(name) == tuple(Listed(id=id_) for id_ in ids)


@pytest.mark.parametrize("name", ["deepseek", "together", "together-catalogue", "openrouter"])
def test_an_account_without_credit_is_a_quota(name: str) -> None:
    case = "together" if name == "together-catalogue" else name
    assert outcome(name, 402, f"{case}-error-402") is Outcome.QUOTA
    assert outcome(name, 429, f"{case}-error-402") is None


def test_together() -> None:
    assert rows("together") == (
        Listed(id="meta-llama/Llama-5-8B-Instruct-Turbo", actions=("chat",)),
        Listed(id="BAAI/bge-huge-en-v2", actions=("embedding",)),
    )


def test_together_catalogue() -> None:
    page = read("together-catalogue", "list-1")
    chat = ("CAPABILITY_CHAT",)
    assert page.rows == (
        Listed(id="meta-llama/Llama-5-8B-Instruct-Turbo", actions=chat),
        Listed(id="Qwen/Qwen4-7B-Instruct", state=State.DEPRECATED, actions=chat),
    )
    assert page.following == Request(url="https://api.together.ai/v2/supported-models?limit=100&after=bWxfMg%3D%3D")
    assert rows("together-catalogue", "list-2") == (
        Listed(id="google/gemma-5-27b-it", callable=False, reason="it needs a dedicated endpoint", actions=chat),
        Listed(id="acme/quiet-model", actions=chat),
        Listed(id="acme/next-model", actions=chat),
    )


def test_the_name_of_a_serverless_endpoint_is_an_alias() -> None:
    document = {"data": [{"name": "acme/a", "serverlessEndpoint": "acme/a-turbo"}], "next_cursor": None}
    page = LISTERS["together-catalogue"].read(document, first("together-catalogue"))
    assert page.rows == (Listed(id="acme/a", aliases=("acme/a-turbo",)),)


def test_fireworks() -> None:
    start = "accounts/fireworks/models/"
    page = read("fireworks", "list-1")
    assert page.rows == (
        Listed(id=f"{start}llama-v5p1-70b-instruct"),
        Listed(id=f"{start}deepseek-v4", ends=date(2026, 12, 15)),
    )
    assert page.following == Request(
        url="https://api.fireworks.ai/v1/accounts/fireworks/models?pageSize=200&pageToken=CAE%3D"
    )
    last = read("fireworks", "list-2", page.following)
    assert last.following is None
    assert last.rows == (
        Listed(
            id=f"{start}qwen3p9-max",
            callable=False,
            reason="it is not served serverless, and needs a deployment of your own",
        ),
        Listed(id=f"{start}new-upload", callable=False, reason="it is still being uploaded"),
        Listed(id=f"{start}kimi-k4"),
    )
    assert last.doubts == (f"the deprecationDate of {start}kimi-k4 is no date: an object",)


@pytest.mark.parametrize(
    ("model_id", "normal", "covered"),
    [
        ("kimi-k4", "accounts/fireworks/models/kimi-k4", True),
        ("accounts/fireworks/models/kimi-k4", "accounts/fireworks/models/kimi-k4", True),
        ("accounts/acme/models/ours", "accounts/acme/models/ours", False),
        ("accounts/fireworks/models/kimi-k4#accounts/acme/deployments/d", None, False),
        ("accounts/fireworks/routers/kimi-turbo", None, False),
    ],
)
def test_fireworks_ids(model_id: str, normal: str | None, covered: bool) -> None:
    lister = LISTERS["fireworks"]
    assert lister.covers is not None
    assert (lister.normal(model_id), lister.covers(model_id)) == (normal or model_id, covered)


@pytest.mark.parametrize("name", ["openrouter", "openrouter-public"])
def test_openrouter(name: str) -> None:
    lister = LISTERS[name]
    page = lister.read(golden("openrouter-list-1"), first(name))
    assert page.rows == (
        Listed(id="openai/gpt-7", aliases=("openai/gpt-7-2026-08-01",)),
        Listed(id="google/gemini-4-flash", ends=date(2026, 12, 1)),
        Listed(id="~z-ai/glm-latest", stands_for=("z-ai/glm-6", "")),
    )
    assert page.following == Request(
        url="https://openrouter.ai/api/v1/models/user?output_modalities=all&offset=3&limit=3"
    )
    last = lister.read(golden("openrouter-list-2"), page.following)
    # What is free ends for itself: the model that is paid for has another row.
    assert last == Page(rows=(Listed(id="meta-llama/llama-5-70b-instruct:free", ends=date(2026, 11, 30)),))


def test_openrouters_model() -> None:
    assert one("openrouter") == Listed(id="openai/gpt-7", aliases=("openai/gpt-7-2026-08-01",))
    assert asked(LISTERS["openrouter"], "~z-ai/glm-latest") == "https://openrouter.ai/api/v1/model/~z-ai/glm-latest"
    assert asked(LISTERS["openrouter"], "a/../b:free") == "https://openrouter.ai/api/v1/model/a/..%2Fb:free"


def test_openrouters_pages_without_links() -> None:
    lister = LISTERS["openrouter"]
    document = {"data": [{"id": "a/b"}, {"id": "a/c"}], "total_count": 5}
    second = lister.read(document, first("openrouter")).following
    assert second == Request(url="https://openrouter.ai/api/v1/models/user?output_modalities=all&offset=2&limit=1000")
    third = lister.read(document, second).following
    assert third is not None
    assert third.url.endswith("offset=4&limit=1000")
    assert lister.read({"data": [{"id": "a/d"}], "total_count": 5}, third).following is None
    assert lister.read({"data": [], "total_count": 5}, second).following is None


def test_openrouters_next_page_is_at_openrouter() -> None:
    document = {"data": [{"id": "a/b"}], "links": {"next": "https://example.org/api/v1/models/user?offset=1"}}
    with pytest.raises(BadResponseError, match="another host"):
        LISTERS["openrouter"].read(document, first("openrouter"))


@pytest.mark.parametrize(
    ("model_id", "normal", "covered"),
    [
        ("openai/gpt-7", "openai/gpt-7", True),
        ("openai/gpt-7:nitro", "openai/gpt-7", True),
        ("openai/gpt-7:free", "openai/gpt-7:free", True),
        ("openai/gpt-7:free:online", "openai/gpt-7:free", True),
        ("anthropic/claude-5:thinking", "anthropic/claude-5", True),
        ("~z-ai/glm-latest", "~z-ai/glm-latest", True),
        ("@preset/ours", "@preset/ours", False),
        ("openai/gpt-7@preset/ours", "openai/gpt-7@preset/ours", False),
    ],
)
def test_openrouters_ids(model_id: str, normal: str, covered: bool) -> None:
    lister = LISTERS["openrouter"]
    assert lister.covers is not None
    assert (lister.normal(model_id), lister.covers(model_id)) == (normal, covered)


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (404, "openrouter-error-404-model", Outcome.NOT_FOUND),
        (404, "openrouter-error-404-endpoints", Outcome.NO_ACCESS),
        (400, "openrouter-error-400-id", Outcome.NOT_FOUND),
        (400, {"error": {"code": 400, "message": "temperature is not valid"}}, None),
        (404, {"error": {"code": 404, "message": "acme/old has been deprecated"}}, None),
        (404, {"message": "Not Found"}, None),
        (401, {"error": {"code": 401, "message": "User not found."}}, None),
    ],
)
def test_openrouters_errors(status: int, body: object, expected: Outcome | None) -> None:
    assert outcome("openrouter", status, body) is expected


def test_cerebras() -> None:
    assert one("cerebras") == Listed(id="qwen-3-14b", state=State.DEPRECATED)
    assert outcome("cerebras", 404, "cerebras-error-404") is Outcome.NOT_FOUND
    assert outcome("cerebras", 404, {"message": "Not Found"}) is None
    assert outcome("cerebras", 401, {"code": "wrong_api_key"}) is None


def test_litellm_says_what_is_behind_a_name() -> None:
    page = read("litellm-info")
    assert page.rows == (
        Listed(id="team-chat", stands_for=("openai/gpt-4o-mini", ""), actions=("chat",)),
        Listed(id="team-chat", stands_for=("azure/our-deployment", ""), actions=("chat",)),
        Listed(id="bare"),
    )
    assert page.doubts == ("every name like 'xai/*' is taken, so that one that is missing here may work",)


@pytest.mark.parametrize("name", ["litellm", "gateway"])
def test_a_pattern_is_no_model(name: str) -> None:
    page = LISTERS[name].read({"data": [{"id": "*"}, {"id": "team-chat"}]}, first(name))
    assert page.rows == (Listed(id="team-chat"),)
    assert page.doubts == ("every name like '*' is taken, so that one that is missing here may work",)


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (400, "litellm-error-no-db", Outcome.KEY_INVALID),
        (401, "litellm-error-auth", Outcome.KEY_INVALID),
        (401, "litellm-error-access", Outcome.NO_ACCESS),
        (403, {"error": {"type": "team_model_access_denied"}}, Outcome.NO_ACCESS),
        (400, "litellm-error-budget", Outcome.QUOTA),
        (404, "litellm-error-404", Outcome.NOT_FOUND),
        (404, {"detail": "Not Found"}, None),
        (400, {"error": {"type": "bad_request_error"}}, None),
        (200, "litellm-error-no-db", None),
    ],
)
@pytest.mark.parametrize("name", ["litellm", "litellm-info"])
def test_litellms_errors(name: str, status: int, body: object, expected: Outcome | None) -> None:
    assert outcome(name, status, body) is expected


@pytest.mark.parametrize(
    ("model_id", "local", "cloud"),
    [
        ("llama3.2", "llama3.2:latest", "llama3.2:latest"),
        ("qwen4-coder:30b", "qwen4-coder:30b", "qwen4-coder:30b"),
        ("registry.example.org:5000/team/llama", "registry.example.org:5000/team/llama:latest", None),
        ("gpt-oss:120b-cloud", "gpt-oss:120b-cloud", "gpt-oss:120b"),
        ("glm-6:cloud", "glm-6:cloud", "glm-6:latest"),
    ],
)
def test_ollamas_names(model_id: str, local: str, cloud: str | None) -> None:
    assert LISTERS["ollama"].normal(model_id) == LISTERS["ollama-tags"].normal(model_id) == local
    assert cloud is None or LISTERS["ollama-cloud"].normal(model_id) == cloud


def test_ollama_cloud_leaves_tags_out() -> None:
    assert rows("ollama-cloud") == (
        Listed(id="gpt-oss:120b"),
        Listed(id="glm-6", aliases=("glm-6:latest",)),
        Listed(id="kimi-k4:1t"),
    )


def test_ollamas_older_tags_have_a_name_alone() -> None:
    page = LISTERS["ollama-tags"].read({"models": [{"name": "llama3.2:latest"}]}, first("ollama-tags"))
    assert page.rows == (Listed(id="llama3.2:latest"),)


@pytest.mark.parametrize("name", ["ollama", "ollama-tags", "ollama-cloud"])
def test_ollamas_errors(name: str) -> None:
    assert outcome(name, 404, "ollama-error-404") is Outcome.NOT_FOUND
    assert outcome(name, 404, {"error": "page not found"}) is None
    assert outcome(name, 500, "ollama-error-404") is None


def test_ollamas_model() -> None:
    assert one("ollama") == Listed(id="llama3.2:latest")
    assert LISTERS["ollama"].read_one is LISTERS["ollama-tags"].read_one


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("127.0.0.1:11434", "http://127.0.0.1:11434"),
        ("127.0.0.1", "http://127.0.0.1:11434"),
        ("0.0.0.0", "http://127.0.0.1:11434"),  # noqa: S104
        ("0.0.0.0:8080", "http://127.0.0.1:8080"),
        (":8080", "http://127.0.0.1:8080"),
        ("", "http://127.0.0.1:11434"),
        ("[::]:8080", "http://127.0.0.1:8080"),
        ("[::1]", "http://[::1]:11434"),
        ("[::1]:8080", "http://[::1]:8080"),
        (" 'localhost' ", "http://localhost:11434"),
        ("http://localhost", "http://localhost"),
        ("http://0.0.0.0:11434/", "http://127.0.0.1:11434/"),
        ("https://ollama.example.org", "https://ollama.example.org"),
        ("https://ollama.example.org:8443/team", "https://ollama.example.org:8443/team"),
        ("ollama.example.org/team", "http://ollama.example.org:11434/team"),
    ],
)
def test_what_ollama_host_may_say(text: str, address: str) -> None:
    assert LISTERS["ollama"].address(text) == LISTERS["ollama-tags"].address(text) == address


def test_the_other_servers_take_addresses_as_they_are() -> None:
    assert {name for name in OURS if LISTERS[name].address(":8080") != ":8080"} == {"ollama", "ollama-tags"}


def test_llama_cpp() -> None:
    assert rows("llama-cpp") == (Listed(id="first-model", aliases=("first-alias",)),)
    assert outcome("llama-cpp", 503, "llama-cpp-error-loading") is Outcome.UNAVAILABLE
    assert outcome("llama-cpp", 503, {"error": "no"}) is None


def test_the_gateways_surface_is_that_of_the_routers() -> None:
    assert LISTERS["gateway"].surface == LISTERS["litellm"].surface == GATEWAY
