"""Calls that only know when they run what they pass, and what goes into `**kwargs`.

    f(1, *xs, k=3, **d)        items = [*xs]; k = 3; order = ["k"]
                        ->     for key in d: note(order, key, "__main__.f")
                               check("f", "a!a a?b k?k **", 1 + len(items), order)      TypeError, as CPython's
                               f(1, items[0] if len(items) > 0 else d["b"] if "b" in d else <default>, k, {…})

`signature.bind` asks for it where the number of arguments is open. Its steps run between the arguments, in the
order of the call; in `Bound.order` they have the numbers below zero.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.symbols import FuncInfo, Param
from rumpkc.types.types import BOOL, INT, ClassInst, Type

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx
    from rumpkc.types.signature import Bound

HOME = "lib.core.arguments"


@dataclass(frozen=True, slots=True)
class Callee:
    """Whom CPython's messages name. `info` is None for a class whose objects lie in registers; `made`: the class that
    is called."""

    info: FuncInfo | None
    made: ClassInst | None = None

    @property
    def name(self) -> str:
        """The qualified name of the function that gets the arguments."""
        if self.info is None:
            assert self.made is not None
            return f"{self.made.name}.__init__"
        from rumpkc.types.signature import qualified

        named_tuple = self.info.owner is not None and self.info.owner.kind == "namedtuple"
        name = qualified(self.info)
        return name.replace(".__init__", ".__new__") if named_tuple else name

    def full_name(self, fx: Fx) -> str:
        """What is called, with its module."""
        called = self.made.info if self.made is not None else self.info
        assert called is not None
        module = called.module.name
        name = self.name if self.made is None else self.made.name
        return f"{'__main__' if module == fx.world.main_module else module}.{name}"

    @property
    def hidden(self) -> str:
        """The first parameter, where the signature does not have it."""
        if self.info is None:
            return "a!self "
        return "p!cls " if self.info.kind == "class" else ""


@dataclass(slots=True, eq=False)
class Step:
    """What a call does between its arguments; its statements are made once."""

    build: Callable[[Fx], list[ir.Stmt]]
    made: list[ir.Stmt] | None = None

    def run(self, fx: Fx) -> list[ir.Stmt]:
        if self.made is None:
            self.made = self.build(fx)
        return self.made


@dataclass(slots=True, eq=False)
class Given:
    """What a call gives, once its steps have run: `items` from the first open star on, behind `known` arguments; the
    dicts after `**`; the names of all that is named, in order."""

    known: int
    items: ir.Expr | None = None
    dicts: list[ir.Expr] = field(default_factory=list)
    order: ir.Expr | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Taken(tree.Expr):
    """The argument for one parameter, from the items behind the stars or from the dicts. `at`: its place among the
    items, or -1."""

    given: Given
    at: int
    name: str
    required: bool


@dataclass(frozen=True, slots=True, eq=False)
class TakenRest(tree.Expr):
    """The items that are left for `*args`."""

    given: Given
    at: int


@dataclass(frozen=True, slots=True, eq=False)
class Kept(tree.Expr):
    """A named argument that was evaluated in its turn."""

    value: list[ir.Expr]


@dataclass(frozen=True, slots=True, eq=False)
class Named(tree.Expr):
    """What `**kwargs` gets: values by name, and whole dicts (without a name) but for the names in `drop`."""

    items: tuple[tuple[str | None, tree.Expr], ...]
    drop: str = ""


def is_open(params: tuple[Param, ...], args: tuple[tree.Expr, ...], keywords: tuple[tree.Keyword, ...]) -> bool:
    """Whether the call does not say which parameters it gives arguments to."""
    if any(k.name is None for k in keywords):
        return True
    first = next((i for i, a in enumerate(args) if isinstance(a, tree.Starred)), None)
    return first is not None and not (
        any(p.how == "rest" for p in params) and first >= sum(p.how in ("pos", "any") for p in params))


def kept(bound: Bound, keyword: tree.Keyword, param: Param) -> Kept:
    """A named argument for `**kwargs`, evaluated in its turn."""
    from rumpkc.types.signature import has_type_var

    assert isinstance(param.type, ClassInst)
    out, want = Kept(keyword.value.span, []), param.type.args[1]

    def build(fx: Fx) -> list[ir.Stmt]:
        from rumpkc.types.exprs import expr

        save, got = fx.save(expr(fx, keyword.value, None if has_type_var(want) else want))
        out.value.append(got)
        return [save]

    bound.add_step(Step(build))
    return out


def bind_open(
    bound: Bound, callee: Callee, params: tuple[Param, ...], args: tuple[tree.Expr, ...],
    keywords: tuple[tree.Keyword, ...], span: Span,
) -> None:
    """Fill in `bound` for a call for which `is_open`; E0404 where CPython's own code would take the arguments."""
    module = callee.info.module if callee.info is not None else None
    if module is not None and module.library:
        raise fail("E0404", f"`{callee.name}` is a function of the library, and takes its arguments one by one", span,
                   help="pass the items one by one")
    positional = [i for i, p in enumerate(params) if p.how in ("pos", "any")]
    first = next((i for i, a in enumerate(args) if isinstance(a, tree.Starred)), len(args))
    given = Given(min(first, len(positional)))
    for index, arg in zip(positional, args[: given.known], strict=False):
        bound.exprs[index] = arg
        bound.order.append(index)
    rest = next((i for i, p in enumerate(params) if p.how == "rest"), None)
    if first < len(args) or (first > len(positional) and rest is not None):
        bound.add_step(Step(lambda fx: _items(fx, given, params, args[given.known:], span)))
    from rumpkc.types import signature

    if first > len(positional) and rest is None:
        raise signature.too_many(callee.name, len(positional), len(args), args[len(positional)], ())
    statics = _keywords(bound, callee, params, keywords, given, span)
    bound.add_step(Step(lambda fx: _check(fx, callee, params, given, statics, span)))
    for index, param in enumerate(params):
        if bound.exprs[index] is not None and param.how != "named":
            continue
        at = positional.index(index) - given.known if index in positional and first < len(args) else -1
        named = param.how in ("any", "kw") and any(k.name is None for k in keywords)
        if param.how == "named":
            pass
        elif param.how == "rest":
            bound.exprs[index] = TakenRest(span, given, len(positional) - given.known)
        elif at >= 0 or named:
            bound.exprs[index] = Taken(span, given, at, param.name if named else "", param.default is None)
        else:
            continue
        bound.order.append(index)


def _items(fx: Fx, given: Given, params: tuple[Param, ...], args: tuple[tree.Expr, ...], span: Span) -> list[ir.Stmt]:
    """The list of the positional arguments from the first open star on."""
    from rumpkc.types.exprs import expr
    from rumpkc.types.signature import has_type_var

    left = [p.type for p in params if p.how in ("pos", "any")][given.known:]
    left += [p.type.args[0] for p in params if p.how == "rest" and isinstance(p.type, ClassInst)]
    same = bool(left) and all(t == left[0] for t in left) and not has_type_var(left[0])
    listed = expr(fx, tree.List(span, args), fx.world.cls("list", left[0]) if same else None)
    save, given.items = fx.save(listed)
    return [save]


def _keywords(
    bound: Bound,
    callee: Callee,
    params: tuple[Param, ...],
    keywords: tuple[tree.Keyword, ...],
    given: Given,
    span: Span,
) -> list[str]:
    """The named arguments, in the order of the call. The names that are known, where no dict is among them."""
    from rumpkc.types import signature

    place = next((i for i, p in enumerate(params) if p.how == "named"), None)
    dicts = any(k.name is None for k in keywords)
    items: list[tuple[str | None, tree.Expr]] = []
    names: list[str] = []
    if dicts:
        bound.add_step(Step(lambda fx: _order(fx, given, span)))
    for keyword in keywords:
        if keyword.name is None:
            items.append((None, _dict(bound, callee, keyword, given)))
            continue
        found = signature.named(callee.name, params, keyword, ())
        if found == place:
            items.append((keyword.name, kept(bound, keyword, params[found])))
        elif bound.exprs[found] is not None:
            raise fail("E0312", f"`{callee.name}` gets `{keyword.name}` twice", keyword.span)
        else:
            bound.exprs[found] = keyword.value
            bound.order.append(found)
        names.append(keyword.name)
        if dicts:
            bound.add_step(Step(lambda fx, k=keyword: [_note(fx, callee, given, k)]))
    if place is not None:
        drop = " ".join(p.name for p in params if p.how in ("any", "kw")) if dicts else ""
        bound.exprs[place] = Named(span, tuple(items), drop)
    return names


def _order(fx: Fx, given: Given, span: Span) -> list[ir.Stmt]:
    from rumpkc.types import constructors

    save, given.order = fx.save(constructors.construct(fx, fx.world.cls("list", fx.world.cls("str")), [], span))
    return [save]


def _text(fx: Fx, span: Span, words: str) -> ir.Expr:
    from rumpkc.types import text

    return text.str_const(fx, span, words)


def _call(fx: Fx, name: str, args: list[ir.Expr], span: Span) -> ir.Stmt:
    from rumpkc.types import calls

    info = fx.world.function_of(HOME, name)
    return ir.Eval(span, calls.call_function(fx, info, None, calls.evaluated(args), (), span))


def _note(fx: Fx, callee: Callee, given: Given, keyword: tree.Keyword) -> ir.Stmt:
    assert given.order is not None
    words = [_text(fx, keyword.span, keyword.name or ""), _text(fx, keyword.span, callee.full_name(fx))]
    return _call(fx, "note", [given.order, *words], keyword.span)


def _dict(bound: Bound, callee: Callee, keyword: tree.Keyword, given: Given) -> Kept:
    """`**d`: its keys are names of arguments."""
    out = Kept(keyword.span, [])

    def build(fx: Fx) -> list[ir.Stmt]:
        from rumpkc.types import calls, loops
        from rumpkc.types.classes import dict_base
        from rumpkc.types.exprs import expr

        value = expr(fx, keyword.value)
        base = dict_base(value.type)
        if base is None or base.args[0] != fx.world.cls("str"):
            raise fail("E0303", f"`**` takes a dict with str keys, not {value.type}", keyword.span)
        save, got = fx.save(value)
        out.value.append(got)
        given.dicts.append(got)
        order = given.order
        assert order is not None

        def note(key: ir.Expr) -> list[ir.Stmt]:
            return [_call(fx, "note", [order, key, _text(fx, keyword.span, callee.full_name(fx))], keyword.span)]

        return [save, *loops.for_each(fx, calls.Evaluated(keyword.span, got), note, keyword.span)]

    bound.add_step(Step(build))
    return out


def _check(
    fx: Fx, callee: Callee, params: tuple[Param, ...], given: Given, statics: list[str], span: Span
) -> list[ir.Stmt]:
    """The test that every argument meets a parameter, and every parameter that needs one an argument."""
    from rumpkc.types import displays

    marks = {"pos": "p", "any": "a", "kw": "k"}
    words = [f"{marks[p.how]}{'!' if p.default is None else '?'}{p.name}" if p.how in marks
             else "*" if p.how == "rest" else "**" for p in params]
    count: ir.Expr = ir.Const(span, INT, given.known + bool(callee.hidden))
    if given.items is not None:
        count = ir.Prim(span, INT, "add.checked", (_length(fx, given.items, span), count))
    order = given.order
    if order is None:
        listed = tree.List(span, tuple(tree.Constant(span, name, "str") for name in statics))
        order = displays.list_display(fx, listed, fx.world.cls("list", fx.world.cls("str")))
    texts = [_text(fx, span, callee.name), _text(fx, span, callee.hidden + " ".join(words))]
    call = _call(fx, "check", [*texts, count, order], span)
    return [call] if given.order is not None else _unless_fits(fx, params, given, statics, call, span)


def check(fx: Fx, callee: Callee, params: tuple[Param, ...], count: int, names: list[str], span: Span) -> list[ir.Stmt]:
    """The test of a call that gives `count` arguments by position and others by name."""
    return _check(fx, callee, params, Given(count - bool(callee.hidden)), names, span)


def _unless_fits(
    fx: Fx, params: tuple[Param, ...], given: Given, statics: list[str], call: ir.Stmt, span: Span
) -> list[ir.Stmt]:
    """The check, but where the number of items alone says that all is well."""
    open_ = [p for p in params if p.how in ("pos", "any")][given.known:]
    named = [i for i, p in enumerate(open_) if p.name in statics and p.how == "any"]
    most = min(named, default=len(open_))
    least = max((i + 1 for i, p in enumerate(open_) if p.default is None and i not in named), default=0)
    if given.items is None:
        return [call]
    size = _length(fx, given.items, span)
    low = ir.Prim(span, BOOL, "icmp.slt", (size, ir.Const(span, INT, least)))
    high = ir.Prim(span, BOOL, "icmp.sgt", (size, ir.Const(span, INT, most)))
    wrong: ir.Expr = ir.Or(span, BOOL, low, high)
    if any(p.how == "rest" for p in params) and not named:
        wrong = low
    return [ir.If(span, wrong, (call,))]


def _length(fx: Fx, items: ir.Expr, span: Span) -> ir.Expr:
    from rumpkc.types import calls, operators

    return operators.usize_to_int(calls.call_method(fx, items, "__len__", [], span))


# What the parameters get

def taken(fx: Fx, node: Taken, param: Param, what: str, default: Callable[[], ir.Expr]) -> ir.Expr:
    """The argument for `param`: an item, the value in a dict, or its default."""
    from rumpkc.types.convert import kept

    span, sources = node.span, _sources(fx, node)
    out: ir.Expr | None = None if node.required else default()
    for test, value in reversed(sources):
        value = kept(fx, value, param.type, span, what)
        out = value if out is None else ir.IfExp(span, param.type, test, value, out)
    assert out is not None
    return out


def _sources(fx: Fx, node: Taken) -> list[tuple[ir.Expr, ir.Expr]]:
    """Where the argument may come from: a test, and the value if that holds."""
    from rumpkc.types import calls

    span, given = node.span, node.given
    out: list[tuple[ir.Expr, ir.Expr]] = []
    if given.items is not None and node.at >= 0:
        at = ir.Const(span, INT, node.at)
        test = ir.Prim(span, BOOL, "icmp.sgt", (_length(fx, given.items, span), at))
        out.append((test, calls.call_method(fx, given.items, "__getitem__", [at], span)))
    for held in given.dicts if node.name else ():
        key = _text(fx, span, node.name)
        out.append((calls.call_method(fx, held, "__contains__", [key], span),
                    _dict_item(fx, held, key, span)))
    return out


def _dict_item(fx: Fx, held: ir.Expr, key: ir.Expr, span: Span) -> ir.Expr:
    """The value under a key that is there; a subclass of dict is asked as CPython asks it, not by its `__getitem__`."""
    from rumpkc.types import calls
    from rumpkc.types.classes import dict_base, find_method

    base = dict_base(held.type)
    assert base is not None
    found = find_method(base, "__getitem__")
    assert found is not None
    return calls.plain_call(fx, found[1], found[0], [held, key], span)


def taken_type(fx: Fx, node: Taken, want: Type | None) -> ir.Expr:
    """An argument of which only the type is asked for: the parameter's is not known yet."""
    return _sources(fx, node)[0][1]


def rest_taken(fx: Fx, node: TakenRest, want: Type | None) -> ir.Expr:
    """The tuple for `*args`: the items that no other parameter has got."""
    from rumpkc.types import calls, stars

    span, items = node.span, node.given.items
    if items is None:
        return stars.rest_value(fx, stars.Rest(span, ()), want)
    left: tree.Expr = calls.Evaluated(span, items)
    if node.at > 0:
        left = tree.Subscript(span, left, tree.Slice(span, tree.Constant(span, node.at, "int"), None, None))
    return stars.rest_value(fx, stars.Rest(span, (tree.Starred(span, left),)), want)


def kept_value(fx: Fx, node: Kept, want: Type | None) -> ir.Expr:
    """A value that a step has saved."""
    return node.value[0]


def named_value(fx: Fx, node: Named, want: Type | None) -> ir.Expr:
    """The dict that `**kwargs` gets."""
    from rumpkc.types import displays
    from rumpkc.types.signature import has_type_var

    span = node.span
    if not node.items and want is not None and has_type_var(want):
        raise fail("E0316", "the type of the values of `**` does not follow from a call without any", span)
    keys = tuple(tree.Constant(span, name, "str") if name is not None else None for name, _ in node.items)
    made = displays.dict_display(fx, tree.Dict(span, keys, tuple(value for _, value in node.items)), want)
    if not node.drop:
        return made
    save, got = fx.save(made)
    return ir.Seq(span, made.type, (save, _call(fx, "drop", [got, _text(fx, span, node.drop)], span)), got)
