"""Pages of Astro: the script that each begins with, and what stands in braces and attributes below, as in Svelte."""

from __future__ import annotations

from pytest_modelgate.languages._components import Dialect, language

LANGUAGE = language("astro", (".astro",), Dialect("svelte", front=True))
