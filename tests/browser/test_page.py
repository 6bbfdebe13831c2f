from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.golden.sample import clean, hostile, report

if TYPE_CHECKING:
    from tests.browser.conftest import Open, Opened

WIDTHS = [1280, 768, 375, 360]
REPORTS = [report, clean, hostile]
MODELS = 6
"""Rows of the report: gpt-old, claude-later, a misspelt, an unknown, a dynamic and a living one."""


def accessible(opened: Opened) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed: pip install --group browser"
    )
    found = axe.Axe().run(opened.page)
    assert found.violations_count == 0, found.generate_report()


def roles(opened: Opened) -> Counter[str]:
    """What programs that read pages aloud find, by role."""
    session = opened.page.context.new_cdp_session(opened.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return Counter(str(node["role"]["value"]) for node in nodes if not node.get("ignored"))


@pytest.mark.parametrize("given", REPORTS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_does_nothing_but_show_itself_within_the_window(
    opened: Open, given: object, scheme: str, width: int
) -> None:
    made = opened(given(), width, scheme)  # type: ignore[operator]
    made.page.locator("#unfold").click()
    for text in ("alert", "x", ""):
        made.page.locator("#words").fill(text)
    wide, window = made.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= window
    assert made.deeds == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("given", [report, hostile])
def test_axe_finds_nothing_to_mend(opened: Open, given: object, scheme: str, width: int) -> None:
    made = opened(given(), width, scheme)  # type: ignore[operator]
    made.page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    accessible(made)


@pytest.mark.parametrize("width", [1280, 375])
def test_tables_and_landmarks_are_told_as_such_however_they_are_laid_out(opened: Open, width: int) -> None:
    found = roles(opened(report(), width))
    assert (found["banner"], found["main"], found["contentinfo"], found["search"]) == (1, 1, 1, 1)
    assert found["table"] == 4
    assert (found["columnheader"], found["rowheader"]) == (4 * 5, MODELS)
    assert found["heading"] >= 9


def test_the_ends_are_a_chart_where_there_is_room_and_a_list_elsewhere(opened: Open) -> None:
    wide = opened(report(), 1280).page
    assert wide.locator(".chart").bounding_box()["width"] > 900
    assert wide.locator(".chart .track").count() == 3
    assert wide.locator(".months").bounding_box()["width"] <= 1
    assert "1 Jun 2027: claude-later, Claude API, 1 place" in wide.locator(".months").inner_text()
    narrow = opened(report(), 375).page
    assert not narrow.locator(".chart").is_visible()
    assert narrow.locator(".months").bounding_box()["width"] > 300


def test_marks_of_the_chart_stand_where_their_days_are(opened: Open) -> None:
    page = opened(report(), 1280).page
    today = page.locator(".axis .today").bounding_box()["x"]
    gone, later = (page.locator(f".track g.{group} use").first.bounding_box()["x"] for group in ("gone", "later"))
    june = page.locator(".axis text", has_text="Jun").bounding_box()["x"]
    assert gone + 20 < today < later
    assert abs(later - june) < 20


@pytest.mark.parametrize("width", [1280, 375])
def test_everything_can_be_read_without_the_script(opened: Open, width: int) -> None:
    made = opened(report(), width, java_script_enabled=False)
    assert len(made.shown()) == MODELS
    assert not made.page.locator("#filter").is_visible()
    place = made.page.get_by_text("app/prices.py:4:9")
    assert not place.is_visible()
    made.page.locator("summary", has_text="of gpt-old").click()
    assert place.is_visible()
    assert made.deeds == []


def test_the_list_is_filtered_by_words_state_provider_and_use(opened: Open) -> None:
    made = opened(report())
    page, told = made.page, made.page.locator("#shown")
    assert told.inner_text() == "6 models"
    page.locator("#words").fill("GPT old")
    assert made.shown() == ["gpt-old"]
    assert told.inner_text() == "1 of 6 models"
    page.locator("#words").fill("app/prices.py")
    assert made.shown() == ["gpt-old"]
    page.locator("#words").fill("nothing of the kind")
    assert made.shown() == []
    assert told.inner_text() == "0 of 6 models"
    assert page.locator(".group h3").filter(visible=True).count() == 0
    page.locator("#words").fill("")
    page.locator("#group").select_option("unclear")
    assert len(made.shown()) == 3
    page.locator("#surface").select_option("gemini")
    assert made.shown() == ['f"gpt-{size}"']
    page.locator("#group").select_option("")
    assert made.shown() == ['f"gpt-{size}"', "gemini-living"]
    page.locator("#role").select_option("doc")
    assert made.shown() == ["gemini-living"]
    page.locator(".card.gone a").click()
    assert len(made.shown()) == MODELS
    assert made.page.url.endswith("#gone")


def test_all_places_are_shown_at_once_and_put_away_again(opened: Open) -> None:
    page = opened(report()).page
    places = page.locator(".places code").filter(visible=True)
    button = page.get_by_role("button", name="Show all places")
    button.click()
    assert places.count() == len(report().references)
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert places.count() == 0


def test_the_keyboard_reaches_the_models_first_and_can_be_followed(opened: Open) -> None:
    page = opened(report()).page
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("each => document.activeElement === each")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("#words").evaluate("each => document.activeElement === each")
    outline = page.locator("#words").evaluate("each => getComputedStyle(each).outlineStyle")
    assert outline == "solid"


def test_the_browser_s_wish_for_dark_or_for_calm_is_followed(opened: Open) -> None:
    light, dark = (
        opened(report(), scheme=scheme).page.evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    )
    assert light == "rgb(244, 245, 247)"
    assert dark == "rgb(15, 18, 22)"
    behaviours = [
        opened(report(), reduced_motion=wish).page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
        for wish in ("no-preference", "reduce")
    ]
    assert behaviours == ["smooth", "auto"]


def test_on_paper_every_place_is_there_and_nothing_that_only_works_on_a_screen(opened: Open) -> None:
    page = opened(report()).page
    page.emulate_media(media="print")
    assert not page.locator("#filter").is_visible()
    assert page.get_by_text("app/prices.py:4:9").bounding_box()["height"] > 5
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")
