"""Says which providers to ask when code uses their models, and with the keys of which variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.asking import Question
from pytest_modelgate.keys import credential
from pytest_modelgate.kinds import OTHER_HOST
from pytest_modelgate.listers import all_listers
from pytest_modelgate.live_values import Secret

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pytest_modelgate.live_values import Lister

GATEWAYS = "gateway"
_USUAL_LOCAL = "ollama"
"""The local server that is asked at its usual address when no variable names one."""
_SECOND_WAYS = frozenset({"azure-v1", "ollama-tags"})
"""Ways to ask a server for what another way gives as well."""


def questions(
    surfaces: Iterable[str], environment: Mapping[str, str], gateways: Sequence[tuple[str, str]] = ()
) -> list[Question]:
    """Whom to ask, when code uses these surfaces. `gateways` are the operator's: an address, and a key's variable.

    Of a surface that the environment is not set up for, one way is in it, so that there is an answer that says so.
    """
    asked: list[Question] = []
    wanted = set(surfaces)
    # A client's other host may be a gateway of the operator's, and need be none.
    named = {GATEWAYS} if gateways or GATEWAYS not in wanted else set()
    for surface in sorted({asked_for(surface) or surface for surface in wanted}):
        ways = [lister for lister in all_listers() if lister.surface == surface]
        due = [lister for lister in ways if _is_due(lister, environment)]
        asked += [Question(lister=lister) for lister in due or (ways[:1] if surface not in named else [])]
    by_name = {lister.name: lister for lister in all_listers()}
    for base, variable in gateways:
        key = environment.get(variable, "")
        secret = Secret(key, variable) if key.strip() else None
        asked.append(Question(lister=by_name[GATEWAYS], base=base, secret=secret))
    return asked


def asked_for(surface: str | None) -> str | None:
    """Where a surface's ids are looked for: a client that is sent to another host may ask the operator's gateway."""
    return GATEWAYS if surface == OTHER_HOST else surface


def _is_due(lister: Lister, environment: Mapping[str, str]) -> bool:
    """Whether it makes sense to ask: of several ways to ask a surface, those that the environment is set up for."""
    if lister.name in _SECOND_WAYS:
        return False
    based = any(environment.get(name, "").strip() for name in lister.bases)
    scoped = all(any(environment.get(name, "").strip() for name in group) for group in lister.needs)
    if lister.surface in (GATEWAYS, "azure"):
        keyed = lister.keyless or credential(lister, environment) is not None
        return keyed and scoped and (based or not lister.bases)
    if lister.surface == "local":
        return based or lister.name == _USUAL_LOCAL
    if lister.name == "openrouter-public":
        return credential(_named("openrouter"), environment) is None
    return scoped


def _named(name: str) -> Lister:
    return next(lister for lister in all_listers() if lister.name == name)


def keys_at_hand(surfaces: Iterable[str], environment: Mapping[str, str]) -> tuple[str, ...]:
    """The variables that hold keys with which the providers of these surfaces could be asked."""
    wanted = set(surfaces)
    found = (credential(lister, environment) for lister in all_listers() if lister.surface in wanted)
    return tuple(dict.fromkeys(secret.variable for secret in found if secret is not None))
