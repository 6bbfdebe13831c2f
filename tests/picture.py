"""Takes the README's picture of the inventory's page, in a Chromium of the machine: `python -m tests.picture`."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.sessions import AS_OF, EXAMPLES, session_in

PICTURE = EXAMPLES / "inventory.png"
PROGRAMS = ("chromium", "google-chrome", "chromium-browser", "google-chrome-stable")


def take() -> None:
    """Writes `examples/inventory.png`. Needs what `pip install --group browser` brings."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        page = Path(folder, "models.html")
        session_in(EXAMPLES, "inventory", "-q", "--as-of", AS_OF, f"--format=html={page}")
        program = next(filter(None, map(shutil.which, PROGRAMS)), None)
        # Root, as containers have it, may not use the sandbox; what is opened here is our own page.
        opened = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        shown = opened.new_page(viewport={"width": 1280, "height": 1000}, color_scheme="light")
        shown.goto(page.as_uri())
        shown.screenshot(path=PICTURE)
        opened.close()


if __name__ == "__main__":
    take()
