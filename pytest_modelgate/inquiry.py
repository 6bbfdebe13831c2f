"""Gathers what is known of one id: from the table, the provider's answers, the key, and an error that was pasted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pytest_modelgate import asking, keys, live, pasted
from pytest_modelgate.case import Base, Case, IdKind, Key, Single, known
from pytest_modelgate.frameworks import HOSTS
from pytest_modelgate.listers import all_listers
from pytest_modelgate.live_values import Absence, Outcome, Secret
from pytest_modelgate.lookup import Lookup
from pytest_modelgate.providers import all_providers
from pytest_modelgate.questions import GATEWAYS, questions
from pytest_modelgate.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pytest_modelgate.asking import Question
    from pytest_modelgate.catalog import Catalog
    from pytest_modelgate.live_values import Listed, Lister, Listing
    from pytest_modelgate.pasted import Pasted


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """What the user asks, and what may be used to answer it."""

    id: str
    surface: str | None = None
    base: str | None = None
    """An address of the operator's, with `variable` for its key."""
    variable: str | None = None
    endpoint: str | None = None
    error: str | None = None
    """The text of an error."""
    offline: bool = False


def gathered(inquiry: Inquiry, catalog: Catalog, environment: Mapping[str, str], today: date, horizon: int) -> Case:
    """The case for `doctor.diagnose`. Asks the provider unless the inquiry is offline."""
    providers = all_providers()
    titles = {GATEWAYS: "the gateway"} | {provider.name: provider.title for provider in providers}
    table = Lookup(catalog, providers)
    secrets = _secrets(environment)
    error = None if inquiry.error is None else pasted.read(inquiry.error, secrets)
    model, surface = _addressed(inquiry, table, error)
    question = _question(inquiry, surface, model, environment)
    listing, row, single, wider = _asked(inquiry, question, model, environment)
    lister = question.lister if question else None
    record = None if surface is None else catalog.find(surface, model) or table.find(surface, model)
    tuned = None if surface is None else table.addresses.base(surface, model)
    base_record = None if surface is None or tuned is None else catalog.find(surface, tuned)
    rows = frozenset(each.id for each in listing.rows) if listing is not None else frozenset()
    ids = catalog.ids(surface) if surface is not None else table.known
    as_of = catalog.read_up_to(surface) if surface in catalog.surfaces and surface is not None else None
    return Case(
        id=model,
        surface=surface,
        title=titles.get(surface or "", surface or "any provider"),
        today=today,
        horizon=horizon,
        kind=_kind(model, surface, tuned),
        known=None
        if record is None or surface is None
        else known(record, titles.get(surface, surface), catalog, today, horizon),
        tuned_from=None
        if base_record is None or surface is None
        else known(base_record, titles.get(surface, surface), catalog, today, horizon),
        elsewhere=tuple(
            known(other, titles.get(other.surface, other.surface), catalog, today, horizon)
            for other in catalog.lookup(model)
            if other.surface != surface
        ),
        read_up_to=as_of,
        table_complete=surface is not None and catalog.is_complete(surface),
        near_table=() if record else nearest(model, ids, as_of=as_of)[0],
        near_list=() if row or not rows else nearest(model, rows)[0],
        listing=listing,
        listed=row,
        absence=Absence.NONE if lister is None else lister.absence,
        presence_proves=True if lister is None else lister.presence_proves,
        wider=wider,
        wider_listed=wider is not None and any(model in (each.id, *each.aliases) for each in wider.rows),
        one=single,
        pasted=error,
        endpoint=inquiry.endpoint,
        key=None if lister is None else _key(lister, environment, question),
        base=None if lister is None else _base(lister, environment, inquiry.base),
    )


def _secrets(environment: Mapping[str, str]) -> tuple[Secret, ...]:
    """Every key of the environment that a provider could have given, so that none is shown."""
    names = dict.fromkeys(name for lister in all_listers() for name in lister.keys)
    return tuple(Secret(environment[name], name) for name in names if environment.get(name, "").strip())


def _addressed(inquiry: Inquiry, table: Lookup, error: Pasted | None) -> tuple[str, str | None]:
    """The id without a router's prefix, and who is asked for it: as the user says, the prefix, the host, the form."""
    asked = inquiry.id.strip()
    if inquiry.surface is not None:
        return inquiry.id, inquiry.surface
    address = table.addresses.inside(asked) or table.addresses.routed(asked)
    if address is not None and asked not in table.known:
        return asked[address.start : address.end], address.surface
    host = urlsplit(error.address).hostname if error is not None and error.address else None
    surface = next(
        (place for known_, place in HOSTS.items() if host and (host == known_ or host.endswith(f".{known_}"))), None
    )
    return inquiry.id, surface or _claimant(asked, inquiry, table)


def _claimant(asked: str, inquiry: Inquiry, table: Lookup) -> str | None:
    """Who has ids such as this one; else the operator's gateway, or who has the id that was clearly meant."""
    found = table.claimants(asked) or table.places(asked)
    if not found and inquiry.base is not None:
        return GATEWAYS
    if not found:
        near, sure = nearest(asked, table.known)
        found = table.claimants(near[0]) or table.places(near[0]) if sure else ()
    return next(iter(found), None)


def _question(inquiry: Inquiry, surface: str | None, model: str, environment: Mapping[str, str]) -> Question | None:
    """Whom to ask, of several ways one whose list would hold the id; None where nobody can be."""
    if inquiry.base is not None and surface in (None, GATEWAYS):
        found = questions((), environment, [(inquiry.base, inquiry.variable or "")])
        return found[0] if found else None
    if surface is None:
        return None
    found = questions([surface], environment)
    first = next((each for each in found if live.is_told(each.lister, model)), next(iter(found), None))
    if first is None or inquiry.base is None:
        return first
    key = environment.get(inquiry.variable or "", "")
    secret = Secret(key, inquiry.variable or "") if key.strip() else None
    return asking.Question(lister=first.lister, base=inquiry.base, secret=secret)


def _asked(
    inquiry: Inquiry, question: Question | None, model: str, environment: Mapping[str, str]
) -> tuple[Listing | None, Listed | None, Single | None, Listing | None]:
    if question is None or inquiry.offline:
        return None, None, None, None
    lister = question.lister
    (listing,) = asking.ask_all([question], environment)
    row = live.row_of(lister, listing, model)
    single = None
    if row is None and lister.one is not None and listing.outcome is Outcome.OK:
        outcome, found, message = asking.ask_one(lister, environment, model, base=question.base, secret=question.secret)
        single = Single(outcome=outcome, row=found, message=message)
    wider = None
    base = _base(lister, environment, question.base)
    if row is None and base is not None and base.regional and listing.outcome is Outcome.OK:
        wider = asking.ask(lister, environment, base=lister.default)
    return listing, row, single, wider


def _kind(model: str, surface: str | None, tuned: str | None) -> IdKind:
    if tuned is not None:
        return IdKind.FINE_TUNE
    if model.startswith("arn:"):
        return IdKind.ARN
    return IdKind.DEPLOYMENT if surface == "azure" else IdKind.MODEL


def _key(lister: Lister, environment: Mapping[str, str], question: Question | None) -> Key | None:
    if not lister.keys:
        return None
    secret = (question.secret if question else None) or keys.credential(lister, environment)
    if secret is None:
        return Key(present=False, variable=lister.keys[0])
    return Key(present=True, variable=secret.variable, oddities=keys.oddities(secret))


def _base(lister: Lister, environment: Mapping[str, str], given: str | None) -> Base | None:
    base = keys.base_of(lister, environment, given)
    origin = None if isinstance(base, keys.Refusal) else keys.origin_of(base)
    if origin is None or isinstance(origin, keys.Refusal):
        return None
    own = None if lister.default is None or "{" in lister.default else keys.origin_of(lister.default)
    return Base(
        origin=origin,
        default=origin == own,
        regional=own is not None and origin != own and bool(lister.origins.fullmatch(origin)),
        gateway=lister.surface == GATEWAYS,
    )
