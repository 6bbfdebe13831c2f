"""Reads one command: its options, the variables that it sets, what it sends and where to.

The tools' options are read from their own documentation: https://llm.datasette.io/en/stable/help.html,
https://aider.chat/docs/config/options.html, https://developers.openai.com/codex/cli/reference,
https://code.claude.com/docs/en/cli-reference, https://github.com/google-gemini/gemini-cli,
https://docs.ollama.com/cli, https://huggingface.co/docs/huggingface_hub/guides/cli,
https://github.com/TheR1D/shell_gpt, https://github.com/charmbracelet/mods and
https://opencode.ai/docs/cli.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pytest_modelgate.kinds import LOCAL, OTHER_HOST
from pytest_modelgate.languages._holding import Held
from pytest_modelgate.terms import Context, Reach, Role
from pytest_modelgate.values import Use
from pytest_modelgate.vocabulary import names_model

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytest_modelgate.languages._holding import Holding

_SHORT = frozenset({"-m", "--model"})
_TOOLS = {
    "aider": frozenset({"--model", "--weak-model", "--editor-model"}),
    "claude": frozenset({"--model", "--fallback-model"}),
    "claude-code": frozenset({"--model", "--fallback-model"}),
    "codex": _SHORT,
    "gemini": _SHORT,
    "gemini-cli": _SHORT,
    "llm": _SHORT,
    "mods": _SHORT,
    "opencode": _SHORT,
    "opencode-ai": _SHORT,
    "sgpt": frozenset({"--model"}),
}
"""Commands that ask models, and their options that name one."""
_FETCHES = {
    "hf": frozenset({"download"}),
    "huggingface-cli": frozenset({"download"}),
    "ollama": frozenset({"run", "pull", "show"}),
}
"""Commands that get or run a model on one's own machine, and those of their own commands that name it next."""
_WRAPPERS = frozenset(
    "sudo env exec time nohup command builtin npx bunx uvx uv pipx run tool xargs timeout nice poetry pdm rye".split()
)
_CONTAINERS = frozenset("docker docker-compose podman podman-compose nerdctl kubectl oc".split())
"""Commands whose own command `exec` runs another in what it names first: `docker compose exec ollama ollama pull x`."""
_PRINTS = re.compile(r"echo|printf|print|puts?|say|log\w*|info|warn(?:ing)?|error|err|die|fail|debug|success|note|msg")
_LOOKS = frozenset("grep egrep fgrep rg ag ack".split())
_TESTS = frozenset({"test", "["})
_NO_MODELS = frozenset(
    "cd rm mkdir rmdir cp mv ln touch source . cat sed awk gawk perl tr cut head tail sort git diff find ls apt apt-get"
    " brew unset type which".split()
)
"""Commands whose words are files, texts and programs of their own."""
_SENDS = frozenset("curl wget http https xh httpie curlie".split())
_BODIES = frozenset(
    "-d --data --data-raw --data-binary --data-ascii --data-urlencode --json -F --form --post-data --body-data --raw"
    " --body --payload --cli-input-json --request".split()
)
_SHELLS = frozenset("sh bash zsh ksh dash ash".split())
_RUNS = frozenset("eval trap ssh watch".split())
_KNOWN = _SENDS | _SHELLS | _TOOLS.keys() | _FETCHES.keys()
_OPTION = re.compile(r"--?[A-Za-z][\w.-]*")
_ASSIGNED = re.compile(r"(?P<name>[A-Za-z_][\w.:-]*)=(?P<quote>[\"']?)(?P<value>.+?)(?P=quote)", re.DOTALL)
_GIVEN = re.compile(r"(?P<name>--?[A-Za-z][\w.-]*)=(?P<quote>[\"']?)(?P<value>.+?)(?P=quote)", re.DOTALL)
_ADDRESSES = re.compile(r"https?://[^\s\"'<>]+|\$\{?\w+\}?/[^\s\"'<>]+")
_IN_PATH = re.compile(r"/models/(?P<id>[\w.@-]+):(?P<method>[A-Za-z]+)")
_METHODS = {
    "generateContent": "generateContent", "streamGenerateContent": "generateContent", "embedContent": "embedContent",
    "batchEmbedContents": "embedContent", "predict": "predict", "predictLongRunning": "predictLongRunning",
}  # fmt: skip
_OPEN = re.compile(r"\\?[\"']model\\?[\"']\s*:\s*\\?[\"'][^\"'\n]*[$`]")
"""A model in a body that only running code knows."""
_LONGEST = 200
_MOST = 40_000
"""Characters beyond which a word is no option, variable or address."""


class Word(NamedTuple):
    """A word of a command without its quotes, and where it stands, in characters from the file's begin."""

    text: str
    start: int
    end: int


class Asked(NamedTuple):
    """Whom a command sends something, and the call that this is."""

    surfaces: tuple[str, ...] = ()
    use: Use | None = None


def called(words: Sequence[Word]) -> tuple[str, int]:
    """The name of the command that is run in the end, without its folder, and its place among the words."""
    for place, word in enumerate(words[:12]):
        text = word.text
        if text.startswith("-") or text in _WRAPPERS or text.isdigit() or _ASSIGNED.match(text[:_LONGEST]):
            continue
        name = _name(word)
        inner = _inside(words, place) if name in _CONTAINERS else None
        return (name, place) if inner is None else (_name(words[inner]), inner)
    return (words[0].text[:_LONGEST] if words else ""), 0


def _name(word: Word) -> str:
    name = word.text[:_LONGEST].rpartition("/")[2]
    return name.partition("@")[0] or name


def _inside(words: Sequence[Word], place: int) -> int | None:
    """The place of a command that is known, which another runs in a container."""
    texts = [word.text for word in words[: place + 20]]
    begin = texts.index("exec", place) + 1 if "exec" in texts[place:] else len(texts)
    named = next((at for at in range(begin, len(texts)) if not texts[at].startswith("-")), len(texts))
    return next((at for at in range(named + 1, len(texts)) if _name(words[at]) in _KNOWN), None)


def prints(name: str) -> bool:
    """Whether a command of that name only says what it is given."""
    return bool(_PRINTS.fullmatch(name))


class Commands:
    """Reads commands into what one file holds."""

    def __init__(self, holding: Holding) -> None:
        self.holding = holding
        self.nested: list[tuple[int, int]] = []
        """Where words stand that are commands themselves."""
        self.settings: list[tuple[Held, tuple[str, ...]]] = []
        """Variables that are set, with the names around them; read once all addresses are known."""

    def asked(self, words: Sequence[Word]) -> Asked | None:
        """Whom the command sends something, where it sends anything."""
        name, _ = called(words)
        if name not in _SENDS:
            return None
        for word in words:
            found = _ADDRESSES.match(word.text) if len(word.text) <= _MOST else None
            if found is None:
                continue
            address = found[0].partition("?")[0].rstrip("/")
            paths = self.holding.lexicon.paths
            end = max((each for each in paths if address.endswith(each)), key=len, default=None)
            surface = self.holding.surface_at(address) if "://" in address and "$" not in address[:24] else None
            if surface == OTHER_HOST and end is None:
                continue
            surfaces = () if surface is None else (surface,)
            line = self.holding.places.span(words[0].start, words[0].start).line
            endpoint = None if end is None else paths[end]
            use = Use(call=f"{name} {address}"[:_LONGEST], line=line, surfaces=surfaces, endpoint=endpoint)
            return Asked(surfaces, use if surface is not None or end is not None else None)
        return Asked()

    def command(self, words: Sequence[Word], asked: Asked, *, kept: bool) -> None:
        """A command with its words; `kept` says whether anything else reads what it prints."""
        name, place = called(words)
        if name in _TESTS or name in _LOOKS:
            for word in words[place + 1 :]:
                self.compared(word)
        elif prints(name):
            if kept:
                self._printed(words[place + 1 :], asked)
        elif name == "alias":
            for word in words[place + 1 :]:
                if given := _ASSIGNED.fullmatch(word.text[:_MOST]):
                    self._nest(Word(given["value"], word.start + given.start("value"), word.start + given.end("value")))
        elif name in _RUNS:
            for word in words[place + 1 :]:
                self._nest(word)
        elif name not in _NO_MODELS:
            self._given(words, place, name, asked)

    def _given(self, words: Sequence[Word], place: int, name: str, asked: Asked) -> None:
        line = self.holding.places.span(words[0].start, words[0].start).line
        tool = _TOOLS.get(name, frozenset())
        use = Use(call=name, line=line)
        shell = {number for number in range(place, len(words)) if words[number].text.rpartition("/")[2] in _SHELLS}
        before = ""
        local = False
        for number, word in enumerate(words):
            option, before = before, word.text
            if number == place or (len(word.text) > _MOST and "{" not in word.text):
                continue
            if given := _GIVEN.fullmatch(word.text):
                inner = self._inner(word, given)
                self._option(inner, given["name"], tool, use, asked)
            elif _OPTION.fullmatch(word.text):
                continue
            elif option in _BODIES or option in tool or (option.startswith("--") and _names_model(option)):
                self._option(word, option, tool, use, asked)
            elif number > 1 and words[number - 2].text in ("--arg", "--argjson"):
                self.holding.setting(_held(word), (option,), Reach.CALL_ARGUMENT)
            elif option.endswith("c") and option.startswith("-") and shell and min(shell) < number:
                self._nest(word)
            elif number > place + 1 and not local and words[place + 1].text in _FETCHES.get(name, ()):
                local = True
                fetch = Use(call=f"{name} {words[place + 1].text}", line=line, surfaces=(LOCAL,))
                self._model(word, ("model",), fetch, (LOCAL,))
            elif given := _ASSIGNED.fullmatch(word.text):
                self.settings.append((_held(self._inner(word, given)), (given["name"],)))
            elif "://" in word.text or word.text.startswith("$"):
                self._address(word, name, line)
            elif "{" in word.text:
                self._body(word, asked)
            else:
                self.holding.value(_held(word), (), Reach.CALL_ARGUMENT)

    def compared(self, word: Word) -> None:
        """A text that something is only compared with, whose last sign may stand for any more text."""
        if word.text.endswith("*") and "*" not in word.text[:-1]:
            quoted = word.text[-2:-1] in ("'", '"')
            text = word.text[:-1].strip("\"'")
            start = word.start + (word.text[:1] in ("'", '"'))
            end = word.end - 1 - quoted
            self.holding.value(Held(text, start, end), (), Reach.PREFIX_CHECK, role=Role.CATALOGUE)
        else:
            self.holding.value(_held(word), (), Reach.COMPARISON, role=Role.CATALOGUE)

    def sent(self, start: int, end: int, asked: Asked) -> bool:
        """The members of a body; whether the text has any."""
        use = None if _OPEN.search(self.holding.source.text, start, end) else asked.use
        held = Held("", start, end)
        return self.holding.body(held, surfaces=asked.surfaces if use else (), use=use)

    def _option(self, word: Word, option: str, tool: frozenset[str], use: Use, asked: Asked) -> None:
        name = option.lstrip("-")
        if option in _BODIES:
            self._body(word, asked)
        elif option in tool:
            self._model(word, (name,), use, ())
        elif _names_model(option):
            context = Context.NAMED
            if not _is_open(word.text):
                self.holding.value(_held(word), (name,), Reach.CALL_ARGUMENT, context=context)
        elif given := _ASSIGNED.fullmatch(word.text):
            self.settings.append((_held(self._inner(word, given)), (given["name"],)))
        else:
            self.holding.value(_held(word), (name,), Reach.CALL_ARGUMENT)

    def _model(self, word: Word, names: tuple[str, ...], use: Use, surfaces: tuple[str, ...]) -> None:
        if _is_open(word.text) or word.text.startswith("-"):
            return
        # A word alone is a name that the tool itself has for a model: `sonnet`, `4o`, `flash`.
        whole = bool(re.search(r"[\w.][-/:]\w", word.text)) or bool(surfaces)
        self.holding.value(
            _held(word),
            names,
            Reach.CALL_ARGUMENT,
            context=Context.CALL if whole else Context.NAMED,
            surfaces=surfaces,
            use=use,
        )

    def _body(self, word: Word, asked: Asked) -> None:
        if not self.sent(word.start, word.end, asked) and (given := _ASSIGNED.fullmatch(word.text[:_MOST])):
            inner = self._inner(word, given)
            asks = asked.use is not None and given["name"] == "model" and not _is_open(inner.text)
            self.holding.value(
                _held(inner),
                (given["name"],),
                Reach.CALL_ARGUMENT,
                context=Context.CALL if asks else None,
                surfaces=asked.surfaces if asks else (),
                use=asked.use if asks else None,
            )

    def _address(self, word: Word, name: str, line: int) -> None:
        """An address, whose path may hold the model that is asked."""
        address = word.text.partition("?")[0]
        surface = self.holding.surface_at(address) if "://" in address and "$" not in address[:24] else None
        if found := _IN_PATH.search(address):
            surfaces = () if surface is None or surface == OTHER_HOST else (surface,)
            endpoint = _METHODS.get(found["method"])
            use = Use(call=f"{name} {address}"[:_LONGEST], line=line, surfaces=surfaces, endpoint=endpoint)
            inner = Word(found["id"], word.start + found.start("id"), word.start + found.end("id"))
            reach = Reach.CALL_ARGUMENT
            if endpoint is not None:
                self.holding.value(_held(inner), ("model",), reach, context=Context.CALL, surfaces=surfaces, use=use)
        else:
            self.holding.value(_held(word), (), Reach.CALL_ARGUMENT)

    def _printed(self, words: Sequence[Word], asked: Asked) -> None:
        texts = [word for word in words if not _OPTION.fullmatch(word.text)]
        for word in texts:
            if self.sent(word.start, word.end, asked):
                continue
            if given := _ASSIGNED.fullmatch(word.text[:_MOST]):
                self.settings.append((_held(self._inner(word, given)), (given["name"],)))
            elif len(texts) == 1:
                self.holding.value(_held(word))

    def _nest(self, word: Word) -> None:
        if self.holding.lexicon.stems.within(word.text):
            self.nested.append((word.start, word.end))

    def _inner(self, word: Word, given: re.Match[str]) -> Word:
        return Word(given["value"], word.start + given.start("value"), word.start + given.end("value"))


def assignments(text: str, start: int, end: int) -> Iterator[tuple[str, Held]]:
    """The names with their values in lines of a file that a script writes."""
    for found in _LINE.finditer(text, start, end):
        yield found["name"], Held(found["value"], *found.span("value"))


_LINE = re.compile(
    r"^[ \t]*(?:-[ \t]+)?(?:export[ \t]+|ENV[ \t]+)?[\"']?(?P<name>[A-Za-z_][\w.-]{0,80})[\"']?[ \t]*[:=][ \t]*"
    r"(?P<quote>[\"']?)(?P<value>[^\s\"'#][^\s\"',]*)(?P=quote),?[ \t]*\\?(?:[ \t]#[^\n]*)?\r?$",
    re.MULTILINE,
)


def _names_model(option: str) -> bool:
    return names_model(option.lstrip("-"))


def _is_open(text: str) -> bool:
    return "$" in text or "`" in text or "<" in text


def _held(word: Word) -> Held:
    return Held(word.text, word.start, word.end)
