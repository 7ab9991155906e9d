"""Calls and their arguments, which classes share.

    f(a, *b, c=d, **e)      args (a, *b), keywords (c=d, **e)
"""

from __future__ import annotations

from typing import Any

from rumpkc.syntax import tree
from rumpkc.syntax.actions.builder import Builder, action
from rumpkc.syntax.actions.expressions import is_plain_name


class Generator:
    """`f(x for x in y)`: an argument that becomes a generator expression with the call's own brackets."""

    def __init__(self, element: Any, clauses: list[Any], s: int, e: int) -> None:
        self.element = element
        self.clauses = clauses
        self.s = s
        self.e = e


@action("argument_generator")
def argument_generator(build: Builder, v: list[Any], s: int, e: int) -> Generator:
    """`element for ...` among the arguments."""
    return Generator(v[0], v[1], s, e)


@action("argument_star")
def argument_star(build: Builder, v: list[Any], s: int, e: int) -> tree.Starred:
    """`*items` among the arguments."""
    return tree.Starred(build.span(s, e), v[1])


@action("keyword")
def keyword(build: Builder, v: list[Any], s: int, e: int) -> tree.Keyword:
    """`name=value`."""
    target, mark, value = v
    if not is_plain_name(build, target, s, mark - 1):
        if type(target) is tree.Constant and target.kind in ("bool", "none"):
            raise build.error("E0108", f"cannot assign to `{target.value}`", s, mark - 1)
        raise build.error("E0108", "an argument's name must be a plain name", s, mark,
                          help="to compare, write `==` instead of `=`")
    return tree.Keyword(build.span(s, e), target.id, value)


@action("keyword_stars")
def keyword_stars(build: Builder, v: list[Any], s: int, e: int) -> tree.Keyword:
    """`**mapping`."""
    return tree.Keyword(build.span(s, e), None, v[1])


@action("arguments_trailing")
def arguments_trailing(build: Builder, v: list[Any], s: int, e: int) -> list[Any]:
    """Arguments with a comma behind them, which a lone generator may not have."""
    for item in v[0]:
        if type(item) is Generator:
            raise _bare_generator(build, item)
    return v[0]


def _bare_generator(build: Builder, item: Generator) -> Exception:
    return build.error("E0101", "a generator among other arguments needs its own brackets", item.s, item.e,
                       help="write `(x for x in items)`")


def split_arguments(build: Builder, items: list[Any], s: int, e: int,
                    of_class: bool = False) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The positional and the named arguments between the brackets `s` and `e`, in their checked order.

    The bases of a class share the syntax, but take no bare generator.
    """
    args: list[Any] = []
    keywords: list[Any] = []
    unpacked = False
    for item in items:
        kind = type(item)
        if kind is tree.Keyword:
            keywords.append(item)
            unpacked = unpacked or item.name is None
        elif kind is Generator:
            if len(items) > 1 or of_class:
                raise _bare_generator(build, item)
            args.append(tree.GeneratorExp(build.span(s, e), item.element, tuple(item.clauses)))
        elif keywords and (unpacked or kind is not tree.Starred):
            _wrong_order(build, item, unpacked)
        else:
            args.append(item)
    return tuple(args), tuple(keywords)


def _wrong_order(build: Builder, item: Any, unpacked: bool) -> None:
    from rumpkc.diagnostics import fail

    what = "an unpacked `*` argument" if type(item) is tree.Starred else "a positional argument"
    behind = "`**`" if unpacked else "a named argument"
    raise fail("E0101", f"{what} follows {behind}", item.span, help="put positional arguments first")


@action("call")
def call(build: Builder, v: list[Any], s: int, e: int) -> tree.Call:
    """`function(arguments)`."""
    items = v[2]
    span = build.span(s, e)
    if not items:
        return tree.Call(span, v[0], (), ())
    args, keywords = split_arguments(build, items, v[1], e)
    return tree.Call(span, v[0], args, keywords)
