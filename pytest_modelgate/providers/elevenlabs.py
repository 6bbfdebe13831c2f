"""How ids of the ElevenLabs API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_WORD = r"(?:monolingual|multilingual|english|turbo|flash|ttv|sts|music|text_to_sound)"
_FORMS = (
    rf"eleven_(?:{_WORD}_){{0,2}}v\d(?:_\d)?(?:_(?:turbo|flash|conversational|preview|alpha))?",
    r"scribe_v\d(?:_\d)?(?:_(?:realtime|experimental))?",
)

PROVIDER = Provider(
    name="elevenlabs",
    title="the ElevenLabs API",
    keywords=("eleven_", "eleven-", "elven_", "elevn_", "scribe_v", "scribe-v"),
    grammar=Expression("|".join(f"(?:{form})" for form in _FORMS)),
    family=Expression(r"eleven_[a-z0-9_]*v\d\w*|scribe_v\d\w*"),
    routes=("elevenlabs/", "elevenlabs:"),
    matches=(
        "eleven_v5", "eleven_v3_5", "eleven_v3_alpha", "eleven_v4_flash", "eleven_v4_conversational",
        "eleven_multilingual_v3", "eleven_flash_v3", "eleven_flash_v3_5", "eleven_turbo_v3", "eleven_ttv_v4",
        "eleven_english_sts_v3", "eleven_multilingual_ttv_v3", "eleven_text_to_sound_v2", "eleven_music_v2",
        "scribe_v3", "scribe_v1_experimental", "scribe_v3_realtime",
    ),
    near_misses=(
        "elevenlabs", "elevenlabs-python", "elevenlabs-js", "eleven", "eleven_", "eleven_labs", "eleven_labs_v1",
        "eleven_labs_api_key", "eleven_api_v1", "eleven_voice_id", "eleven_tts", "eleven_turbo",
        "eleven_multilingual", "eleven_v", "eleven_v3.py", "eleven_v3.mp3", "eleven-v3", "eleven-labs", "eleventy",
        "eleventy_v2", "seven_eleven_v2", "scribe", "scribe_v", "scribe_view", "scribe_version", "scribe_v2.md",
        "scribe-v1", "describe_v1", "subscribe_v2", "transcribe_v1", "whisper_v3",
    ),
)  # fmt: skip
