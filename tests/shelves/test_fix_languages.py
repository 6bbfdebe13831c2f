"""Every sample file of every language is fixed as far as it can be, and nothing but ids is another afterwards."""

from __future__ import annotations

import ast
import json
import re
import shutil
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from pytest_modelgate import decode, gate
from pytest_modelgate.config import Settings
from pytest_modelgate.edits import moved
from pytest_modelgate.examine import Examiner
from pytest_modelgate.excerpts import Sheet
from pytest_modelgate.grammars.trees import UnparsedError
from pytest_modelgate.mending import mend
from pytest_modelgate.remedies import planned
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.remedies import Mended

TODAY = date(2026, 11, 21)
FOLDER = Path(__file__).parent.parent / "cases"
CASES = sorted(
    path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file() and path.suffix != ".expect"
)


@dataclass(frozen=True)
class Fixed:
    root: Path
    before: Mapping[str, bytes]
    mended: Mapping[str, Mended]
    again: int
    examiner: Examiner


@pytest.fixture(scope="module")
def fixed(tmp_path_factory: pytest.TempPathFactory) -> Fixed:
    """A copy of all samples after two runs over every role, with unsafe fixes."""
    root = tmp_path_factory.mktemp("fixed") / "cases"
    shutil.copytree(FOLDER, root)
    roles = frozenset({Role.RUNTIME, Role.TEST, Role.CATALOGUE})
    settings = Settings(root=root, select=tuple(rule.code for rule in all_rules()), gate_roles=roles)

    def run() -> dict[str, Mended]:
        report = gate.run(settings, paths=None, today=TODAY, deep=False)
        plan = planned(report, unsafe=True, named=settings.select)
        return {file.path: file for file in mend(plan, report, settings, TODAY, writes=True)}

    before = {case: (root / case).read_bytes() for case in CASES}
    mended = run()
    return Fixed(
        root, before, mended, sum(len(file.changes) for file in run().values()), Examiner(settings, TODAY, deep=True)
    )


def test_ids_of_every_language_are_replaced(fixed: Fixed) -> None:
    changed = [file.path for file in fixed.mended.values() if file.changes]
    assert {case.split("/")[0] for case in CASES} - {path.split("/")[0] for path in changed} == set()
    assert len(changed) > len(CASES) / 2


def test_fixing_twice_is_fixing_once(fixed: Fixed) -> None:
    assert fixed.again == 0


@pytest.mark.parametrize("case", CASES)
def test_nothing_but_the_ids_is_another(case: str, fixed: Fixed) -> None:
    mended = fixed.mended.get(case)
    after = (fixed.root / case).read_bytes()
    if mended is None or not mended.changes:
        assert after == fixed.before[case]
        return
    sheet = Sheet(mended.after)
    pieces, end = [], 0
    for change in mended.changes:
        span = moved(change.span, mended.changes)
        assert sheet.cut(span) == change.new
        start = sheet.offset(span.line, span.column)
        pieces += [mended.after[end:start], change.old]
        end = sheet.offset(span.end_line, span.end_column)
    assert "".join([*pieces, mended.after[end:]]) == mended.before
    old, _ = decode.decoded(fixed.root / case, fixed.root, fixed.before[case])
    new, _ = decode.decoded(fixed.root / case, fixed.root, after)
    assert (old.text, new.text, old.encoding, old.bom) == (mended.before, mended.after, new.encoding, new.bom)
    assert re.findall(rb"\r\n|\r|\n", after) == re.findall(rb"\r\n|\r|\n", fixed.before[case])


@pytest.mark.parametrize("case", CASES)
def test_it_still_parses_to_the_same_but_for_the_ids(case: str, fixed: Fixed) -> None:
    old, _ = decode.decoded(fixed.root / case, fixed.root, fixed.before[case])
    new, _ = decode.decoded(fixed.root / case, fixed.root, (fixed.root / case).read_bytes())
    language = fixed.examiner.language_of(fixed.root / case)
    assert language is not None
    try:
        lengths = [len(language.passages(source)) for source in (old, new)]
    except UnparsedError:
        return
    assert lengths[0] == lengths[1]
    assert _shape(case, old.text) == _shape(case, new.text)


def _shape(case: str, text: str) -> Any:
    """What the language's own parser makes of a text, without what its strings say; None where it has none here."""
    try:
        if case.endswith(".py"):
            return [type(node).__name__ for node in ast.walk(ast.parse(text))]
        if case.endswith((".json", ".ipynb")):
            return _hollow(json.loads(text))
        if case.endswith(".toml"):
            return _hollow(tomllib.loads(text))
        if case.endswith((".yml", ".yaml")):
            return [type(event).__name__ for event in yaml.parse(text, yaml.CSafeLoader)]
    except (ValueError, SyntaxError, yaml.YAMLError):
        return "broken"
    return None


def _hollow(value: Any) -> Any:
    if isinstance(value, dict):
        return [_hollow(member) for member in value.values()]
    return [_hollow(member) for member in value] if isinstance(value, list) else type(value).__name__
