"""What a ticket costs, by the model that answered it."""

from enum import Enum
from typing import Literal

# US dollars for a million tokens, in and out. Old models stay: last year's invoices are still checked.
PRICES = {
    "gpt-3.5-turbo": (0.50, 1.50),
    "gpt-4-turbo": (10.00, 30.00),
    "gpt-4o": (2.50, 10.00),
    "gpt-4o-mini": (0.15, 0.60),
    "claude-3-5-sonnet-20241022": (3.00, 15.00),
    "claude-sonnet-4-5": (3.00, 15.00),
    "gemini-2.5-pro": (1.25, 10.00),
}

Graded = Literal["gpt-4o", "gpt-4o-mini", "claude-3-opus-20240229"]


class Biller(Enum):
    """Models with a line of their own on the invoice."""

    LARGE = "gpt-4-turbo"
    SMALL = "gpt-4o-mini"


def cost(model: str, tokens_in: int, tokens_out: int) -> float:
    """Dollars for one answer."""
    if model == "gpt-4-0314":
        # The invoices of that spring counted in thousands.
        return (tokens_in * 30 + tokens_out * 60) / 1_000
    price_in, price_out = PRICES[model]
    return (tokens_in * price_in + tokens_out * price_out) / 1_000_000


def has_vision(model: str) -> bool:
    """Whether screenshots can be sent along."""
    return model.startswith("gpt-4o") or model in {"gpt-4-vision-preview", "gemini-1.5-pro"}
