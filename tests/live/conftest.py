"""What the tests of the live side stand on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator


# Whoever says where the servers are has installed them and the SDKs, so that what is missing is a mistake.
@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and "MODELGATE_TEST_SERVERS" in os.environ:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"MODELGATE_TEST_SERVERS is set, so that nothing may be left out. {reason}"
    return report
