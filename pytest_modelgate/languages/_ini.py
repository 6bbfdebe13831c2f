"""INI files and Java's properties, read line by line: configparser and iniconfig tell no columns and stop at an error.

What is no setting with its value, as in a file of another format with the same ending, says nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pytest_modelgate import remarks as signs
from pytest_modelgate.languages._holding import Held, Holding, Places, lines, may_matter
from pytest_modelgate.parts import Passage
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.values import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.parts import Remark
    from pytest_modelgate.values import SourceFile, Use

_SECTION = re.compile(r"[^\S\r\n]*\[(?P<name>[^\]]{1,200})\][^\S\r\n]*(?:[#;].*)?$")
_SETTING = re.compile(r"(?P<name>[^\s=:#;\[!][^=:\s]{0,199}(?:[ \t][^=:\s#;]{1,60}){0,3})[ \t]{0,60}[=:]")
_BEHIND = re.compile(r"\s[#;]")
_PROSE = frozenset("description summary help message comment long_description".split())


class _Setting(NamedTuple):
    """One value, its place in characters from the file's begin; `names` are its own and that of its section."""

    names: tuple[str, ...]
    start: int
    end: int
    key: tuple[int, int] | None
    """The place of its name; None where it goes on from the line before."""


def extract(
    source: SourceFile, lexicon: Lexicon, deep: bool, _asked: Mapping[str, tuple[Use, ...]] | None = None
) -> Extraction:
    """The values that may name models, by the names of their settings, and names that are ids themselves."""
    if not may_matter(source, lexicon):
        return Extraction()
    holding = Holding(source, lexicon, deep=deep)
    settings, comments = _read(source.text)
    sections: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for each in settings:
        sections.setdefault(each.names[1:], []).append((each.names[0], source.text[each.start : each.end]))
    sent = {section: holding.sent(members) for section, members in sections.items()}
    for each in settings:
        if each.names[0].lower() in _PROSE:
            continue
        if each.key is not None:
            holding.value(Held(each.names[0], *each.key), each.names[1:], role=Role.CATALOGUE)
        if each.start < each.end:
            held = Held(source.text[each.start : each.end], each.start, each.end)
            reach = Reach.COLLECTION if each.key is None else Reach.CONSTANT
            holding.setting(held, each.names, reach, sent=sent[each.names[1:]])
    for start, end in comments:
        holding.comment(start, end)
    return holding.extraction()


def _read(text: str) -> tuple[list[_Setting], list[tuple[int, int]]]:
    """The settings and the comments of a file, each in order of place."""
    settings: list[_Setting] = []
    comments = []
    section: tuple[str, ...] = ()
    open_setting = False
    for start, line in lines(text):
        bare = line.strip()
        begin = start + len(line) - len(line.lstrip())
        if not bare:
            continue
        if bare[0] in "#;!":
            comments.append((begin, begin + len(bare)))
            continue
        if (header := _SECTION.match(line)) is not None:
            section, open_setting = (header["name"].strip(),), False
            continue
        found = _SETTING.match(text, begin, start + len(line))
        key = None
        if found is not None:
            name, low, key = found["name"], found.end(), found.span("name")
        elif open_setting and line[0].isspace():
            name, low = settings[-1].names[0], begin
        else:
            open_setting = False
            continue
        high, comment = _value(text, low, start + len(line))
        if comment is not None:
            comments.append(comment)
        low += len(text[low:high]) - len(text[low:high].lstrip())
        high -= len(text[low:high]) - len(text[low:high].rstrip(" \t\\,"))
        if high - low > 1 and text[low] == text[high - 1] and text[low] in "\"'":
            low, high = low + 1, high - 1
        settings.append(_Setting((name, *section), low, max(low, high), key))
        open_setting = True
    return settings, comments


def _value(text: str, low: int, end: int) -> tuple[int, tuple[int, int] | None]:
    """Where the value that begins at a character ends, and the comment behind it."""
    behind = _BEHIND.search(text, low, end)
    return (end, None) if behind is None else (behind.start(), (behind.start() + 1, end))


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """Every name, every value and every comment."""
    places = Places(source.text)
    settings, comments = _read(source.text)
    found = [(*each.key, False) for each in settings if each.key is not None]
    found += [(each.start, each.end, False) for each in settings if each.start < each.end]
    found += [(start, end, True) for start, end in comments]
    return tuple(
        Passage(text=source.text[start:end], source=source.text[start:end], span=places.span(start, end), prose=prose)
        for start, end, prose in sorted(found)
    )


def remarks(source: SourceFile) -> Iterator[Remark]:
    """The comments that speak of modelgate."""
    return signs.remarks(source.text, signs.INI)
