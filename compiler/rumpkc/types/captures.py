"""Classes inside functions that use variables of the function: each object keeps their values.

    def f(size: int) -> int:                    class f.<locals>.Box:           (a field `size@captured: int`)
        class Box:                                  def area(self) -> int:
            def area(self) -> int:         ->           return self.size@captured * 2
                return size * 2
        return Box().area()                     def f(size: int) -> int:
                                                    return `f.<locals>.Box`().area()     sets the field, then `__init__`

A variable that is bound once, before the class, has one value for all objects of the class that this run of the
function makes. Where an object is made (`constructors.py`) it is read from the function's variable, inside the class
from `self`. What would outlive the function, or be looked at without an object, is refused (E0434).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import bound_by, with_children
from rumpkc.types import uses
from rumpkc.types.bindings import unbinds

SUFFIX = "@captured"
LOCALS = "<locals>"
LITERALS = ("int", "str", "bool", "float", "bytes")
HELP = "pass it to `__init__` and keep it in a field"

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx
    from rumpkc.types.symbols import ClassInfo
    from rumpkc.types.types import ClassInst

Refuse = Callable[[str, Span], Exception]


@dataclass(frozen=True, slots=True, eq=False)
class Captured(t.Stmt):
    """In a class body: objects keep the variable `name` of the function around."""

    name: str
    annotation: t.Expr


def fields(node: t.FunctionDef, plan: uses.Plan, names: list[str], line: int) -> list[Captured]:
    """Those variables of a function that are bound once, before `line`, and say their type."""
    out: list[Captured] = []
    gone = plan.shared() | unbinds(node.body)
    for name in names:
        note = _annotation(node, name, line)
        if note is not None and plan.bound[name] == 1 and name not in gone:
            out.append(Captured(note.span, name, note))
    return out


def _annotation(node: t.FunctionDef, name: str, line: int) -> t.Expr | None:
    args = node.args
    for arg in (*args.posonly, *args.args, *args.kwonly):
        if arg.name == name:
            return arg.annotation
    for stmt in node.body:
        if stmt.span.line >= line:
            break
        match stmt:
            case t.AnnAssign(target=t.Name(id=bound), annotation=note, value=t.Expr()) if bound == name:
                return note
            case t.Assign(targets=(t.Name(id=bound),), value=t.Constant(kind=kind)) if bound == name:
                return t.Name(stmt.span, kind) if kind in LITERALS else None
    return None


def through_self(node: t.ClassDef, names: set[str]) -> t.ClassDef:
    """The class with its methods reading `names` from their object."""

    def refuse(name: str, span: Span) -> Exception:
        return fail("E0434", f"the class `{node.name}` uses `{name}` of the function around it", span, help=HELP)

    body: list[t.Stmt] = []
    for stmt in node.body:
        used = uses.free(stmt) & names
        kinds = {d.id for d in stmt.decorators if isinstance(d, t.Name)} if isinstance(stmt, t.FunctionDef) else set()
        if used and (not isinstance(stmt, t.FunctionDef) or kinds & {"staticmethod", "classmethod"}):
            raise refuse(min(used), node.name_span)
        if used and isinstance(stmt, t.FunctionDef):
            outside = replace(stmt, body=())
            params = uses.parameters(stmt.args)
            rebound = any(p.name in bound_by(at) for p in params[:1] for at in uses.own(stmt))
            if uses.free(outside) & names or not params or rebound:
                raise refuse(min(used), node.name_span)
            me = params[0].name
            mine = names - uses.bound_in(stmt)
            stmt = replace(stmt, body=tuple(_reads(part, mine, me, refuse) for part in stmt.body))
        body.append(stmt)
    return replace(node, body=tuple(body))


def _reads(node: Any, names: set[str], me: str, refuse: Refuse) -> Any:
    match node:
        case t.Name(id=name) if name in names:
            return t.Attribute(node.span, t.Name(node.span, me), name + SUFFIX, node.span)
        case t.ClassDef() if used := uses.free(node) & names:
            raise refuse(min(used), node.name_span)
        case t.FunctionDef() | t.Lambda() if uses.free(node) & names:
            bound = uses.bound_in(node) if isinstance(node, t.FunctionDef) else {
                a.name for a in uses.parameters(node.args)}
            if bound & (names | {me}):
                raise refuse(min(uses.free(node) & names), node.span)
        case t.ListComp() | t.SetComp() | t.DictComp() | t.GeneratorExp():
            bound = {name for g in node.generators for below in (g, *uses.below(g)) for name in bound_by(below)}
            if bound & (names | {me}):
                names = names - bound
    return with_children(node, lambda below: _reads(below, names, me, refuse))


def only_made(function: t.FunctionDef, name: str) -> Span | None:
    """Where the function does more with the class `name` than to make objects, test for it, and derive from it."""
    fine: set[int] = set()
    for at in uses.below(function):
        parts: list[Any] = []
        match at:
            case t.Call(func=t.Name(id="isinstance"), args=(_, second)):
                parts = [second]
            case t.Call(func=func):
                parts = [func]
            case t.FunctionDef(args=args, returns=returns):
                parts = [*(a.annotation for a in uses.parameters(args)), returns]
            case t.AnnAssign(annotation=note):
                parts = [note]
            case t.ClassDef(bases=bases):
                parts = list(bases)
            case t.ExceptHandler(type=caught):
                parts = [caught]
            case t.MatchClass(cls=cls):
                parts = [cls]
            case t.Subscript(value=t.Name(id="list" | "dict" | "set" | "deque")):
                parts = [at.slice]
        fine |= {id(n) for part in parts if part is not None for n in (part, *uses.below(part))}
    for at in uses.below(function):
        if isinstance(at, t.Name) and at.id == name and id(at) not in fine:
            return at.span
    return None


def kept(fx: Fx, cls: ClassInst, obj: ir.Expr, span: Span) -> list[ir.Stmt]:
    """What a new object of `cls` gets from the function that the class lies in."""
    from rumpkc.types.convert import coerce
    from rumpkc.types.exprs import expr

    out: list[ir.Stmt] = []
    for info in cls.info.ancestors():
        for name in info.captured:
            me = _receiver(fx, info)
            if me:
                value = expr(fx, t.Attribute(span, t.Name(span, me), name + SUFFIX, span))
            elif _lies_in(fx, info) and fx.lookup(name) is not None:
                value = expr(fx, t.Name(span, name))
            else:
                raise fail("E0434", f"`{cls.name}` uses `{name}` of the function that it lies in", span, help=HELP)
            out.append(ir.SetField(span, obj, name + SUFFIX, coerce(fx, value, cls.fields[name + SUFFIX], span)))
    return out


def _lies_in(fx: Fx, info: ClassInfo) -> bool:
    """Whether the function that is checked, or one around it, is the one that `info` was written in."""
    from rumpkc.types.signature import qualified

    home = info.name.rpartition(f".{LOCALS}.")[0]
    at: Fx | None = fx
    while at is not None and not (at.inst is not None and qualified(at.inst.info) == home):
        at = at.outer
    return at is not None and fx.module is info.module


def _receiver(fx: Fx, info: ClassInfo) -> str:
    """The `self` of the method of `info`, or of a class below it, that is checked; "" elsewhere."""
    at: Fx | None = fx
    while at is not None:
        if at.inst is not None and at.inst.info.kind in ("method", "getter", "setter") and at.owner is not None:
            return uses.parameters(at.inst.info.node.args)[0].name if info in at.owner.info.ancestors() else ""
        at = at.outer
    return ""
