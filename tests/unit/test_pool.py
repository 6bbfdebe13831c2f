"""Reading in several processes says what reading in one says, and outlives a file that ends its process."""

from __future__ import annotations

import os
import signal
import sys
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import config, pool
from pytest_modelgate.examine import Examined, Examiner
from pytest_modelgate.rules import all_rules

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 21)


@pytest.fixture
def examiner(tmp_path: Path) -> Examiner:
    for number in range(12):
        (tmp_path / f"m{number}.py").write_text(f'MODEL = "gpt-4-0314"\nOTHER = "claude-2.{number % 2}"\n')
    return Examiner(config.load(tmp_path, [(rule.code, rule.name) for rule in all_rules()]), TODAY, deep=False)


def found(examined: list[Examined]) -> list[tuple[str, str, str]]:
    return sorted(
        (finding.reference.path, finding.reference.id, finding.code) for each in examined for finding in each.findings
    )


def test_several_processes_say_what_one_says(examiner: Examiner, tmp_path: Path) -> None:
    paths = sorted(tmp_path.glob("*.py"))
    one = list(pool.examine_all(examiner, paths, iter, 1))
    two = list(pool.examine_all(examiner, paths, iter, 2))
    assert found(one) == found(two)
    assert len(found(one)) == 24


def _die_on(name: str, settings: config.Settings, today: date, deep: bool, path: Path) -> Examined:
    if path.name == name:
        os.kill(os.getpid(), signal.SIGKILL)
    return Examiner(settings, today, deep=deep).examine(path)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_file_that_ends_its_process_is_told_and_the_others_are_read(
    examiner: Examiner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_examine", partial(_die_on, "m5.py"))
    examined = list(pool.examine_all(examiner, sorted(tmp_path.glob("*.py")), iter, 2))
    notifications = [notification for each in examined for notification in each.notifications]
    assert [(notification.path, notification.blocking) for notification in notifications] == [("m5.py", True)]
    assert {path for path, _, _ in found(examined)} == {f"m{number}.py" for number in range(12) if number != 5}


def _die(settings: config.Settings, today: date, deep: bool, path: Path) -> Examined:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_where_no_process_lives_files_are_read_in_this_one(
    examiner: Examiner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_examine", _die)
    examined = list(pool.examine_all(examiner, sorted(tmp_path.glob("*.py")), iter, 2))
    assert not [notification for each in examined for notification in each.notifications]
    assert len(found(examined)) == 24
