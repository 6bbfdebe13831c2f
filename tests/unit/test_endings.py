"""What `modelgate explain` says of APIs and hosts."""

from __future__ import annotations

import json
from datetime import date

import pytest

from pytest_modelgate import table
from pytest_modelgate.catalog import Catalog, load
from pytest_modelgate.explain import Explanation, explain, lines

TODAY = date(2026, 11, 21)

CATALOG = Catalog(
    table.parse(
        b"""\
acme:
  as_of: 2026-11-12
  after_retirement: fails
  listing: complete
  sources:
    S1: {title: "the page", url: "https://acme.example/ends", read: 2026-11-12}
    S2: {title: "a blog", read: 2026-11-01, third_party: true}
  apis:
    - {id: announced, title: "the announced API", announced: 2026-06-01, source: S1}
    - {id: api.acme.example, title: "Acme's old host", stage: retired, source: S2, note: "Disputed: a word."}
    - {id: both, title: "the API of both", announced: 2026-06-01, retires: 2026-12-01, instead: "the other API",
       source: [S1, S2]}
    - {id: gone, title: "the gone API", retires: 2026-11-20, source: S1}
  models:
    - {id: both, kind: alias, modality: chat, source: S1}
""",
        "t.yaml",
    )
)


def asked(text: str, catalog: Catalog = CATALOG) -> Explanation:
    return explain(text, catalog, TODAY, 90, lambda text: ("near",))


def test_the_plain_answer_is_whole() -> None:
    assert json.loads(json.dumps(asked("both")["apis"])) == [
        {
            "id": "both",
            "surface": "acme",
            "title": "acme",
            "api": "the API of both",
            "state": "retiring",
            "announced": "2026-06-01",
            "ends": "2026-12-01",
            "days_left": 10,
            "instead": "the other API",
            "third_party": False,
            "note": None,
            "sources": [
                {
                    "key": "S1",
                    "title": "the page",
                    "url": "https://acme.example/ends",
                    "read": "2026-11-12",
                    "third_party": False,
                },
                {"key": "S2", "title": "a blog", "url": None, "read": "2026-11-01", "third_party": True},
            ],
        }
    ]


def test_an_api_comes_before_a_model_of_the_same_name() -> None:
    assert lines(asked("both")) == (
        "both on acme: the API of both",
        "  retiring: ends 2026-12-01, in 10 days, announced 2026-06-01",
        "  use instead: the other API",
        "  source S1: the page, read 2026-11-12 <https://acme.example/ends>",
        "  source S2: a blog, read 2026-11-01 (third party)",
        "both on acme: alias, chat",
        "  active: no end announced",
        "  source S1: the page, read 2026-11-12 <https://acme.example/ends>",
    )


def test_an_end_without_a_day_says_so() -> None:
    assert lines(asked("announced"))[1] == "  deprecated, announced 2026-06-01: no end day yet"
    assert lines(asked("api.acme.example"))[1:4] == (
        "  retired: the day is not known",
        "  only third parties say so",
        "  note: Disputed: a word.",
    )


def test_an_end_in_the_past_says_how_long_ago() -> None:
    assert lines(asked("gone"))[:2] == ("gone on acme: the gone API", "  retired: ended 2026-11-20, 1 day ago")


@pytest.mark.parametrize("text", ["GONE", "/v1/gone"])
def test_an_endpoint_is_found_in_other_spellings(text: str) -> None:
    assert [api["id"] for api in asked(text)["apis"]] == ["gone"]


@pytest.mark.parametrize("text", ["https://api.acme.example/v1/chat", "HTTPS://API.ACME.EXAMPLE", "api.acme.example"])
def test_a_host_is_found_in_its_addresses(text: str) -> None:
    assert [api["id"] for api in asked(text)["apis"]] == ["api.acme.example"]


@pytest.mark.parametrize("text", ["https://[half", "https://example.org/gone", "go", ""])
def test_what_is_no_api_is_none(text: str) -> None:
    explanation = asked(text)
    assert explanation["apis"] == []
    assert explanation["nearest"] == ["near"]


def test_nothing_is_near_an_api() -> None:
    explanation = asked("gone")
    assert explanation["nearest"] == []
    assert not any("no surface has this id" in line for line in lines(explanation))


@pytest.mark.parametrize(
    ("text", "surfaces", "told"),
    [
        ("assistants", ["azure", "openai"], "retired: ended 2026-08-26, 87 days ago, announced 2025-08-26"),
        ("models.github.ai", ["github-models"], "retired: ended 2026-07-30, 114 days ago, announced 2026-07-01"),
    ],
)
def test_the_bundled_table_tells_its_apis(text: str, surfaces: list[str], told: str) -> None:
    explanation = asked(text, load())
    assert [api["surface"] for api in explanation["apis"]] == surfaces
    assert f"  {told}" in lines(explanation)
