"""Makes the headers for which a cloud's own library is needed, where that is installed."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pytest_modelgate.live_values import Outcome, Secret
from pytest_modelgate.wire import READ, Sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pytest_modelgate.live_values import Request

_SCOPE = "https://www.googleapis.com/auth/cloud-platform"
_AWS = re.compile(r"(?P<service>bedrock(?:-mantle|-runtime)?)\.(?P<region>[a-z0-9-]+)\..+")


class SigningError(Exception):
    """There is no credential; the text says what to do."""

    def __init__(self, outcome: Outcome, reason: str) -> None:
        super().__init__(reason)
        self.outcome = outcome
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the headers for a request, and what must be shown nowhere."""

    headers: Callable[[Request], Mapping[str, str]]
    secrets: tuple[Secret, ...]
    """The first tells one credential from another."""


def signer(header: str, environment: Mapping[str, str]) -> Signer:
    """Who signs for a kind of header, `sigv4` or `adc`. Raises SigningError."""
    return _aws(environment) if header == "sigv4" else _google()


def _aws(environment: Mapping[str, str]) -> Signer:
    try:
        from botocore.auth import SigV4Auth
        from botocore.awsrequest import AWSRequest
        from botocore.credentials import Credentials
        from botocore.exceptions import BotoCoreError
        from botocore.session import Session
    except ImportError:
        raise SigningError(
            Outcome.NO_KEY,
            "AWS credentials are read by botocore, which is not installed: `pip install pytest-modelgate[aws]`, or set"
            " AWS_BEARER_TOKEN_BEDROCK",
        ) from None
    names = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    try:
        if all(environment.get(name) for name in names):
            found = Credentials(*(environment[name] for name in names), environment.get("AWS_SESSION_TOKEN"))
        else:
            found = Session().get_credentials()
        frozen = None if found is None else found.get_frozen_credentials()
    except BotoCoreError as error:
        # Not its text, which may quote what a credential process printed.
        reason = (
            f"botocore cannot read the AWS credentials ({type(error).__name__}); look at the profile, or sign in again"
        )
    else:
        if frozen is not None and frozen.access_key:
            credentials = frozen
            region = environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION") or "us-east-1"

            def signed(request: Request) -> Mapping[str, str]:
                host = _AWS.fullmatch(urlsplit(request.url).hostname or "")
                place = (host["service"], host["region"]) if host else ("bedrock", region)
                unsigned = AWSRequest(method="GET", url=request.url, headers=dict(request.headers))
                SigV4Auth(credentials, *place).add_auth(unsigned)
                return Sealed({name.lower(): value for name, value in unsigned.headers.items()})

            values = (frozen.access_key, frozen.secret_key, frozen.token)
            return Signer(signed, tuple(Secret(value, "AWS credentials") for value in values if value))
        reason = "there are no AWS credentials; set AWS_PROFILE, AWS_ACCESS_KEY_ID or AWS_BEARER_TOKEN_BEDROCK"
    raise SigningError(Outcome.NO_KEY, reason)


def _google() -> Signer:
    try:
        import google.auth
        from google.auth.exceptions import DefaultCredentialsError, GoogleAuthError, TransportError
        from google.auth.transport.requests import Request as Transport
    except ImportError:
        raise SigningError(
            Outcome.NO_KEY,
            "Google's credentials are read by google-auth, which is not installed:"
            " `pip install pytest-modelgate[google]`",
        ) from None
    try:
        with warnings.catch_warnings():
            # About quotas of a user's own project, which a list does not use.
            warnings.simplefilter("ignore")
            credentials, _ = google.auth.default(scopes=[_SCOPE])
        credentials.refresh(partial(Transport(), timeout=READ))  # type: ignore[no-untyped-call]
    except DefaultCredentialsError:
        outcome = Outcome.NO_KEY
        reason = "there are no Google credentials; `gcloud auth application-default login` makes some, and"
        reason += " GOOGLE_APPLICATION_CREDENTIALS names a file of them"
    except TransportError:
        outcome = Outcome.UNREACHABLE
        reason = "Google's server of tokens cannot be reached; look at the network and HTTPS_PROXY, or try again later"
    except GoogleAuthError as error:
        outcome = Outcome.KEY_INVALID
        reason = f"Google gives no token for the credentials ({type(error).__name__}); sign in again, or renew the key"
    else:
        secret = Secret(str(credentials.token), "Google credentials")
        given = Sealed({"authorization": f"Bearer {secret.reveal()}"})
        project = getattr(credentials, "quota_project_id", None)
        if project:
            given["x-goog-user-project"] = project
        return Signer(lambda request: given, (secret,))
    raise SigningError(outcome, reason)
