"""The dialect's rules on the syntax tree, and the one walk that applies them.

before: a module's tree        after: the diagnostics of every refused construct, in source order

A construct that gets built loses its line here, its rule file and its page in codes/.
"""

from __future__ import annotations

from collections import defaultdict

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.validate import (
    asynchronous,
    complex_numbers,
    decorators,
    exception_groups,
    imports,
    missing_builtins,
    module_body,
    named_expressions,
    order,
    placement,
    reflection,
    type_parameters,
)
from rumpkc.validate.rule import Rule, Scope

RULES: tuple[Rule, ...] = (
    *placement.RULES,           # what CPython's compiler refuses as well
    *named_expressions.RULES,
    *asynchronous.RULES,        # not planned
    *reflection.RULES,
    *missing_builtins.RULES,
    *imports.RULES,
    *exception_groups.RULES,
    *complex_numbers.RULES,
    *decorators.RULES,
    *module_body.RULES,
    *order.RULES,
    *type_parameters.RULES,
)


def _by_node(rules: tuple[Rule, ...]) -> dict[type[tree.Node], list[Rule]]:
    found: dict[type[tree.Node], list[Rule]] = defaultdict(list)
    for rule in rules:
        for node in rule.nodes:
            found[node].append(rule)
    return dict(found)


def validate_module(module: tree.Module, rules: tuple[Rule, ...] = RULES) -> list[Diagnostic]:
    """Apply `rules` to every node of `module`."""
    wanted = _by_node(rules)
    scope = Scope(module)
    found: list[Diagnostic] = []

    def visit(node: tree.Node) -> None:
        for rule in wanted.get(type(node), ()):
            found.extend(rule.check(node, scope))
        scope.around.append(node)
        for child in children(node):
            visit(child)
        scope.around.pop()

    visit(module)
    return sorted(found, key=lambda d: (d.span.line, d.span.col))
