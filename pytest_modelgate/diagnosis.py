"""What is said of why an id fails: the cause, how sure that is, on what evidence, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

from pytest_modelgate.formats._escape import clipped, visible

if TYPE_CHECKING:
    from datetime import date


class Cause(StrEnum):
    """Why a call with an id fails, or will."""

    RETIRED = "retired"
    RETIRING = "retiring"
    DEPRECATED = "deprecated"
    REDIRECTED = "redirected"
    """It has been retired, and calls with it are answered by another model."""
    TYPO = "typo"
    WRONG_PROVIDER = "wrong-provider"
    """It is another provider's id, or another's way to spell it."""
    NO_ACCESS = "no-access"
    EARLY_REMOVAL_OR_NO_ACCESS = "early-removal-or-no-access"
    WRONG_ENDPOINT = "wrong-endpoint"
    """The model is not served by the method, the path or the API version that was called."""
    WRONG_BASE_URL = "wrong-base-url"
    AZURE_DEPLOYMENT = "azure-deployment"
    AZURE_API_VERSION = "azure-api-version"
    NEEDS_INFERENCE_PROFILE = "needs-inference-profile"
    MODEL_ACCESS_NOT_GRANTED = "model-access-not-granted"
    REGION = "region"
    IP_BLOCKED = "ip-blocked"
    KEY_SCOPE = "key-scope"
    KEY_INVALID = "key-invalid"
    QUOTA = "quota"
    RATE_LIMITED = "rate-limited"
    UNAVAILABLE = "unavailable"
    BLOCKED_BY_SETTINGS = "blocked-by-settings"
    UNKNOWN_ID = "unknown-id"
    WORKS = "works"
    COULD_NOT_TELL = "could-not-tell"


class Confidence(StrEnum):
    """How much the evidence carries."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


class Origin(StrEnum):
    """Where a piece of evidence comes from."""

    TABLE = "table"
    LIST = "live list"
    ONE = "single-model request"
    ERROR = "pasted error"
    CALL = "call"
    """What is known of the call: its address, its endpoint, its key."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that is known, and from where."""

    origin: Origin
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Why an id fails, as far as the evidence carries. Its texts are printed through `lines` and `document` alone."""

    id: str
    surface: str | None
    title: str
    """The surface as its users call it."""
    today: date
    cause: Cause
    confidence: Confidence
    summary: str
    """One sentence."""
    evidence: tuple[Evidence, ...]
    next: tuple[str, ...]
    """What to do: one or two sentences."""
    others: tuple[Cause, ...] = ()
    """The causes that remain possible."""
    suggestion: str | None = None
    """The id to write instead."""

    @property
    def settled(self) -> bool:
        """Whether the evidence names one cause, or says that the id works."""
        open_ends = (Cause.COULD_NOT_TELL, Cause.UNKNOWN_ID)
        return self.confidence is Confidence.CERTAIN or (
            self.confidence is Confidence.LIKELY and self.cause not in open_ends
        )


class EvidenceDocument(TypedDict):
    """One thing that is known."""

    origin: str
    text: str


class DiagnosisDocument(TypedDict):
    """The whole answer for programs."""

    version: int
    id: str
    surface: str | None
    title: str
    today: str
    cause: str
    confidence: str
    settled: bool
    summary: str
    evidence: list[EvidenceDocument]
    next: list[str]
    others: list[str]
    suggestion: str | None


def lines(diagnosis: Diagnosis) -> tuple[str, ...]:
    """The answer for a person, safe to print whatever was asked and answered."""
    told = [
        f"{_id(diagnosis.id)} at {_shown(diagnosis.title)}: {diagnosis.cause} ({diagnosis.confidence})",
        f"  {_shown(diagnosis.summary)}",
    ]
    if diagnosis.evidence:
        told.append("Evidence:")
        told += [f"  {piece.origin}: {_shown(piece.text)}" for piece in diagnosis.evidence]
    told.append("Next:")
    told += [f"  {_shown(step)}" for step in diagnosis.next]
    if diagnosis.others:
        told.append(f"Also possible: {', '.join(diagnosis.others)}")
    return tuple(told)


def document(diagnosis: Diagnosis) -> DiagnosisDocument:
    """The answer for JSON, in version 1 of its form."""
    return {
        "version": 1,
        "id": _id(diagnosis.id),
        "surface": diagnosis.surface,
        "title": _shown(diagnosis.title),
        "today": diagnosis.today.isoformat(),
        "cause": diagnosis.cause.value,
        "confidence": diagnosis.confidence.value,
        "settled": diagnosis.settled,
        "summary": _shown(diagnosis.summary),
        "evidence": [{"origin": piece.origin.value, "text": _shown(piece.text)} for piece in diagnosis.evidence],
        "next": [_shown(step) for step in diagnosis.next],
        "others": [cause.value for cause in diagnosis.others],
        "suggestion": None if diagnosis.suggestion is None else _id(diagnosis.suggestion),
    }


def _id(text: str) -> str:
    return visible(clipped(text, 200))


def _shown(text: str) -> str:
    return visible(clipped(text, 1000))
