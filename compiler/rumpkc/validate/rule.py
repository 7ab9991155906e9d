"""What a dialect rule is, and what it may know about the place it looks at.

A rule names the node classes that it wants to see. `registry.py` walks the tree once and hands each node to the rules
that want it; a rule answers with diagnostics and never changes anything.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from rumpkc.diagnostics import Diagnostic
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.validate.walk import bound_names

FUNCTIONS = (tree.FunctionDef, tree.AsyncFunctionDef, tree.Lambda)
BUILTIN_NAMES = frozenset(dir(builtins))


@dataclass(slots=True)
class Scope:
    """Where the walk is: the nodes around the current one, outermost (the module) first."""

    module: tree.Module
    around: list[tree.Node] = field(default_factory=list)
    names: dict[int, frozenset[str]] = field(default_factory=dict)
    _imports: dict[str, set[tuple[str, str]]] | None = None

    @property
    def parent(self) -> tree.Node:
        return self.around[-1]

    def definition(self) -> tree.Node | None:
        """The innermost function, lambda or class around the node; None at module level."""
        return next((node for node in reversed(self.around) if isinstance(node, (*FUNCTIONS, tree.ClassDef))), None)

    def function(self) -> tree.Node | None:
        """The innermost function, lambda or method around the node, seen through classes."""
        return next((node for node in reversed(self.around) if isinstance(node, FUNCTIONS)), None)

    def means_builtin(self, name: str) -> bool:
        """Whether `name` here is Python's builtin: nothing around binds it."""
        return name in BUILTIN_NAMES and not self.binds(name)

    def binds(self, name: str) -> bool:
        """Whether a function around the node, or the module, binds `name`."""
        return any(name in self._bound(node) for node in self.around if isinstance(node, (*FUNCTIONS, tree.Module)))

    def imported(self, name: str) -> set[tuple[str, str]]:
        """From where `name` may come: module and name there (empty: the module itself). Imports stand anywhere."""
        if self._imports is None:
            self._imports = {}
            for module, there, here in _imports(self.module):
                self._imports.setdefault(here, set()).add((module, there))
        return self._imports.get(name, set())

    def _bound(self, node: tree.Node) -> frozenset[str]:
        found = self.names.get(id(node))
        if found is None:
            found = self.names[id(node)] = bound_names(node)
        return found


def _imports(module: tree.Module) -> Iterator[tuple[str, str, str]]:
    """Every import of a module: from where, the name there, the name here."""
    todo: list[tree.Node] = [module]
    while todo:
        node = todo.pop()
        if isinstance(node, tree.ImportFrom):
            yield from ((node.module or "", a.name, a.asname or a.name) for a in node.names)
        elif isinstance(node, tree.Import):
            yield from ((a.name, "", a.asname or a.name.partition(".")[0]) for a in node.names)
        elif isinstance(node, (tree.Stmt, tree.Module)):
            todo += children(node)


Check = Callable[[tree.Node, Scope], Iterable[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the dialect."""

    nodes: tuple[type[tree.Node], ...]
    check: Check


def refuse(code: str, message: str, span: Span, help: str = "", note: str = "") -> list[Diagnostic]:  # noqa: A002
    """The usual answer of a rule: one error."""
    return [Diagnostic(code, message, span, note, help=help)]


def keyword_span(span: Span, word: str) -> Span:
    """The part of a statement's span that is its first word."""
    return Span(span.file, span.line, span.col, span.line, span.col + len(word))
