"""A class of the program that can be walked over is below the library's `Iterable[T]`, whether or not it says so.

    class Bag:                                          class Bag(Iterable[str])
        def __iter__(self) -> Iterator[str]: …    ->
    class Countdown:                                    class Countdown(OwnIterator[int])
        def __next__(self) -> int: …              ->

So its objects go where an `Iterable[T]` or `Iterator[T]` is asked for. A class with another base keeps that one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.syntax import tree
from rumpkc.types.generators import library_class
from rumpkc.types.symbols import ClassInfo, FuncInfo, Special

if TYPE_CHECKING:
    from rumpkc.types.world import World

KINDS = ("plain", "dataclass")
BASES = {"typing.Iterable": "Iterable", "typing.Iterator": "OwnIterator"}
RESULTS = ("typing.Iterator", "typing.Generator")


def written_base(world: World, info: ClassInfo, symbol: Special, args: tuple[tree.Expr, ...], base: tree.Expr) -> None:
    """`class C(Iterable[T])`, `class C(Iterator[T])`."""
    if len(args) != 1:
        short = symbol.name.rpartition(".")[2]
        raise fail("E0302", f"`{short}` takes 1 type argument, not {len(args)}", base.span, help=f"write `{short}[…]`")
    if info.base is None:
        info.base, info.base_args = library_class(world, BASES[symbol.name]), args


def add_base(world: World, info: ClassInfo) -> None:
    """Give a class without a base the one that its methods speak of."""
    if info.base is not None or info.by_value or info.module.library or info.kind not in KINDS:
        return
    item = _result(info, "__next__")
    if item is not None:
        info.base, info.base_args = library_class(world, "OwnIterator"), (item,)
        return
    made = _result(info, "__iter__")
    item = _item_of(world, info, made) if made is not None else None
    if item is not None:
        info.base, info.base_args = library_class(world, "Iterable"), (item,)


def _result(info: ClassInfo, name: str) -> tree.Expr | None:
    """What a method of the class says that it returns."""
    from rumpkc.types.annotations import parse_forward

    found = info.members.get(name)
    note = found.node.returns if isinstance(found, FuncInfo) else None
    if isinstance(note, tree.Constant) and isinstance(note.value, str):
        return parse_forward(note.value, note)
    return note


def _item_of(world: World, info: ClassInfo, made: tree.Expr) -> tree.Expr | None:
    """The items of what `__iter__` returns: of `Iterator[T]`, or of a class of the module with a `__next__`."""
    from rumpkc.types.annotations import Annotations

    notes = Annotations(world, info.module, {})
    if isinstance(made, tree.Subscript):
        symbol = notes.symbol(made.value)
        if isinstance(symbol, Special) and symbol.name in RESULTS:
            return made.slice.elts[0] if isinstance(made.slice, tree.Tuple) else made.slice
        return None
    symbol = notes.symbol(made) if isinstance(made, (tree.Name, tree.Attribute)) else None
    if not isinstance(symbol, ClassInfo) or symbol.module is not info.module:
        return None
    method = next((s for s in symbol.node.body if isinstance(s, tree.FunctionDef) and s.name == "__next__"), None)
    return method.returns if method is not None else None
