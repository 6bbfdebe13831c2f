from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import compiled, table
from pytest_modelgate.catalog import Catalog
from pytest_modelgate.fields import ROW, SOURCE
from pytest_modelgate.lifecycle import is_alive, state_of
from pytest_modelgate.providers import all_providers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PATH = Path(__file__).parents[2] / compiled.TABLE
TEXT = PATH.read_text("utf-8")
CONTENT = table.parse(TEXT.encode(), compiled.TABLE)
CATALOG = Catalog(CONTENT)
AS_OF = date(2026, 11, 21)
EVERY_ID = [(surface, model_id) for surface in CATALOG.surfaces for model_id in sorted(CATALOG.ids(surface))]
FREE_TEXT = {"title", "url", "condition", "note"}


def canonical(values: Mapping[str, object], keys: Iterable[str]) -> str:
    """A mapping as one line of the file has it."""

    def word(key: str, value: object) -> str:
        if isinstance(value, list):
            return f"[{', '.join(value)}]" if len(value) > 1 or key in {"endpoints", "source"} else str(value[0])
        if value is True:
            return "true"
        return json.dumps(value, ensure_ascii=False) if key in FREE_TEXT else str(value)

    return "{" + ", ".join(f"{key}: {word(key, values[key])}" for key in keys if key in values) + "}"


def body() -> list[str]:
    """The whole file but its heading comment, as it must be written."""
    written = []
    for name, surface in sorted(CONTENT.items()):
        written += [
            f"{name}:",
            f"  as_of: {surface['as_of']}",
            f"  after_retirement: {surface['after_retirement']}",
            f"  endpoints: [{', '.join(sorted(surface['endpoints']))}]",
            "  sources:",
        ]
        by_number = sorted(surface["sources"].items(), key=lambda pair: int(pair[0].removeprefix("S")))
        written += [f"    {key}: {canonical(dict(source), SOURCE)}" for key, source in by_number]
        written.append("  models:")
        rows = sorted(surface["models"].items())
        written += [f"    - {canonical({'id': model_id, **row}, ROW)}" for model_id, row in rows]
    return written


def test_the_file_is_written_in_the_one_canonical_way() -> None:
    lines = TEXT.splitlines()
    heading = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    assert lines[heading:] == body()
    assert TEXT.endswith("\n")
    assert "\r" not in PATH.read_bytes().decode()


def test_the_heading_explains_every_key() -> None:
    heading = TEXT[: TEXT.index("\nanthropic:")]
    explained = set(re.findall(r"^#   (\w+)  ", heading, re.MULTILINE))
    assert explained == {*ROW, "as_of", "endpoints", "sources", "models"}


def test_every_surface_is_a_provider_and_every_provider_a_surface() -> None:
    assert CATALOG.surfaces == tuple(provider.name for provider in all_providers())


def test_every_endpoint_is_used() -> None:
    for surface in CONTENT.values():
        used = {endpoint for row in surface["models"].values() for endpoint in row.get("endpoints", ())}
        assert used == set(surface["endpoints"])


def test_a_dispute_is_told_in_the_way_that_can_be_found() -> None:
    for surface in CONTENT.values():
        for row in surface["models"].values():
            assert not re.search(r"disput|conflict", row.get("note", "").removeprefix("Disputed: "))


@pytest.mark.parametrize(("surface", "model_id"), EVERY_ID)
def test_a_row_has_sources_and_its_replacements_end(surface: str, model_id: str) -> None:
    record = CATALOG.find(surface, model_id)
    assert record is not None
    assert CATALOG.sources(record)
    succession = CATALOG.succession(record, AS_OF, 90)
    if succession.living is not None:
        living = CATALOG.find(surface, succession.living)
        assert living is not None
        assert is_alive(state_of(living, AS_OF, 90))
        assert succession.steps[-1].id == succession.living
    assert all(step.source for step in succession.steps)


@pytest.mark.parametrize(("surface", "model_id"), EVERY_ID)
def test_an_alias_does_not_outlive_what_it_stands_for(surface: str, model_id: str) -> None:
    record = CATALOG.find(surface, model_id)
    assert record is not None
    target = CATALOG.find(surface, record.alias_of) if record.alias_of else None
    if target is not None and target.retires is not None:
        assert record.retires is not None
        assert record.retires <= target.retires


# Official replacements that no list shows, or that ended without one.
DEAD_ENDS = {
    "codex-mini-latest",
    "gemini-1.5-flash-8b-exp-0827",
    "text-moderation-007",
    "text-moderation-latest",
    "text-moderation-stable",
}


def test_every_replacement_leads_to_a_living_model_but_for_known_dead_ends() -> None:
    ends = set()
    for surface, model_id in EVERY_ID:
        record = CATALOG.find(surface, model_id)
        assert record is not None
        if record.successors and CATALOG.succession(record, AS_OF, 90).living is None:
            ends.add(model_id)
    assert ends == DEAD_ENDS
