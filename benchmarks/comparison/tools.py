"""The tools that are compared: how each is installed, run as its documentation runs it in CI, and read."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Hit:
    """One line that a tool names, with the id it names there, and whether that fails the build."""

    path: str
    line: int
    id: str
    fails: bool = True


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool in one way of being run.

    `commands` are run in the folder that is read, one after the other, and `read` turns what they printed into hits;
    `{root}`, `{bin}` and `{out}` stand for that folder, the tool's own programs and a folder for files it writes.
    `origin` is `python`, `npm`, `checkout` (not in a registry; a checkout is given on the command line) or `here`.
    """

    name: str
    version: str
    origin: str
    commands: tuple[tuple[str, ...], ...]
    read: Callable[[list[str]], Iterable[Hit]]
    package: str = ""
    label: str = ""

    @property
    def title(self) -> str:
        """What the row of the table is called."""
        return f"{self.name} {self.label}".strip()


def all_tools() -> tuple[Tool, ...]:
    """Every tool, ours first, the others by name."""
    return (
        Tool("modelgate", "", "here", (("{bin}/modelgate", "check", "{root}", "--format", "json"),), modelgate),
        Tool(
            "bydtech-model-retire", "0.1.1", "python", (("{bin}/model-retire", "{root}", "--format", "json"),), bydtech
        ),
        Tool("depdesk", "0.3.0", "python", (("{bin}/depdesk", "check", "{root}", "--json"),), depdesk),
        Tool("flake8-llm-sunset", "0.0.7", "python", (("{bin}/flake8", "--select", "LSG,E9", "{root}"),), flake8),
        Tool(
            "foretop-ebb",
            "0.3.0",
            "python",
            (("{bin}/ebb", "scan", "{root}", "--fail-on", "high", "--format", "json"),),
            ebb,
        ),
        # Its --no-docs changes nothing here: what stands in documents is never of high risk to it.
        Tool(
            "lastorders",
            "0.4.13",
            "python",
            (
                ("{bin}/lastorders", "scan", "{root}", "--offline", "--fail-on-high", "--out", "{out}"),
                ("cat", "{out}/scan.json"),
            ),
            lastorders,
        ),
        Tool(
            "llm-sunset", "0.3.1", "python", (("{bin}/llm-sunset", "--offline", "--format", "json", "{root}"),), sunset
        ),
        Tool(
            "model-eol",
            "0.5.1",
            "checkout",
            # Without --allow-incomplete it gives no verdict, because one of the files is no UTF-8.
            (("node", "{bin}/check.mjs", *"check {root} --days 90 --scope direct --json --allow-incomplete".split()),),
            model_eol,
        ),
        Tool(
            "model-sunset",
            "1.0.0",
            "checkout",
            (("node", "{bin}/dist/cli.js", "scan", "{root}", *"--fail-on deprecated --days 90 --format json".split()),),
            model_sunset,
        ),
        Tool("modelalive", "1.6.1", "python", (("{bin}/modelalive", "scan", "{root}", "--json"),), modelalive),
        *(
            Tool(
                "modelbump",
                "0.2.0",
                "python",
                (("{bin}/modelbump", "scan", "{root}", "--fail-within", "90", "--format", "json", *more),),
                modelbump,
                label=" ".join(more),
            )
            for more in ((), ("--skip-comments", "--skip-tests"))
        ),
        Tool(
            "modelpin",
            "0.5.0",
            "python",
            (("{bin}/modelpin", "watch", "--scan", "--json"), ("{bin}/modelpin", "scan", "{root}")),
            modelpin,
        ),
        Tool("modelrot", "0.2.0", "python", (("{bin}/modelrot", "{root}", "--json"),), modelrot),
    )


def modelgate(outputs: list[str]) -> Iterator[Hit]:
    for each in parsed(outputs[0])["findings"]:
        yield Hit(each["path"], each["line"], each["id"], each["gates"])


def bydtech(outputs: list[str]) -> Iterator[Hit]:
    for each in parsed(outputs[0])["findings"]:
        yield Hit(each["file"], each["line"], each["match"], each["severity"] == "error")


def depdesk(outputs: list[str]) -> Iterator[Hit]:
    for each in parsed(outputs[0])["findings"]:
        for place in each["locations"]:
            yield Hit(place["path"], place["line"], each["identifier"], each["fails_build"])


def flake8(outputs: list[str]) -> Iterator[Hit]:
    for path, line, said in re.findall(r"^(.+?):(\d+):\d+: LSG\d+ (.*)$", outputs[0], re.MULTILINE):
        found = re.search(r"[\w./-]*\d[\w./-]*", said)
        yield Hit(path, int(line), found[0] if found else "")


def ebb(outputs: list[str]) -> Iterator[Hit]:
    for each in parsed(outputs[0]):
        # A healthy model is listed too, as one that is clear.
        for place in each["evidence"] if each["verdict"] != "clear" else ():
            line = int(place["locator"].partition(":")[0])
            yield Hit(place["source_uri"], line, each["subject"], each["severity"] in ("high", "critical"))


def lastorders(outputs: list[str]) -> Iterator[Hit]:
    for each in parsed(outputs[1])["findings"]:
        yield Hit(each["file"], each["line"], each["model"], each["risk"] == "high")


def sunset(outputs: list[str]) -> Iterator[Hit]:
    for each in parsed(outputs[0])["findings"]:
        yield Hit(each["path"], each["line"], each["match"], each["severity"] == "error")


def model_eol(outputs: list[str]) -> Iterator[Hit]:
    for each in parsed(outputs[0])["findings"]:
        if each["status"] != "ok":
            yield Hit(each["file"], each["line"], each["matched"], each["days"] is not None and each["days"] <= 90)


def model_sunset(outputs: list[str]) -> Iterator[Hit]:
    for each in parsed(outputs[0])["findings"]:
        yield Hit(each["file"], each["line"], each["matchedId"], each["model"]["state"] in DYING)


DYING = ("retired", "critical", "deprecated")


def modelalive(outputs: list[str]) -> Iterator[Hit]:
    # Its scan exits with 1 for whatever it lists, ids that it does not know among them.
    for each in parsed(outputs[0])["findings"]:
        yield Hit(each["path"], each["line"], each["model"])


def modelbump(outputs: list[str]) -> Iterator[Hit]:
    for each in parsed(outputs[0])["findings"]:
        yield Hit(each["path"], each["line"], each["model_id"], each["severity"] in ("retired", "retiring_soon"))


def modelpin(outputs: list[str]) -> Iterator[Hit]:
    # An unknown id ends with another exit code than 0, and so fails the build too.
    stand = {each["id"]: each["affected"] or not each["known"] for each in parsed(outputs[0])["models"]}
    for row in re.findall(r"^\| (\S+) +\| (.+?) +\| (\d+) +\|$", outputs[1], re.MULTILINE):
        if stand.get(row[0], False):
            yield Hit(row[1], int(row[2]), row[0])


def modelrot(outputs: list[str]) -> Iterator[Hit]:
    report = parsed(outputs[0])
    # The finding names at most six places of an id, the inventory all.
    places = {each["model"]: each["places"] for each in report["inventory"]}
    for each in report["findings"]:
        quoted = re.search(r'"(.+?)"', each["title"])
        name = quoted[1] if quoted else ""
        for place in places.get(name) or each["where"].split(", "):
            path, _, line = place.rpartition(":")
            if line.isdigit():
                yield Hit(path, int(line), name, each["severity"] == "high")


def parsed(output: str) -> Any:
    """The JSON of an output that may say something else before it."""
    start = min((at for at in (output.find("{"), output.find("[")) if at >= 0), default=0)
    return json.JSONDecoder().raw_decode(output[start:])[0]
