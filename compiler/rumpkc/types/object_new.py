"""`__new__`: what makes the object that `__init__` then fills.

    class Config:
        def __new__(cls, size: int) -> Self:    Config(3)   ->    .o = Config.__new__(3), .o.__init__(3)
            if cls._one is None:
                cls._one = super().__new__(cls)             ->    a Config whose fields have no values yet
            return cls._one

`__new__` is compiled as a class method is: once for each class whose object is made. What it returns is of that class,
or of one below it, whose own `__init__` then runs, as in CPython. `-> "Config"` instead of `Self` promises for a class
below that an object of it comes; it may be an older one of the class above, which is then not filled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types import calls, late
from rumpkc.types.classes import find_method
from rumpkc.types.fx import Fx
from rumpkc.types.selves import stored_in
from rumpkc.types.symbols import ClassInfo, FuncInfo
from rumpkc.types.types import BOOL, ClassInst, Type

if TYPE_CHECKING:
    from rumpkc.types.symbols import Param

NAME = "__new__"
KINDS = ("plain", "dataclass")
HELP = "write `__init__`, or a function that returns the object"


def check_definition(info: ClassInfo, func: FuncInfo) -> None:
    """E0436 where the `__new__` of class `info` has no compiled meaning."""
    roots = [cls for cls in info.ancestors() if cls.module.library and cls.module.name != "lib.core.object"]
    if info.kind in KINDS and not info.by_value and not roots:
        return
    of = f"a class below `{roots[0].name}`" if roots else f"this kind of class ({info.kind})"
    raise fail("E0436", f"the `__new__` of {of} has no compiled meaning", func.node.name_span, help=HELP)


def construct(fx: Fx, cls: ClassInst, args: tuple[tree.Expr, ...], keywords: tuple[tree.Keyword, ...], span: Span
              ) -> ir.Expr | None:
    """`cls(…)` of a class that has a `__new__`; None for others."""
    found = find_method(cls, NAME)
    if found is None:
        return None
    maker, init = found[1], find_method(cls, "__init__")
    check_definition(cls.info, maker)
    stmts: list[ir.Stmt] = []
    if init is not None:
        stmts, args, keywords = _evaluated(fx, init, args, keywords)
    made = calls.call_function(fx, maker, cls, args, keywords, span)
    above = isinstance(made.type, ClassInst) and made.type is not cls and cls.is_subclass_of(made.type)
    if above and _is_fresh(maker):      # `-> "Base"`, and a class below is made
        made, above = ir.Convert(span, cls, made), False
    if not isinstance(made.type, ClassInst) or not (above or made.type.is_subclass_of(cls)):
        raise fail("E0303", f"`{NAME}` of `{maker.owner.shown_name if maker.owner else cls}` gives {made.type} where a "
                   f"{cls} is made", span, help="write `-> Self` in its signature, and return `super().__new__(cls)`")
    save, obj = fx.save(made)
    stmts.append(save)
    if init is not None:
        known = ir.Convert(span, cls, obj) if above else obj
        filled = _init(fx, known, args, keywords, span)
        if not _is_fresh(maker):
            filled = _of_its_class(fx, known, args, keywords, span)
        fill = ir.Eval(span, filled)
        stmts.append(ir.If(span, ir.IsInstance(span, BOOL, obj, cls), (fill,), ()) if above else fill)
    out = ir.Seq(span, made.type, tuple(stmts), obj)
    if above:                           # a promise, as `cast` gives one
        fx.doubtful[id(out)] = out, cls
    return out


def _init(fx: Fx, obj: ir.Expr, args: tuple[tree.Expr, ...], keywords: tuple[tree.Keyword, ...], span: Span) -> ir.Expr:
    """`obj.__init__(…)` of the class that `obj` is known to have."""
    cls = obj.type
    assert isinstance(cls, ClassInst)
    found = find_method(cls, "__init__")
    assert found is not None
    home, info = found
    me = calls.Evaluated(span, obj if home is cls else ir.Convert(span, home, obj))
    return calls.call_function(fx, info, home, (me, *args), keywords, span, made=cls)


def _of_its_class(fx: Fx, obj: ir.Expr, args: tuple[tree.Expr, ...], keywords: tuple[tree.Keyword, ...], span: Span
                  ) -> ir.Expr:
    """`__init__` of an object that may be older than the call, or of a class below."""
    try:
        return late.of_its_class(fx, obj, lambda it: _init(fx, it, args, keywords, span), span)
    except CompileError as error:
        raise fail("E0303", f"`{NAME}` may return an object of a class below {obj.type}, whose `__init__` does not "
                   "take these arguments", span, help="return `super().__new__(cls)`") from error


def _evaluated(fx: Fx, init: tuple[ClassInst, FuncInfo], args: tuple[tree.Expr, ...],
               keywords: tuple[tree.Keyword, ...]
               ) -> tuple[list[ir.Stmt], tuple[tree.Expr, ...], tuple[tree.Keyword, ...]]:
    """The arguments, evaluated once for both methods, with the types that `__init__` asks for."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.signature import own_type_params

    starred = next((a for a in args if isinstance(a, tree.Starred)), None) or next(
        (k for k in keywords if k.name is None), None)
    if starred is not None:
        raise fail("E0404", f"a class that has both `{NAME}` and `__init__` takes its arguments one by one",
                   starred.span, help="pass the items one by one")
    params: tuple[Param, ...] = ()
    if not own_type_params(fx.world, init[1]):
        params = fx.world.func(init[1], init[0]).params[1:]
    wanted: dict[str | int, Type] = {p.name: p.type for p in params if p.how in ("any", "kw")}
    wanted |= {at: p.type for at, p in enumerate(params) if p.how in ("any", "pos")}
    stmts: list[ir.Stmt] = []

    def once(node: tree.Expr, key: str | int) -> tree.Expr:
        save, got = fx.save(expr(fx, node, wanted.get(key)))
        stmts.append(save)
        return calls.Evaluated(node.span, got)

    new_args = tuple(once(arg, at) for at, arg in enumerate(args))
    return stmts, new_args, tuple(tree.Keyword(k.span, k.name, once(k.value, k.name or "")) for k in keywords)


# `super().__new__(cls)`


def call(fx: Fx, func: tree.Attribute, node: tree.Call, want: Type | None) -> ir.Expr:
    """`super().__new__(cls, …)`, `object.__new__(cls)`, `Base.__new__(cls, …)`, `cls.__new__(cls, …)`."""
    from rumpkc.types.constructors import fresh

    cls = _class_named(fx, node)
    around = fx.inst.info.owner if fx.inst is not None else None
    if cls is None or around is None or around not in cls.info.ancestors():
        raise fail("E0436", f"`{NAME}` makes an object of the class around it, which its first argument names",
                   node.span, help=f"write `super().{NAME}(cls)` in the `{NAME}` of the class")
    home = _home(fx, func.value, around)
    found = home.member(NAME) if home is not None else None
    if found is not None and isinstance(found[1], FuncInfo):
        return calls.call_function(fx, found[1], cls, node.args[1:], node.keywords, node.span, want)
    if len(node.args) > 1 or node.keywords:
        raise fail("E0310", f"`object.{NAME}` takes exactly one argument: the class", node.span,
                   help=f"write `super().{NAME}(cls)`")
    stmts, obj = fresh(fx, cls, node.span)
    return ir.Seq(node.span, cls, tuple(stmts), obj)


def _class_named(fx: Fx, node: tree.Call) -> ClassInst | None:
    from rumpkc.types.names import TypeSymbol, static_symbol

    if not node.args or not isinstance(node.args[0], tree.Name):
        return None
    symbol = static_symbol(fx, node.args[0])
    if isinstance(symbol, TypeSymbol):
        return symbol.type if isinstance(symbol.type, ClassInst) else None
    return fx.world.inst(symbol) if isinstance(symbol, ClassInfo) and not symbol.type_params else None


def _home(fx: Fx, node: tree.Expr, around: ClassInfo) -> ClassInfo | None:
    """The class in which the search for a `__new__` begins; None is `object`."""
    from rumpkc.types.names import TypeSymbol, static_symbol

    if isinstance(node, tree.Call) and isinstance(node.func, tree.Name) and node.func.id == "super":
        return around.base
    symbol = static_symbol(fx, node)
    if isinstance(symbol, TypeSymbol) and isinstance(symbol.type, ClassInst):
        return symbol.type.info
    return symbol if isinstance(symbol, ClassInfo) and symbol is not fx.world.builtin("object") else None


def _is_fresh(maker: FuncInfo) -> bool:
    """Whether `__new__` only returns what `super().__new__(cls)` and its like have made in the same call."""
    returned: list[tree.Expr | None] = []
    todo: list[tree.Node] = list(maker.node.body)
    while todo:
        node = todo.pop()
        if isinstance(node, tree.Return):
            returned.append(node.value)
        todo += children(node)
    return all(value is not None and _makes(maker, value) for value in returned)


def _makes(maker: FuncInfo, node: tree.Expr | None) -> bool:
    match node:
        case tree.Call(func=tree.Attribute(attr=name), args=(tree.Name(id=cls), *_)):
            params = (*maker.node.args.posonly, *maker.node.args.args)
            return name == NAME and cls == params[0].name and not stored_in(cls, maker.node.body)
        case tree.Name(id=name):
            values = stored_in(name, maker.node.body)
            return bool(values) and all(isinstance(v, tree.Call) and _makes(maker, v) for v in values)
    return False
