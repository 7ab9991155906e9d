"""`callable(x)` and `isinstance(x, Callable)`: which of the types that a value may have can be called.

    callable(x)     x: int | Callable[[], int] | Job    ->      isinstance(x, (<the function>, Job))
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, FuncInfo, Special, Symbol
from rumpkc.types.types import NONE, ClassInst, FormsType, FuncType, OptionalType, Type, UnionType, is_object

NAMES = ("typing.Callable", "collections.abc.Callable")


def is_callable_name(symbol: Symbol | None) -> bool:
    """Whether a class in `isinstance` is `Callable`."""
    return isinstance(symbol, Special) and symbol.name in NAMES


def types_called(fx: Fx, subject: Type, at: Span) -> list[Type]:
    """What a value of type `subject` may be that can be called. E0400 where types do not tell."""
    parts = (subject.item, NONE) if isinstance(subject, OptionalType) else (
        subject.members if isinstance(subject, UnionType) else (subject,))
    return [t for part in parts for t in _of_part(fx, part, at)]


def named(fx: Fx, node: tree.Expr) -> bool:
    """Whether `node` is the name of a function or a class, which can be called whatever its type."""
    from rumpkc.types.names import static_symbol

    if not isinstance(node, (tree.Name, tree.Attribute)):
        return False
    symbol = static_symbol(fx, node)
    return isinstance(symbol, (FuncInfo, ClassInfo)) or (
        isinstance(symbol, Special) and symbol.name.startswith("builtins."))


def _of_part(fx: Fx, part: Type, at: Span) -> list[Type]:
    """`part` if its values can be called, else those classes below it whose objects can."""
    if isinstance(part, (FuncType, FormsType)):
        return [part]
    if is_object(part):
        raise fail("E0400", "whether an `object` can be called is not known", at,
                   help="take a union of what it may be: `int | Callable[[], int]`")
    if not isinstance(part, ClassInst):
        return []
    if part.name == "type" or part.info.member("__call__") is not None:
        return [part]
    below: list[Type] = []
    for sub in part.info.subclasses if not part.by_value else ():
        if sub.type_params and sub.member("__call__") is not None:
            raise fail("E0400", f"whether a {part} can be called is not known", at,
                       help=f"the generic class `{sub.shown_name}` is below it: test for a class")
        inst = fx.world.inst(sub) if not sub.type_params else None
        below += _of_part(fx, inst, at) if inst is not None and inst.is_subclass_of(part) else []
    return below
