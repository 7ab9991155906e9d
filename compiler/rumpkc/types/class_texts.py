"""`repr(cls)` of a class that is known when the program runs: `<class '__main__.Circle'>`.

    class_text(record) -> str:          written when all classes of the program are known
        if record is that of Circle:    return "<class '__main__.Circle'>"
        otherwise                       return f"<class '{name_of(record)}'>"           a builtin class
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.ir import nodes as ir
from rumpkc.source import NOWHERE, Span
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo
from rumpkc.types.types import BOOL, U8, ClassInst, PtrType

if TYPE_CHECKING:
    from rumpkc.types.world import World

RECORD = PtrType(U8)


def text(fx: Fx, record: ir.Expr, span: Span) -> ir.Expr:
    """The text of the class that has the record."""
    world = fx.world
    text_class = world.cls("str")
    if world.text_function is None:
        world.library("types", "is_same")
        world.library("types", "text_of")
        params = (ir.Local("record", RECORD, NOWHERE),)
        world.text_function = ir.Function("lib.core.class_text", "class_text", params, text_class, NOWHERE,
                                          "lib.core.types")
    return ir.Call(span, text_class, world.text_function, (record,))


def write(world: World) -> None:
    """The body of `class_text`, once every class that has a record is there."""
    from rumpkc.types.class_values import shown

    function = world.text_function
    if function is None:
        return
    record = ir.LocalGet(NOWHERE, RECORD, function.params[0])
    text_class = world.cls("str")
    seen: dict[ClassInfo, ClassInst] = {}
    for cls in (*world.instantiated, *world.type_infos):
        if not cls.info.module.name.startswith("lib.core."):
            seen.setdefault(cls.info, cls)
    body: list[ir.Stmt] = []
    for info, cls in seen.items():
        test = ir.Call(NOWHERE, BOOL, world.library("types", "is_same"), (record, ir.TypeInfo(NOWHERE, RECORD, cls)))
        known = ir.StrConst(NOWHERE, text_class, shown(world, info))
        body.append(ir.If(NOWHERE, test, (ir.Return(NOWHERE, known),)))
    body.append(ir.Return(NOWHERE, ir.Call(NOWHERE, text_class, world.library("types", "text_of"), (record,))))
    function.body = tuple(body)
    world.program.functions.append(function)
