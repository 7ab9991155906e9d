"""CPython's own functions behind `Callable[..., R]`: how many arguments they take, and what they say of others.

    OPS: dict[str, Callable[..., float]] = {"sqrt": math.sqrt, "add": operator.add, "max": max}
    OPS[name](*args)        ->      sqrt(args[0]) if len(args) == 1 else raise TypeError("math.sqrt() takes exactly …")
"""

from __future__ import annotations

import builtins
import math
import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import arity, calls, operator_forms, signature, text
from rumpkc.types.convert import coerce, join
from rumpkc.types.fx import Fx
from rumpkc.types.operators import of_members
from rumpkc.types.real import REAL
from rumpkc.types.symbols import FuncInfo, Special, Symbol

from rumpkc.types.types import BOOL, FLOAT, INT, NEVER, Type

HOMES = {"builtins": builtins, "lib.core.functions": builtins, "lib.math": math, "operator": operator}
CLASSES = {"bool": (0, 1), "float": (0, 1), "int": (0, 2), "str": (0, 3)}
ARITY = ("E0310", "E0311", "E0312", "E0313")            # of a call that does not fit the parameters
SAMPLES: dict[Type, Any] = {INT: 1, FLOAT: 1.0, BOOL: True}
UNASKED = ("exit", "print")             # they would do something
MOST = 6                                # of the arguments that a call may pass behind `*`, where any number will do
SOME = 97                               # a number of arguments, which a message tells
OF_COUNT = re.compile(r"takes|expected|missing|requires|no keyword")


@dataclass(frozen=True, slots=True)
class Foreign:
    """A function of CPython, and how many arguments by position it takes."""

    home: str
    name: str
    low: int
    high: int

    def words(self, given: Sequence[Any], names: Sequence[str] = ()) -> str | None:
        """What CPython says of a call with such values, the last ones by name; None where it takes them. Without a
        value (None) only of their number."""
        function = getattr(HOMES[self.home], self.name, None)
        if function is None or self.name in UNASKED:
            return None
        count = len(given) - len(names)
        try:
            function(*given[:count], **dict(zip(names, given[count:], strict=True)))
        except TypeError as error:
            return str(error) if None not in given or OF_COUNT.search(str(error)) else None
        except (ValueError, OverflowError, ZeroDivisionError):
            pass
        return None


def found(fx: Fx, node: tree.Expr, symbol: Symbol | None) -> Foreign | None:
    """The function that `node` names, if it is one of CPython's that is not written in Python."""
    if isinstance(node, tree.Lambda):
        args = node.args.args
        name, _, letter = args[0].name.partition("@") if args else ("", "", "")
        count = len(args)
        return Foreign("operator", name, count, count) if letter == "a" and name in operator_forms.NAMES else None
    if isinstance(symbol, Special):
        home, _, name = symbol.name.rpartition(".")
        known = (*arity.TABLE[name][:2],) if name in arity.TABLE else CLASSES.get(name)
        called = node.attr if isinstance(node, tree.Attribute) else name
        return Foreign(home, name, *known) if known is not None and home in HOMES and called == name else None
    home = _library_home(fx, symbol) if isinstance(symbol, FuncInfo) and symbol.module.library else None
    if isinstance(symbol, FuncInfo) and home is not None and symbol.kind == "function":
        params = signature.signature_of(fx.world, symbol, None, signature.type_var_env(symbol, fx.world))[0]
        positional = [p for p in params if p.how in ("pos", "any")]
        high = arity.MANY if any(p.how == "rest" for p in params) else len(positional)
        return Foreign(home, symbol.name, sum(p.default is None for p in positional), high)
    return None


def _library_home(fx: Fx, symbol: FuncInfo) -> str | None:
    """The module of HOMES that has this function of the library, wherever it is written."""
    loaded = (name for name in HOMES if name in fx.world.modules)
    return next((name for name in loaded if fx.world.lookup(fx.world.module(name), symbol.name) is symbol), None)


def by_length(fx: Fx, foreign: Foreign, heads: tuple[str, ...], args: Sequence[ir.Expr],
              one: Callable[[list[ir.Expr]], ir.Expr], span: Span) -> ir.Expr | None:
    """A call that passes a list behind `*`: `one` call for each length that fits. None for calls of other forms, and
    where the function takes any number."""
    too_many = foreign.words([None] * SOME)
    if heads.count("*") != 1 or {"", "*"} | set(heads) != {"", "*"} or foreign.high == arity.MANY or too_many is None:
        return None
    from rumpkc.types.operators import usize_to_int

    at, fixed = heads.index("*"), len(heads) - 1
    size = usize_to_int(calls.call_method(fx, args[at], "__len__", [], span))
    cases: list[tuple[int, ir.Expr]] = []
    for count in range(fixed, min(foreign.high, MOST) + 1):
        if count < foreign.low:
            cases.append((count - fixed, stop(fx, foreign.words([None] * count) or "", span)))
            continue
        items = [calls.call_method(fx, args[at], "__getitem__", [ir.Const(span, INT, i)], span)
                 for i in range(count - fixed)]
        cases.append((count - fixed, one([*args[:at], *items, *args[at + 1:]])))
    before, number, after = too_many.partition(str(SOME))
    given = ir.Prim(span, INT, "add.checked", (size, ir.Const(span, INT, fixed)))
    shown = [text.to_str(fx, given, span)] if number else []
    parts = [text.str_const(fx, span, before), *shown, text.str_const(fx, span, after)]
    goal = join(fx, [value.type for _, value in cases], span, "this call")
    out = _raised(fx, text.concat(fx, parts, span), goal, span)
    for count, value in reversed(cases):
        test = ir.Prim(span, BOOL, "icmp.eq", (size, ir.Const(span, INT, count)))
        out = ir.IfExp(span, goal, test, coerce(fx, value, goal, span), out)
    return out


def refused(fx: Fx, own: Foreign, call: tree.Call, fits: bool, again: Callable[[list[ir.Expr]], ir.Expr]
            ) -> ir.Expr | None:
    """What raises CPython's TypeError for a call that was refused, if it is refused there too. Where its arguments are
    of several types, it is made `again` with each, unless none of them `fits`."""
    nodes = [*call.args, *(k.value for k in call.keywords)]
    values = [node.value for node in nodes if isinstance(node, calls.Evaluated)]
    if len(values) < len(nodes):
        return None
    if fits and any(value.type == REAL for value in values):
        return of_members(fx, values, again, call.span, "this call")
    given = [_sample(fx, value.type) for value in values]
    if fits and None in given:
        return None
    words = own.words(given, [k.name or "" for k in call.keywords])
    return None if words is None else stop(fx, words, call.span)


def _sample(fx: Fx, t: Type) -> Any:
    """Some value of a type; None for those of which CPython's messages may tell more."""
    return "a" if t is fx.world.cls("str") else SAMPLES.get(t)


def stop(fx: Fx, words: str, span: Span) -> ir.Expr:
    """The TypeError that says `words`."""
    return _raised(fx, text.str_const(fx, span, words), NEVER, span)


def _raised(fx: Fx, words: ir.Expr, t: Type, span: Span) -> ir.Expr:
    from rumpkc.types.tries import raise_new

    return raise_new(fx, "TypeError", [words], t, span)
