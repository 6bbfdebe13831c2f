"""How ids of the Deepgram API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_USE = r"(?:general|meeting|phonecall|voicemail|finance|conversationalai|video|medical|drivethru|automotive|atc)"
_FORMS = (
    rf"nova-[2-9](?:-{_USE})?",
    # The other uses of the first three models are ordinary words together, such as `base-video`.
    r"(?:base|enhanced|nova)-(?:general|phonecall|voicemail|conversationalai)",
    r"flux-general-(?:[a-z]{2}|multi)",
    r"aura-[2-9]-[a-z]{3,12}-[a-z]{2}",
)

PROVIDER = Provider(
    name="deepgram",
    title="the Deepgram API",
    keywords=(
        "nova-2", "nova-3", "nova-4", "nova2", "nova3", "nova-general", "base-general", "enhanced-general",
        "-phonecall", "-voicemail", "-conversationalai", "flux-general", "aura-2", "aura-3",
    ),
    grammar=Expression("|".join(f"(?:{form})" for form in _FORMS)),
    family=Expression(rf"(?:base|enhanced|nova|nova-\d)-{_USE}[\w-]*|flux-general-[\w-]+|aura-\d-[a-z]+-[a-z]+"),
    routes=("deepgram/", "deepgram:"),
    needs_context=frozenset({"base", "enhanced", "nova", "nova-2", "nova-3"}),
    matches=(
        "nova-4", "nova-4-general", "nova-4-medical", "nova-2-general", "nova-2-meeting", "nova-2-phonecall",
        "nova-2-conversationalai", "nova-2-drivethru", "nova-3-finance", "nova-general", "nova-phonecall",
        "enhanced-general", "enhanced-phonecall", "base-general", "base-voicemail", "base-conversationalai",
        "flux-general-es", "flux-general-multi", "aura-2-thalia-en", "aura-3-apollo-de",
    ),
    near_misses=(
        "deepgram", "deepgram-sdk", "deepgram-python-sdk", "nova", "nova-", "nova-1", "nova-compute", "nova-api",
        "nova-2-lite", "nova-2-lite-v1", "nova-2-sonic", "nova-lite", "nova-pro-v1", "nova-micro", "nova-3.json",
        "nova-3-theme", "nova-30", "nova-video", "amazon.nova-2-lite-v1:0", "supernova-2", "laravel-nova-4", "nova3",
        "base", "base-url", "base-model", "base-video", "base-meeting", "base-large", "enhanced", "enhanced-resolve",
        "enhanced-video", "flux", "flux-dev", "flux-pro", "flux-general", "flux.2-pro", "flux-standard-action",
        "aura", "aura-2", "aura-components", "laura-2", "whisper-large",
    ),
)  # fmt: skip
