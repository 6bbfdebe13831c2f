from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import canonical, compiled, table
from pytest_modelgate.catalog import Catalog
from pytest_modelgate.content import NAMES_ONLY
from pytest_modelgate.fields import API, ROW
from pytest_modelgate.frameworks import HOSTS
from pytest_modelgate.lifecycle import is_alive, state_of
from pytest_modelgate.providers import all_providers
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.content import RowContent
    from pytest_modelgate.records import ApiRecord, ModelRecord

PATH = Path(__file__).parents[2] / compiled.TABLE
TEXT = PATH.read_text("utf-8")
CONTENT = table.parse(TEXT.encode(), compiled.TABLE)
CATALOG = Catalog(CONTENT)
AS_OF = date(2026, 11, 21)

EVERY_SURFACE = pytest.mark.parametrize("surface", CATALOG.surfaces)


def rows(surface: str) -> Iterator[tuple[str, RowContent]]:
    yield from CONTENT[surface]["models"].items()


def records(surface: str) -> Iterator[ModelRecord]:
    """What can be called, or could be."""
    for model_id in sorted(CATALOG.ids(surface)):
        record = CATALOG.find(surface, model_id)
        assert record is not None
        yield record


def test_the_file_is_written_in_the_one_canonical_way() -> None:
    assert canonical.formatted(PATH.read_bytes(), compiled.TABLE) == TEXT
    assert "\r" not in PATH.read_bytes().decode()


def test_the_heading_explains_every_key() -> None:
    heading = canonical.heading(PATH.read_bytes())
    explained = set(re.findall(r"^#   (\w+)  ", heading, re.MULTILINE))
    assert explained == {*API, *ROW, *canonical.PART}


def test_every_surface_is_a_provider_and_every_provider_a_surface() -> None:
    assert CATALOG.surfaces == tuple(provider.name for provider in all_providers())


@EVERY_SURFACE
def test_every_endpoint_is_used(surface: str) -> None:
    used = {endpoint for _, row in rows(surface) for endpoint in row.get("endpoints", ())}
    assert sorted(used) == CONTENT[surface].get("endpoints", [])


@EVERY_SURFACE
def test_a_dispute_is_told_in_the_way_that_can_be_found(surface: str) -> None:
    for model_id, row in rows(surface):
        assert not re.search(r"disput|conflict", row.get("note", "").removeprefix("Disputed: ")), model_id


@EVERY_SURFACE
def test_notes_are_sentences_and_conditions_are_not(surface: str) -> None:
    for model_id, row in rows(surface):
        assert row.get("note", ".").endswith("."), model_id
        assert not row.get("condition", "").endswith("."), model_id


@EVERY_SURFACE
def test_a_source_was_read_by_the_day_of_its_part(surface: str) -> None:
    part = CONTENT[surface]
    assert {key: source["read"] for key, source in part["sources"].items() if source["read"] > part["as_of"]} == {}


@EVERY_SURFACE
def test_an_announcement_was_read_after_it_was_made(surface: str) -> None:
    sources = CONTENT[surface]["sources"]
    for model_id, row in rows(surface):
        last = max(sources[key]["read"] for key in row["source"])
        assert row.get("announced", "") <= last, model_id


# What others than a provider publish, by the words of their titles and addresses.
OTHERS = re.compile(
    r"\b(?:litellm|genai-prices|pydantic-ai|models[-.]dev|llmgateway|braintrust|promptfoo"
    r"|ai-sdk|truefoundry|langchain|w3cschool|dev\.to|developersdigest|apiyi|retell)",
    re.IGNORECASE,
)


@EVERY_SURFACE
def test_what_others_publish_is_marked(surface: str) -> None:
    for key, source in CONTENT[surface]["sources"].items():
        # An official page keeps its own address, even where it was read in somebody's quotation.
        words = source.get("url", source["title"])
        if OTHERS.search(words):
            assert source.get("third_party"), f"{key}: {words}"


@EVERY_SURFACE
def test_dates_that_rest_on_third_parties_alone_are_known_as_such(surface: str) -> None:
    sources = CONTENT[surface]["sources"]
    for record in records(surface):
        row = CONTENT[surface]["models"].get(record.id, {})
        alone = all(sources[key].get("third_party", False) for key in record.sources)
        assert record.third_party == (alone or row.get("third_party", False)), record.id


@EVERY_SURFACE
def test_every_row_has_sources_that_say_what_they_are(surface: str) -> None:
    for record in records(surface):
        sources = CATALOG.sources(record)
        assert sources, record.id
        assert all(source.title and source.read for source in sources), record.id


@EVERY_SURFACE
def test_an_alias_does_not_outlive_what_it_stands_for_unless_its_note_says_so(surface: str) -> None:
    for model_id, row in rows(surface):
        if "alias_of" not in row:
            continue
        target = CONTENT[surface]["models"][row["alias_of"]]
        if "retires" in target and target["retires"] not in row.get("note", ""):
            assert row.get("retires", "9999") <= target["retires"], model_id
        if target.get("stage") == "retired":
            assert "retires" in row or row.get("stage") == "retired", model_id


@EVERY_SURFACE
def test_an_alias_that_is_called_latest_may_move(surface: str) -> None:
    for model_id, row in rows(surface):
        if row["kind"] == "alias" and "latest" in model_id:
            assert row.get("floating"), model_id
        if row.get("floating"):
            assert row["kind"] == "alias", model_id


@EVERY_SURFACE
def test_a_redirect_says_to_what_and_on_which_terms(surface: str) -> None:
    for model_id, row in rows(surface):
        if row.get("after_retirement") == "redirects":
            assert row.get("successor"), model_id
            assert row.get("condition"), model_id


@EVERY_SURFACE
def test_rows_for_fine_tunes_name_their_base(surface: str) -> None:
    for model_id, row in rows(surface):
        assert (row["kind"] == "fine-tunes") == model_id.startswith("ft-"), model_id


@EVERY_SURFACE
def test_a_model_and_its_version_make_the_id(surface: str) -> None:
    for model_id, row in rows(surface):
        if "version" in row:
            assert model_id in {row["model"], f"{row['model']}-{row['version']}"}


@EVERY_SURFACE
def test_every_chain_of_replacements_says_its_source_at_each_step(surface: str) -> None:
    for record in records(surface):
        succession = CATALOG.succession(record, AS_OF, 90)
        addresses = {source.url for source in CATALOG.sources(record)}
        assert all(step.source for step in succession.steps) or None in addresses, record.id
        if succession.living is None:
            continue
        living = CATALOG.find(surface, succession.living)
        assert living is not None
        assert is_alive(state_of(living, AS_OF, 90))
        assert succession.steps[-1].id == succession.living


# Where official replacements stop at a model that has ended or will, and no further one is named. Chains that stop
# at an id that no list shows say so in the table, as `unlisted`.
DEAD_ENDS: dict[str, frozenset[str]] = {
    "azure": frozenset(
        """
        MAI-Image-2.5 MAI-Image-2.5-Flash gpt-4.1-2025-04-14 gpt-4.1-mini-2025-04-14 gpt-4o-mini gpt-image-1
        sora-2-2025-12-08
        """.split()
    ),
    "baseten": frozenset(
        """
        deepseek-ai/DeepSeek-V3.1 zai-org/GLM-4.7
        """.split()
    ),
    "bedrock": frozenset(
        """
        ai21.jamba-1-5-large-v1:0 ai21.jamba-1-5-mini-v1:0 amazon.nova-canvas-v1:0
        anthropic.claude-opus-4-1-20250805-v1:0 anthropic.claude-sonnet-4-5-20250929-v1:0
        cohere.command-r-plus-v1:0 cohere.command-r-v1:0 meta.llama3-1-70b-instruct-v1:0
        meta.llama3-1-8b-instruct-v1:0 meta.llama4-maverick-17b-instruct-v1:0
        meta.llama4-scout-17b-instruct-v1:0
        """.split()
    ),
    "cerebras": frozenset(
        """
        zai-glm-4.7
        """.split()
    ),
    "fireworks": frozenset(
        """
        accounts/fireworks/models/deepseek-v3p1 accounts/fireworks/models/deepseek-v3p2
        accounts/fireworks/models/glm-4p7 accounts/fireworks/models/minimax-m2p1
        """.split()
    ),
    "gemini": frozenset(
        """
        gemini-1.5-flash-8b-exp-0924
        """.split()
    ),
    "github-models": frozenset(
        """
        cohere/cohere-command-r-08-2024 cohere/cohere-command-r-plus-08-2024 meta/llama-3.3-70b-instruct
        meta/meta-llama-3.1-8b-instruct mistral-ai/mistral-medium-2505 mistral-ai/mistral-small-2503
        """.split()
    ),
    "groq": frozenset(
        """
        groq/compound groq/compound-mini
        """.split()
    ),
    "mistral": frozenset(
        """
        labs-leanstral-1-5
        """.split()
    ),
    "novita": frozenset(
        """
        sao10k/l3-70b-euryale-v2.1
        """.split()
    ),
    "nvidia-nim": frozenset(
        """
        minimaxai/minimax-m2.7 moonshotai/kimi-k2.6
        """.split()
    ),
    "qwen": frozenset(
        """
        qwen3-235b-a22b
        """.split()
    ),
    "sambanova": frozenset(
        """
        DeepSeek-R1-0528
        """.split()
    ),
    "together": frozenset(
        """
        MiniMaxAI/MiniMax-M3
        """.split()
    ),
    "wandb": frozenset(
        """
        JetBrains/Mellum2-12B-A2.5B-Instruct OpenPipe/Qwen3-14B-Instruct Qwen/Qwen3.5-35B-A3B Qwen/Qwen3.6-27B
        """.split()
    ),
}


@EVERY_SURFACE
def test_every_chain_leads_to_a_living_model_but_for_known_dead_ends(surface: str) -> None:
    ends = set()
    for record in records(surface):
        succession = CATALOG.succession(record, AS_OF, 90)
        if record.successors and succession.living is None:
            ends |= {step.id for step in succession.steps if _is_last(surface, step.id)}
    assert ends == DEAD_ENDS.get(surface, frozenset())


def _is_last(surface: str, model_id: str) -> bool:
    found = CATALOG.find(surface, model_id)
    return found is not None and not found.successors


def test_the_states_of_models_that_everybody_knows() -> None:
    """One model on several surfaces, each with a calendar of its own."""
    states = {
        ("openai", "gpt-4o"): State.RETIRING,
        ("azure", "gpt-4o-2024-05-13"): State.RETIRING,
        ("anthropic", "claude-sonnet-4-5-20250929"): State.RETIRING,
        ("bedrock", "anthropic.claude-sonnet-4-5-20250929-v1:0"): State.DEPRECATED,
        ("vertex", "claude-sonnet-4-5@20250929"): State.ACTIVE,
        ("anthropic", "claude-opus-4-1-20250805"): State.RETIRED,
        ("bedrock", "anthropic.claude-opus-4-1-20250805-v1:0"): State.RETIRING,
        ("gemini", "gemini-2.5-pro"): State.RETIRING,
        ("vertex", "gemini-2.5-pro"): State.RETIRED,
        ("groq", "openai/gpt-oss-20b"): State.ACTIVE,
        ("together", "openai/gpt-oss-20b"): State.RETIRED,
        ("perplexity", "sonar-pro"): State.RETIRED,
        ("xai", "grok-3"): State.RETIRED,
        ("github-models", "openai/gpt-4o"): State.RETIRED,
    }
    for (surface, model_id), state in states.items():
        record = CATALOG.find(surface, model_id)
        assert record is not None, (surface, model_id)
        assert state_of(record, AS_OF, 90) is state, (surface, model_id)


def test_rows_that_stand_for_several_models_are_no_ids() -> None:
    for surface in CATALOG.surfaces:
        several = {model_id for model_id, row in rows(surface) if row["kind"] in NAMES_ONLY}
        assert several.isdisjoint(CATALOG.ids(surface))


APIS = [pytest.param(api, id=f"{api.surface}-{api.id}") for api in CATALOG.apis]
EVERY_API = pytest.mark.parametrize("api", APIS)


def test_the_apis_that_everybody_knows_are_there() -> None:
    states = {(api.surface, api.id): state_of(api, AS_OF, 90) for api in CATALOG.apis}
    assert states["openai", "assistants"] is State.RETIRED
    assert states["azure", "assistants"] is State.RETIRED
    assert states["openai", "edits"] is State.RETIRED
    assert states["openai", "evals"] is State.RETIRING
    assert states["perplexity", "chat.completions"] is State.RETIRED
    assert states["github-models", "models.github.ai"] is State.RETIRED
    assert states["github-models", "models.inference.ai.azure.com"] is State.RETIRED
    assert states["ai21", "api.ai21.com"] is State.RETIRED
    assert states["cohere", "generate"] is State.DEPRECATED
    assert states["vertex", "vertexai.generative_models"] is State.DEPRECATED


def test_apis_are_sorted() -> None:
    places = [(api.surface, api.id) for api in CATALOG.apis]
    assert places == sorted(places)


@EVERY_API
def test_an_end_of_an_api_has_an_official_source_with_an_address(api: ApiRecord) -> None:
    sources = CATALOG.sources(api)
    assert all(source.title and source.read for source in sources)
    assert any(source.url and not source.third_party for source in sources)
    assert api.address is not None
    assert api.address.startswith("https://")
    assert not api.third_party


@EVERY_API
def test_an_end_of_an_api_was_announced_by_the_day_on_which_it_was_read(api: ApiRecord) -> None:
    read = [source.read for source in CATALOG.sources(api) if source.read]
    assert api.announced is None or api.announced <= max(read)
    assert api.retires is None or api.announced is None or api.announced < api.retires


@EVERY_API
def test_what_is_said_of_an_api_reads_well(api: ApiRecord) -> None:
    assert not re.search(r"disput|conflict", (api.note or "").removeprefix("Disputed: "))
    assert api.note is None or api.note.endswith(".")
    assert not api.title.endswith(".")
    assert api.instead is None or not api.instead.endswith(".")


@EVERY_API
def test_a_host_is_known_to_clients_and_belongs_to_one_surface(api: ApiRecord) -> None:
    if re.search(r"\.(?:ai|com|io|net)$", api.id):
        assert HOSTS[api.id] == api.surface


@EVERY_API
def test_an_endpoint_is_no_model_of_its_surface(api: ApiRecord) -> None:
    assert CATALOG.find(api.surface, api.id) is None
