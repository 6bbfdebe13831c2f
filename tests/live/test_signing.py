from __future__ import annotations

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest

from pytest_modelgate.asking import ask
from pytest_modelgate.live_values import Answer, Listing, Outcome, Request
from pytest_modelgate.signing import SigningError, signer
from tests.live.acme import KEY, acme

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

AWS = {"AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": KEY, "AWS_SESSION_TOKEN": "session-token-1"}


@pytest.fixture(autouse=True)
def no_account(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No credentials of whoever runs the tests, nor of the machine they run on."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("GOOGLE_APPLICATION_CREDENTIALS", "GOOGLE_CLOUD_PROJECT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    monkeypatch.setenv("CLOUDSDK_CONFIG", str(tmp_path / "gcloud"))
    monkeypatch.setenv("NO_GCE_CHECK", "true")


def asked(header: str, environment: Mapping[str, str], **given: Any) -> tuple[Listing, list[dict[str, str]]]:
    sent: list[dict[str, str]] = []

    def send(request: Request, headers: Mapping[str, str], **limits: float) -> Answer:
        sent.append({**request.headers, **headers})
        return Answer(status=200, body=b'{"data": [{"id": "m1"}]}')

    usual = {"default": "https://api.acme.test", "keys": ("AWS_BEARER_TOKEN_BEDROCK",), "header": header}
    return ask(acme(**{**usual, **given}), environment, send=send), sent


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://bedrock.eu-west-1.amazonaws.com/foundation-models", "eu-west-1/bedrock"),
        ("https://bedrock-mantle.us-west-2.api.aws/v1/models", "us-west-2/bedrock-mantle"),
        ("https://bedrock-runtime.us-west-2.amazonaws.com/openai/v1/models", "us-west-2/bedrock-runtime"),
        ("http://127.0.0.1:8080/foundation-models?maxResults=1", "ap-south-1/bedrock"),
    ],
)
def test_a_request_to_aws_is_signed_for_its_service_and_region(url: str, place: str) -> None:
    found = signer("sigv4", {**AWS, "AWS_REGION": "ap-south-1"})
    headers = found.headers(Request(url=url, headers={"accept": "application/json"}))
    assert headers["authorization"].startswith("AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/")
    assert f"/{place}/aws4_request, SignedHeaders=" in headers["authorization"]
    assert headers["x-amz-security-token"] == "session-token-1"
    assert KEY not in repr(headers) + "".join(headers.values())
    assert KEY not in repr(found)


def test_a_signed_request_is_sent() -> None:
    listing, sent = asked("sigv4", AWS)
    assert (listing.outcome, listing.variable) == (Outcome.OK, "AWS credentials")
    assert sent[0]["authorization"].startswith("AWS4-HMAC-SHA256 ")


def test_a_token_comes_before_what_is_signed() -> None:
    listing, sent = asked("sigv4", {**AWS, "AWS_BEARER_TOKEN_BEDROCK": "token-1234"})
    assert (listing.variable, sent) == ("AWS_BEARER_TOKEN_BEDROCK", [{"authorization": "Bearer token-1234"}])


def test_a_profile_of_the_user_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "credentials").write_text(f"[work]\naws_access_key_id = AKIAWORK\naws_secret_access_key = {KEY}\n")
    monkeypatch.setenv("AWS_PROFILE", "work")
    listing, sent = asked("sigv4", {})
    assert listing.outcome is Outcome.OK
    assert "Credential=AKIAWORK/" in sent[0]["authorization"]


def test_no_aws_credentials_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    listing, sent = asked("sigv4", {})
    assert (listing.outcome, sent) == (Outcome.NO_KEY, [])
    assert listing.message == (
        "there are no AWS credentials; set AWS_PROFILE, AWS_ACCESS_KEY_ID or AWS_BEARER_TOKEN_BEDROCK"
    )
    monkeypatch.setenv("AWS_PROFILE", "nowhere")
    listing, _ = asked("sigv4", {})
    assert listing.outcome is Outcome.NO_KEY
    assert listing.message is not None
    assert "botocore cannot read the AWS credentials (ProfileNotFound)" in listing.message


@pytest.mark.parametrize(
    ("header", "module", "words"),
    [
        ("sigv4", "botocore.auth", "`pip install pytest-modelgate[aws]`, or set AWS_BEARER_TOKEN_BEDROCK"),
        ("adc", "google.auth", "`pip install pytest-modelgate[google]`"),
    ],
)
def test_a_library_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, header: str, module: str, words: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    listing, sent = asked(header, AWS)
    assert (listing.outcome, sent) == (Outcome.NO_KEY, [])
    assert listing.message is not None
    assert listing.message.endswith(words)


@pytest.fixture
def tokens() -> Iterator[tuple[str, list[dict[str, list[str]]], dict[str, Any]]]:
    """Google's server of tokens: its address, what it was asked, and what it says."""
    given: list[dict[str, list[str]]] = []
    says: dict[str, Any] = {"status": 200, "body": {"access_token": "ya29.token-1234", "expires_in": 3600}}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            given.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            body = json.dumps(says["body"]).encode()
            self.send_response(says["status"])
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            """Nothing goes to the terminal."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/token", given, says
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def account(tokens: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service account of Google's."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    private = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    fields = {"type": "service_account", "project_id": "project-0", "client_email": "a@example.org", "client_id": "1"}
    path = tmp_path / "account.json"
    path.write_text(json.dumps({**fields, "private_key": private.decode(), "token_uri": tokens[0]}))
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(path))
    monkeypatch.setenv("GOOGLE_CLOUD_QUOTA_PROJECT", "project-1")


@pytest.mark.usefixtures("account")
def test_google_gives_a_token(tokens: Any) -> None:
    listing, sent = asked("adc", {}, keys=())
    assert (listing.outcome, listing.variable) == (Outcome.OK, "Google credentials")
    assert sent == [{"authorization": "Bearer ya29.token-1234", "x-goog-user-project": "project-1"}]
    (given,) = tokens[1]
    assert given["grant_type"] == ["urn:ietf:params:oauth:grant-type:jwt-bearer"]


@pytest.mark.usefixtures("account")
def test_a_token_that_google_refuses_is_told_without_what_it_says(tokens: Any) -> None:
    tokens[2].update(status=400, body={"error": "invalid_grant", "error_description": f"Bad {KEY}"})
    listing, sent = asked("adc", {}, keys=())
    assert (listing.outcome, sent) == (Outcome.KEY_INVALID, [])
    assert listing.message is not None
    assert (
        "Google gives no token for the credentials (RefreshError); sign in again, or renew the key" in listing.message
    )
    assert KEY not in listing.message


@pytest.mark.usefixtures("account")
def test_a_server_of_tokens_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "account.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "token_uri": "http://127.0.0.1:1/token"}))
    listing, sent = asked("adc", {}, keys=())
    assert (listing.outcome, sent) == (Outcome.UNREACHABLE, [])
    assert listing.message is not None
    assert listing.message.startswith("Google's server of tokens cannot be reached; look at the network")


def test_no_google_credentials_are_told() -> None:
    with pytest.raises(SigningError) as caught:
        signer("adc", {})
    assert caught.value.outcome is Outcome.NO_KEY
    assert caught.value.reason == (
        "there are no Google credentials; `gcloud auth application-default login` makes some, and"
        " GOOGLE_APPLICATION_CREDENTIALS names a file of them"
    )
