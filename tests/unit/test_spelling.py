from __future__ import annotations

from datetime import date

import pytest

from pytest_modelgate import catalog
from pytest_modelgate.spelling import guesses, is_certain, nearest

TABLE = catalog.load()
KNOWN = frozenset().union(*(TABLE.ids(surface) for surface in ("anthropic", "gemini", "openai")))

MEANT = [
    # case
    ("GPT-4o", "gpt-4o"),
    ("Gpt-4o-Mini", "gpt-4o-mini"),
    ("Claude-Opus-4-8", "claude-opus-4-8"),
    ("GEMINI-2.5-PRO", "gemini-2.5-pro"),
    ("O4-mini", "o4-mini"),
    ("DALL-E-3", "dall-e-3"),
    ("Whisper-1", "whisper-1"),
    # separators
    ("gpt5.4", "gpt-5.4"),
    ("gpt-5-4", "gpt-5.4"),
    ("gpt-54", "gpt-5.4"),
    ("gpt5", "gpt-5"),
    ("gpt_4o", "gpt-4o"),
    ("gpt4o", "gpt-4o"),
    ("gpt4o-mini", "gpt-4o-mini"),
    ("gpt4", "gpt-4"),
    ("gpt-41", "gpt-4.1"),
    ("gpt-4-1-nano", "gpt-4.1-nano"),
    ("gpt3.5-turbo", "gpt-3.5-turbo"),
    ("gpt-3-5-turbo", "gpt-3.5-turbo"),
    ("gpt-3.5turbo", "gpt-3.5-turbo"),
    ("gpt-35-turbo", "gpt-3.5-turbo"),
    ("gpt-35-turbo-16k", "gpt-3.5-turbo-16k"),
    ("gpt\u20114o", "gpt-4o"),
    ("gpt--4o", "gpt-4o"),
    ("claude-opus-4.8", "claude-opus-4-8"),
    ("claude_opus_4_8", "claude-opus-4-8"),
    ("claude-opus-48", "claude-opus-4-8"),
    ("claude-2-1", "claude-2.1"),
    ("gemini-2-5-pro", "gemini-2.5-pro"),
    ("gemini2.5-flash", "gemini-2.5-flash"),
    ("gemini-25-pro", "gemini-2.5-pro"),
    ("dalle-3", "dall-e-3"),
    ("whisper1", "whisper-1"),
    ("o4mini", "o4-mini"),
    ("text_embedding_3_small", "text-embedding-3-small"),
    ("gpt-4o-20240806", "gpt-4o-2024-08-06"),
    ("claude-opus-4-5-2025-11-01", "claude-opus-4-5-20251101"),
    # the digit zero for the letter
    ("gpt-40", "gpt-4o"),
    ("gpt-40-mini", "gpt-4o-mini"),
    ("04-mini", "o4-mini"),
    # white space
    (" gpt-4o", "gpt-4o"),
    ("gpt-4o ", "gpt-4o"),
    ("gpt-4o\n", "gpt-4o"),
    ("\tclaude-opus-4-8", "claude-opus-4-8"),
    ("gpt 4o", "gpt-4o"),
    ("GPT 4o", "gpt-4o"),
    ("Claude Opus 4.8", "claude-opus-4-8"),
    ("Gemini 2.5 Pro", "gemini-2.5-pro"),
    # letters
    ("gpt-o4-mini", "o4-mini"),
    ("gtp-4o", "gpt-4o"),
    ("gpt-4o-mni", "gpt-4o-mini"),
    ("gpt-4o-minii", "gpt-4o-mini"),
    ("gptt-4o", "gpt-4o"),
    ("gpt-3.5-trubo", "gpt-3.5-turbo"),
    ("gpt-4-trubo-preview", "gpt-4-turbo-preview"),
    ("gpt-5.6-slo", "gpt-5.6-sol"),
    ("gpt-6-lunna", "gpt-6-luna"),
    ("gpt-5.3-codx", "gpt-5.3-codex"),
    ("cluade-opus-4-8", "claude-opus-4-8"),
    ("claud-opus-4-8", "claude-opus-4-8"),
    ("claude-opsu-4-8", "claude-opus-4-8"),
    ("claude-sonet-5-5", "claude-sonnet-5-5"),
    ("claude-haikuu-5-5", "claude-haiku-5-5"),
    ("gemini-2.5-flsh", "gemini-2.5-flash"),
    ("gemni-2.5-pro", "gemini-2.5-pro"),
    ("gemini-3.8-falsh", "gemini-3.8-flash"),
    ("gemini-embeding-001", "gemini-embedding-001"),
    ("text-embeddings-ada-002", "text-embedding-ada-002"),
    ("text-embedding-3-smal", "text-embedding-3-small"),
    ("wisper-1", "whisper-1"),
    ("claude-3-opus-lastest", "claude-3-opus-latest"),
    # dates
    ("gpt-4o-2024-08-07", "gpt-4o-2024-08-06"),
    ("gpt-4o-0806", "gpt-4o-2024-08-06"),
    ("gpt-4o-mini-2024-07-19", "gpt-4o-mini-2024-07-18"),
    ("gpt-4.1-2025-04-15", "gpt-4.1-2025-04-14"),
    ("gpt-3.5-turbo-0614", "gpt-3.5-turbo-0613"),
    ("claude-sonnet-4-5-20250930", "claude-sonnet-4-5-20250929"),
    ("claude-3-5-sonnet-20241021", "claude-3-5-sonnet-20241022"),
    ("claude-3-7-sonnet-20250220", "claude-3-7-sonnet-20250219"),
    ("claude-opus-4-8-20260101", "claude-opus-4-8"),
    ("claude-opus-4-6-20260205", "claude-opus-4-6"),
    ("gpt-6-luna-2026-09-22", "gpt-6-luna"),
    ("gemini-2.5-flash-preview-05-21", "gemini-2.5-flash-preview-05-20"),
    ("gemini-2.5-flash-preview-09-25", "gemini-2.5-flash-preview-09-2025"),
    ("gpt-4-turbo-preview-2024", "gpt-4-turbo-preview"),
    ("gpt-4-turbo-2024-04", "gpt-4-turbo-2024-04-09"),
    ("claude-3-5-sonnet-2024", "claude-3-5-sonnet-20241022"),
    # a maker's name before it
    ("openai-gpt-4o", "gpt-4o"),
    ("openai.gpt-4o", "gpt-4o"),
    ("openai/gpt-4o", "gpt-4o"),
    ("models/gpt-4o", "gpt-4o"),
    ("google/gemini-2.5-pro", "gemini-2.5-pro"),
    ("google-gemini-2.5-pro", "gemini-2.5-pro"),
    ("anthropic-claude-opus-4-8", "claude-opus-4-8"),
    ("anthropic.claude-opus-4-8", "claude-opus-4-8"),
    ("anthropic/claude-opus-4.8", "claude-opus-4-8"),
    # order
    ("claude-4-8-opus", "claude-opus-4-8"),
    ("claude-4.5-sonnet", "claude-sonnet-4-5"),
    ("claude-4.5-haiku", "claude-haiku-4-5"),
    ("claude-opus-3-20240229", "claude-3-opus-20240229"),
    ("gpt-mini-4o", "gpt-4o-mini"),
    ("gpt-turbo-4", "gpt-4-turbo"),
    ("gemini-flash-2.5", "gemini-2.5-flash"),
    ("gemini-pro-2.5", "gemini-2.5-pro"),
    # `-latest`, a date or a serial number left out or added
    ("claude-3-5-sonnet", "claude-3-5-sonnet-latest"),
    ("claude-3.5-sonnet", "claude-3-5-sonnet-latest"),
    ("claude-3-opus", "claude-3-opus-latest"),
    ("claude-3-haiku", "claude-3-haiku-20240307"),
    ("claude-haiku-3", "claude-3-haiku-20240307"),
    ("claude-opus-4", "claude-opus-4-20250514"),
    ("claude-3-haiku-latest", "claude-3-haiku-20240307"),
    ("claude-opus-4-8-latest", "claude-opus-4-8"),
    ("gpt-5.1-chat", "gpt-5.1-chat-latest"),
    ("codex-mini", "codex-mini-latest"),
    ("gpt-4o-latest", "gpt-4o"),
    ("gemini-flash", "gemini-flash-latest"),
    ("gemini-2.0-flash-live", "gemini-2.0-flash-live-001"),
]

NOT_NEAR = [
    # known
    "gpt-4o", "claude-opus-4-8", "gemini-2.5-pro", "o1", "ada", "text-embedding-ada-002",
    # another version is news
    "gpt-5.9", "gpt-7", "gpt-4.2", "gpt-5.7-sol", "gpt-6.2-luna", "claude-opus-4-9", "claude-opus-6",
    "claude-sonnet-5-6",
    "claude-3-8-sonnet-20250219", "gemini-4.5-pro", "gemini-5-flash", "gemini-1.5-pro-003", "o5-mini", "o2",
    "dall-e-4",
    "whisper-2", "text-embedding-4-small", "text-embedding-ada-003", "text-embedding-ada-02", "gpt-5o", "gpt-4.1o",
    # another tier is another model
    "gpt-5-ultra", "gpt-5-max", "gpt-6-sola-luna", "gpt-6-terra", "gpt-6.1-luna", "gpt-4o-nano", "gpt-4o-pro",
    "gpt-4o-audio",
    "claude-ultra-4-8", "claude-fable-4-8", "gemini-3.5-flash-live", "gemini-3.8-pro", "gemini-3-pro",
    "gemini-3.1-pro",
    "gemma-4-31b", "o3-max", "gpt-image-3-flare",
    # a date after the table, or of another kind
    "gpt-6-luna-2026-12-01", "claude-opus-4-8-20270101", "gpt-4o-2027-01-01", "tts-1-1106",
    "gpt-3.5-turbo-instruct-0914",
    # other products
    "gpt-researcher", "gpt-engineer", "gpt-index", "gpt-4all", "gpt4all", "gpt-neo", "gpt-j", "gpt-j-6b",
    "gpt-neox-20b",
    "gpt-sovits", "gpt2", "gpt-2", "gpt-3", "gpt-tokenizer", "gpt-oss-20b", "gpt-oss-120b", "chatgpt", "minigpt-4",
    "auto-gpt",
    "claude", "claude-code", "claude-code-sdk", "claude-desktop", "claude-dev", "claude-3", "claude-4", "claude-api",
    "claude-opus", "claude-v2", "gemini", "gemini-cli", "gemini-code-assist", "gemini-2", "gemini-2.5",
    "gemma-2b", "gemma2-9b-it", "nova-compute", "nova-2-lite", "davinci-resolve", "text-embedding",
    "text-embedding-card",
    "whisper-large-v3", "whisper.cpp", "tts", "sora", "imagen", "deep-research",
    # other makers
    "llama-3.1-70b", "mistral-large-latest", "grok-4", "deepseek-chat", "command-r-plus", "qwen-max", "sonar-pro",
    # the beginnings of ids, flags, and other words
    "gpt-4-", "o1-", "claude-opus-4@", "--o1-mini", "add", "baggage", "text_moderations", "openai_gpt_4o",
    "google_text_moderation",
    # no ids at all
    "", " ", "a", "gpt", "4o", "o", "2024-08-06", "1.0.0", "gpu-4", "got-5", "apt-4", "gpt-4o.md", "gpt-4.json",
    "claude-3.png",
    "gemini.py", "GPT_4_API_KEY", "gpt-4-api", "gpt-4o-cost", "openai", "openai.chat", "chat", "anthropic",
    "google.generativeai",
    "models/", "docs/models/gpt-4o", "https://example.com/gpt-4o", "gpt-4o, gpt-4", "use gpt-4o here", "<gpt-4o>",
    "{model}",
    "8f14e45f-ceea-467f-a9d4-c1f1a1b2c3d4", "gpt-4o" * 40, "-" * 60, "gpt-3.5",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_what_was_meant(text: str, expected: str) -> None:
    assert expected in KNOWN
    candidates, _ = nearest(text, KNOWN, as_of=TABLE.as_of)
    assert candidates[:1] == (expected,)


@pytest.mark.parametrize("text", NOT_NEAR)
def test_nothing_is_near(text: str) -> None:
    assert nearest(text, KNOWN, as_of=TABLE.as_of) == ((), False)


def test_both_tables_are_rich() -> None:
    assert len(MEANT) >= 100
    assert len(NOT_NEAR) >= 100


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("gpt-4o-mni", True),
        ("gpt5.4", True),
        ("claude-opus-4-8-20260101", True),
        ("gpt-4o-2024-08-07", True),
        ("claude-3-opus", True),
        ("claude-3-5-sonnet-2024", False),
        ("gpt-4o-2024-11-06", False),
        ("gpt-4o-2023-01-01", False),
    ],
)
def test_only_a_strictly_nearer_id_is_certain(text: str, certain: bool) -> None:
    candidates, answer = nearest(text, KNOWN, as_of=TABLE.as_of)
    assert candidates
    assert answer is certain


def test_two_ids_one_step_away_leave_the_choice_open() -> None:
    known = frozenset({"gpt-9-mina", "gpt-9-mino"})
    candidates, certain = nearest("gpt-9-mine", known)
    assert set(candidates) == known
    assert not certain


def test_preference_only_breaks_ties() -> None:
    known = frozenset({"gpt-9-mina", "gpt-9-mino", "gpt-9-mins"})
    candidates, certain = nearest("gpt-9-mine", known, prefer=lambda id_: 0 if id_ == "gpt-9-mino" else 1)
    assert candidates[0] == "gpt-9-mino"
    assert not certain
    assert nearest("gpt-9-min", frozenset({"gpt-9-mini", "gpt-9-max"}), prefer=len)[0] == ("gpt-9-mini",)


def test_a_date_is_news_only_after_the_day_of_the_table() -> None:
    known = frozenset({"gpt-9-mini"})
    assert nearest("gpt-9-mini-2026-12-01", known, as_of=date(2026, 11, 30)) == ((), False)
    assert nearest("gpt-9-mini-2026-12-01", known, as_of=date(2026, 12, 1)) == (("gpt-9-mini",), True)


@pytest.mark.parametrize("text", ["gtp-4o", "gpt-4o-mni", "claude-opsu-4-8", "gpt-4o-2024-08-07", "ttts-1"])
def test_a_mistake_that_no_label_makes_is_not_loose(text: str) -> None:
    assert not guesses(text, KNOWN)[0].loose


@pytest.mark.parametrize(
    "text", ["GPT-4o", "gpt4", "gpt_4o", "claude-4-8-opus", "claude-3-opus", "openai-gpt-4o", " gpt-4o", "sort-2"]
)
def test_what_labels_look_like_is_loose(text: str) -> None:
    assert guesses(text, KNOWN)[0].loose


def test_no_guess_is_certain_of_nothing() -> None:
    assert not is_certain(())
