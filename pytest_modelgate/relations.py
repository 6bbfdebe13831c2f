"""Says what is wrong between the facts of one provider's part of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pytest_modelgate.content import NAMES_ONLY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pytest_modelgate.content import RowContent, SurfaceContent

    Rows = Mapping[str, RowContent]
    Wrong = Iterator[tuple[str, str]]


def mistakes(surface: SurfaceContent) -> Iterator[tuple[str, str, str]]:
    """An id, the key of its row that is wrong, and the message: for contradictions in a row, between rows and with
    the rest of the part. Keys that are missing have been reported by whoever read the part, and are passed over.
    """
    rows = surface["models"]
    # Where a provider names a model and its version apart, a replacement is named by its model.
    named = rows.keys() | {row["model"] for row in rows.values() if "model" in row}
    for model, row in rows.items():
        for judge in (_days, _alias):
            yield from ((model, key, message) for key, message in judge(row, rows))
        yield from ((model, key, message) for key, message in _successors(row, rows, named))
        yield from ((model, key, message) for key, message in _provider(row, surface))
    for key, word in (("successor", "successor"), ("alias_of", "alias")):
        for cycle in _cycles({model: _targets(row, key) for model, row in rows.items()}):
            yield cycle[0], key, f"{word} cycle: {' -> '.join((*cycle, cycle[0]))}"


def api_mistakes(surface: SurfaceContent) -> Iterator[tuple[str, str, str]]:
    """The same of the rows of APIs and hosts that end."""
    for api, own in surface.get("apis", {}).items():
        # Its keys are those of a model's row, but for two that nothing contradicts.
        row = cast("RowContent", own)
        yield from ((api, key, message) for key, message in (*_order(row), *_provider(row, surface)))
        if "retires" in row and "stage" in row:
            yield api, "stage", "stage says nothing beside retires; leave it out"


def hint(word: str, words: Sequence[str]) -> str:
    """The end of a message: the word that was probably meant, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word, words, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _provider(row: RowContent, surface: SurfaceContent) -> Wrong:
    announced, as_of, sources = row.get("announced", ""), surface.get("as_of", ""), surface.get("sources", {})
    # A team's own source may have been read later than the provider's part that it is laid over.
    read = max((sources[key].get("read", "") for key in row.get("source", ()) if key in sources), default="")
    if announced > max(as_of, read) and as_of:
        yield "announced", f"announced {announced}, after the provider's as_of {as_of}"
    for key, named, known in (
        ("endpoints", row.get("endpoints", ()), surface.get("endpoints", ())),
        ("source", row.get("source", ()), tuple(sources)),
    ):
        for word in named if known or key == "endpoints" else ():
            if word not in known:
                yield key, f"the provider's part names no {key.rstrip('s')} {word!r}{hint(word, known)}"
    if row.get("third_party") and sources:
        outside = [sources[key].get("third_party", False) for key in row.get("source", ()) if key in sources]
        if not any(outside):
            yield "third_party", "third_party contradicts source: none of them is a third party"
        elif all(outside):
            yield "third_party", "third_party says nothing here: all the sources are; leave it out"


def _order(row: RowContent) -> Wrong:
    announced, retires = row.get("announced"), row.get("retires")
    if announced and retires and retires < announced:
        yield "retires", f"retires {retires}, before it is announced ({announced})"


def _days(row: RowContent, rows: Rows) -> Wrong:
    yield from _order(row)
    retires, earliest = row.get("retires"), row.get("earliest")
    if earliest and retires and retires < earliest:
        yield "earliest", f"earliest {earliest} contradicts retires {retires}"
    if retires and row.get("stage", "active") != "active":
        yield "stage", "stage says nothing beside retires, unless it is active; leave it out"
    if not retires and row.get("stage") == "active":
        yield "stage", "stage active says nothing without retires; leave it out"


def _alias(row: RowContent, rows: Rows) -> Wrong:
    target = row.get("alias_of")
    if target is not None and target not in rows:
        yield "alias_of", f"alias_of {target!r} has no row{hint(target, tuple(rows))}"
    elif target is not None and rows[target].get("kind") in NAMES_ONLY:
        yield "alias_of", f"alias_of {target!r} is a row for several models, which nobody can call"


def _successors(row: RowContent, rows: Rows, known: Collection[str]) -> Wrong:
    named, unlisted = row.get("successor", []), row.get("unlisted", [])
    for other in named:
        if other in rows and rows[other].get("kind") in NAMES_ONLY:
            yield "successor", f"successor {other!r} is a row for several models, which nobody can call"
        if other not in known and other not in unlisted:
            yield "successor", f"successor {other!r} has no row{hint(other, tuple(rows))}"
    for other in unlisted:
        if other in known:
            yield "unlisted", f"unlisted {other!r} has a row; leave it out"
        elif other not in named:
            yield "unlisted", f"unlisted {other!r} is not a successor of this row"


def _targets(row: RowContent, key: str) -> list[str]:
    if key == "successor":
        return row.get("successor", [])
    return [row["alias_of"]] if "alias_of" in row else []


def _cycles(targets: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Each cycle once, from the id that comes first on the way to it."""
    done: set[str] = set()
    for start in targets:
        # A stack of our own: a chain may be longer than Python's is deep.
        path = {start: iter(targets[start])} if start not in done else {}
        while path:
            current, rest = next(reversed(path.items()))
            following = next(rest, None)
            if following is None:
                done.add(current)
                del path[current]
            elif following in path:
                steps = tuple(path)
                yield steps[steps.index(following) :]
            elif following in targets and following not in done:
                path[following] = iter(targets[following])
