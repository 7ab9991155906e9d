"""`list(x)`, `[*x]`, `xs.extend(x)`: CPython asks x how long it is, once it has x's iterator.

    def __len__(self) -> int: …     ->      def _it_hint(self) -> None: ask_length(self)        in the same class

What counts are the calls alone: whether `__len__` or `__length_hint__` prints, raises, or returns a negative number. A
TypeError is none. (CPython's `PyObject_LengthHint`, Objects/abstract.c.)
"""

from __future__ import annotations

from dataclasses import dataclass

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls
from rumpkc.types.fx import Fx
from rumpkc.types.scopes import make_function
from rumpkc.types.symbols import ClassInfo, FuncInfo, ImportRef
from rumpkc.types.synth import Build
from rumpkc.types.types import ClassInst, Type

HOME = "lib.core.iterator"
METHOD = "_it_hint"
ASKED = {"__len__": "ask_length", "__length_hint__": "ask_hint"}    # the class's method: the library's function


@dataclass(frozen=True, slots=True, eq=False)
class Sized(tree.Expr):
    """An iterable that is asked for its length before it is walked over."""

    value: tree.Expr


def add_method(info: ClassInfo) -> None:
    """Give a class of the program the `_it_hint` that calls its `__len__` and `__length_hint__`."""
    if info.module.library or info.kind not in ("plain", "dataclass") or not ASKED.keys() & info.members.keys():
        return
    asked = [name for name in ASKED if (found := info.member(name)) is not None and isinstance(found[1], FuncInfo)]
    function = ASKED[asked[0]] if len(asked) == 1 else "ask_both"
    local = f"@{function}"
    info.module.names.setdefault(local, ImportRef(HOME, function, info.node.name_span))
    build = Build(info.node.name_span)
    body: list[tree.Stmt] = [tree.ExprStmt(build.span, build.call(build.name(local), build.name("self")))]
    made = build.define(METHOD, [], body, tree.Constant(build.span, None, "none"))
    info.members[METHOD] = make_function(info.module, made, info)


def is_own(t: Type) -> bool:
    """Whether `t` is a class of the program with an `__iter__`."""
    return isinstance(t, ClassInst) and not t.info.module.library and calls.has_method(t, "__iter__")


def asks(t: Type) -> bool:
    """Whether a value of `t` may be an object of a class of the program that has a length to be asked for."""
    if not isinstance(t, ClassInst):
        return False
    found = t.info.member(METHOD)
    return found is not None and (not found[0].module.library or _below(t.info))


def _below(info: ClassInfo) -> bool:
    return any(METHOD in sub.members or _below(sub) for sub in info.subclasses if not sub.module.library)


def ask(fx: Fx, value: ir.Expr, span: Span) -> ir.Stmt:
    """Ask the object itself; `asks` says whether it can be asked."""
    return ir.Eval(span, calls.call_method(fx, value, METHOD, [], span))


def ask_sequence(fx: Fx, value: ir.Expr, span: Span) -> list[ir.Stmt]:
    """What an iterator of CPython over the sequence `value`, as `reversed` makes one, does when it is asked."""
    if not isinstance(value.type, ClassInst) or value.type.info.module.library:
        return []
    function = fx.world.function_of(HOME, "ask_length")
    return [ir.Eval(span, calls.call_function(fx, function, None, calls.evaluated([value]), (), span))]
