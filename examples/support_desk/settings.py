"""What the support desk is told by its environment."""

import os
from dataclasses import dataclass

SUMMARY_MODEL = "gpt-4-turbo"
TIER = os.environ.get("SUPPORT_DESK_TIER", "mini")
FAMILY = "gpt-5.4"
TRIAGE_MODEL = f"{FAMILY}-mini"


@dataclass(frozen=True)
class Settings:
    """One set of models, read once at start-up."""

    summary_model: str = SUMMARY_MODEL
    triage_model: str = TRIAGE_MODEL
    review_model: str = f"gpt-5.4-{TIER}"
    reply_model: str = os.environ.get("REPLY_MODEL", "claude-sonnet-4-5")
    fallback_model: str = os.getenv("FALLBACK_MODEL") or "gemini/gemini-3-flash-preview"
    timeout: float = 30.0


def from_arguments(parser):
    """Adds the options that the nightly job shares with the server."""
    parser.add_argument("--judge-model", default="gpt-5.1", help="grades the drafts, such as gpt-4o")
    parser.add_argument("--timeout", type=float, default=30.0)
    return parser
