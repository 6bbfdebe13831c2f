"""The gate's result as pytest items: what travels to workers, and what each item says of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate.formats._escape import clipped, visible, visible_path
from pytest_modelgate.formats._layout import count
from pytest_modelgate.formats._summary import notices
from pytest_modelgate.formats.json import serialized
from pytest_modelgate.formats.text import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest._code.code import TerminalRepr

    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Report

NAME = "modelgate"
RUN = "run"
_IDS_LIMIT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What the item of one file needs."""

    path: str
    """Absolute, and safe to print."""
    line: int
    """The first line that fails, else the first that holds a reference."""
    ids: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the items of a run need, in the controller and in every worker."""

    files: tuple[FileResult, ...] = ()
    trouble: tuple[str, ...] = ()
    """Why there can be no clean verdict."""
    below: tuple[str, ...] | None = None
    """Where files get items without being named one by one; None for everywhere."""
    alone: tuple[str, ...] = ()
    """Files of which nothing but our item was asked for, so that nothing else may open them."""

    def packed(self) -> str:
        """The result as JSON."""
        return serialized(asdict(self))

    def adds(self, file: FileResult) -> bool:
        """Whether the file gets an item although pytest did not come by it."""
        path = Path(file.path)
        return self.below is None or any(path.is_relative_to(above) for above in self.below)


def unpacked(text: str) -> Result:
    """The result that a controller packed."""
    given: dict[str, Any] = {key: _tuples(value) for key, value in json.loads(text).items()}
    files = tuple(FileResult(**{key: _tuples(value) for key, value in file.items()}) for file in given.pop("files"))
    return Result(files=files, **given)


def result_of(
    report: Report, root: Path, style: Style, below: tuple[str, ...] | None, alone: tuple[str, ...]
) -> Result:
    """What the report, whose paths begin at `root`, means for items."""
    files: dict[str, _Lines] = {}
    for reference in report.references:
        lines = files.setdefault(reference.path, _Lines())
        lines.references.append(reference.span.line)
        lines.ids.append(visible(reference.model or reference.id))
    for finding in [*report.findings, *(suppression.finding for suppression in report.suppressed)]:
        files.setdefault(finding.reference.path, _Lines()).codes.append(finding.code)
    for finding in report.findings:
        if report.gates(finding):
            files[finding.reference.path].fail(finding.reference.span.line, line_of(finding, style))
    blocking = [notification for notification in report.notifications if notification.blocking]
    trouble = tuple(notices(report, style, blocking_only=True))
    for notification, notice in zip(blocking, trouble, strict=True):
        if notification.path is not None:
            files.setdefault(notification.path, _Lines()).fail(notification.line or 1, notice)
    return Result(
        files=tuple(lines.result(str(root / visible_path(path))) for path, lines in sorted(files.items())),
        trouble=trouble,
        below=below,
        alone=alone,
    )


@dataclass(slots=True)
class _Lines:
    """One file while the report is read."""

    references: list[int] = field(default_factory=list)
    failing: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def fail(self, line: int, text: str) -> None:
        self.failing.append(line)
        self.failures.append(text)

    def result(self, path: str) -> FileResult:
        return FileResult(
            path=path,
            line=min(self.failing or self.references or [1]),
            ids=tuple(dict.fromkeys(self.ids)),
            codes=tuple(sorted(set(self.codes))),
            failures=tuple(self.failures),
        )


class GateError(Exception):
    """What an item says when it fails; it is shown without a traceback."""


class _GateItem(pytest.Item):
    def __init__(self, **keywords: Any) -> None:
        super().__init__(**keywords)
        self.add_marker(pytest.mark.modelgate)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str | TerminalRepr:
        """The failure's own lines, the first of which begins with path, line and column."""
        if isinstance(excinfo.value, GateError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)


class GateFile(pytest.File):
    """A file that holds references, beside whatever else pytest makes of it."""

    def __init__(self, *, result: FileResult, **keywords: Any) -> None:
        super().__init__(**keywords)
        self.result = result

    def collect(self) -> Iterator[FileItem]:
        """The one item of the file."""
        yield FileItem.from_parent(self, name=NAME, result=self.result)


class FileItem(_GateItem):
    """Fails when a reference of the file fails the build."""

    def __init__(self, *, result: FileResult, **keywords: Any) -> None:
        super().__init__(**keywords)
        self.result = result
        self.user_properties += [
            ("model_ids", clipped(", ".join(result.ids), _IDS_LIMIT)),
            ("codes", ", ".join(result.codes)),
        ]

    def runtest(self) -> None:
        """Raises GateError with one line for each finding."""
        if self.result.failures:
            raise GateError("\n".join(self.result.failures))

    def reportinfo(self) -> tuple[Path, int, str]:
        """The file, the line (from 0) and the heading of the item."""
        return self.path, self.result.line - 1, f"[modelgate] {self.nodeid.removesuffix(f'::{NAME}')}"


class RunFile(pytest.File):
    """Stands where the item of the run has its id: `modelgate::run`; there need be no such file."""

    def __init__(self, *, trouble: tuple[str, ...], **keywords: Any) -> None:
        super().__init__(**keywords)
        self.trouble = trouble

    def collect(self) -> Iterator[RunItem]:
        """The one item of the run."""
        yield RunItem.from_parent(self, name=RUN, trouble=self.trouble)


class RunItem(_GateItem):
    """Fails when something could not be judged, for then passing files prove nothing of the rest."""

    def __init__(self, *, trouble: tuple[str, ...], **keywords: Any) -> None:
        super().__init__(**keywords)
        self.trouble = trouble

    def runtest(self) -> None:
        """Raises GateError with one line for each thing that could not be judged."""
        if self.trouble:
            left = count(len(self.trouble), "problem")
            raise GateError("\n".join([f"no verdict: {left} left something unjudged", *self.trouble]))

    def reportinfo(self) -> tuple[Path, None, str]:
        """The heading of the item."""
        return self.path, None, "[modelgate] the run"


def _tuples(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
