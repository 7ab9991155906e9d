"""Target records, LLVM IR to objects, and the host's JIT."""

from __future__ import annotations

import ctypes
import io
import subprocess
import sys

import pytest
from elftools.elf.elffile import ELFFile

from rumpkc.diagnostics import CompileError, Diagnostic
from rumpkc.link.elf import align_up
from rumpkc.targets.host.jit import JitProgram, address_of_callback
from rumpkc.targets.host.try_stubs import host_stubs
from rumpkc.targets.objects import compile_object, strip_debug_info
from rumpkc.targets.target import TARGET_NAMES, target_by_name

FUNCTION = """
declare i64 @twice(i64)
define i64 @f(i64 %x) section ".text.f" {
  %y = add i64 %x, 1
  %z = call i64 @twice(i64 %y)
  ret i64 %z
}
"""
DEBUG = """
define i64 @f(i64 %x) !dbg !4 {
    #dbg_value(i64 %x, !9, !DIExpression(), !10)
  %y = mul i64 %x, 3, !dbg !10
  ret i64 %y, !dbg !10
}
!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2, !3}
!0 = distinct !DICompileUnit(language: DW_LANG_Python, file: !1, emissionKind: FullDebug, nameTableKind: None)
!1 = !DIFile(filename: "apps/f.py", directory: ".")
!2 = !{i32 7, !"Dwarf Version", i32 5}
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = distinct !DISubprogram(name: "f", scope: !1, file: !1, line: 1, type: !5, unit: !0, spFlags: DISPFlagDefinition)
!5 = !DISubroutineType(types: !6)
!6 = !{!7, !7}
!7 = !DIBasicType(name: "int", size: 64, encoding: DW_ATE_signed)
!9 = !DILocalVariable(name: "x", arg: 1, scope: !4, file: !1, line: 1, type: !7)
!10 = !DILocation(line: 2, column: 3, scope: !4)
"""


def error(text: str, target: str = "riscv64", level: int = 2) -> Diagnostic:
    with pytest.raises(CompileError) as caught:
        compile_object(text, target_by_name(target), level)
    return caught.value.diagnostics[0]


@pytest.mark.parametrize("name", TARGET_NAMES)
@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_object_of_each_target(name: str, level: int) -> None:
    target = target_by_name(name)
    data = compile_object(FUNCTION, target, level)
    image = ELFFile(io.BytesIO(data))
    assert image.header["e_type"] == "ET_REL" and int.from_bytes(data[18:20], "little") == target.elf_machine
    assert image.get_section_by_name(".text.f")["sh_size"] > 0
    assert compile_object(FUNCTION, target, level) == data


def test_records_are_consistent() -> None:
    for name in ("riscv64", "aarch64"):
        target = target_by_name(name)
        assert target.memory is not None and target.qemu is not None and target.load_address is not None
        assert target.memory.origin <= target.load_address < target.memory.end
        assert align_up(target.load_address, target.page_bytes) == target.load_address
        assert target.qemu.command("x.elf", harts=2)[-2:] == ["-kernel", "x.elf"]
    assert target_by_name("host").is_host and target_by_name("host").memory is None


@pytest.mark.parametrize("name, hint", [("risc64", "riscv64"), ("arm64", "aarch64"), ("Host", "host"),
                                        ("zzz", "riscv64,")])
def test_unknown_target(name: str, hint: str) -> None:
    with pytest.raises(CompileError) as caught:
        target_by_name(name)
    assert caught.value.diagnostics[0].code == "E0701" and hint in caught.value.diagnostics[0].help


def test_looking_up_a_target_is_cheap() -> None:
    """`rumpkc check` must not pay for LLVM."""
    script = "import sys; from rumpkc.targets import target_by_name; target_by_name('host');" \
             "print('llvmlite' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout == "False\n"


def test_rejected_ir_names_its_line() -> None:
    found = error("define i64 @f() {\n  ret i32 0\n}\n")
    assert found.code == "E0901" and "line 2" in found.message and found.note == "ret i32 0"
    found = error("define i64 @f() {\n  %x = call i64 @nowhere()\n  ret i64 %x\n}\n")
    assert found.code == "E0901" and "nowhere" in found.message


def test_ir_that_parses_but_does_not_verify() -> None:
    found = error("define i64 @f(i64 %c) {\n  %x = add i64 %y, 1\n  %y = add i64 %c, 1\n  ret i64 %x\n}\n")
    assert found.code == "E0901" and "dominate" in found.message


@pytest.mark.parametrize("text", ['module asm "nop"',
                                  'define void @f() {\n  call void asm sideeffect "nop", ""()\n  ret void\n}'])
def test_inline_assembly_does_not_abort_the_process(text: str) -> None:
    assert error(text).code == "E0901" and error(text, "aarch64").code == "E0901"


def test_compiler_barrier_is_fine() -> None:
    text = 'define void @f() {\n  call void asm sideeffect "", "~{memory}"()\n  ret void\n}'
    assert compile_object(text, target_by_name("riscv64"))[:4] == b"\x7fELF"


def test_level_out_of_range() -> None:
    assert error(FUNCTION, level=4).code == "E0702"


@pytest.mark.parametrize("level", [0, 2])
def test_debug_information_can_be_left_out(level: int) -> None:
    target = target_by_name("riscv64")
    full, bare = compile_object(DEBUG, target, level), compile_object(DEBUG, target, level, debug=False)
    assert ELFFile(io.BytesIO(full)).get_section_by_name(".debug_line") is not None
    names = [s.name for s in ELFFile(io.BytesIO(bare)).iter_sections()]
    assert not any(name.startswith(".debug") for name in names)
    text = [ELFFile(io.BytesIO(data)).get_section_by_name(".text").data() for data in (full, bare)]
    assert text[0] == text[1]
    assert strip_debug_info(FUNCTION) is FUNCTION


def test_jit_calls_and_binds() -> None:
    kind = ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)
    twice = kind(lambda x: 2 * x)
    objects = [compile_object(FUNCTION, target_by_name("host"))]
    program = JitProgram(objects, ["f"], {"twice": address_of_callback(twice)})
    assert program.call("f", 20) == 42 and program.call("f", -21) == -40
    with pytest.raises(CompileError):
        program.address("twice")


def test_jit_says_what_is_missing() -> None:
    with pytest.raises(CompileError) as caught:
        JitProgram([compile_object(FUNCTION, target_by_name("host"))], ["f"])
    assert caught.value.diagnostics[0].code == "E0601" and "`twice`" in caught.value.diagnostics[0].message


TRIES = """
declare i64 @rt_try(ptr, ptr)
declare void @rt_throw() noreturn
define internal i64 @inner(ptr %context) "frame-pointer"="all" {
  %x = ptrtoint ptr %context to i64
  %odd = trunc i64 %x to i1
  br i1 %odd, label %throw, label %give
throw:
  call void @rt_throw()
  unreachable
give:
  %y = mul i64 %x, 3
  ret i64 %y
}
define internal i64 @outer(ptr %context) "frame-pointer"="all" {
  %r = call i64 @rt_try(ptr @inner, ptr %context)
  %caught = icmp eq i64 %r, -1
  br i1 %caught, label %again, label %give
again:
  call void @rt_throw()
  unreachable
give:
  ret i64 %r
}
define i64 @f(i64 %x, i64 %a, i64 %b, i64 %c, i64 %d) "frame-pointer"="all" {
  %context = inttoptr i64 %x to ptr
  %r = call i64 @rt_try(ptr @outer, ptr %context)
  %r1 = add i64 %r, %a
  %r2 = xor i64 %r1, %b
  %r3 = add i64 %r2, %c
  %r4 = xor i64 %r3, %d
  ret i64 %r4
}
"""


@pytest.mark.parametrize("level", [0, 2])
def test_try_and_throw_on_the_host(level: int) -> None:
    """The host's handler stubs: results come through, a throw unwinds two handlers, saved registers survive."""
    host = target_by_name("host")
    uncaught = ctypes.CFUNCTYPE(None)(lambda: None)
    program = JitProgram([compile_object(TRIES, host, level), compile_object(host_stubs(), host)], ["f"],
                         {"rt_uncaught": address_of_callback(uncaught)})
    for x in range(4, 12):
        expected = ((-1 if x % 2 else 3 * x) + 100 ^ 0x55) + 1000 ^ 0x3333
        assert program.call("f", x, 100, 0x55, 1000, 0x3333) == expected
