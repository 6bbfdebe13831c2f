from __future__ import annotations

import hashlib
import itertools
import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest

from pytest_modelgate.formats._escape import visible_path
from pytest_modelgate.formats.html import FORMAT, MOST
from pytest_modelgate.kinds import Style
from pytest_modelgate.tallies import FileTally
from pytest_modelgate.terms import Role, State
from pytest_modelgate.values import Report, Succession
from tests.golden.sample import GOING, LIVING, MARKUP, OLD, TO_NEW, TODAY, clean, hostile, reference, report

EMPTY = replace(report(), references=(), states=(), successions=(), notifications=(), files=FileTally(read=3))
EVERY = [report(), clean(), hostile(), EMPTY]
NAMES = ["report", "clean", "hostile", "empty"]
VOID = {"meta", "input"}
SVG = {"path", "circle", "line", "use"}


class Page(HTMLParser):
    """The elements of a page with their attributes and texts; a tag that is not closed in its place is a mistake."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {}
        self.said = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len({name for name, _ in attrs})
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in SVG
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.texts[tag][-1] += data
        if not {"style", "script"} & set(self._open):
            self.said += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of each element of the tag."""
        return [attributes for name, attributes in self.elements if name == tag]


def page(given: Report, style: Style | None = None) -> Page:
    return Page(FORMAT.render("inventory", given, style or Style()))


def words(text: str) -> str:
    return " ".join(text.split())


def of(state: State, *models: str, role: Role = Role.RUNTIME, record: object = None) -> Report:
    used = tuple(reference(model, "a.py", 1, role=role, record=record) for model in models)  # type: ignore[arg-type]
    return replace(EMPTY, references=used, states=(state,) * len(used), successions=(Succession(),) * len(used))


@pytest.mark.parametrize("given", EVERY, ids=NAMES)
@pytest.mark.parametrize("project", ["", "support-desk", MARKUP[4]])
def test_what_may_run_and_what_may_be_loaded_is_said_by_the_page_itself(given: Report, project: str) -> None:
    found = page(given, Style(project=project))
    [policy] = [each["content"] for each in found.all("meta") if each.get("http-equiv") == "Content-Security-Policy"]

    def hashed(tag: str) -> str:
        [text] = found.texts[tag]
        return "'sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src {hashed('style')}",
        f"script-src {hashed('script')}",
        "base-uri 'none'",
        "form-action 'none'",
    ]


@pytest.mark.parametrize("given", EVERY, ids=NAMES)
def test_nothing_scanned_is_an_element_or_an_attribute(given: Report) -> None:
    found = page(given, Style(project=MARKUP[0]))
    tags = Counter(tag for tag, _ in found.elements)
    assert tags["script"] == tags["style"] == tags["title"] == tags["body"] == 1
    assert not tags.keys() & {"img", "iframe", "object", "embed", "link", "base", "b", "i", "foreignobject", "animate"}
    for _, attributes in found.elements:
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name not in {"style", "src", "srcset", "action", "formaction", "xlink:href", "autofocus", "srcdoc"}
            if name == "href":
                assert value.startswith(("#", "https://github.com/pytest-modelgate/"))
    assert "@import" not in found.texts["style"][0]
    assert "url(" not in found.texts["style"][0]


@pytest.mark.parametrize("given", EVERY, ids=NAMES)
def test_what_elements_say_of_each_other_is_true(given: Report) -> None:
    found = page(given)
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in found.elements:
        named = [attributes.get("aria-labelledby", ""), attributes.get("for", "")]
        target = attributes.get("href", "")
        for name in [*" ".join(named).split(), *([target[1:]] if target.startswith("#") else [])]:
            assert name in ids


@pytest.mark.parametrize("given", EVERY, ids=NAMES)
def test_headings_go_down_one_step_at_a_time_and_tables_name_their_heads(given: Report) -> None:
    found = page(given)
    levels = [int(tag[1]) for tag, _ in found.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(each.get("scope") in {"col", "row"} for each in found.all("th"))
    assert [found.elements[0][0], found.elements[0][1]["lang"]] == ["html", "en"]


@pytest.mark.parametrize("given", EVERY[:3], ids=NAMES[:3])
def test_every_place_is_in_the_page(given: Report) -> None:
    said = page(given).texts["code"]
    for used in given.references:
        assert f"{visible_path(used.path)}:{used.span.line}:{used.span.column}" in said


def test_the_first_sentences_say_what_matters() -> None:
    lead = "No model ids were found."
    assert lead in words(page(EMPTY).said)
    assert "Running code asks for 1 model that is gone." in words(page(of(State.RETIRED, "a")).said)
    assert "Running code asks for 2 models that are gone." in words(page(of(State.RETIRED, "a", "b")).said)
    tested = page(of(State.RETIRED, "a", role=Role.TEST)).said
    assert "Running code asks for no model that is gone. Nothing else has an end day." in words(tested)
    going = page(of(State.RETIRING, "gpt-going", record=GOING)).said
    assert "Next to end: gpt-going on the OpenAI API, on 15 Jan 2027, in 55 days." in words(going)
    both = page(of(State.RETIRING, "gpt-going", "gpt-too", record=GOING)).said
    assert "Next to end: gpt-going on the OpenAI API and 1 other, on 15 Jan 2027, in 55 days." in words(both)


def test_what_running_code_asks_for_is_next_before_what_tests_do() -> None:
    sooner = replace(GOING, id="gpt-sooner", retires=TODAY + timedelta(days=1))
    used = (
        reference("gpt-sooner", "a.py", 1, record=sooner, role=Role.TEST),
        reference("gpt-going", "a.py", 2, record=GOING),
    )
    given = replace(EMPTY, references=used, states=(State.RETIRING,) * 2, successions=(TO_NEW,) * 2)
    assert "Next to end: gpt-going on" in words(page(given).said)
    assert "Next to end: gpt-sooner on" in words(page(replace(given, references=used[:1] * 2)).said)


def test_a_row_says_what_is_known_of_the_model() -> None:
    cells = [words(text) for text in page(report()).texts["td"]]
    at = cells.index("1 Oct 2026, 51 days ago")
    assert cells[at - 2 : at + 2] == ["OpenAI API", "retired", "1 Oct 2026, 51 days ago", "gpt-new"]
    assert cells[at + 2].startswith("6 places of gpt-old: 3 in running code, 2 in tests, 1 in lists")
    assert "app/a.py:3:9 running code, call argument MODEL, through responses and chat.completions" in cells[at + 2]


def test_the_day_itself_is_called_today() -> None:
    given = of(State.RETIRED, "a", record=replace(OLD, retires=TODAY))
    assert "21 Nov 2026, today" in [words(text) for text in page(given).texts["td"]]


def test_groups_without_a_model_have_a_card_and_no_list() -> None:
    found = page(of(State.ACTIVE, "gemini-living", record=LIVING))
    assert [each["data-group"] for each in found.all("section") if "data-group" in each] == ["open"]
    cards = [words(text) for text in found.texts["li"] if "no model" in text]
    assert cards == ["0 Gone no model", "0 Going in 90 days no model", "0 Going later no model", "0 Not known no model"]


def test_what_was_not_read_is_told() -> None:
    said = words(page(report()).said)
    assert r"Not judged: app/e.py:9 broken\x1b[0m syntax" in said
    assert "1 file left out: ignored by git" in said
    assert "2 files left out: over 1 MiB" in said
    assert "Nothing was left out." in words(page(EMPTY).said)


def test_of_very_many_files_left_out_the_first_are_listed() -> None:
    many = tuple(f"f{number}.py" for number in range(MOST + 5))
    found = page(replace(EMPTY, files=FileTally(left_out={"over 1 MiB": many})))
    assert "f199.py" in found.texts["code"]
    assert "f200.py" not in found.texts["code"]
    assert "and 5 more" in found.texts["li"]


def test_the_project_names_the_page() -> None:
    assert page(report(), Style(project="support-desk")).texts["title"] == ["support-desk: models in use, 21 Nov 2026"]
    assert page(report()).texts["h1"] == ["Models in use"]


def test_the_table_and_where_its_sources_stand_are_named() -> None:
    found = page(replace(report(), table=replace(report().table, read_up_to={"openai": TODAY})))
    assert "Judged for 21 Nov 2026 by the bundled table of 2026-11-05, 16 days old, with team.yaml." in words(
        found.said
    )
    assert any(each["href"].endswith("/deprecations.yaml") for each in found.all("a"))
    assert "OpenAI API" in found.texts["th"]
