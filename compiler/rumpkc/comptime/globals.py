"""Initial values of module variables, for the checker: `FrozenGlobals.freeze(world, variable, type)`.

    TABLE: Final[list[int]] = build()        ->      FAddr(list[int], Global("apps.a.TABLE.object"))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rumpkc.comptime.bodies import computing_modules
from rumpkc.comptime.freeze import Freezer
from rumpkc.comptime.functions import Unmade, makers, waits
from rumpkc.comptime.run import Comptime
from rumpkc.diagnostics import CompileError, fail
from rumpkc.ir import nodes as ir
from rumpkc.names.graph import load_graph
from rumpkc.names.modules import PER_TARGET
from rumpkc.names.project import DIALECT_PACKAGES
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types.class_decorators import is_given
from rumpkc.types.frozen_tests import NotYet
from rumpkc.types.types import INT, ClassInst, FuncType, Type

if TYPE_CHECKING:
    from rumpkc.compilation import Compilation
    from rumpkc.types.symbols import ClassInfo, VarInfo
    from rumpkc.types.world import World


class FrozenGlobals:
    """Runs module bodies when the checker first asks for a value, and freezes what it asks for."""

    def __init__(self, unit: Compilation) -> None:
        self._unit = unit
        self._runs: list[tuple[Comptime, dict[World, Freezer]]] = []
        self._computing: bool | None = None
        self._makers: dict[int, set[tuple[str, str]]] = {}

    def freeze(self, world: World, variable: VarInfo, t: Type) -> ir.Frozen:
        """What `variable` holds when the module bodies have run, as a constant of type `t`. E0490 to E0494."""
        comptime, freezers = self._run_of(variable.module.name)
        if world.in_progress:
            made_by = self._makers.get(id(comptime))
            if made_by is None:
                made_by = self._makers[id(comptime)] = makers(comptime.rows)
            if waits(world, made_by):
                raise NotYet
        name = _name_in(comptime, variable)
        value = comptime.value(variable.module.name, name, variable.span)
        if world not in freezers:
            freezers[world] = Freezer(comptime.rows, WorldConstants(world))
        try:
            return freezers[world].variable(value.row, t, name, variable.span)
        except Unmade:
            if world.freezing is not None and world.freezing.late:
                if world.values_typed and not world.queue:
                    raise
                type_values(world)
            raise NotYet from None

    def plain(self, variable: VarInfo) -> object:
        """The number or text that `variable` holds when the module bodies have run; None where it is something else."""
        comptime, _ = self._run_of(variable.module.name)
        name = _name_in(comptime, variable)
        row = comptime.rows[comptime.value(variable.module.name, name, variable.span).row]
        return row[1] if row[0] in ("int", "str") else None

    def leaves(self, variable: VarInfo) -> bool:
        """Whether the class of `variable` has it of its own when the module bodies have run."""
        assert variable.owner is not None
        comptime, _ = self._run_of(variable.module.name)
        return comptime.leaves(variable.module.name, f"{variable.owner.name}.{variable.name}")

    def may_change(self, variable: VarInfo) -> bool:
        """Whether a module body of the program could change a variable after its own line: a call from any body may."""
        if self._computing is None:
            self._computing = bool(computing_modules(self._unit))
        return self._computing and variable.module.name.partition(".")[0] not in DIALECT_PACKAGES

    def run(self, module: str) -> None:
        """Run the body of `module`; E0490 or E0491 where it fails."""
        self._run_of(module)[0].check(module)

    def _run_of(self, module: str) -> tuple[Comptime, dict[World, Freezer]]:
        """The child process that runs `module`: the program's, or one for a library module that the checker brought."""
        for comptime, freezers in self._runs:
            if any(known.name == module for known in comptime.modules):
                return comptime, freezers
        loader = self._unit.loader
        modules = self._unit.modules
        if not any(known.name == module for known in modules):
            modules = load_graph(loader, loader.load(module))
        boards = {name: loader.canonical(name) for name in (*PER_TARGET, *loader.written)}
        made = Comptime(loader.root, modules, self._unit.project.build_dir / "cache" / "comptime", boards)
        self._runs.append((made, {}))
        return self._runs[-1]


def type_values(world: World) -> None:
    """Check what the variables of the program are given, as if it ran in the image: that tells with which types the
    generic functions are called whose closures the variables hold. CPython has run it; what is refused is not told."""
    from rumpkc.types.check import MAX_ATTEMPTS
    from rumpkc.types.exprs import typed
    from rumpkc.types.fx import Fx, Hints, Restart
    from rumpkc.types.globals import type_of
    from rumpkc.types.symbols import VarInfo

    if world.values_typed:
        return
    world.values_typed = True
    found = [var for module in [*world.modules.values()] if not module.library for var in module.names.values()
             if isinstance(var, VarInfo) and isinstance(var.value, (tree.Call, tree.BinOp)) and var.module is module]
    for var in found:
        hints = Hints()
        for _ in range(MAX_ATTEMPTS):
            try:
                assert var.value is not None
                typed(Fx(world, var.module, {}, None, hints), var.value, type_of(world, var), "")
            except Restart:
                continue
            except CompileError:
                pass
            break


def _name_in(comptime: Comptime, variable: VarInfo) -> str:
    """Under which name the module bodies have left a variable; what an `__init_subclass__` gives to some classes only,
    the others have of a base."""
    if variable.owner is None:
        return variable.name
    module, written = variable.module.name, f"{variable.owner.name}.{variable.name}"
    if not is_given(variable) or comptime.leaves(module, written):
        return written
    return next((name for info in variable.owner.ancestors() if info.module is variable.module
                 if comptime.leaves(module, name := f"{info.name}.{variable.name}")), written)


def _arguments(info: ClassInfo, static: ClassInst) -> tuple[Type, ...] | None:
    """The type arguments that a class has as a `static`, where its bases pass on its own parameters."""
    current, passed = info, dict(zip(info.type_params, info.type_params, strict=True))
    while current is not static.info:
        if current.base is None:
            return None if info.type_params else ()
        given = [a.id if isinstance(a, tree.Name) else "" for a in current.base_args]
        passed = {inner: passed.get(name, "") for inner, name in zip(current.base.type_params, given, strict=False)}
        current = current.base
    known = {passed.get(name, ""): t for name, t in zip(static.info.type_params, static.args, strict=True)}
    return tuple(known[p] for p in info.type_params) if known.keys() >= set(info.type_params) else None


class WorldConstants:
    """What freezing needs from the checker's world (`freeze.Program`)."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._used: dict[str, int] = {}

    def text_class(self, kind: str) -> ClassInst:
        cls = self._world.cls(kind)
        self.prepare(cls)
        return cls

    def prepare(self, cls: ClassInst) -> None:
        """Fill in the fields of a class, and count it as one that has objects."""
        from rumpkc.types.classes import fields_of

        fields_of(self._world, cls)
        if not cls.by_value:
            self._world.instantiated[cls] = None

    def new_global(self, hint: str, of: Type, constant: bool, span: Span) -> ir.Global:
        module = span.file.removesuffix(".py").replace("/", ".")
        symbol = f"{module}.{hint}.object" if isinstance(of, ClassInst) else f"{module}.{hint}"
        count = self._used[symbol] = self._used.get(symbol, 0) + 1
        made = ir.Global(f"{symbol}.{count}" if count > 1 else symbol, of, None, constant, span)
        self._world.program.globals.append(made)
        return made

    def class_named(self, module: str, name: str, static: ClassInst) -> ClassInst | None:
        from rumpkc.types.symbols import ClassInfo

        world = self._world
        home = world.loader.canonical(module)
        if module == "builtins":
            symbol = world.lookup(world.module("lib.core.functions"), name)
        else:
            symbol = world.module(home).names.get(name) if world.loader.find(home) is not None else None
        if not isinstance(symbol, ClassInfo):
            return None
        if symbol is static.info:
            found = static
        else:
            args = _arguments(symbol, static)
            if args is None:
                return None             # they cannot be told from an object
            found = world.inst(symbol, args)
        self.prepare(found)
        return found if found.is_subclass_of(static) else None

    def builtin_class(self, name: str) -> ClassInst | None:
        """A class of the language by its name; of a container, the one that holds objects."""
        from rumpkc.types.builtins import BUILTIN_CLASSES, VAR_TUPLE

        name = VAR_TUPLE if name == "tuple" else name
        found = self._world.class_of_objects(self._world.builtin(name)) if name in BUILTIN_CLASSES else None
        if found is not None:
            self.prepare(found)
        return found

    def box_of(self, t: Type) -> ClassInst:
        from rumpkc.types.symbols import ClassInfo

        info = self._world.module("lib.core.box").names["Box"]
        assert isinstance(info, ClassInfo)
        cls = self._world.inst(info, (t,))
        self.prepare(cls)
        return cls

    def class_of_objects(self, entry: Any, keys: list[str], span: Span) -> ClassInst | None:
        whole = self._world.cls("object")
        match entry[0]:
            case "list" | "set" | "frozenset" as kind:
                cls = self._world.cls(kind, whole)
            case "tuple" if len(entry) < 3 or entry[2] == "builtins":
                cls = self._world.cls("tuple[...]", whole)
            case "dict":
                text = bool(keys) and set(keys) == {"str"}
                cls = self._world.cls("dict", self._world.cls("str") if text else whole, whole)
            case _:
                return None
        self.prepare(cls)
        self.widen(cls, span)
        return cls

    def widen(self, t: Type, span: Span) -> None:
        from rumpkc.types.boxes import note

        note(self._world, t, span)

    def library_class(self, name: str, static: ClassInst) -> ClassInst | None:
        from rumpkc.types.symbols import ClassInfo

        home, shown = {"Counter": ("lib.counter", name), "count": ("lib.itertools", "Counting")}.get(
            name, ("lib.collections", name))
        info = self._world.module(home).names[shown]
        assert isinstance(info, ClassInfo)
        if name == "count":
            if static.name not in ("Iterator", "Iterable") or static.args != (INT,):
                return None
            found = self._world.inst(info, ())
        elif static.info is info:
            found = static
        elif name == "deque" or static.name != "dict" or name == "Counter" and static.args[1] != INT:
            return None
        else:
            found = self._world.inst(info, static.args[:len(info.type_params)])
        self.prepare(found)
        return found

    def maker(self, entry: Any, of: FuncType, path: str, span: Span, freezer: Freezer) -> tuple[ir.Frozen, str]:
        from rumpkc.comptime.functions import empty_maker

        if entry[0] == "class":
            return empty_maker(self._world, entry, of, path, span)
        return self.function(entry, of, path, span, freezer), f"<function {entry[2]}>"

    def again(self, entry: Any, of: FuncType, path: str, span: Span, freezer: Freezer) -> ir.Frozen:
        from rumpkc.comptime.functions import again

        return again(self._world, entry, of, path, span, freezer)

    def note_class(self, cls: ClassInst) -> None:
        """The class is a value of the program; E0303 where some call of class values does not fit it."""
        from rumpkc.types.class_values import settle

        self._world.class_values[cls] = None
        settle(self._world)

    def enum_member(self, cls: ClassInst, name: str, bits: int | None, span: Span) -> ir.Frozen:
        from rumpkc.types.enums import flags, member

        target = member(self._world, cls, name) if bits is None else flags(self._world, cls, bits)
        if target is None:
            raise fail("E0493", f"`{cls}({bits})` is no single member, and lacks the attributes of the members", span,
                       help="keep the int value, and make the flags from it")
        return ir.FAddr(cls, target)

    def member_value(self, entry: Any, plain: Type, span: Span) -> ir.Frozen | None:
        from rumpkc.types.enum_values import values_of
        from rumpkc.types.kept_members import may_lie_in

        _, module, name, member, bits = entry
        cls = self.class_named(module, name, self._world.cls("object"))
        if cls is None or not may_lie_in(cls, plain):
            return None
        value = bits if bits is not None else values_of(self._world, cls.info)[member]
        self._world.members_kept = True
        if isinstance(plain, ClassInst):
            assert isinstance(value, str)
            return ir.FMemberText(plain, value, cls, span)
        assert isinstance(value, int)
        return ir.FMember(plain, value, cls, span)

    def function(self, entry: Any, of: FuncType, path: str, span: Span, freezer: Freezer,
                 heads: tuple[str, ...] | None = None) -> ir.Frozen:
        from rumpkc.comptime.functions import function_constant

        return function_constant(self._world, entry, of, path, span, freezer, heads)
