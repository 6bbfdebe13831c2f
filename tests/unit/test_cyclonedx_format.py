from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from cyclonedx.model.bom import Bom
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from pytest_modelgate.formats.cyclonedx import FORMAT
from pytest_modelgate.kinds import Style
from pytest_modelgate.records import ApiRecord, ModelRecord
from pytest_modelgate.terms import State
from pytest_modelgate.values import Report, Succession
from tests.golden.sample import HOSTILE_ID, HOSTILE_PATH, OLD, TODAY, clean, reference, report

VALID = JsonStrictValidator(SchemaVersion.V1_6)
EMPTY = replace(report(), references=(), states=(), successions=())


def made(given: Report, style: Style | None = None) -> dict[str, Any]:
    """The bill, once its own library has found it valid and read it again."""
    text = FORMAT.render("inventory", given, style or Style())
    assert VALID.validate_str(text) is None
    bill: dict[str, Any] = json.loads(text)
    assert len(Bom.from_json(bill).components) == len(bill.get("components", ()))  # type: ignore[attr-defined]
    return bill


def only(model: str, record: ModelRecord | None = None, surface: str | None = "openai") -> Report:
    """A report of one model in one place."""
    used = reference(model, HOSTILE_PATH, 1, record=record, surface=surface)
    return replace(report(), references=(used,), states=(State.UNKNOWN,), successions=(Succession(),))


def properties(component: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["name"].removeprefix("modelgate:"), each["value"]) for each in component["properties"]]


@pytest.mark.parametrize("given", [report(), clean(), EMPTY], ids=["report", "clean", "empty"])
@pytest.mark.parametrize("project", ["", "support-desk", HOSTILE_ID])
def test_every_bill_is_valid(given: Report, project: str) -> None:
    bill = made(given, Style(project=project))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["timestamp"] == "2026-11-21T00:00:00+00:00"
    assert ("component" in bill["metadata"]) is bool(project)


@pytest.mark.parametrize(
    "model",
    [
        *(
            HOSTILE_ID,
            "",
            " ",
            "/",
            "@cf/meta/llama-3.1",
            "a/b/c",
            "../x",
            "?q=1#f",
            "%2F",
            "pkg:npm/x",
            "x" * 3000,
            "\x00",
        ),
        *("arn:aws:bedrock:us-east-1::foundation-model/x", "\u0645\u0631\u062d\u0628\u0627", "\U0001f600", "a\nb"),
    ],
)
@pytest.mark.parametrize("surface", ["openai", "custom-host", "<b>/x y", None])
def test_every_name_can_be_in_a_bill(model: str, surface: str | None) -> None:
    [component] = made(only(model, surface=surface))["components"]
    assert len(component["evidence"]["occurrences"]) == 1


def test_a_component_is_a_model_on_a_surface_with_what_is_known_of_it() -> None:
    [component] = [each for each in made(report())["components"] if each["name"] == "gpt-old"]
    assert component["type"] == "machine-learning-model"
    assert component["bom-ref"] == "openai/gpt-old"
    assert component["purl"] == "pkg:generic/openai/gpt-old"
    assert component["supplier"] == {"name": "OpenAI API"}
    assert properties(component) == [
        ("ends", "2026-10-01"),
        ("replacement", "gpt-new"),
        ("role", "catalogue"),
        ("role", "runtime"),
        ("role", "test"),
        ("state", "retired"),
        ("surface", "openai"),
    ]
    places = component["evidence"]["occurrences"]
    assert [(place["location"], place["line"]) for place in places] == [
        ("app/a.py", 3),
        ("app/a.py", 7),
        ("app/c.py", 8),
        ("app/prices.py", 4),
        ("tests/test_a.py", 5),
        ("tests/test_b.py", 6),
    ]
    assert places[0]["symbol"] == "MODEL"
    assert places[0]["additionalContext"] == "runtime, call-argument, column 9, written gpt-old"


def test_every_place_of_the_report_is_in_the_bill() -> None:
    places = [place for each in made(report())["components"] for place in each["evidence"]["occurrences"]]
    assert len(places) == len(report().references)


def test_what_only_running_code_knows_or_nobody_surely_serves_has_neither_purl_nor_supplier() -> None:
    [component] = [each for each in made(report())["components"] if ("state", "dynamic") in properties(each)]
    assert component.keys() & {"purl", "supplier"} == set()
    assert [value for name, value in properties(component) if name == "surface"] == ["gemini", "openai"]


def test_a_version_that_a_surface_names_apart_is_the_components() -> None:
    record = ModelRecord(surface="azure", id="gpt-4o-2024", kind="snapshot", modality="chat", version="2024-08-06")
    [component] = made(only("gpt-4o-2024", record))["components"]
    assert component["version"] == "2024-08-06"


def test_an_api_that_ends_is_no_model() -> None:
    api = ApiRecord(surface="openai", id="assistants", title="Assistants API", retires=TODAY, instead="use Responses")
    used = replace(reference("assistants", "a.py", 1), api=api)
    given = replace(report(), references=(used,), states=(State.RETIRED,), successions=(Succession(),))
    [component] = made(given)["components"]
    assert component["type"] == "platform"
    assert ("ends", "2026-11-21") in properties(component)


def test_one_model_in_two_states_is_two_components_with_names_of_their_own() -> None:
    moved = replace(OLD, retires=date(2027, 5, 1))
    used = (reference("gpt-old", "a.py", 1, record=OLD), reference("gpt-old", "b.py", 1, record=moved))
    states = (State.RETIRED, State.DEPRECATED)
    given = replace(report(), references=used, states=states, successions=(Succession(), Succession()))
    assert [each["bom-ref"] for each in made(given)["components"]] == ["openai/gpt-old", "openai/gpt-old#2"]


def test_the_project_uses_every_component() -> None:
    bill = made(report(), Style(project="support-desk"))
    [root] = [each for each in bill["dependencies"] if each["ref"] == "project:support-desk"]
    assert sorted(root["dependsOn"]) == sorted(each["bom-ref"] for each in bill["components"])
    assert bill["metadata"]["component"]["bom-ref"] == "project:support-desk"


def test_the_serial_number_is_that_of_the_content() -> None:
    numbers = {
        made(given, Style(project=project))["serialNumber"]
        for given in (report(), report(), clean(), replace(report(), today=date(2026, 11, 22)))
        for project in ("", "support-desk")
    }
    assert len(numbers) == 6
    assert all(UUID(number.removeprefix("urn:uuid:")).int for number in numbers)
