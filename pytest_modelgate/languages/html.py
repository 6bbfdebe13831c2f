"""Pages of HTML: their scripts, and what their tags are given."""

from __future__ import annotations

from pytest_modelgate.languages._components import Dialect, language

LANGUAGE = language("html", (".html", ".htm"), Dialect("html"))
