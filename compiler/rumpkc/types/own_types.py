"""Calls that keep what their arguments are: a member of an IntEnum given to an `int` prints as what it is in CPython.

    def show(x: int) -> None: print(x)      before: show(Level.HIGH), which `int` would turn into a number
                                            after: a call of `show` compiled besides for `x: Level`

So for members of IntEnum and StrEnum, bool where `int` is written, and named tuples where a tuple is. Where the body
does not suit the type (it stores the value where only an `int` may lie), the call is refused as if this were not here.
"""

from __future__ import annotations

from rumpkc.diagnostics import CompileError
from rumpkc.ir import nodes as ir
from rumpkc.types.convert import kept, stays_apart
from rumpkc.types.fx import Fx, bound_names
from rumpkc.types.generators import is_generator
from rumpkc.types.symbols import FuncInfo, FuncInst, Param
from rumpkc.types.types import BOOL, INT, OptionalType, Type

NOT_ALONE = frozenset(("entry", "interrupt"))


class OwnTypes:
    """The parameters of one call that take their arguments' own types."""

    def __init__(self) -> None:
        self._types: list[tuple[int, Type]] = []
        self._refusal: CompileError | None = None

    def take(self, fx: Fx, index: int, param: Param, value: ir.Expr, what: str) -> bool:
        """Whether the argument stays what it is."""
        if not _shows_otherwise(value.type, param.type):
            return False
        try:
            kept(fx, value, param.type, value.span, what)
        except CompileError as error:
            self._refusal = self._refusal or error
        else:
            return False
        self._types.append((index, value.type))
        return True

    def instance(self, fx: Fx, inst: FuncInst) -> FuncInst:
        """The function that the call means."""
        if not self._types:
            return inst
        found = fx.world.func(inst.info, inst.owner, (), tuple(sorted(self._types, key=lambda pair: pair[0])))
        found.refusal = found.refusal or self._refusal
        return found


def possible(info: FuncInfo) -> bool:
    """Whether a function can be compiled for other types than it is written with."""
    return not (info.module.library or info.extern or info.export or info.abstract or info.asm is not None
                or NOT_ALONE & info.attrs or is_generator(info))


def may_change(info: FuncInfo, param: Param) -> bool:
    """Whether a parameter may get another value, which would be of the type that is written."""
    return param.how in ("rest", "named") or param.name in bound_names(info)


def _shows_otherwise(source: Type, target: Type) -> bool:
    if isinstance(target, OptionalType):
        return _shows_otherwise(source.item if isinstance(source, OptionalType) else source, target.item)
    return source is BOOL and target is INT or stays_apart(source, target)
