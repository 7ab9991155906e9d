"""Tuples, lists, sets, dicts and comprehensions."""

from __future__ import annotations

from typing import Any

from rumpkc.diagnostics import CompileError, fail
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.actions.builder import Builder, action
from rumpkc.syntax.actions.expressions import check_unpacked
from rumpkc.syntax.actions.targets import check_target


class WithItems:
    """`(a as b, c)`: not an expression, only `with` may take it.  `items` are expressions and WithItems."""

    def __init__(self, span: Span, items: list[Any]) -> None:
        self.span = span
        self.items = items


def misplaced_as(items: WithItems) -> CompileError:
    """`as` in brackets that no `with` owns."""
    return fail("E0101", "`as` in brackets belongs to `with`", items.span)


@action("group")
def group(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """`(value)`: brackets leave no trace."""
    value = v[1]
    if type(value) is tree.Starred:
        raise build.error("E0101", "a starred expression may not stand alone in brackets", s + 1, e - 1,
                          help="a tuple of one needs a comma: `(*items,)`")
    if type(value) is WithItems:
        raise misplaced_as(value)
    return WithItems(build.span(s, e), [value]) if type(value) is tree.WithItem else value


@action("paren_list")
def paren_list(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """`(a, b)`."""
    items = v[1]
    for item in items:
        if type(item) is WithItems:
            raise misplaced_as(item)
    if any(type(item) is tree.WithItem for item in items):
        return WithItems(build.span(s, e), items)
    return tree.Tuple(build.span(s, e), tuple(items))


@action("paren_as")
def paren_as(build: Builder, v: list[Any], s: int, e: int) -> tree.WithItem:
    """`value as target` in brackets; it stays pending until a `with` claims it."""
    check_target(build, v[2], "with")
    build.pending_as.append(v[1])
    return tree.WithItem(build.span(s, e), v[0], v[2])


@action("tuple_empty")
def tuple_empty(build: Builder, v: list[Any], s: int, e: int) -> tree.Tuple:
    """`()`."""
    return tree.Tuple(build.span(s, e), ())


@action("list_display_empty")
def list_display_empty(build: Builder, v: list[Any], s: int, e: int) -> tree.List:
    """`[]`."""
    return tree.List(build.span(s, e), ())


@action("list_display")
def list_display(build: Builder, v: list[Any], s: int, e: int) -> tree.List:
    """`[a, b]`."""
    return tree.List(build.span(s, e), tuple(v[1]))


@action("set")
def set_(build: Builder, v: list[Any], s: int, e: int) -> tree.Set:
    """`{a, b}`."""
    return tree.Set(build.span(s, e), tuple(v[1]))


@action("dict_empty")
def dict_empty(build: Builder, v: list[Any], s: int, e: int) -> tree.Dict:
    """`{}`."""
    return tree.Dict(build.span(s, e), (), ())


@action("dict")
def dict_(build: Builder, v: list[Any], s: int, e: int) -> tree.Dict:
    """`{key: value, **more}`."""
    return tree.Dict(build.span(s, e), tuple([key for key, _ in v[1]]), tuple([value for _, value in v[1]]))


@action("dict_pair")
def dict_pair(build: Builder, v: list[Any], s: int, e: int) -> tuple[Any, Any]:
    """`key: value`."""
    return v[0], v[2]


@action("dict_stars")
def dict_stars(build: Builder, v: list[Any], s: int, e: int) -> tuple[None, Any]:
    """`**mapping`: an item without a key."""
    check_unpacked(build, v[1], s, e)
    return None, v[1]


# Comprehensions

def _element(build: Builder, node: Any, s: int) -> Any:
    if type(node) is tree.Starred:
        raise build.error("E0101", "a comprehension cannot unpack its element", s, s,
                          help="write a second `for` over the element")
    return node


@action("list_comprehension")
def list_comprehension(build: Builder, v: list[Any], s: int, e: int) -> tree.ListComp:
    """`[element for ...]`."""
    return tree.ListComp(build.span(s, e), _element(build, v[1], s + 1), tuple(v[2]))


@action("set_comprehension")
def set_comprehension(build: Builder, v: list[Any], s: int, e: int) -> tree.SetComp:
    """`{element for ...}`."""
    return tree.SetComp(build.span(s, e), _element(build, v[1], s + 1), tuple(v[2]))


@action("dict_comprehension")
def dict_comprehension(build: Builder, v: list[Any], s: int, e: int) -> tree.DictComp:
    """`{key: value for ...}`."""
    return tree.DictComp(build.span(s, e), v[1][0], v[1][1], tuple(v[2]))


@action("generator")
def generator(build: Builder, v: list[Any], s: int, e: int) -> tree.GeneratorExp:
    """`(element for ...)`, brackets included in the span."""
    return tree.GeneratorExp(build.span(s, e), _element(build, v[1], s + 1), tuple(v[2]))


@action("comp_for")
def comp_for(build: Builder, v: list[Any], s: int, e: int) -> tree.Comprehension:
    """`for target in iter if test ...`."""
    check_target(build, v[1], "for")
    return tree.Comprehension(build.span(s, e), v[1], v[3], tuple(v[4]) if len(v) == 5 else (), False)


@action("comp_for_async")
def comp_for_async(build: Builder, v: list[Any], s: int, e: int) -> tree.Comprehension:
    """`async for target in iter if test ...`."""
    check_target(build, v[2], "for")
    return tree.Comprehension(build.span(s, e), v[2], v[4], tuple(v[5]) if len(v) == 6 else (), True)
