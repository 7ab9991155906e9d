"""The whole image as one LLVM module, or one part of it.

    Program  ->  types, constants, typeinfo records, globals, declarations, functions, attributes, metadata

As one module, everything is internal except what the program exports, so that LLVM may inline, specialise and drop at
will. A part has the functions of one module of Python (units.py) or of many (shares.py); what it uses of others it
declares.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from rumpkc.emit.alias import AliasTags
from rumpkc.emit.body import Body
from rumpkc.emit.classes import PARENT_OFFSET, ClassRecords
from rumpkc.emit.consts import Constants
from rumpkc.emit.debug import DebugInfo, DebugLevel, Metadata, escaped
from rumpkc.emit.layout import Layout, is_reference, quoted
from rumpkc.emit.places import ROOTS, reached, roots, variables_of_workers
from rumpkc.emit.stmt import emit_block
from rumpkc.emit.tries import leave_with, plan_frame
from rumpkc.emit.whole import Whole
from rumpkc.ir import nodes as ir
from rumpkc.ir.lengths import MEMORY_LIMIT, is_length
from rumpkc.ir.passes.domains import is_kernel
from rumpkc.targets.target import Target
from rumpkc.types.types import BOOL, NEVER, ClassInst, IntType, Type

if TYPE_CHECKING:
    from rumpkc.emit.shares import Shares

# A worker's variables lie in its own memory, at fixed distances from its thread pointer.
OWN_VARIABLE = "thread_local(localexec) global"
STR_CLASS = "lib.core.str.Str"
MEMORY_MODULE = "lib.core.memory"        # implements memcpy and friends: must not be turned into calls of itself

# What the emitted code calls by name: signature, attributes. Defined in lib/core/runtime.py and by the target.
RUNTIME = {
    "rt_new": ("ptr", "i64", ""), "rt_alloc": ("ptr", "i64", ""), "rt_bytes": ("ptr", "i64", ""),
    "rt_begin": ("void", "i64", ""), "rt_raise": ("void", "ptr", "noreturn cold"),
    "rt_reraise": ("void", "ptr", "noreturn cold"), "rt_overflow": ("void", "ptr", "noreturn cold"),
    "rt_current": ("ptr", "i64", ""), "rt_handled": ("ptr", "", ""), "rt_handle": ("void", "ptr", ""),
    "rt_handle_end": ("void", "ptr", ""),
    "rt_try": ("i64", "ptr, ptr", ""), "rt_running": ("i64", "", ""),
}


def emit_llvm(program: ir.Program, target: Target, *, debug: DebugLevel = DebugLevel.LINES,
              main_file: str = "", user: bool = False) -> str:
    """The LLVM IR text of a verified program. `main_file` (a display path) names the compile unit for debuggers.

    `user`: for the user domain, in which each worker has variables of its own.
    """
    return ModuleEmitter(Whole(program), target, debug, main_file, user).emit()


class ModuleEmitter:
    """What the parts of the emitter share while one module is written.

    `part`: the functions that it defines, where it is one part of the image; None for the whole image. The part that
    has no functions defines the data of all. `shares`: what parts know of one another, where they are large.
    """

    def __init__(self, whole: Whole, target: Target, level: DebugLevel, main_file: str, user: bool = False,
                 part: list[ir.Function] | None = None, shares: Shares | None = None) -> None:
        self.whole = whole
        self.shares = shares
        self.program = program = whole.program
        self.part = part
        self.has_data = not part                               # whether the records, globals and texts are here
        self.target = target
        self.own: set[ir.Global] = variables_of_workers(program) if user else set()
        self.variable = OWN_VARIABLE if user else "global"
        self._groups: dict[str, int] = {}
        self.lowering: Any = import_module(f"rumpkc.targets.{target.name}.lowering")
        self.layout = Layout()
        self.metadata = Metadata()
        self.metadata.add('!{!"branch_weights", i32 1, i32 1048575}')          # !0, see body.UNLIKELY
        self.empty_node = self.metadata.add("!{}")
        self.bool_range = self.metadata.add("!{i8 0, i8 2}")
        self.alias = AliasTags(self.metadata, whole.alias)
        self.hierarchy = whole.hierarchy
        self.constants = Constants(self)
        self.classes = ClassRecords(self)
        self.pending_classes: list[ClassInst] = []
        self.debug = None if level == DebugLevel.NONE else DebugInfo(
            self.metadata, self.layout, level, main_file or _first_file(part or program.functions))
        self.str_class = next((c for c in program.classes if c.symbol == STR_CLASS), None)
        self.functions: list[list[str]] = []
        # A call is never merged with an equal one, say of the other branch: each shows its own line in a traceback.
        self.own_call = self.attributes("nomerge")
        self.call_in_place = self.attributes("nomerge alwaysinline")
        # Where something is wrong costs nothing until it is; a function that checks is inlined like one that does not.
        self.cold_call = self.attributes('cold noreturn nomerge "call-inline-cost"="0"')
        self._linker_symbols: list[ir.Global] = []
        self._copies: list[ir.Function] = []                   # of other parts' functions, in the order of need
        self._own = frozenset(part or ())
        self._defined = whole.defined if part is None else {f.symbol: f for f in part}
        self._called: dict[str, ir.Function] = {}
        self._runtime: dict[str, None] = {}
        self._function_names: dict[ir.Function, str] = {}
        self._global_names: dict[ir.Global, str] = {}
        self._parameters: dict[Type, str] = {}
        self._outlined: dict[ir.Function, int] = {}
        self._states: dict[ir.Function, int] = {}
        self.throws = whole.throws
        self.moves_raises_out = level != DebugLevel.FULL       # else gdb would step through functions of ours
        self._helper = ""
        self.rounds = False                                    # whether some code rounds floats

    # Names

    def function_name(self, function: ir.Function) -> str:
        """`@name` of a function; one that the program does not define gets a declaration."""
        found = self._function_names.get(function)
        if found is None:
            found = self._function_names[function] = f"@{quoted(function.symbol)}"
            self._called[function.symbol] = function
            if self.part is not None and function.symbol not in self._defined:
                self._copy(self.whole.defined.get(function.symbol))
        return found

    def _copy(self, function: ir.Function | None) -> None:
        """Have a function of another part here as well, if it is one to be written out in place."""
        if function is not None and (self.whole.is_copied(function)
                                     or self.shares is not None and self.shares.is_known(function)):
            self._defined[function.symbol] = function
            self._copies.append(function)

    def global_name(self, target: ir.Global) -> str:
        found = self._global_names.get(target)
        if found is None:
            found = self._global_names[target] = f"@{quoted(target.symbol)}"
            if self.part is not None and target.external and target.symbol != ROOTS:
                self._linker_symbols.append(target)
            elif not self.has_data:
                self.constants.declare(target)
        return found

    def address(self, target: ir.Function | ir.Global) -> str:
        """The symbol of what a constant points to."""
        return self.function_name(target) if isinstance(target, ir.Function) else self.global_name(target)

    def runtime(self, name: str) -> str:
        """The name of a function of the runtime, which gets a declaration if the program does not define it."""
        self._runtime[name] = None
        if self.shares is not None and name not in self._defined:
            self._copy(self.whole.defined.get(name))
        return name

    def text(self, value: str) -> str:
        """The address of a str object; null in a program without strings."""
        return "null" if self.str_class is None else self.constants.text(self.str_class, value)

    def own_text(self, value: str, symbol: str) -> str:
        """As `text`, the address of an object of its own, which has that symbol."""
        return "null" if self.str_class is None else self.constants.own_text(self.str_class, value, symbol)

    def parameter(self, t: Type) -> str:
        """The LLVM type of a parameter or argument of type `t`, with what is known of its value."""
        found = self._parameters.get(t)
        if found is None:
            found = self._parameters[t] = self.layout.register(t) + self._known(t)
        return found

    def result(self, t: Type) -> str:
        """The LLVM result type of a call or definition, with what is known of its value in front."""
        shape = self.layout.result(t)
        return shape if shape == "void" else f"{self._known(t).strip()} {shape}".lstrip()

    def foreign_result(self, t: Type) -> str:
        """As `result`, of a function that is not ours."""
        return self.layout.result(t) if self._leaves_open(t) else self.result(t)

    def _leaves_open(self, t: Type) -> bool:
        """Whether the machine's ABI does not say what lies above a value of `t` in its register."""
        return not self.lowering.EXTENDS_NARROW and (t == BOOL or isinstance(t, IntType) and t.bits < 64)

    def _known(self, t: Type) -> str:
        """An integer's extension to a register; that a reference is an object, whose fields may be read ahead of a
        check: so they are loaded once before a loop, not in every round."""
        if is_reference(t):
            assert isinstance(t, ClassInst)
            return f" nonnull align 8 dereferenceable({self.layout.object_size(t)})"
        if t == BOOL:
            return " zeroext"
        if not isinstance(t, IntType) or t.bits >= 64:
            return ""
        signed = t.signed or t.bits == 32 and self.lowering.SIGN_EXTENDS_U32
        return " signext" if signed else " zeroext"

    def attributes(self, words: str) -> int:
        """The number of an attribute group."""
        return self._groups.setdefault(words, len(self._groups))

    def length_range(self, cls: ClassInst, name: str) -> str:
        """What a load of a field may take for granted: a container of the library never outgrows memory."""
        if not is_length(cls, name):
            return ""
        return f", !range {self.metadata.add(f'!{{i64 0, i64 {MEMORY_LIMIT}}}')}"

    def unrolled(self, rounds: int) -> str:
        """The metadata of a new loop that is written out for some rounds at once, or for all."""
        words = '!"llvm.loop.unroll.full"' if rounds == ir.ALL_ROUNDS else f'!"llvm.loop.unroll.count", i32 {rounds}'
        how = self.metadata.add(f"!{{{words}}}")
        return self.metadata.add_distinct(f"distinct !{{!{len(self.metadata.lines)}, {how}}}")      # it names itself

    def instance_helper(self) -> str:
        """The function that follows a typeinfo's chain of parents."""
        if not self._helper:
            self._helper = "@rumpk.is_instance"
            self.functions.append(INSTANCE_HELPER.replace("#A", f"#{self.attributes('nounwind noinline')}")
                                  .replace("PARENT", str(PARENT_OFFSET)).split("\n"))
        return self._helper

    # The module

    def emit(self) -> str:
        for function in self.program.functions if self.part is None else self.part:
            if function.body is not None and self._defined[function.symbol] is function:
                self._emit_function(function)
        data = self._data() if self.has_data else []
        done = 0
        while done < len(self._copies):
            self._emit_function(self._copies[done])
            done += 1
        for target in self._linker_symbols:         # which may name a function: one declaration is enough
            if target.symbol in self.whole.defined:
                self.function_name(self.whole.defined[target.symbol])
            elif target.symbol not in self._called and target.symbol not in self._runtime:
                data.append(self.constants.define(target))
        declarations = self._declarations()
        text = [line for function in self.functions for line in function]
        flags = self.debug.flags() if self.debug else []
        parts = [[f'source_filename = "rumpk"\ntarget datalayout = "{self._data_layout()}"'],
                 self.layout.definitions, self.constants.lines, self.classes.lines, data, declarations,
                 text, self._attribute_groups(),
                 [f"!llvm.module.flags = !{{{', '.join(flags)}}}", f"!llvm.dbg.cu = !{{{self.debug.unit}}}"]
                 if self.debug else [], self.metadata.lines]
        return "\n".join(line for part in parts for line in part) + "\n"

    def _data(self) -> list[str]:
        """The definitions of all globals; the records of classes, and the texts, are defined on the way."""
        functions = {f.symbol for f in self.program.functions} | set(self._called) | set(self._runtime)
        used = set(self.program.globals if self.part is not None else reached(self._global_names))
        for cls in sorted(self.whole.classes, key=lambda cls: cls.symbol):         # what other parts have asked for
            self.classes.typeinfo(cls)
        for (cls, value), _ in sorted(self.whole.texts.items(), key=lambda known: known[1]):
            self.constants.text(cls, value)
        # A linker symbol may name a function of this module: one declaration of it is enough.
        lines = [roots(self, used) if g.external and g.symbol == ROOTS else self.constants.define(g)
                 for g in sorted(self.program.globals, key=lambda g: g.symbol)
                 if not g.external or g.symbol == ROOTS or self.part is None and g.symbol not in functions]
        done = 0
        while done < len(self.pending_classes):
            self.classes.define(self.pending_classes[done])
            done += 1
        return lines

    @property
    def shared(self) -> str:
        """The linkage of what other parts use, if there are any."""
        return "internal" if self.part is None else "hidden"

    def _data_layout(self) -> str:
        """LLVM's own words on sizes and alignments; without them it would assume other alignments than the target's."""
        from rumpkc.targets.objects import target_machine

        return str(target_machine(self.target, 2).target_data)

    def _attribute_groups(self) -> list[str]:
        # Where size counts, LLVM makes calls of C's `floor` and the like of roundings, and there is no C library here.
        groups = {number: words.replace(" optsize", "").replace(" minsize", "") if self.rounds else words
                  for words, number in self._groups.items()}
        return [f"attributes #{number} = {{ {words} }}" for number, words in groups.items()]

    def _declarations(self) -> list[str]:
        lines: list[str] = []
        declared: set[str] = set()
        known = {f.symbol: f for f in self.program.functions} if self.part is None else {}
        for symbol, function in {**known, **self._called}.items():
            if symbol in self._defined:
                continue
            other = self.whole.defined.get(symbol)
            if other is not None:
                lines.append(self._declared(other))
            else:
                params = ", ".join(self.parameter(p.type) for p in function.params)
                words = "nounwind" + (" noreturn" if function.result == NEVER else "")
                lines.append(f"declare {self.foreign_result(function.result)} @{quoted(symbol)}({params}) "
                             f"#{self.attributes(words)}")
            declared.add(symbol)
        for name in self._runtime:
            if name not in self._defined and name not in declared:
                result, params, words = RUNTIME[name]
                lines.append(f"declare {result} @{name}({params}) #{self.attributes(f'nounwind {words}'.strip())}")
        return lines

    def _declared(self, function: ir.Function) -> str:
        """The declaration of a function of another part."""
        words = "nounwind" + (" noreturn cold" if function.result == NEVER else "")
        return (f"declare hidden {self.result(function.result)} @{quoted(function.symbol)}"
                f"({', '.join(self._parameter_types(function))}) #{self.attributes(words)}")

    def _parameter_types(self, function: ir.Function) -> list[str]:
        return [self.layout.register(p.type) if function.exported and self._leaves_open(p.type) else
                self.parameter(p.type) for p in function.params]

    # Functions

    def _emit_function(self, function: ir.Function) -> None:
        assert function.body is not None
        scope = self.debug.scope(function) if self.debug else None
        frame = plan_frame(function, self.layout, function in self.whole.tries)
        body = Body(self, function, frame, scope)
        if frame is not None:
            place = f"alloca {frame.struct}, align 8" if frame.itself is None else "getelementptr i8, ptr %a.0, i64 0"
            body.entry.append(f"  %frame = {place}")
        for number, param in enumerate(function.params):
            body.do(f"store {self.layout.register(param.type)} %a.{number}, ptr {body.slot(param)}"
                    f"{body.frame_tag(param)}")
        emit_block(body, function.body)
        if not body.dead:
            if self.layout.result(function.result) == "void" and function.result != NEVER:
                leave_with(body, None)
            else:
                body.end("unreachable")
        params = ", ".join(f"{t} %a.{n}" for n, t in enumerate(self._parameter_types(function)))
        place = self._section(function) + (f" align {function.align}" if function.align else "")
        words = f"{self._linkage(function)} {self.result(function.result)}"
        header = (f"define {words} @{quoted(function.symbol)}({params}) "
                  f"#{self.attributes(self._function_words(function))}{place}{scope.attachment if scope else ''} {{")
        self.functions.append(body.text(header))

    def _linkage(self, function: ir.Function) -> str:
        """Who sees a definition: other objects, this one, or nobody but the optimiser."""
        if self.shares is not None and not self.whole.is_copied(function):
            if function not in self._own:
                return f"available_externally {'dso_local' if function.exported else 'hidden'}"
            if self.shares.is_own(function):
                return "internal"
        return "dso_local" if function.exported else "internal" if self.whole.is_copied(function) else self.shared

    def _section(self, function: ir.Function) -> str:
        """What the program only offers has a section of its own, so that the linker can leave it out. In a part that
        is every function: LLVM does not see who calls it."""
        offered = function.exported and not self.target.is_host
        apart = self.part is not None and not self.whole.is_copied(function)
        section = function.section or (f".text.{function.symbol}" if offered or apart else "")
        return f' section "{escaped(section)}"' if section else ""

    def next_state(self, function: ir.Function) -> int:
        """The number of the next place where a generator is left."""
        self._states[function] = self._states.get(function, 0) + 1
        return self._states[function]

    def outlined(self, parent: Body) -> tuple[Body, str]:
        """A new LLVM function for the body of a `try` in `parent`, and its symbol."""
        function = parent.function
        number = self._outlined[function] = self._outlined.get(function, 0) + 1
        symbol = f"{function.symbol}.try{number}"
        scope = self.debug.scope(function) if self.debug else None
        return Body(self, function, parent.frame, scope, parent), symbol

    def outlined_raise(self, parent: Body) -> tuple[Body, str]:
        """A new LLVM function for a `raise` in `parent`, and its symbol."""
        function = parent.function
        number = self._outlined[function] = self._outlined.get(function, 0) + 1
        symbol = f"{function.symbol}.raise{number}"
        return Body(self, function, None, self.debug.scope(function) if self.debug else None), symbol

    def finish_raise(self, body: Body, symbol: str, params: list[str]) -> None:
        """Add the finished function of a `raise` to the module."""
        words = f"{self._function_words(body.function, outlined=True)} noreturn cold noinline optsize"
        attachment = body.scope.attachment if body.scope else ""
        self.functions.append(body.text(f"define internal void @{quoted(symbol)}({', '.join(params)}) "
                                        f"#{self.attributes(words)}{self._section_apart(body)}{attachment} {{"))

    def finish_outlined(self, body: Body, symbol: str) -> None:
        """Add the finished body of a `try` to the module."""
        words = self._function_words(body.function, outlined=True)
        attachment = body.scope.attachment if body.scope else ""
        self.functions.append(body.text(
            f"define internal i64 @{quoted(symbol)}(ptr nonnull %frame) unnamed_addr "
            f"#{self.attributes(words)}{self._section_apart(body)}{attachment} {{"))

    def _section_apart(self, body: Body) -> str:
        """In a part, what belongs to a function lies in its section."""
        return self._section(body.function) if self.part is not None else ""

    def _function_words(self, function: ir.Function, outlined: bool = False) -> str:
        """The attributes of a function. Frame pointers and real calls are what tracebacks walk."""
        words = ["nounwind", '"frame-pointer"="non-leaf"', '"disable-tail-calls"="true"', '"probe-stack"="inline-asm"']
        if function.result == NEVER and not outlined:
            words += ["noreturn", "cold"]
        for attr, word in (("inline", "inlinehint"), ("noinline", "noinline"), ("cold", "cold")):
            if attr in function.attrs and not outlined and word not in words:
                words.append(word)
        if "cold" in words and "alwaysinline" not in words and "noinline" not in words:
            words.append("noinline")
        if "cold" in words or not function.attrs.isdisjoint(("small", "least")):
            words.append("optsize")
        if "least" in function.attrs or "cold" in function.attrs and function.result != NEVER:
            words += ["minsize", *self.lowering.LEAST_WORDS]
        # Where size counts, LLVM moves what functions have alike into one of its own, the calls in it included: who
        # raises there would have lost its line. The kernel raises nothing.
        if not is_kernel(function.module):
            words.append('"nooutline"')
        if function.module == MEMORY_MODULE:
            words.append('"no-builtins"')
        return " ".join([*words, *self.lowering.function_words(function)])


INSTANCE_HELPER = """\
define internal i1 @rumpk.is_instance(ptr %typeinfo, ptr %class) #A {
entry:
  br label %loop
loop:
  %at = phi ptr [ %typeinfo, %entry ], [ %parent, %next ]
  %same = icmp eq ptr %at, %class
  br i1 %same, label %done, label %next
next:
  %place = getelementptr inbounds i8, ptr %at, i64 PARENT
  %parent = load ptr, ptr %place
  %top = icmp eq ptr %parent, null
  br i1 %top, label %done, label %loop
done:
  %result = phi i1 [ true, %loop ], [ false, %next ]
  ret i1 %result
}"""


def _first_file(functions: list[ir.Function]) -> str:
    return next((f.span.file for f in functions if f.span.file), "rumpk")
