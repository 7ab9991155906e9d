"""Classes that a module makes by a call, written out as classes.

    P = NamedTuple("P", [("x", int), ("y", str)])      class P(NamedTuple): x: int; y: str
    Color = Enum("Color", "RED GREEN")                 class Color(Enum): RED = 1; GREEN = 2
    Level = IntEnum("Level", {"LOW": 1, "HIGH": 5})    class Level(IntEnum): LOW = 1; HIGH = 5

The call stands at module level, its first argument is the variable's name, and the others are literals; what is written
otherwise keeps its call, and gets the error of a class that is no function. `collections.namedtuple` says nothing of
types, and gets an error with the class to write.
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.syntax import tree as t
from rumpkc.types.scopes import dotted

UNTYPED = "collections.namedtuple"
KINDS = {"typing.NamedTuple": "NamedTuple", UNTYPED: "namedtuple",
         **{f"enum.{name}": name for name in ("Enum", "IntEnum", "Flag", "IntFlag")}}


def expand(body: tuple[t.Stmt, ...]) -> tuple[t.Stmt, ...]:
    """The statements of a module with such calls written out."""
    known: dict[str, str] = {}
    for stmt in body:
        match stmt:
            case t.ImportFrom(module=str(home), names=names, level=0):
                known.update({a.asname or a.name: KINDS[f"{home}.{a.name}"] for a in names
                              if f"{home}.{a.name}" in KINDS})
            case t.Import(names=names):
                known.update({f"{a.asname or a.name}.{kind}": kind for full, kind in KINDS.items() for a in names
                              if full.partition(".")[0] == a.name})
    return tuple(_written(stmt, known) for stmt in body) if known else body


def _written(stmt: t.Stmt, known: dict[str, str]) -> t.Stmt:
    match stmt:
        case t.Assign(targets=(t.Name(id=name),), value=t.Call(func=func, args=(_, fields, *_)) as call) if (
                known.get(dotted(func)) == "namedtuple"):
            raise _untyped(name, fields, call)
        case t.Assign(targets=(t.Name(id=name),), value=t.Call(func=func, args=(first, second), keywords=())):
            kind = known.get(dotted(func), "")
            if not kind or not isinstance(first, t.Constant) or first.value != name:
                return stmt
            parts = _fields(second) if kind == "NamedTuple" else _members(second, "Flag" in kind)
            if parts:
                return t.ClassDef(stmt.span, name, (func,), (), parts, (), (), stmt.targets[0].span)
    return stmt


def _untyped(name: str, fields: t.Expr, call: t.Call) -> Exception:
    """The error for a named tuple whose fields have no types, with what to write."""
    named = [dotted(part.targets[0]) for part in _members(fields, False) if isinstance(part, t.Assign)]
    shown = ", ".join(f"`{field}: …`" for field in named) or "the fields"
    return fail("E0302", "the fields of this named tuple have no types", call.span,
                help=f"write `class {name}(NamedTuple):` and below it {shown}, with their types")


def _fields(node: t.Expr) -> tuple[t.Stmt, ...]:
    """`[("x", int), …]`."""
    out: list[t.Stmt] = []
    for item in node.elts if isinstance(node, (t.List, t.Tuple)) else ():
        if not isinstance(item, t.Tuple) or len(item.elts) != 2 or not (name := _identifier(item.elts[0])):
            return ()
        out.append(t.AnnAssign(item.span, t.Name(item.elts[0].span, name), item.elts[1], None, True))
    return tuple(out)


def _members(node: t.Expr, flags: bool) -> tuple[t.Stmt, ...]:
    """`"RED GREEN"`, `["RED", "GREEN"]`, `[("RED", 1), …]`, `{"RED": 1, …}`; values count from 1, or in powers of 2."""
    pairs: list[tuple[t.Expr, t.Expr | None]] = []
    match node:
        case t.Constant(kind="str", value=str(text)):
            pairs = [(t.Constant(node.span, word, "str"), None) for word in text.replace(",", " ").split()]
        case t.Dict(keys=keys, values=values):
            pairs = [(key, value) for key, value in zip(keys, values, strict=True) if key is not None]
        case t.List(elts=items) | t.Tuple(elts=items):
            pairs = [(item.elts[0], item.elts[1]) if isinstance(item, t.Tuple) and len(item.elts) == 2 else (item, None)
                     for item in items]
    out: list[t.Stmt] = []
    for number, (key, value) in enumerate(pairs):
        name = _identifier(key)
        if not name:
            return ()
        given = value or t.Constant(key.span, 1 << number if flags else number + 1, "int")
        out.append(t.Assign(key.span, (t.Name(key.span, name),), given))
    return tuple(out)


def _identifier(node: t.Expr) -> str:
    if isinstance(node, t.Constant) and node.kind == "str" and str(node.value).isidentifier():
        return str(node.value)
    return ""
