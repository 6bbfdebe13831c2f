"""How ids of the AssemblyAI API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_FORMS = (
    r"assemblyai-stt-\d(?:-\d)?",
    r"universal-[2-9](?:-\d)?(?:-pro)?(?:-rt)?",
    r"universal-streaming-(?:english|multilingual)",
    r"u[3-9](?:-\d)?-(?:pro|pro-rt|rt-pro)",
    r"slam-\d",
)

PROVIDER = Provider(
    name="assemblyai",
    title="the AssemblyAI API",
    keywords=(
        "assemblyai-stt", "universal-2", "universal-3", "universal-4", "universal-streaming", "u3-pro", "u3-rt",
        "u3-5-", "u4-pro", "u4-rt", "slam-1", "slam-2",
    ),
    grammar=Expression("|".join(f"(?:{form})" for form in _FORMS)),
    family=Expression(r"assemblyai-stt-[\w.-]+|universal-\d[\w.-]*|u\d[\w-]*-(?:pro|rt)[\w-]*|slam-\d[\w-]*"),
    routes=("assemblyai/", "assemblyai:"),
    needs_context=frozenset({"best", "nano", "universal"}),
    matches=(
        "assemblyai-stt-4", "assemblyai-stt-3-8", "assemblyai-stt-4-1", "universal-4", "universal-4-pro",
        "universal-3-6-pro", "universal-3-5-pro-rt", "universal-4-rt", "universal-streaming-english",
        "universal-streaming-multilingual", "u3-pro", "u3-5-pro", "u4-rt-pro", "u4-pro-rt", "u4-pro", "slam-2",
    ),
    near_misses=(
        "assemblyai", "assemblyai-", "assemblyai-stt", "assemblyai-python-sdk", "assemblyai-node-sdk",
        "assemblyai-stt-3-7.md", "assemblyai-haystack", "universal", "universal-", "universal-1",
        "universal-analytics", "universal-cookie", "universal-user-agent", "universal-router", "universal-2.0.1",
        "universal-3d", "universal-2-factor", "universal-pathlib", "universal-streaming",
        "universal-sentence-encoder-4", "universal-3-pro.json", "u2-net", "u3", "u3-port", "u3-1", "slam",
        "slam-toolbox", "slam-10", "orb-slam-2", "best", "nano", "islam-1", "my universal-2 run",
    ),
)  # fmt: skip
