"""What the hits of a tool are worth, by the labels that people gave to lines and by the marks of the sample project."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from benchmarks.comparison.sources import Source
    from benchmarks.comparison.tools import Hit

LABELS = Path(__file__).parent / "labels.jsonl"
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Label:
    """Whether a line asks a provider for an id that is gone or going, and whether two people could honestly differ."""

    use: bool
    debatable: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the labelled lines are uses and fail the build, and how many fail it in all."""

    uses: int
    found: int
    wrongly: int
    lines: int

    @property
    def recall(self) -> float:
        """The part of the uses that fails the build."""
        return self.found / self.uses if self.uses else 0.0

    @property
    def precision(self) -> float | None:
        """The part of the labelled lines failing the build that are uses; None where none fails."""
        failing = self.found + self.wrongly
        return self.found / failing if failing else None


def labels(sources: Iterable[Source]) -> dict[Place, Label]:
    """Each labelled line, by its place below the folder of all sources; a line with one use among its ids is a use."""
    folders = {(each.package, each.version): each.folder for each in sources}
    lines: dict[Place, list[Label]] = defaultdict(list)
    for row in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines()):
        folder = folders.get((row["package"], row["version"]))
        if folder is not None:
            label = Label(row["use"], row.get("debatable", False))
            lines[f"{folder}/{row['path']}", row["line"]].append(label)
    return {place: merged(several) for place, several in lines.items()}


def merged(several: Iterable[Label]) -> Label:
    several = list(several)
    return Label(any(each.use for each in several), any(each.debatable for each in several))


def score(hits: Iterable[Hit], lines: Mapping[Place, Label]) -> Score:
    """What failing lines are worth; debatable labels count neither way."""
    failing = {(hit.path, hit.line) for hit in hits if hit.fails}
    plain = {place: label for place, label in lines.items() if not label.debatable}
    uses = {place for place, label in plain.items() if label.use}
    return Score(len(uses), len(uses & failing), len((plain.keys() - uses) & failing), len(failing))


def marks(directory: Path) -> dict[str, set[Place]]:
    """The lines of the sample project that are marked `wrong` and `right`."""
    found: dict[str, set[Place]] = {"wrong": set(), "right": set()}
    for path in sorted(directory.iterdir()):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if mark := re.search(r"(?:#|//) (wrong|right)$", line):
                found[mark[1]].add((path.name, number))
    return found
