from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from benchmarks.comparison import running, scoring, sources, tools
from benchmarks.comparison.tools import Hit

LINES = {
    ("a/x.py", 1): scoring.Label(use=True, debatable=False),
    ("a/x.py", 2): scoring.Label(use=True, debatable=False),
    ("a/x.py", 3): scoring.Label(use=False, debatable=False),
    ("a/x.py", 4): scoring.Label(use=True, debatable=True),
}


def test_a_score_counts_lines_and_leaves_debatable_ones_out() -> None:
    hits = [
        Hit("a/x.py", 1, "gpt-4"),
        Hit("a/x.py", 1, "gpt-4-0613"),
        Hit("a/x.py", 2, "gpt-4", fails=False),
        Hit("a/x.py", 3, "gpt-4"),
        Hit("a/x.py", 4, "gpt-4"),
        Hit("a/y.py", 1, "gpt-4"),
    ]
    score = scoring.score(hits, LINES)
    assert (score.uses, score.found, score.wrongly, score.lines) == (2, 1, 1, 4)
    assert (score.recall, score.precision) == (0.5, 0.5)


def test_nothing_that_fails_has_no_precision() -> None:
    assert scoring.score([], LINES).precision is None


def test_a_line_with_one_use_is_a_use() -> None:
    mention, use = scoring.Label(use=False, debatable=True), scoring.Label(use=True, debatable=False)
    assert scoring.merged([mention, use]) == scoring.Label(use=True, debatable=True)


def test_every_label_is_of_a_source_and_of_an_id_that_is_gone() -> None:
    rows = [json.loads(line) for line in scoring.LABELS.read_text(encoding="utf-8").splitlines()]
    packages = {(source.package, source.version) for source in sources.all_sources()}
    assert {(row["package"], row["version"]) for row in rows} == packages
    assert all(sources.gone().fullmatch(row["id"]) for row in rows)
    assert len({(row["package"], row["path"], row["line"], row["id"]) for row in rows}) == len(rows)
    places = {(row["package"], row["path"], row["line"]) for row in rows}
    assert len(scoring.labels(sources.all_sources())) == len(places)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('model="openai/gpt-4"', ["gpt-4"]),
        ("gpt-4.", ["gpt-4"]),
        ("gpt-4o gpt-4.1 my-gpt-4 gpt-4-32k-mine", []),
        ("gpt-4-0613", ["gpt-4-0613"]),
    ],
)
def test_an_id_stands_by_itself(text: str, found: list[str]) -> None:
    assert sources.gone().findall(text) == found


def test_a_wheel_is_unpacked_without_what_describes_it(tmp_path: Path) -> None:
    archive = tmp_path / "some_package-1.0-py3-none-any.whl"
    with zipfile.ZipFile(archive, "w") as wheel:
        wheel.writestr("some_package/llm.py", 'a = 1\nMODEL = "gpt-4"\n')
        wheel.writestr("some_package-1.0.dist-info/METADATA", "gpt-4")
    source = sources.Source("some.package", "1.0", "python", drawn=True)
    sources.unpack(archive, tmp_path / source.folder)
    assert source.folder == "some_package-1.0"
    assert sources.sample(source, tmp_path) == [("some_package/llm.py", 2, "gpt-4")]


def test_the_sample_project_marks_its_lines() -> None:
    marks = scoring.marks(Path(scoring.__file__).parent / "wrong_ids")
    assert (len(marks["wrong"]), len(marks["right"])) == (16, 8)
    assert not marks["wrong"] & marks["right"]


def test_outputs_are_read() -> None:
    places = [{"path": "a.py", "line": 3}, {"path": "b.py", "line": 4}]
    output = json.dumps({"findings": [{"identifier": "gpt-4", "fails_build": True, "locations": places}]})
    assert list(tools.depdesk([output])) == [Hit("a.py", 3, "gpt-4"), Hit("b.py", 4, "gpt-4")]
    assert list(tools.flake8(["./a.py:5:7: LSG001 model gemini-1.5-pro ended\n./a.py:6:1: E501 long"])) == [
        Hit("./a.py", 5, "gemini-1.5-pro")
    ]
    watch = {
        "models": [{"id": "gpt-4", "affected": True, "known": True}, {"id": "x", "affected": False, "known": True}]
    }
    shown = "| gpt-4 | a.py | 3    |\n| x     | a.py | 4    |\n"
    assert list(tools.modelpin([f"a note\n{json.dumps(watch)}", shown])) == [Hit("a.py", 3, "gpt-4")]
    rot = {
        "inventory": [{"model": "gpt-4", "places": ["a.py:3", "b.py:4"]}],
        "findings": [
            {"title": '"gpt-4" was retired', "where": "a.py:3 (+1 more)", "severity": "high"},
            {"title": '"gpt-x" is not in the catalog', "where": "c.py:5", "severity": "low"},
        ],
    }
    assert list(tools.modelrot([json.dumps(rot)])) == [
        Hit("a.py", 3, "gpt-4"),
        Hit("b.py", 4, "gpt-4"),
        Hit("c.py", 5, "gpt-x", fails=False),
    ]


def tool(code: str) -> tools.Tool:
    def read(outputs: list[str]) -> list[Hit]:
        return [Hit(*each) for each in tools.parsed(outputs[0])]

    return tools.Tool("some-tool", "1", "python", ((sys.executable, "-c", code),), read)


def test_a_run_has_paths_below_the_folder_and_an_exit_code(tmp_path: Path) -> None:
    code = "import json, os, sys; print(json.dumps([[os.getcwd() + '/a.py', 3, 'gpt-4']])); sys.exit(1)"
    result = running.run(tool(code), tmp_path, tmp_path, limit=60)
    assert (result.code, result.hits, result.said) == (1, frozenset({Hit("a.py", 3, "gpt-4")}), "")


def test_a_run_that_says_nothing_readable_says_so(tmp_path: Path) -> None:
    result = running.run(tool("import sys; sys.exit('no such thing')"), tmp_path, tmp_path, limit=60)
    assert result.code == 1
    assert "no such thing" in result.said


def test_a_run_gets_no_keys_and_an_empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    code = (
        "import json, os; home = os.environ['HOME'];"
        "print(json.dumps([[home, len(os.listdir(home)), str('OPENAI_API_KEY' in os.environ)]]))"
    )
    (hit,) = running.run(tool(code), tmp_path, tmp_path, limit=60).hits
    assert (hit.line, hit.id) == (0, "False")
    assert not Path(hit.path).exists()


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    code, out, _ = running.finished([sys.executable, "-c", "import time; time.sleep(600)"], tmp_path, {}, 0.1)
    assert (code, out) == (None, "")


def test_the_help_needs_nothing() -> None:
    command = [sys.executable, "-m", "benchmarks.comparison", "--help"]
    shown = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    assert "--checkout" in shown.stdout
