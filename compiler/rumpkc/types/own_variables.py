"""Variables that a class gets when the program assigns them through it, below the class that declares them.

    class Shape:
        made = 0

        @classmethod
        def make(cls) -> Self:
            cls.made += 1           Square.make() reads `Shape.made`, and makes `Square.made`
            return cls()

Such a class has a variable and a flag from the start: until the flag is set, it shows what the class above has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types import globals as module_globals
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo, VarInfo
from rumpkc.types.types import BOOL, Type

if TYPE_CHECKING:
    from rumpkc.types.world import World

NO_CLASS_OF_THESE = frozenset(("enum", "mmio", "namedtuple", "record"))     # kinds whose variables stay as they are
FLAG = ".own"                       # behind the symbol of such a variable: whether the class has it yet


def add(world: World, info: ClassInfo) -> None:
    """The variables of the bases of `info` that the program may assign through `info`."""
    if info.base is None or info.module.library or info.by_value or info.kind in NO_CLASS_OF_THESE:
        return
    for name in sorted(module_globals.assigned_below(world, info.name)):
        home, above = info.base.member(name) or (info, None)
        if isinstance(above, VarInfo) and name not in info.members and _has_value(home, above):
            info.members[name] = VarInfo(name, info.module, None, above.value, info.node.name_span, owner=info,
                                         above=above)


def _has_value(home: ClassInfo, var: VarInfo) -> bool:
    """Whether the class itself has the variable, and not only its objects a field of that name."""
    return var.value is not None and home.kind not in NO_CLASS_OF_THESE and not home.module.library


def read(fx: Fx, var: VarInfo, span: Span, want: Type | None) -> ir.Expr:
    """What `cls.name` is: the class's own, or what the class above has now."""
    assert var.above is not None
    target = module_globals.storage(fx.world, var)
    inherited = module_globals.read(fx, var.above, span, want)
    has = ir.GlobalGet(span, BOOL, flag(fx.world, var))
    return ir.IfExp(span, target.type, has, ir.GlobalGet(span, target.type, target), inherited)


def assigned(fx: Fx, var: VarInfo, span: Span) -> list[ir.Stmt]:
    """What else happens where the program assigns the variable `var` of a class."""
    if var.above is None:
        return []
    return [ir.SetGlobal(span, flag(fx.world, var), ir.Const(span, BOOL, True))]


def flag(world: World, var: VarInfo) -> ir.Global:
    """Whether the class has the variable `var` of its own."""
    if var.own_flag is None:
        has = ir.FScalar(BOOL, left_by_body(world, var))
        var.own_flag = ir.Global(var.symbol + FLAG, BOOL, has, False, var.span)
        world.program.globals.append(var.own_flag)
    return var.own_flag


def left_by_body(world: World, var: VarInfo) -> bool:
    """Whether a body of a module has assigned the variable: `Square.made = 3`."""
    return (var.module.runs_code or world.comptime.may_change(var)) and world.comptime.leaves(var)
