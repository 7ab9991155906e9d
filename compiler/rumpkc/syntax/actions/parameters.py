"""Parameters of functions and lambdas: parsed in any order, checked here.

    a, /, b=1, *c, d, **e       posonly (a), args (b=1), vararg c, kwonly (d), kwarg e
"""

from __future__ import annotations

from typing import Any

from rumpkc.syntax import tree
from rumpkc.syntax.actions.builder import Builder, action

# What `parameter` productions yield: (kind, Arg or None, first token, last token)
Item = tuple[str, Any, int, int]


def _arg(build: Builder, name: int, annotation: Any, e: int) -> tree.Arg:
    return tree.Arg(build.span(name, e), build.tokens[name][1], annotation, None)


@action("param_name")
def param_name(build: Builder, v: list[Any], s: int, e: int) -> Item:
    """`name` or `name: annotation`."""
    return "plain", _arg(build, s, v[2] if len(v) == 3 else None, e), s, e


@action("param_default")
def param_default(build: Builder, v: list[Any], s: int, e: int) -> Item:
    """`parameter = default`; the span of an Arg ends before the default."""
    arg = v[0][1]
    return "default", tree.Arg(arg.span, arg.name, arg.annotation, v[2]), s, e


@action("param_slash")
def param_slash(build: Builder, v: list[Any], s: int, e: int) -> Item:
    """`/`: those before it are positional only."""
    return "/", None, s, e


@action("param_star")
def param_star(build: Builder, v: list[Any], s: int, e: int) -> Item:
    """`*`: those behind it are keyword only."""
    return "*", None, s, e


@action("param_vararg")
def param_vararg(build: Builder, v: list[Any], s: int, e: int) -> Item:
    """`*name`."""
    return "*", _arg(build, v[1], v[3] if len(v) == 4 else None, e), s, e


@action("param_kwarg")
def param_kwarg(build: Builder, v: list[Any], s: int, e: int) -> Item:
    """`**name`."""
    return "**", _arg(build, v[1], v[3] if len(v) == 4 else None, e), s, e


@action("parameters_none")
def parameters_none(build: Builder, v: list[Any], s: int, e: int) -> tree.Arguments:
    """No parameters."""
    first = build.tokens[s]
    return tree.Arguments(build.span(s, s)._replace(end_line=first[2], end_col=first[3]), (), (), None, (), None)


@action("parameters")
def parameters(build: Builder, v: list[Any], s: int, e: int) -> tree.Arguments:
    """Sort the parameters into their kinds; E0107 where their order is wrong."""
    posonly: tuple[tree.Arg, ...] = ()
    args: list[tree.Arg] = []
    kwonly: list[tree.Arg] = []
    vararg = kwarg = None
    star: Item | None = None
    slash = defaults = False
    for item in v[0]:
        kind, arg, first, last = item
        if kwarg is not None:
            raise _error(build, item, "a parameter follows `**" + kwarg.name + "`", "put `**` last")
        if kind == "plain" or kind == "default":
            if star is not None:
                kwonly.append(arg)
                continue
            if kind == "default":
                defaults = True
            elif defaults:
                raise _error(build, item, "a parameter without a default follows one with a default",
                             f"give `{arg.name}` a default, or move it to the front")
            args.append(arg)
        elif kind == "/":
            if slash or star is not None or not args:
                why = "only one `/` may stand among the parameters" if slash else "`/` must come before `*`" if star \
                    else "`/` needs a parameter before it"
                raise _error(build, item, why)
            posonly, args, slash = tuple(args), [], True
        elif kind == "*":
            if star is not None:
                raise _error(build, item, "`*` may stand only once among the parameters")
            star, vararg = item, arg
        else:
            if star is not None and star[1] is None and not kwonly:
                raise _error(build, star, "a name must follow the bare `*`")
            kwarg = arg
    if star is not None and star[1] is None and not kwonly:
        raise _error(build, star, "a name must follow the bare `*`", "name a keyword parameter behind it, or remove it")
    return tree.Arguments(build.span(s, e), posonly, tuple(args), vararg, tuple(kwonly), kwarg)


def _error(build: Builder, item: Item, message: str, hint: str = "") -> Exception:
    return build.error("E0107", message, item[2], item[3], help=hint)
