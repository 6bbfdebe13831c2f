from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pytest_modelgate import gate, writing
from pytest_modelgate.config import Settings
from pytest_modelgate.edits import amiss
from pytest_modelgate.mending import mend
from pytest_modelgate.remedies import Mended, Plan, planned
from pytest_modelgate.rules import all_rules

TODAY = date(2026, 11, 21)
RULES = tuple(rule.code for rule in all_rules())
CALL = 'from openai import OpenAI\n\nOpenAI().chat.completions.create(model="gpt-4-32k", messages=[])\n'
DONE = CALL.replace("gpt-4-32k", "gpt-6-luna")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(root=tmp_path, select=RULES)


def put(settings: Settings, name: str, text: str) -> Path:
    path = settings.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


class Run:
    """A scan, so that something can happen before its changes are made."""

    def __init__(self, settings: Settings, **given: Any) -> None:
        self.settings = settings
        self.report = gate.run(settings, paths=None, today=TODAY, deep=False)
        self.plan = planned(self.report, **({"unsafe": False} | given))

    def mend(self, plan: Plan | None = None, *, writes: bool = True) -> list[Mended]:
        return list(mend(plan or self.plan, self.report, self.settings, TODAY, writes=writes))


def reasons(files: list[Mended]) -> list[str | None]:
    return [left.reason for file in files for left in file.left]


def test_a_file_is_changed_and_what_was_read_of_it_is_told(settings: Settings) -> None:
    path = put(settings, "a.py", CALL)
    (file,) = Run(settings).mend()
    assert path.read_text("utf-8") == file.after == DONE
    assert (file.path, file.before, file.left) == ("a.py", CALL, ())
    assert [(change.old, change.new) for change in file.changes] == [("gpt-4-32k", "gpt-6-luna")]
    assert Run(settings).plan == Plan()


def test_without_writing_nothing_is_written(settings: Settings) -> None:
    path = put(settings, "a.py", CALL)
    (file,) = Run(settings).mend(writes=False)
    assert (path.read_text("utf-8"), file.after) == (CALL, DONE)


@pytest.mark.parametrize("text", ["", "# a line\n" + CALL, CALL.replace("gpt-4-32k", "gpt-4o-any")])
def test_a_file_that_changed_since_it_was_read_is_left(settings: Settings, text: str) -> None:
    path = put(settings, "a.py", CALL)
    run = Run(settings)
    path.write_text(text, "utf-8")
    assert reasons(run.mend()) == ["gpt-4-32k is not on line 3 any more: the file has changed; run again"]
    assert path.read_text("utf-8") == text


def test_a_file_that_changes_in_the_last_moment_is_left(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(settings, "a.py", CALL)
    run = Run(settings)

    def while_it_is_proved(*given: Any) -> Any:
        path.write_text(CALL + "# more\n", "utf-8")
        return amiss(*given)

    monkeypatch.setattr("pytest_modelgate.mending.amiss", while_it_is_proved)
    assert reasons(run.mend()) == ["the file was changed by somebody else in this moment; run again"]
    assert path.read_text("utf-8") == CALL + "# more\n"


def test_a_file_that_is_gone_is_told(settings: Settings) -> None:
    path = put(settings, "a.py", CALL)
    run = Run(settings)
    path.unlink()
    (reason,) = reasons(run.mend())
    assert str(reason).startswith("the file is not there any more")
    path.mkdir()
    (reason,) = reasons(run.mend())
    assert str(reason).startswith("the file cannot be read (")


@pytest.mark.skipif(sys.platform == "win32", reason="links are POSIX")
def test_a_file_that_became_a_link_is_not_followed(
    settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = put(settings, "a.py", CALL)
    run = Run(settings)
    outside = tmp_path_factory.mktemp("outside") / "a.py"
    path.rename(outside)
    path.symlink_to(outside)
    assert reasons(run.mend()) == ["it is a symbolic link now; name the file that it leads to"]
    assert outside.read_text("utf-8") == CALL


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX")
def test_permissions_stay(settings: Settings) -> None:
    path = put(settings, "a.py", CALL)
    path.chmod(0o754)
    Run(settings).mend()
    assert path.read_text("utf-8") == DONE
    assert path.stat().st_mode & 0o777 == 0o754


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_full_disk_and_an_interrupt_leave_the_old_file_or_the_new(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    first, second = put(settings, "a.py", CALL), put(settings, "b.py", CALL)
    run = Run(settings)
    calls: list[object] = []

    def failing(*given: Any) -> Any:
        calls.append(given)
        if len(calls) == 2:
            raise error
        return real(*given)

    real: Any = os.fsync if step == "fsync" else Path.replace
    monkeypatch.setattr(os if step == "fsync" else Path, step, failing)
    if isinstance(error, KeyboardInterrupt):
        with pytest.raises(KeyboardInterrupt):
            run.mend()
    else:
        (reason,) = reasons(run.mend())
        assert "b.py' cannot be written: no space left on device" in str(reason)
    assert (first.read_text("utf-8"), second.read_text("utf-8")) == (DONE, CALL)
    assert sorted(path.name for path in settings.root.iterdir()) == ["a.py", "b.py"]


def test_nothing_is_written_where_writing_does_half_of_it(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(settings, "a.py", CALL)
    run = Run(settings)

    def half(draft: Path, content: bytes) -> None:
        draft.with_name(".a.py.tmp").write_bytes(content[:9])
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(writing, "_replace", half)
    (reason,) = reasons(run.mend())
    assert str(reason).endswith("cannot be written: input/output error")
    assert path.read_text("utf-8") == CALL


def test_a_constant_of_several_calls_is_changed_where_it_is_defined(settings: Settings) -> None:
    conf = put(settings, "conf.py", 'SUMMARY = "gpt-4-turbo"\n\n\nclass Models:\n    chat = "gpt-4-32k"\n')
    code = (
        "from openai import OpenAI\n\nfrom conf import SUMMARY, Models\n\nclient = OpenAI()\n"
        'client.responses.create(model=SUMMARY, input="")\nclient.chat.completions.create(model=SUMMARY, messages=[])\n'
        "client.chat.completions.create(model=Models.chat, messages=[])\n"
    )
    use = put(settings, "use.py", code)
    (file,) = Run(settings).mend()
    assert [(change.old, change.new) for change in file.changes] == [
        ("gpt-4-turbo", "gpt-5.6-sol"),
        ("gpt-4-32k", "gpt-6-luna"),
    ]
    assert conf.read_text("utf-8") == 'SUMMARY = "gpt-5.6-sol"\n\n\nclass Models:\n    chat = "gpt-6-luna"\n'
    assert use.read_text("utf-8") == code


def test_an_id_that_only_another_file_makes_one_is_changed(settings: Settings) -> None:
    conf = put(settings, "conf.py", 'ODD = "gpt 4"\n')
    code = 'from openai import OpenAI\n\nfrom conf import ODD\n\nOpenAI().responses.create(model=ODD, input="")\n'
    put(settings, "use.py", code)
    Run(settings, unsafe=True).mend()
    assert conf.read_text("utf-8") == 'ODD = "gpt-5.6-sol"\n'


def test_a_join_with_the_constant_keeps_it_from_being_changed(settings: Settings) -> None:
    text = (
        'from openai import OpenAI\n\nFAMILY = "gpt-4"\nclient = OpenAI()\n'
        "client.chat.completions.create(model=FAMILY, messages=[])\n"
        'client.chat.completions.create(model=f"{FAMILY}-turbo", messages=[])\n'
        'client.chat.completions.create(model="gpt-4-32k", messages=[])\n'
    )
    path = put(settings, "a.py", text)
    (file,) = Run(settings).mend()
    assert path.read_text("utf-8") == text.replace("gpt-4-32k", "gpt-6-luna")
    assert [left.finding.reference.id for left in file.left] == ["gpt-4"]
    assert "would be read otherwise then; write by hand" in str(file.left[0].reason)


def test_where_quotes_are_missing_what_would_not_be_read_is_not_written(settings: Settings) -> None:
    text = "client = OpenAI::Client.new\nclient.responses.create(model: :o1, input: 'x')\n"
    path = put(settings, "a.rb", text)
    (reason,) = reasons(Run(settings, unsafe=True).mend())
    assert str(reason).startswith("gpt-5.6-sol there would not be read as o1 is")
    assert path.read_text("utf-8") == text


def test_what_would_fail_the_build_as_well_is_not_written(settings: Settings) -> None:
    text = 'import openai\n\nopenai.OpenAI().completions.create(model="gpt-3.5-turbo-instruct", prompt="")\n'
    path = put(settings, "a.py", text)
    (reason,) = reasons(Run(settings, unsafe=True).mend())
    assert str(reason).startswith("gpt-5.6-terra would fail the build as well, by MG401: ")
    assert path.read_text("utf-8") == text


def test_what_the_team_does_not_allow_is_not_written(settings: Settings) -> None:
    path = put(settings, "a.py", CALL)
    strict = replace(settings, deny=("gpt-6*",))
    (reason,) = reasons(Run(strict).mend())
    assert str(reason).startswith("gpt-6-luna would fail the build as well, by MG503: ")
    assert path.read_text("utf-8") == CALL


def test_one_change_that_cannot_be_made_does_not_stop_the_others(settings: Settings) -> None:
    run_of = 'client.completions.create(model="gpt-3.5-turbo-instruct", prompt="")\n'
    path = put(settings, "a.py", CALL.replace("OpenAI()", "client").replace("\n\n", "\n\nclient = OpenAI()\n") + run_of)
    (file,) = Run(settings, unsafe=True).mend()
    assert [change.new for change in file.changes] == ["gpt-6-luna"]
    assert [left.finding.reference.id for left in file.left] == ["gpt-3.5-turbo-instruct"]
    assert run_of in path.read_text("utf-8")
    assert "gpt-6-luna" in path.read_text("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are Linux's")
def test_a_file_whose_name_nobody_can_type_is_left(settings: Settings) -> None:
    path = Path(os.fsdecode(os.fsencode(settings.root) + b"/a\xff.py"))
    path.write_text(CALL, "utf-8")
    (reason,) = reasons(Run(settings).mend())
    assert "its name cannot be typed" in str(reason)
    assert path.read_text("utf-8") == CALL
