"""The words and codes by which errors say why a call failed, whoever said them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What an error says besides its status."""

    RETIRED = "retired"
    CLOSED_TO_NEW = "closed-to-new-users"
    NO_ACCESS = "no-access"
    NOT_FOUND = "not-found"
    """There is no such model, or none that this key may use: the error does not say which."""
    NO_SUCH_ID = "no-such-id"
    NO_ROUTE = "no-route"
    """The model is known, and the account's settings leave nobody who could serve it."""
    BLOCKED = "blocked"
    TERMS = "terms"
    DEPLOYMENT = "no-such-deployment"
    AZURE_PATH = "azure-path"
    NOT_IN_VERSION = "not-in-api-version"
    WRONG_METHOD = "wrong-method"
    WRONG_URL = "wrong-url"
    UNKNOWN_HOST = "unknown-host"
    PROFILE = "needs-inference-profile"
    NOT_GRANTED = "access-not-granted"
    REGION = "region"
    IP = "ip-blocked"
    SCOPE = "key-scope"
    KEY = "key-invalid"
    NO_KEY = "no-key"
    QUOTA = "quota"
    RATE = "rate-limited"
    UNAVAILABLE = "unavailable"
    TLS = "certificate"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class _Sign:
    mark: Mark
    codes: frozenset[str] = frozenset()
    """In lower case; a code is what the error calls itself, apart from its message."""
    text: re.Pattern[str] | None = None
    statuses: frozenset[int] = frozenset()
    """With which its text counts, where there is a status; empty: with all."""


def _sign(mark: Mark, codes: str = "", text: str = "", statuses: tuple[int, ...] = ()) -> _Sign:
    pattern = re.compile(text, re.IGNORECASE) if text else None
    return _Sign(mark, frozenset(codes.lower().split()), pattern, frozenset(statuses))


_GONE = (400, 404, 410)
_DENIED = (400, 401, 403, 404)
_SIGNS = (
    _sign(Mark.RETIRED, "model_decommissioned", r"has been decommissioned", _GONE),
    _sign(Mark.RETIRED, "", r"\bmodel\b.{0,300}\bhas been (?:deprecated|retired|shut down)\b", (404, 410)),
    _sign(Mark.RETIRED, "", r"reached the end of its life", _GONE),
    _sign(Mark.RETIRED, "", r"no longer available(?! to new)", (404, 410)),
    _sign(Mark.CLOSED_TO_NEW, "", r"\b(?:available|open) to new (?:users|customers|projects)", (*_GONE, 403)),
    _sign(
        Mark.NO_ACCESS,
        "key_model_access_denied team_model_access_denied",
        r"does not have access to (?:the )?model|you do not have access to (?:the )?model"
        r"|not allowed to access model|model .{1,200} is not available for your (?:account|organization|project|plan)",
        _DENIED,
    ),
    _sign(
        Mark.NOT_FOUND,
        "model_not_found model_not_available not_found_error",
        r"does not exist or (?:you|your team)\b.{0,200}\bnot have access"
        r"|model [`'\"]?[^\s`'\"]{1,256}[`'\"]? (?:does not exist|not found)"
        r"|not found, inaccessible, and/or not deployed"
        r"|publisher model .{1,300} (?:was )?not found|unable to access model",
        (400, 403, 404),
    ),
    _sign(
        Mark.NO_SUCH_ID,
        "invalid_model",
        r"is not a valid model id|provided model identifier is invalid|invalid model name passed in|\binvalid model\b"
        r"|model not exist\b|no such model\b",
        (400, 404, 422),
    ),
    _sign(Mark.NO_ROUTE, "", r"no endpoints found|no allowed providers are available", (400, 403, 404)),
    _sign(
        Mark.BLOCKED,
        "model_permission_blocked_org model_permission_blocked_project",
        r"blocked at the (?:organization|project) level",
        (403,),
    ),
    _sign(Mark.TERMS, "model_terms_required", r"requires (?:terms acceptance|acceptance of)", (400, 403)),
    _sign(Mark.DEPLOYMENT, "deploymentnotfound", r"api deployment for this resource does not exist", (404,)),
    _sign(
        Mark.AZURE_PATH,
        "invalidapiversionparameter unsupportedapiversion missingapiversionparameter",
        r"(?<!found for )\bapi[- ]version\b.{0,60}\b(?:not supported|is missing|required|invalid)\b"
        r"|missing required query parameter: api-version",
        (400, 404),
    ),
    _sign(Mark.NOT_IN_VERSION, "", r"not found for api version", (400, 404)),
    _sign(
        Mark.WRONG_METHOD,
        "operationnotsupported unsupported_api_for_model",
        r"not supported in the v1/\S+ endpoint|only supported in v1/|not a chat model"
        r"|is not supported for this endpoint"
        r"|operation does not work with the specified model|does not support chat completions"
        r"|model .{1,200} does not support (?:the )?(?:chat|generate|generation|embed|embeddings|completions)\b",
        (400, 404, 405, 422),
    ),
    _sign(
        Mark.WRONG_URL,
        "unknown_url unknownoperationexception invalid_url",
        r"invalid url \(|unknown request url|404 page not found|\bcannot (?:post|get) /|no route matched"
        r"|method not allowed",
        (404, 405),
    ),
    _sign(
        Mark.UNKNOWN_HOST,
        "endpointconnectionerror",
        r"name or service not known|nodename nor servname|temporary failure in name resolution|getaddrinfo"
        r"|could not connect to the endpoint url|could not resolve host|no address associated with hostname"
        r"|name resolution|connection refused",
    ),
    _sign(Mark.PROFILE, "", r"on-demand throughput isn.t supported|on-demand throughput is not supported", (400,)),
    _sign(
        Mark.NOT_GRANTED,
        "",
        r"don.t have access to the model with the specified model id|authorizationstatus\W+not_authorized"
        r"|agreement(?:availability)?\W.{0,40}not_available|use case details have not been submitted"
        r"|aws-marketplace:(?:subscribe|viewsubscriptions)",
        (400, 403, 404),
    ),
    _sign(
        Mark.REGION,
        "unsupported_country_region_territory",
        r"user location is not supported|(?:country|region), (?:region|country)?,? ?or territory not supported"
        r"|not (?:available|supported) in your (?:country|region)|regionavailability\W+not_available"
        r"|from unsupported (?:countries|regions)",
    ),
    _sign(
        Mark.IP,
        "ip_not_authorized api_key_ip_address_blocked api_key_http_referrer_blocked",
        r"virtual network/firewall rules|ip address .{0,60}not (?:authorized|allowed)|your ip .{0,60}(?:blocked|banned)"
        r"|sorry, you have been blocked",
    ),
    _sign(
        Mark.SCOPE,
        "mismatched_project permission_error api_key_service_blocked service_disabled organization_on_hold"
        " access_token_scope_insufficient iam_permission_denied consumer_invalid billing_disabled permissiondenied",
        r"missing scopes|insufficient permissions for this operation|is not authorized to perform: bedrock"
        r"|must be a member of an organization|lacks the required data action|principal does not have access to api"
        r"|permission '[\w.]+' denied",
    ),
    _sign(
        Mark.KEY,
        "invalid_api_key authentication_error api_key_invalid unrecognizedclientexception invalidsignatureexception"
        " invalidclienttokenid expiredtokenexception expiredtoken auth_error authenticationerror unauthenticated"
        " signaturedoesnotmatch invalid_authentication",
        r"incorrect api key|invalid (?:x-)?api[- ]key|api key (?:not valid|expired|not found)|authentication fails"
        r"|security token included in the request is (?:invalid|expired)|invalid subscription key"
        r"|no cookie auth credentials",
    ),
    _sign(
        Mark.NO_KEY,
        "nocredentialserror",
        r"didn.t provide an api key|api_key client option must be set|could not resolve authentication method"
        r"|unable to locate credentials|missing key inputs argument|default credentials were not found"
        r"|missing (?:required )?(?:authentication|authorization|api[- ]key)",
    ),
    _sign(
        Mark.QUOTA,
        "insufficient_quota credit_balance_exhausted organization_spend_limit_exceeded project_spend_limit_exceeded"
        " organization_usage_limit_exceeded billing_error enforced_spend_limit_reached contract_spend_limit_reached"
        " servicequotaexceededexception billing_not_active budget_exceeded payment_required",
        r"credit balance is too low|insufficient (?:balance|credits|funds)|exceeded your current quota"
        r"|requires more credits|budget has been exceeded",
        (400, 401, 402, 403, 429),
    ),
    _sign(
        Mark.RATE,
        "rate_limit_exceeded slow_down rate_limit_error throttlingexception too_many_requests toomanyrequests"
        " ratelimiterror",
        r"rate limit|too many requests|too many tokens",
        (429,),
    ),
    _sign(
        Mark.UNAVAILABLE,
        "overloaded_error server_is_overloaded api_error internal_server_error serviceunavailableexception unavailable"
        " timeout_error modelnotreadyexception deadline_exceeded apitimeouterror readtimeout connecttimeout",
        r"is (?:currently )?overloaded|loading model|request timed out|read timed out|deadline exceeded",
    ),
    _sign(Mark.TLS, "", r"certificate_verify_failed|certificate verify failed|self[- ]signed certificate"),
)


def marks(codes: frozenset[str], text: str, status: int | None) -> tuple[tuple[Mark, ...], bool]:
    """What codes, in lower case, and a text say; and whether a code said one of it, or a status goes with the text."""
    by_code = [sign.mark for sign in _SIGNS if sign.codes & codes]
    by_text = [
        sign.mark
        for sign in _SIGNS
        if sign.text is not None
        and (status is None or not sign.statuses or status in sign.statuses)
        and sign.text.search(text)
    ]
    found = dict.fromkeys((*by_code, *by_text))
    if Mark.NOT_FOUND in by_text and Mark.NO_ACCESS in found and "does not exist or" in text.lower():
        del found[Mark.NO_ACCESS]
    return tuple(found), bool(by_code) or (bool(by_text) and status is not None)
