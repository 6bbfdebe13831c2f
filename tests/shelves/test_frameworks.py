"""Every framework's examples are read as it says: who is asked, for what, and whether that serves the model."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import catalog as catalogs
from pytest_modelgate import config
from pytest_modelgate.config import Settings
from pytest_modelgate.decode import read
from pytest_modelgate.examine import Examiner, lexicon_of
from pytest_modelgate.frameworks import HOSTS, PATHS, all_frameworks, frameworks_of
from pytest_modelgate.kinds import ENDPOINTS
from pytest_modelgate.languages import all_languages
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Context, State

if TYPE_CHECKING:
    from pytest_modelgate.kinds import CallExample, Framework, Lexicon
    from pytest_modelgate.values import Extraction

TODAY = date(2026, 11, 21)
FRAMEWORKS = all_frameworks()
LANGUAGES = {language.name: language for language in all_languages()}
READ = {
    "python": ("python", ".py"),
    "javascript": ("typescript", ".ts"),
    "go": ("go", ".go"),
    "java": ("java", ".java"),
    "csharp": ("csharp", ".cs"),
    "rust": ("rust", ".rs"),
    "ruby": ("ruby", ".rb"),
    "php": ("php", ".php"),
}
"""By the language of frameworks, the one on the shelf that reads their examples, and how the file's name ends."""
READ_APART = {"java-koog": ("kotlin", ".kt"), "java-openai-kotlin": ("kotlin", ".kt")}
"""Frameworks that are called from another language than most of theirs."""


def _read_as(framework: Framework) -> tuple[str, str]:
    return READ_APART.get(framework.name, READ[framework.language])


EXAMPLES = pytest.mark.parametrize(
    ("framework", "example"),
    [
        pytest.param(
            framework,
            example,
            id=f"{framework.name}-{number}",
            # A language that is there reads them, whatever it makes of them.
            marks=pytest.mark.skipif(_read_as(framework)[0] not in LANGUAGES, reason="nobody reads its language"),
        )
        for framework in FRAMEWORKS
        for number, example in enumerate(framework.examples)
    ],
)
WITHOUT_WRONG = {
    "ai21": "the table has its chat models and what came before them, all of them ended",
    "assemblyai": "the table has models alone that transcribe",
    "azure-ai-inference": "a name on Azure may be a deployment's, of any model",
    "cerebras": "the table has chat models alone",
    "csharp-anthropic": "the table has chat models alone",
    "csharp-ollama": "the table has chat models alone, and only those of the cloud",
    "dashscope": "the table has chat models alone that live",
    "elevenlabs": "the table does not say which of its models speak and which transcribe",
    "fireworks": "the table has chat models alone",
    "go-ollama": "the table has chat models alone, and only those of the cloud",
    "huggingface-hub": "the table has none of its models",
    "java-azure": "a name on Azure may be a deployment's, of any model",
    "javascript-ai-sdk": "what a gateway has, no table says",
    "javascript-assemblyai": "the table has models alone that transcribe",
    "javascript-azure": "a name on Azure may be a deployment's, of any model",
    "javascript-cerebras": "the table has chat models alone",
    "javascript-cloudflare": "the binding is asked for anything by one call",
    "javascript-elevenlabs": "the table does not say which of its models speak and which transcribe",
    "javascript-google-generativeai": "what a model that it answers with is asked for, other calls say",
    "javascript-huggingface": "the table has none of its models",
    "javascript-ollama": "the table has chat models alone, and only those of the cloud",
    "javascript-openrouter": "the table has chat models alone",
    "javascript-replicate": "the table has none of its models",
    "ollama": "the table has chat models alone, and only those of the cloud",
    "openrouter": "the table has chat models alone",
    "php-laravel-ai": "what a request is for, other calls say",
    "php-llphant": "the settings are for chats, and the table has chat models alone of who is asked",
    "php-prism": "what a request is for, other calls say",
    "ruby-gemini": "what its client is asked for, other calls say",
    "zhipu": "the table has chat models alone",
}
"""Frameworks none of whose endpoints can be wrong for a model of the table, and why."""


@cache
def _lexicon() -> Lexicon:
    return lexicon_of(Resolver(catalogs.load(), all_providers()), TODAY, 90)


def _extracted(folder: Path, framework: Framework, code: str, *, deep: bool) -> Extraction:
    language, suffix = _read_as(framework)
    path = folder / f"example{suffix}"
    path.write_text(code, encoding="utf-8")
    source, _ = read(path, folder)
    assert source is not None
    return LANGUAGES[language].extract(source, _lexicon(), deep, None)


@pytest.fixture(scope="module")
def examiners(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Examiner]:
    """One that reads no deeper than verdicts need, and one that reads everything."""
    settings = config.load(tmp_path_factory.mktemp("read"), [(rule.code, rule.name) for rule in all_rules()])
    return {deep: Examiner(settings, TODAY, deep=deep) for deep in (False, True)}


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda framework: framework.name)
def test_a_framework_has_its_examples_and_lower_case_keywords(framework: Framework) -> None:
    assert any(not example.wrong and not example.dynamic for example in framework.examples)
    assert any(example.wrong for example in framework.examples) is (framework.name not in WITHOUT_WRONG)
    assert any(example.dynamic for example in framework.examples)
    assert framework.modules
    assert framework.keywords
    assert all(keyword == keyword.lower() for keyword in framework.keywords)


@EXAMPLES
@pytest.mark.parametrize("deep", [True, False])
def test_an_example_is_read_as_a_call_to_its_surface_and_endpoint(
    framework: Framework, example: CallExample, deep: bool, tmp_path: Path
) -> None:
    assert any(keyword in example.code.lower() for keyword in framework.keywords)
    occurrences = _extracted(tmp_path, framework, example.code, deep=deep).occurrences
    if example.dynamic and not deep and not occurrences:
        return
    (found,) = occurrences
    assert found.text == example.id
    assert found.dynamic is example.dynamic
    assert found.context is Context.CALL
    assert found.surfaces == (() if example.surface is None else (example.surface,))
    (use,) = found.uses
    assert use.endpoint == example.endpoint
    assert use.surfaces == found.surfaces


@EXAMPLES
@pytest.mark.parametrize("deep", [True, False])
def test_an_example_is_told_of_its_endpoint_where_that_does_not_serve_the_model(
    framework: Framework, example: CallExample, deep: bool, examiners: dict[bool, Examiner]
) -> None:
    path = examiners[deep].settings.root / f"{framework.name}{_read_as(framework)[1]}"
    path.write_text(example.code, encoding="utf-8")
    examined = examiners[deep].examine(path)
    wrong = [finding.reference.id for finding in examined.findings if finding.code == "MG401"]
    assert len(wrong) == example.wrong
    assert all(id_ in example.id for id_ in wrong)
    if example.dynamic:
        models = [evidence.state for reference, evidence in examined.references if reference.api is None]
        assert models == [State.DYNAMIC] or (not deep and models == [])


def test_every_endpoint_has_a_word_that_the_table_or_the_frameworks_share() -> None:
    table = catalogs.load()
    words = ENDPOINTS.union({api.id for api in table.apis}, *(table.endpoints(surface) for surface in table.surfaces))
    named = {call.endpoint for framework in FRAMEWORKS for call in (*framework.calls, *framework.functions)}
    made = {client.endpoint for framework in FRAMEWORKS for client in framework.clients}
    assert {*named, *made, *PATHS.values()} - {None} <= words


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda framework: framework.name)
def test_no_call_of_a_framework_is_listed_twice(framework: Framework) -> None:
    calls = [(call.path, call.argument, call.key) for call in framework.calls]
    functions = [(call.path, call.argument, call.key) for call in framework.functions]
    clients = [(client.name, client.module, client.arguments) for client in framework.clients]
    assert len(calls) == len(set(calls))
    assert len(functions) == len(set(functions))
    assert len(clients) == len(set(clients))


def test_clients_of_one_name_say_which_module_holds_them() -> None:
    for framework in FRAMEWORKS:
        for client in framework.clients:
            assert not client.module or _is_of(client.module, framework)


def test_functions_say_which_module_holds_them() -> None:
    for framework in FRAMEWORKS:
        for function in framework.functions:
            module, sign, name = function.path.partition("#")
            assert not sign or (name and _is_of(module, framework))


def _is_of(module: str, framework: Framework) -> bool:
    """Whether a module is one of the framework's, or lies below one."""
    signs = "./" if framework.language == "python" else "./:\\\\"
    return any(module == own or (module.startswith(own) and module[len(own)] in signs) for own in framework.modules)


@pytest.mark.parametrize(("name", "suffix"), READ.values(), ids=READ)
def test_the_language_of_a_frameworks_examples_is_on_the_shelf_by_that_name_or_not_at_all(
    name: str, suffix: str
) -> None:
    readers = {language.name for language in all_languages() if suffix in language.suffixes}
    assert readers == ({name} if name in LANGUAGES else set())


def test_every_framework_is_of_a_language_that_can_be_read() -> None:
    assert {framework.language for framework in FRAMEWORKS} <= READ.keys()


def test_hosts_are_plain_names() -> None:
    assert all(host == host.lower() and "/" not in host for host in HOSTS)


def test_a_host_is_not_hidden_by_one_that_it_is_part_of() -> None:
    hosts = list(HOSTS)
    for number, host in enumerate(hosts):
        assert not any(host.endswith(f".{earlier}") for earlier in hosts[:number])


def test_paths_begin_where_a_part_of_an_address_does() -> None:
    assert all(path.startswith(("/", ":")) and not path.endswith("/") for path in PATHS)


@pytest.mark.parametrize("language", sorted(READ))
def test_a_file_that_is_named_is_searched_for_the_packages_that_it_can_import(language: str) -> None:
    reader, suffix = READ[language]
    assert LANGUAGES[reader].packages in (language, None)
    own = frameworks_of(language)
    assert own
    assert {framework.language for framework in own} == {language}
    keywords = Examiner(Settings(root=Path()), TODAY, deep=False).keywords([Path(f"a{suffix}")])
    assert {keyword for framework in own for keyword in framework.keywords} <= set(keywords)


def test_files_that_may_hold_any_language_are_searched_for_every_package() -> None:
    examiner = Examiner(Settings(root=Path()), TODAY, deep=False)
    every = {keyword for framework in FRAMEWORKS for keyword in framework.keywords}
    for keywords in (examiner.keywords(), examiner.keywords([Path("a.py"), Path("a.md")])):
        assert every <= set(keywords)
    assert not every <= set(examiner.keywords([Path("a.py"), Path("a.ts"), Path("none.bin")]))
