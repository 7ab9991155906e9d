"""Overrides that take more or give less than the method that they override: the function that stands between.

    class Shape:  def area(self) -> float        def area.as.Shape(self) -> int | float:
    class Tile(Shape):  def area(self) -> int        return self.area()

A virtual call passes what the method of the topmost class says. A subclass may give an int where that one gives a
float, take an `object` where it takes a `str`, or have more parameters with defaults (PEP 483, "Types of callables").
"""

from __future__ import annotations

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types.convert import assignable, coerce
from rumpkc.types.fx import Fx
from rumpkc.types.param_specs import FORM
from rumpkc.types.symbols import FuncInst, Param
from rumpkc.types.types import NEVER, NONE, ClassInst, Type
from rumpkc.types.world import World

HIDDEN = Span("lib/core/object.py", 1, 0, 1, 0)             # a traceback leaves it out


def fits(inst: FuncInst, params: tuple[Param, ...], result: Type) -> bool:
    """Whether the method can be called with `params` (its own first) and gives what a `result` can be made of."""
    own, asked = inst.params[1:], _passed(inst, params)[1:]
    if _takes_rest(inst):
        first = len(own) - 1
        return (
            len(asked) >= first and all(p.how in ("pos", "any") for p in asked)
            and all(assignable(theirs.type, mine.type) for mine, theirs in zip(own[:first], asked, strict=False))
            and all(assignable(p.type, _rest_item(inst)) for p in asked[first:])
            and assignable(inst.result, result)
        )
    more = own[len(asked):]
    return (
        len(own) >= len(asked)
        and all(p.default is not None for p in more)
        and all(_same_way(mine, theirs) and assignable(theirs.type, mine.type)
                for mine, theirs in zip(own, asked, strict=False))
        and assignable(inst.result, result)
    )


def _same_way(mine: Param, theirs: Param) -> bool:
    """Whether a parameter takes what is passed as another says: by position alone, or by its name too."""
    return mine.how == theirs.how or (mine.how, theirs.how) == ("any", "pos")


def _passed(inst: FuncInst, params: tuple[Param, ...]) -> tuple[Param, ...]:
    """What a method that is no decorated one gets of `params`: not how it is called (`decorated_forms.py`)."""
    return params[:-1] if params[-1].name == FORM != inst.params[-1].name else params


def _takes_rest(inst: FuncInst) -> bool:
    """Whether a method that only the interpreter calls, by position, takes what it is passed as `*args`."""
    name = inst.info.name
    return inst.params[-1].how == "rest" and name.startswith("__") and name != "__call__" and all(
        p.how in ("pos", "any") for p in inst.params[:-1])


def _rest_item(inst: FuncInst) -> Type:
    rest = inst.params[-1].type
    assert isinstance(rest, ClassInst)
    return rest.args[0]


def adapted(world: World, inst: FuncInst, home: ClassInst, params: tuple[Param, ...], result: Type) -> FuncInst:
    """The method as one with the signature of the method of `home` that it overrides."""
    key = (inst, home, result, tuple(p.type for p in params))
    if key not in world.adapters:
        world.adapters[key] = _made(world, inst, home, params, result)
    return world.adapters[key]


def _made(world: World, inst: FuncInst, home: ClassInst, params: tuple[Param, ...], result: Type) -> FuncInst:
    from rumpkc.types.calls import default_value, evaluated
    from rumpkc.types.exprs import expr
    from rumpkc.types.stars import Rest

    fx = Fx(world, inst.info.module, inst.env, inst)
    me, asked = inst.params[0], params
    slots = (ir.Local(me.name, me.type, HIDDEN), *(ir.Local(p.name, p.type, HIDDEN) for p in params[1:]))
    values: list[ir.Expr] = [ir.LocalGet(HIDDEN, slot.type, slot) for slot in slots]
    args: list[ir.Expr] = [values[0]]
    plain = inst.params[1:-1] if _takes_rest(inst) else inst.params[1:]
    params = _passed(inst, params)
    args += [coerce(fx, value, mine.type, mine.span)
             for value, mine in zip(values[1:len(params)], plain, strict=False)]
    if _takes_rest(inst):
        args.append(expr(fx, Rest(HIDDEN, evaluated(values[len(inst.params) - 1:])), inst.params[-1].type))
    args += [default_value(fx, inst.info, p) for p in inst.params[len(params):]]
    call = ir.Call(HIDDEN, inst.result, inst.ir, tuple(args))
    body: tuple[ir.Stmt, ...] = (ir.Eval(HIDDEN, call),)
    if result not in (NONE, NEVER):
        body = (ir.Return(HIDDEN, coerce(fx, call, result, inst.info.node.name_span)),)
    symbol = world.unique(f"{inst.ir.symbol}.as.{home.symbol}")
    made = ir.Function(symbol, inst.ir.shown_name, slots, result, HIDDEN, inst.info.module.name, body)
    world.program.functions.append(made)
    return FuncInst(inst.info, inst.owner, inst.env, (me, *asked[1:]), result, made, slots)
