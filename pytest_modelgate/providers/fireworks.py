"""How ids of Fireworks look: a path to a model or a router of its own account."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

PROVIDER = Provider(
    name="fireworks",
    title="Fireworks",
    keywords=("fireworks/models/", "fireworks/routers/"),
    # Models of other accounts are private, and so are what follows a `#`: deployments, which outlive the shared model.
    grammar=Expression(r"accounts/fireworks/(?:models|routers)/[a-z0-9]+(?:-[a-z0-9]+)*"),
    family=Expression(r"accounts/fireworks/(?:models|routers)/[\w.-]+"),
    wraps=Expression(r"accounts/fireworks/models/(?P<model>[\w-]+)"),
    routes=("litellm/fireworks_ai/", "fireworks_ai/", "fireworks-ai/", "fireworks_ai:", "fireworks/", "fireworks:"),
    left_out=("accounts/fireworks/models/", "accounts/fireworks/routers/"),
    matches=(
        "accounts/fireworks/models/llama-v5p1-70b-instruct", "accounts/fireworks/models/llama-v3p3-70b-instruct",
        "accounts/fireworks/models/qwen4-235b-a22b", "accounts/fireworks/models/qwen3p9-max",
        "accounts/fireworks/models/deepseek-v5", "accounts/fireworks/models/deepseek-r2-0128",
        "accounts/fireworks/models/kimi-k4", "accounts/fireworks/models/kimi-k2p9",
        "accounts/fireworks/models/glm-6p1", "accounts/fireworks/models/minimax-m4",
        "accounts/fireworks/models/gpt-oss-240b", "accounts/fireworks/models/mixtral-8x22b-instruct",
        "accounts/fireworks/models/flux-1-dev-fp8", "accounts/fireworks/models/firefunction-v3",
        "accounts/fireworks/models/inkling-small", "accounts/fireworks/routers/glm-6-fast",
        "accounts/fireworks/routers/spot-kimi-k4",
    ),
    near_misses=(
        "accounts/fireworks/models/", "accounts/fireworks/models", "accounts/fireworks", "accounts/fireworks/",
        "accounts/acme/models/kimi-k3", "accounts/acme/deployedmodels/kimi-k3",
        "accounts/fireworks/deployments/abc123", "accounts/fireworks/datasets/kimi-k3",
        "accounts/fireworks/models/kimi-k3#accounts/acme/deployments/abc123", "accounts/fireworks/models/kimi-k2.5",
        "accounts/fireworks/models/glm-5.1", "accounts/fireworks/models/kimi-",
        "accounts/fireworks/models/kimi-k3.json", "accounts/fireworks/models/kimi-k3/versions/1",
        "/accounts/fireworks/models/kimi-k3", "fireworks", "fireworks-ai", "fireworks.js", "fireworks/models",
        "fireworks/models/kimi-k3", "kimi-k3", "deepseek-v3p1", "accounts/login", "users/fireworks/models/kimi-k3",
        "accounts/Fireworks AI/models/kimi-k3", "use accounts/fireworks/models/kimi-k3", "qwen3p7-plus",
        "https://api.fireworks.ai/inference/v1", "https://fireworks.ai/models/fireworks/kimi-k3", "firework",
        "accounts/fireworks/routers/", "accounts.fireworks.models.kimi-k3",
    ),
)  # fmt: skip
