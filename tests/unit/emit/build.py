"""Writes typed IR by hand: short names for nodes, and a program that runs in LLVM's JIT."""

from __future__ import annotations

from types import SimpleNamespace

from rumpkc.emit.debug import DebugLevel
from rumpkc.emit.module import emit_llvm
from rumpkc.ir import nodes as ir
from rumpkc.ir.verify import verify_program
from rumpkc.source import Span
from rumpkc.targets.objects import compile_object
from rumpkc.targets.target import target_by_name
from rumpkc.types.types import BOOL, FLOAT, INT, NEVER, NONE, ClassInst, Type

HERE = Span("apps/demo.py", 1, 0, 1, 1)


def at(line: int) -> Span:
    return Span("apps/demo.py", line, 0, line, 1)


def num(value: int, t: Type = INT) -> ir.Const:
    return ir.Const(HERE, t, value)


def flt(value: float) -> ir.Const:
    return ir.Const(HERE, FLOAT, value)


def yes(value: bool = True) -> ir.Const:
    return ir.Const(HERE, BOOL, value)


def get(local: ir.Local) -> ir.LocalGet:
    return ir.LocalGet(HERE, local.type, local)


def put(local: ir.Local, value: ir.Expr) -> ir.SetLocal:
    return ir.SetLocal(HERE, local, value)


def prim(op: str, *args: ir.Expr, to: Type | None = None) -> ir.Prim:
    if to is None:
        to = BOOL if op.split(".")[0] in ("icmp", "fcmp", "ref.eq") or op == "ref.eq" else args[0].type
    return ir.Prim(HERE, to, op, args)


def ret(value: ir.Expr | None = None) -> ir.Return:
    return ir.Return(HERE, value)


def ev(value: ir.Expr) -> ir.Eval:
    return ir.Eval(HERE, value)


def call(func: ir.Function, *args: ir.Expr) -> ir.Call:
    return ir.Call(HERE, func.result, func, args)


def iff(test: ir.Expr, then: list[ir.Stmt], orelse: list[ir.Stmt] | None = None) -> ir.If:
    return ir.If(HERE, test, tuple(then), tuple(orelse or ()))


def loop(test: ir.Expr, body: list[ir.Stmt], step: list[ir.Stmt] | None = None, orelse: list[ir.Stmt] | None = None,
         loop_id: ir.LoopId | None = None) -> ir.Loop:
    return ir.Loop(HERE, loop_id or ir.LoopId(), test, tuple(body), tuple(step or ()), tuple(orelse or ()))


def function(name: str, params: list[ir.Local], result: Type, body: list[ir.Stmt] | None, *attrs: str,
             exported: bool = True, module: str = "apps.demo") -> ir.Function:
    return ir.Function(name, name, tuple(params), result, HERE, module, None if body is None else tuple(body),
                       exported, frozenset(attrs))


class FakeInfo:
    def __init__(self, name: str) -> None:
        self.name = self.shown_name = name
        self.kind, self.title = "plain", ""
        self.module = SimpleNamespace(name="apps.demo")


def cls(name: str, base: ClassInst | None = None, by_value: bool = False, **fields: Type) -> ClassInst:
    inherited = base.fields if base else {}
    return ClassInst(FakeInfo(name), (), base, {**inherited, **fields}, by_value, f"apps.demo.{name}")  # type: ignore[arg-type]


RUNTIME_IR = """
@current = internal global ptr null
define void @rt_raise(ptr %e) noreturn "frame-pointer"="all" {
  store ptr %e, ptr @current
  call void @rt_throw()
  unreachable
}
define void @rt_reraise(ptr %e) noreturn "frame-pointer"="all" {
  store ptr %e, ptr @current
  call void @rt_throw()
  unreachable
}
define i64 @rt_running() {
  ret i64 0
}
define ptr @rt_current(i64 %until) {
  %e = load ptr, ptr @current
  ret ptr %e
}
@handled = internal global ptr null
define ptr @rt_handled() {
  %e = load ptr, ptr @handled
  ret ptr %e
}
define void @rt_handle(ptr %e) {
  store ptr %e, ptr @handled
  ret void
}
declare void @rt_throw() noreturn
declare ptr @calloc(i64, i64)
declare void @exit(i32)
define ptr @rt_new(i64 %n) {
  %p = call ptr @calloc(i64 1, i64 %n)
  ret ptr %p
}
define ptr @rt_alloc(i64 %n) {
  %p = call ptr @calloc(i64 1, i64 %n)
  ret ptr %p
}
define ptr @rt_bytes(i64 %n) {
  %p = call ptr @calloc(i64 1, i64 %n)
  ret ptr %p
}
define void @rt_uncaught() {
  call void @exit(i32 99)
  ret void
}
"""


def llvm_of(*functions: ir.Function, classes: list[ClassInst] | None = None, target: str = "host",
            vtables: dict[ClassInst, list[ir.Function | None]] | None = None, globals_: list[ir.Global] | None = None,
            debug: DebugLevel = DebugLevel.LINES) -> str:
    program = ir.Program(list(functions), globals=globals_ or [], classes=classes or [], vtables=vtables or {})
    verify_program(program)
    return emit_llvm(program, target_by_name(target), debug=debug)


def object_of(*functions: ir.Function, target: str = "host", opt_level: int = 2, **rest) -> bytes:
    return compile_object(llvm_of(*functions, target=target, **rest), target_by_name(target), opt_level)


def jit(*functions: ir.Function, opt_level: int = 2, **rest):
    """The program, loaded with a small runtime; `.call(name, …)` runs an exported function."""
    from rumpkc.targets.host.jit import JitProgram
    from rumpkc.targets.host.try_stubs import host_stubs

    host = target_by_name("host")
    overflow = "" if any(f.symbol == "rt_overflow" for f in functions) else \
        "define void @rt_overflow(ptr %name) noreturn {\n call void @rt_uncaught()\n unreachable\n}\n"
    objects = [object_of(*functions, opt_level=opt_level, **rest), compile_object(RUNTIME_IR + overflow, host),
               compile_object(host_stubs(), host)]
    return JitProgram(objects, [f.symbol for f in functions if f.exported and f.body is not None])


__all__ = [n for n in dir() if not n.startswith("_")] + ["NEVER", "NONE"]
