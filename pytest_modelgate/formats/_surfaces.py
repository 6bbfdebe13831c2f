"""What people call the surfaces, for headings and cells."""

from __future__ import annotations

from functools import cache

from pytest_modelgate.kinds import GATEWAY, LOCAL, OTHER_HOST

_OTHERS = {OTHER_HOST: "another host", LOCAL: "models on one's own machine", GATEWAY: "a gateway"}
NOBODY = "Unknown"
"""What stands where nobody knows who is asked."""


def title_of(surface: str | None) -> str:
    """The surface as its users call it, without the article that sentences give it; its own name if it has no other."""
    if not surface:
        return NOBODY
    title = _titles().get(surface, surface)
    return title.capitalize() if surface in _OTHERS else title.removeprefix("the ")


def sentence_of(surfaces: tuple[str, ...]) -> str:
    """The surfaces as sentences name them: `the OpenAI API or Azure OpenAI`."""
    return " or ".join(_titles().get(surface, surface) for surface in surfaces) or "an unknown provider"


@cache
def _titles() -> dict[str, str]:
    from pytest_modelgate.providers import all_providers

    return _OTHERS | {provider.name: provider.title for provider in all_providers()}
