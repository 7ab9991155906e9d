"""`f.__doc__` and `C.__doc__` by name: the text at the head of a body, which is known while compiling.

    print(f.__doc__)        before: f.__doc__       after: the constant "What f does." (or None, where there is none)
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import late
from rumpkc.types.convert import coerce
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, FuncInfo, Symbol
from rumpkc.types.types import NONE, ClassInst, FormsType, FuncType, OptionalType, Type

SAME_TEXT = frozenset(("staticmethod", "classmethod", "abstractmethod"))     # decorators that keep the function's own
MAKES_TEXT = frozenset(("dataclass", "namedtuple", "enum"))                   # what gives a class a text if it has none


def of(fx: Fx, symbol: Symbol | None, node: tree.Attribute) -> ir.Expr | None:
    """The value of `node`, `X.__doc__` where X is `symbol` or a method by its class; None where that is not known."""
    from rumpkc.types.names import TypeSymbol, static_symbol

    if isinstance(symbol, TypeSymbol) and isinstance(symbol.type, ClassInst):
        symbol = symbol.type.info                   # the `cls` of a class method
    if symbol is None and isinstance(node.value, tree.Attribute):
        owner = static_symbol(fx, node.value.value)
        found = owner.member(node.value.attr) if isinstance(owner, ClassInfo) else None
        symbol = found[1] if found is not None else None
    var = fx.lookup(node.value.id) if isinstance(node.value, tree.Name) else None
    if var is not None and var.nested is not None and not var.nested.node.decorators:
        return _constant(fx, text_of(var.nested.node.body), node.span)
    if not isinstance(symbol, (FuncInfo, ClassInfo)) or symbol.module.library:
        return None
    text = text_of(symbol.node.body)
    if isinstance(symbol, FuncInfo):
        if any(not isinstance(d, tree.Name) or d.id not in SAME_TEXT for d in symbol.node.decorators):
            return None
    elif text is None and symbol.kind in MAKES_TEXT:
        return None
    return _constant(fx, text, node.span)


def of_object(fx: Fx, value: ir.Expr, node: tree.Attribute) -> ir.Expr | None:
    """`x.__doc__`: the text of a function, or of the class that the object has; None where a class it may have is given
    one."""
    from rumpkc.types import function_names

    cls = value.type
    if isinstance(cls, (FuncType, FormsType)):
        return function_names.of_value(fx, value, function_names.DOC, node.span)
    whole = type_of(fx, cls) if isinstance(cls, ClassInst) and not cls.by_value else None
    if whole is None:
        return None

    def own(it: ir.Expr) -> ir.Expr:
        assert isinstance(it.type, ClassInst)
        return of_class(fx, it.type, whole, node.span)

    save, got = fx.save(value)
    return ir.Seq(node.span, whole, (save,), late.of_its_class(fx, got, own, node.span))


def type_of(fx: Fx, cls: ClassInst) -> Type | None:
    """What `__doc__` of `cls` and of all classes below it is; None where one of them is given a text."""
    infos = [cls.info, *_below(cls.info)]
    texts = {text_of(info.node.body) for info in infos}
    if cls.info.module.library or any(text_of(info.node.body) is None and info.kind in MAKES_TEXT for info in infos):
        return None
    t = fx.world.cls("str")
    return t if None not in texts else NONE if texts == {None} else OptionalType(t)


def of_class(fx: Fx, cls: ClassInst, whole: Type, span: Span) -> ir.Expr:
    """`__doc__` of just this class as a value of type `whole`."""
    return coerce(fx, _constant(fx, text_of(cls.info.node.body), span), whole, span)


def _below(info: ClassInfo) -> list[ClassInfo]:
    return [cls for sub in info.subclasses for cls in (sub, *_below(sub))]


def _constant(fx: Fx, text: str | None, span: Span) -> ir.Expr:
    return ir.Const(span, NONE, None) if text is None else ir.StrConst(span, fx.world.cls("str"), text)


def text_of(body: tuple[tree.Stmt, ...]) -> str | None:
    """The text at the head of a body."""
    match body:
        case (tree.ExprStmt(value=tree.Constant(kind="str", value=str(text))), *_):
            return text
    return None
