"""What is only known as `Any` where a type is written: tested when the program runs, as `cast` is by its uses.

    port: int = data["port"]            if the value is no int: TypeError("this is str, where int was promised")

Checkers of types let it pass, and CPython goes on with whatever it is (docs/LANGUAGE.md lists the difference). Only
what a test can tell is taken so: numbers, text, None and classes without type arguments, and unions of them. A `float`
may be an int as well, so it is taken in the reading where each `float` is `int | float` (`real.py`).
"""

from __future__ import annotations

from functools import reduce

from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types import any_values, doubts, open_unions
from rumpkc.types.fx import Fx
from rumpkc.types.types import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    ClassInst,
    FuncType,
    OptionalType,
    Type,
    UnionType,
    is_number,
    is_object,
)


def taken(fx: Fx, value: ir.Expr, target: Type, span: Span) -> ir.Expr | None:
    """`value` as a `target`, after a test; None where only the types could say it."""
    from rumpkc.types import json_values

    if fx.module.library:
        return None
    made = json_values.taken(fx, value, target, span)
    if made is not None or not _parts_known(target):
        return made
    if is_object(value.type):
        return _of_object(fx, value, target, span) if any_values.names_any(fx) or any_values.is_any(value) else None
    return _of_union(fx, value, target, span) if _is_open_union(fx, value) else None


def takes_function(fx: Fx, source: Type, target: Type) -> bool:
    """Whether a function does for `target` where `Any` stands for what it takes or gives: each call tests that."""
    from rumpkc.types.convert import assignable

    def does(given: Type, wanted: Type) -> bool:
        return assignable(given, wanted) or is_object(given) and _parts_known(wanted)

    return (
        isinstance(source, FuncType) and isinstance(target, FuncType) and not source.named
        and len(source.params) == len(target.params) and not fx.module.library and any_values.names_any(fx)
        and all(map(does, target.params, source.params)) and does(source.result, target.result))


def noted(fx: Fx, out: ir.Expr, *operands: ir.Expr) -> ir.Expr:
    """The result of an operation: as unknown as its operands, where it is one of several kinds of numbers."""
    numbers = isinstance(out.type, UnionType) and all(map(is_number, out.type.members))
    if numbers and any(_is_open_union(fx, value) for value in operands):
        fx.open_results[id(out)] = out
    return out


def _is_open_union(fx: Fx, value: ir.Expr) -> bool:
    """Whether checkers of types know a union as `Any`: a recursive one, and numbers that operations on `Any` gave."""
    return open_unions.is_open(value.type) or id(value) in fx.open_results or (
        isinstance(value, ir.LocalGet) and value.local in fx.open_locals)


def _members(target: Type) -> tuple[Type, ...]:
    if isinstance(target, OptionalType):
        return (target.item, NONE)
    return target.members if isinstance(target, UnionType) else (target,)


def _parts_known(target: Type) -> bool:
    """Whether a test tells each part of `target` from all else."""
    members = _members(target)
    if FLOAT in members and INT not in members:
        return False
    return all(
        m in (BOOL, INT, FLOAT, NONE)
        or isinstance(m, ClassInst) and not m.args and not m.by_value and not is_object(m) and m.info.kind != "protocol"
        for m in members)


def fits(fx: Fx, got: ir.Expr, target: Type, span: Span) -> tuple[ir.Expr, ir.Expr] | None:
    """Whether the `object` `got` (read more than once) is a `target`, and what it is then; None where no test tells."""
    from rumpkc.types import boxes

    if not _parts_known(target):
        return None
    tests = [boxes.is_of(fx, got, m, span) for m in _members(target)]
    return reduce(lambda a, b: ir.Or(span, BOOL, a, b), tests), boxes.opened(fx, got, target, span)


def _of_object(fx: Fx, value: ir.Expr, target: Type, span: Span) -> ir.Expr:
    save, got = fx.save(value)
    found = fits(fx, got, target, span)
    assert found is not None
    words: any_values.Words = ["this is ", doubts.shown_class(fx, got), f", where {target} was promised"]
    stop = ir.Eval(span, any_values.raising(fx, "TypeError", words, span))
    return ir.Seq(span, target, (save, ir.If(span, found[0], (), (stop,))), found[1])


def _of_union(fx: Fx, value: ir.Expr, target: Type, span: Span) -> ir.Expr | None:
    from rumpkc.types.convert import coerce

    members = _members(target)
    assert isinstance(value.type, UnionType)
    if not set(members) <= set(value.type.members):
        return None

    def stop(t: Type) -> ir.Expr:
        words: any_values.Words = [f"this is {open_unions.name_of(t)}, where {target} was promised"]
        return any_values.raising(fx, "TypeError", words, span)

    return coerce(fx, open_unions.narrowed(fx, value, value.type, list(members), stop, span), target, span)
