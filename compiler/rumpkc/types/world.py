"""The whole program as the checker sees it: modules, instances of classes and functions, and the work that is left.

A function or class instance is made once for each list of type arguments, when something first asks for it; function
bodies wait in `queue` until `check.py` takes them.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import CompileError, Diagnostic, Diagnostics, did_you_mean, fail
from rumpkc.ir import nodes as ir
from rumpkc.names.graph import FILES, opens_files
from rumpkc.names.modules import as_written
from rumpkc.source import NOWHERE, Span
from rumpkc.syntax import tree
from rumpkc.types import (
    absent,
    builtin_aliases,
    class_attribute,
    class_bodies,
    classes,
    hoisting,
    implied,
    optional_decorators,
    private_names,
    scopes,
    signature,
    wrapped,
)
from rumpkc.types.builtins import (
    BUILTIN_CLASSES,
    BUILTIN_FUNCTIONS,
    KNOWN_MODULES,
    SPECIAL_BUILTINS,
)
from rumpkc.types.generators import is_generator
from rumpkc.types.open_shapes import Place, Shape, Shapes
from rumpkc.types.real import EXACT_HOLDERS, with_ints
from rumpkc.types.symbols import (
    ClassInfo,
    Failed,
    FuncInfo,
    FuncInst,
    ImportRef,
    ModuleInfo,
    Special,
    Symbol,
    TypeVarInfo,
    VarInfo,
)
from rumpkc.types.types import ClassInst, RecursiveUnion, Type

if TYPE_CHECKING:
    from rumpkc.types.frozen_tests import Freezing, Written
    from rumpkc.types.layouts import RecordLayout

REDIRECTS = "redirect_std"             # the word in every program whose `print` may go elsewhere
SAME_MODULE = {"collections.abc": "typing"}
RENAMED = {("typing", "Text"): "builtins.str", ("typing", "LiteralString"): "builtins.str"}
# Names without a file whose meaning lies in one.
MOVED = {
    ("typing", "Deque"): ("lib.collections", "deque"), ("typing", "DefaultDict"): ("lib.collections", "defaultdict"),
    ("typing", "OrderedDict"): ("lib.collections", "OrderedDict"),
    ("typing", "Counter"): ("lib.collections", "Counter"),
    ("typing", "ChainMap"): ("lib.collections", "ChainMap"),
    ("typing", "ContextManager"): ("lib.contextlib", "AbstractContextManager"),
    **{("typing", name): ("lib.streams", name) for name in ("IO", "TextIO", "BinaryIO")},
    ("dataclasses", "FrozenInstanceError"): ("lib.dataclass_parts", "FrozenInstanceError"),
    ("sys", "stdin"): ("lib.standard_input", "stdin"),
    **{("sys", name): ("lib.interpreter", name)
       for name in ("byteorder", "maxunicode", "float_info", "getdefaultencoding")},
}


class World:
    """Symbols and instances of one compilation.

    `loader` finds and parses modules (`names/modules.py`); `config` says which modules may use unsafe operations.
    """

    def __init__(self, loader: Any, config: Any, diagnostics: Diagnostics, target: str, *,
                 ints_in_floats: bool = False, sequences_mixed: bool = False, texts_in_sequences: bool = False,
                 any_held: bool = False, shapes: dict[Place, Shape] | None = None) -> None:
        self.sequences_mixed = sequences_mixed              # whether what is kept as a `Sequence` may be a tuple too
        self.texts_in_sequences = texts_in_sequences        # … or a str, bytes or range of such items
        self.any_held = any_held                            # whether `dict[str, Any]` is written for an `Any`
        self.shapes = Shapes(shapes or {})                  # of functions whose annotations leave them open
        self.ints_in_floats = ints_in_floats                # whether places of floats take ints as they are (real.py)
        self.loader = loader
        self.config = config
        self.diagnostics = diagnostics
        self.target = target
        self.unfoldable: set[tree.BinOp] = set()           # what `literals.fold_int` found to be no constant
        self.wide_literals = False                         # whether some are no `int` (types/wide_literals.py)
        self.boards: frozenset[str] = frozenset()          # whose own modules are checked, for no image
        self.modules: dict[str, ModuleInfo] = {}
        self.refused: tuple[Span, ...] = ()                # places refused before; some modules may be missing
        self.tainted: frozenset[str] = frozenset()         # names that they would have bound
        self.unsaid_fields: set[tuple[ClassInfo, str]] = set()     # whose assignment has an error: `after_errors.py`
        self.unsaid: list[FuncInst] = []                   # bodies that failed without words
        self.tells_all = False                             # and where no other error is said, they have to find some
        self._named_modules: dict[str, ModuleInfo] = {}    # the same, by every name that was asked for
        self._builtins: dict[str, ClassInfo] = {}
        self.main_module = ""                              # the one that CPython calls `__main__`
        self.imported: dict[str, list[ImportRef]] = {}  # module -> what its `import a.b` statements load
        self.program = ir.Program()
        self.queue: deque[FuncInst] = deque()
        self.current: FuncInst | None = None               # the body that is being checked
        self.at: Span = NOWHERE                            # the expression that is being checked
        self.layouts: dict[ClassInst, RecordLayout] = {}       # of records, and those that are being found
        self.laying_out: set[ClassInst] = set()
        self.class_insts: dict[tuple[ClassInfo, tuple[Type, ...]], ClassInst] = {}
        self.func_insts: dict[tuple[Any, ...], FuncInst] = {}
        self.fields_done: set[ClassInst] = set()
        self.fields_failed: dict[ClassInst, CompileError] = {}
        self.slots: dict[tuple[ClassInst, str, tuple[Type, ...]], ir.Slot] = {}
        self.slot_owners: dict[FuncInst, ClassInst] = {}        # types/vtables.py
        self.adapters: dict[tuple[Any, ...], FuncInst] = {}     # of overrides (types/adapters.py)
        self.receivers: dict[ir.Slot, dict[ClassInst, None]] = {}  # the static classes that each slot is called on
        self.instantiated: dict[ClassInst, None] = {}
        self.comptime: Any = None
        self.only: frozenset[str] = frozenset()             # the modules whose bodies are checked; none named: all
        self.in_progress: set[FuncInst] = set()             # the bodies that are being checked
        self.values_typed = False                           # what module variables are given is checked as code is
        self.unfrozen: list[VarInfo] = []                   # variables whose closures are of a body in progress
        self.freezing: Freezing | None = None               # a variable (types/frozen_tests.py)
        self.frozen_tests: list[Written] = []               # lambdas in the image that ask objects what they are
        self.frozen_stale: list[Written] = []               # those that knew too little
        self.copies: dict[ClassInfo, list[ClassInfo]] = {}  # of classes among several bases (types/mixins.py)
        self.overloads: dict[int, dict[str, list[tree.FunctionDef]]] = {}   # by the body that they stand in
        self.class_values: dict[ClassInst, None] = {}           # classes that are values (types/class_values.py)
        self.class_values_below: dict[ClassInst, None] = {}     # those of `type(x)`: they or any below
        self.class_doubts: list[tuple[ClassInst, ClassInst, Diagnostic]] = []  # what calls of class values may not fit
        self.type_infos: dict[ClassInst, None] = {}  # classes that are only compared with
        self.linker_symbols: dict[str, ir.Global] = {}
        self.root_modules: set[str] = set()
        self.generators: dict[ir.Function, FuncInst] = {}  # the generator functions
        self.makers: dict[ir.Function, Any] = {}  # what they make (types/generators.py)
        self.unfit: set[tuple[str, Type, Type]] = set()  # operations on Any without a meaning (types/any_values.py)
        self.made_in_place: list[Any] = []  # iterators of expressions (types/iterators.py)
        self.frozen_objects: dict[int, ir.Global] = {}
        self.closes = False  # some loop may close a generator: there are `Closing` statements
        self.busy: set[ir.Function] = set()  # the generators that have something to do when they are closed
        self.recursive: list[RecursiveUnion] = []
        self.any_str = TypeVarInfo("AnyStr")
        self.protocol_unions: dict[tuple[ClassInfo, tuple[Type, ...]], Type] = {}
        self.enum_members: dict[str, ir.Global] = {}
        self.nested: list[ir.Function] = []  # functions inside functions, as far as some attempt made them
        self.warnings = Diagnostics()  # what has one answer (types/one_answer.py)
        # by the id of the node of a function inside a function, then by what the type variables around it stand for
        self.closure_layouts: dict[int, dict[Any, Any]] = {}                # a `closures.Layout`
        # types/function_names.py: what gives the names of values of a type; where a program asks for them; by the id
        # of a wrapper, what gives its name, and the type of the value whose name that is
        self.name_functions: dict[tuple[str, Type], ir.Function] = {}       # by the attribute, and the type
        self.names_wanted: dict[tuple[str, Type], Span] = {}
        self.kinds_wanted: dict[Type, Span] = {}            # of function values: where their class is asked
        self.written_functions: dict[int, tree.FunctionDef] = {}    # by the ids of those that the program makes
        self.method_nodes: dict[int, tree.FunctionDef] = {}     # by those of functions that call a method of an object
        self.namers: dict[tuple[str, int], tuple[ir.Function, Type]] = {}
        self.functions_compared: Span | None = None         # where; its closures differ (types/function_identity.py)
        self.functions_identical = False                    # whether `is` compares some
        self.key_function: ir.Function | None = None        # says which function a value is
        self.class_functions: dict[str, ir.Function] = {}   # what is known of classes (types/class_facts.py)
        self.function_keys: dict[int, tuple[Any, int]] = {}     # by the id of a function that the compiler made
        self.unnamed: dict[int, str] = {}                   # of functions that call an object: the name of its class
        self.nameless: set[int] = set()                     # the ids of functions whose name decorators have changed
        self.members_kept = False                           # in places of their values' type (types/kept_members.py)
        self.members_taken = False                          # as their values, by the library too
        self.ints_asked: Span | None = None                 # where the program asks which class an `int` has
        self.classes_compared: dict[tuple[Span, Type], None] = {}   # with that of an `object` (types/one_class.py)
        self.texts_asked: Span | None = None                # the same of a `str`
        self.iterables_widened: set[Type] = set()           # what gives other items (types/wider_items.py)
        self.iterables_told: set[Type] = set()              # of which the program asks what they are
        self.redirects: bool | None = None                  # whether `print` may go elsewhere; None: not yet known
        self.checked: set[FuncInst] = set()  # whose body something needed at once
        self._symbols: dict[str, int] = {}
        self.widened: dict[Type, Span] = {}  # the classes whose objects become an `object`, and where (types/boxes.py)
        self.tests_of_objects: dict[FuncInst, set[object]] = {}  # the bodies that ask an `object` what it is
        self.deferred: deque[FuncInst] = deque()  # bodies that wait for all others because they ask so
        self.may_wait: FuncInst | None = None
        self.constant_boxes: dict[tuple[Type, str], ir.Global] = {}
        self.wide: dict[tuple[ClassInfo, str], FuncInfo] = {}  # `object`'s methods in classes (types/wide.py)
        self.enums_open: set[ClassInfo] = set()  # enumerations whose values are being found
        self.changes: Any = None  # `changes.py`: what calls may assign
        self.rebound: tuple[int, set[str]] | None = None  # `globals.py`: with the number of modules that it is of
        self.summaries: dict[int, Any] = {}

    # Modules

    def machine_of(self, module: str) -> str:
        """The machine whose registers and instructions `module` may name: the target, or the board that it is a part of
        where `rumpkc check` was given files of that board."""
        part = module.split(".")[1] if module.startswith(("hal.", "boot.")) else ""
        return part if part in self.boards else self.target

    def module(self, name: str, span: Span = NOWHERE) -> ModuleInfo:
        """The module called `name`, loaded on first use together with what it imports."""
        found = self._named_modules.get(name)
        if found is None:
            real = self.loader.canonical(name)
            if real not in self.modules:
                self.add_module(self.loader.load(real, span))
            found = self._named_modules[name] = self.modules[real]
        return found

    def add_module(self, loaded: Any) -> ModuleInfo:
        """Take in a module that the loader has read."""
        info = ModuleInfo(loaded.name, loaded.display_path, expanded(self.loader, loaded))
        info.unsafe = self.config.is_unsafe(loaded.name)
        info.library = loaded.name == "lib" or loaded.name.startswith("lib.")
        self.modules[loaded.name] = info
        scopes.collect(self, info)
        for ref in [*info.names.values(), *self.imported.get(info.name, [])]:
            if isinstance(ref, ImportRef):
                self._load_import(ref)
        for symbol in list(info.names.values()):
            if isinstance(symbol, ClassInfo) and symbol.module is info:
                self._prepare(symbol)
        return info

    def _prepare(self, info: ClassInfo) -> None:
        """Resolve a class's bases and members. What is wrong with them ends the run, or is said by whoever uses it."""
        try:
            class_bodies.prepare(self, info)
        except CompileError as error:
            if not self.refused:
                raise
            names = info.module.names
            names.update({name: Failed(error) for name, symbol in names.items() if symbol is info})

    def imports_of(self, module: ModuleInfo) -> list[str]:
        """The loaded modules that `module` imports from."""
        wanted = {s.module for s in module.names.values() if isinstance(s, ImportRef)}
        wanted |= {ref.module for ref in self.imported.get(module.name, [])}
        wanted |= {f"{s.module}.{s.name}" for s in module.names.values() if isinstance(s, ImportRef)}
        if not module.library and self.loader.exists(module.name) and opens_files(
                self.loader, self.loader.load(module.name)):
            wanted.add(self.module(FILES).name)
        return [name for name in self.modules if name in wanted]

    def _load_import(self, ref: ImportRef) -> None:
        if ref.module in KNOWN_MODULES or (ref.name is None and self.loader.find(ref.module) is None):
            return
        ref.module = self.loader.canonical(ref.module)
        if self.refused and self.loader.find(ref.module) is None:
            return                          # has been reported; whoever uses the name has an error, which is not shown
        if ref.module not in self.modules:
            self.module(ref.module, ref.span)
        if ref.name is not None and ref.name not in self.modules[ref.module].names:
            found = self.loader.find(f"{ref.module}.{ref.name}")
            if found is not None:
                self.module(f"{ref.module}.{ref.name}", ref.span)

    def absolute(self, module: ModuleInfo, name: str | None, level: int, span: Span) -> str:
        """The full name of `from ..x import y`'s module."""
        if level == 0:
            return name or ""
        return self.loader.resolve_relative(module.name, level, name, span)

    # Names

    def lookup(self, module: ModuleInfo, name: str) -> Symbol | None:
        """What `name` means at `module`'s top level, imports followed, builtins last."""
        if name in module.names:
            return self.resolve(module.names[name])
        if name in SPECIAL_BUILTINS:
            return Special(f"builtins.{name}")
        if name in BUILTIN_CLASSES:
            return self.builtin(name)
        if name in BUILTIN_FUNCTIONS:
            home, real = BUILTIN_FUNCTIONS[name]
            return self.module(home).names[real]
        if name in ("NotImplemented", "Ellipsis", "__name__", "__debug__"):
            return Special(f"builtins.{name}")
        return None

    def resolve(self, symbol: Symbol) -> Symbol:
        """Follow an import to what it names."""
        while isinstance(symbol, ImportRef):
            symbol = self._imported(symbol)
        if isinstance(symbol, Failed):
            raise symbol.error
        return symbol

    def _imported(self, ref: ImportRef) -> Symbol:
        if ref.module in KNOWN_MODULES:
            return self._known(ref)
        module = self.module(ref.module, ref.span)
        if ref.name is None:
            return module
        found = module.names.get(ref.name)
        if found is not None and found is not ref:      # `from . import part` in a package names the part itself
            return found
        full = f"{module.name}.{ref.name}"
        if full in self.modules or self.loader.find(full) is not None:
            return self.module(full, ref.span)
        raise fail(
            "E0203",
            f"module `{as_written(ref.module)}` has no name `{ref.name}`",
            ref.span,
            help=absent.instead(ref.module, ref.name) or did_you_mean(ref.name, module.names),
        )

    def _known(self, ref: ImportRef) -> Symbol:
        names = KNOWN_MODULES[ref.module]
        shown = SAME_MODULE.get(ref.module, ref.module)
        if ref.module == "collections.abc" and ref.name == "Set":
            return Special("typing.AbstractSet")
        if ref.name is None:
            return Special(f"module:{ref.module}")
        if names is not None and ref.name not in names:
            raise fail(
                "E0203",
                f"module `{ref.module}` has no name `{ref.name}` that rumpkc knows",
                ref.span,
                help=absent.instead(ref.module, ref.name) or did_you_mean(ref.name, names),
            )
        if (shown, ref.name) in MOVED:
            return self.resolve(ImportRef(*MOVED[shown, ref.name], ref.span))
        if (shown, ref.name) in RENAMED:
            return Special(RENAMED[shown, ref.name])
        if shown == "typing" and ref.name == "AnyStr":
            return self.any_str
        return Special(f"{shown}.{ref.name}")

    def builtin(self, name: str) -> ClassInfo:
        """The dialect class behind a builtin type or exception."""
        found = self._builtins.get(name)
        if found is None:
            home, real = BUILTIN_CLASSES[name]
            symbol = self.module(home).names.get(real)
            if not isinstance(symbol, ClassInfo):
                raise fail("E0901", f"internal error: {home} has no class {real}")
            found = self._builtins[name] = symbol
        return found

    def function_of(self, module: str, name: str) -> FuncInfo:
        """A function of the library that the checker itself calls."""
        found = self.module(module).names.get(name)
        symbol = self.resolve(found) if found is not None else None
        if not isinstance(symbol, FuncInfo):
            raise fail("E0901", f"internal error: {module} has no function {name}")
        return symbol

    # Instances

    def inst(self, info: ClassInfo, args: tuple[Type, ...] = ()) -> ClassInst:
        """`info` with its type arguments put in."""
        if self.ints_in_floats and info.module.name not in EXACT_HOLDERS:
            args = tuple(map(with_ints, args))
        key = (info, args)
        found = self.class_insts.get(key)
        if found is None:
            found = classes.make_inst(self, info, args)
        return found

    def cls(self, name: str, *args: Type) -> ClassInst:
        """An instance of a builtin class: `world.cls("list", INT)`."""
        return self.inst(self.builtin(name), args)

    def class_of_objects(self, info: ClassInfo) -> ClassInst:
        """The class `info`; of a generic one, its instance with `object` for all of its parameters."""
        return self.inst(info, (self.cls("object"),) * len(info.type_params))

    def func(self, info: FuncInfo, owner: ClassInst | None = None, targs: tuple[Type, ...] = (),
             own: tuple[tuple[int, Type], ...] = ()) -> FuncInst:
        """`info` as a function of the program; its body is queued when it is new. `own`: parameters of other types than
        they are written with (`own_types.py`)."""
        if self.ints_in_floats and not info.module.name.startswith("lib.core."):
            targs = tuple(map(with_ints, targs))
        key = (info, owner, targs, own) if own else (info, owner, targs)
        found = self.func_insts.get(key)
        if found is None:
            found = signature.make_func_inst(self, info, owner, targs, own)
            found.wanted_by, found.wanted_at = self.current, self.at
            found.implied = implied.may_not_fit(self.current)
            self.func_insts[key] = found
            if is_generator(info):
                self.generators[found.ir] = found
            self.program.functions.append(found.ir)
            if info.asm is not None:
                self.add_stub(info, found)
            elif not info.extern:
                self.queue.append(found)
        else:
            implied.asked(found, self.current, self.at)
        return found

    def add_stub(self, info: FuncInfo, inst: FuncInst) -> None:
        """Hand the text of an `@asm` function to the assembler."""
        assert info.asm is not None
        if not info.module.unsafe:
            raise fail("E0420", f"`@asm` is only for unsafe modules, and `{info.module.name}` is not one",
                       info.node.name_span,
                       help=f'add "{info.module.name}" to `allow` under `[unsafe]` in toolchain.toml')
        if self.machine_of(info.module.name) == "host":
            raise fail("E0422", f"`{info.name}` is assembly for a board, and the target is the host",
                       info.node.name_span,
                       help="build for a board, or keep the function out of what the host runs")
        machine = self.machine_of(info.module.name)
        self.program.stubs.append(ir.AsmStub(inst.ir.symbol, str(info.asm.value), info.asm.span, machine))

    @property
    def current_name(self) -> str:
        """What a traceback calls the body that is being checked."""
        return self.current.ir.shown_name if self.current is not None else ""

    def library(self, module: str, name: str, *targs: Type) -> ir.Function:
        """A library function, instantiated: `world.library("lib.core.int", "int_str")`."""
        return self.func(self.function_of(f"lib.core.{module}", name), None, targs).ir

    def output(self, name: str) -> ir.Function:
        """`print_write`, `eprint_write`: of lib/redirection.py where the program redirects standard output or error."""
        if self.redirects is None:
            self.redirects = self.loader.mentions(REDIRECTS)
        home = "lib.redirection" if self.redirects else "lib.core.text"
        return self.func(self.function_of(home, name), None, ()).ir

    def stream(self, name: str, span: Span) -> VarInfo:
        """The object that `sys.stdout` or `sys.stderr` is where it is passed on."""
        self.output("print_write")
        if self.redirects:
            raise fail("E0414", f"`sys.{name}` is not a value in a program that redirects output", span,
                       help="what `print` writes goes there by itself: leave `file` out")
        found = self.module("lib.standard_output").names[name]
        assert isinstance(found, VarInfo)
        return found

    def unique(self, symbol: str) -> str:
        """`symbol` with a number behind it from the second time on."""
        count = self._symbols[symbol] = self._symbols.get(symbol, 0) + 1
        return symbol if count == 1 else f"{symbol}#{count}"

    def slot(self, owner: ClassInst, name: str, targs: tuple[Type, ...], receiver: ClassInst) -> ir.Slot:
        """The virtual slot of method `name`, which `owner` is the topmost class to define; `receiver` is called on.
        `targs`: the types of a method with type parameters of its own."""
        key = (owner, name, targs)
        if key not in self.slots:
            self.slots[key] = ir.Slot(owner, name, targs=targs)
        self.receivers.setdefault(self.slots[key], {})[receiver] = None
        return self.slots[key]

    def needs(self, cls: ClassInst, slot: ir.Slot) -> bool:
        """Whether an object of class `cls` can be the receiver of a call through `slot`."""
        return any(cls.is_subclass_of(receiver) for receiver in self.receivers[slot])


def expanded(loader: Any, loaded: Any) -> tree.Module:
    """The tree of a loaded module with its short forms written out."""
    def text_of(module: Any) -> str:
        source = loader.sources.get(module.display_path)
        return source.text if source is not None else ""

    def load(name: str) -> tuple[tree.Module, str] | None:
        if loader.find(name) is None or loader.canonical(name).startswith(("lib.", "rumpk")):
            return None
        module = loader.load(name)
        return module.tree, text_of(module)

    text, home = text_of(loaded), loaded.name if loaded.is_package else loaded.name.rpartition(".")[0]
    plain = class_attribute.expand(private_names.expand(loaded.tree, text), text)
    if not loaded.name.startswith("lib."):
        plain = builtin_aliases.expand(optional_decorators.expand(plain, text, home, load), text)
    return wrapped.expand(hoisting.expand(plain, loader.exists))
