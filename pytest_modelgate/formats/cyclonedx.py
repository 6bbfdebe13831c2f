"""`inventory` as a CycloneDX bill of materials: a component for each model and surface, with its places as evidence."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from pytest_modelgate import __version__
from pytest_modelgate.formats._escape import visible, visible_path
from pytest_modelgate.formats._rows import Row, rows_of
from pytest_modelgate.formats._surfaces import title_of
from pytest_modelgate.formats.json import serialized
from pytest_modelgate.kinds import HELP_BASE, Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component
    from cyclonedx.model.component_evidence import Occurrence

    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Reference, Report

PREFIX = "modelgate:"
"""What the names of our properties begin with."""
_ORDER = "$schema bomFormat specVersion serialNumber version metadata components dependencies".split()
_NO_SERIAL = "urn:uuid:00000000-0000-0000-0000-000000000000"


def document(report: Report, style: Style) -> dict[str, Any]:
    """The bill as JSON's own types; the same content gives the same serial number."""
    from uuid import NAMESPACE_URL, UUID, uuid5

    from cyclonedx.output import make_outputter
    from cyclonedx.schema import OutputFormat, SchemaVersion

    bom = _bom(report, style)
    bom.serial_number = UUID(_NO_SERIAL)
    made: dict[str, Any] = json.loads(make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string())
    for component in made.get("components", ()):
        # The library orders places by the address in memory of what it gives them for a name.
        component["evidence"]["occurrences"].sort(
            key=lambda place: (place["location"], place["line"], place["additionalContext"])
        )
    made["serialNumber"] = uuid5(NAMESPACE_URL, json.dumps(made, sort_keys=True)).urn
    # As the standard lists them, so that its beginning says what the file is.
    return {key: made[key] for key in _ORDER if key in made}


def _bom(report: Report, style: Style) -> Bom:
    from datetime import UTC, datetime, time

    from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component, ComponentType

    bom = Bom(components=_components(report))
    bom.metadata.timestamp = datetime.combine(report.today, time(), UTC)
    bom.metadata.tools.components.add(
        Component(
            type=ComponentType.APPLICATION,
            name="modelgate",
            version=__version__,
            bom_ref="modelgate",
            external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(HELP_BASE))],
        )
    )
    bom.metadata.properties.update(_properties([("table", report.table.as_of.isoformat())]))
    if style.project:
        name = visible(style.project)
        bom.metadata.component = Component(type=ComponentType.APPLICATION, name=name, bom_ref=f"project:{name}")
        bom.register_dependency(bom.metadata.component, bom.components)
    return bom


def _components(report: Report) -> Iterator[Component]:
    known: Counter[str] = Counter()
    for row in rows_of(report):
        name = f"{row.surface or 'unknown'}/{row.model}"
        known[name] += 1
        # A model may be there twice, where a provider's list tells one place more than the table tells another.
        yield _component(row, visible(name) + (f"#{known[name]}" if known[name] > 1 else ""))


def _component(row: Row, bom_ref: str) -> Component:
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.model.component_evidence import ComponentEvidence
    from cyclonedx.model.contact import OrganizationalEntity
    from packageurl import PackageURL

    first = row.places[0]
    name = visible(row.model) or '""'
    surface = visible(row.surface)
    served = len(row.surfaces) == 1
    # A purl has no room for a name without a letter or a sign of its own.
    placed = served and not first.occurrence.dynamic and bool(name.strip(" /"))
    return Component(
        # The API that a call needs ends like a model, and is none.
        type=ComponentType.MACHINE_LEARNING_MODEL if first.api is None else ComponentType.PLATFORM,
        bom_ref=bom_ref,
        group=surface or None,
        name=name,
        version=first.record.version if first.record is not None else None,
        supplier=OrganizationalEntity(name=visible(title_of(row.surface))) if served else None,
        purl=PackageURL("generic", surface, name) if placed else None,
        evidence=ComponentEvidence(occurrences=map(_occurrence, row.places)),
        properties=_properties(
            [
                *(("surface", visible(name)) for name in row.surfaces),
                ("state", row.state.value),
                ("ends", "" if row.ends is None else row.ends.isoformat()),
                ("replacement", visible(row.replacement)),
                *(("role", role.value) for role in row.roles),
            ]
        ),
    )


def _occurrence(reference: Reference) -> Occurrence:
    from cyclonedx.model.component_evidence import Occurrence

    read = f"{reference.role.value}, {reference.occurrence.reach.value}, column {reference.span.column}"
    return Occurrence(
        location=visible_path(reference.path),
        line=reference.span.line,
        symbol=visible(reference.occurrence.symbol or "") or None,
        additional_context=f"{read}, written {visible(reference.id)}",
    )


def _properties(named: Iterable[tuple[str, str]]) -> Any:
    from cyclonedx.model import Property

    return [Property(name=PREFIX + name, value=value) for name, value in named if value]


def _render(report: Report, style: Style) -> str:
    return serialized(document(report, style), indent=2) + "\n"


FORMAT = Format(name="cyclonedx", inventory=_render, needs=("cyclonedx",))
