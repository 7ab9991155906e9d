"""Object code for the boards: device accesses are single accesses, system primitives single instructions."""

import io
from importlib import import_module
import re
import shutil
import subprocess

import pytest
from build import FLOAT, HERE, INT, NONE, at, call, cls, ev, function, get, llvm_of, num, object_of, prim, put, ret
from elftools.elf.elffile import ELFFile

from rumpkc.diagnostics import CompileError
from rumpkc.types.systems import INSTRUCTIONS
from rumpkc.emit.debug import DebugLevel
from rumpkc.ir import nodes as ir
from rumpkc.types.types import FIXED, U64, PtrType

BOARDS = ["riscv64", "aarch64"]
LOADS = {"riscv64": {8: "lbu?", 16: "lhu?", 32: "lwu?", 64: "ld"},
         "aarch64": {8: "ldrb", 16: "ldrh", 32: "ldr", 64: "ldr"}}
STORES = {"riscv64": {8: "sb", 16: "sh", 32: "sw", 64: "sd"}, "aarch64": {8: "strb", 16: "strh", 32: "str", 64: "str"}}
DEVICE = 0x1000_0000


def disassemble(image: bytes, tmp_path) -> str:
    if not shutil.which("llvm-objdump"):
        pytest.skip("llvm-objdump is not installed (it is an oracle of this test only)")
    path = tmp_path / "a.o"
    path.write_bytes(image)
    return subprocess.run(["llvm-objdump", "-d", "--no-show-raw-insn", str(path)], capture_output=True, text=True,
                          check=True, timeout=60).stdout


def register(bits: int) -> ir.Prim:
    return prim("int.ptr", num(DEVICE, FIXED["usize"]), to=PtrType(FIXED[f"u{bits}"]))


@pytest.mark.parametrize("level", [0, 2])
@pytest.mark.parametrize("bits", [8, 16, 32, 64])
@pytest.mark.parametrize("target", BOARDS)
def test_every_volatile_access_is_one_access(target: str, bits: int, level: int, tmp_path) -> None:
    """Three loads whose values are dropped, or equal, and two equal stores: none merged, split or left out."""
    t = FIXED[f"u{bits}"]

    def load() -> ir.Prim:
        return prim("volatile.load", register(bits), to=t)

    store = prim("volatile.store", register(bits), num(1, t), to=NONE)
    f = function("f", [], t, [ev(load()), ev(store), ev(store), ret(prim("xor", load(), load()))], module="hal.dev")
    code = disassemble(object_of(f, target=target, opt_level=level, debug=DebugLevel.NONE), tmp_path)
    lines = [line.split("\t")[1:] for line in code.splitlines() if "\t" in line]
    accesses = [line[0].strip() for line in lines if "sp" not in " ".join(line[1:])]
    loads = [op for op in accesses if re.fullmatch(LOADS[target][bits], op)]
    stores = [op for op in accesses if re.fullmatch(STORES[target][bits], op)]
    every = [op for op in accesses if re.match(r"l[bhwd]u?$|s[bhwd]$|ldu?r|stu?r|ldp|stp", op)]
    assert (len(loads), len(stores), len(every)) == (3, 2, 5), code


@pytest.mark.parametrize("target", BOARDS)
def test_no_undefined_symbols(target: str) -> None:
    """Nothing that a library of a C compiler would have to provide: 128-bit products, rounding, conversions."""
    u, f = ir.Local("u", U64), ir.Local("f", INT)
    double = prim("sitofp", get(f), to=FLOAT)
    chain = double
    for op in ("ffloor", "fceil", "ftrunc", "froundeven", "fsqrt", "fabs", "fneg"):
        chain = prim(op, chain)
    chain = prim("ffma", chain, chain, prim("fcopysign", chain, double))
    body = [ret(prim("add.wrap", prim("umul.high", get(u), get(u)), prim("add.wrap", prim("fptoui", chain, to=U64),
            prim("add.wrap", prim("ctpop", get(u)), prim("bitreverse", prim("bswap", get(u)))))))]
    image = object_of(function("f", [u, f], U64, body), target=target)
    symbols = ELFFile(io.BytesIO(image)).get_section_by_name(".symtab").iter_symbols()
    assert [s.name for s in symbols if s["st_shndx"] == "SHN_UNDEF" and s.name] == []


@pytest.mark.parametrize("target,shared", [("riscv64", "__riscv_save_"), ("aarch64", "OUTLINED_FUNCTION_PROLOG_")])
def test_the_smallest_functions_share_their_prologues(target: str, shared: str) -> None:
    """Where size alone counts; elsewhere a function saves its registers itself."""
    taken = function("g", [ir.Local("a", INT)], INT, None)

    def made_of(name: str, attrs: tuple[str, ...]) -> ir.Function:
        x = ir.Local("x", INT)
        sums = put(x, prim("add.wrap", call(taken, get(x)), prim("add.wrap", call(taken, get(x)), get(x))))
        return function(name, [x], INT, [sums, sums, ret(get(x))], *attrs)

    def names(*attrs: str) -> str:
        made = [made_of(name, attrs) for name in ("f", "h", "i")]
        image = object_of(taken, *made, target=target)
        return " ".join(s.name for s in ELFFile(io.BytesIO(image)).get_section_by_name(".symtab").iter_symbols())

    assert shared in names("least")
    assert shared not in names("small") and shared not in names()


def test_aarch64_system_registers(tmp_path) -> None:
    x = ir.Local("x", U64)
    f = function("f", [x], U64, [
        ev(prim("sys.write:vbar_el1", get(x), to=NONE)), ev(prim("sys.write:daifset", num(2, U64), to=NONE)),
        ev(prim("sys.do:isb", to=NONE)), ev(prim("sys.do:dsb", to=NONE)), ev(prim("sys.do:wfi", to=NONE)),
        ret(prim("sys.read:cntvct_el0", to=U64))], module="hal.aarch64")
    code = disassemble(object_of(f, target="aarch64"), tmp_path)
    found = [op for op in ("msr\tVBAR_EL1, x0", "msr\tDAIFSet, #2", "isb", "dsb\tsy", "wfi", "mrs\tx0, CNTVCT_EL0")
             if op.lower() in code.lower()]
    assert len(found) == 6, code


def test_riscv64_system_instructions_become_patchpoints() -> None:
    x = ir.Local("x", U64)
    f = function("f", [x], U64, [ev(prim("sys.write:mtvec", get(x), to=NONE)), ev(prim("sys.do:wfi", to=NONE)),
                                 ret(prim("sys.swap:mscratch", get(x), to=U64))])
    image = object_of(f, target="riscv64")
    assert ELFFile(io.BytesIO(image)).get_section_by_name(".llvm_stackmaps") is not None


@pytest.mark.parametrize("target", ["host", *BOARDS])
def test_unknown_system_registers_are_refused(target: str) -> None:
    check_system = import_module(f"rumpkc.targets.{target}.systems").check_system
    for kind, name in (("read", "mstatsu"), ("write", "mstatsu"), ("do", "hlt")):
        with pytest.raises(CompileError) as caught:
            check_system(kind, name, None, at(1))
        assert caught.value.diagnostics[0].code == "E0480"


@pytest.mark.parametrize("name", sorted(INSTRUCTIONS))
def test_each_instruction_is_written_where_the_machine_has_it(name: str) -> None:
    """What the checker accepts, the emitter writes."""
    having = 0
    for target in BOARDS:
        try:
            import_module(f"rumpkc.targets.{target}.systems").check_system("do", name, None, at(1))
        except CompileError:
            continue
        having += 1
        f = function("f", [], NONE, [ev(prim(f"sys.do:{name}", to=NONE)), ret()])
        assert object_of(f, target=target)
    assert having


@pytest.mark.parametrize("level", [DebugLevel.LINES, DebugLevel.FULL])
@pytest.mark.parametrize("target", BOARDS)
def test_lines_of_overflow_calls(target: str, level: DebugLevel, tmp_path) -> None:
    """The cold calls stay apart: each return address maps to the line of its operation."""
    x = ir.Local("x", INT, at(1))
    body = [ir.SetLocal(at(line), x, ir.Prim(at(line), INT, "mul.checked", (get(x), get(x)))) for line in (3, 4, 5)]
    image = object_of(function("f", [x], INT, [*body, ir.Return(at(6), get(x))]), target=target, debug=level)
    code = disassemble(image, tmp_path)
    assert len(re.findall(r"\b(bl|jalr)\b", code)) >= 3, code
    path = tmp_path / "a.o"
    shown = subprocess.run(["llvm-dwarfdump", "--debug-line", str(path)], capture_output=True, text=True, timeout=60)
    lines = {int(row) for row in re.findall(r"^0x[0-9a-f]+ +(\d+) ", shown.stdout, re.MULTILINE)}
    assert {3, 4, 5} <= lines


@pytest.mark.parametrize("target", BOARDS)
def test_full_debug_information_is_valid(target: str, tmp_path) -> None:
    if not shutil.which("llvm-dwarfdump"):
        pytest.skip("llvm-dwarfdump is not installed (it is an oracle of this test only)")
    node = cls("Node", value=INT)
    node.fields["next"] = node
    n, here = ir.Local("n", INT), ir.Local("here", node)
    handler = ir.Handler(HERE, (), ir.Local("e", node), (ret(num(1)),))
    f = function("walk", [n, here], INT, [
        ir.TryExcept(HERE, (put(here, ir.FieldGet(HERE, node, get(here), "next")),
                            ret(ir.FieldGet(HERE, INT, get(here), "value"))), (handler,))])
    path = tmp_path / "a.o"
    path.write_bytes(object_of(f, target=target, debug=DebugLevel.FULL, classes=[node]))
    checked = subprocess.run(["llvm-dwarfdump", "--verify", str(path)], capture_output=True, text=True, timeout=60)
    assert checked.returncode == 0, checked.stdout
    shown = subprocess.run(["llvm-dwarfdump", "--debug-info", str(path)], capture_output=True, text=True, timeout=60)
    assert 'DW_AT_name\t("here")' in shown.stdout and 'DW_AT_name\t("Node")' in shown.stdout


def test_output_is_deterministic() -> None:
    x = ir.Local("x", INT)
    functions = [function(f"f{i}", [x] if i == 0 else [], INT, [ret(num(i))]) for i in range(5)]
    assert llvm_of(*functions, target="riscv64") == llvm_of(*functions, target="riscv64")


@pytest.mark.parametrize("level", [0, 2])
@pytest.mark.parametrize("target", BOARDS)
def test_every_atomic_operation_is_there_once(target: str, level: int, tmp_path) -> None:
    """Results that nobody uses, and equal operations in a row: each is one instruction, or one loop of exclusives."""
    place = ir.Local("p", PtrType(U64))
    ops = ("add", "sub", "and", "or", "xor", "swap")
    body = [ev(prim(f"atomic.{op}.{order}", get(place), num(5, U64), to=U64))
            for op in ops for order in ("relaxed", "seqcst")]
    body += [ev(prim("atomic.cas.relaxed", get(place), num(1, U64), num(2, U64), to=U64)),
             ev(prim("atomic.load.acquire", get(place), to=U64)), ev(prim("fence.acqrel", to=NONE))]
    code = disassemble(object_of(function("f", [place], NONE, body), target=target, opt_level=level,
                                 debug=DebugLevel.NONE), tmp_path)
    words = [line.split("\t")[1].strip() for line in code.splitlines() if line.count("\t") > 1]
    if target == "riscv64":
        amo = [w.partition(".")[0] for w in words if w.startswith("amo")]
        assert sorted(amo) == sorted(["amoadd"] * 4 + ["amoand", "amoor", "amoxor", "amoswap"] * 2), code
        assert sum(w.startswith("lr.d") for w in words) == 1 and any(w.startswith("fence") for w in words), code
    else:
        assert sum(w in ("ldxr", "ldaxr") for w in words) == 13 and "dmb" in words, code
