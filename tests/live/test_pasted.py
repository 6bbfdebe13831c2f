from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_modelgate.live_values import Secret
from pytest_modelgate.marks import Mark
from pytest_modelgate.pasted import Pasted, read

TEXTS = [
    (name, text.rstrip("\n"), None if status == "-" else int(status), None if code == "-" else code, Mark(mark))
    for head, _, text in (
        block.partition("\n") for block in (Path(__file__).parent / "errors.txt").read_text("utf-8").split("=== ")[1:]
    )
    for name, status, code, mark in [head.split(" | ")]
]
"""Errors as providers and SDKs print them: name, text, status, code and one of the marks."""
NAMED = {name: text for name, text, *_ in TEXTS}


@pytest.mark.parametrize(("text", "status", "code", "mark"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_what_providers_and_sdks_print(text: str, status: int | None, code: str | None, mark: Mark) -> None:
    found = read(text)
    assert (found.status, mark in found.marks) == (status, True), found
    if code is not None:
        assert found.code == code


def test_there_are_enough_shapes() -> None:
    assert len({row[0] for row in TEXTS}) == len(TEXTS) >= 40


@pytest.mark.parametrize(
    ("name", "absent"),
    [
        ("openai-not-found", Mark.NO_ACCESS),
        ("xai-not-found", Mark.NO_ACCESS),
        ("gemini-new-users", Mark.RETIRED),
        ("gemini-rate", Mark.QUOTA),
        ("gemini-quota", Mark.RATE),
        ("openai-invalid-url", Mark.NOT_FOUND),
        ("proxy-html", Mark.NOT_FOUND),
        ("bedrock-not-granted", Mark.NO_ACCESS),
    ],
)
def test_what_must_not_be_read_into_a_text(name: str, absent: Mark) -> None:
    assert absent not in read(NAMED[name]).marks


@pytest.mark.parametrize(
    ("text", "request_id"),
    [
        ("HTTP/2 404\nX-Request-Id: req_abc123\n\n{}", "req_abc123"),
        ("< HTTP/2 404\n< request-id: req_011C\n< cf-ray: 8f-AMS\n", "req_011C"),
        ("{'request_id': 'req_0123456', 'error': {'message': 'm'}}", "req_0123456"),
        ("x-amzn-RequestId: 11-22\nx-amzn-errortype: ResourceNotFoundException:http://x/\n", "11-22"),
        ("Request ID: 0aa1-bb2", "0aa1-bb2"),
        ("x-request-id: \x1b[31mred\n", None),
        ("nothing", None),
    ],
)
def test_the_request_is_named_by_the_first_header_that_does(text: str, request_id: str | None) -> None:
    assert read(text).request_id == request_id


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("openai-not-found", "gpt-9"),
        ("anthropic-not-found", "claude-3-opus-20240229"),
        ("gemini-version", "gemini-1.5-flash"),
        ("bedrock-profile", "anthropic.claude-sonnet-4-5-20250929-v1:0"),
        ("openrouter-bad-id", "openai/gpt-99"),
        ("openrouter-no-endpoints", "openai/gpt-6-luna"),
        ("litellm-proxy-name", "gpt-9"),
        ("xai-not-found", "grok-9"),
        ("ollama", "llama9"),
        ("openai-quota", None),
    ],
)
def test_the_model_that_an_error_names(name: str, model: str | None) -> None:
    assert read(NAMED[name]).model == model


def test_an_address_is_shown_without_query_and_user() -> None:
    text = "Client error '404 Not Found' for url 'https://user:pw@Example.org/v1/models?key=AIzaSyA-0123456789'"
    assert read(text).address == "https://example.org/v1/models"


def test_the_last_error_of_a_log_counts() -> None:
    log = (
        "Error code: 429 - {'error': {'code': 'rate_limit_exceeded', 'message': 'slow'}}\n" + NAMED["openai-not-found"]
    )
    assert (read(log).status, read(log).code) == (404, "model_not_found")


def test_a_body_that_was_cut_is_read_as_far_as_it_goes() -> None:
    assert read("{'error': {'code': 'model_decommissioned', 'message': 'The model `x` has be").says(Mark.RETIRED)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{'error': {'message': 'a\\u0041\\x42\\'c'", "aAB'c"),
        ("{'error': 'said', 'x", "said"),
        ("{'error': 'said', 'x' y}", "{'error': 'said', 'x' y}"),
        ("{'error': 'said', 'x':", "said"),
        ("{'error': 'said\\", "said"),
        ("{'error': 'said', 'x': ]}", "{'error': 'said', 'x': ]}"),
        ("{'error': 'said', 5: 6}", "{'error': 'said', 5: 6}"),
        ("{'a': 1} {'error': ({'message': 'no'},), 'message': 'said'}", "said"),
    ],
)
def test_documents_that_are_odd(text: str, message: str) -> None:
    assert read(text).message == message


def test_access_that_is_one_of_two_reasons_is_not_proven() -> None:
    text = "Error code: 404 - {'error': {'message': 'It does not exist or you do not have access to model x'}}"
    assert read(text).marks == (Mark.NOT_FOUND,)


def test_wording_without_status_or_code_proves_less() -> None:
    assert not read("The model `x` has been decommissioned").structured
    assert read("Error code: 400 - {'error': {'message': 'The model `x` has been decommissioned'}}").structured


def test_wording_beside_another_status_says_nothing() -> None:
    assert not read("Error code: 429 - {'error': {'message': 'the model x has been deprecated'}}").says(Mark.RETIRED)


SECRETS = [
    "sk-proj-abcdefghijklmnop0123456789",
    "sk-ant-api03-abcdefghijklmnop",
    "gsk_abcdefghijklmnopqrstuv",
    "AIzaSyA0123456789abcdefghijklmnopqrstuv",
    "0123456789abcdef0123456789abcdef",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
    "xai-abcdefghijklmnopqrstuvwxyz0123",
    "AKIAIOSFODNN7EXAMPLE",
    "hf_abcdefghijklmnopqrstuv",
]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize(
    "text",
    [
        "Error code: 401 - {{'error': {{'message': 'Incorrect API key provided: {0}.', 'code': '{0}'}}}}",
        "curl https://example.org/v1/models?key={0}\nx-request-id: {0}\n404 Not Found",
        "Authorization: Bearer {0}\nconnection to {0} failed",
        "The model `{0}` does not exist",
    ],
)
def test_keys_are_not_repeated(text: str, secret: str) -> None:
    assert secret not in repr(read(text.format(secret)))


def test_a_known_key_of_any_form_is_not_repeated() -> None:
    found = read("{'error': {'message': 'bad credential my-own-key'}}", (Secret("my-own-key\n", "K"),))
    assert found.message == "bad credential [removed]"


@pytest.mark.parametrize("text", ["gpt-5.6-sol", "accounts/fireworks/models/llama-v3p1-405b-instruct", "key-scope"])
def test_ids_are_not_taken_for_secrets(text: str) -> None:
    assert text in str(read(f"{{'error': {{'message': 'The model {text} does not exist'}}}}").message)


def test_controls_and_build_commands_are_escaped() -> None:
    found = read("{'error': {'message': '\x1b[2J ::error::x ##vso[task] \u202e', 'code': 'a\x1bb'}}")
    assert found.message == r"\x1b[2J \x3a:error::x #\x23vso[task] \u202e"
    assert found.code is None


def test_a_message_is_cut() -> None:
    found = read('{"error": {"message": "' + "long words " * 100 + '"}}')
    assert found.message is not None and len(found.message) < 340


@pytest.mark.parametrize(
    "text",
    [
        "{" * 200_000,
        "[{" * 100_000,
        "{'a':" * 50_000,
        "{'error':" * 50_000,
        "{'a':'" + "\\" * 100_000,
        "*" * 100_000,
        "A" * 100_000,
        "model " * 20_000,
        "model x" * 20_000,
        "{'error': '" + "a" * 90_000 + "'}",
        "A\n" * 60_000,
        "status 4" * 12_000,
        "POST " * 20_000,
        "https://" * 12_000,
        "'" * 100_000,
        "<" * 100_000,
        "\n" * 100_000,
        "-" * 100_000,
        "eyJ" * 30_000,
        "the api key: " * 8_000,
    ],
    ids=lambda text: repr(text[:10]),
)
def test_hostile_texts_take_no_time(text: str) -> None:
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 2


def test_nothing_is_run() -> None:
    assert read("{'error': __import__('os').abort()}") == read("{'error': __import__('os').abort()}")


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = read(text)
    assert isinstance(found, Pasted)
    for shown in (found.message, found.code, found.type, found.request_id, found.model, found.address):
        assert shown is None or (shown.isprintable() and len(shown) < 600)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["error", "code", "message", "a"]), inner),
    )
)
def test_any_document_is_read(document: object) -> None:
    for text in (repr(document), repr({"error": document}), f"Error code: 404 - {document!r}"):
        assert isinstance(read(text), Pasted)
