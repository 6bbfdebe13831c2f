"""Follows models across files: what a call takes from another file is looked up there, through as many as it takes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pytest_modelgate.examine import Examined, Examiner
    from pytest_modelgate.values import Occurrence, Use

_ROUNDS = 4
"""Files through which a name is followed: a package that passes on what its modules hold takes two."""


def linked(files: Sequence[Examined], examiner: Examiner, covers: Callable[[Path], bool]) -> list[Examined]:
    """The files with what calls of other files tell of the models they hold.

    Only files below the root of the settings are looked into, and only what the scan `covers` is told of. A call whose
    model is found in none of them is given a model that only running code knows.
    """
    root = examiner.settings.root
    known = {file.path: file for file in files}
    scanned = frozenset(known)
    asked: dict[Path, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    finder = _Finder(root)
    waiting = [(path, link) for path, file in known.items() for link in file.links]
    seen = set()
    for _ in range(_ROUNDS):
        touched: set[Path] = set()
        for path, link in waiting:
            use = link.use if link.use.path is not None else replace(link.use, path=known[path].shown)
            for place in finder.places(path, link.path):
                if place[0] != path and (place, use) not in seen:
                    seen.add((place, use))
                    asked[place[0]][place[1]].append(use)
                    touched.add(place[0])
        waiting = []
        for path in sorted(touched):
            names = {name: tuple(uses) for name, uses in asked[path].items()}
            known[path] = examiner.examine(path, names)
            waiting += [(path, link) for link in known[path].links]
        if not waiting:
            break
    found = {
        (use.path, use.line, use.call)
        for path in asked
        for reference, _ in known[path].references
        for use in reference.occurrence.uses
    }
    unresolved: dict[Path, list[Occurrence]] = defaultdict(list)
    for file in files:
        for link in file.links:
            if link.occurrence is not None and (file.shown, link.use.line, link.use.call) not in found:
                unresolved[file.path].append(link.occurrence)
    return [
        examiner.extended(file, unresolved[path]) if path in unresolved else file
        for path, file in known.items()
        if path in scanned or covers(path)
    ]


class _Finder:
    """Finds the files that imports lead to, by the rules of Python and the look of the tree."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[Path, bool] = {}

    def places(self, importer: Path, dotted: str) -> Iterator[tuple[Path, str]]:
        """The file and the name in it that a dotted path leads to; nothing when it leads out of the tree."""
        plain, bracket, key = dotted.partition("[")
        names = plain.lstrip(".").split(".")
        dots = len(plain) - len(plain.lstrip("."))
        for base in self._bases(importer, dots):
            for length in range(len(names) - 1, -1 if dots else 0, -1):
                folder = base.joinpath(*names[:length])
                module = folder.with_name(f"{folder.name}.py") if length else folder / "__init__.py"
                for file in (module, folder / "__init__.py"):
                    if self._is_file(file):
                        yield file, ".".join(names[length:]) + bracket + key
                        return

    def _bases(self, importer: Path, dots: int) -> Iterator[Path]:
        """The folders from which an import is looked up: that of its dots, or all above the importer, nearest first."""
        folder = importer.parent
        if dots:
            for _ in range(dots - 1):
                folder = folder.parent
            yield folder
            return
        while folder.is_relative_to(self._root):
            yield folder
            yield folder / "src"
            folder = folder.parent

    def _is_file(self, path: Path) -> bool:
        if path not in self._files:
            self._files[path] = path.is_relative_to(self._root) and path.is_file()
        return self._files[path]
