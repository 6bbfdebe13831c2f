"""Through pytest, the keys about tables mean what they mean to the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., pytest.RunResult]

pytest_plugins = ["pytester"]

OWN = """\
openai:
  sources:
    S1: {title: "our wiki", read: 2026-11-20}
    S2: {title: "a reseller", read: 2026-11-20, third_party: true}
  models:
    - {id: house-active, kind: snapshot, modality: chat, source: S1}
    - {id: house-gone, kind: snapshot, modality: chat, retires: 2026-01-01, source: S1}
    - {id: house-heard, kind: snapshot, modality: chat, retires: 2026-01-01, source: S2}
"""


@pytest.fixture
def run(project: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs pytest with the gate in a project that calls one model and has a table of its own."""
    monkeypatch.chdir(project)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    for path in ("app/bad.py", "app/good.py"):
        (project / path).unlink()
    (project / "own.yaml").write_text(OWN)
    (project / "pytest.ini").write_text("[pytest]\ntestpaths = tests\nfilterwarnings = error\n")

    def start(model_id: str, *keys: str, as_of: str = "2026-11-21") -> pytest.RunResult:
        settings = "\n".join(('extra-tables = ["own.yaml"]', *keys))
        (project / "pyproject.toml").write_text(f"[tool.modelgate]\n{settings}\n")
        (project / "app" / "own.py").write_text(f'MODEL = "{model_id}"\n')
        words = ("--modelgate", "--modelgate-as-of", as_of, "-p", "no:cacheprovider")
        return pytester.runpytest_subprocess("-p", "modelgate", *words)

    return start


def test_a_teams_own_id_fails_its_file(run: Run) -> None:
    done = run("house-gone")
    assert done.ret == 1
    done.stdout.fnmatch_lines(["app/own.py:1:10: MG101 house-gone was retired by the OpenAI API on 2026-01-01*"])
    done.stdout.fnmatch_lines(["modelgate: *, with own.yaml, judged for 2026-11-21"])


def test_a_broken_table_of_the_team_stops_the_run(run: Run, project: Path) -> None:
    (project / "own.yaml").write_text(OWN.replace("retires", "retire", 1))
    done = run("house-gone")
    assert done.ret == 4
    assert "own.yaml:7: unknown key 'retire' in a row; did you mean 'retires'?" in done.stdout.str() + done.stderr.str()


def test_a_date_of_third_parties_fails_only_where_it_is_to(run: Run) -> None:
    done = run("house-heard")
    assert done.ret == 0
    done.stdout.fnmatch_lines(["app/own.py:1:10: MG101 house-heard was retired * (warning)"])
    assert run("house-heard", 'third-party-dates = "fail"').ret == 1


def test_an_old_table_warns_and_a_limit_fails_the_run(run: Run) -> None:
    done = run("house-active", as_of="2036-01-01")
    assert done.ret == 0
    done.stdout.fnmatch_lines(["*warning: the table may miss what was announced*: openai (up to *"])
    done = run("house-active", "max-table-age = 1", as_of="2036-01-01")
    assert done.ret == 1
    done.stdout.fnmatch_lines(["*openai (up to * days ago); `max-table-age` is 1, so this is no verdict*"])
    done.stdout.fnmatch_lines(["FAILED modelgate::run*"])
