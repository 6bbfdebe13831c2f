"""Scanned text made harmless: what it holds is shown, and no terminal or build log takes it for a command."""

from __future__ import annotations

import re

# Letters and marks that print as nothing, although Unicode counts them as printable.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | {chr(point) for point in range(0xFE00, 0xFE10)}
# Build servers read `##[command]` and `##vso[command]` anywhere in a line, and `::command::` at its start, even after
# white space; a wrapped message can put any of its words there.
_HASH_COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")
_WORD_OF_COLONS = re.compile(r"(?<!\S)::")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def visible(text: str) -> str:
    r"""The text with every control, direction and invisible character written as an escape such as `\x1b`."""
    if not text.isprintable() or not _BLANK.isdisjoint(text):
        text = "".join(_shown(character) for character in text)
    return _HASH_COMMAND.sub(r"#\\x23", _WORD_OF_COLONS.sub(r"\\x3a:", text))


def visible_path(path: str) -> str:
    """The path made visible; one that would begin a line with `::` gets `./` before it, and so still leads there."""
    return visible("./" + path if path.lstrip().startswith("::") else path)


def clipped(text: str, limit: int) -> str:
    """The text, or its beginning and the count of the characters that were cut."""
    if len(text) <= limit:
        return text
    return f"{text[:limit]}... ({len(text) - limit} more characters)"


def encodable(text: str) -> str:
    """The text with lone surrogates written as escapes, so that every reader of UTF-8 or JSON takes it."""
    return _SURROGATE.sub(lambda match: _shown(match[0]), text) if not text.isascii() else text


def json_text(serialized: str) -> str:
    """Serialized JSON that means the same and holds no build server's command: `#` only occurs within its strings."""
    return _HASH_COMMAND.sub(r"#\\u0023", serialized)


def _shown(character: str) -> str:
    if character.isprintable() and character not in _BLANK:
        return character
    return character.encode("unicode_escape").decode("ascii")
