"""Decorators that the compiler knows are known by their names: a name must be imported from where it has its meaning.

    @cold                       `cold` of rumpk; E0201 where nothing is called so
    def f() -> None: ...        E0410 where the program has a decorator of its own by that name
"""

from __future__ import annotations

from rumpkc.diagnostics import Diagnostic
from rumpkc.syntax import tree
from rumpkc.validate.rule import Rule, Scope, refuse

RUMPK = ("rumpk",)
TYPING = ("typing", "typing_extensions")
HOMES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("inline noinline cold naked unchecked noalloc noraise nonblocking interrupt entry export extern "
                    "section align asm".split(), RUMPK),
    **dict.fromkeys(("override", "final", "overload"), TYPING),
    "abstractmethod": ("abc",),
    **dict.fromkeys(("staticmethod", "classmethod", "property"), ("builtins",)),
}


def _decorators(node: tree.Node, scope: Scope) -> list[Diagnostic]:
    assert isinstance(node, tree.FunctionDef)
    return [found for deco in node.decorators for found in _decorator(deco, scope)]


def _decorator(deco: tree.Expr, scope: Scope) -> list[Diagnostic]:
    named = deco.func if isinstance(deco, tree.Call) else deco
    if isinstance(named, tree.Attribute) and isinstance(named.value, tree.Name):
        return _of_module(named, named.value.id, scope)
    if not isinstance(named, tree.Name) or named.id not in HOMES:
        return []
    homes = HOMES[named.id]
    if any((home, named.id) in scope.imported(named.id) for home in homes) or (
            "builtins" in homes and scope.means_builtin(named.id)):
        return []
    if not scope.binds(named.id):
        return refuse("E0201", f"`{named.id}` is not defined", named.span,
                      help=f"write `from {homes[0]} import {named.id}` above")
    return _own(named, named.id, homes[0])


def _of_module(named: tree.Attribute, root: str, scope: Scope) -> list[Diagnostic]:
    """`@rumpk.cold`; `@app.cold` is a decorator of the program's, which would be taken for it."""
    homes = HOMES.get(named.attr, ())
    if not homes or any(module in homes for module, _ in scope.imported(root)):
        return []
    return _own(named, named.attr, homes[0])


def _own(named: tree.Expr, name: str, home: str) -> list[Diagnostic]:
    return refuse("E0410", f"a decorator of the program is called `{name}`, which means `{home}.{name}` to rumpkc",
                  named.span, help="give it another name")


RULES = (Rule((tree.FunctionDef,), _decorators),)
