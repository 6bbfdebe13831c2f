"""The words with which everything is described: each a closed list, spelt as reports spell it."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Severity(StrEnum):
    """How bad a finding is, in SARIF's words. `rank` orders them: a higher rank is worse."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for a note, 1 for a warning, 2 for an error."""
        return ("note", "warning", "error").index(self.value)


class Role(StrEnum):
    """What a reference is for; only roles named in `gate-roles` can fail a build."""

    RUNTIME = "runtime"
    TEST = "test"
    CATALOGUE = "catalogue"
    DOC = "doc"


class Reach(StrEnum):
    """How the text gets where it is used."""

    CALL_ARGUMENT = "call-argument"
    DEFAULT = "default"
    CONSTANT = "constant"
    FIELD = "field"
    DICT_VALUE = "dict-value"
    COLLECTION = "collection"
    ENVIRONMENT_DEFAULT = "environment-default"
    CLI_DEFAULT = "cli-default"
    F_STRING = "f-string"
    JOIN = "join"
    COMPARISON = "comparison"
    PREFIX_CHECK = "prefix-check"
    OTHER = "other"


class State(StrEnum):
    """What is known of a reference on the day of the run, worked out from dates and never stored."""

    ACTIVE = "active"
    LEGACY = "legacy"
    DEPRECATED = "deprecated"
    RETIRING = "retiring"
    RETIRED = "retired"
    UNKNOWN = "unknown"
    MISTYPED = "mistyped"
    DYNAMIC = "dynamic"


class Context(IntEnum):
    """How surely the code says that a text is a model id."""

    NONE = 0
    NAMED = 1
    """A parameter, key, field or variable called like a model holds it."""
    CALL = 2
    """It is the model argument of a call that is known to take one."""


class Told(StrEnum):
    """What says which surface will be asked, the surest first."""

    ROUTE = "route"
    """A router's prefix in the text, or a form that only one surface has."""
    CLIENT = "client"
    """The client or the function that it is given to."""
    NAME = "name"
    """The names of what holds it."""
    FORM = "form"
    """The id's own form, or the table that has it on one surface alone."""


class Doubt(StrEnum):
    """What is wrong with a client, whatever model it is asked for."""

    AZURE_HOST = "azure-host"
    """An address of Azure that only Azure's own client can ask."""
    AZURE_KEY = "azure-key"
    """A key of Azure, sent to another host."""
    NO_API_VERSION = "no-api-version"
    """Azure's client without the version of the API."""
    DEPLOYMENT = "deployment"
    """The name of a deployment, given to who knows models alone."""


class Applicability(StrEnum):
    """Whether a fix may be applied unasked."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class LiveMode(StrEnum):
    """Whether the providers themselves are asked what a key can call."""

    OFF = "off"
    ON = "on"
    REQUIRED = "required"
    """And there is no clean verdict without their answers."""


class Hearsay(StrEnum):
    """What a date that only third parties report does to a build."""

    WARN = "warn"
    FAIL = "fail"


class Verdict(IntEnum):
    """The answer of a run; its number is the exit code."""

    CLEAN = 0
    FINDINGS = 1
    NO_VERDICT = 2
