"""Names of `operator`, written out as the expressions that they stand for.

    operator.add(a, b)               a + b
    reduce(mul, xs)                  reduce(lambda a, b: a * b, xs)
    sorted(xs, key=itemgetter(1))    sorted(xs, key=lambda x: x[1])
    attrgetter("a.b")                lambda x: x.a.b
    methodcaller("find", "x", 1)     lambda x: x.find("x", 1)

What such a call is given must be literals, because a lambda would evaluate it again each time. `wrapped.expand` calls
this; a module that binds one of the names in a function as well keeps them, and gets the error of an unknown name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rumpkc.diagnostics import fail
from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import bound_by, children, with_children
from rumpkc.types.scopes import dotted

BINARY = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "lshift": "<<",
    "rshift": ">>", "and_": "&", "or_": "|", "xor": "^", "concat": "+", "matmul": "@",
}
COMPARED = {"lt": "<", "le": "<=", "eq": "==", "ne": "!=", "ge": ">=", "gt": ">", "is_": "is", "is_not": "is not"}
UNARY = {"neg": "-", "pos": "+", "invert": "~", "inv": "~", "not_": "not"}
CALLED = {"abs": "abs", "truth": "bool"}
MAKERS = ("itemgetter", "attrgetter", "methodcaller")
NAMES = frozenset((*BINARY, *COMPARED, *UNARY, *CALLED, *MAKERS, "contains", "getitem"))


def expand(body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
    """The statements of a module with the names of `operator` written out."""
    known: dict[str, str] = {}
    for stmt in body:
        match stmt:
            case t.ImportFrom(module="operator", names=names, level=0):
                known.update({a.asname or a.name: a.name for a in names if a.name in NAMES})
            case t.Import(names=names):
                known.update({f"{a.asname or a.name}.{name}": name for a in names if a.name == "operator"
                              for name in NAMES})
    if not known:
        return body
    bound = _bound(body)
    known = {name: what for name, what in known.items() if name.partition(".")[0] not in bound}
    return tuple(_written(stmt, known) for stmt in body)


def _bound(body: tuple[t.Stmt, ...]) -> set[str]:
    """All that the module binds but by imports, and the names of parameters."""
    out: set[str] = set()
    todo: list[Any] = list(body)
    while todo:
        node = todo.pop()
        if not isinstance(node, (t.Import, t.ImportFrom)):
            out |= bound_by(node)
        todo += children(node)
    return out


def _written(node: Any, known: dict[str, str]) -> Any:
    """`node` with its parts, and then itself, written out."""
    if isinstance(node, (t.Import, t.ImportFrom)):
        return node
    if isinstance(node, t.Call):
        name = known.get(dotted(node.func), "")
        if name:
            return _call(replace(node, args=tuple(_written(a, known) for a in node.args)), name)
    elif isinstance(node, (t.Name, t.Attribute)) and (name := known.get(dotted(node), "")):
        return as_value(node, name)
    return with_children(node, lambda below: _written(below, known))


def _lambda(node: t.Node, names: tuple[str, ...], body: t.Expr) -> t.Expr:
    args = tuple(t.Arg(node.span, name, None, None) for name in names)
    return t.Lambda(node.span, t.Arguments(node.span, (), args, None, (), None), body)


def as_value(node: t.Expr, name: str) -> t.Expr:
    """The function itself, as a lambda."""
    if name in MAKERS:
        raise fail("E0414", f"`{name}` is no value", node.span, help=f"call it: `{name}(…)`")
    names = (f"{name}@a",) if name in UNARY or name in CALLED else (f"{name}@a", f"{name}@b")
    return _lambda(node, names, _applied(node, name, [t.Name(node.span, n) for n in names]))


def _applied(node: t.Expr, name: str, args: list[Any]) -> t.Expr:
    span = node.span
    if name in BINARY:
        return t.BinOp(span, args[0], BINARY[name], args[1])
    if name in COMPARED:
        return t.Compare(span, args[0], (COMPARED[name],), (args[1],))
    if name in UNARY:
        return t.UnaryOp(span, UNARY[name], args[0])
    if name in CALLED:
        return t.Call(span, t.Name(span, CALLED[name]), (args[0],), ())
    if name == "contains":
        return t.Compare(span, args[1], ("in",), (args[0],))
    return t.Subscript(span, args[0], args[1])


def _call(node: t.Call, name: str) -> t.Expr:
    if node.keywords and name != "methodcaller" or any(isinstance(a, t.Starred) for a in node.args):
        raise fail("E0310", f"`{name}` takes its arguments by position, one by one", node.span)
    if name in MAKERS:
        return _maker(node, name)
    count = 1 if name in UNARY or name in CALLED else 2
    if len(node.args) != count:
        raise fail("E0310", f"`{name}` takes {'one argument' if count == 1 else 'two arguments'}, not {len(node.args)}",
                   node.span)
    if name == "contains":                  # the container is evaluated first
        return replace(node, func=as_value(node.func, name))
    return _applied(node, name, list(node.args))


def _maker(node: t.Call, name: str) -> t.Expr:
    given = (*node.args, *(k.value for k in node.keywords))
    wrong = next((a for a in given if not _is_literal(a)), None)
    if not node.args or wrong is not None:
        raise fail("E0310", f"`{name}` takes literals", (wrong or node).span,
                   help=f"write a lambda in place of `{name}`")
    item: t.Expr = t.Name(node.span, "x@")
    if name == "methodcaller":
        func = t.Attribute(node.span, item, _text(node.args[0], name), node.args[0].span)
        return _lambda(node, ("x@",), t.Call(node.span, func, node.args[1:], node.keywords))
    parts: list[t.Expr] = []
    for arg in node.args:
        part: t.Expr = item
        if name == "itemgetter":
            part = t.Subscript(node.span, item, arg)
        else:
            for word in _text(arg, name).split("."):
                part = t.Attribute(node.span, part, word, arg.span)
        parts.append(part)
    return _lambda(node, ("x@",), parts[0] if len(parts) == 1 else t.Tuple(node.span, tuple(parts)))


def _text(node: t.Expr, name: str) -> str:
    if isinstance(node, t.Constant) and node.kind == "str" and all(
            word.isidentifier() for word in str(node.value).split(".")):
        return str(node.value)
    raise fail("E0310", f"`{name}` takes the name of an attribute", node.span, help="write it as a literal")


def _is_literal(node: t.Expr) -> bool:
    match node:
        case t.Constant():
            return True
        case t.UnaryOp(op="-" | "+", operand=operand):
            return _is_literal(operand)
        case t.Tuple(elts=items):
            return all(map(_is_literal, items))
    return False
