"""What may be assigned to, deleted or bound: expressions are parsed first and checked here."""

from __future__ import annotations

from typing import Any

from rumpkc.diagnostics import fail
from rumpkc.syntax import tree
from rumpkc.syntax.actions.builder import Builder

_WHAT = {
    tree.Call: "a function call", tree.BinOp: "an expression", tree.UnaryOp: "an expression",
    tree.BoolOp: "an expression", tree.Compare: "a comparison", tree.Lambda: "a lambda",
    tree.IfExp: "a conditional expression", tree.Dict: "a dict literal", tree.Set: "a set display",
    tree.ListComp: "a list comprehension", tree.SetComp: "a set comprehension", tree.DictComp: "a dict comprehension",
    tree.GeneratorExp: "a generator expression", tree.Await: "an await expression", tree.Yield: "a yield expression",
    tree.YieldFrom: "a yield expression", tree.JoinedStr: "an f-string", tree.NamedExpr: "a named expression",
    tree.Tuple: "a tuple", tree.List: "a list", tree.Starred: "a starred expression", tree.Attribute: "an attribute",
    tree.Subscript: "a subscript", tree.Name: "a name",
}


def describe(node: Any) -> str:
    """The kind of an expression, in the user's words."""
    if type(node) is tree.Constant:
        if node.kind in ("none", "bool"):
            return f"`{node.value}`"
        return "`...`" if node.kind == "ellipsis" else "a literal"
    return _WHAT.get(type(node), "this")


_VERB = {"assign": "cannot assign to", "for": "cannot assign to", "with": "cannot assign to",
         "delete": "cannot delete"}


def check_target(build: Builder, node: Any, use: str) -> None:
    """Raise E0108 unless `node` can stand where `use` (assign, for, with, delete) binds."""
    kind = type(node)
    if kind is tree.Name or kind is tree.Attribute or kind is tree.Subscript:
        return
    waiting = [node]
    while waiting:
        part = waiting.pop()
        kind = type(part)
        if kind is tree.Tuple or kind is tree.List:
            waiting.extend(reversed(part.elts))
        elif kind is tree.Starred and use != "delete":
            if type(part.value) is tree.Starred:
                raise fail("E0108", "two stars in a row", part.span)
            waiting.append(part.value)
        elif kind is not tree.Name and kind is not tree.Attribute and kind is not tree.Subscript:
            raise _refuse(part, use)


def _refuse(node: Any, use: str) -> Exception:
    hint = ""
    if use == "assign" and type(node) in (tree.Compare, tree.BinOp, tree.Call, tree.Constant, tree.BoolOp):
        hint = "to compare, write `==` instead of `=`"
    return fail("E0108", f"{_VERB[use]} {describe(node)}", node.span, help=hint)
