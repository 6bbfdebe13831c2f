"""`python -m pytest_modelgate` is the `modelgate` command."""

from __future__ import annotations

import sys

from pytest_modelgate.cli import main

sys.exit(main())
