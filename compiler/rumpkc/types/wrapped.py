"""Decorators of the library that keep a function's signature, written out: functions, methods and nested functions.

    @contextmanager                                  def f@wrapped(a: int) -> Generator[T, None, None]: …
    def f(a: int) -> Iterator[T]: …            ->    def f(a: int) -> Manager[T]:
                                                         return Manager[T](f@wrapped(a), lambda: f@wrapped(a))

    @lru_cache(64)                                   f@cache: Cache[tuple[int, int], R] | None = None
    def f(a: int) -> R: …                      ->    def f@wrapped(a: int) -> R: …
                                                     def f(a: int, *, shape@: int) -> R: look up, or call and keep
    @cached_property                                 x@held: Held[R] | None = None
    def x(self) -> R: …                        ->    a property `x` with a setter

The module's tree is rewritten when it is taken in; CPython runs the file as it was written. Names that the program
cannot write have an `@`. `shape@` is how a call is written: to CPython, `f(1)` and `f(a=1)` are two calls
(`signature.bind`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from rumpkc.diagnostics import fail
from rumpkc.source import Span
from rumpkc.syntax import tree as t
from rumpkc.types import (
    any_arguments,
    called_names,
    partial_names,
    function_tables,
    functional_classes,
    key_results,
    operator_forms,
    param_specs,
    single_dispatch,
    struct_forms,
)
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import Param
from rumpkc.types.synth import Build

SHAPE = "shape@"
WRAPPED = "@wrapped"                    # behind the name of a function: the function as it was written
HELD = "@held"                          # behind the name of a cached property: the field with its value
ATTRIBUTES = ("cache_info", "cache_clear")  # of a cached function
CONTEXT, PROPERTY = "contextlib.contextmanager", "functools.cached_property"
CACHES = ("functools.cache", "functools.lru_cache")
WRAPS = "functools.wraps"
KEEPING = frozenset((CONTEXT, PROPERTY, WRAPS, *CACHES))
IMPORTS = {                             # by the module that the decorator comes from: what is written out needs these
    "contextlib": (("contextlib", "_GeneratorContextManager", "@Manager"), ("typing", "Generator", "@Generator")),
    "functools": (("functools", "_Cache", "@Cache"), ("functools", "_Held", "@Held"), ("functools", "_held", "@held"),
                  ("functools", "_CacheInfo", "@CacheInfo")),
}
PLAIN_LIMIT = 128                       # the maxsize of a bare `@lru_cache`


def expand(module: t.Module) -> t.Module:
    """The module with its keeping decorators written out."""
    plain = operator_forms.expand(functional_classes.expand(module.body))
    plain = struct_forms.expand(function_tables.expand(plain))
    plain = key_results.expand(param_specs.expand(any_arguments.expand(single_dispatch.expand(
        called_names.expand(partial_names.expand(plain))))))
    if plain is not module.body:
        module = replace(module, body=plain)
    known = _imported(module)
    if not known:
        return module
    body = _Expansion(known).block(module.body, None, top=True)
    extra = [t.ImportFrom(body[0].span, home, (t.Alias(body[0].span, name, hidden),), 0)
             for source in sorted({name.partition(".")[0] for name in known.values()})
             for home, name, hidden in IMPORTS[source]]
    return replace(module, body=(*extra, *body))


def shown(name: str) -> str:
    """A function's name as the program wrote it."""
    return name.partition("@")[0].rpartition(".")[2]


def shape_of(params: tuple[Param, ...], args: tuple[t.Expr, ...], keywords: tuple[t.Keyword, ...],
             span: Span) -> tuple[t.Keyword, ...]:
    """The argument that says how a call of a cached function is written; nothing for other functions."""
    if not params or params[-1].name != SHAPE or any(k.name == SHAPE for k in keywords):
        return ()
    value = min(len(args), sum(p.how in ("pos", "any") for p in params))        # what `*args` takes tells it by itself
    if keywords:
        text = ",".join(f"{k.name}" for k in keywords)
        value += int.from_bytes(sha256(text.encode()).digest()[:5], "big") << 20
    return (t.Keyword(span, SHAPE, t.Constant(span, value, "int")),)


def attribute(name: str, attr: str) -> str:
    """The function that `name.attr` is, for a function called `name`; "" where functions have no such attribute."""
    return f"{name}@{attr}" if attr in ATTRIBUTES else ""


def _imported(module: t.Module) -> dict[str, str]:
    """The names under which the module reaches the decorators: `{"lru_cache": "functools.lru_cache"}`."""
    out: dict[str, str] = {}
    for stmt in module.body:
        match stmt:
            case t.ImportFrom(module=str(home), names=names, level=0):
                out.update({a.asname or a.name: f"{home}.{a.name}" for a in names if f"{home}.{a.name}" in KEEPING})
            case t.Import(names=names):
                out.update({f"{a.asname or a.name}.{full.partition('.')[2]}": full for a in names for full in KEEPING
                            if full.startswith(f"{a.name}.")})
    return out


class _Expansion:
    """The walk over one module. `known`: what `_imported` found."""

    def __init__(self, known: dict[str, str]) -> None:
        self.known = known

    def block(self, body: tuple[t.Stmt, ...], owner: t.ClassDef | None, top: bool = False) -> tuple[t.Stmt, ...]:
        out: list[t.Stmt] = []
        for stmt in body:
            out += self.stmt(stmt, owner, top)
        return tuple(out)

    def stmt(self, stmt: t.Stmt, owner: t.ClassDef | None, top: bool) -> Iterator[t.Stmt]:
        match stmt:
            case t.ClassDef(body=body):
                inner: list[t.Stmt] = []
                for part in body:
                    for made in self.stmt(part, stmt, top):
                        if isinstance(made, t.AnnAssign) and made is not part and not _is_field(made):
                            yield made              # the cache of a method: a variable of the module
                        else:
                            inner.append(made)
                yield replace(stmt, body=tuple(inner))
            case t.FunctionDef():
                yield from self.function(replace(stmt, body=self.block(stmt.body, None)), owner, top)
            case t.If(body=body, orelse=orelse):
                yield replace(stmt, body=self.block(body, owner), orelse=self.block(orelse, owner))
            case t.For(body=body, orelse=orelse) | t.While(body=body, orelse=orelse):
                yield replace(stmt, body=self.block(body, owner), orelse=self.block(orelse, owner))
            case t.With(body=body):
                yield replace(stmt, body=self.block(body, owner))
            case t.Try():
                yield replace(
                    stmt, body=self.block(stmt.body, owner), orelse=self.block(stmt.orelse, owner),
                    handlers=tuple(replace(h, body=self.block(h.body, owner)) for h in stmt.handlers),
                    finalbody=self.block(stmt.finalbody, owner))
            case t.Match(cases=cases):
                yield replace(stmt, cases=tuple(replace(c, body=self.block(c.body, owner)) for c in cases))
            case _:
                yield stmt

    def function(self, node: t.FunctionDef, owner: t.ClassDef | None, top: bool) -> Iterator[t.Stmt]:
        names = [self.known.get(dotted(d.func if isinstance(d, t.Call) else d), "") for d in node.decorators]
        if WRAPS in names:
            node = replace(node, decorators=tuple(_wraps(d) if name == WRAPS else d
                                                  for d, name in zip(node.decorators, names, strict=True)))
            names = ["" if name == WRAPS else name for name in names]
        if not any(names):
            yield node
            return
        at = next(i for i, name in enumerate(names) if name)
        deco, outside, inside = node.decorators[at], node.decorators[:at], node.decorators[at + 1:]
        above = {dotted(d).rpartition(".")[2] for d in outside}
        if owner is not None and above & {"classmethod", "abstractmethod"}:
            raise fail("E0410", f"`@{dotted(deco)}` below `@{dotted(outside[0])}` is not compiled", deco.span,
                       help="write a plain method, or a function of module level")
        made = _Wrapped(node, owner, outside, inside, top)
        if names[at] == CONTEXT:
            yield from made.manager()
        elif names[at] == PROPERTY:
            yield from made.cached_property(deco)
        else:
            limit = _limit(deco, names[at])
            yield from made.cached(deco, limit)


def _wraps(deco: t.Expr) -> t.Expr:
    """`@wraps(fn)`, which says what a wrapper is called: `function_names.py`."""
    name = t.Name(deco.span, "wraps@")
    return replace(deco, func=name) if isinstance(deco, t.Call) else name


def _is_field(node: t.AnnAssign) -> bool:
    return isinstance(node.target, t.Name) and node.target.id.endswith(HELD)


def _limit(deco: t.Expr, name: str) -> int | None:
    """The `maxsize` of a cache; None: without bound."""
    if name == "functools.cache":
        return None
    if not isinstance(deco, t.Call):
        return PLAIN_LIMIT
    named = {k.name: k.value for k in deco.keywords}
    given = deco.args[0] if deco.args else named.get("maxsize")
    typed = deco.args[1] if len(deco.args) > 1 else named.get("typed")
    if typed is not None and not (isinstance(typed, t.Constant) and typed.value is False):
        raise fail("E0411", "`typed` of `@lru_cache` must be False", typed.span,
                   help="the parameters have one type each; leave it out")
    if given is None:
        return PLAIN_LIMIT
    if isinstance(given, t.UnaryOp) and given.op == "-" and isinstance(given.operand, t.Constant):
        return 0
    if not isinstance(given, t.Constant) or given.kind not in ("none", "int"):
        raise fail("E0411", "`maxsize` of `@lru_cache` must be a literal number or None", given.span)
    return None if given.value is None else int(str(given.value))


class _Wrapped:
    """One decorated function. `top`: not inside a function."""

    def __init__(self, node: t.FunctionDef, owner: t.ClassDef | None, outside: tuple[t.Expr, ...],
                 inside: tuple[t.Expr, ...], top: bool) -> None:
        self.node, self.owner, self.top = node, owner, top
        self.outside = outside
        self.build = Build(node.name_span)
        self.span: Span = node.name_span
        self.inner = f"{node.name}{WRAPPED}"
        self.static = any(dotted(d) == "staticmethod" for d in outside)
        self.keeps = tuple(d for d in outside if dotted(d) == "staticmethod")
        self.inside = inside

    # Parts

    def name(self, text: str) -> t.Expr:
        return self.build.name(text)

    def wrapped(self, returns: t.Expr | None) -> t.FunctionDef:
        """The function itself. It gets all its arguments; defaults are the business of what is called."""
        args = self.node.args
        bare = replace(args, **{kind: tuple(replace(a, default=None) for a in getattr(args, kind))
                                for kind in ("posonly", "args", "kwonly")})
        return replace(self.node, name=self.inner, args=bare, decorators=(*self.keeps, *self.inside), returns=returns)

    def method(self, name: str) -> t.Expr:
        """A function beside this one, as this one names it: what a subclass overrides is not meant."""
        return self.name(name) if self.owner is None else t.Attribute(
            self.span, self.name(self.owner.name), name, self.span)

    def call(self) -> t.Expr:
        """The call that passes all arguments on."""
        args = self.node.args
        given: list[t.Expr] = [self.name(a.name) for a in (*args.posonly, *args.args)]
        if args.vararg is not None:
            given.append(t.Starred(self.span, self.name(args.vararg.name)))
        named = [t.Keyword(self.span, a.name, self.name(a.name)) for a in args.kwonly]
        if args.kwarg is not None:
            named.append(t.Keyword(self.span, None, self.name(args.kwarg.name)))
        return t.Call(self.span, self.method(self.inner), tuple(given), tuple(named))

    def generic(self, name: str, *args: t.Expr) -> t.Expr:
        return t.Subscript(self.span, self.name(name), args[0] if len(args) == 1 else t.Tuple(self.span, args))

    def none(self) -> t.Expr:
        return t.Constant(self.span, None, "none")

    def number(self, value: int) -> t.Expr:
        return t.Constant(self.span, value, "int")

    def optional(self, note: t.Expr) -> t.Expr:
        return t.BinOp(self.span, note, "|", self.none())

    def assign(self, target: t.Expr, value: t.Expr) -> t.Stmt:
        return t.Assign(self.span, (target,), value)

    def if_none(self, value: t.Expr, *body: t.Stmt) -> t.Stmt:
        return t.If(self.span, self.build.compare(value, "is", self.none()), body, ())

    def attr(self, value: t.Expr, name: str) -> t.Expr:
        return t.Attribute(self.span, value, name, self.span)

    def not_generic(self, deco: t.Expr) -> None:
        if self.node.type_params or self.owner is not None and self.owner.type_params:
            raise fail("E0410", f"`@{dotted(deco)}` of a generic function is not compiled", deco.span,
                       help="name its types")

    # What the decorators make

    def manager(self) -> Iterator[t.Stmt]:
        """`@contextmanager`."""
        note = self.node.returns
        if not isinstance(note, t.Subscript) or dotted(note.value).rpartition(".")[2] not in (
                "Iterator", "Generator", "Iterable"):
            raise fail("E0365", "a function below `@contextmanager` is a generator function", self.span,
                       help="write `-> Iterator[T]`, where T is what `yield` gives")
        item = note.slice.elts[0] if isinstance(note.slice, t.Tuple) else note.slice
        yield self.wrapped(self.generic("@Generator", item, self.none(), self.none()))
        none = t.Arguments(self.span, (), (), None, (), None)
        given = (self.call(), t.Lambda(self.span, none, self.call()))
        made = t.Call(self.span, self.generic("@Manager", item), given, ())
        yield replace(self.node, decorators=self.outside, returns=self.generic("@Manager", item),
                      body=(self.build.ret(made),))

    def cached(self, deco: t.Expr, limit: int | None) -> Iterator[t.Stmt]:
        """`@cache`, `@lru_cache`."""
        self.not_generic(deco)
        if self.node.args.kwarg is not None:
            raise fail("E0410", f"`@{dotted(deco)}` of a function with `**{self.node.args.kwarg.name}` is not compiled",
                       deco.span, help="name its parameters")
        place = self.name(f"{self.owner.name + '.' if self.owner else ''}{self.node.name}@cache")
        cls = self.generic("@Cache", self.key_type(), self.node.returns or self.none())
        size = [] if limit is None else [self.number(limit)]
        made = t.Call(self.span, cls, tuple(size), ())
        yield t.AnnAssign(self.span, place, self.optional(cls) if self.top else cls, self.none() if self.top else made,
                          True)
        yield self.wrapped(self.node.returns)
        cache, key, link = self.name("cache@"), self.name("key@"), self.name("link@")
        args = self.node.args
        items = [self.name(a.name) for a in (*args.posonly, *args.args, args.vararg, *args.kwonly) if a is not None]
        find = t.Call(self.span, self.attr(cache, "find"), (key,), ())
        keep = t.Call(self.span, self.attr(cache, "keep"), (key, self.call()), ())
        shape = t.Arg(self.span, SHAPE, self.name("int"), self.number(0))
        yield replace(
            self.node, decorators=self.outside, args=replace(args, kwonly=(*args.kwonly, shape)),
            body=(*self.here(place, made, cache),
                  self.assign(key, self.build.tuple([self.name(SHAPE), *items])), self.assign(link, find),
                  self.if_none(link, self.build.ret(keep)), self.build.ret(self.attr(link, "value"))))
        yield from self.attributes(place, made)

    def here(self, place: t.Expr, made: t.Expr, cache: t.Expr) -> tuple[t.Stmt, ...]:
        """`cache@` becomes the function's cache, which the first call of a function of the image makes."""
        assert isinstance(place, t.Name)
        if not self.top:
            return (self.assign(cache, place),)
        return (t.Global(self.span, (place.id,)), self.assign(cache, place),
                self.if_none(cache, self.assign(cache, made), self.assign(place, cache)))

    def attributes(self, place: t.Expr, made: t.Expr) -> Iterator[t.Stmt]:
        """`f.cache_info` and `f.cache_clear`, as functions beside `f`."""
        cache = self.name("cache@")
        static = (self.name("staticmethod"),) if self.owner is not None else ()
        for name, note in (("cache_info", self.name("@CacheInfo")), ("cache_clear", None)):
            call = t.Call(self.span, self.attr(cache, name), (), ())
            last = self.build.ret(call) if note is not None else t.ExprStmt(self.span, call)
            none = t.Arguments(self.span, (), (), None, (), None)
            yield t.FunctionDef(self.span, f"{self.node.name}@{name}", none, (*self.here(place, made, cache), last),
                                static, note, (), self.span)

    def key_type(self) -> t.Expr:
        args = self.node.args
        out: list[t.Expr] = [self.name("int")]
        for index, arg in enumerate((*args.posonly, *args.args, args.vararg, *args.kwonly)):
            if arg is None:
                continue
            note = arg.annotation
            if index == 0 and self.owner is not None and not self.static:
                note = self.name(self.owner.name)
            if note is None:
                raise fail("E0305", f"parameter `{arg.name}` of `{self.node.name}` has no type", arg.span,
                           help=f"write `{arg.name}: int`, or whatever it holds")
            out.append(self.generic("tuple", note, t.Constant(self.span, ..., "ellipsis")) if arg is args.vararg
                       else note)
        return self.generic("tuple", *out)

    def cached_property(self, deco: t.Expr) -> Iterator[t.Stmt]:
        """`@cached_property`: computed at the first reading, kept in the object; may be assigned and deleted."""
        self.not_generic(deco)
        if self.owner is None or self.node.returns is None:
            raise fail("E0410", "`@cached_property` stands before a method with a result", deco.span)
        note, name = self.node.returns, self.node.name
        held, me = self.name("held@"), self.node.args.args[0].name
        cls = self.generic("@Held", note)
        field = self.build.field(me, name + HELD)
        yield t.AnnAssign(self.span, self.name(name + HELD), self.optional(cls), self.none(), True)
        yield self.wrapped(note)
        made = t.Call(self.span, cls, (self.call(),), ())
        body = (self.assign(held, field), self.if_none(held, self.assign(held, made), self.assign(field, held)),
                self.build.ret(self.attr(held, "value")))
        yield replace(self.node, decorators=(*self.outside, self.name("property")), body=body)
        given = t.Arg(self.span, "value", note, None)
        store = self.assign(field, t.Call(self.span, cls, (self.name("value"),), ()))
        yield replace(self.node, decorators=(self.build.field(name, "setter"),), body=(store,), returns=None,
                      args=replace(self.node.args, args=(self.node.args.args[0], given)))
        kind = self.attr(self.build.call(self.name("type"), self.name(me)), "__name__")
        ask = t.ExprStmt(self.span, self.build.call(self.name("@held"), field, kind, self.build.text(name)))
        yield replace(self.node, decorators=(self.build.field(name, "deleter"),), returns=None,
                      body=(ask, self.assign(field, self.none())))
