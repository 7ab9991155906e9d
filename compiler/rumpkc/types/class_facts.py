"""What is known of a class that only the run tells: functions that are written when all classes are known.

    class_text(record) -> str                   `repr(cls)`
        if record is that of Circle:            return "<class '__main__.Circle'>"
        otherwise                               return f"<class '{name_of(record)}'>"           a builtin class
    class_builtin(record) -> Ptr[u8]            the builtin class that it is below of, if no record of a base says so:
        if record is that of Level (IntEnum):   return the record of int
        otherwise                               return 0
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rumpkc.ir import nodes as ir
from rumpkc.source import NOWHERE, Span
from rumpkc.types import class_titles
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.enums import is_int_enum, is_str_enum
from rumpkc.types.fx import Fx
from rumpkc.types.symbols import ClassInfo
from rumpkc.types.types import BOOL, INT, U8, ClassInst, PtrType, Type

if TYPE_CHECKING:
    from rumpkc.types.world import World

RECORD = PtrType(U8)
TEXT, BUILTIN = "class_text", "class_builtin"


def text(fx: Fx, record: ir.Expr, span: Span) -> ir.Expr:
    """The text of the class that has the record."""
    fx.world.library("types", "text_of")
    return _call(fx, TEXT, fx.world.cls("str"), record, span)


def builtin(fx: Fx, record: ir.Expr, span: Span) -> ir.Expr:
    """The record of the builtin class that the class with the record is below of; 0 for most classes."""
    for cls in _builtins(fx.world).values():
        fx.world.type_infos[cls] = None
    return _call(fx, BUILTIN, RECORD, record, span)


def write(world: World) -> None:
    """The bodies of these functions, once every class that has a record is there."""
    for name, function in world.class_functions.items():
        record = ir.LocalGet(NOWHERE, RECORD, function.params[0])
        body: list[ir.Stmt] = []
        for cls, answer in _texts(world) if name == TEXT else _below_builtins(world):
            parts = (record, ir.TypeInfo(NOWHERE, RECORD, cls))
            test = ir.Call(NOWHERE, BOOL, world.library("types", "is_same"), parts)
            body.append(ir.If(NOWHERE, test, (ir.Return(NOWHERE, answer),)))
        other: ir.Expr = ir.Const(NOWHERE, RECORD, None)
        if name == TEXT:
            other = ir.Call(NOWHERE, function.result, world.library("types", "text_of"), (record,))
        function.body = (*body, ir.Return(NOWHERE, other))
        world.program.functions.append(function)


def _call(fx: Fx, name: str, result: Type, record: ir.Expr, span: Span) -> ir.Expr:
    world = fx.world
    if name not in world.class_functions:
        world.library("types", "is_same")
        params = (ir.Local("record", RECORD, NOWHERE),)
        world.class_functions[name] = ir.Function(f"lib.core.{name}", name, params, result, NOWHERE, "lib.core.types")
    return ir.Call(span, result, world.class_functions[name], (record,))


def _classes(world: World) -> Iterator[ClassInst]:
    """One instance of each class that has a record."""
    seen: dict[ClassInfo, ClassInst] = {}
    for cls in (*world.instantiated, *world.type_infos):
        seen.setdefault(cls.info, cls)
    yield from seen.values()


def _texts(world: World) -> Iterator[tuple[ClassInst, ir.Expr]]:
    from rumpkc.types.class_values import shown_of

    for cls in _classes(world):
        if not class_titles.is_builtin(cls):
            yield cls, ir.StrConst(NOWHERE, world.cls("str"), shown_of(world, cls))


def _below_builtins(world: World) -> Iterator[tuple[ClassInst, ir.Expr]]:
    builtins = _builtins(world)
    boxed = next((cls for cls in (*world.instantiated, *world.type_infos) if _is_box_of_bool(cls)), None)
    if boxed is not None:
        yield boxed, ir.TypeInfo(NOWHERE, RECORD, builtins["int"])
    for cls in _classes(world):
        kind = "tuple" if any(base.kind == "namedtuple" for base in cls.info.ancestors()) else \
            "int" if is_int_enum(cls) else "str" if is_str_enum(cls) else None
        if kind is not None:
            yield cls, ir.TypeInfo(NOWHERE, RECORD, builtins[kind])


def _is_box_of_bool(cls: ClassInst) -> bool:
    return cls.info.module.name == "lib.core.box" and cls.args == (BOOL,)


def _builtins(world: World) -> dict[str, ClassInst]:
    """What `object`s hold of the builtin classes that others are below of."""
    box = world.module("lib.core.box").names["Box"]
    assert isinstance(box, ClassInfo)
    return {"int": world.inst(box, (INT,)), "str": world.cls("str"),
            "tuple": world.class_of_objects(world.builtin(VAR_TUPLE))}
