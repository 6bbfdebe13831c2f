"""Where a key may go and what may come back: the rules S1 to S10, and of S11 and S12 what code can hold.

Each is broken by a pull request that changes what is scanned, or by a server that is not what it should be.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import re
import stat
import subprocess
import sys
import threading
import time
import traceback
import tracemalloc
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import pytest_modelgate
from pytest_modelgate import arguments, config, keys, listers
from pytest_modelgate.asking import PAGES, Question, ask, ask_all, ask_one
from pytest_modelgate.errors import UsageError
from pytest_modelgate.keys import Refusal
from pytest_modelgate.listing_cache import Cache, cache_beside
from pytest_modelgate.live_values import Answer, Listing, Outcome, Secret
from tests.live.acme import KEY, acme

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from pytest_modelgate.live_values import Lister, Request

LIST = "/v1/models?limit=1000"
PACKAGE = Path(pytest_modelgate.__file__).parent
SHELF = listers.all_listers()


@dataclass
class Elsewhere:
    """A host that no key is meant for."""

    url: str
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    asked: list[tuple[str, str, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.command, self.path, {name.lower(): text for name, text in self.headers.items()}))
            body = b'{"data": [{"id": "from-elsewhere"}]}'
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *given: Any) -> None:
            """Nothing goes to the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Elsewhere(f"http://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def listed(site: Any, **given: Any) -> Listing:
    """What comes of asking the site with a key; tries follow each other at once."""
    environment = {"ACME_API_KEY": KEY, "ACME_BASE_URL": f"{site.url}/v1"}
    return ask(acme(), environment, sleep=lambda seconds: None, **given)


def silent(lister: Lister, environment: Mapping[str, str], **given: Any) -> Listing:
    """What comes of asking where nobody may be asked."""

    def send(request: Request, headers: Mapping[str, str], **limits: float) -> Answer:
        pytest.fail(f"{request.url} was asked")

    return ask(lister, environment, send=send, **given)


# S1: keys come only from the environment of the process.


def test_s1_no_file_of_the_project_gives_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text(f"ACME_API_KEY={KEY}\nOPENAI_API_KEY={KEY}\n")
    (tmp_path / "pyproject.toml").write_text(f'[tool.modelgate]\nACME_API_KEY = "{KEY}"\n')
    monkeypatch.chdir(tmp_path)
    assert silent(acme(), {}).outcome is Outcome.NO_KEY
    for lister in SHELF:
        assert keys.credential(lister, {}) is None


def test_s1_no_option_takes_a_key() -> None:
    def options(parser: argparse.ArgumentParser) -> Iterator[str]:
        for action in parser._actions:
            yield from action.option_strings
            for inner in (action.choices or {}).values() if isinstance(action.choices, dict) else ():
                yield from options(inner)

    parser, _ = arguments._parser()
    found = [name for name in options(parser) if re.search("key|token|secret|password|credential|header", name)]
    assert [name for name in found if not name.endswith("variable")] == []


# S2: hosts come from the built-in table or from the operator.


@pytest.mark.parametrize("table", ["", ".live", ".live.openai", ".providers.openai"])
@pytest.mark.parametrize(
    "name",
    [
        "api-key",
        "api_key_env",
        "token",
        "base-url",
        "base_url",
        "api-base",
        "host",
        "endpoint",
        "headers",
        "proxy",
        "https_proxy",
        "ca-file",
        "key-variable",
    ],
)
def test_s2_a_project_that_says_where_a_key_goes_is_a_mistake(tmp_path: Path, table: str, name: str) -> None:
    (tmp_path / "pyproject.toml").write_text(f'[tool.modelgate{table}]\n{name} = "https://evil.example"\n')
    with pytest.raises(UsageError) as caught:
        config.load(tmp_path, [("MG101", "retired-model")])
    (mistake,) = caught.value.mistakes
    assert mistake.startswith("pyproject.toml:")
    if not table:
        assert "is refused: a project's configuration must not say where a key is sent" in mistake


def test_s2_the_rooms_that_ask_read_no_file_of_the_project() -> None:
    for room in ("asking", "provider_line", "keys", "wire", "outcomes"):
        text = (PACKAGE / f"{room}.py").read_text(encoding="utf-8")
        assert not re.search(r"with open|read_text|read_bytes|pathlib|tomllib|config import", text), room


# S3: each key goes to its own origins.


@pytest.mark.parametrize("lister", [pytest.param(each, id=each.name) for each in SHELF])
@pytest.mark.parametrize(
    "base", ["https://evil.example", "https://api.openai.com.evil.example/v1", "http://127.0.0.1:9"]
)
def test_s3_no_key_of_the_shelf_goes_elsewhere(lister: Lister, base: str) -> None:
    sent: list[tuple[str, dict[str, str]]] = []

    def send(request: Request, headers: Mapping[str, str], **limits: float) -> Answer:
        sent.append((request.url, {**request.headers, **headers}))
        return Answer(status=401)

    scopes = {name: "us-east-1" for group in lister.needs for name in group}
    own = dict.fromkeys(lister.keys, KEY)
    cloud = {"AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": KEY, "AWS_REGION": "us-east-1"}
    ask(lister, {**cloud, **scopes, **own}, base=base, send=send)
    if not (lister.origins.fullmatch(base.removesuffix("/v1"))):
        assert all(KEY not in text for _, headers in sent for text in headers.values())
        assert sent == [] or lister.keyless or not lister.keys


@pytest.mark.parametrize("lister", [pytest.param(each, id=each.name) for each in SHELF])
def test_s3_no_origin_of_the_shelf_has_a_look_alike(lister: Lister) -> None:
    own = keys.origin_of((lister.default or "https://acme.openai.azure.com").replace("{region}", "us-east-1"))
    assert isinstance(own, str)
    host = own.partition("://")[2]
    tricks = [f"https://{host}.evil.example", f"https://evil.example/{own}", f"{own}:444"]
    # Whoever has an account at Azure has a host there, so the environment alone names it.
    tricks += [] if lister.default is None else [f"https://evil{host}"]
    tricks += [f"https://evil.example#{host}", f"https://{host}@evil.example", f"{own}\n", "https://evil.example"]
    tricks += [f"http://{host}"] if own.startswith("https") else []
    assert [trick for trick in tricks if lister.origins.fullmatch(trick)] == []


def test_s3_an_address_of_the_operator_needs_its_key_beside_it(elsewhere: Elsewhere) -> None:
    environment = {"ACME_API_KEY": KEY}
    assert silent(acme(), environment, base=elsewhere.url).outcome is Outcome.REFUSED
    assert ask_one(acme(), environment, "m1", base=elsewhere.url)[0] is Outcome.REFUSED
    (both,) = ask_all([Question(lister=acme(), base=elsewhere.url)], environment)
    assert both.outcome is Outcome.REFUSED
    assert elsewhere.asked == []
    given = ask(acme(), environment, base=elsewhere.url, secret=Secret("another-key", "MINE"))
    assert given.outcome is Outcome.OK
    ((_, _, headers),) = elsewhere.asked
    assert headers["authorization"] == "Bearer another-key"


def test_s3_what_a_cloud_s_library_signs_goes_to_its_cloud_alone(elsewhere: Elsewhere) -> None:
    environment = {"AWS_ACCESS_KEY_ID": "AKIA", "AWS_SECRET_ACCESS_KEY": KEY}
    for header in ("sigv4", "adc"):
        assert silent(acme(header=header, keys=()), environment, base=elsewhere.url).outcome is Outcome.REFUSED


def test_s3_a_lister_cannot_ask_elsewhere_than_its_base(elsewhere: Elsewhere) -> None:
    from pytest_modelgate.live_values import Request

    strays = acme(first=lambda base, environment: Request(url=f"{elsewhere.url}/v1"))
    assert silent(strays, {"ACME_API_KEY": KEY}).outcome is Outcome.REFUSED


# S4: scheme, host and port are compared after parsing.


@pytest.mark.parametrize(
    "base",
    [
        "http://api.acme.test/v1",
        "http://127.0.0.1.evil.example/v1",
        "http://localhost.evil.example/v1",
        "https://me:secret@api.acme.test/v1",
        "https://api.acme.test@evil.example/v1",
        "https://@api.acme.test/v1",
        "https://api.acme.test./v1",
        "https://api.acme.test.:443/v1",
        "https://10.0.0.1/v1",
        "https://169.254.169.254/v1",
        "https://2130706433/v1",
        "https://0x7f.1/v1",
        "https://127.1/v1",
        "https://0177.0.0.1/v1",
        "https://[2001:db8::1]/v1",
        "https://[::ffff:127.0.0.1]/v1",
        "https://[fe80::1%25eth0]/v1",
        "https://аpi.acme.test/v1",
        "https://api.acme。test/v1",
        "https://ａｐｉ.acme.test/v1",
        "https://xn--pi-8sbc.acme.test/v1",
        "https://api.xn--cme-5cd.test/v1",
        "https://api%2eacme.test/v1",
        "https://api.acme.test\\@evil.example/v1",
        "https://api.acme.test:port/v1",
        "https://api.acme.test:0/v1",
        "https://api.acme.test:99999/v1",
        "https://api_acme.test/v1",
        "https://-api.acme.test/v1",
        "https://api..acme.test/v1",
        "https://api.acme.test\n.evil.example/v1",
        "https://api.acme.test/v1?next=x",
        "https://api.acme.test/v1#x",
        "https://api.acme.test/../v1",
        "https:api.acme.test/v1",
        "//api.acme.test/v1",
        "api.acme.test/v1",
        "ftp://api.acme.test/v1",
        "file:///etc/passwd",
        "https://",
        "https://[",
    ],
)
def test_s4_an_address_with_a_trick_in_it_is_never_asked(base: str) -> None:
    environment = {"ACME_API_KEY": KEY, "ACME_BASE_URL": base}
    anywhere = acme(origins=re.compile(".*", re.DOTALL))
    listing = silent(anywhere, environment)
    assert (listing.outcome, listing.origin, listing.rows) == (Outcome.REFUSED, "", ())
    assert listing.message is not None
    assert "secret" not in listing.message
    assert silent(anywhere, environment, base=base).outcome is Outcome.REFUSED


def test_s4_the_port_is_a_part_of_the_origin() -> None:
    assert keys.origin_of("https://api.acme.test:443/v1") == "https://api.acme.test"
    assert not keys.may_have(acme(), {}, "https://api.acme.test:8443")
    own = {"ACME_BASE_URL": "https://own.example:8443"}
    assert keys.may_have(acme(), own, "https://own.example:8443")
    assert not keys.may_have(acme(), own, "https://own.example")


@pytest.mark.parametrize("lister", [pytest.param(each, id=each.name) for each in SHELF if each.surface == "azure"])
def test_s4_azure_is_asked_at_microsoft_s_hosts(lister: Lister) -> None:
    for base in ("https://evil.example", "https://x.openai.azure.com.evil.example", "https://openai.azure.com"):
        for environment in (dict.fromkeys(lister.bases, base), {}):
            found = keys.base_of(lister, environment, None if environment else base)
            assert isinstance(found, Refusal), (lister.name, base)


@pytest.mark.parametrize("region", ["evil.example/", "x@evil.example", "..", "us-east-1.evil", "US", "a b", "é", "x#"])
def test_s4_what_is_no_region_enters_no_host(region: str) -> None:
    for lister in SHELF:
        if "{region}" in (lister.default or ""):
            names = [name for group in lister.needs for name in group] + ["AWS_REGION", "AWS_DEFAULT_REGION"]
            assert isinstance(keys.base_of(lister, dict.fromkeys(names, region)), Refusal)


# S5: redirects are not followed, and next pages keep the origin.


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_s5_a_redirect_to_the_same_host_is_not_followed(site: Any, status: int) -> None:
    site.put(LIST, status=status, headers={"Location": "/v2/models"})
    site.put("/v2/models", b'{"data": [{"id": "there"}]}')
    listing = listed(site)
    assert (listing.outcome, listing.rows, [path for path, _ in site.asked]) == (Outcome.WRONG_ENDPOINT, (), [LIST])


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("header", ["authorization", "x-api-key", "api-key", "x-goog-api-key"])
def test_s5_a_redirect_to_another_host_is_not_followed(
    site: Any, elsewhere: Elsewhere, status: int, header: str
) -> None:
    site.put(LIST, status=status, headers={"Location": f"{elsewhere.url}/take?session=1234"})
    environment = {"ACME_API_KEY": KEY, "ACME_BASE_URL": f"{site.url}/v1"}
    listing = ask(acme(header=header), environment)
    assert listing.outcome is Outcome.WRONG_ENDPOINT
    assert listing.message is not None
    assert listing.message.endswith(f"it redirects to {elsewhere.url}")
    assert "session" not in listing.message
    assert elsewhere.asked == []
    assert KEY in site.asked[0][1][header]


def test_s5_a_next_page_on_another_host_is_not_asked(site: Any, elsewhere: Elsewhere) -> None:
    site.put(LIST, json.dumps({"data": [{"id": "m1"}], "next": f"{elsewhere.url}/v1/models"}).encode())
    listing = listed(site)
    assert (listing.outcome, listing.complete) == (Outcome.BAD_RESPONSE, False)
    assert elsewhere.asked == []


# S6: TLS is always verified, with the roots that the environment names.


def test_s6_nothing_switches_verification_off(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    for name in ("PYTHONHTTPSVERIFY", "SSL_VERIFY", "HTTPX_VERIFY", "NODE_TLS_REJECT_UNAUTHORIZED"):
        monkeypatch.setenv(name, "0")
    for name in ("CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"):
        monkeypatch.setenv(name, "")
    listing = listed(site, clock=iter(range(100)).__next__)
    assert listing.outcome is Outcome.UNREACHABLE
    assert site.asked == []


def test_s6_a_certificate_for_another_name_is_refused(site: Any) -> None:
    port = site.url.rpartition(":")[2]
    environment = {"ACME_API_KEY": KEY, "ACME_BASE_URL": f"https://localhost:{port}/v1"}
    listing = ask(acme(), environment, sleep=lambda seconds: None)
    assert listing.outcome is Outcome.UNREACHABLE
    assert site.asked == []


def test_s6_no_code_of_ours_weakens_tls() -> None:
    weak = re.compile(r"verify\s*=\s*False|CERT_NONE|check_hostname|_create_unverified|set_ciphers|load_cert_chain")
    for path in PACKAGE.rglob("*.py"):
        assert not weak.search(path.read_text(encoding="utf-8")), path


# S7: limits; what comes back is not trusted.


def test_s7_a_body_of_50_megabytes_is_not_read(site: Any) -> None:
    site.put(LIST, b"[" + b"1," * 2**19, pieces=50)
    listing = listed(site)
    assert listing.outcome is Outcome.BAD_RESPONSE
    assert listing.message is not None
    assert "the answer is larger than 10,485,760 bytes" in listing.message


def test_s7_a_small_body_that_unpacks_to_50_megabytes_is_not_unpacked(site: Any) -> None:
    packed = gzip.compress(b"\0" * 50 * 2**20)
    assert len(packed) < 100_000
    site.put(LIST, packed, headers={"Content-Encoding": "gzip"})
    tracemalloc.start()
    try:
        listing = listed(site)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert listing.outcome is Outcome.BAD_RESPONSE
    assert most < 40 * 2**20


@pytest.mark.parametrize("page", [{"pieces": 1000, "pause": 0.05}, {"delay": 1.0}], ids=["drip", "silence"])
def test_s7_a_slow_server_is_left_within_the_budget(site: Any, page: dict[str, Any]) -> None:
    site.put(LIST, b" ", **page)
    start = time.monotonic()
    listing = listed(site, budget=0.5)
    assert listing.outcome is Outcome.TIMEOUT
    assert time.monotonic() - start < 20


def test_s7_a_chain_of_pages_without_end_is_left(site: Any) -> None:
    for number in range(PAGES + 1):
        path = f"/v1/models?after={number}" if number else LIST
        site.put(path, json.dumps({"data": [], "next": f"{site.url}/v1/models?after={number + 1}"}).encode())
    listing = listed(site)
    assert (listing.outcome, listing.complete, len(site.asked)) == (Outcome.BAD_RESPONSE, False, PAGES)


def test_s7_a_page_that_comes_again_is_left(site: Any) -> None:
    site.put(LIST, json.dumps({"data": [{"id": "m1"}], "next": f"{site.url}/v1/more"}).encode())
    site.put("/v1/more", json.dumps({"data": [{"id": "m1"}], "next": f"{site.url}/v1/more"}).encode())
    listing = listed(site)
    assert (listing.outcome, listing.complete, len(site.asked)) == (Outcome.BAD_RESPONSE, False, 2)


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (b"", Outcome.BAD_RESPONSE),
        (b'{"data": [{"id": "m1"', Outcome.BAD_RESPONSE),
        (b"data: ok", Outcome.BAD_RESPONSE),
        (b"\xff\xfe\x00", Outcome.BAD_RESPONSE),
        (b"[" * 1_000_000, Outcome.BAD_RESPONSE),
        (b'{"data": [' + b"9" * 5000 + b"]}", Outcome.BAD_RESPONSE),
        (b"<!doctype html><script>alert(1)</script>", Outcome.WRONG_ENDPOINT),
        (b"[]", Outcome.WRONG_ENDPOINT),
        (b"null", Outcome.WRONG_ENDPOINT),
        (b'{"object": "list"}', Outcome.WRONG_ENDPOINT),
    ],
)
def test_s7_only_a_list_in_json_is_a_list(site: Any, body: bytes, outcome: Outcome) -> None:
    site.put(LIST, body)
    listing = listed(site)
    assert (listing.outcome, listing.rows, listing.complete) == (outcome, (), False)
    assert "<script>" not in (listing.message or "")


def test_s7_ids_are_visible_ascii_or_are_left_out(site: Any) -> None:
    odd = ["\x1b[2Jm", "m\n::error::x", "m m", "", "é", "\u202em", "x" * 257]
    site.put(LIST, json.dumps({"data": [{"id": each} for each in (*odd, "m1")]}).encode())
    listing = listed(site)
    assert [row.id for row in listing.rows] == ["m1"]
    assert listing.doubts == ("the list has rows whose ids cannot be printed; they are left out",)


# S8: no key in any output.


def shown(listing: Listing) -> str:
    return f"{listing!r} {listing} {listing.message} {listing.doubts}"


@pytest.mark.parametrize("status", [200, 302, 400, 401, 403, 404, 429, 500])
def test_s8_a_server_that_echoes_the_key_does_not_get_it_printed(
    site: Any, status: int, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    body = {
        "error": {"message": f"Incorrect API key provided: {KEY}. Yours ends in {KEY[-9:]}", "code": KEY, "type": KEY},
        "data": [{"id": KEY}, {"id": f"acme/{KEY}", "reason": KEY}, {"id": "m1", "reason": KEY, "aliases": [KEY]}],
        "doubts": [KEY],
    }
    headers = {
        "X-Request-Id": f"req-{KEY}",
        "X-Echo": KEY,
        "Location": f"https://{KEY.lower().replace('_', '-')}.test/",
    }
    site.put(LIST, json.dumps(body).encode(), status=status, headers=headers)
    site.put("/v1/models/m1", json.dumps(body).encode(), status=status, headers=headers)
    cache = Cache(tmp_path / "cache")
    listing = listed(site, cache=cache)
    environment = {"ACME_API_KEY": KEY, "ACME_BASE_URL": f"{site.url}/v1"}
    one = ask_one(acme(), environment, "m1", sleep=lambda seconds: None)
    kept = b"".join(path.name.encode() + path.read_bytes() for path in (tmp_path / "cache").glob("*"))
    output = capfd.readouterr()
    texts = (shown(listing), repr(one), caplog.text, output.out, output.err, kept.decode(errors="replace"))
    for text in texts:
        for part in (KEY, KEY[:16], KEY[-9:]):
            assert part.lower() not in text.lower()


def test_s8_a_secret_shows_itself_nowhere() -> None:
    secret = Secret(KEY, "ACME_API_KEY")
    question = Question(lister=acme(), secret=secret)
    for text in (f"{secret}", f"{secret!r}", f"{secret!s:>40}", repr(question), f"{keys.headers(acme(), secret)!r}"):
        assert KEY not in text


def test_s8_no_traceback_shows_a_key() -> None:
    """Not even one with the variables of every frame, from a mistake in the middle of asking."""

    def read(document: object, request: Request) -> Any:
        raise KeyError("a mistake")

    def send(request: Request, headers: Mapping[str, str], **limits: float) -> Answer:
        return Answer(status=200, body=b"{}")

    question = Question(lister=acme(read=read), secret=Secret(KEY, "ACME_API_KEY"), base="https://mine.example")
    environment = {"HOME": "/"}
    try:
        ask_all([question], environment, send=send)
    except KeyError as error:
        lines = traceback.TracebackException.from_exception(error, capture_locals=True).format()
        text = "".join(lines)
        assert "document" in text
        assert KEY not in text
    else:
        pytest.fail("the mistake is hidden")


def test_s8_words_of_a_provider_are_cut(site: Any) -> None:
    site.put(LIST, json.dumps({"error": {"message": "\x1b]0;owned\x07" + "long " * 1000}}).encode(), status=401)
    message = listed(site).message
    assert message is not None
    assert len(message) <= 300
    assert message.isprintable()


# S9: off by default.


@pytest.mark.parametrize("command", [["-m", "pytest_modelgate", "check", "."], ["-m", "pytest", "--modelgate", "-q"]])
def test_s9_nobody_is_asked_unasked(elsewhere: Elsewhere, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "app.py").write_text('client.chat.completions.create(model="gpt-4o")\n')
    (tmp_path / "pyproject.toml").write_text('[tool.pytest.ini_options]\naddopts = "-p no:cacheprovider"\n')
    environment = {
        **os.environ,
        "OPENAI_API_KEY": KEY,
        "OPENAI_BASE_URL": f"{elsewhere.url}/v1",
        "PYTHONPATH": str(PACKAGE.parent),
    }
    done = subprocess.run([sys.executable, *command], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert KEY not in done.stdout + done.stderr
    assert elsewhere.asked == []


# S10: the cache is the user's own.


def test_s10_the_cache_is_private_keyed_and_outside_the_project(
    site: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "home"))
    assert cache_beside(tmp_path) is None
    cache = cache_beside(tmp_path / "project")
    assert cache is not None
    site.put(LIST, b'{"data": [{"id": "m1"}]}')
    assert [listed(site, cache=cache).cached for _ in range(2)] == [False, True]
    for path in cache.folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert KEY.encode() not in path.read_bytes()
    # Somebody who can write there, but not as this user, puts nothing into a verdict.
    (kept,) = cache.folder.glob("*.json")
    kept.write_bytes(kept.read_bytes().replace(b'"m1"', b'"m2"'))
    assert [row.id for row in listed(site, cache=cache).rows] == ["m1"]


# S11: no workflow of ours gives a key to what a fork has changed.


def test_s11_no_workflow_of_ours_gives_secrets_to_forks() -> None:
    for path in (PACKAGE.parent / ".github").rglob("*.y*ml"):
        assert "pull_request_target" not in path.read_text(encoding="utf-8"), path


# S12: a key that may only list is enough.


def test_s12_nothing_but_get_is_asked(elsewhere: Elsewhere) -> None:
    environment = {"ACME_API_KEY": KEY, "ACME_BASE_URL": elsewhere.url}
    ask(acme(), environment)
    ask_one(acme(), environment, "m1")
    assert [(method, path) for method, path, _ in elsewhere.asked] == [
        ("GET", "/models?limit=1000"),
        ("GET", "/models/m1"),
    ]
    assert all("content-length" not in headers for _, _, headers in elsewhere.asked)
