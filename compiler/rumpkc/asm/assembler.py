"""The assembler: text of a `.S` file becomes an object.

One pass over the statements emits bytes; what depends on symbols waits as a fixup and is settled at the end, in place
where the distance is known (a label of the same section), else as a relocation. No instruction changes its size:
a branch out of reach is an error, not a longer sequence.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from rumpkc.asm.directives import DIRECTIVES
from rumpkc.asm.expressions import ExpressionError, Value, evaluate
from rumpkc.asm.isa import Isa
from rumpkc.asm.lines import Expander, Statement, read_lines
from rumpkc.asm.output import AsmObject, AsmSection, AsmSymbol
from rumpkc.asm.table import Fixup, Mismatch, Operand, encode_any
from rumpkc.diagnostics import CompileError, Diagnostic, fail
from rumpkc.link import elf
from rumpkc.link.relocate import relocation_table
from rumpkc.source import NOWHERE, Span
from rumpkc.targets.relocation import PatchError
from rumpkc.targets.target import Target, target_by_name

MAX_ERRORS = 20


@cache
def isa_of(name: str) -> Isa:
    """The instruction set of the target called `name`."""
    return import_module(f"rumpkc.targets.{name}.assembly").ISA


def assemble(text: str, file: str, target: Target, *, debug: bool = True) -> AsmObject:
    """Assemble the text of `file` (its display path). All its errors, up to 20, come in one CompileError (E065x).

    With `debug`, a line table lets gdb and tracebacks show the file's lines.
    """
    assembler = Assembler(isa_of(target.name), target, file)
    assembler.run(text)
    if debug:
        from rumpkc.asm.debug import add_line_table

        add_line_table(assembler)
    return assembler.result()


def encode(arch: str, instruction: str) -> bytes:
    """The bytes of one instruction that names no symbols, such as `csrrw x10, 0x300, x11`. E065x where malformed."""
    target = target_by_name(arch)
    assembler = Assembler(isa_of(arch), target, "<instruction>")
    assembler.run(".text\n" + instruction)
    section = assembler.section
    if section.relocations or not section.data:
        raise fail("E0652", f"`{instruction}` is not one instruction without symbols")
    return bytes(section.data)


@dataclass(frozen=True, slots=True)
class Pending:
    """A fixup on its way: where, what, and for messages the place in the text."""

    section: AsmSection
    offset: int
    fixup: Fixup
    span: Span


class Assembler:
    """The state of one assembly: current section, symbols, waiting fixups."""

    def __init__(self, isa: Isa, target: Target, file: str) -> None:
        self.isa = isa
        self.target = target
        self.file = file
        self.sections: dict[str, AsmSection] = {}
        self.symbols: dict[str, AsmSymbol] = {}
        self.pending: list[Pending] = []
        self.errors: list[Diagnostic] = []
        self.span = NOWHERE
        self._written: list[Operand] = []
        self._numbered: dict[str, int] = {}
        self._literals: dict[str, dict[tuple[Value, int], str]] = {}
        self._fresh = 0
        self.section = self.enter(".text", elf.SHT_PROGBITS, elf.SHF_ALLOC | elf.SHF_EXECINSTR)
        self.previous = self.section

    # statements

    def run(self, text: str) -> None:
        """Assemble everything, then settle the fixups; CompileError with all errors."""
        expander = Expander(read_lines(self.file, text, self.isa.hash_comments), self._constant_at)
        try:
            for statement in expander:
                self._statement(statement)
            for section in list(self.sections.values()):
                self.section = section
                self.flush_literals()
        except CompileError as error:  # of a macro or block, after which the text cannot be followed
            self.errors += error.diagnostics
        if not self.errors:
            self._settle()
        if self.errors:
            raise CompileError(*self.errors[:MAX_ERRORS])

    def _statement(self, statement: Statement) -> None:
        self.span = statement.span
        try:
            if statement.label:
                self.define_label(statement.label)
            elif statement.mnemonic.startswith("."):
                self._directive(statement)
            elif len(statement.operands) == 1 and statement.operands[0].text.startswith("="):
                self.assign(statement.mnemonic, statement.operands[0].text[1:], statement.operands[0])
            else:
                self.instruction(self.isa.normalise(statement.mnemonic), statement.operands)
        except Mismatch as misfit:
            span = misfit.operand.span if misfit.operand else statement.span
            self.errors.append(Diagnostic("E0652", f"`{statement.mnemonic}`: {misfit}", span))
        except CompileError as error:
            self.errors += error.diagnostics

    def _directive(self, statement: Statement) -> None:
        action = DIRECTIVES.get(statement.mnemonic)
        if action is None:
            raise fail("E0653", f"unknown directive `{statement.mnemonic}`", statement.span,
                       help=self._suggest(statement.mnemonic, list(DIRECTIVES)))
        action(self, statement)

    def instruction(self, mnemonic: str, operands: list[Operand]) -> None:
        """Assemble one instruction or pseudo-instruction."""
        self._written = operands
        pseudo = self.isa.pseudos.get(mnemonic)
        if pseudo is not None and pseudo(self, operands):
            return
        rows = self.isa.rows.get(mnemonic)
        if rows is None and pseudo is None:
            names = [*self.isa.rows, *self.isa.pseudos]
            raise fail("E0653", f"unknown instruction `{mnemonic}`", self.span, help=self._suggest(mnemonic, names))
        if rows is None:
            raise Mismatch("does not take these operands")
        word, fixup = encode_any(rows, self.isa.kinds, self, operands)
        self._mark("$x")
        self.section.lines.append((self.section.size, self.span))
        if fixup is not None:
            self.pending.append(Pending(self.section, self.section.size, fixup, self.span))
        self.append(word.to_bytes(4, "little"))

    def emit(self, mnemonic: str, *operands: str) -> None:
        """Assemble one instruction from operand texts (for pseudo-instructions)."""
        written = self._written
        self.instruction(mnemonic, [Operand(text, self._span_of(text, written)) for text in operands])
        self._written = written

    def _span_of(self, text: str, written: list[Operand]) -> Span:
        """Where the operand stands that `text` was made from, for messages about pseudo-instructions."""
        return next((o.span for o in written if o.text and o.text in text), self.span)

    @staticmethod
    def _suggest(name: str, names: list[str]) -> str:
        near = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
        return f"did you mean `{near[0]}`?" if near else ""

    # sections and bytes

    def enter(self, name: str, kind: int, flags: int) -> AsmSection:
        """Make `name` the current section, creating it if new."""
        section = self.sections.get(name)
        if section is None:
            section = self.sections[name] = AsmSection(name, kind, flags)
            section.align = 4 if section.is_code else 1
        self.previous, self.section = getattr(self, "section", section), section
        return section

    def append(self, data: bytes) -> None:
        """Add bytes to the current section."""
        if self.section.kind == elf.SHT_NOBITS:
            if any(data):
                raise fail("E0654", f"only zeros go into {self.section.name}", self.span)
            self.section.zero_bytes += len(data)
        else:
            self.section.data += data

    def append_data(self, data: bytes) -> None:
        """Add bytes that are no instructions."""
        self._mark("$d")
        self.append(data)

    def append_value(self, operand: Operand, size: int) -> None:
        """Add a number or address of `size` bytes."""
        value = self.value(operand.text, operand)
        if not value.is_constant:
            if size not in self.isa.data_relocations:
                raise Mismatch(f"an address does not fit {size} bytes", operand)
            fixup = Fixup(self.isa.data_relocations[size], value)
            self._mark("$d")
            self.pending.append(Pending(self.section, self.section.size, fixup, operand.span))
            self.append(bytes(size))
            return
        if not -(1 << 8 * size - 1) <= value.constant < 1 << 8 * size:
            raise Mismatch(f"{value.constant:#x} does not fit {size} bytes", operand)
        self.append_data((value.constant & (1 << 8 * size) - 1).to_bytes(size, "little"))

    def align(self, align: int, fill: bytes) -> None:
        """Pad the current section to a multiple of `align` with `fill`, or with nops in code when that is empty."""
        section = self.section
        section.align = max(section.align, align)
        gap = -section.size % align
        if section.is_code and not fill:
            self.append(bytes(gap % 4))
            if gap >= 4:
                self._mark("$x")
            self.append(self.isa.nop * (gap // 4))
        else:
            self.append(((fill or b"\0") * gap)[:gap])

    def _mark(self, kind: str) -> None:
        """Note where code (`$x`) and data (`$d`) start, for disassemblers: the mapping symbols of both psABIs."""
        section = self.section
        if section.is_code and section.mapping != kind:
            section.mapping = kind
            self._fresh += 1
            name = f"{kind}\0{self._fresh}"
            self.symbols[name] = AsmSymbol(name, section, section.size, True)

    # symbols

    def symbol(self, name: str) -> AsmSymbol:
        """The symbol `name`, created (undefined) on first mention."""
        found = self.symbols.get(name)
        if found is None:
            found = self.symbols[name] = AsmSymbol(name, span=self.span)
        return found

    def define_label(self, name: str) -> None:
        """Define `name` here; `1:` and the like may be defined again and again."""
        if name.isdigit():
            self._numbered[name] = self._numbered.get(name, 0) + 1
            name = f".L{name}.{self._numbered[name]}"
        symbol = self.symbol(name)
        if symbol.is_defined:
            raise fail("E0655", f"`{name}` is defined twice", self.span)
        symbol.section, symbol.value, symbol.is_defined, symbol.span = self.section, self.section.size, True, self.span

    def label_here(self) -> str:
        """A fresh local label at the next byte."""
        self._fresh += 1
        name = f".Lhere.{self._fresh}"
        self.define_label(name)
        return name

    def assign(self, name: str, text: str, operand: Operand) -> None:
        """`.equ name, expression`; may be given again."""
        value = self.value(text, operand)
        symbol = self.symbol(name)
        if value.is_constant:
            symbol.section, symbol.value, symbol.is_defined = None, value.constant, True
        elif value.add and not value.subtract and self.symbols[value.add].is_defined:
            base = self.symbols[value.add]
            symbol.section, symbol.value, symbol.is_defined = base.section, base.value + value.constant, True
        else:
            raise Mismatch("needs a number or a label that is defined above", operand)

    # expressions

    def constant(self, text: str, operand: Operand) -> int:
        """The value of an expression that must be a number here and now."""
        value = self.value(text, operand)
        if not value.is_constant:
            raise Mismatch(f"`{text}` is an address; a number that is known here is needed", operand)
        return value.constant

    def value(self, text: str, operand: Operand) -> Value:
        """The value of an expression that may name symbols."""
        try:
            return self._fold(evaluate(text, self._lookup))
        except ExpressionError as error:
            raise Mismatch(str(error), operand) from None

    def _constant_at(self, text: str, span: Span) -> int:
        try:
            return self.constant(text, Operand(text, span))
        except Mismatch as misfit:
            raise fail("E0652", str(misfit), span) from None

    def _lookup(self, name: str) -> Value:
        if name == ".":
            return Value(0, self.label_here())
        if name[0].isdigit():
            number = self._numbered.get(name[:-1], 0) + (name[-1] == "f")
            if number == 0:
                raise ExpressionError(f"there is no `{name[:-1]}:` above")
            return Value(0, self.symbol(f".L{name[:-1]}.{number}").name)
        symbol = self.symbol(name)
        return Value(symbol.value) if symbol.is_constant else Value(0, name)

    def _fold(self, value: Value) -> Value:
        """The difference of two labels of one section is a number."""
        if value.add and value.subtract:
            a, b = self.symbols[value.add], self.symbols[value.subtract]
            if a.is_defined and b.is_defined and a.section is b.section:
                return Value(value.constant + a.value - b.value)
        return value

    # literal pools

    def literal(self, operand: Operand, size: int) -> str:
        """The label of an entry of the current section's literal pool."""
        value = self.value(operand.text, operand)
        pool = self._literals.setdefault(self.section.name, {})
        if (value, size) not in pool:
            self._fresh += 1
            pool[value, size] = self.symbol(f".Lliteral.{self._fresh}").name
        return pool[value, size]

    def flush_literals(self) -> None:
        """Put the waiting literals of the current section here."""
        pool = self._literals.pop(self.section.name, {})
        for (value, size), label in sorted(pool.items(), key=lambda item: -item[0][1]):
            self.align(size, b"")
            self._mark("$d")
            self.define_label(label)
            if value.is_constant:
                self.append((value.constant & (1 << 8 * size) - 1).to_bytes(size, "little"))
            else:
                fixup = Fixup(self.isa.data_relocations[size], value)
                self.pending.append(Pending(self.section, self.section.size, fixup, self.span))
                self.append(bytes(size))

    # the end

    def _settle(self) -> None:
        """Patch what is known by now and turn the rest into relocations."""
        table = relocation_table(self.target)
        for item in self.pending:
            value = self._fold(item.fixup.value)
            data, offset = item.section.data, item.offset
            missing = [n for n in (value.add, value.subtract) if n.startswith(".L") and not self.symbols[n].is_defined]
            if missing:
                name = missing[0].removeprefix(".L").split(".")[0]
                self.errors.append(Diagnostic("E0656", f"there is no `{name}:` below", item.span))
                continue
            row = table[item.fixup.relocation]
            target = self.symbols.get(value.add)
            size = self._is_data(item.fixup.relocation)
            if value.subtract:
                self._settle_difference(item, value, size)
            elif value.is_constant and size:
                data[offset:offset + size] = (value.constant & (1 << 8 * size) - 1).to_bytes(size, "little")
            elif (target is not None and target.section is item.section and target.bind == elf.STB_LOCAL
                  and (row.branch or row.distance)):
                try:
                    row.patch(data, offset, target.value + value.constant, offset)
                except PatchError as error:
                    self.errors.append(Diagnostic("E0657", f"`{value.add}` is out of reach: {error}", item.span))
            else:
                self._relocate(item, item.fixup.relocation, value.add, value.constant)

    def _is_data(self, relocation: int) -> int:
        """The width in bytes of a data relocation, 0 for one of an instruction."""
        return next((size for size, number in self.isa.data_relocations.items() if number == relocation), 0)

    def _relocate(self, item: Pending, relocation: int, name: str, addend: int) -> None:
        if not name:  # a plain number where an address goes
            self.symbol("\0absolute").is_defined = True
            name = "\0absolute"
        symbol = self.symbols[name]
        if not symbol.is_defined and symbol.bind == elf.STB_LOCAL:
            symbol.bind = elf.STB_GLOBAL
        item.section.relocations.append((item.offset, relocation, name, addend))

    def _settle_difference(self, item: Pending, value: Value, size: int) -> None:
        """`a - b` in data: relative to the place where the linker can do that."""
        low = self.symbols[value.subtract]
        if size in self.isa.relative_relocations and low.section is item.section:
            addend = value.constant + item.offset - low.value
            self._relocate(item, self.isa.relative_relocations[size], value.add, addend)
        elif size in self.isa.difference_relocations:
            add, subtract = self.isa.difference_relocations[size]
            self._relocate(item, add, value.add, value.constant)
            self._relocate(item, subtract, value.subtract, 0)
        else:
            names = f"`{value.add} - {value.subtract}`"
            self.errors.append(Diagnostic("E0656", f"{names} is not known to the linker either", item.span,
                                          help="both labels must lie in one section"))

    def result(self) -> AsmObject:
        """The finished object; symbols that are only mentioned in `.globl` and the like are kept out."""
        for section in self.sections.values():
            section.relocations.sort(key=lambda r: r[0])
        used = {r[2] for s in self.sections.values() for r in s.relocations}
        symbols = {n: s for n, s in self.symbols.items()
                   if n in used or s.is_defined and not n.startswith((".L", "\0"))}
        sections = [s for s in self.sections.values() if s.size or s.name == ".text"]
        return AsmObject(self.file, self.target.elf_machine, self.target.elf_flags, sections,
                         {n: s for n, s in symbols.items() if s.section is None or s.section in sections})
