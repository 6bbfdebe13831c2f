"""The gate within a pytest run: one scan, and its items among the tests."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate.clock import day_of_run
from pytest_modelgate.errors import ModelgateError, UsageError
from pytest_modelgate.formats._escape import visible
from pytest_modelgate.formats._fixes import mended_lines
from pytest_modelgate.formats._layout import count, relative
from pytest_modelgate.formats._summary import counts, next_end, notices, unchanged, used
from pytest_modelgate.formats.text import calm, counted, line_of
from pytest_modelgate.kinds import Style
from pytest_modelgate.pytest_items import NAME, FileItem, GateFile, Result, RunFile, RunItem, result_of, unpacked

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from pytest_modelgate.values import Report

_INPUT = "modelgate"
_LISTED = 20
"""Warnings listed at the end of a run; the command line lists all."""


class Gate:
    """Scans once, in the controller, and puts items into the run wherever items are collected."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.worker = hasattr(config, "workerinput")
        self.only = bool(config.getoption("modelgate_only"))
        self.style = Style()
        self.report: Report | None = None
        self.unread: str | None = None
        self.result = Result()
        self.mended: list[str] = []

    def pytest_sessionstart(self) -> None:
        """Scans, or takes what the controller scanned. Raises pytest.UsageError when there can be no scan."""
        if self.worker:
            self.result = unpacked(self.config.workerinput[_INPUT])  # type: ignore[attr-defined]
            return
        try:
            self._scan()
        except ModelgateError as error:
            raise pytest.UsageError(*(f"modelgate: {visible(mistake)}" for mistake in error.mistakes)) from None

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Hands the result to an xdist worker."""
        node.workerinput[_INPUT] = self.result.packed()

    def pytest_report_header(self) -> str | None:
        """What was read, by which table, for which day."""
        if self.report is None:
            return None
        read, held = count(self.report.files.read, "file"), len(self.result.files)
        dates = f"{used(self.report)}, judged for {self.report.today.isoformat()}"
        return f"modelgate: {read} read, {held} with model ids; {dates}"

    def pytest_ignore_collect(self) -> bool | None:
        """Keeps pytest from walking when only our items are wanted; they need no walk."""
        return True if self.only else None

    @pytest.hookimpl(tryfirst=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> pytest.CollectReport | None:
        """Leaves files closed of which only our item is wanted: the gate must not depend on whether they import."""
        if not isinstance(collector, pytest.File) or isinstance(collector, GateFile | RunFile):
            return None
        if self.only or str(collector.path) in self.result.alone:
            return pytest.CollectReport(collector.nodeid, "passed", None, [])
        return None

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> GateFile | None:
        """Our item of a file that pytest comes by, so that its node id can be given on the command line."""
        path = str(file_path)
        result = next((file for file in self.result.files if file.path == path), None)
        # Below the session and not the package, whose __init__.py pytest would import before the item runs.
        return None if result is None else GateFile.from_parent(parent.session, path=file_path, result=result)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(
        self, session: pytest.Session, items: list[pytest.Item]
    ) -> Generator[None, object, object]:
        """Adds what pytest did not come by, before anything is selected, and moves the item of the run to the end."""
        present = {item.result.path for item in items if isinstance(item, FileItem)}
        for file in self.result.files:
            if file.path not in present and self.result.adds(file):
                items += _collected(GateFile.from_parent(session, path=Path(file.path), result=file))
        if self.result.below != ():
            path = self.config.rootpath / NAME
            items += _collected(RunFile.from_parent(session, path=path, trouble=self.result.trouble))
        outcome = yield
        items.sort(key=lambda item: isinstance(item, RunItem))
        return outcome

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """What did not fail, what could not be read, and what was read."""
        lines = list(self._remarks())
        if lines:
            terminalreporter.section(NAME)
            for line in lines:
                terminalreporter.write_line(line)

    def _scan(self) -> None:
        asked = _asked(self.config)
        self.result = Result(below=asked.below, alone=asked.alone)
        if asked.paths == ():
            return

        from pytest_modelgate import config as configuration
        from pytest_modelgate import gate, mending
        from pytest_modelgate.remedies import planned
        from pytest_modelgate.rules import all_rules

        here = self.config.invocation_params.dir
        file = self.config.getoption("modelgate_config")
        recorded = {name: self._file(name, here) for name in ("baseline", "lock")}
        today = day_of_run(self.config.getoption("modelgate_as_of"), "--modelgate-as-of", os.environ)
        rules = [(rule.code, rule.name) for rule in all_rules()]
        live, changed, fix = (_operators(self.config, name) for name in ("live", "changed", "fix"))
        settings = configuration.load(
            self.config.rootpath,
            rules,
            file=here / file if file else None,
            overrides={"live": live, **recorded},
        )
        settings = replace(settings, locked=not self.config.getoption("modelgate_no_lock"))

        def read() -> Report:
            return gate.run(
                settings,
                paths=asked.paths,
                today=today,
                deep=False,
                environment=os.environ,
                changed=changed,
                baselined=not self.config.getoption("modelgate_no_baseline"),
            )

        try:
            self.report = read()
        except UsageError as error:
            # Paths given to pytest may hold nothing for us, such as a text file with doctests.
            if asked.paths is None:
                raise
            self.unread = "; ".join(error.mistakes)
            return
        self.style = Style(root=relative(settings.root, here))
        if fix and not self.config.getoption("collectonly"):
            done = list(mending.mend(planned(self.report, unsafe=False), self.report, settings, today, writes=True))
            self.mended = [line for file in done for line in mended_lines(file, self.style, today)]
            if any(file.changes for file in done):
                self.report = read()
        self.result = result_of(self.report, settings.root, self.style, asked.below, asked.alone)

    def _file(self, name: str, here: Path) -> str | None:
        """The file that an option names, from where pytest is called. Raises UsageError where another leaves it out."""
        file: str | None = self.config.getoption(f"modelgate_{name}")
        if file is not None and self.config.getoption(f"modelgate_no_{name}"):
            raise UsageError(f"--modelgate-{name} and --modelgate-no-{name} exclude each other; leave one out")
        return None if file is None else os.path.abspath(here / file)  # noqa: PTH100

    def _remarks(self) -> Iterator[str]:
        yield from self.mended
        if self.unread is not None:
            yield f"nothing was judged: {visible(self.unread)}"
        if self.report is None:
            return
        report = self.report
        quiet = calm(report)
        yield from (f"{line_of(finding, self.style)} ({finding.severity.value})" for finding in quiet[:_LISTED])
        if len(quiet) > _LISTED:
            yield f"{len(quiet) - _LISTED} more like these; `modelgate check` lists them."
        yield from counted(report, Style())
        yield from notices(report, self.style)
        if self.config.get_verbosity() >= 0:
            yield counts(report)
            yield from filter(None, [unchanged(report), next_end(report)])


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line of pytest means for the gate."""

    paths: tuple[Path, ...] | None
    """What to scan; None for the configured roots."""
    below: tuple[str, ...] | None
    alone: tuple[str, ...] = ()


def _operators(config: pytest.Config, name: str) -> Any:
    """What the command line says for an option that counts nowhere else. Raises UsageError where a file says it."""
    option = f"--modelgate-{name}"
    given = config.getoption(f"modelgate_{name}")
    words = map(str, config.invocation_params.args)
    if given not in (None, False) and not any(word == option or word.startswith(f"{option}=") for word in words):
        # What pytest reads from files may come with a stranger's change.
        raise UsageError(f"{option} counts on the command line alone; take it out of addopts")
    return given


def _asked(config: pytest.Config) -> _Asked:
    if config.args_source is not pytest.Config.ArgsSource.ARGS:
        return _Asked(None, None)
    plain: list[str] = []
    named: list[str] = []
    others: list[str] = []
    for argument in config.args:
        name, *parts = argument.partition("[")[0].split("::")
        path = os.path.abspath(config.invocation_params.dir / name)  # noqa: PTH100
        if os.path.lexists(path):
            (named if parts == [NAME] else others if parts else plain).append(path)
    if not plain and not named and not others and config.getoption("pyargs"):
        # Installed packages are named; the project's own code is what there is to judge.
        return _Asked(None, None)
    return _Asked(
        paths=tuple(Path(path) for path in dict.fromkeys([*plain, *named])),
        below=tuple(plain),
        alone=tuple(path for path in named if path not in {*plain, *others}),
    )


def _collected(node: GateFile | RunFile) -> list[pytest.Item]:
    """The items of a file that pytest did not collect by itself, announced as if it had."""
    items: list[pytest.Item] = list(node.collect())
    for item in items:
        node.ihook.pytest_itemcollected(item=item)
    node.ihook.pytest_collectreport(report=pytest.CollectReport(node.nodeid, "passed", None, [*items]))
    return items
