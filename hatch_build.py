"""Puts the deprecations table and its compiled form into the package; a table with a mistake is never built."""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Validates the table for every build, and adds it in both forms to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Raises TableError with each mistake as `file:line: message`."""
        # The rooms of this very tree, whatever is installed.
        sys.path.insert(0, self.root)
        from pytest_modelgate import compiled, table

        source = Path(self.root, compiled.TABLE)
        text = source.read_bytes()
        content = table.parse(text, compiled.TABLE)
        # An editable install reads the table of the checkout; a copy would be of another day tomorrow.
        if self.target_name != "wheel" or version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        packed = Path(self._folder.name, compiled.COMPILED)
        packed.write_bytes(compiled.pack(content, hashlib.sha256(text).hexdigest()))
        build_data["force_include"][str(source)] = f"pytest_modelgate/{compiled.TABLE}"
        build_data["force_include"][str(packed)] = f"pytest_modelgate/{compiled.COMPILED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clears away what was written only to be packed."""
        if self.target_name == "wheel" and version != "editable":
            self._folder.cleanup()
