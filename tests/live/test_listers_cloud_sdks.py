"""The bodies in golden/ are what the official SDKs take for a list, and they ask as our listers do."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from pytest_modelgate.listers import all_listers

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.sdk, pytest.mark.filterwarnings("default")]

_GOLDEN = Path(__file__).parent / "golden"
_LISTERS = {lister.name: lister for lister in all_listers()}
_HOSTS = ("https://management.azure.com", "https://acme.services.ai.azure.com")


@dataclass
class _Host:
    """A server on loopback that answers each request with the next of its bodies, and keeps what it was asked."""

    bodies: list[tuple[int, Any]]
    origin: str = ""
    asked: list[tuple[str, dict[str, list[str]]]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def _serving(*golden: str, error: int | None = None) -> Iterator[_Host]:
    host = _Host([(200, json.loads((_GOLDEN / f"{name}.json").read_text(encoding="utf-8"))) for name in golden])
    if error is not None:
        one = host.bodies.pop()[1][error]
        host.bodies.append((one["status"], one["body"]))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            host.headers.append({name.lower(): value for name, value in self.headers.items()})
            status, body = host.bodies[min(len(host.asked), len(host.bodies) - 1)]
            host.asked.append((parts.path, parse_qs(parts.query)))
            text = json.dumps(body)
            for elsewhere in _HOSTS:
                text = text.replace(elsewhere, host.origin)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        host.origin = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()


def _ours(name: str, base: str, host: _Host, **environment: str) -> tuple[str, dict[str, list[str]]]:
    """What our lister asks first, as the server would keep it."""
    parts = urlsplit(_LISTERS[name].first(host.origin + base, environment).url)
    return parts.path, parse_qs(parts.query)


def test_openai() -> None:
    openai = pytest.importorskip("openai")
    with _serving("openai-list") as host:
        client = openai.OpenAI(api_key="sk-x", base_url=f"{host.origin}/v1", max_retries=0)
        models = list(client.models.list())
        client.close()
    assert host.asked == [_ours("openai", "/v1", host)]
    assert host.headers[0]["authorization"] == "Bearer sk-x"
    assert [model.id for model in models][:3] == ["gpt-4o", "gpt-4o-2024-08-06", "o1-mini"]
    assert models[1].shutdown_date == "2027-02-10"


@pytest.mark.parametrize(
    ("error", "kind"), [(0, "AuthenticationError"), (5, "PermissionDeniedError"), (6, "NotFoundError")]
)
def test_openai_errors(error: int, kind: str) -> None:
    openai = pytest.importorskip("openai")
    with _serving("openai-errors", error=error) as host:
        client = openai.OpenAI(api_key="sk-x", base_url=f"{host.origin}/v1", max_retries=0)
        with pytest.raises(getattr(openai, kind)) as raised:
            client.models.retrieve("gpt-9")
        client.close()
    assert raised.value.code == json.loads((_GOLDEN / "openai-errors.json").read_text())[error]["body"]["error"]["code"]
    lister = _LISTERS["openai"]
    assert lister.one is not None
    assert host.asked[0][0] == urlsplit(lister.one(f"{host.origin}/v1", {}, "gpt-9").url).path


def test_azure() -> None:
    openai = pytest.importorskip("openai")
    with _serving("azure-list") as host:
        client = openai.AzureOpenAI(api_key="x", azure_endpoint=host.origin, api_version="2024-10-21", max_retries=0)
        models = list(client.models.list())
        client.close()
    assert host.asked == [_ours("azure", "", host)]
    assert host.headers[0]["api-key"] == "x"
    assert models[0].id == "gpt-4o-2024-08-06"
    assert models[0].deprecation["inference"] == 1790726400
    assert models[1].lifecycle_status == "deprecated"


def test_azure_v1() -> None:
    openai = pytest.importorskip("openai")
    with _serving("azure-v1-list") as host:
        client = openai.OpenAI(api_key="x", base_url=f"{host.origin}/openai/v1/", max_retries=0)
        models = list(client.models.list())
        client.close()
    assert host.asked == [_ours("azure-v1", "", host)]
    assert [model.shutdown_date for model in models] == ["2026-09-30", None]


def test_bedrock_in_openais_form() -> None:
    openai = pytest.importorskip("openai")
    with _serving("bedrock-mantle-list") as host:
        client = openai.OpenAI(api_key="x", base_url=f"{host.origin}/v1", max_retries=0)
        models = list(client.models.list())
        client.close()
    assert host.asked == [_ours("bedrock-mantle", "/v1", host)]
    assert [model.id for model in models] == ["openai.gpt-oss-120b", "deepseek.v3.1"]


def test_anthropic() -> None:
    anthropic = pytest.importorskip("anthropic")
    with _serving("anthropic-page-1", "anthropic-page-2") as host:
        client = anthropic.Anthropic(api_key="sk-ant-x", base_url=host.origin, max_retries=0)
        models = list(client.models.list(limit=1000, lifecycle=["active", "deprecated", "retired"]))
        client.close()
    path, asked = _ours("anthropic", "", host)
    assert host.asked == [(path, asked), (path, {**asked, "after_id": ["claude-sonnet-4-20250514"]})]
    assert host.headers[0]["anthropic-version"] in ("2023-06-01", "2026-10-21")
    assert [model.lifecycle for model in models] == ["active", "deprecated", "retired", "paused"]
    assert models[1].retires_at == datetime(2026, 12, 15, 17, tzinfo=UTC)
    assert models[2].deprecated_at == datetime(2025, 6, 30, tzinfo=UTC)


def test_anthropic_errors() -> None:
    anthropic = pytest.importorskip("anthropic")
    with _serving("anthropic-errors", error=4) as host:
        client = anthropic.Anthropic(api_key="sk-ant-x", base_url=host.origin, max_retries=0)
        with pytest.raises(anthropic.NotFoundError) as raised:
            client.models.retrieve("claude-9")
        client.close()
    assert raised.value.body["error"]["type"] == "not_found_error"


def test_gemini() -> None:
    genai = pytest.importorskip("google.genai")
    with _serving("gemini-page-1", "gemini-page-2") as host:
        options = {"base_url": host.origin, "api_version": "v1beta"}
        with genai.Client(api_key="x", http_options=options, vertexai=False) as client:
            models = list(client.models.list(config={"page_size": 1000}))
    path, asked = _ours("gemini", "", host)
    assert host.asked == [(path, asked), (path, {**asked, "pageToken": ["Ch1tb2RlbHMvZ2VtaW5p=="]})]
    assert host.headers[0]["x-goog-api-key"] == "x"
    assert [model.name for model in models] == [
        *("models/gemini-2.5-flash", "models/gemini-embedding-001", "models/imagen-4.0-generate-001")
    ]
    assert models[1].supported_actions == ["embedContent"]


@pytest.mark.parametrize("error", [0, 6, 7])
def test_gemini_errors(error: int) -> None:
    genai = pytest.importorskip("google.genai")
    with _serving("gemini-errors", error=error) as host:
        client = genai.Client(api_key="x", http_options={"base_url": host.origin}, vertexai=False)
        with client, pytest.raises(genai.errors.ClientError) as raised:
            client.models.get(model="gemini-9")
    assert (
        raised.value.status
        == json.loads((_GOLDEN / "gemini-errors.json").read_text())[error]["body"]["error"]["status"]
    )


def test_vertex() -> None:
    genai = pytest.importorskip("google.genai")
    credentials = pytest.importorskip("google.oauth2.credentials")
    with _serving("vertex-google-1", "vertex-google-2") as host:
        options = {"base_url": host.origin, "api_version": "v1beta1"}
        token = credentials.Credentials(token="x")
        with genai.Client(
            vertexai=True, project="p", location="us-central1", credentials=token, http_options=options
        ) as client:
            models = list(client.models.list(config={"page_size": 100}))
    path, asked = _ours("vertex", "", host)
    asked.pop("listAllVersions")
    assert [(one, {**query}) for one, query in host.asked] == [
        (path, asked),
        (path, {**asked, "pageToken": ["page two"]}),
    ]
    assert [model.name for model in models] == [
        *("publishers/google/models/gemini-2.5-pro", "publishers/google/models/text-bison"),
        "publishers/google/models/gemini-2.0-flash-001",
    ]
    assert [model.version for model in models] == ["default", "002", "001"]


def _bedrock(host: _Host) -> Any:
    session = pytest.importorskip("botocore.session").get_session()
    return session.create_client(
        "bedrock",
        region_name="us-east-1",
        endpoint_url=host.origin,
        aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
        aws_secret_access_key="x",
    )


def test_bedrock() -> None:
    pytest.importorskip("botocore", minversion="1.44", reason="an older botocore knows less of models")
    with _serving("bedrock-list", "bedrock-one") as host:
        client = _bedrock(host)
        models = client.list_foundation_models()["modelSummaries"]
        one = client.get_foundation_model(modelIdentifier=models[1]["modelId"])["modelDetails"]
        client.close()
    lister = _LISTERS["bedrock"]
    assert lister.one is not None
    assert host.asked[0] == _ours("bedrock", "", host)
    assert host.asked[1][0] == urlsplit(lister.one(host.origin, {}, models[1]["modelId"]).url).path
    assert host.headers[0]["authorization"].startswith("AWS4-HMAC-SHA256 ")
    assert "/bedrock/aws4_request" in host.headers[0]["authorization"]
    assert models[1]["modelLifecycle"]["endOfLifeTime"].date() == date(2027, 3, 1)
    assert one["modelLifecycle"]["legacyTime"].date() == date(2026, 3, 1)
    assert models[3]["inferenceTypesSupported"] == ["PROVISIONED"]


def test_bedrock_profiles() -> None:
    pytest.importorskip("botocore", minversion="1.44", reason="an older botocore knows less of models")
    with _serving("bedrock-profiles-page-1", "bedrock-profiles-page-2") as host:
        client = _bedrock(host)
        pages = client.get_paginator("list_inference_profiles").paginate(
            typeEquals="SYSTEM_DEFINED", PaginationConfig={"PageSize": 1000}
        )
        profiles = [one for page in pages for one in page["inferenceProfileSummaries"]]
        client.close()
    path, asked = _ours("bedrock-profiles", "", host)
    assert host.asked == [(path, asked), (path, {**asked, "nextToken": ["AAAB/cD+e="]})]
    assert [one["status"] for one in profiles] == ["ACTIVE"] * 3
    assert len(profiles[2]["models"]) == 2


def test_bedrock_errors() -> None:
    exceptions = pytest.importorskip("botocore.exceptions")
    with _serving("bedrock-errors", error=-1) as host:
        client = _bedrock(host)
        with pytest.raises(exceptions.ClientError) as raised:
            client.list_foundation_models()
        client.close()
    assert raised.value.response["Error"]["Code"] == "UnrecognizedClientException"


class _Token:
    """A credential in the form that Azure's SDKs take."""

    def get_token(self, *scopes: str, **options: object) -> Any:
        return pytest.importorskip("azure.core.credentials").AccessToken("x", 4102444800)


def test_azure_resource_manager() -> None:
    cognitive = pytest.importorskip("azure.mgmt.cognitiveservices")
    with _serving("azure-arm-deployments-1", "azure-arm-deployments-2", "azure-arm-models") as host:
        scope = {
            "AZURE_SUBSCRIPTION_ID": "0b1f6471-1bf0-4dda-aec3-cb9272f09590",
            "AZURE_RESOURCE_GROUP": "models",
            "AZURE_OPENAI_ENDPOINT": "https://acme.openai.azure.com",
        }
        with cognitive.CognitiveServicesManagementClient(
            _Token(), scope["AZURE_SUBSCRIPTION_ID"], base_url=host.origin, authentication_policy=_policy()
        ) as client:
            deployments = list(client.deployments.list("models", "acme"))
            models = list(client.accounts.list_models("models", "acme"))
    path, asked = _ours("azure-arm", "", host, **scope)
    assert host.asked[0] == (path, asked)
    assert host.asked[1][0] == path
    assert host.asked[2] == (path.replace("/deployments", "/models"), asked)
    assert (deployments[0].name, deployments[0].properties.model.version) == ("chat", "2024-08-06")
    assert deployments[2].properties.provisioning_state == "Creating"
    assert deployments[1].properties.version_upgrade_option == "NoAutoUpgrade"
    assert [one.lifecycle_status for one in models] == ["Deprecating", "Deprecated", "Preview", "Stable"]
    assert models[0].replacement_config.target_model_name == "gpt-5.1"
    assert models[2].deprecation.deprecation_status == "Tentative"
    assert models[3].skus[1].deprecation_date.date() == date(2027, 3, 27)


def test_foundry() -> None:
    projects = pytest.importorskip("azure.ai.projects")
    with _serving("foundry-page-1", "foundry-page-2") as host:
        base = f"{host.origin}/api/projects/shop"
        with projects.AIProjectClient(base, _Token(), authentication_policy=_policy()) as client:
            deployments = list(client.deployments.list())
    path, asked = _ours("foundry", "/api/projects/shop", host)
    assert host.asked[0] == (path, asked)
    assert [(one.name, one.model_name, one.model_version) for one in deployments] == [
        ("chat", "gpt-4o", "2024-08-06"),
        ("reason", "DeepSeek-R1", "1"),
    ]


def _policy() -> Any:
    """Signs nothing: Azure's own policy refuses to send a token without TLS."""
    return pytest.importorskip("azure.core.pipeline.policies").SansIOHTTPPolicy()
