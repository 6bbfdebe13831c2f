"""The gate with providers that answer, refuse, keep silent or are not there: real servers on this machine."""

from __future__ import annotations

import functools
import json
import os
import stat
import time
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate import asking, config, gate, provider_line
from pytest_modelgate.formats import all_formats
from pytest_modelgate.formats._summary import notices, summary
from pytest_modelgate.kinds import Style
from pytest_modelgate.live_values import Outcome
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import State, Verdict
from tests.live.loopback import KEYS, RESET, SILENT, Providers, Said, claude, closed, gemini, listed, refusal, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_modelgate.values import Report

TODAY = date(2026, 11, 21)
APP = """\
from anthropic import Anthropic
from google import genai
from openai import OpenAI
import litellm

OpenAI().responses.create(model="gpt-5.5", input="x")
OpenAI().responses.create(model="gpt-5.4", input="x")
OpenAI().responses.create(model="gpt-5.9", input="x")
OpenAI().responses.create(model="gpt-9-imaginary", input="x")
Anthropic().messages.create(model="claude-opus-4-8", messages=[])
Anthropic().messages.create(model="claude-sonnet-5-5", messages=[])
genai.Client().models.generate_content(model="gemini-3.8-flash", contents="x")
litellm.completion(model="groq/llama-3.3-70b-versatile")
litellm.rerank(model="cohere/rerank-v3.5")
"""
ALL = ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY", "GROQ_API_KEY", "CO_API_KEY")


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Providers]:
    """Five providers: three answer, one refuses its key, and one says nothing at all."""
    # A try after which another follows at once shows the same as one that waits.
    monkeypatch.setattr(provider_line, "_FIRST_WAIT", 0.01)
    with serving() as providers:
        providers.said |= {
            "openai": listed("gpt-5.5", "gpt-5.9", "gpt-6-luna"),
            "anthropic": claude(("claude-opus-4-8", "deprecated", "2026-12-20")),
            "/anthropic/v1/models/claude-sonnet-5-5": Said(
                {"type": "error", "error": {"type": "not_found_error", "message": "model: claude-sonnet-5-5"}}, 404
            ),
            "gemini": gemini("gemini-3.8-flash"),
            "groq": refusal(401, "invalid_api_key", "Invalid API Key ECHO", echo=True),
            "cohere": RESET,
        }
        yield providers


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "app.py").write_text(APP)
    return root


def run(project: Path, environment: dict[str, str], live: str | None = "on", **given: Any) -> Report:
    options = {key.replace("_", "-"): value for key, value in given.pop("options", {}).items()}
    settings = config.load(
        project,
        [(rule.code, rule.name) for rule in all_rules()],
        overrides=options | ({} if live is None else {"live": live}),
    )
    return gate.run(settings, paths=None, today=TODAY, deep=False, environment=environment, **given)


def outcomes(report: Report) -> dict[str, str]:
    return {listing.surface: listing.outcome.value for listing in report.live}


def told(report: Report) -> list[str]:
    return [note.message for note in report.notifications if "live" in note.message]


def by_id(report: Report) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {reference.id: [] for reference in report.references}
    for finding in report.findings:
        found[finding.reference.id].append(finding.code)
    return found


def everything(report: Report) -> str:
    """All that a report is shown as, to people and to programs."""
    style = Style(everything=True)
    commands = [(form, command) for form in all_formats() for command in ("check", "inventory") if form.serves(command)]
    texts = [form.render(command, report, style) for form, command in commands]
    return "\n".join([*texts, *summary(report, style), *notices(report, style), repr(report)])


def test_three_providers_answer_one_refuses_its_key_and_one_is_lost(project: Path, here: Providers) -> None:
    begun = time.monotonic()
    report = run(project, here.environment(*ALL))
    assert time.monotonic() - begun < 20
    assert outcomes(report) == {
        "anthropic": "ok",
        "cohere": "unreachable",
        "gemini": "ok",
        "groq": "key-invalid",
        "openai": "ok",
    }
    assert by_id(report) == {
        "gpt-5.5": [],
        "gpt-5.4": ["MG301"],
        "gpt-5.9": [],
        "gpt-9-imaginary": ["MG202"],
        "claude-opus-4-8": ["MG102"],
        "claude-sonnet-5-5": ["MG301"],
        "gemini-3.8-flash": [],
        "llama-3.3-70b-versatile": by_id(run(project, {}, "off"))["llama-3.3-70b-versatile"],
        "rerank-v3.5": by_id(run(project, {}, "off"))["rerank-v3.5"],
    }
    messages = {finding.reference.id: finding.message for finding in report.findings}
    assert "the key of OPENAI_API_KEY, whose complete list (3 ids, request req_openai) lacks it" in messages["gpt-5.4"]
    assert "the complete list of your key does not have it either" in messages["gpt-9-imaginary"]
    assert "ends on 2026-12-20" in messages["claude-opus-4-8"]
    failures = [text for text in told(report) if text.startswith("live: ")]
    assert len(failures) == 2
    assert failures[0].startswith(f"live: cohere at {here.url}: unreachable; the Cohere API: ")
    assert failures[1].startswith(
        f"live: groq at {here.url}: key-invalid (request req_refused); the Groq API does not accept the key of"
        " GROQ_API_KEY"
    )
    (difference,) = [text for text in told(report) if not text.startswith("live: ")]
    assert difference == (
        f"claude-opus-4-8: the live list of {here.url} says that it ends on 2026-12-20, the table that it is served;"
        " the live list counts"
    )
    assert report.verdict is Verdict.FINDINGS


def test_one_that_keeps_silent_holds_nobody_up(project: Path, here: Providers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "ask_all", functools.partial(asking.ask_all, budget=0.3))
    here.said["cohere"] = SILENT
    begun = time.monotonic()
    report = run(project, here.environment(*ALL))
    assert time.monotonic() - begun < 20
    assert outcomes(report) == {
        "anthropic": "ok",
        "cohere": "timeout",
        "gemini": "ok",
        "groq": "key-invalid",
        "openai": "ok",
    }
    assert any(text.startswith(f"live: cohere at {here.url}: timeout; the Cohere API: ") for text in told(report))


@pytest.fixture
def clean(project: Path) -> Path:
    """A project in which neither the table nor the lists find anything."""
    (project / "app.py").write_text(
        'from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.5", input="x")\n'
    )
    return project


@pytest.mark.parametrize(
    ("live", "said", "verdict"),
    [
        ("off", refusal(401, "invalid_api_key", "no"), Verdict.CLEAN),
        ("on", refusal(401, "invalid_api_key", "no"), Verdict.CLEAN),
        ("required", refusal(401, "invalid_api_key", "no"), Verdict.NO_VERDICT),
        ("on", RESET, Verdict.CLEAN),
        ("required", RESET, Verdict.NO_VERDICT),
        ("required", Said(b"<html>", headers={"Content-Type": "text/html"}), Verdict.NO_VERDICT),
        ("on", listed("gpt-5.5"), Verdict.CLEAN),
        ("required", listed("gpt-5.5"), Verdict.CLEAN),
        ("off", listed("gpt-6-luna"), Verdict.CLEAN),
        ("on", listed("gpt-6-luna"), Verdict.FINDINGS),
        ("required", listed("gpt-6-luna"), Verdict.FINDINGS),
    ],
)
def test_a_failure_fails_nothing_unless_an_answer_is_required(
    clean: Path, here: Providers, live: str, said: Said | str, verdict: Verdict
) -> None:
    here.said["openai"] = said
    assert run(clean, here.environment("OPENAI_API_KEY"), live).verdict is verdict
    assert (here.asked == []) is (live == "off")


@pytest.mark.parametrize(("live", "verdict"), [("on", Verdict.CLEAN), ("required", Verdict.NO_VERDICT)])
def test_without_a_key_nobody_is_asked_and_one_line_says_what_to_set(
    clean: Path, here: Providers, live: str, verdict: Verdict
) -> None:
    report = run(clean, here.environment("GROQ_API_KEY"), live)
    assert here.asked == []
    assert told(report) == [f"live: openai at {here.url}: no-key; the OpenAI API is not asked: set OPENAI_API_KEY"]
    assert report.verdict is verdict


@pytest.mark.parametrize(("live", "verdict"), [("on", Verdict.CLEAN), ("required", Verdict.NO_VERDICT)])
def test_without_a_network_one_line_says_so_at_once(clean: Path, here: Providers, live: str, verdict: Verdict) -> None:
    environment = here.environment("OPENAI_API_KEY", OPENAI_BASE_URL=f"{closed()}/v1")
    begun = time.monotonic()
    report = run(clean, environment, live)
    assert time.monotonic() - begun < 20
    (line,) = told(report)
    assert "unreachable; the OpenAI API: " in line
    assert "look at the network, HTTPS_PROXY and SSL_CERT_FILE" in line
    assert report.verdict is verdict


def test_each_provider_is_asked_once_however_many_references_there_are(project: Path, here: Providers) -> None:
    (project / "app.py").write_text(APP * 3)
    (project / "more.py").write_text(APP)
    run(project, here.environment(*ALL))
    assert {name: here.count(name) for name in ("openai", "gemini", "groq")} == {"openai": 1, "gemini": 1, "groq": 1}
    # Beside its list Anthropic is asked for the one model that this lacks.
    assert here.count("anthropic") == 2


def test_only_providers_whose_ids_are_used_are_asked(clean: Path, here: Providers) -> None:
    assert outcomes(run(clean, here.environment(*KEYS))) == {"openai": "ok"}
    assert len(here.asked) == here.count("openai") == 1


def test_roles_that_do_not_gate_are_not_asked_for(clean: Path, here: Providers) -> None:
    (clean / "tests").mkdir()
    (clean / "tests" / "test_app.py").write_text(
        'from anthropic import Anthropic\n\nAnthropic().messages.create(model="claude-sonnet-5-5", messages=[])\n'
        'from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.4", input="x")\n'
    )
    report = run(clean, here.environment(*ALL))
    assert (outcomes(report), report.findings) == ({"openai": "ok"}, ())
    report = run(clean, here.environment(*ALL), options={"gate_roles": ["test", "runtime"]})
    assert outcomes(report) == {"anthropic": "ok", "openai": "ok"}
    assert by_id(report) == {"gpt-5.5": [], "claude-sonnet-5-5": ["MG301"], "gpt-5.4": ["MG301"]}


def test_without_any_reference_nobody_is_asked(project: Path, here: Providers) -> None:
    (project / "app.py").write_text("import openai\n")
    report = run(project, here.environment(*ALL), "required")
    assert (report.live, report.verdict, here.asked) == ((), Verdict.CLEAN, [])


def test_the_hint_is_for_keys_of_providers_that_are_used(clean: Path, here: Providers) -> None:
    hint = "OPENAI_API_KEY is set: `modelgate check --live on` also asks what can be called."
    assert hint in summary(run(clean, here.environment("OPENAI_API_KEY", "GROQ_API_KEY"), "off"), Style())
    assert hint in summary(run(clean, here.environment("OPENAI_API_KEY"), None), Style())
    for report in (
        run(clean, here.environment("GROQ_API_KEY"), "off"),
        run(clean, {}, "off"),
        run(clean, here.environment("OPENAI_API_KEY"), "on"),
    ):
        assert report.keys_at_hand == ()
        assert not any("--live" in line for line in summary(report, Style()))
    assert here.count("openai") == 1


def test_the_summary_names_each_provider_that_answered(project: Path, here: Providers) -> None:
    report = run(project, here.environment(*ALL))
    assert [line for line in summary(report, Style()) if line.startswith("Live: ")] == [
        f"Live: anthropic at {here.url} lists 1 id, request req_anthropic.",
        f"Live: gemini at {here.url} lists 1 id.",
        f"Live: openai at {here.url} lists 3 ids, request req_openai.",
    ]


def test_json_says_what_was_asked_and_what_came_of_it(project: Path, here: Providers) -> None:
    form = next(form for form in all_formats() if form.name == "json")
    document = json.loads(form.render("check", run(project, here.environment(*ALL)), Style()))
    assert set(document["live"]) == {"anthropic", "cohere", "gemini", "groq", "openai"}
    (openai,) = document["live"]["openai"]
    assert openai.pop("seconds") >= 0
    assert openai == {
        "origin": here.url,
        "outcome": "ok",
        "ids": 3,
        "complete": True,
        "request_id": "req_openai",
        "message": None,
        "cached": False,
    }
    (groq,) = document["live"]["groq"]
    assert (groq["outcome"], groq["request_id"], groq["complete"]) == ("key-invalid", "req_refused", False)
    assert "GROQ_API_KEY" in groq["message"]
    assert json.loads(form.render("check", run(project, here.environment(*ALL), "off"), Style()))["live"] == {}


def test_a_second_run_asks_nobody_who_answered(clean: Path, here: Providers, own_cache: Path) -> None:
    first = run(clean, here.environment("OPENAI_API_KEY"))
    second = run(clean, here.environment("OPENAI_API_KEY"))
    assert len(here.asked) == 1
    assert [listing.cached for report in (first, second) for listing in report.live] == [False, True]
    assert by_id(first) == by_id(second)
    assert any("kept from an earlier run" in line for line in summary(second, Style()))
    run(clean, here.environment("OPENAI_API_KEY", OPENAI_API_KEY="sk-another-key-of-somebody"))
    assert len(here.asked) == 2
    kept = [path for path in own_cache.rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        assert KEYS["OPENAI_API_KEY"].encode() not in path.read_bytes()
        if os.name == "posix":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_kept_inside_the_project(clean: Path, here: Providers, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(clean / ".cache"))
    for _ in range(2):
        run(clean, here.environment("OPENAI_API_KEY"))
    assert len(here.asked) == 2
    assert list(clean.rglob("lists")) == []


def test_a_failure_is_not_kept(clean: Path, here: Providers) -> None:
    here.said["openai"] = refusal(401, "invalid_api_key", "no")
    run(clean, here.environment("OPENAI_API_KEY"))
    here.said["openai"] = listed("gpt-5.5")
    assert outcomes(run(clean, here.environment("OPENAI_API_KEY"))) == {"openai": "ok"}


@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 429, 500])
def test_no_key_is_in_anything_that_is_shown(project: Path, here: Providers, status: int) -> None:
    evil = {"error": {"message": "bad key ECHO", "type": "ECHO", "code": "ECHO"}, "data": [{"id": "ECHO"}], "x": "ECHO"}
    for name in ("openai", "gemini", "groq", "cohere", "anthropic"):
        here.said[name] = Said(evil, status, {"x-request-id": KEYS["OPENAI_API_KEY"]}, echo=True)
    report = run(project, here.environment(*ALL))
    assert len(report.live) == 5
    shown = everything(report)
    for key in KEYS.values():
        assert key not in shown
        assert key[8:] not in shown


@pytest.mark.parametrize(
    "code",
    [
        'import litellm\n\nlitellm.completion(model="litellm_proxy/our-chat")\n',
        (
            'from openai import OpenAI\n\nclient = OpenAI(base_url="https://llm.acme.example/v1")\n'
            'client.chat.completions.create(model="our-chat", messages=[])\n'
        ),
    ],
)
def test_the_gateway_of_the_operator_judges_what_is_sent_to_it(clean: Path, here: Providers, code: str) -> None:
    (clean / "app.py").write_text(code)
    here.said["llm"] = listed("our-chat", request="req_gateway")
    gateways = [(f"{here.url}/llm/v1", "LLM_API_KEY")]
    report = run(clean, here.environment("LLM_API_KEY"), gateways=gateways)
    assert (outcomes(report), report.states) == ({"gateway": "ok"}, (State.ACTIVE,))
    assert (here.asked, report.verdict) == (["/llm/v1/models"], Verdict.CLEAN)
    here.said["llm"] = listed("other")
    report = run(clean, here.environment("LLM_API_KEY", LLM_API_KEY="another-key-of-mine"), gateways=gateways)
    assert (report.findings, report.verdict) == ((), Verdict.CLEAN)
    assert any("our-chat: its list need not hold every id that it serves" in text for text in told(report))


def test_what_was_silenced_stays_silent(clean: Path, here: Providers) -> None:
    here.said["openai"] = listed("gpt-6-luna")
    (clean / "app.py").write_text(
        'from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.5")'
        "  # modelgate: ignore[no-access] -- another key serves it\n"
    )
    report = run(clean, here.environment("OPENAI_API_KEY"))
    assert [suppression.finding.code for suppression in report.suppressed] == ["MG301"]
    assert report.verdict is Verdict.CLEAN
    report = run(clean, here.environment("OPENAI_API_KEY"), options={"ignore": ["MG301"]})
    assert report.findings == ()


def test_listings_are_sorted_and_an_odd_row_is_told(project: Path, here: Providers) -> None:
    here.said["openai"] = listed("gpt-5.5", "gpt-5.4", "gpt-5.9", shutdown_date="sometime")
    report = run(project, here.environment(*ALL))
    assert [listing.surface for listing in report.live] == sorted(listing.surface for listing in report.live)
    assert any(text.startswith("live: openai: ") and "sometime" in text for text in told(report))
    assert next(listing for listing in report.live if listing.surface == "openai").outcome is Outcome.OK
