"""`==`, `is` and `hash` of function values: a pair of addresses says which function of the program it is.

    handlers.remove(handler)    ->      function_key(code of f, environment of f) == function_key(those of handler)

    function_key(code, env, identity) -> (number, object):      written when all code is known, a test for each value
    function_key(code, env, identity) -> (number, object):  written when all code is known, a test for each value
        if code == a call of `obj.m`:    return (2, obj), or (2, env) for `is`: each `obj.m` is an object of its own
        if code == a conversion of g:    return function_key(code of g, env of g, identity)
        otherwise                        return (0, env)                    made by a `def` or lambda that has run

The last needs an environment for each function that is made, which others share or lack. So the first comparison that
is met begins the check of the whole program anew, with `World.functions_compared`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import NOWHERE, Span
from rumpkc.types.fx import Fx
from rumpkc.types.types import BOOL, INT, NEVER, U8, USIZE, ClassInst, FuncType, PtrType, TupleType, Type, is_reference

if TYPE_CHECKING:
    from rumpkc.types.world import World

CODE = PtrType(U8)
KEY = TupleType((INT, INT))
Key = tuple[Any, ...]       # ("function", what) | ("method", name) | ("class", info) | ("inner",) | ("object",)


class FunctionsCompared(Exception):
    """The program compares functions, which its closures have to be made for."""


def same(fx: Fx, left: ir.Expr, right: ir.Expr, span: Span, identity: bool) -> ir.Expr:
    """`left is right` or `left == right` of two functions, as BOOL."""
    saves, pair = fx.save_all([left, right])
    fx.world.functions_identical |= identity
    out: ir.Expr = ir.Const(span, BOOL, True)
    keys: list[ir.Expr] = []
    for value in pair:
        save, key = fx.save(_key(fx.world, value, ir.Const(span, BOOL, identity), span))
        saves.append(save)
        keys.append(key)
    for index in (1, 0):
        parts = tuple(ir.TupleGet(span, INT, key, index) for key in keys)
        out = ir.And(span, BOOL, ir.Prim(span, BOOL, "icmp.eq", parts), out)
    return ir.Seq(span, BOOL, tuple(saves), out)


def hash_value(fx: Fx, value: ir.Expr, span: Span) -> ir.Expr:
    """`hash(f)`: equal functions have equal hashes."""
    save, got = fx.save(value)
    keep, key = fx.save(_key(fx.world, got, ir.Const(span, BOOL, False), span))
    parts = tuple(ir.TupleGet(span, INT, key, index) for index in (0, 1))
    return ir.Seq(span, INT, (save, keep), ir.Call(span, INT, fx.world.library("hashing", "hash_combine"), parts))


def note(world: World, value: ir.Expr, key: Key | None, captured: int = 0) -> None:
    """What the function that the compiler made for `value` stands for, and how many values it holds."""
    if key is not None and isinstance(value, ir.Closure):
        world.function_keys.setdefault(id(value.target), (key, captured))


def note_class(world: World, cls: ClassInst | None) -> None:
    """A class method of `cls` is a value."""
    if world.functions_compared is not None and cls is not None:
        world.type_infos[cls] = None


def own_object(fx: Fx, made_by_program: bool) -> bool:
    """Whether the function that is made here needs an environment that no other has; not so in a module's body."""
    root: Fx | None = fx.outer
    while root is not None and root.inst is None:
        root = root.outer
    return fx.world.functions_compared is not None and root is not None and (made_by_program or fx.own_identity)


def _key(world: World, value: ir.Expr, identity: ir.Expr, span: Span) -> ir.Expr:
    if world.functions_compared is None:
        raise FunctionsCompared
    if world.key_function is None:
        params = tuple(ir.Local(n, t, NOWHERE) for n, t in (("code", CODE), ("env", CODE), ("identity", BOOL)))
        world.functions_compared = span
        world.key_function = ir.Function("lib.core.function_key", "function_key", params, KEY, NOWHERE,
                                         "lib.core.functions")
    parts = (ir.Prim(span, CODE, "ref.code", (value,)), ir.Prim(span, CODE, "ref.env", (value,)), identity)
    return ir.Call(span, KEY, world.key_function, parts)


def write(world: World, values: list[ir.Function]) -> None:
    """The body of `function_key`, once every function that is a value is there."""
    function = world.key_function
    if function is None:
        return
    writer = _Writer(world, function)
    body: list[ir.Stmt] = []
    for target in values:
        address = ir.Prim(NOWHERE, CODE, "ref.code", (ir.FuncAddr(NOWHERE, FuncType((), INT), target),))
        test = ir.Prim(NOWHERE, BOOL, "icmp.eq", (writer.code, address))
        body.append(ir.If(NOWHERE, test, (ir.Return(NOWHERE, writer.answer(target)),)))
    body.append(ir.Eval(NOWHERE, ir.Prim(NOWHERE, NEVER, "trap", ())))
    function.body = tuple(body)
    world.program.functions.append(function)


class _Writer:
    """The answers of `function_key`."""

    def __init__(self, world: World, function: ir.Function) -> None:
        self.world, self.function = world, function
        self.code, self.env, self.identity = (ir.LocalGet(NOWHERE, p.type, p) for p in function.params)
        self._numbers: dict[Key, int] = {}
        self._known = {id(inst.ir): inst for inst in world.func_insts.values()}

    def answer(self, target: ir.Function) -> ir.Expr:
        key, captured = self.world.function_keys.get(id(target), (None, 0))
        inst = self._known.get(id(target))
        if key is None and inst is not None:
            key = ("class", inst.info, inst.owner) if inst.info.kind == "class" else ("function", inst.info)
        match key:
            case None:
                return self._pair(0, self._address(self.env))
            case ("function", what):
                return self._pair(self._number(("function", what)), ir.Const(NOWHERE, INT, 0))
            case ("class", info):
                return self._pair(self._number(("class", info)), self._class_of(target, None, captured))
            case ("class", info, owner):
                return self._pair(self._number(("class", info)), self._class_of(target, owner, captured))
            case ("inner",):
                got = self._captured(target, captured)
                parts = (ir.Prim(NOWHERE, CODE, "ref.code", (got,)), ir.Prim(NOWHERE, CODE, "ref.env", (got,)))
                return ir.Call(NOWHERE, KEY, self.function, (*parts, self.identity))
        got = self._captured(target, captured)
        if not is_reference(got.type) or key == ("object",) and _has_equality(got.type):
            raise self._unknown(f"a method of {got.type}" if key != ("object",) else str(got.type))
        mine = self._address(ir.Prim(NOWHERE, CODE, "ref.ptr", (got,)))
        if key != ("object",):
            mine = ir.IfExp(NOWHERE, INT, self.identity, self._address(self.env), mine)
        return self._pair(self._number(key), mine)

    def _pair(self, number: int, mine: ir.Expr) -> ir.Expr:
        return ir.Aggregate(NOWHERE, KEY, (ir.Const(NOWHERE, INT, number), mine))

    def _number(self, key: Key) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def _class_of(self, target: ir.Function, owner: ClassInst | None, captured: int) -> ir.Expr:
        """The class that a class method is bound to. Each `C.m` is an object of its own to `is`, which none here is."""
        if self.world.functions_identical:
            raise self._unknown("a class method")
        if owner is not None:
            return self._address(ir.TypeInfo(NOWHERE, CODE, owner))
        return self._address(ir.Prim(NOWHERE, CODE, "ref.typeinfo", (self._captured(target, captured),)))

    def _captured(self, target: ir.Function, count: int) -> ir.Expr:
        """The first value in the environment of `target`."""
        held = target.params[0].type
        got: ir.Expr = ir.Prim(NOWHERE, held, "ptr.ref", (self.env,))
        if target.params[0].name != ".env":
            return got
        assert isinstance(held, ClassInst)
        whole = held.fields["value"]
        value = ir.FieldGet(NOWHERE, whole, got, "value")
        return ir.TupleGet(NOWHERE, whole.items[0], value, 0) if count > 1 and isinstance(whole, TupleType) else value

    def _address(self, value: ir.Expr) -> ir.Expr:
        return ir.Prim(NOWHERE, INT, "zext", (ir.Prim(NOWHERE, USIZE, "ptr.int", (value,)),))

    def _unknown(self, what: str) -> Exception:
        at = self.world.functions_compared or NOWHERE
        return fail("E0309", f"functions are not compared in this program, where {what} is one of them", at,
                    help="compare names or numbers")


def _has_equality(t: Type) -> bool:
    """Whether objects of `t`, or of a class below, are compared by an `__eq__` of the program."""
    def below(info: Any) -> bool:
        return "__eq__" in info.members or any(map(below, info.subclasses))

    return isinstance(t, ClassInst) and (below(t.info) or any(
        "__eq__" in info.members for info in t.info.ancestors() if not info.module.library))
