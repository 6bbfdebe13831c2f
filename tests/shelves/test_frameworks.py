"""Every framework's examples are read as it says: the id is seen as a model argument, and goes to its surface."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import catalog as catalogs
from pytest_modelgate.examine import lexicon_of
from pytest_modelgate.frameworks import HOSTS, all_frameworks
from pytest_modelgate.languages.python import extract
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver
from pytest_modelgate.terms import Context
from pytest_modelgate.values import SourceFile

if TYPE_CHECKING:
    from pytest_modelgate.kinds import CallExample, Framework

EXAMPLES = [(framework, example) for framework in all_frameworks() for example in framework.examples]


@pytest.mark.parametrize("framework", all_frameworks(), ids=lambda framework: framework.name)
def test_a_framework_has_examples_and_lower_case_keywords(framework: Framework) -> None:
    assert len(framework.examples) >= 2
    assert framework.modules
    assert framework.keywords
    assert all(keyword == keyword.lower() for keyword in framework.keywords)


@pytest.mark.parametrize(("framework", "example"), EXAMPLES)
@pytest.mark.parametrize("deep", [True, False])
def test_an_example_is_read_as_a_call_to_its_surface(framework: Framework, example: CallExample, deep: bool) -> None:
    table = catalogs.load()
    lexicon = lexicon_of(Resolver(table, all_providers()), date(2026, 11, 21), 90)
    source = SourceFile(path=Path("example.py"), shown="example.py", text=example.code, encoding="utf-8")
    occurrences = extract(source, lexicon, deep, None).occurrences
    if example.dynamic and not deep:
        # What only running code knows is listed, and no verdict needs it.
        assert not occurrences
        return
    (found,) = occurrences
    assert found.dynamic is example.dynamic
    assert found.text == example.id
    assert found.context is Context.CALL
    assert found.surfaces == (() if example.surface is None else (example.surface,))
    assert any(keyword in example.code.lower() for keyword in framework.keywords)


def test_hosts_are_plain_names() -> None:
    assert all(host == host.lower() and "/" not in host for host in HOSTS)
