"""How a user switches the asking on, in the command and in pytest, and that a repository cannot."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import pytest_modelgate
from pytest_modelgate import cli, provider_line
from tests.live.loopback import KEYS, Providers, Said, closed, listed, refusal, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Command = Callable[..., "Answer"]

APP = 'from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.5", input="x")\n'
FINDING = "app.py:3:34: MG301 no-access: gpt-5.5 is served by the OpenAI API, but not to the key of OPENAI_API_KEY"
HINT = "OPENAI_API_KEY is set: `modelgate check --live on` also asks what can be called."


@dataclass(frozen=True, slots=True)
class Answer:
    code: int
    out: str
    err: str


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Providers]:
    monkeypatch.setattr(provider_line, "_FIRST_WAIT", 0.01)
    with serving() as providers:
        providers.said["openai"] = listed("gpt-6-luna")
        yield providers


@pytest.fixture
def project(tmp_path: Path, here: Providers, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current directory; the process has OpenAI's key, and its address on this machine."""
    root = tmp_path / "project"
    root.mkdir()
    (root / "app.py").write_text(APP)
    for name in (*KEYS, "MODELGATE_CONFIG", "PYTEST_ADDOPTS", "NO_COLOR", "FORCE_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)
    given = {
        "MODELGATE_AS_OF": "2026-11-21",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "LOCALAPPDATA": str(tmp_path / "cache"),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONPATH": str(Path(pytest_modelgate.__file__).parents[1]),
    }
    for name, value in (here.environment("OPENAI_API_KEY") | given).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def modelgate(project: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def run(*words: str) -> Answer:
        code = cli.main(words)
        caught = capsys.readouterr()
        assert "NobodySees" not in caught.out + caught.err
        return Answer(code, caught.out, caught.err)

    return run


# The command.


def test_live_is_off_unless_it_is_asked_for(modelgate: Command, here: Providers) -> None:
    for words in ((), ("--live", "off")):
        answer = modelgate("check", *words)
        assert (answer.code, answer.out, here.asked) == (0, "", [])
        assert HINT in answer.err.splitlines()


@pytest.mark.parametrize("words", [("--live", "on"), ("--live=on",), ("--live", "required")])
def test_live_on_and_required(modelgate: Command, here: Providers, words: tuple[str, ...]) -> None:
    answer = modelgate("check", *words)
    assert answer.code == 1
    assert answer.out.startswith(FINDING)
    assert f"Live: openai at {here.url} lists 1 id, request req_openai." in answer.err.splitlines()
    assert HINT not in answer.err
    assert len(here.asked) == 1


def test_a_failure_is_exit_code_2_only_where_an_answer_is_required(modelgate: Command, here: Providers) -> None:
    here.said["openai"] = refusal(401, "invalid_api_key", "Incorrect API key provided: ECHO", echo=True)
    answer = modelgate("check", "--live", "on")
    assert answer.code == 0
    assert f"modelgate: warning: live: openai at {here.url}: key-invalid (request req_refused); " in answer.err
    answer = modelgate("check", "--live", "required")
    assert answer.code == 2
    assert f"modelgate: error: live: openai at {here.url}: key-invalid (request req_refused); " in answer.err
    assert "No verdict: 1 problem left something unjudged." in answer.err


def test_no_network(modelgate: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", f"{closed()}/v1")
    for mode, code in (("on", 0), ("required", 2)):
        answer = modelgate("check", "--live", mode)
        assert answer.code == code
        assert answer.err.count("unreachable") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "--live", "yes"), "--live: "),
        (("check", "--live", "onn"), "'onn'"),
        (("check", "--live", ""), "--live: "),
        (("check", "--live"), "--live"),
        (("check", "--Live", "on"), "unknown option '--Live'; did you mean --live?"),
        (("inventory", "--live", "on"), "unknown option '--live'"),
        (("explain", "gpt-5.5", "--live", "on"), "unknown option '--live'"),
        (("check", "--live-gateway", "https://llm.acme.test/v1"), "--live-gateway: 'https://llm.acme.test/v1' names"),
        (("check", "--live-gateway", "=KEY"), "--live-gateway: '' names no address and variable"),
        (("check", "--live-gateway", "https://x.test/v1="), "names no address and variable"),
        (("check", "--live-gateway", "https://x.test/v1=sk-abc-def"), "names no address and variable"),
        (("check", "--live-gateway", "https://x.test/v1=K"), "--live-gateway has no effect without --live on"),
        (("check", "--live", "off", "--live-gateway", "https://x.test=K"), "has no effect without --live on"),
    ],
)
def test_mistakes_are_exit_code_2_and_ask_nobody(
    modelgate: Command, here: Providers, words: tuple[str, ...], said: str
) -> None:
    answer = modelgate(*words)
    assert (answer.code, answer.out, here.asked) == (2, "", [])
    assert said in answer.err


def test_a_mistaken_mode_names_those_that_there_are(modelgate: Command) -> None:
    assert "required" in modelgate("check", "--live", "yes").err


def test_a_key_that_is_given_for_a_variable_is_not_repeated(
    modelgate: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", "--live-gateway", f"https://x.test/v1={KEYS['LLM_API_KEY']}"]) == 2
    assert "NobodySees" not in capsys.readouterr().err


def test_a_gateway_is_asked_with_the_key_of_its_variable(
    modelgate: Command, here: Providers, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "app.py").write_text('import litellm\n\nlitellm.completion(model="litellm_proxy/our-chat")\n')
    monkeypatch.setenv("LLM_API_KEY", KEYS["LLM_API_KEY"])
    here.said |= {"one": listed("our-chat", request="req_1"), "two": Said({"detail": "Not Found"}, 404)}
    gateways = [f"--live-gateway={here.url}/{name}/v1=LLM_API_KEY" for name in ("one", "two")]
    answer = modelgate("check", "--live", "on", *gateways, "--format", "json")
    first, second = sorted(json.loads(answer.out)["live"]["gateway"], key=lambda each: each["outcome"])
    assert (first["outcome"], first["ids"], second["outcome"]) == ("ok", 1, "wrong-endpoint")
    assert sorted(here.asked) == ["/one/v1/models", "/two/v1/models"]


@pytest.mark.parametrize("address", ["http://llm.acme.test/v1", "https://10.0.0.1/v1", "https://u:p@llm.acme.test/v1"])
def test_a_gateway_at_an_address_that_may_not_be_asked(modelgate: Command, address: str) -> None:
    answer = modelgate("check", "--live", "required", f"--live-gateway={address}=OPENAI_API_KEY")
    assert "live: gateway: refused; " in answer.err
    assert "u:p" not in answer.err


# What a repository says.


@pytest.mark.parametrize("mode", ["on", "required"])
@pytest.mark.parametrize(
    ("file", "head", "line"),
    [("pyproject.toml", '[project]\nname = "x"\n[tool.modelgate]\n', 4), ("modelgate.toml", "", 1)],
)
def test_a_repository_cannot_switch_it_on(
    modelgate: Command, here: Providers, project: Path, mode: str, file: str, head: str, line: int
) -> None:
    (project / file).write_text(f'{head}live = "{mode}"\n')
    for words in ((), ("--live", "on")):
        answer = modelgate("check", *words)
        assert (answer.code, answer.out, here.asked) == (2, "", [])
        assert f"{file}:{line}: live can only be switched off in a file; write --live where" in answer.err


def test_a_repository_can_switch_it_off_and_the_operator_on_again(
    modelgate: Command, here: Providers, project: Path
) -> None:
    (project / "modelgate.toml").write_text('live = "off"\n')
    assert modelgate("check").code == 0
    assert here.asked == []
    assert modelgate("check", "--live", "on").code == 1
    assert len(here.asked) == 1


@pytest.mark.parametrize(
    "text",
    [
        'base-url = "https://evil.test"',
        'live-gateway = ["https://evil.test=OPENAI_API_KEY"]',
        'headers = {x-forward = "evil"}',
        'api-key = "OPENAI_API_KEY"',
        'key-variable = "OPENAI_API_KEY"',
        'proxy = "https://evil.test"',
        'live = {mode = "on", base-url = "https://evil.test"}',
    ],
)
def test_a_repository_names_no_host_header_or_key(
    modelgate: Command, here: Providers, project: Path, text: str
) -> None:
    (project / "modelgate.toml").write_text(f"horizon = 30\n{text}\n")
    answer = modelgate("check", "--live", "on")
    assert (answer.code, answer.out, here.asked) == (2, "", [])
    assert "modelgate.toml:2: " in answer.err


# pytest.


def pytest_in(project: Path, *words: str) -> Answer:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "modelgate", "-p", "no:cacheprovider", *words],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "NobodySees" not in done.stdout + done.stderr
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def plugged(project: Path) -> Path:
    """The project with a test, and with a file that makes it the root."""
    (project / "pytest.ini").write_text("[pytest]\n")
    (project / "test_app.py").write_text("def test_app() -> None:\n    assert True\n")
    return project


@pytest.mark.parametrize("words", [("--modelgate-live=on",), ("--modelgate-live", "required")])
def test_pytest_asks_where_the_command_line_says_so(plugged: Path, here: Providers, words: tuple[str, ...]) -> None:
    done = pytest_in(plugged, "--modelgate", *words)
    assert done.code == 1
    assert "app.py:3:34: MG301 gpt-5.5 is served by the OpenAI API, but not to the key of" in done.out
    assert len(here.asked) == 1


def test_pytest_asks_nobody_unasked(plugged: Path, here: Providers) -> None:
    for words in ((), ("--modelgate-live=off",)):
        assert pytest_in(plugged, "--modelgate", *words).code == 0
    assert here.asked == []


def test_pytest_fails_without_an_answer_where_one_is_required(plugged: Path, here: Providers) -> None:
    here.said["openai"] = refusal(401, "invalid_api_key", "Incorrect API key provided: ECHO", echo=True)
    done = pytest_in(plugged, "--modelgate", "--modelgate-live=on")
    assert done.code == 0
    assert f"live: openai at {here.url}: key-invalid" in done.out
    done = pytest_in(plugged, "--modelgate", "--modelgate-live=required", "-vv")
    assert done.code == 1
    assert f"live: openai at {here.url}: key-invalid" in done.out


@pytest.mark.parametrize("where", ["pytest.ini", "pyproject.toml", "PYTEST_ADDOPTS"])
def test_pytest_takes_no_such_word_from_addopts(
    plugged: Path, here: Providers, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    option = "--modelgate-live=on"
    if where == "pytest.ini":
        (plugged / where).write_text(f"[pytest]\naddopts = {option}\n")
    elif where == "pyproject.toml":
        (plugged / "pytest.ini").unlink()
        (plugged / where).write_text(f'[tool.pytest.ini_options]\naddopts = ["{option}"]\n')
    else:
        monkeypatch.setenv(where, option)
    done = pytest_in(plugged, "--modelgate")
    assert done.code == 4
    assert "--modelgate-live counts on the command line alone; take it out of addopts" in done.err
    assert here.asked == []


def test_pytest_takes_no_such_word_from_the_configuration(plugged: Path, here: Providers) -> None:
    (plugged / "modelgate.toml").write_text('live = "on"\n')
    done = pytest_in(plugged, "--modelgate")
    assert (done.code, here.asked) == (4, [])
    assert "modelgate.toml:1: live can only be switched off in a file" in done.err


def test_pytest_says_what_is_wrong_with_the_word(plugged: Path, here: Providers) -> None:
    done = pytest_in(plugged, "--modelgate", "--modelgate-live=always")
    assert (done.code, here.asked) == (4, [])
    assert "'always'" in done.err
    done = pytest_in(plugged, "--modelgate-live=on")
    assert done.code == 4
    assert "--modelgate-live has no effect without --modelgate; add it" in done.err


def test_under_xdist_providers_are_asked_once(plugged: Path, here: Providers) -> None:
    pytest.importorskip("xdist")
    done = pytest_in(plugged, "--modelgate", "--modelgate-live=on", "-p", "xdist", "-n2")
    assert done.code == 1
    assert "MG301" in done.out
    assert len(here.asked) == 1
