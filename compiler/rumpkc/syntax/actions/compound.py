"""Statements with blocks, and the module."""

from __future__ import annotations

from typing import Any

from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.actions.builder import Builder, action
from rumpkc.syntax.actions.calls import split_arguments
from rumpkc.syntax.actions.displays import WithItems, misplaced_as
from rumpkc.syntax.actions.targets import check_target


def _flat(lists: list[list[Any]]) -> tuple[Any, ...]:
    return tuple([statement for part in lists for statement in part])


@action("module")
def module(build: Builder, v: list[Any], s: int, e: int) -> tree.Module:
    """The whole file."""
    return tree.Module(_whole(build), _flat(v[0]))


@action("module_empty")
def module_empty(build: Builder, v: list[Any], s: int, e: int) -> tree.Module:
    """A file without statements."""
    return tree.Module(_whole(build), ())


def _whole(build: Builder) -> Span:
    last = build.tokens[-1]
    return Span(build.file, 1, 0, last[4], last[5])


@action("block_line")
def block_line(build: Builder, v: list[Any], s: int, e: int) -> tuple[Any, ...]:
    """Simple statements behind the colon."""
    return tuple(v[0])


@action("block")
def block(build: Builder, v: list[Any], s: int, e: int) -> tuple[Any, ...]:
    """An indented block."""
    return _flat(v[2])


# if, while, for

def _chain(build: Builder, elifs: list[Any], orelse: tuple[Any, ...], e: int) -> tuple[Any, ...]:
    """`elif`s from the last to the first, each the `else` of the one before."""
    build.longest_chain = max(build.longest_chain, len(elifs))
    for start, test, body in reversed(elifs):
        orelse = (tree.If(build.span(start, e), test, body, orelse),)
    return orelse


@action("elif")
def elif_(build: Builder, v: list[Any], s: int, e: int) -> tuple[int, Any, Any]:
    """`elif test: body`."""
    return s, v[1], v[3]


@action("if_")
def if_(build: Builder, v: list[Any], s: int, e: int) -> tree.If:
    """`if` without `else`."""
    return tree.If(build.span(s, e), v[1], v[3], _chain(build, v[4], (), e) if len(v) == 5 else ())


@action("if_else")
def if_else(build: Builder, v: list[Any], s: int, e: int) -> tree.If:
    """`if` and `else`."""
    return tree.If(build.span(s, e), v[1], v[3], v[4])


@action("if_elif_else")
def if_elif_else(build: Builder, v: list[Any], s: int, e: int) -> tree.If:
    """`if`, `elif`s and `else`."""
    return tree.If(build.span(s, e), v[1], v[3], _chain(build, v[4], v[5], e))


@action("while_")
def while_(build: Builder, v: list[Any], s: int, e: int) -> tree.While:
    """`while test: body else: orelse`."""
    return tree.While(build.span(s, e), v[1], v[3], v[4] if len(v) == 5 else ())


@action("for_")
def for_(build: Builder, v: list[Any], s: int, e: int) -> tree.For:
    """`for target in iter: body else: orelse`."""
    check_target(build, v[1], "for")
    return tree.For(build.span(s, e), v[1], v[3], v[5], v[6] if len(v) == 7 else ())


# try

@action("except_all")
def except_all(build: Builder, v: list[Any], s: int, e: int) -> tree.ExceptHandler:
    """`except: body`."""
    return tree.ExceptHandler(build.span(s, e), None, None, v[2])


@action("except_")
def except_(build: Builder, v: list[Any], s: int, e: int) -> tree.ExceptHandler:
    """`except type as name: body`."""
    return tree.ExceptHandler(build.span(s, e), v[1], build.tokens[v[3]][1] if len(v) == 6 else None, v[-1])


@action("except_star")
def except_star(build: Builder, v: list[Any], s: int, e: int) -> tuple[str, tree.ExceptHandler]:
    """`except* type as name: body`; marked until the `try` is complete."""
    name = build.tokens[v[4]][1] if len(v) == 7 else None
    return "*", tree.ExceptHandler(build.span(s, e), v[2], name, v[-1])


def _try(build: Builder, v: list[Any], s: int, e: int, orelse: Any, final: Any) -> tree.Try | tree.TryStar:
    handlers = v[3]
    starred = [type(handler) is tuple for handler in handlers]
    if any(starred) and not all(starred):
        odd = handlers[1:][[star != starred[0] for star in starred[1:]].index(True)]
        from rumpkc.diagnostics import fail

        raise fail("E0101", "one `try` cannot have both `except` and `except*`",
                   (odd[1] if type(odd) is tuple else odd).span.start())
    span = build.span(s, e)
    if starred[0]:
        return tree.TryStar(span, v[2], tuple([handler for _, handler in handlers]), orelse, final)
    return tree.Try(span, v[2], tuple(handlers), orelse, final)


@action("try_")
def try_(build: Builder, v: list[Any], s: int, e: int) -> tree.Try | tree.TryStar:
    """`try`, `except`s."""
    return _try(build, v, s, e, (), ())


@action("try_else")
def try_else(build: Builder, v: list[Any], s: int, e: int) -> tree.Try | tree.TryStar:
    """`try`, `except`s, `else`."""
    return _try(build, v, s, e, v[4], ())


@action("try_finally_after")
def try_finally_after(build: Builder, v: list[Any], s: int, e: int) -> tree.Try | tree.TryStar:
    """`try`, `except`s, `finally`."""
    return _try(build, v, s, e, (), v[6])


@action("try_all")
def try_all(build: Builder, v: list[Any], s: int, e: int) -> tree.Try | tree.TryStar:
    """`try`, `except`s, `else`, `finally`."""
    return _try(build, v, s, e, v[4], v[7])


@action("try_finally")
def try_finally(build: Builder, v: list[Any], s: int, e: int) -> tree.Try:
    """`try`, `finally`."""
    return tree.Try(build.span(s, e), v[2], (), (), v[5])


# with

@action("with_item")
def with_item(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """One item; the position of its first token tells brackets from none."""
    if type(v[0]) is WithItems:
        if len(v) == 3:
            raise misplaced_as(v[0])
        return v[0]
    if len(v) == 3:
        check_target(build, v[2], "with")
    return tree.WithItem(build.span(s, e), v[0], v[2] if len(v) == 3 else None)


@action("with_")
def with_(build: Builder, v: list[Any], s: int, e: int) -> tree.With:
    """`with items: body`; brackets around all the items are not part of an expression."""
    items = v[1]
    if len(items) == 1 and type(items[0]) is WithItems:
        return tree.With(build.span(s, e), _claim(build, items[0]), v[3])
    for item in items:
        if type(item) is WithItems:
            raise misplaced_as(item)
    if len(items) == 1 and items[0].target is None:
        node = items[0].context
        opening = build.tokens[s + 1]
        bracketed = type(node) is tree.Tuple and (node.span.line, node.span.col) == (opening[2], opening[3])
        # `with (a, b):` has two items, as in CPython; a star or `:=` inside makes it a tuple.
        if bracketed and node.elts and not any(_no_item(build, part, s + 1) for part in node.elts):
            split = tuple([tree.WithItem(part.span, part, None) for part in node.elts])
            return tree.With(build.span(s, e), split, v[3])
    return tree.With(build.span(s, e), tuple(items), v[3])


def _no_item(build: Builder, node: Any, opening: int) -> bool:
    """Whether an element of the tuple that `opening` begins is no `with` item: `*x`, or a bare `x := y`."""
    if type(node) is not tree.NamedExpr:
        return type(node) is tree.Starred
    index = opening + 1
    while build.tokens[index][2:4] != (node.span.line, node.span.col):
        index += 1
    return build.tokens[index - 1][1] != "(" or index - 1 == opening


def _claim(build: Builder, group: WithItems) -> tuple[tree.WithItem, ...]:
    out = []
    for item in group.items:
        if type(item) is tree.WithItem:
            build.pending_as.pop()
            out.append(item)
        else:
            out.append(tree.WithItem(item.span, item, None))
    return tuple(out)


# async and decorators

_ASYNC = {tree.For: tree.AsyncFor, tree.With: tree.AsyncWith, tree.FunctionDef: tree.AsyncFunctionDef}


@action("async_")
def async_(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """`async` before `for`, `with` or `def`."""
    return _rebuild(v[1], _ASYNC[type(v[1])], span=build.span(s, e))


def _rebuild(node: Any, kind: Any, **changes: Any) -> Any:
    """A copy of `node` as `kind`, which has the same fields."""
    return kind(*[changes.get(name, getattr(node, name)) for name in kind.__dataclass_fields__])


@action("decorated")
def decorated(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """Decorators and a definition."""
    return _rebuild(v[1], type(v[1]), decorators=tuple(v[0]))


@action("decorated_async")
def decorated_async(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """Decorators and an `async def`."""
    return _rebuild(v[2], tree.AsyncFunctionDef, decorators=tuple(v[0]), span=build.span(v[1], e))


# definitions

@action("function")
def function(build: Builder, v: list[Any], s: int, e: int) -> tree.FunctionDef:
    """`def name[parameters](...) -> returns: body`."""
    returns = v[7] if len(v) == 10 else None
    name = v[1]
    return tree.FunctionDef(build.span(s, e), build.tokens[name][1], v[4], v[-1], (), returns, tuple(v[2]),
                            build.span(name, name))


@action("class_")
def class_(build: Builder, v: list[Any], s: int, e: int) -> tree.ClassDef:
    """`class Name[parameters](bases, keywords): body`."""
    bases, keywords = split_arguments(build, v[4], v[3], v[5], of_class=True) if len(v) == 8 else ((), ())
    name = v[1]
    return tree.ClassDef(build.span(s, e), build.tokens[name][1], bases, keywords, v[-1], (), tuple(v[2]),
                         build.span(name, name))


@action("type_var")
def type_var(build: Builder, v: list[Any], s: int, e: int) -> tree.TypeVarParam:
    """`T` or `T: bound`."""
    return tree.TypeVarParam(build.span(s, e), build.tokens[s][1], v[2] if len(v) == 3 else None)


@action("type_var_tuple")
def type_var_tuple(build: Builder, v: list[Any], s: int, e: int) -> tree.TypeVarTupleParam:
    """`*Ts`."""
    return tree.TypeVarTupleParam(build.span(s, e), build.tokens[e][1])


@action("param_spec")
def param_spec(build: Builder, v: list[Any], s: int, e: int) -> tree.ParamSpecParam:
    """`**P`."""
    return tree.ParamSpecParam(build.span(s, e), build.tokens[e][1])
