"""What a class does for values that are only known to be an `object`: what it has behind `object`'s hidden methods.

    class P:                                    def _any_answers(self, other: object) -> bool:
        def __eq__(self, other: object): …  ->      return self.__eq__(other)

They are made when a virtual table asks for them, so a program that has no such values has none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.syntax import tree as t
from rumpkc.types import abstract_bases
from rumpkc.types.boxes import CONTAINERS, made_object, misfits
from rumpkc.types.scopes import make_function
from rumpkc.types.symbols import FuncInfo, FuncInst
from rumpkc.types.synth import Build
from rumpkc.types.types import ClassInst

if TYPE_CHECKING:
    from rumpkc.types.world import World

HOME = "lib.core.anything"              # where the names in these methods are looked up
ASKED = ("_any_items", "_any_answers")  # what makes objects of a container's items
OWN = "_Own"                            # the class itself, in them


def method(world: World, cls: ClassInst, name: str) -> FuncInst | None:
    """The implementation of `object`'s method `name` that follows from what `cls` defines; None where it inherits."""
    made = _made(world, cls, name)
    if made is None:
        return None
    home, node = made
    if name in ASKED and _without_objects(world, home, cls):
        return None
    key = (home.info, name)
    info = world.wide.get(key)
    if info is None:
        info = world.wide[key] = make_function(world.module(HOME), node, home.info)
    inst = world.func(info, home)
    inst.env = {**inst.env, OWN: home}
    return inst


def _without_objects(world: World, home: ClassInst, cls: ClassInst) -> bool:
    """Whether items of the container `cls` cannot become an `object`, as what `home` makes for it needs. Then it must
    not be one itself, and nothing calls that."""
    if f"{home.info.module.name}.{home.info.name}" not in CONTAINERS:
        return False
    wrong = next(misfits(home), None)
    if wrong is None:
        return False
    at = made_object(world, cls)
    if at is not None:
        raise fail("E0303", f"{cls} becomes an `object` here, and objects are compared: {wrong} cannot become one", at,
                   help="hold it in an object of a class")
    return True


def _made(world: World, cls: ClassInst, name: str) -> tuple[ClassInst, t.FunctionDef] | None:
    build = Build(cls.info.node.name_span)
    at: ClassInst | None = cls
    while at is not None and at.info.shown_name != "object":
        if name in at.info.members:
            return None
        body = _body(world, at, name, build)
        if body is not None:
            args = {"_any_answers": ["other"], "_any_formatted": ["spec"]}.get(name, [])
            kinds = {"_any_answers": "bool", "_any_formatted": "str", "_any_truth": "bool", "__hash__": "int",
                     "_any_kind": "int", "_any_items": "object"}
            notes = {"other": "object", "spec": "str"}
            listed = [t.Arg(build.span, a, build.name(notes[a]), None) for a in args]
            return at, build.define(name, listed, body, build.name(kinds.get(name, "str")))
        at = at.base
    return None


def _body(world: World, at: ClassInst, name: str, build: Build) -> list[t.Stmt] | None:
    """The body of `name` that follows from what the class `at` itself defines."""
    me, own = build.name("self"), at.info.members
    if at.info.kind == "enum":
        return _of_enum(at, name, build)
    container = "tuple" if at.info.kind == "namedtuple" else CONTAINERS.get(f"{at.info.module.name}.{at.info.name}")
    match name:
        case "_any_truth" if "__bool__" in own or "__len__" in own:
            return [build.ret(build.call(build.name("bool"), me))]
        case "_any_formatted" if at.info.module.name == "lib.core.str":
            return [build.ret(build.call(build.name("format"), me, build.name("spec")))]
        case "_any_formatted" if "__format__" in own:
            return [build.ret(build.call(build.field("self", "__format__"), build.name("spec")))]
        case "__hash__" if "__eq__" in own and "__hash__" not in own:
            return [t.ExprStmt(build.span, build.call(build.name("not_hashable"), me))]
        case "_any_kind" if container is not None:
            return [build.ret(build.name(container.upper()))]
        case "_any_items" if at.info.kind == "namedtuple":
            return [build.ret(build.call(build.name("list"), me))]
        case "_any_items" if container is not None:
            return [build.ret(build.call(build.name(f"{container}_items"), me))]
        case "_any_answers" if container is not None:
            return [build.ret(build.call(build.name(f"{container}_answers"), me, build.name("other")))]
        case "_any_answers" if abstract_bases.gives_equality_itself(at.info):
            whole = "mapping_answers" if "items" in own else "setlike_answers"
            return [*_like(build, OWN, me)[:1], build.ret(build.call(build.name(whole), me, build.name("other")))]
        case "_any_answers" if isinstance(own.get("__eq__"), FuncInfo):
            if at.info.module.library and not _takes_any(own["__eq__"]):
                as_bytes = _like(build, "bytes", me)[:1] if at.info.module.name == "lib.core.bytearray" else []
                return [*as_bytes, *_like(build, OWN, me)]
            return [build.ret(build.call(build.field("self", "__eq__"), build.name("other")))]
    return None


def _takes_any(method: object) -> bool:
    """Whether an `__eq__` of the library is written for any object."""
    assert isinstance(method, FuncInfo)
    note = method.node.args.args[1].annotation
    return isinstance(note, t.Name) and note.id == "object"


def _like(build: Build, kind: str, me: t.Expr) -> list[t.Stmt]:
    """`if isinstance(other, kind): return me == other; return NotImplemented`."""
    test = build.call(build.name("isinstance"), build.name("other"), build.name(kind))
    found = build.ret(build.compare(me, "==", build.name("other")))
    return [t.If(build.span, test, (found,), ()), build.ret(build.name("NotImplemented"))]


def _of_enum(at: ClassInst, name: str, build: Build) -> list[t.Stmt] | None:
    from rumpkc.types.enums import is_flag, is_int_enum, is_str_enum

    me = build.name("self")
    match name:
        case "__repr__" | "__str__" | "__hash__":
            return [build.ret(build.call(build.name(name.strip("_")), me))]
        case "_any_formatted":
            return [build.ret(build.call(build.name("format"), me, build.name("spec")))]
        case "_any_truth":
            return [build.ret(build.call(build.name("bool"), me))]
        case "_any_answers" if is_int_enum(at):
            return _like(build, "int", build.field("self", "_value_"))
        case "_any_answers" if is_str_enum(at):
            return _like(build, "str", build.field("self", "_value_"))
        case "_any_answers" if is_flag(at):
            return _like(build, OWN, me)
    return None
