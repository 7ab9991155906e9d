"""Several base classes, in CPython's order (C3), as a chain of single ones.

    class A(Loud, Base): …                      MRO: A, Loud, Base
                                        ->      class Loud@A(Base): the members of Loud
                                                class A(Loud@A): …

The longest end of the order that is the order of one class stays what it is; each class before it gets a copy whose
base is the next in the order, so that `super()` finds there what CPython finds. Class variables are shared with the
original. As a type, and for `isinstance`, a class with copies is the union of itself and of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, fail
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types.symbols import ClassInfo, FuncInfo, Symbol
from rumpkc.types.synth import OF_EVERY_CLASS
from rumpkc.types.types import ClassInst, Type, UnionType

if TYPE_CHECKING:
    from rumpkc.types.world import World

Base = tuple[ClassInfo, tuple[tree.Expr, ...]]  # a base class and its type arguments
KINDS = ("plain", "dataclass", "protocol")
ITERATION = "lib.core.iterator"                 # its classes are bases that no program wrote
HELP = "keep one base, and hold an object of the other class in a field"


def join(world: World, info: ClassInfo, bases: list[Base], at: Span) -> Base:
    """The one base that stands for all of `bases`; E0405 where there is none."""
    order = _merge([*(_order(b) for b, _ in bases), [b for b, _ in bases]])
    if order is None:
        shown = ", ".join(b.shown_name for b, _ in bases)
        raise fail("E0405", f"the bases of `{info.name}` have no consistent order: {shown}", at,
                   help="name a class before the classes that it derives from, as CPython asks for")
    args = {base: given for base, given in bases}
    idle = {p for i, p in enumerate(order) if _only_says(p) and not any(m in c.members for c in order[i + 1:]
                                                                        for m in p.members)}
    order = _with_spine([c for c in order if c not in idle] or order[:1])
    start = next(k for k in range(len(order)) if [c for c in _order(order[k]) if c not in idle] == order[k:])
    base, base_args = order[start], args.get(order[start], ())
    if len(base_args) != len(base.type_params):
        raise _refused(info, base, at)
    for original in reversed(order[:start]):
        given = args.get(original, ())
        if not _can_be_copied(original) or len(given) != len(original.type_params) or (
                base_args and original.module is not info.module):
            raise _refused(info, original, at)
        made = _copy(world, original, base, base_args, info)
        base, base_args = made, given
    if base.kind not in KINDS or base.by_value:
        raise _refused(info, base, at)
    return base, base_args


def _with_spine(order: list[ClassInfo]) -> list[ClassInfo]:
    """The order with the class at its end that is best not copied (one of the library, a generic one, one that makes
    fields), where nobody can tell: the classes behind it have no name in common with it and do not call `super()`."""
    wanted = (lambda c: not _can_be_copied(c), lambda c: bool(c.type_params), lambda c: "__init__" in c.members)
    needed = next((c for want in wanted for c in order if want(c)), order[-1])
    first = next(c for c in order if needed in _order(c))
    spine = _order(first)
    behind = [c for c in order[order.index(first):] if c not in spine]
    names = {name for c in spine for name in c.members} - OF_EVERY_CLASS
    if any(not names.isdisjoint(c.members) or _mentions(c.node, "super") for c in behind):
        return order
    return [*order[:order.index(first)], *behind, *spine]


def _mentions(node: tree.Node, name: str) -> bool:
    return isinstance(node, tree.Name) and node.id == name or any(_mentions(n, name) for n in children(node))


def _only_says(info: ClassInfo) -> bool:
    """Whether a class is a protocol without code, which is no matter to an object of a class below it."""
    from rumpkc.types.check import is_stub

    return info.kind == "protocol" and all(isinstance(m, FuncInfo) and is_stub(m.node) for m in info.members.values())


def _refused(info: ClassInfo, base: ClassInfo, at: Span) -> CompileError:
    return fail("E0405", f"`{info.name}` has several bases, and `{base.shown_name}` can only be the last of them", at,
                help=HELP)


def _order(info: ClassInfo) -> list[ClassInfo]:
    """The method resolution order of a class, without `object`."""
    return [c.original or c for c in info.ancestors() if c.shown_name != "object" and c.module.name != ITERATION]


def _merge(lists: list[list[ClassInfo]]) -> list[ClassInfo] | None:
    """C3: the first head that stands in no tail, until nothing is left; None where there is no such head."""
    out: list[ClassInfo] = []
    left = [one for one in lists if one]
    while left:
        head = next((one[0] for one in left if not any(one[0] in other[1:] for other in left)), None)
        if head is None:
            return None
        out.append(head)
        left = [rest for one in left if (rest := one[1:] if one[0] is head else one)]
    return out


def _can_be_copied(info: ClassInfo) -> bool:
    return info.kind in KINDS and not info.by_value and not info.module.library


def _copy(world: World, info: ClassInfo, base: ClassInfo, args: tuple[tree.Expr, ...], below: ClassInfo) -> ClassInfo:
    """`info` again, with another base."""
    out = ClassInfo(
        f"{info.name}@{below.name}", info.module, info.node, info.shown_name, "plain" if info.kind == "protocol" else
        info.kind, base, args, info.type_params, declared=dict(info.declared), frozen=info.frozen,
        options=dict(info.options), original=info)
    for name, member in info.members.items():
        out.members[name] = _member(member, out)
    base.subclasses.append(out)
    world.copies.setdefault(info, []).append(out)
    return out


def _member(member: Symbol, owner: ClassInfo) -> Symbol:
    if not isinstance(member, FuncInfo):
        return member
    setter = replace(member.setter, owner=owner) if member.setter is not None else None
    deleter = replace(member.deleter, owner=owner) if member.deleter is not None else None
    return replace(member, owner=owner, setter=setter, deleter=deleter)


def in_copy(receiver: Type, home: ClassInst, method: FuncInfo) -> tuple[ClassInst, FuncInfo]:
    """`method` of `home`, as `Home.method(self)` finds it; where `self` is of a class that has a copy of `Home`, the
    method of that copy."""
    cls = receiver if isinstance(receiver, ClassInst) else None
    while cls is not None:
        copied = cls.info.members.get(method.name) if cls.info.original is method.owner else None
        if cls.info.original is not None and isinstance(copied, FuncInfo):
            return cls, copied
        cls = cls.base
    return home, method


def is_family(t: UnionType) -> bool:
    """Whether the members are one class of the program: itself and its copies."""
    return len({m.info.original or m.info if isinstance(m, ClassInst) else m for m in t.members}) == 1


def seen_as(world: World, info: ClassInfo) -> Type:
    """What the name of a class without type parameters means as a type."""
    from rumpkc.types.unions import make_union
    from rumpkc.types.constructors import abstract_names

    own = world.inst(info)
    copies = world.copies.get(info)
    if not copies or info.type_params or info.kind == "protocol":
        return own
    members: list[Type] = [own] if info.subclasses or not abstract_names(info) else []
    members += [world.inst(c) for c in copies if not c.type_params]
    return make_union(members)

