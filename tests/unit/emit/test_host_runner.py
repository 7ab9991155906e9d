"""The host runner as a process: output on both channels, input, the arena, the exit code, an uncaught exception."""

import subprocess
import sys
from pathlib import Path

from build import HERE, INT, NEVER, cls, ev, function, get, num, object_of, prim, put, ret

from rumpkc.ir import nodes as ir
from rumpkc.types.types import U8, U64, USIZE, PtrType

BYTES = PtrType(U8)


def platform() -> dict[str, ir.Function]:
    def params(*types):
        return [ir.Local(f"p{i}", t) for i, t in enumerate(types)]

    return {name: function(name, params(*types), result, None) for name, types, result in [
        ("plat_write", (INT, BYTES, INT), INT), ("plat_read", (INT, BYTES, INT), INT),
        ("plat_exit", (INT,), NEVER), ("plat_arena", (PtrType(USIZE),), USIZE), ("plat_ticks", (), U64)]}


def run(tmp_path: Path, *functions: ir.Function, given: bytes = b"", **rest) -> subprocess.CompletedProcess:
    path = tmp_path / "program.o"
    path.write_bytes(object_of(*functions, **rest))
    return subprocess.run([sys.executable, "-m", "rumpkc.targets.host.run", str(path)], input=given,
                          capture_output=True, timeout=60)


def call(f: ir.Function, *args: ir.Expr) -> ir.Call:
    return ir.Call(HERE, f.result, f, args)


def ends(plat: dict[str, ir.Function]) -> list[ir.Function]:
    """What the host calls where nobody catches an exception, and where the stack is full."""
    return [function(name, [], NEVER, [ev(call(plat["plat_exit"], num(code)))])
            for name, code in (("rt_uncaught", 1), ("rt_recursion_error", 2))]


def test_echo(tmp_path: Path) -> None:
    """Reads into the arena, writes it back to stdout and to stderr, gives the number of bytes as exit code."""
    plat = platform()
    base = ir.Global("base", USIZE, None, False)
    size, got, data = ir.Local("size", USIZE), ir.Local("got", INT), ir.Local("data", BYTES)
    address = ir.GlobalAddr(HERE, PtrType(USIZE), base)
    main = function("app_main", [], INT, [
        put(size, call(plat["plat_arena"], address)),
        put(data, prim("int.ptr", ir.GlobalGet(HERE, USIZE, base), to=BYTES)),
        put(got, call(plat["plat_read"], num(0), get(data), num(100))),
        ev(call(plat["plat_write"], num(1), get(data), get(got))),
        ev(call(plat["plat_write"], num(2), get(data), num(2))),
        ret(prim("add.wrap", get(got), prim("zext", prim("icmp.ugt", get(size), num(1 << 20, USIZE)), to=INT)))])
    done = run(tmp_path, *plat.values(), main, *ends(plat), given=b"hello", globals_=[base])
    assert (done.returncode, done.stdout, done.stderr) == (6, b"hello", b"he")


def test_exit_and_uncaught(tmp_path: Path) -> None:
    plat = platform()
    leaves = function("app_main", [], INT, [ev(call(plat["plat_exit"], num(42)))])
    assert run(tmp_path, *plat.values(), leaves, *ends(plat)).returncode == 42
    error = cls("Error")
    throw = function("rt_throw", [], NEVER, None)
    e = ir.Local("e", error)
    rt_raise = function("rt_raise", [e], NEVER, [ev(call(throw))])
    raises = function("app_main", [], INT, [ir.Raise(HERE, ir.New(HERE, error))])
    n = ir.Local("n", INT)
    block = ir.Global("block", U64, None, False)
    alloc = function("rt_alloc", [n], BYTES, [ret(ir.Convert(HERE, BYTES, ir.GlobalAddr(HERE, PtrType(U64), block)))])
    done = run(tmp_path, *plat.values(), raises, rt_raise, throw, alloc, *ends(plat), classes=[error],
               globals_=[block])
    assert done.returncode == 1
