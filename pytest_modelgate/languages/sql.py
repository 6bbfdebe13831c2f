"""SQL of any dialect."""

from __future__ import annotations

from pytest_modelgate._shelf import later
from pytest_modelgate.kinds import Language

_ROOM = "pytest_modelgate.languages._sql"

LANGUAGE = Language(
    name="sql",
    suffixes=(".sql", ".ddl", ".dml", ".pgsql", ".psql", ".bqsql", ".hql", ".tsql"),
    extract=later(_ROOM, "extract"),
    passages=later(_ROOM, "passages"),
    remarks=later(_ROOM, "remarks"),
    comment="-- {}",
)
