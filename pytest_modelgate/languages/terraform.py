"""Terraform and OpenTofu."""

from __future__ import annotations

from pytest_modelgate._shelf import later
from pytest_modelgate.kinds import Language

_ROOM = "pytest_modelgate.languages._terraform"

LANGUAGE = Language(
    name="terraform",
    suffixes=(".tf", ".tofu", ".tfvars", ".hcl"),
    extract=later(_ROOM, "extract"),
    passages=later(_ROOM, "passages"),
    remarks=later(_ROOM, "remarks"),
)
