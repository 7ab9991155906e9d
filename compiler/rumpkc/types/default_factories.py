"""What a dataclass field is when nobody gives it: `field(default_factory=…)` and `field(default=…, init=False)`.

    xs: list[int] = field(default_factory=list)             def __init__(self, xs: list[int] | None = None):
                                                                self.xs = list() if xs is None else xs
    ys: list[int] | None = field(default_factory=list)      …, ys: list[int] | None | Unset = UNSET: None may be given

Python evaluates the factory once, with the class. What would be another object at each evaluation is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.syntax import tree as t
from rumpkc.types.builtins import UNSET, UNSET_CLASS
from rumpkc.types.scopes import dotted
from rumpkc.types.symbols import ClassInfo, ImportRef, ModuleInfo, Special

if TYPE_CHECKING:
    from rumpkc.types.world import World

ONCE = "Python evaluates it once, with the class"
MAY_BE_NONE = frozenset({"Optional", "Union", "Any", "Annotated", "Literal", "Final", "NotRequired"})


def argument(world: World, module: ModuleInfo, name: str, stmt: t.AnnAssign, made: t.Expr) -> tuple[t.Arg, t.Expr]:
    """The parameter of a field that has a factory, and the field's value, where the factory's own is `made`."""
    at = stmt.span

    def named(text: str) -> t.Expr:
        return t.Name(at, text)

    if _is_never_none(world, module, stmt.annotation):
        none = t.Constant(at, None, "none")
        note, default = t.BinOp(at, stmt.annotation, "|", none), none
        left_out: t.Expr = t.Compare(at, named(name), ("is",), (none,))
    else:
        note, default = t.BinOp(at, stmt.annotation, "|", named(UNSET_CLASS)), named(UNSET)
        left_out = t.Call(at, named("isinstance"), (named(name), named(UNSET_CLASS)), ())
    return t.Arg(at, name, note, default), t.IfExp(at, left_out, made, named(name))


def _is_never_none(world: World, module: ModuleInfo, note: t.Expr) -> bool:
    """Whether an annotation is that of a class, by what it says; a type variable or an alias may stand for None too."""
    if isinstance(note, t.Subscript):
        note = note.value
    if not isinstance(note, t.Name):
        return isinstance(note, t.Attribute) and dotted(note) not in ("", "typing.Optional", "typing.Any",
                                                                      "typing.Union") and note.attr not in MAY_BE_NONE
    if note.id not in module.names and note.id in ("int", "float", "bool", "tuple", "type"):
        return True
    found = world.lookup(module, note.id)
    if isinstance(found, Special):
        return found.name.rpartition(".")[2] not in MAY_BE_NONE
    return isinstance(found, ClassInfo) and found.name != "Object" and found.kind != "protocol"


def made_by(module: ModuleInfo, name: str, factory: t.Expr, fields: set[str]) -> t.Expr:
    """The call of a `default_factory`; of a lambda what stands in it, and of `partial` the call that it holds, which
    the field's type then tells the rest of."""
    from rumpkc.types.annotations import words_of

    if isinstance(factory, t.Lambda):
        return t.Call(factory.span, factory, (), ()) if words_of(factory.body) & fields else factory.body
    if not _is_one_object(module, factory):
        raise fail("E0318", f"the factory of `{name}` would be made anew for each object", factory.span, ONCE,
                   help="give it a name in the module's body, before the class, and write that name here")
    if isinstance(factory, t.Call) and factory.args:
        return t.Call(factory.span, factory.args[0], factory.args[1:], factory.keywords)
    return t.Call(factory.span, factory, (), ())


def unasked(module: ModuleInfo, name: str, default: t.Expr) -> t.Expr:
    """The default of a field that `__init__` does not take."""
    if not _is_one_object(module, default):
        raise fail("E0318", f"the default of `{name}` is not a constant", default.span, ONCE,
                   help="write `default_factory=` and what makes it, for each object one of its own")
    return default


def _is_one_object(module: ModuleInfo, node: t.Expr) -> bool:
    """Whether a second evaluation gives the same object, or one that nobody can tell from it: names, literals, generic
    classes, `partial` of these."""
    match node:
        case t.Constant() | t.Name():
            return True
        case t.Attribute(value=value) | t.UnaryOp(operand=value) | t.Subscript(value=value):
            return _is_one_object(module, value)
        case t.Tuple(elts=items):
            return all(_is_one_object(module, item) for item in items)
        case t.BinOp(left=left, right=right):
            return _is_one_object(module, left) and _is_one_object(module, right)
        case t.Call(func=func, args=args, keywords=keywords):
            home = module.names.get(dotted(func).partition(".")[0])
            return isinstance(home, ImportRef) and home.module.endswith("functools") and (
                dotted(func).rpartition(".")[2] == "partial") and all(
                _is_one_object(module, value) for value in (*args, *(k.value for k in keywords)))
    return False
