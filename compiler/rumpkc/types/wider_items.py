"""An `Iterable[B]` or `Iterator[B]` where one of wider items is asked for: an object that converts each item.

    def names(xs: Iterable[Shape | None]) …         names(WiderItems(circles))

Which class a value has, and which object it is, would be another answer then: no program may both convert the
items of an `Iterable[A]` and ask that of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types.types import BOOL, ClassInst, OptionalType, Type, UnionType, is_object

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx
    from rumpkc.types.world import World

HOME = "lib.core.iterator"


def _of(t: Type, name: str) -> ClassInst | None:
    """`t` seen as the library's `Iterable[T]` or `Iterator[T]`."""
    cls = t if isinstance(t, ClassInst) and not t.by_value else None
    while cls is not None and not (cls.name == name and cls.info.module.name == HOME):
        cls = cls.base
    return cls


def fits(source: Type, target: Type) -> bool:
    """Whether `target` is an `Iterable` or `Iterator`, and each item of `source` goes where an item of it goes."""
    from rumpkc.types.convert import assignable

    if _is_tuple(source):
        found = _tuple_in(source, target)
        if found is not None:
            return True
    if not isinstance(target, ClassInst) or target.info.module.name != HOME or target.name not in (
            "Iterable", "Iterator"):
        return False
    if isinstance(source, UnionType):
        return all(assignable(member, target) for member in source.members)
    given = _of(source, target.name)
    return given is not None and assignable(given.args[0], target.args[0])


def widened(fx: Fx, value: ir.Expr, target: Type, span: Span) -> ir.Expr:
    """`value`, which `fits`, as a `target`."""
    from rumpkc.types import boxes, constructors
    from rumpkc.types.convert import coerce
    from rumpkc.types.generators import library_class

    if _is_tuple(value.type) and (found := _tuple_in(value.type, target)) is not None:
        return coerce(fx, _tuple_widened(fx, value, found, span), target, span)
    assert isinstance(target, ClassInst)
    if isinstance(value.type, UnionType):
        return _member_widened(fx, value, value.type, target, span)
    world = fx.world
    if target in world.iterables_told:
        raise fail("E0303", f"{value.type} does not become {target} in a program that asks what such a one is", span,
                   f"this is {value.type}", help=f"make the items that it asks for: `list[{target.args[0]}]`")
    once = _of(value.type, "Iterator")
    given = once or _of(value.type, "Iterable")
    assert given is not None
    world.iterables_widened.add(target)
    if is_object(target.args[0]):       # the library converts items, which the program knows as objects from here on
        boxes.boxed(fx, ir.LocalGet(span, given.args[0], ir.Local(".item", given.args[0], span)), span)
    made = world.inst(library_class(world, "WiderIterator" if once else "WiderItems"), given.args + target.args)
    return ir.Convert(value.span, target, constructors.construct(fx, made, [coerce(fx, value, given, span)], span))


def _is_tuple(t: Type) -> bool:
    from rumpkc.types.convert import is_var_tuple

    return is_var_tuple(t)


def _tuple_in(source: Type, target: Type) -> ClassInst | None:
    """The `tuple[B, ...]` that `target` is or may be, where each item of the `tuple[A, ...]` is a B."""
    from rumpkc.types.convert import assignable

    parts = target.members if isinstance(target, UnionType) else (target,)
    assert isinstance(source, ClassInst)
    found = [part for part in parts if isinstance(part, ClassInst) and _is_tuple(part) and part != source
             and assignable(source.args[0], part.args[0])]
    return found[0] if len(found) == 1 and source not in parts else None


def _tuple_widened(fx: Fx, value: ir.Expr, target: ClassInst, span: Span) -> ir.Expr:
    """A `tuple[A, ...]` as a `tuple[B, ...]`: another tuple, so nobody may ask which one it is."""
    from rumpkc.syntax import tree
    from rumpkc.types import calls
    from rumpkc.types.exprs import expr

    if target in fx.world.iterables_told or value.type in fx.world.iterables_told:
        raise fail("E0303", f"{value.type} does not become {target} in a program that asks which one it is", span,
                   f"this is {value.type}", help=f"declare it as a `{target}` where it is made")
    fx.world.iterables_widened |= {target, value.type}
    item = tree.Name(span, ".item")
    over = tree.Comprehension(span, item, calls.Evaluated(span, value), (), False)
    items = expr(fx, tree.ListComp(span, item, (over,)), fx.world.cls("list", *target.args))
    return expr(fx, tree.Call(span, tree.Name(span, "tuple"), (calls.Evaluated(span, items),), ()), target)


def tell_identity(fx: Fx, subject: Type, span: Span) -> None:
    """A test asks for the identity of a `subject`, which is one type."""
    world = fx.world
    tell(world, subject, span)
    if _is_tuple(subject) and not fx.module.library:        # whose `==` only saves time by it
        if subject in world.iterables_widened:
            raise fail("E0400", f"which {subject} this is, is not known in a program that gives other items for one",
                       span, help="write `==`")
        world.iterables_told.add(subject)


def _member_widened(fx: Fx, value: ir.Expr, union: UnionType, target: ClassInst, span: Span) -> ir.Expr:
    """A `list[A] | list[B]` as an `Iterable[A | B]`: what it is decides how its items are converted."""
    from rumpkc.types.convert import coerce

    save, got = fx.save(value)
    out: ir.Expr | None = None
    for member in reversed(union.members):
        part = coerce(fx, ir.Convert(span, member, got), target, span)
        test = ir.IsInstance(span, BOOL, got, member)
        out = part if out is None else ir.IfExp(span, target, test, part, out)
    assert out is not None
    return ir.Seq(span, target, (save,), out)


def tell(world: World, subject: Type, span: Span) -> None:
    """A test asks for the class or the identity of a `subject`."""
    parts = subject.members if isinstance(subject, UnionType) else (
        subject.item,) if isinstance(subject, OptionalType) else (subject,)
    for part in parts:
        if isinstance(part, ClassInst) and part.info.module.name == HOME and part.name in ("Iterable", "Iterator"):
            if part in world.iterables_widened:
                raise fail("E0400", f"which class a {part} has is not known in a program that gives other items for it",
                           span, help="take a union of the possible types: `A | B`")
            world.iterables_told.add(part)
