"""Fail the build on LLM model ids that are gone, going, misspelt or unknown."""

from __future__ import annotations

__version__ = "0.1.0"
