"""Decorators that are written with and without arguments: one factory, and every use calls it.

    def logged(f: Callable[P, R] | None = None, *, n: int = 1) -> …:        def logged(*, n: int = 1) -> …:
        def deco(f: Callable[P, R]) -> Callable[P, R]: …                ->      def deco(f: …) -> …: …
        return deco if f is None else deco(f)                                   return deco
    @logged                                                                 @logged()
    logged(f)                                                               logged()(f)

So is one that calls itself: `if f is None: return partial(logged, n=n)`, or a lambda of that call; the rest of its body
becomes the function inside. Both ways must come to the same, whatever the arguments; all others stay as written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from rumpkc.syntax import tree as t
from rumpkc.syntax.binding import bound_in, made_global, parameters
from rumpkc.syntax.walk import children, with_children

INNER = "@"                             # behind the decorator's name, that of the function inside: no program has it


def expand(module: t.Module, text: str, home: str, load: Callable[[str], tuple[t.Module, str] | None]) -> t.Module:
    """`module`, whose relative imports begin in the package `home`, with its decorators of this kind, and those that it
    imports by name, as factories. `load` gives the tree and the text of a module of the program, None for others."""
    own = factories(module, text)
    found = set(own)
    if "@" in text:
        for stmt in module.body:
            if isinstance(stmt, t.ImportFrom):
                found |= _imported(stmt, home, load)
    if not found:
        return module
    bound = [name for stmt in module.body if not (isinstance(stmt, t.FunctionDef) and _is_overload(stmt))
             for name in bound_in(stmt)]
    names = {name for name in found if bound.count(name) == 1} - made_global(module)
    own = {name: made for name, made in own.items() if name in names}
    body = [own.get(stmt.name, stmt) if isinstance(stmt, t.FunctionDef) and not _is_overload(stmt) else stmt
            for stmt in module.body
            if not (isinstance(stmt, t.FunctionDef) and stmt.name in own and _is_overload(stmt))]
    return replace(module, body=tuple(_called(stmt, names) for stmt in body))


def factories(module: t.Module, text: str) -> dict[str, t.FunctionDef]:
    """The factories that decorators of a module become, by name."""
    if "= None" not in text or "Callable" not in text:
        return {}
    out: dict[str, t.FunctionDef] = {}
    overloads: dict[str, list[t.FunctionDef]] = {}
    for stmt in module.body:
        if isinstance(stmt, t.FunctionDef):
            if _is_overload(stmt):
                overloads.setdefault(stmt.name, []).append(stmt)
            elif (made := _factory(stmt, overloads.get(stmt.name, []))) is not None:
                out[stmt.name] = made
    return out


def _imported(stmt: t.ImportFrom, home: str, load: Callable[[str], tuple[t.Module, str] | None]) -> set[str]:
    """The names by which `stmt` imports such decorators."""
    parts = home.split(".") if home else []
    parts = parts[:len(parts) - stmt.level + 1] if stmt.level else []
    found = load(".".join([*parts, *([stmt.module] if stmt.module else [])]))
    there = factories(*found) if found is not None else {}
    return {alias.asname or alias.name for alias in stmt.names if alias.name in there}


def _is_overload(stmt: t.FunctionDef) -> bool:
    return any(getattr(d, "id", getattr(d, "attr", "")) == "overload" for d in stmt.decorators)


# The decorator

def _factory(node: t.FunctionDef, overloads: list[t.FunctionDef]) -> t.FunctionDef | None:
    """What `node` is without its first parameter; None where it is no decorator of this kind."""
    first = next(iter((*node.args.posonly, *node.args.args)), None)
    alone = len(node.args.posonly) + len(node.args.args) == 1 and node.args.vararg is None and node.args.kwarg is None
    if first is None or not alone or not _is_none(first.default) or node.decorators:
        return None
    types = _types(node, first, overloads)
    if types is None:
        return None
    taken, result, made = types
    without, given = (_branch(node.body, first.name, there) for there in (False, True))
    args = replace(node.args, posonly=(), args=())
    if not without or not given or not isinstance(without[-1], t.Return):
        return None
    last, prefix = without[-1].value, without[:-1]
    if isinstance(last, t.Name) and _returns_applied(given, prefix, last.id, first.name):
        return replace(node, args=args, body=tuple(without), returns=made)
    if prefix and not _is_docstring(prefix) or last is None or not _calls_again(last, node, first.name):
        return None
    takes = replace(node.args, posonly=(), args=(replace(first, annotation=taken, default=None),), kwonly=())
    inner = t.FunctionDef(node.span, node.name + INNER, takes, tuple(given), (), result, node.type_params,
                          node.name_span)
    back = t.Return(without[-1].span, t.Name(without[-1].span, inner.name))
    return replace(node, args=args, body=(inner, back), returns=made)


def _types(node: t.FunctionDef, first: t.Arg, overloads: list[t.FunctionDef]) -> tuple[t.Expr, t.Expr, t.Expr] | None:
    """What the decorator takes, what it makes of that, and what it gives where it is called with arguments alone."""
    taken = [part for part in _members(first.annotation) if not _is_none(part)]
    if len(taken) != 1:
        return None
    if overloads:
        plain = [o for o in overloads if o.args.posonly or o.args.args]
        factory = [o for o in overloads if not (o.args.posonly or o.args.args)]
        if len(plain) != 1 or len(factory) != 1 or plain[0].returns is None or factory[0].returns is None:
            return None
        return taken[0], plain[0].returns, factory[0].returns
    members = _members(node.returns)
    made = [m for m in members if _takes(m, taken[0])]
    rest = [m for m in members if m not in made]
    if len(made) != 1 or len(rest) != 1:
        return None
    return taken[0], rest[0], made[0]


def _members(note: t.Expr | None) -> list[t.Expr]:
    """The members of a union as written."""
    match note:
        case None:
            return []
        case t.BinOp(op="|", left=left, right=right):
            return [*_members(left), *_members(right)]
        case t.Subscript(value=t.Name(id="Optional"), slice=item):
            return [*_members(item), t.Constant(item.span, None, "none")]
        case t.Subscript(value=t.Name(id="Union"), slice=t.Tuple(elts=items)):
            return [part for item in items for part in _members(item)]
    return [note]


def _takes(note: t.Expr, taken: t.Expr) -> bool:
    """Whether `note` is `Callable[[taken], …]`."""
    match note:
        case t.Subscript(slice=t.Tuple(elts=(t.List(elts=(only,)), _))):
            return _alike(only, taken)
    return False


def _alike(a: Any, b: Any) -> bool:
    """Whether two trees are written alike."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(map(_alike, a, b))
    if is_dataclass(a) and type(a) is type(b):
        return all(_alike(getattr(a, f.name), getattr(b, f.name)) for f in fields(a) if "span" not in f.name)
    return bool(a == b)


def _is_none(node: t.Expr | None) -> bool:
    return isinstance(node, t.Constant) and node.value is None


def _is_docstring(stmts: list[t.Stmt]) -> bool:
    return len(stmts) == 1 and isinstance(stmts[0], t.ExprStmt) and isinstance(stmts[0].value, t.Constant)


def _branch(body: tuple[t.Stmt, ...], name: str, given: bool) -> list[t.Stmt]:
    """What of `body` runs where the parameter `name` is given, or is None: tests of it at its own level decide."""
    out: list[t.Stmt] = []
    for stmt in body:
        if isinstance(stmt, t.If) and (is_there := _test(stmt.test, name)) is not None:
            out += _branch(stmt.body if is_there is given else stmt.orelse, name, given)
        elif isinstance(stmt, t.Return) and isinstance(stmt.value, t.IfExp) and (
                is_there := _test(stmt.value.test, name)) is not None:
            out.append(t.Return(stmt.span, stmt.value.body if is_there is given else stmt.value.orelse))
        else:
            out.append(stmt)
        if out and isinstance(out[-1], t.Return):
            break
    return out


def _test(test: t.Expr, name: str) -> bool | None:
    """Whether a test holds where the parameter is given; None for a test of something else."""
    match test:
        case t.Compare(left=t.Name(id=found), ops=("is" | "is not" as op,), comparators=(right,)) if (
                found == name and _is_none(right)):
            return op == "is not"
        case t.Name(id=found) if found == name:
            return True
        case t.UnaryOp(op="not", operand=t.Name(id=found)) if found == name:
            return False
    return None


def _returns_applied(given: list[t.Stmt], prefix: list[t.Stmt], inner: str, name: str) -> bool:
    """Whether `given` is `prefix`, which leaves the parameter alone, and `return inner(name)`."""
    if len(given) != len(prefix) + 1 or any(a is not b for a, b in zip(given, prefix, strict=False)):
        return False
    if not any(isinstance(s, t.FunctionDef) and s.name == inner for s in prefix) or any(
            _mentions(s, name) for s in prefix):
        return False
    match given[-1]:
        case t.Return(value=t.Call(func=t.Name(id=func), args=(t.Name(id=arg),), keywords=())):
            return func == inner and arg == name
    return False


def _calls_again(node: t.Expr, function: t.FunctionDef, name: str) -> bool:
    """Whether `node` is a function that calls `function` with what it gets and all the arguments that there are."""
    match node:
        case t.Call(func=t.Name(id="partial") | t.Attribute(attr="partial"), args=(t.Name(id=again),), keywords=passed):
            pass
        case t.Lambda(args=t.Arguments(posonly=(), args=(one,), vararg=None, kwonly=(), kwarg=None),
                      body=t.Call(func=t.Name(id=again), args=(t.Name(id=arg),), keywords=passed)) if arg == one.name:
            pass
        case _:
            return False
    same = {k.name for k in passed if isinstance(k.value, t.Name) and k.value.id == k.name}
    wanted = {arg.name for arg in function.args.kwonly}
    return again == function.name and same == wanted and len(passed) == len(wanted)


def _mentions(node: t.Node, name: str) -> bool:
    """Whether `node` reads or sets the variable `name` of the function around."""
    if isinstance(node, (t.FunctionDef, t.Lambda)) and name in parameters(node.args):
        return False
    return isinstance(node, t.Name) and node.id == name or any(_mentions(below, name) for below in children(node))


# Its uses

def _called(node: Any, names: set[str]) -> Any:
    """`node` with every use of such a decorator as a call of the factory."""
    if isinstance(node, (t.FunctionDef, t.ClassDef)):
        node = replace(node, decorators=tuple(
            t.Call(d.span, d, (), ()) if isinstance(d, t.Name) and d.id in names else d for d in node.decorators))
    if isinstance(node, (t.FunctionDef, t.ClassDef, t.Lambda)):
        names = names - {name for below in children(node) for name in bound_in(below)}
        if isinstance(node, (t.FunctionDef, t.Lambda)):
            names = names - set(parameters(node.args))
    node = with_children(node, lambda below: _called(below, names))
    match node:
        case t.Call(func=t.Name(id=name) as func, args=(only,), keywords=keywords) if (
                name in names and (isinstance(only, (t.Name, t.Attribute, t.Lambda)) or not keywords)
                and not isinstance(only, t.Starred)):           # the arguments are evaluated before what is decorated
            return t.Call(node.span, t.Call(node.span, func, (), keywords), (only,), ())
    return node
