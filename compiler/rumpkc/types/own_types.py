"""Calls that keep what their arguments are: a member of an IntEnum given to an `int` prints as what it is in CPython.

    def show(x: int) -> None: print(x)      before: show(Level.HIGH), which `int` would turn into a number
                                            after: a call of `show` compiled besides for `x: Level`

So for members of IntEnum and StrEnum, bool where `int` is written, and named tuples where a tuple is. Where the body
does not suit the type (it stores the value where only an `int` may lie), the call is refused as if this were not here;
but the value of a member may lie in an `int` or `str` (`kept_members.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError
from rumpkc.ir import nodes as ir
from rumpkc.types.convert import kept, stays_apart
from rumpkc.types.fx import Fx, bound_names
from rumpkc.types.generators import is_generator
from rumpkc.types.kept_members import value_of_member
from rumpkc.types.symbols import FuncInfo, FuncInst, Param
from rumpkc.types.types import BOOL, INT, NEVER, NONE, OptionalType, Type

if TYPE_CHECKING:
    from rumpkc.types.world import World

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
        if value_of_member(value.type, param.type):
            self._types.append((index, value.type))
            return True
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
        found.has_own_types = True
        found.refusal = found.refusal or self._refusal
        return found


def as_written(world: World, inst: FuncInst) -> tuple[ir.Stmt, ...]:
    """The body of a function that does not suit members of an IntEnum: a call of the function as it is written, which
    takes them as numbers."""
    plain = world.func(inst.info, inst.owner)
    fx, span = Fx(world, inst.info.module, {}), inst.info.node.name_span
    args = [kept(fx, ir.LocalGet(span, local.type, local), param.type, span)
            for local, param in zip(inst.ir.params, plain.ir.params, strict=True)]
    call = ir.Call(span, plain.ir.result, plain.ir, tuple(args))
    return (ir.Eval(span, call),) if call.type in (NONE, NEVER) else (ir.Return(span, call),)


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
