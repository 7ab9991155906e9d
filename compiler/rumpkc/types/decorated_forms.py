"""Decorated functions whose decorator looks at its arguments: a wrapper for each form of call, which share their state.

    def logged(f: Callable[P, R]) -> Callable[P, R]:
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:    for (int):          args = (args@0,); kwargs = {}
            print(args, kwargs)                             ->  for (int, c=int):   args = (args@0,)
            return f(*args, **kwargs)                                               kwargs = {"c": args@1}
        return wrapper                                                              return f(args[0], c=args@1)

    add(1); add(1, c=3)             a value of both: `FormsType`, as of `Callable[..., R]` (`call_forms.py`)

Which calls there are, one reading of the program finds and the next one knows (`open_shapes.py`). A method has a
parameter that no program can name: the number of the form in which it is called.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import bound_by, children, with_children
from rumpkc.types import calls, signature, star_calls
from rumpkc.types.changes import after_unknown_call
from rumpkc.types.fx import Fx
from rumpkc.types.param_specs import FORM, Forward, Packed
from rumpkc.types.symbols import FuncInfo, FuncInst, Param
from rumpkc.types.types import (
    INT,
    NEVER,
    NONE,
    ClassInst,
    FormsType,
    FuncType,
    OptionalType,
    Pack,
    PackForms,
    Type,
)

if TYPE_CHECKING:
    from rumpkc.types.closures import Nested
    from rumpkc.types.decorations import Kept

Heads = tuple[str, ...]
ALL = "@all"                            # behind the name of `args`: its items as objects
LOOPS = frozenset(("enumerate", "filter", "iter", "list", "map", "reversed", "zip"))


# The function that is decorated

def bare(fx: Fx, info: FuncInfo, owner: ClassInst | None, params: tuple[Param, ...], result: Type, span: Span
         ) -> ir.Expr:
    """A function of module level or a method, in the forms in which it is called."""
    from rumpkc.types import call_forms

    forms = _type(fx, params, result, span)
    items = (call_forms.frozen(fx, info, owner, heads, t, span)
             for heads, t in zip(forms.heads, forms.functions, strict=True))
    return ir.Aggregate(span, forms, tuple(items))


def bare_nested(fx: Fx, nested: Nested, params: tuple[Param, ...], span: Span) -> ir.Expr:
    """The same of a function inside a function."""
    from rumpkc.types import call_forms

    return call_forms.nested_value(fx, span, nested, nested.closure, _type(fx, params, nested.inst.result, span))


def _type(fx: Fx, params: tuple[Param, ...], result: Type, span: Span) -> FormsType:
    place, forms = fx.world.shapes.forms_at(span, _standing(params))
    made = FormsType(tuple(FuncType(_types(params, heads, span), result) for heads in forms), forms)
    fx.world.shapes.homes.setdefault(made, set()).add(place)
    return made


def _standing(params: tuple[Param, ...]) -> Heads:
    """The form that passes every argument, by position where that is possible."""
    return (*("" for p in params if p.how in ("pos", "any")), *(p.name for p in params if p.how == "kw"))


def _types(params: tuple[Param, ...], heads: Heads, span: Span) -> tuple[Type, ...]:
    """What the arguments of a call of this form are to the function."""
    return tuple(_param(params, heads, index, span).type for index in range(len(heads)))


def _param(params: tuple[Param, ...], heads: Heads, index: int, span: Span) -> Param:
    """The parameter that takes the argument at `index`; E0410 where there is none."""
    found = param_at(params, heads, index)
    if found is None:
        raise fail("E0410", "a call passes what this function, whose decorator looks at its arguments, does not take",
                   span, help="give the same parameters to all functions that are called in this way")
    return found


def param_at(params: tuple[Param, ...], heads: Heads, index: int) -> Param | None:
    """The parameter that takes the argument at `index`; of `*rest` and `**named`, one for the item."""
    positional = [p for p in params if p.how in ("pos", "any")]
    name = heads[index]
    if name == "" and index < len(positional):
        return positional[index]
    for p in params:
        if name and p.name == name and p.how in ("any", "kw"):
            return p
    for p in params:
        if p.how == ("named" if name else "rest") and isinstance(p.type, ClassInst):
            return replace(p, type=p.type.args[-1], default=None)
    return None


# Calls by name

def call(fx: Fx, info: FuncInfo, known: Kept, callee: ir.Expr, node: tree.Call) -> ir.Expr:
    """A call of the decorated function `callee`."""
    t = callee.type
    assert isinstance(t, FormsType)
    span, place = node.span, info.node.name_span
    heads, args = form(info, node.args, node.keywords, span), (*node.args, *(k.value for k in node.keywords))
    signature.bind(star_calls.Callee(info), known.params, node.args, node.keywords, span, place)
    if heads not in t.heads:
        return _unknown(fx, place, heads, t, span)
    index = t.heads.index(heads)
    of = t.functions[index]
    params = tuple(replace(_param(known.params, heads, i, span), type=own, how="pos", default=None)
                   for i, own in enumerate(of.params))
    bound = signature.bind(star_calls.Callee(info), params, args, (), span)
    stmts, values = calls.arguments(fx, info, params, bound, None)
    if stmts:
        save, callee = fx.save(callee)
        stmts.insert(0, save)
    after_unknown_call(fx)
    made = ir.CallIndirect(span, of.result, ir.TupleGet(span, of, callee, index), tuple(values))
    return ir.Seq(span, made.type, tuple(stmts), made) if stmts else made


def _unknown(fx: Fx, place: Span, heads: Heads, t: FormsType, span: Span) -> ir.Expr:
    """A call in a form that this reading does not know: the program is read again."""
    fx.world.shapes.ask(place, heads)
    return ir.Convert(span, t.functions[0].result, ir.Prim(span, NEVER, "trap", ()))


def form(info: FuncInfo, args: tuple[tree.Expr, ...], keywords: tuple[tree.Keyword, ...], span: Span) -> Heads:
    """How a call is written; E0410 where only the run tells."""
    if any(isinstance(a, tree.Starred) for a in args) or any(k.name is None for k in keywords):
        raise fail("E0410", f"a decorator of `{info.name.partition('@')[0]}` looks at the arguments, and how many this "
                   "call passes is known when it runs", span, help="pass the arguments one by one")
    return (*("" for _ in args), *(k.name or "" for k in keywords if k.name != FORM))


def ask_value(fx: Fx, info: FuncInfo, t: Type, want: Type | None) -> None:
    """The decorated function goes where a function is wanted, which is called as the place says."""
    want = want.item if isinstance(want, OptionalType) else want
    if not isinstance(t, FormsType) or not isinstance(want, (FuncType, FormsType)):
        return
    from rumpkc.types.open_shapes import is_open

    forms = want.heads if isinstance(want, FormsType) else () if is_open(want) else (("",) * len(want.params),)
    params = fx.world.func(info, None).params if forms and info.owner is None else ()
    for heads in forms:
        if all(param_at(params, heads, index) for index in range(len(heads))):
            fx.world.shapes.ask(info.node.name_span, heads)


# The function that looks at its arguments

def wrappers(fx: Fx, node: tree.FunctionDef, name: str, pack: PackForms, define: Callable[..., Nested]
             ) -> list[ir.Stmt]:
    """`def wrapper(*args: P.args, **kwargs: P.kwargs)`, where `pack` is what `P`, called `name`, stands for."""
    from rumpkc.types.assignment import store_name

    lead = ("",) * (len(node.args.posonly) + len(node.args.args))
    copies = fx.world.shapes.copies
    made: list[Nested] = []
    for own, heads in zip(pack.packs, pack.heads, strict=True):
        key = id(node), heads
        if key not in copies:
            copies[key] = _written(node, heads)
        env = {**fx.env, name: own}
        made.append(define(fx, copies[key], env, node))
    functions = tuple(nested.closure.type for nested in made)
    t = FormsType(functions, tuple((*lead, *heads) for heads in pack.heads))
    value = ir.Aggregate(node.name_span, t, tuple(nested.closure for nested in made))
    return store_name(fx, tree.Name(node.name_span, node.name), value)


def _written(node: tree.FunctionDef, heads: Heads) -> tree.FunctionDef:
    """The function for one form of calls."""
    first = node.body[0]
    if not (isinstance(first, tree.Assign) and isinstance(first.value, Packed)):
        raise fail("E0410", f"`{node.name}` does not take all arguments of what it decorates", node.name_span,
                   help="write `*args: P.args, **kwargs: P.kwargs`, with the same `P`")
    span, args = first.span, first.value.name
    if first.value.unnamed and any(heads):
        raise fail("E0410", f"`{node.name}` takes no arguments by name, and a decorated function is called with "
                   f"`{next(filter(None, heads))}=`", span, help="add `**kwargs: Any`, and pass it on")
    given = [tree.Name(span, f"{args}@{index}") for index in range(len(heads))]
    plain = tuple(value for head, value in zip(heads, given, strict=True) if not head)
    start: list[tree.Stmt] = [replace(first, value=tree.Tuple(span, plain))]
    rest = node.body[1:]
    named = {head: value for head, value in zip(heads, given, strict=True) if head}
    if rest and isinstance(rest[0], tree.AnnAssign) and rest[0].span is span:
        keys = tuple(tree.Constant(span, head, "str") for head in named)
        start.append(replace(rest[0], value=tree.Dict(span, keys, tuple(named.values()))))
        rest = rest[1:]

    typed = not signature.pack_of(node.args).startswith("@") and not any(_binds(stmt, args) for stmt in rest)
    change = _Change(args, named, len(plain), typed)
    body = tuple(map(change.node, rest))
    if change.listed:
        start.append(_as_objects(span, args))
    return replace(node, body=(*start, *body))


def _binds(node: tree.Node, name: str) -> bool:
    return name in bound_by(node) or any(_binds(child, name) for child in children(node))


def _as_objects(span: Span, args: str) -> tree.Stmt:
    """`args@all: tuple[object, ...] = args`."""
    items = tree.Tuple(span, (tree.Name(span, "object"), tree.Constant(span, ..., "ellipsis")))
    note = tree.Subscript(span, tree.Name(span, "tuple"), items)
    return tree.AnnAssign(span, tree.Name(span, args + ALL), note, tree.Name(span, args), True)


@dataclass(slots=True)
class _Change:
    """The body of a wrapper for one form: what it passes on, and `args` as objects where loops walk over it (`typed`:
    as its ParamSpec says), since each form has other types."""

    args: str
    named: dict[str, tree.Name]
    count: int
    typed: bool
    listed: bool = False

    def node(self, below: Any) -> Any:
        """`below`, changed."""
        match below:
            case tree.FunctionDef(args=own) | tree.Lambda(args=own) if self.args in _names_of(own):
                return below
            case tree.Call(args=given) if any(isinstance(a, Forward) for a in given):
                below = self._passing(below)
            case tree.For() | tree.Comprehension() if self.typed:
                below = replace(below, iter=self._listed(below.iter))
            case tree.Call(func=tree.Name(id=name)) if self.typed and name in LOOPS:
                below = replace(below, args=tuple(map(self._listed, below.args)))
            case tree.Subscript(value=value, slice=tree.Constant(value=int(index))) if index >= self.count:
                below = replace(below, value=self._listed(value))
            case tree.Subscript(value=value, slice=tree.UnaryOp(op="-", operand=tree.Constant(value=int(index)))) if (
                    index > self.count):
                below = replace(below, value=self._listed(value))
        return with_children(below, self.node)

    def _listed(self, node: tree.Expr) -> tree.Expr:
        if not isinstance(node, tree.Name) or node.id != self.args:
            return node
        self.listed = True
        return replace(node, id=self.args + ALL)

    def _passing(self, call_: tree.Call) -> tree.Call:
        args: list[tree.Expr] = []
        for a in call_.args:
            args += [tree.Subscript(a.span, a.value, tree.Constant(a.span, i, "int")) for i in range(self.count)
                     ] if isinstance(a, Forward) else [a]
        named = (tree.Keyword(call_.span, head, value) for head, value in self.named.items())
        return replace(call_, args=tuple(args), keywords=(*call_.keywords, *named))


def _names_of(args: tree.Arguments) -> set[str]:
    return {a.name for a in (*args.posonly, *args.args, args.vararg, *args.kwonly, args.kwarg) if a is not None}


def pack_named(fx: Fx, node: tree.FunctionDef) -> tuple[str, PackForms] | None:
    """The ParamSpec of a function inside a function, where it stands for several forms of calls."""
    name = signature.pack_of(node.args)
    pack = fx.env.get(name)
    return (name, pack) if isinstance(pack, PackForms) else None


def heads_in(env: dict[str, Type], node: tree.FunctionDef) -> Heads | None:
    """The form for which a function is compiled."""
    pack = env.get(signature.pack_of(node.args))
    lead = ("",) * (len(node.args.posonly) + len(node.args.args))
    return (*lead, *pack.heads) if isinstance(pack, Pack) and pack.heads is not None else None


# Methods

def method_params(params: tuple[Param, ...], span: Span) -> tuple[Param, ...]:
    """The parameters of the method that calls what the decorators made."""
    return (*params, Param(FORM, INT, "kw", tree.Constant(span, number(_standing(params)), "int"), span))


def number(heads: Heads) -> int:
    """What stands for a form."""
    return int.from_bytes(sha256(",".join(heads).encode()).digest()[:6], "big")


def form_argument(callee: star_calls.Callee, params: tuple[Param, ...], args: tuple[tree.Expr, ...],
                  keywords: tuple[tree.Keyword, ...], span: Span) -> tuple[tree.Keyword, ...]:
    """The argument for `FORM`, which a call of such a method passes; nothing for other functions."""
    info = callee.info
    if keywords and info is not None and info.forwards is not None and isinstance(info.forwards.type, FormsType) and (
            not params or params[-1].name != FORM):
        raise fail("E0410", f"a decorator of `{info.name}` looks at its arguments, which go by position", span)
    if not params or params[-1].name != FORM or any(k.name == FORM for k in keywords):
        return ()
    assert info is not None and info.forwards is not None
    heads = form(info, args, keywords, span)
    info.forwards.asked.add(heads)
    return (tree.Keyword(span, FORM, tree.Constant(span, number(heads), "int")),)


def check_override(inst: FuncInst, base: FuncInfo, params: tuple[Param, ...]) -> None:
    """E0410 where such a method overrides one without decorators, through which calls lose how they are written."""
    if inst.params[-1].name != FORM or params[-1].name == FORM:
        return
    assert inst.info.forwards is not None
    inst.info.forwards.asked.add(_standing(inst.params[:-1]))
    if base.named_call is not None:
        home = base.owner.name if base.owner is not None else ""
        raise fail("E0410", f"this call may reach `{inst.info.name}` of `{inst.owner}`, whose decorator looks at how "
                   "it is written", base.named_call,
                   help=f"pass all arguments by position, or decorate the method of `{home}` as well")


def method_body(params: tuple[Param, ...], t: FormsType, held: tree.Expr, span: Span
                ) -> tuple[tree.Stmt, ...]:
    """`if form@ == 1: return C.m@(self, a)`, and so on."""
    out: list[tree.Stmt] = []
    for heads, of in zip(t.heads, t.functions, strict=True):
        values = [_argument(params, heads, index, span) for index in range(len(heads))]
        args = tuple(v for head, v in zip(heads, values, strict=True) if not head)
        named = tuple(tree.Keyword(span, head, v) for head, v in zip(heads, values, strict=True) if head)
        made = tree.Call(span, held, args, named)
        done: tuple[tree.Stmt, ...] = (tree.ExprStmt(span, made), tree.Return(span, None)) if of.result is NONE else (
            tree.Return(span, made),)
        test = tree.Compare(span, calls.Passed(span, FORM), ("==",), (tree.Constant(span, number(heads), "int"),))
        out += [tree.If(span, test, done, ())] if heads is not t.heads[-1] else list(done)
    return tuple(out)


def _argument(params: tuple[Param, ...], heads: Heads, index: int, span: Span) -> tree.Expr:
    param = _param(params, heads, index, span)
    value = calls.Passed(span, param.name)
    if param.how == "rest":
        first = sum(p.how in ("pos", "any") for p in params)
        return tree.Subscript(span, value, tree.Constant(span, index - first, "int"))
    return tree.Subscript(span, value, tree.Constant(span, heads[index], "str")) if param.how == "named" else value
