from __future__ import annotations

import json
from datetime import date

import pytest

from pytest_modelgate import compiled, table
from pytest_modelgate.catalog import Catalog
from pytest_modelgate.explain import Explanation, explain, lines

TODAY = date(2026, 11, 21)

TEXT = """\
anthropic:
  as_of: 2026-11-05
  after_retirement: fails
  listing: complete
  endpoints: messages
  sources: {S1: {title: "the page", read: 2026-11-01}}
  models:
    - {id: both, kind: alias, modality: chat, endpoints: messages, source: S1}
openai:
  as_of: 2026-11-12
  after_retirement: fails
  listing: complete
  endpoints: [batch, chat, realtime]
  sources:
    S1: {title: "the page", url: "https://openai.example/ends", read: 2026-11-12}
    S2: {title: "a copy", read: 2026-11-01, third_party: true}
  models:
    - {id: aimless, kind: snapshot, modality: chat, stage: retired, source: S1}
    - {id: alive, kind: snapshot, modality: chat, endpoints: [chat, batch, realtime], source: S1}
    - {id: between, kind: preview, modality: chat, retires: 2026-11-20, successor: alive, source: S2}
    - {id: both, kind: snapshot, modality: chat, endpoints: [chat, batch], announced: 2026-08-01, retires: 2027-01-14,
       successor: [between, alive], condition: "with care", alias_of: aimless, source: [S1, S2],
       note: "Disputed: a word."}
    - {id: far, kind: snapshot, modality: chat, retires: 2027-06-01, after_retirement: redirects, source: S1}
    - {id: floor, kind: snapshot, modality: chat, earliest: 2027-05-07, source: S1}
    - {id: lost, kind: snapshot, modality: chat, retires: 2026-11-21, successor: unseen, unlisted: unseen, source: S1}
    - {id: old, kind: snapshot, modality: chat, stage: legacy, successor: alive, source: S1}
    - {id: undated, kind: snapshot, modality: chat, announced: 2026-06-09, source: S1}
"""
CATALOG = Catalog(table.parse(TEXT.encode(), "t.yaml"))


def asked(model_id: str, nearest: tuple[str, ...] = (), horizon: int = 90) -> Explanation:
    return explain(model_id, CATALOG, TODAY, horizon, lambda text: nearest)


def test_an_id_is_explained_on_every_surface_that_knows_it() -> None:
    assert lines(asked("both")) == (
        "both on the Claude API: alias, chat, through messages",
        "  active: no end announced",
        "  source S1: the page, read 2026-11-01",
        "both on the OpenAI API: snapshot, chat, through chat and batch",
        "  retiring: ends 2027-01-14, in 54 days, announced 2026-08-01; from then on a call fails",
        "  stands for aimless",
        "  replacement: alive, active (with care)",
        "  also named as a replacement: between",
        "  note: Disputed: a word.",
        "  source S1: the page, read 2026-11-12 <https://openai.example/ends>",
        "  source S2: a copy, read 2026-11-01 (third party)",
    )


def test_a_chain_is_told_step_by_step() -> None:
    chained = TEXT.replace("successor: [between, alive]", "successor: between")
    explanation = explain(
        "both", Catalog(table.parse(chained.encode(), "t.yaml")), TODAY, 90, lambda text: pytest.fail(text)
    )
    assert lines(explanation)[6:8] == ("  replacement: between, retired (with care)", "  then: alive, active")


@pytest.mark.parametrize(
    ("model_id", "told"),
    [
        (
            "between",
            (
                "  retired: ended 2026-11-20, 1 day ago; now a call fails",
                "  only third parties say so",
                "  replacement: alive, active",
            ),
        ),
        (
            "lost",
            (
                "  retired: ended 2026-11-21, today; now a call fails",
                "  replacement: unseen, without a row in the table",
                "  dead end: no official replacement is alive",
            ),
        ),
        (
            "aimless",
            (
                "  retired: the day is not known; now a call fails",
                "  dead end: there is no official replacement",
            ),
        ),
        (
            "far",
            (
                "  deprecated: ends 2027-06-01, in 192 days; from then on another model answers",
                "  dead end: there is no official replacement",
            ),
        ),
        (
            "undated",
            (
                "  deprecated: announced 2026-06-09, no end day yet",
                "  dead end: there is no official replacement",
            ),
        ),
        ("floor", ("  active: no end announced, not before 2027-05-07",)),
        ("old", ("  legacy: no more updates, no end announced", "  replacement: alive, active")),
    ],
)
def test_the_state_is_told_with_its_days(model_id: str, told: tuple[str, ...]) -> None:
    assert lines(asked(model_id))[1 : 1 + len(told)] == told


def test_three_endpoints_are_listed_with_commas() -> None:
    assert lines(asked("alive"))[0].endswith("through chat, batch and realtime")


def test_the_horizon_decides_between_retiring_and_deprecated() -> None:
    assert asked("both", horizon=53)["surfaces"][1]["state"] == "deprecated"
    assert asked("both", horizon=54)["surfaces"][1]["state"] == "retiring"


def test_an_unknown_id_gets_the_nearest_known_ones() -> None:
    assert lines(asked("bhot", ("both", "old"))) == (
        "bhot: no surface has this id in the table (10 rows, read up to 2026-11-12).",
        "  nearest: both, old",
    )


def test_an_unknown_id_with_nothing_near_gets_a_next_step() -> None:
    assert lines(asked("zzz"))[1] == "  Nothing is near; look it up in the provider's own list of models."


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\nb\r", "a\u202eb", "\udcff", "\x9b1m"])
def test_what_was_asked_reaches_no_terminal_raw(text: str) -> None:
    explanation = asked(text, (text,))
    printed = "".join(lines(explanation))
    assert printed.isprintable()
    assert printed.encode()
    assert json.loads(json.dumps(explanation))["id"] == text


def test_a_huge_id_is_cut() -> None:
    assert len(lines(asked("x" * 100_000))[0]) < 400


def test_the_plain_answer_is_whole() -> None:
    assert json.loads(json.dumps(asked("both"))) == {
        "id": "both",
        "today": "2026-11-21",
        "horizon": 90,
        "table_as_of": "2026-11-12",
        "table_rows": 10,
        "apis": [],
        "surfaces": [
            {
                "id": "both",
                "surface": "anthropic",
                "title": "the Claude API",
                "kind": "alias",
                "modality": "chat",
                "endpoints": ["messages"],
                "state": "active",
                "announced": None,
                "ends": None,
                "days_left": None,
                "earliest": None,
                "after_retirement": "fails",
                "alias_of": None,
                "replacements": [],
                "chain": [],
                "successor": None,
                "third_party": False,
                "note": None,
                "sources": [
                    {"key": "S1", "title": "the page", "url": None, "read": "2026-11-01", "third_party": False}
                ],
            },
            {
                "id": "both",
                "surface": "openai",
                "title": "the OpenAI API",
                "kind": "snapshot",
                "modality": "chat",
                "endpoints": ["chat", "batch"],
                "state": "retiring",
                "announced": "2026-08-01",
                "ends": "2027-01-14",
                "days_left": 54,
                "earliest": None,
                "after_retirement": "fails",
                "alias_of": "aimless",
                "replacements": ["between", "alive"],
                "chain": [
                    {
                        "id": "alive",
                        "state": "active",
                        "condition": "with care",
                        "source": "https://openai.example/ends",
                    }
                ],
                "successor": "alive",
                "third_party": False,
                "note": "Disputed: a word.",
                "sources": [
                    {
                        "key": "S1",
                        "title": "the page",
                        "url": "https://openai.example/ends",
                        "read": "2026-11-12",
                        "third_party": False,
                    },
                    {"key": "S2", "title": "a copy", "url": None, "read": "2026-11-01", "third_party": True},
                ],
            },
        ],
        "related": [],
        "nearest": [],
    }


BUNDLED = Catalog(compiled.bundled())


def bundled(model_id: str, nearest: tuple[str, ...] = ()) -> Explanation:
    return explain(model_id, BUNDLED, TODAY, 90, lambda text: nearest)


def told(explanation: Explanation) -> dict[tuple[str, str], tuple[str, str | None]]:
    """Of every row that answers, the state and the end."""
    return {(entry["surface"], entry["id"]): (entry["state"], entry["ends"]) for entry in explanation["surfaces"]}


def beside(explanation: Explanation) -> dict[tuple[str, str], str]:
    """Of every row of what seems to be the same model, the state."""
    return {(relative["surface"], relative["id"]): relative["state"] for relative in explanation["related"]}


@pytest.mark.parametrize(
    ("model_id", "answers"),
    [
        (
            "gpt-4o",
            {
                ("openai", "gpt-4o"): ("retiring", "2027-01-14"),
                ("azure", "gpt-4o-2024-05-13"): ("retiring", "2026-12-09"),
                ("azure", "gpt-4o-2024-08-06"): ("deprecated", "2027-04-14"),
                ("azure", "gpt-4o-2024-11-20"): ("deprecated", "2027-04-14"),
            },
        ),
        ("claude-sonnet-4-5-20250929", {("anthropic", "claude-sonnet-4-5-20250929"): ("retiring", "2026-11-30")}),
        (
            "anthropic.claude-opus-4-1-20250805-v1:0",
            {("bedrock", "anthropic.claude-opus-4-1-20250805-v1:0"): ("retiring", "2027-01-08")},
        ),
        (
            "gpt-35-turbo",
            {
                ("azure", "gpt-35-turbo-0301"): ("retired", "2025-02-13"),
                ("azure", "gpt-35-turbo-0613"): ("retired", "2025-02-13"),
            },
        ),
        ("sonar-pro", {("perplexity", "sonar-pro"): ("retired", "2026-09-27")}),
        ("grok-3", {("azure", "grok-3"): ("retired", "2026-05-01"), ("xai", "grok-3"): ("retired", "2026-05-15")}),
    ],
)
def test_what_practitioners_ask_is_answered_for_each_surface_with_sources(
    model_id: str, answers: dict[tuple[str, str], tuple[str, str | None]]
) -> None:
    explanation = bundled(model_id)
    assert told(explanation) == answers
    assert explanation["nearest"] == []
    printed = "\n".join(lines(explanation))
    for entry in explanation["surfaces"]:
        assert any(source["read"] for source in entry["sources"])
        assert f"{entry['id']} on {entry['title']}: " in printed
        assert f"ends {entry['ends']}" in printed or f"ended {entry['ends']}" in printed


def test_the_same_model_is_told_with_the_ends_of_other_surfaces() -> None:
    found = beside(bundled("anthropic.claude-opus-4-1-20250805-v1:0"))
    assert found[("anthropic", "claude-opus-4-1-20250805")] == "retired"
    assert {surface for surface, _ in found} >= {"anthropic", "azure", "vertex"}
    assert "bedrock" in {surface for surface, _ in beside(bundled("claude-opus-4-1-20250805"))}
    assert beside(bundled("grok-3"))[("openrouter", "x-ai/grok-3")] == "retired"


def test_a_name_with_a_dot_less_here_leads_to_the_makers_own() -> None:
    assert ("openai", "gpt-3.5-turbo-0301") in beside(bundled("gpt-35-turbo"))


def test_what_only_third_parties_report_says_so() -> None:
    (entry,) = bundled("sonar-pro")["surfaces"]
    assert entry["third_party"]
    assert "  only third parties say so" in lines(bundled("sonar-pro"))
    assert "  only third parties say so" not in lines(bundled("grok-3"))


@pytest.mark.parametrize(
    ("text", "surface", "id_"),
    [
        ("us.anthropic.claude-opus-4-1-20250805-v1:0", "bedrock", "anthropic.claude-opus-4-1-20250805-v1:0"),
        ("bedrock/us.anthropic.claude-opus-4-1-20250805-v1:0", "bedrock", "anthropic.claude-opus-4-1-20250805-v1:0"),
        (
            "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1",
            "bedrock",
            "anthropic.claude-v2:1",
        ),
        (
            "projects/acme/locations/us-central1/publishers/google/models/gemini-2.0-flash-001",
            "vertex",
            "gemini-2.0-flash-001",
        ),
        (
            "https://acme.openai.azure.com/openai/deployments/grok-3/chat/completions?api-version=2024-10-21",
            "azure",
            "grok-3",
        ),
        ("ft:gpt-3.5-turbo-0125:acme::9xYz", "openai", "ft-gpt-3.5-turbo"),
    ],
)
def test_an_address_is_explained_as_the_id_in_it_on_its_surface_alone(text: str, surface: str, id_: str) -> None:
    assert list(told(bundled(text))) == [(surface, id_)]


def test_a_route_names_its_surface_and_an_id_of_another_with_the_same_letters_is_told_too() -> None:
    found = told(bundled("xai/grok-3"))
    assert list(found) == [("github-models", "xai/grok-3"), ("xai", "grok-3")]
    assert ("azure", "grok-3") in beside(bundled("xai/grok-3"))


@pytest.mark.parametrize("text", ["", "-", "@@@", "2024-08-06", "xyzzy-9", "a b", "\N{SNOWMAN}"])
def test_what_is_no_id_is_related_to_nothing(text: str) -> None:
    explanation = bundled(text, ("near",))
    assert (explanation["surfaces"], explanation["related"]) == ([], [])
    assert explanation["nearest"] == ["near"]


def test_a_known_model_in_another_spelling_is_related_and_not_guessed() -> None:
    explanation = bundled("GPT-4o", ("near",))
    assert ("openai", "gpt-4o") in beside(explanation)
    assert explanation["nearest"] == []


def test_ids_without_a_letter_or_digit_are_not_alike() -> None:
    odd = Catalog(
        table.parse(
            TEXT.replace("id: aimless, kind", '"id": "--", kind').replace("alias_of: aimless, ", "").encode(), "t.yaml"
        )
    )
    assert explain("@@", odd, TODAY, 90, lambda text: ("--",))["related"] == []


VERSIONED = Catalog(
    table.parse(
        b"""\
azure:
  as_of: 2026-10-05
  after_retirement: fails
  listing: partial
  sources: {S1: {title: "the schedule", read: 2026-10-05}}
  models:
    - {id: other, kind: snapshot, modality: chat, source: S1}
    - {id: same, kind: snapshot, modality: chat, model: same, version: "1", retires: 2026-01-01, source: S1}
    - {id: same-2, kind: snapshot, modality: chat, model: same, version: "2", retires: 2027-10-01, stage: active,
       source: S1}
openai:
  as_of: 2026-11-05
  after_retirement: fails
  listing: complete
  sources: {S1: {title: "the page", read: 2026-11-05}}
  models:
    - {id: other, kind: snapshot, modality: chat, source: S1}
    - {id: same, kind: alias, modality: chat, source: S1}
    - {id: same-2026-01-01, kind: snapshot, modality: chat, stage: legacy, source: S1}
""",
        "t.yaml",
    )
)


def test_exact_ids_come_first_then_versions_then_dated_relatives() -> None:
    explanation = explain("same", VERSIONED, TODAY, 90, lambda text: pytest.fail(text))
    assert list(told(explanation).items()) == [
        (("azure", "same"), ("retired", "2026-01-01")),
        (("openai", "same"), ("active", None)),
        (("azure", "same-2"), ("active", "2027-10-01")),
    ]
    assert beside(explanation) == {("openai", "same-2026-01-01"): "legacy"}
    assert lines(explanation)[-2:] == (
        "The same model, it seems, under other ids:",
        "  same-2026-01-01 on the OpenAI API: legacy",
    )


def test_a_version_that_is_active_tells_its_end_all_the_same() -> None:
    explanation = explain("same-2", VERSIONED, TODAY, 90, lambda text: pytest.fail(text))
    assert lines(explanation)[1] == "  active: ends 2027-10-01, in 314 days; from then on a call fails"
