"""Fingerprints by which other tools know a finding again in the next run, whatever line it has moved to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pytest_modelgate.identities import Identity, identity_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_modelgate.values import Finding


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """One for each finding, in their order: 40 hexadecimal digits, unique among them.

    Findings that share an identity are told apart by their order in the file.
    """
    import hashlib

    seen: Counter[Identity] = Counter()
    prints = []
    for finding in findings:
        identity = identity_of(finding)
        text = "\0".join((*identity, str(seen[identity])))
        seen[identity] += 1
        prints.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:40])
    return prints
