"""`@singledispatch`, written out as a function that asks for the class of its first argument.

    @singledispatch                                  def show@default(x: object) -> str: …
    def show(x: object) -> str: …                    def show_int(x: int) -> str: …
                                               ->
    @show.register                                   def show(x: object, /) -> str:
    def show_int(x: int) -> str: …                       if isinstance(x, int): return show_int(x)
                                                         return show@default(x)

`@singledispatchmethod` in a class of module level does the same behind `self`, and calls `C.show_int(self, x)`.

Of classes that lie below each other the lower one is asked for first, as CPython goes by the class's MRO. What this
file does not tell of imported classes the checker knows: `issubclass` between two of them is a constant.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from rumpkc.diagnostics import fail
from rumpkc.source import Span
from rumpkc.syntax import tree as t
from rumpkc.types.scopes import dotted
from rumpkc.types.synth import Build

FULL = "functools.singledispatch"
OTHER = "write one function with `isinstance` or `match`"
NONE = "None"                           # the class of None, as it is registered


@dataclass
class _Generic:
    """One such function. `table`: the functions by class as written, in the order of the file. `owner`: the class
    whose method it is."""

    node: t.FunctionDef
    owner: t.ClassDef | None = None
    table: dict[str, tuple[t.Expr, str]] = field(default_factory=dict)

    @property
    def skipped(self) -> int:
        """How many parameters stand in front of the one that is asked for its class."""
        return int(self.owner is not None)

    @property
    def first(self) -> t.Arg:
        return (*self.node.args.posonly, *self.node.args.args)[self.skipped]


def expand(body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
    """The statements of a module with such functions written out."""
    classes = {stmt.name: stmt for stmt in body if isinstance(stmt, t.ClassDef)}
    methods = _names(body, "singledispatchmethod")
    if methods:
        body = tuple(_in_class(stmt, methods, classes) if isinstance(stmt, t.ClassDef) else stmt for stmt in body)
    return _block(body, _names(body, "singledispatch"), None, classes)


def _in_class(node: t.ClassDef, names: set[str], classes: dict[str, t.ClassDef]) -> t.ClassDef:
    body = _block(node.body, names, node, classes)
    return node if body is node.body else replace(node, body=body)


def _block(body: tuple[t.Stmt, ...], names: set[str], owner: t.ClassDef | None, classes: dict[str, t.ClassDef]
           ) -> tuple[t.Stmt, ...]:
    found: dict[str, _Generic] = {}
    out: list[t.Stmt | _Generic] = []
    for stmt in body:
        if isinstance(stmt, t.FunctionDef) and any(dotted(d) in names for d in stmt.decorators):
            found[stmt.name] = made = _generic(stmt, owner)
            out += [replace(stmt, name=f"{stmt.name}@default", decorators=()), made]
        elif isinstance(stmt, t.FunctionDef) and (of := _registers(stmt, found)) is not None:
            out.append(_registered(stmt, of, found))
        else:
            out.append(stmt)
    if not found:
        return body
    return tuple(_Dispatcher(stmt, classes).written() if isinstance(stmt, _Generic) else stmt for stmt in out)


def _names(body: tuple[t.Stmt, ...], name: str) -> set[str]:
    out: set[str] = set()
    for stmt in body:
        match stmt:
            case t.ImportFrom(module="functools", names=names, level=0):
                out |= {a.asname or a.name for a in names if a.name == name}
            case t.Import(names=names):
                out |= {f"{a.asname or a.name}.{name}" for a in names if a.name == "functools"}
    return out


def _generic(node: t.FunctionDef, owner: t.ClassDef | None) -> _Generic:
    args = node.args
    if len(node.decorators) > 1 or args.vararg or args.kwarg or (
            len(args.posonly) + len(args.args) <= int(owner is not None)):
        raise fail("E0410", f"this form of `@{dotted(next(iter(node.decorators)))}` is not compiled", node.name_span,
                   help="give the function a first parameter, no `*args`, and no other decorator; or " + OTHER)
    return _Generic(node, owner)


def _registers(node: t.FunctionDef, found: dict[str, _Generic]) -> str | None:
    """The name of the generic function that the decorators of `node` register it with."""
    for deco in node.decorators:
        name, _, last = dotted(deco.func if isinstance(deco, t.Call) else deco).rpartition(".")
        if last == "register" and name in found:
            return name
    return None


def _registered(node: t.FunctionDef, of: str, found: dict[str, _Generic]) -> t.Stmt:
    """The function without its decorators; its classes are noted."""
    generic = found[of]
    skipped = generic.skipped
    positional = (*node.args.posonly, *node.args.args)[skipped:]
    number = sum(len(g.table) for g in found.values())
    name = f"{node.name}@{number}" if node.name in ("_", of) else node.name
    classes: list[t.Expr] = []
    for deco in node.decorators:
        if dotted(deco.func if isinstance(deco, t.Call) else deco) != f"{of}.register":
            raise fail("E0410", f"another decorator next to `@{of}.register` is not compiled", deco.span, help=OTHER)
        given = deco.args if isinstance(deco, t.Call) else ()
        note = given[0] if given else positional[0].annotation if positional else None
        if note is None:
            raise fail("E0410", f"`@{of}.register` needs the class", deco.span,
                       help="annotate the first parameter, or name the class: `@f.register(int)`")
        classes += _parts(note)
    if not _alike(node.args, generic.node.args, skipped + 1):
        raise fail("E0410", f"this function has other parameters than `{of}` behind the first", node.name_span,
                   help="give all of them the same names and defaults behind the first parameter")
    for cls in classes:
        generic.table[_key(cls)] = cls, name
    args = node.args
    if positional[0].annotation is None and len(classes) == 1:
        head = replace(positional[0], annotation=classes[0])
        args = replace(args, posonly=tuple(head if a is positional[0] else a for a in args.posonly),
                       args=tuple(head if a is positional[0] else a for a in args.args))
    return replace(node, name=name, decorators=(), args=args)


def _parts(note: t.Expr) -> Iterator[t.Expr]:
    """The classes that an annotation names."""
    match note:
        case t.BinOp(left=left, op="|", right=right):
            yield from _parts(left)
            yield from _parts(right)
        case _:
            if not _key(note):
                raise fail("E0410", "only classes can be registered", note.span,
                           help="name a class: `int`, `list`, one of the program's; the function itself can test more")
            yield note


def _key(note: t.Expr) -> str:
    if isinstance(note, t.Constant) and note.kind == "none" or isinstance(note, t.Call) and dotted(note.func) == "type":
        return NONE
    return dotted(note) if isinstance(note, (t.Name, t.Attribute)) else ""


def _alike(a: t.Arguments, b: t.Arguments, first: int) -> bool:
    """Whether two functions take the same behind their first parameters."""
    def rest(args: t.Arguments) -> list[Any]:
        return [_shape((p.name, p.default)) for p in (*args.posonly, *args.args)[first:]] + ["*"] + [
            _shape((p.name, p.default)) for p in args.kwonly] + [args.vararg, args.kwarg]

    return rest(a) == rest(b)


def _shape(node: Any) -> Any:
    """A tree without its places."""
    if isinstance(node, tuple):
        return tuple(map(_shape, node))
    if isinstance(node, t.Node):
        parts = (getattr(node, name) for name in type(node).__match_args__)
        return (type(node).__name__, *(_shape(p) for p in parts if not isinstance(p, Span)))
    return node


class _Dispatcher:
    """Writes the function that is called. `classes`: those of the module."""

    def __init__(self, generic: _Generic, classes: dict[str, t.ClassDef]) -> None:
        self.generic, self.classes = generic, classes
        self.build = Build(generic.node.name_span)

    def written(self) -> t.FunctionDef:
        """`def f(x, /, …): if isinstance(x, A): return g(x, …) …`"""
        node, table = self.generic.node, dict(self.generic.table)
        _, default = table.pop("object", (None, f"{node.name}@default"))
        body: list[t.Stmt] = []
        order = self._ordered(list(table))
        for key in order:
            cls, target = table[key]
            if key == "int" and "bool" not in table and self._takes_all():
                body.append(self._case(self._is(t.Name(cls.span, "bool")), target, cls.span))   # it stays a bool there
            unknown = [self._is(table[k][0], cls) for k in order if k != key and self.below(k, key) is None]
            test = self._is(cls)
            negated = [t.UnaryOp(self.build.span, "not", one) for one in unknown]
            if negated:
                test = t.BoolOp(self.build.span, "and", (*negated, test))
            body.append(self._case(test, target, cls.span))
        body += self._call(default, self.build.span)
        args = node.args
        if not args.posonly:
            count = self.generic.skipped + 1
            args = replace(args, posonly=args.args[:count], args=args.args[count:])
        return replace(node, args=args, body=tuple(body), decorators=())

    def _takes_all(self) -> bool:
        note = self.generic.first.annotation
        return note is None or dotted(note).rpartition(".")[2] in ("object", "Any")

    def _is(self, cls: t.Expr, above: t.Expr | None = None) -> t.Expr:
        """`isinstance(x, cls)`, and that `cls` is below `above`."""
        x = self.build.name(self.generic.first.name)
        if _key(cls) == NONE:
            return self.build.compare(x, "is", t.Constant(self.build.span, None, "none"))
        test = self.build.call(self.build.name("isinstance"), x, cls)
        if above is None:
            return test
        return t.BoolOp(self.build.span, "and", (self.build.call(self.build.name("issubclass"), cls, above), test))

    def _case(self, test: t.Expr, target: str, at: Span) -> t.Stmt:
        return t.If(self.build.span, test, tuple(self._call(target, at)), ())

    def _call(self, target: str, at: Span) -> list[t.Stmt]:
        """`return target(x, …)`; what does not fit there is an error at `at`, where the class is named."""
        args = self.generic.node.args
        given = tuple(t.Name(at, p.name) for p in (*args.posonly, *args.args))
        named = tuple(t.Keyword(at, p.name, t.Name(at, p.name)) for p in args.kwonly)
        owner = self.generic.owner
        func = t.Name(at, target) if owner is None else t.Attribute(at, t.Name(at, owner.name), target, at)
        call = t.Call(at, func, given, named)
        returns = self.generic.node.returns
        if returns is None or isinstance(returns, t.Constant) and returns.kind == "none":
            return [t.ExprStmt(at, call), self.build.ret(None)]
        return [self.build.ret(call)]

    def _ordered(self, keys: list[str]) -> list[str]:
        """The classes below before those above them."""
        out: list[str] = []
        while keys:
            key = next((k for k in keys if not any(self.below(o, k) for o in keys if o != k)), keys[0])
            keys.remove(key)
            out.append(key)
        return out

    def below(self, lower: str, upper: str) -> bool | None:
        """Whether one class is below another; None where this file does not say."""
        one, other = _builtin(lower), _builtin(upper)
        if one is not None and lower not in self.classes:
            return issubclass(one, other) if other is not None and upper not in self.classes else False
        if NONE in (lower, upper):
            return False
        above, unknown = self._above(lower)
        if upper in above:
            return True
        return None if unknown and upper not in self.classes else False

    def _above(self, name: str) -> tuple[set[str], bool]:
        """The classes above `name` that are written here, and whether there may be others."""
        cls = self.classes.get(name)
        if cls is None:
            known = _builtin(name)
            return (set(), True) if known is None else ({c.__name__ for c in known.__mro__}, False)
        out, unknown = {name}, False
        for base in cls.bases:
            more, others = self._above(dotted(base.value if isinstance(base, t.Subscript) else base))
            out |= more | {dotted(base)}
            unknown |= others
        return out, unknown


def _builtin(name: str) -> type | None:
    found = getattr(builtins, name, None)
    return found if isinstance(found, type) else None
