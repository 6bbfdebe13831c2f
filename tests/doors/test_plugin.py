from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pytest_modelgate.pytest_items import FileResult, Result, unpacked

pytest_plugins = ["pytester"]

Run = Callable[..., pytest.RunResult]
BAD = "app/bad.py::modelgate"
GOOD = "app/good.py::modelgate"
OF_TEST = "tests/test_app.py::modelgate"
TEST = "tests/test_app.py::test_model"
WHOLE = "modelgate::run"
RESULT = re.compile(r"(?:\[gw\d\] \[[ \d]+%\] )?(PASSED|FAILED)?\s*(\S+::\S+)\s*(PASSED|FAILED)?")


@pytest.fixture(params=["off", "idle", "active"])
def mode(request: pytest.FixtureRequest) -> tuple[str, ...]:
    modes = {"off": (), "idle": ("-p", "xdist", "-n0"), "active": ("-p", "xdist", "-n2")}
    return modes[request.param]


@pytest.fixture
def run(project: Path, pytester: pytest.Pytester, mode: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs pytest in the project, whose own warnings are errors and whose tests are in `tests`."""
    monkeypatch.chdir(project)
    # Plugins that happen to be installed would cost a second for each of these runs.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    (project / "pytest.ini").write_text(
        "[pytest]\ntestpaths = tests\nfilterwarnings = error\naddopts = --strict-markers\n"
    )

    def start(*words: str, gate: bool = True) -> pytest.RunResult:
        flag = ("--modelgate",) if gate else ()
        return pytester.runpytest_subprocess("-p", "modelgate", *flag, "-v", *mode, *words)

    return start


def results(done: pytest.RunResult) -> dict[str, str]:
    """Each item that ran, with its outcome."""
    found = (RESULT.match(line) for line in done.outlines)
    return {match[2]: match[1] or match[3] for match in found if match is not None and (match[1] or match[3])}


def failed(done: pytest.RunResult) -> list[str]:
    return sorted(item for item, outcome in results(done).items() if outcome == "FAILED")


def test_every_file_with_references_is_an_item_although_only_tests_are_walked(run: Run) -> None:
    done = run()
    assert done.ret == 1
    assert results(done) == {BAD: "FAILED", GOOD: "PASSED", OF_TEST: "PASSED", TEST: "PASSED", WHOLE: "PASSED"}
    assert done.parseoutcomes() == {"failed": 1, "passed": 4}


def test_a_failure_is_plain_text_that_begins_with_the_place(run: Run) -> None:
    done = run()
    done.stdout.fnmatch_lines(
        [
            "*_ [[]modelgate[]] app/bad.py _*",
            "app/bad.py:4:32: MG101 gpt-4-32k was retired by the OpenAI API on 2025-06-06*Write *",
            "app/bad.py:5:32: MG201 gpt-5-4 is no model of the OpenAI API; did you mean gpt-5.4?",
        ]
    )
    # Before 9.2 pytest leaves text that is no traceback out of its short summary.
    said = " - app/bad.py:4:32: MG101 gpt-4-32k*" if pytest.version_tuple >= (9, 2) else ""
    done.stdout.fnmatch_lines([f"FAILED app/bad.py::modelgate{said}"])
    assert "Traceback" not in done.stdout.str()
    assert "GateError" not in done.stdout.str()


def test_the_scan_is_done_once_and_told_in_one_line(run: Run) -> None:
    done = run()
    heads = [line for line in done.outlines if line.startswith("modelgate: ")]
    assert len(heads) == 1
    assert re.fullmatch(
        r"modelgate: 4 files read, 3 with model ids; bundled table of [\d-]{10}, \d+ days? old, judged for 2026-11-21",
        heads[0],
    )


def test_what_does_not_fail_is_told_at_the_end_and_is_no_warning(run: Run) -> None:
    (Path("app") / "later.py").write_text('import openai\nopenai.OpenAI().responses.create(model="gpt-5-pro")\n')
    done = run("--modelgate-as-of", "2026-06-20")
    text = done.stdout.str()
    assert "1 finding in tests does not fail the build (1 MG101 retired-model)." in text
    assert "5 files read, " in text
    assert "app/later.py:2:41: MG103 gpt-5-pro" in text
    assert " (warning)\n" in text
    assert "warnings" not in done.parseoutcomes()
    assert results(done)["app/later.py::modelgate"] == "PASSED"


def test_a_node_id_runs_that_item_alone_without_importing_the_file(run: Run) -> None:
    (Path("app") / "bad.py").write_text(Path("app/bad.py").read_text() + "raise SystemExit('imported')\n")
    done = run(BAD)
    assert results(done) == {BAD: "FAILED"}
    assert done.parseoutcomes() == {"failed": 1}
    assert results(run(GOOD)) == {GOOD: "PASSED"}
    assert results(run(BAD, GOOD)) == {BAD: "FAILED", GOOD: "PASSED"}


def test_the_item_of_a_test_file_can_be_named_and_so_can_its_tests(run: Run) -> None:
    assert results(run(OF_TEST)) == {OF_TEST: "PASSED"}
    assert results(run(TEST)) == {TEST: "PASSED"}
    assert results(run(TEST, OF_TEST)) == {TEST: "PASSED", OF_TEST: "PASSED"}


def test_paths_on_the_command_line_gate_only_themselves(run: Run) -> None:
    assert results(run("tests")) == {OF_TEST: "PASSED", TEST: "PASSED", WHOLE: "PASSED"}
    assert results(run("tests", BAD)) == {OF_TEST: "PASSED", TEST: "PASSED", WHOLE: "PASSED", BAD: "FAILED"}


def test_selection(run: Run) -> None:
    assert results(run("-k", "bad")) == {BAD: "FAILED"}
    assert results(run("-m", "modelgate")) == {
        BAD: "FAILED",
        GOOD: "PASSED",
        OF_TEST: "PASSED",
        WHOLE: "PASSED",
    }
    assert results(run("-m", "not modelgate")) == {TEST: "PASSED"}
    done = run("--deselect", BAD)
    assert done.ret == 0
    assert BAD not in results(done)


def test_last_failed(run: Run) -> None:
    run()
    assert results(run("--lf")) == {BAD: "FAILED"}
    done = run("--ff")
    assert failed(done) == [BAD]
    assert len(results(done)) == 5
    Path("app/bad.py").write_text(Path("app/good.py").read_text())
    assert results(run("--lf")) == {BAD: "PASSED"}


def test_a_failed_run_item_is_run_again_by_last_failed(run: Run) -> None:
    Path("app/bad.py").write_text('model = "gpt-4-32k\n')
    assert failed(run()) == [BAD, WHOLE]
    assert results(run("--lf")) == {BAD: "FAILED", WHOLE: "FAILED"}


def test_collect_only(run: Run) -> None:
    done = run("--collect-only", "-qq")
    assert done.ret == 0
    text = run("--collect-only").stdout.str()
    assert "collected 5 items" in text
    assert "<GateFile" in text


def test_stopping_early(run: Run, mode: tuple[str, ...]) -> None:
    for words in (("-x",), ("--maxfail=1",)):
        done = run(*words)
        assert done.ret in (1, 2)
        assert failed(done) == [BAD]
        if "-n2" not in mode:
            assert WHOLE not in results(done)


def test_without_a_cache(run: Run) -> None:
    assert failed(run("-p", "no:cacheprovider")) == [BAD]


def test_only_our_items(run: Run) -> None:
    Path("tests/test_broken.py").write_text("import no_such_module\n")
    done = run("--modelgate-only")
    assert results(done) == {BAD: "FAILED", GOOD: "PASSED", OF_TEST: "PASSED", WHOLE: "PASSED"}
    done = run("--modelgate-only", "app/bad.py", "tests/test_broken.py")
    assert results(done) == {BAD: "FAILED", WHOLE: "PASSED"}


def test_a_project_without_tests_passes_or_fails_on_its_own(run: Run) -> None:
    Path("tests/test_app.py").unlink()
    Path("tests").rmdir()
    assert failed(run("-W", "ignore::pytest.PytestConfigWarning")) == [BAD]
    Path("app/bad.py").unlink()
    done = run("-W", "ignore::pytest.PytestConfigWarning")
    assert done.ret == 0
    assert results(done) == {GOOD: "PASSED", WHOLE: "PASSED"}


def test_a_project_without_references_passes(run: Run) -> None:
    for path in ("app/bad.py", "app/good.py", "tests/test_app.py"):
        Path(path).write_text("")
    done = run()
    assert done.ret == 0
    assert results(done) == {WHOLE: "PASSED"}


def test_no_verdict_fails_the_file_and_the_run(run: Run) -> None:
    Path("app/bad.py").write_text('model = "gpt-4-32k\n')
    done = run()
    assert failed(done) == [BAD, WHOLE]
    done.stdout.fnmatch_lines(["no verdict: 1 problem left something unjudged", "app/bad.py:1: error: *"])
    assert failed(run(BAD)) == [BAD]


def test_junit_xml(run: Run) -> None:
    run("--junitxml=out.xml")
    cases = {(case.get("classname"), case.get("name")): case for case in ET.parse("out.xml").iter("testcase")}  # noqa: S314
    bad = cases["app.bad", "modelgate"]
    properties = {each.get("name"): each.get("value") for each in bad.iter("property")}
    assert properties == {"model_ids": "gpt-4-32k, gpt-5-4", "codes": "MG101, MG201"}
    (failure,) = bad.iter("failure")
    assert str(failure.get("message")).startswith("app/bad.py:4:32: MG101 gpt-4-32k")
    assert ("modelgate", "run") in cases


def test_distribution_by_file(run: Run) -> None:
    assert failed(run("-p", "xdist", "--dist", "loadfile")) == [BAD]


def test_any_order_puts_the_run_last(run: Run, mode: tuple[str, ...]) -> None:
    done = run("-p", "randomly", "-p", "no:cacheprovider")
    assert failed(done) == [BAD]
    if "-n2" not in mode:
        assert list(results(done))[-1] == WHOLE


def test_the_ini_key_turns_the_gate_on(run: Run) -> None:
    assert results(run(gate=False)) == {TEST: "PASSED"}
    ini = Path("pytest.ini")
    ini.write_text(ini.read_text() + "modelgate = true\n")
    assert failed(run(gate=False)) == [BAD]


def test_mistakes_are_usage_errors_that_name_everything(run: Run) -> None:
    Path("pyproject.toml").write_text('[tool.modelgate]\nhorizn = 3\nfail-on = "eror"\n')
    done = run()
    assert done.ret == 4
    text = done.stdout.str() + done.stderr.str()
    assert "modelgate: pyproject.toml:2: unknown key 'horizn'; did you mean 'horizon'?" in text
    assert "modelgate: pyproject.toml:3: " in text
    assert "Traceback" not in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--modelgate-as-of", "soon"), "modelgate: --modelgate-as-of: 'soon' is no day"),
        (("--modelgate-config", "no.toml"), "no.toml"),
    ],
)
def test_wrong_options(run: Run, words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert done.ret == 4
    assert told in done.stdout.str() + done.stderr.str()


def test_options_without_the_flag_are_told_so(run: Run) -> None:
    done = run("--modelgate-only", gate=False)
    assert done.ret == 4
    assert "--modelgate-only has no effect without --modelgate; add it" in done.stdout.str() + done.stderr.str()


def test_another_configuration(run: Run) -> None:
    Path("other.toml").write_text('select = ["MG201"]\n')
    done = run("--modelgate-config", "other.toml")
    assert "MG101" not in done.stdout.str()
    assert "app/bad.py:5:32: MG201 " in done.stdout.str()


def test_from_a_directory_below_paths_lead_from_there_and_ids_from_the_root(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("tests")
    done = run()
    assert "\n../app/bad.py:4:32: MG101 " in done.stdout.str()
    assert failed(done) == [f"../{BAD}"]
    assert results(run(f"../{BAD}")) == {f"../{BAD}": "FAILED"}


def test_a_path_that_holds_nothing_for_us_stops_nobody(run: Run) -> None:
    Path("notes.txt").write_text(">>> 1 + 1\n2\n")
    done = run("--doctest-glob=*.txt", "notes.txt")
    assert done.ret == 0
    assert results(done) == {"notes.txt::notes.txt": "PASSED", WHOLE: "PASSED"}
    assert "nothing was judged: " in done.stdout.str()


def test_a_path_that_does_not_exist_is_left_to_pytest(run: Run, mode: tuple[str, ...]) -> None:
    done = run("nowhere.py")
    # The controller of xdist does not look for paths itself.
    assert done.ret == (5 if "-n2" in mode else 4)
    assert results(done) == {}
    assert "table of" not in done.stdout.str()


def test_installed_packages_leave_the_gate_to_the_project(run: Run) -> None:
    done = run("--pyargs", "xml.dom.minicompat")
    assert failed(done) == [BAD]


def test_packages_are_not_imported_for_our_items(run: Run) -> None:
    Path("app/__init__.py").write_text("raise SystemExit('imported')\n")
    assert failed(run(BAD)) == [BAD]
    assert failed(run("-p", "no:cacheprovider")) == [BAD]


@pytest.mark.skipif(sys.platform == "win32", reason="such names are POSIX")
def test_hostile_file_names_run_and_are_shown_escaped(run: Run) -> None:
    Path("app/::error::\x1b[31m\n##[x].py").write_text(Path("app/bad.py").read_text())
    done = run("--junitxml=out.xml", "-vv")
    assert done.parseoutcomes() == {"failed": 2, "passed": 4}
    text = done.stdout.str()
    assert "\x1b" not in text
    assert "##[x]" not in text
    ET.parse("out.xml")  # noqa: S314


def test_the_marker_is_known_without_the_flag(run: Run) -> None:
    assert "@pytest.mark.modelgate: " in run("--markers", gate=False).stdout.str()
    assert run("-m", "not modelgate", gate=False).ret == 0


def test_python_code_that_warns_is_no_fault_of_the_run(run: Run) -> None:
    Path("app/warns.py").write_text(
        'X = "\\d" is "gpt"\nimport openai\nopenai.OpenAI().responses.create(model="gpt-4-32k")\n'
    )
    assert failed(run("-W", "error")) == [BAD, "app/warns.py::modelgate"]


def test_a_result_travels_whole() -> None:
    file = FileResult(path="/x/\udcff.py", line=3, ids=("a", "b"), codes=("MG101",), failures=("x:3:1: MG101",))
    result = Result(files=(file,), trouble=("t",), below=("/x",), alone=("/y",))
    packed = result.packed()
    assert packed.isascii()
    assert unpacked(packed) == Result(
        files=(FileResult(path="/x/\\udcff.py", line=3, ids=file.ids, codes=file.codes, failures=file.failures),),
        trouble=result.trouble,
        below=result.below,
        alone=result.alone,
    )
    assert unpacked(Result().packed()) == Result()
