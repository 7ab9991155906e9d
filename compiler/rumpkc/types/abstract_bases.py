"""Classes that derive from `collections.abc`: what those bring is copied into the class.

    class Row(Sequence[float]):                 class Row:
        def __len__(self) -> int: …                 def __len__(self) -> int: …
        def __getitem__(self, i: int) -> float …    def __getitem__(self, i: int) -> float …
                                        ->          def __iter__(self) -> Iterator[float]: …
                                                    def index(self, value: float, …) -> int: …

The methods stand in lib/core/abstract_classes.py, those that a class has to write are abstract there. A class is no
subclass for it; `isinstance(x, Sequence)` asks what it says of itself (abstract_tests.py).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import counted, fail
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import with_children
from rumpkc.types.scopes import dotted, make_function
from rumpkc.types.symbols import ClassInfo, FuncInfo, Special
from rumpkc.types.types import ClassInst, Type

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx
    from rumpkc.types.world import World

HOME = "lib.core.abstract_classes"
NAMES = ("Sized", "Container", "Reversible", "Collection", "Sequence", "MutableSequence", "Mapping", "MutableMapping",
         "AbstractSet", "MutableSet")
BASES = {f"typing.{name}": name for name in NAMES}
# Names in the methods, which the module of the class may have given another meaning.
OWN = frozenset("""IndexError KeyError ValueError StopIteration Iterator Iterable KeysOf ItemsOf ValuesOf Self SetLike
MappingLike int bool tuple dict iter len next""".split())


def written_base(
    world: World, info: ClassInfo, symbol: Special, args: tuple[tree.Expr, ...], base: tree.Expr
) -> list[FuncInfo]:
    """`class C(Sequence[T])`: the methods that C gets where it has none of that name."""
    source = world.module(HOME).names[BASES[symbol.name]]
    assert isinstance(source, ClassInfo)
    if len(args) != len(source.type_params):
        short = symbol.name.rpartition(".")[2]
        raise fail("E0302", f"`{short}` takes {counted(len(source.type_params), 'type argument')}, not {len(args)}",
                   base.span, help=f"write `{short}[{', '.join(['…'] * len(source.type_params))}]`")
    given = dict(zip(source.type_params, args, strict=True))
    return [made for cls in source.ancestors() if cls.module is source.module
            for made in _methods(world, info, cls, given)]


def manager_methods(world: World, info: ClassInfo, base: ClassInfo) -> list[FuncInfo]:
    """`class C(AbstractContextManager[T])`: an `__enter__` that gives the object itself."""
    if info.module.library or (base.module.name, base.name) != ("lib.contextlib", "AbstractContextManager"):
        return []
    source = world.module(HOME).names["EntersItself"]
    assert isinstance(source, ClassInfo)
    return _methods(world, info, source, {})


def _methods(world: World, info: ClassInfo, source: ClassInfo, given: dict[str, tree.Expr]) -> list[FuncInfo]:
    home = world.module(HOME)
    out: list[FuncInfo] = []
    for stmt in source.node.body:
        if not isinstance(stmt, tree.FunctionDef):
            continue
        node = _placed(stmt, info.node.name_span, given)
        marks = [dotted(d) for d in stmt.decorators]
        kept = tuple(d for d in node.decorators if dotted(d) == "classmethod")
        func = make_function(info.module, replace(node, decorators=kept), info)
        func.abstract = "abstractmethod" in marks
        if "overload" in marks:
            func.kind = "overload"
        out.append(func)
    for name in OWN:
        known = Special(f"typing.{name}") if name in ("Iterator", "Iterable") else world.lookup(home, name)
        info.module.names.setdefault(f"{name}@", known or Special(f"builtins.{name}"))
    return out


def _placed(node: Any, span: Span, given: dict[str, tree.Expr]) -> Any:
    """A copy of a method that lies where the class is named."""
    if isinstance(node, tree.Name):
        if node.id in given:
            return given[node.id]
        return tree.Name(span, f"{node.id}@" if node.id in OWN else node.id)
    made = with_children(node, lambda below: _placed(below, span, given))
    spans = {name: span for name in type(node).__dataclass_fields__ if name == "span" or name.endswith("_span")}
    return replace(made, **spans)


def add_methods(world: World, info: ClassInfo, methods: list[FuncInfo]) -> None:
    """The methods that neither the class nor a base of it has, with what `@overload` says of them."""
    from rumpkc.types.overload_results import overloads

    there = {f.name for f in methods if _has(info, f.name)}
    for func in methods:
        if func.name in there:
            continue
        if func.kind == "overload":
            overloads(world, func)
            world.overloads[id(info.node.body)].setdefault(func.name, []).append(func.node)
        else:
            info.members.setdefault(func.name, func)


def _has(info: ClassInfo, name: str) -> bool:
    """Whether the class or a base of it that a program wrote has such a member."""
    found = info.member(name)
    return found is not None and not found[0].module.library


def brought(info: ClassInfo, name: str) -> bool:
    """Whether the member `name` of a class is one of these methods: it lies where the class is named."""
    member = info.members.get(name)
    return isinstance(member, FuncInfo) and member.node.name_span == info.node.name_span


def gives_equality(cls: ClassInst) -> bool:
    """Whether the `__eq__` of a class is one of these methods, which takes less than CPython's."""
    found = cls.info.member("__eq__")
    return found is not None and gives_equality_itself(found[0])


def gives_equality_itself(info: ClassInfo) -> bool:
    """Whether `info` is the class that has such an `__eq__`."""
    member = info.members.get("__eq__")
    return isinstance(member, FuncInfo) and (
        info.module.name == HOME or info.kind == "plain" and brought(info, "__eq__"))


def answers(fx: Fx, t: Type, name: str, other: Type) -> bool:
    """Whether an operator of a builtin type that declines `t` is then answered by a method of `t` from here."""
    from rumpkc.types.operators import accepts

    found = t.info.member(name) if isinstance(t, ClassInst) else None
    return found is not None and (found[0].module.name == HOME or brought(found[0], name)) and accepts(
        fx, t, name, other)
