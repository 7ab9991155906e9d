"""The compiler, in order. `PASSES` is the only place that knows the order; the loop around it dumps, times and stops.

Each pass is a function of the `Compilation`: it reads what earlier passes made and adds its product. Passes import what
they need when they run, so that a build that is found in the cache loads neither the parser nor LLVM.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from rumpkc.beside import Proofs
from rumpkc.compilation import HOST_MAIN, KERNEL_MAIN, Compilation, Options
from rumpkc.diagnostics import CompileError, did_you_mean, fail
from rumpkc.progress import Progress, command, show_times, watcher

if TYPE_CHECKING:
    from rumpkc.ir.nodes import AsmStub
    from rumpkc.targets.parallel import Parts

RUNTIME_MODULES = ("lib.core.runtime", "lib.core.str", "lib.core.dict", "lib.core.list", "lib.core.functions")
STACK_BYTES = 1 << 20                   # of the boot hart; not part of the file
USER_STUBS = ("try.S", "save.S", "user/*.S")      # of boot/<target>, what user code needs
PACKED_FILES = "fs.packed"              # the module that reads what was packed
HANDLER = ".handler"                    # of the function that the stub of an interrupt handler calls


def parse(c: Compilation) -> None:
    """Files become trees; the errors of all of them are collected."""
    from rumpkc.names.ahead import parse_ahead
    from rumpkc.names.shell import put_shell_beside

    start = HOST_MAIN if c.target.is_host else KERNEL_MAIN
    parse_ahead(c.loader, c.paths, [start, *RUNTIME_MODULES] if c.options.app else RUNTIME_MODULES)
    for path in c.paths:
        try:
            c.files.append(c.loader.load_file(path))
        except CompileError as error:
            c.diagnostics.add(*error.diagnostics)
    put_shell_beside(c)


def load(c: Compilation) -> None:
    """Follow the imports; an app for a board brings the kernel with it, whose exported functions boot/ calls."""
    from rumpkc.further import further_errors
    from rumpkc.names.graph import load_graph

    kernel = [c.loader.load(HOST_MAIN if c.target.is_host else KERNEL_MAIN)] if c.options.app else []
    for root in [*kernel, *c.files]:
        try:
            c.modules += [module for module in load_graph(c.loader, root) if module not in c.modules]
        except CompileError as error:
            raise CompileError(*error.diagnostics, *further_errors(c, error.diagnostics)) from None
        if root in kernel:
            c.roots = list(c.modules)
    c.roots += [file for file in c.files if file not in c.roots]


def validate(c: Compilation) -> None:
    """The dialect's rules on the tree: what is refused, each with its own code."""
    from rumpkc.further import further_errors
    from rumpkc.validate.registry import validate_module

    for module in c.modules:
        c.diagnostics.add(*validate_module(module.tree))
    if c.diagnostics.has_errors():
        c.diagnostics.add(*further_errors(c, c.diagnostics.items))


def typecheck(c: Compilation) -> None:
    """Names, types, and the typed IR of everything that the roots reach."""
    from rumpkc.further import further_errors
    from rumpkc.types.check import typecheck as check

    try:
        c.program = check(c)
    except CompileError as error:               # a class or an import of a module: it was not looked at further
        raise CompileError(*error.diagnostics, *further_errors(c, error.diagnostics)) from None


def assembly(c: Compilation) -> None:
    """The text of `@asm` functions becomes objects."""
    assert c.program is not None
    for function in c.program.stubs:
        try:
            c.stubs.append(assembled(c, function))
        except CompileError as error:
            c.diagnostics.add(*error.diagnostics)


def assembled(c: Compilation, function: AsmStub) -> tuple[str, bytes]:
    """One assembly function as an object with a name."""
    from rumpkc.asm.assembler import assemble
    from rumpkc.targets.target import target_by_name

    head = f'.section .text.{function.symbol}, "ax"; .balign 4; .globl {function.symbol}; {function.symbol}:'
    text = "\n" * (function.span.line - 1) + head + function.text + "\n"      # errors show the line of the file
    stub = assemble(text, function.span.file, target_by_name(function.machine), debug=c.options.debug)
    return f"{function.symbol}.o", stub.to_elf()


def comptime(c: Compilation) -> None:
    """Run the module bodies that could fail; what the checker asked for is frozen already."""
    from rumpkc.comptime.bodies import run_bodies

    c.diagnostics.add(*run_bodies(c))


def place(c: Compilation) -> None:
    """Objects and arrays that do not outlive their call move into its frame, at every level: promises depend on it."""
    from rumpkc.ir.passes.escape import place_objects

    assert c.program is not None
    found = place_objects(c.program)
    c.allocations, c.placed, c.params = found.remaining, found.changed, found.params


def effects(c: Compilation) -> None:
    """Prove `@noalloc` and the like over the whole call graph."""
    from rumpkc.effects.check import check_effects

    assert c.program is not None
    c.diagnostics.add(*check_effects(c.program, c.config))


def warn(c: Compilation) -> None:
    """What is allowed and probably not meant, in the user's own files; `-W` and toolchain.toml make errors of it."""
    from rumpkc.warn.check import is_own, kept_warnings, tree_warnings
    from rumpkc.warn.selection import with_arguments

    own = [module for module in c.loader.loaded if is_own(c, module)]
    found = [*c.loader.warnings, *c.warnings, *tree_warnings(own, c.sources, kept_warnings(c))]
    shown = {module.display_path: number for number, module in enumerate(own)}
    found.sort(key=lambda d: shown.get(d.span.file, 0))
    selection = with_arguments(c.config.warnings, c.options.warn)
    c.diagnostics.add(*selection.apply(d for d in found if d.span.file in shown))


def optimise(c: Compilation) -> None:
    """Passes from IR to IR, from -O2 on."""
    from rumpkc.ir.passes.optimise import optimise as run
    from rumpkc.ir.passes.sizes import wish_sizes

    assert c.program is not None
    if c.opt_level >= 2:
        run(c.program)
        wish_sizes(c.program, c.config)


def emit(c: Compilation) -> None:
    """The typed IR becomes one module of LLVM IR text."""
    from rumpkc.emit.debug import DebugLevel
    from rumpkc.emit.module import emit_llvm
    from rumpkc.ir.passes.domains import kernel_program, user_program

    assert c.program is not None
    enter_interrupts(c)
    if in_parts(c):
        emit_parts(c)
        return
    for_gdb = c.options.debug and c.opt_level < 1           # optimised code keeps lines, but few variables
    level = DebugLevel.FULL if for_gdb else DebugLevel.LINES
    name = c.files[0].display_path
    c.llvm_ir = emit_llvm(kernel_program(c.program), c.target, debug=level, main_file=name)
    if c.program.workers:
        c.user_ir = emit_llvm(user_program(c.program), c.target, debug=DebugLevel.LINES, main_file=name, user=True)


def in_parts(c: Compilation) -> bool:
    """Whether the image becomes several objects: each module one, in builds that somebody waits for; some for a large
    program that LLVM optimises. Not where another tool is to get the whole."""
    from rumpkc.emit.shares import is_divided
    from rumpkc.ir.passes.domains import kernel_program
    from rumpkc.targets.objects import DEVELOPMENT

    if c.target.is_host or c.options.emit or c.options.explain_checks:
        return False
    assert c.program is not None
    return c.opt_level == DEVELOPMENT or c.opt_level > DEVELOPMENT and is_divided(kernel_program(c.program))


def emit_parts(c: Compilation) -> None:
    """The same in parts, which are compiled while the next ones are written."""
    from rumpkc.emit.debug import DebugLevel
    from rumpkc.emit.module import emit_llvm
    from rumpkc.emit.shares import emit_shares
    from rumpkc.emit.units import emit_units
    from rumpkc.ir.passes.domains import kernel_program, user_program
    from rumpkc.targets.objects import DEVELOPMENT
    from rumpkc.targets.parallel import Parts

    assert c.program is not None
    c.parts = Parts(c.target, c.opt_level, c.store)
    program = kernel_program(c.program)
    if c.opt_level == DEVELOPMENT:
        keep_program(c)
        for unit in emit_units(program, c.target):
            key = c.parts.add(unit.name, unit.text)
            if c.keeping is not None:
                c.keeping.units.append((replace(unit, text=""), key))
            if "emit" in c.options.dumps:
                c.llvm_ir += f"; part {unit.name}\n{unit.text}\n"
    else:
        for name, text in emit_shares(program, c.target):
            c.parts.add(name, text)
            if "emit" in c.options.dumps:
                c.llvm_ir += f"; part {name}\n{text}\n"
    if c.program.workers:
        c.user_ir = emit_llvm(user_program(c.program), c.target, debug=DebugLevel.LINES,
                              main_file=c.files[0].display_path, user=True)


def keep_program(c: Compilation) -> None:
    """Begin to write down the program as it is now, for builds after small edits."""
    if c.kept_at is not None:
        from rumpkc.edits.keep import Keeping, can_keep

        if can_keep(c):
            c.keeping = Keeping(c)


def enter_interrupts(c: Compilation) -> None:
    """Where LLVM knows no interrupt handlers, a stub under the handler's name saves, calls it and returns."""
    from rumpkc.ir.nodes import AsmStub

    lowering = import_module(f"rumpkc.targets.{c.target.name}.lowering")
    entry = getattr(lowering, "interrupt_entry", None)
    assert c.program is not None
    if entry is None:
        return
    for function in c.program.functions:
        if "interrupt" in function.attrs:
            name = function.symbol.removesuffix(HANDLER)        # it may have been emitted at another level before
            text = entry(name + HANDLER)
            c.stubs.append(assembled(c, AsmStub(name, text, function.span, c.target.name)))
            function.symbol = name + HANDLER


def compile_objects(c: Compilation) -> None:
    """LLVM compiles the module; the assembler takes the stubs of boot/<target>/."""
    name = c.files[0].display_path.removesuffix(".py")
    c.objects = finished(c, c.parts) if c.parts is not None else compiled(c, name, c.llvm_ir)
    if c.options.link and c.target.is_host:
        raise fail("E0730", "a program for the host links no objects", help="build for a board: `-t riscv64`")
    if not c.target.is_host:
        c.objects += c.stubs
        assemble_boot(c, c.objects, ("*.S", "wall/*.S") if c.user_ir else ("*.S",))
        pack_files(c)
        add_objects(c)
        if c.user_ir:
            c.user_objects = compiled(c, f"user/{name}", c.user_ir)
            c.user_objects += c.stubs
            assemble_boot(c, c.user_objects, USER_STUBS, user=True)
            c.user_objects.append(assemble_stubs(c))


def compiled(c: Compilation, name: str, text: str) -> list[tuple[str, bytes]]:
    """The object of one LLVM module, with lines for the traceback table, under its name."""
    from rumpkc.targets.objects import compile_object
    from rumpkc.targets.parallel import compile_stored

    if c.options.explain_checks:
        return [(f"{name}.o", compile_object(text, c.target, c.opt_level, seen=c.optimised.append))]
    return finished(c, compile_stored(name, text, c.target, c.opt_level, c.store))


def finished(c: Compilation, parts: Parts) -> list[tuple[str, bytes]]:
    """The objects of the parts; their call sites are known then."""
    objects = parts.finish()
    c.sites |= parts.sites
    return objects


def add_objects(c: Compilation) -> None:
    """The objects and archives of `--link`, in their order."""
    from rumpkc.names.modules import read_file
    from rumpkc.names.project import display_path

    for name in c.options.link:
        path = Path(name)
        data = read_file(path, display_path(path, c.project.root))
        c.inputs[path] = hashlib.sha256(data).hexdigest()
        c.objects.append((display_path(path, c.project.root), data))


def pack_files(c: Compilation) -> None:
    """The folder `rootfs/`, where the program has files; its own one, or that of the dialect."""
    from rumpkc.asm.assembler import assemble
    from rumpkc.cache import file_hash
    from rumpkc.link.rootfs import assembly, entries, pack
    from rumpkc.names.project import dialect_tree

    if not any(module.name == PACKED_FILES for module in c.modules):
        return
    folder = next((place for root in (c.project.root, dialect_tree()) if (place := root / "rootfs").is_dir()), None)
    text = assembly(pack(folder))
    if folder is not None:
        c.inputs |= {path: file_hash(path) for path in [folder, *entries(folder)]}
    c.objects.append(("rootfs.o", assemble(text, "<rootfs>", c.target, debug=False).to_elf()))


def assemble_boot(c: Compilation, objects: list[tuple[str, bytes]], parts: tuple[str, ...], user: bool = False) -> None:
    """Every stub in these parts of boot/<target>/ goes into the link; what an image does not use is dropped there.

    `USER` tells the files in which domain their code will run.
    """
    from rumpkc.names.modules import read_text
    from rumpkc.names.project import dialect_tree, display_path
    from rumpkc.source import Source

    for folder in (c.project.root, dialect_tree()):
        paths = [path for part in parts for path in sorted((folder / "boot" / c.target.name).glob(part))]
        if paths:
            break
    for path in paths:
        shown = display_path(path, c.project.root)
        text, c.inputs[path] = read_text(path, shown)
        source = c.sources.add(Source(shown, text))
        stub = stored_stub(c, f".equ USER, {int(user)}; {source.text}", shown)
        objects.append((shown.removesuffix(".S") + ".o", stub))


def stored_stub(c: Compilation, text: str, shown: str) -> bytes:
    """What the assembler makes of the file `shown`; it is loaded only for what is new to the store."""
    from rumpkc.cache import compiler_fingerprint

    request = "\0".join((compiler_fingerprint(), shown, str(c.options.debug), text))
    key = c.store.key(request, c.target, 0) if c.store is not None else ""
    found = c.store.get(key) if c.store is not None else None
    if found is None:
        from rumpkc.asm.assembler import assemble

        found = assemble(text, shown, c.target, debug=c.options.debug).to_elf()
        if c.store is not None:
            c.store.put(key, found)
    return found


def assemble_stubs(c: Compilation) -> tuple[str, bytes]:
    """The system calls as functions of the user domain, from the kernel's table."""
    from rumpkc.asm.assembler import assemble
    from rumpkc.link.syscalls import read_calls, stub_text

    calls = read_calls(c.loader)
    text = "".join(stub_text(call, c.target) for call in calls)
    return "user/syscalls.o", assemble(text, "<system calls>", c.target, debug=False).to_elf()


def link(c: Compilation) -> None:
    """Objects become the image; a program for the host stays an object, which its runner loads."""
    if c.target.is_host:
        return
    from rumpkc.link.image import LinkOptions, link_image
    from rumpkc.link.layout import default_layout
    from rumpkc.targets.objects import DEVELOPMENT

    options = LinkOptions(debug=c.options.debug, fold=c.opt_level > DEVELOPMENT, trace_table=True)
    c.image = link_image(c.objects, c.target, default_layout(c.target, STACK_BYTES), options, c.user_objects, c.sites)


def verify(c: Compilation) -> None:
    """The IR's rules; breaking one is a bug of ours."""
    from rumpkc.ir.verify import verify_program

    assert c.program is not None
    verify_program(c.program)


def verify_placed(c: Compilation) -> None:
    """The same for the functions that have objects in their frames now."""
    from rumpkc.ir.verify import verify_program

    assert c.program is not None
    verify_program(c.program, c.placed)


def verify_optimised(c: Compilation) -> None:
    """The same, where there was something to do."""
    if c.opt_level >= 2:
        verify(c)


def show_tree(c: Compilation) -> str:
    from rumpkc.syntax.show import show

    return "\n".join(show(module.tree) for module in c.files)


def show_modules(c: Compilation) -> str:
    return "\n".join(f"{module.name:<32} {module.display_path}" for module in c.modules)


def show_ir(c: Compilation) -> str:
    from rumpkc.ir.show import show_program

    assert c.program is not None
    return show_program(c.program)


def show_map(c: Compilation) -> str:
    return c.image.map_text if c.image else ""


@dataclass(frozen=True, slots=True)
class Pass:
    """One step: what it does, how `--dump` shows its product, how the product is verified. `proves`: it only looks."""

    name: str
    run: Callable[[Compilation], None]
    dump: Callable[[Compilation], str] | None = None
    verify: Callable[[Compilation], None] | None = None
    proves: bool = False


PASSES = (
    Pass("parse",     parse,            dump=show_tree),
    Pass("load",      load,             dump=show_modules),
    Pass("validate",  validate),
    Pass("typecheck", typecheck,        dump=show_ir, verify=verify),
    Pass("assembly",  assembly),
    Pass("comptime",  comptime),
    Pass("place",     place,            dump=show_ir, verify=verify_placed),
    Pass("effects",   effects,          proves=True),
    Pass("warn",      warn),
    Pass("optimise",  optimise,         dump=show_ir, verify=verify_optimised),
    Pass("emit",      emit,             dump=lambda c: c.llvm_ir),
    Pass("object",    compile_objects),
    Pass("link",      link,             dump=show_map),
)
LAST_OF_CHECK = "warn"                  # `rumpkc check` is the front end only
FIRST_BY_LEVEL = "optimise"             # what comes before is the same at every level
FIRST_PROVED, LAST_PROVED = "typecheck", "effects"      # what these and those between make is proved
DEMANDS_PROOF = "link"                  # the last pass may only see what has been proved


def run_passes(c: Compilation, last: str = PASSES[-1].name, first: str = PASSES[0].name) -> None:
    """Run the passes from `first` to `last` (or `--stop-after`). Raises CompileError with every message."""
    check_pass_names(c)
    begin, end = place_of(first), place_of(last)
    if c.options.stop_after is not None and begin <= place_of(c.options.stop_after) < end:
        end = place_of(c.options.stop_after)
    steps = PASSES[begin:end + 1]
    progress = Progress(None if c.options.dumps else watcher())
    passed = {step.name for step in steps}
    looks = c.options.dumps or c.options.explain_alloc or c.options.explain_checks or c.options.time_passes
    proofs = Proofs(c, prove, possible=not looks and {FIRST_PROVED, DEMANDS_PROOF} <= passed)
    with progress.watched(), proofs:
        for step in steps:
            with progress.step(step.name):
                _run(c, step, proofs)
            if step.dump is not None and step.name in c.options.dumps:
                print(step.dump(c), end="\n")
    if c.options.time_passes:
        verb = "build" if c.options.app else "check"
        again = command(verb, c.paths, c.options, "--no-cache", "--time-passes")
        print(f"{show_times(progress.times)}again: {again}", file=sys.stderr)
    if c.options.explain_alloc:
        from rumpkc.tools.allocations import show_allocations

        print(show_allocations(c.allocations, c.opt_level), end="")
    if c.options.explain_checks:
        from rumpkc.tools.checks import count_checks, show_checks

        print("".join(show_checks(count_checks(module)) for module in c.optimised), end="")


def place_of(name: str) -> int:
    """The number of a pass in the order."""
    return next(number for number, step in enumerate(PASSES) if step.name == name)


def _run(c: Compilation, step: Pass, proofs: Proofs) -> None:
    """One pass and its verifier; what it raises is shown together with what was collected before."""
    try:
        if step.name == DEMANDS_PROOF:
            proofs.settle()
        if not (step.proves and proofs.are_beside):
            step.run(c)
        c.stop_on_errors()
        if step.name == FIRST_PROVED:
            proofs.begin()
        if step.verify is not None and not (proofs.are_beside and is_proved(step)):
            step.verify(c)
    except CompileError as error:
        if not is_proved(step):
            proofs.settle()                     # what they find comes first
        c.diagnostics.add(*error.diagnostics)
        c.stop_on_errors()


def is_proved(step: Pass) -> bool:
    """Whether what a pass made is among what the proofs look at."""
    return place_of(FIRST_PROVED) <= place_of(step.name) <= place_of(LAST_PROVED)


def prove(c: Compilation) -> None:
    """What the verifiers and proofs say of a program that has been checked."""
    for step in filter(is_proved, PASSES):
        if step.name != FIRST_PROVED and (step.proves or step.verify is not None):
            step.run(c)
            c.stop_on_errors()
        if step.verify is not None:
            step.verify(c)


def check_pass_names(c: Compilation) -> None:
    """E0716 for a name in --dump or --stop-after that is no pass, or shows nothing."""
    names = [step.name for step in PASSES]
    shown = [step.name for step in PASSES if step.dump]
    for option, asked, known in (("--dump", c.options.dumps, shown), ("--stop-after", (c.options.stop_after,), names)):
        for name in asked:
            if name is not None and name not in known:
                raise fail("E0716", f"`{option} {name}`: there is no such pass",
                           help=did_you_mean(name, known) or f"it is one of {', '.join(known)}")


def closer_looks(paths: tuple[Path, ...], options: Options) -> str:
    """A command for each pass that shows what it made, a line each."""
    return "".join(command("build", paths, options, "--dump", step.name, "--stop-after", step.name) + "\n"
                   for step in PASSES if step.dump)
