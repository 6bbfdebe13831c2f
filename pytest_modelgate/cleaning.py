"""Makes texts of others fit to be printed: no secret, no command for a terminal, one line, not long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_modelgate.live_values import Secret

MOST_SHOWN = 300
_MOST_READ = 4000
_REMOVED = "[removed]"
_KEYS = re.compile(
    r"\b(?:sk|pk|rk)[-_][\w*.+/=-]{8,}|\b(?:gsk|hf|r8|fw|tgp|gh[opsu]|github_pat|sess)_[\w*.-]{12,}"
    r"|\b(?:xai|pplx|csk|nvapi)-[\w*.-]{16,}|\b(?:ABSK|AKIA|ASIA|AIza|dapi)[\w*.+/=-]{8,}"
    r"|\beyJ[\w-]{8,}(?:\.[\w-]+)*|[\w*-]{0,200}\*{4,}[\w*-]{0,200}"
)
_NAMED = re.compile(
    r"(\b(?:api[-_ ]?key|access[-_ ]?key|access[-_ ]?token|auth[-_ ]?token|secret|password|authorization)"
    r"(?: provided)?[\"']?\s?[:=]\s?[\"']?)(?!\[removed])(?:(?:bearer|basic)\s)?[^\s\"',;)}\]]{6,}"
    r"|\b(bearer\s)[\w*.~+/=-]{16,}",
    re.IGNORECASE,
)
_LONG = re.compile(r"(?<![\w-])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{32,}(?!\w)")
_QUERY = re.compile(r"(https?://)(?:[^\s/@\"']{1,200}@)?([^\s\"'?#]{1,500})(?:[?#][^\s\"')]*)?")


def cleaned(text: str | None, secrets: Sequence[Secret] = ()) -> str | None:
    """A text without what is or looks like a secret, on one line, cut to 300 characters; None for an empty one."""
    if not text:
        return None
    for secret in secrets:
        value = secret.reveal().strip()
        if len(value) >= 8:
            text = text.replace(value, _REMOVED)
    text = " ".join(text.split())[:_MOST_READ]
    text = _NAMED.sub(lambda found: f"{found[1] or found[2]}{_REMOVED}", _KEYS.sub(_REMOVED, text))
    text = _QUERY.sub(r"\1\2", _LONG.sub(_REMOVED, text))
    return visible(clipped(text, MOST_SHOWN)) or None
