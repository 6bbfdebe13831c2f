from __future__ import annotations

import codecs
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import cli

if TYPE_CHECKING:
    from pathlib import Path

RETIRED = "app/bad.py:4:32: gpt-4-32k -> gpt-6-luna (MG101 retired-model; ended 2025-06-06)"
MISTYPED = "app/bad.py:5:32: gpt-5-4 -> gpt-5.4 (MG201 mistyped-model)"
EMBEDDING = 'from openai import OpenAI\n\nOpenAI().embeddings.create(model="code-search-ada-code-001", input="x")\n'


@pytest.fixture
def bad(project: Path) -> Path:
    return project / "app" / "bad.py"


def test_ids_are_replaced_and_nothing_is_left(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bad.read_text("utf-8")
    assert cli.main(["fix"]) == 0
    done = capsys.readouterr()
    assert done.out.splitlines() == [RETIRED, MISTYPED]
    assert done.err.splitlines() == [
        "Not changed: 1 finding of role test; `--gate-roles runtime,test --unsafe-fixes` includes them.",
        "2 ids were replaced in 1 file. Clean: nothing fails the build.",
    ]
    assert bad.read_text("utf-8") == before.replace("gpt-4-32k", "gpt-6-luna").replace("gpt-5-4", "gpt-5.4")
    assert cli.main(["check", "-q"]) == 0
    capsys.readouterr()
    assert cli.main(["fix"]) == 0
    assert capsys.readouterr().out == ""
    assert bad.read_text("utf-8").count("gpt-6-luna") == 1


@pytest.mark.parametrize("option", ["--diff", "--check"])
def test_nothing_is_written_where_it_is_only_shown(option: str, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bad.read_bytes()
    stamp = bad.stat().st_mtime_ns
    assert cli.main(["fix", option]) == 1
    assert (bad.read_bytes(), bad.stat().st_mtime_ns) == (before, stamp)
    done = capsys.readouterr()
    assert "2 ids would be replaced in 1 file; nothing was written." in done.err
    if option == "--check":
        assert done.out.splitlines() == [RETIRED, MISTYPED]
    else:
        assert done.out.startswith("--- a/app/bad.py\n+++ b/app/bad.py\n@@ ")
        assert '-client.responses.create(model="gpt-5-4", input="Hello")\n' in done.out
        assert '+client.responses.create(model="gpt-5.4", input="Hello")\n' in done.out
        assert RETIRED in done.err


def test_the_diff_is_what_is_written(project: Path, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad.write_bytes(bad.read_bytes().replace(b"\n", b"\r\n"))
    assert cli.main(["fix", "--diff"]) == 1
    diff = capsys.readouterr().out
    before = bad.read_bytes()
    assert cli.main(["fix", "-q"]) == 0
    assert capsys.readouterr().out == ""
    fixed = bad.read_bytes()
    bad.write_bytes(before)
    subprocess.run(["git", "apply", "--whitespace=nowarn"], cwd=project, input=diff.encode(), check=True)
    assert bad.read_bytes() == fixed != before


def test_what_stays_says_why_and_what_to_do(project: Path, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad.unlink()
    code = project / "app" / "vectors.py"
    code.write_text(EMBEDDING, "utf-8")
    (project / "app" / "joined.py").write_text(
        'import openai\n\nopenai.OpenAI().responses.create(model="gpt-4" "-turbo")\n'
    )
    assert cli.main(["fix"]) == 1
    done = capsys.readouterr()
    joined, vectors = done.out.splitlines()
    assert joined == (
        "app/joined.py:3:41: gpt-4-turbo stays (MG101 retired-model): the code puts it together, or spells it with"
        " escapes; write gpt-5.6-sol there by hand"
    )
    assert vectors.startswith(
        "app/vectors.py:3:35: code-search-ada-code-001 stays (MG101 retired-model): vectors of the"
    )
    assert vectors.endswith("; look, then add --unsafe-fixes to write text-embedding-3-small")
    assert "Nothing was changed. 2 findings in 2 files fail the build." in done.err
    assert cli.main(["fix", "--unsafe-fixes"]) == 1
    assert "unsafe: vectors of the two models cannot be compared" in capsys.readouterr().out
    assert code.read_text("utf-8") == EMBEDDING.replace("code-search-ada-code-001", "text-embedding-3-small")


def test_rules_are_chosen_and_what_only_warns_is_changed_when_it_is_named(
    project: Path, bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["fix", "--select", "mistyped-model"]) == 0
    assert capsys.readouterr().out.splitlines() == [MISTYPED]
    assert cli.main(["fix", "--ignore", "MG101"]) == 0
    assert capsys.readouterr().out == ""
    later = project / "app" / "later.py"
    later.write_text('import openai\n\nopenai.OpenAI().responses.create(model="gpt-5.1", input="x")\n')
    assert cli.main(["fix", "app/later.py"]) == 0
    assert "1 finding that would not fail the build; `--select RULE`" in capsys.readouterr().err
    assert cli.main(["fix", "app/later.py", "--select", "MG103"]) == 0
    assert 'model="gpt-6-sol"' in later.read_text("utf-8")


def test_silenced_recorded_and_excluded_ids_stay(project: Path, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = bad.read_text("utf-8").replace('"Hello")\n', '"Hello")  # modelgate: ignore[MG201, MG101]\n')
    bad.write_text(text, "utf-8")
    assert cli.main(["fix"]) == 0
    assert bad.read_text("utf-8") == text
    assert "Not changed: 2 suppressed findings." in capsys.readouterr().err
    plain = text.replace("  # modelgate: ignore[MG201, MG101]", "")
    bad.write_text(plain, "utf-8")
    assert cli.main(["fix", "--exclude", "app/"]) == 0
    assert cli.main(["baseline", "-q"]) == 0
    assert cli.main(["fix"]) == 0
    assert bad.read_text("utf-8") == plain


def test_tests_are_fixed_when_they_gate_and_unsafe_fixes_are_asked_for(project: Path) -> None:
    code = project / "tests" / "test_app.py"
    before = code.read_text("utf-8")
    assert cli.main(["fix", "--gate-roles", "test", "tests"]) == 1
    assert code.read_text("utf-8") == before
    assert cli.main(["fix", "--gate-roles", "test", "--unsafe-fixes", "tests"]) == 0
    assert code.read_text("utf-8") == before.replace("gpt-4-32k", "gpt-6-luna")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (b"", "latin-1")],
)
def test_encodings_stay(mark: bytes, encoding: str, project: Path) -> None:
    text = "# Größe: äöü\r\nOPENAI_MODEL=gpt-4-32k\r\nOTHER='gpt-4-32k'"
    path = project / "app.env"
    path.write_bytes(mark + text.encode(encoding))
    cli.main(["fix", "app.env", "-q"])
    assert path.read_bytes() == mark + text.replace("MODEL=gpt-4-32k", "MODEL=gpt-6-luna").encode(encoding)


def test_a_file_that_does_not_parse_is_left(project: Path, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad.write_text(bad.read_text("utf-8") + "def (\n", "utf-8")
    before = bad.read_text("utf-8")
    assert cli.main(["fix"]) == 1
    assert "the file could not be read to the full; mend what is told of it, and run again" in capsys.readouterr().out
    assert bad.read_text("utf-8") == before


def test_a_new_model_has_to_be_recorded(project: Path, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lock", "-q"]) == 0
    assert cli.main(["fix"]) == 1
    done = capsys.readouterr()
    assert "gpt-6-luna" in bad.read_text("utf-8")
    assert "2 ids were replaced in 1 file. " in done.err
    assert cli.main(["lock", "-q"]) == 0
    assert cli.main(["check", "-q"]) == 0


def test_a_disk_that_is_full_is_no_clean_verdict(
    project: Path, bad: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bad.read_bytes()

    def full(*given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert cli.main(["fix"]) == 1
    assert capsys.readouterr().out.count("bad.py' cannot be written: no space left on device") == 2
    (project / "app" / "later.py").write_text('import openai\n\nopenai.OpenAI().responses.create(model="gpt-5.1")\n')
    assert cli.main(["fix", "app/later.py", "--select", "MG103"]) == 2
    assert bad.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fix", "--dif"], "unknown option '--dif'; did you mean --diff?"),
        (["fix", "nowhere"], "nowhere"),
        (["fix", "--select", "MG999"], "MG999"),
        (["fix", "--diff", "--check"], "not allowed with argument"),
    ],
)
def test_wrong_usage_changes_nothing(
    words: list[str], said: str, bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bad.read_bytes()
    assert cli.main(words) == 2
    assert said in capsys.readouterr().err
    assert bad.read_bytes() == before


def test_a_diff_into_a_file_is_exact(project: Path, bad: Path) -> None:
    text = bad.read_text("utf-8").replace("client = OpenAI()\n", "client = OpenAI()  # \x0c ::x \u2028\n")
    bad.write_text(text, "utf-8")
    for name in ("exact.patch", "shown.patch"):
        words = [sys.executable, "-m", "pytest_modelgate", "fix", "--diff"]
        with (project / name).open("wb") as file:
            target = file if name == "exact.patch" else subprocess.PIPE
            done = subprocess.run(words, cwd=project, stdout=target, stderr=subprocess.PIPE, check=False)
            assert done.returncode == 1
            file.write(done.stdout or b"")
    assert "# \x0c ::x \u2028\n" in (project / "exact.patch").read_text("utf-8")
    assert "# \\x0c \\x3a:x \\u2028\n" in (project / "shown.patch").read_text("utf-8")


@pytest.mark.usefixtures("bad")
@pytest.mark.parametrize(
    ("words", "same"),
    [
        ((), ""),
        (("app/bad.py",), ", with the same paths,"),
        (("--ignore", "MG201"), ", with the same options,"),
        (("app", "--gate-roles", "runtime,test"), ", with the same paths and options,"),
    ],
)
def test_check_offers_as_much_as_fix_then_does(
    words: tuple[str, ...], same: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", *words]) == 1
    told = capsys.readouterr().err
    assert cli.main(["fix", "--check", *words]) == 1
    changes = capsys.readouterr().out.count(" -> ")
    assert f"`modelgate fix`{same} offers a replacement{' for each' * (changes > 1)}." in told


def test_check_tells_how_much_of_it_fix_can_mend(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad.write_text(f"{bad.read_text('utf-8')}\n{EMBEDDING}", "utf-8")
    assert cli.main(["check"]) == 1
    assert "3 findings in 1 file fail the build. `modelgate fix` offers a replacement for 2 of the 3. " in (
        capsys.readouterr().err
    )


@pytest.mark.usefixtures("bad")
@pytest.mark.parametrize("words", [("--fail-on", "note"), ("--grace", "0"), ("--no-baseline",), ("-q",)])
def test_check_offers_nothing_that_fix_may_not_see(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", *words]) == 1
    assert "modelgate fix" not in capsys.readouterr().err


def test_check_offers_nothing_where_nothing_fails(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad.unlink()
    assert cli.main(["check"]) == 0
    assert "modelgate fix" not in capsys.readouterr().err
