"""What the operators that `collections.abc` gives take: anything that is like a set, or a mapping.

    class Bag(Set[str])         bag - {"a"}, bag <= d.keys(), bag == other_bag        but not bag - ["a"]
    class Table(Mapping[str, int])      table == {"a": 1}, and `def total(m: Mapping[str, int])` takes a Table

CPython's methods decline what is no set or mapping; items of other types than the class's are refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import abstract_tests
from rumpkc.types.annotations import Annotations
from rumpkc.types.classes import class_env, dict_base, find_method
from rumpkc.types.convert import assignable
from rumpkc.types.signature import own_type_params, signature_of
from rumpkc.types.symbols import ClassInfo, FuncInfo, Special
from rumpkc.types.types import ClassInst, Type

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx

TAKEN = ("typing.AbstractSet", "typing.Mapping")


def fits(fx: Fx, info: FuncInfo, home: ClassInst, note: tree.Expr, arg: Type) -> bool | None:
    """Whether the parameter annotated `note` of an operator takes `arg`; None where it is no such parameter."""
    own_type_params(fx.world, info)
    if not isinstance(note, tree.Subscript) or not any(shape.node is note for shape in info.shapes):
        return None
    symbol = Annotations(fx.world, info.module, {}).symbol(note.value)
    if not isinstance(symbol, Special) or symbol.name not in TAKEN or info.owner is None:
        return None
    try:
        if not abstract_tests.is_a(arg, symbol.name.removeprefix("typing."), note.span):
            return False
        given = mapping_args(fx, arg) if symbol.name == "typing.Mapping" else (_item(fx, arg, note.span),)
    except CompileError:
        return False
    notes = Annotations(fx.world, info.module, class_env(home, info.owner), home)
    wanted = note.slice.elts if isinstance(note.slice, tree.Tuple) else (note.slice,)
    return given is not None and all(assignable(a, notes.type_of(b)) for a, b in zip(given, wanted, strict=True))


def mapping_args(fx: Fx, t: Type) -> tuple[Type, ...] | None:
    """The types of keys and values of a dict, a ChainMap, or of a class of the program that is a `Mapping`; None for
    others."""
    whole = dict_base(t) or _chain(t)
    if whole is not None:
        return whole.args
    if not isinstance(t, ClassInst) or not is_own_mapping(t):
        return None
    found = find_method(t, "__getitem__")
    if found is None or found[1].owner is None:
        return None
    home, info = found
    _, value = signature_of(fx.world, info, home, class_env(home, found[1].owner))
    return _item(fx, t, info.node.span), value


def _chain(t: Type) -> ClassInst | None:
    """The ChainMap that a class is, or is below."""
    cls = t if isinstance(t, ClassInst) else None
    while cls is not None and (cls.info.module.name, cls.info.name) != ("lib.chain_map", "ChainMap"):
        cls = cls.base
    return cls


def is_own_mapping(t: Type) -> bool:
    """Whether a value is of a class of the program that is a mapping."""
    return isinstance(t, ClassInst) and not t.info.module.library and dict_base(t) is None and (
        abstract_tests.is_a_class(t.info, "Mapping"))


def no_own_mappings(fx: Fx, given: Type, at: Span) -> None:
    """Refuse `Counter(xs)` of an `Iterable[T]` where a class of the program is a mapping, and `xs` may be one."""
    for module in [m for m in fx.world.modules.values() if not m.library]:
        for info in module.names.values():
            if isinstance(info, ClassInfo) and info.abstract and abstract_tests.is_a_class(info, "Mapping"):
                raise fail("E0400", f"whether a {given} is a `{info.shown_name}` is not known", at,
                           help="make a list of it: `list(xs)`, or pass what it is")


def _item(fx: Fx, t: Type, at: Span) -> Type:
    """What a loop over a value of `t` gives."""
    from rumpkc.types import loops
    from rumpkc.types.fx import Fx as Scratch

    aside = Scratch(fx.world, fx.module, fx.env)
    return loops.item_type(aside, ir.LocalGet(at, t, ir.Local(".items", t, at)), at)
