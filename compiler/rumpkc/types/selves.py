"""Methods whose result is `Self`: a call gives the receiver's own type.

    class Query:
        def where(self, test: str) -> Self: ...; return self

    UserQuery().where("x")          ->      a UserQuery

The body is compiled once, for the class that defines it, so what it returns must be of the receiver's class in every
subclass: `self`, `cls(…)`, `type(self)(…)`, what another method with the result `Self` gives for one of these, and
variables that hold nothing else (PEP 673).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children, target_names
from rumpkc.types.annotations import Annotations
from rumpkc.types.classes import find_method
from rumpkc.types.symbols import FuncInfo, Special
from rumpkc.types.types import ClassInst, OptionalType, Type

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx

Body = tuple[tree.Stmt, ...]


def gives_self(fx: Fx, info: FuncInfo) -> bool:
    """Whether the result of method `info` is `Self` or `Self | None`."""
    note = info.node.returns
    if note is None or info.owner is None or info.kind == "static":
        return False
    names = Annotations(fx.world, info.module, {})
    parts = [note.left, note.right] if isinstance(note, tree.BinOp) and note.op == "|" else [note]
    found = [names.symbol(part) for part in map(_written, parts)]
    return any(isinstance(symbol, Special) and symbol.name == "typing.Self" for symbol in found)


def _written(note: tree.Expr) -> tree.Expr:
    """What a name in quotes stands for."""
    if isinstance(note, tree.Constant) and isinstance(note.value, str) and note.value.isidentifier():
        return tree.Name(note.span, note.value)
    return note


def as_receiver(fx: Fx, info: FuncInfo, call: ir.Expr, receiver: ClassInst, home: ClassInst) -> ir.Expr:
    """The call of a method of `home`, with the type that the receiver has."""
    if receiver == home or not gives_self(fx, info):
        return call
    result: Type = OptionalType(receiver) if isinstance(call.type, OptionalType) else receiver
    return call if call.type == result else ir.Convert(call.span, result, call)


def check_return(fx: Fx, node: tree.Return) -> None:
    """Refuse to return what is of the class that defines the method, whatever the receiver's is."""
    assert fx.inst is not None and node.value is not None
    info = fx.inst.info
    if info.kind == "class" or not gives_self(fx, info) or _is_self(fx, info, node.value, set()):
        return
    raise fail("E0303", f"`{info.name}` returns Self, and this is a {info.owner.shown_name if info.owner else 'value'}"
               " even where the receiver is of a subclass", node.value.span,
               help="return `self` or `type(self)(…)`, or name the class in the signature")


def _is_self(fx: Fx, info: FuncInfo, node: tree.Expr, seen: set[str]) -> bool:
    me = (*info.node.args.posonly, *info.node.args.args)[0].name
    match node:
        case tree.Constant(value=None):
            return True
        case tree.Name(id=name) if name == me:
            return not stored_in(name, info.node.body)
        case tree.Name(id=name):
            values = stored_in(name, info.node.body)
            return name in seen or bool(values) and all(
                v is not None and _is_self(fx, info, v, {*seen, name}) for v in values
            )
        case tree.IfExp():
            return _is_self(fx, info, node.body, seen) and _is_self(fx, info, node.orelse, seen)
        case tree.Call(func=tree.Call(func=tree.Name(id="type"), args=(inner,))):
            return _is_self(fx, info, inner, seen)
        case tree.Call(func=tree.Attribute(value=inner, attr=name)):
            of_super = isinstance(inner, tree.Call) and isinstance(inner.func, tree.Name) and inner.func.id == "super"
            found = find_method(fx.owner, name) if fx.owner is not None else None
            return found is not None and gives_self(fx, found[1]) and (of_super or _is_self(fx, info, inner, seen))
    return False


def stored_in(name: str, body: Body) -> list[tree.Expr | None]:
    """What is stored in `name`; None for what is not a plain assignment."""
    out: list[tree.Expr | None] = []
    todo: list[tree.Node] = list(body)
    while todo:
        node = todo.pop()
        match node:
            case tree.Assign(targets=targets, value=value):
                out += [value for t in targets if isinstance(t, tree.Name) and t.id == name]
                out += [None for t in targets if not isinstance(t, tree.Name) and name in target_names(t)]
            case tree.AnnAssign(target=tree.Name(id=found), value=value) if found == name and value is not None:
                out.append(value)
            case tree.NamedExpr(target=tree.Name(id=found), value=value) if found == name:
                out.append(value)
            case tree.AugAssign(target=tree.Name(id=found)) if found == name:
                out.append(None)
            case tree.For(target=target) | tree.WithItem(target=target) if name in target_names(target):
                out.append(None)
            case tree.ExceptHandler() | tree.MatchAs() | tree.MatchStar() if node.name == name:
                out.append(None)
        todo += children(node)
    return out
