"""PEP 695, which CPython 3.11 does not parse: expectations by hand."""

from __future__ import annotations

from typing import Any

import pytest

from rumpkc.diagnostics import CompileError
from rumpkc.source import Source
from rumpkc.syntax import tree
from rumpkc.syntax.parse import parse_module


def parse(text: str) -> Any:
    """The only statement of a program."""
    (statement,) = parse_module(Source("t.py", text)).body
    return statement


def shape(parameters: tuple[Any, ...]) -> list[Any]:
    """Type parameters as (class, name, text of the bound)."""
    return [(type(p).__name__, p.name, getattr(getattr(p, "bound", None), "id", None), p.span[1:]) for p in parameters]


def test_function() -> None:
    """All kinds of parameters; the function is otherwise as ever."""
    node = parse("def f[T, U: int, *Ts, **P](a: T, *b: *Ts) -> U:\n    return a\n")
    assert type(node) is tree.FunctionDef and node.name == "f" and len(node.body) == 1
    assert shape(node.type_params) == [
        ("TypeVarParam", "T", None, (1, 6, 1, 7)), ("TypeVarParam", "U", "int", (1, 9, 1, 15)),
        ("TypeVarTupleParam", "Ts", None, (1, 17, 1, 20)), ("ParamSpecParam", "P", None, (1, 22, 1, 25))]
    assert node.args.args[0].annotation.id == "T" and node.returns.id == "U"


def test_trailing_comma_and_async() -> None:
    """`[T,]`, and `async def` with a decorator."""
    node = parse("@d\nasync def f[T,](): pass\n")
    assert type(node) is tree.AsyncFunctionDef and [p.name for p in node.type_params] == ["T"]
    assert node.span[1:3] == (2, 0) and node.decorators[0].id == "d"


def test_class() -> None:
    """With and without bases."""
    assert shape(parse("class A[T]: pass\n").type_params) == [("TypeVarParam", "T", None, (1, 8, 1, 9))]
    node = parse("class A[T: (int, str)](B[T], k=1): pass\n")
    assert type(node.type_params[0].bound) is tree.Tuple
    assert type(node.bases[0]) is tree.Subscript and node.keywords[0].name == "k"
    assert parse("class A: pass\n").type_params == ()


def test_alias() -> None:
    """`type` statements, alone, behind `;`, in a block and on the line of an `if`."""
    node = parse("type Pair[T] = tuple[T, T]\n")
    assert type(node) is tree.TypeAlias and node.name.id == "Pair" and node.name.span[1:] == (1, 5, 1, 9)
    assert shape(node.type_params) == [("TypeVarParam", "T", None, (1, 10, 1, 11))] and node.span[1:] == (1, 0, 1, 26)
    body = parse_module(Source("t.py", "x = 1; type X = int\ntype type = type\ntype match = case\n")).body
    assert [type(s).__name__ for s in body] == ["Assign", "TypeAlias", "TypeAlias", "TypeAlias"]
    assert type(parse("if x: type X = int\n").body[0]) is tree.TypeAlias
    assert type(parse("if x:\n    type X = int\n").body[0]) is tree.TypeAlias


def test_type_stays_a_name() -> None:
    """Everything else that begins with `type` is an expression or assignment."""
    for text in ("type = 1", "type(x)", "type.x", "type[x] = 1", "type: int = 1", "type, x = y", "x = type", "type",
                 "type + x", "type in x", "type if a else b", "type or x"):
        assert type(parse(text)) is not tree.TypeAlias


@pytest.mark.parametrize("text", [
    "type X", "type X =", "type X: int = 1", "type X[T = int", "type X.y = int", "type X[] = int", "def f[](): pass",
    "class A[]: pass", "def f[T: ](): pass", "def f[*T: int](): pass", "def f[1](): pass", "type 1 = int",
    "def f[T: *x](): pass", "type X = yield", "type X = *a, b", "type X = a, b", "x: type Y = int", "type X += int"])
def test_wrong(text: str) -> None:
    """What PEP 695's grammar refuses."""
    with pytest.raises(CompileError) as caught:
        parse(text)
    assert caught.value.diagnostics[0].code.startswith("E01")
