"""What of Python is compiled, read off the tests: which program holds a construct, which file of tests/fail.

`FORMS` lists the productions of Python's grammar, by the nodes of our own tree that they become; `builtin_names` and
`METHODS` list what CPython itself offers. A form that a program of tests/run contains is compiled: that program runs on
four machines. One that only tests/fail contains is refused, with the code that stands there. docs/tables.py prints the
tables; tests/unit/docs fails for a form, builtin or method without a test.
"""

from __future__ import annotations

import builtins
import collections
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from rumpkc.diagnostics import CompileError
from rumpkc.source import Source
from rumpkc.syntax import tree as t
from rumpkc.syntax.parse import parse_cached
from rumpkc.validate.walk import children

ROOT = Path(__file__).resolve().parent.parent
RUN, FAIL = ROOT / "tests" / "run", ROOT / "tests" / "fail"
PLACE = re.compile(r"(?:error|warning)\[(\w\d+)\]: .*\n +--> [^:\n]+:(\d+):(\d+)$", re.MULTILINE)
METHODS: dict[str, type] = {
    "str": str, "bytes": bytes, "bytearray": bytearray, "list": list, "tuple": tuple, "dict": dict, "set": set,
    "frozenset": frozenset, "range": range, "deque": collections.deque, "int": int, "float": float}
KINDS = {"str": "str", "bytes": "bytes", "int": "int", "float": "float"}        # Constant.kind to a row of METHODS


@dataclass(frozen=True)
class Form:
    """A production: how it is written, and which nodes are it."""

    group: str
    written: str
    node: type[t.Node]
    holds: Callable[[Any], bool]


def _always(_: Any) -> bool:
    return True


def _some(items: Any, kind: type) -> bool:
    """Whether one of the nodes is of that class."""
    return any(isinstance(item, kind) for item in items)


def _group(name: str, *rows: tuple[Any, ...]) -> list[Form]:
    """Rows of (how it is written, node class, predicate); no predicate holds for all nodes of the class."""
    return [Form(name, row[0], row[1], row[2] if len(row) > 2 else _always) for row in rows]


def _operators(name: str, node: type[t.Node], spelled: str, shown: str) -> list[Form]:
    return [Form(name, shown.format(op), node, lambda n, op=op: n.op == op) for op in spelled.split()]


ARITHMETIC = "+ - * / // % ** << >> & | ^"
FORMS: tuple[Form, ...] = (
    *_group("modules",
            ("a module", t.Module),
            ("`import a`", t.Import),
            ("`import a as b`", t.Import, lambda n: any(a.asname for a in n.names)),
            ("`import a.b`", t.Import, lambda n: any("." in a.name for a in n.names)),
            ("`from a import b`", t.ImportFrom, lambda n: n.level == 0),
            ("`from a import b as c`", t.ImportFrom, lambda n: any(a.asname for a in n.names)),
            ("`from . import b`", t.ImportFrom, lambda n: n.level > 0),
            ("`from a import *`", t.ImportFrom, lambda n: n.names[0].name == "*"),
            ("an imported name", t.Alias)),
    *_group("functions",
            ("`def f(): …`", t.FunctionDef),
            ("`def f() -> T`", t.FunctionDef, lambda n: n.returns is not None),
            ("`def f` inside a function", t.FunctionDef, lambda n: _some(n.body, t.FunctionDef)),
            ("a docstring", t.FunctionDef,
             lambda n: isinstance(n.body[0], t.ExprStmt) and getattr(n.body[0].value, "kind", "") == "str"),
            ("decorators `@d`", t.FunctionDef, lambda n: _some(n.decorators, t.Name)),
            ("decorators `@d(x)`", t.FunctionDef, lambda n: _some(n.decorators, t.Call)),
            ("decorators `@a.b`", t.FunctionDef, lambda n: _some(n.decorators, t.Attribute)),
            ("type parameters `def f[T]()`", t.FunctionDef, lambda n: bool(n.type_params)),
            ("parameter lists", t.Arguments),
            ("`(a, /)`", t.Arguments, lambda n: bool(n.posonly)),
            ("`(a, b)`", t.Arguments, lambda n: len(n.args) > 1),
            ("`(*args)`", t.Arguments, lambda n: n.vararg is not None),
            ("`(*, a)`", t.Arguments, lambda n: bool(n.kwonly)),
            ("`(**kwargs)`", t.Arguments, lambda n: n.kwarg is not None),
            ("`a: T`", t.Arg, lambda n: n.annotation is not None),
            ("`a=1`", t.Arg, lambda n: n.default is not None),
            ("`return`", t.Return, lambda n: n.value is None),
            ("`return x`", t.Return, lambda n: n.value is not None),
            ("`async def`", t.AsyncFunctionDef),
            ("`await x`", t.Await),
            ("`async for`", t.AsyncFor),
            ("`async with`", t.AsyncWith),
            ("`async for` in a comprehension", t.Comprehension, lambda n: n.is_async),
            ("`yield`", t.Yield, lambda n: n.value is None),
            ("`yield x`", t.Yield, lambda n: n.value is not None),
            ("`yield from x`", t.YieldFrom),
            ("`lambda: x`", t.Lambda, lambda n: not n.args.args),
            ("`lambda a: x`", t.Lambda, lambda n: bool(n.args.args)),
            ("`lambda a=1: x`", t.Lambda, lambda n: any(a.default for a in n.args.args)),
            ("`global x`", t.Global), ("`nonlocal x`", t.Nonlocal)),
    *_group("classes",
            ("`class C: …`", t.ClassDef, lambda n: not n.bases),
            ("`class C(B)`", t.ClassDef, lambda n: len(n.bases) == 1),
            ("`class C(A, B)` of two classes with fields", t.ClassDef,
             lambda n: len(n.bases) == 2 and all(isinstance(b, t.Name) and b.id in "ABCD" for b in n.bases)),
            ("`class C(B, Generic[T])`", t.ClassDef, lambda n: _some(n.bases, t.Subscript)),
            ("`class C(metaclass=M)`", t.ClassDef, lambda n: any(k.name == "metaclass" for k in n.keywords)),
            ("`class C[T]`", t.ClassDef, lambda n: bool(n.type_params)),
            ("decorators of classes", t.ClassDef, lambda n: bool(n.decorators)),
            ("methods", t.ClassDef, lambda n: _some(n.body, t.FunctionDef)),
            ("fields `x: T`", t.ClassDef, lambda n: _some(n.body, t.AnnAssign)),
            ("class variables `x = 1`", t.ClassDef, lambda n: _some(n.body, t.Assign)),
            ("a class inside a class", t.ClassDef, lambda n: _some(n.body, t.ClassDef)),
            ("a class inside a function", t.FunctionDef, lambda n: _some(n.body, t.ClassDef)),
            ("`def __getattr__`", t.FunctionDef,
             lambda n: n.name in ("__getattr__", "__getattribute__", "__setattr__")),
            ("`type X = …`", t.TypeAlias), ("type parameter `T`, `T: B`", t.TypeVarParam),
            ("type parameter `*Ts`", t.TypeVarTupleParam), ("type parameter `**P`", t.ParamSpecParam)),
    *_group("assignment",
            ("`x = y`", t.Assign, lambda n: isinstance(n.targets[0], t.Name)),
            ("`x = y = z`", t.Assign, lambda n: len(n.targets) > 1),
            ("`a, b = x`", t.Assign, lambda n: isinstance(n.targets[0], t.Tuple)),
            ("`[a, b] = x`", t.Assign, lambda n: isinstance(n.targets[0], t.List)),
            ("`a, *b = x`", t.Assign,
             lambda n: isinstance(n.targets[0], t.Tuple) and _some(n.targets[0].elts, t.Starred)),
            ("`x.a = y`", t.Assign, lambda n: isinstance(n.targets[0], t.Attribute)),
            ("`x[i] = y`", t.Assign, lambda n: isinstance(n.targets[0], t.Subscript)),
            ("`x[a:b] = y`", t.Assign,
             lambda n: isinstance(n.targets[0], t.Subscript) and isinstance(n.targets[0].slice, t.Slice)),
            ("`x: T = y`", t.AnnAssign, lambda n: n.value is not None),
            ("`x: T`", t.AnnAssign, lambda n: n.value is None),
            ("`self.x: T = y`", t.AnnAssign, lambda n: isinstance(n.target, t.Attribute)),
            ("`(x := y)`", t.NamedExpr)),
    *_operators("assignment", t.AugAssign, ARITHMETIC, "`x {}= y`"),
    Form("assignment", "`x @= y`", t.AugAssign, lambda n: n.op == "@"),
    *_group("assignment",
            ("`x.a += y`", t.AugAssign, lambda n: isinstance(n.target, t.Attribute)),
            ("`x[i] += y`", t.AugAssign, lambda n: isinstance(n.target, t.Subscript)),
            ("`del x[i]`", t.Delete,
             lambda n: isinstance(n.targets[0], t.Subscript) and not isinstance(n.targets[0].slice, t.Slice)),
            ("`del x[a:b]`", t.Delete,
             lambda n: isinstance(n.targets[0], t.Subscript) and isinstance(n.targets[0].slice, t.Slice)),
            ("`del x`", t.Delete, lambda n: isinstance(n.targets[0], t.Name)),
            ("`del x.a`", t.Delete, lambda n: isinstance(n.targets[0], t.Attribute))),
    *_group("control flow",
            ("an expression as a statement", t.ExprStmt),
            ("`pass`", t.Pass),
            ("`break`", t.Break),
            ("`continue`", t.Continue),
            ("`if`", t.If),
            ("`elif`, `else`", t.If, lambda n: bool(n.orelse)),
            ("`while`", t.While),
            ("`while … else`", t.While, lambda n: bool(n.orelse)),
            ("`for`", t.For),
            ("`for … else`", t.For, lambda n: bool(n.orelse)),
            ("`for a, b in x`", t.For, lambda n: isinstance(n.target, t.Tuple)),
            ("`with`", t.With),
            ("`with a, b`", t.With, lambda n: len(n.items) > 1),
            ("`with x`", t.WithItem, lambda n: n.target is None),
            ("`with x as y`", t.WithItem, lambda n: n.target is not None),
            ("`assert x`", t.Assert, lambda n: n.msg is None),
            ("`assert x, y`", t.Assert, lambda n: n.msg is not None),
            ("`raise`", t.Raise, lambda n: n.exc is None),
            ("`raise x`", t.Raise, lambda n: n.exc is not None),
            ("`raise x from y`", t.Raise, lambda n: n.cause is not None),
            ("`raise x from None`", t.Raise, lambda n: isinstance(n.cause, t.Constant)),
            ("`try … except`", t.Try, lambda n: bool(n.handlers)),
            ("`try … else`", t.Try, lambda n: bool(n.orelse)),
            ("`try … finally`", t.Try, lambda n: bool(n.finalbody)),
            ("`except:`", t.ExceptHandler, lambda n: n.type is None),
            ("`except E`", t.ExceptHandler, lambda n: n.type is not None and n.name is None),
            ("`except E as e`", t.ExceptHandler, lambda n: n.name is not None),
            ("`except (A, B)`", t.ExceptHandler, lambda n: isinstance(n.type, t.Tuple)),
            ("`except* E`", t.TryStar)),
    *_group("match",
            ("`match x`", t.Match),
            ("`case`", t.MatchCase),
            ("`case … if`", t.MatchCase, lambda n: n.guard is not None),
            ("`1`, `'a'`, `-1`", t.MatchValue),
            ("`a.b`", t.MatchValue, lambda n: isinstance(n.value, t.Attribute)),
            ("`None`, `True`", t.MatchSingleton),
            ("`[a, b]`", t.MatchSequence),
            ("`*rest`", t.MatchStar, lambda n: n.name is not None),
            ("`*_`", t.MatchStar, lambda n: n.name is None),
            ("`{k: p}`", t.MatchMapping),
            ("`{**rest}`", t.MatchMapping, lambda n: n.rest is not None),
            ("`C()`", t.MatchClass),
            ("`C(a)`", t.MatchClass, lambda n: bool(n.patterns)),
            ("`C(a=p)`", t.MatchClass, lambda n: bool(n.kwd_patterns)),
            ("`x`", t.MatchAs, lambda n: n.name is not None and n.pattern is None),
            ("`_`", t.MatchAs, lambda n: n.name is None),
            ("`p as x`", t.MatchAs, lambda n: n.pattern is not None), ("`p | q`", t.MatchOr)),
    *_operators("operators", t.BinOp, ARITHMETIC, "`x {} y`"),
    Form("operators", "`x @ y`", t.BinOp, lambda n: n.op == "@"),
    *_operators("operators", t.UnaryOp, "- + ~ not", "`{} x`"),
    *_operators("operators", t.BoolOp, "and or", "`x {} y`"),
    *(Form("operators", f"`x {op} y`", t.Compare, lambda n, op=op: op in n.ops)
      for op in ("==", "!=", "<", "<=", ">", ">=", "is", "is not", "in", "not in")),
    Form("operators", "`a < b < c`", t.Compare, lambda n: len(n.ops) > 1),
    *_group("expressions",
            ("`x if c else y`", t.IfExp),
            ("names", t.Name),
            ("`x.a`", t.Attribute),
            ("`x.__dict__`", t.Attribute, lambda n: n.attr == "__dict__"),
            ("`x[i]`", t.Subscript, lambda n: not isinstance(n.slice, t.Slice)),
            ("`x[a:b]`", t.Slice, lambda n: n.step is None),
            ("`x[a:b:c]`", t.Slice, lambda n: n.step is not None),
            ("`x[a, b]`", t.Subscript, lambda n: isinstance(n.slice, t.Tuple)),
            ("`f(x)`", t.Call),
            ("`f(a=x)`", t.Keyword, lambda n: n.name is not None),
            ("`f(**d)`", t.Call, lambda n: any(k.name is None for k in n.keywords)),
            ("`f(*xs)`", t.Call, lambda n: _some(n.args, t.Starred)),
            ("`[a, b]`", t.List),
            ("`[*a, b]`", t.List, lambda n: _some(n.elts, t.Starred)),
            ("`(a, b)`", t.Tuple),
            ("`()`", t.Tuple, lambda n: not n.elts),
            ("`(*a, b)`", t.Tuple, lambda n: _some(n.elts, t.Starred)),
            ("`{a, b}`", t.Set),
            ("`{*a, b}`", t.Set, lambda n: _some(n.elts, t.Starred)),
            ("`{k: v}`", t.Dict), ("`{**d}`", t.Dict, lambda n: None in n.keys), ("`*x`", t.Starred),
            ("`[x for …]`", t.ListComp),
            ("`{x for …}`", t.SetComp),
            ("`{k: v for …}`", t.DictComp),
            ("`(x for …)`", t.GeneratorExp),
            ("`for … if c`", t.Comprehension, lambda n: bool(n.ifs)),
            ("`for a, b in x`", t.Comprehension, lambda n: isinstance(n.target, t.Tuple)),
            ("`for … for …`", t.ListComp, lambda n: len(n.generators) > 1),
            ("f-strings", t.JoinedStr),
            ("`{x}`", t.FormattedValue),
            ("`{x:spec}`", t.FormattedValue, lambda n: n.format_spec is not None),
            ("`{x:{width}}`", t.FormattedValue,
             lambda n: n.format_spec is not None and _some(n.format_spec.values, t.FormattedValue))),
    *(Form("expressions", f"`{{x!{c}}}`", t.FormattedValue, lambda n, c=c: n.conversion == c) for c in "sra"),
    *(Form("literals", shown, t.Constant, lambda n, kind=kind: n.kind == kind)
      for kind, shown in (("int", "`1`"), ("float", "`1.5`"), ("complex", "`1j`"), ("str", "`'text'`"),
                          ("bytes", "`b'bytes'`"), ("bool", "`True`"), ("none", "`None`"))),
    Form("literals", "`...` as a body", t.ExprStmt,
             lambda n: isinstance(n.value, t.Constant) and n.value.kind == "ellipsis"),
    Form("literals", "`...` as a value", t.Return,
             lambda n: isinstance(n.value, t.Constant) and n.value.kind == "ellipsis"),
)


@dataclass
class Coverage:
    """Which tests hold what. Keys: a form's (group, how it is written), a builtin's name, (class, method)."""

    compiled: dict[Any, list[str]] = field(default_factory=lambda: defaultdict(list))
    refused: dict[Any, list[Refusal]] = field(default_factory=lambda: defaultdict(list))


def builtin_names() -> list[str]:
    """The builtin functions, classes and exceptions of CPython; `exit`, `copyright` and the like are the prompt's."""
    prompt = {"copyright", "credits", "exit", "help", "license", "quit"}
    constants = {"None", "True", "False", "Ellipsis"}
    return sorted(n for n in vars(builtins) if not n.startswith("_") and n not in prompt | constants)


def method_names(shown: str) -> list[str]:
    return sorted(n for n in dir(METHODS[shown]) if not n.startswith("_"))


@dataclass(frozen=True)
class Refusal:
    """One error of a test of tests/fail: the title of the code's page, what the help line says, the test's name."""

    code: str
    title: str
    help: str
    test: str
    line: int
    col: int


def refusals(name: str) -> list[Refusal]:
    """What test `name` is told."""
    said = (FAIL / f"{name}.expected").read_text(encoding="utf-8")
    found = []
    for block in re.split(r"^(?=error|warning)", said, flags=re.MULTILINE):
        if place := PLACE.match(block):
            helps = re.search(r"= help: (.*)", block)
            hint = helps[1] if helps else "see the page"
            found.append(Refusal(place[1], _title(place[1]), hint, name, int(place[2]), int(place[3]) - 1))
    return found


def all_refusals() -> dict[str, Refusal]:
    """Every code of tests/fail with the first test that has it."""
    found: dict[str, Refusal] = {}
    for path in sorted(FAIL.glob("*.expected")):
        for one in refusals(path.stem):
            found.setdefault(one.code, one)
    return found


@cache
def _title(code: str) -> str:
    page = ROOT / "compiler" / "rumpkc" / "codes" / f"{code}.md"
    return page.read_text(encoding="utf-8").partition("\n")[0].partition(": ")[2]


@cache
def coverage() -> Coverage:
    """Every test read once."""
    found = Coverage()
    for path in sorted(RUN.glob("*.py")):
        for key in {key for _, key in _keys(tree_of(path))}:
            found.compiled[key].append(path.stem)
    for path in sorted([*FAIL.glob("*.py"), *FAIL.glob("*/main.py")]):
        try:
            keys = list(_keys(tree_of(path)))
        except CompileError:
            continue                        # what is no Python has no construct
        said = refusals(path.stem if path.parent == FAIL else path.parent.name)
        for node, key in keys:
            found.refused[key] += [one for one in said if _inside(node.span, one.line, one.col)]
    return found


def _inside(span: Any, line: int, col: int) -> bool:
    return (span.line, span.col) <= (line, col) <= (span.end_line, span.end_col)


def tree_of(path: Path) -> t.Module:
    return parse_cached(Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")))


BY_NODE: dict[type[t.Node], list[Form]] = defaultdict(list)
for _form in FORMS:
    BY_NODE[_form.node].append(_form)
BUILTINS = frozenset(builtin_names())


def _keys(module: t.Module) -> Iterator[tuple[t.Node, Any]]:
    """Every node with each thing that it is a use of."""
    stack: list[tuple[t.Node, dict[str, str]]] = [(module, {})]
    fields: set[int] = set()
    while stack:
        node, types = stack.pop()
        if isinstance(node, (t.FunctionDef, t.Module)):
            types = {**types, **_declared(node)}
        for form in BY_NODE.get(type(node), ()):
            if form.holds(node):
                yield node, (form.group, form.written)
        if isinstance(node, t.AnnAssign) and isinstance(node.target, t.Name):
            fields.add(id(node.target))                     # a field `vars: …` is no use of the builtin
        if isinstance(node, t.Name) and node.id in BUILTINS and id(node) not in fields:
            yield node, node.id
        elif isinstance(node, t.Attribute) and (kind := _class_of(node.value, types)) in METHODS:
            yield node, (kind, node.attr)
        stack += [(child, types) for child in children(node)]


def _declared(scope: t.FunctionDef | t.Module) -> dict[str, str]:
    """Names whose annotation says what class of METHODS they are."""
    found: dict[str, str] = {}
    if isinstance(scope, t.FunctionDef):
        for arg in (*scope.args.posonly, *scope.args.args, *scope.args.kwonly):
            found[arg.name] = _annotated(arg.annotation)
    for node in scope.body:
        if isinstance(node, t.AnnAssign) and isinstance(node.target, t.Name):
            found[node.target.id] = _annotated(node.annotation)
    return found


def _annotated(annotation: t.Expr | None) -> str:
    if isinstance(annotation, t.Subscript):
        annotation = annotation.value
    return annotation.id if isinstance(annotation, t.Name) else ""


def _class_of(value: t.Expr, types: dict[str, str]) -> str:
    """The class of METHODS that a receiver evidently is, or empty."""
    if isinstance(value, t.Name):
        return types.get(value.id) or (value.id if value.id in METHODS else "")
    if isinstance(value, t.Constant):
        return KINDS.get(value.kind, "")
    if isinstance(value, t.Call) and isinstance(value.func, t.Name):
        return value.func.id if value.func.id in METHODS else ""
    return {t.List: "list", t.Dict: "dict", t.Set: "set", t.Tuple: "tuple", t.JoinedStr: "str"}.get(type(value), "")
