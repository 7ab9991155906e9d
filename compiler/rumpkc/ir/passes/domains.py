"""Splits a program by code domain: what its workers reach is emitted a second time, as user code.

    Program { kmain, app.main, worker.app.f, app.f, list.append … }
        kernel_program(p)   { kmain, app.main, app.f, list.append … }       nothing that only workers reach
        user_program(p)     { worker.app.f, app.f, list.append … }          no kernel, no hal: those are behind the wall

The functions are shared, not copied: emission changes none. What only the kernel has, such as `plat_write`, is left
undefined in the user program; boot/<target>/user/ has the user domain's own, which are system calls.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from rumpkc.diagnostics import fail
from rumpkc.emit.classes import Hierarchy
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import walk

KERNEL = ("kernel.", "hal.", "boot.", "fs.")   # packages that user code has no part of
BEGINNINGS = "rt_"                      # what the emitter and boot/ call by name …
MEMORY_MODULE = "lib.core.memory"       # … and LLVM
WORKER_MODULE = "lib.worker"            # what it exports is called by boot/<target>/user only


def kernel_program(program: ir.Program) -> ir.Program:
    """The program without what only workers reach: their entries, and functions and variables behind those."""
    if not program.workers:
        return program
    reached = _Reached(program, allowed=True, beyond=frozenset([f.symbol for f in program.workers]))
    reached.add([f for f in program.functions if f.exported and f.module != WORKER_MODULE])
    return _part(program, reached)


def user_program(program: ir.Program) -> ir.Program:
    """What the workers reach. E0612 where that includes a function of the kernel."""
    reached = _Reached(program)
    roots = [f for f in program.functions if f.body is not None and f.exported
             and (f.symbol.startswith(BEGINNINGS) or f.module == MEMORY_MODULE)]
    reached.add([*program.workers, *roots])
    return _part(program, reached)


def _part(program: ir.Program, reached: _Reached) -> ir.Program:
    """The program with what was reached."""
    vtables = {cls: [f if f in reached.functions else None for f in table] for cls, table in program.vtables.items()}
    return replace(program, functions=[f for f in program.functions if f in reached.functions],
                   globals=[g for g in program.globals if g in reached.globals or g.external], vtables=vtables)


def is_kernel(module: str) -> bool:
    """Whether a module lies on the kernel's side of the wall."""
    return f"{module}.".startswith(KERNEL)


class _Reached:
    """The functions and globals that some functions need."""

    def __init__(self, program: ir.Program, allowed: bool = False, beyond: frozenset[str] = frozenset()) -> None:
        self._allowed = allowed                 # the kernel's functions, too
        self._beyond_it = beyond                # symbols that are only named here: what they mean is elsewhere
        self.functions: dict[ir.Function, ir.Function | None] = {}      # with who needed it first
        self.globals: dict[ir.Global, None] = {}
        self._hierarchy = Hierarchy(program)
        self._defined = {f.symbol: f for f in program.functions if f.body is not None}

    def add(self, roots: list[ir.Function]) -> None:
        """Follow `roots`."""
        todo: list[tuple[ir.Function, ir.Function | None]] = [(root, None) for root in roots]
        while todo:
            function, user = todo.pop()
            function = self._meant(function)
            if function in self.functions or function.body is not None and function.symbol in self._beyond_it:
                continue
            self.functions[function] = user
            if function.body is None:
                continue
            if is_kernel(function.module) and not self._allowed:
                raise self._beyond(function)
            for node in walk(function.body):
                todo += [(below, function) for below in self._of(node)]

    def keep(self, target: ir.Global) -> None:
        """A variable, and what its frozen value leads to."""
        self.add(list(self._global(target)))

    def _meant(self, function: ir.Function) -> ir.Function:
        """What a declaration stands for, unless that is the kernel's."""
        found = self._defined.get(function.symbol, function) if function.body is None else function
        return function if function.body is None and is_kernel(found.module) and not self._allowed else found

    def _of(self, node: ir.Node) -> Iterator[ir.Function]:
        if isinstance(node, ir.CallVirtual):
            yield from self._hierarchy.implementations(node)
        for field in fields(node):
            value = getattr(node, field.name)
            if isinstance(value, ir.Function):
                yield value
            elif isinstance(value, ir.Global):
                yield from self._global(value)

    def _global(self, target: ir.Global) -> Iterator[ir.Function]:
        if target not in self.globals:
            self.globals[target] = None
            yield from self._frozen(target.init)

    def _frozen(self, value: ir.Frozen | None) -> Iterator[ir.Function]:
        match value:
            case ir.FAddr(target=ir.Function() as function):
                yield function
            case ir.FAddr(target=ir.Global() as target):
                yield from self._global(target)
            case ir.FAggregate(items=items) | ir.FObject(fields=items) | ir.FBuffer(items=items):
                for item in items:
                    yield from self._frozen(item)

    def _beyond(self, function: ir.Function) -> Exception:
        way = [function.shown_name]
        user = self.functions[function]
        at = function
        while user is not None:
            way.append(user.shown_name)
            at, user = user, self.functions[user]
        name = f"{function.module}.{function.shown_name}"
        return fail("E0612", f"a worker's code reaches `{name}`, which is the kernel's",
                    at.span, note=f"by way of {' -> '.join(reversed(way))}",
                    help="workers ask the kernel through system calls: use `lib.worker`, `print`, `time`")
