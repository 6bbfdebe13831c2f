"""The published packages that are read: fetching them, and the sample of their lines that people labelled."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
LARGEST = 1_500_000
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Source:
    """A package in one version. `drawn` ones were drawn by chance, the others chosen because many people use them."""

    package: str
    version: str
    registry: str
    drawn: bool

    @property
    def folder(self) -> str:
        """What the folder with its files is called."""
        if self.registry == "npm":
            return f"{self.package.removeprefix('@').replace('/', '-')}-{self.version}"
        return f"{re.sub(r'[-_.]+', '_', self.package)}-{self.version}"

    @property
    def most(self) -> int:
        """How many of its lines are labelled at most."""
        return 8 if self.drawn else 14


def all_sources() -> tuple[Source, ...]:
    """Every package, in the order of their names."""
    return tuple(Source(**json.loads(line)) for line in (HERE / "sources.jsonl").read_text().splitlines())


def fetch(source: Source, directory: Path) -> None:
    """Unpacks a package into its folder; nothing of it is built, installed or run."""
    target = directory / source.folder
    if target.exists():
        return
    wanted = f"{source.package}=={source.version}"
    with tempfile.TemporaryDirectory() as name:
        if source.registry == "npm":
            wanted = wanted.replace("==", "@")
            command = ["npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", name, wanted]
        else:
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
            command += ["--python-version", "3.12", "--dest", name, wanted]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(name).iterdir()
        unpack(archive, target)


def unpack(archive: Path, target: Path) -> None:
    """Unpacks a wheel, without what describes it, or what npm packed."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            for each in wheel.namelist():
                if ".dist-info/" not in each:
                    wheel.extract(each, target)
        return
    with tarfile.open(archive) as packed:
        packed.extractall(target, filter="data")


def sample(source: Source, directory: Path) -> list[tuple[str, int, str]]:
    """Path, line and id of what is labelled of a package: a fixed number, drawn by hash, of the lines with such ids."""
    found = list(occurrences(directory / source.folder))
    found.sort(key=lambda each: digest("2026-11-21", source.folder, *each))
    return sorted(found[: source.most])


def digest(*words: object) -> str:
    return hashlib.sha256(" ".join(map(str, words)).encode()).hexdigest()


def occurrences(folder: Path) -> Iterator[tuple[str, int, str]]:
    """Path, line and id, wherever one of the ids that are gone or going stands by itself in a text."""
    pattern = gone()
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.stat().st_size > LARGEST:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.split("\n"), 1):
            for model in sorted(set(pattern.findall(line))) if len(line) <= LONGEST else ():
                yield path.relative_to(folder).as_posix(), number, model


def gone() -> re.Pattern[str]:
    """Matches the ids of `ids.json`, of which at least three tables say that they are gone or going."""
    ids = sorted(json.loads((HERE / "ids.json").read_text()), key=len, reverse=True)
    return re.compile(rf"(?<![\w.-])({'|'.join(map(re.escape, ids))})(?![\w-]|\.\w)")
