"""The sessions of the README's guides: an error as a provider words it, and what `modelgate doctor` says of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.live.loopback import listed, serving
from tests.sessions import AS_OF, session_in

_GATEWAY = "http://127.0.0.1:4000"
_MISSING = """\
openai.NotFoundError: Error code: 404 - {'error': {'message': 'The model `{}` does not exist or you do not have access \
to it.', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}
"""
_CLOSED = """\
openai.PermissionDeniedError: Error code: 403 - {'error': {'message': 'Project `proj_abc` does not have access to \
model `{}`', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}
"""
_NO_DEPLOYMENT = """\
openai.NotFoundError: Error code: 404 - {'error': {'code': 'DeploymentNotFound', 'message': 'The API deployment for \
this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try \
again.'}}
"""
_ON_DEMAND = """\
botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse \
operation: Invocation of model ID {} with on-demand throughput isn't supported. Retry your request with the ID or ARN \
of an inference profile that contains this model.
"""
_ERRORS = {
    "gone": (_MISSING, "gpt-5-4-mini"),
    "access": (_CLOSED, "gpt-6-sol"),
    "azure": (_NO_DEPLOYMENT, "gpt-5.4-mini", "--provider", "azure"),
    "tuned": (_MISSING, "ft:gpt-3.5-turbo-0125:acme::9xYz"),
    "region": (_ON_DEMAND, "anthropic.claude-opus-4-8"),
}


def explained(name: str) -> str:
    """An error, and the command that explains it without asking anybody."""
    error, model, *more = _ERRORS[name]
    words = [model, *more, "--error", "error.txt", "--offline", "--as-of", AS_OF]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "error.txt").write_text(error.replace("{}", model), "utf-8")
        return session_in(Path(folder), "doctor", *words)


def gateway() -> str:
    """A gateway is asked for its own names; its port is shown as that of LiteLLM."""
    with tempfile.TemporaryDirectory() as folder, serving() as here:
        here.said["llm"] = listed("support-chat", "support-chat-large", request="req_0123456789")
        words = ["support-chat-larg", "--base-url", f"{here.url}/llm/v1", "--key-variable", "LLM_API_KEY"]
        kept = dict.fromkeys(("XDG_CACHE_HOME", "LOCALAPPDATA"), folder)
        given = here.environment("LLM_API_KEY", **kept)
        told = session_in(Path(folder), "doctor", *words, "--as-of", AS_OF, given=given)
        return told.replace(f"{here.url}/llm", _GATEWAY).replace(here.url, _GATEWAY)
