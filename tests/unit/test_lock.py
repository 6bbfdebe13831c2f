"""The lock file as text, what it says of references, and how two of them differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.errors import UsageError
from pytest_modelgate.live_values import Listed
from pytest_modelgate.lock import Lock, Locks, differences, is_ours, locked_of, read, rendered
from pytest_modelgate.locked import Facts, Locked, changes, facts_of, with_live
from pytest_modelgate.records import ApiRecord, ModelRecord
from pytest_modelgate.terms import Reach, Role, State
from pytest_modelgate.values import Occurrence, Reference, Span

if TYPE_CHECKING:
    from pathlib import Path

ROW = ModelRecord(surface="openai", id="gpt-x", kind="alias", modality="chat", alias_of="gpt-x-1", floating=True)
DAY, LATER = date(2027, 3, 1), date(2027, 6, 1)
HEAD = """\
# Written by `modelgate lock`, to be committed. `modelgate lock --check` tells whether it fits the code.
format = "modelgate-lock-1"
roles = ["runtime"]
"""
MODEL = """
[[models]]
id = "gpt-x"
surface = "openai"
state = "active"
stands-for = "gpt-x-1"
runtime = [
  "app.py",
]
"""


def reference(
    path: str = "app.py",
    model: str | None = "gpt-x",
    *,
    line: int = 1,
    role: Role = Role.RUNTIME,
    surface: str | None = "openai",
    record: ModelRecord | None = ROW,
) -> Reference:
    span = Span(line=line, column=1, end_line=line, end_column=9)
    text = model or "f'{x}'"
    occurrence = Occurrence(text=text, span=span, reach=Reach.CONSTANT, role=role)
    return Reference(
        path=path, occurrence=occurrence, span=span, id=text, model=model, surface=surface, role=role, record=record
    )


def lock(*models: Locked, roles: tuple[Role, ...] = (Role.RUNTIME,)) -> Lock:
    return Lock(name="modelgate.lock", roles=roles, models=models)


def known(id: str = "gpt-x", surface: str | None = "openai", **facts: object) -> Locked:  # noqa: A002
    return Locked(id=id, surface=surface, facts=replace(Facts(state=State.ACTIVE), **facts))  # type: ignore[arg-type]


def written(folder: Path, text: str) -> Lock:
    (folder / "modelgate.lock").write_text(text, "utf-8")
    return read(folder / "modelgate.lock", folder)


def test_it_is_one_fact_and_one_file_a_line() -> None:
    found = locked_of([reference("b.py"), reference(line=9), reference(line=3)], (Role.RUNTIME,))
    assert rendered((Role.RUNTIME,), found) == HEAD + MODEL.replace('  "app.py",\n', '  "app.py",\n  "b.py",\n')


def test_it_says_all_that_it_may_say_and_is_read_back(tmp_path: Path) -> None:
    facts = Facts(
        state=State.DEPRECATED,
        announced=date(2026, 11, 2),
        ends=DAY,
        stands_for='a "quoted" \\ name',
        live_ends=LATER,
        live_stands_for="ä\u202e\x7f\n\t",
    )
    uses = {Role.RUNTIME: ("a.py", "b c.py"), Role.TEST: ("tests/[x].py",)}
    models = (Locked(id="gpt\U0001f600", facts=facts, uses=uses), known("z", None), known())
    text = rendered((Role.TEST, Role.RUNTIME), models)
    assert "\u202e" not in text
    assert written(tmp_path, text) == lock(models[0], models[1], models[2], roles=(Role.RUNTIME, Role.TEST))


def test_a_text_that_no_file_can_hold_is_written_all_the_same(tmp_path: Path) -> None:
    (only,) = written(tmp_path, rendered((), [known("a\ud800b")])).models
    assert only.id == "a\ufffdb"


def test_only_models_of_the_roles_are_recorded() -> None:
    api = replace(reference(model=None), api=ApiRecord(surface="openai", id="assistants", title="Assistants"))
    found = [reference(model=None), api, reference("t.py", "gpt-t", role=Role.TEST), reference(model="gpt-y")]
    assert [model.id for model in locked_of(found, (Role.RUNTIME,))] == ["gpt-y"]
    assert [model.id for model in locked_of(found, (Role.RUNTIME, Role.TEST))] == ["gpt-t", "gpt-y"]


def test_one_id_on_two_surfaces_is_two_models_and_one_that_is_open_is_another() -> None:
    several = replace(reference(), surfaces=("vertex", "gemini"))
    found = locked_of([reference(), reference(surface="azure"), several, reference(surface=None)], (Role.RUNTIME,))
    assert [(model.surface, model.facts.state) for model in found] == [
        (None, State.ACTIVE),
        ("azure", State.ACTIVE),
        ("gemini or vertex", State.UNKNOWN),
        ("openai", State.ACTIVE),
    ]


@pytest.mark.parametrize(
    ("row", "facts"),
    [
        (None, Facts()),
        (ROW, Facts(state=State.ACTIVE, stands_for="gpt-x-1")),
        (replace(ROW, stage="legacy", alias_of=None), Facts(state=State.LEGACY)),
        (replace(ROW, announced=DAY, alias_of=None), Facts(state=State.DEPRECATED, announced=DAY)),
        (replace(ROW, retires=DAY, alias_of=None), Facts(state=State.DEPRECATED, ends=DAY)),
        (replace(ROW, retires=DAY, stage="active", alias_of=None), Facts(state=State.ACTIVE, ends=DAY)),
    ],
)
def test_facts_hang_on_no_day(row: ModelRecord | None, facts: Facts) -> None:
    assert facts_of(row) == facts


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (Listed(id="gpt-x"), (None, None)),
        (Listed(id="gpt-x-2", aliases=("gpt-x",), ends=DAY), (DAY, "gpt-x-2")),
        (Listed(id="gpt-x", stands_for=("gpt-4o", "2024-08-06")), (None, "gpt-4o-2024-08-06")),
        (Listed(id="gpt-x", stands_for=("gpt-4o", "")), (None, "gpt-4o")),
    ],
)
def test_what_a_live_list_adds(row: Listed, told: tuple[date | None, str | None]) -> None:
    facts = with_live(facts_of(ROW), row, ("gpt-x", "openai/gpt-x"))
    assert (facts.live_ends, facts.live_stands_for) == told
    assert facts.stands_for == "gpt-x-1"


ACTIVE = Facts(state=State.ACTIVE)
ENDING = Facts(state=State.DEPRECATED, ends=DAY)


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (ACTIVE, ACTIVE, []),
        (replace(ACTIVE, stands_for="a"), replace(ACTIVE, stands_for="b"), ["stands for b, stood for a"]),
        (replace(ACTIVE, stands_for="a"), ACTIVE, []),
        (ACTIVE, replace(ACTIVE, stands_for="b"), []),
        (ACTIVE, ENDING, ["ends on 2027-03-01, had no end day"]),
        (ENDING, replace(ENDING, ends=LATER), ["ends on 2027-06-01, was to end on 2027-03-01"]),
        (ENDING, ACTIVE, ["has no end day any more, was to end on 2027-03-01"]),
        (ENDING, Facts(), []),
        (Facts(), ENDING, []),
        (ACTIVE, Facts(state=State.LEGACY), ["is legacy, was active"]),
        (Facts(state=State.LEGACY), ACTIVE, []),
        (ACTIVE, Facts(state=State.DEPRECATED, announced=DAY), ["is deprecated, was active"]),
        (
            replace(ACTIVE, live_stands_for="a"),
            replace(ACTIVE, live_stands_for="b"),
            ["stands for b by the provider's list, stood for a"],
        ),
        (replace(ACTIVE, live_stands_for="a", live_ends=DAY), ACTIVE, []),
        (
            replace(ACTIVE, live_ends=DAY),
            replace(ACTIVE, live_ends=LATER),
            ["ends on 2027-06-01 by the provider's list, was to end on 2027-03-01"],
        ),
        (ENDING, replace(ENDING, live_ends=DAY), []),
        (ACTIVE, replace(ACTIVE, live_ends=DAY), ["ends on 2027-03-01 by the provider's list, had no end day"]),
    ],
)
def test_what_counts_as_a_change(was: Facts, now: Facts, told: list[str]) -> None:
    assert [f"{change.now}, {change.was}" for change in changes(was, now)] == told


def test_it_speaks_of_references_of_its_roles() -> None:
    locks = Locks(lock(known(stands_for="gpt-x-0")))
    said = locks.of(reference())
    assert said is not None
    assert (said.name, said.locked, said.facts) == ("modelgate.lock", known(stands_for="gpt-x-0"), facts_of(ROW))
    new = locks.of(reference(model="gpt-y"))
    assert new is not None
    assert new.locked is None
    assert locks.of(reference(role=Role.TEST)) is None
    assert locks.of(reference(model=None)) is None


def test_differences_say_what_was_and_what_is() -> None:
    old = lock(
        replace(known(), uses={Role.RUNTIME: ("a.py", "b.py")}),
        replace(known("gone"), uses={Role.RUNTIME: ("a.py",)}),
        known("learned", None, state=State.UNKNOWN),
        known("moved", stands_for="m-1"),
        known("same"),
    )
    new = lock(
        replace(known(ends=DAY, state=State.DEPRECATED), uses={Role.RUNTIME: ("b.py", "c.py")}),
        known("learned", None),
        known("moved", stands_for="m-2"),
        replace(known("new", "azure"), uses={Role.RUNTIME: ("a.py",), Role.TEST: ("t.py",)}),
        known("same"),
        roles=(Role.RUNTIME, Role.TEST),
    )
    assert list(differences(old, new)) == [
        "~ roles: runtime, test; they were runtime",
        "~ learned: state: active; it was unknown",
        "+ new (azure): new, runtime in a.py; test in t.py",
        "- gone (openai): no longer used; it was runtime in a.py",
        "~ gpt-x (openai): ends on 2027-03-01; it had no end day",
        "~ gpt-x (openai): also runtime in c.py",
        "~ gpt-x (openai): no longer runtime in a.py",
        "~ moved (openai): stands for m-2; it stood for m-1",
    ]
    assert list(differences(new, new)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "modelgate.lock:1: this is no lock file that `modelgate lock` wrote"),
        ("[package]\nname = 'x'\n", "modelgate.lock:1: this is no lock file that `modelgate lock` wrote"),
        (HEAD + "a = b\n", "modelgate.lock:4: not valid TOML"),
        (HEAD + MODEL[:-3], "modelgate.lock:"),
        (HEAD.replace("lock-1", "lock-2"), "modelgate.lock:1: a newer modelgate wrote this lock file; update"),
        (HEAD.replace("lock-1", "lock-20") + "a = b", "modelgate.lock:1: a newer modelgate wrote this lock file"),
        (HEAD + "<<<<<<< HEAD\n" + MODEL, "modelgate.lock:4: a merge left its marks here ('<<<<<<< HEAD')"),
        (HEAD + MODEL + "=======\n", "modelgate.lock:13: a merge left its marks here ('=======')"),
        (
            HEAD + MODEL.replace('"active"', '"fine"'),
            "modelgate.lock:5: 'state' of 'gpt-x' is not what a lock file holds",
        ),
        (HEAD + MODEL.replace("stands-for", "stands_for"), "modelgate.lock:5: 'stands_for' of 'gpt-x' is not what"),
        (HEAD + MODEL.replace('id = "gpt-x"', "id = 1"), "modelgate.lock:5: a model has an `id`, which is a text"),
        (HEAD + MODEL + 'ends = "soon"\n', "modelgate.lock:5: 'ends' of 'gpt-x' is not"),
        (HEAD + MODEL + "ends = 2027-01-01T00:00:00\n", "modelgate.lock:5: 'ends' of 'gpt-x' is not"),
        (HEAD + MODEL + MODEL, "modelgate.lock:1: 'gpt-x' is there twice for openai"),
        (HEAD + "modles = []\n", "modelgate.lock:4: unknown key 'modles'"),
        (HEAD + "models = 1\n", "modelgate.lock:4: `models` must be tables"),
        (HEAD.replace("runtime", "run"), "modelgate.lock:3: `roles` must be a list of runtime, test, catalogue, doc"),
        (HEAD + "a = " + "[" * 5000, "modelgate.lock:"),
    ],
)
def test_a_broken_file_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        written(tmp_path, text)
    assert caught.value.mistakes[0].startswith(told)


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        written(tmp_path, HEAD.replace("runtime", "run") + "modles = []\n" + MODEL.replace("active", "fine"))
    assert len(caught.value.mistakes) == 3


def test_bytes_that_are_no_text_and_no_file_at_all(tmp_path: Path) -> None:
    path = tmp_path / "modelgate.lock"
    with pytest.raises(UsageError, match="cannot be read"):
        read(path, tmp_path)
    path.write_bytes(HEAD.encode() + b"# \xff\n")
    with pytest.raises(UsageError, match=r"modelgate\.lock:4: not UTF-8"):
        read(path, tmp_path)


def test_with_other_newlines_and_a_mark_of_the_byte_order_it_is_the_same(tmp_path: Path) -> None:
    plain = written(tmp_path, HEAD + MODEL)
    path = tmp_path / "modelgate.lock"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + MODEL).replace("\n", "\r\n").encode())
    assert read(path, tmp_path) == plain


def test_which_files_may_be_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "modelgate.lock"
    assert not is_ours(path)
    for text, ours in (
        (HEAD + "<<<<<<< HEAD\n", True),
        ("<<<<<<< HEAD\n" + HEAD, True),
        (HEAD.replace("lock-1", "lock-2"), False),
        ("format = 1\n", False),
    ):
        path.write_text(text, "utf-8")
        assert is_ours(path) is ours
