from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pytest_modelgate import grounds
from pytest_modelgate.catalog import load
from pytest_modelgate.changes import Changed
from pytest_modelgate.examine import lexicon_of
from pytest_modelgate.languages import all_languages
from pytest_modelgate.parts import Passage
from pytest_modelgate.providers import all_providers
from pytest_modelgate.records import ApiRecord
from pytest_modelgate.resolve import Resolver
from pytest_modelgate.terms import Context, Reach, Role, Severity, State
from pytest_modelgate.values import Reference, Span, Suppression, Use
from tests.golden.sample import TODAY, announced, clean, reference, retired

REPORT = clean()
LEXICON = lexicon_of(Resolver(load(), all_providers()), TODAY, 90)
LANGUAGES = {language.name: language for language in all_languages()}
PYTHON = LANGUAGES["python"]
SPAN = Span(line=1, column=1, end_line=1, end_column=2)
USED = reference("gpt-old", "a.py", 1, uses=(Use(call="ask", line=2),))


def of(reach: Reach, role: Role = Role.RUNTIME, context: Context = Context.NONE) -> Reference:
    made = reference("gpt-old", "a.py", 1, role=role)
    return replace(made, occurrence=replace(made.occurrence, reach=reach, context=context))


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (replace(USED, corrected="pyproject.toml:9"), "`roles` says so, pyproject.toml:9"),
        (of(Reach.CONSTANT, Role.TEST), "its file is a test"),
        (of(Reach.OTHER, Role.DOC), "it stands in a comment"),
        (of(Reach.COMPARISON, Role.CATALOGUE), "it is only compared"),
        (of(Reach.COLLECTION, Role.CATALOGUE), "one of many ids side by side"),
        (of(Reach.DICT_VALUE, Role.CATALOGUE), "one of many ids in a table"),
        (USED, "it reaches a call that takes a model"),
        (of(Reach.DEFAULT, context=Context.NAMED), "what holds it is called like a model"),
        (of(Reach.CONSTANT), "it is an id, and nothing shows"),
        (
            replace(of(Reach.OTHER), api=ApiRecord(surface="openai", id="assistants", title="Assistants")),
            "it is called, or its address is",
        ),
    ],
)
def test_why_a_reference_has_its_role(found: Reference, told: str) -> None:
    assert told in grounds.role(found)


def test_every_reach_is_told() -> None:
    assert grounds.REACHES.keys() == set(Reach)


def test_why_a_finding_fails_the_build_or_not() -> None:
    finding = retired(USED)
    fails = grounds.verdict(finding, REPORT)
    assert fails.startswith(
        "fails the build: its role, runtime, is among gate-roles (runtime), and its severity, error, is"
    )
    warned = replace(REPORT, fail_on=Severity.WARNING)
    assert grounds.verdict(finding, warned).endswith("is worse than fail-on (warning)")
    assert "its severity, warning, is below fail-on (error)" in grounds.verdict(announced(USED), REPORT)
    assert "its role, test, is not among gate-roles (runtime)" in grounds.verdict(
        retired(reference("gpt-old", "a.py", 1, role=Role.TEST)), REPORT
    )
    young = replace(finding, fails_from=date(2026, 12, 1))
    assert grounds.verdict(young, REPORT).startswith("does not fail the build before 2026-12-01")
    assert grounds.verdict(replace(finding, fails_from=TODAY), REPORT).startswith("fails the build")


def test_what_did_not_change_does_not_fail_and_what_did_does() -> None:
    finding = retired(USED)
    other = replace(REPORT, changed=Changed(ref="origin/main", lines={"b.py": None}))
    assert grounds.verdict(finding, other).endswith("changed since origin/main")
    own = replace(REPORT, changed=Changed(ref="origin/main", lines={"a.py": frozenset({2})}))
    assert grounds.verdict(finding, own).startswith("fails the build")


def test_the_words_agree_with_the_gate() -> None:
    for report in (
        REPORT,
        replace(REPORT, fail_on=Severity.WARNING),
        replace(REPORT, gate_roles=frozenset({Role.TEST})),
    ):
        for role in Role:
            for make in (retired, announced):
                finding = make(reference("gpt-old", "a.py", 1, role=role))
                assert report.gates(finding) is grounds.verdict(finding, report).startswith("fails the build")


def test_by_what_a_finding_is_suppressed() -> None:
    by = Suppression(finding=retired(USED), by="comment, a.py:1", reason="soon", until=date(2027, 1, 1))
    assert grounds.silenced(by) == "does not fail the build: suppressed by comment, a.py:1 until 2027-01-01: soon"
    assert grounds.silenced(replace(by, reason=None, until=None)).endswith("suppressed by comment, a.py:1")


@pytest.mark.parametrize(
    ("found", "state", "told"),
    [
        (USED, State.ACTIVE, "the model is active"),
        (reference("f'{x}'", "a.py", 1, dynamic=True), State.DYNAMIC, "only running code knows"),
        (reference("x", "a.py", 1, surface=None), State.UNKNOWN, "whose it is, is not known"),
        (reference("prod", "a.py", 1, surface="azure"), State.UNKNOWN, "azure takes names that no table has"),
        (USED, State.RETIRED, "no rule that runs (MG101, MG103, MG201) speaks of it"),
    ],
)
def test_why_nothing_is_found(found: Reference, state: State, told: str) -> None:
    assert told in grounds.silence(found, state, REPORT)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("typescript", "end line 3 with `// modelgate: ignore[retired-model] until=YYYY-MM-DD -- reason`"),
        ("html", "end line 3 with `<!-- modelgate: ignore[retired-model] until=YYYY-MM-DD -- reason -->`"),
        (
            "ini",
            "write `# modelgate: ignore[retired-model] until=YYYY-MM-DD -- reason` on a line of its own above line 3",
        ),
        (
            "json",
            (
                'write under `[[tool.modelgate.ignores]]`: path = "a", id = "gpt-old", rules = ["retired-model"],'
                ' reason = "why"'
            ),
        ),
    ],
)
def test_what_to_write_to_silence_it_in_each_language(name: str, told: str) -> None:
    held = reference("gpt-old", "a", 3)
    assert next(grounds.changes(held, (retired(held),), REPORT, LANGUAGES[name])) == f"to silence it, {told}"


def test_what_to_write_to_have_it_read_otherwise() -> None:
    held = reference('gpt-"old', 'a"b.py', 3, symbol="MODEL")
    assert list(grounds.changes(held, (retired(held),), REPORT, PYTHON)) == [
        "to silence it, end line 3 with `# modelgate: ignore[retired-model] until=YYYY-MM-DD -- reason`",
        (
            'to give it another role, write under `[[tool.modelgate.roles]]`: path = "a\\"b.py", symbol = "MODEL",'
            ' role = "catalogue"'
        ),
    ]
    corrected = replace(held, corrected="pyproject.toml:9")
    assert list(grounds.changes(corrected, (), REPORT, PYTHON)) == [
        "its role is set by pyproject.toml:9; change it there"
    ]
    listed = reference("gpt-old", "a.py", 3, role=Role.CATALOGUE)
    assert list(grounds.changes(listed, (retired(listed),), REPORT, PYTHON)) == [
        "to have findings of the role catalogue fail the build, add it to `gate-roles`",
        'to give it another role, write under `[[tool.modelgate.roles]]`: path = "a.py", role = "runtime"',
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "only running code knows the text"),
        ("", "an empty text"),
        ("The gpt-4o helper", "a longer text, and an id in the middle of a text is none (gpt-4o)"),
        ("Say hello", "a longer text, and an id in the middle of a text is none"),
        ("x" * 201, "a longer text"),
        ("ada", "an ordinary word that is also an id"),
        ("GPT-4o", "it looks like an id with a mistake"),
        ("/models/gpt-4o/x", "an address or a path"),
        ("https://example.org/gpt-4o", "an address or a path"),
        ("your-model-here", "a version, a file, the name of a variable"),
        ("OPENAI_MODEL", "a version, a file, the name of a variable"),
        ("hello", "not in the table (7 rows), not in"),
    ],
)
def test_why_a_text_is_no_reference(text: str | None, told: str) -> None:
    assert grounds.no_id(Passage(text=text, source="", span=SPAN), LEXICON, 7).startswith(told)


def test_why_prose_and_parts_are_no_reference() -> None:
    comment = Passage(text="# like gpt-4o.", source="", span=SPAN, prose=True)
    assert "it is no reference to gpt-4o" in grounds.no_id(comment, LEXICON, 7)
    assert grounds.no_id(replace(comment, text="# hello"), LEXICON, 7) == "prose without an id"
    order = replace(comment, text="# modelgate: ignore[MG101] -- soon")
    assert grounds.no_id(order, LEXICON, 7) == "an order to modelgate"
    part = Passage(text="gpt-", source="", span=SPAN, part=True)
    assert grounds.no_id(part, LEXICON, 7).startswith("a part of a longer text")
