"""LLVM IR text becomes an ELF object.

before: `define i64 @f(i64 %x) { … }`        after: b"\\x7fELF…" with `.text`, relocations and DWARF
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from rumpkc.diagnostics import fail
from rumpkc.source import Span
from rumpkc.targets.apart import in_sections
from rumpkc.targets.given import sharing_given
from rumpkc.targets.leaves import without_frames
from rumpkc.targets.target import EM_AARCH64, EM_RISCV, Target

# `asm` with a non-empty template, in a call or at module level: LLVM has no assembly parser for the boards'
# machines in this build and would abort the whole process.
INLINE_ASM = re.compile(r'^\s*module asm "[^"]|\basm\s+(?:(?:sideeffect|alignstack|inteldialect|unwind)\s+)*"[^"]',
                        re.MULTILINE)
PARSE_ERROR = re.compile(r"<string>:(\d+):(\d+): error: (.*)")
LLVM_LEVELS = (0, 1, 2, 3)
# -O1 is for builds that somebody waits for. LLVM's own takes four times as long as all of the front end, most of it for
# inlining and what follows from that; these passes leave half of the code, and code generation of level 0 is fast.
DEVELOPMENT = 1
SHORT_PIPELINE = ("always_inliner", "global_dead_code_eliminate", "sroa", "instruction_combine", "simplify_cfg")
INLINING = re.compile(r"; inlining: (\d+)\n")          # the first line of a module may say what an inlined call costs
# At most at -O2, in LLVM's units: its own 225 makes the shell 27 KB larger and none of the benchmarks 3 % faster; below
# 120 richards takes a sixth more.
MOST_INLINED = 150
# On aarch64 functions with `minsize` share the code that saves their registers; riscv64 has an attribute for it.
OPTIONS = ("-homogeneous-prolog-epilog",)
CODE_GENERATION = {0: 0, 1: 0, 2: 2, 3: 3}              # the level of code generation for each of ours


def compile_object(llvm_ir_text: str, target: Target, opt_level: int = 2, *, debug: bool = True,
                   seen: Callable[[str], None] | None = None) -> bytes:
    """Compile one module of LLVM IR text to the bytes of an ELF relocatable object.

    `opt_level` is 0 to 3, for the IR pipeline and code generation alike. Without `debug`, debug information in the
    text is left out of the object. The triple and data layout are the target's, whatever the text says. `seen` gets
    the optimised module as text. Rejected text is an internal error (E0901) that quotes the offending line: the
    emitter wrote it, not the user.
    """
    text = llvm_ir_text if debug else strip_debug_info(llvm_ir_text)

    def emit(machine: Any, module: Any) -> bytes:
        if seen is not None:
            seen(str(module))
        return machine.emit_object(module)

    image = _generate(text, target, opt_level, emit)
    _check_elf(image, target)
    return image


def compile_assembly(llvm_ir_text: str, target: Target, opt_level: int = 2) -> str:
    """The same code as text, without debug information: for people, and for the machine's GNU assembler."""
    text = strip_debug_info(llvm_ir_text)
    assembly = _generate(text, target, opt_level, lambda machine, module: machine.emit_assembly(module))
    if target.assembly_head:                    # LLVM's list of extensions names some that older assemblers refuse
        assembly = re.sub(r"^\t\.attribute\t5, .*$", target.assembly_head, assembly, count=1, flags=re.MULTILINE)
    return assembly


def _generate(text: str, target: Target, opt_level: int, emit: Callable[[Any, Any], Any]) -> Any:
    """Optimise a module of LLVM IR text, and what `emit` makes of it."""
    if opt_level not in LLVM_LEVELS:
        raise fail("E0702", f"there is no optimisation level {opt_level}", help="levels are 0, 1, 2 and 3")
    if not target.is_host:
        _refuse_inline_asm(text)
    import llvmlite.binding as llvm

    machine = target_machine(target, opt_level)
    if target.features:                         # functions that have more than others
        usual, words = f'"target-features"="{target.features},', target.features_at(opt_level)
        text = text.replace(usual, f'"target-features"="{words},')
    context = llvm.create_context()
    module = None
    try:
        module = _parse(llvm, text, context)
        module.triple = machine.triple
        module.data_layout = str(machine.target_data)
        _verify(module, text)
        _optimise(llvm, module, machine, opt_level, INLINING.match(text))
        if opt_level >= 2 and not target.is_host:
            changed = in_sections(without_frames(sharing_given(str(module))))
            module.close()
            module = _parse(llvm, changed, context)
            _verify(module, changed)
        return emit(machine, module)
    finally:  # in this order: left to the garbage collector, a context can go before its module, which crashes
        if module is not None:
            module.close()
        context.close()


@cache
def target_machine(target: Target, opt_level: int) -> Any:
    """LLVM's code generator for `target`; created once a process and level."""
    import llvmlite.binding as llvm

    _initialise()
    level = CODE_GENERATION[opt_level]
    if target.is_host:
        triple, cpu, features = llvm.get_process_triple(), llvm.get_host_cpu_name(), llvm.get_host_cpu_features()
        return llvm.Target.from_triple(triple).create_target_machine(
            cpu=cpu, features=features.flatten(), opt=level, reloc="pic", codemodel="small", jit=False)
    return llvm.Target.from_triple(target.triple).create_target_machine(
        cpu=target.cpu, features=target.features_at(opt_level), opt=level, reloc=target.reloc_model,
        codemodel=target.code_model, abiname=target.abi)


@cache
def _initialise() -> None:
    """Register every target of the llvmlite build; once a process."""
    import llvmlite.binding as llvm

    llvm.initialize_all_targets()
    llvm.initialize_all_asmprinters()
    llvm.initialize_native_asmparser()
    for option in OPTIONS:
        llvm.set_option("rumpkc", option)


def _refuse_inline_asm(text: str) -> None:
    """E0901 for inline assembly, which would make LLVM abort without a message of ours."""
    if "asm" not in text:               # the search itself takes 1 % of a build at -O2
        return
    if found := INLINE_ASM.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise fail("E0901", f"internal error: inline assembly in LLVM IR line {line}: "
                            f"{_line(text, line).strip()}", help="this is a bug in the compiler; please report it")


def _parse(llvm: Any, text: str, context: Any) -> Any:
    """Parse `text`; LLVM's complaint becomes E0901."""
    try:
        return llvm.parse_assembly(text, context)
    except RuntimeError as error:
        raise _internal_error(text, str(error)) from None


def _verify(module: Any, text: str) -> None:
    """Check the module's invariants (dominance and the like); E0901 where LLVM finds one broken."""
    try:
        module.verify()
    except RuntimeError as error:
        raise _internal_error(text, str(error)) from None


def _internal_error(text: str, message: str) -> Exception:
    """E0901 from LLVM's own words, with the line of the IR where LLVM names one."""
    bug = "this is a bug in the compiler; please report it"
    if found := PARSE_ERROR.search(message):
        line, col = int(found[1]), int(found[2])
        where = Span("<LLVM IR>", line, col - 1, line, col)
        quoted = _line(text, line).strip()
        return fail("E0901", f"internal error: LLVM rejects line {line}, column {col} of the emitted IR: {found[3]}",
                    where, note=quoted, help=bug)
    return fail("E0901", f"internal error: LLVM rejects the emitted IR: {' '.join(message.split())[:600]}", help=bug)


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if 1 <= number <= len(lines) else ""


def _optimise(llvm: Any, module: Any, machine: Any, opt_level: int, inlining: re.Match[str] | None) -> None:
    """Run a pipeline over the module, in place: LLVM's own of that level, but for level 1 a short one."""
    options = llvm.create_pipeline_tuning_options(speed_level=opt_level)
    if inlining is not None:
        options.inlining_threshold = int(inlining[1])
    elif opt_level == 2:
        options.inlining_threshold = MOST_INLINED
    builder = llvm.create_pass_builder(machine, options)
    if opt_level != DEVELOPMENT:
        builder.getModulePassManager().run(module, builder)
        return
    passes = llvm.create_new_module_pass_manager()
    for name in SHORT_PIPELINE:
        getattr(passes, f"add_{name}_pass")()
    passes.run(module, builder)


def _check_elf(image: bytes, target: Target) -> None:
    """LLVM prints some errors and then emits garbage; only a proper ELF header of the right machine may pass."""
    is_elf = image[:6] == b"\x7fELF\x02\x01"
    machine = int.from_bytes(image[18:20], "little") if is_elf else -1
    if not is_elf or target.elf_machine in (EM_RISCV, EM_AARCH64) and machine != target.elf_machine:
        raise fail("E0902", f"internal error: LLVM emitted no {target.name} object",
                   help="its own message, if any, is above; this is a bug in the compiler; please report it")


DEBUG_ATTACHMENT = re.compile(r",? !dbg !\d+")
DEBUG_LINE = re.compile(r"^(?:\s*#dbg_.*|!llvm\.dbg\.cu\s*=.*|\s*(?:tail )?call void @llvm\.dbg\..*)\n?", re.MULTILINE)


def strip_debug_info(text: str) -> str:
    """The module without its debug metadata attachments; what they pointed to becomes unreferenced and is dropped."""
    if "!dbg" not in text and "!llvm.dbg.cu" not in text:
        return text
    return DEBUG_ATTACHMENT.sub("", DEBUG_LINE.sub("", text))
