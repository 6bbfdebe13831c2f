from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, parse_qsl, quote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_modelgate.errors import UsageError
from pytest_modelgate.listers import all_listers
from pytest_modelgate.listers._reading import DOUBTS, day_of, linked, segment, shown
from pytest_modelgate.live_values import Absence, Answer, BadResponseError, Listed, Lister, Outcome, Page, Request
from pytest_modelgate.outcomes import outcome_of
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Mapping

_GOLDEN = Path(__file__).parent / "golden"
_LISTERS = {lister.name: lister for lister in all_listers()}
_CLOUD = (
    *("anthropic", "azure", "azure-arm", "azure-v1", "bedrock", "bedrock-mantle", "bedrock-profiles", "foundry"),
    *("gemini", "openai", "vertex"),
)
_SECRET = "sk-live-0123456789abcdef"
_ID = re.compile(r"[\x21-\x7e]{1,256}")
_CREDENTIALS = {"authorization", "x-api-key", "api-key", "x-goog-api-key", "cookie", "proxy-authorization"}
_SAMPLES = {
    "azure": "https://acme.openai.azure.com",
    "azure-v1": "https://acme.openai.azure.com",
    "foundry": "https://acme.services.ai.azure.com/api/projects/shop",
}
_SCOPE = {
    "AZURE_SUBSCRIPTION_ID": "0b1f6471-1bf0-4dda-aec3-cb9272f09590",
    "AZURE_RESOURCE_GROUP": "models",
    "AZURE_OPENAI_ENDPOINT": "https://acme.openai.azure.com/",
}
_few = settings(max_examples=20, deadline=None)
_each = pytest.mark.parametrize("lister", _LISTERS.values(), ids=list(_LISTERS))


def _base(lister: Lister) -> str:
    return _SAMPLES.get(lister.name) or (lister.default or "http://127.0.0.1:8080/v1").replace("{region}", "us-east-1")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _environment(lister: Lister) -> dict[str, str]:
    return {**_SCOPE, **dict.fromkeys(lister.keys, _SECRET)}


def _golden(name: str) -> Any:
    return json.loads((_GOLDEN / f"{name}.json").read_text(encoding="utf-8"))


def _first(name: str, **environment: str) -> Request:
    lister = _LISTERS[name]
    return lister.first(_base(lister), {**_SCOPE, **environment})


def _page(lister: str, golden: str, request: Request | None = None) -> Page:
    return _LISTERS[lister].read(_golden(golden), request or _first(lister))


def _one(lister: str, golden: str) -> Listed:
    read_one = _LISTERS[lister].read_one
    assert read_one is not None
    return read_one(_golden(golden))


def _ask_one(name: str, model_id: str, **environment: str) -> str:
    lister = _LISTERS[name]
    assert lister.one is not None
    return lister.one(_base(lister), {**_SCOPE, **environment}, model_id).url


def _following(page: Page) -> Request:
    assert page.following is not None
    return page.following


def _by_id(page: Page) -> Mapping[str, Listed]:
    return {row.id: row for row in page.rows}


# Every lister


@_each
def test_a_default_address_is_one_that_the_keys_may_go_to(lister: Lister) -> None:
    if _SAMPLES.get(lister.name) or (lister.default or "").startswith("https:"):
        assert lister.origins.fullmatch(_origin(_base(lister)))


@_each
def test_no_key_may_go_to_a_host_that_only_looks_alike(lister: Lister) -> None:
    origin = _origin(_base(lister))
    host = urlsplit(origin).hostname or ""
    last = host.rpartition(".")[0]
    wrong = [
        f"{origin}.",
        f"{origin}.evil.example",
        f"{origin}\n",
        f"{origin}/",
        f"{origin}@evil.example",
        f"https://user@{host}",
        f"https://user:word@{host}",
        f"https://evil.example/{host}",
        f"https://evil.example#{host}",
        f"https://evil.example?{host}",
        f"https://{last}.evil.example",
        f"https://x.y.{host}",
        "https://evil.example",
        "https://8.8.8.8",
        "https://169.254.169.254",
        "https://[2001:db8::1]",
        "https://2130706433",
        "https://.",
        "https://",
        "",
    ]
    if not host.replace(".", "").isdigit() and host != "localhost":
        wrong += [f"http://{host}", f"https://{host}:8443", "https://127.0.0.1", "https://localhost", "https://[::1]"]
        wrong += [f"https://{host[:at]}x{host[at + 1 :]}" for at, sign in enumerate(host) if sign == "."]
        wrong += [f"https://{host.replace('a', 'а')}"] if "a" in host else []
    assert [one for one in wrong if one != origin and lister.origins.fullmatch(one)] == []


@_each
def test_no_request_carries_a_credential_or_leaves_its_origin(lister: Lister) -> None:
    environment = _environment(lister)
    asked = [lister.first(_base(lister), environment)]
    if lister.one is not None:
        asked += [lister.one(_base(lister), environment, one) for one in ("gpt-4o", "../../x", "..", "a?b#c", "a/b:c")]
    for request in asked:
        assert _origin(request.url) == _origin(_base(lister))
        assert _SECRET not in request.url
        assert "#" not in request.url
        assert not {".", ".."} & set(urlsplit(request.url).path.split("/"))
        assert not _CREDENTIALS & {name.lower() for name in request.headers}
        assert not any(_SECRET in value for value in request.headers.values())
        assert request.url.isascii()
        assert request.url.isprintable()


@_each
def test_a_single_model_can_be_read_where_it_can_be_asked_for(lister: Lister) -> None:
    assert (lister.one is None) == (lister.read_one is None)
    assert lister.absence is not Absence.AFTER_RETRIEVE or lister.one is not None
    assert lister.bearers <= set(lister.keys)


@_each
def test_the_form_in_which_an_id_is_looked_for_is_settled(lister: Lister) -> None:
    for model_id in (
        "gpt-4o",
        "models/gemini-2.5-pro",
        "publishers/google/models/x",
        "us.anthropic.claude-x-v1:0",
        "a:b",
    ):
        assert lister.normal(lister.normal(model_id)) == lister.normal(model_id)


_CONTAINERS = (
    *("data", "models", "publisherModels", "value", "modelSummaries", "inferenceProfileSummaries", "modelDetails"),
    *("has_more", "last_id", "nextPageToken", "next_page_token", "nextToken", "nextLink", "next_cursor", "links"),
)
_FIELDS = (
    *("id", "name", "modelId", "inferenceProfileId", "versionId", "model", "modelName", "modelVersion", "aliases"),
    *("lifecycle", "deprecated_at", "retires_at", "shutdown_date", "lifecycle_status", "deprecation", "inference"),
    *("capabilities", "modelLifecycle", "status", "legacyTime", "endOfLifeTime", "inferenceTypesSupported", "models"),
    *("modelArn", "properties", "provisioningState", "version", "skus", "deprecationDate", "replacementConfig"),
    *("targetModelName", "supportedGenerationMethods", "year", "month", "day", "active", "is_deprecated", "endpoints"),
    *("state", "expiration_date", "alias_target", "parent", "model_info", "litellm_params", "deprecationStatus"),
)
_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        [
            *(
                "gpt-4o",
                "models/x",
                "publishers/google/models/x",
                "2027-01-01",
                "2027-02-30",
                "0001-01-01T00:00:00+23:59",
            ),
            *("https://evil.example/next", "//evil.example", "/next", "http://[", "retired", "Deprecated", "LEGACY"),
            *("\x1b[31mred", "a\nb", "x" * 5000, 10**30, -(10**18), float("nan"), float("inf"), 1790726400),
        ]
    )
)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(_FIELDS), inner, max_size=6),
    max_leaves=24,
)
_ROWS = st.lists(st.dictionaries(st.sampled_from(_FIELDS), _VALUES, max_size=8) | _VALUES, max_size=4)
_DOCUMENTS = st.dictionaries(st.sampled_from(_CONTAINERS), _ROWS | _VALUES, max_size=15) | _ROWS | _VALUES


def _is_sound(row: Listed) -> bool:
    texts = (row.id, *row.aliases, *(row.actions or ()), *filter(None, [row.successor]))
    return (
        all(_ID.fullmatch(text) for text in texts)
        and all(day is None or type(day) is date for day in (row.announced, row.ends, row.earliest))
        and (row.reason is None or (row.reason.isascii() and row.reason.isprintable() and len(row.reason) < 300))
        and row.state in (None, State.RETIRED, State.DEPRECATED, State.LEGACY)
        and (row.stands_for is None or all(not text or _ID.fullmatch(text) for text in row.stands_for))
    )


@_each
@_few
@given(document=_DOCUMENTS)
def test_no_list_breaks_the_reading_of_it(lister: Lister, document: object) -> None:
    # Without the group, Azure's account is looked for first.
    request = lister.first(_base(lister), {**_SCOPE, "AZURE_RESOURCE_GROUP": ""})
    for _ in range(4):
        try:
            page = lister.read(document, request)
        except BadResponseError as error:
            assert str(error).isprintable()
            assert len(str(error)) < 300
            break
        assert all(_is_sound(row) for row in page.rows)
        assert len(page.doubts) <= DOUBTS + 1
        assert all(doubt.isprintable() and len(doubt) < 600 for doubt in page.doubts)
        if lister.whole is not None:
            assert all(_is_sound(row) for row in lister.whole(page.rows))
        if page.following is None:
            break
        assert _origin(page.following.url) == _origin(request.url)
        request = page.following


@_each
@_few
@given(document=_DOCUMENTS | st.dictionaries(st.sampled_from(_FIELDS), _VALUES, max_size=12))
def test_no_answer_for_one_model_breaks_the_reading_of_it(lister: Lister, document: object) -> None:
    if lister.read_one is None:
        return
    try:
        row = lister.read_one(document)
    except BadResponseError as error:
        assert str(error).isprintable()
    else:
        assert _is_sound(row)


_BODIES = st.binary(max_size=40) | st.builds(
    lambda value: json.dumps(value).encode(),
    st.dictionaries(
        st.sampled_from(["error", "message", "code", "type", "status", "details", "__type", "detail"]),
        _VALUES,
        max_size=6,
    )
    | _VALUES,
)


@_each
@_few
@given(
    status=st.integers(100, 599),
    body=_BODIES | st.sampled_from([b"[" * 100_000, b'{"a":' * 100_000, b"1" * 5000]),
    kind=st.text(max_size=30),
)
def test_no_error_breaks_the_reading_of_it(lister: Lister, status: int, body: bytes, kind: str) -> None:
    answer = Answer(status=status, headers={"x-amzn-errortype": kind}, body=body)
    found = lister.outcome(answer) if lister.outcome is not None else None
    assert found is None or isinstance(found, Outcome)


@_each
def test_deep_and_long_documents_are_read(lister: Lister) -> None:
    deep: object = []
    for _ in range(50_000):
        deep = [deep]
    request = lister.first(_base(lister), _SCOPE)
    for document in (deep, dict.fromkeys(_CONTAINERS, deep), {name: [deep] * 30 for name in _CONTAINERS[:7]}):
        try:
            page = lister.read(document, request)
        except BadResponseError:
            continue
        assert page.rows == ()
        assert len(page.doubts) <= DOUBTS + 1


@_each
@pytest.mark.parametrize("document", [None, True, 0, "", "<html>", [], {}, {"data": None}, {"data": {}, "models": 3}])
def test_what_is_no_list_is_no_empty_list(lister: Lister, document: object) -> None:
    if (document == [] and lister.name.startswith("together")) or (document == {} and lister.name == "vertex"):
        return
    with pytest.raises(BadResponseError):
        lister.read(document, lister.first(_base(lister), _SCOPE))


# Reading


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2027-03-01", date(2027, 3, 1)),
        ("2027-03-01T00:00:00Z", date(2027, 3, 1)),
        ("2027-03-01T23:30:00-01:00", date(2027, 3, 2)),
        ("2027-03-01T00:30:00+01:00", date(2027, 2, 28)),
        ("2027-03-01T00:00:00.123456789Z", date(2027, 3, 1)),
        ("2027-03-01 12:00:00", date(2027, 3, 1)),
        (1790726400, date(2026, 9, 30)),
        (1790726399.5, date(2026, 9, 29)),
        ({"year": 2027, "month": 3, "day": 1}, date(2027, 3, 1)),
        ("2027-02-30", None),
        ("2027-03", None),
        ("20270301", None),
        ("2027-W10-1", None),
        ("soon", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59-14:00", None),
        ("1970-01-01", None),
        ("2027-03-01\n", None),
        ("２０２７-03-01", None),
        (0, None),
        (True, None),
        (10**30, None),
        (float("nan"), None),
        (float("inf"), None),
        ({"year": 2027, "month": 3}, None),
        ({"year": "2027", "month": 3, "day": 1}, None),
        ([2027, 3, 1], None),
        (None, None),
    ],
)
def test_days(written: object, day: date | None) -> None:
    assert day_of(written) == day


def test_values_are_shown_short_and_harmless() -> None:
    assert shown("\x1b[31m") == r"'\x1b[31m'"
    assert len(shown("x" * 1000)) < 50
    assert shown(None) == "missing"
    assert shown([[1]]) == "a list"


def test_a_link_to_another_host_is_refused() -> None:
    here = Request(url="https://api.example.org/v1/models?limit=2", headers={"accept": "application/json"})
    assert linked("/v1/models?offset=2", here).url == "https://api.example.org/v1/models?offset=2"
    assert linked("?offset=2", here).headers == here.headers
    for elsewhere in (
        "https://evil.example/",
        "//evil.example/",
        "http://api.example.org/",
        "https://api.example.org:444/",
    ):
        with pytest.raises(BadResponseError):
            linked(elsewhere, here)
    with pytest.raises(BadResponseError):
        linked("http://[", here)


@pytest.mark.parametrize(
    ("model_id", "path"),
    [("ft:gpt-4o::1", "ft:gpt-4o::1"), ("a/b", "a%2Fb"), ("..", "%2E%2E"), ("a?b#c", "a%3Fb%23c"), ("x@1", "x@1")],
)
def test_an_id_is_one_segment_of_a_path(model_id: str, path: str) -> None:
    assert segment(model_id) == path


# OpenAI


def test_openai_rows() -> None:
    page = _page("openai", "openai-list")
    rows = _by_id(page)
    assert (page.following, page.doubts) == (None, ())
    assert list(rows) == ["gpt-4o", "gpt-4o-2024-08-06", "o1-mini", "gpt-5.9", "ft:gpt-4o-mini-2024-07-18:acme::8Zx1"]
    assert rows["gpt-4o"] == Listed(id="gpt-4o")
    assert rows["gpt-4o-2024-08-06"].ends == date(2027, 2, 10)
    assert rows["o1-mini"].ends == date(2025, 10, 27)
    assert _one("openai", "openai-one").ends == date(2027, 2, 10)


def test_openai_requests() -> None:
    request = _first("openai", OPENAI_ORG_ID="org-1", OPENAI_PROJECT_ID="proj_1")
    assert request.url == "https://api.openai.com/v1/models"
    assert request.headers == {"OpenAI-Organization": "org-1", "OpenAI-Project": "proj_1"}
    assert _first("openai", OPENAI_ORG_ID="org\r\nx: y").headers == {}
    assert _ask_one("openai", "ft:gpt-4o:acme::1") == "https://api.openai.com/v1/models/ft:gpt-4o:acme::1"
    lister = _LISTERS["openai"]
    assert lister.first("http://127.0.0.1:1/v1/", {}).url == "http://127.0.0.1:1/v1/models"
    assert all(lister.origins.fullmatch(f"https://{place}.api.openai.com") for place in "us eu ae au in jp".split())


def test_odd_rows_are_doubts() -> None:
    document = {
        "data": [{"id": "a b"}, {"id": "x" * 257}, {"id": 4}, 7, None, {"id": "gpt-4o", "shutdown_date": "soon"}]
    }
    page = _LISTERS["openai"].read(document, _first("openai"))
    assert [row.id for row in page.rows] == ["gpt-4o"]
    assert page.doubts == (
        "the id of row 1 of the list is no model id: 'a b'",
        f"the id of row 2 of the list is no model id: '{'x' * 40}...'",
        "the id of row 3 of the list is no model id: a number",
        "row 4 of the list is a number, not an object",
        "row 5 of the list is missing, not an object",
        "the shutdown_date of gpt-4o is no date: 'soon'",
    )


def test_many_doubts_are_counted() -> None:
    page = _LISTERS["openai"].read({"data": [None] * 50}, _first("openai"))
    assert len(page.doubts) == DOUBTS + 1
    assert page.doubts[-1] == "and 30 more that could not be read"


# Anthropic


def test_anthropic_pages_with_all_lifecycles() -> None:
    request = _first("anthropic")
    asked = parse_qs(urlsplit(request.url).query)
    assert asked == {"limit": ["1000"], "lifecycle[]": ["active", "deprecated", "retired"]}
    first = _page("anthropic", "anthropic-page-1", request)
    then = _following(first)
    assert parse_qs(urlsplit(then.url).query) == {**asked, "after_id": ["claude-sonnet-4-20250514"]}
    assert then.headers == request.headers == {"anthropic-version": "2026-10-21"}
    second = _page("anthropic", "anthropic-page-2", then)
    assert second.following is None
    rows = {**_by_id(first), **_by_id(second)}
    assert rows["claude-opus-5"] == Listed(id="claude-opus-5")
    assert rows["claude-haiku-5"] == Listed(id="claude-haiku-5")
    assert rows["claude-sonnet-4-20250514"] == Listed(
        id="claude-sonnet-4-20250514", state=State.DEPRECATED, announced=date(2026, 4, 14), ends=date(2026, 12, 15)
    )
    retired = rows["claude-3-opus-20240229"]
    assert (retired.state, retired.callable, retired.ends) == (State.RETIRED, False, date(2026, 1, 5))
    assert _one("anthropic", "anthropic-one") == retired


def test_anthropic_behind_a_gateway() -> None:
    lister = _LISTERS["anthropic"]
    request = lister.first("https://gateway.example/anthropic/", {})
    assert request.url.startswith("https://gateway.example/anthropic/v1/models?limit=1000&")
    assert request.headers == {"anthropic-version": "2023-06-01"}
    assert lister.read(_golden("anthropic-gateway"), request).rows == (Listed(id="claude-sonnet-4-5"),)


@pytest.mark.parametrize("last", [None, "", 7, "x" * 5000, "a\nb"])
def test_anthropic_with_more_but_nothing_to_go_on_from(last: object) -> None:
    with pytest.raises(BadResponseError):
        _LISTERS["anthropic"].read({"data": [], "has_more": True, "last_id": last}, _first("anthropic"))


# Google


def test_gemini_pages() -> None:
    request = _first("gemini")
    assert request.url == "https://generativelanguage.googleapis.com/v1beta/models?pageSize=1000"
    first = _page("gemini", "gemini-page-1", request)
    then = _following(first)
    assert parse_qs(urlsplit(then.url).query) == {"pageSize": ["1000"], "pageToken": ["Ch1tb2RlbHMvZ2VtaW5p=="]}
    second = _page("gemini", "gemini-page-2", then)
    assert second.following is None
    assert [row.id for row in first.rows + second.rows] == [
        *("gemini-2.5-flash", "gemini-embedding-001", "imagen-4.0-generate-001")
    ]
    assert first.rows[1].actions == ("embedContent",)
    assert _one("gemini", "gemini-one").actions == ("generateContent", "countTokens")


def test_gemini_versions_and_ids() -> None:
    assert "/v1/models?" in _first("gemini", GOOGLE_GENAI_API_VERSION="v1").url
    assert "/v1beta/models?" in _first("gemini", GOOGLE_GENAI_API_VERSION="../x").url
    host = "https://generativelanguage.googleapis.com"
    assert _ask_one("gemini", "models/gemini-2.5-pro") == f"{host}/v1beta/models/gemini-2.5-pro"
    lister = _LISTERS["gemini"]
    assert lister.normal("models/gemini-2.5-pro") == "gemini-2.5-pro"
    assert lister.covers is not None
    assert not lister.covers("tunedModels/mine-1")


def test_vertex_asks_every_publisher() -> None:
    request: Request | None = _first("vertex")
    rows: list[Listed] = []
    asked = []
    for golden in ("google-1", "google-2", "anthropic", "meta", "mistralai"):
        assert request is not None
        asked.append((urlsplit(request.url).path, dict(parse_qsl(urlsplit(request.url).query))))
        page = _page("vertex", f"vertex-{golden}", request)
        rows += page.rows
        request = page.following
    assert request is None
    query = {"pageSize": "100", "listAllVersions": "true"}
    assert asked == [
        ("/v1beta1/publishers/google/models", query),
        ("/v1beta1/publishers/google/models", {**query, "pageToken": "page two"}),
        ("/v1beta1/publishers/anthropic/models", query),
        ("/v1beta1/publishers/meta/models", query),
        ("/v1beta1/publishers/mistralai/models", query),
    ]
    assert [row.id for row in rows] == [
        *("gemini-2.5-pro", "text-bison@002", "gemini-2.0-flash-001"),
        *("claude-opus-4-1@20250805", "claude-opus-4-1@20250806", "codestral-2501"),
    ]
    assert rows[3].aliases == (*("claude-opus-4-1", "anthropic/claude-opus-4-1", "anthropic/claude-opus-4-1@20250805"),)


@pytest.mark.parametrize(
    ("model_id", "path", "normal"),
    [
        ("gemini-2.5-pro", "google/models/gemini-2.5-pro", "gemini-2.5-pro"),
        ("claude-opus-4-1@20250805", "anthropic/models/claude-opus-4-1@20250805", "claude-opus-4-1@20250805"),
        ("claude-opus-4-1@default", "anthropic/models/claude-opus-4-1@default", "claude-opus-4-1"),
        ("publishers/meta/models/llama-4-maas", "meta/models/llama-4-maas", "llama-4-maas"),
        ("deepseek-ai/deepseek-ocr-maas", "deepseek-ai/models/deepseek-ocr-maas", "deepseek-ai/deepseek-ocr-maas"),
        ("projects/p/locations/l/publishers/google/models/x", "google/models/x", "x"),
    ],
)
def test_vertex_ids(model_id: str, path: str, normal: str) -> None:
    assert _ask_one("vertex", model_id) == f"https://aiplatform.googleapis.com/v1/publishers/{path}"
    assert _LISTERS["vertex"].normal(model_id) == normal


def test_vertex_hosts() -> None:
    origins = _LISTERS["vertex"].origins
    for host in ("us-central1-aiplatform.googleapis.com", "aiplatform.eu.rep.googleapis.com"):
        assert origins.fullmatch(f"https://{host}")
    for host in (
        "evil.example/-aiplatform.googleapis.com",
        "a.b-aiplatform.googleapis.com",
        "-aiplatform.googleapis.com",
    ):
        assert not origins.fullmatch(f"https://{host}")
    assert _one("vertex", "vertex-one").id == "claude-opus-4-1@20250805"


# AWS


def test_bedrock_rows() -> None:
    page = _page("bedrock", "bedrock-list")
    rows = _by_id(page)
    assert (page.following, page.doubts) == (None, ())
    assert rows["amazon.nova-lite-v1:0"] == Listed(id="amazon.nova-lite-v1:0", actions=("ON_DEMAND",))
    legacy = rows["anthropic.claude-3-5-sonnet-20240620-v1:0"]
    assert legacy == Listed(
        id="anthropic.claude-3-5-sonnet-20240620-v1:0",
        state=State.LEGACY,
        announced=date(2026, 3, 1),
        ends=date(2027, 3, 1),
        actions=("ON_DEMAND",),
    )
    for needs_more in ("anthropic.claude-opus-4-1-20250805-v1:0", "amazon.nova-lite-v1:0:24k"):
        assert not rows[needs_more].callable
        assert "inference profile" in (rows[needs_more].reason or "")
    assert _one("bedrock", "bedrock-one") == legacy


def test_bedrock_ids() -> None:
    arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"
    host = "https://bedrock.us-east-1.amazonaws.com"
    assert _ask_one("bedrock", arn) == f"{host}/foundation-models/amazon.nova-lite-v1%3A0"
    assert _LISTERS["bedrock"].normal(arn) == "amazon.nova-lite-v1:0"
    models, profiles = _LISTERS["bedrock"].covers, _LISTERS["bedrock-profiles"].covers
    assert models is not None
    assert profiles is not None
    for model_id, by_models, by_profiles in (
        ("amazon.nova-lite-v1:0", True, False),
        (arn, True, False),
        ("us.amazon.nova-lite-v1:0", False, True),
        ("global.anthropic.claude-opus-5", False, True),
        ("us-gov.anthropic.claude-3-haiku-20240307-v1:0", False, True),
        ("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0", False, True),
        ("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc", False, False),
        ("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc", False, False),
        ("arn:aws:bedrock:us-east-1:123456789012:imported-model/abc", False, False),
        ("my-custom-model", False, False),
    ):
        assert (models(model_id), profiles(model_id)) == (by_models, by_profiles), model_id


def test_bedrock_profiles() -> None:
    request = _first("bedrock-profiles")
    assert request.url.endswith("/inference-profiles?maxResults=1000&type=SYSTEM_DEFINED")
    first = _page("bedrock-profiles", "bedrock-profiles-page-1", request)
    then = _following(first)
    assert then.url == f"{request.url}&nextToken=AAAB%2FcD%2Be%3D"
    second = _page("bedrock-profiles", "bedrock-profiles-page-2", then)
    assert second.following is None
    model = "anthropic.claude-opus-4-1-20250805-v1:0"
    assert [(row.id, row.stands_for) for row in first.rows + second.rows] == [
        (f"us.{model}", (model, "")),
        (f"global.{model}", (model, "")),
        ("us.meta.llama-mix-v1:0", None),
    ]
    assert _one("bedrock-profiles", "bedrock-profiles-one") == first.rows[0]


def test_bedrock_in_openais_form() -> None:
    assert _first("bedrock-mantle").url == "https://bedrock-mantle.us-east-1.api.aws/v1/models"
    page = _page("bedrock-mantle", "bedrock-mantle-list")
    assert [row.id for row in page.rows] == ["openai.gpt-oss-120b", "deepseek.v3.1"]
    assert _one("bedrock-mantle", "bedrock-mantle-one").id == "openai.gpt-oss-120b"


# Azure


def test_azure_rows() -> None:
    rows = _by_id(_page("azure", "azure-list"))
    assert rows["gpt-4o-2024-08-06"] == Listed(
        id="gpt-4o-2024-08-06", ends=date(2026, 9, 30), actions=("chat_completion", "inference")
    )
    old = rows["gpt-35-turbo-0613"]
    assert (old.state, old.callable, old.ends) == (State.RETIRED, False, date(2025, 2, 13))
    assert not rows["ada"].callable
    assert rows["gpt-5.9-2026-10-01"].ends is None
    assert _one("azure", "azure-one") == rows["gpt-4o-2024-08-06"]
    page = _page("azure-v1", "azure-v1-list")
    assert [(row.id, row.ends) for row in page.rows] == [
        ("gpt-4o-2024-08-06", date(2026, 9, 30)),
        ("gpt-image-3", None),
    ]
    assert _one("azure-v1", "azure-v1-one") == page.rows[0]


@pytest.mark.parametrize(
    "ending", ["", "/", "/openai", "/openai/v1/", "/openai/deployments/chat", "/api/projects/shop"]
)
def test_azure_addresses(ending: str) -> None:
    base = f"https://acme.openai.azure.com{ending}"
    classic, v1 = _LISTERS["azure"], _LISTERS["azure-v1"]
    assert classic.first(base, {}).url == "https://acme.openai.azure.com/openai/models?api-version=2024-10-21"
    assert v1.first(base, {}).url == "https://acme.openai.azure.com/openai/v1/models"


def test_azure_versions() -> None:
    assert _first("azure", OPENAI_API_VERSION="2025-04-01-preview").url.endswith("?api-version=2025-04-01-preview")
    assert _first("azure", AZURE_API_VERSION="2024-06-01").url.endswith("?api-version=2024-06-01")
    assert _first("azure", OPENAI_API_VERSION="x&y=1").url.endswith("?api-version=2024-10-21")
    assert _ask_one("azure", "gpt-4o").endswith("/openai/models/gpt-4o?api-version=2024-10-21")
    for host in ("acme.services.ai.azure.com", "acme.cognitiveservices.azure.com", "acme.openai.azure.us"):
        assert _LISTERS["azure"].origins.fullmatch(f"https://{host}")


def test_azure_deployments_joined_with_their_models() -> None:
    lister = _LISTERS["azure-arm"]
    request: Request | None = _first("azure-arm", AZURE_RESOURCE_GROUP="")
    rows: tuple[Listed, ...] = ()
    asked = []
    for golden in ("resources", "deployments-1", "deployments-2", "models"):
        assert request is not None
        asked.append(request.url.removeprefix("https://management.azure.com/subscriptions/"))
        page = _page("azure-arm", f"azure-arm-{golden}", request)
        assert page.doubts == ()
        rows += page.rows
        request = page.following
    assert request is None
    subscription = _SCOPE["AZURE_SUBSCRIPTION_ID"]
    account = f"{subscription}/resourceGroups/models/providers/Microsoft.CognitiveServices/accounts/acme"
    chosen = quote("resourceType eq 'Microsoft.CognitiveServices/accounts' and name eq 'acme'")
    assert asked == [
        f"{subscription}/resources?$filter={chosen}&api-version=2021-04-01",
        f"{account}/deployments?api-version=2025-09-01",
        f"{account}/deployments?api-version=2025-09-01&$skiptoken=abc",
        f"{account}/models?api-version=2025-09-01",
    ]
    assert lister.whole is not None
    whole = {row.id: row for row in lister.whole(rows)}
    assert list(whole) == ["chat", "old", "draft", "tuned"]
    assert whole["chat"] == Listed(
        id="chat",
        state=State.DEPRECATED,
        ends=date(2027, 3, 31),
        successor="gpt-5.1-2025-11-13",
        stands_for=("gpt-4o", "2024-08-06"),
        upgrades=True,
    )
    old = whole["old"]
    assert (old.state, old.ends, old.callable, old.upgrades) == (State.RETIRED, date(2025, 2, 13), False, False)
    draft = whole["draft"]
    assert (draft.ends, draft.earliest, draft.callable) == (None, date(2027, 10, 1), False)
    assert whole["tuned"].ends == date(2027, 3, 27)
    assert _one("azure-arm", "azure-arm-one").stands_for == ("gpt-4o", "2024-08-06")


def test_azure_models_of_a_location() -> None:
    request = Request(url="https://management.azure.com/subscriptions/x/providers/y/locations/eastus/models")
    bare = _golden("azure-arm-models")["value"]
    wrapped = {"value": [{"kind": "OpenAI", "skuName": "S0", "model": one} for one in bare]}
    read = _LISTERS["azure-arm"].read
    assert read(wrapped, request) == read({"value": bare}, request)
    odd = read({"value": [{"model": {"version": "1"}}, {"model": 4}]}, request)
    assert odd.doubts == ("row 1 of the list names no model", "row 2 of the list names no model")


def test_azure_resource_manager_needs_to_know_where() -> None:
    lister = _LISTERS["azure-arm"]
    assert lister.needs == (("AZURE_SUBSCRIPTION_ID",), ("AZURE_OPENAI_ENDPOINT", "AZURE_API_BASE"))
    assert lister.first(_base(lister), _SCOPE).url.endswith("/accounts/acme/deployments?api-version=2025-09-01")
    for name, value in (
        ("AZURE_SUBSCRIPTION_ID", ""),
        ("AZURE_SUBSCRIPTION_ID", "../.."),
        ("AZURE_RESOURCE_GROUP", "a/b"),
        ("AZURE_OPENAI_ENDPOINT", "acme"),
        ("AZURE_OPENAI_ENDPOINT", "http://["),
    ):
        with pytest.raises(UsageError, match=f"set {name}"):
            lister.first(_base(lister), {**_SCOPE, name: value})


@pytest.mark.parametrize("found", [[], [None], [{"id": "/subscriptions/x"}], [{"id": "https://evil.example/"}]])
def test_azure_account_that_is_not_there(found: list[object]) -> None:
    with pytest.raises(BadResponseError, match="AZURE_RESOURCE_GROUP"):
        _LISTERS["azure-arm"].read({"value": found}, _first("azure-arm", AZURE_RESOURCE_GROUP=""))


def test_foundry_pages() -> None:
    request = _first("foundry")
    assert request.url == "https://acme.services.ai.azure.com/api/projects/shop/deployments?api-version=v1"
    first = _page("foundry", "foundry-page-1", request)
    second = _page("foundry", "foundry-page-2", _following(first))
    assert second.following is None
    assert first.rows + second.rows == (
        Listed(id="chat", stands_for=("gpt-4o", "2024-08-06")),
        Listed(id="reason", stands_for=("DeepSeek-R1", "1")),
    )
    assert _one("foundry", "foundry-one") == first.rows[0]
    assert not _LISTERS["foundry"].origins.fullmatch("https://acme.openai.azure.com")


@pytest.mark.parametrize("name", ["azure-arm", "foundry"])
def test_a_next_link_to_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(BadResponseError, match="another host"):
        _LISTERS[name].read({"value": [], "nextLink": "https://evil.example/deployments"}, _first(name))


# Errors


def _errors() -> list[Any]:
    return [
        pytest.param(name, one, id=f"{name}-{number}-{one['outcome']}")
        for name in _CLOUD
        for number, one in enumerate(_golden(f"{name}-errors"))
    ]


@pytest.mark.parametrize(("name", "error"), _errors())
def test_what_an_error_means(name: str, error: Mapping[str, Any]) -> None:
    lister = _LISTERS[name]
    answer = Answer(status=error["status"], headers=error["headers"], body=json.dumps(error["body"]).encode())
    assert lister.outcome is not None
    assert lister.outcome(answer) in (None, Outcome(error["outcome"]))
    assert outcome_of(answer, lister) == Outcome(error["outcome"])
