from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from junitparser import Error, Failure, JUnitXml

from pytest_modelgate.formats.junit import FORMAT
from pytest_modelgate.kinds import Style
from tests.golden.sample import clean, report

if TYPE_CHECKING:
    from pytest_modelgate.values import Report


def suites(made: Report) -> JUnitXml:
    return JUnitXml.fromstring(FORMAT.render("check", made, Style()).encode())


def test_what_fails_the_build_fails_a_case_and_what_could_not_be_judged_is_an_error() -> None:
    made = report()
    found = suites(made)
    (suite,) = found
    results = [result for case in suite for result in case.result]
    assert sum(isinstance(result, Failure) for result in results) == 3 == suite.failures
    assert sum(isinstance(result, Error) for result in results) == 1 == suite.errors
    assert suite.tests == len(list(suite)) == found.tests


def test_a_file_whose_ids_fail_nothing_passes_and_says_what_is_to_come() -> None:
    (suite,) = suites(report())
    passed = {case.classname: case.system_out for case in suite if not case.result}
    assert passed.keys() == {"app/b.py", "app/c.py", "app/d.py"}
    assert "MG103" in passed["app/b.py"]
    assert passed["app/d.py"] is None


def test_a_run_without_ids_is_one_case_that_passes() -> None:
    bare = replace(clean(), references=(), states=(), successions=())
    (suite,) = suites(bare)
    (case,) = suite
    assert not case.result
    assert "no model ids" in case.name
