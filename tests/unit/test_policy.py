"""The team's own lists: which models its code may ask for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import config, gate
from pytest_modelgate.errors import UsageError
from pytest_modelgate.orders import Policy
from pytest_modelgate.rules import all_rules

if TYPE_CHECKING:
    from pathlib import Path

RULES = [(rule.code, rule.name) for rule in all_rules()]
CODE = """\
from anthropic import AnthropicBedrock
from google import genai
from openai import OpenAI

OpenAI().responses.create(model="gpt-5.4-pro", input="Hello")
OpenAI().responses.create(model="gpt-5.4-pro-2026-03-05", input="Hello")
genai.Client(vertexai=False).models.generate_content(model="gemini-3.1-pro-preview", contents="Hello")
OpenAI().responses.create(model="gpt-5.4-por", input="Hello")
"""


def found(root: Path, configuration: str) -> list[tuple[str, str]]:
    (root / "app.py").write_text(CODE, encoding="utf-8")
    (root / "modelgate.toml").write_text(configuration, encoding="utf-8")
    report = gate.run(config.load(root, RULES), paths=None, today=date(2026, 11, 21), deep=False)
    return [(finding.code, finding.reference.id) for finding in report.findings]


MISTYPED = ("MG201", "gpt-5.4-por")


@pytest.mark.parametrize(
    ("configuration", "findings"),
    [
        ("", []),
        ("require-pinned = true", [("MG501", "gpt-5.4-pro")]),
        ("no-preview = true", [("MG502", "gemini-3.1-pro-preview")]),
        ('deny = ["gpt-5.4-pro"]', [("MG503", "gpt-5.4-pro")]),
        ('deny = ["OpenAI/*-pro"]', [("MG503", "gpt-5.4-pro")]),
        ('deny = ["bedrock/*"]', []),
        ('allow = ["gemini/*", "gpt-5.4-pro-*", "*-por"]', [("MG503", "gpt-5.4-pro")]),
        ('allow = ["gpt-*", "gemini-*"]\ndeny = ["*-preview"]', [("MG503", "gemini-3.1-pro-preview")]),
        ('deny = ["gpt-5.4-pro"]\nignore = ["MG503"]', []),
    ],
)
def test_what_a_policy_forbids_is_a_finding(
    tmp_path: Path, configuration: str, findings: list[tuple[str, str]]
) -> None:
    assert found(tmp_path, configuration) == [*findings, MISTYPED]


def test_mistakes_in_a_policy_are_told_with_their_lines(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        found(tmp_path, 'allow = "gpt-*"\nrequire-pinned = "yes"\nno-preview = 1\ndenny = ["x"]\n')
    text = str(raised.value)
    assert "modelgate.toml:1: allow must be a list of texts" in text
    assert "modelgate.toml:2: require-pinned must be true or false, not 'yes'" in text
    assert "modelgate.toml:3: no-preview must be true or false, not 1" in text
    assert "'deny'" in text


def test_globs_fold_case_and_deny_tells_which_one_spoke() -> None:
    policy = Policy(allow=("gpt-*",), deny=("*-PRO",))
    assert policy.denied(["openai/gpt-5.4-pro", "gpt-5.4-pro"]) == "*-PRO"
    assert policy.denied(["gpt-5.4"]) is None
    assert policy.allowed(["GPT-5.4"])
    assert not policy.allowed(["claude-opus-4-5"])
    assert Policy().allowed(["anything"])
    assert not Policy()
    assert policy
