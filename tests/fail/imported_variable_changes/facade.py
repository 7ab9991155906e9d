"""A module that gives names on."""

from state import LIMIT, bump, counter

__all__ = ["LIMIT", "bump", "counter"]
