"""Members of an IntEnum or IntFlag where `int` is written, of a StrEnum where `str` is: the value is kept, if
nothing can tell.

    job.priority = Level.HIGH           the field holds 3
    if job.priority > other: …          as in CPython: the member is that number
    print(job)                          Job(priority=<Level.HIGH: 3>) in CPython: E0303 at `Level.HIGH`

In CPython the place goes on holding the member. It differs from its number in `repr` (and so in the text of containers
and dataclasses), as an `object`, and in which class it has; a flag also in what `~`, `|` and `^` make of it. A
KeyError shows the key, which matters where the program looks at one that it has caught. So the program's places of
numbers are followed (`ir/flow.py`) from each that gets a member to these ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from rumpkc.diagnostics import Diagnostic
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import children as ir_children
from rumpkc.ir.walk import walk
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types.symbols import FuncInfo, FuncInst
from rumpkc.types.types import BOOL, INT, ClassInst, OptionalType, Type, UnionType

if TYPE_CHECKING:
    from rumpkc.ir.flow import Flow, Names, Place, Source
    from rumpkc.types.fx import Fx
    from rumpkc.types.world import World

# What a class of members may write of its own: nothing else asks for it than what shows a member.
OWN_NAMES = frozenset(("__init__", "__new__", "__repr__", "__doc__"))
# Methods of the library that compare their first argument with what they hold, and do not keep it.
ONLY_COMPARE = frozenset(
    "get _get_or pop index count remove discard __contains__ __getitem__ __delitem__ "
    "__eq__ __ne__ __lt__ __le__ __gt__ __ge__".split())
# Those whose exception shows that argument, if it is not there and the class says so.
MAY_RAISE = frozenset(("__getitem__", "__delitem__", "pop", "remove", "index", "move_to_end"))
# What catches a KeyError, and what the ValueError of `index` and of a deque's `remove`.
CATCH = {"KeyError": frozenset(("KeyError", "LookupError", "Exception", "BaseException")),
         "ValueError": frozenset(("ValueError", "Exception", "BaseException"))}


def may_lie_in(cls: ClassInst, plain: Type) -> bool:
    """Whether members of `cls` are values of type `plain`, int or str, in all but what `check` looks for."""
    from rumpkc.types.enum_values import MIXED
    if not _has_values(cls, plain) or MIXED in cls.info.options:
        return False
    return not any(name.startswith("__") and name not in OWN_NAMES
                   for info in cls.info.ancestors() if not info.module.library for name in info.members)


def _has_values(cls: Type, plain: Type) -> bool:
    """Whether `cls` is an enumeration whose members are values of type `plain`."""
    from rumpkc.types.enums import is_int_enum, is_str_enum

    return is_int_enum(cls) if plain is INT else is_text(plain) and is_str_enum(cls)


def is_text(t: Type) -> bool:
    """Whether `t` is `str` itself."""
    return isinstance(t, ClassInst) and t.name == "str" and t.info.module.library


def value_of_member(source: Type, target: Type) -> bool:
    """Whether a place of type `target` keeps the value of what is, or may be, a member of an IntEnum, IntFlag or
    StrEnum."""
    if isinstance(target, OptionalType):
        return value_of_member(source.item if isinstance(source, OptionalType) else source, target.item)
    if target is not INT and not is_text(target):
        return False
    parts = source.members if isinstance(source, UnionType) else (source,)
    members = [isinstance(part, ClassInst) and may_lie_in(part, target) for part in parts]
    return any(members) and all(is_one or part == target for is_one, part in zip(members, parts, strict=True))


def values(fx: Fx, value: ir.Expr, target: Type, span: Span) -> ir.Expr:
    """A member or a plain value, or a member or None, as the `target` that `value_of_member` has found."""
    from rumpkc.types.convert import coerce
    from rumpkc.types.operators import of_members

    plain = target.item if isinstance(target, OptionalType) else target
    if isinstance(value.type, UnionType):
        return coerce(fx, of_members(fx, [value], lambda part: coerce(fx, part[0], plain, span), span, "this"), target,
                      span)
    assert isinstance(value.type, OptionalType)
    save, got = fx.save(value)
    some = coerce(fx, coerce(fx, ir.Convert(span, value.type.item, got), plain, span), target, span)
    none = ir.IsNone(span, BOOL, got)
    return ir.Seq(span, target, (save,), ir.IfExp(span, target, none, ir.Const(span, target, None), some))


def asked(world: World, t: Type, span: Span) -> None:
    """The program asks for the class of a value of type `t`."""
    parts = t.members if isinstance(t, UnionType) else (t.item,) if isinstance(t, OptionalType) else (t,)
    if INT in parts and world.ints_asked is None:
        world.ints_asked = span
    if any(map(is_text, parts)) and world.texts_asked is None:
        world.texts_asked = span


def check(world: World) -> None:
    """E0303 for each member that a place of an `int` or `str` keeps, where the program can tell it from its value."""
    _check(world, INT, world.ints_asked)
    _check(world, world.cls("str"), world.texts_asked)


def _check(world: World, plain: Type, class_asked: Span | None) -> None:
    """The same for places of type `plain`; `class_asked`: where the program asks for the class of one."""
    from rumpkc.ir.flow import NEGATIVE, Flow

    if not any(_has_values(cls, plain) for cls in list(world.class_insts.values())):
        return
    flow = Flow(world.program, _Questions(world, plain), plain)
    asked = {error: _exceptions_asked(world.program, names) for error, names in CATCH.items()}
    raised = {place: node for place, (node, name) in flow.raised.items()
              if name != "index" and asked["KeyError"]
              or name in ("index", "remove", "__init__") and asked["ValueError"]}
    negative: set[Place] | None = None
    if not (raised or world.members_kept):
        return
    for source, node in flow.sources.items():
        cls = _class_of(node)
        flag = "IntFlag" in cls.info.options
        reached = flow.reached([source], flag)
        if flag and negative is None:
            negative = flow.reached([NEGATIVE], True)
        found = _raised(raised, reached)
        if found is None and world.members_kept:
            found = _shown(flow.ends, reached) or (
                _operator(flow, reached, negative or set()) if flag else None) or (
                (class_asked, f"asks which class a value of type {plain} has") if class_asked is not None else None)
        if found is not None:
            world.diagnostics.add(_refusal(cls, plain, node.span, *found))


class _Questions:
    """What `Flow` asks."""

    def __init__(self, world: World, plain: Type) -> None:
        self._plain = plain
        self._by_function = {inst.ir: inst for inst in world.func_insts.values()}

    def is_source(self, value: ir.Expr) -> bool:
        return (isinstance(value, ir.FieldGet) and value.name == "_value_" and value.type == self._plain
                and _has_values(value.obj.type, self._plain))

    def shows(self, function: ir.Function) -> bool:
        inst = self._by_function.get(function)
        return inst is not None and (_is_repr(inst.info, self._plain) or _makes_box(inst, self._plain))

    def keeps(self, function: ir.Function) -> bool:
        inst = self._by_function.get(function)
        return inst is not None and is_text(self._plain) and inst.info.name == "__init__" and (
            inst.info.module.name == "lib.core.exceptions")

    def looks_up(self, function: ir.Function) -> bool:
        inst = self._by_function.get(function)
        if inst is None or inst.owner is None or inst.info.name not in MAY_RAISE or len(function.params) < 2:
            return False
        note = _arguments(inst.info.node.args)[1].annotation
        return isinstance(note, tree.Name) and note.id in inst.env

    def open_parts(self, function: ir.Function) -> tuple[list[Names], Names]:
        inst = self._by_function.get(function)
        if inst is None:                                    # the compiler made it
            every = frozenset(("any",))
            return [every] * len(function.params), every
        env = frozenset(inst.env)
        notes = {arg.name: arg.annotation for arg in _arguments(inst.info.node.args)}
        takes = [_by_argument(note, param.type, env) if (note := notes.get(param.name)) is not None
                 else _of_owner(inst, env) for param in function.params]
        if inst.owner is not None and inst.info.name in ONLY_COMPARE and len(takes) > 1:
            takes[1] = frozenset()
        return takes, _by_argument(inst.info.node.returns, function.result, env)


def _of_owner(inst: FuncInst, env: frozenset[str]) -> Names:
    """What `self` holds: type variables for each type argument. A `Counter[T]` is a `dict[T, int]`."""
    from rumpkc.ir.flow import holder

    if inst.owner is None or not env.issuperset(inst.owner.info.type_params):
        return env
    info, last = inst.owner.info, holder(inst.owner).info
    held = {name: frozenset((name,)) for name in info.type_params}
    while info is not last:
        if info.base is None or len(info.base.type_params) != len(info.base_args):
            return env
        stated = [_mentioned(note, frozenset(held)) for note in info.base_args]
        held = {name: frozenset().union(*(held[n] for n in names))
                for name, names in zip(info.base.type_params, stated, strict=True)}
        info = info.base
    return tuple(held.values())


def _by_argument(note: tree.Expr | None, t: Type, names: frozenset[str]) -> Names:
    """The type variables of a parameter or result: for `Dict[K, V]`, by type argument."""
    from rumpkc.ir.flow import holder

    if isinstance(note, tree.Subscript) and isinstance(t, ClassInst):
        stated = note.slice.elts if isinstance(note.slice, tree.Tuple) else (note.slice,)
        if len(stated) == len(holder(t).args):
            return tuple(_mentioned(one, names) for one in stated)
    return _mentioned(note, names)


def _arguments(args: tree.Arguments) -> list[tree.Arg]:
    rest = [arg for arg in (args.vararg, args.kwarg) if arg is not None]
    return [*args.posonly, *args.args, *args.kwonly, *rest]


def _mentioned(note: tree.Expr | None, names: frozenset[str]) -> frozenset[str]:
    """The type variables in a type as written."""
    match note:
        case None:
            return frozenset()
        case tree.Name(id=name):
            return names if name == "Self" else names & {name}
        case tree.Constant(kind="str", value=text):
            return frozenset(name for name in names if name in str(text))
    return frozenset().union(*(_mentioned(below, names) for below in children(note) if isinstance(below, tree.Expr)))


def _class_of(node: Source) -> ClassInst:
    cls = node.obj.type if isinstance(node, ir.FieldGet) else node.cls
    assert isinstance(cls, ClassInst)
    return cls


def _is_repr(info: FuncInfo, plain: Type) -> bool:
    """Whether a function is `repr` of a number, or of a text."""
    return (info.name, info.module.name) == (
        ("int_repr", "lib.core.int_text") if plain is INT else ("repr_str", "lib.core.str_repr"))


def _makes_box(inst: FuncInst, plain: Type) -> bool:
    """Whether a function puts such a value into an `object`."""
    owner = inst.owner
    return (owner is not None and inst.info.name == "__init__" and owner.info.module.name == "lib.core.box"
            and owner.args == (plain,))


def _exceptions_asked(program: ir.Program, names: frozenset[str]) -> bool:
    """Whether the program looks at an exception that it has caught as one of `names`."""
    from rumpkc.ir.showing import in_library

    return any(
        isinstance(node, ir.Handler) and _may_catch(node, names) and any(map(partial(_looks_at, node.local), node.body))
        for function in program.functions if not in_library(function) for node in walk(function.body or ()))


def _may_catch(handler: ir.Handler, names: frozenset[str]) -> bool:
    return not handler.classes or any(cls.info.name in names and cls.info.module.library for cls in handler.classes)


def _looks_at(caught: ir.Local, node: ir.Node) -> bool:
    """Whether `node` does more with an exception than raise it again or leave a `with` of the library's."""
    match node:
        case ir.LocalGet(local=local):
            return local is caught
        case ir.Raise(value=ir.LocalGet(), again=True):
            return False
        case ir.Call(func=func) if func.shown_name == "__exit__" and func.module.startswith("lib."):
            return False
    return any(_looks_at(caught, below) for below in ir_children(node))


def _raised(ends: Mapping[Place, ir.Node], reached: set[Place]) -> tuple[Span, str] | None:
    """Where an exception of the library may show a member."""
    for place, node in ends.items():
        if place in reached:
            return node.span, "may raise an exception that shows it"
    return None


def _shown(ends: dict[Place, ir.Node], reached: set[Place]) -> tuple[Span, str] | None:
    """Where the program asks for what shows a member, and what that is."""
    for place, node in ends.items():
        if place in reached:
            boxes = isinstance(node, ir.Convert) or isinstance(node, ir.Call) and node.func.shown_name == "__init__"
            return node.span, "makes an `object` of it" if boxes else "shows it with `repr`"
    return None


def _operator(flow: Flow, reached: set[Place], negative: set[Place]) -> tuple[Span, str] | None:
    """An operator on bits that gives another number for a flag than for an `int`."""
    for place, (node, other) in flow.operands.items():
        if place in reached and (node.op == "not" or node.op in ("or", "xor") and other in negative):
            return node.span, "computes with its bits, which a flag does in its own way"
    return None


def _refusal(cls: ClassInst, plain: Type, span: Span, at: Span, what: str) -> Diagnostic:
    from rumpkc.types.enums import is_shown_as_value

    kind = "number" if plain is INT else "text"
    words = f"`{plain}(…)` or `.value`" if is_shown_as_value(cls) else "`.value`"
    return Diagnostic(
        "E0303", f"this place takes {plain}, and {at.file}:{at.line} {what}", span, f"this is {cls}",
        help=f"write {words} for the {kind}, or `{cls}` where `{plain}` is written")
