"""Says what a place in a document is for: a setting that is used, one of many, a record of what was, or mere words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.languages._documents import Branch, Scalar, above
from pytest_modelgate.terms import Role
from pytest_modelgate.vocabulary import names_choice, names_maker, names_model

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW = 3
"""Different ids in one list from which its other texts are taken for ids as well."""
_MANY = 5
"""Different ids in one place from which it is a list of models rather than a setting."""

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_PROSE = frozenset(
    "description descriptions desc summary help message messages comment comments note notes doc docs documentation"
    " title label labels tooltip placeholder hint caption heading subtitle prose readme changelog abstract usage"
    " displayname display icon logo image avatar badge href link slug permalink tags tag keywords keyword topics topic"
    " category categories authors author copyright license example examples sample samples translation translations"
    " locale locales nav redirects content question query".split()
)
"""Words in the names of what people read, or what is shown to them."""
_SHOWN = frozenset("placeholder example examples sample samples hint tooltip caption display title".split())
"""Those that only show a model, whatever else a name says."""
_LISTS = frozenset(
    "supported unsupported known valid available allowed allowlist denylist whitelist blacklist blocked deprecated"
    " retired removed disabled pricing price prices cost costs alias aliases shortcuts capabilities capability catalog"
    " catalogue registry enum leaderboard benchmark benchmarks results result scores tokenizer tokenizers tokenizations"
    " migrations replacements renamed successors lookup windows ignored ignore excluded exclude skip".split()
)
"""Words in the names of what lists models, what they can do or what came of them, rather than asks them."""
_FILTERS = frozenset("alias aliases filter filters supported unsupported known available allowed blocked".split())
"""Those of them that say it of a single model too."""
_MATCHES = frozenset("equalto equals eq matches contains startswith regex".split())
"""Keys of what something is compared with."""
_LABELS = frozenset("id name key slug label alias title service".split())
"""What the names of names end in."""
_OFFERS = frozenset("enum options choices oneof anyof values items allowedvalues allowed_values suggestions".split())
"""Keys of what somebody may choose from."""
_RESULTS = frozenset(
    "score scores accuracy elo rating rank f1 bleu rouge latency latencyms duration durationms totalcost prompttokens"
    " completiontokens totaltokens inputtokens outputtokens response responses completion generatedtext answer answers"
    " finishreason stopreason systemfingerprint usage completions logprobs prediction predictions outputtext numtokens"
    " tokensused".split()
)
"""Keys beside a model that was asked: what came of it."""
_ANSWERED = frozenset("stopreason finishreason systemfingerprint prompttokens completiontokens usage".split())
"""Keys beside a model that only an answer has."""
_PRICED = re.compile(r"cost(?!ar|om|um)|price|pricing")
_ABLE = re.compile(r"contextwindow|supports\w+|capabilities")
"""Keys of what a model can do, which stand beside it in lists of what there is."""
_ANSWERS = re.compile(
    r"(?:chat\.completion|text_completion|response|embedding|model|fine_tuning\.job|batch|realtime\.)[\w.]*|list"
)
"""What the `object` of a server's answer says that it is."""
_USED = frozenset("matrix providers agents steps nodes stages".split())
"""What goes through all that it lists, and asks each."""
_VALUES = frozenset(
    "value default const text current selected string stringvalue defaultvalue default_value initial initial_value id"
    " name key slug model".split()
)
"""Keys that say nothing of their value but that it is one; what they stand under says it."""


def role_of(scalar: Scalar, names: Sequence[str], *, asked: bool) -> Role | None:
    """What a text that may be an id is for; None where it is a plain setting.

    `names` are what it stands under, the nearest first; `asked` is whether settings of a request stand beside it.
    """
    branch = scalar.above
    if branch is None:
        return None
    if scalar.key is None and not branch.is_list:
        return Role.CATALOGUE
    if is_prose(scalar.names(), asked=asked):
        return Role.DOC
    if _is_recorded(scalar, asked=asked):
        return Role.CATALOGUE
    if names and (_is_listed(names, in_list=branch.is_list) or compares(names[0])):
        return Role.CATALOGUE
    if _is_label(scalar):
        return Role.CATALOGUE
    if _is_offered(scalar, names):
        return Role.CATALOGUE
    return None if asked else _among_many(scalar, names)


def is_prose(names: Sequence[str], *, asked: bool = False) -> bool:
    """Whether what stands under these names is for people to read."""
    if not names:
        return False
    words = _words(names[0])
    if names[0].lower() in ("name", "title", "label") and not (len(names) > 1 and names_model(names[1])):
        return not asked
    return not words.isdisjoint(_PROSE) and (not names_model(names[0]) or not words.isdisjoint(_SHOWN))


def compares(name: str) -> bool:
    """Whether what stands under a name is only compared with something."""
    return name.lower() in _MATCHES


def telling(names: Sequence[str]) -> Sequence[str]:
    """The names of a text from the first that says what it is."""
    rest = names
    while len(rest) > 1 and rest[0].lower() in _VALUES and not names_model(rest[0]):
        rest = rest[1:]
    return rest


def _is_listed(names: Sequence[str], *, in_list: bool) -> bool:
    """Whether a name around a text says that it holds a list of models, rather than one that is asked."""
    own = _words(names[0])
    if names_model(names[0]) and not in_list:
        return not own.isdisjoint(_FILTERS) or any(map(lists, names[1:]))
    return any(map(lists, names))


def _is_label(scalar: Scalar) -> bool:
    """Whether a text only names the settings that it stands among, one of which is the model."""
    if scalar.key is None or scalar.above is None or names_model(scalar.key.text):
        return False
    last = _WORD.findall(scalar.key.text)[-1:]
    if not last or last[0].lower() not in _LABELS:
        return False
    return any(
        key is not None and key is not scalar.key and names_model(key.text) for key, _ in scalar.above.entries[:50]
    )


def lists(name: str) -> bool:
    """Whether a name says that what it holds lists models, rather than asks them."""
    return not _words(name).isdisjoint(_LISTS) and not names_choice(name)


def _is_recorded(scalar: Scalar, *, asked: bool) -> bool:
    """Whether it stands beside what came of asking it, or what it costs."""
    branch = next((branch for branch in above(scalar) if not branch.is_list), None)
    if branch is None:
        return False
    beside = branch.texts()
    if "object" in beside and _ANSWERS.fullmatch(beside["object"]):
        return True
    if not _ANSWERED.isdisjoint(beside):
        return True
    if branch.above is None or asked:
        return False
    in_list = branch.above.is_list
    return any(key in _RESULTS or _PRICED.search(key) or (in_list and _ABLE.search(key)) for key in beside)


def _is_offered(scalar: Scalar, names: Sequence[str]) -> bool:
    """Whether it is one of those that somebody may choose from."""
    lists = list(above(scalar))[:2]
    in_list = any(branch.is_list and _key(branch) in _OFFERS for branch in lists)
    mapped = len(lists) > 1 and _key(lists[0]) in _OFFERS and not lists[0].is_list and len(lists[0].ids) > 1
    return in_list or (mapped and not names_model(names[0]))


def _key(branch: Branch) -> str:
    return branch.key.text.lower() if branch.key is not None else ""


def _among_many(scalar: Scalar, names: Sequence[str]) -> Role | None:
    """Whether so many ids stand together that they are a list of what there is."""
    if any(name.lower() in _USED for name in scalar.names()):
        return None
    if any(names_choice(name) and names_model(name) for name in scalar.names()[:1]):
        # What each of many is asked first, or after another: `primary_model`, `fallback_models`.
        return None
    row: Branch | None = None
    for branch in above(scalar):
        name = _key(branch)
        many = len(branch.ids) >= _MANY or (branch.is_list and len(branch.ids) >= FEW and len(branch.entries) >= _MANY)
        if branch is scalar.above and not branch.is_list:
            many = many and not (names and names_model(names[0]))
        elif row is not None:
            many = many and _is_row(row, branch)
        if many and not names_choice(name) and not _by_makers(branch):
            return Role.CATALOGUE
        if not branch.is_list:
            if row is not None and row.ids.isdisjoint(branch.texts().values()):
                return None
            row = branch
    return None


def _is_row(row: Branch, among: Branch) -> bool:
    """Whether most of what stands in a branch has keys like one of its branches."""
    own = row.texts().keys()
    others = [value for _, value in among.entries[:50] if isinstance(value, Branch) and not value.is_list]
    like = sum(not own.isdisjoint(other.texts()) for other in others)
    return like >= FEW and 2 * like > len(among.entries[:50])


def _by_makers(branch: Branch) -> bool:
    """Whether a mapping has a model for each of some providers."""
    keys = [key.text for key, _ in branch.entries[:50] if key is not None]
    return 2 * sum(map(names_maker, keys)) > len(keys)


def _words(name: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(name)}
