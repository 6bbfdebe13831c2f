"""What a shelf holds: each kind is a value with one or two pure functions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pytest_modelgate.expressions import Expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from pytest_modelgate.finder import Finder
    from pytest_modelgate.parts import Passage, Piece, Remark
    from pytest_modelgate.terms import Applicability, Severity
    from pytest_modelgate.values import Evidence, Extraction, Finding, Reference, Report, SourceFile, Use

OTHER_HOST = "custom-host"
"""The surface of a client that is sent to an address which no known surface answers."""
LOCAL = "local"
"""The surface of models that run on one's own machine."""
GATEWAY = "gateway"
"""The surface of ids that name a maker without saying which router will be asked."""
NOBODY = Expression(r"(?!)")
"""A pattern that matches nothing."""

ENDPOINTS = frozenset(
    "chat completion embedding rerank image video speech transcription moderation realtime ocr".split()
)
"""What calls are for, where a framework decides through which of a provider's endpoints it asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """How one surface's ids look. Its dates are rows of the table, under the same name."""

    name: str
    title: str
    """The surface as its users call it, for messages."""
    keywords: tuple[str, ...]
    """Lower-case texts, one of which every id or likely misspelling of an id holds."""
    grammar: Expression
    """Matches, whole and lower-cased, the form of the surface's ids."""
    family: Expression
    """Matches, whole, any text that would be taken for one of the surface's ids where a model is expected."""
    claims: Expression | None = None
    """Matches, whole and lower-cased, the ids whose form alone says that this surface is asked; None for all that the
    grammar matches, `NOBODY` for a surface whose ids other hosts use as well."""
    written: Expression | None = None
    """Matches, whole, the spellings of an id that the surface takes besides the table's; the group `id` is the id."""
    inside: Expression | None = None
    """Finds an id in a longer text whose form is unmistakable, such as an ARN; the group `id` is the id."""
    wraps: Expression | None = None
    """Matches, whole, an id that holds its maker's own id, as the group `model`: what other surfaces may call it."""
    tuned: Expression | None = None
    """Matches, whole, the id of a fine-tuned model; the group `base` is the id of what it was tuned from."""
    any_case: bool = False
    """Whether the surface compares ids without regard to case."""
    private_names: bool = False
    """Whether callers send names that their own account gave, so that a text in code says nothing certain."""
    routes: tuple[str, ...] = ()
    """Prefixes by which routers send an id to this surface, such as `openai/`; longest first."""
    own_prefixes: tuple[str, ...] = ()
    """Prefixes that belong to the surface's own spelling, such as `models/`."""
    left_out: tuple[str, ...] = ()
    """Beginnings of ids that callers or their routers may leave out, such as `accounts/fireworks/models/`."""
    needs_context: frozenset[str] = frozenset()
    """Known ids that are ordinary words, and so are references only in model context."""
    matches: tuple[str, ...] = ()
    """Texts that the grammar must match."""
    near_misses: tuple[str, ...] = ()
    """Texts that are no ids and must not be taken for one."""
    spellings: tuple[tuple[str, str], ...] = ()
    """Examples for `written`, `inside` and `any_case`: a text, and the id of the table that it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCall:
    """A call that takes a model id, or that uses an API which ends."""

    path: str
    """The callable's dotted name as code spells it after the client or module: `chat.completions.create`; empty where
    the client itself is called: `openai("gpt-4o")` of `@ai-sdk/openai`."""
    argument: str = "model"
    """The argument that names the model; empty for a call that takes none."""
    position: int | None = None
    """The argument's place, 0-based, where it may be given without its name."""
    key: str = ""
    """Where the argument is a dictionary or an object, the key, field or method of a builder under which it names the
    model, wherever the file makes it: `Model` of `client.CreateEmbeddings(ctx, openai.EmbeddingRequest{Model: m})`."""
    endpoint: str | None = None
    """What serves the call: a name that rows of the table use, or one of `ENDPOINTS`; None where any model fits."""
    surface: str | None = None
    """Who is asked, where the call alone says so and its client does not."""
    address: str = ""
    """The argument with the address that is called, which says who is asked and what serves the call."""
    address_position: int | None = None
    """Its place, 0-based, where it may be given without its name."""
    prepares: bool = False
    """Whether it only makes what another call is given, as `EmbeddingRequest` and `EmbeddingCreateParams` do among
    `functions`: where the file holds that other call, it says who is asked and for what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A class or factory whose calls, or whose own model argument, go to one surface."""

    name: str
    surface: str | None
    """None: the surface is decided by something else, such as a route in the id."""
    module: str = ""
    """The begin of the dotted module that holds it, where the framework's other modules hold another of the name."""
    arguments: tuple[str, ...] = ()
    """The constructor's arguments that name a model, when it takes one. As everywhere, the methods of its builder and
    its functional options count as arguments: `modelName` is given by `.modelName(m)`, `.setModelName(m)`,
    `.withModelName(m)`, `.model_name(m)` and `WithModelName(m)`."""
    position: int | None = None
    """The first such argument's place, 0-based, where it may be given without its name."""
    endpoint: str | None = None
    """What serves the model that the constructor is given, as in `ModelCall`."""
    base: str | None = None
    """The address that it asks when nothing sends it elsewhere."""
    base_url: tuple[str, ...] = ()
    """The constructor's arguments that send it to another host; dotted where an argument is a dictionary that holds
    the address: `configuration.baseURL`."""
    tells: tuple[tuple[str, str, str], ...] = ()
    """Arguments of the constructor that tell the surface, each with its value, or an empty text for any, and the
    surface; the first that is given counts."""
    through: tuple[str, ...] = ()
    """The constructor's arguments that are given a client, which says who is asked in this one's stead; where it is
    given one that is not known, nobody knows."""
    key: str = ""
    """The constructor's argument with the key, where the key of another provider would be refused."""
    needs: tuple[tuple[str, str], ...] = ()
    """Arguments without which it cannot be made, each with the environment variable that may stand for it."""
    places: tuple[str, ...] = ()
    """The names of the constructor's arguments in order, where `base_url`, `tells`, `through` and `key` name some that
    are given by place: `ModelClient(endpoint, credential)` of `@azure-rest/ai-inference`."""
    made: bool = False
    """Whether the module holds it made already, under this name."""
    default: bool = False
    """Whether it is what its module exports by default, so that each file that imports it may call it as it likes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallExample:
    """Source in the framework's language, and how the one text in it that names a model is read."""

    code: str
    id: str
    """The text; of one that only running code knows, the expression as written."""
    surface: str | None = None
    endpoint: str | None = None
    wrong: bool = False
    """Whether the endpoint does not serve the model."""
    dynamic: bool = False
    """Whether only running code knows the model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """What one SDK or framework calls its clients and its model arguments."""

    name: str
    modules: tuple[str, ...]
    """The import packages whose presence means that the framework is used, as the language spells them:
    `@ai-sdk/openai`. What lies below one belongs to it: `openai/resources` to `openai`."""
    language: str = "python"
    """Whose packages these are: `python`, `javascript` (with TypeScript), `go`, `java` (with Kotlin), `csharp`, `rust`,
    `ruby` or `php`."""
    keywords: tuple[str, ...]
    """Lower-case texts, one of which every file that imports the framework holds."""
    clients: tuple[Client, ...] = ()
    calls: tuple[ModelCall, ...] = ()
    """Calls on a client of this framework."""
    functions: tuple[ModelCall, ...] = ()
    """Calls of the module itself, by the full dotted path: `litellm.completion`. Where the language imports by paths of
    another form, a `#` stands between the module and what is taken of it: `ai#generateText`."""
    surface: str | None = None
    """Where `functions` go; None when a route in the id says so."""
    examples: tuple[CallExample, ...] = ()
    """At least a right call, one to an endpoint that does not serve the model, and one with an unknown model."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """What a language needs to know of ids and calls to read a file."""

    stems: Finder
    """Finds lower-case texts, one of which every id or likely misspelling of an id holds."""
    is_id: Callable[[str], bool]
    """Whether a whole text, with no context, has the form of an id or is one small step from one."""
    is_known: Callable[[str], bool]
    """Whether a text is exactly an id of the table, and no ordinary word."""
    words: frozenset[str]
    """Known ids that are ordinary words, and so are read as ids only where something called a model holds them."""
    is_settled: Callable[[str], bool]
    """Whether no rule that runs could say anything of this text, whatever its context."""
    frameworks: Callable[[str], tuple[Framework, ...]]
    """The frameworks of a language, named as `Framework.language`."""
    hosts: Mapping[str, str]
    """Host name to surface, for clients that are given a base URL."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """The end of an address's path to the endpoint that it is, for calls that are given an address."""
    apis: frozenset[tuple[str, str]] = frozenset()
    """The surface with the endpoint, or the name of the host, of each API that the table has an end for."""


def _none(_source: SourceFile) -> tuple[()]:
    return ()


def _never(_source: SourceFile) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How one kind of file is read. `extract(source, lexicon, deep, asked)` gives its occurrences in order of place.

    With `deep` false, text whose verdict cannot depend on context may be left out of depth. `asked` are names of the
    file from which calls of other files take their model, with these calls.
    """

    name: str
    suffixes: tuple[str, ...]
    """How the names of its files end, in lower case: `.py`."""
    extract: Callable[[SourceFile, Lexicon, bool, Mapping[str, tuple[Use, ...]] | None], Extraction]
    passages: Callable[[SourceFile], tuple[Passage, ...]]
    """Every string and comment of a file in order of place, so that one that is no id can be accounted for."""
    remarks: Callable[[SourceFile], Iterable[Remark]] = _none
    """The comments of a file in order of place, as far as they might speak of modelgate."""
    comment: str | None = "# {}"
    """How one is written, `{}` being what it says; None where files hold none."""
    apart: bool = False
    """Whether comments stand on lines of their own."""
    pieces: Callable[[SourceFile], Iterable[Piece]] = _none
    """The parts of a file that are written in other languages."""
    prose: Callable[[SourceFile], bool] = _never
    """Whether a file is read by people alone, with its pieces, so that without `deep` it is not read at all."""
    names: tuple[str, ...] = ()
    """Whole names of further files, in lower case, with `*` for any text: `dockerfile.*`."""
    packages: str | None = None
    """The language whose packages its files import, as `Framework.language`; None where their pieces may be of any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A piece of code that shows a rule: what it says on the day, or nothing."""

    code: str
    today: date
    fires: bool
    live: tuple[str, ...] | None = None
    """The ids of the provider's complete list; None where nobody was asked."""
    configuration: str = ""
    """The settings that it is judged by, as `modelgate.toml` holds them."""
    lock: str = ""
    """The lock file that it is judged by, if any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One judgement. `judge(reference, evidence)` gives a finding or None, and knows neither files nor formats."""

    code: str
    name: str
    severity: Severity
    summary: str
    """One line: what fires it and what happens if nothing is done."""
    judge: Callable[[Reference, Evidence], Finding | None]
    examples: tuple[Example, ...] = ()
    page: str = ""
    """Why it matters and what to do, in Markdown."""
    fix: Applicability | None = None
    """The best that its fixes are; None where it has none."""
    needs: str = ""
    """What switches it on, in Markdown, where it is not always on."""
    options: tuple[str, ...] = ()
    """The keys of the configuration that bear on it, beside those that bear on every rule."""
    related: tuple[str, ...] = ()
    """The codes of the rules that speak of what is near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to show a report: what it makes of it for each command that it serves."""

    name: str
    check: Callable[[Report, Style], str] | None = None
    inventory: Callable[[Report, Style], str] | None = None
    needs: tuple[str, ...] = ()
    """The import packages of the extra `reports` that it is made with."""

    def serves(self, command: str) -> bool:
        """Whether the reports of a command, `check` or `inventory`, can be shown so."""
        return (self.check if command == "check" else self.inventory) is not None

    def render(self, command: str, report: Report, style: Style) -> str:
        """The report of a command, as text. Raises ValueError where the format does not serve the command."""
        renderer = self.check if command == "check" else self.inventory
        if renderer is None:
            raise ValueError(f"{self.name} shows no report of {command}")
        return renderer(report, style)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a person wants text: with colour or without, in full or not. Machine formats ignore it."""

    colour: bool = False
    everything: bool = False
    """Also list what does not gate, suppressed findings and files that were left out."""
    evidence: bool = False
    """Also say under each finding what told its surface, and which calls it reaches."""
    width: int | None = None
    """The columns of the terminal, to wrap at; None where nobody watches, and then nothing is wrapped."""
    root: str = "."
    """Where the report's paths begin, seen from where the reader stands."""
    project: str = ""
    """What the project is called, for what is shown away from it; empty where that is not known."""


SOURCE_BASE = "https://github.com/pytest-modelgate/pytest-modelgate/blob/main"
HELP_BASE = f"{SOURCE_BASE}/README.md"


def help_url(code: str) -> str:
    """The address of a rule's page."""
    return f"{SOURCE_BASE}/pytest_modelgate/rules/pages/{code}.md"
