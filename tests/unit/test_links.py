"""Models followed across the files of a scan, on real small trees."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_modelgate import config, gate
from pytest_modelgate.examine import Examiner
from pytest_modelgate.links import linked
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Role, State, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pytest_modelgate.config import Settings
    from pytest_modelgate.values import Reference, Report

TODAY = date(2026, 11, 21)
ASK = "from openai import OpenAI\nOpenAI().responses.create(model={}, input='')\n"


def settings_of(root: Path, **options: object) -> Settings:
    return config.load(root, [(rule.code, rule.name) for rule in all_rules()], overrides=options)


def scan(
    root: Path,
    files: Mapping[str, str],
    paths: Sequence[str] | None = None,
    *,
    deep: bool = False,
    jobs: int | None = None,
    **options: object,
) -> Report:
    write(root, files)
    below = None if paths is None else [root / path for path in paths]
    return gate.run(settings_of(root, **options), paths=below, today=TODAY, deep=deep, jobs=jobs)


def write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def only(report: Report, path: str) -> Reference:
    (reference,) = (reference for reference in report.references if reference.path == path)
    return reference


def states(report: Report) -> set[tuple[str, str, State]]:
    return {
        (reference.path, reference.id, state) for reference, state in zip(report.references, report.states, strict=True)
    }


IMPORTS = {
    "absolute": ("config.py", "app.py", "from config import MODEL\n", "MODEL"),
    "package": ("shop/config.py", "shop/app.py", "from shop.config import MODEL\n", "MODEL"),
    "module": ("shop/config.py", "shop/app.py", "from shop import config\n", "config.MODEL"),
    "whole module": ("config.py", "app.py", "import config\n", "config.MODEL"),
    "dotted module": ("shop/config.py", "app.py", "import shop.config\n", "shop.config.MODEL"),
    "renamed module": ("shop/config.py", "app.py", "import shop.config as settings\n", "settings.MODEL"),
    "renamed": ("config.py", "app.py", "from config import MODEL as CHOSEN\n", "CHOSEN"),
    "one dot": ("shop/config.py", "shop/app.py", "from .config import MODEL\n", "MODEL"),
    "dot alone": ("shop/config.py", "shop/app.py", "from . import config\n", "config.MODEL"),
    "two dots": ("shop/config.py", "shop/ask/app.py", "from ..config import MODEL\n", "MODEL"),
    "package itself": ("shop/__init__.py", "shop/app.py", "from . import MODEL\n", "MODEL"),
    "src": ("src/shop/config.py", "src/shop/ask/app.py", "from shop.config import MODEL\n", "MODEL"),
    "src of scripts": ("src/shop/config.py", "scripts/app.py", "from shop.config import MODEL\n", "MODEL"),
    "passed on": ("config.py", "app.py", "from config import MODEL\nchosen = MODEL\n", "chosen"),
}


@pytest.mark.parametrize(("held", "asking", "head", "name"), IMPORTS.values(), ids=IMPORTS)
@pytest.mark.parametrize("deep", [False, True], ids=["check", "inventory"])
def test_a_constant_of_another_file_is_what_the_call_is_given(
    tmp_path: Path, held: str, asking: str, head: str, name: str, deep: bool
) -> None:
    report = scan(tmp_path, {held: "MODEL = 'house-m1'\n", asking: head + ASK.format(name)}, deep=deep)
    reference = only(report, held)
    (use,) = (use for use in reference.occurrence.uses if use.known)
    line = head.count("\n") + 2
    assert (reference.id, reference.surface, reference.role) == ("house-m1", "openai", Role.RUNTIME)
    assert (use.path, use.line, use.endpoint, use.surfaces) == (asking, line, "responses", ("openai",))
    assert [reference.path for reference in report.references] == [held]


HOLDERS = {
    "class": ("class Settings:\n    model = 'house-m1'\n", "from config import Settings\n", "Settings.model"),
    "instance": (
        "class Settings:\n    model: str = 'house-m1'\nsettings = Settings()\n",
        "from config import settings\n",
        "settings.model",
    ),
    "instance with its own": (
        "class Settings(Base):\n    model: str\nsettings = Settings(model='house-m1')\n",
        "from config import settings\n",
        "settings.model",
    ),
    "instance made here": (
        "class Settings:\n    model: str = 'house-m1'\n",
        "from config import Settings\nsettings = Settings()\n",
        "settings.model",
    ),
    "set when made": (
        "class Settings:\n    def __init__(self):\n        self.model = 'gpt-77-m1'\nsettings = Settings()\n",
        "from config import settings\n",
        "settings.model",
    ),
    "item": ("MODELS = {'fast': 'house-m1'}\n", "from config import MODELS\n", "MODELS['fast']"),
    "member": (
        "import enum\nclass Models(str, enum.Enum):\n    FAST = 'house-m1'\n",
        "from config import Models\n",
        "Models.FAST",
    ),
    "value of a member": (
        "import enum\nclass Models(enum.Enum):\n    FAST = 'house-m1'\n",
        "from config import Models\n",
        "Models.FAST.value",
    ),
    "environment": (
        "import os\nMODEL = os.getenv('MODEL', 'house-m1')\n",
        "from config import MODEL\n",
        "MODEL",
    ),
    "choice": (
        "import os\nMODEL = 'house-m1' if os.getenv('FAST') else None\n",
        "from config import MODEL\n",
        "MODEL",
    ),
}


@pytest.mark.parametrize(("held", "head", "name"), HOLDERS.values(), ids=HOLDERS)
@pytest.mark.parametrize("deep", [False, True], ids=["check", "inventory"])
def test_what_holds_the_model_may_be_more_than_a_name(
    tmp_path: Path, held: str, head: str, name: str, deep: bool
) -> None:
    report = scan(tmp_path, {"config.py": held, "app.py": head + ASK.format(name)}, deep=deep)
    reference = only(report, "config.py")
    assert (reference.surface, reference.role) == ("openai", Role.RUNTIME)
    assert [use.endpoint for use in reference.occurrence.uses if use.known] == ["responses"]
    assert {reference.path for reference in report.references} == {"config.py"}


def test_a_member_that_something_called_like_a_model_is_given_is_no_longer_only_listed(tmp_path: Path) -> None:
    members = {
        "models.py": "import enum\nclass ModelType(enum.Enum):\n    GPT_4 = 'gpt-4-0314'\n    OTHER = 'claude-2.1'\n"
    }
    before = scan(tmp_path, members)
    assert {reference.role for reference in before.references} == {Role.CATALOGUE}
    assert before.verdict is Verdict.CLEAN
    asking = "from models import ModelType\nrun(model_type=ModelType.GPT_4)\n"
    after = scan(tmp_path, {"app.py": asking})
    assert {(reference.id, reference.role) for reference in after.references} == {
        ("gpt-4-0314", Role.RUNTIME),
        ("claude-2.1", Role.CATALOGUE),
    }
    (finding,) = (finding for finding in after.findings if after.gates(finding))
    assert finding.reference.id == "gpt-4-0314"
    assert [(use.path, use.line, use.known) for use in finding.reference.occurrence.uses] == [("app.py", 2, False)]


def test_a_package_passes_on_what_its_modules_hold(tmp_path: Path) -> None:
    files = {
        "shop/models.py": "MODEL = 'house-m1'\n",
        "shop/__init__.py": "from .models import MODEL\n",
        "app.py": "from shop import MODEL\n" + ASK.format("MODEL"),
    }
    report = scan(tmp_path, files)
    uses = only(report, "shop/models.py").occurrence.uses
    assert [(use.path, use.endpoint) for use in uses if use.known] == [("app.py", "responses")]
    assert states(report) == {("shop/models.py", "house-m1", State.UNKNOWN)}


def test_two_files_on_the_way(tmp_path: Path) -> None:
    files = {
        "a.py": "FIRST = 'house-m1'\n",
        "b.py": "import a\nSECOND = a.FIRST\n",
        "c.py": "from b import SECOND as THIRD\nclass Settings:\n    model = THIRD\n",
        "app.py": "from c import Settings\n" + ASK.format("Settings.model"),
    }
    report = scan(tmp_path, files)
    uses = only(report, "a.py").occurrence.uses
    assert [(use.path, use.line) for use in uses if use.known] == [("app.py", 3)]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("from elsewhere import MODEL\n", "MODEL"),
        ("from elsewhere import settings\n", "settings.model"),
        ("from config import OTHER\n", "OTHER"),
        ("from config import MODEL\n", "MODEL.name"),
        ("from ...config import MODEL\n", "MODEL"),
        ("import os\n", "os.environ['MODEL']"),
    ],
)
@pytest.mark.parametrize("deep", [False, True], ids=["check", "inventory"])
def test_what_no_file_of_the_tree_holds_is_known_to_running_code_alone(
    tmp_path: Path, head: str, name: str, deep: bool
) -> None:
    report = scan(tmp_path, {"config.py": "MODEL = make()\n", "app.py": head + ASK.format(name)}, deep=deep)
    assert states(report) == {("app.py", name, State.DYNAMIC)}
    assert (only(report, "app.py").surface, report.verdict) == ("openai", Verdict.CLEAN)


TABLE = (
    "NAMES = {\n"
    + "".join(
        f"    'm{number}': '{id_}',\n"
        for number, id_ in enumerate(
            ["gpt-4-0314", "gpt-4-32k", "gpt-4-0613", "claude-2.0", "claude-2.1", "gemini-1.5-pro"]
        )
    )
    + "}\n"
)


def test_what_a_call_takes_from_a_table_is_used_and_the_rest_is_listed(tmp_path: Path) -> None:
    files = {"names.py": TABLE, "app.py": "from names import NAMES\n" + ASK.format("NAMES['m1']")}
    report = scan(tmp_path, files)
    runtime = {reference.id for reference in report.references if reference.role is Role.RUNTIME}
    assert runtime == {"gpt-4-32k"}
    assert {finding.reference.id for finding in report.findings if report.gates(finding)} == runtime


def test_the_file_that_sends_a_model_says_what_serves_it(tmp_path: Path) -> None:
    files = {
        "names.py": "MODEL = 'text-embedding-3-small'\n",
        "app.py": "import names\nfrom openai import OpenAI\nclient = OpenAI()\n\n"
        "client.chat.completions.create(model=names.MODEL, messages=[])\n",
    }
    report = scan(tmp_path, files)
    (finding,) = report.findings
    assert (finding.code, finding.reference.path, finding.reference.span.line) == ("MG401", "names.py", 1)
    assert "client.chat.completions.create (app.py:5)" in finding.message
    assert report.verdict is Verdict.FINDINGS


def test_the_client_of_the_file_that_sends_a_model_says_who_is_asked(tmp_path: Path) -> None:
    files = {
        "names.py": "MODEL = 'gpt-4-0314'\n",
        "app.py": "from names import MODEL\nfrom openai import AzureOpenAI\n"
        "AzureOpenAI(api_version='2024-10-21').responses.create(model=MODEL, input='')\n",
    }
    assert only(scan(tmp_path, {"names.py": files["names.py"]}), "names.py").surface == "openai"
    report = scan(tmp_path, files)
    assert only(report, "names.py").surface == "azure"
    assert report.verdict is Verdict.CLEAN


def test_several_files_may_send_one_model(tmp_path: Path) -> None:
    files = {"names.py": "MODEL = 'house-m1'\n"}
    files |= {f"{name}.py": "from names import MODEL\n" + ASK.format("MODEL") for name in ("one", "two")}
    uses = only(scan(tmp_path, files), "names.py").occurrence.uses
    assert [use.path for use in uses if use.known] == ["one.py", "two.py"]


def test_tests_make_nothing_a_use(tmp_path: Path) -> None:
    names = "import enum\nclass Names(enum.Enum):\n    OLD = 'gpt-4-0314'\n"
    asking = "from names import Names\n" + ASK.format("Names.OLD.value")
    report = scan(tmp_path, {"names.py": names, "tests/test_app.py": asking})
    assert only(report, "names.py").role is Role.CATALOGUE
    assert report.verdict is Verdict.CLEAN
    (tmp_path / "tests" / "test_app.py").rename(tmp_path / "app.py")
    assert only(scan(tmp_path, {}), "names.py").role is Role.RUNTIME


def test_only_what_is_named_is_reported(tmp_path: Path) -> None:
    files = {"settings.py": "MODEL = 'gpt-4-0314'\n", "app.py": "from settings import MODEL\n" + ASK.format("MODEL")}
    assert scan(tmp_path, files, ["app.py"]).references == ()
    assert scan(tmp_path, files, ["app.py"]).verdict is Verdict.CLEAN
    for paths in (["settings.py"], ["app.py", "settings.py"], ["."], None):
        report = scan(tmp_path, files, paths)
        assert {finding.reference.path for finding in report.findings} == {"settings.py"}


def test_a_scan_of_a_folder_tells_of_no_other_folder(tmp_path: Path) -> None:
    files = {
        "shop/settings.py": "MODEL = 'house-m1'\n",
        "jobs/app.py": "from shop.settings import MODEL\n" + ASK.format("MODEL"),
    }
    assert scan(tmp_path, files, ["jobs"]).references == ()
    assert states(scan(tmp_path, files)) == {("shop/settings.py", "house-m1", State.UNKNOWN)}


@pytest.mark.parametrize("exclude", ["settings.py", "shop/", "shop"])
def test_what_is_left_out_is_not_told_of(tmp_path: Path, exclude: str) -> None:
    files = {
        "shop/settings.py": "MODEL = 'gpt-4-0314'\n",
        "app.py": "from shop.settings import MODEL\n" + ASK.format("MODEL"),
    }
    assert states(scan(tmp_path, files)) == {("shop/settings.py", "gpt-4-0314", State.RETIRED)}
    report = scan(tmp_path, files, exclude=[exclude])
    assert [reference.path for reference in report.references if reference.path != "app.py"] == []
    assert report.verdict is Verdict.CLEAN


def test_nothing_outside_of_the_project_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"config.py": "MODEL = 'gpt-4-0314'\n"})
    report = scan(tmp_path / "project", {"app/app.py": "from config import MODEL\n" + ASK.format("MODEL")})
    assert states(report) == {("app/app.py", "MODEL", State.DYNAMIC)}
    report = scan(tmp_path / "project", {"app/app.py": "from ...config import MODEL\n" + ASK.format("MODEL")})
    assert states(report) == {("app/app.py", "MODEL", State.DYNAMIC)}


@pytest.mark.parametrize(
    "files",
    [
        {"a.py": "from b import MODEL\n" + ASK.format("MODEL"), "b.py": "from a import MODEL\n"},
        {"a.py": "from a import MODEL\n" + ASK.format("MODEL")},
        {
            "a.py": "from b import X\nMODEL = X\n" + ASK.format("MODEL"),
            "b.py": "from c import MODEL\nX = MODEL\n",
            "c.py": "from a import MODEL\n",
        },
    ],
    ids=["two", "one", "three"],
)
def test_circles_of_imports_end(tmp_path: Path, files: Mapping[str, str]) -> None:
    report = scan(tmp_path, files)
    assert {state for _, _, state in states(report)} <= {State.DYNAMIC}
    assert report.verdict is Verdict.CLEAN


TREE = {
    "shop/names.py": "CHAT = 'gpt-4-0314'\nEMBED = 'text-embedding-3-small'\n"
    "class Settings:\n    model = 'claude-2.1'\n",
    "shop/__init__.py": "from .names import CHAT, Settings\nsettings = Settings()\n",
    "shop/ask.py": "from .names import EMBED\n" + ASK.format("EMBED"),
    "shop/other.py": "from shop import settings\nfrom anthropic import Anthropic\n"
    "Anthropic().messages.create(model=settings.model, messages=[])\n",
    "jobs/run.py": "from shop import CHAT\n" + ASK.format("CHAT"),
    "jobs/again.py": "import shop.names as names\n" + ASK.format("names.CHAT"),
    "jobs/unknown.py": "from elsewhere import MODEL\n" + ASK.format("MODEL"),
    "tests/test_run.py": "from shop.names import EMBED\n" + ASK.format("EMBED"),
}


def test_the_order_in_which_files_are_read_does_not_matter(tmp_path: Path) -> None:
    write(tmp_path, TREE)
    examiner = Examiner(settings_of(tmp_path), TODAY, deep=False)
    examined = [examiner.examine(tmp_path / name) for name in TREE]

    def outcome(order: Sequence[int]) -> list[tuple[object, ...]]:
        files = linked([examined[index] for index in order], examiner, lambda _: True)
        return sorted((file.shown, file.references, file.findings) for file in files)

    first = outcome(range(len(TREE)))
    for order in itertools.islice(itertools.permutations(range(len(TREE))), 0, None, 5_003):
        assert outcome(order) == first


def test_several_processes_say_the_same_as_one(tmp_path: Path) -> None:
    one = scan(tmp_path, TREE, jobs=1)
    two = scan(tmp_path, TREE, jobs=2)
    assert one.findings
    assert (one.findings, one.references, one.states) == (two.findings, two.references, two.states)


VALUES = st.sampled_from(["'gpt-4-0314'", "'text-embedding-3-small'", "'house-m1'", "'claude-2.1'", "make()"])
NAMES = ("MODEL", "OTHER")


@st.composite
def trees(draw: st.DrawFn) -> dict[str, str]:
    """Some modules that hold models or pass on those of others, and that ask with them in every way."""
    modules = ["a", "b", "c"][: draw(st.integers(2, 3))]
    files = {}
    for module in modules:
        lines = ["from openai import OpenAI", "client = OpenAI()"]
        for name in NAMES:
            source = draw(st.sampled_from(["own", "class", "table", "import", "module", "none"]))
            other = draw(st.sampled_from(modules))
            value = draw(VALUES)
            lines += {
                "own": [f"{name} = {value}"],
                "class": [f"class {name.title()}:", f"    model = {value}"],
                "table": [f"ALL_{name} = {{'x': {value}, 'y': 'gpt-4-32k'}}", f"{name} = ALL_{name}['x']"],
                "import": [f"from {other} import {name}"],
                "module": [f"import {other}"],
                "none": [],
            }[source]
        for name in draw(st.lists(st.sampled_from(NAMES), max_size=2)):
            call = draw(st.sampled_from(["responses", "chat.completions", "embeddings"]))
            holder = f"{name.title()}.model" if f"class {name.title()}:" in lines else name
            imported = next((line.removeprefix("import ") for line in lines if line.startswith("import ")), "")
            if imported and not any(name in line for line in lines):
                holder = f"{imported}.{name}"
            lines.append(f"client.{call}.create(model={holder})")
        files[f"{module}.py"] = "\n".join(lines) + "\n"
    return files


@settings(max_examples=25)
@given(trees())
def test_check_and_inventory_say_the_same_of_every_tree(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]
) -> None:
    root = tmp_path_factory.mktemp("tree")
    check, inventory = scan(root, files), scan(root, files, deep=True)
    assert check.findings == inventory.findings
    assert check.verdict == inventory.verdict
