"""What the productions of grammar.lark mean: each module registers its actions under the grammar's names."""

from __future__ import annotations

from rumpkc.syntax.actions import calls, displays, expressions, lists, operators, parameters, patterns  # noqa: F401
from rumpkc.syntax.actions import simple, strings, targets, compound  # noqa: F401
from rumpkc.syntax.actions.builder import ACTIONS, Builder

__all__ = ["ACTIONS", "Builder"]
