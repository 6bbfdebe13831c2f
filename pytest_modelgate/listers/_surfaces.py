"""The surfaces of servers that are nobody's: those to which a router's prefix sends an id that no table judges."""

from __future__ import annotations

GATEWAY = "gateway"
LOCAL = "local"
