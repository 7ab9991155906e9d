"""Names, literals, `lambda`, `if` expressions, `yield`, `await`, attributes and subscripts."""

from __future__ import annotations

from typing import Any

from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.actions.builder import Builder, action, new_tuple
from rumpkc.syntax.tokens import NAME

MAX_INTEGER_DIGITS = 4300           # decimal digits in one literal; CPython's limit


@action("name")
def name(build: Builder, v: list[Any], s: int, e: int) -> tree.Name:
    """A name in an expression."""
    _, text, line, col, end_line, end_col = build.tokens[s]
    return tree.Name(new_tuple(Span, (build.file, line, col, end_line, end_col)), text)


@action("none")
def none(build: Builder, v: list[Any], s: int, e: int) -> tree.Constant:
    """`None`."""
    return tree.Constant(build.span(s, e), None, "none")


@action("true")
def true(build: Builder, v: list[Any], s: int, e: int) -> tree.Constant:
    """`True`."""
    return tree.Constant(build.span(s, e), True, "bool")


@action("false")
def false(build: Builder, v: list[Any], s: int, e: int) -> tree.Constant:
    """`False`."""
    return tree.Constant(build.span(s, e), False, "bool")


@action("ellipsis")
def ellipsis(build: Builder, v: list[Any], s: int, e: int) -> tree.Constant:
    """`...`."""
    return tree.Constant(build.span(s, e), ..., "ellipsis")


@action("number")
def number(build: Builder, v: list[Any], s: int, e: int) -> tree.Constant:
    """An int, float or complex literal."""
    text = build.tokens[s][1].replace("_", "").lower()
    span = build.span(s, e)
    if text.isdigit():
        if len(text) > MAX_INTEGER_DIGITS:
            raise build.error("E0104", f"an integer literal of {len(text)} digits", s, e,
                              help=f"at most {MAX_INTEGER_DIGITS} decimal digits; hexadecimal has no limit")
        return tree.Constant(span, int(text), "int")
    if text[-1] == "j":
        return tree.Constant(span, complex(0.0, float(text[:-1])), "complex")
    if text[1:2] in ("x", "o", "b"):
        return tree.Constant(span, int(text, 0), "int")
    return tree.Constant(span, float(text), "float")


@action("named")
def named(build: Builder, v: list[Any], s: int, e: int) -> tree.NamedExpr:
    """`name := value`."""
    target, mark, value = v
    if mark != s + 1 or type(target) is not tree.Name:
        from rumpkc.syntax.actions.targets import describe

        what = describe(target) if type(target) is not tree.Name else "a name in brackets"
        raise build.error("E0108", f"`:=` cannot assign to {what}", s, mark - 1, help="`:=` takes a plain name")
    return tree.NamedExpr(build.span(s, e), target, value)


@action("if_expression")
def if_expression(build: Builder, v: list[Any], s: int, e: int) -> tree.IfExp:
    """`body if test else orelse`."""
    return tree.IfExp(build.span(s, e), v[2], v[0], v[4])


@action("lambda_")
def lambda_(build: Builder, v: list[Any], s: int, e: int) -> tree.Lambda:
    """`lambda parameters: body`."""
    return tree.Lambda(build.span(s, e), v[1], v[3])


@action("yield_")
def yield_(build: Builder, v: list[Any], s: int, e: int) -> tree.Yield:
    """`yield` with or without a value."""
    return tree.Yield(build.span(s, e), v[1] if len(v) == 2 else None)


@action("yield_from")
def yield_from(build: Builder, v: list[Any], s: int, e: int) -> tree.YieldFrom:
    """`yield from value`."""
    return tree.YieldFrom(build.span(s, e), v[2])


@action("await_")
def await_(build: Builder, v: list[Any], s: int, e: int) -> tree.Await:
    """`await value`."""
    return tree.Await(build.span(s, e), v[1])


@action("starred")
def starred(build: Builder, v: list[Any], s: int, e: int) -> tree.Starred:
    """`*value`."""
    check_unpacked(build, v[1], s, e)
    return tree.Starred(build.span(s, e), v[1])


def check_unpacked(build: Builder, node: Any, s: int, e: int) -> None:
    """What `*` or `**` (token `s`) unpacks binds tighter than comparisons: `*a or b` is an error."""
    loose = type(node) in (tree.BoolOp, tree.Compare) or type(node) is tree.UnaryOp and node.op == "not"
    if loose and node.span == build.span(s + 1, e):
        mark = build.tokens[s][1]
        raise build.error("E0101", f"what `{mark}` unpacks needs brackets here", s + 1, e, help=f"write `{mark}(...)`")


@action("tuple")
def tuple_(build: Builder, v: list[Any], s: int, e: int) -> tree.Tuple:
    """Items without brackets; a trailing comma is part of the span."""
    return tree.Tuple(build.span(s, e), tuple(v[0]))


@action("attribute")
def attribute(build: Builder, v: list[Any], s: int, e: int) -> tree.Attribute:
    """`value.name`."""
    return tree.Attribute(build.span(s, e), v[0], build.tokens[e][1], build.span(e, e))


@action("subscript")
def subscript(build: Builder, v: list[Any], s: int, e: int) -> tree.Subscript:
    """`value[slices]`."""
    return tree.Subscript(build.span(s, e), v[0], v[2])


@action("slices")
def slices(build: Builder, v: list[Any], s: int, e: int) -> tree.Tuple:
    """A single starred item in a subscript: a tuple of one."""
    return tree.Tuple(build.span(s, e), (v[0],))


@action("slices_tuple")
def slices_tuple(build: Builder, v: list[Any], s: int, e: int) -> tree.Tuple:
    """Several items in a subscript."""
    return tree.Tuple(build.span(s, e), tuple(v[0]))


@action("slice")
def slice_(build: Builder, v: list[Any], s: int, e: int) -> tree.Slice:
    """`lower:upper:step`, each part optional."""
    return tree.Slice(build.span(s, e), v[0], v[2], v[4] if len(v) == 5 else None)


def is_plain_name(build: Builder, node: Any, s: int, e: int) -> bool:
    """Whether `node` is a name without brackets around it."""
    return type(node) is tree.Name and s == e and build.tokens[s][0] == NAME
