"""Components of Svelte: scripts, and what stands in braces and attributes around them."""

from __future__ import annotations

from pytest_modelgate.languages._components import Dialect, language

LANGUAGE = language("svelte", (".svelte",), Dialect("svelte"))
