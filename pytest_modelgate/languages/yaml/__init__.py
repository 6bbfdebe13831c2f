"""YAML."""

from __future__ import annotations

from pytest_modelgate._shelf import later
from pytest_modelgate.kinds import Language

_ROOM = "pytest_modelgate.languages.yaml.documents"

LANGUAGE = Language(
    name="yaml",
    suffixes=(".yaml", ".yml", ".yaml.example", ".yml.example", ".yaml.tpl", ".yml.tpl", ".yaml.j2", ".yml.j2"),
    extract=later(_ROOM, "extract"),
    passages=later(_ROOM, "passages"),
    remarks=later(_ROOM, "remarks"),
    pieces=later(_ROOM, "pieces"),
)
