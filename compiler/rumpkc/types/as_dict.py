"""`dataclasses.asdict` and `astuple`: the type of the result follows from the fields.

    asdict(p)       {"x": p.x, "y": [as_dict(q) for q in p.y]}      as a dict[str, int | list[dict[str, int]]]
    astuple(p)      (p.x, [as_tuple(q) for q in p.y])

What holds no dataclass is copied as `copy.deepcopy` does. `_as_dict` and `_as_tuple` of lib/copy.py stand for the steps
inside of comprehensions.
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, constructors, copies, late, synth
from rumpkc.types.unions import make_union
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.classes import fields_of
from rumpkc.types.convert import coerce
from rumpkc.types.fx import Fx, Rule
from rumpkc.types.types import (
    BOOL,
    NONE,
    U8,
    ClassInst,
    OptionalType,
    PtrType,
    RecursiveUnion,
    TupleType,
    Type,
    UnionType,
)

HELP = "write a method that makes the dict"


def call(kind: str) -> Rule:
    """The rule of `asdict` (kind "dict") or `astuple` ("tuple")."""
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        from rumpkc.types.exprs import expr

        if len(node.args) != 1 or node.keywords:
            raise fail("E0310", f"`as{kind}` takes one object", node.span)
        value = expr(fx, node.args[0])
        if not _is_dataclass(value.type):
            raise fail("E0303", f"`as{kind}` takes an object of a dataclass, not {value.type}", node.args[0].span)
        made = _Step(fx, kind, node.span)
        if _is_new(fx, node.args[0], value.type):
            made.exact = value.type
        if kind == "dict" and want is fx.world.cls("dict", fx.world.cls("str"), fx.world.cls("object")):
            made.goal = want
        return made.of(value)

    return rule


def _is_new(fx: Fx, node: tree.Expr, t: Type) -> bool:
    """Whether this makes an object of exactly the class `t`."""
    from rumpkc.types.names import static_symbol

    symbol = static_symbol(fx, node.func) if isinstance(node, tree.Call) else None
    return isinstance(t, ClassInst) and symbol is t.info and t.info.member("__new__") is None


def step(kind: str) -> Rule:
    """The rule of `_as_dict`, `_as_tuple` of lib/copy.py: any value, on the way."""
    def rule(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
        from rumpkc.types.exprs import expr

        return _Step(fx, kind, node.span).of(expr(fx, node.args[0]))

    return rule


def _is_dataclass(t: Type) -> bool:
    return isinstance(t, ClassInst) and t.info.kind == "dataclass"


def _holds_dataclass(t: Type, seen: tuple[Type, ...]) -> bool:
    """Whether an object of a dataclass can lie in a value of `t`, which may be a type that mentions itself."""
    if t in seen:
        return False
    match t:
        case OptionalType(item=item):
            parts: tuple[Type, ...] = (item,)
        case UnionType(members=parts) | TupleType(items=parts):
            pass
        case ClassInst(args=parts):
            if _is_dataclass(t):
                return True
        case _:
            return False
    return any(_holds_dataclass(part, (*seen, t)) for part in parts)


class _Step:
    """What becomes of the values of one call."""

    def __init__(self, fx: Fx, kind: str, span: Span) -> None:
        self.fx, self.kind, self.span = fx, kind, span
        self.exact: Type | None = None          # the class of the object itself, where the call shows it
        self.goal: Type | None = None           # the dict that the place asks for: one of any values

    # Types

    def result(self, t: Type, inside: tuple[Type, ...] = ()) -> Type:
        """What a value of `t` becomes."""
        if t in inside:
            raise fail("E0400", f"`as{self.kind}` of {t}, which contains itself, is not compiled", self.span, help=HELP)
        match t:
            case RecursiveUnion() if not _holds_dataclass(t, ()):
                return t
            case OptionalType(item=item):
                return make_union([self.result(item, inside), NONE])
            case UnionType(members=members):
                within = (*inside, t) if isinstance(t, RecursiveUnion) else inside
                return make_union([self.result(m, within) for m in members])
            case TupleType(items=items):
                return TupleType(tuple(self.result(i, inside) for i in items))
            case ClassInst() if _is_dataclass(t):
                classes = self.classes(t)
                parts = [self.result(f, (*inside, *classes)) for cls in classes for _, f in self.fields(cls)]
                if self.kind == "tuple":
                    return TupleType(tuple(parts))
                return self.fx.world.cls("dict", self.fx.world.cls("str"), make_union(parts) if parts else NONE)
            case ClassInst() if self.walked(t):
                return self.fx.world.inst(t.info, tuple(self.result(a, inside) for a in t.args))
        return t

    def classes(self, t: ClassInst) -> list[ClassInst]:
        """The classes that an object of type `t` may have: `t` first. Tuples of several would differ in length."""
        out = [t]
        if t is self.exact:
            return out
        for cls in out:
            below = late.subclasses(self.fx, cls, None, self.span)
            if below and (self.kind == "tuple" or not all(map(_is_dataclass, below))):
                raise fail("E0400", f"`as{self.kind}` of {t}, which has subclasses, is not compiled", self.span,
                           help=HELP)
            out += [one for one in below if one not in out]
        return out

    def fields(self, t: ClassInst) -> list[tuple[str, Type]]:
        found = fields_of(self.fx.world, t)
        return [(n, found[n]) for n, s in synth.dataclass_fields(t.info) if not synth.is_init_var(s)]

    def walked(self, t: ClassInst) -> bool:
        return t.info.module.library and t.name in ("list", "dict", "tuple")

    def touches(self, t: Type) -> bool:
        """Whether a value of `t` holds a dataclass."""
        return self.result(t) != t

    # Values

    def of(self, value: ir.Expr) -> ir.Expr:
        fx, t, span = self.fx, value.type, self.span
        if not self.touches(t):
            return copies.deep_copy(fx, value, span)
        save, got = fx.save(value)
        if isinstance(t, (OptionalType, UnionType)):
            out = self.member(got)
        elif isinstance(t, TupleType):
            parts = [self.of(ir.TupleGet(span, item, got, i)) for i, item in enumerate(t.items)]
            out = ir.Aggregate(span, TupleType(tuple(p.type for p in parts)), tuple(parts))
        elif _is_dataclass(t):
            out = self.object(got)
        else:
            out = self.container(got)
        return ir.Seq(span, out.type, (save,), out)

    def member(self, got: ir.Expr) -> ir.Expr:
        """What becomes of the member that a union holds."""
        t, span = got.type, self.span
        result = self.result(t)
        members = [t.item, NONE] if isinstance(t, OptionalType) else list(t.members)  # type: ignore[union-attr]

        def made(one: Type) -> ir.Expr:
            return coerce(self.fx, self.of(ir.Convert(span, one, got)), result, span)

        if NONE in members:
            out = coerce(self.fx, ir.Const(span, NONE, None), result, span)
        else:
            out = made(members.pop())
        for one in members:
            if one is NONE:
                continue
            test: ir.Expr = ir.IsInstance(span, BOOL, got, one)
            if isinstance(t, OptionalType):
                test = ir.Prim(span, BOOL, "not", (ir.IsNone(span, BOOL, got),))
            out = ir.IfExp(span, result, test, made(one), out)
        return out

    def object(self, got: ir.Expr) -> ir.Expr:
        """What becomes of an object, by the class that it has."""
        fx, t, span = self.fx, got.type, self.span
        assert isinstance(t, ClassInst)
        goal, self.goal = self.goal or self.result(t), None
        out = self.of_class(got, goal)
        record = ir.Prim(span, PtrType(U8), "ref.typeinfo", (got,))
        for cls in self.classes(t)[1:]:
            fx.world.type_infos[cls] = None
            test = ir.Prim(span, BOOL, "icmp.eq", (record, ir.TypeInfo(span, PtrType(U8), cls)))
            out = ir.IfExp(span, out.type, test, self.of_class(ir.Convert(span, cls, got), goal), out)
        return out

    def of_class(self, got: ir.Expr, goal: Type) -> ir.Expr:
        """What becomes of an object of exactly this class."""
        fx, t, span = self.fx, got.type, self.span
        assert isinstance(t, ClassInst)
        parts = [(n, self.of(ir.FieldGet(span, f, got, n))) for n, f in self.fields(t)]
        if self.kind == "tuple":
            return ir.Aggregate(span, TupleType(tuple(p.type for _, p in parts)), tuple(p for _, p in parts))
        assert isinstance(goal, ClassInst)
        save, out = fx.save(constructors.construct(fx, goal, [], span))
        body: list[ir.Stmt] = [save]
        for name, part in parts:
            key = ir.StrConst(span, fx.world.cls("str"), name)
            item = coerce(fx, part, goal.args[1], span)
            body.append(ir.Eval(span, calls.call_method(fx, out, "__setitem__", [key, item], span)))
        return ir.Seq(span, goal, tuple(body), out)

    def container(self, got: ir.Expr) -> ir.Expr:
        """`[step(x) for x in xs]`, `{step(k): step(v) for k, v in d.items()}`, `tuple([step(x) for x in xs])`."""
        from rumpkc.types.exprs import expr

        fx, t, span = self.fx, got.type, self.span
        assert isinstance(t, ClassInst)
        func = calls.Known(span, fx.world.function_of("lib.copy", f"_as_{self.kind}"))
        held, goal = calls.Evaluated(span, got), self.result(t)
        first, second = tree.Name(span, ".x"), tree.Name(span, ".y")

        def taken(name: tree.Name) -> tree.Expr:
            return tree.Call(span, func, (name,), ())

        if t.name == "dict":
            items = tree.Call(span, tree.Attribute(span, held, "items", span), (), ())
            over = tree.Comprehension(span, tree.Tuple(span, (first, second)), items, (), False)
            return expr(fx, tree.DictComp(span, taken(first), taken(second), (over,)), goal)
        over = tree.Comprehension(span, first, held, (), False)
        comp = tree.ListComp(span, taken(first), (over,))
        if t.name == "list":
            return expr(fx, comp, goal)
        assert goal is fx.world.cls(VAR_TUPLE, goal.args[0])  # type: ignore[attr-defined]
        return expr(fx, tree.Call(span, tree.Name(span, "tuple"), (comp,), ()), goal)
