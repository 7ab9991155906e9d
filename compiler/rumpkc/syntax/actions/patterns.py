"""`match`, `case` and the patterns."""

from __future__ import annotations

from typing import Any

from rumpkc.syntax import tree
from rumpkc.syntax.actions.builder import Builder, action
from rumpkc.syntax.actions.expressions import number


@action("match")
def match(build: Builder, v: list[Any], s: int, e: int) -> tree.Match:
    """`match subject:` and its cases."""
    if type(v[1]) is tree.Starred:
        raise build.error("E0101", "a starred expression may not stand alone", s + 1, v[2] - 1,
                          help="a tuple of one needs a comma: `match *items,:`")
    return tree.Match(build.span(s, e), v[1], tuple(v[5]))


@action("case")
def case(build: Builder, v: list[Any], s: int, e: int) -> tree.MatchCase:
    """`case pattern if guard: body`."""
    return tree.MatchCase(build.span(s, e), v[1], v[3] if len(v) == 6 else None, v[-1])


# Values

@action("pattern_value")
def pattern_value(build: Builder, v: list[Any], s: int, e: int) -> tree.MatchValue:
    """A literal or a dotted name."""
    if type(v[0]) is tree.JoinedStr:
        raise build.error("E0110", "a pattern cannot be an f-string", s, e,
                          help="compare in a guard: `case x if x == ...`")
    return tree.MatchValue(build.span(s, e), v[0])


@action("pattern_singleton")
def pattern_singleton(build: Builder, v: list[Any], s: int, e: int) -> tree.MatchSingleton:
    """`None`, `True`, `False`."""
    return tree.MatchSingleton(build.span(s, e), {"None": None, "True": True, "False": False}[build.tokens[s][1]])


@action("negative_number")
def negative_number(build: Builder, v: list[Any], s: int, e: int) -> tree.UnaryOp:
    """`-1`."""
    return tree.UnaryOp(build.span(s, e), "-", number(build, [e], e, e))


@action("complex_number")
def complex_number(build: Builder, v: list[Any], s: int, e: int) -> tree.BinOp:
    """`1 + 2j`."""
    imaginary = number(build, [e], e, e)
    real = v[0].operand if type(v[0]) is tree.UnaryOp else v[0]
    if type(real) is tree.Constant and real.kind == "complex":
        raise build.error("E0110", "the first part of a complex pattern must be real", s, v[1] - 1)
    if imaginary.kind != "complex":
        raise build.error("E0110", "the second part of a complex pattern must be imaginary", e, e,
                          help="arithmetic in patterns is only for complex numbers such as `1+2j`")
    return tree.BinOp(build.span(s, e), v[0], build.tokens[v[1]][1], imaginary)


@action("dotted_value")
def dotted_value(build: Builder, v: list[Any], s: int, e: int) -> tree.Attribute:
    """`name.attribute`."""
    base = tree.Name(build.span(s, s), build.tokens[s][1])
    return tree.Attribute(build.span(s, e), base, build.tokens[e][1], build.span(e, e))


# Captures, alternatives

@action("pattern_capture")
def pattern_capture(build: Builder, v: list[Any], s: int, e: int) -> tree.MatchAs:
    """A name, or the wildcard `_`."""
    name = build.tokens[s][1]
    return tree.MatchAs(build.span(s, e), None, None if name == "_" else name)


@action("pattern_as")
def pattern_as(build: Builder, v: list[Any], s: int, e: int) -> tree.MatchAs:
    """`pattern as name`."""
    name = build.tokens[e][1]
    if name == "_":
        raise build.error("E0110", "`_` cannot be a target", e, e, help="remove `as _`")
    return tree.MatchAs(build.span(s, e), v[0], name)


@action("pattern_or")
def pattern_or(build: Builder, v: list[Any], s: int, e: int) -> tree.MatchOr:
    """`a | b`."""
    return tree.MatchOr(build.span(s, e), tuple(v[0]))


@action("pattern_group")
def pattern_group(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """`(pattern)`."""
    return v[1]


# Sequences

@action("pattern_star")
def pattern_star(build: Builder, v: list[Any], s: int, e: int) -> tree.MatchStar:
    """`*name` or `*_`."""
    name = build.tokens[e][1]
    return tree.MatchStar(build.span(s, e), None if name == "_" else name)


@action("pattern_sequence_one")
def pattern_sequence_one(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """A star without brackets or comma is none."""
    raise build.error("E0110", "a starred pattern may not stand alone", s, e, help="write `[*name]` or `*name,`")


@action("pattern_sequence")
def pattern_sequence(build: Builder, v: list[Any], s: int, e: int) -> tree.MatchSequence:
    """`a, b` without brackets."""
    return tree.MatchSequence(build.span(s, e), tuple(v[0]))


@action("pattern_sequence_empty")
def pattern_sequence_empty(build: Builder, v: list[Any], s: int, e: int) -> tree.MatchSequence:
    """`()` or `[]`."""
    return tree.MatchSequence(build.span(s, e), ())


@action("pattern_sequence_inside")
def pattern_sequence_inside(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """`(*name)` is not a sequence without its comma."""
    raise build.error("E0110", "a starred pattern may not stand alone", s + 1, e - 1, help="write `(*name,)`")


@action("pattern_sequence_list")
def pattern_sequence_list(build: Builder, v: list[Any], s: int, e: int) -> tree.MatchSequence:
    """`(a, b)` or `[a, b]`."""
    return tree.MatchSequence(build.span(s, e), tuple(v[1]))


# Mappings

@action("pattern_item")
def pattern_item(build: Builder, v: list[Any], s: int, e: int) -> tuple[Any, Any, int]:
    """`key: pattern`."""
    if type(v[0]) is tree.JoinedStr:
        raise build.error("E0110", "a pattern's key cannot be an f-string", s, v[1] - 1)
    return v[0], v[2], s


@action("pattern_rest")
def pattern_rest(build: Builder, v: list[Any], s: int, e: int) -> tuple[None, str, int]:
    """`**rest`."""
    name = build.tokens[e][1]
    if name == "_":
        raise build.error("E0110", "`**_` says nothing: a mapping pattern ignores other keys", s, e, help="remove it")
    return None, name, s


@action("pattern_mapping")
def pattern_mapping(build: Builder, v: list[Any], s: int, e: int) -> tree.MatchMapping:
    """`{key: pattern, **rest}`."""
    items = v[1] if type(v[1]) is list else []
    keys, patterns, rest = [], [], None
    for key, pattern, at in items:
        if rest is not None:
            raise build.error("E0110", "`**` must be the last part of a mapping pattern", at, at)
        if key is None:
            rest = pattern
        else:
            keys.append(key)
            patterns.append(pattern)
    return tree.MatchMapping(build.span(s, e), tuple(keys), tuple(patterns), rest)


# Classes

@action("pattern_positional")
def pattern_positional(build: Builder, v: list[Any], s: int, e: int) -> tuple[None, Any, int]:
    """A pattern for an attribute by position."""
    return None, v[0], s


@action("pattern_keyword")
def pattern_keyword(build: Builder, v: list[Any], s: int, e: int) -> tuple[str, Any, int]:
    """`attribute=pattern`."""
    return build.tokens[s][1], v[2], s


@action("pattern_class")
def pattern_class(build: Builder, v: list[Any], s: int, e: int) -> tree.MatchClass:
    """`Class(a, b=c)`."""
    items = v[2] if type(v[2]) is list else []
    positional, names, named = [], [], []
    for name, pattern, at in items:
        if name is not None:
            names.append(name)
            named.append(pattern)
        elif names:
            raise build.error("E0110", "a positional pattern follows a named one", at, at, help="put it first")
        else:
            positional.append(pattern)
    return tree.MatchClass(build.span(s, e), v[0], tuple(positional), tuple(names), tuple(named))
