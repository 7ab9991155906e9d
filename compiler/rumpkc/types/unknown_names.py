"""Names that nothing defines: the error, and all of a statement, of which the checker finds the first.

    return lengt + levl         `lengt` is not defined, `levl` is not defined
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rumpkc.diagnostics import CompileError, Diagnostic, did_you_mean, fail
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types import after_errors
from rumpkc.types.fx import OWN_SCOPE, Fx, assigned_names
from rumpkc.types.symbols import ClassInfo

BUILTINS = ("print", "len", "range", "str", "int", "list", "dict", "None", "True", "False")     # to be meant
# What binds names of its own, or holds statements, which have errors of their own.
APART = (*OWN_SCOPE, tree.ListComp, tree.SetComp, tree.DictComp, tree.GeneratorExp, tree.Stmt, tree.Pattern,
         tree.Arguments, tree.ExceptHandler, tree.MatchCase)


def not_defined(fx: Fx, node: tree.Name) -> CompileError:
    """E0201 for a name that has no meaning."""
    helps = did_you_mean(node.id, [*fx.vars, *fx.module.names, *fx.assigned, *BUILTINS])
    if node.id in assigned_names(fx.module.tree.body):
        helps = f"the module assigns it, but not in a line of its own: write `{node.id} = …`"
    helps = _of_class(fx, node) or helps
    return fail("E0201", f"`{node.id}` is not defined", node.span, help=helps)


def _of_class(fx: Fx, node: tree.Name) -> str:
    """What to write for a name of the class in whose lines it stands; empty where it is none."""
    for symbol in fx.module.names.values():
        if not isinstance(symbol, ClassInfo) or symbol.module is not fx.module:
            continue
        if not symbol.node.span.line <= node.span.line <= symbol.node.body[-1].span.end_line:
            continue
        for info in symbol.ancestors():
            if node.id in info.members or node.id in info.declared:
                return _instead(fx, symbol, info, node.id)
    return ""


def _instead(fx: Fx, around: ClassInfo, home: ClassInfo, name: str) -> str:
    if fx.inst is not None and fx.inst.owner is not None:
        place = {"class": "cls", "static": home.shown_name}.get(fx.inst.info.kind, "self")
        return f"a class's names are not seen inside its methods: write `{place}.{name}`"
    if home is not around:
        return f"what a class inherits is not seen in its body: write `{home.shown_name}.{name}`"
    return f"in a class body, only the first iterable of a comprehension sees `{name}`: move `{name}` above the class"


def others_not_defined(fx: Fx, stmt: tree.Stmt, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The errors for the names in a statement that have no meaning, besides those that were found."""
    from rumpkc.types.names import static_symbol

    if after_errors.is_refused(fx, stmt):
        return []
    said = {d.message for d in found}
    out: list[Diagnostic] = []
    for node in _names(stmt):
        try:
            known = fx.lookup(node.id) is not None or node.id in fx.assigned or static_symbol(fx, node) is not None
        except CompileError:
            continue                        # it has a meaning, which has an error
        error = None if known or node.id in fx.world.tainted else not_defined(fx, node).diagnostics[0]
        if error is not None and error.message not in said:
            said.add(error.message)
            out.append(error)
    return out


def _names(stmt: tree.Stmt) -> Iterator[tree.Name]:
    """The names in the expressions of a statement itself."""
    note = stmt.annotation if isinstance(stmt, tree.AnnAssign) else None
    todo = [child for child in reversed(children(stmt)) if child is not note]
    while todo:
        node = todo.pop()
        if isinstance(node, tree.Name):
            yield node
        elif not isinstance(node, APART):
            todo += reversed(children(node))
