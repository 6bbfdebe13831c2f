from __future__ import annotations

import re

import pytest

from pytest_modelgate import keys
from pytest_modelgate.keys import Refusal
from pytest_modelgate.live_values import Outcome, Secret
from tests.live.acme import KEY, acme


@pytest.mark.parametrize(
    ("environment", "variable"),
    [
        ({"ACME_API_KEY": "a", "ACME_OTHER_KEY": "b"}, "ACME_API_KEY"),
        ({"ACME_API_KEY": " \n", "ACME_OTHER_KEY": "b"}, "ACME_OTHER_KEY"),
        ({"OPENAI_API_KEY": "a", "acme_api_key": "b"}, None),
    ],
)
def test_the_first_variable_that_is_set_holds_the_key(environment: dict[str, str], variable: str | None) -> None:
    found = keys.credential(acme(), environment)
    assert (found and found.variable) == variable
    assert (found and found.reveal()) == (environment[variable] if variable else None)


@pytest.mark.parametrize("header", ["sigv4", "adc"])
def test_what_a_library_reads_is_no_token(header: str) -> None:
    names = ("GOOGLE_APPLICATION_CREDENTIALS", "AWS_ACCESS_KEY_ID", "AWS_BEARER_TOKEN_BEDROCK")
    lister = acme(header=header, keys=names)
    assert keys.credential(lister, dict.fromkeys(names[:2], "x")) is None
    found = keys.credential(lister, dict.fromkeys(names, "x"))
    assert found == Secret("x", "AWS_BEARER_TOKEN_BEDROCK")
    assert keys.headers(lister, found) == {"authorization": "Bearer x"}


@pytest.mark.parametrize(
    ("header", "variable", "carried"),
    [
        ("authorization", "ACME_API_KEY", {"authorization": f"Bearer {KEY}"}),
        ("x-api-key", "ACME_API_KEY", {"x-api-key": KEY}),
        ("api-key", "ACME_API_KEY", {"api-key": KEY}),
        ("x-goog-api-key", "ACME_API_KEY", {"x-goog-api-key": KEY}),
        ("x-api-key", "ACME_OTHER_KEY", {"authorization": f"Bearer {KEY}"}),
    ],
)
def test_the_header_of_a_key_shows_itself_nowhere(header: str, variable: str, carried: dict[str, str]) -> None:
    found = keys.headers(acme(header=header, bearers=frozenset({"ACME_OTHER_KEY"})), Secret(KEY, variable))
    assert found == carried
    assert KEY not in f"{found!r} {found}"


def test_the_operator_s_address_comes_before_the_environment_s_and_the_provider_s() -> None:
    environment = {"ACME_BASE_URL": " https://eu.acme.example/v1 "}
    assert keys.base_of(acme(), {}) == "https://api.acme.test/v1"
    assert keys.base_of(acme(), environment) == "https://eu.acme.example/v1"
    assert keys.base_of(acme(), environment, "https://mine.example/v2/") == "https://mine.example/v2/"
    assert keys.base_of(acme(address=lambda text: f"http://{text}"), {}, "localhost:8080") == "http://localhost:8080"


def test_an_address_that_only_the_operator_knows_is_asked_for() -> None:
    found = keys.base_of(acme(default=None), {})
    assert found == Refusal("Acme has no address of its own; set ACME_BASE_URL", Outcome.NO_KEY)


@pytest.mark.parametrize(
    ("needs", "environment", "base"),
    [
        ((), {"AWS_REGION": "eu-west-1", "AWS_DEFAULT_REGION": "us-east-1"}, "https://acme.eu-west-1.example"),
        ((), {"AWS_REGION": "", "AWS_DEFAULT_REGION": "us-east-1"}, "https://acme.us-east-1.example"),
        ((("ACME_LOCATION",),), {"AWS_REGION": "no", "ACME_LOCATION": "eu"}, "https://acme.eu.example"),
    ],
)
def test_a_region_enters_the_host(needs: tuple[tuple[str, ...], ...], environment: dict[str, str], base: str) -> None:
    assert keys.base_of(acme(default="https://acme.{region}.example", needs=needs), environment) == base


@pytest.mark.parametrize(
    "region", ["x.evil.example/", "US-EAST-1", "a/../b", "us east", "é", "a" * 41, "@evil.example"]
)
def test_what_is_no_region_enters_no_host(region: str) -> None:
    found = keys.base_of(acme(default="https://acme.{region}.example"), {"AWS_REGION": region})
    assert found == Refusal("AWS_REGION names no region; write one like us-east-1")
    missing = keys.base_of(acme(default="https://acme.{region}.example"), {})
    assert missing == Refusal("Acme is asked in a region; set AWS_REGION or AWS_DEFAULT_REGION", Outcome.NO_KEY)


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://api.acme.test/v1/models?limit=1", "https://api.acme.test"),
        ("https://API.acme.TEST:443/", "https://api.acme.test"),
        ("https://api.acme.test:8443", "https://api.acme.test:8443"),
        ("http://localhost:11434/v1", "http://localhost:11434"),
        ("http://127.0.0.1/v1", "http://127.0.0.1"),
        ("https://127.3.4.5:1/v1", "https://127.3.4.5:1"),
        ("http://[::1]:8080/v1", "http://[::1]:8080"),
        ("https://api.acme.test/v1/models/a%2Fb", "https://api.acme.test"),
    ],
)
def test_an_origin_is_scheme_host_and_port(url: str, origin: str) -> None:
    assert keys.origin_of(url) == origin


@pytest.mark.parametrize(
    "base",
    ["https://api.acme.test/a/../b", "https://api.acme.test/?x=1", "https://api.acme.test/v1#x", "https://a.test//b"],
)
def test_a_base_has_a_plain_path(base: str) -> None:
    found = keys.base_of(acme(), {"ACME_BASE_URL": base})
    assert found == Refusal("ACME_BASE_URL has more than a plain path behind its host; leave the rest out")


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("https://api.acme.test", True),
        ("https://eu.api.acme.test", True),
        ("https://own.example:8443", True),
        ("https://own.example", False),
        ("http://own.example:8443", False),
        ("https://api.acme.test.evil.example", False),
        ("https://evil.example/https://api.acme.test", False),
        ("https://api.acme.test:8443", False),
        ("http://127.0.0.1:8080", False),
    ],
)
def test_a_key_goes_to_its_own_origins_and_those_of_the_environment(origin: str, allowed: bool) -> None:
    environment = {"ACME_BASE_URL": "https://own.example:8443/v1", "OTHER_BASE_URL": origin}
    assert keys.may_have(acme(), environment, origin) is allowed


def test_a_company_s_cloud_is_asked_at_its_own_hosts_alone() -> None:
    azure = acme(surface="azure", default=None, origins=re.compile(r"https://[a-z]+\.openai\.azure\.com"))
    for base in ("https://mine.openai.azure.com/", "http://127.0.0.1:9"):
        assert keys.base_of(azure, {"ACME_BASE_URL": base}) == base
    for base in ("https://mine.openai.azure.com.evil.example", "https://evil.example"):
        found = keys.base_of(azure, {"ACME_BASE_URL": base})
        assert isinstance(found, Refusal)
        assert found.reason == (
            f"ACME_BASE_URL names {base}, which is no address of Acme; keys are sent to its own alone"
        )


@pytest.mark.parametrize(
    ("value", "odd", "sendable"),
    [
        (KEY, (), True),
        (f" {KEY}", ("begins or ends with white space",), False),
        (f"{KEY}\n", ("begins or ends with white space",), False),
        (f"{KEY}\nX", ("holds a line break",), False),
        (f'"{KEY}"', ("is in quotation marks",), True),
        (f"'{KEY}' ", ("begins or ends with white space", "is in quotation marks"), False),
        (f"Bearer {KEY}", ("begins with the word Bearer",), True),
        (f"{KEY}é", ("holds characters that no key has",), False),
        (f"{KEY}\x00", ("holds characters that no key has",), False),
    ],
)
def test_what_is_odd_about_a_key_is_told_without_it(value: str, odd: tuple[str, ...], sendable: bool) -> None:
    assert keys.oddities(Secret(value)) == odd
    assert keys.sendable(Secret(value)) is sendable
