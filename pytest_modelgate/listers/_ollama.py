"""What Ollama's servers have in common: a model's tag is `latest` where none is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pytest_modelgate.live_values import Listed, Page

_PORT = 11434
_ANYWHERE = frozenset({"", "0.0.0.0", "[::]", "::"})  # noqa: S104


def tagged(model_id: str) -> str:
    """A name with its tag."""
    return model_id if ":" in model_id.rpartition("/")[2] else f"{model_id}:latest"


def also_tagged(page: Page) -> Page:
    """The page with the full name of each row that leaves its tag out."""
    return replace(page, rows=tuple(_also_tagged(row) for row in page.rows))


def _also_tagged(row: Listed) -> Listed:
    full = tagged(row.id)
    return row if full == row.id else replace(row, aliases=(*row.aliases, full))


def address(text: str) -> str:
    """What `OLLAMA_HOST` says as a URL: a scheme, a host and a port may each be left out, as Ollama reads it.

    Where a server listens at every address of its machine, a client asks for it at this one.
    """
    scheme, given, rest = text.strip().strip("\"'").rpartition("://")
    authority, slash, path = rest.partition("/")
    host, colon, port = authority.rpartition(":")
    if not colon or authority.endswith("]") or authority == "::":
        host, port = authority, ""
    host = "127.0.0.1" if host in _ANYWHERE else host
    port = port or ("" if given else str(_PORT))
    return f"{scheme or 'http'}://{host}{':' if port else ''}{port}{slash}{path}"
