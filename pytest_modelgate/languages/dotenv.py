"""Variables for the environment."""

from __future__ import annotations

from pytest_modelgate._shelf import later
from pytest_modelgate.kinds import Language

_ROOM = "pytest_modelgate.languages._dotenv"

LANGUAGE = Language(
    name="dotenv",
    suffixes=(".env", ".flaskenv"),
    names=(".env", ".env.*", "*.env", "*.env.*", "env.example", "env.sample", "env.template", "example.env", "dotenv"),
    extract=later(_ROOM, "extract"),
    passages=later(_ROOM, "passages"),
    remarks=later(_ROOM, "remarks"),
)
