"""`@functools.total_ordering`: the comparisons that a class lacks, from the one that it has.

    def __lt__(self, other: V) -> bool: …   ->   def __ge__(self, other: V) -> bool: return not self.__lt__(other)

Where the method that is there returns NotImplemented, so do those that are made.
"""

from __future__ import annotations

from dataclasses import replace

from rumpkc.diagnostics import fail
from rumpkc.syntax import tree as t
from rumpkc.types.reflected import declines
from rumpkc.types.scopes import make_function
from rumpkc.types.symbols import ClassInfo, FuncInfo, ImportRef
from rumpkc.types.synth import Build

# By the method that is there: each that is made, whether it negates the result, and how equality joins in.
MADE: dict[str, tuple[tuple[str, bool, str], ...]] = {
    "__lt__": (("__gt__", True, "!="), ("__le__", False, "=="), ("__ge__", True, "")),
    "__le__": (("__ge__", True, "=="), ("__lt__", False, "!="), ("__gt__", True, "")),
    "__gt__": (("__lt__", True, "!="), ("__ge__", False, "=="), ("__le__", True, "")),
    "__ge__": (("__le__", True, "=="), ("__gt__", False, "!="), ("__lt__", True, "")),
}
FLAG = "@declined"                      # of lib/core/runtime.py: the last operator method returned NotImplemented


def add_methods(info: ClassInfo) -> None:
    """Give `info` the comparisons that neither it nor its bases have."""
    have = {name: found[1] for name in MADE if (found := info.member(name)) is not None}
    root = next((f for name, f in have.items() if isinstance(f, FuncInfo)), None)
    if root is None:
        raise fail("E0410", "`@total_ordering` needs one of `__lt__`, `__le__`, `__gt__`, `__ge__`",
                   info.node.name_span, help="write `__lt__`")
    info.module.names.setdefault(FLAG, ImportRef("lib.core.runtime", "declined", info.node.name_span))
    for name, negates, joins in MADE[root.name]:
        if name not in have:
            info.members[name] = make_function(info.module, _method(info, root, name, negates, joins), info)


def _method(info: ClassInfo, root: FuncInfo, name: str, negates: bool, joins: str) -> t.FunctionDef:
    build = Build(info.node.name_span)
    other = (*root.node.args.posonly, *root.node.args.args)[1]
    if root.module is not info.module:
        other = replace(other, annotation=build.name(info.name))
    result, them = build.name("result@"), build.name(other.name)
    call = build.call(build.field("self", root.name), them)
    value: t.Expr = t.UnaryOp(build.span, "not", result) if negates else result
    if joins:
        word = "and" if joins == "!=" else "or"
        value = t.BoolOp(build.span, word, (value, build.compare(build.name("self"), joins, them)))
    body: list[t.Stmt] = [t.Assign(build.span, (result,), call)]
    if declines(root):
        body.append(t.If(build.span, build.name(FLAG), (build.ret(build.name("NotImplemented")),), ()))
    return build.define(name, [other], [*body, build.ret(value)], build.name("bool"))
