"""Scores what is read as a use, and whom it asks, against labels that people gave to the code of published packages.

    python benchmarks/use_quality.py install DIRECTORY
    python benchmarks/use_quality.py score DIRECTORY [--errors]

`install` puts the sources of the labelled packages, in the labelled versions, under DIRECTORY; nothing of them is run.
`labels/uses.jsonl` has one label a line: a text that could be a model id, its place, whether it is really sent when the
code runs, to which surface and through which endpoint (`unknown` where the code does not say), and `debatable` where
two people could honestly differ. A text counts as found when it is a reference whose role is `runtime`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pytest_modelgate import gate
from pytest_modelgate.config import Settings
from pytest_modelgate.endpoints import kind_of
from pytest_modelgate.providers import all_providers
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pytest_modelgate.values import Reference

LABELS = Path(__file__).parent / "labels" / "uses.jsonl"
JUDGED = {provider.name for provider in all_providers()}

Label = dict[str, Any]
Pair = tuple[Label, "Reference | None"]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("command", choices=("install", "score"))
    arguments.add_argument("directory", type=Path)
    arguments.add_argument("--errors", action="store_true", help="list the labels that were missed or wrongly taken")
    given = arguments.parse_args()
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    if given.command == "install":
        install(labels, given.directory)
        return
    pairs = matched(labels, given.directory)
    print("all labels:                              ", score(pairs))
    plain = [pair for pair in pairs if not pair[0].get("debatable")]
    print("without debatable ones:                  ", score(plain))
    ours = [pair for pair in plain if not pair[0]["use"] or pair[0]["surface"] in JUDGED]
    print("of these, uses that the table's surfaces serve:", score(ours))
    for label, reference in pairs if given.errors else ():
        if label["use"] is not is_use(reference):
            said = "nothing" if reference is None else f"{reference.role}, {reference.occurrence.reach}"
            print(f"{label['path']}:{label['line']} {label['id']!r}: {label['role']}, read as {said}")


def install(labels: Iterable[Label], directory: Path) -> None:
    """Puts the packages of the labels, without what they depend on, under a directory."""
    for package, version in sorted({(label["package"], label["version"]) for label in labels}):
        command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-compile", "--target", str(directory)]
        subprocess.run([*command, f"{package}=={version}"], check=True)


def matched(labels: Iterable[Label], directory: Path) -> list[Pair]:
    """Each label with the reference at its place, or None."""
    labels = list(labels)
    folders = sorted({directory / label["path"].partition("/")[0] for label in labels})
    settings = Settings(root=directory.absolute(), select=tuple(rule.code for rule in all_rules()))
    paths = [folder.absolute() for folder in folders]
    report = gate.run(settings, paths=paths, today=date(2026, 11, 21), deep=True)
    found: dict[tuple[str, int], list[Reference]] = defaultdict(list)
    for reference in report.references:
        if not reference.occurrence.dynamic:
            found[reference.path, reference.span.line].append(reference)
    return [(label, at(label, found[label["path"], label["line"]])) for label in labels]


def at(label: Label, references: list[Reference]) -> Reference | None:
    """The one of a line's references that a label is about: the same text, or one that holds the other."""
    for reference in references:
        if label["id"] in (reference.id, reference.occurrence.text):
            return reference
    held = (each for each in references if label["id"] in each.occurrence.text or each.id in label["id"])
    return next(held, None)


def is_use(reference: Reference | None) -> bool:
    """Whether the text is read as one that is sent."""
    return reference is not None and reference.role is Role.RUNTIME


def score(pairs: Iterable[Pair]) -> str:
    """Precision and recall of uses, and how often the surface and the kind of endpoint are right among those found."""
    pairs = list(pairs)
    hits = [(label, reference) for label, reference in pairs if label["use"] and reference and is_use(reference)]
    wrong = sum(1 for label, reference in pairs if not label["use"] and is_use(reference))
    uses = sum(1 for label, _ in pairs if label["use"])
    asked = [(label, each) for label, each in hits if label["surface"] in JUDGED]
    right = sum(1 for label, each in asked if label["surface"] in (each.surface, *each.surfaces))
    served = [
        (label["endpoint"], {kind_of(use.endpoint) for use in each.occurrence.uses if use.endpoint})
        for label, each in hits
        if label["endpoint"] != "unknown" and any(use.endpoint for use in each.occurrence.uses)
    ]
    through = sum(1 for endpoint, kinds in served if kind_of(endpoint) in kinds)
    return (
        f"precision {len(hits) / max(1, len(hits) + wrong):.3f}, recall {len(hits) / max(1, uses):.3f}"
        f" ({len(hits)} found of {uses} uses, {wrong} wrongly taken, {len(pairs)} labels);"
        f" surface {right} of {len(asked)}, endpoint {through} of {len(served)}"
    )


if __name__ == "__main__":
    main()
