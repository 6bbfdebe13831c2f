"""What changes nothing about the models that code asks for changes nothing in the lock file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_modelgate import config, gate
from pytest_modelgate.lock import Lock, differences, locked_of, read, rendered
from pytest_modelgate.locked import Facts, Locked
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Role, State

if TYPE_CHECKING:
    from pathlib import Path

DAYS = st.none() | st.dates(date(2020, 1, 1), date(2040, 1, 1))
TEXTS = st.text(min_size=1, max_size=20).filter(lambda text: not any("\ud800" <= each <= "\udfff" for each in text))
FACTS = st.builds(
    Facts,
    state=st.sampled_from(State),
    announced=DAYS,
    ends=DAYS,
    stands_for=st.none() | TEXTS,
    live_ends=DAYS,
    live_stands_for=st.none() | TEXTS,
)
USES = st.dictionaries(
    st.sampled_from(Role), st.lists(TEXTS, min_size=1, max_size=4, unique=True).map(lambda paths: tuple(sorted(paths)))
)
MODELS = st.lists(
    st.builds(
        Locked,
        id=TEXTS,
        surface=st.none() | st.sampled_from(["openai", "azure", "gemini or vertex"]),
        facts=FACTS,
        uses=USES,
    ),
    unique_by=lambda model: model.key,
    max_size=6,
)
ROLES = st.lists(st.sampled_from(Role), min_size=1, unique=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lock")


@given(roles=ROLES, models=MODELS, more=st.randoms())
def test_what_is_written_is_read_back_whatever_the_order(
    folder: Path, roles: list[Role], models: list[Locked], more: object
) -> None:
    text = rendered(roles, models)
    assert rendered(list(reversed(roles)), list(reversed(models))) == text
    (folder / "modelgate.lock").write_text(text, "utf-8", newline="\n")
    found = read(folder / "modelgate.lock", folder)
    assert found.by_key() == {model.key: model for model in models}
    assert set(found.roles) == set(roles)
    assert rendered(found.roles, found.models) == text


@given(one=MODELS, other=MODELS)
def test_differences_are_told_exactly_where_the_text_differs(one: list[Locked], other: list[Locked]) -> None:
    before, after = (Lock(name="l", roles=(Role.RUNTIME,), models=tuple(models)) for models in (one, other))
    same = rendered(before.roles, before.models) == rendered(after.roles, after.models)
    assert (list(differences(before, after)) == []) is same
    assert len(list(differences(before, replace(after, models=())))) == len(one)


CONSTANTS = ("ONE", "TWO", "THREE")
IDS = st.sampled_from(["gpt-4-32k", "gpt-6-luna", "claude-opus-4-8", "claude-2.1", "gpt-5.4-pro"])


def locked(root: Path, files: dict[str, str], day: date) -> str:
    for name in ("a.py", "b.py"):
        (root / name).write_text(files.get(name, ""), "utf-8")
    loaded = config.load(root, [(rule.code, rule.name) for rule in all_rules()])
    report = gate.run(replace(loaded, select=()), paths=None, today=day, deep=True)
    return rendered((Role.RUNTIME,), locked_of(report.references, (Role.RUNTIME,)))


@settings(max_examples=15)
@given(
    ids=st.lists(IDS, min_size=3, max_size=3),
    order=st.permutations(range(3)),
    blank=st.integers(0, 4),
    day=st.dates(date(2023, 1, 1), date(2033, 1, 1)),
)
def test_another_order_another_form_and_another_day_change_nothing(
    folder: Path, ids: list[str], order: list[int], blank: int, day: date
) -> None:
    lines = [f'{name} = "{id_}"' for name, id_ in zip(CONSTANTS, ids, strict=True)]
    before = locked(folder, {"a.py": "\n".join(lines), "b.py": lines[0]}, date(2026, 11, 21))
    moved = [
        f"{name} = (\n{' ' * blank}'{id_[:-2]}'\n{' ' * blank}'{id_[-2:]}'  # as before\n)"
        for name, id_ in zip(CONSTANTS, ids, strict=True)
    ]
    text = ("\n" * (blank + 1)).join(moved[each] for each in order)
    assert locked(folder, {"a.py": '"""Words."""\n\n' + text, "b.py": f"\n\n{lines[0]}"}, day) == before
