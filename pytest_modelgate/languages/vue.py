"""Components of Vue: scripts, and the expressions and attributes of the template."""

from __future__ import annotations

from pytest_modelgate.languages._components import Dialect, language

LANGUAGE = language("vue", (".vue",), Dialect("html", binds=True))
