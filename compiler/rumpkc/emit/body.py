"""One LLVM function while it is written: registers, labels, slots, the current source line.

Instructions go into a list of lines. Code behind a terminator is not written at all: while `dead`, `value` gives
"poison" and every other call does nothing, until a label that some branch names brings the code back to life.
Registers are numbered in the order of the text, as LLVM demands of unnamed values; everything in the entry block that
is made late (allocas, addresses in the frame) carries a name instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rumpkc.emit.debug import TRY_FILE
from rumpkc.emit.layout import quoted
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.types.types import Type

if TYPE_CHECKING:
    from rumpkc.emit.debug import Scope
    from rumpkc.emit.generators import ObjectFrame
    from rumpkc.emit.module import ModuleEmitter
    from rumpkc.emit.tries import Frame

MAX_HINT = 100                          # LLVM cuts names at 1024 bytes, the number that makes them different included
UNLIKELY = ", !prof !0"              # module.py defines !0: the first target of the branch is the unlikely one


@dataclass(frozen=True, slots=True)
class Handling:
    """A handler (or final statements) being run. `before`: what was handled before it, and `error`: what it handles;
    with `kept` these are addresses, since a generator is left and goes on in it. `loops`: those around it."""

    before: str
    error: str
    loops: frozenset[ir.LoopId]
    kept: bool = False


class Body:
    """One LLVM function: a function of the program, or the outlined body of one of its `try` statements."""

    def __init__(self, module: ModuleEmitter, function: ir.Function, frame: Frame | ObjectFrame | None,
                 scope: Scope | None, parent: Body | None = None) -> None:
        self.module = module
        self.layout = module.layout
        self.function = function
        self.frame = frame
        self.parent = parent
        self.scope = scope
        self.unchecked = "unchecked" in function.attrs
        self.line_number = 0
        self.dbg = ""
        self.dead = False
        self.current = "entry"                                   # label of the block being written
        self.lines: list[str] = []
        self.entry: list[str] = []
        self.cold: list[str] = []
        self.loops: dict[ir.LoopId, tuple[str, str]] = {}        # where Break and Continue go
        self.exits: dict[tuple[str, ir.LoopId | None], int] = {}  # of an outlined body: why it may leave, by code
        self.handlers: list[Handling] = []                       # being run
        self.resumes: list[tuple[int, str]] = []                 # of a generator: where it goes on in which state
        self.suspended = ""                                      # of a generator: where it goes to be left
        self._slots: dict[ir.Local, str] = {}
        self._overflow: dict[tuple[str, str], str] = {}
        self._targets: set[str] = set()
        self._registers = 0
        self._labels = 0
        self._names = 0
        self.at(function.span)

    # Source positions

    def at(self, span: Span) -> None:
        """Instructions from here on belong to the line of `span`."""
        if self.scope is not None and span.line and span.line != self.line_number \
                and span.file == self.scope.file:
            self.line_number = span.line
            self.dbg = self.scope.location(span.line)
        elif self.scope is not None and span.file == TRY_FILE:
            self.line_number = 0
            self.dbg = self.scope.try_location(span.line)

    # Instructions

    def value(self, text: str) -> str:
        """Write an instruction that has a result; gives its register."""
        if self.dead:
            return "poison"
        name = f"%{self._registers}"
        self._registers += 1
        self.lines.append(f"  {name} = {text}{self.dbg}")
        return name

    def do(self, text: str) -> None:
        """Write an instruction without a result."""
        if not self.dead:
            self.lines.append(f"  {text}{self.dbg}")

    def end(self, text: str) -> None:
        """Write a terminator that goes nowhere in this function."""
        self.do(text)
        self.dead = True

    # Control flow

    def new_label(self, hint: str = "b") -> str:
        self._labels += 1
        return f"{hint}{self._labels}"

    def name_target(self, label: str) -> None:
        """A jump that is written later leads to `label`."""
        self._targets.add(label)

    def jump(self, label: str, note: str = "") -> None:
        """Go to a label; `note` is a metadata attachment."""
        if not self.dead:
            self._targets.add(label)
            self.lines.append(f"  br label %{label}{note}{self.dbg}")
            self.dead = True

    def branch(self, condition: str, then: str, orelse: str, weight: str = "") -> None:
        """Branch on an i1; `weight` is a metadata attachment such as UNLIKELY."""
        if not self.dead:
            self._targets.update((then, orelse))
            self.lines.append(f"  br i1 {condition}, label %{then}, label %{orelse}{weight}{self.dbg}")
            self.dead = True

    def switch(self, value: str, default: str, cases: list[tuple[int, str]]) -> None:
        """Branch on an i64."""
        if not self.dead:
            self._targets.update((default, *(label for _, label in cases)))
            rows = " ".join(f"i64 {code}, label %{label}" for code, label in cases)
            self.lines.append(f"  switch i64 {value}, label %{default} [ {rows} ]{self.dbg}")
            self.dead = True

    def place(self, label: str) -> None:
        """Start the block `label`; code that ran up to here falls into it."""
        self.jump(label)
        if label in self._targets:
            self.dead = False
            self.current = label
            self.lines.append(f"{label}:")

    def phi(self, llvm_type: str, incoming: list[tuple[str, str]]) -> str:
        """Join values of the blocks that reach here; the block was just placed."""
        if self.dead or not incoming:
            return "poison"
        if len(incoming) == 1:
            return incoming[0][0]
        return self.value(f"phi {llvm_type} {', '.join(f'[ {v}, %{label} ]' for v, label in incoming)}")

    def overflow_block(self, type_name: str) -> str:
        """The label of the cold block that raises OverflowError for a type at the current line; one a line and type."""
        if self.dead:
            return "dead"
        label = self._overflow.get((self.dbg, type_name))
        if label is None:
            label = self._overflow[self.dbg, type_name] = self.new_label("overflow")
            call = self.module.runtime("rt_overflow")
            text = self.module.text(type_name)
            self.cold += [f"{label}:", f"  call void @{call}(ptr {text}) #{self.module.cold_call}{self.dbg}",
                          f"  unreachable{self.dbg}"]
        self._targets.add(label)
        return label

    def check_overflow(self, flag: str, type_name: str) -> None:
        """Raise OverflowError, naming the type that the result does not fit, if the i1 `flag` is set."""
        if self.dead:
            return
        label, after = self.overflow_block(type_name), self.new_label()
        self.branch(flag, label, after, UNLIKELY)
        self.place(after)

    # Storage

    def alloca(self, llvm_type: str, hint: str = "tmp") -> str:
        """A new stack slot of the function, for the whole of its run."""
        self._names += 1
        name = f"%{quoted(f'{hint[:MAX_HINT]}.s{self._names}')}"
        self.entry.append(f"  {name} = alloca {llvm_type}")
        return name

    def slot(self, local: ir.Local) -> str:
        """The address of a local."""
        found = self._slots.get(local)
        if found is None:
            if self.frame is not None and local in self.frame.index:
                found = self.frame_field(self.frame.index[local], local.name)
                offset = self.frame.offset(self.frame.index[local])
                address = "%frame"
            else:
                found = address = self.alloca(self.layout.register(local.type), local.name)
                offset = 0
                if self.frame is not None and local is self.frame.itself:
                    self.entry.append(f"  store ptr %frame, ptr {found}")
            self._slots[local] = found
            if self.scope is not None:
                self.scope.declare(self, local, address, offset)
        return found

    def frame_field(self, index: int, hint: str) -> str:
        """The address of a member of the function's frame struct."""
        assert self.frame is not None
        self._names += 1
        name = f"%{quoted(f'{hint[:MAX_HINT]}.s{self._names}')}"
        self.entry.append(f"  {name} = getelementptr inbounds {self.frame.struct}, ptr %frame, i32 0, i32 {index}")
        return name

    def frame_tag(self, local: ir.Local) -> str:
        """The alias tag of accesses to `local`."""
        if self.frame is None or local not in self.frame.index:
            return ""
        return self.frame.tag(local, self.module.alias)

    def load(self, t: Type, address: str, tag: str = "") -> str:
        """Load a value of `t` in its memory form; gives its register form."""
        memory, register = self.layout.memory(t), self.layout.register(t)
        if memory == register:
            return self.value(f"load {memory}, ptr {address}{tag}")
        loaded = self.value(f"load {memory}, ptr {address}{tag}, !range {self.module.bool_range}")
        return self.value(f"trunc nuw {memory} {loaded} to i1")

    def store(self, t: Type, value: str, address: str, tag: str = "") -> None:
        """Store the register form of `t` in its memory form."""
        memory, value = self.to_memory(t, value)
        self.do(f"store {memory} {value}, ptr {address}{tag}")

    def to_memory(self, t: Type, value: str) -> tuple[str, str]:
        """The memory type of `t` and `value` in that form."""
        memory, register = self.layout.memory(t), self.layout.register(t)
        if memory == register:
            return memory, value
        if value in ("true", "false"):
            return memory, str(int(value == "true"))
        return memory, self.value(f"zext i1 {value} to {memory}")

    def from_memory(self, t: Type, value: str) -> str:
        """A value in memory form (an item of an aggregate) in register form."""
        memory, register = self.layout.memory(t), self.layout.register(t)
        return value if memory == register else self.value(f"trunc nuw {memory} {value} to {register}")

    # The text

    def text(self, header: str) -> list[str]:
        """The whole definition, after `header` (the line that ends in `{`)."""
        start = ["entry:", *self.entry]
        return [header, *start, *self.lines, *self.cold, "}"]
