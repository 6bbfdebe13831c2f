"""Says by their names which files are read, to Python and to git alike."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pytest_modelgate.kinds import Language


@dataclass(frozen=True, slots=True)
class FileNames:
    """The names that are wanted, in any case of ASCII letters: by how they end, or by the whole of the last part."""

    suffixes: tuple[str, ...]
    """How names end, in lower case: `.py`."""
    patterns: tuple[str, ...] = ()
    """Whole names in lower case, with `*` for any text."""
    kinds: tuple[str, ...] = ()
    """The languages of such files, for messages."""
    _ends: frozenset[str] = field(init=False, repr=False, compare=False)
    _long: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _whole: frozenset[str] = field(init=False, repr=False, compare=False)
    _starts: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _starred: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starred = [pattern.split("*") for pattern in self.patterns if "*" in pattern]
        ways = "|".join(".*".join(map(re.escape, parts)) for parts in starred)
        # Tens of thousands of names are asked about, most of them in vain: what is looked up comes before patterns.
        object.__setattr__(self, "_ends", frozenset(self.suffixes))
        object.__setattr__(self, "_long", tuple(suffix for suffix in self.suffixes if suffix.rfind(".") > 0))
        object.__setattr__(self, "_whole", frozenset(self.patterns))
        object.__setattr__(self, "_starts", tuple({parts[0] for parts in starred}))
        object.__setattr__(self, "_starred", re.compile(ways, re.DOTALL))

    def wants(self, path: str) -> bool:
        """Whether the file at a path, with `/` between its parts, is read."""
        # Git folds the case of ASCII letters alone; `lower` would also make a k of the sign for kelvin.
        low = path.lower() if path.isascii() else os.fsdecode(os.fsencode(path).lower())
        name = low[low.rfind("/") + 1 :]
        return (
            name[name.rfind(".") :] in self._ends
            or name in self._whole
            or name.endswith(self._long)
            or (name.startswith(self._starts) and self._starred.fullmatch(name) is not None)
        )

    def pathspecs(self, *magic: str) -> list[str]:
        """What to tell git, so that it looks at these files below its folder; `magic` is for all of them."""
        ends, names = (",".join((*magic, "icase", *more)) for more in ((), ("glob",)))
        # Only a star before plain text is compared without git's slow matching of patterns.
        return [
            *(f":({ends})*{suffix}" for suffix in self.suffixes),
            *(f":({names})**/{pattern}" for pattern in self.patterns),
        ]

    def in_words(self) -> str:
        """The languages, for a message that says what is read."""
        return ", ".join(self.kinds)


def names_of(languages: Iterable[Language]) -> FileNames:
    """The names of all files in these languages."""
    known = tuple(languages)
    return FileNames(
        suffixes=tuple(sorted({suffix for language in known for suffix in language.suffixes})),
        patterns=tuple(sorted({name for language in known for name in language.names})),
        kinds=tuple(sorted(language.name for language in known)),
    )
