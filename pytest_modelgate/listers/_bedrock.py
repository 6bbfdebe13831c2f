"""Tells the kinds of Bedrock's ids apart: foundation models, inference profiles, and what belongs to an account."""

from __future__ import annotations

import re

ORIGINS = r"https://bedrock(?:-fips)?\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.amazonaws\.com(?:\.cn)?"
_ARN = re.compile(
    r"arn:aws[a-z-]*:bedrock:[a-z0-9-]*:[0-9]*:(?P<kind>foundation-model|inference-profile)/(?P<id>[^/]+)"
)
_PROFILE = re.compile(r"(?:us|eu|apac|jp|au|ca|sa|me|af|in|us-gov|global)\.[a-z0-9-]+\..+")
_MODEL = re.compile(r"[a-z0-9-]+\.[a-z0-9][A-Za-z0-9_.:-]*")


def model_of(model_id: str) -> str:
    """The id in the ARN of a foundation model or of an inference profile; every other id as it is."""
    arn = _ARN.fullmatch(model_id)
    return arn["id"] if arn else model_id


def covers_profile(model_id: str) -> bool:
    """Whether it is an id of an inference profile that Bedrock defines: with a region before it."""
    return _PROFILE.fullmatch(model_of(model_id)) is not None


def covers_model(model_id: str) -> bool:
    """Whether it is an id of a foundation model."""
    return not covers_profile(model_id) and _MODEL.fullmatch(model_of(model_id)) is not None
