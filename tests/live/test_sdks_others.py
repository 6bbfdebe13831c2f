"""The golden answers are what the providers' own clients read: each lists models from the same server."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from pytest_modelgate.listers import all_listers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytest_modelgate.live_values import Listed

pytestmark = [pytest.mark.sdk, pytest.mark.filterwarnings("default")]
GOLDEN = Path(__file__).parent / "golden"
LISTERS = {lister.name: lister for lister in all_listers()}
KEY = "key-of-a-test-0123"


@dataclass(frozen=True, slots=True)
class Host:
    url: str
    asked: list[str] = field(default_factory=list)
    """The paths that were asked for, each of them with the key."""


@contextmanager
def serving(*answers: str, cursor: str = "") -> Iterator[Host]:
    """A host that answers every request with the first of these, and one that holds `cursor` with the second."""
    bodies = [(GOLDEN / f"{answer}.json").read_bytes() for answer in answers]
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if self.headers.get("Authorization") == f"Bearer {KEY}":
                asked.append(parts.path)
            body = bodies[1 if cursor and cursor in parse_qs(parts.query) else 0]
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *given: Any) -> None:
            """Nothing goes to the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Host(f"http://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def path(name: str, host: Host) -> str:
    """Where our own lister asks, when it is given this host."""
    return urlsplit(LISTERS[name].first(host.url, {}).url).path


def listed(name: str, *answers: str) -> Sequence[Listed]:
    lister = LISTERS[name]
    request = lister.first("https://example.org", {})
    documents = [json.loads((GOLDEN / f"{answer}.json").read_text()) for answer in answers]
    return [row for document in documents for row in lister.read(document, request).rows]


def ids(rows: Sequence[Listed]) -> list[str]:
    return [row.id for row in rows]


@pytest.mark.parametrize(
    ("name", "prefix"),
    [
        ("groq", "/openai/v1"),
        ("deepseek", ""),
        ("perplexity", "/v1"),
        ("cerebras", "/v1"),
        ("litellm", "/v1"),
        ("vllm", "/v1"),
        ("ollama", "/v1"),
        ("ollama-cloud", "/v1"),
        ("llama-cpp", "/v1"),
        ("localai", "/v1"),
        ("gateway", ""),
    ],
)
def test_openai(name: str, prefix: str) -> None:
    openai = pytest.importorskip("openai")
    with serving(f"{name}-list") as host, openai.OpenAI(api_key=KEY, base_url=host.url + prefix) as client:
        found = list(client.models.list())
        assert host.asked == [path(name, host)]
    assert [model.id for model in found] == ids(listed(name, f"{name}-list"))


def test_openai_reads_what_xai_has_in_its_form() -> None:
    openai = pytest.importorskip("openai")
    with serving("xai-list-openai") as host, openai.OpenAI(api_key=KEY, base_url=f"{host.url}/v1") as client:
        found = [model.id for model in client.models.list()]
    assert found == ids(listed("xai", "xai-list-openai"))


def test_mistral() -> None:
    mistral = pytest.importorskip("mistralai.client")
    with serving("mistral-list") as host:
        found = mistral.Mistral(api_key=KEY, server_url=host.url).models.list().data
        assert host.asked == [path("mistral", host)]
    rows = listed("mistral", "mistral-list")
    assert [model.id for model in found] == ids(rows)
    assert [model.deprecation_replacement_model for model in found] == [row.successor for row in rows]
    assert [set(model.aliases) for model in found] == [set(row.aliases) for row in rows]
    assert [model.deprecation is not None for model in found] == [row.ends is not None for row in rows]
    assert [getattr(model, "archived", False) for model in found] == [not row.callable for row in rows]
    assert {type(model).__name__ for model in found} == {"BaseModelCard", "FTModelCard"}
    with serving("mistral-one") as host:
        single = mistral.Mistral(api_key=KEY, server_url=host.url).models.retrieve(model_id="codestral-2508")
        assert host.asked == ["/v1/models/codestral-2508"]
    assert single == found[2]


def test_cohere() -> None:
    cohere = pytest.importorskip("cohere")
    with serving("cohere-list-1", "cohere-list-2", cursor="page_token") as host:
        client = cohere.Client(KEY, base_url=host.url)
        page = client.models.list(page_size=1000)
        last = client.models.list(page_size=1000, page_token=page.next_page_token)
        assert host.asked == [path("cohere", host)] * 2
    found = [*page.models, *last.models]
    rows = listed("cohere", "cohere-list-1", "cohere-list-2")
    assert [model.name for model in found] == ids(rows)
    assert [model.is_deprecated for model in found] == [row.state is not None for row in rows]
    assert [tuple(model.endpoints) for model in found] == [row.actions for row in rows]
    assert [model.finetuned for model in found] == [row.id.endswith("-ft") for row in rows]
    assert not last.next_page_token
    with serving("cohere-one") as host:
        assert cohere.Client(KEY, base_url=host.url).models.get("command-r-08-2024") == found[1]
        assert host.asked == ["/v1/models/command-r-08-2024"]


def test_groq() -> None:
    groq = pytest.importorskip("groq")
    with serving("groq-list") as host, groq.Groq(api_key=KEY, base_url=host.url) as client:
        found = client.models.list().data
        assert host.asked == [path("groq", host)]
    rows = listed("groq", "groq-list")
    assert [model.id for model in found] == ids(rows)
    # Not in the client's types, which keep what they do not know.
    assert [model.active for model in found] == [row.callable for row in rows]


def test_together() -> None:
    together = pytest.importorskip("together")
    answers = ("together-catalogue-list-1", "together-catalogue-list-2")
    with serving(*answers, cursor="after") as host, together.Together(api_key=KEY, base_url=host.url) as client:
        found = list(client.models.list_supported(limit=100))
        assert host.asked == [path("together-catalogue", host)] * 2
    rows = listed("together-catalogue", *answers)
    assert [model.name for model in found] == ids(rows)
    assert [model.status.endswith("_DEPRECATED") for model in found] == [row.state is not None for row in rows]
    assert ["PRODUCT_SERVERLESS" in model.products for model in found] == [row.callable for row in rows]


def test_fireworks() -> None:
    fireworks = pytest.importorskip("fireworks")
    answers = ("fireworks-list-1", "fireworks-list-2")
    with serving(*answers, cursor="pageToken") as host, fireworks.Fireworks(api_key=KEY, base_url=host.url) as client:
        found = list(client.models.list(account_id="fireworks", page_size=200))
        assert host.asked == [path("fireworks", host)] * 2
    rows = listed("fireworks", *answers)
    assert [model.name for model in found] == ids(rows)
    day = found[1].deprecation_date
    assert rows[1].ends is not None
    assert (day.year, day.month, day.day) == (rows[1].ends.year, rows[1].ends.month, rows[1].ends.day)
    assert [model.supports_serverless is False or model.state == "UPLOADING" for model in found] == [
        not row.callable for row in rows
    ]


@pytest.mark.parametrize("name", ["openrouter", "openrouter-public"])
def test_openrouter(name: str) -> None:
    openrouter = pytest.importorskip("openrouter")
    with serving("openrouter-list-1", "openrouter-list-2", cursor="offset") as host:
        client = openrouter.OpenRouter(api_key=KEY, server_url=f"{host.url}/api/v1")
        # The client always names an offset, and so is answered with the second page.
        if name == "openrouter":
            answer = client.models.list_for_user(security={"bearer": KEY}, output_modalities="all")
        else:
            answer = client.models.list(output_modalities="all")
        assert host.asked == [path(name, host)]
    assert [model.id for model in answer.result.data] == ids(listed(name, "openrouter-list-2"))
    assert answer.result.links.next is None
    components = pytest.importorskip("openrouter.components")
    page = components.ModelsListResponse.model_validate_json((GOLDEN / "openrouter-list-1.json").read_bytes())
    rows = listed(name, "openrouter-list-1")
    assert [model.id for model in page.data] == ids(rows)
    assert [model.expiration_date for model in page.data] == [
        row.ends.isoformat() if row.ends else None for row in rows
    ]
    assert [(model.alias_target.slug, "") if model.alias_target else None for model in page.data] == [
        row.stands_for for row in rows
    ]


def test_openrouters_model() -> None:
    openrouter = pytest.importorskip("openrouter")
    with serving("openrouter-one") as host:
        client = openrouter.OpenRouter(api_key=KEY, server_url=f"{host.url}/api/v1")
        found = client.models.get(author="openai", slug="gpt-7").data
        one = LISTERS["openrouter"].one
        assert one is not None
        assert host.asked == [urlsplit(one(host.url, {}, "openai/gpt-7").url).path]
    assert (found.id, found.canonical_slug) == ("openai/gpt-7", "openai/gpt-7-2026-08-01")


def test_cerebras() -> None:
    cerebras = pytest.importorskip("cerebras.cloud.sdk")
    # The client warms up its connection with a request of its own.
    with (
        serving("cerebras-list") as host,
        cerebras.Cerebras(api_key=KEY, base_url=host.url, warm_tcp_connection=False) as client,
    ):
        found = client.models.list().data
        assert host.asked == [path("cerebras", host)]
    assert [model.id for model in found] == ids(listed("cerebras", "cerebras-list"))
    with (
        serving("cerebras-one") as host,
        cerebras.Cerebras(api_key=KEY, base_url=host.url, warm_tcp_connection=False) as client,
    ):
        model = client.models.retrieve("qwen-3-14b")
        assert host.asked == ["/v1/models/qwen-3-14b"]
    assert (model.id, model.deprecated) == ("qwen-3-14b", True)


def test_perplexity() -> None:
    perplexity = pytest.importorskip("perplexity")
    with serving("perplexity-list") as host, perplexity.Perplexity(api_key=KEY, base_url=host.url) as client:
        found = client.models.list().data
        assert host.asked == [path("perplexity", host)]
    assert [model.id for model in found] == ids(listed("perplexity", "perplexity-list"))


def test_ollama() -> None:
    ollama = pytest.importorskip("ollama")
    with serving("ollama-tags-list") as host:
        client = ollama.Client(host=host.url, headers={"Authorization": f"Bearer {KEY}"})
        found = client.list().models
        assert host.asked == [path("ollama-tags", host)]
    assert [model.model for model in found] == ids(listed("ollama-tags", "ollama-tags-list"))
