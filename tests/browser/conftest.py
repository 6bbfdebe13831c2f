"""A Chromium of the machine that opens pages, and notes what a page should not do."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from pytest_modelgate.formats.html import FORMAT
from pytest_modelgate.kinds import Style

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from pytest_modelgate.values import Report

NAMES = ("chromium", "google-chrome", "chromium-browser", "google-chrome-stable")


# Whoever says where the browser is has installed it, so that what is missing is a mistake.
@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and "MODELGATE_TEST_BROWSER" in os.environ:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"MODELGATE_TEST_BROWSER is set, so that nothing may be left out. {reason}"
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install --group browser"
    )
    named = os.environ.get("MODELGATE_TEST_BROWSER")
    program = named or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip(f"none of {', '.join(NAMES)} is on the PATH")
    with playwright.sync_playwright() as started:
        # Root, as containers have it, may not use the sandbox; what is opened here is our own page.
        opened = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@dataclass(frozen=True)
class Opened:
    """A page in the browser, and what it did besides being shown."""

    page: Any
    deeds: list[str] = field(default_factory=list)

    def refuse(self, dialog: Any) -> None:
        """Notes a dialog, and closes it so that the page goes on."""
        self.deeds.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def shown(self) -> list[str]:
        """The models that can be seen, by their ids as the page spells them."""
        return [each.inner_text() for each in self.page.locator(".group tbody th code").all() if each.is_visible()]


class Open(Protocol):
    """Makes the page of a report and opens it."""

    def __call__(self, given: Report, width: int = 1280, scheme: str = "light", **options: Any) -> Opened:
        """The options are the browser's own."""


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    with ExitStack() as stack:

        def show(given: Report, width: int = 1280, scheme: str = "light", **options: Any) -> Opened:
            file = tmp_path / "report.html"
            file.write_bytes(FORMAT.render("inventory", given, Style(project="support-desk")).encode())
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
            stack.callback(context.close)
            made = Opened(context.new_page())
            made.page.on("console", lambda said: made.deeds.append(f"console: {said.text}"))
            made.page.on("pageerror", lambda error: made.deeds.append(f"error: {error}"))
            # Playwright would note something of its own on the object of a bound method.
            made.page.on("dialog", lambda dialog: made.refuse(dialog))
            made.page.on("popup", lambda popup: made.deeds.append(f"popup: {popup.url}"))
            made.page.on("request", lambda request: made.deeds.append(f"request: {request.url}"))
            made.page.goto(file.as_uri())
            assert made.deeds.pop(0) == f"request: {file.as_uri()}"
            return made

        yield show
