"""What the productions of grammar.lark mean: each module registers its actions under the grammar's names."""

from __future__ import annotations

from rumpkc.syntax.actions import (  # noqa: F401  # noqa: F401
    calls,
    compound,
    displays,
    expressions,
    lists,
    operators,
    parameters,
    patterns,
    simple,
    strings,
    targets,
)
from rumpkc.syntax.actions.builder import ACTIONS, Builder

__all__ = ["ACTIONS", "Builder"]
