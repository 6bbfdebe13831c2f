from __future__ import annotations

import json
import re
import runpy
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pytest_modelgate import arguments, cli, config, kinds
from pytest_modelgate.errors import UsageError
from pytest_modelgate.formats.json import use_fields
from pytest_modelgate.rules import all_rules
from pytest_modelgate.values import Use

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
REGENERATE: dict[str, Any] = runpy.run_path(str(ROOT / "tests" / "regenerate.py"))
RAW = "https://raw.githubusercontent.com/pytest-modelgate/pytest-modelgate/main/"
SECTIONS: dict[str, str] = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", README, re.DOTALL | re.MULTILINE))


def marked(name: str) -> str:
    """The content of the fenced block that follows a marker."""
    found = re.search(rf"<!-- {re.escape(name)} -->\n```\w*\n(.*?)```\n", README, re.DOTALL)
    assert found is not None, name
    return found[1]


def first_cells(table: str) -> list[str]:
    """The code spans of the first column of a table."""
    cells = re.findall(r"^\| (.*?) \|", table, re.MULTILINE)
    return [span for cell in cells for span in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.skipif(sys.platform == "win32", reason="the blocks are taken from a terminal that Windows has not")
@pytest.mark.parametrize("name", [found["name"] for found in REGENERATE["BLOCK"].finditer(README)])
def test_what_the_readme_shows_is_what_the_program_gives(name: str) -> None:
    block = next(found[0] for found in REGENERATE["BLOCK"].finditer(README) if found["name"] == name)
    assert block == REGENERATE["regenerated"](block), "run python -m tests.regenerate"


def test_every_generated_block_is_shown_once() -> None:
    shown = [found["name"] for found in REGENERATE["BLOCK"].finditer(README)]
    assert sorted(shown) == sorted(REGENERATE["BLOCKS"])


def test_each_marker_has_its_end() -> None:
    assert README.count("<!-- generated: ") == README.count("<!-- end -->") == len(REGENERATE["BLOCKS"])


def test_the_address_of_a_finding_is_a_page_of_this_repository() -> None:
    for rule in all_rules():
        assert (ROOT / kinds.help_url(rule.code).removeprefix(f"{kinds.SOURCE_BASE}/")).is_file()


def test_each_link_leads_somewhere_also_from_a_page_of_a_package_index() -> None:
    headings = re.findall(
        r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", README, flags=re.DOTALL | re.MULTILINE), re.MULTILINE
    )
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert len(anchors) == len(headings)
    for target in re.findall(r"\]\(([^)]+)\)", README):
        if target.startswith("#"):
            assert target[1:] in anchors
        elif target.startswith(kinds.SOURCE_BASE):
            path, _, anchor = target.removeprefix(f"{kinds.SOURCE_BASE}/").partition("#")
            assert (ROOT / path).exists()
            assert not anchor
        elif target.startswith(RAW):
            picture = ROOT / target.removeprefix(RAW)
            assert picture.read_bytes().startswith(b"\x89PNG")
            assert picture.stat().st_size < 150_000
        else:
            assert target.startswith("https://")


def test_each_command_is_one_line() -> None:
    for name in ("try", "test"):
        assert len(marked(f"command: {name}").splitlines()) == 1
        assert shlex.split(marked(f"command: {name}"))


def test_the_check_command_gives_the_words_of_the_session_it_promises() -> None:
    words = marked("command: try").partition("modelgate ")[2].rstrip(")\n")
    assert f"$ modelgate {words}\n" in marked("generated: check")


def test_the_pipeline_takes_its_commands_from_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "readme_command test" in script
    assert "readme_command try" in script
    assert "<!-- command: $1 -->" in script


def test_the_configuration_shown_is_valid_and_holds_every_key(tmp_path: Path) -> None:
    shown = marked("configuration")
    (tmp_path / "pyproject.toml").write_text(shown, "utf-8")
    rules = [(rule.code, rule.name) for rule in all_rules()]
    settings = config.load(tmp_path, rules)
    assert settings.paths == ("src", "scripts")
    assert settings.select == ("MG101", "MG102", "MG103", "MG105", "MG106", "MG201")
    assert settings.extra_tables == ("models.yaml",)
    assert (settings.max_table_age, settings.third_party_dates) == (60, "fail")
    (ignore,) = settings.ignores
    assert ignore.rules == ("MG102",)
    given = tomllib.loads(shown)["tool"]["modelgate"]
    told = set(config.Settings.__dataclass_fields__) - {"root", "narrowed", "locked"}
    assert {key.replace("-", "_") for key in given} - {"ignore"} == told
    assert set(given["roles"][0]) == set(config.Correction.__dataclass_fields__) - {"place"}
    assert set(given["ignores"][0]) == set(config.Ignore.__dataclass_fields__) - {"place"}


def test_a_key_that_the_readme_does_not_show_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(marked("configuration") + "reach = []\n", "utf-8")
    with pytest.raises(UsageError, match="unknown key 'reach'"):
        config.load(tmp_path, [(rule.code, rule.name) for rule in all_rules()])


def test_the_fields_named_are_those_of_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(ROOT / "examples"), "--as-of", "2026-11-21", "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    whole, of_a_finding = SECTIONS["JSON"].split("<!-- finding fields -->")
    assert sorted(first_cells(whole)) == sorted(document)
    of_a_finding, of_a_use = of_a_finding.split("<!-- use fields -->")
    assert sorted(first_cells(of_a_finding)) == sorted({*document["findings"][0], "surfaces"})
    assert sorted(first_cells(of_a_use)) == sorted(use_fields(Use(call="ask", line=1), "a.py"))


def test_the_fields_named_are_those_of_the_inventory(capsys: pytest.CaptureFixture[str]) -> None:
    path = ROOT / "examples" / "support_desk" / "settings.py"
    assert cli.main(["inventory", str(path), "--as-of", "2026-11-21", "--format", "jsonl"]) == 0
    line = json.loads(capsys.readouterr().out.splitlines()[0])
    named = re.findall(r"`(\w+)`", SECTIONS["JSON"].split("--format jsonl`", 1)[1])
    states = {"active", "legacy", "deprecated", "retiring", "retired", "unknown", "mistyped", "dynamic"}
    assert set(named) - states == {*line, "surfaces"}
    assert states <= set(named)


def test_the_fields_named_are_those_of_an_explained_line(capsys: pytest.CaptureFixture[str]) -> None:
    path = ROOT / "examples" / "support_desk" / "replies.py"
    assert cli.main(["explain", f"{path}:26", "--as-of", "2026-11-21", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert cli.main(["inventory", str(path), "--as-of", "2026-11-21", "--format", "jsonl"]) == 0
    line = json.loads(capsys.readouterr().out.splitlines()[0])
    shown = SECTIONS["JSON"].partition("<!-- explain fields -->")[2].partition("\n\n")[0]
    (entry,) = document["references"]
    named = set(re.findall(r"`(\w+)`", shown))
    assert named == {*document, "source", "why", *(entry.keys() - line.keys() - {"surfaces"})}


def test_every_command_is_named() -> None:
    named = {word.split()[1] for word in first_cells(SECTIONS["On the command line"]) if word.startswith("modelgate ")}
    with pytest.raises(UsageError) as told:
        arguments.parse(["nonsense"])
    assert named == set(re.findall(r"[a-z]+", str(told.value.mistakes[0]).partition("known are ")[2]))


def test_every_option_of_pytest_is_named() -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "pytest", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    named = set(re.findall(r"--modelgate[a-z-]*", "\n".join(first_cells(SECTIONS["In pytest"]))))
    assert named == set(re.findall(r"--modelgate[a-z-]*", asked.stdout))
