"""Operations on an `object` of which only the running program knows what it is: `Any`, and what `cast` promises.

    x + 1         if x is an int: x + 1    elif x is a float: …    else: TypeError("unsupported operand type(s) …")
    len(x)        of whichever class it has; TypeError("object of type 'int' has no len()") for the others

Checkers of types let `Any` pass, so a module that names `Any` uses such values without a test; elsewhere an operation
on an `object` stays an error, as it is for those checkers. The classes are those that the program makes objects of
(`boxes.found_in_objects`); which of them an operation fits is found by checking it for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce

from rumpkc.diagnostics import CompileError
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types import doubts
from rumpkc.types.unions import make_union
from rumpkc.types.builtins import VAR_TUPLE
from rumpkc.types.enums import is_int_enum
from rumpkc.types.fx import Fx
from rumpkc.types.records import is_named_tuple
from rumpkc.types.symbols import ClassInfo, ImportRef, Special
from rumpkc.types.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    NONE,
    ClassInst,
    OptionalType,
    Type,
    UnionType,
    is_number,
    is_object,
)

Make = Callable[[ir.Expr], ir.Expr]
Words = list[str | ir.Expr]
SWAPPED = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le"}
VIEWS = ("DictKeys", "DictValues", "DictItems")
JOINED = ("str", "list", "tuple", "bytes", "bytearray")
# What a class that the program names may do without a meaning for this operation; other errors are the program's.
UNFIT = ("E0303", "E0307", "E0308", "E0309", "E0310", "E0317", "E0320", "E0326", "E0334", "E0337", "E0345", "E0356",
         "E0357", "E0413", "E0415")
NEVER_FITS = frozenset(("E0303", "E0308"))      # those of them that the types alone decide


def is_open(fx: Fx, value: ir.Expr) -> bool:
    """Whether the operation on `value` is chosen when the program runs."""
    return is_object(value.type) and (_promise(fx, value) is not None or names_any(fx))


def is_any(value: ir.Expr) -> bool:
    """Whether Python's own library says that the value is an `Any`: what a StopIteration brings."""
    called = value.func if isinstance(value, ir.Call) else value.method if isinstance(value, ir.CallVirtual) else None
    return called is not None and called.shown_name == "value" and called.module == "lib.core.exceptions"


def _promise(fx: Fx, value: ir.Expr) -> Type | None:
    """What `cast` says of an `object`, if that is one class or kind of number."""
    known = fx.doubtful[id(value)][1] if id(value) in fx.doubtful else None
    if known is None or isinstance(known, (UnionType, OptionalType)) or isinstance(known, ClassInst) and (
            known.args or known.by_value):
        return None
    return known


def names_any(fx: Fx) -> bool:
    """Whether this module names `Any`; what the library does with the items of a container, it does for all modules."""
    if fx.module.library:
        return fx.world.loader.mentions("Any")
    for symbol in fx.module.names.values():
        if isinstance(symbol, ImportRef) and symbol.module == "typing" and symbol.name in ("Any", None):
            return True
        if isinstance(symbol, Special) and symbol.name in ("typing.Any", "module:typing"):
            return True
    return False


def members(fx: Fx) -> list[Type]:
    """All that an `object` of this program can be, the classes below before those above them."""
    from rumpkc.types import boxes

    found = boxes.found_in_objects(fx, boxes.ANYTHING)
    for cls in list(found):
        if isinstance(cls, ClassInst) and not cls.args:
            found += [fx.world.inst(info) for info in _below(cls.info)]
    text = fx.world.cls("str")
    classes = sorted({c: None for c in found if isinstance(c, ClassInst) and c is not text and not is_object(c)},
                     key=lambda c: -len(c.info.ancestors()))
    bools: list[Type] = [BOOL] if BOOL in found else []
    return [*bools, INT, FLOAT, text, *classes, NONE]


def _below(info: ClassInfo) -> list[ClassInfo]:
    return [cls for sub in info.subclasses if not sub.type_params for cls in (sub, *_below(sub))]


@dataclass
class _Part:
    """What an operand may be: its type, the test for it (None: it needs none), the value then."""

    type: Type
    test: ir.Expr | None
    value: ir.Expr

    @property
    def name(self) -> str:
        from rumpkc.types.open_unions import name_of

        return name_of(self.type)

    @property
    def kind(self) -> str:
        """The class whose operators it has."""
        return "tuple" if is_named_tuple(self.type) else self.name


def _parts(fx: Fx, value: ir.Expr, span: Span) -> list[_Part]:
    from rumpkc.types import boxes

    t = value.type
    if is_open(fx, value):
        return [_Part(m, boxes.is_of(fx, value, m, span), boxes.as_known(fx, value, m, span)) for m in members(fx)]
    if isinstance(t, UnionType):
        return [_Part(m, ir.IsInstance(span, BOOL, value, m), ir.Convert(span, m, value)) for m in t.members]
    if isinstance(t, OptionalType):
        none = ir.Const(span, NONE, None)
        return [_Part(NONE, ir.IsNone(span, BOOL, value), none), _Part(t.item, None, ir.Convert(span, t.item, value))]
    return [_Part(t, None, value)]


def _operand(fx: Fx, op: str, part: _Part, other: _Part) -> ir.Expr:
    """The value of an operand: a named tuple is a tuple to tuples and numbers, unless its class has the operator."""
    from rumpkc.types import records
    from rumpkc.types.convert import coerce

    plain = is_named_tuple(part.type) and part.test is not None and not any(
        _has_own(part.type, name) for name in _method_names(op))
    if not plain or other.kind not in ("tuple", "int", "bool"):
        return part.value
    row = fx.world.cls(VAR_TUPLE, fx.world.cls("object"))
    return coerce(fx, records.as_tuple(fx, part.value), row, part.value.span)


def attempt(make: Callable[[], ir.Expr], errors: list[str] | None = None) -> ir.Expr | None:
    """What `make` gives; None where the operation does not fit, with the code of its error added to `errors`."""
    try:
        return make()
    except CompileError as error:
        if errors is not None:
            errors.append(error.code)
        if error.code not in UNFIT:
            raise
        return None


def binary(
    fx: Fx, op: str, left: ir.Expr, right: ir.Expr, make: Callable[[ir.Expr, ir.Expr], ir.Expr], span: Span, what: str
) -> ir.Expr:
    """`make(left, right)` for whichever classes both have; else CPython's TypeError."""
    promises = _promise(fx, left), _promise(fx, right)
    saves, (a, b) = fx.save_all([left, right])
    choices: list[tuple[ir.Expr | None, ir.Expr]] = []
    lefts, rights = _parts(fx, a, span), _parts(fx, b, span)
    for x, y, own in _pairs(op, lefts, rights):
        one, kinds = None, (op, x.type, y.type)
        if kinds not in fx.world.unfit:         # a lambda is read once for each way in which it is called
            errors: list[str] = []
            one = attempt(lambda x=x, y=y: make(_operand(fx, op, x, y), _operand(fx, op, y, x)), errors)
            if not NEVER_FITS.isdisjoint(errors):
                fx.world.unfit.add(kinds)
        if one is not None:
            one = _broken(fx, x.type, promises[0], span) or _broken(fx, y.type, promises[1], span) or one
        if one is None and own:
            one = raising(fx, "TypeError", [f"`{op}` takes no {x.type} and {y.type}"], span)
        if one is not None:
            tests = [t for t in (x.test, y.test) if t is not None]
            choices.append((ir.And(span, BOOL, *tests) if len(tests) == 2 else tests[0] if tests else None, one))
    shown_a, shown_b = doubts.shown_class(fx, a), doubts.shown_class(fx, b)
    choices += [(x.test, raising(fx, "TypeError", _words(op, x.kind, shown_b), span))
                for x in lefts if _has_own_words(op, x.kind, "")]
    choices += [(y.test, raising(fx, "TypeError", _words(op, shown_a, y.kind), span))
                for y in rights if _has_own_words(op, "", y.kind)]
    return _chosen(fx, saves, choices, raising(fx, "TypeError", _words(op, shown_a, shown_b), span), span, what, op)


def _pairs(op: str, lefts: list[_Part], rights: list[_Part]) -> Iterator[tuple[_Part, _Part, bool]]:
    """The pairs that `op` may have a meaning for (most classes, exceptions above all, have no operators), and whether a
    class of the program has the operator: CPython runs its method, though its parameters may not take the other."""
    from rumpkc.types.operators import ORDER

    numbers = {p.type: p.type in (BOOL, INT, FLOAT) or is_int_enum(p.type) for p in (*lefts, *rights)}
    taking = {t for t in numbers if _takes_part(op, t)}
    unordered = {t for t in numbers if op in ORDER and isinstance(t, ClassInst)
                 and (t.info.module.library or is_named_tuple(t))}      # nothing orders these and numbers
    name, back = _method_names(op)
    written = {p.type for p in lefts if _has_own(p.type, name)}
    written_back = {p.type for p in rights if _has_own(p.type, back)}
    for x in lefts:
        for y in rights:
            own = x.type in written or y.type in written_back
            if own or x.type in taking and y.type in taking and not (
                    numbers[x.type] != numbers[y.type] and (x.type in unordered or y.type in unordered)):
                yield x, y, own


def unary(
    fx: Fx, value: ir.Expr, make: Make, error: str, words: tuple[str, str], span: Span, what: str,
    other: Callable[[Type], ir.Expr | None] = lambda t: None,
) -> ir.Expr:
    """`make(value)` for whichever class it has; else `error`, the name of the class between the `words`. `other`: an
    error of their own for some classes that it does not fit."""
    promised = _promise(fx, value)
    save, got = fx.save(value)
    choices: list[tuple[ir.Expr | None, ir.Expr]] = []
    for part in _parts(fx, got, span):
        one = attempt(lambda part=part: make(part.value))
        one = _broken(fx, part.type, promised, span) or one if one is not None else None
        one = other(part.type) if one is None else one
        if one is not None:
            choices.append((part.test, one))
    stop = raising(fx, error, [words[0], doubts.shown_class(fx, got), words[1]], span)
    return _chosen(fx, [save], choices, stop, span, what)


def item(fx: Fx, value: ir.Expr, index: ir.Expr | None, make: Make, span: Span) -> ir.Expr:
    """`make(value)`, the item at `index` (read more than once; None: a slice) of whichever class the value has."""
    from rumpkc.types.open_unions import SEQUENCES, name_of
    from rumpkc.types.tries import raise_new

    def other(t: Type) -> ir.Expr | None:
        name = "tuple" if is_named_tuple(t) else name_of(t)
        if index is not None and name in SEQUENCES:
            kind = doubts.shown_class(fx, index)
            before, after = SEQUENCES[name].split("{}")
            return raising(fx, "TypeError", [before, kind, after], span)
        if name != "dict":
            return None
        if index is None:
            return raising(fx, "TypeError", ["unhashable type: 'slice'"], span)
        return raise_new(fx, "KeyError", [index], NEVER, span)      # its keys are all of another type

    words = ("'", "' object is not subscriptable")
    return unary(fx, value, make, "TypeError", words, span, "this item", other)


def has(fx: Fx, value: ir.Expr, name: str, span: Span) -> ir.Stmt:
    """AttributeError where the `value` (read more than once) has no `name`."""
    tests = [p.test for p in _parts(fx, value, span) if p.test is not None and _has(fx, p.type, name)]
    stop = ir.Eval(span, raising(fx, "AttributeError", ["'", doubts.shown_class(fx, value),
                                                        f"' object has no attribute '{name}'"], span))
    if not tests:
        return stop
    return ir.If(span, reduce(lambda a, b: ir.Or(span, BOOL, a, b), tests), (), (stop,))


def _has(fx: Fx, t: Type, name: str) -> bool:
    from rumpkc.types.classes import fields_of, find_member

    if isinstance(t, ClassInst):
        return find_member(t, name) is not None or name in fields_of(fx.world, t)
    return t is not NONE and hasattr({BOOL: bool, INT: int, FLOAT: float}[t], name)


def wrong_arguments(fx: Fx, t: Type, name: str, span: Span) -> ir.Expr | None:
    """The end of a program that calls the method `name` of a `t` with what it cannot take; None: it has no such."""
    if not _has(fx, t, name):
        return None
    return raising(fx, "TypeError", [f"`.{name}()` of {t} takes no such arguments"], span)


def attribute(fx: Fx, value: ir.Expr, name: str, make: Make, span: Span) -> ir.Expr:
    """`make(value)`, the attribute `name` of whichever class it has."""
    words = ("'", f"' object has no attribute '{name}'")
    return unary(fx, value, make, "AttributeError", words, span, f"`.{name}`")


def _broken(fx: Fx, t: Type, promised: Type | None, span: Span) -> ir.Expr | None:
    """The end of a program whose `cast` promised something else than a `t`, and which would go on in CPython."""
    if promised is None or _keeps(t, promised):
        return None
    return raising(fx, "TypeError", [f"this is {t}, and was promised to be {promised}"], span)


def _keeps(t: Type, promised: Type) -> bool:
    """Whether a `t` keeps the promise."""
    return t == promised or t is BOOL and promised is INT or (
        isinstance(t, ClassInst) and isinstance(promised, ClassInst) and t.is_subclass_of(promised))


def opened(fx: Fx, value: ir.Expr, make: Make, words: tuple[str, str], span: Span) -> ir.Expr:
    """`value` as the union of the classes that `make` takes; else a TypeError, the name of the class between the
    `words`."""
    from rumpkc.types import boxes

    promised = _promise(fx, value)
    save, got = fx.save(value)
    parts = [p for p in _parts(fx, got, span) if attempt(lambda p=p: make(p.value)) is not None]
    stop = raising(fx, "TypeError", [words[0], doubts.shown_class(fx, got), words[1]], span)
    if promised is not None:            # what breaks the promise ends here, though CPython may go on with it
        parts = [p for p in parts if _keeps(p.type, promised)]
    goal = make_union([p.type for p in parts]) if parts else NEVER
    if not parts:
        return ir.Seq(span, goal, (save, ir.Eval(span, stop)), ir.Prim(span, goal, "unreachable", ()))
    fits: ir.Expr | None = None
    for part in parts:
        assert part.test is not None
        fits = part.test if fits is None else ir.Or(span, BOOL, fits, part.test)
    assert fits is not None
    return ir.Seq(span, goal, (save, ir.If(span, fits, (), (ir.Eval(span, stop),))), boxes.opened(fx, got, goal, span))


def _chosen(
    fx: Fx, saves: list[ir.Stmt], choices: list[tuple[ir.Expr | None, ir.Expr]], last: ir.Expr, span: Span, what: str,
    op: str = "",
) -> ir.Expr:
    from rumpkc.types import boxes
    from rumpkc.types.convert import coerce, join
    from rumpkc.types.operators import ORDER

    result = join(fx, [one.type for _, one in choices if one.type is not NEVER], span, what)
    if result is NEVER:                             # it always raises, where it runs
        result = BOOL if op in ORDER else fx.world.cls("object")
    if isinstance(result, UnionType) and not all(map(_stays, result.members)) and boxes.fits(result):
        result = fx.world.cls("object")             # as unknown as the value was, to what is done with it next
    out = coerce(fx, last, result, span)
    for test, one in reversed(choices):
        here = coerce(fx, one, result, span)
        out = here if test is None else ir.IfExp(span, result, test, here, out)
    out = ir.Seq(span, result, tuple(saves), out)
    if isinstance(result, UnionType) and all(map(is_number, result.members)):
        fx.open_results[id(out)] = out              # `any_given.py`
    return out


def _stays(t: Type) -> bool:
    """Whether what is done next with a result of these types hardly depends on which of them it is."""
    return is_number(t) or isinstance(t, ClassInst) and t.name in VIEWS and t.info.module.library


def raising(fx: Fx, error: str, words: Words, span: Span) -> ir.Expr:
    """NEVER: an exception with these words."""
    from rumpkc.types import text
    from rumpkc.types.tries import raise_new

    parts = [text.str_const(fx, span, w) if isinstance(w, str) else w for w in words if w != ""]
    return raise_new(fx, error, [text.concat(fx, parts, span)], NEVER, span)


def _has_own_words(op: str, left: str, right: str) -> bool:
    plain = op.removesuffix("=")
    return plain == "+" and left in JOINED or plain == "*" and (left in JOINED or right in JOINED)


def _takes_part(op: str, t: Type) -> bool:
    """Whether a class has any method for the operator."""
    from rumpkc.types.classes import find_method

    if not isinstance(t, ClassInst):
        return t is not NONE
    name, back = _method_names(op)
    return is_int_enum(t) or is_named_tuple(t) or any(
        find_method(t, f"__{n}__") is not None for n in (name, back, f"i{name}"))


def _method_names(op: str) -> tuple[str, str]:
    """The names, without underscores, of the methods that the left and the right operand have for `op`."""
    from rumpkc.types.operators import DUNDER, ORDER

    name = ORDER.get(op) or DUNDER.get(op.removesuffix("="), "")
    return name, SWAPPED.get(name, f"r{name}")


def _has_own(t: Type, name: str) -> bool:
    """Whether a class of the program has written the method `__name__` itself."""
    from rumpkc.types.classes import find_method

    found = find_method(t, f"__{name}__") if isinstance(t, ClassInst) else None
    return found is not None and not found[1].module.library and found[1].node in found[0].info.node.body


def _words(op: str, left: str | ir.Expr, right: str | ir.Expr) -> Words:
    """What CPython says of operands of these classes."""
    plain = op if op in ("<=", ">=") else op.removesuffix("=")
    if plain in ("<", "<=", ">", ">="):
        return [f"'{op}' not supported between instances of '", left, "' and '", right, "'"]
    if plain == "+" and isinstance(left, str) and left in JOINED:
        if left in ("bytes", "bytearray"):
            return ["can't concat ", right, f" to {left}"]
        return ["'", right, "' object is not iterable"] if op == "+=" and left == "list" else [
            f'can only concatenate {left} (not "', right, f'") to {left}']
    if plain == "*" and isinstance(left, str) and left in JOINED:
        return ["can't multiply sequence by non-int of type '", right, "'"]
    if plain == "*" and isinstance(right, str) and right in JOINED:
        return ["can't multiply sequence by non-int of type '", left, "'"]
    shown = "** or pow()" if op == "**" else op
    return [f"unsupported operand type(s) for {shown}: '", left, "' and '", right, "'"]
