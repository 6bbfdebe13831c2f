from __future__ import annotations

import json
from typing import Any

import pytest

from pytest_modelgate.live_values import Answer, Outcome, Secret
from pytest_modelgate.outcomes import cleaned, outcome_of, request_id, said
from tests.live.acme import KEY, acme

HTML = "<!doctype html><html><title>Error</title></html>"


def answer(status: int, body: object = "", **headers: str) -> Answer:
    content = body if isinstance(body, str) else json.dumps(body)
    return Answer(
        status=status, headers={name.replace("_", "-"): text for name, text in headers.items()}, body=content.encode()
    )


def openai(status: int, message: str = "", code: object = None, kind: str = "invalid_request_error") -> Answer:
    return answer(status, {"error": {"message": message, "type": kind, "param": None, "code": code}})


def anthropic(status: int, kind: str, message: str = "", **details: str) -> Answer:
    error = {"type": kind, "message": message, **({"details": details} if details else {})}
    return answer(status, {"type": "error", "error": error, "request_id": "req_1"})


def google(status: int, word: str, reason: str | None = None, message: str = "", **detail: str) -> Answer:
    details = [
        {"@type": "type.googleapis.com/google.rpc.ErrorInfo", **({"reason": reason} if reason else {}), **detail}
    ]
    return answer(status, {"error": {"code": status, "status": word, "message": message, "details": details}})


def azure(status: int, code: str, message: str = "", **headers: str) -> Answer:
    return answer(status, {"error": {"code": code, "message": message}}, **headers)


def aws(status: int, kind: str, message: str = "") -> Answer:
    return answer(status, {"message": message}, x_amzn_errortype=f"{kind}:http://internal.amazon.com/coral/")


KEY_INVALID = [
    openai(401, "Incorrect API key provided: sk-no. You can find your API key at", "invalid_api_key"),
    anthropic(401, "authentication_error", "invalid x-api-key"),
    google(400, "INVALID_ARGUMENT", "API_KEY_INVALID", "API key not valid. Please pass a valid API key."),
    azure(401, "401", "Access denied due to invalid subscription key or wrong API endpoint."),
    aws(403, "UnrecognizedClientException", "The security token included in the request is invalid."),
    aws(403, "InvalidSignatureException"),
    aws(403, "AccessDeniedException", "Authentication failed: Please make sure your API Key is valid."),
    aws(403, "AccessDeniedException", "Bearer Token has expired"),
    openai(401, "Invalid API Key", "invalid_api_key"),
    answer(401, {"message": "Unauthorized", "request_id": "1"}),
    answer(401, {"detail": "Unauthorized"}),
    answer(401, {"error": {"message": "No cookie auth credentials found", "code": 401}}),
    answer(400, {"code": "Client specified an invalid argument", "error": "Incorrect API key provided: xa***ey."}),
    answer(401, {"code": "unauthenticated", "error": "no"}),
    answer(401, {"message": "invalid api token"}),
    answer(498, {"message": "invalid token"}),
    answer(401, {"error": {"message": "Authentication Error", "type": "auth_error", "param": "None", "code": "401"}}),
    answer(400, {"error": {"message": "No connected db.", "type": "no_db_connection", "code": "400"}}),
]
KEY_SCOPE = [
    openai(403, "You have insufficient permissions for this operation. Missing scopes: api.model.read."),
    openai(401, "You have insufficient permissions for this operation. Missing scopes: api.model.read."),
    anthropic(403, "permission_error", "Your API key does not have permission to use the specified resource."),
    google(403, "PERMISSION_DENIED", "API_KEY_SERVICE_BLOCKED", "Requests to this API are blocked."),
    google(403, "PERMISSION_DENIED", "SERVICE_DISABLED", "Generative Language API has not been used in project 1"),
    azure(401, "PermissionDenied", "The principal `x` lacks the required data action"),
    azure(403, "PermissionDenied", "The principal `x` lacks the required data action"),
    aws(403, "AccessDeniedException", "User: arn is not authorized to perform: bedrock:ListFoundationModels"),
    answer(403, {"detail": "no"}),
    # Of the account.
    openai(401, "OpenAI-Project header should match project for API key", "mismatched_project"),
    openai(401, "You must be a member of an organization to use the API"),
    anthropic(400, "invalid_request_error", "This organization is on hold", error_code="organization_on_hold"),
    anthropic(400, "invalid_request_error", "The API key belongs to another workspace"),
    google(403, "PERMISSION_DENIED", "CONSUMER_INVALID", "Permission denied on resource project x."),
    google(403, "PERMISSION_DENIED", "BILLING_DISABLED", "This API method requires billing to be enabled."),
    answer(403, {"code": "permission-denied", "error": "The API key is blocked."}),
    answer(400, {"code": "invalid-argument", "error": "Your API key has been disabled."}),
]
REGION = [
    openai(
        403, "Country, region, or territory not supported", "unsupported_country_region_territory", "request_forbidden"
    ),
    anthropic(403, "forbidden", "Request not allowed"),
    google(400, "FAILED_PRECONDITION", None, "User location is not supported for the API use."),
    azure(403, "Forbidden", "The service is not available in your region."),
    answer(403, {"error": {"message": "Forbidden"}}),
    answer(451, {"message": "no"}),
]
IP_BLOCKED = [
    openai(401, "Your IP is not authorized", "ip_not_authorized"),
    anthropic(403, "permission_error", "Your IP address is not allowed by this organization"),
    google(
        403, "PERMISSION_DENIED", "API_KEY_IP_ADDRESS_BLOCKED", "The provided API key has an IP address restriction."
    ),
    google(403, "PERMISSION_DENIED", "API_KEY_HTTP_REFERRER_BLOCKED", "Requests from referer <empty> are blocked."),
    azure(403, "AccessDenied", "Access denied due to Virtual Network/Firewall rules."),
    azure(403, "403", "Public access is disabled. Please configure private endpoint."),
    aws(403, "AccessDeniedException", "is not authorized with an explicit deny in a VPC endpoint policy"),
    answer(403, HTML, content_type="text/html; charset=utf-8"),
]
QUOTA = [
    openai(429, "You exceeded your current quota", "insufficient_quota", "insufficient_quota"),
    openai(429, "", "credit_balance_exhausted"),
    openai(429, "", "organization_spend_limit_exceeded"),
    openai(429, "", "project_spend_limit_exceeded"),
    openai(429, "", "organization_usage_limit_exceeded"),
    anthropic(402, "billing_error", "Your credit balance is too low"),
    anthropic(429, "rate_limit_error", "", error_code="enforced_spend_limit_reached"),
    anthropic(429, "rate_limit_error", "", error_code="contract_spend_limit_reached"),
    google(429, "RESOURCE_EXHAUSTED", None, "Resource has been exhausted (e.g. check quota)."),
    azure(429, "429", "You have exceeded your quota."),
    aws(400, "ServiceQuotaExceededException"),
    answer(402, {"error": {"message": "Insufficient Balance", "code": "invalid_request_error"}}),
    answer(402, {"error": {"message": "Insufficient credits", "code": 402}}),
]
RATE_LIMITED = [
    openai(429, "Rate limit reached", "rate_limit_exceeded", "requests"),
    openai(429, "", "slow_down"),
    anthropic(429, "rate_limit_error", "This request would exceed your organization's rate limit"),
    google(429, "RESOURCE_EXHAUSTED", None, "You exceeded your current quota", retryDelay="7s"),
    azure(429, "429", "exceeded token rate limit; to increase your quota visit", retry_after_ms="800"),
    aws(429, "ThrottlingException", "Too many requests"),
    answer(429, {"message": "slow down"}),
    answer(429),
]
UNAVAILABLE = [
    *(openai(status, "The server had an error") for status in (500, 502, 504)),
    openai(503, "", "server_is_overloaded"),
    anthropic(500, "api_error"),
    anthropic(504, "timeout_error"),
    anthropic(529, "overloaded_error", "Overloaded"),
    google(500, "INTERNAL"),
    google(503, "UNAVAILABLE"),
    google(504, "DEADLINE_EXCEEDED"),
    azure(500, "InternalServerError"),
    azure(408, "Timeout"),
    aws(500, "InternalServerException"),
    aws(503, "ServiceUnavailableException"),
    answer(503, {"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}}),
    answer(499, {"message": "request cancelled"}),
    answer(502, HTML, content_type="text/html"),
]
WRONG_ENDPOINT = [
    openai(404, "Invalid URL (GET /v1/v1/models)"),
    answer(404, HTML),
    answer(404, HTML, content_type="text/html"),
    answer(405, {"detail": "Method Not Allowed"}),
    answer(404, {"detail": "Not Found"}),
    answer(404, "404 page not found"),
    azure(404, "404", "Resource not found"),
    aws(404, "UnknownOperationException"),
    openai(404, "Unknown request URL: GET /v1/models", "unknown_url"),
    azure(400, "BadRequest", "API version not supported"),
    answer(400, HTML),
    *(answer(status, location="https://elsewhere.test/") for status in (301, 302, 303, 304, 307, 308)),
    answer(200, HTML),
    answer(200, "{}", content_type="text/html"),
]
NOT_FOUND = [
    openai(404, "The model `x` does not exist or you do not have access to it.", "model_not_found"),
    anthropic(404, "not_found_error", "model: x"),
    google(404, "NOT_FOUND", None, "models/x is not found for API version v1beta"),
    azure(404, "DeploymentNotFound"),
    azure(404, "ResourceNotFound"),
    aws(404, "ResourceNotFoundException", "Could not resolve the foundation model"),
    aws(400, "ValidationException", "The provided model identifier is invalid."),
    answer(404, {"object": "error", "message": "Not found", "type": "invalid_model", "code": "1500"}),
    answer(404, {"message": "model 'x' not found, make sure the correct model ID was used"}),
    answer(404, {"code": "not-found", "error": "The model x does not exist or your team has no access to it"}),
    answer(404, {"detail": [{"msg": "Model x is not known"}]}),
    answer(400, {"error": {"message": "x is not a valid model ID", "code": 400}}),
]
NO_ACCESS = [
    openai(403, "Project `p` does not have access to model `gpt-9`", "model_not_found"),
    openai(403, "", "model_permission_blocked_org"),
    openai(403, "", "model_permission_blocked_project"),
    openai(400, "", "model_terms_required"),
    aws(403, "AccessDeniedException", "You don't have access to the model with the specified model ID."),
    google(404, "NOT_FOUND", None, "This model models/x is no longer available to new users."),
]
GONE = [
    openai(400, "The model `x` has been decommissioned", "model_decommissioned"),
    openai(404, "The model `x` has been deprecated, learn more here", "model_not_found"),
    aws(404, "ResourceNotFoundException", "This model version has reached the end of its life."),
    google(404, "NOT_FOUND", None, "This model models/x is no longer available. Please use models/y."),
    azure(410, "ModelDeprecated"),
]
BAD_RESPONSE = [answer(204), answer(400, {"message": "no"}), answer(409), answer(422, {"detail": "no"})]
OK = [answer(200, {"data": []}), answer(200, "no JSON, which its reader says")]
TABLE: dict[Outcome, list[Answer]] = {
    Outcome.KEY_INVALID: KEY_INVALID,
    Outcome.KEY_SCOPE: KEY_SCOPE,
    Outcome.REGION: REGION,
    Outcome.IP_BLOCKED: IP_BLOCKED,
    Outcome.QUOTA: QUOTA,
    Outcome.RATE_LIMITED: RATE_LIMITED,
    Outcome.UNAVAILABLE: UNAVAILABLE,
    Outcome.WRONG_ENDPOINT: WRONG_ENDPOINT,
    Outcome.NOT_FOUND: NOT_FOUND,
    Outcome.NO_ACCESS: NO_ACCESS,
    Outcome.GONE: GONE,
    Outcome.BAD_RESPONSE: BAD_RESPONSE,
    Outcome.OK: OK,
}


@pytest.mark.parametrize(
    ("outcome", "given"),
    [
        pytest.param(outcome, each, id=f"{outcome}-{number}")
        for outcome, answers in TABLE.items()
        for number, each in enumerate(answers)
    ],
)
def test_an_answer_amounts_to_the_same_whoever_gives_it(outcome: Outcome, given: Answer) -> None:
    assert outcome_of(given, acme()) is outcome


def test_google_wraps_some_errors_in_a_list() -> None:
    body = json.loads(google(400, "INVALID_ARGUMENT", "API_KEY_INVALID", "No.").body)
    assert outcome_of(answer(400, [body]), acme()) is Outcome.KEY_INVALID
    assert said(answer(400, [body]), ()) == "No."


def test_what_a_provider_means_by_it_comes_first() -> None:
    own = acme(outcome=lambda answer: Outcome.REGION if answer.status == 403 else None)
    assert outcome_of(answer(403), own) is Outcome.REGION
    assert outcome_of(answer(401), own) is Outcome.KEY_INVALID


@pytest.mark.parametrize("body", ["", "null", "[]", "[[]]", '"x"', "7", '{"error": 7}', "[" * 100_000, "{", "é"])
def test_no_body_is_too_odd(body: str) -> None:
    assert outcome_of(answer(401, body), acme()) is Outcome.KEY_INVALID
    assert said(answer(401, body), ()) is None


def test_a_message_alone_is_no_proof() -> None:
    assert outcome_of(openai(500, "Incorrect API key provided"), acme()) is Outcome.UNAVAILABLE
    assert outcome_of(openai(429, "Country, region, or territory not supported"), acme()) is Outcome.RATE_LIMITED


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ({"x-request-id": "req_1", "cf-ray": "8-FRA"}, "req_1"),
        ({"request-id": "req_2", "cf-ray": "8-FRA", "anthropic-workspace-id": "w"}, "req_2"),
        ({"apim-request-id": "3", "x-ms-region": "East US"}, "3"),
        ({"x-ms-request-id": "4"}, "4"),
        ({"x-amzn-requestid": "5", "x-amzn-errortype": "E"}, "5"),
        ({"x-litellm-call-id": "6"}, "6"),
        ({"cf-ray": "8-FRA"}, "8-FRA"),
        ({"x-request-id": "\x1b[2J", "cf-ray": "8-FRA"}, "8-FRA"),
        ({"x-request-id": "x" * 201}, None),
        ({"date": "today"}, None),
    ],
)
def test_the_first_request_id_that_can_be_printed_is_told(headers: dict[str, str], found: str | None) -> None:
    assert request_id(headers) == found


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"error": {"message": "one"}}, "one"),
        ({"error": "two", "code": "x"}, "two"),
        ({"message": "three"}, "three"),
        ({"message": {"detail": [{"msg": "four", "loc": []}]}}, "four"),
        ({"detail": "five"}, "five"),
        ({"detail": [{"msg": "six"}]}, "six"),
        ({"Message": "seven"}, "seven"),
        ({"error": {"message": "two\nlines\tand \x1b[31mred\x1b[0m \u202eright"}}, "two lines and [31mred [0m right"),
        (HTML, None),
    ],
)
def test_the_provider_s_own_words_are_found_in_every_shape(body: Any, message: str | None) -> None:
    assert said(answer(400, body), ()) == message


def test_words_are_cut_to_300_characters() -> None:
    words = said(answer(400, {"message": "ab " * 1000}), ())
    assert words is not None
    assert len(words) == 300
    assert words.endswith("...")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"key {KEY} is wrong", "key [removed] is wrong"),
        (f"{KEY}{KEY}", "[removed][removed]"),
        (f"key {KEY.upper()} is wrong", "key [removed] is wrong"),
        (f"key {KEY[:14]}... is wrong", "key [removed]... is wrong"),
        (f"key ...{KEY[-10:]} is wrong", "key ...[removed] is wrong"),
        ("Incorrect API key provided: sk-pr**************-END.", "Incorrect API key provided: [removed]"),
        ("nothing of it", "nothing of it"),
    ],
)
def test_no_part_of_a_key_is_repeated(text: str, left: str) -> None:
    assert cleaned(text, [Secret(f" {KEY}\n", "ACME_API_KEY")]) == left


def test_a_short_secret_makes_no_holes() -> None:
    assert cleaned("the model is there", [Secret("model")]) == "the model is there"
