"""`Callable[..., R]`: a place of functions that says nothing of their arguments; the program does.

    self.handlers: list[Callable[..., None]] = []       reading 1: of an open type, `FuncType((Open(place),), None)`
    bus.handlers.append(on_key)                         on_key takes (str, int)
    for handler in self.handlers: handler("a", 3)       reading 2: list[Callable[[str, int], None]]

Each place that is so annotated (in generic code, for each list of type arguments) gets one shape: of the functions that
it is given, or of what it is called with; where none does for all of them, several forms (`call_forms.py`). What is
found in one reading of the program is known in the next one, which checks that all functions and calls fit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.symbols import ClassInfo
from rumpkc.types.types import (
    NEVER,
    NONE,
    ClassInst,
    FormsType,
    FuncType,
    OptionalType,
    RecursiveUnion,
    TupleType,
    Type,
    UnionType,
    is_object,
)

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx
    from rumpkc.types.world import World

HELP = ("write the types of the arguments: `Callable[[int, str], R]`; functions of several shapes go into a `Protocol` "
        "with `__call__`, or a union")


DECORATED = "decorated"                 # in a place: the name of a decorated function (`decorated_forms.py`)
Shape = FuncType | FormsType
Form = tuple[tuple[str, ...], tuple[Type, ...]]         # how a call passes its arguments, and their types
Place = tuple[Span, str]                # of an annotation, and what the type variables around it stand for


@dataclass(frozen=True, slots=True)
class Open(Type):
    """In place of the parameters of a function: what the annotation at `place` leaves open."""

    place: Place

    def __str__(self) -> str:
        return "..."


@dataclass(slots=True)
class Shapes:
    """What a reading of the program knows (`known`) and finds out of the places."""

    known: dict[Place, Shape] = field(default_factory=dict)
    results: dict[Place, Type] = field(default_factory=dict)
    given: dict[Place, list[FuncType]] = field(default_factory=dict)
    called: dict[Place, list[Form]] = field(default_factory=dict)
    counts: dict[Place, list[tuple[int, int]]] = field(default_factory=dict)    # of arguments, that lambdas can take
    differ: set[Place] = field(default_factory=set)                 # they get functions with names or stars
    asked: dict[Place, set[tuple[str, ...]]] = field(default_factory=dict)      # calls of decorated functions
    copies: dict[tuple[int, tuple[str, ...]], tree.FunctionDef] = field(default_factory=dict)
    standing: dict[Place, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    homes: dict[Type, set[Place]] = field(default_factory=dict)     # of a type with several forms
    linked: dict[Place, set[Place]] = field(default_factory=dict)
    made: set[FuncType] = field(default_factory=set)                # of `known`, in this reading
    misfits: list[tuple[Type, Span]] = field(default_factory=list)  # values of functions that a form does not fit
    shortened: set[Type] = field(default_factory=set)       # those of functions with more than their types show
    waiting: list[CompileError] = field(default_factory=list)       # of what no reading has told the parameters of

    def type_at(self, world: World, span: Span, env: Mapping[str, Type], result: Type) -> Shape:
        """The type that the annotation at `span` means in this reading, where the type variables are those of `env`."""
        place = span, ", ".join(f"{name}={t}" for name, t in env.items())
        self.results[place] = result
        known = self.known.get(place)
        if known is None:
            return FuncType((Open(place),), result)
        if isinstance(known, FormsType):
            items = (t if isinstance(t, FuncType) and is_object(t.result) else FuncType(t.params, result)
                     for t in (_carried(world, item) for item in known.items) if isinstance(t, FuncType))
            forms = FormsType(tuple(items), known.heads)
            self.homes.setdefault(forms, set()).add(place)
            return forms
        params = tuple(_carried(world, t) for t in known.params)
        made = FuncType(params, _carried(world, known.result) if is_object(result) else result)
        self.made.add(made)
        return made

    def check(self, world: World) -> None:
        """E0302 where a call may fit a function of which only the types are known: it has defaults, names or stars."""
        for t, span in self.misfits:
            if t in self.shortened:
                words = f"only the types of this {t} are known, and a call through `Callable[..., R]` passes others"
                error = fail("E0302", words, span, help="name the function itself in this place")
                world.diagnostics.add(*error.diagnostics)

    def learned(self) -> dict[Place, Shape] | None:
        """What the next reading knows; None where that is no more than this one."""
        found = {place: shape for place in self.results if place not in self.known
                 and (shape := self._shape(place)) is not None}
        for forms, places in self.homes.items():
            assert isinstance(forms, FormsType)
            more = [form for place in places for form in self.called.get(place, ())]
            if more:
                old = [(heads, t.params) for heads, t in zip(forms.heads, forms.functions, strict=True)]
                found.update((place, _forms([*old, *more], forms.functions[0].result)) for place in places)
        for place, asked in self.asked.items():
            known = found.get(place) or self.known.get(place)
            heads = known.heads if isinstance(known, FormsType) else ()
            if not asked.issubset(heads or self.standing.get(place, ())):
                found[place] = FormsType((), tuple(sorted({*heads, *asked}, key=lambda form: (len(form), form))))
        return {**self.known, **found} if found else None

    def forms_at(self, span: Span, standing: tuple[str, ...]) -> tuple[Place, tuple[tuple[str, ...], ...]]:
        """The forms in which the decorated function named at `span` is called; `standing`: where no call is known."""
        place = span, DECORATED
        self.results.setdefault(place, NONE)
        self.standing[place] = (standing,)
        known = self.known.get(place)
        heads = dict.fromkeys(known.heads) if isinstance(known, FormsType) else {standing: None}
        if any("*" in form or "**" in form for form in heads):
            raise fail("E0410", "a decorator of this function looks at its arguments, and a call passes `*` or `**` of "
                       "what is known when it runs", span, help="pass the arguments one by one")
        return place, tuple(heads)

    def ask(self, span: Span, heads: tuple[str, ...]) -> None:
        """The decorated function named at `span` is called like this."""
        self.asked.setdefault((span, DECORATED), set()).add(heads)

    def _alike(self, places: list[Place], given: list[FuncType], forms: list[Form]) -> bool:
        """Whether one type of function does for all that these places get, and all calls."""
        from rumpkc.types.convert import assignable

        count = len(forms[0][1])
        if any(any(heads) or len(types) != count for heads, types in forms) or self.differ.intersection(places):
            return False
        if not all(low <= count <= high for p in places for low, high in self.counts.get(p, ())):
            return False
        params = next((shape.params[:count] for shape in given if len(shape.params) >= count), forms[0][1])
        return all(len(shape.params) >= count and all(map(assignable, params, shape.params[:count]))
                   for shape in given if not shape.named)

    def _shape(self, place: Place) -> Shape | None:
        places = self._same(place)
        given = [shape for p in places for shape in self.given.get(p, ())]
        forms = [form for p in places for form in self.called.get(p, ())]
        called = [types for _, types in forms]
        counts = {len(types) for types in called}
        if not given and not called:
            return None
        if called and not self._alike(places, given, forms):
            result = self.results[place]
            results = {shape.result for shape in given} if is_object(result) else {result}
            return _forms(forms, results.pop() if len(results) == 1 and given else result)
        params = given[0].params if given else called[0]
        if not called and not all(_takes(shape, params) for shape in given):    # any form does for what nobody calls
            return _forms([((), ())], self.results[place])
        if len(counts) == 1 and (count := counts.pop()) != len(params):     # the rest of the parameters have defaults
            params = next((shape.params[:count] for shape in given if len(shape.params) > count), params)
        result = self.results[place]
        if is_object(result) and given and len({shape.result for shape in given}) == 1:     # `Any`
            result = given[0].result
        return FuncType(params, result)

    def _same(self, place: Place) -> list[Place]:
        """The places whose functions come to this one or go from it to others."""
        found, todo = {place: None}, [place]
        while todo:
            for other in self.linked.get(todo.pop(), ()):
                if other not in found:
                    found[other] = None
                    todo.append(other)
        return list(found)


def _takes(shape: FuncType, params: tuple[Type, ...]) -> bool:
    """Whether a function of this type can be called with `params`, as far as the types say."""
    from rumpkc.types.convert import assignable

    return len(shape.params) == len(params) and all(map(assignable, params, shape.params))


def _forms(forms: list[Form], result: Type) -> FormsType:
    """One type for all these calls, whatever the order that they were found in."""
    each = sorted(dict.fromkeys(forms), key=lambda form: (len(form[0]), form[0], str(form[1])))
    return FormsType(tuple(FuncType(types, result) for _, types in each), tuple(heads for heads, _ in each))


def _carried(world: World, t: Type) -> Type:
    """A type of an earlier reading in this one, which has classes of its own."""
    match t:
        case ClassInst(info=info, args=args):
            found = world.module(info.module.name).names.get(info.name)
            if not isinstance(found, ClassInfo):
                raise fail("E0302", f"what functions `Callable[..., R]` stands for depends on {t}", info.node.name_span,
                           help=HELP)
            return world.inst(found, tuple(_carried(world, arg) for arg in args))
        case FormsType(items=items, heads=heads):
            return FormsType(tuple(_carried(world, item) for item in items), heads)
        case TupleType(items=items):
            return TupleType(tuple(_carried(world, item) for item in items))
        case OptionalType(item=item):
            return OptionalType(_carried(world, item))
        case UnionType(members=members) if not isinstance(t, RecursiveUnion):
            return UnionType(tuple(_carried(world, member) for member in members))
        case FuncType(params=params, result=result, named=named):
            return FuncType(tuple(_carried(world, p) for p in params), _carried(world, result), named)
    return t


def is_open(t: Type | None) -> bool:
    """Whether `t` is the type of functions of which the arguments are not known yet."""
    return isinstance(t, FuncType) and len(t.params) == 1 and isinstance(t.params[0], Open)


def holds_open(t: Type) -> bool:
    """Whether a place of type `t` takes such a function."""
    parts = t.members if isinstance(t, UnionType) else (t.item,) if isinstance(t, OptionalType) else (t,)
    return any(map(is_open, parts))


def _place(t: Type) -> Place:
    assert isinstance(t, FuncType) and isinstance(t.params[0], Open)
    return t.params[0].place


def met(fx: Fx, value: ir.Expr, target: Type, span: Span) -> ir.Expr | None:
    """A value that goes where a function is wanted, one of the two being open: noted for the next reading."""
    from rumpkc.types import calls, names

    shapes, source = fx.world.shapes, value.type
    if is_open(source) and is_open(target):
        shapes.linked.setdefault(_place(source), set()).add(_place(target))
        shapes.linked.setdefault(_place(target), set()).add(_place(source))
    elif is_open(source) and isinstance(target, FuncType):
        shapes.called.setdefault(_place(source), []).append((("",) * len(target.params), target.params))
    elif isinstance(source, FormsType) or isinstance(target, FormsType):
        forms, place = (source, _place(target)) if isinstance(source, FormsType) else (target, _place(source))
        assert isinstance(forms, FormsType)
        shapes.differ.add(place)
        shapes.called.setdefault(place, []).extend(
            (heads, t.params) for heads, t in zip(forms.heads, forms.functions, strict=True))
    elif is_open(target) and isinstance(source, FuncType):
        shapes.given.setdefault(_place(target), []).append(source)
    elif is_open(target) and isinstance(source, ClassInst) and calls.has_method(source, "__call__"):
        bound = names.get_attribute(fx, value, "__call__", span)
        assert isinstance(bound.type, FuncType)
        shapes.given.setdefault(_place(target), []).append(bound.type)
    else:
        return None
    return _some(span, target)


def met_inside(fx: Fx, source: Type, target: Type, span: Span) -> ir.Expr | None:
    """The same of containers: `dict[str, Callable[..., R]]` where another such dict is wanted."""
    pairs = _open_pairs(source, target)
    if not pairs:
        return None
    for one, other in pairs:
        fx.world.shapes.linked.setdefault(one, set()).add(other)
        fx.world.shapes.linked.setdefault(other, set()).add(one)
    return _some(span, target)


def _open_pairs(source: Type, target: Type) -> list[tuple[Place, Place]] | None:
    """The places that are one if `source` and `target` are; None where they cannot be."""
    if source == target:
        return []
    if is_open(source) and is_open(target):
        return [(_place(source), _place(target))]
    match source, target:
        case (ClassInst(info=a), ClassInst(info=b)) if a is b:
            inside = source.args, target.args
        case TupleType(), TupleType():
            inside = source.items, target.items
        case OptionalType(), OptionalType():
            inside = (source.item,), (target.item,)
        case _:
            return None
    if len(inside[0]) != len(inside[1]):
        return None
    parts = list(map(_open_pairs, *inside))
    return None if None in parts else [pair for part in parts for pair in part or ()]


def misfit(fx: Fx, source: Type, target: Type, span: Span) -> CompileError | None:
    """The error for a function that does not have the shape of the others where `Callable[..., R]` is written."""
    if target not in fx.world.shapes.made or not isinstance(source, FuncType):
        return None
    return fail("E0302", f"`Callable[..., R]` holds functions of one shape here, {target}, and this is {source}", span,
                help=HELP)


def waits(fx: Fx, error: CompileError, target: Type, span: Span) -> ir.Expr:
    """A lambda without types, or `len`, where an open one is wanted: `error`, if no reading tells more."""
    fx.world.shapes.waiting.append(error)
    return _some(span, target)


def called(fx: Fx, t: Type, node: tree.Call) -> ir.Expr:
    """A call of a function of an open type."""
    from rumpkc.types.call_forms import argument, parts
    from rumpkc.types.fx import partials

    heads, args = parts(node)
    types = tuple(argument(fx, arg).type for arg in args)
    if not any(partials(one) or one in (NEVER, NONE) or is_open(one) for one in types):
        fx.world.shapes.called.setdefault(_place(t), []).append((heads, types))
    assert isinstance(t, FuncType)
    return _some(node.span, t.result)


def another_form(fx: Fx, t: FormsType, heads: tuple[str, ...], types: tuple[Type, ...], span: Span) -> ir.Expr:
    """A call of a form that the last reading had not found: noted for the next one."""
    from rumpkc.types.fx import partials

    if any(partials(one) or one in (NEVER, NONE) for one in types):
        raise fail("E0302", f"what this call passes to `Callable[..., R]` has no type of its own, and fits no {t}",
                   span, help=HELP)
    if heads in t.heads and any(place[1] == DECORATED for place in fx.world.shapes.homes.get(t, ())):
        raise fail("E0303", f"this call fits no {t}", span, help="pass values of these types")
    for place in fx.world.shapes.homes.get(t, ()):
        fx.world.shapes.called.setdefault(place, []).append((heads, types))
    if not fx.world.shapes.homes.get(t):
        raise fail("E0302", f"this call fits no {t}", span, help=HELP)
    return _some(span, t.functions[0].result)


def counts(fx: Fx, want: Type, low: int, high: int) -> None:
    """A lambda goes where `want` is, and takes that many arguments."""
    for place in _open_places(want):
        fx.world.shapes.counts.setdefault(place, []).append((low, high))


def differs(fx: Fx, want: Type, span: Span) -> ir.Expr:
    """A function with parameters that no position reaches goes where `want` is."""
    fx.world.shapes.differ.update(_open_places(want))
    return _some(span, want)


def _open_places(want: Type) -> list[Place]:
    found = want.members if isinstance(want, UnionType) else (want.item,) if isinstance(want, OptionalType) else (want,)
    return [_place(part) for part in found if is_open(part)]


def fitted(fx: Fx, value: ir.Expr, t: FuncType, span: Span) -> ir.Expr:
    """A function that was made for a form, as one of its type."""
    from rumpkc.types.convert import coerce

    return coerce(fx, value, t, span)


def _some(span: Span, t: Type) -> ir.Expr:
    """A value in a program that is read again."""
    return ir.Convert(span, t, ir.Prim(span, NEVER, "trap", ()))
