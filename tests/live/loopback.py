"""Providers on this machine: one server for all, each below a path of its own, with what it is to answer."""

from __future__ import annotations

import json
import socket
import struct
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = {
    "OPENAI_API_KEY": "sk-proj-Op3nAiKeyThatNobodySees-1",
    "ANTHROPIC_API_KEY": "sk-ant-Anthr0picKeyThatNobodySees-2",
    "GEMINI_API_KEY": "AIzaGem1niKeyThatNobodySees-3",
    "GROQ_API_KEY": "gsk_Gr0qKeyThatNobodySees-4",
    "CO_API_KEY": "co-C0hereKeyThatNobodySees-5",
    "OPENROUTER_API_KEY": "sk-or-R0uterKeyThatNobodySees-6",
    "AWS_BEARER_TOKEN_BEDROCK": "bedrock-B3drockKeyThatNobodySees-7",
    "AZURE_AI_ACCESS_TOKEN": "eyJ.F0undryKeyThatNobodySees-8",
    "LLM_API_KEY": "llm-GatewayKeyThatNobodySees-9",
}
_BASES = {
    "OPENAI_BASE_URL": "/openai/v1",
    "ANTHROPIC_BASE_URL": "/anthropic",
    "GOOGLE_GEMINI_BASE_URL": "/gemini",
    "GROQ_BASE_URL": "/groq",
    "CO_API_URL": "/cohere",
    "OPENROUTER_API_BASE": "/openrouter/api/v1",
    "AWS_ENDPOINT_URL_BEDROCK": "/bedrock",
    "FOUNDRY_PROJECT_ENDPOINT": "/foundry/api/projects/p",
}
RESET, SILENT = "reset", "silent"


@dataclass(frozen=True, slots=True)
class Said:
    """An answer; `echo` puts the credential of the request into it."""

    document: object = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    echo: bool = False


@dataclass
class Providers:
    """What each provider says, by the first part of the path, or by the whole path; and what was asked."""

    url: str
    said: dict[str, Said | str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def environment(self, *keys: str, **given: str) -> dict[str, str]:
        """The addresses of all, with these keys."""
        bases = {name: self.url + path for name, path in _BASES.items()}
        return {**bases, "AWS_REGION": "us-east-1", **{name: KEYS[name] for name in keys}, **given}

    def count(self, name: str) -> int:
        """How often a provider was asked."""
        return sum(path.split("/")[1] == name for path in self.asked)


def listed(*ids: str, request: str = "req_openai", **fields: Any) -> Said:
    """A list in OpenAI's form; `fields` stand in every row."""
    rows = [{"id": id_, "object": "model", "created": 1, "owned_by": "x", **fields} for id_ in ids]
    return Said({"object": "list", "data": rows}, headers={"x-request-id": request})


def claude(*rows: tuple[str, str, str | None]) -> Said:
    """Anthropic's list: ids, lifecycles and end days."""
    data = [
        {
            "type": "model",
            "id": id_,
            "display_name": id_,
            "created_at": "2026-01-01T00:00:00Z",
            "lifecycle": lifecycle,
            "deprecated_at": None,
            "retires_at": None if day is None else f"{day}T00:00:00Z",
        }
        for id_, lifecycle, day in rows
    ]
    return Said(
        {"data": data, "has_more": False, "first_id": "a", "last_id": "b"}, headers={"request-id": "req_anthropic"}
    )


def gemini(*ids: str) -> Said:
    """The Gemini API's list."""
    return Said(
        {"models": [{"name": f"models/{id_}", "supportedGenerationMethods": ["generateContent"]} for id_ in ids]}
    )


def refusal(status: int, code: str, message: str, **given: Any) -> Said:
    """An error in OpenAI's form."""
    error = {"message": message, "type": "invalid_request_error", "param": None, "code": code}
    return Said({"error": error}, status, {"x-request-id": "req_refused"}, **given)


@contextmanager
def serving() -> Iterator[Providers]:
    """The providers, as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here.asked.append(self.path)
            path = self.path.partition("?")[0]
            said = here.said.get(path, here.said.get(path.split("/")[1], Said({"detail": "Not Found"}, 404)))
            if said == SILENT:
                here.over.wait(10)
                return
            if said == RESET:
                # What is closed without lingering is reset.
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
                return
            assert isinstance(said, Said)
            body = said.document if isinstance(said.document, bytes) else json.dumps(said.document).encode()
            if said.echo:
                sent = [value for name, value in self.headers.items() if name.lower() in _CREDENTIALS]
                body = body.replace(b"ECHO", " ".join(sent).encode())
            self.send_response(said.status)
            for name, value in {"Content-Type": "application/json", **said.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *given: Any) -> None:
            """Nothing goes to the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *given: None  # type: ignore[method-assign]
    here = Providers(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield here
    finally:
        here.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


_CREDENTIALS = ("authorization", "x-api-key", "x-goog-api-key", "api-key")


def closed() -> str:
    """An address of this machine at which nobody listens."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{door.getsockname()[1]}"
