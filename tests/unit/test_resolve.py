from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

import pytest

from pytest_modelgate import catalog
from pytest_modelgate.addresses import Addresses
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver
from pytest_modelgate.terms import Context, Reach, Role
from pytest_modelgate.values import Occurrence, Reference, Span

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Provider

TABLE = catalog.load()
RESOLVER = Resolver(TABLE, all_providers())
TODAY = date(2026, 11, 21)


def occurrence(
    text: str,
    context: Context = Context.NAMED,
    surfaces: tuple[str, ...] = (),
    *,
    editable: bool = True,
    dynamic: bool = False,
    end_line: int = 3,
) -> Occurrence:
    return Occurrence(
        text=text,
        span=Span(line=3, column=10, end_line=end_line, end_column=10 + len(text)),
        reach=Reach.CONSTANT,
        role=Role.TEST,
        context=context,
        surfaces=surfaces,
        editable=editable,
        dynamic=dynamic,
    )


def resolve(text: str, context: Context = Context.NAMED, surfaces: tuple[str, ...] = ()) -> Reference | None:
    return RESOLVER.resolve("src/app.py", occurrence(text, context, surfaces))


def found(text: str, context: Context = Context.NAMED, surfaces: tuple[str, ...] = ()) -> Reference:
    reference = resolve(text, context, surfaces)
    assert reference is not None
    return reference


def test_a_known_id_is_a_reference_wherever_it_stands() -> None:
    reference = found("gpt-4o", Context.NONE)
    assert (reference.path, reference.id, reference.model, reference.surface) == (
        "src/app.py", "gpt-4o", "gpt-4o", "openai",
    )  # fmt: skip
    assert reference.record == TABLE.find("openai", "gpt-4o")
    assert reference.role is Role.TEST
    assert reference.nearest == ()
    assert reference.surfaces == ()


@pytest.mark.parametrize("text", ["ada", "davinci", "curie", "babbage", "o1", "o3", "chat-latest"])
def test_ordinary_words_need_context(text: str) -> None:
    assert not RESOLVER.is_id(text)
    assert resolve(text, Context.NONE) is None
    assert found(text, Context.NAMED).record is not None


@pytest.mark.parametrize(("text", "surface"), [("command", "bedrock"), ("o1", "azure"), ("nova-2", "bedrock")])
def test_ordinary_words_need_context_even_among_names_of_a_surface(text: str, surface: str) -> None:
    assert resolve(text, Context.NONE, (surface,)) is None
    assert found(text, Context.NAMED, (surface,)).surface == surface


@pytest.mark.parametrize(
    ("text", "id_", "surface", "column"),
    [
        ("openai/gpt-4o", "gpt-4o", "openai", 17),
        ("openai:gpt-4o", "gpt-4o", "openai", 17),
        ("openai/responses/gpt-5-pro", "gpt-5-pro", "openai", 27),
        ("text-completion-openai/davinci-002", "davinci-002", "openai", 33),
        ("anthropic/claude-3-opus-20240229", "claude-3-opus-20240229", "anthropic", 20),
        ("anthropic:claude-opus-4-8", "claude-opus-4-8", "anthropic", 20),
        ("gemini/gemini-2.5-pro", "gemini-2.5-pro", "gemini", 17),
        ("gemini/models/gemini-2.5-pro", "gemini-2.5-pro", "gemini", 24),
        ("google-gla:gemini-1.5-pro", "gemini-1.5-pro", "gemini", 21),
        ("google_genai:gemini-2.5-pro", "gemini-2.5-pro", "gemini", 23),
        ("google:gemini-3.8-flash", "gemini-3.8-flash", "gemini", 17),
        ("models/gemini-2.5-pro", "gemini-2.5-pro", "gemini", 17),
    ],
)
def test_a_route_names_the_surface_and_is_no_part_of_the_id(text: str, id_: str, surface: str, column: int) -> None:
    for context in Context:
        reference = found(text, context)
        assert (reference.id, reference.model, reference.surface) == (id_, id_, surface)
        assert reference.record is not None
        assert reference.span == Span(line=3, column=column, end_line=3, end_column=10 + len(text))


@pytest.mark.parametrize(
    ("text", "surfaces", "surface"),
    [
        ("azure/gpt-4", (), "azure"),
        ("gpt-4", ("azure",), "azure"),
        ("prod-east", ("azure",), "azure"),
        ("gpt-35-turbo", (), "azure"),
        ("ollama/llama3:8b", (), "local"),
        ("replicate/meta/llama-2-70b-chat", (), "replicate"),
        ("google/gemini-2.5-pro", (), "gateway"),
        ("anthropic/claude-3.5-sonnet", (), "gateway"),
        ("anthropic/claude-3-opus-20240229", ("openai",), "gateway"),
        ("gpt-4", ("openai", "azure"), "azure"),
    ],
)
def test_a_surface_that_cannot_be_judged_is_named(text: str, surfaces: tuple[str, ...], surface: str) -> None:
    reference = found(text, Context.CALL, surfaces)
    assert reference.surface == surface
    assert reference.record is None
    assert reference.nearest == ()


@pytest.mark.parametrize(
    ("text", "surfaces", "surface", "model"),
    [
        ("us.anthropic.claude-3-opus-20240229-v1:0", (), "bedrock", "anthropic.claude-3-opus-20240229-v1:0"),
        ("anthropic.claude-v2", ("anthropic",), "bedrock", "anthropic.claude-v2"),
        (
            "bedrock/eu.anthropic.claude-opus-4-1-20250805-v1:0",
            (),
            "bedrock",
            "anthropic.claude-opus-4-1-20250805-v1:0",
        ),
        (
            "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1",
            (),
            "bedrock",
            "anthropic.claude-v2:1",
        ),
        ("vertex_ai/gemini-1.5-pro-001", (), "vertex", "gemini-1.5-pro-001"),
        ("gemini-2.5-pro", ("vertex",), "vertex", "gemini-2.5-pro"),
        ("claude-opus-4-1@20250805", (), "vertex", "claude-opus-4-1@20250805"),
        ("projects/p/locations/l/publishers/google/models/gemini-2.5-pro", (), "vertex", "gemini-2.5-pro"),
        ("openai/gpt-4-1106-preview", ("openrouter",), "openrouter", "openai/gpt-4-1106-preview"),
        ("groq/llama3-70b-8192", (), "groq", "llama3-70b-8192"),
        ("llama3-70b-8192", (), "groq", "llama3-70b-8192"),
        ("deepseek-ai/DeepSeek-V3", ("together",), "together", "deepseek-ai/DeepSeek-V3"),
        ("together_ai/deepseek-ai/DeepSeek-V3", (), "together", "deepseek-ai/DeepSeek-V3"),
        ("accounts/fireworks/models/deepseek-v3", (), "fireworks", "accounts/fireworks/models/deepseek-v3"),
        ("xai/grok-3", (), "xai", "grok-3"),
        ("sonar-pro", (), "perplexity", "sonar-pro"),
        ("@cf/meta/llama-3-8b-instruct-awq", (), "cloudflare-workers-ai", "@cf/meta/llama-3-8b-instruct-awq"),
    ],
)
def test_each_surface_judges_by_its_own_calendar(
    text: str, surfaces: tuple[str, ...], surface: str, model: str
) -> None:
    reference = found(text, Context.CALL, surfaces)
    assert (reference.surface, reference.model) == (surface, model)
    assert reference.record == TABLE.find(surface, model)
    assert reference.record is not None


def test_an_id_that_many_hosts_share_is_nobodys_until_the_code_says_whose() -> None:
    reference = found("deepseek-ai/DeepSeek-V3", Context.NONE)
    assert (reference.surface, reference.record) == (None, None)
    assert "together" in reference.surfaces
    assert "azure" not in found("gpt-4o-2024-05-13", Context.NONE).surfaces


@pytest.mark.parametrize(("text", "place"), [("openai/gpt-oss-20b", "groq"), ("xai/grok-4.1-fast-reasoning", "vertex")])
def test_a_whole_id_of_one_surface_is_no_route_to_another_that_does_not_know_its_end(text: str, place: str) -> None:
    for context in Context:
        reference = found(text, context)
        assert (reference.id, reference.surface, reference.nearest) == (text, None, ())
        assert place in reference.surfaces
        assert found(text, context, (place,)).record == TABLE.find(place, text)


@pytest.mark.parametrize("text", ["openai/my-own-7b", "openai/litellm-mock-response-model"])
def test_a_router_sends_what_openai_would_not_name_so_to_any_host(text: str) -> None:
    reference = found(text, Context.CALL)
    assert (reference.id, reference.surface) == (text.partition("/")[2], None)
    assert found("openai/gpt-7", Context.CALL).surface == "openai"
    assert found(text, Context.CALL, ("openai",)).surface == "openai"
    assert found("groq/what-is-this", Context.CALL).surface == "groq"


@pytest.mark.parametrize(
    "text", ["meta/llama-3.1-8b-instruct", "Qwen/Qwen2.5-32B-Instruct", "meta-llama/Llama-9-7b", "zai-org/GLM-99"]
)
def test_the_name_of_an_open_model_is_a_reference_where_a_model_is_named(text: str) -> None:
    assert RESOLVER.is_id(text)
    for context in (Context.NAMED, Context.CALL):
        reference = found(text, context)
        assert (reference.id, reference.surface, reference.nearest) == (text, None, ())
    assert resolve("meta-llama/Llama-9-7b", Context.NONE) is None


def test_of_two_surfaces_that_share_an_id_the_milder_calendar_judges() -> None:
    reference = found("gemini-2.5-pro", Context.NONE)
    assert (reference.surface, reference.surfaces) == ("gemini", ("gemini", "vertex"))
    assert reference.record == TABLE.find("gemini", "gemini-2.5-pro")


def test_what_was_tuned_is_judged_by_the_row_of_its_base() -> None:
    reference = found("ft:gpt-3.5-turbo-0125:acme::9xYz", Context.CALL, ("openai",))
    assert reference.model == "ft:gpt-3.5-turbo-0125:acme::9xYz"
    assert reference.record is not None
    assert (reference.record.id, reference.record.kind) == ("ft-gpt-3.5-turbo", "fine-tunes")
    assert found("ft:gpt-4o-mini-2024-07-18:acme::1", Context.CALL, ("openai",)).record is None


def test_an_unmistakable_form_needs_no_context_and_spans_only_the_id() -> None:
    text = "https://acme.openai.azure.com/openai/deployments/gpt-4/chat/completions"
    reference = found(text, Context.NONE)
    assert (reference.id, reference.surface) == ("gpt-4", "azure")
    assert text[reference.span.column - 10 : reference.span.end_column - 10] == "gpt-4"


def test_a_gateway_id_keeps_its_maker() -> None:
    assert found("openai/gpt-4", Context.CALL, ("openrouter",)).model == "openai/gpt-4"
    assert found("openrouter/openai/gpt-4").model == "openai/gpt-4"
    assert found("openai/gpt-4", Context.CALL, ("openai",)).model == "gpt-4"


@pytest.mark.parametrize("text", ["azure/storage", "google/cloud", "/apis/apps/v1/deployments/web", "bedrock/world"])
def test_a_prefix_alone_says_nothing_without_context(text: str) -> None:
    assert resolve(text, Context.NONE) is None


def test_the_mildest_of_several_surfaces() -> None:
    reference = found("gpt-4", Context.CALL, ("anthropic", "openai"))
    assert reference.surface == "openai"
    assert reference.surfaces == ("anthropic", "openai")


@pytest.mark.parametrize("text", ["claude-3-opus-20240229", "gemini-1.5-pro"])
def test_a_known_id_of_another_provider_is_judged_by_its_own_surface(text: str) -> None:
    reference = found(text, Context.CALL, ("openai",))
    assert reference.record is not None
    assert reference.surface == reference.record.surface != "openai"


@pytest.mark.parametrize("text", ["gtp-4o", "gpt-4o-mni", "cluade-opus-4-8", "gpt-4o-2024-08-07", "openai/gpt-4o-mni"])
def test_a_clear_typo_is_a_reference_without_context(text: str) -> None:
    reference = found(text, Context.NONE)
    assert reference.certain
    assert reference.record is None
    assert TABLE.find(reference.surface or "", reference.nearest[0]) is not None
    assert reference.model == reference.id


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4o",
        "gpt4o",
        "gpt_4o",
        "gpt-5-4",
        "claude-opus-4.8",
        "claude-4-8-opus",
        "claude-3.5-sonnet",
        "openai-gpt-4o",
    ],
)
def test_what_may_be_a_label_is_a_typo_only_in_context(text: str) -> None:
    assert RESOLVER.is_id(text)
    assert resolve(text, Context.NONE) is None
    assert found(text, Context.NAMED).nearest
    assert found(text, Context.CALL).nearest


def test_white_space_is_part_of_what_is_mistyped() -> None:
    reference = found(" gpt-4o\n", Context.NAMED)
    assert reference.id == " gpt-4o\n"
    assert reference.nearest[0] == "gpt-4o"
    assert reference.span == occurrence(" gpt-4o\n").span
    assert resolve(" gpt-4o", Context.NONE) is None


def test_words_with_spaces_are_ids_only_in_a_call() -> None:
    assert resolve("Claude Opus 4.8", Context.NAMED) is None
    assert found("Claude Opus 4.8", Context.CALL).nearest == ("claude-opus-4-8",)


def test_a_typo_is_looked_for_where_the_code_sends_it() -> None:
    assert found("google/gemini-2.5-pro", Context.CALL, ("gemini",)).nearest == ("gemini-2.5-pro",)
    assert found("gpt-35-turbo", Context.CALL, ("openai",)).nearest[0] == "gpt-3.5-turbo"
    elsewhere = found("claude-opus-4.8", Context.CALL, ("openai",))
    assert (elsewhere.surface, elsewhere.nearest) == (None, ())


def test_equally_near_ids_of_two_surfaces_leave_the_choice_open() -> None:
    class Small:
        surfaces = ("acme", "beta")
        as_of = TODAY
        own_ids: ClassVar[dict[str, frozenset[str]]] = {}

        def ids(self, surface: str) -> frozenset[str]:
            return frozenset({f"chatter-9-min{surface[0]}"})

        def find(self, surface: str, model_id: str) -> None: ...

        def lookup(self, model_id: str) -> tuple[()]:
            return ()

        def is_complete(self, surface: str) -> bool:
            return True

        def read_up_to(self, surface: str) -> date:
            return TODAY

    reference = Resolver(cast("catalog.Catalog", Small()), all_providers()).resolve(
        "src/app.py", occurrence("chatter-9-minx")
    )
    assert reference is not None
    assert reference.nearest == ("chatter-9-mina", "chatter-9-minb")
    assert not reference.certain


@pytest.mark.parametrize("text", ["gpt-7", "claude-opus-6", "gemini-5-flash", "o5-mini"])
def test_the_form_of_an_id_is_enough(text: str) -> None:
    reference = found(text, Context.NONE)
    assert reference.surface is not None
    assert reference.record is None
    assert reference.nearest == ()


def test_another_case_of_an_unknown_id_needs_context() -> None:
    assert resolve("GPT-7", Context.NONE) is None
    assert found("GPT-7").surface == "openai"


def test_in_a_call_any_id_like_text_is_a_reference() -> None:
    assert found("my-prod-gpt", Context.CALL, ("openai",)).surface == "openai"
    assert found("llama3:8b", Context.CALL).surface is None
    assert found("my-prod-gpt", Context.NAMED, ("openai",)).surface is None
    assert resolve("my-prod-gpt", Context.NAMED) is None


@pytest.mark.parametrize(
    "text",
    ["", " ", "x", "xxx", "...", "your-model-name", "your-model", "<model>", "{model}", "{{ model }}", "model",
     "model_name", "MODEL_NAME", "test-model", "fake-model", "none", "default", "auto", "a sentence about models",
     "gpt-4o\ngpt-4", "1.0", "./model.gguf", "model.safetensors", "https://example.com/v1", "gpt-4.json", "g" * 300,
     "gemma-2-9b-it.llamafile"],
)  # fmt: skip
def test_no_id_even_in_a_call(text: str) -> None:
    assert resolve(text, Context.CALL, ("openai",)) is None


@pytest.mark.parametrize("provider", all_providers(), ids=lambda provider: provider.name)
def test_near_misses_are_no_references_to_their_surface_without_context(provider: Provider) -> None:
    taken = [
        text
        for text in provider.near_misses
        if not text.startswith(provider.routes)
        and not (provider.inside and provider.inside.search(text))
        and (hit := resolve(text, Context.NONE))
        and provider.name == hit.surface
    ]
    assert taken == []


@pytest.mark.parametrize("provider", all_providers(), ids=lambda provider: provider.name)
def test_what_a_surface_claims_is_a_reference_to_it_without_context(provider: Provider) -> None:
    claimed = [text for text in provider.matches if (provider.claims or provider.grammar).fullmatch(text.lower())]
    addresses = Addresses(all_providers())
    lost = [
        text
        for text in claimed
        if (hit := resolve(text.lower(), Context.NONE)) is None or hit.surface not in addresses.claimants(text.lower())
    ]
    assert lost == []


def test_every_id_of_the_table_resolves_to_itself() -> None:
    for surface in TABLE.surfaces:
        for id_ in TABLE.ids(surface):
            reference = found(id_, Context.CALL, (surface,))
            model = id_ if surface != "azure" else reference.model
            assert (reference.model, reference.surface, reference.nearest) == (model, surface, ()), id_


def test_a_dynamic_text_is_a_reference_without_a_model() -> None:
    text = 'f"gpt-{size}"'
    reference = RESOLVER.resolve(
        "src/app.py", occurrence(text, Context.CALL, ("openai",), editable=False, dynamic=True)
    )
    assert reference is not None
    assert (reference.id, reference.model, reference.surface) == (text, None, "openai")
    assert RESOLVER.resolve("src/app.py", occurrence('f"{name}"', dynamic=True)) is None
    assert RESOLVER.resolve("src/app.py", occurrence(text, Context.NONE, dynamic=True)) is not None


@pytest.mark.parametrize(("editable", "end_line"), [(False, 3), (True, 4)])
def test_a_text_that_is_not_one_piece_keeps_the_span_of_the_expression(editable: bool, end_line: int) -> None:
    whole = occurrence("openai/gpt-4o", editable=editable, end_line=end_line)
    reference = RESOLVER.resolve("src/app.py", whole)
    assert reference is not None
    assert reference.span == whole.span
    assert reference.id == "gpt-4o"


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("gpt-5.5", True),
        ("claude-opus-4-8", True),
        ("openai/gpt-5.5", True),
        ("models/gemini-3.8-flash", True),
        ("azure/gpt-4", True),
        ("gpt-4o", False),
        ("gpt-4", False),
        ("openai/gpt-4", False),
        ("gemini-3-flash-preview", False),
        ("gpt-9", False),
        ("gpt5.5", False),
        ("google/gemini-2.5-pro", False),
        ("hello", False),
        ("", False),
    ],
)
def test_only_exact_active_ids_are_settled(text: str, settled: bool) -> None:
    assert RESOLVER.is_settled(text, TODAY, 90) is settled


def test_settled_depends_on_the_day() -> None:
    assert RESOLVER.is_settled("gpt-5.1", date(2026, 9, 30), 90) is False
    assert RESOLVER.is_settled("gpt-4o-2024-08-06", TODAY, 1) is False


@pytest.mark.parametrize(
    "text", ["gpt-4o", "openai/gpt-4o", "gtp-4o", "GPT-4o", "gpt-7", "azure/gpt-4", "anthropic.claude-v2", " gpt-4o"]
)
def test_what_could_be_a_reference(text: str) -> None:
    assert RESOLVER.is_id(text)
    assert RESOLVER.is_id(text)


@pytest.mark.parametrize(
    "text", ["", "hello", "gpt", "claude-code", "gemini-cli", "a gpt-4o call", "openai", "x" * 5000, "gpt-" * 100]
)
def test_what_could_not(text: str) -> None:
    assert not RESOLVER.is_id(text)


def test_the_memory_of_is_id_is_bounded() -> None:
    fresh = Resolver(TABLE, all_providers())
    for number in range(20_050):
        fresh.is_id(f"gpt-x{number}")
    assert fresh._recalled.cache_info().currsize <= 20_000


def test_keywords_are_those_of_every_provider() -> None:
    keywords = RESOLVER.keywords.words
    assert list(keywords) == sorted(set(keywords))
    for provider in all_providers():
        assert set(provider.keywords) <= set(keywords)


@pytest.mark.parametrize("text", ["llama3:8b", "gemma:2b", "qwen2.5:3b-instruct", "mistral-nemo:latest"])
def test_a_model_with_its_size_runs_on_ones_own_machine(text: str) -> None:
    assert found(text, Context.NONE).surface == "local"
    assert found(text, Context.CALL, ("openai",)).surface != "local"


@pytest.mark.parametrize("text", ["gpt-oss:120b-cloud", "llama:main", "python:3.12", "llama3:8b.gguf/x"])
def test_what_only_looks_so_does_not(text: str) -> None:
    reference = resolve(text, Context.NONE)
    assert reference is None or reference.surface != "local"
