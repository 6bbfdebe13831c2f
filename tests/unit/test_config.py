from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.config import Correction, Ignore, Settings, load
from pytest_modelgate.errors import UsageError
from pytest_modelgate.terms import Role, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

RULES = (
    ("MG101", "retired-model"),
    ("MG102", "retiring-model"),
    ("MG103", "deprecated-model"),
    ("MG201", "mistyped-model"),
    ("MG202", "unknown-model"),
)
EVERY = tuple(code for code, _ in RULES)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("MODELGATE_CONFIG", raising=False)
    root = tmp_path / "project"
    (root / ".git").mkdir(parents=True)
    return root


def mistakes(start: Path, file: Path | None = None, overrides: Mapping[str, object] | None = None) -> tuple[str, ...]:
    with pytest.raises(UsageError) as caught:
        load(start, RULES, file=file, overrides=overrides)
    return caught.value.mistakes


def test_without_a_file_everything_has_its_default(project: Path) -> None:
    assert load(project, RULES) == Settings(root=project, select=EVERY)


def test_every_key_is_read(project: Path) -> None:
    (project / "pyproject.toml").write_text(
        """\
[tool.modelgate]
paths = ["src", "app"]
exclude = ["*.gen.py"]
horizon = 30
grace = 14
fail-on = "warning"
gate-roles = ["runtime", "test"]
select = ["MG1", "unknown-model"]
ignore = ["MG103"]

[[tool.modelgate.ignores]]
path = "legacy/**"
id = "gpt-3.5-*"
rules = ["retired-model", "MG102"]
reason = "moves with the contract"
until = 2027-01-14

[[tool.modelgate.ignores]]
id = "text-davinci-003"
reason = "shown in the museum"
until = "2028-02-29"

[[tool.modelgate.roles]]
role = "catalogue"
symbol = "PRICES"

[[tool.modelgate.roles]]
path = "tests/live/"
id = "gpt-*"
role = "runtime"
reason = "these call the providers"
"""
    )
    assert load(project, RULES) == Settings(
        root=project,
        paths=("src", "app"),
        exclude=("*.gen.py",),
        horizon=30,
        grace=14,
        fail_on=Severity.WARNING,
        gate_roles=frozenset({Role.RUNTIME, Role.TEST}),
        select=("MG101", "MG102", "MG202"),
        ignores=(
            Ignore(
                path="legacy/**",
                id="gpt-3.5-*",
                rules=("MG101", "MG102"),
                reason="moves with the contract",
                until=date(2027, 1, 14),
                place="pyproject.toml:11",
            ),
            Ignore(
                path=None,
                id="text-davinci-003",
                rules=(),
                reason="shown in the museum",
                until=date(2028, 2, 29),
                place="pyproject.toml:18",
            ),
        ),
        roles=(
            Correction(role=Role.CATALOGUE, symbol="PRICES", place="pyproject.toml:23"),
            Correction(
                role=Role.RUNTIME,
                path="tests/live/",
                id="gpt-*",
                reason="these call the providers",
                place="pyproject.toml:27",
            ),
        ),
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_mistake_is_told_at_once_with_its_line_and_what_was_meant(project: Path, line_end: str) -> None:
    text = """\
[tool.other]
horizon = "not ours"

[tool.modelgate]
horizn = 30
horizon = -1 # days
fail-on = "eror"
paths = "src"
exclude = ["!"]
gate-roles = ["runtime",
    "tset"]
select = [
    "MG101",  # "MG999" in a comment counts for nothing
    "retired-modle",
]

[[tool.modelgate.ignores]]
path = "a.py"
untill = "2027-01-14"
reason = "  "

[[tool.modelgate.ignores]]
rules = ["MG9"]
reason = "none"
until = "2027-02-30"
"""
    (project / "pyproject.toml").write_bytes(text.replace("\n", line_end).encode())
    assert mistakes(project) == (
        "pyproject.toml:5: unknown key 'horizn'; did you mean 'horizon'?",
        "pyproject.toml:6: horizon must be a whole number of days from 0 to 36500, not -1",
        "pyproject.toml:7: 'eror' is no severity; did you mean 'error'?",
        "pyproject.toml:8: paths must be a list of texts, not 'src'",
        "pyproject.toml:9: '!' is no pattern that a .gitignore file could hold",
        "pyproject.toml:11: 'tset' is no role; did you mean 'test'?",
        "pyproject.toml:14: 'retired-modle' is no rule; did you mean 'retired-model'?",
        "pyproject.toml:19: unknown key 'untill'; did you mean 'until'?",
        "pyproject.toml:20: reason must be a text that is not empty, not '  '",
        (
            "pyproject.toml:23: 'MG9' is no rule; known are MG101, MG102, MG103, MG201, MG202, deprecated-model,"
            " mistyped-model, retired-model, retiring-model, unknown-model"
        ),
        "pyproject.toml:25: until names a day that is not in the calendar, 2027-02-30",
        "pyproject.toml:22: the ignore names neither a path nor an id; to switch a rule off everywhere, use `ignore`",
    )


def test_every_mistake_in_roles_is_told_at_once(project: Path) -> None:
    (project / "pyproject.toml").write_text(
        """\
[[tool.modelgate.roles]]
role = "catalog"
path = "!"
symbl = "PRICES"

[[tool.modelgate.roles]]
symbol = ""
reason = 3
"""
    )
    assert mistakes(project) == (
        "pyproject.toml:2: 'catalog' is no role; did you mean 'catalogue'?",
        "pyproject.toml:3: '!' is no pattern that a .gitignore file could hold",
        "pyproject.toml:4: unknown key 'symbl'; did you mean 'symbol'?",
        "pyproject.toml:7: symbol must be a text that is not empty, not ''",
        "pyproject.toml:8: reason must be a text that is not empty, not 3",
        "pyproject.toml:6: the table says no role; write `role = ` and one of 'runtime', 'test', 'catalogue', 'doc'",
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("horizon = true", "horizon must be a whole number of days from 0 to 36500, not True"),
        ("horizon = '90'", "horizon must be a whole number of days from 0 to 36500, not '90'"),
        ("horizon = 99999999999", "horizon must be a whole number of days from 0 to 36500, not 99999999999"),
        ("paths = ['']", "paths must be a text that is not empty, not ''"),
        ("paths = [1]", "paths must be a text that is not empty, not 1"),
        (
            "gate-roles = []",
            "gate-roles is empty, so nothing could ever fail; name at least one of runtime, test, catalogue, doc",
        ),
        ("gate_roles = ['test']", "unknown key 'gate_roles'; did you mean 'gate-roles'?"),
        (
            "zebra = 1",
            (
                "unknown key 'zebra'; known are allow, baseline, deny, exclude, extra-tables, fail-on, gate-roles, "
                "grace, horizon, ignore, ignores, live, lock, max-table-age, no-preview, paths, require-pinned, roles, "
                "select, third-party-dates"
            ),
        ),
        ("grace = -1", "grace must be a whole number of days from 0 to 36500, not -1"),
        (
            "changed = 'HEAD'",
            "changed counts on the command line alone, for a file may come with the change; write --changed there",
        ),
        ("roles = ['test']", "roles must be tables, each under a header of its own such as [[tool.modelgate.roles]]"),
        (
            "roles = [{path = 'a.py'}]",
            "the table says no role; write `role = ` and one of 'runtime', 'test', 'catalogue', 'doc'",
        ),
        (
            "roles = [{role = 'test', id = 'x'}]",
            "the table names neither a path nor a symbol; without one, nobody knows what has the role",
        ),
        ("ignores = 3", "ignores must be tables, each under a header of its own such as [[tool.modelgate.ignores]]"),
        ("ignores = [{id = 'x'}]", "the ignore has no reason; say why it is there, for whoever reads it next"),
        (
            "ignores = [{id = 'x', reason = 'y', until = 2027-01-14T10:00:00}]",
            "until must be a date such as 2027-01-31, not '2027-01-14 10:00:00'",
        ),
        ("ignores = [{id = 'x', reason = 'y', until = 'soon'}]", "until must be a date such as 2027-01-31, not 'soon'"),
        ('"hor\\u001bizon" = 1', "unknown key 'hor\\x1bizon'; did you mean 'horizon'?"),
    ],
)
def test_one_mistake(project: Path, line: str, message: str) -> None:
    (project / "modelgate.toml").write_text(f"\n{line}\n")
    assert mistakes(project) == (f"modelgate.toml:2: {message}",)


@pytest.mark.parametrize(
    "text",
    [
        "base-url = 'https://models.example'",
        "api_key = 'MY_KEY'",
        "headers = {Authorization = 'x'}",
        "[providers.openai]\nhost = 'models.example'",
        "proxy = 'http://models.example'",
        "openai-key-variable = 'MY_KEY'",
    ],
)
def test_a_project_may_not_say_where_a_key_goes(project: Path, text: str) -> None:
    (project / "modelgate.toml").write_text(text)
    (only,) = mistakes(project)
    assert only.startswith("modelgate.toml:1: ")
    assert "is refused: a project's configuration must not say where a key is sent" in only


def test_rules_that_leave_nothing_are_a_mistake(project: Path) -> None:
    (project / "modelgate.toml").write_text('select = ["MG101"]\nignore = ["retired-model"]\n')
    assert mistakes(project) == ("modelgate.toml: select and ignore leave no rule to run",)


def test_flags_win_and_are_held_to_the_same_rules(project: Path) -> None:
    (project / "modelgate.toml").write_text("horizon = 10\nfail-on = 'note'\n")
    settings = load(project, RULES, overrides={"horizon": 20, "ignore": ["MG2"], "fail-on": None})
    assert (settings.horizon, settings.fail_on, settings.select) == (20, Severity.NOTE, ("MG101", "MG102", "MG103"))
    assert mistakes(project, overrides={"horizon": -3, "select": ["retird-model"]}) == (
        "--horizon: horizon must be a whole number of days from 0 to 36500, not -3",
        "--select: 'retird-model' is no rule; did you mean 'retired-model'?",
    )


def test_the_nearest_file_upward_wins_and_is_the_root(project: Path) -> None:
    inner = project / "services" / "chat"
    inner.mkdir(parents=True)
    (project / "pyproject.toml").write_text("[tool.modelgate]\nhorizon = 1\n")
    (project / "services" / "pyproject.toml").write_text("[project]\nname = 'no modelgate table here'\n")
    assert load(inner, RULES) == Settings(root=project, horizon=1, select=EVERY)
    (project / "services" / ".modelgate.toml").write_text("horizon = 2\n")
    assert load(inner, RULES) == Settings(root=project / "services", horizon=2, select=EVERY)
    (project / "services" / "modelgate.toml").write_text("horizon = 3\n")
    assert load(inner, RULES).horizon == 3


def test_the_search_ends_at_the_root_of_the_checkout(project: Path) -> None:
    (project.parent / "modelgate.toml").write_text("horizon = 1\n")
    assert load(project, RULES) == Settings(root=project, select=EVERY)


def test_a_named_file_beats_the_variable_which_beats_the_search(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "modelgate.toml").write_text("horizon = 1\n")
    for folder, horizon in (("ci", 2), ("nightly", 3)):
        (project / folder).mkdir()
        (project / folder / "gate.toml").write_text(f"horizon = {horizon}\n")
    monkeypatch.setenv("MODELGATE_CONFIG", str(project / "ci" / "gate.toml"))
    assert load(project, RULES) == Settings(root=project, horizon=2, select=EVERY)
    monkeypatch.chdir(project)
    assert load(project, RULES, file=Path("nightly/gate.toml")) == Settings(root=project, horizon=3, select=EVERY)


def test_a_named_file_must_be_there(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert mistakes(project, file=project / "gate.toml") == (
        "--config: the configuration file 'gate.toml' does not exist; name one that does, or leave it out",
    )
    monkeypatch.setenv("MODELGATE_CONFIG", str(project))
    (only,) = mistakes(project)
    assert only.startswith("MODELGATE_CONFIG: the configuration file '.' is not a file")
    (project / "pyproject.toml").write_text("[project]\n")
    assert mistakes(project, file=project / "pyproject.toml") == (
        "pyproject.toml: there is no table [tool.modelgate]; add it, or name another file",
    )


@pytest.mark.parametrize(
    ("content", "begins"),
    [
        (b"[tool.modelgate]\nhorizon = \n", "pyproject.toml:2: not valid TOML: "),
        (b"[tool.modelgate]\nhorizon = 1\nhorizon = 2\n", "pyproject.toml:3: not valid TOML: "),
        (b"[tool.modelgate]\npaths = [\n", "pyproject.toml:3: not valid TOML: "),
        (b"[tool.modelgate]\n# caf\xe9\n", "pyproject.toml:2: not UTF-8"),
        (b"[tool]\nmodelgate = 1\n", "pyproject.toml:2: tool.modelgate must be a table, not 1"),
        (b"[tool.modelgate]\nx = " + b"[" * 20_000 + b"]" * 20_000, "pyproject.toml: too deeply nested"),
        (b"[tool.modelgate]\nhorizon = " + b"9" * 5_000, "pyproject.toml:"),
    ],
)
def test_a_broken_file_is_named_with_its_line(project: Path, content: bytes, begins: str) -> None:
    (project / "pyproject.toml").write_bytes(content)
    (only,) = mistakes(project)
    assert only.startswith(begins)


def test_a_broken_shared_file_that_is_silent_on_us_is_not_ours_to_judge(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.other\n")
    assert load(project, RULES) == Settings(root=project, select=EVERY)


def test_a_byte_order_mark_is_no_mistake(project: Path) -> None:
    (project / "modelgate.toml").write_bytes(b"\xef\xbb\xbfhorizon = 7\n")
    assert load(project, RULES).horizon == 7
