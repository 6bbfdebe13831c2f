"""`modelgate doctor` as a user calls it, with providers on this machine: cause by cause."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate import cli, provider_line
from tests.live.loopback import KEYS, Providers, Said, claude, closed, gemini, listed, refusal, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Command = Callable[..., "Answer"]

NO_MODEL = refusal(404, "model_not_found", "The model does not exist or you do not have access to it.")


@dataclass(frozen=True, slots=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def cause(self) -> str:
        return self.out.splitlines()[0].rpartition(": ")[2]


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Providers]:
    monkeypatch.setattr(provider_line, "_FIRST_WAIT", 0.01)
    with serving() as providers:
        yield providers


@pytest.fixture
def modelgate(
    tmp_path: Path, here: Providers, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs the command in an empty directory, with the addresses of this machine and these keys."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    monkeypatch.setenv("MODELGATE_AS_OF", "2026-11-21")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))

    def run(*words: str, keys: tuple[str, ...] = (), **given: str) -> Answer:
        with pytest.MonkeyPatch.context() as patch:
            for name in KEYS:
                patch.delenv(name, raising=False)
            for name, value in here.environment(*keys, **given).items():
                patch.setenv(name, value)
            code = cli.main(["doctor", *words])
        caught = capsys.readouterr()
        for key in (*KEYS.values(), *given.values()):
            assert len(key) < 8 or key.startswith("http") or key not in caught.out + caught.err
        return Answer(code, caught.out, caught.err)

    return run


OPENAI = ("OPENAI_API_KEY",)
CLAUDE = ("ANTHROPIC_API_KEY",)
BEDROCK = {
    "modelSummaries": [
        {
            "modelId": "anthropic.claude-opus-4-8",
            "inferenceTypesSupported": ["INFERENCE_PROFILE"],
            "modelLifecycle": {"status": "ACTIVE"},
        }
    ]
}


def test_retired(modelgate: Command, here: Providers) -> None:
    here.said["anthropic"] = claude(("claude-3-opus-20240229", "retired", "2026-01-05"))
    answer = modelgate("claude-3-opus-20240229", keys=CLAUDE)
    assert (answer.code, answer.cause) == (1, "retired (certain)")
    assert "2026-01-05" in answer.out


def test_retiring(modelgate: Command, here: Providers) -> None:
    here.said["anthropic"] = claude(("claude-opus-4-8", "deprecated", "2026-12-20"))
    answer = modelgate("claude-opus-4-8", keys=CLAUDE)
    assert (answer.code, answer.cause) == (1, "retiring (certain)")
    assert "It ends on 2026-12-20, in 29 days" in answer.out


def test_typo(modelgate: Command, here: Providers) -> None:
    here.said |= {"openai": NO_MODEL, "/openai/v1/models": listed("gpt-5.5", "gpt-6-luna")}
    answer = modelgate("gpt-5-5", "--provider", "openai", keys=OPENAI)
    assert (answer.code, answer.cause) == (1, "typo (likely)")
    assert "gpt-5.5" in answer.out


def test_a_typo_is_looked_up_where_the_id_is_that_was_meant(modelgate: Command, here: Providers) -> None:
    answer = modelgate("gpt-5-4-mini", "--offline")
    assert (answer.code, answer.cause) == (1, "typo (likely)")
    assert answer.out.startswith("gpt-5-4-mini at the OpenAI API: ")
    assert "Write gpt-5.4-mini," in answer.out
    answer = modelgate("zebra-imaginary-77", "--offline")
    assert (answer.code, answer.cause) == (2, "could-not-tell (unsure)")
    assert here.asked == []


def test_no_access(modelgate: Command, here: Providers) -> None:
    blocked = refusal(403, "model_not_found", "Project `p` does not have access to model `gpt-5.5`")
    here.said |= {"openai": blocked, "/openai/v1/models": listed("gpt-6-luna")}
    answer = modelgate("gpt-5.5", keys=OPENAI)
    assert (answer.code, answer.cause) == (1, "no-access (certain)")


def test_early_removal(modelgate: Command, here: Providers) -> None:
    here.said |= {"openai": NO_MODEL, "/openai/v1/models": listed("gpt-6-luna")}
    answer = modelgate("gpt-5.5", keys=OPENAI)
    assert (answer.code, answer.cause) == (1, "early-removal-or-no-access (likely)")
    assert "lists 1 id, request req_openai" in answer.out


def test_wrong_endpoint(modelgate: Command, here: Providers) -> None:
    here.said["gemini"] = gemini("gemini-3.8-flash")
    answer = modelgate("gemini-3.8-flash", "--endpoint", "embedContent", keys=("GEMINI_API_KEY",))
    assert (answer.code, answer.cause) == (1, "wrong-endpoint (certain)")


@pytest.mark.parametrize(
    "said", [Said(b"<html>", headers={"Content-Type": "text/html"}), Said({"detail": "Not Found"}, 404)]
)
def test_wrong_base_url(modelgate: Command, here: Providers, said: Said) -> None:
    here.said["openai"] = said
    answer = modelgate("gpt-5.5", keys=OPENAI)
    assert (answer.code, answer.cause) == (1, "wrong-base-url (certain)")


@pytest.mark.parametrize(
    ("key", "odd"),
    [
        ('"{}"', "is in quotation marks"),
        (" {} ", "begins or ends with white space"),
        ("{}\n", "begins or ends with white space"),
        ("Bearer {}", "begins with the word Bearer"),
    ],
)
def test_a_key_that_is_odd(modelgate: Command, here: Providers, key: str, odd: str) -> None:
    here.said["openai"] = refusal(401, "invalid_api_key", "Incorrect API key provided: ECHO", echo=True)
    answer = modelgate("gpt-5.5", keys=OPENAI, OPENAI_API_KEY=key.format(KEYS["OPENAI_API_KEY"]))
    assert (answer.code, answer.cause) == (1, "key-invalid (certain)")
    assert odd in answer.out
    assert "NobodySees" not in answer.out + answer.err


def test_a_key_that_is_refused(modelgate: Command, here: Providers) -> None:
    here.said["openai"] = refusal(401, "invalid_api_key", "Incorrect API key provided: ECHO", echo=True)
    answer = modelgate("gpt-5.5", keys=OPENAI)
    assert (answer.code, answer.cause) == (1, "key-invalid (certain)")
    assert "NobodySees" not in answer.out + answer.err


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        (refusal(403, "insufficient_permissions", "Missing scopes: api.model.read"), "key-scope"),
        (refusal(429, "insufficient_quota", "You exceeded your current quota"), "quota"),
        (refusal(429, "rate_limit_exceeded", "Rate limit reached"), "rate-limited"),
        (refusal(403, "unsupported_country_region_territory", "Country, region, or territory not supported"), "region"),
        (refusal(401, "ip_not_authorized", "Your IP address is not authorized"), "ip-blocked"),
    ],
)
def test_what_ends_the_list_would_end_a_call_too(modelgate: Command, here: Providers, said: Said, cause: str) -> None:
    here.said["openai"] = said
    answer = modelgate("gpt-5.5", keys=OPENAI)
    assert answer.cause.split(" ")[0] == cause
    assert answer.code == (1 if answer.cause.endswith(("(certain)", "(likely)")) else 2)


def test_a_deployment_that_is_not_there(modelgate: Command, here: Providers, tmp_path: Path) -> None:
    error = tmp_path / "error.txt"
    error.write_text(
        "openai.NotFoundError: Error code: 404 - {'error': {'code': 'DeploymentNotFound', 'message': 'The API"
        " deployment for this resource does not exist.'}}"
    )
    answer = modelgate("my-prod", "--provider", "azure", "--error", str(error))
    assert (answer.code, answer.cause) == (1, "azure-deployment (certain)")


def test_a_deployment_whose_model_is_retired(modelgate: Command, here: Providers) -> None:
    row = {"name": "my-prod", "type": "ModelDeployment", "modelName": "gpt-4", "modelVersion": "0613"}
    here.said["foundry"] = Said({"value": [row]})
    answer = modelgate("my-prod", "--provider", "azure", keys=("AZURE_AI_ACCESS_TOKEN",))
    assert here.count("foundry") >= 1
    assert "a deployment of gpt-4 0613" in answer.out


def test_a_model_that_needs_an_inference_profile(modelgate: Command, here: Providers) -> None:
    here.said["bedrock"] = Said(BEDROCK)
    answer = modelgate("anthropic.claude-opus-4-8", "--provider", "bedrock", keys=("AWS_BEARER_TOKEN_BEDROCK",))
    assert (answer.code, answer.cause) == (1, "needs-inference-profile (certain)")


def test_an_id_that_nobody_knows(modelgate: Command, here: Providers) -> None:
    here.said |= {"openai": NO_MODEL, "/openai/v1/models": listed("gpt-6-luna")}
    answer = modelgate("zebra-imaginary-77", "--provider", "openai", keys=OPENAI)
    assert (answer.code, answer.cause.split(" ")[0]) == (2, "unknown-id")


def test_an_id_that_works(modelgate: Command, here: Providers) -> None:
    here.said["openai"] = listed("gpt-5.5")
    answer = modelgate("gpt-5.5", keys=OPENAI)
    assert (answer.code, answer.cause) == (0, "works (certain)")


def test_an_address_at_which_nobody_is_says_nothing_of_the_id(modelgate: Command) -> None:
    answer = modelgate("gpt-5.5", keys=OPENAI, OPENAI_BASE_URL=f"{closed()}/v1")
    assert answer.cause.split(" ")[0] == "wrong-base-url"
    assert answer.code == (1 if answer.cause.endswith("(likely)") else 2)
    assert "certain" not in answer.cause


def test_a_terminal_gets_lines_that_fit(
    modelgate: Command, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = modelgate("gpt-4-32k", "--offline").out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    fitting = modelgate("gpt-4-32k", "--offline").out
    assert fitting.split() == whole.split()
    assert max(map(len, whole.splitlines())) > 120
    assert all(len(line) <= 80 or "://" in line for line in fitting.splitlines())


def test_json(modelgate: Command, here: Providers) -> None:
    here.said |= {"openai": NO_MODEL, "/openai/v1/models": listed("gpt-5.5", "gpt-6-luna")}
    answer = modelgate("gpt-5-5", "--provider", "openai", "--format", "json", keys=OPENAI)
    document = json.loads(answer.out)
    assert answer.code == 1
    assert (document["version"], document["cause"], document["confidence"]) == (1, "typo", "likely")
    assert (document["suggestion"], document["settled"], document["today"]) == ("gpt-5.5", True, "2026-11-21")
    assert {piece["origin"] for piece in document["evidence"]} >= {"table", "live list"}
    assert document["next"]


GONE = (
    "groq.BadRequestError: Error code: 400 - {'error': {'message': 'The model `llama3-70b-8192` has been"
    " decommissioned', 'type': 'invalid_request_error', 'code': 'model_decommissioned'}}"
)


def test_an_error_is_read_from_a_file_and_from_standard_input(
    modelgate: Command, here: Providers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "error.txt").write_text(GONE)
    from_file = modelgate("llama3-70b-8192", "--provider", "groq", "--offline", "--error", str(tmp_path / "error.txt"))
    stdin = io.TextIOWrapper(io.BytesIO(GONE.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    from_stdin = modelgate("llama3-70b-8192", "--provider", "groq", "--offline", "--error", "-")
    assert from_file == from_stdin
    assert (from_file.code, from_file.cause) == (1, "retired (certain)")
    assert "pasted error: status 400, code model_decommissioned" in from_file.out


def test_an_error_that_holds_a_key_is_shown_without_it(modelgate: Command, tmp_path: Path) -> None:
    (tmp_path / "error.txt").write_text(f"Error code: 401 - Incorrect API key provided: {KEYS['OPENAI_API_KEY']}")
    answer = modelgate("gpt-5.5", "--offline", "--error", str(tmp_path / "error.txt"), keys=OPENAI)
    assert answer.cause.split(" ")[0] == "key-invalid"


def test_offline_asks_nobody(modelgate: Command, here: Providers) -> None:
    here.said["openai"] = listed("gpt-5.5")
    answer = modelgate("gpt-4-32k", "--offline", keys=OPENAI)
    assert (answer.code, answer.cause.split(" ")[0], here.asked) == (1, "retired", [])
    answer = modelgate("gpt-5.5", "--offline", keys=OPENAI)
    assert (answer.code, answer.cause, here.asked) == (0, "works (unsure)", [])


def test_without_a_key_nobody_is_asked(modelgate: Command, here: Providers) -> None:
    answer = modelgate("gpt-5.5")
    assert here.asked == []
    assert "OPENAI_API_KEY" in answer.out


def test_an_address_of_the_operator_is_asked_with_its_own_key(modelgate: Command, here: Providers) -> None:
    here.said["llm"] = listed("our-chat")
    words = ("--base-url", f"{here.url}/llm/v1", "--key-variable", "LLM_API_KEY")
    answer = modelgate("our-chat", *words, keys=("LLM_API_KEY",))
    assert here.asked[0] == "/llm/v1/models"
    assert f"{here.url} lists 1 id" in answer.out
    assert answer.out.startswith("our-chat at the gateway: works")


def test_a_gateway_is_asked_for_its_own_names(modelgate: Command, here: Providers) -> None:
    here.said["llm"] = listed("our-chat", "our-chat-large")
    words = ("--base-url", f"{here.url}/llm/v1", "--key-variable", "LLM_API_KEY")
    answer = modelgate("our-chat-larg", *words, keys=("LLM_API_KEY",))
    assert (answer.code, answer.cause) == (1, "typo (likely)")
    assert "Write our-chat-large," in answer.out
    assert "usual address" not in answer.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("gpt-5.5", "--provider", "opnai"), "--provider: unknown provider 'opnai'; did you mean openai?"),
        (("gpt-5.5", "--base-url", "https://x.test"), "--base-url and --key-variable go together"),
        (("gpt-5.5", "--key-variable", "K"), "--base-url and --key-variable go together"),
        (("gpt-5.5", "--error", "missing.txt"), "--error: 'missing.txt' cannot be read"),
        (("gpt-5.5", "--format", "yaml"), "--format: unknown value 'yaml'"),
        (("gpt-5.5", "gpt-5.4"), "`modelgate doctor` takes one id; there is no use for 'gpt-5.4'"),
        (("gpt-5.5", "--as-of", "soon"), "--as-of"),
    ],
)
def test_mistakes(modelgate: Command, words: tuple[str, ...], said: str, here: Providers) -> None:
    answer = modelgate(*words)
    assert (answer.code, answer.out, here.asked) == (2, "", [])
    assert said in answer.err


def test_what_is_asked_and_answered_never_reaches_the_terminal_unescaped(modelgate: Command, here: Providers) -> None:
    here.said["openai"] = refusal(400, "\x1b[31m", "\x1b]0;owned\x07 and\r\nmore")
    answer: Any = modelgate("gpt-5.5\x1b[2J", "--provider", "openai", keys=OPENAI)
    assert "\x1b" not in answer.out + answer.err
    assert "\x07" not in answer.out + answer.err
