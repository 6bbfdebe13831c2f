from __future__ import annotations

from pathlib import Path

import pytest

from pytest_modelgate.orders import Correction
from pytest_modelgate.roles import Roles
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.values import Occurrence, Reference, SourceFile, Span

SPAN = Span(line=1, column=1, end_line=1, end_column=2)
RUNTIME = frozenset({Role.RUNTIME})


def reference(
    path: str = "app/a.py",
    *,
    role: Role = Role.RUNTIME,
    symbol: str | None = None,
    reach: Reach = Reach.CONSTANT,
    written: str = "openai/gpt-4o",
    model: str | None = "gpt-4o",
) -> Reference:
    occurrence = Occurrence(text=written, span=SPAN, reach=reach, role=role, symbol=symbol)
    return Reference(path=path, occurrence=occurrence, span=SPAN, id=written, model=model, surface="openai", role=role)


def source(path: str, *, test: bool = False) -> SourceFile:
    return SourceFile(path=Path(path), shown=path, text="", encoding="utf-8", test=test)


def role(given: Reference, *corrections: Correction) -> Role:
    return Roles(corrections).corrected(given).role


def test_without_a_correction_that_applies_nothing_changes() -> None:
    given = reference()
    assert Roles(()).corrected(given) is given
    assert Roles([Correction(role=Role.TEST, path="other/")]).corrected(given) is given


def test_a_path_says_what_all_of_a_file_is_and_the_reference_who_said_so() -> None:
    order = Correction(role=Role.CATALOGUE, path="app/", place="pyproject.toml:7")
    found = Roles([order]).corrected(reference())
    assert (found.role, found.corrected) == (Role.CATALOGUE, "pyproject.toml:7")
    assert found.occurrence.role is Role.RUNTIME


@pytest.mark.parametrize(
    ("pattern", "symbol", "applies"),
    [
        ("PRICES", "PRICES", True),
        ("PRICES", "OLD_PRICES", False),
        ("PRICES", "prices", False),
        ("Settings.model", "Settings.model", True),
        ("Settings", "Settings.model", True),
        ("MODELS.*", "MODELS.fast", True),
        ("MODELS.*", "MODELS", False),
        ("*.model", "Settings.model", True),
        ("PRICES", None, False),
        ("*", None, False),
    ],
)
def test_a_symbol_is_the_name_that_holds_the_text_or_what_is_around_it(
    pattern: str, symbol: str | None, applies: bool
) -> None:
    found = role(reference(symbol=symbol), Correction(role=Role.CATALOGUE, symbol=pattern))
    assert (found is Role.CATALOGUE) is applies


@pytest.mark.parametrize(("glob", "applies"), [("gpt-4*", True), ("openai/*", True), ("claude-*", False)])
def test_an_id_is_meant_as_written_or_as_normalised(glob: str, applies: bool) -> None:
    found = role(reference(), Correction(role=Role.CATALOGUE, path="app/", id=glob))
    assert (found is Role.CATALOGUE) is applies


def test_all_that_is_given_must_apply_and_the_first_that_does_wins() -> None:
    orders = (
        Correction(role=Role.DOC, path="lib/", symbol="PRICES"),
        Correction(role=Role.TEST, path="app/", symbol="PRICES"),
        Correction(role=Role.CATALOGUE, path="app/"),
    )
    assert role(reference(symbol="PRICES"), *orders) is Role.TEST
    assert role(reference(symbol="MODEL"), *orders) is Role.CATALOGUE


def test_by_path_alone_nothing_is_used_that_reaches_no_call() -> None:
    order = Correction(role=Role.RUNTIME, path="app/")
    assert role(reference(role=Role.CATALOGUE), order) is Role.RUNTIME
    assert role(reference(role=Role.DOC), order) is Role.DOC
    assert role(reference(role=Role.CATALOGUE, reach=Reach.COMPARISON), order) is Role.CATALOGUE
    named = Correction(role=Role.RUNTIME, path="app/", symbol="MODEL")
    assert role(reference(role=Role.CATALOGUE, reach=Reach.COMPARISON, symbol="MODEL"), named) is Role.RUNTIME


def test_a_path_decides_whether_a_file_is_read_as_a_test() -> None:
    roles = Roles([Correction(role=Role.RUNTIME, path="tests/live/"), Correction(role=Role.TEST, path="spec/")])
    assert not roles.prepared(source("tests/live/a.py", test=True)).test
    assert roles.prepared(source("spec/a.py")).test
    untouched = source("tests/a.py", test=True)
    assert roles.prepared(untouched) is untouched


def test_a_symbol_that_gates_has_tests_read_to_the_full() -> None:
    roles = Roles([Correction(role=Role.RUNTIME, path="tests/", symbol="MODEL")])
    test = source("tests/a.py", test=True)
    assert roles.prepared(test).test
    assert roles.deepens(test, RUNTIME)
    assert not roles.deepens(test, frozenset({Role.DOC}))
    assert not roles.deepens(source("other/test_a.py", test=True), RUNTIME)
    assert not roles.deepens(source("tests/a.py"), RUNTIME)
