from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pytest_modelgate.formats._markdown import MOST, code, text
from pytest_modelgate.formats.markdown import FORMAT
from pytest_modelgate.kinds import Style
from tests.golden.sample import OLD, clean, reference, report, retired

OURS = {
    "h2",
    "h3",
    "p",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "code",
    "a",
    "ul",
    "li",
    "details",
    "summary",
    "br",
}


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links |= {value for name, value in attrs if name in ("href", "src") and value is not None}

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def seen(markdown: str) -> Seen:
    """What a page made of it holds, with HTML and bare links alive as on code hosts."""
    reader = MarkdownIt("gfm-like", {"html": True, "linkify": True})
    assert reader.linkify is not None
    # Code hosts make links of addresses, not of every name that ends like a domain, such as setup.py.
    reader.linkify.set({"fuzzy_link": False})
    page = Seen()
    page.feed(reader.render(markdown))
    return page


@pytest.mark.parametrize("command", ["check", "inventory"])
def test_hostile_text_makes_no_markup(command: str) -> None:
    page = seen(FORMAT.render(command, report(), Style(everything=True)))
    assert page.tags <= OURS
    assert all(link.startswith("https://github.com/pytest-modelgate/") for link in page.links)


@given(st.text(alphabet=st.sampled_from("ab .:/\\`*_{}[]()#!~|&<>@\"'-+=\n1w") | st.characters(), max_size=40))
def test_text_and_code_are_shown_as_they_are_and_nothing_else(said: str) -> None:
    for shown in (text(said), code(said)):
        page = seen(f"| a |\n|---|\n| x {shown} y |\n")
        assert page.tags <= {"table", "thead", "tbody", "tr", "th", "td", "code"}
        assert not page.links


@pytest.mark.parametrize(
    "said", ["www.evil.example", "https://evil.example", "@admin", "a|b", "`", "``x`", "\\", "<b>", "[x](y)"]
)
def test_what_could_be_markup_reads_as_it_was_written(said: str) -> None:
    for shown in (text(said), code(said)):
        page = seen(f"| a |\n|---|\n| {shown} |\n")
        assert "".join(page.said).strip().removeprefix("a").strip() == said
        assert not page.links


def test_the_first_table_has_what_fails_the_build_the_earliest_end_first() -> None:
    lines = FORMAT.render("check", report(), Style()).splitlines()
    assert lines[0] == "## modelgate: 3 findings in 2 files fail the build. Besides, 1 problem left something unjudged."
    rows = [line for line in lines[4:] if line.startswith("| ")][:3]
    assert "2026-10-01" in rows[0]
    assert "`gpt-new`" in rows[0]


def test_ends_to_come_are_listed_where_nothing_fails_yet() -> None:
    lines = FORMAT.render("check", clean(), Style()).splitlines()
    assert lines[0] == "## modelgate: Clean: no finding."
    assert "| 2027-01-15 | 55 days | `gpt-going` | openai | 2 |  |" in lines


def test_more_than_a_summary_holds_is_cut_at_a_line_and_counted() -> None:
    many = tuple(retired(reference("gpt-old", f"app/{at}{'x' * 150}.py", 1, record=OLD)) for at in range(4000))
    shown = FORMAT.render("check", replace(clean(), findings=many), Style())
    assert len(shown.encode()) <= MOST
    assert re.search(r"^\d+ more lines are left out here", shown, re.MULTILINE)
    assert shown.rstrip().endswith("judged for 2026-11-21.")
