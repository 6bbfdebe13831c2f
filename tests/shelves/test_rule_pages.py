from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.kinds import help_url
from pytest_modelgate.rules import all_rules
from tests import rule_pages
from tests.sessions import ROOT

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Rule

RULES = all_rules()
BY_CODE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@BY_CODE
def test_a_page_is_what_the_rule_gives(rule: Rule) -> None:
    kept = (rule_pages.PAGES / f"{rule.code}.md").read_text("utf-8")
    assert kept == rule_pages.page(rule), "run python -m tests.regenerate"


def test_each_page_is_of_a_rule() -> None:
    assert sorted(path.name for path in rule_pages.PAGES.iterdir()) == [f"{rule.code}.md" for rule in RULES]


@BY_CODE
def test_the_example_of_a_page_is_told_in_the_words_of_its_rule(rule: Rule) -> None:
    example = (rule_pages.PAGES / f"{rule.code}.md").read_text("utf-8").partition("## Example")[2]
    printed = example.partition("```console\n")[2].partition("```")[0]
    assert f": {rule.code} {rule.name}" in printed


@BY_CODE
def test_each_link_of_a_page_leads_somewhere(rule: Rule) -> None:
    text = (rule_pages.PAGES / f"{rule.code}.md").read_text("utf-8")
    headings = re.findall(r"^#+ (.+)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    for target in re.findall(r"\]\(([^)]+)\)", text):
        path, _, anchor = target.partition("#")
        assert (rule_pages.PAGES / path).is_file()
        assert not anchor or anchor in anchors


def test_the_address_of_a_rule_leads_to_its_page() -> None:
    assert help_url("MG101").endswith("/pytest_modelgate/rules/pages/MG101.md")
